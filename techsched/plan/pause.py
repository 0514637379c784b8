"""Own work that gives way: what of it, for how long, and the rows that it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from techsched.model.assignment import Assignment
from techsched.model.booking import cut, next_part
from techsched.model.journey import spot_of, travel_minutes
from techsched.model.kinds import AssignmentState, Firmness, Mode, Priority
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Span
from techsched.model.technician import Technician
from techsched.plan.wanted import Wanted


def gives_way(wanted: Wanted, row: Assignment) -> bool:
    """Whether the work may pause for what is wanted: placed work that is remote or tentative, and any placed
    work for a critical visit. Visits are moved, not paused; what is fixed or done stays."""
    if row.placement_id is None or row.fixed or row.state is not AssignmentState.PLANNED or not row.occupies:
        return False
    if row.mode is Mode.REMOTE or row.firmness is Firmness.TENTATIVE:
        return True
    return wanted.work.priority is Priority.CRITICAL


def pause_of(schedule: Schedule, row: Assignment, own: Assignment) -> Span | None:
    """The hours of `own` that `row`, a booking of the same technician, needs: its time and the trips from
    and back to the own work. None when they do not meet."""
    technician = schedule.row(Technician, row.technician_id)
    here, there = spot_of(schedule, technician, own), spot_of(schedule, technician, row)
    to = travel_minutes(schedule, technician, here, there, row.start) or 0
    back = travel_minutes(schedule, technician, there, here, row.end) or 0
    return Span(row.start - to * MINUTE, row.end + back * MINUTE).common(own.span)


def released(schedule: Schedule, row: Assignment, own: Iterable[Assignment], ids: Iterator[int]) -> list[Assignment]:
    """The own bookings cut around what `row` needs of them: the freed pieces carry `released_by`."""
    found: list[Assignment] = []
    for each in own:
        taken = pause_of(schedule, row, each)
        if taken is not None:
            freed, left = cut(each, taken, ids, next_part(schedule, each))
            found.extend((replace(freed, released_by=row.id), *left))
    return found
