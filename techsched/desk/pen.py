"""What a command needs beside the schedule: who writes, when, and fresh ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from techsched.model.change import Change
from techsched.model.schedule import Schedule
from techsched.model.span import Instant


@dataclass(frozen=True, slots=True)
class Pen:
    """`now` is the file's clock, read once for the command."""

    who: str
    now: Instant
    ids: Iterator[int]

    def id(self) -> int:
        return next(self.ids)


class Command(Protocol):
    """A frozen value that makes a change from a schedule and reads nothing else.

    Raises UserError for what is impossible as data (an end before its start, an unknown reference);
    broken rules are the desk's business.
    """

    def change(self, schedule: Schedule, pen: Pen) -> Change: ...
