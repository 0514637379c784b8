"""What waits for somebody: visits not fully booked, and runs of uncovered days, the soonest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule, VisitState
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Instant
from techsched.model.visit import Visit

LATER: Instant = 1 << 62


@dataclass(frozen=True, slots=True)
class UncoveredRun:
    """One promised place on consecutive days that nobody fills.

    `rows` are the bookings of somebody who is away, empty where nobody is placed.
    """

    line_id: int
    place: int
    days: tuple[date, ...]
    start: Instant
    rows: tuple[int, ...]
    absence_id: int | None
    conflicts: tuple[Conflict, ...]


def waiting_visits(schedule: Schedule) -> list[Visit]:
    """Open visits that still lack somebody, by deadline or end of window, then priority."""
    return in_turn(visit for visit in schedule.rows(Visit).values() if is_waiting(schedule, visit))


def is_waiting(schedule: Schedule, visit: Visit) -> bool:
    # most visits of a year are over, and most others booked: those are the quick answers
    if visit.outcome or not schedule.lacks_somebody(visit):
        return False
    return schedule.visit_state(visit) is VisitState.REQUESTED


def in_turn(visits: Iterable[Visit]) -> list[Visit]:
    """By deadline or end of window, then priority."""
    return sorted(visits, key=lambda v: (v.due_by or v.window_to or LATER, v.priority.rank, v.code))


def uncovered_runs(conflicts: Iterable[Conflict]) -> list[UncoveredRun]:
    """Uncovered places of a check, folded into runs of days of one place; past ones left out."""
    open_days = [c for c in conflicts if c.rule is Rule.UNCOVERED and not c.kept and not c.past]
    runs: list[UncoveredRun] = []
    for conflict in sorted(open_days, key=lambda c: (c.line_id or 0, c.place or 0, c.day, c.start)):
        assert conflict.line_id is not None and conflict.place is not None
        last = runs[-1] if runs else None
        same = last is not None and (last.line_id, last.place, last.absence_id) == (
            conflict.line_id,
            conflict.place,
            conflict.absence_id,
        )
        if last is not None and same and conflict.day - last.days[-1] <= ONE_DAY:
            days = last.days if conflict.day == last.days[-1] else (*last.days, conflict.day)
            runs[-1] = UncoveredRun(
                last.line_id,
                last.place,
                days,
                last.start,
                (*last.rows, *conflict.assignments),
                last.absence_id,
                (*last.conflicts, conflict),
            )
        else:
            runs.append(
                UncoveredRun(
                    conflict.line_id,
                    conflict.place,
                    (conflict.day,),
                    conflict.start,
                    conflict.assignments,
                    conflict.absence_id,
                    (conflict,),
                )
            )
    return sorted(runs, key=lambda run: (run.start, run.line_id))
