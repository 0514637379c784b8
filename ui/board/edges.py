"""The board's sticky edges: the names at left with what is booked or fits, and the days or hours on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from techsched.model.kinds import Verdict
from techsched.model.wall import clock_text, minute_of
from techsched.words import day as day_text
from techsched.words import term
from ui import fonts, icons, plain, theme
from ui.board.rows import GroupRow, TechnicianRow

if TYPE_CHECKING:
    from ui.board.view import BoardView

MARKS = {
    Verdict.GOOD: ("check-circle-fill", "good"),
    Verdict.WARNING: ("warning-fill", "warn"),
    Verdict.APPROVAL: ("warning-fill", "warn"),
    Verdict.IMPOSSIBLE: ("prohibit", "ink3"),
}


class Names(QWidget):
    """Rows' heads: initials, name, district and skills, booked share; while placing, verdict and reason."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self.board = board
        # else a scroll would paint all of it anew
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, QRectF(event.rect()), self.board.offset.y())
        painter.end()

    def paint(self, painter: QPainter, clip: QRectF, down: int) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(clip, look.color("surface"))
        for item in self.board.rows.between(clip.top() + down, clip.bottom() + down):
            top = item.top - down
            if isinstance(item, GroupRow):
                self._group(painter, item, top)
            else:
                self._person(painter, item, top)
            painter.setPen(QPen(look.color("hair"), 1))
            y = top + item.height - 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.setPen(QPen(look.color("hair2"), 1))
        painter.drawLine(QPointF(self.width() - 0.5, clip.top()), QPointF(self.width() - 0.5, clip.bottom()))

    def _group(self, painter: QPainter, group: GroupRow, top: int) -> None:
        look = theme.current()
        labels = self.board.labels
        painter.fillRect(QRectF(0, top, self.width(), group.height - 1), look.color("sunken"))
        told = term("profiles", group.profile, self.board.language)
        middle = top + group.height / 2
        width = labels.draw(painter, 12, middle, self.width() - 60, told, "small", 600, look.color("ink2"))
        labels.draw(painter, 20 + width, middle, 40, str(group.size), "small", 400, look.color("ink3"))

    def _person(self, painter: QPainter, row: TechnicianRow, top: int) -> None:
        look = theme.current()
        board = self.board
        labels = board.labels
        person = row.technician
        high = board.sizes.row
        if board.looks.selected_row == person.id:
            painter.fillRect(QRectF(0, top, self.width(), row.height - 1), look.color("selected"))
            painter.fillRect(QRectF(0, top, 3, row.height - 1), look.color("accent"))
        wash = board.looks.wash.get(person.id)
        if wash is not None:
            painter.fillRect(QRectF(0, top, self.width(), row.height - 1), look.color(wash))
        middle = top + high / 2
        if board.looks.focused_row == person.id and board.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(2, top + 2, self.width() - 5, row.height - 5), 5, 5)
        disc = QRectF(12, middle - 12, 24, 24)
        painter.setPen(QPen(look.color("hair2"), 1))
        painter.setBrush(look.color("window"))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        initials = person.initials
        width = labels.width(initials, "meta", 600)
        labels.draw(painter, disc.center().x() - width / 2, middle, 24, initials, "meta", 600, look.color("ink2"))
        fit = board.fits.get(person.id)
        right = self.width() - 12
        name_room = right - 44 - (52 if fit is None else 46)
        line = fonts.scaled(9)
        labels.draw(painter, 44, middle - line, name_room, person.name, "body", 600, look.color("ink"))
        if fit is not None:
            self._fit(painter, fit, middle, line, right)
            return
        head = labels.draw(painter, 44, middle + line, 60, row.district, "meta", 600, look.color("ink2"))
        if row.skills:
            told = f"· {' · '.join(row.skills)}" if row.district else " · ".join(row.skills)
            labels.draw(painter, 48 + head, middle + line, name_room - head - 4, told, "meta", 400, look.color("ink3"))
        share = row.booked / row.capacity if row.capacity else None
        told = "—" if share is None else f"{round(share * 100)}%"
        width = labels.width(told, "small", 400)
        over = share is not None and share > 1.001
        labels.draw(
            painter, right - width, middle - line, 60, told, "small", 400, look.color("warn" if over else "ink2")
        )
        track = QRectF(right - 42, middle + line - 1.5, 42, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("hover"))
        painter.drawRoundedRect(track, 1.5, 1.5)
        if share:
            painter.setBrush(look.color("warn" if over else "ink2"))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), 42 * min(1.0, share), 3), 1.5, 1.5)

    def _fit(
        self, painter: QPainter, fit: tuple[str, str, int | None], middle: float, line: float, right: float
    ) -> None:
        look = theme.current()
        labels = self.board.labels
        verdict, reason, rank = fit
        name, role = MARKS[Verdict(verdict)]
        ink = look.color(role)
        mark = icons.pixmap(name, 16, ink, self.board.strokes.ratio)
        painter.drawPixmap(QPointF(right - 16, middle - line - 8), mark)
        if rank is not None:
            box = QRectF(right - 40, middle - line - 8, 16, 16)
            painter.setPen(QPen(look.color("ctl"), 1))
            painter.setBrush(look.color("raised"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            told = str(rank)
            width = labels.width(told, "meta", 600)
            labels.draw(
                painter, box.center().x() - width / 2, box.center().y(), 16, told, "meta", 600, look.color("ink")
            )
        labels.draw(painter, 44, middle + line, right - 44, reason, "meta", 400 if role == "ink3" else 600, ink)

    def row_under(self, y: float) -> TechnicianRow | None:
        item = self.board.rows.at(y + self.board.offset.y())
        return item if isinstance(item, TechnicianRow) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().y())
        if row is not None:
            self.board.setFocus(Qt.FocusReason.MouseFocusReason)
            self.board.person_chosen.emit(row.technician.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.row_under(event.pos().y())
        if row is not None:
            self.board.person_chosen.emit(row.technician.id)
            self.board.asked_row_menu.emit(row.technician.id, None, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.row_under(event.pos().y())
            told = self._whole(row) if row is not None else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def _whole(self, row: TechnicianRow) -> str:
        """What the row's head has no room for."""
        fit = self.board.fits.get(row.technician.id)
        if fit is not None:
            return plain.tip(fit[1])
        return plain.tip(", ".join((row.technician.name, *row.skills)))


class Header(QWidget):
    """Days with their numbers, holidays and now; hours in day view, with the deadline's word."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self.board = board
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, self.board.offset.x())
        painter.end()

    def paint(self, painter: QPainter, across: int) -> None:
        from ui.board.view import NAMES_WIDE

        look = theme.current()
        board = self.board
        labels = board.labels
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(0, 0, self.width(), self.height())
        painter.fillRect(whole, look.color("surface"))
        painter.save()
        painter.setClipRect(QRectF(NAMES_WIDE, 0, self.width() - NAMES_WIDE, self.height()))
        painter.translate(NAMES_WIDE - across, 0)
        if board.scale.by_the_minute:
            self._hours(painter)
        else:
            self._days(painter)
        painter.restore()
        count = len(board.rows.technicians)
        told = self.tr("1 technician") if count == 1 else self.tr("%1 technicians").replace("%1", str(count))
        middle = self.height() / 2
        labels.draw(painter, 12, middle, 160, told, "small", 600, look.color("ink"))
        word = self.tr("Fit") if board.fits else self.tr("Booked")
        width = labels.width(word, "meta", 400)
        labels.draw(painter, NAMES_WIDE - 12 - width, middle, 80, word, "meta", 400, look.color("ink3"))
        painter.setPen(QPen(look.color("hair2"), 1))
        painter.drawLine(QPointF(0, self.height() - 0.5), QPointF(self.width(), self.height() - 0.5))
        painter.drawLine(QPointF(NAMES_WIDE - 0.5, 0), QPointF(NAMES_WIDE - 0.5, self.height()))

    def _days(self, painter: QPainter) -> None:
        look = theme.current()
        board = self.board
        labels = board.labels
        if board.schedule is None:
            return
        from techsched.model.wall import day_of

        today = day_of(board.now, board.scale.zone) if board.now else None
        holidays = board.holidays()
        middle = self.height() / 2
        for day in board.scale.days:
            left, right = board.scale.left(day), board.scale.right(day)
            if day in holidays:
                painter.fillRect(QRectF(left, 0, right - left, self.height()), look.color("holiday"))
            name = day_text(day.isoformat(), board.language).split()[0].capitalize()
            number = str(day.day)
            painter.setPen(QPen(look.color("hair"), 1))
            painter.drawLine(QPointF(right - 0.5, 0), QPointF(right - 0.5, self.height()))
            if right - left < 80:
                for told, at, face, weight, role in (
                    (name, middle - 8, "meta", 400, "ink3"),
                    (number, middle + 8, "small", 400, "ink2"),
                ):
                    width = labels.width(told, face, weight)
                    labels.draw(
                        painter, (left + right - width) / 2, at, right - left, told, face, weight, look.color(role)
                    )
                continue
            role = "accent" if day == today else "ink2"
            width = labels.draw(painter, left + 8, middle, 60, name, "small", 400, look.color(role))
            at = left + 16 + width
            if day == today:
                plate = QRectF(at - 2, middle - 12, labels.width(number, "title", 600) + 12, 24)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(plate, 6, 6)
                labels.draw(painter, at + 4, middle, 40, number, "title", 600, look.color("onaccent"))
                clock = clock_text(minute_of(board.now, board.scale.zone))
                for told in (self.tr("now %1").replace("%1", clock), clock):
                    width = labels.width(told, "small", 400)
                    x = right - 8 - width
                    if x > plate.right() + 4:
                        labels.draw(painter, x, middle, width + 4, told, "small", 400, look.color("accent"))
                        break
                self._pointer(painter, board.scale.x(board.now))
                continue
            width = labels.draw(painter, at, middle, 40, number, "title", 600, look.color("ink"))
            note = holidays.get(day, "")
            if note:
                icon = icons.pixmap("flag", 14, look.color("holidayink"), board.strokes.ratio)
                painter.drawPixmap(QPointF(at + width + 10, middle - 7), icon)
                labels.draw(
                    painter,
                    at + width + 28,
                    middle,
                    right - at - width - 34,
                    note,
                    "meta",
                    400,
                    look.color("holidayink"),
                )

    def _pointer(self, painter: QPainter, x: float) -> None:
        y = self.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("accent"))
        painter.drawPolygon(QPolygonF([QPointF(x - 5, y - 7), QPointF(x + 5, y - 7), QPointF(x, y - 1)]))

    def _hours(self, painter: QPainter) -> None:
        look = theme.current()
        board = self.board
        labels = board.labels
        low = self.height() - 14
        for tick, told in board.ticks:
            width = labels.width(told, "small", 400)
            labels.draw(painter, tick - width / 2, low, 60, told, "small", 400, look.color("ink2"))
        first, after = board.days.first, board.days.after
        if board.now and after is not None and board.scale.days.first == first:
            x = board.scale.x(board.now)
            if 0 < x < board.scale.width:
                told = clock_text(minute_of(board.now, board.scale.zone))
                width = labels.width(told, "small", 600)
                plate = QRectF(x - width / 2 - 4, 2, width + 8, 16)
                painter.fillRect(plate, look.color("surface"))
                labels.draw(painter, x - width / 2, 10, 60, told, "small", 600, look.color("accent"))
                self._pointer(painter, x)
        if board.deadline is not None:
            x = board.scale.x(board.deadline)
            if 0 < x < board.scale.width:
                told = self.tr("Deadline %1").replace("%1", clock_text(minute_of(board.deadline, board.scale.zone)))
                width = labels.width(told, "small", 600)
                labels.draw(painter, x - width / 2, 10, width + 4, told, "small", 600, look.color("bad"))
