"""Taking what somebody's absence opens: visits move, placed days are covered, all as one named step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from techsched.desk.assignments import Together, live
from techsched.desk.cover import CoverAssignments
from techsched.desk.draft import Draft
from techsched.desk.pen import Command, Pen
from techsched.desk.telling import booking_label, found
from techsched.errors import UserError
from techsched.model.booking import at_times, next_part
from techsched.model.change import Change
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.plan.pause import released
from techsched.plan.rehome import Item


@dataclass(frozen=True, slots=True)
class HandOver:
    """Gives a visit's booking, or what is left of it from `since` on, to somebody else.

    What was done before `since` stays as it was booked. `release` is own work of the new technician that
    gives way. Raises UserError for a booking that is not a visit's.
    """

    assignment_id: int
    technician_id: int
    start: Instant
    since: Instant | None = None
    release: tuple[int, ...] = ()
    asks: ClassVar[bool] = True

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = live(schedule, self.assignment_id)
        to = found(schedule, Technician, self.technician_id)
        if row.visit_id is None:
            raise UserError(sentence("trouble.not_a_series"))
        draft = Draft(schedule)
        begun = self.since is not None and row.start < self.since < row.end
        if begun:
            assert self.since is not None
            length = row.end - self.since
            draft.put(at_times(row, row.start, self.since))
            moved = replace(row, id=pen.id(), part=next_part(schedule, row), version=0)
        else:
            length = row.end - row.start
            moved = row
        moved = at_times(moved, self.start, self.start + length)
        moved = replace(moved, technician_id=to.id, fixed=False)
        draft.put(moved)
        own = [live(schedule, id) for id in self.release]
        draft.put(*released(draft.schedule, moved, own, pen.ids))
        return draft.change(booking_label("undo.reassign", schedule, row, to=to.name))


def command_of(item: Item) -> Command:
    """What taking the item's best person does. Raises ValueError for an item that nobody can take."""
    best = item.best
    if best is None:
        raise ValueError("nobody can take this item")
    if item.row.visit_id is not None:
        since = item.rest.start if item.under_way else None
        return HandOver(item.row.id, best.technician_id, best.start, since, best.release)
    since = item.rest.start if item.under_way else None
    return CoverAssignments((item.row.id,), best.technician_id, best.release, since=since)


def take(schedule: Schedule, technician_id: int, items: Sequence[Item]) -> Together:
    """All of these items with their best people, as one step named after who is missing."""
    name = found(schedule, Technician, technician_id).name
    commands = tuple(command_of(item) for item in items if item.best is not None)
    return Together(commands, sentence("undo.off_sick", n=len(commands), technician=name))
