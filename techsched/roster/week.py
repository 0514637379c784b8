"""A week as a value: who does what on each day, in the words of the printed sheet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from techsched.model.conflict import Conflict
from techsched.model.kinds import Profile, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Days, Instant
from techsched.model.technician import Technician
from techsched.model.wall import Week
from techsched.roster.addresses import visit_lines
from techsched.roster.entries import DayHead, Group, Shape, Uncovered, VisitLine
from techsched.roster.heads import day_heads
from techsched.roster.people import person_of, week_rows
from techsched.roster.places import uncovered
from techsched.roster.wording import draft_stamp, week_dates
from techsched.words import say, term

ORDER = (Profile.SENIOR, Profile.ADMINISTRATOR, Profile.NETWORK, Profile.SYSTEMS, Profile.JUNIOR)
"""Profiles as they follow each other down the sheet."""


@dataclass(frozen=True, slots=True)
class RosterWeek:
    """All that a wall sheet says; equal schedules at equal times give equal weeks."""

    week: Week
    language: str
    city: str
    title: str
    dates: str
    stamp: str
    """Which version this is and when it was printed."""
    code: str
    """Of a published version, to be typed in to ask whether the sheet still holds; empty in a draft."""
    days: tuple[DayHead, ...]
    groups: tuple[Group, ...]
    uncovered: tuple[Uncovered, ...]
    visits: tuple[VisitLine, ...]
    districts: tuple[tuple[str, str], ...]
    """Letters and names of all districts of the city, by letters."""


def week_of(
    schedule: Schedule, week: Week, now: Instant, language: str, conflicts: Iterable[Conflict] = ()
) -> RosterWeek:
    """Reads a week of the office's zone. The days must lie in the schedule's window.

    `conflicts` between bookings mark both with "!": hard ones that nobody keeps, and double bookings even
    when kept. What a single booking lacks is the office's business and not the wall's.
    """
    days = week.days
    marked = _marked(conflicts)
    rows = {t.id: week_rows(schedule, t.id, days) for t in schedule.rows(Technician).values()}
    groups = []
    for profile in ORDER:
        people = [t for t in schedule.rows(Technician).values() if t.profile is profile]
        shown = [t for t in people if rows[t.id] or _employed_in(t, days)]
        if shown:
            shown.sort(key=_by_name)
            told = tuple(person_of(schedule, t, days, rows[t.id], language, marked) for t in shown)
            groups.append(Group(profile, term("profiles", profile, language), told))
    worked = {
        column
        for group in groups
        for person in group.people
        for item in person.items
        if item.shape in (Shape.WORK, Shape.VISIT, Shape.CLOSED)
        for column in range(item.first, item.last + 1)
    }
    booked = [row for held in rows.values() for row in held]
    districts = sorted((d.short, d.name) for d in schedule.city.districts.values())
    return RosterWeek(
        week,
        language,
        schedule.city.name,
        say(sentence("paper.week", number=week.number), language),
        week_dates(week, language),
        draft_stamp(now, schedule.office.zone, language),
        "",
        day_heads(schedule, days, worked, language),
        tuple(groups),
        uncovered(schedule, days, booked, language),
        visit_lines(schedule, booked, language),
        tuple(districts),
    )


def _marked(conflicts: Iterable[Conflict]) -> frozenset[int]:
    return frozenset(
        id
        for conflict in conflicts
        if len(conflict.assignments) > 1
        and (conflict.rule is Rule.DOUBLE_BOOKING or (conflict.severity is Severity.HARD and not conflict.kept))
        for id in conflict.assignments
    )


def _employed_in(technician: Technician, days: Days) -> bool:
    return technician.employed.overlaps(days)


def _by_name(technician: Technician) -> tuple[str, str, int]:
    """Alphabetical with accents aside: whoever looks for a name on the wall looks there."""
    bare = unicodedata.normalize("NFKD", technician.name.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)), technician.name, technician.id
