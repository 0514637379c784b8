"""Rows of a sheet into values by declared name; what cannot be read is refused row by row."""

from __future__ import annotations

from typing import Any

from techsched.errors import UserError
from techsched.exchange.cell import bare, mended, shown
from techsched.exchange.header import Header
from techsched.exchange.mapping import Column, Kind
from techsched.exchange.reading import Docket, Flag, Record, Unfit
from techsched.exchange.tabular import Cells, Sheet
from techsched.model.sentence import sentence


def records(sheet: Sheet, kind: Kind, header: Header, docket: Docket) -> list[Record]:
    """The rows below the header that can be read; the others are refused in the docket."""
    for text in header.unknown:
        reason = sentence("import.column_unknown", column=text)
        docket.flagged.append(Flag(sheet.file, header.row, text, "", "", reason))
    defaults = {column.name: column.default for column in kind.columns}
    places = {column.name: place for place, column in header.columns}
    # columns repeat a few texts over and over: each is read once
    known: dict[str, dict[str, Any]] = {column.name: {} for column in kind.columns}
    found = []
    for number, cells in sheet.rows:
        if number <= header.row:
            continue
        record = Record(kind.name, sheet.file, number, dict(defaults), places, header.written, cells)
        try:
            _measure(cells, header)
            for place, column in header.columns:
                if column.read is not None:
                    text, seen = cells[place], known[column.name]
                    record.values[column.name] = (
                        seen[text] if text in seen else _value(record, column, text, docket, seen)
                    )
            _either(record, kind)
        except Unfit as trouble:
            docket.refuse(record, trouble)
        else:
            found.append(record)
    return found


def _measure(cells: Cells, header: Header) -> None:
    """Raises Unfit for a row that is shorter than the header, or longer with something in it."""
    width = len(header.written)
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        raise Unfit("", sentence("import.wrong_width", cells=len(cells), columns=width))


def _value(record: Record, column: Column, written: str, docket: Docket, seen: dict[str, Any]) -> Any:
    """What the cell says, remembered in `seen` unless it had to be mended, which is told each time."""
    assert column.read is not None
    try:
        text = bare(written)
        if not text and column.needed:
            raise UserError(sentence("import.cell_empty"))
        better = mended(text)
        if better is not None:
            told = sentence("import.mended", value=shown(text), used=shown(better))
            docket.flag(record, column.name, shown(better), told)
            return column.read(better)
        seen[written] = value = column.read(text) if text else column.default
    except UserError as trouble:
        raise Unfit(column.name, trouble.sentence) from None
    return value


def _either(record: Record, kind: Kind) -> None:
    for one, other in kind.either:
        if not record[one] and not record[other]:
            raise Unfit(one, sentence("import.either_empty", one=one, other=other))
