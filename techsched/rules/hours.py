"""Hours worked: over the day's, the week's, and by forecast over the year's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule, Severity
from techsched.model.ruleset import Limits
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.wall import Week, instant
from techsched.model.work import Work
from techsched.model.worked import Workdays, workdays_of
from techsched.model.year import allowed_minutes, forecast_minutes
from techsched.rules.scope import Scope, technicians_in

_WORKDAYS = 5
"""A week's hours are shared out over Monday to Friday where a season begins or ends within it."""


def daily(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """The row's working day, with the trips that count as work."""
    workdays = workdays_of(schedule, row)
    day = workdays.day_of(row)
    today = workdays.on(day)
    if today is None:
        return
    allowed = schedule.limits(row.technician_id, day).day_max
    if today.minutes <= allowed:
        return
    technician = workdays.technician
    rows = {stop.row.id for link in workdays.links(day) if (stop := link.after) is not None}
    yield Conflict(
        rule=Rule.DAY_HOURS,
        severity=Severity.WARNING,
        start=today.start,
        end=today.end,
        day=day,
        technician_id=technician.id,
        assignments=tuple(sorted(rows)),
        facts=(
            ("technician", technician.name),
            ("day", day.isoformat()),
            ("worked", today.minutes),
            ("allowed", allowed),
        ),
    )


def longer(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """The week and the year of the row."""
    workdays = workdays_of(schedule, row)
    day = workdays.day_of(row)
    yield from _week(schedule, workdays, day - timedelta(days=day.weekday()))
    yield from _year(schedule, workdays, day.year)


def longer_in(schedule: Schedule, scope: Scope) -> Iterator[Conflict]:
    """All weeks and years that the scope's days touch."""
    last = scope.days.last
    assert last is not None
    mondays = [scope.days.first - timedelta(days=scope.days.first.weekday())]
    while mondays[-1] + timedelta(days=7) <= last:
        mondays.append(mondays[-1] + timedelta(days=7))
    for technician in technicians_in(schedule, scope):
        workdays = Workdays(schedule, technician)
        for monday in mondays:
            yield from _week(schedule, workdays, monday)
        for year in range(scope.days.first.year, last.year + 1):
            yield from _year(schedule, workdays, year)


def _week(schedule: Schedule, workdays: Workdays, monday: date) -> Iterator[Conflict]:
    technician = workdays.technician
    worked = workdays.minutes_in_week(monday)
    limits = schedule.limits(technician.id, monday)
    if worked <= min(technician.weekly_minutes, limits.august_week_max):
        return
    allowed = _allowed_in_week(schedule, technician, monday, limits)
    if worked <= allowed:
        return
    yield Conflict(
        rule=Rule.WEEK_HOURS,
        severity=Severity.WARNING,
        start=instant(monday, 0, technician.zone),
        end=instant(monday + timedelta(days=7), 0, technician.zone),
        day=monday,
        technician_id=technician.id,
        facts=(
            ("technician", technician.name),
            ("week", Week.of(monday).number),
            ("worked", worked),
            ("allowed", allowed),
        ),
    )


def _allowed_in_week(schedule: Schedule, technician: Technician, monday: date, limits: Limits) -> int:
    """The contract's hours; on days of the pattern's season (August) no more than the agreement's for it."""
    usual = technician.weekly_minutes
    short = 0
    for offset in range(_WORKDAYS):
        day = monday + timedelta(days=offset)
        pattern = schedule.working_pattern(technician.id, day)
        if pattern is not None and not pattern.season_from and pattern.after is None:
            # it holds for the rest of the week, and has no season
            break
        short += pattern is not None and pattern.in_season(day)
    return (usual * (_WORKDAYS - short) + min(usual, limits.august_week_max) * short) // _WORKDAYS


def _year(schedule: Schedule, workdays: Workdays, year: int) -> Iterator[Conflict]:
    technician = workdays.technician
    limits = schedule.limits(technician.id, date(year, 12, 31))
    forecast = forecast_minutes(workdays, year)
    allowed = allowed_minutes(technician, limits.year_max, year)
    if forecast <= allowed:
        return
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    yield Conflict(
        rule=Rule.YEAR_HOURS,
        severity=Severity.WARNING,
        start=instant(first, 0, technician.zone),
        end=instant(after, 0, technician.zone),
        day=first,
        technician_id=technician.id,
        facts=(
            ("technician", technician.name),
            ("year", year),
            ("worked", forecast),
            ("allowed", allowed),
        ),
    )
