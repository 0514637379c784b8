from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from techsched.errors import UserError
from techsched.exchange import workbook
from techsched.exchange.company import Reading
from techsched.exchange.tabular import Sheet, read_sheets
from tests.exchange.files import Company, reading, refusals


def book(path: Path, **sheets: list[list[Any]]) -> Path:
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def company_book(path: Path, company: Company) -> Path:
    return book(
        path,
        **{
            name: [list(rows[0]), *([cell or None for cell in row.values()] for row in rows)]
            for name, rows in company.tables.items()
        },
    )


def only(path: Path) -> Sheet:
    (found,) = read_sheets(path)
    return found


def bent(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Replaces bytes in one part of a packed workbook."""
    with zipfile.ZipFile(path) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def test_cells_are_read_as_they_show(tmp_path: Path) -> None:
    row = [date(2026, 8, 3), datetime(2026, 8, 3, 9, 30), time(9, 30), timedelta(hours=25), True, 40.0, 37.5, "Ñ"]
    found = only(book(tmp_path / "sites.xlsx", Hoja1=[["a"] * 8, row]))
    assert found.rows[1][1] == (
        "2026-08-03T00:00:00",
        "2026-08-03T09:30:00",
        "09:30",
        "25:00",
        "1",
        "40",
        "37.5",
        "Ñ",
    )


def test_a_single_sheet_is_named_by_its_file(tmp_path: Path) -> None:
    found = only(book(tmp_path / "sites.xlsx", Hoja1=[["id", "name"], ["S1", "Sede"]], Hoja2=[]))
    assert (found.file, found.title) == ("sites.xlsx", "sites")


def test_several_sheets_are_a_company(tmp_path: Path) -> None:
    found = reading(company_book(tmp_path / "empresa.xlsx", Company()))
    assert (found.refused, found.flagged) == ((), ())
    assert found.read == reading(Company().write(tmp_path / "same")).read
    assert {file.file for file in found.files} == {f"empresa.xlsx, {name}" for name in Company().tables}


def test_days_may_be_cells_of_dates_or_their_numbers(tmp_path: Path) -> None:
    rows = [
        ["date", "name", "scope"],
        [date(2026, 12, 8), "Inmaculada", "national"],
        [46381, "Navidad", "national"],
    ]
    found = reading(book(tmp_path / "festivos.xlsx", Hoja1=rows))
    assert [edit.row.day for edit in found.change.edits] == [date(2026, 12, 8), date(2026, 12, 25)]  # type: ignore[attr-defined]


def test_moments_at_midnight(tmp_path: Path) -> None:
    company = Company().set("visits", 2, created_at="2026-11-24T00:00:00")
    found = reading(company_book(tmp_path / "empresa.xlsx", company))
    assert found.refused == ()


def test_rows_are_numbered_with_the_empty_ones(tmp_path: Path) -> None:
    rows = [["Clientes 2026"], [], ["id", "name"], [], ["C1", None]]
    found = reading(book(tmp_path / "clients.xlsx", Hoja1=rows))
    assert refusals(found) == ["clients.xlsx, row 5, name: The cell is empty. Fill it in."]


def test_a_formula_counts_as_what_it_came_to(tmp_path: Path) -> None:
    path = book(tmp_path / "clients.xlsx", Hoja1=[["id", "name", "notes"], ["C1", "Olmo", "=1+1"]])
    assert only(path).rows[1][1] == ("C1", "Olmo", "=1+1")
    bent(path, "xl/worksheets/sheet1.xml", b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
    assert only(path).rows[1][1] == ("C1", "Olmo", "2")


def test_formulas_are_data(tmp_path: Path) -> None:
    link = '=HYPERLINK("http://example.com","x")'
    found = reading(book(tmp_path / "clients.xlsx", Hoja1=[["id", "name", "sector"], ["C1", link, "@x"]]))
    (row,) = (edit.row for edit in found.change.edits)
    assert (row.name, row.sector) == (link, "@x")  # type: ignore[attr-defined]


def test_what_a_failed_formula_shows_is_refused(tmp_path: Path) -> None:
    found = reading(book(tmp_path / "clients.xlsx", Hoja1=[["id", "name"], ["C1", "#REF!"]]))
    assert refusals(found)[0].startswith("clients.xlsx, row 2, name: #REF! is what a spreadsheet writes")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    path = book(tmp_path / "clients.xlsx", Hoja1=[["id", "name"], ["C1", "Olmo"]])
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'
    bent(path, "xl/worksheets/sheet1.xml", b"<worksheet", bomb)
    with pytest.raises(UserError, match="clients.xlsx is damaged or protected"):
        read_sheets(path)


def test_a_sheet_that_claims_billions_of_cells_is_read_for_what_it_holds(tmp_path: Path) -> None:
    path = book(tmp_path / "clients.xlsx", Hoja1=[["id", "name"], ["C1", "Olmo"]])
    bent(path, "xl/worksheets/sheet1.xml", b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert len(only(path).rows) == 2


def test_a_cell_in_the_last_row_is_too_much(tmp_path: Path) -> None:
    path = book(tmp_path / "clients.xlsx", Hoja1=[["id", "name"], ["C1", "Olmo"]])
    bent(path, "xl/worksheets/sheet1.xml", b'<row r="2">', b'<row r="1048576">')
    with pytest.raises(UserError, match="holds more than 100000 rows"):
        read_sheets(path)


def test_limits_of_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path / "clients.xlsx", Hoja1=[["id", "name"], ["C1", "Olmo"]])
    monkeypatch.setattr(workbook, "MOST_CELLS", 3)
    with pytest.raises(UserError, match="holds more than 3 cells"):
        read_sheets(path)
    monkeypatch.setattr(workbook, "LARGEST_UNPACKED", 1000)
    with pytest.raises(UserError, match="unpacks to more than"):
        read_sheets(path)


def test_other_packed_files_are_said(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as held:
        held.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    (tmp_path / "clients.xlsx").write_bytes(packed.getvalue())
    with pytest.raises(UserError, match="is packed, but is no .xlsx workbook"):
        read_sheets(tmp_path / "clients.xlsx")


def test_an_empty_workbook(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="clients.xlsx is empty"):
        read_sheets(book(tmp_path / "clients.xlsx", Hoja1=[]))


def test_any_broken_byte_is_a_sentence_or_still_a_table(tmp_path: Path) -> None:
    whole = company_book(tmp_path / "empresa.xlsx", Company()).read_bytes()
    outcomes: list[Reading | UserError] = []
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        file = tmp_path / "broken.xlsx"
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        try:
            outcomes.append(reading(file))
        except UserError as told:
            outcomes.append(told)
    assert {type(outcome) for outcome in outcomes} == {Reading, UserError}
