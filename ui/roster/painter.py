"""Paints the pages of a layout: the same strokes for the screen, a picture, a PDF and a printer."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QPen, QTextLayout

from techsched.roster.marks import POINT, Box, Text
from techsched.roster.pages import Page
from ui import fonts

UNIT = 100
"""Painter units in a millimetre: fonts come in whole pixels, and a millimetre is too coarse for them."""
_HATCH_STEP = 1.5
_HATCH_THICK = 0.07
_DASH = (1.2, 0.9)
"""Millimetres of ink and gap."""
_DISPLAY_FROM = 16.0
"""Points from which Inter's cut for headings is used."""


def measure(text: str, size: float, weight: int) -> float:
    """Width in millimetres as `draw` will set it; the measure that `lay_out` asks for. Needs a QGuiApplication."""
    return _metrics(size, weight).horizontalAdvance(text) / UNIT


@lru_cache(maxsize=4096)
def _shaped(text: str, size: float, weight: int) -> tuple[QGlyphRun, ...]:
    """The text's glyphs from its baseline on: shaping costs more than drawing, and a roster says most things often."""
    layout = QTextLayout(text, _font(size, weight))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    lift = QPointF(0, line.ascent())
    runs = layout.glyphRuns()
    for run in runs:
        run.setPositions([place - lift for place in run.positions()])
    return tuple(runs)


@lru_cache(maxsize=64)
def _font(size: float, weight: int) -> QFont:
    made = fonts.paper(size * POINT * UNIT, weight)
    made.setVariableAxis(QFont.Tag("opsz"), 24 if size >= _DISPLAY_FROM else 14)
    return made


@lru_cache(maxsize=64)
def _metrics(size: float, weight: int) -> QFontMetricsF:
    return QFontMetricsF(_font(size, weight))


def draw(painter: QPainter, page: Page, per_millimetre: float) -> None:
    """Paints the page with its top left corner at the painter's origin; `per_millimetre` device pixels wide."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(per_millimetre / UNIT, per_millimetre / UNIT)
    inked: bool | None = None
    """Whether the pen is white; None after a line or box, which have pens of their own."""
    for mark in page.marks:
        if isinstance(mark, Text):
            if mark.white is not inked:
                inked = mark.white
                painter.setPen(_grey(1.0 if inked else 0.0))
            origin = QPointF(mark.x * UNIT, mark.baseline * UNIT)
            for run in _shaped(mark.text, mark.size, mark.weight):
                painter.drawGlyphRun(origin, run)
            continue
        inked = None
        if isinstance(mark, Box):
            _box(painter, mark, page.scale)
        else:
            painter.setPen(_pen(mark.thick, mark.shade))
            painter.drawLine(QLineF(mark.x * UNIT, mark.y * UNIT, mark.to_x * UNIT, mark.to_y * UNIT))
    painter.restore()


@lru_cache(maxsize=16)
def _grey(level: float) -> QColor:
    return QColor.fromRgbF(level, level, level)


@lru_cache(maxsize=32)
def _pen(thick: float, shade: float = 0.0, ink: float = 0.0, gap: float = 0.0) -> QPen:
    """All in millimetres; with a gap it is dashed."""
    made = QPen(_grey(shade), thick * UNIT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if gap:
        made.setDashPattern([ink / thick, gap / thick])
    return made


def _box(painter: QPainter, box: Box, scale: float) -> None:
    half = box.outline / 2
    rect = QRectF(
        (box.x + half) * UNIT,
        (box.y + half) * UNIT,
        (box.width - box.outline) * UNIT,
        (box.height - box.outline) * UNIT,
    )
    radius = box.radius * UNIT
    if box.fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_grey(box.fill))
        painter.drawRoundedRect(rect, radius, radius)
    if box.hatched:
        painter.setPen(_pen(_HATCH_THICK * scale))
        painter.drawLines(_hatch(rect, _HATCH_STEP * scale * UNIT))
    if box.outline:
        ink, gap = (each * scale for each in _DASH) if box.dashed else (0.0, 0.0)
        painter.setPen(_pen(box.outline, 0.0, ink, gap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, radius, radius)


def _hatch(rect: QRectF, step: float) -> list[QLineF]:
    """Rising lines `step` apart along the bottom, cut at the rectangle's edges."""
    found: list[QLineF] = []
    along = step
    while along < rect.width() + rect.height():
        start_x = min(along, rect.width())
        start_y = along - start_x
        end_y = min(along, rect.height())
        end_x = along - end_y
        found.append(QLineF(rect.left() + end_x, rect.top() + end_y, rect.left() + start_x, rect.top() + start_y))
        along += step
    return found
