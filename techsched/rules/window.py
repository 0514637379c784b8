"""Arrivals outside the window that a visit allows."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Asked, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.wall import day_of
from techsched.model.work import Work
from techsched.rules.naming import about, clock


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """Too early, or too late; both ends of the window are still inside. An incident's end is its target."""
    visit = work.visit
    if visit is None:
        return
    opens, closes = visit.window_from, visit.window_to
    if opens is not None and row.start < opens:
        variant, bound = "early", opens
    elif closes is not None and row.start > closes and visit.asked is not Asked.INCIDENT:
        variant, bound = "late", closes
    else:
        return
    yield about(
        schedule,
        row,
        work,
        Rule.VISIT_WINDOW,
        Severity.HARD,
        variant=variant,
        arrival=row.start,
        bound=bound,
        bound_day=day_of(bound, row.zone).isoformat(),
        bound_at=clock(bound, row.zone),
    )
