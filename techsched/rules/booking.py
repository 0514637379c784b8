"""The rules of one booking, stored or only thought of, and the walk that applies them to a scope."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Severity
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.model.work import Work, work_of
from techsched.rules import (
    away,
    clash,
    coverage,
    district,
    holiday,
    hours,
    mode,
    notice,
    pattern,
    pause,
    response,
    rest,
    skill,
    travel,
    window,
)
from techsched.rules.marks import marked
from techsched.rules.presence import meets_absence, own_time
from techsched.rules.scope import Scope, bookings_in

BookingRule = Callable[[Schedule, Assignment, Work], Iterator[Conflict]]
"""What is broken about one row that occupies its technician. The row need not be in the schedule; where the
schedule has another version of it (the same id), the rule leaves that one out of account. A conflict between
rows, or of a week or year, comes out equal from whichever of its rows it is asked for."""

NEAR: tuple[BookingRule, ...] = (
    away.of,
    skill.of,
    clash.of,
    travel.of,
    rest.daily,
    window.of,
    mode.of,
    holiday.of,
    response.of,
    hours.daily,
    pause.of,
    pattern.of,
    pattern.opening,
    district.of,
)
"""Rules that look at the row itself and at bookings of the day before and after it. Those with hard conflicts come
first, in the order of `REASONS`, so that the first hard conflict found is the decisive one."""

WIDE: tuple[BookingRule, ...] = (rest.weekly, hours.longer)
"""Rules that look further: weeks, the rest within two of them, the year."""

MARGIN_NEAR = 1
MARGIN_WIDE = 14
"""Days around a changed row in which other rows of the same technician may change their conflicts."""


def judge(
    schedule: Schedule,
    row: Assignment,
    work: Work,
    *,
    now: Instant | None = None,
    stop_at_hard: bool = False,
) -> list[Conflict]:
    """All conflicts that a row would have, without building a schedule with it.

    For a row that the schedule has already, moved in thought: conflicts that it has today are among them,
    and those that were kept bear their mark. `now` adds what is asked of bookings made today (short notice).
    `stop_at_hard` ends at the first hard conflict that nobody kept, which is the decisive one and stands last.
    """
    found: list[Conflict] = []
    for raised in _judged(schedule, row, work, now):
        conflict = marked(schedule, raised, now, row)
        found.append(conflict)
        if stop_at_hard and conflict.severity is Severity.HARD and not conflict.kept:
            break
    return found


def _judged(schedule: Schedule, row: Assignment, work: Work, now: Instant | None) -> Iterator[Conflict]:
    if row.placement_id is not None:
        yield from coverage.under_absence(schedule, row, work)
    yield from _of(schedule, row, work, NEAR)
    yield from _of(schedule, row, work, WIDE)
    if now is not None:
        yield from notice.of(schedule, row, work, now)


def _of(schedule: Schedule, row: Assignment, work: Work, rules: tuple[BookingRule, ...]) -> Iterator[Conflict]:
    """Nobody travels, rests or is too junior in an absence: of a row it takes whole, only it and a clash count."""
    if not row.occupies:
        return
    if meets_absence(schedule, row) and not own_time(schedule, row):
        rules = tuple(rule for rule in rules if rule is away.of or rule is clash.of)
    for rule in rules:
        yield from rule(schedule, row, work)


def near(schedule: Schedule, scope: Scope) -> Iterator[Conflict]:
    return _walk(schedule, scope, NEAR)


def wide(schedule: Schedule, scope: Scope) -> Iterator[Conflict]:
    """What `WIDE` finds for each booking of the scope, technician by technician."""
    yield from rest.weekly_in(schedule, scope)
    yield from hours.longer_in(schedule, scope)


def _walk(schedule: Schedule, scope: Scope, rules: tuple[BookingRule, ...]) -> Iterator[Conflict]:
    """Each conflict once, also one that several rows share."""
    if not rules:
        return
    seen: set[Conflict] = set()
    for row in bookings_in(schedule, scope):
        for conflict in _of(schedule, row, work_of(schedule, row), rules):
            if conflict not in seen:
                seen.add(conflict)
                yield conflict
