"""Arrivals after the moment that keeps a visit's response target."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.demand import stands
from techsched.model.kinds import Asked, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Instant
from techsched.model.visit import Visit
from techsched.model.wall import day_of
from techsched.model.work import Work
from techsched.rules.naming import about, clock


def deadline(visit: Visit) -> Instant | None:
    """Latest arrival that keeps the target; of an incident also the end of its window."""
    ends = visit.window_to if visit.asked is Asked.INCIDENT else None
    known = [moment for moment in (visit.due_by, ends) if moment is not None]
    return min(known) if known else None


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """A visit is answered by its first arrival: the second of two people is never late for it."""
    visit = work.visit
    if visit is None or (due := deadline(visit)) is None or row.start <= due:
        return
    if visit.arrived_at is not None and visit.arrived_at <= due:
        return
    others = (o for o in schedule.bookings_of(visit) if o.start <= due and o.id not in (row.id, row.covers))
    if any(stands(schedule, other) for other in others):
        return
    yield about(
        schedule,
        row,
        work,
        Rule.RESPONSE,
        Severity.APPROVAL,
        late=(row.start - due + MINUTE - 1) // MINUTE,
        due=due,
        due_day=day_of(due, row.zone).isoformat(),
        due_at=clock(due, row.zone),
    )
