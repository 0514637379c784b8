"""What a page is drawn with: lines, boxes and texts, in millimetres from the page's top left corner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

POINT = 25.4 / 72
"""Millimetres."""
REGULAR, BOLD = 400, 700

Measure = Callable[[str, float, int], float]
"""Width in millimetres of a text at a size in points and a weight. Must grow in proportion to the size."""


@dataclass(frozen=True, slots=True)
class Line:
    """Horizontal or vertical."""

    x: float
    y: float
    to_x: float
    to_y: float
    thick: float
    shade: float = 0.0
    """0 black to 1 white."""


@dataclass(frozen=True, slots=True)
class Box:
    """Filled first, then hatched, then outlined."""

    x: float
    y: float
    width: float
    height: float
    fill: float | None = None
    """0 black to 1 white; None leaves the ground."""
    outline: float = 0.0
    """Thickness; 0 is none."""
    dashed: bool = False
    hatched: bool = False
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    x: float
    baseline: float
    text: str
    size: float
    """Points."""
    weight: int
    width: float
    """As measured when the page was laid out."""
    white: bool = False

    @property
    def top(self) -> float:
        return self.baseline - ASCENT * self.size * POINT

    @property
    def bottom(self) -> float:
        return self.top + PITCH * self.size * POINT


Mark = Line | Box | Text

ASCENT = 0.95
"""Of a line, in ems, from its top to the baseline."""
PITCH = 1.2
"""From line to line, in ems."""


def scaled(mark: Mark, by: float) -> Mark:
    """The same mark on a larger or smaller sheet."""
    match mark:
        case Line(x, y, to_x, to_y, thick, shade):
            return Line(x * by, y * by, to_x * by, to_y * by, thick * by, shade)
        case Box():
            return Box(
                mark.x * by,
                mark.y * by,
                mark.width * by,
                mark.height * by,
                mark.fill,
                mark.outline * by,
                mark.dashed,
                mark.hatched,
                mark.radius * by,
            )
        case Text():
            return Text(
                mark.x * by,
                mark.baseline * by,
                mark.text,
                mark.size * by,
                mark.weight,
                mark.width * by,
                mark.white,
            )
