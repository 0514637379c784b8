"""A new office: its city's clock and calendar, holidays for the years that matter, and its own local days."""

from __future__ import annotations

from datetime import date

import pytest

from techsched import cities
from techsched.desk.founding import new_office
from techsched.errors import UserError
from techsched.model.change import Change
from techsched.model.holiday import Holiday
from techsched.model.kinds import HolidayScope
from techsched.model.office import Office
from techsched.model.row import fresh_ids


def holidays(made: Change) -> list[Holiday]:
    return [edit.row for edit in made.edits if isinstance(edit.row, Holiday)]


def test_a_new_office_lives_by_its_city() -> None:
    made = new_office("barcelona", "es", fresh_ids(0))
    office = made.edits[0].row
    assert isinstance(office, Office)
    pack = cities.pack("barcelona")
    assert (office.name, office.city, office.zone, office.calendar) == (
        pack.name,
        "barcelona",
        pack.zone,
        pack.calendar,
    )
    assert len({row.id for row in holidays(made)}) == len(pack.holidays)


def test_years_beyond_the_pack_are_filled_in() -> None:
    made = new_office("madrid", "es", fresh_ids(0), years=(2027, 2028))
    assert {row.day.year for row in holidays(made)} == {2026, 2027, 2028}


def test_local_days_are_those_that_were_written() -> None:
    days = (date(2026, 11, 9), date(2026, 3, 19))
    made = new_office("madrid", "es", fresh_ids(0), local=days)
    local = {row.day: row for row in holidays(made) if row.scope is HolidayScope.MUNICIPALITY}
    assert set(local) == set(days)
    assert local[days[0]].name == "Nuestra Señora de la Almudena"
    assert all(row.holds_in("ES-MD-28079") and not row.holds_in("ES-MD") for row in local.values())


def test_an_import_that_brings_its_own_gets_none() -> None:
    assert holidays(new_office("madrid", "es", fresh_ids(0), holidays=False, local=(date(2026, 1, 2),))) == []


def test_an_unknown_city_is_told() -> None:
    with pytest.raises(UserError, match="atlantis"):
        new_office("atlantis", "es", fresh_ids(0))
