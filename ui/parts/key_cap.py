"""The small box that names a key beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, theme
from ui.parts.box import draw_box


def key_text(keys: str) -> str:
    """'Ctrl+Z' as this system writes it: 'Ctrl Z' here, '⌘Z' on a Mac. A part that Qt does not know stays."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    return native.replace(", ", " ").replace("+", " ") if native != "+" else native


def cap_size(text: str) -> QSize:
    """Room for a cap with this text, in pixels."""
    metrics = QFontMetrics(fonts.font("meta", 500))
    high = fonts.scaled(16)
    return QSize(max(high, metrics.horizontalAdvance(text) + fonts.scaled(10)), high)


def draw_key_cap(painter: QPainter, place: QRectF, text: str, ink: QColor, line: QColor) -> None:
    """Paints a cap that fills `place`, see `cap_size`."""
    draw_box(painter, place, 3, None, line, theme.current().lines.control)
    painter.setFont(fonts.font("meta", 500))
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


class KeyCap(QWidget):
    """A key standing by itself, as in a line of hints."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = key_text(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fonts.dress(self, "meta", 500)
        self.setAccessibleName(self._text)

    def sizeHint(self) -> QSize:
        return cap_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        draw_key_cap(QPainter(self), QRectF(self.rect()), self._text, shown.color("ink2"), shown.color("hair2"))
