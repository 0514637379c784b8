"""Promised places and booked visits of a week that nobody fills, told under the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.client import Client, Site
from techsched.model.conflict import Conflict
from techsched.model.demand import site_of_line
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import day_of
from techsched.roster.entries import Uncovered
from techsched.roster.wording import (
    capital,
    clock,
    days_text,
    engagement_words,
    hours_text,
    line_words,
    place_tag,
    short_day,
)
from techsched.rules import coverage
from techsched.rules.presence import gaps, is_decided, meets_absence
from techsched.rules.scope import Scope
from techsched.words import say

Dated = tuple[date, Uncovered]


def uncovered(schedule: Schedule, days: Days, rows: Iterable[Assignment], language: str) -> tuple[Uncovered, ...]:
    """By first day, then client, of the closed `days`; `rows` are the bookings of these days.

    What somebody has decided to leave as it is does not count.
    """
    by_line: dict[int, list[Conflict]] = {}
    for conflict in coverage.uncovered(schedule, Scope(days)):
        if conflict.line_id is not None:
            by_line.setdefault(conflict.line_id, []).append(conflict)
    found: list[Dated] = []
    for id, conflicts in by_line.items():
        found.extend(_of_line(schedule, schedule.row(StaffingLine, id), conflicts, language))
    for id in {row.visit_id: None for row in rows if row.visit_id is not None}:
        found.extend(_of_visit(schedule, schedule.row(Visit, id), language))
    found.sort(key=lambda pair: (pair[0], pair[1].head, pair[1].text))
    return tuple(entry for _, entry in found)


def _of_line(schedule: Schedule, line: StaffingLine, conflicts: list[Conflict], language: str) -> Iterator[Dated]:
    """One entry for all days on which the same number is missing, at the same hours, for the same reason."""
    site = site_of_line(schedule, line)
    alike: dict[tuple[date, str, str, str], int] = {}
    for conflict in conflicts:
        technician = schedule.get(Technician, conflict.technician_id)
        absent = "" if technician is None or conflict.absence_id is None else technician.name
        hours = hours_text(conflict.span, schedule.office.zone)
        tag = place_tag(schedule, site, line.mode_on(conflict.day), language)
        key = (conflict.day, hours, tag, absent)
        alike[key] = alike.get(key, 0) + 1
    missing: dict[tuple[str, str, int, str], list[date]] = {}
    for (day, hours, tag, absent), count in sorted(alike.items()):
        missing.setdefault((hours, tag, count, absent), []).append(day)
    engagement = schedule.row(Engagement, line.engagement_id)
    client = schedule.row(Client, engagement.client_id)
    head, what = engagement_words(client, engagement, line.service or engagement.title, language)
    asks = line_words(line, language)
    for (hours, tag, count, absent), on in missing.items():
        told = [
            capital(days_text(on, language)),
            hours,
            what,
            "" if asks == what else asks,
            say(sentence("paper.people", n=count), language) if count > 1 else "",
            say(sentence("paper.is_away", who=absent), language) if absent else "",
        ]
        yield on[0], Uncovered(head, ", ".join(filter(None, told)), tag)


def _of_visit(schedule: Schedule, visit: Visit, language: str) -> Iterator[Dated]:
    """A visit that has begun to be booked: what is still only asked for waits elsewhere, not on the wall."""
    booked = schedule.bookings_of(visit)
    if not visit.is_open or not booked:
        return
    missing = [row for row in booked if gaps(schedule, row)]
    have = len(booked) - len(missing)
    if have >= visit.people or (missing and all(is_decided(schedule, row) for row in missing)):
        return
    zone = schedule.office.zone
    first = booked[0]
    on = day_of(first.start, zone)
    told = [f"{capital(short_day(on, language))} {clock(first.start, zone)}", visit.title or visit.service]
    if visit.people > 1:
        told.append(say(sentence("paper.one_of", have=have, want=visit.people), language))
    for row in missing:
        if meets_absence(schedule, row):
            who = schedule.row(Technician, row.technician_id).name
            told.append(say(sentence("paper.is_away", who=who), language))
    site = schedule.row(Site, visit.site_id)
    client = schedule.row(Client, visit.client_id)
    tag = place_tag(schedule, site, first.mode, language)
    yield on, Uncovered(client.name, ", ".join(filter(None, told)), tag)
