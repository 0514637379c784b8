"""The program's mark: three bars of a roster on a dark tile."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui import theme
from ui.parts.box import draw_box

_GRID = 32


def draw_logo(painter: QPainter, place: QRectF) -> None:
    """Fills the square `place`."""
    shown = theme.current()
    unit = place.width() / _GRID
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(unit, unit)
    paper = shown.color("surface")
    draw_box(painter, QRectF(0, 0, _GRID, _GRID), 8, shown.color("ink"))
    draw_box(painter, QRectF(7, 8, 12, 4.5), 1.5, paper)
    draw_box(painter, QRectF(11, 14, 14, 4.5), 1.5, None, paper, 1.25)
    draw_box(painter, QRectF(7, 20, 9, 4.5), 1.5, paper)
    painter.restore()


def window_icon() -> QIcon:
    """For the title bar and the task switcher."""
    made = QIcon()
    for size in (16, 32, 48, 128):
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        draw_logo(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(drawn)
    return made
