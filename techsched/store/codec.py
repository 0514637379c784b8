"""Rows as the values of their columns and back, and as compact JSON images for the journal."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, Boolean, Column, Date, Enum, Integer, select
from sqlalchemy.dialects import sqlite

from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.store.columns import Packed
from techsched.store.tables import TABLE_OF

R = TypeVar("R", bound=Row)
Values = tuple[Any, ...]
"""What SQLite holds of a row, in the order of the columns: whole numbers, floats, texts and None."""
Image = dict[str, Any]
"""Values by column."""

_DIALECT = sqlite.dialect()
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Unreadable(Exception):
    """A value that none of ours ever wrote: the file is damaged where SQLite cannot see it."""


class Codec(Generic[R]):
    """Both directions for one kind of row."""

    def __init__(self, row: type[R]) -> None:
        self.kind = row
        self.table = TABLE_OF[row]
        self.name = self.table.name
        self.names = tuple(column.name for column in self.table.columns)
        self._get = attrgetter(*self.names)
        self._set = [getattr(row, name).__set__ for name in self.names]
        ways = [_ways(column) for column in self.table.columns]
        self._encode = [way[0] for way in ways]
        self._decode = [way[1] for way in ways]
        self._empty = [_empty(column) for column in self.table.columns]
        self._fill = {column.name: _fill(column, row) for column in self.table.columns}
        quoted = [_DIALECT.identifier_preparer.quote(name) for name in self.names]
        self.select = " ".join(str(select(*self.table.columns).compile(dialect=_DIALECT)).split())
        columns, marks = ", ".join(quoted), ", ".join("?" * len(quoted))
        self.insert = f"INSERT INTO {self.name} ({columns}) VALUES ({marks})"  # noqa: S608
        self._quoted = quoted

    def values(self, rows: Iterable[R]) -> list[Values]:
        return list(zip(*_each(zip(*map(self._get, rows), strict=True), self._encode), strict=True))

    def rows(self, values: Sequence[Sequence[Any]]) -> list[R]:
        """Raises Unreadable for values that are none of the model's."""
        try:
            return self._build(len(values), _each(zip(*values, strict=True), self._decode))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise Unreadable(f"{self.name}: {error!r}") from error

    def row(self, values: Sequence[Any]) -> R:
        return self.rows([values])[0]

    def with_versions(self, rows: Sequence[R], versions: Sequence[int]) -> list[R]:
        """The same rows, counted on."""
        columns: list[Iterable[Any]] = list(zip(*map(self._get, rows), strict=True))
        if columns:
            columns[self.names.index("version")] = versions
        return self._build(len(rows), columns)

    def _build(self, size: int, columns: Iterable[Iterable[Any]]) -> list[R]:
        """Column by column past `__init__`, whose guarded assignments take three times as long."""
        made = [object.__new__(self.kind) for _ in range(size)]
        for put, column in zip(self._set, columns, strict=False):
            deque(map(put, made, column), 0)
        return made

    def update(self, places: Iterable[int]) -> str:
        """The statement that sets the columns at these places. Indexes over others are left alone by it."""
        settings = ", ".join(f"{self._quoted[place]} = ?" for place in places)
        return f"UPDATE {self.name} SET {settings} WHERE id = ?"  # noqa: S608

    # images

    def image(self, values: Values) -> str:
        """A whole row; columns that hold nothing are left out."""
        return _encode({name: v for name, v, empty in zip(self.names, values, self._empty, strict=True) if v != empty})

    def images(self, before: Values, after: Values, places: Iterable[int]) -> tuple[str, str]:
        """Two states of a row: only the columns at these places, where they differ."""
        return (
            _encode({self.names[place]: before[place] for place in places}),
            _encode({self.names[place]: after[place] for place in places}),
        )

    def whole(self, image: Image) -> Image:
        """An image of a whole row with the columns that were left out."""
        return {**self._fill, **image}

    def of_images(self, images: Iterable[Image]) -> list[R]:
        """Rows of whole images; columns that are no longer there are passed over."""
        try:
            values = [[image[name] for name in self.names] for image in images]
        except KeyError as error:
            raise Unreadable(f"{self.name}: {error!r}") from error
        return self.rows(values)


Way = Callable[[Any], Any] | None


def _each(columns: Iterable[Iterable[Any]], ways: Sequence[Way]) -> Iterator[Iterable[Any]]:
    # no columns at all where there are no rows
    for column, way in zip(columns, ways, strict=False):
        yield column if way is None else map(way, column)


def differing(before: Values, after: Values) -> tuple[int, ...]:
    """Places of the columns in which two states of a row differ."""
    return tuple(place for place, (b, a) in enumerate(zip(before, after, strict=True)) if b != a)


def _or_none(way: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else way(value)


def _ways(column: Column[Any]) -> tuple[Way, Way]:
    """How a column's values are written and read; None as they are."""
    kind = column.type
    if isinstance(kind, Enum):
        members: Mapping[Any, Any] = {None: None, **{member.value: member for member in kind.enum_class or ()}}
        values: Mapping[Any, Any] = {member: value for value, member in members.items()}
        return values.__getitem__, members.__getitem__
    if isinstance(kind, Packed):
        return kind.dump, lru_cache(maxsize=4096)(kind.load)
    if isinstance(kind, Date):
        write, read = date.isoformat, lru_cache(maxsize=65536)(date.fromisoformat)
        return (_or_none(write), _or_none(read)) if column.nullable else (write, read)
    if isinstance(kind, Boolean):
        return int, bool
    return None, None


def _empty(column: Column[Any]) -> Any:
    """The value that an image leaves out; MISSING where the type has no nothing of its own.

    Never the default of a field: defaults may change, old images must not change with them.
    """
    if column.nullable:
        return None
    if isinstance(column.type, (Enum, Date)):
        return MISSING
    if isinstance(column.type, Packed):
        return "[]"
    return 0 if isinstance(column.type, (Integer, Boolean, BigInteger)) else ""


def _fill(column: Column[Any], row: type[Row]) -> Any:
    """The value of a column that an image does not have: left out as empty, or younger than the image."""
    empty = _empty(column)
    if empty is not MISSING:
        return empty
    default = next(f.default for f in fields(row) if f.name == column.name)
    write = _ways(column)[0]
    return default if default is MISSING or write is None else write(default)


_codecs: dict[type[Row], Codec[Any]] = {}


def codec(row: type[R]) -> Codec[R]:
    found = _codecs.get(row)
    if found is None:
        found = _codecs[row] = Codec(row)
    return found


@cache
def row_of(table: str) -> type[Row]:
    """The kind of row that a table holds. Raises Unreadable for a table without rows of the model."""
    for row in TABLES:
        if TABLE_OF[row].name == table:
            return row
    raise Unreadable(table)
