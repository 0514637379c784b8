"""What a check would find after a change, from what it found before: only what the change can touch is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Change, Touched
from techsched.model.conflict import Conflict, Override
from techsched.model.engagement import Placement, StaffingLine
from techsched.model.kinds import Rule
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.rules.booking import near, wide
from techsched.rules.coverage import uncovered
from techsched.rules.effect import Reach
from techsched.rules.marks import marked
from techsched.rules.reasons import in_order
from techsched.rules.scope import Scope

BIT = 2
"""Technicians, or lines, that are looked at between two pieces."""
BOOKINGS: frozenset[type[Row]] = frozenset({Assignment, Absence, CoverItem, Placement, Visit, Waiver, Override})
"""Rows that are about some people and places; any other may be about all."""


def touched(before: Schedule, after: Schedule, change: Change, now: Instant) -> Touched:
    if not change.tables <= BOOKINGS:
        return Touched(everything=True)
    reach = Reach(now)
    people: set[int] = set()
    for edit in change.edits:
        for schedule, row in ((before, edit.before), (after, edit.after)):
            if row is not None:
                reach.take(schedule, row)
                if isinstance(row, Placement):
                    people.add(row.technician_id)
    return Touched(frozenset(reach.days_of) | people, frozenset(reach.line_days))


def recheck(held: Iterable[Conflict], after: Schedule, days: Days, reached: Touched, now: Instant) -> list[Conflict]:
    """What `check` finds in `days`, when `held` is what it found before; marks are given anew to all.

    Not for `reached.everything`: then everything has to be checked.
    """
    fresh = _of_some(after, days, reached.technicians, reached.lines)
    for conflict in held:
        of_line = conflict.rule is Rule.UNCOVERED
        gone = conflict.line_id in reached.lines if of_line else conflict.technician_id in reached.technicians
        if not gone:
            fresh.append(replace(conflict, kept=False, past=False) if conflict.kept or conflict.past else conflict)
    return in_order(marked(after, conflict, now) for conflict in fresh)


def in_pieces(schedule: Schedule, days: Days, now: Instant) -> Iterator[list[Conflict]]:
    """`check` bit by bit, for who must not be kept waiting: all that was found by then, in order at the end."""
    found: list[Conflict] = []
    people, lines = sorted(schedule.rows(Technician)), sorted(schedule.rows(StaffingLine))
    for ids, of_lines in (*((some, ()) for some in _bits(people)), *(((), some) for some in _bits(lines))):
        found.extend(marked(schedule, c, now) for c in _of_some(schedule, days, frozenset(ids), frozenset(of_lines)))
        yield found
    yield in_order(found)


def _bits(ids: list[int]) -> Iterator[Sequence[int]]:
    for place in range(0, len(ids), BIT):
        yield ids[place : place + BIT]


def _of_some(schedule: Schedule, days: Days, technicians: frozenset[int], lines: frozenset[int]) -> list[Conflict]:
    nobody: frozenset[int] = frozenset()
    found: list[Conflict] = []
    if technicians:
        people = Scope(days, technicians=technicians, lines=nobody)
        found.extend(near(schedule, people))
        found.extend(wide(schedule, people))
    if lines:
        found.extend(uncovered(schedule, Scope(days, technicians=nobody, lines=lines)))
    return found
