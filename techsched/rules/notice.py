"""What is asked of a booking only on the day it is made or changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.wall import day_of
from techsched.model.work import Work
from techsched.rules import away
from techsched.rules.naming import about


def of(schedule: Schedule, row: Assignment, work: Work, now: Instant) -> Iterator[Conflict]:
    """Short notice, and a placed day that enters an absence which is only requested."""
    if row.placement_id is not None:
        yield from away.requested(schedule, row, work)
    if row.start < now:
        return
    zone = schedule.row(Technician, row.technician_id).zone
    needed = schedule.limits(row.technician_id, row.day).notice_days
    if day_of(row.start, zone) - day_of(now, zone) < timedelta(days=needed):
        yield about(schedule, row, work, Rule.SHORT_NOTICE, Severity.WARNING, needed=needed)
