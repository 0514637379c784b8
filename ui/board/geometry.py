"""Where bars lie: one answer for painting, clicking, dragging and the accessible tree. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from techsched.model.span import Days, Instant
from ui.board.bars import Bar, Shape
from ui.board.rows import Sizes, TechnicianRow

INSET = 4
CHIP = 52
"""Least width of a visit where a day is a cell."""
BY_THE_MINUTE = 400
"""Pixels per day from which everything is drawn to the minute."""


class Days2Pixels(Protocol):
    """What geometry asks of a scale; x runs in content coordinates."""

    @property
    def days(self) -> Days: ...

    def x(self, instant: Instant) -> float: ...

    def left(self, day: date) -> float: ...

    def right(self, day: date) -> float: ...


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    def holds(self, x: float, y: float, margin: float = 0) -> bool:
        return self.left - margin <= x < self.right + margin and self.top - margin <= y < self.bottom + margin


def by_the_minute(scale: Days2Pixels, day: date) -> bool:
    return scale.right(day) - scale.left(day) >= BY_THE_MINUTE


def box_of(bar: Bar, row: TechnicianRow, scale: Days2Pixels, sizes: Sizes) -> Box:
    """The bar's box in content coordinates."""
    left, right = edges(bar, scale)
    top = row.top + (sizes.row - sizes.bar) / 2 + bar.lane * sizes.lane
    return Box(left, top, right - left, sizes.bar)


def edges(bar: Bar, scale: Days2Pixels) -> tuple[float, float]:
    if by_the_minute(scale, bar.first) and bar.shape in (Shape.WORK, Shape.VISIT):
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


def bar_at(row: TechnicianRow, x: float, y: float, scale: Days2Pixels, sizes: Sizes) -> Bar | None:
    """The bar under a point, the last painted first."""
    for bar in reversed(row.bars):
        if box_of(bar, row, scale, sizes).holds(x, y, 2):
            return bar
    return None
