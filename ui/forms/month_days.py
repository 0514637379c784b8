"""A small month that shows the days an engagement makes, and the swatches that explain it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from techsched.model.kinds import Mode, Term
from techsched.model.span import ONE_DAY
from techsched.words.terms import MONTHS
from ui import fonts, i18n, theme
from ui.forms.makes import Made
from ui.forms.moment import days_told
from ui.parts.box import draw_box

_CELL = 22


class MonthDays(QWidget):
    """A month of small squares, Monday first."""

    def __init__(self, first: date, result: Made, term: str) -> None:
        super().__init__()
        self._first = first
        self._made = result
        self._paint = "cover" if term == str(Term.HOLIDAY_COVER) else term
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._name())
        asked = tuple(day for day in result.days if (day.year, day.month) == (first.year, first.month))
        self.setAccessibleDescription(days_told(asked))

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(_CELL) * 7, fonts.scaled(20 + 16) + fonts.scaled(_CELL) * self._weeks())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        cell = fonts.scaled(_CELL)
        center = Qt.AlignmentFlag.AlignCenter
        painter.setFont(fonts.font("small", 600))
        painter.setPen(shown.color("ink"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(4, 0, self.width(), fonts.scaled(18)), left, self._name())
        painter.setFont(fonts.font("meta"))
        painter.setPen(shown.color("ink3"))
        for weekday, letter in enumerate("MTWTFSS" if i18n.language() == "en" else "LMXJVSD"):
            painter.drawText(QRectF(weekday * cell, fonts.scaled(18), cell, fonts.scaled(16)), center, letter)
        top = fonts.scaled(36)
        day = self._first
        while day.month == self._first.month:
            line = (day.day + self._first.weekday() - 1) // 7
            place = QRectF(day.weekday() * cell, top + line * cell, cell, cell).adjusted(1, 1, -1, -1)
            self._paint_day(painter, place, day)
            day += ONE_DAY

    def _paint_day(self, painter: QPainter, place: QRectF, day: date) -> None:
        shown = theme.current()
        kind = shown.kind(self._paint)
        modes = self._made.days.get(day)
        ink, weight = shown.color("ink3"), 400
        if modes is not None and Mode.ON_SITE in modes:
            draw_box(painter, place, 3, kind.fill)
            ink, weight = shown.color("onkind"), 600
        elif modes is not None:
            draw_box(painter, place, 3, kind.tint, kind.ink, shown.lines.outline)
            ink, weight = kind.ink, 600
        elif day in self._made.holidays:
            draw_box(painter, place, 3, shown.color("holiday"))
            ink = shown.color("holidayink")
        elif day in self._made.closed:
            draw_box(painter, place, 3, None, shown.color("hair2"), 1, Qt.PenStyle.DashLine)
        painter.setFont(fonts.font("meta", weight))
        painter.setPen(QPen(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _weeks(self) -> int:
        after = (self._first.replace(day=28) + timedelta(days=4)).replace(day=1)
        return ((after - self._first).days + self._first.weekday() + 6) // 7

    def _name(self) -> str:
        names = MONTHS[("en", "es").index(i18n.language())]
        return f"{names[self._first.month - 1].capitalize()} {self._first.year}"


class Swatch(QWidget):
    """'on_site', 'remote', 'holiday' or 'closed' of a term."""

    def __init__(self, fill: str, term: str) -> None:
        super().__init__()
        self._fill = fill
        self._paint = "cover" if term == str(Term.HOLIDAY_COVER) else term
        self.setFixedSize(QSize(fonts.scaled(20), fonts.scaled(14)))

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        kind = shown.kind(self._paint)
        painter = QPainter(self)
        match self._fill:
            case "on_site":
                draw_box(painter, self.rect(), 3, kind.fill)
            case "remote":
                draw_box(painter, self.rect(), 3, kind.tint, kind.ink, shown.lines.outline)
            case "holiday":
                draw_box(painter, self.rect(), 3, shown.color("holiday"), shown.color("hair2"))
            case _:
                draw_box(painter, self.rect(), 3, None, shown.color("hair2"), 1, Qt.PenStyle.DashLine)
