"""Where the time of day comes from: the only file that may ask the machine for it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

from techsched.model.span import Instant


class Clock(Protocol):
    """Passed in wherever something depends on when it happens."""

    def now(self) -> Instant:
        """Whole seconds since the epoch, UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> Instant:
        return int(time.time())


@dataclass(frozen=True, slots=True)
class FixedClock:
    """Stands still at one instant: tests, and offices that carry their own moment, such as the sample."""

    instant: Instant

    def now(self) -> Instant:
        return self.instant
