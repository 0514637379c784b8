"""What keys do on the board: move the focus over bars and rows, select, nudge, open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from techsched.model.span import Instant
from ui.board.bars import Bar
from ui.board.rows import TechnicianRow

if TYPE_CHECKING:
    from ui.board.view import BoardView

STEP = 15
STEP_IN_CELL = 30
DAY = 24 * 60
"""Minutes by which a key moves or stretches a booking: to the minute, where a day is a cell, and one of a full day."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Keys(QObject):
    """Left and Right go along a row, from its head over its bars; Up and Down keep to the time they came from.

    `first` is asked before anything else: while placing, its keys come before these.
    """

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self.view = view
        self.first: Callable[[QKeyEvent], bool] | None = None
        self.space_held = False
        self.space_used = False
        """Space was held for panning: letting it go selects nothing."""
        self._goal: Instant | None = None

    def press(self, event: QKeyEvent) -> bool:
        """True when the key meant something here."""
        if self.first is not None and self.first(event):
            return True
        view = self.view
        view.pointer.hide_card()
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            return self._arrow(*_ARROWS[key], held)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and held in _PLAIN:
            self._row_end(key is Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held in _PLAIN:
            return self._open()
        elif key is Qt.Key.Key_Space and held in _PLAIN:
            if not event.isAutoRepeat():
                self.space_held, self.space_used = True, False
        elif key is Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier:
            view.select(id for cell in view.visible_cells() for id in cell.bar.rows)
        elif key is Qt.Key.Key_Escape:
            if view.cancel_drag():
                return True
            if not view.looks.selected:
                return False
            view.select(())
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) is not Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self.space_held = False
        if not self.space_used:
            self._select_focused()
        return True

    def begin(self) -> None:
        """The keyboard has come: it starts at what is selected, else at the first row that is seen."""
        view = self.view
        chosen = next(iter(view.looks.selected), None)
        if chosen is not None and view.places.cell(chosen) is not None:
            view.focus_on(chosen)
            return
        top = view.offset.y()
        row = next((row for row in view.rows.technicians if row.top >= top), None)
        if row is None:
            return
        seen = {cell.bar.id for cell in view.visible_cells()}
        bar = next((bar for bar in in_time(row) if bar.id in seen), None)
        if bar is None:
            view.focus_row(row.technician.id)
        else:
            view.focus_on(bar.id)

    def menu(self) -> None:
        """The context menu of what has the focus."""
        view = self.view
        id, head = view.looks.focused, view.looks.focused_row
        if id is not None:
            rect = view.rect_of(id)
            at = rect.center() if rect is not None else view.viewport().rect().center()
            if view.looks.selected.isdisjoint((id,)):
                view.select((id,), focus=False)
            view.asked_menu.emit(id, view.viewport().mapToGlobal(at))
        elif head is not None:
            row = view.rows.of(head)
            if row is not None:
                at = QPoint(40, row.top + row.height // 2 - view.offset.y())
                view.asked_row_menu.emit(head, None, view.names.mapToGlobal(at))

    # the focus

    def _arrow(self, across: int, down: int, held: Qt.KeyboardModifier) -> bool:
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        held &= ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier:
            self._along(across) if across else self._rows(down)
        elif held == alt:
            self.view.moved.emit(across * self._step(), down)
        elif held == alt | shift and across:
            self.view.resized.emit(across * (STEP if self.view.scale.by_the_minute else STEP_IN_CELL))
        elif held == shift and across:
            self._extend(across)
        else:
            return False
        return True

    def _step(self) -> int:
        if self.view.scale.by_the_minute:
            return STEP
        bar = self._bar()
        return DAY if bar is not None and bar.full_day else STEP_IN_CELL

    def _bar(self) -> Bar | None:
        focused = self.view.looks.focused
        return self.view.bar_of(focused) if focused is not None else None

    def _row(self) -> TechnicianRow | None:
        """The row that the focus is in."""
        view = self.view
        if view.looks.focused is not None:
            return view.rows.row_of(view.looks.focused)
        return view.rows.of(view.looks.focused_row) if view.looks.focused_row is not None else None

    def _along(self, by: int) -> None:
        row = self._row()
        if row is None:
            self.begin()
            return
        bars = in_time(row)
        here = self._bar()
        place = next((n for n, bar in enumerate(bars) if here is not None and bar.id == here.id), -1) + by
        if 0 <= place < len(bars):
            self._take(bars[place])
        elif place < 0:
            self._goal = None
            self._take_head(row)

    def _rows(self, by: int) -> None:
        row = self._row()
        if row is None:
            self.begin()
            return
        here = self._bar()
        if here is not None:
            self._goal = here.start if self._goal is None else self._goal
        people = self.view.rows.technicians
        place = people.index(row) + by
        if not 0 <= place < len(people):
            return
        bars = in_time(people[place])
        if bars and self._goal is not None:
            goal = self._goal
            # a long bar that spans the time is nearer than one that begins soon after
            self._take(min(bars, key=lambda b: (max(b.start - goal, goal - b.end + 1, 0), b.start)), goal)
        else:
            self._take_head(people[place])

    def _row_end(self, last: bool) -> None:
        row = self._row()
        bars = in_time(row) if row is not None else []
        if row is None or not bars:
            self.begin()
            return
        here = self._bar()
        if not last and here is not None and here.id == bars[0].id:
            self._goal = None
            self._take_head(row)
        else:
            self._take(bars[-1] if last else bars[0])

    def _take(self, bar: Bar, goal: Instant | None = None) -> None:
        self._goal = bar.start if goal is None else goal
        self.view.focus_on(bar.id)
        self.view.select(bar.rows or (bar.id,), focus=False)
        self.view.reveal(bar.id)

    def _take_head(self, row: TechnicianRow) -> None:
        self.view.select(())
        self.view.focus_row(row.technician.id)
        self.view.reveal_row(row.technician.id)

    # selecting

    def _open(self) -> bool:
        view = self.view
        if view.looks.focused is not None:
            view.opened.emit(view.looks.focused)
        elif view.looks.focused_row is not None:
            view.person_chosen.emit(view.looks.focused_row)
        else:
            return False
        return True

    def _select_focused(self) -> None:
        view = self.view
        bar = self._bar()
        if bar is not None:
            view.select(view.looks.selected ^ frozenset(bar.rows or (bar.id,)), focus=False)
        elif view.looks.focused_row is not None:
            view.person_chosen.emit(view.looks.focused_row)

    def _extend(self, by: int) -> None:
        """Adds the next bar of the row to what is selected."""
        row, here = self._row(), self._bar()
        if row is None or here is None:
            return
        bars = in_time(row)
        place = next(n for n, bar in enumerate(bars) if bar.id == here.id) + by
        if 0 <= place < len(bars):
            bar = bars[place]
            self.view.focus_on(bar.id)
            self.view.select(self.view.looks.selected | frozenset(bar.rows or (bar.id,)), focus=False)
            self.view.reveal(bar.id)

    def between(self, one: int, other: int) -> set[int]:
        """Bookings of the bars from one to the other, when both are on one row."""
        row = self.view.rows.row_of(one)
        if row is None or row is not self.view.rows.row_of(other):
            return set()
        bars = in_time(row)
        places = [n for n, bar in enumerate(bars) if one in (*bar.rows, bar.id) or other in (*bar.rows, bar.id)]
        return {id for bar in bars[min(places) : max(places) + 1] for id in bar.rows}


def in_time(row: TechnicianRow) -> list[Bar]:
    """A row's bars from left to right."""
    return sorted(row.bars, key=lambda bar: (bar.start, bar.lane))
