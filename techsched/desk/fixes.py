"""Ways out of a conflict: commands that remove it in preview and add nothing hard."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.desk.assignments import MoveAssignment
from techsched.desk.cover import CoverAssignments
from techsched.desk.desk import Desk, Preview
from techsched.desk.pen import Command
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import AssignmentState, Rule, Verdict
from techsched.model.sentence import Sentence, sentence
from techsched.model.technician import Technician
from techsched.model.wall import clock_text, day_of, minute_of
from techsched.model.work import work_of
from techsched.plan.candidate import candidates
from techsched.plan.slot import slots

PER_BOOKING = 2
MOST = 4


@dataclass(frozen=True, slots=True)
class Fix:
    """`preview` is of the command; its verdict is at worst "needs your OK"."""

    label: Sentence
    command: Command
    preview: Preview


def fixes(desk: Desk, conflict: Conflict) -> tuple[Fix, ...]:
    """The best first. None for what is past, done or fixed, and for warnings about weeks and years."""
    found: list[Fix] = []
    for id in conflict.assignments:
        row = desk.schedule.get(Assignment, id)
        if row is None or row.state is not AssignmentState.PLANNED or row.fixed or row.end <= desk.now:
            continue
        offered = _covers(desk, row) if conflict.rule is Rule.UNCOVERED else _moves(desk, row)
        for label, command in offered:
            fix = _tried(desk, conflict, label, command)
            if fix is not None:
                found.append(fix)
    found.sort(key=lambda fix: fix.preview.verdict.rank)
    return tuple(found[:MOST])


def _moves(desk: Desk, row: Assignment) -> list[tuple[Sentence, Command]]:
    """The best places of a booking: somebody else, another time, or both."""
    made: list[tuple[Sentence, Command]] = []
    for slot in slots(desk.schedule, row, desk.now, top=PER_BOOKING + 2).found:
        same = slot.technician_id == row.technician_id
        if slot.release or (same and slot.start == row.start):
            continue
        to = None if same else slot.technician_id
        start = None if slot.start == row.start else slot.start
        key = "fix.later" if same else "fix.give"
        label = _label(desk, key, row, slot.technician_id, slot.start)
        made.append((label, MoveAssignment(row.id, to, start)))
    return made[:PER_BOOKING]


def _covers(desk: Desk, row: Assignment) -> list[tuple[Sentence, Command]]:
    """The best substitutes of an absent day."""
    made: list[tuple[Sentence, Command]] = []
    for found in candidates(desk.schedule, row, desk.now, top=PER_BOOKING).found:
        label = _label(desk, "fix.cover", row, found.technician_id, row.start)
        made.append((label, CoverAssignments((row.id,), found.technician_id, found.release)))
    return made


def _label(desk: Desk, key: str, row: Assignment, technician_id: int, start: int) -> Sentence:
    schedule = desk.schedule
    return sentence(
        key,
        client=work_of(schedule, row).client.name,
        to=schedule.row(Technician, technician_id).name,
        day=day_of(start, row.zone).isoformat(),
        start=clock_text(minute_of(start, row.zone)),
    )


def _tried(desk: Desk, conflict: Conflict, label: Sentence, command: Command) -> Fix | None:
    try:
        preview = desk.preview(command)
    except UserError:
        return None
    gone = {c.fingerprint for c in preview.gone}
    if conflict.fingerprint not in gone or preview.verdict is Verdict.IMPOSSIBLE:
        return None
    return Fix(label, command, preview)
