"""Fields of days, times of day and moments, told back as they are understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from techsched import words
from techsched.model.span import MINUTE, Instant, runs
from techsched.model.wall import clock_text, day_of
from ui import fonts, i18n
from ui.forms import typed
from ui.forms.context import Context
from ui.forms.field import Editor, Values
from ui.forms.text import LONGEST_TEXT, LineEditor
from ui.forms.wrong import Raw, Wrong

translate = QCoreApplication.translate


class Almanac(QFrame):
    """A month under a field; a press or Enter takes the day, Esc puts it away."""

    def __init__(self, over: QWidget, shown: date, take: Callable[[date], object]) -> None:
        super().__init__(over, Qt.WindowType.Popup)
        self._take = take
        self._month = QCalendarWidget()
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._month.setAccessibleName(translate("Almanac", "Choose a day"))
        fonts.dress(self._month, "small")
        self._month.clicked.connect(self._chosen)
        self._month.activated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._month)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(fonts.scaled(300), fonts.scaled(240))
        self.move(over.mapToGlobal(QPoint(0, over.height() + 2)))
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _chosen(self, day: QDate) -> None:
        self.close()
        self._take(date(day.year(), day.month(), day.day()))


@dataclass(frozen=True, slots=True)
class Day:
    """A date. Up and Down go a day on or back, Alt+Down opens a month. `monday` takes the Monday of its week."""

    monday: bool = False

    def editor(self, context: Context) -> Editor:
        return _DayEditor(self, context)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else typed.day_text(value)

    def read(self, text: str, today: date) -> date:
        found = typed.day(text, today)
        return found - timedelta(days=found.weekday()) if self.monday else found


class _DayEditor(LineEditor):
    def __init__(self, kind: Day, context: Context) -> None:
        self._today = context.today
        super().__init__(
            lambda text: kind.read(text, self._today),
            icon="calendar-blank",
            echo=lambda found: typed.echo(found, self._today),
            settled=typed.day_text,
            step=self._next,
        )
        self._by = 7 if kind.monday else 1
        self.line.pulled.connect(self._open)

    def refresh(self, values: Values, context: Context) -> bool:
        self._today = context.today
        return False

    def _next(self, value: date | None, by: int) -> str:
        return typed.day_text(self._today if value is None else value + timedelta(days=by * self._by))

    def _open(self) -> None:
        try:
            shown = self.value() or self._today
        except Wrong:
            shown = self._today
        Almanac(self.line, shown, self._take)

    def _take(self, found: date) -> None:
        self.line.setText(typed.day_text(found))
        self._typed()
        self.left.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class SingleDays:
    """Any set of days: '26/11, 27/11, 30/11 to 4/12'; told back as the stretches they make."""

    def editor(self, context: Context) -> Editor:
        made = LineEditor(
            lambda text: typed.days(text, context.today),
            icon="calendar-blank",
            empty=(),
            echo=lambda found: i18n.filled(translate("Moment", "%1 days"), str(len(found))) if len(found) > 1 else "",
            settled=days_text,
            longest=LONGEST_TEXT,
        )
        return made

    def raw(self, value: Any, context: Context) -> Raw:
        return days_text(value or ())


def days_text(found: tuple[date, ...]) -> str:
    """'26/11/2026, 30/11/2026 .. 04/12/2026'."""
    told: list[str] = []
    for run in runs(list(found)):
        assert run.last is not None
        first, last = typed.day_text(run.first), typed.day_text(run.last)
        told.extend([first] if run.count == 1 else [first, last] if run.count == 2 else [f"{first} .. {last}"])
    return ", ".join(told)


def days_told(found: tuple[date, ...]) -> str:
    """'Thu 26 Nov, Mon 30 Nov to Fri 4 Dec', in the window's language."""
    told: list[str] = []
    for run in runs(list(found)):
        assert run.last is not None
        first, last = (words.day(day.isoformat(), i18n.language()) for day in (run.first, run.last))
        told.append(first if run.count == 1 else i18n.filled(translate("Moment", "%1 to %2"), first, last))
    return ", ".join(told)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """Wall minutes since midnight: '9', '9:30', '930'. Up and Down step a quarter of an hour."""

    icon: str = "clock"

    def editor(self, context: Context) -> Editor:
        return LineEditor(typed.clock, icon=self.icon, settled=clock_text, step=self._next)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else clock_text(value)

    def _next(self, value: int | None, by: int) -> str:
        return clock_text(9 * 60 if value is None else min(max((value // 15 + by) * 15, 0), 1440))


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, typed as wall time of the zone that `zone` tells; the office's without.

    A time alone is of the day that `day` tells, else of today.
    """

    icon: str = "clock"
    zone: Callable[[Values, Context], str] | None = None
    day: Callable[[Values, Context], date | None] | None = None

    def editor(self, context: Context) -> Editor:
        return _MomentEditor(self, context)

    def raw(self, value: Any, context: Context) -> Raw:
        # an instant: the editor writes it in the zone of the place, which it learns later
        return None if value is None else value


class _MomentEditor(LineEditor):
    def __init__(self, kind: Moment, context: Context) -> None:
        self._kind = kind
        self._now = context.now
        self._zone = context.zone
        self._day: date | None = None
        super().__init__(
            lambda text: typed.moment(text, self._now, self._zone, self._day),
            icon=kind.icon,
            echo=self._tell_back,
            settled=lambda found: typed.whole_moment_text(found, self._zone),
            step=self._next,
        )

    def refresh(self, values: Values, context: Context) -> bool:
        zone = context.zone if self._kind.zone is None else self._kind.zone(values, context)
        self._now = context.now
        self._day = None if self._kind.day is None else self._kind.day(values, context)
        if zone != self._zone:
            held = self._held
            self._zone = zone
            if held is not None and self.line.text() == self._shown:
                self.set_raw(held)
            self.tell()
            return True
        self.tell()
        return False

    _held: Instant | None = None
    _shown = ""

    def set_raw(self, raw: Raw) -> None:
        """An instant, or text as it was typed."""
        self._held = raw if isinstance(raw, int) else None
        text = typed.moment_text(raw, self._zone, self._now) if isinstance(raw, int) else raw
        super().set_raw(text)
        self._shown = self.line.text()

    def _tell_back(self, found: Instant) -> tuple[str, ...]:
        told = typed.echo(day_of(found, self._zone), day_of(self._now, self._zone))
        return told[-2:]

    def _next(self, value: Instant | None, by: int) -> str:
        quarter = 15 * MINUTE
        found = (self._now // quarter if value is None else value // quarter + by) * quarter
        return typed.moment_text(found, self._zone, self._now)


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day that comes every year, as 'MM-DD'; typed like any day, shown without a year."""

    def editor(self, context: Context) -> Editor:
        return LineEditor(
            lambda text: typed.day(text, context.today).strftime("%m-%d"),
            icon="calendar-blank",
            empty="",
            settled=_day_of_year,
        )

    def raw(self, value: Any, context: Context) -> Raw:
        return _day_of_year(value) if value else ""


def _day_of_year(found: str) -> str:
    """'31/08' of '08-31'."""
    return f"{found[3:]}/{found[:2]}"


@dataclass(frozen=True, slots=True)
class Point:
    """Latitude and longitude in one line."""

    def editor(self, context: Context) -> Editor:
        return LineEditor(typed.point, icon="map-pin", settled=typed.point_text)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else typed.point_text(value)
