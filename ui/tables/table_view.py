"""The view of a table: rows of one height, columns that fill it, keys that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import fonts
from ui.tables.model import TableModel
from ui.tables.painted import Painted

_CLOSEST = 0.8
"""Share of the wished width that a column still is good for."""


class TableView(QTableView):
    """`used` says what a key asks for: open, new, remove, copy, search. The model is a TableModel."""

    used = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, painted: Painted) -> None:
        super().__init__()
        self._painted = painted
        self._by_hand: set[int] = set()
        self._fitting = False
        self.setItemDelegate(painted)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(fonts.scaled(48))
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.sectionResized.connect(self._resized)
        fonts.dress(header, "small", 500)
        fonts.dress(self, "body")
        self._scale()

    def _scale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._painted.high)

    def fit(self) -> None:
        """Columns as wide as they wish, and what is left to those that stretch."""
        model = self.model()
        if not isinstance(model, TableModel):
            return
        shown = [n for n in range(len(model.columns)) if not self.isColumnHidden(n)]
        wished = {n: fonts.scaled(model.columns[n].wide) for n in shown}
        stretch = [n for n in shown if model.columns[n].stretch and n not in self._by_hand]
        taken = sum(self.columnWidth(n) if n in self._by_hand else wished[n] for n in shown)
        room = self.viewport().width()
        more = max(0, room - taken) // len(stretch) if stretch else 0
        # a little too wide for the window: everything moves a little closer
        close = max(_CLOSEST, min(1.0, room / taken)) if taken and not self._by_hand else 1.0
        self._fitting = True
        for n in shown:
            if n not in self._by_hand:
                self.setColumnWidth(n, int(wished[n] * close) + (more if n in stretch else 0))
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._scale()
            self.fit()

    def _resized(self, column: int, before: int, now: int) -> None:
        if not self._fitting and self.isVisible():
            self._by_hand.add(column)

    def event(self, event: QEvent) -> bool:
        # these keys belong to the table while it has the keyboard, whatever the window does with them elsewhere
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _asked(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = _asked(event)
        if what:
            self.used.emit(what)
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; words are searched in the box above."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())


def _asked(event: QKeyEvent) -> str:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    if held == Qt.KeyboardModifier.ControlModifier:
        return _WITH_CTRL.get(key, "")
    return "" if held else _ALONE.get(key, "")


_WITH_CTRL = {int(Qt.Key.Key_C): "copy", int(Qt.Key.Key_F): "search"}
_ALONE = {
    int(Qt.Key.Key_Return): "open",
    int(Qt.Key.Key_Enter): "open",
    int(Qt.Key.Key_N): "new",
    int(Qt.Key.Key_Delete): "remove",
}
