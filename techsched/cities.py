"""City packs: read from a folder of tables, ours out of `resources/cities`, anybody's from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from techsched.assets import resource
from techsched.cityfile import Cell, Record, table
from techsched.errors import UserError
from techsched.model.city import Bridge, CityPack, District, Pair, Point, fold
from techsched.model.holiday import Holiday
from techsched.model.kinds import HolidayScope, HolidayStatus, Transport
from techsched.model.sentence import sentence
from techsched.model.span import Days
from techsched.model.street import Street, Streets
from techsched.model.wall import is_zone

_FARTHEST_MINUTES = 24 * 60
_PLACES = (HolidayScope.NATIONAL, HolidayScope.REGION, HolidayScope.MUNICIPALITY)
_MATRICES = {Transport.CAR: "matrix_car.csv", Transport.PUBLIC: "matrix_public.csv"}


def shipped() -> tuple[str, ...]:
    """Keys of the cities that come with the program, in order."""
    return tuple(sorted(folder.name for folder in resource("cities").iterdir() if folder.is_dir()))


@lru_cache(maxsize=8)
def pack(key: str) -> CityPack:
    """A city that comes with the program; read at the first call. Raises UserError for another key."""
    return _read(_folder(key))


@lru_cache(maxsize=8)
def streets(key: str) -> Streets:
    """The streets of a city that comes with the program; none for a city without a list of them."""
    return read_streets(_folder(key), pack(key))


def _folder(key: str) -> Path:
    if key not in shipped():
        raise UserError(sentence("city_unknown", city=key, cities=", ".join(shipped())))
    return resource("cities", key)


def read_pack(folder: Path) -> CityPack:
    """A city from a folder with city.csv, districts.csv and any of the other tables; their columns are in
    `resources/cities/README.md`. Raises UserError that names file, row and column of the first thing wrong.
    """
    # Only here: listing the zones takes longer than all the rest, and a start of the program must not wait for it.
    city = _city(folder)
    if not is_zone(city["zone"].filled):
        raise city["zone"].refused("city_cell_zone")
    return _read(folder)


def _read(folder: Path) -> CityPack:
    city = _city(folder)
    rows = _districts(folder)
    codes = _codes(rows)
    borders, near = _adjacency(folder, codes)
    districts = {code: _district(row, borders.get(code, ())) for code, row in rows.items()}
    return CityPack(
        key=city["key"].filled,
        name=city["name"].filled,
        zone=city["zone"].filled,
        region=city["region"].text,
        calendar=city["calendar"].text,
        districts=districts,
        near=near,
        tiles=_tiles(folder, codes, districts),
        outlines=_outlines(folder, codes),
        postcodes=_postcodes(folder, codes),
        matrices={means: found for means, file in _MATRICES.items() if (found := _matrix(folder, file, codes))},
        holidays=_holidays(folder),
        bridges=_bridges(folder),
        aliases=_aliases(folder, codes, districts),
    )


def read_streets(folder: Path, city: CityPack) -> Streets:
    """The streets of a city's folder, none where it has no streets.csv. Raises UserError as `read_pack` does."""
    codes = _codes(city.districts)
    rows = table(folder, "streets.csv", ("street", "postcode", "district", "lat", "lon"))
    return Streets(
        Street(row["street"].filled, row["postcode"].text, _code(row["district"], codes), *_point(row)) for row in rows
    )


def _city(folder: Path) -> Record:
    rows = table(folder, "city.csv", ("key", "name", "zone", "region", "calendar"), needed=True)
    if not rows:
        raise UserError(sentence("city_file_empty", file="city.csv"))
    for extra in rows[1:]:
        raise extra["key"].refused("city_rows")
    return rows[0]


def _districts(folder: Path) -> dict[str, Record]:
    columns = ("code", "short", "name", "lat", "lon", "intra_km", "area_km2", "parking")
    rows = table(folder, "districts.csv", columns, needed=True)
    if not rows:
        raise UserError(sentence("city_file_empty", file="districts.csv"))
    for column in ("code", "short", "name"):
        seen: dict[str, int] = {}
        for row in rows:
            folded = fold(row[column].filled).lstrip("0")
            if folded in seen:
                raise row[column].refused("city_cell_twice", first=seen[folded])
            seen[folded] = row[column].row
    return {row["code"].text: row for row in sorted(rows, key=lambda row: row["code"].text)}


def _district(row: Record, neighbours: tuple[str, ...]) -> District:
    lat, lon = _point(row)
    return District(
        code=row["code"].text,
        short=row["short"].text,
        name=row["name"].text,
        lat=lat,
        lon=lon,
        intra_km=row["intra_km"].number(0, 100),
        area_km2=row["area_km2"].number(0, 100_000),
        neighbours=neighbours,
        parking=row["parking"].whole(0, 120),
    )


def _point(row: Record) -> Point:
    return row["lat"].number(-90, 90), row["lon"].number(-180, 180)


def _codes(districts: Iterable[str]) -> dict[str, str]:
    """Codes by what spreadsheets leave of them, which drop the zeros in front."""
    return {code.lstrip("0"): code for code in districts}


def _code(cell: Cell, codes: Mapping[str, str]) -> str:
    found = codes.get(cell.filled.lstrip("0"))
    if found is None:
        raise cell.refused("city_cell_district")
    return found


def _adjacency(folder: Path, codes: Mapping[str, str]) -> tuple[dict[str, tuple[str, ...]], dict[str, frozenset[str]]]:
    """Neighbours over a stretch of border, and in a point only (a border of no length)."""
    borders: dict[str, set[str]] = {}
    points: dict[str, set[str]] = {}
    for row in table(folder, "adjacency.csv", ("a", "b", "border_m")):
        a, b = _code(row["a"], codes), _code(row["b"], codes)
        if a == b:
            raise row["b"].refused("city_cell_itself")
        held = borders if row["border_m"].number(0, 1_000_000) else points
        held.setdefault(a, set()).add(b)
        held.setdefault(b, set()).add(a)
    return (
        {code: tuple(sorted(found)) for code, found in borders.items()},
        {code: frozenset(found) for code, found in points.items()},
    )


def _tiles(folder: Path, codes: Mapping[str, str], districts: Mapping[str, District]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    on: dict[tuple[int, int], str] = {}
    for row in table(folder, "tiles.csv", ("district", "row", "column")):
        code, tile = _code(row["district"], codes), (row["row"].whole(0, 99), row["column"].whole(0, 99))
        if tile in on:
            raise row["district"].refused("city_cell_tile", district=districts[on[tile]].name)
        found[code] = tile
        on[tile] = code
    return found


def _outlines(folder: Path, codes: Mapping[str, str]) -> dict[str, tuple[Point, ...]]:
    corners: dict[str, dict[int, Point]] = {}
    last: dict[str, Record] = {}
    for row in table(folder, "outlines.csv", ("district", "corner", "lat", "lon")):
        code = _code(row["district"], codes)
        corners.setdefault(code, {})[row["corner"].whole(1, 10_000)] = _point(row)
        last[code] = row
    for code, held in corners.items():
        if len(held) < 3:
            raise last[code]["district"].refused("city_cell_outline")
    return {code: tuple(held[corner] for corner in sorted(held)) for code, held in sorted(corners.items())}


def _postcodes(folder: Path, codes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    shares: dict[str, dict[str, float]] = {}
    for row in table(folder, "postcodes.csv", ("postcode", "district", "share")):
        share = row["share"].number(0, 1) if row["share"].text else 0.0
        shares.setdefault(row["postcode"].filled, {})[_code(row["district"], codes)] = share
    return {
        postcode: tuple(sorted(held, key=lambda code: (-held[code], code))) for postcode, held in sorted(shares.items())
    }


def _matrix(folder: Path, file: str, codes: Mapping[str, str]) -> dict[Pair, int]:
    """An empty cell, like an absent file, leaves the pair to the model."""
    found: dict[Pair, int] = {}
    for row in table(folder, file, ("from",)):
        start = _code(row["from"], codes)
        for column, cell in row.items():
            if column != "from" and cell.text:
                end = _code(Cell(file, 1, cell.column, cell.column), codes)
                found[(start, end)] = cell.whole(0, _FARTHEST_MINUTES)
    return found


def _holidays(folder: Path) -> tuple[Holiday, ...]:
    rows = table(folder, "holidays.csv", ("date", "name", "scope", "place", "status", "source"))
    return tuple(
        Holiday(
            id=0,
            day=row["date"].day(),
            name=row["name"].filled,
            scope=row["scope"].one_of(_PLACES),
            place=row["place"].filled,
            status=row["status"].one_of(HolidayStatus),
            source=row["source"].text,
        )
        for row in rows
    )


def _bridges(folder: Path) -> tuple[Bridge, ...]:
    found: list[Bridge] = []
    for row in table(folder, "bridges.csv", ("first", "last", "run_first", "run_last")):
        taken, run = _days(row["first"], row["last"]), _days(row["run_first"], row["run_last"])
        if any(day not in run for day in taken):
            raise row["run_first"].refused("city_cell_run", first=row["run_first"].text, last=row["run_last"].text)
        found.append(Bridge(taken, run))
    return tuple(found)


def _days(first: Cell, last: Cell) -> Days:
    if last.day() < first.day():
        raise last.refused("city_cell_before", start=first.column)
    return Days.through(first.day(), last.day())


def _aliases(folder: Path, codes: Mapping[str, str], districts: Mapping[str, District]) -> dict[str, str]:
    plain = CityPack(key="", name="", districts=districts)
    found: dict[str, str] = {}
    for row in table(folder, "aliases.csv", ("alias", "district")):
        code, known = _code(row["district"], codes), plain.find(row["alias"].filled)
        if known is not None and known.code != code:
            raise row["alias"].refused("city_cell_taken", district=known.name)
        found[row["alias"].text] = code
    return found
