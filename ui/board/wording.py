"""Short texts of the board in the reader's language: times, lengths, days, names of places. No widgets."""

from __future__ import annotations

from datetime import date

from techsched.model.client import Site
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.model.wall import clock_text, day_of, local, minute_of
from techsched.words import day as day_text
from techsched.words import length

DAY = 24 * 60
"""Minutes."""


def clock(moment: Instant, zone: str) -> str:
    return clock_text(minute_of(moment, zone))


def spell_day(day: date, language: str) -> str:
    return day_text(day.isoformat(), language)


def cap_day(day: date, language: str) -> str:
    """The same at the beginning of a line: 'Jue 26 nov'."""
    told = spell_day(day, language)
    return told[0].upper() + told[1:]


def clock_span(start: Instant, end: Instant, zone: str) -> str:
    """'09:00–18:00'; an end at midnight reads 24:00."""
    last = clock(end, zone)
    return f"{clock(start, zone)}–{'24:00' if last == '00:00' else last}"


def two_clocks(start: Instant, end: Instant, zone: str, other: str) -> str:
    """The span on the first clock, and on the other one where they differ."""
    first, second = clock_span(start, end, zone), clock_span(start, end, other)
    if first == second:
        return first
    city = other.rpartition("/")[2].replace("_", " ")
    return f"{first} ({city} {second})"


def uncovered_days(days: int, language: str) -> str:
    """'2 days uncovered'."""
    if language == "en":
        return f"{days} {'day' if days == 1 else 'days'} uncovered"
    return f"{days} {'día' if days == 1 else 'días'} sin cubrir"


def place_name(schedule: Schedule, site: Site | None) -> str:
    """'Chamberí · Calle Luchana 23'."""
    if site is None:
        return ""
    district = schedule.city.districts.get(site.district)
    where = district.name if district is not None else site.name
    return f"{where} · {site.address}" if site.address else where


def due_text(due: Instant, now: Instant, zone: str, language: str) -> tuple[str, str]:
    """How a deadline reads, and its colour role: '2 h 18 left', 'today 17:30', 'Thu 26 Nov 13:00', 'late by …'."""
    minutes = (due - now) // 60
    if minutes < 0:
        days = -minutes // DAY
        if days >= 2:
            return (f"late by {days} days" if language == "en" else f"{days} días de retraso"), "bad"
        late = length(-minutes)
        return (f"late by {late}" if language == "en" else f"{late} de retraso"), "bad"
    if minutes < 4 * 60:
        left = length(minutes)
        return (f"{left} left" if language == "en" else f"quedan {left}"), "bad"
    at = clock(due, zone)
    if day_of(due, zone) == day_of(now, zone):
        return (f"Today {at}" if language == "en" else f"Hoy {at}"), "warn"
    return f"{cap_day(local(due, zone).date(), language)} {at}", "ink2"
