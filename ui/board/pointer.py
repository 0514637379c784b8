"""What the mouse does on the board: selects, moves, stretches, draws, pans; waits for the hover card and for a day."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from ui.board.bars import Progress, Shape
from ui.board.geometry import Cell
from ui.board.rows import TechnicianRow

if TYPE_CHECKING:
    from ui.board.view import BoardView

DRAG_AFTER = 4
DRAG_AFTER_MS = 120
"""A press this long drags at the first pixel."""
GRIP = 6
"""Pixels at either end of a bar that stretch it."""
EDGE = 32
"""Pixels from the border at which dragging scrolls."""
FASTEST = 24
FRAME_MS = 16
HOVER_MS = 400
HOLD_MS = 600
SHORTEST = 8
"""Pixels that must be drawn on empty ground to mean a booking."""
SNAP = 15
SNAP_IN_CELL = 30
"""Minutes to which a new booking is drawn."""


class Doing(Enum):
    NOTHING = 0
    MOVE = 1
    STRETCH = 2
    DRAW = 3
    BAND = 4
    PAN = 5


class Pointer(QObject):
    """Keeps where a press began and what it has become; the board is told by the view's signals."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self.view = view
        self._from: QPointF | None = None
        self._cell: Cell | None = None
        self._grip: bool | None = None
        self._alone = False
        """Let go without a drag, the pressed bar is the only one selected."""
        self._doing = Doing.NOTHING
        self._clock = QElapsedTimer()
        self._start = QPoint()
        self._at = QPointF()
        self._day: object = None
        self._shown: Cell | None = None
        self._hover = self._timer(HOVER_MS, self._show_card)
        self._hold = self._timer(HOLD_MS, self._open_day)
        self._roll = self._timer(FRAME_MS, self._roll_on, single=False)

    def _timer(self, every: int, run: object, *, single: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every)
        timer.setSingleShot(single)
        timer.timeout.connect(run)
        return timer

    @property
    def dragging(self) -> bool:
        return self._doing in (Doing.MOVE, Doing.STRETCH)

    # pressed

    def press(self, event: QMouseEvent) -> None:
        self.hide_card()
        if self._doing is not Doing.NOTHING:
            # another button calls off what the first one does
            self.cancel()
            return
        view, point = self.view, event.position()
        pans = event.button() is Qt.MouseButton.MiddleButton
        if pans or (event.button() is Qt.MouseButton.LeftButton and view.keys.space_held):
            self._doing, self._from, self._start = Doing.PAN, point, view.offset
            view.keys.space_used = True
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._from, self._cell = point, view.cell_under(point)
        self._grip = self._grip_at(self._cell, point)
        self._clock.start()
        self._alone = False
        if self._cell is None:
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                view.focus_on(None)
                view.select(())
            return
        self._choose(self._cell, point, event.modifiers())

    def _choose(self, cell: Cell, point: QPointF, held: Qt.KeyboardModifier) -> None:
        view, bar = self.view, cell.bar
        ids = frozenset(bar.rows or (bar.id,))
        day = view.scale.day_at(view.content(point).x())
        before = view.looks.focused
        # a click on one day of a long bar means that day
        focus = view.row_on(bar, day) if len(bar.rows) > 1 else bar.id
        selected = view.looks.selected
        if held & Qt.KeyboardModifier.ShiftModifier and before is not None:
            found = view.keys.between(before, bar.id)
            if found:
                view.focus_on(focus)
                view.select(found, focus=False)
                return
        view.focus_on(focus)
        if held & Qt.KeyboardModifier.ControlModifier:
            view.select(selected ^ ids, focus=False)
        elif ids <= selected and len(selected) > len(ids):
            # several are selected: a drag takes them all along
            self._alone = True
        else:
            view.select(ids, focus=False)

    def _grip_at(self, cell: Cell | None, point: QPointF) -> bool | None:
        """True over a bar's end, False over its start, None over neither or where it cannot be stretched."""
        if cell is None or not self.view.scale.by_the_minute:
            return None
        bar, box = cell.bar, cell.box
        fast = bar.fixed or bar.progress is Progress.DONE or len(bar.rows) != 1
        if fast or bar.shape not in (Shape.WORK, Shape.VISIT):
            return None
        x = self.view.content(point).x()
        grip = min(GRIP, box.width / 4)
        if x >= box.right - grip:
            return True
        return False if x < box.left + grip else None

    # moved

    def move(self, point: QPointF, held: Qt.KeyboardModifier) -> None:
        if self._from is None:
            self._hover_over(point)
            return
        if self._doing is Doing.NOTHING and not self._begin(point, held):
            return
        view = self.view
        if self._doing is Doing.PAN:
            way = (point - self._from).toPoint()
            view.horizontalScrollBar().setValue(self._start.x() - way.x())
            view.verticalScrollBar().setValue(self._start.y() - way.y())
        elif self._doing in (Doing.DRAW, Doing.BAND):
            self._draw(point)
        else:
            view.dragged.emit(point)

    def _begin(self, point: QPointF, held: Qt.KeyboardModifier) -> bool:
        assert self._from is not None
        way = (point - self._from).manhattanLength()
        if way < (1 if self._clock.hasExpired(DRAG_AFTER_MS) else DRAG_AFTER):
            return False
        view, cell = self.view, self._cell
        if cell is None:
            band = bool(held & Qt.KeyboardModifier.ShiftModifier)
            if not band and view.technician_under(self._from) is None:
                return False
            self._doing = Doing.BAND if band else Doing.DRAW
            return True
        if cell.bar.shape not in (Shape.WORK, Shape.VISIT):
            return False
        if self._grip is not None:
            self._doing = Doing.STRETCH
            view.stretched.emit(cell.bar.id, self._grip, self._from)
        else:
            self._doing = Doing.MOVE
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            view.grabbed.emit(view.looks.focused, self._from)
        # whoever was told may have called it off
        return self.dragging

    def over(self, point: QPointF) -> None:
        """Where a drag is, also one that began in the tray: scrolls near the border, opens a day it waits over."""
        self._at = point
        inside = self.view.viewport().rect().contains(point.toPoint())
        if inside and any(self._rolling()):
            if not self._roll.isActive():
                self._roll.start()
        else:
            self._roll.stop()
        day = self._head_under(point)
        if day != self._day:
            self._day = day
            if day is None:
                self._hold.stop()
            else:
                self._hold.start()

    def rest(self) -> None:
        """The drag is over."""
        self._roll.stop()
        self._hold.stop()
        self._day = None

    def _head_under(self, point: QPointF) -> object:
        """The day whose head a drag is over, in week view."""
        view = self.view
        if view.level == "day" or not -view.header.height() <= point.y() < 0:
            return None
        if not 0 <= point.x() < view.viewport().width():
            return None
        return view.scale.day_at(view.content(point).x())

    def _open_day(self) -> None:
        if self._day is not None:
            self.view.held_over.emit(self._day)
            self._day = None

    def _rolling(self) -> tuple[int, int]:
        """Pixels across and down by which the next frame scrolls."""
        view, found = self.view.viewport().rect(), []
        for at, end in ((self._at.x(), view.width()), (self._at.y(), view.height())):
            if at < EDGE:
                found.append(-int(FASTEST * (EDGE - max(at, 0)) / EDGE))
            elif at > end - EDGE:
                found.append(int(FASTEST * (EDGE - max(end - at, 0)) / EDGE))
            else:
                found.append(0)
        return found[0], found[1]

    def _roll_on(self) -> None:
        view, before = self.view, self.view.offset
        across, down = self._rolling()
        view.horizontalScrollBar().setValue(before.x() + across)
        view.verticalScrollBar().setValue(before.y() + down)
        if view.offset == before:
            self._roll.stop()
        elif self._doing in (Doing.DRAW, Doing.BAND):
            self._draw(self._at)
        else:
            view.dragged.emit(self._at)

    def _draw(self, point: QPointF) -> None:
        """The band, or the new booking on the row where the press began."""
        assert self._from is not None
        view = self.view
        self.over(point)
        start, end = view.content(self._from), view.content(point)
        if self._doing is Doing.DRAW:
            row = view.rows.at(start.y())
            assert isinstance(row, TechnicianRow)
            scale = view.scale
            snap = SNAP if scale.by_the_minute else SNAP_IN_CELL
            left, right = sorted((scale.x(scale.instant(start.x(), snap)), scale.x(scale.instant(end.x(), snap))))
            found = QRectF(left, row.top + 4, max(2.0, right - left), row.height - 8)
        else:
            found = QRectF(start, end).normalized()
        self._show_drawing(found)

    def _show_drawing(self, rect: QRectF | None) -> None:
        view = self.view
        for each in (view.drawing, rect):
            if each is not None:
                view.viewport().update(each.toAlignedRect().adjusted(-2, -2, 2, 2).translated(-view.offset))
        view.drawing = rect

    # let go

    def release(self, event: QMouseEvent) -> None:
        view, doing, point = self.view, self._doing, event.position()
        started, drawing, alone, cell = self._from, view.drawing, self._alone, self._cell
        if doing is not Doing.NOTHING and doing is not Doing.PAN and event.button() is not Qt.MouseButton.LeftButton:
            return
        self._reset()
        if doing in (Doing.MOVE, Doing.STRETCH):
            if view.viewport().rect().contains(point.toPoint()):
                view.dropped.emit(point)
            view.drag_ended.emit()
        elif doing is Doing.BAND and drawing is not None:
            self._select_in(drawing)
        elif doing is Doing.DRAW and drawing is not None and started is not None:
            self._ask_drawn(drawing, started)
        elif doing is Doing.NOTHING and alone and cell is not None:
            view.select(cell.bar.rows or (cell.bar.id,), focus=False)

    def _select_in(self, band: QRectF) -> None:
        found: set[int] = set(self.view.looks.selected)
        for row in self.view.rows.between(band.top(), band.bottom()):
            if isinstance(row, TechnicianRow):
                for cell in self.view.places.of(row):
                    box = cell.box
                    if cell.bar.rows and band.intersects(QRectF(box.left, box.top, box.width, box.height)):
                        found.update(cell.bar.rows)
        self.view.select(found)

    def _ask_drawn(self, drawing: QRectF, started: QPointF) -> None:
        view = self.view
        row = view.rows.at(view.content(started).y())
        if isinstance(row, TechnicianRow) and drawing.width() >= SHORTEST:
            snap = SNAP if view.scale.by_the_minute else SNAP_IN_CELL
            start, end = (view.scale.instant(x, snap) for x in (drawing.left(), drawing.right()))
            view.drawn.emit(row.technician.id, start, end)

    def _reset(self) -> None:
        self.rest()
        self._show_drawing(None)
        self._doing, self._from, self._cell, self._grip = Doing.NOTHING, None, None, None
        self.view.viewport().unsetCursor()

    def cancel(self) -> bool:
        """Ends whatever the button does, without a drop; False when it did nothing."""
        was = self._doing
        self._reset()
        if was in (Doing.MOVE, Doing.STRETCH):
            self.view.drag_ended.emit()
        return was is not Doing.NOTHING

    def double_click(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._reset()
        view, point = self.view, event.position()
        cell = view.cell_under(point)
        if cell is not None:
            view.opened.emit(view.looks.focused or cell.bar.id)
            return
        technician = view.technician_under(point)
        if technician is not None:
            snap = SNAP if view.scale.by_the_minute else SNAP_IN_CELL
            view.drawn.emit(technician, view.moment_under(point, snap), None)

    def menu(self, point: QPointF, at: QPoint) -> None:
        """Right button: selects what is under it, then the menu."""
        view = self.view
        self.hide_card()
        cell = view.cell_under(point)
        if cell is None:
            technician = view.technician_under(point)
            if technician is not None:
                snap = SNAP if view.scale.by_the_minute else SNAP_IN_CELL
                view.asked_row_menu.emit(technician, view.moment_under(point, snap), at)
            return
        bar = cell.bar
        focus = view.row_on(bar, view.scale.day_at(view.content(point).x())) if bar.rows else bar.id
        view.focus_on(focus)
        if view.looks.selected.isdisjoint(bar.rows or (bar.id,)):
            view.select(bar.rows or (bar.id,), focus=False)
        view.asked_menu.emit(focus, at)

    # hovering

    def _hover_over(self, point: QPointF) -> None:
        view = self.view
        cell = view.cell_under(point)
        self._at = point
        if self._grip_at(cell, point) is not None:
            view.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        elif cell is not None:
            view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            view.viewport().unsetCursor()
        if cell is not self._shown:
            self.hide_card()
        if cell is not None and self._shown is None:
            self._hover.start()

    def _show_card(self) -> None:
        cell = self.view.cell_under(self._at)
        if cell is not None and self._from is None:
            self._shown = cell
            self.view.hovered.emit(cell, self._at)

    def hide_card(self) -> None:
        self._hover.stop()
        if self._shown is not None:
            self._shown = None
            self.view.hovered.emit(None, QPointF())

    def leave(self) -> None:
        """The mouse has left the board."""
        self.hide_card()
