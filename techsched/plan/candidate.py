"""Who could stand for a placed booking: the best first with their price, and one reason against everybody else."""

from __future__ import annotations

from collections.abc import Iterable

from techsched.model.assignment import Assignment
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.plan.slot import Slots, slots


def candidates(
    schedule: Schedule,
    row: Assignment,
    now: Instant,
    *,
    top: int | None = None,
    among: Iterable[int] | None = None,
) -> Slots:
    """At the booking's own hours; `release` of a slot is own work that would give way to the cover.

    A substitute is asked for what the booking asks for, so that they are judged as if it moved to them. The
    booking's own technician is not among them. The row may be what is left of a booking under way.
    """
    own = row.technician_id
    people = among if among is not None else _everybody(schedule)
    return slots(schedule, row, now, top=top, among=[id for id in people if id != own])


def _everybody(schedule: Schedule) -> Iterable[int]:
    from techsched.model.technician import Technician

    return schedule.rows(Technician)
