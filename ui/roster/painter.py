"""Paints the pages of a layout: the same strokes for the screen, a picture, a PDF and a printer."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from techsched.roster.marks import POINT, Box, Line, Text
from techsched.roster.pages import Page
from ui import fonts

UNIT = 100
"""Painter units in a millimetre: fonts come in whole pixels, and a millimetre is too coarse for them."""
_HATCH_STEP = 1.5
_HATCH_THICK = 0.07
_DASH = (2.4, 1.8)
"""Millimetres of ink and gap, halved by Qt's counting in pen widths."""
_DISPLAY_FROM = 16.0
"""Points from which Inter's cut for headings is used."""


def measure(text: str, size: float, weight: int) -> float:
    """Width in millimetres as `draw` will set it; the measure that `lay_out` asks for. Needs a QGuiApplication."""
    return _metrics(size, weight).horizontalAdvance(text) / UNIT


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
    scale = page.scale
    for mark in page.marks:
        if isinstance(mark, Text):
            _text(painter, mark)
        elif isinstance(mark, Box):
            _box(painter, mark, scale)
        else:
            _line(painter, mark)
    painter.restore()


def _grey(level: float) -> QColor:
    return QColor.fromRgbF(level, level, level)


def _text(painter: QPainter, text: Text) -> None:
    painter.setFont(_font(text.size, text.weight))
    painter.setPen(_grey(1.0 if text.white else 0.0))
    painter.drawText(QPointF(text.x * UNIT, text.baseline * UNIT), text.text)


def _line(painter: QPainter, line: Line) -> None:
    painter.setPen(QPen(_grey(line.shade), line.thick * UNIT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(line.x * UNIT, line.y * UNIT, line.to_x * UNIT, line.to_y * UNIT))


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
        painter.setBrush(QBrush(_grey(box.fill)))
        painter.drawRoundedRect(rect, radius, radius)
    if box.hatched:
        painter.setPen(QPen(_grey(0.0), _HATCH_THICK * scale * UNIT))
        painter.drawLines(_hatch(rect, _HATCH_STEP * scale * UNIT))
    if box.outline:
        pen = QPen(_grey(0.0), box.outline * UNIT)
        if box.dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([each * scale / box.outline / 2 for each in _DASH])
        painter.setPen(pen)
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
