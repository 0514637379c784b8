"""Where bars lie: one answer for painting, clicking, dragging and the accessible tree. No Qt here."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from techsched.model.span import Days, Instant
from ui.board.bars import Bar, Shape
from ui.board.rows import Rows, Sizes, TechnicianRow

INSET = 4
CHIP = 52
"""Least width of a visit where a day is a cell."""
CHIP_WITH_HOUR = 90
"""Its width where there is room to print the hour."""
BEHIND = 14
"""Pixels kept free behind it, for the way on."""
SLACK = 2
"""Pixels around a bar that still mean it."""


class Days2Pixels(Protocol):
    """What geometry asks of a scale; x runs in content coordinates."""

    @property
    def days(self) -> Days: ...

    @property
    def by_the_minute(self) -> bool: ...

    def x(self, moment: Instant) -> float: ...

    def left(self, day: date) -> float: ...

    def right(self, day: date) -> float: ...


@dataclass(frozen=True, slots=True)
class Box:
    """On whole pixels, so that edges are sharp."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def holds(self, x: float, y: float, margin: float = 0) -> bool:
        return self.left - margin <= x < self.right + margin and self.top - margin <= y < self.bottom + margin


@dataclass(slots=True, eq=False)
class Cell:
    """A bar in its box in content coordinates; `free` are the pixels behind it up to the next bar of its lane.

    `face` is what a painter keeps with it; `Places.fade` takes it away.
    """

    bar: Bar
    box: Box
    free: int
    face: object | None = None


class Places:
    """The cells of rows at a scale, worked out row by row when first asked for."""

    def __init__(self, rows: Rows, scale: Days2Pixels, sizes: Sizes) -> None:
        self.rows = rows
        self.scale = scale
        self.sizes = sizes
        self._cells: dict[int, list[Cell]] = {}

    def of(self, row: TechnicianRow) -> list[Cell]:
        found = self._cells.get(row.technician.id)
        if found is None:
            found = self._cells[row.technician.id] = self._laid(row)
        return found

    def _laid(self, row: TechnicianRow) -> list[Cell]:
        # chips last, so over the work that goes on behind them: they are wider than their time
        bars = sorted(row.bars, key=lambda bar: bar.shape is Shape.VISIT)
        cells = [Cell(bar, box_of(bar, row, self.scale, self.sizes), 0) for bar in bars]
        for cell in cells:
            bar, right = cell.bar, cell.box.right
            end = round(self.scale.right(bar.last))
            for other in cells:
                if other.bar.lane == bar.lane and (other.box.left >= right or other.bar.start >= bar.end):
                    end = min(end, other.box.left)
            cell.free = end - right
            if bar.shape is Shape.VISIT and not self.scale.by_the_minute:
                self._widen(cell)
        for cell in cells:
            if cell.bar.shape is Shape.AWAY:
                self._clear(cell, cells)
        return cells

    def _clear(self, cell: Cell, cells: list[Cell]) -> None:
        """What begins within a day begins behind the chip before it, so that its words are read."""
        box, bar = cell.box, cell.bar
        before = [c.box.right for c in cells if c.bar.lane == bar.lane and c.bar.end <= bar.start]
        left = max((right + SLACK for right in before if box.left < right + SLACK < box.right), default=box.left)
        cell.box = replace(box, left=left, width=box.right - left)

    def _widen(self, cell: Cell) -> None:
        """A chip takes the room to print its hour where nothing is in the way."""
        more = CHIP_WITH_HOUR - cell.box.width
        if 0 < more <= cell.free - BEHIND:
            cell.box = replace(cell.box, width=CHIP_WITH_HOUR)
            cell.free -= more

    def keep(self, old: Places, stale: Container[int]) -> None:
        """Takes over the cells of rows that stayed where they were, but for those of `stale` technicians."""
        for row in self.rows.technicians:
            id = row.technician.id
            before = old.rows.of(id)
            if id not in stale and id in old._cells and before is not None and before.top == row.top:
                self._cells[id] = old._cells[id]

    def at(self, x: float, y: float) -> Cell | None:
        """The cell under a point, the last painted first."""
        row = self.rows.at(y)
        if not isinstance(row, TechnicianRow):
            return None
        for cell in reversed(self.of(row)):
            if cell.box.holds(x, y, SLACK):
                return cell
        return None

    def cell(self, id: int) -> Cell | None:
        """The cell of an assignment or absence."""
        row = self.rows.row_of(id)
        if row is None:
            return None
        return next((cell for cell in self.of(row) if id in cell.bar.rows or id == cell.bar.absence_id), None)

    def fade(self) -> None:
        """All faces are painted anew; after a change of theme or language."""
        for cells in self._cells.values():
            for cell in cells:
                cell.face = None


def box_of(bar: Bar, row: TechnicianRow, scale: Days2Pixels, sizes: Sizes) -> Box:
    """The bar's box in content coordinates."""
    left, right = edges(bar, scale)
    x = round(left)
    return Box(x, row.top + (sizes.row - sizes.bar) // 2 + bar.lane * sizes.lane, max(1, round(right) - x), sizes.bar)


def edges(bar: Bar, scale: Days2Pixels) -> tuple[float, float]:
    if scale.by_the_minute and bar.shape in (Shape.WORK, Shape.VISIT):
        return scale.x(bar.start), scale.x(bar.end)
    if bar.full_day or bar.shape is Shape.CLOSED:
        return scale.left(bar.first) + INSET, scale.right(bar.last) - INSET
    left, right = scale.x(bar.start), scale.x(bar.end)
    if bar.shape is Shape.VISIT:
        # narrow days (a weekend in week view) cannot hold a chip at its hour
        room = scale.right(bar.first) - INSET - (scale.left(bar.first) + INSET)
        width = min(max(right - left, CHIP), room)
        left = min(max(left, scale.left(bar.first) + INSET), scale.right(bar.first) - INSET - width)
        return left, left + width
    return left, max(right, left + INSET)
