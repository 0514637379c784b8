"""One technician at one start: what it would break, and which own work would have to give way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict, verdict_of
from techsched.model.kinds import Rule, Severity, Verdict
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Days, Instant
from techsched.model.work import work_of
from techsched.plan.pause import gives_way, pause_of, released
from techsched.plan.wanted import NEW, Wanted
from techsched.rules import Scope, judge, new_conflicts, travel
from techsched.rules.coverage import uncovered
from techsched.rules.marks import marked
from techsched.rules.reasons import weight

_YIELDING = frozenset({Rule.DOUBLE_BOOKING, Rule.TRAVEL})
"""What may be mended by own work that gives way."""
_UNABLE = frozenset({Rule.PROFILE, Rule.SKILL, Rule.ABSENCE_REQUESTED})
_OF_TOTALS = frozenset({Rule.WEEK_HOURS, Rule.YEAR_HOURS})
"""Told of sums that any booking raises: never the same before and after."""


@dataclass(frozen=True, slots=True)
class Placing:
    """`rows` are the booking and the pieces of own work that it frees; `pauses` the ids of that own work.

    `conflicts` are those that it would add, worst first where `settled`. `after` is the schedule with the
    rows, where it was needed to judge them.
    """

    row: Assignment
    rows: tuple[Assignment, ...]
    pauses: tuple[int, ...]
    verdict: Verdict
    conflicts: tuple[Conflict, ...]
    after: Schedule | None = None


def placing(wanted: Wanted, technician_id: int, start: Instant, *, pausing: bool = True) -> Placing:
    """Judged by the booking alone: quick, and right but for what happens to other bookings of the day.

    Ends at the first hard conflict, unless own work that gives way mends it: for somebody whom nothing else
    speaks against, as nobody leaves their work for what they are not able to do.
    """
    row = wanted.row(technician_id, start)
    conflicts = _of_row(wanted, wanted.schedule, row)
    verdict = verdict_of(conflicts)
    if pausing and verdict is Verdict.IMPOSSIBLE and _is_worth_a_pause(conflicts):
        found = _with_pauses(wanted, row)
        if found is not None:
            return found
    return Placing(row, (row,), (), verdict, tuple(conflicts))


def _of_row(wanted: Wanted, schedule: Schedule, row: Assignment) -> list[Conflict]:
    """Of a booking that moves, all are looked at: a hard one may be its own already."""
    found = judge(schedule, row, wanted.work, now=wanted.now, stop_at_hard=wanted.held is None)
    return [c for c in found if c.fingerprint not in wanted.known] if wanted.known else found


def _is_worth_a_pause(conflicts: list[Conflict]) -> bool:
    hard = {c.rule for c in conflicts if c.severity is Severity.HARD and not c.kept}
    return hard <= _YIELDING and not any(c.rule in _UNABLE for c in conflicts)


def _with_pauses(wanted: Wanted, row: Assignment) -> Placing | None:
    """None when something in the way may not give way, or when it would not help."""
    schedule = wanted.schedule
    reach = 3 * 60 * MINUTE
    own: list[Assignment] = []
    for held in schedule.diary(row.technician_id).overlapping(row.start - reach, row.end + reach):
        if not held.occupies or held.id == row.id:
            continue
        if gives_way(wanted, held):
            if pause_of(schedule, row, held) is not None:
                own.append(held)
        elif held.start < row.end and row.start < held.end:
            return None
    if not own:
        return None
    rows = (row, *released(schedule, row, own, count(NEW + 1)))
    after = schedule.with_(wanted.change(rows))
    conflicts = _of_row(wanted, after, row)
    if verdict_of(conflicts) is Verdict.IMPOSSIBLE:
        return None
    known = {c.fingerprint for held in own for c in judge(schedule, held, work_of(schedule, held))}
    for piece in rows[1:]:
        for conflict in judge(after, piece, work_of(after, piece)):
            told = row.id in conflict.assignments or conflict.rule is Rule.UNCOVERED
            if not told and conflict.fingerprint not in known:
                conflicts.append(marked(after, conflict, wanted.now))
    conflicts.extend(_uncovered(schedule, after, own))
    verdict = verdict_of(conflicts)
    if verdict is Verdict.IMPOSSIBLE:
        return None
    return Placing(row, rows, tuple(held.id for held in own), verdict, tuple(conflicts), after)


def _uncovered(before: Schedule, after: Schedule, own: list[Assignment]) -> list[Conflict]:
    """Places that the pause leaves open, unless somebody else fills them too."""
    found: list[Conflict] = []
    for day in {held.day for held in own}:
        lines = {line.id for held in own if held.day == day and (line := work_of(before, held).line) is not None}
        scope = Scope(Days.single(day), technicians=frozenset(), lines=frozenset(lines))
        known = {conflict.fingerprint for conflict in uncovered(before, scope)}
        found.extend(marked(after, c, None) for c in uncovered(after, scope) if c.fingerprint not in known)
    return found


def settled(wanted: Wanted, found: Placing) -> Placing:
    """The same with all that it adds anywhere: its verdict is that of the booking's preview. Of own work that
    pauses that is known already."""
    new: tuple[Conflict, ...] | None = None
    if found.pauses:
        new = found.conflicts
    elif found.verdict is not Verdict.IMPOSSIBLE:
        new = _of_booking(wanted, found)
    if new is None:
        change = wanted.change(found.rows)
        new = new_conflicts(wanted.schedule, wanted.schedule.with_(change), change, wanted.now).new
    ordered = tuple(sorted(new, key=lambda c: (*weight(c), c.day, c.start, c.assignments)))
    return Placing(found.row, found.rows, found.pauses, verdict_of(ordered), ordered, found.after)


def _of_booking(wanted: Wanted, found: Placing) -> tuple[Conflict, ...] | None:
    """What a booking adds: its own conflicts, those of its neighbours' trips, and what it leaves behind where
    it was. None: one of those may have stood before, or the booking stays with its technician, which takes a
    longer look."""
    row = found.row
    if wanted.left_behind is None or (wanted.held is not None and wanted.held.technician_id == row.technician_id):
        return None
    if not all(row.id in c.assignments or c.rule in _OF_TOTALS for c in found.conflicts):
        return None
    if any(c.rule is Rule.UNCOVERED for c in found.conflicts):
        # somebody else may fill the place too
        return None
    return (*found.conflicts, *wanted.left_behind, *travel.beside(wanted.schedule, row))


def decisive_of(found: Placing) -> Conflict:
    """The hard conflict that a placing which does not fit is refused for."""
    return next(c for c in found.conflicts if c.severity is Severity.HARD and not c.kept)
