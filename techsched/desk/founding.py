"""The rows of a new, empty office: its city, clock and the public holidays that are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from techsched import cities
from techsched.model.change import Change, created
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.sentence import sentence


def new_office(city: str, language: str, ids: Iterator[int], *, name: str = "", holidays: bool = True) -> Change:
    """An office in a shipped city, named after it unless told otherwise. Raises UserError for an unknown city.

    Without `holidays` none are written, for an import that brings its own.
    """
    pack = cities.pack(city)
    office = Office(id=1, name=name or pack.name, city=city, zone=pack.zone, calendar=pack.calendar, language=language)
    rows: list[Row] = [office]
    if holidays:
        rows.extend(replace(holiday, id=next(ids)) for holiday in pack.holidays)
    return Change(sentence("undo.new_office", name=office.name), created(*rows))
