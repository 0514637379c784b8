"""The days that an engagement makes, on site and remote, and those that holidays and closures leave out. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from techsched.model.change import Change, Edit
from techsched.model.demand import demand, site_of_line
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import Mode
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import ONE_DAY, Days


@dataclass(frozen=True, slots=True)
class Made:
    """Days that one or more lines ask for, by mode; `holidays` are asked weekdays that are left out, by name."""

    days: Mapping[date, frozenset[Mode]]
    person_days: int
    on_site: int
    remote: int
    holidays: Mapping[date, str]
    closed: tuple[date, ...]


def made(schedule: Schedule, engagement: Engagement, lines: Sequence[StaffingLine], until: date) -> Made:
    """Of an engagement that need not be in the office yet, to the day before `until`."""
    rows: list[Row] = [engagement, *lines]
    edits = [(schedule.get(type(row), row.id), row) for row in rows]
    change = Change(Sentence("undo.draft"), tuple(Edit(before, row) for before, row in edits if before != row))
    thought = schedule.with_(change)
    found: dict[date, set[Mode]] = {}
    holidays: dict[date, str] = {}
    closed: set[date] = set()
    persons = on_site = remote = 0
    for line in lines:
        within = Days(engagement.first, max(until, engagement.first + ONE_DAY)).common(line.days)
        if within is None:
            continue
        asked = {each.day: each for each in demand(thought, line, within)}
        for day, each in asked.items():
            found.setdefault(day, set()).add(each.mode)
            persons += line.headcount
            on_site += line.headcount if each.mode is Mode.ON_SITE else 0
            remote += line.headcount if each.mode is Mode.REMOTE else 0
        if engagement.state.makes_demand:
            left, shut = _left_out(thought, line, within, asked.keys())
            holidays.update(left)
            closed.update(shut)
    days = {day: frozenset(modes) for day, modes in sorted(found.items())}
    free = {day: name for day, name in sorted(holidays.items()) if day not in days}
    return Made(days, persons, on_site, remote, free, tuple(sorted(closed - days.keys())))


def _left_out(schedule: Schedule, line: StaffingLine, within: Days, asked: object) -> tuple[dict[date, str], set[date]]:
    """Days that the line names and nobody works: public holidays by name, and the client's closures."""
    site = site_of_line(schedule, line)
    calendar = schedule.office.calendar if site is None else site.calendar
    holidays: dict[date, str] = {}
    closed: set[date] = set()
    for day in within:
        if line.hours_on(day) is None or day in asked:  # type: ignore[operator]
            continue
        named = schedule.holidays_on(calendar, day)
        if named and not line.works_holidays:
            holidays[day] = named[0].name
        else:
            closed.add(day)
    return holidays, closed
