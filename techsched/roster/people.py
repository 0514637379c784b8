"""A person's row of the week: days in a row with one and the same thing become one item."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from operator import attrgetter

from techsched.model.assignment import Assignment
from techsched.model.kinds import AbsenceKind
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import ONE_DAY, Days
from techsched.model.technician import Technician
from techsched.model.wall import day_of, day_span, days_span
from techsched.roster.cells import AWAY, Cell
from techsched.roster.entries import Item, Person, Shape
from techsched.roster.wording import letters, short_day
from techsched.words import say

_FOLDS = (Shape.WORK, Shape.AWAY, Shape.CLOSED)
_PRINTED = attrgetter("shape", "head", "hours", "brief", "detail", "covers", "tag", "remote", "tentative", "conflict")


def person_of(
    schedule: Schedule,
    technician: Technician,
    days: Days,
    rows: Iterable[Assignment],
    language: str,
    marked: Collection[int],
) -> Person:
    """`rows` are the technician's bookings of the days, by start; see `Cell` for `marked`."""
    zone = schedule.office.zone
    by_day: dict[date, list[Assignment]] = {}
    for row in rows:
        by_day.setdefault(day_of(row.start, zone), []).append(row)
    cells = [
        Cell(schedule, technician, day, column, zone, language, marked).items(by_day.get(day, []))
        for column, day in enumerate(days)
    ]
    items = tuple(
        _named(schedule, technician, days, item, language) if item.head == AWAY else item for item in _folded(cells)
    )
    home = letters(schedule, technician.home_district)
    return Person(technician.id, technician.name, home, technician.phone, items)


def week_rows(schedule: Schedule, technician_id: int, days: Days) -> list[Assignment]:
    """Occupying rows that start within the days on the office's clock, by start."""
    span = days_span(days, schedule.office.zone)
    found = schedule.diary(technician_id).overlapping(span.start, span.end)
    return [row for row in found if row.occupies and span.holds(row.start)]


def _folded(cells: list[list[Item]]) -> list[Item]:
    found: list[Item] = []
    alone = False
    for cell in cells:
        first = cell[0]
        if len(cell) == 1 and alone and first.shape in _FOLDS and _PRINTED(found[-1]) == _PRINTED(first):
            before = found[-1]
            found[-1] = replace(before, last=first.last, assignments=(*before.assignments, *first.assignments))
        else:
            found.extend(cell)
        alone = len(cell) == 1
    return found


def _named(schedule: Schedule, technician: Technician, days: Days, item: Item, language: str) -> Item:
    """Days away, with their end where it is known and not plain to see."""
    week = list(days)
    first, last = week[item.first], week[item.last]
    until = _away_until(schedule, technician, last)
    if until is not None and until > week[-1]:
        told = sentence("paper.away_until", day=until.isoformat())
    elif item.first == item.last or until is None:
        told = sentence("paper.away")
    else:
        key = "paper.away_two" if item.last == item.first + 1 else "paper.away_from_to"
        names = [short_day(day, language).split()[0] for day in (first, last)]
        told = sentence(key, first=names[0], last=names[1])
    return replace(item, head=say(told, language))


def _away_until(schedule: Schedule, technician: Technician, day: date) -> date | None:
    """Last day of the absences that follow upon each other from `day` on; None while no end is known.

    Where one kind of absence passes into another, nothing on paper shows the seam.
    """
    while True:
        ahead = day + ONE_DAY
        following = [
            absence
            for absence in schedule.absences_on(technician.id, ahead)
            if absence.kind is not AbsenceKind.TRAINING
            and absence.away_on(ahead, technician.zone) == day_span(ahead, technician.zone)
        ]
        if any(absence.after is None for absence in following):
            return None
        if not following:
            return day
        last = max(absence.days.last or ahead for absence in following)
        ends_whole = any(absence.days.last == last and absence.to_minute in (None, 1440) for absence in following)
        day = max(ahead, last if ends_whole else last - ONE_DAY)
