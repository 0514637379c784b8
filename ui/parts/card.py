"""A framed group of things that belong together, which can be selected and pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.parts.box import RING, draw_box

_RADIUS = 8
PADDING = 12


class Card(QFrame):
    """Put things into `column`. With `pressable` it takes the keyboard: Enter, Space or a click emit `pressed`.

    Give a pressable card an accessible name: what it holds, in a sentence.
    """

    pressed = Signal()

    def __init__(self, *, pressable: bool = False, role: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._selected = False
        self._pressable = pressable
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self.column.setSpacing(4)
        if pressable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def selected(self) -> bool:
        return self._selected

    def set_selected(self, on: bool) -> None:
        """The one chosen: accent outline, soft accent fill."""
        self._selected = on
        self.update()

    def set_role(self, role: str) -> None:
        """The fill: surface, or a soft colour such as warnsoft for a block that warns."""
        self._role = role
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._pressable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._pressable and event.key() in keys and not event.modifiers():
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        fill, line, width = self._role, "hair2" if self._pressable else "hair", shown.lines.control
        if self._selected:
            fill, line, width = "accentsoft", "accent", shown.lines.selection
        elif self._pressable and self.underMouse():
            fill = "sunken"
        if self.hasFocus():
            line, width = "accent", max(RING, width)
        draw_box(QPainter(self), self.rect(), _RADIUS, shown.color(fill), shown.color(line), width)
