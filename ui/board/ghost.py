"""What hangs at the pointer while placing: the booking where it would land, its legs, and the deadline."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from techsched.model.kinds import Verdict
from techsched.model.span import Instant
from ui import theme
from ui.board.bars import Bar
from ui.board.geometry import CHIP
from ui.board.painter import BoardPainter
from ui.board.rows import Sizes, TechnicianRow
from ui.board.scale import Scale

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


def paint_ghost(
    painter: QPainter, ghost: Ghost, row: TechnicianRow, scale: Scale, sizes: Sizes, layers: BoardPainter
) -> None:
    look = theme.current()
    left, right = scale.x(ghost.start), scale.x(ghost.end)
    if ghost.bar.full_day and not scale.by_the_minute:
        left, right = scale.left(ghost.bar.first) + 4, scale.right(ghost.bar.last) - 4
    right = max(right, left + CHIP)
    top = row.top + (sizes.row - sizes.bar) / 2
    rect = QRectF(left, top, right - left, sizes.bar)
    fits = ghost.verdict in (Verdict.GOOD, Verdict.WARNING)
    role = ROLES[ghost.verdict]
    painter.setPen(QPen(look.color("accent" if ghost.verdict is Verdict.GOOD else role), 2))
    painter.setBrush(look.color("visit") if fits else look.color(WASHES[ghost.verdict]))
    painter.drawRoundedRect(rect, 5, 5)
    ink = look.color("onvisit") if fits else look.color(role)
    at = rect.left() + 6
    if ghost.bar.priority is not None:
        layers.priority(painter, ghost.bar.priority, at, rect.center().y(), fits, ink)
        at += 20
    from techsched.model.wall import clock_text, minute_of

    clock = clock_text(minute_of(ghost.start, scale.zone))
    width = layers.labels.draw(painter, at, rect.center().y(), rect.right() - at - 4, clock, "small", 600, ink)
    if ghost.bar.tag and rect.right() - at - width > 40:
        layers.labels.draw(
            painter, at + width + 8, rect.center().y(), rect.right() - at - width - 10, ghost.bar.tag, "meta", 600, ink
        )
    travel = look.color("ink3")
    if ghost.before:
        start = scale.x(ghost.start - ghost.before * 60) if scale.by_the_minute else left - 8
        layers.leg(painter, start, left - 2, rect.center().y(), ghost.before if scale.by_the_minute else None, travel)
    if ghost.after:
        end = scale.x(ghost.end + ghost.after * 60) if scale.by_the_minute else right + 8
        layers.leg(painter, right + 2, end, rect.center().y(), ghost.after if scale.by_the_minute else None, travel)


def paint_deadline(painter: QPainter, clip: QRectF, scale: Scale, deadline: Instant) -> None:
    """Dashed red line; its word stands in the header."""
    x = round(scale.x(deadline)) + 0.5
    if 0 < x < scale.width and clip.left() <= x <= clip.right():
        pen = QPen(theme.current().color("bad"), 2)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, clip.top()), QPointF(x, clip.bottom()))
