"""Two tables side by side: records, and what belongs to the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ui import fonts


class TwoPanes(QWidget):
    """F6 goes from one to the other. `wide` is the right one's width to begin with, at 100 % text size."""

    def __init__(self, wide: int = 380) -> None:
        super().__init__()
        self._wide = wide
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def put(self, left: QWidget, right: QWidget) -> None:
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        right.setMinimumWidth(fonts.scaled(280))
        self._splitter.setSizes([fonts.scaled(1000), fonts.scaled(self._wide)])
        self.setFocusProxy(left)

    def panes(self) -> list[QWidget]:
        """As the window's F6 asks for them."""
        found = (self._splitter.widget(place) for place in range(self._splitter.count()))
        return [pane for pane in found if pane is not None]
