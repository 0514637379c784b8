"""The board: a scrolling view of rows and days with sticky names and header, mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from techsched.model.conflict import Conflict
from techsched.model.journey import day_journey
from techsched.model.kinds import Mode
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.wall import day_of, day_span, instant
from ui import fonts, theme
from ui.board.bars import Bar, Shape, week_days
from ui.board.edges import Header, Names
from ui.board.geometry import bar_at, box_of
from ui.board.ghost import Ghost, paint_deadline, paint_ghost
from ui.board.labels import Labels
from ui.board.painter import BoardPainter, Looks, TravelMark
from ui.board.rows import Rows, Sizes, TechnicianRow, build
from ui.board.scale import Scale, day_scale, week_scale

NAMES_WIDE = 252
HEADER_HIGH = 44
DRAG_AFTER = 4
EDGE = 32
"""Pixels from the border at which dragging scrolls."""
FASTEST = 24


class BoardView(QAbstractScrollArea):
    """Shows a schedule; keeps no truth of its own but what is selected, focused and where it looks.

    `chosen` tells the selected assignment and absence ids; `opened` a double click or Enter on one;
    `person_chosen` a click on a name; `grabbed` a bar picked up by mouse; `asked_menu` a context menu.
    """

    chosen = Signal(object)
    opened = Signal(object)
    person_chosen = Signal(object)
    asked_menu = Signal(object, QPoint)
    grabbed = Signal(object, QPointF)
    dragged = Signal(QPointF)
    dropped = Signal(QPointF)
    drag_ended = Signal()
    day_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.labels = Labels()
        self.language = "en"
        self.schedule: Schedule | None = None
        self.conflicts: tuple[Conflict, ...] = ()
        self.now: Instant = 0
        self.level = "week"
        self.day = date(2026, 1, 1)
        self.looks = Looks()
        self.ghost: Ghost | None = None
        self.deadline: Instant | None = None
        self.order: dict[int, int] | None = None
        self.fits: dict[int, tuple[str, str, int | None]] = {}
        """While placing: technician id to (verdict, reason, rank)."""
        self.sizes = Sizes()
        self.rows = Rows([], 0)
        self.scale = Scale(week_days(self.day), "Europe/Madrid", 172, 48)
        self.header = Header(self)
        self.names = Names(self)
        self.setViewportMargins(NAMES_WIDE, HEADER_HIGH, 0, 0)
        self._pressed: tuple[QPointF, Bar | None] | None = None
        self._dragging = False
        self._focus: tuple[int, int] | None = None
        self._legs: dict[int, list[TravelMark]] = {}
        self._shades: dict[int, list[tuple[float, float]]] = {}
        theme.choice.changed.connect(self._restyle)
        fonts.text_size.changed.connect(self._resize_text)
        self.setAccessibleName(self.tr("Board"))

    # what is shown

    @property
    def days(self) -> Days:
        return week_days(self.day) if self.level == "week" else Days.single(self.day)

    def show_schedule(self, schedule: Schedule, conflicts: Iterable[Conflict], now: Instant) -> None:
        self.schedule = schedule
        self.conflicts = tuple(conflicts)
        self.now = now
        self.rebuild()

    def look_at(self, level: str, day: date) -> None:
        """Week or day level around a day; keeps the selection."""
        fresh = (level, self.days) != (self.level, week_days(day) if level == "week" else Days.single(day))
        self.level, self.day = level, day
        self.rebuild()
        if fresh and level == "day":
            start = instant(day, 6 * 60 + 50, self.scale.zone)
            self.horizontalScrollBar().setValue(int(self.scale.x(start)))

    def rebuild(self) -> None:
        """Rows, scale and travel anew from the schedule."""
        if self.schedule is None:
            return
        zone = self.schedule.office.zone
        percent = fonts.text_size.percent / 100
        self.sizes = Sizes(*(round(size * percent) for size in (36, 24, 28, 24)))
        self.rows = build(self.schedule, self.days, self.now, self.conflicts, self.sizes, self.order)
        if self.level == "week":
            self.scale = week_scale(self.days, zone, self.viewport().width())
        else:
            self.scale = day_scale(self.day, zone, max(72.0, self.viewport().width() / 13.2))
        self._legs = {row.technician.id: self._legs_of(row) for row in self.rows.technicians}
        self._shades = {}
        if self.scale.by_the_minute:
            for row in self.rows.technicians:
                self._shades[row.technician.id] = self._off_hours(row)
        self._fit_bars()
        self.viewport().update()
        self.header.update()
        self.names.update()

    def _legs_of(self, row: TechnicianRow) -> list[TravelMark]:
        """Trips beside the shown bookings; in a cell view only those of visits."""
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

    def _off_hours(self, row: TechnicianRow) -> list[tuple[float, float]]:
        """Stretches of the shown days outside the technician's own pattern, as x."""
        assert self.schedule is not None
        found = []
        for day in self.days:
            left, right = self.scale.left(day), self.scale.right(day)
            at = left
            for hours in self.schedule.pattern_on(row.technician.id, day):
                start = self.scale.x(instant(day, hours.start, row.technician.zone))
                end_minute = hours.end if hours.end > hours.start else hours.end + 1440
                end = self.scale.x(instant(day, min(end_minute, 1440), row.technician.zone))
                found.append((at, max(at, start)))
                at = min(end, right)
            found.append((at, right))
        return [(a, b) for a, b in found if b > a]

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
        if self.schedule is None:
            return {}
        found = {}
        for day in self.days:
            held = self.schedule.holidays_on(self.schedule.office.calendar, day)
            if held:
                found[day] = held[0].name
        return found

    # painting

    def painter(self) -> BoardPainter:
        zone = self.schedule.office.zone if self.schedule is not None else "UTC"
        layers = BoardPainter(self.labels, self.sizes, self.language, zone).at(self.now)
        layers.view_left = float(self.offset.x())
        layers.view_right = layers.view_left + self.viewport().width()
        return layers

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.offset
        painter.translate(-offset)
        self.paint(painter, QRectF(event.rect().translated(offset)))
        painter.end()

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """All layers, in content coordinates; also for pictures."""
        layers = self.painter()
        painter.setClipRect(clip)
        layers.background(painter, clip, self.rows, self.scale, self.holidays(), self.looks)
        detailed = self.scale.by_the_minute
        if detailed:
            ticks = [x for _, x, _ in self.scale.ticks()]
            layers.hours(painter, clip, self.rows, self.scale, self._shades, ticks)
        if self.now:
            layers.now_line(painter, clip, self.scale, self.now)
        layers.travel(painter, clip, self.rows, self.scale, self._legs_beside_ghost(), detailed, self.looks)
        layers.bars(painter, clip, self.rows, self.scale, self.looks)
        if self.deadline is not None:
            paint_deadline(painter, clip, self.scale, self.deadline)
        if self.ghost is not None:
            row = self.rows.of(self.ghost.technician_id)
            if row is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_ghost(painter, self.ghost, row, self.scale, self.sizes, layers)

    def _legs_beside_ghost(self) -> dict[int, list[TravelMark]]:
        """Trips as they are, without those that the ghost would change."""
        ghost = self.ghost
        if ghost is None:
            return self._legs
        start = ghost.start - (ghost.before or 0) * 60
        end = ghost.end + (ghost.after or 0) * 60
        kept = [leg for leg in self._legs.get(ghost.technician_id, ()) if leg.end <= start or leg.start >= end]
        return {**self._legs, ghost.technician_id: kept}

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx:
            # labels of long bars stand at the view's edge and move along it
            self.viewport().update()
            self.header.update()
        else:
            self.viewport().scroll(0, dy)
        if dy:
            self.names.scroll(0, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.names.setGeometry(QRect(0, HEADER_HIGH, NAMES_WIDE, self.viewport().height()))
        self.header.setGeometry(QRect(0, 0, NAMES_WIDE + self.viewport().width(), HEADER_HIGH))
        self.rebuild()

    def _restyle(self) -> None:
        self.viewport().update()
        self.header.update()
        self.names.update()

    def _resize_text(self) -> None:
        self.labels.clear()
        self.rebuild()

    def sizeHint(self) -> QSize:
        return QSize(1100, 640)

    # where things are

    def content(self, point: QPointF) -> QPointF:
        return point + QPointF(self.offset)

    def bar_under(self, point: QPointF) -> Bar | None:
        """The bar under a point of the viewport."""
        at = self.content(point)
        row = self.rows.at(at.y())
        if not isinstance(row, TechnicianRow):
            return None
        return bar_at(row, at.x(), at.y(), self.scale, self.sizes)

    def technician_under(self, point: QPointF) -> int | None:
        row = self.rows.at(self.content(point).y())
        return row.technician.id if isinstance(row, TechnicianRow) else None

    def moment_under(self, point: QPointF, snap: int) -> Instant:
        return self.scale.instant(self.content(point).x(), snap)

    def rect_of(self, id: int) -> QRect | None:
        """Viewport rectangle of the bar with that assignment or absence; None when it is not shown."""
        for row in self.rows.technicians:
            for bar in row.bars:
                if id in bar.rows or id == bar.absence_id:
                    box = box_of(bar, row, self.scale, self.sizes)
                    rect = QRectF(box.left, box.top, box.width, box.height).toRect()
                    return rect.translated(-self.offset)
        return None

    def bar_of(self, id: int) -> Bar | None:
        for row in self.rows.technicians:
            for bar in row.bars:
                if id in bar.rows or id == bar.absence_id:
                    return bar
        return None

    def reveal(self, id: int) -> None:
        """Scrolls a bar into view."""
        rect = self.rect_of(id)
        if rect is not None:
            self._scroll_to(rect)

    def _scroll_to(self, rect: QRect) -> None:
        view = self.viewport().rect()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if rect.top() < 8:
            down.setValue(down.value() + rect.top() - 8)
        elif rect.bottom() > view.bottom() - 8:
            down.setValue(down.value() + rect.bottom() - view.bottom() + 8)
        if rect.left() < 0 and self.scale.by_the_minute:
            across.setValue(across.value() + rect.left() - 40)
        elif rect.right() > view.right() and rect.width() < view.width():
            across.setValue(across.value() + rect.right() - view.right() + 40)

    # selecting

    def select(self, ids: Iterable[int], *, focus: bool = True) -> None:
        self.looks.selected = frozenset(ids)
        if focus and self.looks.selected:
            self.looks.focused = next(iter(self.looks.selected))
        self.viewport().update()
        self.chosen.emit(self.looks.selected)

    def _bars_in_order(self) -> list[tuple[int, Bar]]:
        return [
            (row.technician.id, bar)
            for row in self.rows.technicians
            for bar in sorted(row.bars, key=lambda b: (b.start, b.lane))
        ]

    def step_focus(self, across: int, down: int) -> None:
        """Moves the focus to the next bar of the row, or to the bar of the next row nearest in time."""
        order = self._bars_in_order()
        if not order:
            return
        here = self.bar_of(self.looks.focused) if self.looks.focused is not None else None
        if here is None:
            self._focus_on(order[0][1])
            return
        if across:
            row = [bar for id, bar in order if id == here.technician_id]
            place = next((n for n, bar in enumerate(row) if bar.id == here.id), 0) + across
            if 0 <= place < len(row):
                self._focus_on(row[place])
            return
        people = [row.technician.id for row in self.rows.technicians]
        place = people.index(here.technician_id) + down
        while 0 <= place < len(people):
            row = [bar for id, bar in order if id == people[place]]
            if row:
                self._focus_on(min(row, key=lambda b: abs(b.start - here.start)))
                return
            place += down

    def _focus_on(self, bar: Bar) -> None:
        self.looks.focused = bar.id
        self.select(bar.rows or (bar.id,), focus=False)
        self.reveal(bar.id)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        bar = self.bar_under(event.position())
        if event.button() is Qt.MouseButton.RightButton:
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = (event.position(), bar)
        if bar is None:
            self.looks.focused = None
            self.select(())
            return
        ids = set(bar.rows or (bar.id,))
        if bar.shape is Shape.WORK and len(bar.rows) > 1 and self.schedule is not None:
            # a click on one day of a long bar means that day
            day = self.scale.day_at(self.content(event.position()).x())
            ids = set(bar.rows)
            self.looks.focused = self._row_on(bar, day)
        else:
            self.looks.focused = bar.id
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            ids = set(self.looks.selected ^ frozenset(ids))
        self.select(ids, focus=False)

    def _row_on(self, bar: Bar, day: date) -> int:
        from techsched.model.assignment import Assignment

        assert self.schedule is not None
        for id in bar.rows:
            if self.schedule.row(Assignment, id).day == day:
                return id
        return bar.rows[0]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            bar = self.bar_under(event.position())
            shape = Qt.CursorShape.PointingHandCursor if bar is not None else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        start, bar = self._pressed
        if not self._dragging:
            if bar is None or bar.shape not in (Shape.WORK, Shape.VISIT):
                return
            if (event.position() - start).manhattanLength() < DRAG_AFTER:
                return
            self._dragging = True
            self.grabbed.emit(self.looks.focused, start)
        self.edge_scroll(event.position())
        self.dragged.emit(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging = self._dragging
        self._pressed, self._dragging = None, False
        if dragging:
            if self.viewport().rect().contains(event.position().toPoint()):
                self.dropped.emit(event.position())
            self.drag_ended.emit()

    def cancel_drag(self) -> bool:
        """Ends a drag without a drop; False when there was none."""
        was, self._dragging, self._pressed = self._dragging, False, None
        if was:
            self.drag_ended.emit()
        return was

    @property
    def dragging(self) -> bool:
        return self._dragging

    def edge_scroll(self, point: QPointF) -> None:
        view = self.viewport().rect()
        for bar, at, end in (
            (self.verticalScrollBar(), point.y(), view.height()),
            (self.horizontalScrollBar(), point.x(), view.width()),
        ):
            if at < EDGE:
                bar.setValue(bar.value() - int(FASTEST * (EDGE - max(at, 0)) / EDGE))
            elif at > end - EDGE:
                bar.setValue(bar.value() + int(FASTEST * (EDGE - max(end - at, 0)) / EDGE))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_under(event.position())
        self._pressed = None
        if bar is not None:
            self.opened.emit(self.looks.focused or bar.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if self.looks.focused is not None:
                rect = self.rect_of(self.looks.focused)
                at = rect.center() if rect is not None else self.viewport().rect().center()
                self.asked_menu.emit(self.looks.focused, self.viewport().mapToGlobal(at))
            return
        point = QPointF(self.viewport().mapFrom(self, event.pos()))
        bar = self.bar_under(point)
        if bar is not None:
            focus = self._row_on(bar, self.scale.day_at(self.content(point).x())) if bar.rows else bar.id
            self.looks.focused = focus
            if not self.looks.selected.intersection(bar.rows or (bar.id,)):
                self.select(bar.rows or (bar.id,), focus=False)
            self.asked_menu.emit(focus, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()) // 2)
            event.accept()
            return
        super().wheelEvent(event)

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in moves and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.step_focus(*moves[key])
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.looks.focused is not None:
            self.opened.emit(self.looks.focused)
            return
        if key is Qt.Key.Key_Escape and self.cancel_drag():
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.looks.focused is None and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self.step_focus(0, 1)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Board"))
        return super().event(event)


def visible_span(days: Days, zone: str) -> tuple[Instant, Instant]:
    first = day_span(days.first, zone).start
    last = day_span(days.last or days.first, zone).end
    return first, last


def around(day: date, days: int) -> Days:
    return Days(day - timedelta(days=days), day + timedelta(days=days + 1))


__all__ = ["BoardView", "Callable", "Mode", "around", "day_of", "visible_span"]
