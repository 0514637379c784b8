"""Double bookings: two occupying rows of one technician that share an instant."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.wall import day_of
from techsched.model.work import Work, work_of
from techsched.rules.naming import clock, where


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """One conflict for each row that `row` overlaps; the same one seen from either of the two."""
    clashes = schedule.diary(row.technician_id).clashes(row.start, row.end, row.id)
    return (pair(schedule, row, other) for other in clashes) if clashes else iter(())


def pair(schedule: Schedule, one: Assignment, other: Assignment) -> Conflict:
    """The double booking of two overlapping rows. It is told on the clock of the one with the lower id."""
    a, b = (one, other) if one.id < other.id else (other, one)
    start, end = max(a.start, b.start), min(a.end, b.end)
    here, there = work_of(schedule, a), work_of(schedule, b)
    day = day_of(start, a.zone)
    return Conflict(
        rule=Rule.DOUBLE_BOOKING,
        severity=Severity.HARD,
        start=start,
        end=end,
        day=day,
        technician_id=a.technician_id,
        assignments=(a.id, b.id),
        facts=(
            ("technician", schedule.row(Technician, a.technician_id).name),
            ("day", day.isoformat()),
            ("client", here.client.name),
            ("where", where(schedule, here.site, a.mode)),
            ("other_client", there.client.name),
            ("other_where", where(schedule, there.site, b.mode)),
            ("from", clock(start, a.zone)),
            ("to", clock(end, a.zone)),
            ("start", start),
            ("end", end),
        ),
    )
