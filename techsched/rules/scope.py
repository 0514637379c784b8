"""What a check looks at: technicians by days, lines, visits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from techsched.model.assignment import Assignment
from techsched.model.engagement import Placement
from techsched.model.kinds import AssignmentState
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Days
from techsched.model.technician import Technician
from techsched.model.wall import instant


@dataclass(frozen=True, slots=True)
class Scope:
    """Closed `days`. None of a set means all; an empty set means none.

    Rules of bookings look at those of `technicians`, and beside them at those of `visits` and `lines` that
    are named (None names none here). Uncovered places are looked for on `lines`.
    """

    days: Days
    technicians: frozenset[int] | None = None
    lines: frozenset[int] | None = None
    visits: frozenset[int] | None = None
    with_requested: bool = False
    """Treat requested absences as if they were approved; `check` sees to it."""


def bookings_in(schedule: Schedule, scope: Scope) -> Iterator[Assignment]:
    """Occupying rows of the scope by their wall date, each once: technician by technician, by start."""
    everybody = scope.technicians is None
    ids = schedule.rows(Technician).keys() if scope.technicians is None else scope.technicians
    assert scope.days.after is not None
    # a wall date begins up to 14 hours before, and ends up to 12 hours after, the same date in UTC
    early = instant(scope.days.first - ONE_DAY, 0, "UTC")
    late = instant(scope.days.after + ONE_DAY, 0, "UTC")
    for id in sorted(ids):
        diary = schedule.diary(id)
        for row in diary.rows[bisect_left(diary.starts, early) : bisect_left(diary.starts, late)]:
            if row.released_by is None and row.day in scope.days:
                yield row
    if everybody:
        return
    seen: set[int] = set()
    for row in _of_work(schedule, scope):
        if row.occupies and row.technician_id not in ids and row.day in scope.days and row.id not in seen:
            seen.add(row.id)
            yield row


def technicians_in(schedule: Schedule, scope: Scope) -> Iterator[Technician]:
    """The technicians whose days, weeks and years the scope looks at."""
    ids = schedule.rows(Technician).keys() if scope.technicians is None else scope.technicians
    for id in sorted(ids):
        technician = schedule.get(Technician, id)
        if technician is not None:
            yield technician


def _of_work(schedule: Schedule, scope: Scope) -> Iterator[Assignment]:
    for visit in sorted(scope.visits or ()):
        yield from _with_covers(schedule, schedule.group(Assignment, "visit", visit))
    for line in sorted(scope.lines or ()):
        for placement in schedule.group(Placement, "line", line):
            for day in scope.days:
                yield from _with_covers(schedule, schedule.group(Assignment, "placement day", (placement.id, day)))


def _with_covers(schedule: Schedule, rows: tuple[Assignment, ...]) -> Iterator[Assignment]:
    for row in rows:
        if row.state is not AssignmentState.WITHDRAWN:
            yield row
            yield from _with_covers(schedule, schedule.group(Assignment, "covers", row.id))


def widened(days: Days, margin: int) -> Days:
    """`margin` more days on either side of a closed range."""
    assert days.after is not None
    return Days(days.first - timedelta(days=margin), days.after + timedelta(days=margin))
