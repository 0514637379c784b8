"""Takes what a best slot offers: books or moves, and pauses own placed work that gives way, as one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from techsched.desk.assignments import BookVisit, MoveAssignment, live
from techsched.desk.cover import CoverAssignments
from techsched.desk.draft import Draft
from techsched.desk.pen import Command, Pen
from techsched.desk.telling import booking_label
from techsched.model.assignment import Assignment
from techsched.model.change import Change
from techsched.model.kinds import Firmness
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.plan.pause import released
from techsched.plan.slot import Slot


@dataclass(frozen=True, slots=True)
class PauseAndBook:
    """`release` are own placed bookings that pause for the visit and the trips to and from it; they stand
    again when the visit's booking is taken away."""

    visit_id: int
    technician_id: int
    start: Instant
    release: tuple[int, ...]
    firmness: Firmness = Firmness.CONFIRMED
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        booked = BookVisit(self.visit_id, self.technician_id, self.start, self.firmness)
        draft = Draft(schedule)
        draft.take(booked.change(schedule, pen))
        row = next(
            row
            for row in draft.schedule.group(Assignment, "visit", self.visit_id)
            if row.technician_id == self.technician_id and row.start == self.start
        )
        pause(draft, row, self.release, pen)
        return draft.change(booking_label("undo.book_visit", draft.schedule, row))


@dataclass(frozen=True, slots=True)
class PauseAndMove:
    """The same for a booking that moves to somebody whose own work gives way, or to another time."""

    assignment_id: int
    technician_id: int
    start: Instant
    release: tuple[int, ...]
    firmness: Firmness | None = None
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        move = MoveAssignment(self.assignment_id, self.technician_id, self.start, self.firmness)
        moved = move.change(schedule, pen)
        draft = Draft(schedule)
        draft.take(moved)
        pause(draft, draft.schedule.row(Assignment, self.assignment_id), self.release, pen)
        return draft.change(moved.label)


def pause(draft: Draft, row: Assignment, release: Iterable[int], pen: Pen) -> None:
    """Frees the hours of own bookings that `row` needs, trips included. Raises UserError for one that is gone."""
    own = [live(draft.base, id) for id in release]
    draft.put(*released(draft.schedule, row, own, pen.ids))


def command_of(slot: Slot, firmness: Firmness | None = None) -> Command:
    """What taking the slot means; the verdict of its preview is the slot's. No firmness: what is booked anew is
    confirmed, and what moves stays as firm as it is."""
    if slot.covers is not None:
        return CoverAssignments((slot.covers,), slot.technician_id, slot.release, firmness or Firmness.CONFIRMED)
    if slot.assignment_id is None:
        assert slot.visit_id is not None
        firm = firmness or Firmness.CONFIRMED
        if slot.release:
            return PauseAndBook(slot.visit_id, slot.technician_id, slot.start, slot.release, firm)
        return BookVisit(slot.visit_id, slot.technician_id, slot.start, firm)
    if slot.release:
        return PauseAndMove(slot.assignment_id, slot.technician_id, slot.start, slot.release, firmness)
    return MoveAssignment(slot.assignment_id, slot.technician_id, slot.start, firmness)
