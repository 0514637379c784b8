"""Rows of clients, their sites, and the Augusts in which sites are closed."""

from __future__ import annotations

from datetime import date

from techsched.exchange.cell import shown
from techsched.exchange.intake import Intake
from techsched.exchange.reading import Record, Unfit
from techsched.model.client import Client, Closure, Site
from techsched.model.office import OuterZone
from techsched.model.sentence import sentence
from techsched.model.wall import day_of
from techsched.words import say

YEARS_AROUND = 10
"""A year further from now is long past or a slip of the pen, and would close each August in between."""


def client(intake: Intake, record: Record) -> None:
    row = Client(
        id=intake.id(),
        code=intake.claim(record, Client),
        name=record["name"],
        sector=record["sector"],
        tier=record["contract_tier"],
        since=record["since"],
        notes=record["notes"],
    )
    intake.keep(record, row)


def site(intake: Intake, record: Record) -> None:
    code = intake.claim(record, Site)
    owner = intake.find(record, "client_id", Client)
    district, outer = _district(intake, record)
    if (record["lat"] is None) != (record["lon"] is None):
        raise Unfit("lat" if record["lat"] is None else "lon", sentence("import.half_coordinates"))
    opening = intake.hours(record, record["days"], "opens", "closes") if record.both("opens", "closes") else ()
    row = Site(
        id=intake.id(),
        code=code,
        client_id=owner.id,
        name=record["name"],
        district=district,
        outer_zone_id=None if outer is None else outer.id,
        address=record["address"],
        postcode=record["postcode"],
        lat=record["lat"],
        lon=record["lon"],
        zone=record["time_zone"] or intake.office.zone,
        calendar=outer.calendar if outer is not None and outer.calendar else intake.office.calendar,
        opening=opening,
        access=record["access"],
        parking=record["parking"],
        notes=record["notes"],
    )
    intake.keep(record, row)
    if record["closed_august"]:
        intake.closed_august.append(row)


def _district(intake: Intake, record: Record) -> tuple[str, OuterZone | None]:
    """Code and name of the district must agree where both are there."""
    columns = [column for column in ("district_code", "district") if record[column]]
    found = [intake.place(record, column) for column in columns]
    if len(set(found)) > 1:
        code, named = found[0][0], shown(record["district"])
        meant = intake.schedule.city.districts[code].name if code else shown(record["district_code"])
        told = sentence("import.districts_differ", code=shown(record["district_code"]), meant=meant, named=named)
        raise Unfit("district", told)
    return found[0]


def closures(intake: Intake, until: date) -> None:
    """A closed August in each year that dated rows of the files touch, and in those from now to `until`."""
    this_year = day_of(intake.now, intake.office.zone).year
    years = {year for year in intake.years if abs(year - this_year) <= YEARS_AROUND} | {this_year, until.year}
    name = say(sentence("import.closed_august"), intake.office.language)
    for place in intake.closed_august:
        for year in range(min(years), max(years) + 1):
            intake.add(
                Closure(
                    id=intake.id(),
                    client_id=place.client_id,
                    site_id=place.id,
                    name=name,
                    first=date(year, 8, 1),
                    after=date(year, 9, 1),
                )
            )
