from __future__ import annotations

from pathlib import Path

import pytest

from techsched.cityfile import Cell, table
from techsched.errors import UserError

ROWS = "alias;district\r\nPeñagrande;08\r\n\r\nCañada;18\r\n"


def texts(folder: Path) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.values()) for row in table(folder, "aliases.csv", ("alias", "district"))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_as_it_was_saved(tmp_path: Path, encoding: str, separator: str) -> None:
    (tmp_path / "aliases.csv").write_bytes(ROWS.replace(";", separator).encode(encoding))
    assert texts(tmp_path) == [("Peñagrande", "08"), ("Cañada", "18")]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_text(ROWS)
    assert [row["alias"].row for row in table(tmp_path, "aliases.csv", ("alias",))] == [2, 4]


def test_columns_come_in_any_order_and_more_are_kept(tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_text(" District ,note,ALIAS\n08,,Mirasierra\n")
    (row,) = table(tmp_path, "aliases.csv", ("alias", "district"))
    assert (row["alias"].text, row["district"].text, row["note"].text) == ("Mirasierra", "08", "")


def test_a_cell_may_hold_separators_and_lines_in_quotes(tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_text('alias,district\n"Mira,\nsierra\u2028",08\n')
    assert texts(tmp_path) == [("Mira,\nsierra", "08")]


def test_an_absent_table_has_no_rows_unless_it_is_needed(tmp_path: Path) -> None:
    assert table(tmp_path, "aliases.csv", ("alias",)) == []
    with pytest.raises(UserError, match=r"has no aliases\.csv"):
        table(tmp_path, "aliases.csv", ("alias",), needed=True)


@pytest.mark.parametrize("held", [b"\x81\x8d\x00", b"alias\n" + b"x" * 1_000_000, b"\xff\xfea"])
def test_what_is_no_table_is_refused(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "aliases.csv").write_bytes(held)
    with pytest.raises(UserError, match=r"^aliases\.csv cannot be read as a table\. Save it as CSV in UTF-8\.$"):
        table(tmp_path, "aliases.csv", ("alias",))


def test_a_doubled_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_text("alias,Alias\na,b\n")
    with pytest.raises(UserError, match="row 1: the column alias is there twice"):
        table(tmp_path, "aliases.csv", ("alias",))


def test_a_table_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "aliases.csv").write_text(ROWS)

    def locked(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(UserError, match=r"^aliases\.csv cannot be opened: Permission denied\."):
        table(tmp_path, "aliases.csv", ("alias",))


def test_a_comma_is_a_decimal_point() -> None:
    assert Cell("a.csv", 2, "lat", "40,41689").number(-90, 90) == 40.41689


@pytest.mark.parametrize("text", ["1.234,5", "1 5", "inf", "nan", "", "0x10"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UserError, match=r"^a\.csv, row 2, column lat: "):
        Cell("a.csv", 2, "lat", text).number(-90, 90)


def test_a_long_cell_is_told_in_short() -> None:
    with pytest.raises(UserError) as told:
        Cell("a.csv", 2, "lat", "x" * 100_000).number(0, 1)
    assert len(str(told.value)) < 200
