"""A table of records: search, sorting, chosen columns, and everything by keyboard. Empty, it says what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from techsched.model.row import Row
from ui import fonts, i18n, plain
from ui.bridge import Bridge
from ui.forms.line import Line
from ui.parts.button import Button
from ui.parts.plain_label import PlainLabel
from ui.settings import Settings
from ui.tables.column import Column, View
from ui.tables.model import TableModel
from ui.tables.painted import Painted
from ui.tables.table_view import TableView

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Texts:
    """What a table says in the window's language; asked for anew when that changes. `count` takes %1, the number.

    `title` and `count` may be empty; so may `new`, where nothing can be made here.
    """

    title: str
    count: str
    one: str
    search: str
    new: str
    empty: str
    nothing_found: str
    """Takes %1, the words that were searched."""


class RecordTable(QWidget, Generic[R]):
    """`opened(row)` for Enter and double clicks, `chosen(row or None)` when another row is current, `new_asked`,
    `removal_asked(rows)` for Delete."""

    opened = Signal(object)
    chosen = Signal(object)
    new_asked = Signal()
    removal_asked = Signal(list)

    def __init__(
        self,
        key: str,
        columns: Sequence[Column],
        rows: Callable[[View], Iterable[R]],
        bridge: Bridge,
        texts: Callable[[], Texts],
        *,
        lines: int = 2,
        columns_button: bool = True,
    ) -> None:
        super().__init__()
        self.key = key
        self.bridge = bridge
        self._texts = texts
        self.model: TableModel[R] = TableModel(columns, rows)
        self._current: int | None = None
        self._painted = Painted(lines)
        self._columns_button = columns_button
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        bridge.changed.connect(self._soon.start)
        bridge.language_changed.connect(self.retell)
        self.retell()

    def _build(self) -> None:
        self._title = PlainLabel("", "title", 600, elide=True)
        self.count = PlainLabel("", "small", 400, "ink2")
        self.search = Line("magnifying-glass")
        self.search.setMinimumWidth(fonts.scaled(180))
        self.search.setMaximumWidth(fonts.scaled(320))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._searched)
        self.search.installEventFilter(self)
        self.new = Button("", icon="plus", keys="N")
        self.new.clicked.connect(self.new_asked)
        self.columns_button = Button("", "quiet", icon="columns")
        self._menu = QMenu(self)
        self.columns_button.set_menu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(8)
        self.head = head
        head.addWidget(self.search, 3)
        head.addWidget(self._title, 3)
        head.addWidget(self.count)
        self._rest = QWidget()
        head.addWidget(self._rest, 1)
        head.addWidget(self.columns_button)
        head.addWidget(self.new)

        self.view = TableView(self._painted)
        self.view.setModel(self.model)
        self.view.used.connect(self._used)
        self.view.doubleClicked.connect(lambda index: self._open())
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.view.menu_asked.connect(self._context_menu)
        header = self.view.horizontalHeader()
        header.sortIndicatorChanged.connect(self._keep_order)
        self.model.modelReset.connect(self._after_reset)

        self._told = PlainLabel("", "body", 400, "ink2", wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.next = Button("", "primary")
        self.next.clicked.connect(self._next_step)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.addStretch(2)
        column.addWidget(self._told)
        column.addSpacing(8)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._nothing = nothing
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(nothing)

        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)
        self.setFocusProxy(self.view)
        self.view.verticalScrollBar().rangeChanged.connect(self.view.fit)
        self._show_columns()

    # what is shown

    def refresh(self) -> None:
        """Takes the rows anew from the schedule."""
        self.model.show(View(self.bridge.schedule, self.bridge.now, i18n.language()))

    def retell(self) -> None:
        """In the window's language."""
        texts = self._texts()
        self._title.setText(texts.title)
        self._title.setVisible(bool(texts.title))
        self._rest.setVisible(not texts.title)
        self.search.setPlaceholderText(texts.search)
        self.search.setVisible(bool(texts.search))
        self.search.setAccessibleName(texts.search)
        self.new.set_text(texts.new)
        self.new.setVisible(bool(texts.new))
        self.columns_button.set_text(self.tr("Columns"))
        self.columns_button.setVisible(self._columns_button)
        self.view.setAccessibleName(texts.title or texts.search)
        self.refresh()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.model.columns) - 1)

    @property
    def row(self) -> R | None:
        """The current one."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    @property
    def selected(self) -> list[R]:
        """All that are selected, in order; the current one where none is."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        found = [self.model.rows[row] for row in rows]
        current = self.row
        return found or ([current] if current is not None else [])

    def choose(self, id: int | None) -> None:
        """Makes a row the current one, if it is shown."""
        place = self.model.place(id)
        if place is not None:
            self._make_current(place)

    def _make_current(self, place: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(self.model.index(place, self._first_column()), flags)

    def copy(self) -> None:
        """The selected rows and shown columns, to be pasted into a spreadsheet."""
        if self.selected:
            QGuiApplication.clipboard().setText(self.model.tsv(self.selected, self.shown_columns))

    @property
    def shown_columns(self) -> list[Column]:
        header = self.view.horizontalHeader()
        order = sorted(range(len(self.model.columns)), key=header.visualIndex)
        return [self.model.columns[n] for n in order if not self.view.isColumnHidden(n)]

    def show_column(self, key: str, shown: bool) -> None:
        """One of a table's columns; the first always stays."""
        place = next(n for n, column in enumerate(self.model.columns) if column.key == key)
        if place:
            self.view.setColumnHidden(place, not shown)
            self.view.fit()
            Settings().keep_columns(self.key, [column.key for column in self.shown_columns])

    def _show_columns(self) -> None:
        kept = set(Settings().columns(self.key))
        for place, column in enumerate(self.model.columns):
            wanted = column.key in kept if kept else column.shown
            self.view.setColumnHidden(place, not wanted and place > 0)
        self.view.fit()

    def _first_column(self) -> int:
        return next(n for n in range(len(self.model.columns)) if not self.view.isColumnHidden(n))

    def _after_reset(self) -> None:
        texts, shown, total = self._texts(), len(self.model.rows), self.model.total
        told = texts.one if shown == 1 else texts.count.replace("%1", str(shown))
        if shown != total:
            told = i18n.filled(self.tr("%1 of %2"), str(shown), str(total))
        self.count.setText(told)
        self.stack.setCurrentWidget(self.view if shown else self._nothing)
        if not shown:
            words = self.search.text().strip()
            self._told.setText(texts.nothing_found.replace("%1", words) if total else texts.empty)
            self.next.set_text(self.tr("Clear the search") if total else texts.new)
            self.next.setVisible(bool(total or texts.new))
        place = self.model.place(self._current)
        if shown:
            self._make_current(place if place is not None else 0)
        if not shown or place is None:
            self._tell_chosen()

    # what people do

    def _searched(self, text: str) -> None:
        self.model.search(text.strip())

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        row = self.row
        self._current = None if row is None else row.id
        self.chosen.emit(row)

    def _keep_order(self, column: int, order: Qt.SortOrder) -> None:
        self.model.sort(column, order)

    def _next_step(self) -> None:
        if self.model.total:
            self.search.clear()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_asked.emit()

    def _open(self) -> None:
        if self.row is not None:
            self.opened.emit(self.row)

    def _used(self, what: str) -> None:
        match what:
            case "open":
                self._open()
            case "new":
                if self._texts().new:
                    self.new_asked.emit()
            case "remove":
                if self.selected:
                    self.removal_asked.emit(self.selected)
            case "copy":
                self.copy()
            case "search":
                self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.search.selectAll()

    def _context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for text, what, keys in (
            (self.tr("Open"), "open", "Enter"),
            (self.tr("Copy"), "copy", "Ctrl+C"),
            (self.tr("Remove"), "remove", "Del"),
        ):
            action = menu.addAction(plain.caption(text), partial(self._used, what))
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.popup(at)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for place, column in enumerate(self.model.columns):
            action = self._menu.addAction(plain.caption(i18n.told("Table", column.label)))
            action.setCheckable(True)
            action.setChecked(not self.view.isColumnHidden(place))
            action.setEnabled(place > 0)
            action.toggled.connect(partial(self.show_column, column.key))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rows:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False
