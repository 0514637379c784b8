"""One technician at one start: what it would break, and which own work would have to give way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict, verdict_of
from techsched.model.journey import stops_on
from techsched.model.kinds import Rule, Severity, Verdict
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Instant
from techsched.model.technician import Technician
from techsched.model.wall import day_of
from techsched.model.work import work_of
from techsched.plan.pause import gives_way, pause_of, released
from techsched.plan.wanted import NEW, Wanted
from techsched.rules import judge, new_conflicts
from techsched.rules.reasons import weight

_YIELDING = frozenset({Rule.DOUBLE_BOOKING, Rule.TRAVEL})
"""What may be mended by own work that gives way."""


@dataclass(frozen=True, slots=True)
class Placing:
    """`rows` are the booking and the pieces of own work that it frees; `pauses` the ids of that own work.

    `conflicts` are those that it would add, worst first where `settled`.
    """

    row: Assignment
    rows: tuple[Assignment, ...]
    pauses: tuple[int, ...]
    verdict: Verdict
    conflicts: tuple[Conflict, ...]


def placing(wanted: Wanted, technician_id: int, start: Instant, *, pausing: bool = True) -> Placing:
    """Judged by the booking alone: quick, and right but for what happens to other bookings of the day.

    Ends at the first hard conflict, unless own work that gives way mends it.
    """
    row = wanted.row(technician_id, start)
    conflicts = _of_row(wanted, wanted.schedule, row)
    verdict = verdict_of(conflicts)
    if pausing and verdict is Verdict.IMPOSSIBLE and conflicts[-1].rule in _YIELDING:
        found = _with_pauses(wanted, row)
        if found is not None:
            return found
    return Placing(row, (row,), (), verdict, tuple(conflicts))


def _of_row(wanted: Wanted, schedule: Schedule, row: Assignment) -> list[Conflict]:
    """Of a booking that moves, all are looked at: a hard one may be its own already."""
    found = judge(schedule, row, wanted.work, now=wanted.now, stop_at_hard=wanted.held is None)
    return [c for c in found if c.fingerprint not in wanted.known] if wanted.known else found


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
    return Placing(row, rows, tuple(held.id for held in own), Verdict.APPROVAL, tuple(conflicts))


def settled(wanted: Wanted, found: Placing) -> Placing:
    """The same with all that it adds anywhere: what a preview of the booking shows, and storing it meets."""
    if wanted.held is None and not found.pauses:
        new = _of_new_booking(wanted, found)
    else:
        change = wanted.change(found.rows)
        new = new_conflicts(wanted.schedule, wanted.schedule.with_(change), change, wanted.now).new
    return Placing(found.row, found.rows, found.pauses, verdict_of(new), new)


def _of_new_booking(wanted: Wanted, found: Placing) -> tuple[Conflict, ...]:
    """A booking that takes nothing away can only add its own conflicts and those of its neighbours of the day."""
    before = wanted.schedule
    technician = before.row(Technician, found.row.technician_id)
    stops = stops_on(before, technician, day_of(found.row.start, technician.zone))
    neighbours = {stop.row.id: stop.row for stop in stops}
    visit = [] if wanted.visit is None else before.bookings_of(wanted.visit)
    neighbours.update((row.id, row) for row in visit)
    if not neighbours:
        new = {c.fingerprint: c for c in judge(before, found.row, wanted.work, now=wanted.now)}
    else:
        after = before.with_(wanted.change(found.rows))
        new = {c.fingerprint: c for c in judge(after, found.row, wanted.work, now=wanted.now)}
        for row in neighbours.values():
            new.update((c.fingerprint, c) for c in judge(after, row, work_of(before, row)))
        for row in neighbours.values():
            for conflict in judge(before, row, work_of(before, row)):
                new.pop(conflict.fingerprint, None)
    return tuple(sorted(new.values(), key=lambda c: (*weight(c), c.day, c.start, c.assignments)))


def decisive_of(found: Placing) -> Conflict:
    """The hard conflict that a placing which does not fit is refused for."""
    return next(c for c in found.conflicts if c.severity is Severity.HARD and not c.kept)
