"""Pictures of bars and of the small marks beside them, kept to be painted again: many times quicker than anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

BYTES = 64 * 1024 * 1024
"""What may be kept; beyond it the oldest go."""


class Faces:
    """Pixmaps by what they show. A key says everything that is seen in it but the theme, which `clear` is for."""

    def __init__(self) -> None:
        self._held: dict[Hashable, QPixmap] = {}
        self._bytes = 0

    def clear(self) -> None:
        self._held.clear()
        self._bytes = 0

    def get(
        self, key: Hashable, ratio: float, width: int, height: int, paint: Callable[[QPainter], object]
    ) -> QPixmap:
        """The picture of `width` x `height` device-independent pixels; `paint` is called when it is not there yet."""
        whole = (key, ratio, width, height)
        found = self._held.get(whole)
        if found is None:
            found = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
            painter.end()
            self._held[whole] = found
            self._bytes += found.width() * found.height() * 4
            while self._bytes > BYTES:
                oldest = self._held.pop(next(iter(self._held)))
                self._bytes -= oldest.width() * oldest.height() * 4
        return found
