"""A line of text with an icon at its left and a faint echo of what it means at its right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import fonts, icons, theme

_ICON = 16
_SIDE = 8


class Line(QLineEdit):
    """`stepped(+1 or -1)` for Up and Down, `pulled` for Alt+Down or a click on the icon."""

    stepped = Signal(int)
    pulled = Signal()
    left = Signal()

    def __init__(self, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._echo: tuple[str, ...] = ()
        self.setFrame(True)
        fonts.dress(self, "body")
        self._lay()

    def set_echo(self, *texts: str) -> None:
        """The first of them for which there is room beside what is typed is shown."""
        if texts != self._echo:
            self._echo = texts
            self.update()

    @property
    def echo(self) -> str:
        """The longest of the texts, whatever room there is."""
        return self._echo[0] if self._echo else ""

    def set_bad(self, bad: bool) -> None:
        mark(self, bad)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(120), fonts.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(48), fonts.scaled(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self.pulled.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(1 if key == Qt.Key.Key_Up else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held & ~Qt.KeyboardModifier.KeypadModifier:
            # Enter goes on to the next field; the form saves with Ctrl+Enter
            self.left.emit()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._icon and event.position().x() < fonts.scaled(_SIDE + _ICON + _SIDE):
            self.pulled.emit()
            return
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        shown = theme.current()
        if self._icon:
            size = fonts.scaled(_ICON)
            ink = shown.color("ink3" if self.isEnabled() else "disabled")
            at = QPoint(fonts.scaled(_SIDE) + 1, (self.height() - size) // 2)
            painter.drawPixmap(at, icons.pixmap(self._icon, size, ink, self.devicePixelRatioF()))
        self._paint_echo(painter)

    def _paint_echo(self, painter: QPainter) -> None:
        room = self.rect().adjusted(0, 0, -fonts.scaled(_SIDE) - 2, 0)
        typed = self.fontMetrics().horizontalAdvance(self.text()) + self.textMargins().left() + fonts.scaled(20)
        font = fonts.font("small")
        metrics = QFontMetrics(font)
        for text in self._echo:
            if text != self.text() and typed + metrics.horizontalAdvance(text) < room.width():
                painter.setFont(font)
                painter.setPen(theme.current().color("ink3"))
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
                painter.drawText(QRect(room), flags, text)
                return

    def _lay(self) -> None:
        self.setTextMargins(fonts.scaled(_ICON + _SIDE) if self._icon else 0, 0, 0, 0)


def mark(widget: QWidget, bad: bool) -> None:
    """Sets or takes the red outline of the style sheet."""
    if bool(widget.property("bad")) != bad:
        widget.setProperty("bad", bad)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
