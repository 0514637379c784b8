"""Made-up companies of a size: residents at one client, and people who drive from visit to visit, for a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, pairwise
from random import Random

from techsched import cities
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.booking import visit_booking
from techsched.model.change import Change, created
from techsched.model.city import District
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.growth import grow
from techsched.model.holiday import Holiday
from techsched.model.hours import week_hours
from techsched.model.journey import home_of, spot_of_site, travel_minutes
from techsched.model.kinds import (
    AbsenceKind,
    AbsenceState,
    Asked,
    AssignmentState,
    Firmness,
    Mode,
    Priority,
    Profile,
    Term,
    Transport,
    WorkPlace,
)
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import HOUR, MINUTE, Days, Instant
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.model.travel import Spot
from techsched.model.visit import Visit
from techsched.sample import NOW
from techsched.sample.draughtsman import WEEKDAYS, full_day, moment
from techsched.sample.stock import CERTIFICATES, FIRST_NAMES, LAST_NAMES, TITLES, TRADES

PEOPLE = {"medium": 60, "large": 200}
"""Technicians of each size: some 30,000 and 100,000 assignments."""
TODAY = date(2026, 11, 25)
YEAR = Days(date(2026, 6, 1), date(2027, 6, 1))
_QUARTER = 15 * MINUTE

_SHARES = (
    (Profile.SENIOR, 0.1),
    (Profile.ADMINISTRATOR, 0.35),
    (Profile.NETWORK, 0.6),
    (Profile.SYSTEMS, 0.85),
    (Profile.JUNIOR, 1.0),
)


@dataclass(frozen=True, slots=True)
class _Craft:
    """A technician with the titles of the visits that they know how to do."""

    technician: Technician
    titles: tuple[tuple[str, str, Profile], ...]
    mobile: bool


def office(size: str, seed: int = 1, language: str = "es") -> Change:
    """All rows of a made-up office as one change on an empty file; the same for the same size and seed.

    The file stands still at the sample office's moment, Wednesday 25 November 2026, 10:42. Nobody is booked
    twice at once. Raises KeyError for an unknown size.
    """
    return company(PEOPLE[size], seed, language)


def company(people: int, seed: int = 1, language: str = "es") -> Change:
    """The same for any number of technicians; each brings some 600 assignments."""
    return Change(Sentence("undo.sample"), created(*_Maker(people, seed, language).rows()))


class _Maker:
    def __init__(self, people: int, seed: int, language: str) -> None:
        self.people = people
        self.dice = Random(seed)
        self.ids = count(NOW << 30)
        self.language = language
        self.city = cities.pack("madrid")
        self.districts = sorted(self.city.districts.values(), key=lambda district: district.code)
        self._visits = 0

    def rows(self) -> list[Row]:
        """Master rows first; what is booked looks up travel and holidays in them."""
        master: list[Row] = [
            Office(id=self.id(), name=f"Madrid {self.people}", fixed_now=NOW, is_sample=True, language=self.language)
        ]
        master.extend(replace(holiday, id=self.id()) for holiday in self.city.holidays)
        sites = list(self._clients(master))
        crew = [self._technician(n, master) for n in range(self.people)]
        known = Schedule(self.city, master)
        away = {craft.technician.id: self._absences(craft.technician) for craft in crew}
        booked: list[Row] = [absence for held in away.values() for absence in held]
        for craft in crew:
            taken = [absence for absence in away[craft.technician.id] if absence.stands]
            if craft.mobile:
                booked.extend(self._driven(known, craft, sites, taken))
            else:
                booked.extend(self._placed(known, craft, sites))
        booked.extend(self._waiting(sites))
        return [*master, *booked]

    def id(self) -> int:
        return next(self.ids)

    # who and where

    def _spot(self, district: District) -> tuple[float, float]:
        """Somewhere within some 700 m of where the district's people live."""
        return (
            round(district.lat + self.dice.uniform(-0.006, 0.006), 5),
            round(district.lon + self.dice.uniform(-0.008, 0.008), 5),
        )

    def _clients(self, rows: list[Row]) -> Iterator[Site]:
        """Three sites for two technicians, each of a client of its own but for every fourth."""
        client: Client | None = None
        for n in range(self.people * 3 // 2):
            district = self.dice.choice(self.districts)
            if client is None or n % 4:
                name = f"{TRADES[n % len(TRADES)]} {self.dice.choice(LAST_NAMES)} {n + 1}"
                client = Client(id=self.id(), code=f"C{n + 1:04d}", name=name, sector=TRADES[n % len(TRADES)])
                rows.append(client)
            lat, lon = self._spot(district)
            site = Site(
                id=self.id(),
                code=f"S{n + 1:05d}",
                client_id=client.id,
                name=f"{client.name}, {district.name}",
                district=district.code,
                address=f"Calle de {self.dice.choice(LAST_NAMES)} {self.dice.randint(1, 120)}",
                lat=lat,
                lon=lon,
                opening=week_hours(range(6), 8 * 60, 20 * 60),
            )
            rows.append(site)
            yield site

    def _technician(self, n: int, rows: list[Row]) -> _Craft:
        share = (n + 0.5) / self.people
        profile = next(each for each, until in _SHARES if share < until)
        mobile = n % 2 == 0 or n % 5 == 0
        home = self.dice.choice(self.districts)
        lat, lon = self._spot(home)
        first, last = FIRST_NAMES[n % len(FIRST_NAMES)], LAST_NAMES[(n * 7 + n // 50) % len(LAST_NAMES)]
        technician = Technician(
            id=self.id(),
            code=f"T{n + 1:03d}",
            name=f"{first} {last}" if n < len(LAST_NAMES) else f"{first} {last} {self.dice.choice(LAST_NAMES)}",
            profile=profile,
            home_district=home.code,
            languages=("es", "en") if n % 3 == 0 else ("es",),
            transport=Transport.CAR if mobile else Transport.PUBLIC,
            work_place=WorkPlace.MOBILE if mobile else WorkPlace.CLIENT,
            home_lat=lat,
            home_lon=lon,
            employed_from=date(2015 + n % 10, 1 + n % 12, 1),
            email=f"t{n + 1:03d}@example.com",
        )
        rows.append(technician)
        fitting = [title for title in TITLES if profile.steps_below(title[2]) <= 0] or list(TITLES[-4:])
        titles = tuple(self.dice.sample(fitting, min(4, len(fitting))))
        for _, skill, _ in titles:
            level = self.dice.randint(3, 5)
            rows.append(Skill(id=self.id(), technician_id=technician.id, name=skill, level=level))
            if skill in CERTIFICATES:
                until = date(2027, 1, 1) + timedelta(days=self.dice.randint(0, 900))
                name = CERTIFICATES[skill]
                rows.append(Certification(id=self.id(), technician_id=technician.id, name=name, expires=until))
        rows.append(
            WorkingPattern(id=self.id(), technician_id=technician.id, first=technician.employed_from, hours=full_day())
        )
        return _Craft(technician, titles, mobile)

    def _absences(self, technician: Technician) -> list[Absence]:
        """Two weeks in summer, one in winter, a few days sick, and now and then leave that is only asked for."""
        summer = date(2026, 7, 6) + timedelta(weeks=self.dice.randint(0, 8))
        winter = date(2026, 11, 23) + timedelta(weeks=self.dice.randint(0, 20))
        ill = date(2026, 9, 7) + timedelta(days=self.dice.randint(0, 240))
        asked = date(2027, 4, 5) + timedelta(weeks=self.dice.randint(0, 6))
        told = [
            (AbsenceKind.ANNUAL_LEAVE, summer, 14, AbsenceState.APPROVED),
            (AbsenceKind.ANNUAL_LEAVE, winter, 7, AbsenceState.APPROVED),
            (AbsenceKind.SICK, ill, self.dice.randint(1, 5), AbsenceState.APPROVED),
        ]
        if self.dice.random() < 0.3:
            told.append((AbsenceKind.ANNUAL_LEAVE, asked, 7, AbsenceState.REQUESTED))
        found: list[Absence] = []
        for kind, first, length, state in told:
            days = Days(first, first + timedelta(days=length))
            if not any(days.overlaps(held.days) for held in found):
                found.append(
                    Absence(
                        id=self.id(),
                        technician_id=technician.id,
                        kind=kind,
                        state=state,
                        first=days.first,
                        after=days.after,
                    )
                )
        return found

    # what is booked

    def _placed(self, known: Schedule, craft: _Craft, sites: list[Site]) -> Iterator[Row]:
        """The year cut into stretches at one client each, the last of them without an end."""
        technician = craft.technician
        assert YEAR.after is not None
        cuts = sorted(self.dice.sample(range(4, 48), self.dice.randint(0, 3)))
        firsts = [YEAR.first, *(YEAR.first + timedelta(weeks=weeks) for weeks in cuts)]
        for n, (first, after) in enumerate(pairwise([*firsts, None])):
            assert first is not None
            site = self.dice.choice(sites)
            title, skill, _ = self.dice.choice(craft.titles)
            weeks = 0 if after is None else (after - first).days // 7
            term = Term.INDEFINITE if after is None else Term.WEEK if weeks < 6 else Term.MONTH
            mode = self.dice.choice((Mode.ON_SITE, Mode.ON_SITE, Mode.REMOTE, Mode.MIXED))
            engagement = Engagement(
                id=self.id(),
                code=f"E{technician.code[1:]}{n}",
                client_id=site.client_id,
                site_id=site.id,
                term=term,
                title=title,
                mode=mode,
                first=first,
                after=after,
            )
            line = StaffingLine(
                id=self.id(),
                engagement_id=engagement.id,
                service=title,
                profile=technician.profile,
                skills=(SkillNeed(skill, 3),),
                hours=full_day(),
                mode=mode,
                onsite_weekdays=(1, 3) if mode is Mode.MIXED else (),
                first=first,
                after=after,
            )
            placement = Placement(
                id=self.id(),
                line_id=line.id,
                technician_id=technician.id,
                first=first,
                after=after,
                firmness=Firmness.TENTATIVE if after is not None and n % 7 == 3 else Firmness.CONFIRMED,
            )
            yield from (engagement, line, placement)
            calendar: list[Row] = [*known.rows(Office).values(), *known.rows(Holiday).values()]
            here = Schedule(self.city, [*calendar, site, engagement, line])
            for row in grow(here, placement, YEAR.after, self.ids):
                yield replace(row, state=AssignmentState.DONE) if row.end <= NOW else row

    def _driven(self, known: Schedule, craft: _Craft, sites: list[Site], away: list[Absence]) -> Iterator[Row]:
        """Working days of visits one after the other, each near the last, with the trips and an hour for lunch."""
        technician = craft.technician
        round_ = self.dice.sample(sites, min(len(sites), 12))
        for day in YEAR:
            if day.weekday() not in WEEKDAYS or known.holidays_on(technician.calendar, day):
                continue
            if any(day in absence.days for absence in away) or self.dice.random() < 0.03:
                continue
            yield from self._day(known, craft, round_, day)

    def _day(self, known: Schedule, craft: _Craft, round_: list[Site], day: date) -> Iterator[Row]:
        technician = craft.technician
        spot = home_of(known, technician)
        free, ends, lunch = moment(day, "09:00"), moment(day, "17:45"), moment(day, "13:00")
        had_lunch = False
        while True:
            site = min(self.dice.sample(round_, 3), key=lambda each: self._far(known, craft, spot, each))
            there = travel_minutes(known, technician, spot, spot_of_site(known, site.id), free) or 0
            start = free if spot.home else free + (there + 10) * MINUTE
            start = -(-start // _QUARTER) * _QUARTER
            if not had_lunch and start >= lunch:
                start, had_lunch = start + HOUR, True
            length = self.dice.choice((45, 60, 60, 90, 90, 120, 150))
            if start + length * MINUTE > ends:
                return
            yield from self._visit(known, craft, site, start, length)
            free, spot = start + length * MINUTE, spot_of_site(known, site.id)

    def _far(self, known: Schedule, craft: _Craft, spot: Spot, site: Site) -> int:
        """Minutes there at noon."""
        depart = moment(TODAY, "12:00")
        return travel_minutes(known, craft.technician, spot, spot_of_site(known, site.id), depart) or 0

    def _visit(
        self, known: Schedule, craft: _Craft, site: Site, start: Instant, length: int
    ) -> tuple[Visit, Assignment]:
        title, skill, least = self.dice.choice(craft.titles)
        profile = least if self.dice.random() < 0.1 else craft.technician.profile
        priority = self.dice.choice((Priority.HIGH, *([Priority.STANDARD] * 4), *([Priority.PLANNED] * 5)))
        planned = priority is Priority.PLANNED
        self._visits += 1
        visit = Visit(
            id=self.id(),
            code=f"V{self._visits:06d}",
            client_id=site.client_id,
            site_id=site.id,
            title=title,
            profile=profile,
            skills=(SkillNeed(skill, 2),),
            priority=priority,
            asked=Asked.REQUEST if planned else Asked.INCIDENT,
            minutes=length,
            escalated_at=start - (240 if planned else 20) * HOUR,
            due_by=None if planned else start + HOUR,
            window_from=start - HOUR if planned else None,
            window_to=start + HOUR if planned else None,
            promised_start=start,
            promised_end=start + length * MINUTE,
        )
        row = visit_booking(known, visit, craft.technician.id, start, id=self.id())
        if row.end <= NOW:
            visit = replace(visit, arrived_at=row.start, ended_at=row.end, outcome="completed")
            return visit, replace(row, state=AssignmentState.DONE)
        if row.start <= NOW:
            visit = replace(visit, arrived_at=row.start)
        return visit, row

    def _waiting(self, sites: list[Site]) -> Iterator[Visit]:
        """Nobody is booked for these: one critical visit for every twenty technicians, and calmer ones."""
        for n in range(max(4, self.people // 5)):
            site = self.dice.choice(sites)
            title, skill, profile = self.dice.choice(TITLES)
            priority = (Priority.CRITICAL, Priority.HIGH, Priority.STANDARD, Priority.PLANNED)[n % 4]
            hours = {Priority.CRITICAL: 4, Priority.HIGH: 8, Priority.STANDARD: 30}.get(priority)
            self._visits += 1
            certificate = CERTIFICATES.get(skill)
            need = SkillNeed(skill, 2) if certificate is None else SkillNeed(certificate, certification=True)
            yield Visit(
                id=self.id(),
                code=f"V{self._visits:06d}",
                client_id=site.client_id,
                site_id=site.id,
                title=title,
                profile=profile,
                skills=(need,),
                priority=priority,
                asked=Asked.REQUEST if hours is None else Asked.INCIDENT,
                minutes=self.dice.choice((60, 90, 120)),
                escalated_at=NOW - HOUR,
                due_by=None if hours is None else NOW + hours * HOUR,
                window_from=moment(TODAY + timedelta(days=1), "09:00") if hours is None else None,
                window_to=moment(TODAY + timedelta(days=2), "14:00") if hours is None else None,
                who_asked=f"{self.dice.choice(FIRST_NAMES)} {self.dice.choice(LAST_NAMES)}",
                reference=f"INC-{20000 + n}",
            )
