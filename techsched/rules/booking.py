"""The rules of one booking, stored or only thought of, and the walk that applies them to a scope."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Severity
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.wall import day_of
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

DAYS: tuple[BookingRule, ...] = (rest.daily, hours.daily, pause.of)
"""Of `NEAR`, those about the technician's whole day: the same from each of its rows, so that a walk asks one."""

OWN: tuple[BookingRule, ...] = tuple(rule for rule in NEAR if rule not in DAYS)

WIDE: tuple[BookingRule, ...] = (rest.weekly, hours.longer)
"""Rules that look further: weeks, the rest within two of them, the year."""

_WHEN_ABSENT = (away.of, clash.of)
"""Nobody travels, rests or is too junior in an absence."""

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
    """Of a row that an absence takes whole, only the absence and a clash count."""
    if not row.occupies:
        return
    if meets_absence(schedule, row) and not own_time(schedule, row):
        rules = tuple(rule for rule in rules if rule in _WHEN_ABSENT)
    for rule in rules:
        yield from rule(schedule, row, work)


@dataclass(frozen=True, slots=True)
class Focus:
    """What a change of bookings can alter: these rows, and on the days on which they are, the others beside them.

    `days` are pairs of technician and day in the technician's zone. Whatever a row breaks by itself, without its
    neighbours, is left out of account where the row is not one of these: it is the same before and after.
    """

    rows: frozenset[int]
    days: frozenset[tuple[int, date]]


def near(schedule: Schedule, scope: Scope, focus: Focus | None = None) -> Iterator[Conflict]:
    """What `NEAR` finds for the bookings of the scope, each conflict once; with a focus, what can have changed."""
    seen: set[Conflict] = set()
    asked: set[tuple[int, date]] = set()
    for row in bookings_in(schedule, scope):
        day = own_day(schedule, row)
        rules = OWN
        if focus is not None and row.id not in focus.rows:
            # a clash with a row of the focus is found from there
            rules = (travel.of,) if day in focus.days else ()
        absent = meets_absence(schedule, row) and not own_time(schedule, row)
        if absent:
            rules = tuple(rule for rule in rules if rule in _WHEN_ABSENT)
        elif day not in asked:
            asked.add(day)
            rules += DAYS if focus is None or day in focus.days else (rest.daily,)
        if not rules:
            continue
        work = work_of(schedule, row)
        for rule in rules:
            for conflict in rule(schedule, row, work):
                if conflict not in seen:
                    seen.add(conflict)
                    yield conflict


def own_day(schedule: Schedule, row: Assignment) -> tuple[int, date]:
    """The row's technician, and the day on which it starts in that one's zone."""
    zone = schedule.row(Technician, row.technician_id).zone
    return row.technician_id, row.day if row.zone == zone else day_of(row.start, zone)


def wide(schedule: Schedule, scope: Scope) -> Iterator[Conflict]:
    """What `WIDE` finds for each booking of the scope, technician by technician."""
    yield from rest.weekly_in(schedule, scope)
    yield from hours.longer_in(schedule, scope)
