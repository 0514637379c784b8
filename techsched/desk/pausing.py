"""Books a visit for somebody whose own placed work gives way for it, as one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from techsched.desk.assignments import BookVisit, live
from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.telling import booking_label
from techsched.model.assignment import Assignment
from techsched.model.change import Change
from techsched.model.kinds import Firmness
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.plan.pause import released


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
        own = [live(schedule, id) for id in self.release]
        draft.put(*released(schedule, row, own, pen.ids))
        return draft.change(booking_label("undo.book_visit", draft.schedule, row))
