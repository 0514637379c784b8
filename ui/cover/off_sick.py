"""Off sick today: recorded at once, then what it opens, the best person for each item, taken by one key."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched.desk.absences import ChangeAbsence, RecordAbsence
from techsched.desk.cover import LeaveUncovered
from techsched.desk.rehoming import take
from techsched.desk.visits import UnscheduleVisit
from techsched.model.absence import Absence
from techsched.model.kinds import AbsenceKind, Because, CoverDecision, Mode, Verdict
from techsched.model.span import ONE_DAY
from techsched.model.technician import Technician
from techsched.model.wall import day_of, minute_of
from techsched.model.work import Work, work_of
from techsched.plan.rehome import Item, items
from techsched.plan.slot import Slot
from techsched.words import length, term
from ui.board.inspector import Icon
from ui.board.wording import cap_day, clock, clock_span, place_name, spell_day
from ui.bridge import Bridge
from ui.parts.avatar import Avatar
from ui.parts.button import Button
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.dialog import Dialog
from ui.parts.hairline import Hairline
from ui.parts.key_cap import KeyCap
from ui.parts.plain_label import PlainLabel
from ui.parts.section_title import SectionTitle
from ui.parts.verdict_mark import VerdictMark


def working_days(first: date, count: int) -> list[date]:
    """The first `count` Mondays to Fridays from `first` on."""
    found: list[date] = []
    day = first
    while len(found) < count:
        if day.weekday() < 5:
            found.append(day)
        day += ONE_DAY
    return found


class OffSickDialog(Dialog):
    """Keys: T, W and N end it today, on Friday or not yet; 1 to 9 take an item, F takes those that fit, Enter
    takes all, Up and Down choose, Esc is later."""

    def __init__(self, bridge: Bridge, technician_id: int) -> None:
        self.bridge = bridge
        person = self.technician = bridge.schedule.row(Technician, technician_id)
        self.today = day_of(bridge.now, self.technician.zone)
        super().__init__(person.name, term("profile", person.profile, bridge.language), width=1200, height=820)
        self.absence_id = self._recorded()
        self.items: tuple[Item, ...] = ()
        self.taken: dict[int, str] = {}
        """Number of an item to what was done with it."""
        self.selected = 0
        self._ends = QButtonGroup(self)
        self._ends.setExclusive(True)
        self._build()
        self._read()

    def open(self, window: QWidget) -> None:
        """The keyboard begins on the button that takes all, so that Enter does what it says."""
        super().open(window)
        (self._all if self._all.isEnabled() else self._later).setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    # recording

    def _recorded(self) -> int:
        """The absence that stands today, or a new one from now on."""
        schedule = self.bridge.schedule
        for absence in schedule.absences_on(self.technician.id, self.today):
            if absence.kind is AbsenceKind.SICK:
                return absence.id
        minute = minute_of(self.bridge.now, self.technician.zone)
        begun = any(
            row.day == self.today and row.start < self.bridge.now
            for row in schedule.diary(self.technician.id)
            if row.occupies
        )
        done = self.bridge.desk.do(
            RecordAbsence(
                self.technician.id,
                AbsenceKind.SICK,
                self.today,
                self.today + ONE_DAY,
                from_minute=minute if begun else None,
            )
        )
        made = next(e.after for e in done.change.edits if isinstance(e.after, Absence))
        return made.id

    @property
    def absence(self) -> Absence:
        return self.bridge.schedule.row(Absence, self.absence_id)

    def _until(self, after: date | None) -> None:
        """Another end for the absence; what it opens is read anew."""
        from dataclasses import replace

        if self.absence.after != after:
            self.bridge.do(ChangeAbsence(replace(self.absence, after=after)))
        self.taken.clear()
        self.selected = 0
        self._read()

    # layout

    def _build(self) -> None:
        language = self.bridge.language
        days = working_days(self.today + ONE_DAY, 5)
        friday = self.today + timedelta(days=(4 - self.today.weekday()) % 7)
        ends: list[tuple[str, date | None, str]] = [(self.tr("Today only"), self.today + ONE_DAY, "T")]
        for last in dict.fromkeys((days[0], friday)):
            if last > self.today:
                told = self.tr("Until %1").replace("%1", spell_day(last, language))
                ends.append((told, last + ONE_DAY, "W" if last == friday else ""))
        ends.append((self.tr("No end yet"), None, "N"))
        self._end_keys: dict[int, Chip] = {}
        for n, (text, after, key) in enumerate(ends):
            chip = Chip(text, checked=self.absence.after == after)
            if key:
                chip.setToolTip(self.tr("Key: %1").replace("%1", key))
                self._end_keys[Qt.Key(ord(key)).value] = chip
            chip.clicked.connect(lambda _=False, after=after: self._until(after))
            self._ends.addButton(chip, n)
            self.head.insertWidget(self.head.count() - 1, chip)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        strip = QHBoxLayout()
        strip.setContentsMargins(24, 10, 24, 10)
        strip.addWidget(Icon("check-circle-fill", "good"))
        self._strip = PlainLabel("", "small", elide=True)
        strip.addWidget(self._strip, 1)
        self._amount = PlainLabel("", "small", 400, "ink2")
        strip.addWidget(self._amount)
        self.body.addLayout(strip)
        self.body.addWidget(Hairline())
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self._left = self._scroll()
        self._right = self._scroll()
        self._right.setFixedWidth(376)
        columns.addWidget(self._left, 1)
        columns.addWidget(Hairline(Qt.Orientation.Vertical))
        columns.addWidget(self._right)
        self.body.addLayout(columns, 1)
        self._counts = PlainLabel("", "small", elide=True)
        self.foot.insertWidget(0, self._counts, 1)
        self._later = Button(self.tr("Later"), "plain", keys="Esc", size="large")
        self._later.clicked.connect(self.dismiss)
        self._fit = Button(self.tr("Take those that fit"), "plain", keys="F", size="large")
        self._fit.clicked.connect(self.take_fitting)
        self._all = Button(self.tr("Take all"), "primary", keys="Enter", size="large")
        self._all.clicked.connect(self.take_all)
        self.add_button(self._later)
        self.add_button(self._fit)
        self.add_button(self._all, default=True)

    def _scroll(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    # content

    def _read(self) -> None:
        self.items = items(self.bridge.schedule, self.technician.id, self.today, self.bridge.now)
        self._draw()

    def _left_over(self) -> list[Item]:
        return [item for n, item in enumerate(self.items) if n not in self.taken]

    def _draw(self) -> None:
        person, language = self.technician, self.bridge.language
        zone = self.bridge.schedule.office.zone
        title = self.tr("%1 is off sick").replace("%1", person.name)
        self.set_title(title, term("profile", person.profile, language))
        at = clock(self.bridge.now, zone)
        told = self.tr("Recorded at %1. Nothing is lost if you close this. On paper everybody reads “away”.")
        self._strip.setText(told.replace("%1", at))
        minutes = sum((item.end - item.start) // 60 for item in self.items)
        count = self.tr("1 item") if len(self.items) == 1 else self.tr("%1 items").replace("%1", str(len(self.items)))
        self._amount.setText(f"{count} · {length(max(minutes, 0))}")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.cards: list[Card] = []
        for n, item in enumerate(self.items):
            card = self._done_card(n, item) if n in self.taken else self._card(n, item)
            self.cards.append(card)
            column.addWidget(card)
        if not self.items:
            column.addWidget(PlainLabel(self.tr("Nothing of theirs is open today or in the next five days."), "body"))
        column.addStretch(1)
        self._left.setWidget(inner)
        self._choose(self.selected if self.selected < len(self.items) else 0)
        left = self._left_over()
        can = [item for item in left if item.best is not None]
        fits = [item for item in can if item.best is not None and item.best.verdict in FITTING]
        self._fit.set_text(self.tr("Take the %1 that fit").replace("%1", str(len(fits))))
        self._fit.setEnabled(bool(fits))
        self._all.set_text(self.tr("Take all %1").replace("%1", str(len(can))))
        self._all.setEnabled(bool(can))
        asks = sum(item.best is not None and item.best.verdict is Verdict.APPROVAL for item in left)
        nobody = len(left) - len(can)
        words = []
        if fits:
            words.append(self.tr("%1 fit").replace("%1", str(len(fits))))
        if asks:
            words.append(self.tr("%1 need your OK, given once when you take them").replace("%1", str(asks)))
        if nobody:
            words.append(self.tr("%1 that nobody can take").replace("%1", str(nobody)))
        self._counts.setText(", ".join(words))

    def _what(self, item: Item) -> Work:
        return work_of(self.bridge.schedule, item.row)

    def _where(self, item: Item, work: Work) -> str:
        if item.row.mode is Mode.REMOTE:
            return term("mode", "remote", self.bridge.language)
        return place_name(self.bridge.schedule, work.site)

    def _arrival(self, item: Item, slot: Slot) -> str:
        """The hour, with its day where that is another one than was promised."""
        zone = self.bridge.schedule.office.zone
        day, at = day_of(slot.start, zone), clock(slot.start, zone)
        return at if day == item.row.day else f"{cap_day(day, self.bridge.language)} {at}"

    def _card(self, n: int, item: Item) -> Card:
        language, zone = self.bridge.language, self.bridge.schedule.office.zone
        work = self._what(item)
        card = Card(pressable=True)
        card.pressed.connect(lambda: self._choose(n))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(KeyCap(str(n + 1)), 0, Qt.AlignmentFlag.AlignTop)
        about = QVBoxLayout()
        about.setSpacing(2)
        when = QHBoxLayout()
        when.addWidget(PlainLabel(cap_day(item.row.day, language), "body", 600))
        when.addWidget(PlainLabel(clock_span(item.start, item.end, zone), "body", 400, "ink2"))
        when.addStretch(1)
        about.addLayout(when)
        about.addWidget(PlainLabel(work.client.name, "body", 600, elide=True))
        about.addWidget(PlainLabel(work.title, "small", 400, "ink2", elide=True))
        about.addWidget(PlainLabel(self._where(item, work), "small", 400, "ink2", elide=True))
        about.addStretch(1)
        left = QWidget()
        left.setLayout(about)
        about.setContentsMargins(0, 0, 0, 0)
        left.setFixedWidth(280)
        row.addWidget(left)
        row.addWidget(Icon("arrow-right", "ink3", 16))
        best = QVBoxLayout()
        best.setSpacing(3)
        if item.best is None:
            best.addWidget(PlainLabel(self.tr("Nobody can take this"), "body", 600, "bad"))
            told = self.tr("Leave it uncovered, or let the client move it.")
            best.addWidget(PlainLabel(told, "small", 400, "ink2", wrap=True))
        else:
            who = self.bridge.schedule.row(Technician, item.best.technician_id)
            name = QHBoxLayout()
            name.setSpacing(8)
            name.addWidget(Avatar(who.name))
            name.addWidget(PlainLabel(who.name, "body", 600))
            name.addWidget(PlainLabel(self._arrival(item, item.best), "body"))
            name.addStretch(1)
            best.addLayout(name)
            for reason in item.best.reasons[:1]:
                best.addLayout(self._line("check-circle-fill", "good", self.bridge.say(reason)))
            for warning in item.best.warnings[:1]:
                best.addLayout(self._line("warning-fill", "warn", self.bridge.say(warning)))
            foot = QHBoxLayout()
            foot.addWidget(VerdictMark(item.best.verdict))
            foot.addStretch(1)
            button = Button(self.tr("Take"), "plain", keys=str(n + 1) if n < 9 else "")
            button.clicked.connect(lambda _=False: self.take((n,)))
            foot.addWidget(button)
            best.addLayout(foot)
        row.addLayout(best, 1)
        card.column.addLayout(row)
        card.setAccessibleName(f"{n + 1}. {cap_day(item.row.day, language)}, {work.client.name}")
        return card

    def _done_card(self, n: int, item: Item) -> Card:
        """One line with a check, and Undo."""
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon("check-circle-fill", "good"))
        day = cap_day(item.row.day, self.bridge.language)
        row.addWidget(PlainLabel(f"{day} · {self._what(item).client.name} · {self.taken[n]}", "body", elide=True), 1)
        undo = Button(self.tr("Undo"), "link")
        undo.clicked.connect(self._undo)
        row.addWidget(undo)
        card.column.addLayout(row)
        return card

    def _line(self, icon: str, role: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Icon(icon, role))
        row.addWidget(PlainLabel(text, "small", elide=True), 1)
        return row

    def _choose(self, n: int) -> None:
        self.selected = n
        for place, card in enumerate(self.cards):
            card.set_selected(place == n and place not in self.taken)
        if 0 <= n < len(self.items):
            self._left.ensureWidgetVisible(self.cards[n])
            self._show_item(n, self.items[n])
        else:
            self._right.setWidget(QWidget())

    def _show_item(self, n: int, item: Item) -> None:
        schedule, language = self.bridge.schedule, self.bridge.language
        work = self._what(item)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        head = self.tr("Item %1 of %2").replace("%1", str(n + 1)).replace("%2", str(len(self.items)))
        column.addWidget(PlainLabel(head, "small", 400, "ink2"))
        column.addWidget(
            PlainLabel(f"{work.client.name}, {spell_day(item.row.day, language)}", "title", 600, wrap=True)
        )
        needs = [need.name for need in work.skills]
        if work.profile is not None:
            needs.insert(0, term("profile", work.profile, language))
        about = ", ".join(part for part in (work.title, self._where(item, work)) if part)
        if needs:
            asks = self.tr("Asks: %1").replace("%1", ", ".join(needs))
            about = f"{about}. {asks}"
        column.addWidget(PlainLabel(about, "small", 400, "ink2", wrap=True))
        if item.best is not None:
            who = schedule.row(Technician, item.best.technician_id).name.split()[0]
            told = self.tr("What taking %1 does, as one step").replace("%1", who)
            column.addWidget(SectionTitle(told))
            block = Card(role="sunken")
            line = f"{self._arrival(item, item.best)}  {who} → {work.client.name}"
            block.column.addWidget(PlainLabel(line, "small", wrap=True))
            for said in (*item.best.reasons, *item.best.warnings):
                block.column.addWidget(PlainLabel(self.bridge.say(said), "small", 400, "ink2", wrap=True))
            column.addWidget(block)
        column.addWidget(SectionTitle(self.tr("Others")))
        for offer in item.others[:4]:
            column.addLayout(self._other(schedule.row(Technician, offer.technician_id).name, offer.verdict, offer))
        for no in item.against[: max(0, 6 - len(item.others[:4]))]:
            row = QVBoxLayout()
            row.setSpacing(0)
            row.addWidget(PlainLabel(schedule.row(Technician, no.technician_id).name, "small", 600))
            row.addWidget(PlainLabel(self.bridge.say(no.short), "small", 400, "ink2", wrap=True))
            column.addLayout(row)
        more = len(item.against) - max(0, 6 - len(item.others[:4]))
        if more > 0:
            told = self.tr("and %1 more who do not fit").replace("%1", str(more))
            column.addWidget(PlainLabel(told, "small", 400, "ink3"))
        if n not in self.taken:
            acts = QHBoxLayout()
            if item.row.visit_id is None:
                leave = Button(self.tr("Leave uncovered"), "plain")
                leave.clicked.connect(lambda: self._leave(n))
                acts.addWidget(leave)
            else:
                wait = Button(self.tr("Back to waiting"), "plain")
                wait.clicked.connect(lambda: self._wait(n))
                acts.addWidget(wait)
            acts.addStretch(1)
            column.addLayout(acts)
        column.addStretch(1)
        self._right.setWidget(inner)

    def _other(self, name: str, verdict: Verdict, offer: object) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(name, "small", 600), 1)
        head.addWidget(VerdictMark(verdict))
        row.addLayout(head)
        said = (*getattr(offer, "warnings", ()), *getattr(offer, "reasons", ()))
        if said:
            row.addWidget(PlainLabel(self.bridge.say(said[0]), "small", 400, "ink2", wrap=True))
        return row

    # acts

    def take(self, numbers: tuple[int, ...]) -> None:
        """Takes the best person of these items as one named step; the OK is given with it."""
        chosen = [n for n in numbers if n not in self.taken and self.items[n].best is not None]
        if not chosen:
            return
        picked = tuple(self.items[n] for n in chosen)
        done = self.bridge.do(take(self.bridge.schedule, self.technician.id, picked), Because.OK_GIVEN)
        if done is None:
            return
        for n in chosen:
            best = self.items[n].best
            assert best is not None
            who = self.bridge.schedule.row(Technician, best.technician_id).name
            self.taken[n] = self.tr("%1 takes it").replace("%1", who)
        self.selected = next((n for n in range(len(self.items)) if n not in self.taken), 0)
        self._draw()

    def take_fitting(self) -> None:
        self.take(
            tuple(n for n, item in enumerate(self.items) if item.best is not None and item.best.verdict in FITTING)
        )

    def take_all(self) -> None:
        self.take(tuple(range(len(self.items))))
        if not [item for item in self._left_over() if item.best is not None]:
            self.dismiss()

    def _leave(self, n: int) -> None:
        item = self.items[n]
        command = LeaveUncovered((item.row.id,), self.absence_id, CoverDecision.LEFT_UNCOVERED)
        if self.bridge.do(command) is not None:
            self.taken[n] = self.tr("left uncovered")
            self._draw()

    def _wait(self, n: int) -> None:
        visit_id = self.items[n].row.visit_id
        if visit_id is not None and self.bridge.do(UnscheduleVisit(visit_id)) is not None:
            self.taken[n] = self.tr("waits again")
            self._draw()

    def _undo(self) -> None:
        """Takes the last step back and looks anew."""
        if self.bridge.undo() is not None:
            self.taken.clear()
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        end = self._end_keys.get(event.key())
        if end is not None and not event.modifiers():
            end.click()
            return
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < min(9, len(self.items)) and not event.modifiers():
            self.take((digit,))
        elif event.key() == Qt.Key.Key_F and self._fit.isEnabled():
            self.take_fitting()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.items:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._choose(max(0, min(len(self.items) - 1, self.selected + step)))
        else:
            super().keyPressEvent(event)


FITTING = (Verdict.GOOD, Verdict.WARNING)
