"""Which table a sheet is, and which of its columns is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from techsched.errors import UserError
from techsched.exchange.cell import nearest, plain, shown
from techsched.exchange.mapping import Column, Kind
from techsched.exchange.tabular import Cells, Sheet
from techsched.model.sentence import sentence

_LOOKED_AT = 10
"""A header stands in one of the first rows; a title may stand above it."""
_LISTED = 12
"""Names of columns that a sentence bears."""


@dataclass(frozen=True, slots=True)
class Header:
    """`columns`: place in the row and its declared column; `written`: every cell of the header row."""

    row: int
    written: Cells
    columns: tuple[tuple[int, Column], ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        taken = {place for place, _ in self.columns}
        return tuple(text for place, text in enumerate(self.written) if text and place not in taken)


@lru_cache(maxsize=64)
def _spellings(kind: Kind) -> dict[str, Column]:
    return {plain(word): column for column in kind.columns for word in (column.name, *column.aliases.split())}


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return plain(text)


def names_a_table(title: str, kinds: Sequence[Kind]) -> bool:
    """Whether a file's stem or a sheet's tab is the name of one of the tables."""
    return any(plain(title) in map(plain, kind.stems.split()) for kind in kinds)


def kind_of(sheet: Sheet, kinds: Sequence[Kind]) -> Kind | None:
    """The table that a sheet's name says, else the one that its header fits best; None when neither does."""
    for kind in kinds:
        if names_a_table(sheet.title, (kind,)):
            return kind
    fits = [(len(_best(sheet, kind)[1]), kind) for kind in kinds if not _missing(kind, _best(sheet, kind)[1])]
    most = max((count for count, _ in fits), default=0)
    best = [kind for count, kind in fits if count == most]
    return best[0] if most >= 3 and len(best) == 1 else None


def header_of(sheet: Sheet, kind: Kind) -> Header:
    """Raises UserError when a needed column is missing, or one stands there twice."""
    row, columns = _best(sheet, kind)
    if not columns:
        first = sheet.rows[0] if sheet.rows else (1, ())
        raise UserError(sentence("import.no_header", file=sheet.file, row=first[0], found=_listed(first[1])))
    written = next(cells for number, cells in sheet.rows if number == row)
    seen: dict[str, str] = {}
    for place, column in columns:
        if column.name in seen:
            told = sentence(
                "import.column_twice", file=sheet.file, row=row, one=seen[column.name], other=shown(written[place])
            )
            raise UserError(told)
        seen[column.name] = shown(written[place])
    missing = _missing(kind, columns)
    if missing:
        near = nearest(missing[0], (shown(text) for text in written if text))
        key = "import.column_missing" if near is None else "import.column_missing_near"
        told = sentence(key, file=sheet.file, row=row, column=missing[0], found=_listed(written), near=near or "")
        raise UserError(told)
    return Header(row, tuple(shown(text) for text in written), columns)


def _best(sheet: Sheet, kind: Kind) -> tuple[int, tuple[tuple[int, Column], ...]]:
    """The row among the first with the most known names, and those."""
    spellings = _spellings(kind)
    best: tuple[int, tuple[tuple[int, Column], ...]] = (1, ())
    for number, cells in sheet.rows[:_LOOKED_AT]:
        named = ((place, spellings.get(_folded(text[:80]))) for place, text in enumerate(cells))
        found = tuple((place, column) for place, column in named if column is not None)
        if len(found) > len(best[1]):
            best = number, found
    return best


def _missing(kind: Kind, columns: tuple[tuple[int, Column], ...]) -> list[str]:
    there = {column.name for _, column in columns}
    needed = [column.name for column in kind.columns if column.needed and column.name not in there]
    return needed + [one for one, other in kind.either if one not in there and other not in there]


def _listed(cells: Cells) -> str:
    return ", ".join(shown(text) for text in cells[:_LISTED] if text.strip())
