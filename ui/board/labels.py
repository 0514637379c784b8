"""Shaped and elided text, cached: drawing text in a rectangle costs many times a shaped line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText

_MOST = 8000
_LEAST = 8
_STEP = 4


class Labels:
    """One line of plain text at a time, by face, weight and room. Emptied when it outgrows itself."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str, int, int], tuple[QStaticText, float, float]] = {}
        self._fonts: dict[tuple[str, int], tuple[QFont, QFontMetricsF]] = {}

    def clear(self) -> None:
        """Forgets all shapes; after a change of text size."""
        self._lines.clear()
        self._fonts.clear()

    def font(self, face: str, weight: int) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((face, weight))
        if found is None:
            from ui import fonts

            made = fonts.font(face, weight)
            found = self._fonts[(face, weight)] = (made, QFontMetricsF(made))
        return found

    def width(self, text: str, face: str, weight: int) -> float:
        return self._shape(text, face, weight, -1)[1]

    def draw(
        self,
        painter: QPainter,
        x: float,
        middle: float,
        room: float,
        text: str,
        face: str,
        weight: int,
        color: QColor,
    ) -> float:
        """Draws one line centred on `middle`, elided to `room` pixels; returns its width, 0 when none fits."""
        if not text or room < _LEAST:
            return 0.0
        shape, width, height = self._shape(text, face, weight, -1)
        if width > room:
            # steps, so that a bar that grows by a pixel does not shape its text anew
            shape, width, height = self._shape(text, face, weight, int(room) // _STEP * _STEP)
            if not width:
                return 0.0
        painter.setPen(color)
        painter.setFont(self.font(face, weight)[0])
        painter.drawStaticText(QPointF(x, middle - height / 2), shape)
        return width

    def _shape(self, text: str, face: str, weight: int, room: int) -> tuple[QStaticText, float, float]:
        key = (text, face, weight, room)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > _MOST:
                self._lines.clear()
            font, metrics = self.font(face, weight)
            told = text if room < 0 else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            if told in ("…", ""):
                told = ""
            shape = QStaticText(told)
            shape.setTextFormat(Qt.TextFormat.PlainText)
            shape.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            shape.prepare(font=font)
            width = metrics.horizontalAdvance(told) if told else 0.0
            found = self._lines[key] = (shape, width, metrics.height())
        return found
