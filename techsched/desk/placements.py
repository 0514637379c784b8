"""Commands on placements: a technician on a place of a line, from-to, with all the days it grows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from techsched.desk.assignments import Reach, live, withdraw
from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.telling import booking_label, found
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.change import Change
from techsched.model.client import Client
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.growth import grow, horizon, live_rows
from techsched.model.kinds import AssignmentState, Firmness
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import ONE_DAY, Days
from techsched.model.technician import Technician


def placement_label(key: str, schedule: Schedule, placement: Placement, **more: str | int) -> Sentence:
    line = found(schedule, StaffingLine, placement.line_id)
    engagement = found(schedule, Engagement, line.engagement_id)
    fields: dict[str, str | int] = {
        "technician": found(schedule, Technician, placement.technician_id).name,
        "client": found(schedule, Client, engagement.client_id).name,
        "first": placement.first.isoformat(),
    }
    fields.update(more)
    return sentence(key, **fields)


def grow_where_free(draft: Draft, placement: Placement, pen: Pen, since: date | None = None) -> list[date]:
    """Grows the placement into the draft; days that would clash are left uncovered and returned."""
    schedule = draft.base
    until = horizon(pen.now, schedule.office.zone)
    left: list[date] = []
    diary = schedule.diary(placement.technician_id)
    for row in grow(schedule, placement, until, pen.ids, since):
        if diary.clashes(row.start, row.end):
            left.append(row.day)
        else:
            draft.put(row)
    return left


def whole_placement(schedule: Schedule, assignment_id: int) -> Days | None:
    """From the first day of the booking's placement to the end of what is loaded."""
    row = schedule.get(Assignment, assignment_id)
    placement = schedule.get(Placement, row.placement_id) if row is not None else None
    if placement is None or schedule.window.after is None:
        return None
    return Days(min(placement.first, schedule.window.first), schedule.window.after)


@dataclass(frozen=True, slots=True)
class PlaceTechnician:
    """Puts a technician on a place of a line; `after` None stays until somebody ends it.

    Days on which the technician is booked already stay uncovered. Raises UserError when the place is
    taken on one of the days.
    """

    line_id: int
    technician_id: int
    first: date
    after: date | None = None
    place: int = 1
    firmness: Firmness = Firmness.CONFIRMED
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        line = found(schedule, StaffingLine, self.line_id)
        found(schedule, Technician, self.technician_id)
        if self.after is not None and self.after <= self.first:
            raise UserError(sentence("trouble.ends_before_start"))
        if not 1 <= self.place <= line.headcount:
            raise UserError(sentence("trouble.no_such_place", place=self.place, headcount=line.headcount))
        days = Days(self.first, self.after)
        for other in schedule.group(Placement, "line", line.id):
            if other.place == self.place and other.days.overlaps(days):
                raise UserError(placement_label("trouble.place_taken", schedule, other))
        placement = Placement(
            id=pen.id(),
            line_id=line.id,
            place=self.place,
            technician_id=self.technician_id,
            first=self.first,
            after=self.after,
            firmness=self.firmness,
        )
        draft = Draft(schedule)
        draft.put(placement)
        grow_where_free(draft, placement, pen)
        return draft.change(placement_label("undo.place", schedule, placement))


@dataclass(frozen=True, slots=True)
class ReassignPlacement:
    """Gives a placed booking to somebody else: this day, from here on, or all days not done yet.

    From here on closes the placement the day before and opens another; days that were given away one by
    one keep who has them, and days that were taken away stay away.
    """

    assignment_id: int
    technician_id: int
    reach: Reach = Reach.DAY
    asks: ClassVar[bool] = True

    def span(self, schedule: Schedule) -> Days | None:
        """Days that must be loaded before the change is made."""
        return whole_placement(schedule, self.assignment_id) if self.reach is Reach.ALL else None

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = live(schedule, self.assignment_id)
        placement = schedule.get(Placement, row.placement_id)
        if placement is None:
            raise UserError(sentence("trouble.not_a_series"))
        to = found(schedule, Technician, self.technician_id).name
        draft = Draft(schedule)
        if self.reach is Reach.DAY:
            draft.put(replace(row, technician_id=self.technician_id))
            return draft.change(booking_label("undo.reassign", schedule, row, to=to))
        target = placement
        if self.reach is Reach.ALL or row.day <= placement.first:
            target = replace(placement, technician_id=self.technician_id)
            draft.put(target)
        else:
            target = replace(
                placement, id=pen.id(), code="", first=row.day, technician_id=self.technician_id, version=0
            )
            draft.put(replace(placement, after=row.day), target)
        for held in schedule.group(Assignment, "placement", placement.id):
            if target.id != placement.id and held.day < row.day:
                continue
            moved = replace(held, placement_id=target.id)
            own = held.technician_id == placement.technician_id
            if own and held.state is AssignmentState.PLANNED and not held.fixed:
                moved = replace(moved, technician_id=self.technician_id)
            draft.put(moved)
        key = "undo.reassign_onward" if target.id != placement.id else "undo.reassign_all"
        return draft.change(booking_label(key, schedule, row, to=to))


@dataclass(frozen=True, slots=True)
class CancelPlacement:
    """Takes placed bookings away: this day, from here on (the placement ends the day before), or all."""

    assignment_id: int
    reach: Reach = Reach.DAY
    asks: ClassVar[bool] = False

    def span(self, schedule: Schedule) -> Days | None:
        """Days that must be loaded before the change is made."""
        return whole_placement(schedule, self.assignment_id) if self.reach is Reach.ALL else None

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = live(schedule, self.assignment_id)
        placement = schedule.get(Placement, row.placement_id)
        if placement is None:
            raise UserError(sentence("trouble.not_a_series"))
        draft = Draft(schedule)
        if self.reach is Reach.DAY:
            withdraw(draft, row)
            return draft.change(booking_label("undo.cancel", schedule, row))
        from_day = placement.first if self.reach is Reach.ALL else row.day
        for held in live_rows(schedule, placement):
            if held.day >= from_day and held.state is AssignmentState.PLANNED:
                withdraw(draft, held)
        if from_day > placement.first:
            draft.put(replace(placement, after=from_day))
        else:
            # an empty range of days is impossible; the placement keeps its first day, withdrawn
            draft.put(replace(placement, after=placement.first + ONE_DAY))
        return draft.change(placement_label("undo.end_placement", schedule, placement, first=from_day.isoformat()))


@dataclass(frozen=True, slots=True)
class ExtendPlacements:
    """Grows all open placements to the horizon; a system change, outside undo."""

    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        draft = Draft(schedule)
        for placement in schedule.rows(Placement).values():
            if placement.after is None:
                rows = schedule.group(Assignment, "placement", placement.id)
                grown = max((row.day for row in rows), default=schedule.window.first)
                grow_where_free(draft, placement, pen, grown)
        return draft.change(Sentence("undo.extend"))
