"""Made-up companies of a size: residents at one client, and people who drive from visit to visit, for a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from random import Random

from techsched import cities
from techsched.model.absence import Absence
from techsched.model.change import Change, created
from techsched.model.city import District
from techsched.model.client import Client, Site
from techsched.model.growth import horizon
from techsched.model.hours import week_hours
from techsched.model.kinds import AbsenceKind, AbsenceState, Profile, Transport, WorkPlace
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Days
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.sample import NOW
from techsched.sample.draughtsman import full_day
from techsched.sample.draw import Craft, Draw
from techsched.sample.rounds import Rounds
from techsched.sample.stays import placed
from techsched.sample.stock import CERTIFICATES, FIRST_NAMES, LAST_NAMES, TITLES, TRADES

PEOPLE = {"medium": 60, "large": 200}
"""Technicians of each size: some 30,000 and 100,000 assignments."""
FIRST = date(2026, 6, 1)
VISITS = Days(FIRST, date(2027, 3, 1))
"""Days on which visits are booked; residents are placed up to the horizon."""

_SHARES = (
    (Profile.SENIOR, 0.1),
    (Profile.ADMINISTRATOR, 0.35),
    (Profile.NETWORK, 0.6),
    (Profile.SYSTEMS, 0.85),
    (Profile.JUNIOR, 1.0),
)


def office(size: str, seed: int = 1, language: str = "es") -> Change:
    """All rows of a made-up office as one change on an empty file; the same for the same size and seed.

    The file stands still at the sample office's moment, Wednesday 25 November 2026, 10:42. Nobody is booked
    twice at once. Raises KeyError for an unknown size.
    """
    return company(PEOPLE[size], seed, language)


def company(people: int, seed: int = 1, language: str = "es") -> Change:
    """The same for any number of technicians; each brings some 500 assignments."""
    return Change(Sentence("undo.sample"), created(*_Maker(people, seed, language).rows()))


class _Maker:
    def __init__(self, people: int, seed: int, language: str) -> None:
        self.people = people
        self.draw = Draw(Random(seed), count(NOW << 30))
        self.language = language
        self.city = cities.pack("madrid")
        self.districts = sorted(self.city.districts.values(), key=lambda district: district.code)

    def rows(self) -> list[Row]:
        """Master rows first; what is booked looks up travel and holidays in them."""
        office_ = Office(
            id=self.draw.id(), name=f"Madrid {self.people}", fixed_now=NOW, is_sample=True, language=self.language
        )
        master: list[Row] = [office_]
        master.extend(replace(holiday, id=self.draw.id()) for holiday in self.city.holidays)
        sites = list(self._clients(master))
        crew = [self._technician(n, master) for n in range(self.people)]
        known = Schedule(self.city, master)
        away = {craft.technician.id: self._absences(craft.technician) for craft in crew}
        booked: list[Row] = [absence for held in away.values() for absence in held]
        rounds = Rounds(self.draw, known, sites)
        stays = Days(FIRST, horizon(NOW, office_.zone))
        for craft in crew:
            if craft.mobile:
                taken = [absence for absence in away[craft.technician.id] if absence.stands]
                booked.extend(rounds.driven(craft, taken, VISITS))
            else:
                booked.extend(placed(self.draw, known, craft, sites, stays))
        booked.extend(rounds.waiting(max(4, self.people // 5)))
        return [*master, *booked]

    def _spot(self, district: District) -> tuple[float, float]:
        """Somewhere within some 700 m of where the district's people live."""
        dice = self.draw.dice
        return round(district.lat + dice.uniform(-0.006, 0.006), 5), round(
            district.lon + dice.uniform(-0.008, 0.008), 5
        )

    def _clients(self, rows: list[Row]) -> Iterator[Site]:
        """Three sites for two technicians, in all districts, each of a client of its own but for every fourth."""
        dice = self.draw.dice
        client: Client | None = None
        for n in range(self.people * 3 // 2):
            # one in each district first
            district = self.districts[n] if n < len(self.districts) else dice.choice(self.districts)
            if client is None or n % 4:
                name = f"{TRADES[n % len(TRADES)]} {dice.choice(LAST_NAMES)} {n + 1}"
                client = Client(id=self.draw.id(), code=f"C{n + 1:04d}", name=name, sector=TRADES[n % len(TRADES)])
                rows.append(client)
            lat, lon = self._spot(district)
            site = Site(
                id=self.draw.id(),
                code=f"S{n + 1:05d}",
                client_id=client.id,
                name=f"{client.name}, {district.name}",
                district=district.code,
                address=f"Calle de {dice.choice(LAST_NAMES)} {dice.randint(1, 120)}",
                lat=lat,
                lon=lon,
                opening=week_hours(range(6), 8 * 60, 20 * 60),
            )
            rows.append(site)
            yield site

    def _technician(self, n: int, rows: list[Row]) -> Craft:
        dice = self.draw.dice
        share = (n + 0.5) / self.people
        profile = next(each for each, until in _SHARES if share < until)
        mobile = n % 2 == 0 or n % 5 == 0
        home = dice.choice(self.districts)
        lat, lon = self._spot(home)
        first, last = FIRST_NAMES[n % len(FIRST_NAMES)], LAST_NAMES[(n * 7 + n // 50) % len(LAST_NAMES)]
        technician = Technician(
            id=self.draw.id(),
            code=f"T{n + 1:03d}",
            name=f"{first} {last}" if n < len(LAST_NAMES) else f"{first} {last} {dice.choice(LAST_NAMES)}",
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
        titles = tuple(dice.sample(fitting, min(4, len(fitting))))
        for _, skill, _ in titles:
            level = dice.randint(3, 5)
            rows.append(Skill(id=self.draw.id(), technician_id=technician.id, name=skill, level=level))
            if skill in CERTIFICATES:
                until = date(2027, 1, 1) + timedelta(days=dice.randint(0, 900))
                name = CERTIFICATES[skill]
                rows.append(Certification(id=self.draw.id(), technician_id=technician.id, name=name, expires=until))
        pattern = WorkingPattern(
            id=self.draw.id(), technician_id=technician.id, first=technician.employed_from, hours=full_day()
        )
        rows.append(pattern)
        return Craft(technician, titles, mobile)

    def _absences(self, technician: Technician) -> list[Absence]:
        """Two weeks in summer, one in winter, a few days sick, and now and then leave that is only asked for."""
        dice = self.draw.dice
        summer = date(2026, 7, 6) + timedelta(weeks=dice.randint(0, 8))
        winter = date(2026, 11, 23) + timedelta(weeks=dice.randint(0, 20))
        ill = date(2026, 9, 7) + timedelta(days=dice.randint(0, 240))
        asked = date(2027, 4, 5) + timedelta(weeks=dice.randint(0, 6))
        told = [
            (AbsenceKind.ANNUAL_LEAVE, summer, 14, AbsenceState.APPROVED),
            (AbsenceKind.ANNUAL_LEAVE, winter, 7, AbsenceState.APPROVED),
            (AbsenceKind.SICK, ill, dice.randint(1, 5), AbsenceState.APPROVED),
        ]
        if dice.random() < 0.3:
            told.append((AbsenceKind.ANNUAL_LEAVE, asked, 7, AbsenceState.REQUESTED))
        found: list[Absence] = []
        for kind, first, length, state in told:
            days = Days(first, first + timedelta(days=length))
            if not any(days.overlaps(held.days) for held in found):
                found.append(
                    Absence(
                        id=self.draw.id(),
                        technician_id=technician.id,
                        kind=kind,
                        state=state,
                        first=days.first,
                        after=days.after,
                    )
                )
        return found
