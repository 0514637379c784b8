from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from techsched import cities
from techsched.assets import resource
from techsched.errors import UserError
from techsched.model.city import CityPack, fold
from techsched.model.holiday import Holiday
from techsched.model.kinds import HolidayScope, HolidayStatus, Transport
from techsched.model.span import Days
from techsched.model.wall import is_zone
from techsched.words import say
from tests.facts import FACTS, figures, needs_facts

MADRID = cities.pack("madrid")
BARCELONA = cities.pack("barcelona")
BOTH = pytest.mark.parametrize("pack", [MADRID, BARCELONA], ids=lambda pack: pack.key)

Write = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    """Writes a city of two districts, with the tables given changed or added (underscore for the dot)."""

    def write(**tables: str) -> Path:
        held = {
            "city_csv": "key,name,zone,region,calendar\nlugo,Lugo,Europe/Madrid,ES-GA,ES-GA-27028\n",
            "districts_csv": (
                "code,short,name,lat,lon,intra_km,area_km2,parking\n"
                "01,CEN,Centro,43.01,-7.55,0.8,2.5,8\n"
                "02,FIN,Fingoi,43.00,-7.56,0.9,3.0,4\n"
            ),
            **tables,
        }
        for name, text in held.items():
            (tmp_path / name.replace("_csv", ".csv")).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refusal(folder: Path, language: str = "en") -> str:
    with pytest.raises(UserError) as told:
        cities.read_pack(folder)
    return say(told.value.sentence, language)


# the cities that come with the program


def test_madrid_and_barcelona_come_with_the_program() -> None:
    assert cities.shipped() == ("barcelona", "madrid")
    assert (MADRID.name, MADRID.zone, MADRID.calendar) == ("Madrid", "Europe/Madrid", "ES-MD-28079")
    assert (BARCELONA.name, BARCELONA.zone, BARCELONA.region) == ("Barcelona", "Europe/Madrid", "ES-CT")
    assert (len(MADRID.districts), len(BARCELONA.districts)) == (21, 10)
    assert cities.pack("madrid") is MADRID


def test_another_city_is_refused_by_name() -> None:
    with pytest.raises(UserError) as told:
        cities.pack("../madrid")
    assert str(told.value) == "../madrid is not one of the cities here. Choose one of these: barcelona, madrid."


@BOTH
def test_a_city_of_ours_is_whole(pack: CityPack) -> None:
    codes = set(pack.districts)
    assert is_zone(pack.zone)
    assert pack.calendar.startswith(pack.region)
    assert list(pack.districts) == sorted(codes)
    assert set(pack.tiles) == set(pack.outlines) == codes
    assert len(set(pack.tiles.values())) == len(codes)
    for means in (Transport.CAR, Transport.PUBLIC):
        assert len(pack.matrices[means]) == len(codes) ** 2
    for code, district in pack.districts.items():
        assert len(district.short) == 3
        for other in district.neighbours:
            assert code in pack.districts[other].neighbours
        assert not pack.near.get(code, frozenset()) & {code, *district.neighbours}


@BOTH
def test_districts_that_touch_share_corners_of_their_outlines(pack: CityPack) -> None:
    for code in pack.districts:
        for other in set(pack.districts) - {code}:
            shared = len(set(pack.outlines[code]) & set(pack.outlines[other]))
            if other in pack.districts[code].neighbours:
                assert shared >= 2
            else:
                assert shared == (other in pack.near.get(code, frozenset()))


@BOTH
def test_no_alias_says_what_the_fold_knows(pack: CityPack) -> None:
    plain = CityPack(key="", name="", districts=pack.districts)
    assert [alias for alias in pack.aliases if plain.find(alias)] == []
    assert len({fold(alias) for alias in pack.aliases}) == len(pack.aliases)


def test_the_letters_of_madrid_are_those_of_the_board() -> None:
    letters = "CEN ARG RET SAL CHA TET CHB FUE MON LAT CAR USE PVA MOR LIN HOR VIL VVA VIC SBC BAR"
    assert [district.short for district in MADRID.districts.values()] == letters.split()


def test_a_postcode_offers_its_likeliest_district_first() -> None:
    assert MADRID.postcodes["28005"] == ("02", "01")
    assert MADRID.postcodes["28010"] == ("07",)
    assert len(MADRID.postcodes) == 55
    assert BARCELONA.postcodes["08041"] == ("07", "09", "10")


def test_madrid_has_fourteen_official_holidays_in_2026_and_projected_ones_after() -> None:
    official = [holiday for holiday in MADRID.holidays if holiday.status is HolidayStatus.OFFICIAL]
    assert len(official) == 14
    assert {holiday.day.year for holiday in official} == {2026}
    local = [holiday for holiday in official if holiday.scope is HolidayScope.MUNICIPALITY]
    assert [(holiday.day, holiday.place) for holiday in local] == [
        (date(2026, 5, 15), "ES-MD-28079"),
        (date(2026, 11, 9), "ES-MD-28079"),
    ]
    assert all(holiday.source for holiday in MADRID.holidays)
    assert {holiday.status for holiday in MADRID.holidays if holiday.day.year == 2027} == {HolidayStatus.PROJECTED}


@BOTH
def test_every_holiday_of_a_city_holds_in_the_city(pack: CityPack) -> None:
    assert len(pack.holidays) == 28
    assert len({holiday.day for holiday in pack.holidays}) == 28
    assert all(holiday.holds_in(pack.calendar) or holiday.place == pack.calendar for holiday in pack.holidays)


@pytest.mark.parametrize(("year", "working"), [(2026, 249), (2027, 250)])
def test_the_working_days_of_madrid_are_those_of_its_holidays(year: int, working: int) -> None:
    off = {holiday.day for holiday in MADRID.holidays}
    days = Days(date(year, 1, 1), date(year + 1, 1, 1))
    assert sum(day.weekday() < 5 and day not in off for day in days) == working


def test_a_bridge_is_made_of_its_leave_and_of_days_off() -> None:
    off = {holiday.day for holiday in MADRID.holidays}
    assert len(MADRID.bridges) == 8
    for bridge in MADRID.bridges:
        for day in bridge.run:
            free = day.weekday() >= 5 or day in off
            assert free is (day not in bridge.taken)


def test_streets_of_madrid_complete_an_address() -> None:
    found = cities.streets("madrid").complete("C/ Palafox, 73")
    assert [(street.name, street.district, street.postcode) for street in found] == [("Calle Palafox", "07", "28010")]
    assert cities.streets("madrid") is cities.streets("madrid")
    assert len(cities.streets("barcelona")) == 0


@needs_facts
@BOTH
def test_a_city_of_ours_has_the_figures_it_was_made_from(pack: CityPack) -> None:
    for row in figures(f"{pack.key}_districts.csv"):
        district = pack.districts[row["code"]]
        assert district.name == row["name"]
        assert (district.lat, district.lon) == (float(row["pop_lat"]), float(row["pop_lon"]))
        assert (district.intra_km, district.area_km2) == (float(row["intra_km"]), float(row["area_km2"]))
        assert len(district.neighbours) == int(row["neighbours"])
    for row in figures(f"{pack.key}_adjacency.csv"):
        assert row["b_code"] in pack.districts[row["a_code"]].neighbours
    for row in figures(f"{pack.key}_tiles.csv"):
        assert pack.tiles[row["code"]] == (int(row["row"]), int(row["col"]))
    for means, name in ((Transport.CAR, "car"), (Transport.PUBLIC, "pt")):
        with (FACTS / f"{pack.key}_matrix_{name}.csv").open(encoding="utf-8", newline="") as text:
            head, *rows = csv.reader(text)
        for start, *cells in rows:
            for end, cell in zip(head[1:], cells, strict=True):
                assert pack.matrices[means][(start, end)] == int(cell)


# a city of one's own


def test_two_tables_make_a_city(folder: Write) -> None:
    lugo = cities.read_pack(folder())
    assert (lugo.key, lugo.name, lugo.zone, lugo.calendar) == ("lugo", "Lugo", "Europe/Madrid", "ES-GA-27028")
    assert [district.name for district in lugo.districts.values()] == ["Centro", "Fingoi"]
    assert (lugo.tiles, lugo.outlines, lugo.matrices, lugo.near, lugo.holidays) == ({}, {}, {}, {}, ())


def test_every_table_of_a_city_is_read(folder: Write) -> None:
    lugo = cities.read_pack(
        folder(
            adjacency_csv="a,b,border_m\n01,02,350\n",
            aliases_csv="alias,district\nIntramuros,1\n",
            tiles_csv="district,row,column\n1,0,0\n2,0,1\n",
            outlines_csv="district,corner,lat,lon\n1,2,43.2,-7\n1,1,43.1,-7\n1,3,43.3,-7.1\n",
            postcodes_csv="postcode,district,share\n27001,02,0.1\n27001,01,0.9\n",
            matrix_car_csv="from,01,02\n01,10,\n02,15,10\n",
            holidays_csv="date,name,scope,place,status,source\n"
            "2026-10-05,San Froilán,municipality,ES-GA-27028,official,BOP\n",
            bridges_csv="first,last,run_first,run_last\n2026-10-06,2026-10-06,2026-10-05,2026-10-06\n",
        )
    )
    assert lugo.districts["01"].neighbours == ("02",)
    assert lugo.find("intramuros") is lugo.districts["01"]
    assert lugo.tiles == {"01": (0, 0), "02": (0, 1)}
    assert lugo.outlines == {"01": ((43.1, -7.0), (43.2, -7.0), (43.3, -7.1))}
    assert lugo.postcodes == {"27001": ("01", "02")}
    assert lugo.matrices == {Transport.CAR: {("01", "01"): 10, ("02", "01"): 15, ("02", "02"): 10}}
    assert lugo.holidays == (
        Holiday(
            id=0,
            day=date(2026, 10, 5),
            name="San Froilán",
            scope=HolidayScope.MUNICIPALITY,
            place="ES-GA-27028",
            source="BOP",
        ),
    )
    assert lugo.bridges[0].taken == Days.single(date(2026, 10, 6))


def test_a_folder_of_ours_is_read_from_anywhere(tmp_path: Path) -> None:
    there = shutil.copytree(resource("cities", "madrid"), tmp_path / "copy")
    madrid = cities.read_pack(there)
    assert madrid.districts == MADRID.districts
    assert madrid.matrices == MADRID.matrices
    assert len(cities.read_streets(there, madrid)) == len(cities.streets("madrid"))


def test_zeros_that_a_spreadsheet_dropped_are_no_harm(folder: Write) -> None:
    lugo = cities.read_pack(
        folder(matrix_car_csv="from,1,2\n1,10,15\n2,15,10\n", adjacency_csv="a,b,border_m\n2,1,0\n")
    )
    assert lugo.matrices[Transport.CAR][("01", "02")] == 15
    assert lugo.near == {"01": {"02"}, "02": {"01"}}


DISTRICTS = "code,short,name,lat,lon,intra_km,area_km2,parking\n"


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        ("city_csv", "key,name,zone,region\n", "city.csv, row 1: the column calendar is missing. Add it."),
        (
            "city_csv",
            "key,name,zone,region,calendar\n",
            "city.csv has no rows under its column names. Add at least one.",
        ),
        (
            "city_csv",
            "key,name,zone,region,calendar\nx,X,Europe,,\n",
            "city.csv, row 2, column zone: Europe is not a time zone. Write one such as Europe/Madrid.",
        ),
        (
            "city_csv",
            "key,name,zone,region,calendar\nx,X,UTC,,\n\ny,Y,UTC,,\n",
            "city.csv, row 4: only one city fits in a folder. Remove this row.",
        ),
        ("districts_csv", "", "districts.csv, row 1: the column code is missing. Add it."),
        ("districts_csv", DISTRICTS, "districts.csv has no rows under its column names. Add at least one."),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,,43,-7,1,1,4\n",
            "districts.csv, row 2, column name: the cell is empty. Fill it in.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,43,-7,1,1\n",
            "districts.csv, row 2, column parking: the cell is empty. Fill it in.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,north,-7,1,1,4\n",
            "districts.csv, row 2, column lat: north is not a number. Write one such as 1.5.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,430,-7,1,1,4\n",
            "districts.csv, row 2, column lat: 430 is out of range. Write a number from -90 to 90.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,nan,-7,1,1,4\n",
            "districts.csv, row 2, column lat: nan is out of range. Write a number from -90 to 90.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,43,-7,1,1,4.5\n",
            "districts.csv, row 2, column parking: 4.5 is not a whole number. Write it without decimals.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,43,-7,1,1,4\n1,FIN,Fingoi,43,-7,1,1,4\n",
            "districts.csv, row 3, column code: 1 is already in row 2. Remove one of the two.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,43,-7,1,1,4\n02,FIN,CENTRO,43,-7,1,1,4\n",
            "districts.csv, row 3, column name: CENTRO is already in row 2. Remove one of the two.",
        ),
        (
            "districts_csv",
            DISTRICTS + "01,CEN,Centro,43,0,-7,1,1,4\n",
            "districts.csv, row 2 has 9 cells for 8 columns. Put text that holds the separator in quotes.",
        ),
        (
            "adjacency_csv",
            "a,b,border_m\n01,03,100\n",
            "adjacency.csv, row 2, column b: 03 is not a district of districts.csv. Write the code of one.",
        ),
        (
            "adjacency_csv",
            "a,b,border_m\n01,01,100\n",
            "adjacency.csv, row 2, column b: 01 cannot border on itself. Write another district.",
        ),
        (
            "tiles_csv",
            "district,row,column\n01,0,0\n02,0,0\n",
            "tiles.csv, row 3, column district: 02 lies on a tile that Centro has. Give it another.",
        ),
        (
            "outlines_csv",
            "district,corner,lat,lon\n01,1,43,-7\n01,2,43.1,-7\n",
            "outlines.csv, row 3, column district: 01 has fewer than three corners. Add the rest.",
        ),
        (
            "matrix_car_csv",
            "from,01,Fingoi\n01,10,15\n",
            "matrix_car.csv, row 1, column Fingoi: Fingoi is not a district of districts.csv. Write the code of one.",
        ),
        (
            "matrix_car_csv",
            "from,01,02,01\n01,10,15,20\n",
            "matrix_car.csv, row 1: the column 01 is there twice. Remove one.",
        ),
        (
            "matrix_public_csv",
            "from,01,02\n01,10,-5\n",
            "matrix_public.csv, row 2, column 02: -5 is out of range. Write a number from 0 to 1440.",
        ),
        (
            "aliases_csv",
            "alias,district\nFINGOI,01\n",
            "aliases.csv, row 2, column alias: FINGOI already means Fingoi. Give it one meaning.",
        ),
        (
            "holidays_csv",
            "date,name,scope,place,status,source\n05/10/2026,San Froilán,municipality,ES-GA,official,\n",
            "holidays.csv, row 2, column date: 05/10/2026 is not a date. Write it as 2026-11-25.",
        ),
        (
            "holidays_csv",
            "date,name,scope,place,status,source\n2026-10-05,San Froilán,city,ES-GA,official,\n",
            "holidays.csv, row 2, column scope: city means nothing here. "
            "Write one of these: national, region, municipality.",
        ),
        (
            "bridges_csv",
            "first,last,run_first,run_last\n2026-10-06,2026-10-05,2026-10-05,2026-10-06\n",
            "bridges.csv, row 2, column last: 2026-10-05 lies before the day in first. Write a later one.",
        ),
        (
            "bridges_csv",
            "first,last,run_first,run_last\n2026-10-06,2026-10-06,2026-10-07,2026-10-08\n",
            "bridges.csv, row 2, column run_first: the days off from 7 October 2026 to 8 October 2026 "
            "do not hold the days taken. Widen them.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(folder: Write, table: str, text: str, said: str) -> None:
    assert refusal(folder(**{table: text})) == said


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    said = f"The folder {tmp_path.name} has no city.csv. A city needs at least city.csv and districts.csv."
    assert refusal(tmp_path) == said


def test_a_refusal_is_also_said_in_spanish(folder: Write) -> None:
    there = folder(adjacency_csv="a,b,border_m\n01,Ramón,100\n")
    said = "adjacency.csv, fila 2, columna b: Ramón no es un distrito de districts.csv. Escribe el código de uno."
    assert refusal(there, "es") == said


def test_a_street_in_no_district_is_refused(folder: Write) -> None:
    there = folder(streets_csv="street,postcode,district,lat,lon\nRúa Nova,27001,9,43,-7\n")
    with pytest.raises(UserError) as told:
        cities.read_streets(there, cities.read_pack(there))
    assert str(told.value).startswith("streets.csv, row 2, column district: 9 is not a district")
