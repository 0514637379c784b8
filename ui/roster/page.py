"""The roster screen: a week's pages as they will be printed, to be saved as PDF or sent to a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from techsched.errors import UserError
from techsched.model.kinds import Severity
from techsched.model.sentence import sentence
from techsched.model.span import ONE_DAY
from techsched.model.wall import Week, day_of
from techsched.roster.pages import A3, A4, lay_out
from techsched.roster.week import week_of
from techsched.words import say
from ui import i18n, printing
from ui.bridge import Bridge
from ui.parts.button import Button
from ui.parts.hairline import Hairline
from ui.parts.plain_label import PlainLabel
from ui.parts.segmented import Segmented
from ui.roster.painter import measure
from ui.roster.view import PagesView

_PAPERS = {paper.name: paper for paper in (A4, A3)}
_NEXT_WEEK_FROM = 3
"""Thursday: from then on the screen opens on the week that is still to be printed."""


class RosterPage(QWidget):
    """Follows the schedule while it is on the screen. `heading(title, dates)` names what it shows."""

    heading = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._language = bridge.language
        self._stale = True
        self.week = self._usual_week()
        self.view = PagesView()

        self.before = Button(icon="caret-left-bold", bare=True)
        self.today_button = Button()
        self.after = Button(icon="caret-right-bold", bare=True)
        self._name = PlainLabel("", "body", 600)
        self._dates = PlainLabel("", "body", 400, "ink2", elide=True)
        self.notice = PlainLabel("", "small", 400, "ink2", elide=True)
        self.languages = Segmented((("en", "English"), ("es", "Español")))
        self.papers = Segmented(tuple((name, name) for name in _PAPERS))
        self.up = Button(icon="caret-up-bold", bare=True)
        self.turned = PlainLabel("", "small", 400, "ink2")
        self.down = Button(icon="caret-down-bold", bare=True)
        self.save = Button(icon="file-arrow-down")
        self.send = Button("", "primary", icon="printer")
        self.languages.choose(self._language)
        self.papers.choose(A4.name)
        self._build()
        self._speak()

        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.today_button.clicked.connect(self.this_week)
        self.languages.chosen.connect(self._choose_language)
        self.papers.chosen.connect(lambda _: self.reload())
        self.up.clicked.connect(lambda: self.view.turn(-1))
        self.down.clicked.connect(lambda: self.view.turn(1))
        self.save.clicked.connect(self.save_pdf)
        self.send.clicked.connect(self.send_to_printer)
        self.view.turned.connect(lambda _: self._show_turned())
        bridge.changed.connect(lambda _: self.show_change())
        bridge.language_changed.connect(self._follow_language)

    def _build(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(20, 8, 20, 8)
        strip.setSpacing(8)
        for part in (self.before, self.today_button, self.after):
            strip.addWidget(part)
        strip.addSpacing(8)
        strip.addWidget(self._name)
        strip.addWidget(self._dates, 2)
        for turning in (self.up, self.turned, self.down):
            strip.addWidget(turning)
        strip.addSpacing(12)
        strip.addWidget(self.languages)
        strip.addWidget(self.papers)
        strip.addSpacing(12)
        strip.addWidget(self.save)
        strip.addWidget(self.send)
        line = QHBoxLayout()
        line.setContentsMargins(20, 0, 20, 8)
        line.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addLayout(line)
        column.addWidget(Hairline(Qt.Orientation.Horizontal, "hair"))
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _speak(self) -> None:
        for button, text in (
            (self.before, self.tr("Week before")),
            (self.today_button, self.tr("This week")),
            (self.after, self.tr("Week after")),
            (self.up, self.tr("Page before")),
            (self.down, self.tr("Next page")),
            (self.save, self.tr("Save PDF…")),
            (self.send, self.tr("Print…")),
        ):
            button.set_text(text)
        self.languages.setAccessibleName(self.tr("Language of the sheet"))
        self.papers.setAccessibleName(self.tr("Size of the paper"))

    # which week

    def _usual_week(self) -> Week:
        office = self._bridge.schedule.office
        today = day_of(self._bridge.now, office.zone)
        return Week.of(today + 7 * ONE_DAY if today.weekday() >= _NEXT_WEEK_FROM else today)

    def step(self, by: int) -> None:
        self.look_at(self.week.shifted(by))

    def this_week(self) -> None:
        self.look_at(Week.of(day_of(self._bridge.now, self._bridge.schedule.office.zone)))

    today = this_week

    def look_at(self, week: Week) -> None:
        self.week = week
        self.view.verticalScrollBar().setValue(0)
        self.reload()

    def _choose_language(self, language: str) -> None:
        self._language = language
        self.reload()

    def _follow_language(self, language: str) -> None:
        """The sheet speaks as the window does until somebody chooses otherwise."""
        self.languages.choose(language)
        self._choose_language(language)

    # what is shown

    def show_change(self) -> None:
        """Laid out again at once when it is seen, else when it is next looked at."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        conflicts = self._bridge.conflicts(self.week.days)
        told = week_of(self._bridge.schedule, self.week, self._bridge.now, self._language, conflicts)
        self._stale = False
        self.view.show_pages(lay_out(told, _PAPERS[self.papers.value], measure))
        self._name.setText(told.title)
        self._dates.setText(told.dates)
        self._say_open(sum(c.severity is Severity.HARD and not c.kept for c in conflicts), len(told.uncovered))
        self._show_turned()
        self.heading.emit(told.title, told.dates)

    def _say_open(self, conflicts: int, uncovered: int) -> None:
        """Said before anything is printed, never hidden."""
        counted = (("paper.conflicts_open", conflicts), ("paper.places_uncovered", uncovered))
        told = [i18n.say(sentence(key, n=count)) for key, count in counted if count]
        self.notice.set_role("warn" if told else "ink2")
        self.notice.setText(" ".join(told) or i18n.say(sentence("paper.nothing_open")))

    def _show_turned(self) -> None:
        here, count = self.view.page, len(self.view.pages)
        self.turned.setText(f"{here} / {count}")
        self.up.setEnabled(here > 1)
        self.down.setEnabled(here < count)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
            self._stale = True
            if self.isVisible():
                self.reload()

    def panes(self) -> list[QWidget]:
        return [self.before, self.view]

    # paper

    def save_pdf(self) -> None:
        """Asks where, and writes the week as it stands at that moment."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        named = say(sentence("paper.file_name", week=str(self.week)), self._language)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save PDF"), str(Path(folder) / named), "PDF (*.pdf)")
        if not chosen:
            return
        to = Path(chosen)
        if not to.suffix:
            to = to.with_suffix(".pdf")
        try:
            printing.save_roster(self._bridge.desk, self.week, self._language, to, _PAPERS[self.papers.value])
        except UserError as trouble:
            self._tell(i18n.say(trouble.sentence), "bad")
        else:
            self._tell(i18n.filled(self.tr("Saved: %1"), str(to)), "good")

    def send_to_printer(self) -> None:
        """The system's own dialog chooses printer, paper and pages."""
        told = printing.read_week(self._bridge.desk, self.week, self._language)
        try:
            sent = printing.ask_and_send(told, _PAPERS[self.papers.value], self)
        except UserError as trouble:
            self._tell(i18n.say(trouble.sentence), "bad")
            return
        if sent:
            self._tell(self.tr("Sent to the printer."), "good")

    def _tell(self, text: str, role: str) -> None:
        self.notice.set_role(role)
        self.notice.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
