"""A hairline that runs while something takes long; short things never show it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

PATIENCE_MS = 300
"""How long work may take before the line appears."""


class ProgressLine(QWidget):
    """Two pixels high; while nothing takes long there is nothing to see of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running: set[object] = set()
        self._share = 0.0
        self._seen = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def seen(self) -> bool:
        return self._seen

    def begin(self, work: object) -> None:
        """`work` is any key; the line runs until each begun work has ended."""
        self._running.add(work)
        if not self._seen and not self._patience.isActive():
            self._share = 0.0
            self._patience.start()

    def advance(self, share: float) -> None:
        """0 to 1. Where nobody knows it the line stays at a third."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def end(self, work: object) -> None:
        self._running.discard(work)
        if not self._running:
            self._patience.stop()
            self._seen = False
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._seen:
            wide = self.width() * (self._share or 1 / 3)
            QPainter(self).fillRect(QRectF(0, 0, wide, self.height()), theme.current().color("accent"))

    def _show_line(self) -> None:
        self._seen = True
        self.update()
