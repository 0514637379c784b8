"""The one table model: rows of one kind, their columns, found by words and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from techsched.model.city import bare
from techsched.model.row import Row
from ui import i18n, plain
from ui.tables.column import Cell, Column, View

R = TypeVar("R", bound=Row)
Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole)
"""The role under which a delegate finds the whole cell."""


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows are taken from the schedule whenever it changes: `show(view)`. Cells are made when first asked for."""

    def __init__(self, columns: Sequence[Column], rows: Callable[[View], Iterable[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._source = rows
        self._view: View | None = None
        self._all: list[R] = []
        self._found: list[R] = []
        self._cells: dict[tuple[int, str], Cell] = {}
        self._words = ""
        self._sorted: tuple[int, Qt.SortOrder] = (0, Qt.SortOrder.AscendingOrder)

    # what is in it

    def show(self, view: View) -> None:
        """Takes the rows anew; a selection that is kept by id survives it."""
        self.beginResetModel()
        self._view = view
        self._cells.clear()
        self._all = list(self._source(view))
        self._found = self._ordered(self._matching())
        self.endResetModel()

    def search(self, words: str) -> None:
        """Rows in which each word is found, accents and case apart."""
        if words != self._words:
            self.beginResetModel()
            self._words = words
            self._found = self._ordered(self._matching())
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._found[index.row()].id for index in before]
        self._found = self._ordered(self._found)
        place = {row.id: n for n, row in enumerate(self._found)}
        after = [self.index(place[id], index.column()) for id, index in zip(held, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @property
    def rows(self) -> Sequence[R]:
        """Those that are shown, in the order in which they are."""
        return self._found

    @property
    def total(self) -> int:
        """How many there are, found or not."""
        return len(self._all)

    def place(self, id: int | None) -> int | None:
        """Where a row is shown; None when it is not."""
        return next((n for n, row in enumerate(self._found) if row.id == id), None)

    def cell(self, row: R, column: Column) -> Cell:
        key = (row.id, column.key)
        found = self._cells.get(key)
        if found is None:
            assert self._view is not None
            found = self._cells[key] = column.cell(row, self._view)
        return found

    def _matching(self) -> list[R]:
        words = bare(self._words).split()
        if not words:
            return list(self._all)
        return [row for row in self._all if all(word in self._told(row) for word in words)]

    def _told(self, row: R) -> str:
        cells = [self.cell(row, column) for column in self.columns if column.searched]
        return bare(" ".join(f"{cell.text} {cell.detail}" for cell in cells))

    def _ordered(self, rows: list[R]) -> list[R]:
        place, order = self._sorted
        column = self.columns[place]
        first = sorted(rows, key=lambda row: row.id)
        filled = [row for row in first if self._sort_key(row, column) not in (None, "")]
        empty = [row for row in first if self._sort_key(row, column) in (None, "")]
        filled.sort(
            key=lambda row: self._sort_key(row, column),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        return [*filled, *empty]

    def _sort_key(self, row: R, column: Column) -> Any:
        cell = self.cell(row, column)
        return bare(cell.text) if cell.sort is None else cell.sort

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not index.row() < len(self._found):
            return None
        column = self.columns[index.column()]
        cell = self.cell(self._found[index.row()], column)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = i18n.told("Table", column.label)
            return ". ".join(part for part in (f"{head}: {cell.text}" if cell.text else "", cell.detail) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip("\n".join(part for part in (cell.text, cell.detail) if part)) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return i18n.told("Table", column.label)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def tsv(self, rows: Iterable[R], columns: Iterable[Column]) -> str:
        """Rows to be pasted into a spreadsheet, heads first. No cell can become a formula or another cell there."""
        told = tuple(columns)
        lines = ["\t".join(_pasted(i18n.told("Table", column.label)) for column in told)]
        lines.extend("\t".join(_pasted(self.cell(row, column).text) for column in told) for row in rows)
        return "\n".join(lines) + "\n"


def _pasted(text: str) -> str:
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in ("=", "+", "-", "@") and not _is_number(flat) else flat


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "", 1).replace(",", "", 1).isdigit()
