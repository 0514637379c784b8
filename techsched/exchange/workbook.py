"""Sheets of an .xlsx workbook as text: what each cell shows, dates in ISO form."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from techsched.errors import UserError
from techsched.exchange.tabular import MOST_COLUMNS, MOST_ROWS, Cells, Sheet
from techsched.model.sentence import sentence

LARGEST_UNPACKED = 100 * 2**20
"""Bytes. A few kilobytes can claim gigabytes."""
MOST_CELLS = 300_000
"""A cell costs ten microseconds and more; a company of 200 people has a hundred thousand."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    # what a document that is not as it says it is makes openpyxl raise: bad XML (SyntaxError), entities that
    # defusedxml forbids (ValueError), missing parts (KeyError), parts of another kind, encryption
    SyntaxError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
)


def sheets(file: str, held: bytes) -> list[Sheet]:
    """All sheets with anything in them. Raises UserError for a workbook that cannot be read."""
    from openpyxl import DEFUSEDXML

    assert DEFUSEDXML, "without defusedxml a workbook can fill the memory"
    try:
        _measured(file, held)
        tables = _tables(file, held, values=False)
        if any(_is_formula(cell) for _, rows in tables for _, cells in rows for cell in cells):
            tables = _with_values(tables, _tables(file, held, values=True))
    except _BROKEN as trouble:
        raise UserError(sentence("import.broken_workbook", file=file)) from trouble
    found = [(title, _filled(rows)) for title, rows in tables]
    found = [(title, rows) for title, rows in found if rows]
    if not found:
        raise UserError(sentence("import.empty_file", file=file))
    if len(found) == 1:
        return [Sheet(file, file.rpartition(".")[0], found[0][1], "xlsx", "")]
    return [Sheet(f"{file}, {title}", title, rows, "xlsx", "") for title, rows in found]


Rows = list[tuple[int, list[Any]]]


def _measured(file: str, held: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(held)) as parts:
        if "xl/workbook.xml" not in parts.namelist():
            raise UserError(sentence("import.not_a_workbook", file=file))
        if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
            raise UserError(sentence("import.unpacks_too_large", file=file, most=LARGEST_UNPACKED // 2**20))


def _tables(file: str, held: bytes, *, values: bool) -> list[tuple[str, Rows]]:
    """Title and rows of each sheet. `values` asks for what formulas came to, else for the formulas."""
    from openpyxl import load_workbook

    found: list[tuple[str, Rows]] = []
    counted = padding = 0
    with warnings.catch_warnings():
        # of parts that are of no use here: drawings, validations, headers
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(held), read_only=True, data_only=values, keep_links=False)
        for sheet in book.worksheets:
            # a sheet may claim any size; only the cells that are there count
            sheet.reset_dimensions()
            rows: Rows = []
            for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                counted += sum(cell is not None for cell in cells)
                padding += len(cells)
                if counted > MOST_CELLS or padding > 10 * MOST_CELLS:
                    raise UserError(sentence("import.too_many_cells", file=file, most=MOST_CELLS))
                if number > MOST_ROWS:
                    raise UserError(sentence("import.too_many_rows", file=file, most=MOST_ROWS))
                rows.append((number, list(cells[:MOST_COLUMNS])))
            found.append((str(sheet.title), rows))
        book.close()
    return found


def _is_formula(cell: Any) -> bool:
    return isinstance(cell, str) and cell.startswith("=")


def _with_values(formulas: list[tuple[str, Rows]], values: list[tuple[str, Rows]]) -> list[tuple[str, Rows]]:
    """Formulas replaced by what they came to when the book was saved; one that never was stays as data."""
    for (_, rows), (_, known) in zip(formulas, values, strict=True):
        for (_, cells), (_, shown) in zip(rows, known, strict=True):
            for place, cell in enumerate(cells):
                if _is_formula(cell) and place < len(shown) and shown[place] is not None:
                    cells[place] = shown[place]
    return formulas


def _filled(rows: Rows) -> tuple[tuple[int, Cells], ...]:
    """Rows with text in them, empty columns behind the last used one cut off."""
    texts = [(number, [_text(cell) for cell in cells]) for number, cells in rows]
    width = max((place + 1 for _, cells in texts for place, cell in enumerate(cells) if cell.strip()), default=0)
    return tuple(
        (number, tuple(cells[:width] + [""] * (width - len(cells))))
        for number, cells in texts
        if any(cell.strip() for cell in cells)
    )


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        # stored as a fraction of a day, which may fall just short of the second
        return (cell + timedelta(microseconds=500_000)).replace(microsecond=0).isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(cell)
