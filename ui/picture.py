"""A picture of the board as a PNG: the same layers as the screen, in a size that shows every row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from techsched.desk.desk import Desk
from ui.board.bars import week_days
from ui.board.legend import Legend
from ui.board.view import HEADER_HIGH, BoardView
from ui.printing import write

WIDE = 1440
LEGEND_HIGH = 40
RATIO = 2.0


def board_image(desk: Desk, level: str, day: date, language: str) -> QImage:
    """The board of a week or day with its legend, every row in it, at twice the pixels."""
    desk.widen(week_days(day))
    days = week_days(day)
    view = BoardView()
    view.language = language
    view.ratio = RATIO
    # why somebody is away is for the window, not for what is handed on
    view.strokes.discreet = True
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(WIDE, 400)
    view.show_schedule(desk.schedule, desk.check(days), desk.now, level, day)
    view.resize(WIDE, HEADER_HIGH + view.rows.height + 2)
    view.ensurePolished()
    legend = Legend()
    legend.resize(WIDE, LEGEND_HIGH)
    for button in legend.counters.values():
        button.hide()
    # an unshown widget is laid out when it is first asked to paint; once more fixes sizes that depend on it
    app = QApplication.instance()
    assert app is not None
    app.processEvents()
    high = LEGEND_HIGH + view.height()
    image = QImage(round(WIDE * RATIO), round(high * RATIO), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(RATIO)
    view.rebuild()
    painter = QPainter(image)
    legend.render(painter, QPoint(0, 0))
    view.render(painter, QPoint(0, LEGEND_HIGH))
    painter.end()
    return image


def save(desk: Desk, level: str, day: date, language: str, file: Path) -> None:
    """Raises UserError when the file cannot be written."""
    drawn = QBuffer()
    drawn.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(drawn, QByteArray(b"png")).write(board_image(desk, level, day, language))
    write(file, bytes(drawn.data().data()))
