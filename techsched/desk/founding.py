"""The rows of a new, empty office: its city, clock and the public holidays that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from techsched import calendars, cities
from techsched.model.change import Change, created
from techsched.model.city import CityPack
from techsched.model.holiday import Holiday
from techsched.model.kinds import HolidayScope, HolidayStatus
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.sentence import sentence


def new_office(
    city: str,
    language: str,
    ids: Iterator[int],
    *,
    name: str = "",
    holidays: bool = True,
    years: Iterable[int] = (),
    local: Iterable[date] | None = None,
) -> Change:
    """An office in a shipped city, named after it unless told otherwise. Raises UserError for an unknown city.

    Without `holidays` none are written, for an import that brings its own. `years` are those that must have
    holidays, by rule where the city's pack has none. `local` are the city's own days; None takes the pack's.
    """
    pack = cities.pack(city)
    office = Office(id=1, name=name or pack.name, city=city, zone=pack.zone, calendar=pack.calendar, language=language)
    rows: list[Row] = [office]
    if holidays:
        found = [*pack.holidays, *calendars.beyond(pack, years)]
        if local is not None:
            found = [*(row for row in found if row.scope is not HolidayScope.MUNICIPALITY), *_local(pack, local)]
        rows.extend(replace(holiday, id=next(ids)) for holiday in sorted(found, key=lambda row: row.day))
    return Change(sentence("undo.new_office", name=office.name), created(*rows))


def _local(pack: CityPack, days: Iterable[date]) -> Iterator[Holiday]:
    """The city's own days, under the name that the pack has for them."""
    known = {row.day: row for row in pack.holidays if row.scope is HolidayScope.MUNICIPALITY}
    for day in sorted(set(days)):
        yield known.get(day) or Holiday(
            id=0,
            day=day,
            name=pack.name,
            scope=HolidayScope.MUNICIPALITY,
            place=pack.calendar,
            status=HolidayStatus.OFFICIAL,
            source="the office",
        )
