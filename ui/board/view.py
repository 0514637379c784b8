"""The board: a scrolling view of rows and days with sticky names and header."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.journey import day_journey
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.wall import instant
from ui import fonts, theme
from ui.board.bars import Bar, Shape, week_days
from ui.board.edges import Header, Names
from ui.board.geometry import Cell, Places
from ui.board.ghost import Ghost, ghost_rect, paint_deadline, paint_ghost
from ui.board.keys import Keys
from ui.board.labels import Labels
from ui.board.painter import BoardPainter, Looks, TravelMark, around
from ui.board.pointer import Pointer
from ui.board.rows import Marks, Rows, Sizes, TechnicianRow, build, marks_of
from ui.board.scale import Scale, day_scale, week_scale
from ui.board.strokes import Strokes

NAMES_WIDE = 252
HEADER_HIGH = 44
HOURS_SHOWN = 13.2
PIECES = 2
"""So many pieces of a frame are painted one by one, more as their hull."""
OPENS_AT = 6 * 60 + 50
"""Wall minute at the left edge of a day that is opened."""


class BoardView(QAbstractScrollArea):
    """Shows a schedule; keeps no truth of its own but what is selected, focused and where it looks.

    `chosen` tells the selected assignment and absence ids; `opened` a double click or Enter on one;
    `person_chosen` a click on a name; `asked_menu` a context menu of a booking, an absence or (None) a row.
    `grabbed(id, where)` a bar picked up by mouse, `stretched(id, is_end, where)` one of its edges; then `dragged`,
    `dropped` and `drag_ended`. `drawn(technician_id, start, end)` is asked for on empty ground; `hovered(Cell | None,
    where)`; `held_over(day)` a drag that waits over a day's head. `moved(minutes, rows)` and
    `resized(minutes)` are wishes by key for what is selected.
    """

    chosen = Signal(object)
    opened = Signal(object)
    person_chosen = Signal(object)
    asked_menu = Signal(object, QPoint)
    asked_row_menu = Signal(object, object, QPoint)
    grabbed = Signal(object, QPointF)
    stretched = Signal(object, bool, QPointF)
    dragged = Signal(QPointF)
    dropped = Signal(QPointF)
    drag_ended = Signal()
    drawn = Signal(object, object, object)
    hovered = Signal(object, QPointF)
    held_over = Signal(object)
    moved = Signal(int, int)
    resized = Signal(int)
    focus_moved = Signal()
    shown = Signal()
    """Rows or places are other ones now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.labels = Labels()
        self.strokes = Strokes(self.labels, "en")
        self.ratio: float | None = None
        """Device pixels for a picture; None is the screen's."""
        self.schedule: Schedule | None = None
        self.now: Instant = 0
        self.level = "week"
        self.day = date(2026, 1, 1)
        self.looks = Looks()
        self.ghosts: tuple[Ghost, ...] = ()
        self.deadline: Instant | None = None
        self.order: dict[int, int] | None = None
        self.fits: dict[int, tuple[str, str, int | None]] = {}
        """While placing: technician id to (verdict, reason, rank)."""
        self.drawing: QRectF | None = None
        """The band or the new visit that is being drawn, in content coordinates."""
        self.sizes = Sizes()
        self.rows = Rows([], 0)
        self.scale = Scale(week_days(self.day), "Europe/Madrid", 172, 48)
        self.places = Places(self.rows, self.scale, self.sizes)
        self.header = Header(self)
        self.names = Names(self)
        self.setViewportMargins(NAMES_WIDE, HEADER_HIGH, 0, 0)
        self.pointer = Pointer(self)
        self.keys = Keys(self)
        self.conflicts: tuple[Conflict, ...] = ()
        self._marks: Marks = {}
        self._layers = BoardPainter(self.strokes, self.sizes)
        self.ticks: list[tuple[int, str]] = []
        """Full hours of a day view: x and wall clock."""
        self._holidays: dict[date, str] = {}
        self._legs: dict[int, list[TravelMark]] = {}
        self._shades: dict[int, list[tuple[int, int]]] = {}
        theme.choice.changed.connect(self._restyle)
        fonts.text_size.changed.connect(self._resize_text)
        self.setAccessibleName(self.tr("Board"))

    @property
    def language(self) -> str:
        return self.strokes.language

    @language.setter
    def language(self, code: str) -> None:
        self.strokes.language = code
        self.strokes.clear()
        self._restyle()

    # what is shown

    @property
    def days(self) -> Days:
        return week_days(self.day) if self.level == "week" else Days.single(self.day)

    def show_schedule(
        self,
        schedule: Schedule,
        conflicts: Iterable[Conflict],
        now: Instant,
        level: str | None = None,
        day: date | None = None,
    ) -> None:
        """Everything anew, at another level or day where one is given; the selection stays."""
        self.schedule, self.now = schedule, now
        self.conflicts = tuple(conflicts)
        self._marks = marks_of(self.conflicts)
        opened = level == "day" and self.level != "day"
        self.level, self.day = level or self.level, day or self.day
        self.rebuild()
        if opened:
            start = instant(self.day, OPENS_AT, self.scale.zone)
            self.horizontalScrollBar().setValue(int(self.scale.x(start)))

    def show_change(
        self, schedule: Schedule, conflicts: Iterable[Conflict], now: Instant, touched: Container[int]
    ) -> None:
        """Rows of the touched technicians anew, and those whose marks or whose hour have changed."""
        self.conflicts = tuple(conflicts)
        marks = marks_of(self.conflicts)
        stale = {row.technician.id for row in self.rows.technicians if row.technician.id in touched}
        for id in marks.keys() | self._marks.keys():
            row = self.rows.row_of(id)
            if row is not None and marks.get(id) != self._marks.get(id):
                stale.add(row.technician.id)
        for row in self.rows.technicians:
            if any(self.now < edge <= now for bar in row.bars for edge in (bar.start, bar.end)):
                stale.add(row.technician.id)
        self.schedule, self.now, self._marks = schedule, now, marks
        self._rebuild(stale)

    def rebuild(self) -> None:
        """Rows, scale and travel anew from the schedule."""
        self._rebuild(None)

    def _rebuild(self, stale: set[int] | None) -> None:
        if self.schedule is None:
            return
        percent = fonts.text_size.percent / 100
        sizes = Sizes(*(round(size * percent) for size in (36, 24, 28, 24)))
        before = self.rows if stale is not None and sizes == self.sizes else None
        self.sizes = sizes
        self.rows = build(
            self.schedule,
            self.days,
            self.now,
            self._marks,
            sizes,
            self.order,
            before=before,
            stale=stale or (),
        )
        self._holidays = self._find_holidays()
        self._lay(stale if before is not None else None)

    def _lay(self, stale: set[int] | None = None) -> None:
        """Scale and places anew; with `stale`, only of those technicians' rows where nothing else has moved."""
        if self.schedule is None:
            return
        zone = self.schedule.office.zone
        room = self.viewport().width()
        if self.level == "week":
            scale = week_scale(self.days, zone, room)
        else:
            scale = day_scale(self.day, zone, max(72.0, room / HOURS_SHOWN))
        before, self.scale = self.scale, scale
        same = stale is not None and scale == before
        if scale != before:
            self.ticks = [(round(x), told) for _, x, told in scale.ticks()]
        old = self.places
        self.places = Places(self.rows, scale, self.sizes)
        if same and stale is not None:
            self.places.keep(old, stale)
            for id in stale:
                self._legs.pop(id, None)
                self._shades.pop(id, None)
        else:
            self._legs, self._shades = {}, {}
        self._layers.sizes = self.sizes
        self._fit_bars()
        self.viewport().update()
        self.header.update()
        self.names.update()
        self.shown.emit()

    def _legs_of(self, row: TechnicianRow) -> list[TravelMark]:
        """Trips beside the shown bookings; in a cell view only those of visits."""
        found = self._legs.get(row.technician.id)
        if found is None:
            found = self._legs[row.technician.id] = self._find_legs(row)
        ghost = next((ghost for ghost in self.ghosts if ghost.technician_id == row.technician.id), None)
        if ghost is None:
            return found
        start = ghost.start - (ghost.before or 0) * 60
        end = ghost.end + (ghost.after or 0) * 60
        # trips that the ghost would change
        return [leg for leg in found if leg.end <= start or leg.start >= end]

    def _find_legs(self, row: TechnicianRow) -> list[TravelMark]:
        assert self.schedule is not None
        bar_of = {id: bar for bar in row.bars for id in bar.rows}
        detailed = self.scale.by_the_minute
        found = []
        for day in self.days:
            for leg in day_journey(self.schedule, row.technician.id, day):
                arrives = leg.to_row is not None
                bar = bar_of.get(leg.to_row or leg.from_row or 0)
                if leg.minutes is None or bar is None or not (detailed or bar.shape is Shape.VISIT):
                    continue
                found.append(TravelMark(bar.lane, leg.depart, leg.arrive, leg.minutes, arrives, bar))
        return found

    def _shades_of(self, row: TechnicianRow) -> list[tuple[int, int]]:
        """Stretches of the shown days outside the technician's own pattern, as left and width."""
        held = self._shades.get(row.technician.id)
        if held is not None:
            return held
        assert self.schedule is not None
        found: list[tuple[int, int]] = []
        for day in self.days:
            edges = [round(self.scale.left(day))]
            for hours in self.schedule.pattern_on(row.technician.id, day):
                until = hours.end if hours.end > hours.start else 24 * 60
                for minute in (hours.start, until):
                    edges.append(round(self.scale.x(instant(day, minute, row.technician.zone))))
            edges.append(round(self.scale.right(day)))
            found.extend((a, b - a) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a)
        self._shades[row.technician.id] = found
        return found

    def _fit_bars(self) -> None:
        view = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, int(self.scale.width) - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(24)
        down.setRange(0, max(0, self.rows.height + 24 - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(self.sizes.row)

    @property
    def offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def holidays(self) -> dict[date, str]:
        return self._holidays

    def _find_holidays(self) -> dict[date, str]:
        if self.schedule is None:
            return {}
        found = {}
        for day in self.days:
            held = self.schedule.holidays_on(self.schedule.office.calendar, day)
            if held:
                found[day] = held[0].name
        return found

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        offset = self.offset
        painter = QPainter(self.viewport())
        painter.translate(-offset)
        region, ratio = event.region(), self.ratio or self.viewport().devicePixelRatioF()
        if region.rectCount() <= PIECES:
            # the strip that a scroll exposes, and little beside it
            for rect in cast("Iterable[QRect]", region):
                piece = rect.translated(offset)
                painter.setClipRect(piece)
                self.paint(painter, QRectF(piece), ratio)
        else:
            painter.setClipRegion(region.translated(offset))
            self.paint(painter, QRectF(region.boundingRect().translated(offset)), ratio)
        painter.end()

    def paint(self, painter: QPainter, clip: QRectF, ratio: float) -> None:
        """All layers that meet `clip`, in content coordinates; the caller clips. `ratio` is of device pixels."""
        if self.strokes.begin(ratio):
            self.places.fade()
        layers, places = self._layers, self.places
        layers.now = self.now
        layers.view_left = float(self.offset.x())
        layers.view_right = layers.view_left + self.viewport().width()
        layers.background(painter, clip, places, self._holidays, self.looks)
        if self.scale.by_the_minute:
            layers.hours(painter, clip, places, self._shades_of, self.ticks)
        if self.now:
            layers.now_line(painter, clip, self.scale, self.now)
        layers.travel(painter, clip, places, self._legs_of, self.looks)
        layers.bars(painter, clip, places, self.looks)
        if self.deadline is not None:
            paint_deadline(painter, clip, self.scale, self.deadline, self.strokes)
        for ghost in self.ghosts:
            row = self.rows.of(ghost.technician_id)
            if row is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_ghost(painter, ghost, row, self.scale, self.sizes, self.strokes)
        if self.drawing is not None:
            painter.setPen(QPen(theme.current().color("accent"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(theme.current().color("accent", 0.12))
            painter.drawRoundedRect(self.drawing.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def hang(self, ghosts: Iterable[Ghost]) -> None:
        """Shows these ghosts instead of those before; only their rows are painted anew."""
        fresh = tuple(ghosts)
        for ghost in (*self.ghosts, *fresh):
            row = self.rows.of(ghost.technician_id)
            if row is not None:
                strip = QRect(0, row.top - 8, int(self.scale.width) + 1, row.height + 16)
                self.viewport().update(strip.translated(-self.offset))
        self.ghosts = fresh

    def ghost_under(self) -> QRect | None:
        """Where the first ghost hangs in the viewport."""
        for ghost in self.ghosts:
            row = self.rows.of(ghost.technician_id)
            if row is not None:
                return ghost_rect(ghost, row, self.scale, self.sizes).toRect().translated(-self.offset)
        return None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        if dx:
            self._move_labels(dx)
            self.header.update()
        if dy:
            self.names.scroll(0, dy)

    def _move_labels(self, dx: int) -> None:
        """Labels of bars that reach beyond an edge stay there: their bars are painted anew after a scroll."""
        offset, view = self.offset, self.viewport().rect()
        for row in self.rows.between(offset.y(), offset.y() + view.height()):
            if not isinstance(row, TechnicianRow):
                continue
            for cell in self.places.of(row):
                box = cell.box
                left, right = box.left - offset.x(), box.right - offset.x()
                beyond = (left < 0 or left < dx) and right > 0
                tagged = cell.bar.uncovered and right > view.width() + min(0, dx) and left < view.width()
                if beyond or tagged:
                    self.viewport().update(around(cell).translated(-offset) & view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.names.setGeometry(QRect(0, HEADER_HIGH, NAMES_WIDE, self.viewport().height()))
        self.header.setGeometry(QRect(0, 0, NAMES_WIDE + self.viewport().width(), HEADER_HIGH))
        self._lay()

    def _restyle(self) -> None:
        self.places.fade()
        self.viewport().update()
        self.header.update()
        self.names.update()

    def _resize_text(self) -> None:
        self.labels.clear()
        self.strokes.clear()
        self.rebuild()

    def sizeHint(self) -> QSize:
        return QSize(1100, 640)

    # where things are

    def content(self, point: QPointF) -> QPointF:
        return point + QPointF(self.offset)

    def cell_under(self, point: QPointF) -> Cell | None:
        """The cell under a point of the viewport."""
        at = self.content(point)
        return self.places.at(at.x(), at.y())

    def bar_under(self, point: QPointF) -> Bar | None:
        cell = self.cell_under(point)
        return cell.bar if cell is not None else None

    def technician_under(self, point: QPointF) -> int | None:
        row = self.rows.at(self.content(point).y())
        return row.technician.id if isinstance(row, TechnicianRow) else None

    def moment_under(self, point: QPointF, snap: int) -> Instant:
        return self.scale.instant(self.content(point).x(), snap)

    def rect_of(self, id: int) -> QRect | None:
        """Viewport rectangle of the bar with that assignment or absence; None when it is not shown."""
        cell = self.places.cell(id)
        if cell is None:
            return None
        box = cell.box
        return QRect(box.left, box.top, box.width, box.height).translated(-self.offset)

    def bar_of(self, id: int) -> Bar | None:
        row = self.rows.row_of(id)
        if row is None:
            return None
        return next((bar for bar in row.bars if id in bar.rows or id == bar.absence_id), None)

    def reveal(self, id: int) -> None:
        """Scrolls a bar into view."""
        rect = self.rect_of(id)
        if rect is not None:
            self.reveal_rect(rect)

    def reveal_row(self, technician_id: int) -> None:
        row = self.rows.of(technician_id)
        if row is not None:
            rect = QRect(self.offset.x(), row.top, 1, row.height)
            self.reveal_rect(rect.translated(-self.offset))

    def reveal_rect(self, rect: QRect) -> None:
        """Scrolls so far that the rectangle of the viewport is seen."""
        view = self.viewport().rect()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if rect.top() < 8:
            down.setValue(down.value() + rect.top() - 8)
        elif rect.bottom() > view.bottom() - 8:
            down.setValue(down.value() + rect.bottom() - view.bottom() + 8)
        if rect.width() >= view.width():
            return
        if rect.left() < 0:
            across.setValue(across.value() + rect.left() - 40)
        elif rect.right() > view.right():
            across.setValue(across.value() + rect.right() - view.right() + 40)

    def row_on(self, bar: Bar, day: date) -> int:
        """The booking of a bar that stands for a day, or its first."""
        assert self.schedule is not None
        for id in bar.rows:
            if self.schedule.row(Assignment, id).day == day:
                return id
        return bar.id

    # selecting

    def select(self, ids: Iterable[int], *, focus: bool = True) -> None:
        before = self.looks.selected, self.looks.focused
        self.looks.selected = frozenset(ids)
        if focus and self.looks.selected and self.looks.focused not in self.looks.selected:
            self.looks.focused = min(self.looks.selected)
        self.looks.focused_row = None
        self._repaint_looks(*before)
        self.chosen.emit(self.looks.selected)

    def _repaint_looks(self, selected: frozenset[int], focused: int | None) -> None:
        """Paints anew what was or is selected or focused."""
        ids = {*selected, *self.looks.selected, focused, self.looks.focused}
        for id in ids:
            cell = self.places.cell(id) if id is not None else None
            if cell is not None:
                self.viewport().update(around(cell).translated(-self.offset))
        self.names.update()

    def focus_on(self, id: int | None) -> None:
        """Moves the keyboard's place without selecting."""
        before = self.looks.selected, self.looks.focused
        self.looks.focused = id
        self.looks.focused_row = None
        self._repaint_looks(*before)
        self.focus_moved.emit()

    def focus_row(self, technician_id: int) -> None:
        """Moves the keyboard's place to a row's head."""
        before = self.looks.selected, self.looks.focused
        self.looks.focused = None
        self.looks.focused_row = technician_id
        self._repaint_looks(*before)
        self.focus_moved.emit()

    def visible_cells(self) -> list[Cell]:
        """Cells that are seen at least in part, row by row."""
        offset, view = self.offset, self.viewport().rect()
        found = []
        for row in self.rows.between(offset.y(), offset.y() + view.height()):
            if isinstance(row, TechnicianRow):
                for cell in self.places.of(row):
                    box = cell.box
                    if view.translated(offset).intersects(QRect(box.left, box.top, box.width, box.height)):
                        found.append(cell)
        return found

    # mouse and keys

    @property
    def dragging(self) -> bool:
        return self.pointer.dragging

    def cancel_drag(self) -> bool:
        """Ends a drag without a drop; False when there was none."""
        return self.pointer.cancel()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.dragging:
            # the right button calls a drag off
            self.cancel_drag()
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.keys.menu()
            return
        self.pointer.menu(QPointF(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()) // 2)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.looks.focused is None and self.looks.focused_row is None and event.reason() in _BY_KEY:
            self.keys.begin()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.pointer.leave()
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Board"))
        return super().event(event)


_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
