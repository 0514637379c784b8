"""Ways out of a conflict: commands that remove it in preview and add nothing hard."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.desk.assignments import MoveAssignment
from techsched.desk.cover import CoverAssignments
from techsched.desk.desk import Desk, Preview
from techsched.desk.pen import Command
from techsched.desk.placements import PlaceTechnician
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.client import Client
from techsched.model.conflict import Conflict
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import AssignmentState, Rule, Verdict
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import ONE_DAY
from techsched.model.technician import Certification, Skill, Technician
from techsched.model.wall import clock_text, day_of, minute_of
from techsched.model.work import work_of
from techsched.plan.candidate import candidates
from techsched.plan.slot import slots

PER_BOOKING = 2
MOST = 4
_TRIED = 8
"""How many people an empty place is tried with."""


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
        found.extend(_tried(desk, conflict, offered))
    if conflict.rule is Rule.UNCOVERED and not conflict.assignments and conflict.end > desk.now:
        found = _tried(desk, conflict, _placings(desk, conflict))
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


def _placings(desk: Desk, conflict: Conflict) -> list[tuple[Sentence, Command]]:
    """The day of an empty place for those who are free, the nearest to what it asks for first."""
    schedule, day = desk.schedule, conflict.day
    line = schedule.get(StaffingLine, conflict.line_id)
    if line is None or conflict.place is None:
        return []
    wanted = {need.name for need in line.skills}
    ranked: list[tuple[int, int, str, Technician]] = []
    for technician in schedule.rows(Technician).values():
        busy = schedule.diary(technician.id).clashes(conflict.start, conflict.end)
        if busy or day not in technician.employed or schedule.absences_on(technician.id, day):
            continue
        steps = 0 if line.profile is None else technician.profile.steps_below(line.profile)
        held = {skill.name for skill in schedule.group(Skill, "technician", technician.id)}
        held |= {proof.name for proof in schedule.group(Certification, "technician", technician.id)}
        # too junior is worse than too senior
        ranked.append((len(wanted - held), 3 * steps if steps > 0 else -steps, technician.name, technician))
    client = schedule.row(Client, schedule.row(Engagement, line.engagement_id).client_id)
    made: list[tuple[Sentence, Command]] = []
    for *_, technician in sorted(ranked, key=lambda each: each[:3])[:_TRIED]:
        label = sentence("fix.place", to=technician.name, client=client.name, day=day.isoformat())
        made.append((label, PlaceTechnician(line.id, technician.id, day, day + ONE_DAY, conflict.place)))
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


def _tried(desk: Desk, conflict: Conflict, offered: list[tuple[Sentence, Command]]) -> list[Fix]:
    """Those that end the conflict and add nothing hard."""
    found: list[Fix] = []
    for label, command in offered:
        try:
            preview = desk.preview(command)
        except UserError:
            continue
        gone = {c.fingerprint for c in preview.gone}
        if conflict.fingerprint in gone and preview.verdict is not Verdict.IMPOSSIBLE:
            found.append(Fix(label, command, preview))
    return found
