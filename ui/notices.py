"""Lines under the top bar for what holds until it changes: the sample office's clock, read only, no connection."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts, icons, theme
from ui.parts.announcement import announce
from ui.parts.button import Button
from ui.parts.plain_label import PlainLabel

_TONES = {
    "calm": ("sunken", "ink2", "info-fill"),
    "warn": ("warnsoft", "warn", "warning-fill"),
    "bad": ("badsoft", "bad", "warning-circle-fill"),
}
"""Fill, ink and icon."""


class Notices(QWidget):
    """One line for each key, in the order in which they came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, _Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(
        self, key: str, text: str, tone: str = "calm", action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Shows a line, or changes the one of that key. `tone` is calm, warn or bad; `action` names a button."""
        old = self._lines.get(key)
        place = self._column.count()
        if old is not None:
            place = self._column.indexOf(old)
            self._column.removeWidget(old)
            old.deleteLater()
        line = _Line(text, tone, action, run)
        self._lines[key] = line
        self._column.insertWidget(place, line)
        self.show()
        if old is None or old.text != text:
            announce(self, text)

    def drop(self, key: str) -> None:
        """Takes a line away; nothing happens where it is not there."""
        line = self._lines.pop(key, None)
        if line is not None:
            self._column.removeWidget(line)
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def texts(self) -> tuple[str, ...]:
        """What stands there now, from top to bottom."""
        return tuple(line.text for line in self._lines.values())


class _Line(QWidget):
    def __init__(self, text: str, tone: str, action: str, run: Callable[[], object] | None) -> None:
        super().__init__()
        self.text = text
        self._fill, self._ink, self._icon = _TONES[tone]
        self._mark = QLabel()
        self._mark.setFixedSize(QSize(fonts.scaled(16), fonts.scaled(16)))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(PlainLabel(text, "small", 500, "ink", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        if run is not None:
            button = Button(action, "link", size="small")
            button.clicked.connect(run)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.color(self._fill))
        line = shown.color("hair" if shown.washes else self._ink)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        size = fonts.scaled(16)
        at = self._mark.pos()
        painter.drawPixmap(at, icons.pixmap(self._icon, size, shown.color(self._ink), self.devicePixelRatioF()))
