"""What we count on in the Qt binding that is installed."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter


def test_painting_does_not_use_up_the_references_to_none(qapp: object) -> None:
    """One version lost a reference at every call that returns nothing, and took the process down after thousands."""
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(2_000):
        painter.fillRect(0, 0, 5, 5, Qt.GlobalColor.red)
        painter.drawPoint(QPoint(7, 7))
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 1_000
