"""A rounded box with a crisp outline, and the ring that shows keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui import theme

RING = 2
"""Width of the focus ring in pixels."""


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    line: QColor | None = None,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Fills and outlines inside `rect`: the outline never reaches out of it. None leaves a part out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, width, style))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    inset = 0.0 if line is None else width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def draw_ring(painter: QPainter, rect: QRect | QRectF, radius: float, role: str = "accent") -> None:
    """The focus ring, along the inner side of `rect`."""
    draw_box(painter, rect, radius, None, theme.current().color(role), RING)
