"""What reading files came to: rows taken, rows left out and why, values read otherwise than written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from techsched.errors import UserError
from techsched.exchange.cell import shown
from techsched.model.change import Change
from techsched.model.sentence import Sentence, sentence

MOST_REFUSALS = 15_000
"""Rows of one import. Beyond it the files are something else, and nobody would read on."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was left out; `sentence` says why and what to do. Row as a spreadsheet numbers it, from 1."""

    file: str
    row: int
    column: str
    """As the file's own header writes it; empty where no single column is to blame."""
    value: str
    sentence: Sentence

    @property
    def place(self) -> Sentence:
        """'sites.csv, row 14, distrito'."""
        key = "import.place" if self.column else "import.place_row"
        return sentence(key, file=self.file, row=self.row, column=self.column)


@dataclass(frozen=True, slots=True)
class Flag:
    """A value that went in otherwise than it was written, as `used` says; empty when it was passed over."""

    file: str
    row: int
    column: str
    value: str
    used: str
    sentence: Sentence

    @property
    def place(self) -> Sentence:
        key = "import.place" if self.column else "import.place_row"
        return sentence(key, file=self.file, row=self.row, column=self.column)


@dataclass(frozen=True, slots=True)
class FileRead:
    """How one table of a file was understood."""

    file: str
    table: str
    rows: int
    """Below the header, empty ones not counted."""
    read: int
    encoding: str
    separator: str
    columns: tuple[tuple[str, str], ...]
    """As written, and the declared name it was taken for; '' for one that was passed over."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`read`: rows taken per table of the files; `made`: rows created per table of the office.

    `clashes` counts the pairs of bookings that overlap and are kept with a waiver. The change is one
    step, in the order in which rows refer to each other; empty when nothing was taken.
    """

    read: dict[str, int]
    made: dict[str, int]
    refused: tuple[Refusal, ...]
    flagged: tuple[Flag, ...]
    clashes: int
    change: Change
    files: tuple[FileRead, ...] = ()


class Unfit(UserError):
    """A row is left out because of one of its columns; '' where no single one is to blame."""

    def __init__(self, column: str, told: Sentence) -> None:
        super().__init__(told)
        self.column = column


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a file: its values by declared name, and the cells they were read from."""

    table: str
    file: str
    row: int
    values: dict[str, Any]
    places: Mapping[str, int]
    """Where in the row each declared column stands; only those that are there."""
    header: tuple[str, ...]
    cells: tuple[str, ...]

    def __getitem__(self, name: str) -> Any:
        """The value; None, or the column's default, where nothing is written."""
        return self.values[name]

    def written(self, name: str) -> tuple[str, str]:
        """Header and cell as written, for telling; the declared name where the file has no such column."""
        place = self.places.get(name)
        return (name, "") if place is None else (self.header[place], shown(self.cell(name)))

    def cell(self, name: str) -> str:
        place = self.places.get(name, len(self.cells))
        return self.cells[place] if place < len(self.cells) else ""

    def both(self, one: str, other: str) -> bool:
        """Whether two columns that need each other are filled. Raises Unfit when only one is."""
        if (self.values[one] is None) == (self.values[other] is None):
            return self.values[one] is not None
        empty, filled = (one, other) if self.values[one] is None else (other, one)
        raise Unfit(empty, sentence("import.both_or_none", other=self.written(filled)[0]))


@dataclass(slots=True)
class Docket:
    """Refusals and flags as they come up."""

    refused: list[Refusal] = field(default_factory=list)
    flagged: list[Flag] = field(default_factory=list)
    left: dict[tuple[str, str], Record] = field(default_factory=dict)
    """Refused rows by table and folded code, so that what depends on them can say so."""

    def refuse(self, record: Record, trouble: Unfit) -> None:
        """Raises UserError when there are more than anybody would look through."""
        if len(self.refused) >= MOST_REFUSALS:
            raise UserError(
                sentence("import.too_many_refused", file=record.file, row=record.row, most=MOST_REFUSALS)
            )
        head, cell = record.written(trouble.column) if trouble.column else ("", "")
        self.refused.append(Refusal(record.file, record.row, head, cell, trouble.sentence))
        self.left.setdefault((record.table, record.cell("id").strip().casefold()), record)

    def flag(self, record: Record, column: str, used: str, reason: Sentence) -> None:
        head, cell = record.written(column)
        self.flagged.append(Flag(record.file, record.row, head, cell, used, reason))
