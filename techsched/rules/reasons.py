"""Which of several conflicts is the one reason to give."""

from __future__ import annotations

from collections.abc import Iterable

from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule

REASONS: tuple[Rule, ...] = (
    Rule.EMPLOYMENT,
    Rule.ABSENCE,
    Rule.CERTIFICATION,
    Rule.CLEARANCE,
    Rule.PROFILE,
    Rule.SKILL,
    Rule.DOUBLE_BOOKING,
    Rule.TRAVEL,
    Rule.TRAVEL_UNKNOWN,
    Rule.DAILY_REST,
    Rule.VISIT_WINDOW,
    Rule.MODE,
    Rule.WEEKLY_REST,
    Rule.ABSENCE_REQUESTED,
    Rule.HOLIDAY,
    Rule.CLOSURE,
    Rule.RESPONSE,
    Rule.DISPLACES,
    Rule.TRAVEL_EXTRA,
    Rule.UNCOVERED,
    Rule.TRAVEL_TIGHT,
    Rule.DAY_HOURS,
    Rule.WEEK_HOURS,
    Rule.YEAR_HOURS,
    Rule.BREAK,
    Rule.PATTERN,
    Rule.OPENING_HOURS,
    Rule.DISTRICT,
    Rule.LANGUAGE,
    Rule.OVER_QUALIFIED,
    Rule.SHORT_NOTICE,
)
"""Who is not there goes before who may not, who cannot, and when it does not suit."""

_PLACE = {rule: place for place, rule in enumerate(REASONS)}


def weight(conflict: Conflict) -> tuple[int, int]:
    """Sorts the worst first: by severity, then in the order of `REASONS`."""
    return -conflict.severity, _PLACE[conflict.rule]


def in_order(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """By day, the worst first within a day; the same conflicts in any order come out in one."""
    return sorted(conflicts, key=_turn)


def _turn(conflict: Conflict) -> tuple[object, ...]:
    return (
        conflict.day,
        *weight(conflict),
        conflict.start,
        conflict.technician_id or 0,
        conflict.assignments,
        conflict.line_id or 0,
        conflict.place or 0,
        conflict.end,
    )


def decisive(conflicts: Iterable[Conflict]) -> Conflict:
    """The one reason among conflicts that nobody kept, or among all when all are kept.

    Raises ValueError when there are none.
    """
    return min(conflicts, key=lambda c: (c.kept, *weight(c), c.start, c.assignments))
