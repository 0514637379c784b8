"""Tables of text out of CSV, TSV and XLSX files, whatever their encoding and separator."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from techsched.errors import UserError
from techsched.model.sentence import sentence

LARGEST_FILE = 20 * 2**20
"""Bytes."""
MOST_ROWS = 100_000
MOST_COLUMNS = 100
MOST_LINES = 10 * MOST_ROWS
"""A cell may hold some."""
SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm"})

_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 30
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
"""What spreadsheets write that do not write Unicode: Windows, old Macs, 'CSV (MS-DOS)'."""
_HIGH = bytes(range(0x80, 0x100))
_SAMPLE = 2**18
_LETTERS = "áéíóúüñçàèìòùâêîôûãõäëïöåøœæß"
_LIKELY = re.compile(
    rf"(?<=[a-z])[{_LETTERS}]|[{_LETTERS}](?=[a-z{_LETTERS}])"
    rf"|(?<=[a-z])’(?=[a-z{_LETTERS}])|(?<![a-z])[¡¿«“‘]|[»”](?![a-z])"
    r"|(?<=[\d\s.])[ºª€–—·]|[€–—](?=[\d\s])",
    re.IGNORECASE,
)
"""Letters and marks beyond ASCII where our languages have them: 'í' at the end of a word, '¡' before one."""

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. Rows carry the number that a spreadsheet shows beside them, from 1; empty rows are left out."""

    file: str
    """As it is told to people; of a workbook with several sheets 'company.xlsx, Sites'."""
    title: str
    """What may name the table: a file's stem or a sheet's tab."""
    rows: tuple[tuple[int, Cells], ...]
    encoding: str
    separator: str
    """Empty for a workbook."""


def read_sheets(path: Path) -> list[Sheet]:
    """The tables of one file. Raises UserError that names it when it holds none that can be read."""
    held = _bytes(path)
    if held.startswith(b"PK\x03\x04"):
        # openpyxl takes a quarter of a second to import
        from techsched.exchange.workbook import sheets

        return sheets(path.name, held)
    if held.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError(sentence("import.old_workbook", file=path.name))
    if held.startswith(b"SQLite format 3\x00"):
        raise UserError(sentence("import.a_database", file=path.name))
    text, encoding = _decoded(held)
    if text.count("\x00") or not text.strip():
        raise UserError(sentence("import.not_a_table" if text.strip() else "import.empty_file", file=path.name))
    return [_separated(path.name, path.stem, text, encoding)]


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise UserError(sentence("import.no_such_file", file=path.name))
        if not path.is_file():
            raise UserError(sentence("import.not_a_table", file=path.name))
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(sentence("import.file_too_large", file=path.name, most=LARGEST_FILE // 2**20))
        return path.read_bytes()
    except OSError as trouble:
        raise UserError(sentence("import.cannot_open", file=path.name, why=trouble.strerror or "?")) from trouble


def _decoded(held: bytes) -> tuple[str, str]:
    """Text and the name of its encoding. A Unicode file with broken places keeps U+FFFD in them."""
    for mark, encoding in _MARKS:
        if held.startswith(mark):
            return held.decode(encoding, "replace"), encoding
    even, odd = held[:4096:2].count(0), held[1:4096:2].count(0)
    if max(even, odd) * 4 > len(held[:4096]) and min(even, odd) * 8 < max(even, odd):
        # no mark, but every other byte is zero, as in western text of two bytes a letter
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        return held.decode(encoding, "replace"), encoding
    try:
        return held.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = held.decode("utf-8", "replace")
    if text.count("\ufffd") * 8 < len(held) - len(held.translate(None, _HIGH)):
        return text, "utf-8"
    sample = b"\n".join(line for line in held.split(b"\n") if not line.isascii())[:_SAMPLE]
    name = max(_OLD_ENCODINGS, key=lambda one: len(_LIKELY.findall(sample.decode(one, "replace"))))
    return held.decode(name, "replace"), name


def _separated(file: str, title: str, text: str, encoding: str) -> Sheet:
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise UserError(sentence("import.too_many_rows", file=file, most=MOST_ROWS))
    lines = io.StringIO(text, newline="").readlines()
    told = lines[0].strip().lower() if lines else ""
    if len(told) == 5 and told.startswith("sep=") and told[4] != '"':
        separator, skipped = told[4], 1
    else:
        separator, skipped = max(_SEPARATORS, key=lambda one: _regular(lines, one)), 0
    rows: list[tuple[int, Cells]] = []
    begins = number = 0
    with _long_cells():
        reader = csv.reader(lines, delimiter=separator)
        for number, cells in enumerate(reader, 1):
            if len(cells) > MOST_COLUMNS and not rows:
                raise UserError(sentence("import.too_many_columns", file=file, most=MOST_COLUMNS))
            if number > MOST_ROWS:
                raise UserError(sentence("import.too_many_rows", file=file, most=MOST_ROWS))
            if number > skipped and any(cell.strip() for cell in cells):
                # one more than any header has, so that the row is refused as too wide
                rows.append((number, tuple(cells[: MOST_COLUMNS + 1])))
            if reader.line_num < len(lines):
                begins = reader.line_num
    if _stays_open(lines[begins:], separator):
        raise UserError(sentence("import.quote_open", file=file, row=number))
    return Sheet(file, title, tuple(rows), encoding.removesuffix("-sig"), separator)


def _regular(lines: list[str], separator: str) -> float:
    """Cells in the most usual length of row, by the share of rows that have it; 0 where nothing is separated."""
    with _long_cells():
        first = islice(csv.reader(lines, delimiter=separator), _LOOKED_AT)
        lengths = [len(cells) for cells in first if cells]
    length, times = Counter(lengths).most_common(1)[0] if lengths else (0, 0)
    return length * times / len(lengths) if length > 1 else 0.0


def _stays_open(lines: list[str], separator: str) -> bool:
    """Whether the last row swallows the rest of the file behind a quotation mark that nobody closes."""
    with _long_cells():
        try:
            for _ in csv.reader(lines, delimiter=separator, strict=True):
                pass
        except csv.Error as trouble:
            return "end of data" in str(trouble)
    return False


@contextmanager
def _long_cells() -> Iterator[None]:
    """Lets cells be as long as a file, so that one is refused by its row and not by the reader."""
    limit = csv.field_size_limit(LARGEST_FILE)
    try:
        yield
    finally:
        csv.field_size_limit(limit)
