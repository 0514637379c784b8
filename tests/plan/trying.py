"""Commands tried without a file: what they would change, and what that would break."""

from __future__ import annotations

from itertools import count

from techsched.desk.pen import Command, Pen
from techsched.model.conflict import Conflict, verdict_of
from techsched.model.kinds import Verdict
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.rules import new_conflicts
from tests.builders import NOW


def after(held: Schedule, command: Command, now: Instant = NOW) -> Schedule:
    return held.with_(command.change(held, Pen("raquel", now, count(now << 30))))


def broken(held: Schedule, command: Command, now: Instant = NOW) -> tuple[Conflict, ...]:
    """What the preview of the command shows as new."""
    change = command.change(held, Pen("raquel", now, count(now << 30)))
    return new_conflicts(held, held.with_(change), change, now).new


def verdict(held: Schedule, command: Command, now: Instant = NOW) -> Verdict:
    return verdict_of(broken(held, command, now))
