"""Commands on absences: record, change, approve, refuse, cancel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from techsched.desk.assignments import withdraw
from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.telling import found
from techsched.errors import UserError
from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment
from techsched.model.change import Change
from techsched.model.demand import is_away
from techsched.model.kinds import AbsenceKind, AbsenceState, AssignmentState
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import ONE_DAY
from techsched.model.technician import Technician
from techsched.model.wall import day_of


def absence_label(key: str, schedule: Schedule, absence: Absence) -> Sentence:
    """A label with who and from when; the kind stays out of undo names that colleagues read."""
    return sentence(
        key,
        technician=found(schedule, Technician, absence.technician_id).name,
        first=absence.first.isoformat(),
        last=(absence.days.last or absence.first).isoformat(),
    )


@dataclass(frozen=True, slots=True)
class RecordAbsence:
    """Records an absence over anything, at once; bookings under it stay as they are and are uncovered.

    `after` None is an open end. Raises UserError when the end is not after the start.
    """

    technician_id: int
    kind: AbsenceKind
    first: date
    after: date | None = None
    from_minute: int | None = None
    to_minute: int | None = None
    state: AbsenceState = AbsenceState.APPROVED
    note: str = ""
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        technician = found(schedule, Technician, self.technician_id)
        if self.after is not None and self.after <= self.first:
            raise UserError(sentence("trouble.ends_before_start"))
        single = self.after == self.first + ONE_DAY
        if single and self.from_minute is not None and self.to_minute is not None:
            if self.to_minute <= self.from_minute:
                raise UserError(sentence("trouble.ends_before_start"))
        absence = Absence(
            id=pen.id(),
            technician_id=technician.id,
            kind=self.kind,
            state=self.state,
            first=self.first,
            after=self.after,
            from_minute=self.from_minute,
            to_minute=self.to_minute,
            requested_on=day_of(pen.now, technician.zone),
            decided_by=pen.who if self.state is AbsenceState.APPROVED else "",
            note=self.note,
        )
        draft = Draft(schedule)
        draft.put(absence)
        sick = self.kind is AbsenceKind.SICK
        ends = "_open" if self.after is None else "_day" if single else ""
        key = f"undo.{'sick' if sick else 'absence'}{ends}"
        return draft.change(absence_label(key, schedule, absence))


@dataclass(frozen=True, slots=True)
class ChangeAbsence:
    """Puts another version of an absence in its place; covers of days that are free again are withdrawn."""

    absence: Absence
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        before = found(schedule, Absence, self.absence.id)
        draft = Draft(schedule)
        draft.put(replace(self.absence, version=before.version))
        tidy(draft, before.technician_id)
        return draft.change(absence_label("undo.change_absence", schedule, self.absence))


@dataclass(frozen=True, slots=True)
class DecideAbsence:
    """Approves, refuses or cancels. Refused or cancelled, the bookings under it stand again by themselves
    and their covers are withdrawn."""

    absence_id: int
    state: AbsenceState
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        before = found(schedule, Absence, self.absence_id)
        draft = Draft(schedule)
        draft.put(replace(before, state=self.state, decided_by=pen.who))
        tidy(draft, before.technician_id)
        return draft.change(absence_label(f"undo.absence_{self.state}", schedule, before))


def tidy(draft: Draft, technician_id: int) -> None:
    """Withdraws covers of bookings whose technician is there again, and drops decisions about them."""
    after = draft.schedule
    for row in after.group(Assignment, "technician", technician_id):
        covers = [c for c in after.group(Assignment, "covers", row.id) if c.state is AssignmentState.PLANNED]
        items = after.group(CoverItem, "assignment", row.id)
        if (covers or items) and not is_away(after, row):
            for cover in covers:
                withdraw(draft, cover)
            draft.remove(*items)
