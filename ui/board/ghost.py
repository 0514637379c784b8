"""What hangs at the pointer while placing: the booking where it would land, its legs, and the deadline."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from techsched.model.kinds import Verdict
from techsched.model.span import MINUTE, Instant
from techsched.model.wall import clock_text, minute_of
from ui import fonts
from ui.board.bars import Bar
from ui.board.geometry import INSET
from ui.board.rows import Sizes, TechnicianRow
from ui.board.scale import Scale
from ui.board.strokes import RADIUS, Strokes

WITH_CLOCK = 68
"""Pixels for a priority's mark and an hour."""
ROLES = {
    Verdict.GOOD: "good",
    Verdict.WARNING: "warn",
    Verdict.APPROVAL: "warn",
    Verdict.IMPOSSIBLE: "bad",
}
WASHES = {
    Verdict.GOOD: "goodsoft",
    Verdict.WARNING: "warnsoft",
    Verdict.APPROVAL: "warnsoft",
    Verdict.IMPOSSIBLE: "badsoft",
}


@dataclass(frozen=True, slots=True)
class Ghost:
    """`before` and `after` are travel minutes; None draws no leg."""

    technician_id: int
    start: Instant
    end: Instant
    bar: Bar
    verdict: Verdict
    before: int | None
    after: int | None


def ghost_rect(ghost: Ghost, row: TechnicianRow, scale: Scale, sizes: Sizes) -> QRectF:
    """In content coordinates, wide enough for its clock."""
    left, right = scale.x(ghost.start), scale.x(ghost.end)
    if ghost.bar.full_day and not scale.by_the_minute:
        left, right = scale.left(ghost.bar.first) + INSET, scale.right(ghost.bar.last) - INSET
    right = max(right, left + fonts.scaled(WITH_CLOCK))
    return QRectF(round(left), row.top + (sizes.row - sizes.bar) // 2, round(right - left), sizes.bar)


def paint_ghost(
    painter: QPainter, ghost: Ghost, row: TechnicianRow, scale: Scale, sizes: Sizes, strokes: Strokes
) -> None:
    rect = ghost_rect(ghost, row, scale, sizes)
    fits = ghost.verdict in (Verdict.GOOD, Verdict.WARNING)
    role = ROLES[ghost.verdict]
    pen = QPen(strokes.ink("accent" if ghost.verdict is Verdict.GOOD else role), 2)
    if ghost.bar.tentative:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    full = fits and not ghost.bar.tentative
    painter.setBrush(strokes.ink("visit" if full else "surface" if fits else WASHES[ghost.verdict]))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    ink = strokes.ink("onvisit" if full else "ink" if fits else role)
    at, middle = rect.left() + 6, rect.center().y()
    if ghost.bar.priority is not None:
        strokes.priority(painter, ghost.bar.priority, at, middle, full, ink)
        at += 20
    clock = clock_text(minute_of(ghost.start, scale.zone))
    width = strokes.labels.draw(painter, at, middle, rect.right() - at - 4, clock, "small", 600, ink)
    room = rect.right() - at - width - 10
    if ghost.bar.tag and room > 30:
        strokes.labels.draw(painter, at + width + 8, middle, room, ghost.bar.tag, "meta", 600, ink)
    detailed = scale.by_the_minute
    if ghost.before:
        start = scale.x(ghost.start - ghost.before * MINUTE) if detailed else rect.left() - 8
        strokes.leg(painter, start, rect.left() - 2, middle, ghost.before if detailed else None, "ink3")
    if ghost.after:
        end = scale.x(ghost.end + ghost.after * MINUTE) if detailed else rect.right() + 8
        strokes.leg(painter, rect.right() + 2, end, middle, ghost.after if detailed else None, "ink3")


def paint_deadline(painter: QPainter, clip: QRectF, scale: Scale, deadline: Instant, strokes: Strokes) -> None:
    """Dashed red line; its word stands in the header."""
    x = round(scale.x(deadline)) + 0.5
    if 0 < x < scale.width and clip.left() - 1 <= x <= clip.right() + 1:
        painter.setPen(QPen(strokes.ink("bad"), 2, Qt.PenStyle.DashLine))
        # from the top, so that the dashes of two strips meet
        painter.drawLine(QPointF(x, 0), QPointF(x, clip.bottom()))
