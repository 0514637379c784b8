"""Columns as values: what a table says about a row, and how it sorts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from techsched.model.schedule import Schedule
from techsched.model.span import Instant


@dataclass(frozen=True, slots=True)
class View:
    """What a column may look at: the schedule as it stands, the file's clock, the reader's language."""

    schedule: Schedule
    now: Instant
    language: str


@dataclass(frozen=True, slots=True)
class Cell:
    """`text`, a fainter second line, and marks: an icon with its colour role, a share of 1 as a meter, a person's disc.

    `sort` orders the rows; None sorts by text, accents apart, and empty cells come last.
    """

    text: str
    detail: str = ""
    role: str = "ink"
    detail_role: str = "ink3"
    icon: str = ""
    share: float | None = None
    avatar: str = ""
    strong: bool = False
    wrap: bool = False
    """A sentence in small type, on as many lines as the row has room for."""
    glyph: tuple[str, str] | None = None
    """Letter and kind of paint, as on a bar."""
    sort: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """`label` is marked with QT_TRANSLATE_NOOP("Table", ...). `wide` is in pixels at 100 % text size; columns with
    `stretch` share what is left. `shown` to begin with; the rest can be chosen. `searched`: its text is looked in."""

    key: str
    label: str
    cell: Callable[[Any, View], Cell]
    wide: int = 120
    stretch: bool = False
    shown: bool = True
    searched: bool = True
    right: bool = False
