"""The board as a tree for screen readers: its rows, and in each row its bars, all with a spoken sentence."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from shiboken6 import isValid

from ui.board.bars import Bar
from ui.board.geometry import Cell
from ui.board.keys import in_time
from ui.board.rows import TechnicianRow
from ui.board.spoken import spoken_bar, spoken_row
from ui.board.view import BoardView

Key = tuple[int, int, date]
"""Of a bar: its technician, its first assignment or its absence (0 for a closed day), and its first day."""

_made: list[QAccessibleInterface] = []
"""Qt keeps pointers to these for as long as it runs, and knows nothing of Python's counting."""
_installed = False


def key_of(bar: Bar) -> Key:
    return bar.technician_id, bar.id, bar.first


def install() -> None:
    """Before the first board is made; once is enough."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_factory)


def _factory(name: str, about: QObject | None) -> QAccessibleInterface | None:
    return BoardTree(about) if isinstance(about, BoardView) else None


class _Node(QAccessibleInterface):
    """What board, rows and bars have in common: a view that may be gone."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self.view = view
        _made.append(self)

    @property
    def alive(self) -> bool:
        return isValid(self.view)

    def nodes(self) -> list[QAccessibleInterface]:
        """Children, in order."""
        return []

    def isValid(self) -> bool:
        return self.alive

    # where Qt's stubs promise an object, Qt itself takes none for an answer

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.view.window().windowHandle() if self.alive else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self.nodes()
        return found[index] if 0 <= index < len(found) else None

    def childCount(self) -> int:
        return len(self.nodes())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        found = self.nodes()
        return found.index(child) if child in found else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return next((node for node in self.nodes() if node.rect().contains(x, y)), None)

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Nothing here is written by a screen reader."""

    def backgroundColor(self) -> QColor:
        return QColor()

    def foregroundColor(self) -> QColor:
        return QColor()

    def on_screen(self, rect: QRect) -> QRect:
        """A rectangle of the viewport."""
        return QRect(self.view.viewport().mapToGlobal(rect.topLeft()), rect.size())


class BoardTree(_Node):
    """Rows from top to bottom. Rows and bars keep their node while they are shown, and get it back afterwards."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._rows: dict[int, RowNode] = {}
        self._bars: dict[Key, BarNode] = {}

    def row(self, technician_id: int) -> RowNode:
        found = self._rows.get(technician_id)
        if found is None:
            found = self._rows[technician_id] = RowNode(self, technician_id)
        return found

    def bar(self, key: Key) -> BarNode:
        found = self._bars.get(key)
        if found is None:
            found = self._bars[key] = BarNode(self, key)
        return found

    def of_booking(self, id: int) -> BarNode | None:
        """The bar of an assignment or absence, also of one day of a long bar; None when it is not shown."""
        bar = self.view.bar_of(id)
        return self.bar(key_of(bar)) if bar is not None else None

    def nodes(self) -> list[QAccessibleInterface]:
        return [self.row(row.technician.id) for row in self.view.rows.technicians] if self.alive else []

    def object(self) -> QObject | None:  # type: ignore[override]
        return self.view if self.alive else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        above = self.view.parentWidget() if self.alive else None
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        looks = self.view.looks
        if not self.view.hasFocus():
            return None
        if looks.focused is not None:
            return self.of_booking(looks.focused)
        return self.row(looks.focused_row) if looks.focused_row is not None else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Tree

    def text(self, which: QAccessible.Text) -> str:
        return self.view.accessibleName() if which is QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())

    def state(self) -> QAccessible.State:
        found = QAccessible.State()
        found.focusable = True
        found.focused = self.view.hasFocus()
        found.multiSelectable = True
        found.invisible = not self.view.isVisible()
        return found


class RowNode(_Node):
    """One technician's row; its head and its strip together."""

    def __init__(self, tree: BoardTree, technician_id: int) -> None:
        super().__init__(tree.view)
        self.tree = tree
        self.technician_id = technician_id

    @property
    def shown(self) -> TechnicianRow | None:
        return self.view.rows.of(self.technician_id) if self.alive else None

    def isValid(self) -> bool:
        return self.shown is not None

    def nodes(self) -> list[QAccessibleInterface]:
        row = self.shown
        return [self.tree.bar(key_of(bar)) for bar in in_time(row)] if row is not None else []

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.tree

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.TreeItem

    def text(self, which: QAccessible.Text) -> str:
        row, view = self.shown, self.view
        if which is not QAccessible.Text.Name or row is None or view.schedule is None:
            return ""
        return spoken_row(view.schedule, row, view.fits.get(self.technician_id), view.language)

    def rect(self) -> QRect:
        row = self.shown
        if row is None:
            return QRect()
        wide = self.view.names.width()
        strip = QRect(-wide, row.top - self.view.offset.y(), wide + self.view.viewport().width(), row.height)
        return self.on_screen(strip)

    def state(self) -> QAccessible.State:
        found = QAccessible.State()
        row = self.shown
        found.selectable = found.focusable = True
        found.selected = self.view.looks.selected_row == self.technician_id
        found.focused = self.view.hasFocus() and self.view.looks.focused_row == self.technician_id
        found.expanded = True
        found.offscreen = row is None or not _is_seen(self.view, QRect(self.view.offset.x(), row.top, 1, row.height))
        return found


class BarNode(_Node):
    """A booking, an absence, or several days of one work."""

    def __init__(self, tree: BoardTree, key: Key) -> None:
        super().__init__(tree.view)
        self.tree = tree
        self.key = key

    @property
    def cell(self) -> Cell | None:
        """None when it is not shown; a day that has become part of a longer bar is told by that one."""
        row = self.view.rows.of(self.key[0]) if self.alive else None
        if row is None:
            return None
        return next((cell for cell in self.view.places.of(row) if key_of(cell.bar) == self.key), None)

    def isValid(self) -> bool:
        return self.cell is not None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        cell = self.cell
        return self.tree.row(cell.bar.technician_id) if cell is not None else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.TreeItem

    def text(self, which: QAccessible.Text) -> str:
        cell, view = self.cell, self.view
        if which is not QAccessible.Text.Name or cell is None or view.schedule is None:
            return ""
        return spoken_bar(view.schedule, cell.bar, view.conflicts, view.language)

    def rect(self) -> QRect:
        cell = self.cell
        if cell is None:
            return QRect()
        box = cell.box
        return self.on_screen(QRect(box.left, box.top, box.width, box.height).translated(-self.view.offset))

    def state(self) -> QAccessible.State:
        found = QAccessible.State()
        cell, looks = self.cell, self.view.looks
        found.selectable = found.focusable = True
        if cell is not None:
            box = cell.box
            found.selected = looks.holds(cell.bar)
            ids = (*cell.bar.rows, cell.bar.absence_id)
            found.focused = self.view.hasFocus() and looks.focused is not None and looks.focused in ids
            found.offscreen = not _is_seen(self.view, QRect(box.left, box.top, box.width, box.height))
        return found


def _is_seen(view: BoardView, rect: QRect) -> bool:
    """Whether a rectangle of the content lies in the viewport, at least in part."""
    return rect.translated(-view.offset).intersects(view.viewport().rect())


def tree_of(view: BoardView) -> BoardTree:
    """The tree of a board, made when it is first asked for."""
    return cast(BoardTree, QAccessible.queryAccessibleInterface(view))


def follow(view: BoardView) -> None:
    """Tells screen readers where the focus goes and what is selected; asks nothing where none is on."""
    view.focus_moved.connect(lambda: _tell(view, QAccessible.Event.Focus))
    view.chosen.connect(lambda ids: _tell(view, QAccessible.Event.SelectionWithin))
    view.shown.connect(lambda: _tell(view, QAccessible.Event.ObjectReorder))


def _tell(view: BoardView, event: QAccessible.Event) -> None:
    if not QAccessible.isActive():
        return
    tree = tree_of(view)
    about: QAccessibleInterface | None = tree
    if event is QAccessible.Event.Focus:
        about = tree.focusChild()
    if about is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(about, event))
