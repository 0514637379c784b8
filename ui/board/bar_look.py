"""How one bar looks: fill and outline by kind, mode, firmness and progress; what stands in it from left to right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from techsched.model.kinds import AbsenceKind, Mode
from techsched.words import day as day_text
from techsched.words import term
from ui import icons
from ui.board.bars import Bar, Progress, Shape
from ui.board.strokes import RADIUS, Strokes
from ui.board.wording import uncovered_days

CAP = 22
"""Solid cap at the left of a tentative bar on site."""
GLYPH_ROOM = 24
"""Of the priority mark at the left of a visit."""
TAG = "tag"
LETTERS = 4
"""Of a client's name at least so many are shown, or none."""
_ABSENCES = {
    AbsenceKind.ANNUAL_LEAVE: "airplane-tilt",
    AbsenceKind.SICK: "thermometer",
    AbsenceKind.TRAINING: "graduation-cap",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """`left` and `right` are the edges of the view where a bar reaches beyond them; `lunch` is its break in x."""

    left: float
    right: float
    detailed: bool
    lunch: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Dress:
    """`solid`: white text on the full fill of its kind, or the ink of a visit."""

    fill: QColor | None
    ink: QColor
    outline: QColor | None
    style: Qt.PenStyle
    solid: bool


def dress_of(strokes: Strokes, bar: Bar) -> Dress:
    """Colours of a visit or a placed booking."""
    look = strokes.look
    line = Qt.PenStyle.DashLine if bar.tentative else Qt.PenStyle.SolidLine
    if bar.shape is Shape.VISIT:
        ink = strokes.ink("ink")
        if bar.progress is Progress.DONE:
            edge = None if look.washes else strokes.ink("ink2")
            return Dress(strokes.ink("hover"), strokes.ink("ink2"), edge, Qt.PenStyle.SolidLine, False)
        if bar.tentative or bar.mode is Mode.REMOTE:
            return Dress(strokes.ink("surface"), ink, ink, line, False)
        return Dress(strokes.ink("visit"), strokes.ink("onvisit"), None, line, True)
    paint = look.kind(bar.kind)
    remote = bar.mode is Mode.REMOTE
    tint = paint.tint if look.washes else strokes.ink("surface")
    if bar.progress is Progress.DONE:
        edge = None if look.washes else paint.ink
        return Dress(tint, strokes.ink("ink2"), edge, Qt.PenStyle.SolidLine, False)
    if bar.tentative:
        return Dress(None if remote else tint, paint.ink, paint.ink, line, False)
    if remote:
        return Dress(tint, paint.ink, paint.ink, line, False)
    return Dress(paint.fill, strokes.ink("onkind"), None, line, True)


def paint_bar(strokes: Strokes, painter: QPainter, bar: Bar, rect: QRectF, seen: Seen) -> None:
    """The whole bar but the progress line, its rings and what spills behind a chip."""
    paint_plate(strokes, painter, bar, rect, seen)
    paint_label(strokes, painter, bar, rect, seen)


def paint_plate(strokes: Strokes, painter: QPainter, bar: Bar, rect: QRectF, seen: Seen) -> None:
    """What stays where it is when the bar reaches beyond the view: fill, break, and what stands at its end."""
    if bar.shape is Shape.AWAY:
        strokes.stripes(painter, rect)
        return
    if bar.shape is Shape.CLOSED:
        strokes.plate(painter, rect, strokes.ink("holiday"), strokes.ink("hair2"))
        return
    dress = dress_of(strokes, bar)
    strokes.plate(painter, rect, dress.fill, dress.outline, dress.style, strokes.look.lines.outline)
    if seen.lunch is not None:
        _lunch(strokes, painter, rect, seen.lunch, dress)
    if _is_capped(bar, rect):
        fill = strokes.look.kind(bar.kind).fill
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), CAP, rect.height()), RADIUS, RADIUS)
        painter.fillRect(QRectF(rect.left() + 12, rect.top(), CAP - 12, rect.height()), fill)
    if bar.shape is Shape.VISIT and not seen.detailed:
        return
    right, middle = rect.right() - 5, rect.center().y()
    for mark in _marks_at_end(strokes, bar, rect):
        if mark == TAG:
            ink = strokes.ink("tagink") if dress.solid else dress.ink
            right = strokes.tag(painter, bar.tag, right, middle, dress.solid, ink)
        else:
            right -= 16 if mark == "desktop" else 18
            painter.drawPixmap(QPointF(right, middle - 7), icons.pixmap(mark, 14, dress.ink, strokes.ratio))


def paint_label(strokes: Strokes, painter: QPainter, bar: Bar, rect: QRectF, seen: Seen) -> None:
    """What stands at the bar's beginning, or at the edge of the view where the bar begins before it."""
    if bar.shape is Shape.AWAY:
        _away(strokes, painter, bar, rect, seen)
        return
    if bar.shape is Shape.CLOSED:
        _closed(strokes, painter, bar, rect)
        return
    dress = dress_of(strokes, bar)
    middle = rect.center().y()
    if bar.shape is Shape.VISIT:
        left = max(rect.left(), min(seen.left, rect.right() - GLYPH_ROOM))
        if bar.priority is not None:
            strokes.priority(painter, bar.priority, left + 5, middle, dress.solid, dress.ink)
        left += GLYPH_ROOM
        if not seen.detailed:
            _chip(strokes, painter, bar, left - 2, rect.right(), middle, dress)
            return
    else:
        left = max(rect.left(), min(seen.left, rect.right() - 1))
        capped = _is_capped(bar, rect)
        letter = term("term_letter", "holiday_cover" if bar.kind == "cover" else bar.kind, strokes.language)
        within = QRectF(left, rect.top(), rect.right() - left, rect.height())
        strokes.glyph(painter, within, letter, strokes.ink("onkind") if capped else dress.ink, capped)
        left += 30 if capped else 27
    right = rect.right() - 5
    for mark in _marks_at_end(strokes, bar, rect):
        right -= _tag_width(strokes, bar) if mark == TAG else 16 if mark == "desktop" else 18
    if seen.lunch is not None and seen.lunch[0] - left > 80:
        right = min(right, seen.lunch[0])
    _words(strokes, painter, bar, left, right - 4, middle, dress.ink)


def _chip(
    strokes: Strokes, painter: QPainter, bar: Bar, left: float, right: float, middle: float, dress: Dress
) -> None:
    """Where a day is a cell: the district, and the hour where it has room."""
    left += strokes.labels.draw(painter, left, middle, right - left, bar.tag or "R", "meta", 600, dress.ink)
    if bar.hour and right - left - 8 >= strokes.labels.width(bar.hour, "meta", 400):
        strokes.labels.draw(painter, left + 5, middle, right - left - 5, bar.hour, "meta", 400, dress.ink)


def _is_capped(bar: Bar, rect: QRectF) -> bool:
    if bar.shape is not Shape.WORK or not bar.tentative or bar.mode is Mode.REMOTE:
        return False
    return bar.progress is not Progress.DONE and rect.width() > 60


def _marks_at_end(strokes: Strokes, bar: Bar, rect: QRectF) -> list[str]:
    """From the right end on: where it is, then what state it is in, as far as there is room."""
    wide = rect.width()
    found: list[str] = []
    if bar.mode is Mode.REMOTE:
        if wide > 72:
            found.append("desktop")
    elif bar.tag and wide - 5 - 27 - _tag_width(strokes, bar) - 4 >= _least(strokes, bar.title):
        found.append(TAG)
    if bar.shape is Shape.WORK and bar.progress is Progress.DONE and wide > 120:
        found.append("check")
    if bar.fixed and wide > 140:
        found.append("push-pin-fill")
    return found


def _tag_width(strokes: Strokes, bar: Bar) -> float:
    return strokes.labels.width(bar.tag, "meta", 600) + 8


def _least(strokes: Strokes, title: str) -> float:
    """A client's name goes before its tag does, but not below so many letters."""
    told = title if len(title) <= LETTERS else f"{title[:LETTERS]}…"
    return strokes.labels.width(told, "small", 600)


def _lunch(strokes: Strokes, painter: QPainter, rect: QRectF, lunch: tuple[float, float], dress: Dress) -> None:
    left, right = lunch
    painter.fillRect(
        QRectF(left, rect.top() + 1, right - left, rect.height() - 2), strokes.ink("lunch" if dress.solid else "hover")
    )
    if right - left > 20:
        mark = icons.pixmap("fork-knife", 12, dress.ink, strokes.ratio)
        painter.drawPixmap(QPointF((left + right) / 2 - 6, rect.center().y() - 6), mark)


def _words(
    strokes: Strokes, painter: QPainter, bar: Bar, left: float, right: float, middle: float, ink: QColor
) -> None:
    """The client, then what it is, as far as there is room."""
    if right - left < _least(strokes, bar.title):
        return
    width = strokes.labels.draw(painter, left, middle, right - left, bar.title, "small", 600, ink)
    detail = bar.detail
    if bar.covers:
        word = "covers" if strokes.language == "en" else "cubre a"
        detail = f"{word} {bar.covers}"
    elif bar.serves:
        word = "clients" if strokes.language == "en" else "clientes"
        detail = f"{bar.serves} {word}"
    start = left + width + 4
    if detail and right - start > 34:
        strokes.labels.draw(painter, start, middle, right - start, f"· {detail}", "small", 400, ink)


def _away(strokes: Strokes, painter: QPainter, bar: Bar, rect: QRectF, seen: Seen) -> None:
    kind = bar.absence_kind or AbsenceKind.OTHER
    if strokes.discreet and kind is not AbsenceKind.TRAINING:
        kind = AbsenceKind.OTHER
    told = term("absence", kind, strokes.language)
    if bar.detail:
        until = "until" if strokes.language == "en" else "hasta el"
        told = f"{told} · {until} {day_text(bar.detail, strokes.language)}"
    right = rect.right() - 6
    if bar.uncovered:
        right = _uncovered(strokes, painter, bar.uncovered, rect, min(rect.right(), seen.right))
    left = max(rect.left(), min(seen.left, rect.right() - 1)) + 6
    room = right - left - 22
    width = min(strokes.labels.width(told, "small", 400), max(0.0, room))
    middle = rect.center().y()
    ink = strokes.ink("leaveink")
    if width > 12:
        # no text stands on stripes
        painter.fillRect(QRectF(left - 2, rect.top() + 3, width + 28, rect.height() - 6), strokes.ink("leavebg"))
    mark = icons.pixmap(_ABSENCES.get(kind, "prohibit"), 14, ink, strokes.ratio)
    painter.drawPixmap(QPointF(left + 1, middle - 7), mark)
    strokes.labels.draw(painter, left + 20, middle, room, told, "small", 400, ink)


def _uncovered(strokes: Strokes, painter: QPainter, days: int, rect: QRectF, end: float) -> float:
    """Red tag at the end of an absence that leaves work open; returns its left edge."""
    told = uncovered_days(days, strokes.language)
    width = strokes.labels.width(told, "meta", 600) + 24
    if width > rect.width() - 30:
        told, width = str(days), strokes.labels.width(str(days), "meta", 600) + 24
    middle = rect.center().y()
    box = QRectF(end - width - 5, middle - 8, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(strokes.ink("badsoft"))
    painter.drawRoundedRect(box, 3, 3)
    ink = strokes.ink("bad")
    mark = icons.pixmap("warning-circle-fill", 12, ink, strokes.ratio)
    painter.drawPixmap(QPointF(box.left() + 4, middle - 6), mark)
    strokes.labels.draw(painter, box.left() + 19, middle, width, told, "meta", 600, ink)
    return box.left() - 6


def _closed(strokes: Strokes, painter: QPainter, bar: Bar, rect: QRectF) -> None:
    ink = strokes.ink("holidayink")
    middle = rect.center().y()
    painter.drawPixmap(QPointF(rect.left() + 6, middle - 7), icons.pixmap("flag", 14, ink, strokes.ratio))
    told = f"{bar.detail} · {bar.title}"
    strokes.labels.draw(painter, rect.left() + 25, middle, rect.width() - 32, told, "small", 400, ink)
