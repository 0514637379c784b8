"""Random offices for roster pages, and a measure that needs no font."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import count
from random import Random
from typing import Any

from techsched.model.assignment import Assignment
from techsched.model.client import Site
from techsched.model.engagement import Placement
from techsched.model.growth import grow
from techsched.model.hours import week_hours
from techsched.model.kinds import AbsenceKind, AssignmentState, Firmness, Mode, Profile
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import Span
from techsched.model.technician import Technician
from techsched.model.wall import instant
from techsched.roster.marks import POINT
from tests.builders import (
    GROWN_UNTIL,
    MONDAY,
    ZONE,
    absence,
    booking,
    client,
    engagement,
    holiday,
    id_of,
    line,
    pattern,
    placement,
    schedule,
    site,
    technician,
    visit,
)

NAMES = (
    "Ana",
    "Óscar Peña",
    "María de los Ángeles Fernández-Villaverde y García de la Torre",
    "Muhammad Abdurrahman",
    "Ng",
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen",
)
CLIENTS = (
    "Bufete Larra",
    "Harbor & Pine, Boston",
    "Asociación de Comerciantes y Profesionales Autónomos del Noroeste de Madrid, S. Coop.",
    "Ñ",
    "www.this-is-one-very-long-word-without-any-blank.example",
)
PHONES = ("", "600 000 201", "+34 600 000 201 ext. 4411 (after 18:00)")
SECRET = "knee operation"
"""Noted with every absence that is no training."""


def monospaced(text: str, size: float, weight: int) -> float:
    """Every letter alike: deterministic, additive, and wider than Inter."""
    return len(text) * size * POINT * (0.6 if weight > 400 else 0.56)


@lru_cache(maxsize=100)
def office(seed: int, people: int = 12) -> Schedule:
    """Bookings may overlap, stand outside patterns, be covered, released or withdrawn."""
    chance = Random(seed)
    rows: list[Row] = [holiday(MONDAY + timedelta(days=chance.randrange(30)), "ES", name="Feast")]
    places = [
        site(f"{name} {n}", client_id=id_of("client", name), district=f"{chance.randrange(22):02d}")
        for n, name in enumerate(CLIENTS)
    ]
    rows += [client(name) for name in CLIENTS] + places
    for n in range(chance.randint(1, people)):
        rows += [_person(chance, f"T{n}"), *_work(chance, f"T{n}", places)]
        if chance.random() < 0.5:
            worked = chance.sample(range(7), chance.randint(1, 6))
            rows.append(pattern(f"T{n}", week_hours(worked, 8 * 60, 16 * 60)))
    held = schedule(rows)
    ids = count(1)
    for one in held.rows(Placement).values():
        rows += [_varied(chance, row) for row in grow(held, one, GROWN_UNTIL, ids)]
    rows += _covers(chance, schedule(rows), ids)
    return schedule(rows)


def _person(chance: Random, who: str) -> Technician:
    made = technician(
        who,
        profile=chance.choice(list(Profile)),
        home_district=f"{chance.randrange(22):02d}",
        phone=chance.choice(PHONES),
    )
    return replace(made, name=chance.choice(NAMES))


def _work(chance: Random, who: str, places: list[Site]) -> Iterator[Row]:
    for n in range(chance.choice((0, 1, 1, 2, 3))):
        name, first, days = f"{who} {n}", chance.randrange(7), chance.randint(1, 7)
        start, length = chance.randrange(24), chance.randint(1, 12)
        weekdays = chance.sample(range(7), chance.randint(3, 7))
        yield engagement(name, chance.choice(places))
        hours = week_hours(weekdays, start * 60, (start + length) % 24 * 60)
        mode = chance.choice((Mode.ON_SITE, Mode.REMOTE))
        yield line(name, hours, mode=mode, service="Wi-Fi", headcount=chance.randint(1, 2))
        begin = MONDAY + timedelta(days=first)
        yield placement(who, name, begin, begin + timedelta(days=days))
    for n in range(chance.choice((0, 0, 1, 3, 9))):
        start = instant(MONDAY + timedelta(days=chance.randrange(7)), chance.randrange(96) * 15, ZONE)
        what = visit(f"{who} {n}", chance.choice(places), people=chance.randint(1, 2))
        yield what
        taken = Span(start, start + chance.randint(1, 16) * 900)
        yield _varied(chance, booking(who, taken, visit_id=what.id))
    for _ in range(chance.choice((0, 0, 1, 2))):
        begin = MONDAY + timedelta(days=chance.randint(-3, 6))
        after = chance.choice((None, begin + timedelta(days=1), begin + timedelta(days=9)))
        part: dict[str, Any] = chance.choice(({}, {}, {"from_minute": 600}, {"from_minute": 600, "to_minute": 700}))
        kind = chance.choice(list(AbsenceKind))
        note = "CCNP" if kind is AbsenceKind.TRAINING else SECRET
        yield absence(who, begin, after, kind=kind, note=note, **part)


def _varied(chance: Random, row: Assignment) -> Assignment:
    match chance.randrange(10):
        case 0:
            return replace(row, state=AssignmentState.WITHDRAWN)
        case 1:
            return replace(row, released_by=1)
        case 2:
            return replace(row, firmness=Firmness.TENTATIVE)
    return row


def _covers(chance: Random, held: Schedule, ids: Iterator[int]) -> Iterator[Row]:
    people = sorted({row.technician_id for row in held.rows(Assignment).values()})
    for row in held.rows(Assignment).values():
        if held.absences_on(row.technician_id, row.day) and chance.random() < 0.5:
            yield replace(
                row,
                id=next(ids) + 10_000_000,
                technician_id=chance.choice(people),
                covers=row.id,
                placement_id=None,
                visit_id=None,
                released_by=None,
            )
