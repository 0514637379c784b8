"""Holidays of years beyond a city's pack: by rule, in the country's own language, and only when they are asked for."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from techsched import cities
from techsched.calendars import beyond
from techsched.model.city import CityPack
from techsched.model.kinds import HolidayScope, HolidayStatus

MADRID = cities.pack("madrid")


def test_years_that_the_pack_has_are_left_to_it() -> None:
    assert beyond(MADRID, (2026, 2027)) == ()


def test_a_later_year_has_the_country_s_days_and_the_region_s() -> None:
    found = {row.day: row for row in beyond(MADRID, (2026, 2028))}
    assert {day.year for day in found} == {2028}
    christmas, may = found[date(2028, 12, 25)], found[date(2028, 5, 2)]
    assert (christmas.scope, christmas.place) == (HolidayScope.NATIONAL, "ES")
    assert (may.scope, may.place) == (HolidayScope.REGION, "ES-MD")
    assert christmas.name == "Natividad del Señor"
    assert {row.status for row in found.values()} == {HolidayStatus.PROJECTED}
    assert not any(row.scope is HolidayScope.MUNICIPALITY for row in found.values())


def test_the_days_agree_with_the_pack_where_both_know_the_year() -> None:
    bare = CityPack(key="x", name="X", districts={}, region="ES-MD", calendar="ES-MD-28079")
    by_rule = {row.day for row in beyond(bare, (2026,))}
    known = {row.day for row in MADRID.holidays if row.day.year == 2026 and row.scope is not HolidayScope.MUNICIPALITY}
    # the decree moves a Saturday's holiday now and then; all but those are the same
    assert len(by_rule ^ known) <= 2


def test_a_country_that_nobody_knows_has_none() -> None:
    assert beyond(CityPack(key="x", name="X", districts={}, region="QQ-1"), (2026,)) == ()
    assert beyond(CityPack(key="x", name="X", districts={}), (2026,)) == ()


def test_the_package_is_not_read_before_it_is_needed() -> None:
    code = (
        "import sys; from techsched import cities; from techsched.desk.founding import new_office; "
        "from techsched.model.row import fresh_ids; new_office('madrid', 'en', fresh_ids(0), years=(2026, 2027)); "
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
