"""Work that must be done on site, booked remotely."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Mode, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.work import Work
from techsched.rules.naming import about


def asked(row: Assignment, work: Work) -> Mode:
    """How the work wants to be done on the row's day; mixed leaves it open."""
    if work.visit is not None:
        return work.visit.mode
    return work.line.mode_on(row.day) if work.line is not None else Mode.MIXED


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    if row.mode is Mode.REMOTE and asked(row, work) is Mode.ON_SITE:
        yield about(schedule, row, work, Rule.MODE, Severity.HARD, mode=row.mode.value)
