"""The dark veil over a window while a dialog stands on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui import theme

_MARGIN = 24


class Veil(QWidget):
    """Covers `host`, keeps mouse and wheel from it, and holds one panel in its middle.

    The panel is asked for its `sizeHint`, and gets less where the window is smaller.
    """

    def __init__(self, host: QWidget, panel: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.panel = panel
        panel.setParent(self)
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.setGeometry(self._host.rect())
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.fillRect(event.rect(), theme.current().color("veil"))

    def _place(self) -> None:
        wished = self.panel.sizeHint()
        wide = min(wished.width(), self.width() - 2 * _MARGIN)
        high = min(wished.height(), self.height() - 2 * _MARGIN)
        self.panel.setGeometry((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)


def keyboard_order(root: QWidget) -> list[QWidget]:
    """What Tab stops at inside `root`, in Tab's order."""
    found: list[QWidget] = []
    here = root.nextInFocusChain()
    while here is not None and here is not root:
        takes = bool(here.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and here.isVisible() and here.isEnabled() and root.isAncestorOf(here) and here.focusProxy() is None:
            found.append(here)
        here = here.nextInFocusChain()
    return found
