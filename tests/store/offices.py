"""Offices on disk for the store's tests, and any row of any table for hypothesis."""

from __future__ import annotations

import shutil
from datetime import date
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from techsched.model.assignment import LONGEST, Assignment, Waiver
from techsched.model.change import Change, Edit, created
from techsched.model.engagement import SkillNeed
from techsched.model.hours import Hours
from techsched.model.kinds import Because, Mode
from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.model.sentence import Sentence
from techsched.store import Applied, Store
from tests.rows import NOW, client, engagement, line, office, placement, site, technician, visit

LABEL = Sentence("undo.draft", (("who", "Ana"), ("n", 2)))
PEOPLE = ("Ana", "Berta")


def parents() -> tuple[Row, ...]:
    """An office with two people, one place and work to book: visits V1 to V3 and two placements."""
    first = date(2026, 1, 1)
    return (
        office(),
        *(technician(name) for name in PEOPLE),
        client("Centro"),
        site(),
        engagement(),
        line(headcount=2),
        placement("Ana", "Helpdesk", first),
        placement("Berta", "Helpdesk", first, place=2),
        *(visit(code) for code in ("V1", "V2", "V3")),
    )


def change(*edits: Edit, label: Sentence = LABEL) -> Change:
    return Change(label, edits)


def made(path: Path, *rows: Row, who: str = "Ana") -> Store:
    """A new file with the parents and these rows."""
    store = Store.create(path)
    store.apply(change(*created(*parents(), *rows)), who=who, at=NOW, kind="system")
    return store


def put(store: Store, *rows: Row, who: str = "Ana", **more: Any) -> Applied:
    """Stores new rows, and rows as they should become: those that stand are changed."""
    held = {table: {row.id: row for row in store.rows(table)} for table in {type(row) for row in rows}}
    edits = (Edit(held[type(row)].get(row.id), row) for row in rows)
    return store.apply(change(*edits), who=who, at=NOW, **more)


def take(store: Store, *rows: Row, who: str = "Ana") -> Applied:
    return store.apply(change(*(Edit(standing(store, row), None) for row in rows)), who=who, at=NOW)


def standing(store: Store, row: Row) -> Row | None:
    return next((held for held in store.rows(type(row)) if held.id == row.id), None)


def everything(store: Store) -> set[tuple[type[Row], Row]]:
    """All rows of the file, by content."""
    return {(table, row) for table in TABLES for row in store.rows(table)}


def waiver(one: Assignment, other: Assignment, id: int = 900, **more: Any) -> Waiver:
    a, b = sorted((one, other), key=lambda row: row.id)
    return Waiver(
        **{
            "id": id,
            "a_id": a.id,
            "b_id": b.id,
            "a_start": a.start,
            "a_end": a.end,
            "b_start": b.start,
            "b_end": b.end,
            "because": Because.CLIENT_AGREED,
            "by": "Ana",
            "at": NOW,
            **more,
        }
    )


class Copies:
    """Fresh copies of one prepared file: making the schema takes longer than most tests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self.template = folder / "template.db"
        made(self.template).close()

    def path(self) -> Path:
        self._count += 1
        made = self._folder / f"office-{self._count}.db"
        shutil.copyfile(self.template, made)
        return made

    def store(self) -> Store:
        return Store.open(self.path())


# any row


_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_DATES = st.dates(date(1990, 1, 1), date(2090, 12, 31))
_NUMBERS = st.integers(0, 2**62)
_SMALL = st.integers(0, 10_000)

_ITEMS: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXT,
    int: _SMALL,
    date: _DATES,
    Hours: st.builds(
        lambda weekday, start, length, pause, pause_at, week: Hours(
            weekday, start, (start + length) % 1440, pause % length, pause_at, week
        ),
        st.integers(0, 6),
        st.integers(0, 1439),
        st.integers(1, 1439),
        _SMALL,
        st.none() | _SMALL,
        st.integers(0, 3),
    ),
    SkillNeed: st.builds(SkillNeed, _TEXT, st.integers(0, 5), st.booleans()),
}

_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "level": st.integers(1, 5),
    "people": st.integers(1, 2),
    "cycle_weeks": st.integers(1, 8),
    "headcount": st.integers(1, 9),
    "place": st.integers(1, 9),
    "from_minute": st.none() | st.integers(0, 1440),
    "to_minute": st.none() | st.integers(0, 1440),
    "outcome": st.sampled_from(("", "completed", "cannot_complete", "no_access", "cancelled")),
}

_ENDS = (
    ("first", "after"),
    ("employed_from", "employed_after"),
    ("window_from", "window_to"),
    ("promised_start", "promised_end"),
    ("expected_start", "expected_end"),
)


def _any_value(kind: Any) -> st.SearchStrategy[Any]:
    if get_origin(kind) in (Union, UnionType):
        (held,) = (part for part in get_args(kind) if part is not NoneType)
        return st.none() | _any_value(held)
    if get_origin(kind) is tuple:
        return st.lists(_ITEMS[get_args(kind)[0]], max_size=4).map(tuple)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    return {
        str: _TEXT,
        int: _NUMBERS,
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        date: _DATES,
    }[kind]


def any_row(table: type[Row]) -> st.SearchStrategy[Row]:
    """Rows that the table's checks let pass; what they refer to is made up."""
    fields = {
        name: _BY_NAME[name] if name in _BY_NAME and kind is not str or name == "outcome" else _any_value(kind)
        for name, kind in get_type_hints(table).items()
    }
    return st.fixed_dictionaries(fields).map(lambda values: table(**_legal(table, values)))


def _legal(table: type[Row], values: dict[str, Any]) -> dict[str, Any]:
    for first, after in _ENDS:
        if values.get(first) is not None and values.get(after) is not None:
            low, high = sorted((values[first], values[after]))
            values[first], values[after] = (low, high) if low < high else (low, None)
    if values.get("after", 0) is None and table.__name__ == "Closure":
        values["after"] = date(2091, 1, 1)
    if table.__name__ == "Visit":
        values["minutes"] = values["minutes"] % 600 + 1
    if table is Assignment:
        values["end"] = values["start"] + values["end"] % LONGEST + 1
        values["break_minutes"] %= (values["end"] - values["start"]) // 60 + 1
        what = ("placement_id", "visit_id", "covers")
        values |= dict.fromkeys(what) | {what[values["part"] % 3]: values["technician_id"]}
        values["mode"] = Mode.REMOTE if values["mode"] is Mode.MIXED else values["mode"]
        values |= {name: None for name in ("covers", "released_by") if values[name] == values["id"]}
        if all(values[name] is None for name in what):
            values["visit_id"] = 1
    if table is Waiver:
        values["b_id"] = values["a_id"] + values["b_id"] % 1000 + 1
        values["a_end"] = values["a_start"] + values["a_end"] % LONGEST + 1
        values["b_start"] = values["a_start"]
        values["b_end"] = values["b_start"] + values["b_end"] % LONGEST + 1
    return values
