"""From paths to tables: the files of a folder, or files named one by one, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from techsched.errors import UserError
from techsched.exchange.header import kind_of, names_a_table
from techsched.exchange.mapping import Kind
from techsched.exchange.reading import Flag
from techsched.exchange.tabular import SUFFIXES, Sheet, read_sheets
from techsched.model.sentence import sentence

MOST_FILES = 50
"""Of one import; a company has nine."""


def tables(paths: Iterable[Path], kinds: Sequence[Kind]) -> tuple[list[tuple[Kind, Sheet]], list[Flag]]:
    """Every table found, in the order of `kinds`, and flags for what was passed over in folders.

    A file that is named itself, or whose name says what it holds, must be readable: UserError otherwise, as
    for a folder that holds no table of a company.
    """
    found: list[tuple[Kind, Sheet]] = []
    passed: list[Flag] = []
    for path in dict.fromkeys(paths):
        if path.is_dir():
            _folder(path, kinds, found, passed)
            continue
        sheets = [(kind_of(sheet, kinds), sheet) for sheet in read_sheets(path)]
        taken = [(kind, sheet) for kind, sheet in sheets if kind is not None]
        if not taken:
            raise UserError(sentence("import.unknown_table", file=path.name, tables=_expected(kinds)))
        found += taken
        passed += [_passed(sheet.file) for kind, sheet in sheets if kind is None]
    order = {kind.name: place for place, kind in enumerate(kinds)}
    return sorted(found, key=lambda pair: order[pair[0].name]), passed


def _folder(path: Path, kinds: Sequence[Kind], found: list[tuple[Kind, Sheet]], passed: list[Flag]) -> None:
    before = len(found)
    for file in _files(path):
        try:
            sheets = read_sheets(file)
        except UserError:
            if names_a_table(file.stem, kinds):
                raise
            passed.append(_passed(file.name))
            continue
        for sheet in sheets:
            kind = kind_of(sheet, kinds)
            if kind is None:
                passed.append(_passed(sheet.file))
            else:
                found.append((kind, sheet))
    if len(found) == before:
        raise UserError(sentence("import.no_company", folder=path.name, tables=_expected(kinds)))


def _files(path: Path) -> list[Path]:
    """Tables by their suffix, in order of name; not the lock files of spreadsheets, nor hidden ones."""
    try:
        files = sorted(
            file for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.name[0] not in ".~"
        )
    except OSError as trouble:
        raise UserError(sentence("import.cannot_open", file=path.name, why=trouble.strerror or "?")) from trouble
    if len(files) > MOST_FILES:
        raise UserError(sentence("import.too_many_files", folder=path.name, n=len(files)))
    return files


def _passed(file: str) -> Flag:
    return Flag(file, 1, "", "", "", sentence("import.not_read"))


def _expected(kinds: Sequence[Kind]) -> str:
    return ", ".join(f"{kind.name}.csv" for kind in kinds)
