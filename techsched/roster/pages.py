"""The pages of a wall sheet: a pure function of the week, the paper and a text measure."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.roster.bars import SPACINGS, Spacing
from techsched.roster.below import add_uncovered, add_visits
from techsched.roster.furniture import Frame, Furniture
from techsched.roster.grid import grid_of
from techsched.roster.marks import Mark, Measure, scaled
from techsched.roster.rows import PlacedItem
from techsched.roster.sheet import PlacedRow, Sheet
from techsched.roster.table import Table
from techsched.roster.typeset import Typesetter
from techsched.roster.week import RosterWeek

SIDE, TOP, BOTTOM = 6.5, 5.5, 9.0
"""Margins in millimetres of an A4 sheet."""
WORTH_A_TRY = 4
"""Up to so many pages of table, saving one by tighter rows is worth setting it twice."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres, lying; `scale` enlarges everything on it, margins and type included."""

    name: str
    width: float
    height: float
    scale: float = 1.0


A4 = Paper("A4", 297.0, 210.0)
A3 = Paper("A3", 420.0, 297.0, 420.0 / 297.0)


@dataclass(frozen=True, slots=True)
class Page:
    """Marks in the order in which they are drawn; `rows` say where everybody stands."""

    number: int
    count: int
    width: float
    height: float
    scale: float
    """Of everything on it against A4."""
    marks: tuple[Mark, ...]
    rows: tuple[PlacedRow, ...]
    bookmarks: tuple[str, ...]
    """Names of the parts that begin on this page."""


def lay_out(week: RosterWeek, paper: Paper, measure: Measure) -> tuple[Page, ...]:
    """At least one page. Rows are set closer together where that saves a page of a small office."""
    setter = Typesetter(measure)
    wide, high = paper.width / paper.scale, paper.height / paper.scale
    frame = Frame(SIDE, TOP, wide - SIDE, high - BOTTOM)
    furniture = Furniture(week, frame, grid_of(week, frame.left, frame.right, setter), setter)

    def filled(spacing: Spacing) -> list[Sheet]:
        sheets = Table(furniture, spacing, setter).fill()
        add_uncovered(sheets, furniture, setter)
        return sheets

    sheets = filled(SPACINGS[0])
    if 1 < len(sheets) <= WORTH_A_TRY and len(filled(SPACINGS[-1])) < len(sheets):
        sheets = next(closer for closer in map(filled, SPACINGS[1:]) if len(closer) < len(sheets))
    add_visits(sheets, furniture, setter)
    return tuple(_page(sheet, number, len(sheets), paper) for number, sheet in enumerate(sheets, 1))


def _page(sheet: Sheet, number: int, count: int, paper: Paper) -> Page:
    marks = sheet.finished(number, count)
    rows = sheet.rows
    if paper.scale != 1.0:
        marks = [scaled(mark, paper.scale) for mark in marks]
        rows = [_scaled_row(row, paper.scale) for row in rows]
    return Page(
        number,
        count,
        paper.width,
        paper.height,
        paper.scale,
        tuple(marks),
        tuple(rows),
        tuple(sheet.bookmarks),
    )


def _scaled_row(row: PlacedRow, by: float) -> PlacedRow:
    items = tuple(
        PlacedItem(held.item, held.x * by, held.y * by, held.width * by, held.height * by) for held in row.items
    )
    return PlacedRow(row.technician_id, row.x * by, row.y * by, row.width * by, row.height * by, items)
