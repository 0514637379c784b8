"""The heads of the day columns: public holidays, changes of clocks, and clients that are closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from techsched.model.client import Client
from techsched.model.demand import is_worked, site_of_line
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import MINUTE, Days
from techsched.model.wall import day_span, local, offset_minutes
from techsched.roster.entries import DayHead
from techsched.roster.wording import capital, column_name, short_day
from techsched.words import say
from techsched.words.paper import country_name


def day_heads(schedule: Schedule, days: Days, worked: set[int], language: str) -> tuple[DayHead, ...]:
    """One for each of the days; `worked` are the columns on which somebody has work."""
    closed = _closed(schedule, days)
    return tuple(
        DayHead(
            day,
            column_name(day, language),
            capital(short_day(day, language)),
            (
                *_holidays(schedule, day, language),
                *_clock_change(day, schedule.office.zone, language),
                *_closings(closed.get(day, {}), language),
            ),
            day.weekday() >= 5,
            column in worked,
        )
        for column, day in enumerate(days)
    )


def _holidays(schedule: Schedule, day: date, language: str) -> Iterator[str]:
    told: set[str] = set()
    for holiday in schedule.holidays_on(schedule.office.calendar, day):
        if holiday.name not in told:
            told.add(holiday.name)
            name = holiday.name
            yield say(sentence("paper.half_day", name=name), language) if holiday.half_day else name


def _clock_change(day: date, zone: str, language: str) -> Iterator[str]:
    """'Clocks back at 03:00': the time is the one that the clock shows just before it is turned."""
    span = day_span(day, zone)
    before, after = offset_minutes(span.start, zone), offset_minutes(span.end - 1, zone)
    if before == after:
        return
    low, high = span.start, span.end - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset_minutes(middle, zone) == before else (low, middle)
    wall = local(high - MINUTE, zone)
    minute = wall.hour * 60 + wall.minute + 1
    key = "paper.clocks_back" if after < before else "paper.clocks_forward"
    yield say(sentence(key, time=f"{minute // 60:02d}:{minute % 60:02d}"), language)


def _closed(schedule: Schedule, days: Days) -> dict[date, dict[str, str]]:
    """Clients whose work of a day falls away though the office works, with their country where it is another's."""
    found: dict[date, dict[str, str]] = {}
    open_days = [day for day in days if not schedule.holidays_on(schedule.office.calendar, day)]
    home = schedule.office.calendar.split("-")[0]
    for line in schedule.rows(StaffingLine).values():
        engagement = schedule.row(Engagement, line.engagement_id)
        if not engagement.state.makes_demand:
            continue
        for day in open_days:
            if day in engagement.days and line.hours_on(day) is not None and not is_worked(schedule, line, day):
                site = site_of_line(schedule, line)
                country = "" if site is None else site.calendar.split("-")[0]
                client = schedule.row(Client, engagement.client_id)
                found.setdefault(day, {})[client.name] = "" if country == home else country
    return found


def _closings(clients: dict[str, str], language: str) -> Iterator[str]:
    countries = set(clients.values())
    if len(countries) == 1 and "" not in countries:
        yield say(sentence("paper.country_closed", country=country_name(countries.pop(), language)), language)
    elif len(clients) == 1:
        yield say(sentence("paper.one_closed", client=next(iter(clients))), language)
    elif clients:
        yield say(sentence("paper.many_closed", n=len(clients)), language)
