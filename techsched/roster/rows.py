"""Rows of the table: a person's name and week, set for a grid; never split, but for a day that no page can hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from techsched.model.sentence import sentence
from techsched.roster.bars import FAINT, FINE, GAP, NAME, SMALL, Cell, Spacing, Stack, cell_of
from techsched.roster.entries import Item, Person
from techsched.roster.grid import Grid
from techsched.roster.marks import PITCH, POINT, Line, Mark
from techsched.roster.typeset import Setting, Typesetter, bold, regular
from techsched.words import say

Held = tuple[int, int, Cell]
"""First and last column of a cell, and the cell."""


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """Where an item stands on its page, in millimetres."""

    item: Item
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SetRow:
    """`height` is what it needs; it is drawn no higher."""

    person: Person
    name: Setting
    below: Setting
    cells: tuple[Held, ...]
    height: float

    @property
    def tags(self) -> set[str]:
        return {self.person.district, *(item.tag for _, _, cell in self.cells for item in cell.items)}

    def marks(self, grid: Grid, y: float, setter: Typesetter) -> Iterator[Mark]:
        top = y + (self.height - self.name.height - self.below.height) / 2
        yield from setter.marks(self.name, grid.left, top)
        yield from setter.marks(self.below, grid.left, top + self.name.height)
        for first, last, cell in self.cells:
            yield from cell.marks(grid.edges[first], y, grid.width(first, last), self.height)
        yield Line(grid.left, y + self.height, grid.right, y + self.height, FINE, FAINT)

    def placed(self, grid: Grid, y: float) -> Iterator[PlacedItem]:
        for first, last, cell in self.cells:
            for item in cell.items:
                yield PlacedItem(item, grid.edges[first], y, grid.width(first, last), self.height)


def set_rows(
    person: Person, grid: Grid, spacing: Spacing, setter: Typesetter, tallest: float, language: str
) -> list[SetRow]:
    """One row; only where a day has more lines than a page of `tallest` holds, more rows of the same name follow."""
    cells = _cells(person.items, grid, spacing, setter)
    row = _set(person, cells, grid, spacing, setter)
    if row.height <= tallest:
        return [row]
    shares = [_shares(held, grid, spacing, setter, tallest) for held in cells]
    again = replace(person, name=say(sentence("paper.continued", group=person.name), language))
    rows = []
    for number in range(max(map(len, shares))):
        cut = [share[number] for share in shares if number < len(share)]
        rows.append(_set(again if number else person, cut, grid, spacing, setter))
    return rows


def _cells(items: Sequence[Item], grid: Grid, spacing: Spacing, setter: Typesetter) -> list[Held]:
    found: list[Held] = []
    for (first, last), held in groupby(items, key=lambda item: (item.first, item.last)):
        cell = cell_of(list(held), grid.width(first, last), spacing, setter, grid.narrow[first])
        found.append((first, last, cell))
    return found


def _set(person: Person, cells: list[Held], grid: Grid, spacing: Spacing, setter: Typesetter) -> SetRow:
    room = grid.edges[0] - grid.left - GAP
    name = setter.set([bold(person.name)], room, NAME)
    below = setter.set([regular(", ".join(filter(None, (person.district, person.phone))))], room, SMALL)
    heights = [cell.height for _, _, cell in cells]
    own = name.height + below.height + 2 * (spacing.inset + spacing.pad)
    usual = (NAME + SMALL) * PITCH * POINT + 2 * (spacing.inset + spacing.pad)
    return SetRow(person, name, below, tuple(cells), max(own, usual, *heights))


def _shares(held: Held, grid: Grid, spacing: Spacing, setter: Typesetter, tallest: float) -> list[Held]:
    """A day's lines over as many rows as they need."""
    first, last, cell = held
    if not isinstance(cell, Stack) or cell.height <= tallest:
        return [held]
    width = grid.width(first, last)
    found: list[list[Item]] = [[]]
    for item in cell.items:
        longer = [*found[-1], item]
        if len(longer) > 1 and Stack(longer, width, spacing, setter).height > tallest:
            found.append([item])
        else:
            found[-1] = longer
    return [(first, last, Stack(items, width, spacing, setter)) for items in found]
