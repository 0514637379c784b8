from __future__ import annotations

import csv
from pathlib import Path

import pytest

from techsched.errors import UserError
from techsched.exchange import tabular
from techsched.exchange.tabular import Sheet, read_sheets
from tests.facts import CITY_FILES, needs_city_files

HEADER = ("código", "nombre", "años")
ROW = ("T1", "Íñigo Núñez «Chamberí»", "¿más?")


def sheet(folder: Path, held: bytes, name: str = "personal.csv") -> Sheet:
    file = folder / name
    file.write_bytes(held)
    (found,) = read_sheets(file)
    return found


def refused(folder: Path, held: bytes, name: str = "personal.csv") -> str:
    with pytest.raises(UserError) as told:
        sheet(folder, held, name)
    return str(told.value)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_any_usual_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    text = "\r\n".join(separator.join(cells) for cells in (HEADER, ROW))
    assert sheet(tmp_path, text.encode(encoding)).rows == ((1, HEADER), (2, ROW))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "cp850"])
def test_one_accented_letter_is_enough(tmp_path: Path, encoding: str) -> None:
    found = sheet(tmp_path, "id,district\nS1,Chamberí\n".encode(encoding))
    assert found.rows[1] == (2, ("S1", "Chamberí"))
    assert found.encoding == encoding


def test_a_dash_alone_stays_windows_text(tmp_path: Path) -> None:
    found = sheet(tmp_path, "id,hours\nS1,9–18\nS2,L’Oréal\n".encode("cp1252"))
    assert [cells for _, cells in found.rows[1:]] == [("S1", "9–18"), ("S2", "L’Oréal")]


def test_a_line_may_name_the_separator(tmp_path: Path) -> None:
    found = sheet(tmp_path, b"sep=#\nid#name\nT1#a,b;c\n")
    assert found.rows == ((2, ("id", "name")), (3, ("T1", "a,b;c")))


def test_semicolons_in_cells_do_not_separate(tmp_path: Path) -> None:
    found = sheet(tmp_path, b"id,skills\nE1,Azure;Linux\nE2,Azure;Linux;Cisco\n")
    assert found.separator == ","
    assert found.rows[2] == (3, ("E2", "Azure;Linux;Cisco"))


def test_decimal_commas_do_not_separate(tmp_path: Path) -> None:
    found = sheet(tmp_path, b"id;lat;lon\nS1;40,1;-3,7\nS2;40,2;-3,8\n")
    assert found.separator == ";"


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    found = sheet(tmp_path, b'id,notes\n\nT1,"two\nlines"\n,\nT2,x\n')
    assert [number for number, _ in found.rows] == [1, 3, 5]


def test_old_mac_line_ends(tmp_path: Path) -> None:
    assert [cells for _, cells in sheet(tmp_path, b"id,name\rT1,Ana\rT2,Eva").rows][2] == ("T2", "Eva")


def test_broken_places_of_unicode_text_are_kept_as_such(tmp_path: Path) -> None:
    text = "id,name\n" + "".join(f"T{n},Íñigo\n" for n in range(20))
    found = sheet(tmp_path, text.encode().replace("Íñigo".encode(), b"\xff", 1))
    assert found.encoding == "utf-8"
    assert [cells[1] for _, cells in found.rows[1:3]] == ["\ufffd", "Íñigo"]


def test_a_cell_as_long_as_the_file_does_not_stop_the_others(tmp_path: Path) -> None:
    found = sheet(tmp_path, b"id,notes\nT1," + b"x" * 1_000_000 + b"\nT2,y\n")
    assert [len(cells[1]) for _, cells in found.rows] == [5, 1_000_000, 1]


def test_the_limit_of_the_csv_module_is_put_back(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    sheet(tmp_path, b"id,name\nT1,Ana\n")
    assert csv.field_size_limit() == before


def test_an_open_quotation_mark_is_named_by_its_row(tmp_path: Path) -> None:
    told = refused(tmp_path, b'id,name\nT1,Ana\nT2,"Eva\nT3,Luz\n')
    assert told.startswith("personal.csv, row 3: a quotation mark opens and is never closed")


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b"", "personal.csv is empty"),
        (b" \r\n\t\n", "personal.csv is empty"),
        ("".encode("utf-16"), "personal.csv is empty"),
        (bytes(range(256)) * 8, "personal.csv is not a table"),
        (b"SQLite format 3\x00" + b"x" * 100, "personal.csv is a database"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "personal.csv is an old workbook"),
        (b"PK\x03\x04" + b"x" * 100, "personal.csv is damaged or protected"),
        (b"id,name\n" * 100_001, "personal.csv holds more than 100000 rows"),
        (b'id,name\n"' + b"\n" * 1_000_001, "personal.csv holds more than 100000 rows"),
        (b"a," * 120 + b"\n", "personal.csv holds more than 100 columns"),
    ],
)
def test_what_is_no_table_is_said_by_name(tmp_path: Path, held: bytes, said: str) -> None:
    assert refused(tmp_path, held).startswith(said)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "LARGEST_FILE", 10)
    assert refused(tmp_path, b"id,name\nT1,Ana\n").startswith("personal.csv is larger than")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no file or folder nada.csv"):
        read_sheets(tmp_path / "nada.csv")


@needs_city_files
def test_real_files_of_a_city(tmp_path: Path) -> None:
    (roster,) = read_sheets(CITY_FILES / "madrid_mobile_recycling_roster.csv")
    assert (roster.encoding, roster.separator, len(roster.rows)) == ("utf-8", ";", 352)
    assert roster.rows[0][1][13] == "DÍA SEMANA"
    (facilities,) = read_sheets(CITY_FILES / "madrid_facilities_cp1252.csv")
    assert (facilities.encoding, facilities.separator) == ("cp1252", ";")
    assert {len(cells) for _, cells in facilities.rows} == {32}
    (requests,) = read_sheets(CITY_FILES / "boston311_iso.csv")
    assert len(requests.rows) == 101
