"""The line of this moment stands in this week only."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ui.board.bars import week_days
from ui.board.labels import Labels
from ui.board.painter import BoardPainter
from ui.board.rows import Sizes
from ui.board.scale import week_scale
from ui.board.strokes import Strokes
from ui.bridge import Bridge

WEEK = date(2026, 11, 25)


def accented(bridge: Bridge, day: date) -> int:
    """Columns of a painted week in which something other than the ground is seen."""
    layers = BoardPainter(Strokes(Labels(), "en"), Sizes())
    image = QImage(700, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    scale = week_scale(week_days(day), "Europe/Madrid", 700)
    layers.now_line(painter, QRectF(0, 0, 700, 4), scale, bridge.now)
    painter.end()
    return sum(image.pixelColor(x, 2).rgb() & 0xFFFFFF != 0 for x in range(700))


@pytest.mark.parametrize(("weeks", "columns"), [(-1, 0), (0, 1), (1, 0), (6, 0)])
def test_only_this_week_has_it(bridge: Bridge, weeks: int, columns: int) -> None:
    assert accented(bridge, WEEK + timedelta(days=7 * weeks)) == columns
