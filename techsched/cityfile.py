"""The tables of a city folder, cell by cell; what cannot be read is refused with its file, row and column."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import TypeVar

from techsched.errors import UserError
from techsched.model.sentence import sentence

E = TypeVar("E", bound=StrEnum)

_LONGEST = 60
"""Characters of a cell that a sentence repeats."""
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Cell:
    """`row` counts as a spreadsheet does: the column names are row 1."""

    file: str
    row: int
    column: str
    text: str

    def refused(self, key: str, **fields: str | int) -> UserError:
        """The refusal to raise: a sentence of `words.city` about this cell."""
        value = self.text if len(self.text) <= _LONGEST else self.text[:_LONGEST] + "…"
        return UserError(sentence(key, file=self.file, row=self.row, column=self.column, value=value, **fields))

    @property
    def filled(self) -> str:
        if not self.text:
            raise self.refused("city_cell_empty")
        return self.text

    def number(self, low: float, high: float) -> float:
        """Between both, or equal to one. A comma is read as the decimal point."""
        try:
            found = float(self.filled.replace(",", "."))
        except ValueError:
            raise self.refused("city_cell_number") from None
        if not low <= found <= high:
            raise self.refused("city_cell_range", low=f"{low:g}", high=f"{high:g}")
        return found

    def whole(self, low: int, high: int) -> int:
        found = self.number(low, high)
        if found != int(found):
            raise self.refused("city_cell_whole")
        return int(found)

    def day(self) -> date:
        try:
            return date.fromisoformat(self.filled)
        except ValueError:
            raise self.refused("city_cell_day") from None

    def one_of(self, choices: Iterable[E]) -> E:
        known = {choice.value: choice for choice in choices}
        found = known.get(self.filled.casefold())
        if found is None:
            raise self.refused("city_cell_choice", choices=", ".join(known))
        return found


Record = dict[str, Cell]
"""Cells by the name of their column in lower case."""


def table(folder: Path, file: str, columns: Sequence[str], *, needed: bool = False) -> list[Record]:
    """The rows of one file that have anything in them; further columns are kept, none are in an absent file.

    Text may be UTF-8, UTF-16 with its mark, or Windows-1252; the separator a comma, semicolon or tab.
    Raises UserError for a missing file that is needed, one that is no table, and missing or doubled columns.
    """
    path = folder / file
    if not path.is_file():
        if needed:
            raise UserError(sentence("city_file_missing", folder=folder.name, file=file))
        return []
    text = _text(path)
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    try:
        read = [[cell.strip() for cell in row] for row in csv.reader(StringIO(text, newline=""), delimiter=separator)]
    except csv.Error:
        raise UserError(sentence("city_file_no_table", file=file)) from None
    names = read[0] if read else []
    head = [name.casefold() for name in names]
    for name in head:
        if name and head.count(name) > 1:
            raise UserError(sentence("city_column_twice", file=file, column=name))
    for name in columns:
        if name not in head:
            raise UserError(sentence("city_column", file=file, column=name))
    found: list[Record] = []
    for number, row in enumerate(read[1:], start=2):
        if not any(row):
            continue
        if any(row[len(head) :]):
            raise UserError(sentence("city_row_long", file=file, row=number, cells=len(row), columns=len(head)))
        texts = [*row, *[""] * (len(head) - len(row))]
        cells = (Cell(file, number, name, text) for name, text in zip(names, texts, strict=False))
        found.append(dict(zip(head, cells, strict=True)))
    return found


def _text(path: Path) -> str:
    try:
        held = path.read_bytes()
    except OSError as why:
        raise UserError(sentence("city_file_closed", file=path.name, why=why.strerror or "")) from None
    encodings = ["utf-16"] if held[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return held.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(sentence("city_file_no_table", file=path.name))
