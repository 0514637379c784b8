"""Who could go: the best people for a visit as it stands in its form, with reasons and price, one of them chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched import words
from techsched.model.change import Change, Edit
from techsched.model.kinds import Rule, Verdict
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import clock_text, day_of, minute_of
from techsched.plan.slot import Slot, at, slots
from ui import fonts, i18n, icons, theme
from ui.parts.avatar import Avatar
from ui.parts.card import Card
from ui.parts.hairline import Hairline
from ui.parts.key_cap import KeyCap
from ui.parts.plain_label import PlainLabel
from ui.parts.section_title import SectionTitle
from ui.parts.verdict_mark import VerdictMark, verdict_icon

MOST = 6
_AWAY = frozenset({Rule.ABSENCE, Rule.ABSENCE_REQUESTED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One card: name, when they would arrive, the verdict, what speaks for it and what it costs."""

    name: str
    arrives: str
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Candidates(QFrame):
    """`chosen` when another card was chosen; `slot` is what that card would book, `slots` what all would."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.slots: tuple[Slot, ...] = ()
        self._at = -1
        self._by_hand: int | None = None
        self.wish: tuple[int, Instant | None] | None = None
        """Somebody who was asked for, and when; that card comes first."""
        self.cards: list[Card] = []
        self.setFixedWidth(fonts.scaled(400))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self._area, 1)
        self.setAccessibleName(self.tr("Who could go"))
        self.tell(self.tr("Choose client and site, and give a length, to see who could go."))

    @property
    def slot(self) -> Slot | None:
        return self.slots[self._at] if 0 <= self._at < len(self.slots) else None

    def look(self, schedule: Schedule, visit: Visit | None, now: Instant, wrong: bool) -> None:
        """Ranks everybody for the visit, which may be in the office or not; None says what is missing."""
        wanted = self._by_hand
        self.slots, self._at = (), -1
        if visit is None:
            self.tell(self.tr("Choose client and site, and give a length, to see who could go."))
            return
        thought = schedule.with_(
            Change(Sentence("undo.draft"), (Edit(schedule.get(Visit, visit.id), visit),))
            if schedule.get(Visit, visit.id) != visit
            else Change(Sentence("undo.draft"), ())
        )
        answer = slots(thought, visit, now, top=MOST)
        self.slots = self._wished_first(thought, visit, now, answer.found)
        self._at = next((n for n, slot in enumerate(self.slots) if slot.technician_id == wanted), 0)
        against: Counter[str] = Counter(
            self.tr("Away") if each.rule in _AWAY else i18n.say(each.short) for each in answer.against
        )
        zone = schedule.office.zone
        note = self._note(visit, zone, now, wrong)
        found = [_candidate(thought, slot, zone, now) for slot in self.slots]
        people = len(found) + sum(against.values())
        self.show_all(found, note, people, against.most_common(8))
        self._mark()

    def _wished_first(
        self, schedule: Schedule, visit: Visit, now: Instant, found: tuple[Slot, ...]
    ) -> tuple[Slot, ...]:
        if self.wish is None:
            return found
        who, start = self.wish
        if start is None:
            return tuple(sorted(found, key=lambda slot: slot.technician_id != who))
        others = tuple(slot for slot in found if slot.technician_id != who)
        return (at(schedule, visit, who, start, now), *others)[:MOST]

    def tell(self, sentence: str) -> None:
        """Nothing to choose from yet, and why."""
        self.show_all([], sentence, 0, [])

    def show_all(self, found: Sequence[Candidate], note: str, people: int, against: Sequence[tuple[str, int]]) -> None:
        """Cards, how many people were looked at, and why the others do not fit, each with how many."""
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Who could go"), "title", 600), 1)
        if people:
            told = i18n.filled(self.tr("%1 of %2"), str(people - sum(n for _, n in against)), str(people))
            head.addWidget(PlainLabel(told, "small", 400, "ink2"))
        column.addLayout(head)
        column.addWidget(PlainLabel(note, "small", 400, "ink2", wrap=True))
        self.cards = []
        for number, candidate in enumerate(found, 1):
            card = self._card(number, candidate)
            self.cards.append(card)
            column.addWidget(card)
        if against:
            column.addSpacing(4)
            column.addWidget(Hairline())
            column.addWidget(SectionTitle(self.tr("Why the others do not fit"), str(sum(n for _, n in against))))
            for told, count in against:
                row = QHBoxLayout()
                row.addWidget(PlainLabel(told, "small", 400, "ink2", wrap=True), 1)
                row.addWidget(PlainLabel(str(count), "small", 600), 0, Qt.AlignmentFlag.AlignTop)
                column.addLayout(row)
        column.addStretch(1)
        self._area.setWidget(inner)

    def choose(self, place: int) -> None:
        """By number, from 0; nothing happens where there is none."""
        if 0 <= place < len(self.slots):
            self._at = place
            self._by_hand = self.slots[place].technician_id
            self._mark()
            self.chosen.emit()

    def _mark(self) -> None:
        for place, card in enumerate(self.cards):
            card.set_selected(place == self._at)
        if 0 <= self._at < len(self.cards):
            self._area.ensureWidgetVisible(self.cards[self._at])

    def _note(self, visit: Visit, zone: str, now: Instant, wrong: bool) -> str:
        told = [self.tr("Live, by what the fields say.")]
        if visit.due_by is not None:
            told = [i18n.filled(self.tr("Live. Deadline %1."), _moment(visit.due_by, zone, now))]
        if wrong:
            told.append(self.tr("What is not right yet is left out."))
        return " ".join(told)

    def _card(self, number: int, candidate: Candidate) -> Card:
        card = Card(pressable=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(KeyCap(f"Alt+{number}"))
        head.addWidget(Avatar(candidate.name))
        head.addWidget(PlainLabel(candidate.name, "body", 600, elide=True), 1)
        head.addWidget(PlainLabel(candidate.arrives, "body", 600))
        card.column.addLayout(head)
        if candidate.verdict is not Verdict.GOOD:
            card.column.addWidget(VerdictMark(candidate.verdict))
        for told in candidate.reasons[:4]:
            card.column.addLayout(_line(Verdict.GOOD, told))
        for told in candidate.warnings[:3]:
            card.column.addLayout(_line(Verdict.WARNING, told))
        card.setAccessibleName(f"{number}. {candidate.name}, {candidate.arrives}")
        card.pressed.connect(lambda: self.choose(number - 1))
        return card


def _candidate(schedule: Schedule, slot: Slot, zone: str, now: Instant) -> Candidate:
    return Candidate(
        schedule.row(Technician, slot.technician_id).name,
        _moment(slot.start, zone, now),
        slot.verdict,
        tuple(i18n.say(each) for each in slot.reasons),
        tuple(i18n.say(each) for each in slot.warnings),
    )


def _moment(moment: Instant, zone: str, now: Instant) -> str:
    """'13:25' of today, 'Thu 26 Nov 9:00' of another day."""
    told, day = clock_text(minute_of(moment, zone)), day_of(moment, zone)
    return told if day == day_of(now, zone) else f"{words.day(day.isoformat(), i18n.language())} {told}"


def _line(verdict: Verdict, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(_Mark(verdict), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(text, "small", wrap=True), 1)
    return row


class _Mark(QWidget):
    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._verdict = verdict
        self.setFixedSize(QSize(fonts.scaled(14), fonts.line("small")))

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, role = verdict_icon(self._verdict)
        size = fonts.scaled(14)
        drawn = icons.pixmap(icon, size, theme.current().color(role), self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(0, (self.height() - size) // 2), drawn)
