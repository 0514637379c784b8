"""The board's painted layers: background, bars, travel, conflicts, now line. Stateless; for screen and picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF

from techsched.model.kinds import AbsenceKind, Mode, Priority, Severity
from techsched.model.span import Instant
from techsched.words import LANGUAGES, term
from techsched.words import day as day_text
from ui import icons, theme
from ui.board.bars import Bar, Progress, Shape
from ui.board.geometry import INSET, Box, Days2Pixels, box_of, by_the_minute
from ui.board.labels import Labels
from ui.board.rows import GroupRow, Rows, Sizes, TechnicianRow

assert LANGUAGES

GLYPH = 16
RADIUS = 5
DISC = 16


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
    wash: dict[int, str] = field(default_factory=dict)
    """Technician id to a theme role ('goodsoft', 'warnsoft')."""
    faded: frozenset[int] = frozenset()
    lifted: frozenset[int] = frozenset()
    """Assignments that are being dragged: drawn at a quarter."""


class BoardPainter:
    """Paints in content coordinates; the caller has set the clip and the origin."""

    def __init__(self, labels: Labels, sizes: Sizes, language: str, zone: str) -> None:
        self.labels = labels
        self.sizes = sizes
        self.language = language
        self.zone = zone
        self._hatches: dict[tuple[str, float], QPixmap] = {}

    # background

    def background(
        self,
        painter: QPainter,
        clip: QRectF,
        rows: Rows,
        scale: Days2Pixels,
        holidays: dict[date, str],
        looks: Looks,
    ) -> None:
        look = theme.current()
        painter.fillRect(clip, look.color("surface"))
        bottom = max(clip.bottom(), float(rows.height))
        for day in scale.days:
            left, right = scale.left(day), scale.right(day)
            if right < clip.left() or left > clip.right():
                continue
            shade = "holiday" if day in holidays else "weekend" if day.weekday() >= 5 else None
            if shade is not None:
                painter.fillRect(QRectF(left, 0, right - left, bottom), look.color(shade))
        for item in rows.between(clip.top(), clip.bottom()):
            if isinstance(item, TechnicianRow):
                self._row_background(painter, clip, item, scale, looks)
        painter.setPen(QPen(look.color("hair"), 1))
        for day in scale.days:
            x = round(scale.right(day)) - 0.5
            if clip.left() <= x <= clip.right():
                painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))
        for item in rows.between(clip.top(), clip.bottom()):
            if isinstance(item, GroupRow):
                self._group(painter, clip, item, scale)
            y = item.top + item.height - 0.5
            painter.setPen(QPen(look.color("hair"), 1))
            painter.drawLine(QPointF(clip.left(), y), QPointF(clip.right(), y))

    def _row_background(
        self, painter: QPainter, clip: QRectF, row: TechnicianRow, scale: Days2Pixels, looks: Looks
    ) -> None:
        look = theme.current()
        strip = QRectF(clip.left(), row.top, clip.width(), row.height)
        id = row.technician.id
        if id in looks.wash:
            painter.fillRect(strip, look.color(looks.wash[id]))
        elif looks.selected_row == id:
            painter.fillRect(strip, look.color("selected", 0.5))

    def hours(
        self,
        painter: QPainter,
        clip: QRectF,
        rows: Rows,
        scale: Days2Pixels,
        shades: dict[int, list[tuple[float, float]]],
        ticks: list[float],
    ) -> None:
        """Day view: off-hours shade per person (`shades` in x by technician) and the hour lines."""
        look = theme.current()
        for row in rows.between(clip.top(), clip.bottom()):
            if isinstance(row, TechnicianRow):
                for left, right in shades.get(row.technician.id, ()):
                    painter.fillRect(QRectF(left, row.top, right - left, row.height - 1), look.color("weekend"))
        painter.setPen(QPen(look.color("hair"), 1))
        for x in ticks:
            painter.drawLine(QPointF(round(x) + 0.5, clip.top()), QPointF(round(x) + 0.5, clip.bottom()))

    def _group(self, painter: QPainter, clip: QRectF, group: GroupRow, scale: Days2Pixels) -> None:
        look = theme.current()
        painter.fillRect(QRectF(clip.left(), group.top, clip.width(), group.height - 1), look.color("sunken"))
        for day, free in group.free.items():
            if not free or day.weekday() >= 5:
                continue
            told = {0.5: "½", 1.5: "1½", 2.5: "2½", 3.5: "3½"}.get(free, f"{free:g}")
            word = "free" if self.language == "en" else "libre" if free <= 1 else "libres"
            left = scale.left(day) + 8
            self.labels.draw(
                painter,
                left,
                group.top + group.height / 2,
                scale.right(day) - left,
                f"{told} {word}",
                "meta",
                400,
                look.color("ink3"),
            )

    # bars

    def bars(self, painter: QPainter, clip: QRectF, rows: Rows, scale: Days2Pixels, looks: Looks) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in rows.between(clip.top(), clip.bottom()):
            if not isinstance(row, TechnicianRow):
                continue
            fade = 0.5 if row.technician.id in looks.faded else 1.0
            boxes = [(bar, box_of(bar, row, scale, self.sizes)) for bar in row.bars]
            for n, (bar, box) in enumerate(boxes):
                if box.right < clip.left() - 240 or box.left > clip.right() + 8:
                    continue
                painter.setOpacity(0.25 if looks.lifted.intersection(bar.rows) else fade)
                free = self._room_after(boxes, n, scale)
                self.bar(painter, bar, box, by_the_minute(scale, bar.first), free, scale)
                painter.setOpacity(1.0)
                self._rings(painter, bar, box, looks)
        painter.setOpacity(1.0)

    def _room_after(self, boxes: list[tuple[Bar, Box]], place: int, scale: Days2Pixels) -> float:
        """Free pixels to the right of a chip, to the next bar of its lane or the end of its day."""
        bar, box = boxes[place]
        end = scale.right(bar.last)
        for other, there in boxes:
            if other.lane == bar.lane and there.left >= box.right:
                end = min(end, there.left)
        return end - box.right

    def bar(self, painter: QPainter, bar: Bar, box: Box, detailed: bool, free: float, scale: Days2Pixels) -> None:
        """One bar by the grammar of kind, mode, firmness and progress."""
        rect = QRectF(box.left, box.top, box.width, box.height)
        if bar.shape is Shape.AWAY:
            self._away(painter, bar, rect)
        elif bar.shape is Shape.CLOSED:
            self._closed(painter, bar, rect)
        elif bar.shape is Shape.VISIT:
            self._visit(painter, bar, rect, detailed, free)
        else:
            self._work(painter, bar, rect, detailed, scale)

    def _work(self, painter: QPainter, bar: Bar, rect: QRectF, detailed: bool, scale: Days2Pixels) -> None:
        look = theme.current()
        paint = look.kind(bar.kind)
        remote = bar.mode is Mode.REMOTE
        done = bar.progress is Progress.DONE
        fill: QColor | None
        outline: Qt.PenStyle | None
        if done:
            fill, ink, outline = paint.tint, look.color("ink2"), None
        elif bar.tentative:
            fill, ink, outline = (None if remote else paint.tint), paint.ink, Qt.PenStyle.DashLine
        elif remote:
            fill, ink, outline = paint.tint, paint.ink, Qt.PenStyle.SolidLine
        else:
            fill, ink, outline = paint.fill, look.color("onkind"), None
        if fill is not None and not look.washes and fill is not paint.fill:
            fill = look.color("surface")
            outline = outline or Qt.PenStyle.SolidLine
        self._plate(painter, rect, fill, paint.ink if outline is not None else None, outline, look.lines.outline)
        if detailed and bar.break_span is not None:
            left, right = scale.x(bar.break_span.start), scale.x(bar.break_span.end)
            lunch = QRectF(left, rect.top() + 1, right - left, rect.height() - 2)
            painter.fillRect(lunch, look.color("lunch") if fill is paint.fill else look.color("hover"))
            if right - left > 20:
                pause = icons.pixmap("fork-knife", 12, ink)
                painter.drawPixmap(QPointF((left + right) / 2 - 6, rect.center().y() - 6), pause)
        if bar.tentative and not remote and not done and rect.width() > 60:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.fill)
            painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 22, rect.height()), RADIUS, RADIUS)
            painter.fillRect(QRectF(rect.left() + 12, rect.top(), 10, rect.height()), paint.fill)
        right = rect.right() - 5
        if bar.progress is Progress.UNDER_WAY:
            self._elapsed(painter, bar, rect, look.color("onkind") if fill is paint.fill else paint.ink, scale)
        letter = term("term_letter", "holiday_cover" if bar.kind == "cover" else bar.kind, self.language)
        solid_cap = bar.tentative and not remote and not done
        seen = QRectF(rect)
        seen.setLeft(min(self._visible(rect.left()), rect.right() - 1))
        self._glyph(painter, seen, letter, look.color("onkind") if solid_cap else ink, solid_cap)
        tag_ink = look.color("tagink") if fill is paint.fill else ink
        if remote:
            if rect.width() > 72:
                right -= 16
                mark = icons.pixmap("desktop", 14, ink)
                painter.drawPixmap(QPointF(right, rect.center().y() - 7), mark)
        elif bar.tag and rect.width() > 84:
            right = self._tag(painter, bar.tag, right, rect, fill is paint.fill, tag_ink)
        if done and rect.width() > 120:
            right -= 18
            painter.drawPixmap(QPointF(right, rect.center().y() - 7), icons.pixmap("check", 14, ink))
        if bar.fixed and rect.width() > 140:
            right -= 18
            painter.drawPixmap(QPointF(right, rect.center().y() - 7), icons.pixmap("push-pin-fill", 14, ink))
        left = self._visible(rect.left()) + (30 if solid_cap else 27)
        if detailed and bar.break_span is not None:
            lunch_left = scale.x(bar.break_span.start)
            if lunch_left - left > 80:
                right = min(right, lunch_left)
        self._text(painter, left, right - 4, rect, bar, ink)

    def _visible(self, left: float) -> float:
        """Labels of what begins left of the view stand at its edge."""
        return left if left >= self.view_left else self.view_left + 4

    def _text(self, painter: QPainter, left: float, right: float, rect: QRectF, bar: Bar, ink: QColor) -> None:
        middle = rect.center().y()
        width = self.labels.draw(painter, left, middle, right - left, bar.title, "small", 600, ink)
        detail = bar.detail
        if bar.covers:
            word = "covers" if self.language == "en" else "cubre a"
            detail = f"{word} {bar.covers}"
        elif bar.serves:
            word = "clients" if self.language == "en" else "clientes"
            detail = f"{bar.serves} {word}"
        if detail and width:
            start = left + width + 4
            if right - start > 34:
                self.labels.draw(painter, start, middle, right - start, f"· {detail}", "small", 400, ink)

    def _plate(
        self,
        painter: QPainter,
        rect: QRectF,
        fill: QColor | None,
        outline: QColor | None,
        style: Qt.PenStyle | None,
        width: int,
    ) -> None:
        if outline is None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            pen = QPen(outline, width)
            if style is Qt.PenStyle.DashLine:
                pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
        painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        inset = width / 2 if outline is not None else 0
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _glyph(self, painter: QPainter, rect: QRectF, letter: str, ink: QColor, bare: bool) -> None:
        if rect.width() < GLYPH + 4:
            return
        box = QRectF(rect.left() + (3 if bare else 5), rect.center().y() - GLYPH / 2, GLYPH, GLYPH)
        if not bare:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        width = self.labels.width(letter, "meta", 600)
        self.labels.draw(painter, box.center().x() - width / 2, box.center().y(), 40, letter, "meta", 600, ink)

    def _tag(self, painter: QPainter, text: str, right: float, rect: QRectF, solid: bool, ink: QColor) -> float:
        """District tag at the right; returns its left edge."""
        look = theme.current()
        width = self.labels.width(text, "meta", 600) + 8
        box = QRectF(right - width, rect.center().y() - 8, width, 16)
        painter.setPen(Qt.PenStyle.NoPen if solid else QPen(ink, 1))
        painter.setBrush(look.color("tag") if solid else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box if solid else box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        self.labels.draw(painter, box.left() + 4, box.center().y(), width, text, "meta", 600, ink)
        return box.left()

    def _elapsed(self, painter: QPainter, bar: Bar, rect: QRectF, ink: QColor, scale: Days2Pixels) -> None:
        now = self._now
        if now is None or not bar.start < now < bar.end:
            return
        if len(bar.rows) > 1:
            return
        share = (now - bar.start) / (bar.end - bar.start)
        line = QRectF(rect.left() + 4, rect.bottom() - 4, max(0.0, (rect.width() - 8) * share), 2)
        painter.fillRect(line, ink)

    _now: Instant | None = None
    view_left: float = 0.0
    view_right: float = float("inf")
    """Edges of what is seen, in content coordinates."""

    def at(self, now: Instant) -> BoardPainter:
        """Sets the moment that progress lines are drawn for."""
        self._now = now
        return self

    def _visit(self, painter: QPainter, bar: Bar, rect: QRectF, detailed: bool, free: float) -> None:
        look = theme.current()
        done = bar.progress is Progress.DONE
        remote = bar.mode is Mode.REMOTE
        if done:
            fill, ink, outline = look.color("hover"), look.color("ink2"), None
        elif bar.tentative or remote:
            fill, ink = look.color("surface"), look.color("ink")
            outline = Qt.PenStyle.DashLine if bar.tentative else Qt.PenStyle.SolidLine
        else:
            fill, ink, outline = look.color("visit"), look.color("onvisit"), None
        self._plate(painter, rect, fill, look.color("ink") if outline else None, outline, look.lines.outline)
        on_ink = not done and outline is None
        if bar.priority is not None:
            self.priority(painter, bar.priority, rect.left() + 5, rect.center().y(), on_ink, ink)
        left = rect.left() + 24
        if bar.progress is Progress.UNDER_WAY and self._now is not None:
            share = (self._now - bar.start) / (bar.end - bar.start)
            painter.fillRect(QRectF(rect.left() + 4, rect.bottom() - 4, (rect.width() - 8) * share, 2), ink)
        if detailed:
            right = rect.right() - 5
            if bar.tag and rect.width() > 84:
                right = self._tag(painter, bar.tag, right, rect, on_ink, look.color("tagink") if on_ink else ink)
            self._text(painter, left, right - 4, rect, bar, ink)
            return
        code = bar.tag or "R"
        self.labels.draw(painter, left - 2, rect.center().y(), rect.right() - left, code, "meta", 600, ink)
        if free > 56:
            self.labels.draw(
                painter,
                rect.right() + 14,
                rect.center().y(),
                free - 18,
                bar.title,
                "small",
                400,
                look.color("ink2") if done else look.color("ink"),
            )

    def priority(
        self, painter: QPainter, priority: Priority, left: float, middle: float, on_ink: bool, ink: QColor
    ) -> None:
        """Octagon with '!', triangle, ring or square, in a box of 14 pixels."""
        look = theme.current()
        cx = left + 7
        if priority is Priority.CRITICAL:
            fill = look.color("vc") if on_ink else look.color("bad")
            r, k = 7.0, 2.9
            points = [(-k, -r), (k, -r), (r, -k), (r, k), (k, r), (-k, r), (-r, k), (-r, -k)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF([QPointF(cx + x, middle + y) for x, y in points]))
            mark = look.color("visit") if on_ink else look.color("onbad")
            painter.fillRect(QRectF(cx - 0.9, middle - 4, 1.8, 5), mark)
            painter.fillRect(QRectF(cx - 0.9, middle + 2.2, 1.8, 1.8), mark)
        elif priority is Priority.HIGH:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("vh") if on_ink else look.color("warn"))
            painter.drawPolygon(
                QPolygonF([QPointF(cx, middle - 6), QPointF(cx + 6.5, middle + 5), QPointF(cx - 6.5, middle + 5)])
            )
        else:
            painter.setPen(QPen(ink, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(cx - 4.5, middle - 4.5, 9, 9)
            if priority is Priority.STANDARD:
                painter.drawEllipse(box)
            else:
                painter.drawRect(box)

    def _hatched(self, painter: QPainter, rect: QRectF) -> None:
        look = theme.current()
        ratio = painter.device().devicePixelRatioF()
        key = (look.name, ratio)
        tile = self._hatches.get(key)
        if tile is None:
            size = 6
            tile = QPixmap(round(size * ratio), round(size * ratio))
            tile.setDevicePixelRatio(ratio)
            tile.fill(look.color("leavebg"))
            brush = QPainter(tile)
            brush.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush.setPen(QPen(look.color("stripe"), look.lines.stripe))
            for shift in (-size, 0, size):
                brush.drawLine(QPointF(shift, size), QPointF(shift + size, 0))
            brush.end()
            self._hatches[key] = tile
        painter.save()
        painter.setPen(QPen(look.color("stripe"), 1))
        painter.setBrush(QBrush(tile))
        painter.setBrushOrigin(rect.topLeft())
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.restore()

    def _away(self, painter: QPainter, bar: Bar, rect: QRectF) -> None:
        look = theme.current()
        self._hatched(painter, rect)
        kind = bar.absence_kind or AbsenceKind.OTHER
        name = {
            AbsenceKind.ANNUAL_LEAVE: "airplane-tilt",
            AbsenceKind.SICK: "thermometer",
            AbsenceKind.TRAINING: "graduation-cap",
        }.get(kind, "prohibit")
        ink = look.color("leaveink")
        told = term("absence", kind, self.language)
        if bar.detail:
            until = "until" if self.language == "en" else "hasta el"
            told = f"{told} · {until} {day_text(bar.detail, self.language)}"
        right = rect.right() - 6
        if bar.uncovered:
            right = self._uncovered(painter, bar.uncovered, rect)
        left = self._visible(rect.left()) + 6
        room = right - left - 22
        width = min(self.labels.width(told, "small", 400), max(0.0, room))
        if width > 12:
            patch = QRectF(left - 2, rect.top() + 3, width + 28, rect.height() - 6)
            painter.fillRect(patch, look.color("leavebg"))
        painter.drawPixmap(QPointF(left + 1, rect.center().y() - 7), icons.pixmap(name, 14, ink))
        self.labels.draw(painter, left + 20, rect.center().y(), room, told, "small", 400, ink)

    def _uncovered(self, painter: QPainter, days: int, rect: QRectF) -> float:
        """Red tag at the end of an absence that leaves work open; returns its left edge."""
        look = theme.current()
        if self.language == "en":
            told = f"{days} {'day' if days == 1 else 'days'} uncovered"
        else:
            told = f"{days} {'día' if days == 1 else 'días'} sin cubrir"
        width = self.labels.width(told, "meta", 600) + 24
        if width > rect.width() - 30:
            told, width = str(days), self.labels.width(str(days), "meta", 600) + 24
        end = min(rect.right(), self.view_right)
        box = QRectF(end - width - 5, rect.center().y() - 8, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("badsoft"))
        painter.drawRoundedRect(box, 3, 3)
        ink = look.color("bad")
        painter.drawPixmap(QPointF(box.left() + 4, box.center().y() - 6), icons.pixmap("warning-circle-fill", 12, ink))
        self.labels.draw(painter, box.left() + 19, box.center().y(), width, told, "meta", 600, ink)
        return box.left() - 6

    def _closed(self, painter: QPainter, bar: Bar, rect: QRectF) -> None:
        look = theme.current()
        ink = look.color("holidayink")
        self._plate(painter, rect, look.color("holiday"), look.color("hair2"), Qt.PenStyle.SolidLine, 1)
        painter.drawPixmap(QPointF(rect.left() + 6, rect.center().y() - 7), icons.pixmap("flag", 14, ink))
        word = f"{bar.detail} · {bar.title}"
        self.labels.draw(painter, rect.left() + 25, rect.center().y(), rect.width() - 32, word, "small", 400, ink)

    def _rings(self, painter: QPainter, bar: Bar, box: Box, looks: Looks) -> None:
        look = theme.current()
        rect = QRectF(box.left, box.top, box.width, box.height)
        if bar.severity is Severity.HARD:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("bad"), look.lines.conflict))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), RADIUS + 1, RADIUS + 1)
            self._disc(painter, rect, "bad", bar.kept)
        elif bar.severity is Severity.APPROVAL and not bar.kept:
            self._disc(painter, rect, "warn", False)
        if looks.selected.intersection(bar.rows) or (bar.absence_id is not None and bar.absence_id in looks.selected):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), look.lines.selection))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), RADIUS + 2, RADIUS + 2)
        if looks.focused is not None and looks.focused in (*bar.rows, bar.absence_id):
            pen = QPen(look.color("accent"), 1, Qt.PenStyle.DotLine)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen)
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS - 1, RADIUS - 1)

    def _disc(self, painter: QPainter, rect: QRectF, role: str, kept: bool) -> None:
        """The '!' at the top right corner; a kept conflict has an open disc."""
        look = theme.current()
        disc = QRectF(rect.right() - 7, rect.top() - 10, DISC, DISC)
        painter.setPen(QPen(look.color(role) if kept else look.color("surface"), 1.5))
        painter.setBrush(look.color("surface") if kept else look.color(role))
        painter.drawEllipse(disc)
        mark = look.color(role) if kept else look.color("onbad" if role == "bad" else "surface")
        cx, cy = disc.center().x(), disc.center().y()
        painter.fillRect(QRectF(cx - 1, cy - 4.5, 2, 5.5), mark)
        painter.fillRect(QRectF(cx - 1, cy + 2.4, 2, 2), mark)

    # travel and now

    def travel(
        self,
        painter: QPainter,
        clip: QRectF,
        rows: Rows,
        scale: Days2Pixels,
        legs: dict[int, list[TravelMark]],
        detailed: bool,
        looks: Looks,
    ) -> None:
        """Lines with end ticks before arrivals and after the last stop; minutes above them in day view."""
        look = theme.current()
        ink = look.color("ink3")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row in rows.between(clip.top(), clip.bottom()):
            if not isinstance(row, TechnicianRow):
                continue
            painter.setOpacity(0.5 if row.technician.id in looks.faded else 1.0)
            for leg in legs.get(row.technician.id, ()):
                if detailed:
                    left, right = scale.x(leg.start), scale.x(leg.end)
                else:
                    box = box_of(leg.bar, row, scale, self.sizes)
                    left = box.left - 9 if leg.arrives else box.right + 3
                    right = left + 6
                y = row.top + self.sizes.row / 2 + leg.lane * self.sizes.lane
                self.leg(painter, left, right, y, leg.minutes if detailed else None, ink)
        painter.setOpacity(1.0)

    def leg(self, painter: QPainter, left: float, right: float, y: float, minutes: int | None, ink: QColor) -> None:
        look = theme.current()
        painter.setPen(QPen(ink, look.lines.travel))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QPen(ink, 1))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))
        if minutes is not None:
            told = f"{minutes}′"
            width = self.labels.width(told, "meta", 400)
            self.labels.draw(painter, (left + right - width) / 2, y - 9, 60, told, "meta", 400, ink)

    def now_line(self, painter: QPainter, clip: QRectF, scale: Days2Pixels, now: Instant) -> None:
        x = round(scale.x(now)) + 0.5
        if clip.left() <= x <= clip.right():
            painter.setPen(QPen(theme.current().color("accent"), 1))
            painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))


__all__ = ["INSET", "BoardPainter", "Looks", "TravelMark"]
