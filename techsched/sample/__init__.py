"""The sample office: deterministic, standing still on Wednesday 25 November 2026 at 10:42 in Madrid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from techsched import cities
from techsched.model.change import Change
from techsched.model.client import Client, Site
from techsched.model.hours import week_hours
from techsched.model.kinds import RuleScope
from techsched.model.office import Office
from techsched.model.ruleset import RuleSet
from techsched.model.sentence import Sentence
from techsched.model.technician import Technician
from techsched.sample.clients import FIRMS, OWN_FIRM
from techsched.sample.draughtsman import Draughtsman, moment
from techsched.sample.people import PEOPLE
from techsched.sample.week import around, foreign_holidays, standing, this_week, tray

NOW = moment(date(2026, 11, 25), "10:42")
HORIZON = date(2027, 12, 1)
FIRST_ID = NOW << 30


def office(language: str = "es") -> Change:
    """All rows of the sample office as one change on an empty file."""
    d = Draughtsman(
        Office(id=1, name="Madrid", fixed_now=NOW, is_sample=True, language=language),
        count(FIRST_ID),
        NOW,
        HORIZON,
    )
    for holiday in cities.pack("madrid").holidays:
        d.put(replace(holiday, id=d.id()))
    foreign_holidays(d)
    d.put(
        RuleSet(
            id=d.id(),
            name="Company",
            scope=RuleScope.COMPANY,
            first=date(2025, 1, 1),
            source="Our own agreement",
            slack=10,
            late_tolerance=15,
            extra_travel=30,
        )
    )
    crew: dict[str, Technician] = {}
    for n, person in enumerate(PEOPLE, start=1):
        technician = Technician(
            id=1,
            code="",
            name=person.name,
            profile=person.profile,
            home_district=person.home,
            languages=person.languages,
            transport=person.transport,
            work_place=person.work_place,
            home_lat=person.spot[0],
            home_lon=person.spot[1],
            employed_from=date(2019 + n % 6, 1 + n % 12, 1),
            on_call=person.on_call,
            phone=f"600 000 {200 + n}",
            email=f"{person.name.split()[0].casefold()}@example.com",
        )
        crew[person.name.split()[0]] = d.technician(
            f"T{n:03d}", technician, person.skills, person.certificates, person.hours
        )
    firms: dict[str, tuple[Client, tuple[Site, ...]]] = {}
    for n, firm in enumerate(FIRMS, start=1):
        client = d.client(
            f"C{n:04d}",
            Client(
                id=1,
                code="",
                name=firm.name,
                sector=firm.sector,
                tier=firm.tier,
                own_firm=firm.name == OWN_FIRM,
                since=date(2021 + n % 5, 3, 1),
                language="en" if firm.name == "Harbor & Pine" else "es",
            ),
        )
        abroad = firm.name == "Harbor & Pine"
        firms[firm.name] = (
            client,
            tuple(
                d.site(
                    Site(
                        id=1,
                        code="",
                        client_id=client.id,
                        name=place.name,
                        district=place.district,
                        address=place.address,
                        postcode=place.postcode,
                        lat=place.spot[0],
                        lon=place.spot[1],
                        zone="America/New_York" if abroad else "Europe/Madrid",
                        calendar="US-MA" if abroad else "ES-MD-28079",
                        opening=week_hours(range(7 if place.weekend else 5), place.opens, place.closes),
                        access=place.access,
                        language="en" if abroad else "",
                    ),
                    place.contact,
                )
                for place in firm.sites
            ),
        )
    standing(d, crew, firms)
    this_week(d, crew, firms)
    tray(d, firms)
    around(d, crew, firms)
    return d.draft.change(Sentence("undo.sample"))
