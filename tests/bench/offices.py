"""Large offices made on the spot: residents of one client each, and people who drive from visit to visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from random import Random

from techsched import cities
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.booking import visit_booking
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.growth import grow
from techsched.model.hours import week_hours
from techsched.model.kinds import AbsenceKind, Asked, Mode, Priority, Profile, Term, Transport
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Days, Instant
from techsched.model.technician import Skill, Technician, WorkingPattern
from techsched.model.visit import Visit
from techsched.model.wall import instant

ZONE = "Europe/Madrid"
TODAY = date(2026, 11, 25)
NOW: Instant = instant(TODAY, 10 * 60 + 42, ZONE)
WINDOW = Days(TODAY - timedelta(weeks=8), TODAY + timedelta(weeks=53))
SKILLS = ("Windows", "Linux", "Cisco", "Fortinet", "Cabling", "M365", "Print", "VMware")
STARTS = (9 * 60, 12 * 60, 15 * 60 + 30)
"""Arrivals of a driving day."""
CLIENTS = 120


@lru_cache(maxsize=2)
def big(people: int, visits_a_day: int = 3) -> Schedule:
    """Three of five people are residents, the others drive; 200 people with three visits a day make 100,000 rows."""
    rows = list(_rows(people, visits_a_day))
    return Schedule(cities.pack("madrid"), rows, window=WINDOW)


def waiting(schedule: Schedule) -> Visit:
    """A critical visit that nobody is booked for, due at 13:00 today."""
    return next(v for v in schedule.rows(Visit).values() if v.code == "W1")


def driver(schedule: Schedule) -> Technician:
    """Somebody with visits all week."""
    return next(t for t in schedule.rows(Technician).values() if t.code == "T003")


def _rows(people: int, visits_a_day: int) -> Iterator[Row]:
    ids = count(1)
    dice = Random(7)
    yield Office(id=next(ids), name="Big", fixed_now=NOW, language="en")
    for holiday in cities.pack("madrid").holidays:
        yield replace(holiday, id=next(ids))
    sites: list[Site] = []
    for n in range(CLIENTS):
        client = Client(id=next(ids), code=f"C{n:04d}", name=f"Client number {n}")
        yield client
        for place in range(2):
            sites.append(
                Site(
                    id=next(ids),
                    code=f"S{n:04d}{place}",
                    client_id=client.id,
                    name=f"Site {n}",
                    district=f"{(n + 7 * place) % 21 + 1:02d}",
                    address=f"Calle Mayor {n}",
                )
            )
            yield sites[-1]
    profiles = list(Profile)
    crew: list[Technician] = []
    for n in range(people):
        technician = Technician(
            id=next(ids),
            code=f"T{n:03d}",
            name=f"Person Number{n}",
            profile=profiles[n * len(profiles) // people],
            home_district=f"{n % 21 + 1:02d}",
            transport=(Transport.CAR, Transport.PUBLIC)[n % 2],
            employed_from=date(2020, 1, 1),
        )
        crew.append(technician)
        yield technician
        for name in dice.sample(SKILLS, 3):
            yield Skill(id=next(ids), technician_id=technician.id, name=name, level=3)
        yield WorkingPattern(
            id=next(ids),
            technician_id=technician.id,
            first=date(2020, 1, 1),
            hours=week_hours(range(5), 9 * 60, 18 * 60, 60, 14 * 60),
        )
        if n % 17 == 5:
            first = TODAY + timedelta(days=n % 5 - 2)
            yield Absence(
                id=next(ids),
                technician_id=technician.id,
                kind=AbsenceKind.ANNUAL_LEAVE,
                first=first,
                after=first + timedelta(days=10),
            )
    for n, technician in enumerate(crew):
        if n % 5 < 3:
            yield from _resident(ids, technician, sites[n % len(sites)])
        else:
            yield from _driving(ids, dice, technician, sites, visits_a_day)
    site = sites[5]
    yield Visit(
        id=next(ids),
        code="W1",
        client_id=site.client_id,
        site_id=site.id,
        title="Firewall down",
        priority=Priority.CRITICAL,
        minutes=90,
        escalated_at=NOW - 3600,
        due_by=instant(TODAY, 13 * 60, ZONE),
        skills=(SkillNeed("Fortinet", 2),),
    )


def _resident(ids: Iterator[int], technician: Technician, site: Site) -> Iterator[Row]:
    """Placed for good with one client, Monday to Friday."""
    hours = week_hours(range(5), 9 * 60, 18 * 60, 60, 14 * 60)
    engagement = Engagement(
        id=next(ids),
        code=f"E{technician.id}",
        client_id=site.client_id,
        site_id=site.id,
        term=(Term.INDEFINITE, Term.MONTH, Term.WEEK)[technician.id % 3],
        title="On-site support",
        first=WINDOW.first,
    )
    line = StaffingLine(
        id=next(ids), engagement_id=engagement.id, hours=hours, first=WINDOW.first, mode=Mode.ON_SITE
    )
    placement = Placement(id=next(ids), line_id=line.id, technician_id=technician.id, first=WINDOW.first)
    yield from (engagement, line, placement)
    small = Schedule(cities.pack("madrid"), [Office(id=1, name="x"), site, engagement, line, placement])
    assert WINDOW.after is not None
    yield from grow(small, placement, WINDOW.after, ids)


def _driving(
    ids: Iterator[int], dice: Random, technician: Technician, sites: list[Site], visits_a_day: int
) -> Iterator[Row]:
    small = Schedule(cities.pack("madrid"), sites)
    for day in WINDOW:
        if day.weekday() >= 5:
            continue
        for minute in STARTS[:visits_a_day]:
            site = dice.choice(sites)
            visit = Visit(
                id=next(ids),
                code="V",
                client_id=site.client_id,
                site_id=site.id,
                title="Printers",
                priority=dice.choice((Priority.HIGH, Priority.STANDARD, Priority.PLANNED)),
                asked=Asked.REQUEST,
                minutes=dice.choice((60, 90, 120)),
                escalated_at=instant(day - ONE_DAY, 600, ZONE),
            )
            yield visit
            yield visit_booking(small, visit, technician.id, instant(day, minute, ZONE), id=next(ids))


def size(schedule: Schedule) -> int:
    return len(schedule.rows(Assignment))
