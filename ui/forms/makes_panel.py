"""What saving an engagement makes: its days on small months, counted, and told in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched import words
from techsched.model.client import Client
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import Term
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, runs
from techsched.model.wall import clock_text
from techsched.words.terms import DAYS_SHORT
from ui import fonts, i18n, theme
from ui.forms.makes import Made, made
from ui.forms.moment import days_told
from ui.forms.month_days import MonthDays, Swatch
from ui.parts.card import Card
from ui.parts.hairline import Hairline
from ui.parts.plain_label import PlainLabel

AHEAD = timedelta(days=92)
"""How far an engagement without an end is drawn."""
MOST_MONTHS = 12


class MakesPanel(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(fonts.scaled(470))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What this makes"))
        self.counts = ""

    def look(self, schedule: Schedule, found: tuple[Engagement, tuple[StaffingLine, ...]] | None, today: date) -> None:
        """None: not enough is filled in to know any day."""
        inner = _Ground()
        column = QVBoxLayout(inner)
        column.setContentsMargins(25, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("What this makes"), "title", 600))
        if found is None:
            self.counts = self.tr("Choose a client and say when, to see the days.")
            column.addWidget(PlainLabel(self.counts, "small", 400, "ink2", wrap=True))
        else:
            self._fill(column, schedule, *found)
        column.addStretch(1)
        self.setWidget(inner)

    def _fill(
        self, column: QVBoxLayout, schedule: Schedule, engagement: Engagement, lines: tuple[StaffingLine, ...]
    ) -> None:
        until = engagement.after or engagement.first + AHEAD
        result = made(schedule, engagement, lines, until)
        self.counts = self._counted(result, sum(line.headcount for line in lines), engagement)
        column.addWidget(PlainLabel(self.counts, "body", 600, wrap=True))
        months = _months(engagement.first, until)
        shown = Card()
        grid = QVBoxLayout()
        grid.setSpacing(12)
        for place in range(0, min(len(months), MOST_MONTHS), 2):
            row = QHBoxLayout()
            row.setSpacing(24)
            for month in months[place : place + 2]:
                row.addWidget(MonthDays(month, result, str(engagement.term)), 0, Qt.AlignmentFlag.AlignTop)
            row.addStretch(1)
            grid.addLayout(row)
        shown.column.addLayout(grid)
        if len(months) > MOST_MONTHS:
            more = i18n.filled(self.tr("and %1 more months"), str(len(months) - MOST_MONTHS))
            shown.column.addWidget(PlainLabel(more, "small", 400, "ink2"))
        column.addWidget(shown)
        for fill, told, number in self._legend(result):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Swatch(fill, str(engagement.term)), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(told, "small", wrap=True), 1)
            row.addWidget(PlainLabel(str(number), "small", 600), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addWidget(Hairline())
        column.addWidget(PlainLabel(self._sentence(schedule, engagement, lines), "small", 400, "ink2", wrap=True))
        if engagement.term is not Term.DAY:
            told = self.tr("No minimum period: it can be ended on any day.")
            column.addWidget(PlainLabel(told, "small", 400, "ink3", wrap=True))

    def _counted(self, result: Made, people: int, engagement: Engagement) -> str:
        days = len(result.days)
        if not days:
            if not engagement.state.makes_demand:
                word = i18n.term("engagement_state", engagement.state)
                return i18n.filled(self.tr("%1: it asks for nobody."), word)
            return self.tr("No day at all: hours and dates do not meet.")
        told = self.tr("1 working day") if days == 1 else i18n.filled(self.tr("%1 working days"), str(days))
        if people != 1:
            told = i18n.filled(self.tr("%1 for %2 people, %3 person-days"), told, str(people), str(result.person_days))
        if engagement.after is None:
            return i18n.filled(self.tr("%1 in the first three months, then on without an end"), told)
        return told

    def _legend(self, result: Made) -> list[tuple[str, str, int]]:
        found: list[tuple[str, str, int]] = []
        if result.on_site:
            found.append(("on_site", self.tr("On site, person-days"), result.on_site))
        if result.remote:
            found.append(("remote", self.tr("Remote, person-days"), result.remote))
        if result.holidays:
            days = days_told(tuple(result.holidays))
            told = i18n.filled(self.tr("Public holidays left out: %1"), days)
            found.append(("holiday", told, len(result.holidays)))
        if result.closed:
            told = i18n.filled(self.tr("The client is closed: %1"), days_told(result.closed))
            found.append(("closed", told, len(result.closed)))
        return found

    def _sentence(self, schedule: Schedule, engagement: Engagement, lines: Sequence[StaffingLine]) -> str:
        """Term, dates and hours in one breath."""
        language = i18n.language()
        first = words.long_date(engagement.first.isoformat(), language)
        client = schedule.row(Client, engagement.client_id).name
        if engagement.after is None:
            span = i18n.filled(self.tr("%1 from %2, without an end."), client, first)
        else:
            last = words.long_date((engagement.after - ONE_DAY).isoformat(), language)
            span = i18n.filled(self.tr("%1 from %2 to %3."), client, first, last)
            if first == last:
                span = i18n.filled(self.tr("%1 on %2."), client, first)
        return " ".join([span, *(self._hours(line) for line in lines)])

    def _hours(self, line: StaffingLine) -> str:
        by_time: dict[tuple[int, int], list[int]] = {}
        for each in line.hours:
            by_time.setdefault((each.start, each.end), []).append(each.weekday)
        told = [
            f"{weekdays_told(sorted(days))} {clock_text(start)}–{clock_text(end)}"
            for (start, end), days in by_time.items()
        ]
        return f"{', '.join(told)}." if told else ""


class _Ground(QWidget):
    """The sunken ground behind the cards, with a line at its left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.color("window"))
        painter.fillRect(0, 0, 1, self.height(), shown.color("hair"))


def _months(first: date, until: date) -> list[date]:
    """First days of all months that the days touch; `until` itself is not in."""
    found = [first.replace(day=1)]
    while True:
        later = (found[-1] + timedelta(days=32)).replace(day=1)
        if later >= until:
            return found
        found.append(later)


def weekdays_told(days: Sequence[int]) -> str:
    """'Mon–Fri, Sun'."""
    names = DAYS_SHORT[("en", "es").index(i18n.language())]
    monday = date(2026, 11, 23)
    told: list[str] = []
    for run in runs([monday + timedelta(days=day) for day in days]):
        last = run.last
        assert last is not None
        one, other = names[run.first.weekday()], names[last.weekday()]
        told.extend([one] if run.count == 1 else [one, other] if run.count == 2 else [f"{one}–{other}"])
    return ", ".join(told)
