"""Conflicts kept anyway: the waivers and overrides that record who kept them and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.telling import found
from techsched.errors import UserError
from techsched.model.assignment import Assignment, Waiver, waiver_of
from techsched.model.change import Change
from techsched.model.conflict import Conflict, Override
from techsched.model.kinds import Because, Rule
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence


def keep(
    draft: Draft, conflicts: Iterable[Conflict], because: Because, note: str, pen: Pen, until: date | None = None
) -> None:
    """Writes a waiver for each double booking and an override for anything else."""
    after = draft.schedule
    for conflict in conflicts:
        if conflict.rule is Rule.DOUBLE_BOOKING:
            one, other = (found(after, Assignment, id) for id in conflict.assignments)
            draft.put(waiver_of(one, other, id=pen.id(), because=because, note=note, by=pen.who, at=pen.now))
        else:
            draft.put(
                Override(
                    id=pen.id(),
                    rule=conflict.rule,
                    fingerprint=conflict.fingerprint,
                    because=because,
                    note=note,
                    by=pen.who,
                    at=pen.now,
                    until=until,
                )
            )


@dataclass(frozen=True, slots=True)
class KeepConflicts:
    """Keeps conflicts that stand already, with a reason. Raises UserError for "other" without a note."""

    conflicts: tuple[Conflict, ...]
    because: Because
    note: str = ""
    until: date | None = None
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if not self.conflicts:
            raise UserError(sentence("trouble.nothing_chosen"))
        needs_note(self.because, self.note)
        draft = Draft(schedule)
        keep(draft, self.conflicts, self.because, self.note, pen, self.until)
        return draft.change(sentence("undo.keep", n=len(self.conflicts)))


def needs_note(because: Because, note: str) -> None:
    if because is Because.OTHER and not note.strip():
        raise UserError(sentence("trouble.other_needs_note"))


@dataclass(frozen=True, slots=True)
class LetGo:
    """Takes the keeping of a conflict back; it counts again."""

    row: Override | Waiver
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        draft = Draft(schedule)
        draft.remove(found(schedule, type(self.row), self.row.id))
        return draft.change(sentence("undo.let_go"))
