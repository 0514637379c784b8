"""Commands on covers: a substitute's booking that stands for another, and decisions to leave work open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from techsched.desk.assignments import live, withdraw
from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.telling import booking_label, found
from techsched.errors import UserError
from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment
from techsched.model.booking import at_times, cover_of
from techsched.model.change import Change
from techsched.model.kinds import CoverDecision, Firmness
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.plan.pause import released


@dataclass(frozen=True, slots=True)
class CoverAssignments:
    """A substitute stands for bookings whose technician is away; the bookings themselves stay as they are.

    `release` names the substitute's own placed bookings that give way: they free the hours of the cover and
    of the trips to and from it, cut where they must be, and stand again when the cover is withdrawn. `since`
    covers a booking under way only from then on.
    """

    assignment_ids: tuple[int, ...]
    technician_id: int
    release: tuple[int, ...] = ()
    firmness: Firmness = Firmness.CONFIRMED
    since: Instant | None = None
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if not self.assignment_ids:
            raise UserError(sentence("trouble.nothing_chosen"))
        substitute = found(schedule, Technician, self.technician_id)
        draft = Draft(schedule)
        rows = [live(schedule, id) for id in self.assignment_ids]
        for row in rows:
            if row.technician_id == substitute.id:
                raise UserError(booking_label("trouble.covers_oneself", schedule, row))
            cover = cover_of(row, substitute.id, pen.id(), self.firmness)
            if self.since is not None and row.start < self.since < row.end:
                cover = at_times(cover, self.since, row.end)
            draft.put(cover)
            own = [live(schedule, id) for id in self.release]
            for held in own:
                if held.visit_id is not None or held.technician_id != substitute.id:
                    raise UserError(booking_label("trouble.cannot_give_way", schedule, held))
            draft.put(*released(draft.schedule, cover, own, pen.ids))
        away = schedule.row(Technician, rows[0].technician_id).name
        key = "undo.cover" if len(rows) == 1 else "undo.cover_many"
        return draft.change(booking_label(key, schedule, rows[0], technician=substitute.name, away=away, n=len(rows)))


@dataclass(frozen=True, slots=True)
class WithdrawCover:
    """Takes a cover away: the place is uncovered again and what the substitute had left stands again."""

    assignment_id: int
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = live(schedule, self.assignment_id)
        if row.covers is None:
            raise UserError(booking_label("trouble.not_a_cover", schedule, row))
        draft = Draft(schedule)
        withdraw(draft, row)
        return draft.change(booking_label("undo.withdraw_cover", schedule, row))


@dataclass(frozen=True, slots=True)
class LeaveUncovered:
    """Decides about absent days that nobody covers: the client agreed (and who), or left open on purpose."""

    assignment_ids: tuple[int, ...]
    absence_id: int
    decision: CoverDecision
    agreed_by: str = ""
    note: str = ""
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if self.decision is CoverDecision.WAIVED and not self.agreed_by.strip():
            raise UserError(sentence("trouble.who_agreed"))
        found(schedule, Absence, self.absence_id)
        draft = Draft(schedule)
        rows = [live(schedule, id) for id in self.assignment_ids]
        for row in rows:
            for item in schedule.group(CoverItem, "assignment", row.id):
                draft.remove(item)
            draft.put(
                CoverItem(
                    id=pen.id(),
                    absence_id=self.absence_id,
                    assignment_id=row.id,
                    day=row.day,
                    decision=self.decision,
                    agreed_by=self.agreed_by.strip(),
                    by=pen.who,
                    at=pen.now,
                    note=self.note,
                )
            )
        if not rows:
            raise UserError(sentence("trouble.nothing_chosen"))
        return draft.change(booking_label(f"undo.{self.decision}", schedule, rows[0], n=len(rows)))


@dataclass(frozen=True, slots=True)
class Reconsider:
    """Takes a decision back: the day is uncovered again."""

    item_id: int
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        item = found(schedule, CoverItem, self.item_id)
        draft = Draft(schedule)
        draft.remove(item)
        row = found(schedule, Assignment, item.assignment_id)
        return draft.change(booking_label("undo.reconsider", schedule, row))
