"""Commands on single bookings: book, move, swap, resize, split, cancel, firm up, fix."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from techsched.desk.draft import Draft
from techsched.desk.pen import Command, Pen
from techsched.desk.telling import booking_label, found
from techsched.errors import UserError
from techsched.model.absence import CoverItem
from techsched.model.assignment import LONGEST, Assignment, Waiver
from techsched.model.booking import at_times, cut, free_places, mended, next_part, visit_booking
from techsched.model.change import Change
from techsched.model.client import Site
from techsched.model.kinds import AssignmentState, Firmness, Mode
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import Instant, Span
from techsched.model.technician import Technician
from techsched.model.visit import Visit


class Reach(StrEnum):
    """How far an edit of a placed booking goes: the day, the days from it on, or all of the placement."""

    DAY = "day"
    ONWARD = "onward"
    ALL = "all"


def timed(row: Assignment, start: Instant, end: Instant) -> Assignment:
    """The row at other instants, as `at_times` has it. Raises UserError when empty or long."""
    if end <= start:
        raise UserError(sentence("trouble.ends_before_start"))
    if end - start > LONGEST:
        raise UserError(sentence("trouble.longer_than_two_days"))
    return at_times(row, start, end)


def live(schedule: Schedule, id: int) -> Assignment:
    """The booking, if it still stands. Raises UserError otherwise."""
    row = found(schedule, Assignment, id)
    if row.state is AssignmentState.WITHDRAWN:
        raise UserError(sentence("trouble.booking_withdrawn"))
    return row


def movable(schedule: Schedule, id: int) -> Assignment:
    """A live booking that is neither done nor fixed. Raises UserError otherwise."""
    row = live(schedule, id)
    if row.state is AssignmentState.DONE:
        raise UserError(booking_label("trouble.booking_done", schedule, row))
    if row.fixed:
        raise UserError(booking_label("trouble.booking_fixed", schedule, row))
    return row


def withdraw(draft: Draft, row: Assignment) -> None:
    """Takes a booking away: its covers go with it, and what was released for its sake stands again, whole."""
    schedule = draft.base
    draft.put(replace(row, state=AssignmentState.WITHDRAWN, released_by=None))
    for cover in schedule.group(Assignment, "covers", row.id):
        held = draft.row(cover)
        if held is not None and held.state is not AssignmentState.WITHDRAWN:
            withdraw(draft, held)
    freed = [draft.row(each) for each in schedule.group(Assignment, "released by", row.id)]
    back = [replace(each, released_by=None) for each in freed if each and each.state is not AssignmentState.WITHDRAWN]
    draft.put(*back)
    for each in back:
        mend(draft, each)


def mend(draft: Draft, row: Assignment) -> None:
    """Makes one booking again of the pieces that it was cut into, but for those that something else hangs on."""
    held = draft.row(row)
    if held is None:
        return
    whole, pieces = mended(draft.schedule, held)
    schedule = draft.schedule
    if not any(_is_needed(schedule, piece) for piece in pieces):
        draft.remove(*pieces)
        draft.put(whole)


def _is_needed(schedule: Schedule, row: Assignment) -> bool:
    """Whether covers, decisions or waivers are about this very row."""
    return any(
        schedule.group(table, by, row.id)
        for table, by in (
            (Assignment, "covers"),
            (Assignment, "released by"),
            (CoverItem, "assignment"),
            (Waiver, "assignment a"),
            (Waiver, "assignment b"),
        )
    )


@dataclass(frozen=True, slots=True)
class BookVisit:
    """Books a technician for the first free place of a waiting visit; `start` is the arrival.

    A confirmed booking is what the client was told: it sets the promise when there is none yet.
    """

    visit_id: int
    technician_id: int
    start: Instant
    firmness: Firmness = Firmness.CONFIRMED
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        visit = found(schedule, Visit, self.visit_id)
        found(schedule, Technician, self.technician_id)
        found(schedule, Site, visit.site_id)
        if not visit.is_open:
            raise UserError(sentence("trouble.visit_over", visit=visit.code))
        free = free_places(schedule, visit)
        if not free:
            raise UserError(sentence("trouble.visit_booked", visit=visit.code, people=visit.people))
        if any(row.technician_id == self.technician_id for row in schedule.bookings_of(visit)):
            raise UserError(sentence("trouble.visit_same_person", visit=visit.code))
        row = visit_booking(
            schedule,
            visit,
            self.technician_id,
            self.start,
            id=pen.id(),
            place=free[0],
            firmness=self.firmness,
        )
        draft = Draft(schedule)
        draft.put(row)
        if self.firmness is Firmness.CONFIRMED and visit.promised_start is None:
            draft.put(replace(visit, promised_start=row.start, promised_end=row.end))
        return draft.change(booking_label("undo.book_visit", draft.schedule, row))


@dataclass(frozen=True, slots=True)
class MoveAssignment:
    """To another technician, another time, or both; the length stays. None keeps what is.

    A placed day keeps its place in its placement; moved to another date it leaves its own date withdrawn.
    """

    assignment_id: int
    technician_id: int | None = None
    start: Instant | None = None
    firmness: Firmness | None = None
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = movable(schedule, self.assignment_id)
        start = row.start if self.start is None else self.start
        moved = timed(row, start, start + (row.end - row.start)) if start != row.start else row
        if self.technician_id is not None:
            found(schedule, Technician, self.technician_id)
            moved = replace(moved, technician_id=self.technician_id)
        if self.firmness is not None:
            moved = replace(moved, firmness=self.firmness)
        draft = Draft(schedule)
        if row.placement_id is not None and moved.day != row.day:
            if schedule.group(Assignment, "placement day", (row.placement_id, moved.day)):
                raise UserError(booking_label("trouble.placement_has_day", schedule, row, day=moved.day.isoformat()))
            draft.put(replace(row, id=pen.id(), state=AssignmentState.WITHDRAWN, version=0))
        draft.put(moved)
        to = schedule.row(Technician, moved.technician_id).name
        key = "undo.reassign" if moved.technician_id != row.technician_id else "undo.move"
        here = booking_label("x", schedule, moved)
        return draft.change(booking_label(key, schedule, row, to=to, day=here["day"], start=here["start"]))


@dataclass(frozen=True, slots=True)
class SwapAssignments:
    """Two bookings exchange their technicians; times and places stay."""

    one_id: int
    other_id: int
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        one, other = movable(schedule, self.one_id), movable(schedule, self.other_id)
        if one.technician_id == other.technician_id:
            raise UserError(booking_label("trouble.swap_same_person", schedule, one))
        draft = Draft(schedule)
        draft.put(replace(one, technician_id=other.technician_id), replace(other, technician_id=one.technician_id))
        other_name = schedule.row(Technician, other.technician_id).name
        return draft.change(booking_label("undo.swap", schedule, one, other=other_name))


@dataclass(frozen=True, slots=True)
class ResizeAssignment:
    """Other start, other end, or both; None keeps what is."""

    assignment_id: int
    start: Instant | None = None
    end: Instant | None = None
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = movable(schedule, self.assignment_id)
        start = row.start if self.start is None else self.start
        end = row.end if self.end is None else self.end
        draft = Draft(schedule)
        draft.put(timed(row, start, end))
        return draft.change(booking_label("undo.resize", schedule, row))


@dataclass(frozen=True, slots=True)
class SplitAssignment:
    """Cuts a booking in two at an instant inside it."""

    assignment_id: int
    at: Instant
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = movable(schedule, self.assignment_id)
        if not row.start < self.at < row.end:
            raise UserError(booking_label("trouble.split_outside", schedule, row))
        kept, left = cut(row, Span(row.start, self.at), pen.ids, next_part(schedule, row))
        draft = Draft(schedule)
        draft.put(kept, *left)
        return draft.change(booking_label("undo.split", schedule, row))


@dataclass(frozen=True, slots=True)
class CancelAssignment:
    """Takes bookings away. A visit waits again; a placed day stays withdrawn and is not made anew."""

    assignment_ids: tuple[int, ...]
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        draft = Draft(schedule)
        rows = [movable(schedule, id) for id in self.assignment_ids]
        for row in rows:
            withdraw(draft, row)
            visit = schedule.get(Visit, row.visit_id)
            if visit is not None and visit.arrived_at is None:
                draft.put(replace(visit, promised_start=None, promised_end=None, dispatched_at=None))
        if len(rows) == 1:
            return draft.change(booking_label("undo.cancel", schedule, rows[0]))
        return draft.change(sentence("undo.cancel_many", n=len(rows)))


@dataclass(frozen=True, slots=True)
class SetFirmness:
    assignment_ids: tuple[int, ...]
    firmness: Firmness
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        draft = Draft(schedule)
        rows = [live(schedule, id) for id in self.assignment_ids]
        for row in rows:
            draft.put(replace(row, firmness=self.firmness))
        key = "undo.confirm" if self.firmness is Firmness.CONFIRMED else "undo.tentative"
        return draft.change(many_label(key, schedule, rows))


@dataclass(frozen=True, slots=True)
class SetFixed:
    """Fixed bookings are moved by nobody, planner or hand, until they are let go."""

    assignment_ids: tuple[int, ...]
    fixed: bool
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        draft = Draft(schedule)
        rows = [live(schedule, id) for id in self.assignment_ids]
        for row in rows:
            draft.put(replace(row, fixed=self.fixed))
        return draft.change(many_label("undo.fix" if self.fixed else "undo.unfix", schedule, rows))


@dataclass(frozen=True, slots=True)
class SetMode:
    """On site or remote, for these bookings only."""

    assignment_ids: tuple[int, ...]
    mode: Mode
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if self.mode is Mode.MIXED:
            raise UserError(sentence("trouble.mixed_booking"))
        draft = Draft(schedule)
        rows = [movable(schedule, id) for id in self.assignment_ids]
        for row in rows:
            draft.put(replace(row, mode=self.mode))
        return draft.change(many_label(f"undo.{self.mode}", schedule, rows))


def many_label(key: str, schedule: Schedule, rows: list[Assignment]) -> Sentence:
    """The label of one booking, or of the first and how many more."""
    if not rows:
        raise UserError(sentence("trouble.nothing_chosen"))
    if len(rows) == 1:
        return booking_label(key, schedule, rows[0])
    return booking_label(f"{key}_many", schedule, rows[0], n=len(rows) - 1)


@dataclass(frozen=True, slots=True)
class Together:
    """Several commands as one named step, each seeing what those before it did."""

    commands: tuple[Command, ...]
    label: Sentence
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if not self.commands:
            raise UserError(sentence("trouble.nothing_chosen"))
        draft = Draft(schedule)
        for command in self.commands:
            draft.take(command.change(draft.schedule, pen))
        return draft.change(self.label)
