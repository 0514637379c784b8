"""The board's painted layers: background, bars, travel, conflicts, now line. For screen and picture alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from techsched.model.kinds import Severity
from techsched.model.span import Instant
from ui.board.bar_look import Seen, dress_of, paint_bar, paint_label, paint_plate
from ui.board.bars import Bar, Progress, Shape
from ui.board.geometry import Cell, Days2Pixels, Places
from ui.board.rows import GroupRow, Sizes, TechnicianRow
from ui.board.strokes import RADIUS, TICK, Strokes

SPILL = 240
"""Pixels behind a chip that its client's name may take."""
SPILL_FROM = 56
ROUND = 6
"""Pixels around a bar that its rings and disc take; the disc stands higher."""
LIFT = 10
BETWEEN_TICKS = 6
"""Length of a trip where a day is a cell: its ends alone are told."""


@dataclass(frozen=True, slots=True)
class TravelMark:
    """A leg drawn before or after a booking: pixels come from its instants."""

    lane: int
    start: Instant
    end: Instant
    minutes: int
    arrives: bool
    """True before a booking, False for the way home after it."""
    bar: Bar
    """The booking that it belongs to; in a cell view the mark stands at its edge."""


@dataclass(slots=True)
class Looks:
    """What changes how rows are painted: selection, focus, verdict washes, faded rows."""

    selected: frozenset[int] = frozenset()
    focused: int | None = None
    selected_row: int | None = None
    focused_row: int | None = None
    """A row whose head the keyboard is on."""
    wash: dict[int, str] = field(default_factory=dict)
    """Technician id to a theme role ('goodsoft', 'warnsoft')."""
    faded: frozenset[int] = frozenset()
    lifted: frozenset[int] = frozenset()
    """Assignments that are being dragged: drawn at a quarter."""

    def holds(self, bar: Bar) -> bool:
        """Whether the bar is selected, in whole or part."""
        if not self.selected:
            return False
        return bar.absence_id in self.selected or not self.selected.isdisjoint(bar.rows)


class BoardPainter:
    """Paints in content coordinates; the caller has set the clip and the origin.

    `view_left` and `view_right` are the edges of what is seen: labels of bars that reach beyond stand there.
    """

    def __init__(self, strokes: Strokes, sizes: Sizes) -> None:
        self.strokes = strokes
        self.sizes = sizes
        self.now: Instant | None = None
        self.view_left = 0.0
        self.view_right = float("inf")

    # background

    def background(
        self,
        painter: QPainter,
        clip: QRectF,
        places: Places,
        holidays: dict[date, str],
        looks: Looks,
    ) -> None:
        strokes, scale, rows = self.strokes, places.scale, places.rows
        painter.fillRect(clip, strokes.ink("surface"))
        bottom = max(clip.bottom(), float(rows.height))
        for day in scale.days:
            left, right = scale.left(day), scale.right(day)
            if right < clip.left() or left > clip.right():
                continue
            shade = "holiday" if day in holidays else "weekend" if day.weekday() >= 5 else None
            if shade is not None:
                painter.fillRect(QRectF(left, 0, right - left, bottom), strokes.ink(shade))
        shown = rows.between(clip.top(), clip.bottom())
        left, width = int(clip.left()) - 1, int(clip.width()) + 2
        for item in shown:
            if isinstance(item, TechnicianRow):
                role = looks.wash.get(item.technician.id)
                if role is None and looks.selected_row == item.technician.id:
                    role = "selected"
                if role is not None:
                    painter.fillRect(left, item.top, width, item.height, strokes.ink(role))
        hair = strokes.ink("hair")
        top, high = int(clip.top()) - 1, int(clip.height()) + 2
        for day in scale.days:
            painter.fillRect(round(scale.right(day)) - 1, top, 1, high, hair)
        for item in shown:
            if isinstance(item, GroupRow):
                self._group(painter, left, width, item, scale)
            painter.fillRect(left, item.top + item.height - 1, width, 1, hair)

    def hours(
        self,
        painter: QPainter,
        clip: QRectF,
        places: Places,
        shades: Callable[[TechnicianRow], Sequence[tuple[int, int]]],
        ticks: Iterable[tuple[int, str]],
    ) -> None:
        """Day view: off-hours shade per person (left and width in x) and the hour lines."""
        shade, hair = self.strokes.ink("weekend"), self.strokes.ink("hair")
        for row in places.rows.between(clip.top(), clip.bottom()):
            if isinstance(row, TechnicianRow):
                for left, width in shades(row):
                    painter.fillRect(left, row.top, width, row.height - 1, shade)
        top, high = int(clip.top()) - 1, int(clip.height()) + 2
        for x, _ in ticks:
            if clip.left() - 1 <= x <= clip.right() + 1:
                painter.fillRect(x, top, 1, high, hair)

    def _group(self, painter: QPainter, left: int, width: int, group: GroupRow, scale: Days2Pixels) -> None:
        strokes = self.strokes
        painter.fillRect(left, group.top, width, group.height - 1, strokes.ink("sunken"))
        for day, free in group.free.items():
            if not free or day.weekday() >= 5:
                continue
            told = {0.5: "½", 1.5: "1½", 2.5: "2½", 3.5: "3½"}.get(free, f"{free:g}")
            word = "free" if strokes.language == "en" else "libre" if free <= 1 else "libres"
            start = scale.left(day) + 8
            room = scale.right(day) - start
            middle = group.top + group.height / 2
            strokes.labels.draw(painter, start, middle, room, f"{told} {word}", "meta", 400, strokes.ink("ink3"))

    # bars

    def bars(self, painter: QPainter, clip: QRectF, places: Places, looks: Looks) -> None:
        detailed = places.scale.by_the_minute
        # what reaches out of its box must be painted too when only that is to be seen
        left, right = clip.left() - (0 if detailed else SPILL), clip.right() + ROUND
        top, bottom = clip.top() - ROUND, clip.bottom() + LIFT
        for row in places.rows.between(clip.top() - LIFT, bottom):
            if not isinstance(row, TechnicianRow):
                continue
            fade = 0.5 if row.technician.id in looks.faded else 1.0
            painter.setOpacity(fade)
            for cell in places.of(row):
                box = cell.box
                if box.right + ROUND < left or box.left > right or box.bottom < top or box.top > bottom:
                    continue
                bar = cell.bar
                lifted = bool(looks.lifted) and not looks.lifted.isdisjoint(bar.rows)
                if lifted:
                    painter.setOpacity(0.25)
                self._bar(painter, cell, places.scale)
                if lifted:
                    painter.setOpacity(fade)
                if bar.severity is not None or looks.selected or looks.focused is not None:
                    painter.setOpacity(1.0)
                    self._rings(painter, bar, box.left, box.top, box.width, box.height, looks)
                    painter.setOpacity(fade)
        painter.setOpacity(1.0)

    def _bar(self, painter: QPainter, cell: Cell, scale: Days2Pixels) -> None:
        bar, box, detailed = cell.bar, cell.box, scale.by_the_minute
        if box.left < self.view_left or (bar.uncovered and box.right > self.view_right):
            self._beyond(painter, cell, scale)
        else:
            face = cell.face
            if not isinstance(face, QPixmap):
                face = cell.face = self._face(cell, scale, paint_bar)
            painter.drawPixmap(box.left, box.top, face)
        if bar.progress is Progress.UNDER_WAY and len(bar.rows) == 1:
            self._elapsed(painter, bar, box.left, box.bottom, box.width)
        if bar.shape is Shape.VISIT and not detailed and cell.free > SPILL_FROM:
            strokes = self.strokes
            ink = strokes.ink("ink2" if bar.progress is Progress.DONE else "ink")
            room = min(cell.free - 18, SPILL - 14)
            strokes.labels.draw(painter, box.right + 14, box.top + box.height / 2, room, bar.title, "small", 400, ink)

    def _beyond(self, painter: QPainter, cell: Cell, scale: Days2Pixels) -> None:
        """A bar that the view cuts off: its plate as a picture, its label at the view's edge."""
        bar, box = cell.bar, cell.box
        painter.drawPixmap(box.left, box.top, self._face(cell, scale, paint_plate))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.view_left + 4 if box.left < self.view_left else box.left
        seen = Seen(left, self.view_right, scale.by_the_minute, self._lunch(bar, scale, 0))
        rect = QRectF(box.left, box.top, box.width, box.height)
        paint_label(self.strokes, painter, bar, rect, seen)

    def _face(
        self,
        cell: Cell,
        scale: Days2Pixels,
        paint: Callable[[Strokes, QPainter, Bar, QRectF, Seen], None],
    ) -> QPixmap:
        """The bar as a picture; bars that look the same share one."""
        bar, box, strokes = cell.bar, cell.box, self.strokes
        detailed = scale.by_the_minute
        lunch = self._lunch(bar, scale, box.left)
        chip = bar.shape is Shape.VISIT and not detailed
        key = (
            paint is paint_bar,
            bar.shape,
            bar.kind,
            "" if chip else bar.title,
            bar.hour if chip else bar.detail,
            bar.tag,
            bar.mode,
            bar.tentative,
            bar.fixed,
            bar.progress is Progress.DONE,
            bar.priority,
            bar.covers,
            bar.serves,
            bar.absence_kind,
            bar.uncovered,
            lunch,
            detailed,
        )
        width, height = box.width, box.height
        seen = Seen(0, width, detailed, lunch)
        rect = QRectF(0, 0, width, height)
        return strokes.faces.get(
            key, strokes.ratio, width, height, lambda painter: paint(strokes, painter, bar, rect, seen)
        )

    def _lunch(self, bar: Bar, scale: Days2Pixels, left: int) -> tuple[float, float] | None:
        """The break in x, counted from `left`; None in a cell view."""
        if bar.break_span is None or not scale.by_the_minute:
            return None
        return round(scale.x(bar.break_span.start)) - left, round(scale.x(bar.break_span.end)) - left

    def _elapsed(self, painter: QPainter, bar: Bar, left: int, bottom: int, width: int) -> None:
        """The line along the bottom of what is under way."""
        now = self.now
        if now is None or not bar.start < now < bar.end:
            return
        share = (now - bar.start) / (bar.end - bar.start)
        painter.fillRect(left + 4, bottom - 4, round((width - 8) * share), 2, dress_of(self.strokes, bar).ink)

    def _rings(
        self, painter: QPainter, bar: Bar, left: int, top: int, width: int, height: int, looks: Looks
    ) -> None:
        strokes = self.strokes
        lines = strokes.look.lines
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(left, top, width, height)
        if bar.severity is Severity.HARD:
            painter.setPen(strokes.pen("bad", lines.conflict))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), RADIUS + 1, RADIUS + 1)
            strokes.disc(painter, rect.right() - 7, rect.top() - LIFT, "bad", bar.kept)
        elif bar.severity is Severity.APPROVAL and not bar.kept:
            strokes.disc(painter, rect.right() - 7, rect.top() - LIFT, "warn", False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if looks.holds(bar):
            painter.setPen(strokes.pen("accent", lines.selection))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)
        if looks.focused is not None and looks.focused in (*bar.rows, bar.absence_id):
            painter.setPen(QPen(strokes.ink("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS - 1, RADIUS - 1)

    # travel and now

    def travel(
        self,
        painter: QPainter,
        clip: QRectF,
        places: Places,
        legs: Callable[[TechnicianRow], Sequence[TravelMark]],
        looks: Looks,
    ) -> None:
        """Lines with end ticks before arrivals and after the last stop; minutes above them in day view."""
        scale = places.scale
        detailed = scale.by_the_minute
        for row in places.rows.between(clip.top(), clip.bottom()):
            if not isinstance(row, TechnicianRow):
                continue
            faded = row.technician.id in looks.faded
            if faded:
                painter.setOpacity(0.5)
            boxes = {} if detailed else {cell.bar.id: cell.box for cell in places.of(row)}
            for leg in legs(row):
                if detailed:
                    left, right = round(scale.x(leg.start)), round(scale.x(leg.end))
                else:
                    box = boxes[leg.bar.id]
                    left = box.left - 9 if leg.arrives else box.right + 3
                    right = left + BETWEEN_TICKS
                if right >= clip.left() - 20 and left <= clip.right() + 20:
                    y = row.top + self.sizes.row // 2 + leg.lane * self.sizes.lane
                    self._leg(painter, left, right, y, leg.minutes if detailed else None)
            if faded:
                painter.setOpacity(1.0)

    def _leg(self, painter: QPainter, left: int, right: int, y: int, minutes: int | None) -> None:
        """Trips that look the same share one picture."""
        strokes = self.strokes
        margin, above = (20, 18) if minutes is not None else (2, TICK + 2)
        width, height = right - left + 2 * margin, above + TICK + 2

        def paint(brush: QPainter) -> None:
            brush.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            strokes.leg(brush, margin, margin + right - left, above, minutes, "ink3")

        face = strokes.faces.get(("leg", minutes), strokes.ratio, width, height, paint)
        painter.drawPixmap(left - margin, y - above, face)

    def now_line(self, painter: QPainter, clip: QRectF, scale: Days2Pixels, now: Instant) -> None:
        place = scale.x(now)
        # what lies beyond the days is put on their edges
        if not 0 < place < scale.right(scale.days.last or scale.days.first):
            return
        x = round(place)
        if clip.left() - 1 <= x <= clip.right():
            painter.fillRect(x, int(clip.top()) - 1, 1, int(clip.height()) + 2, self.strokes.ink("accent"))


def around(cell: Cell) -> QRect:
    """What painting a cell may touch, in content coordinates."""
    box = cell.box
    return QRect(box.left - ROUND - 2, box.top - LIFT - 2, box.width + 2 * ROUND + 10, box.height + LIFT + ROUND + 4)
