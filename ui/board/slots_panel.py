"""Best slots: the ranked technicians with reasons and warnings, numbers to press, and why the others cannot."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched.model.kinds import Priority, Rule
from techsched.model.technician import Technician
from techsched.plan.against import Against
from techsched.plan.slot import Slot
from ui.board.inspector import Icon
from ui.board.placing import Placing
from ui.board.wording import clock, spell_day
from ui.bridge import Bridge
from ui.parts.avatar import Avatar
from ui.parts.card import Card
from ui.parts.hairline import Hairline
from ui.parts.key_cap import KeyCap
from ui.parts.plain_label import PlainLabel
from ui.parts.section_title import SectionTitle
from ui.parts.verdict_mark import VerdictMark

MOST = 9


class SlotsPanel(QScrollArea):
    """`taken(Slot)` when a card is pressed; the page presses the numbers."""

    taken = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.cards: list[Card] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def refill(self, placing: Placing) -> None:
        schedule = self.bridge.schedule
        zone = schedule.office.zone
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Best slots"), "title", 600), 1)
        told = self.tr("%1 of %2").replace("%1", str(len(placing.slots)))
        head.addWidget(PlainLabel(told.replace("%2", str(len(placing.answers))), "small", 400, "ink2"))
        column.addLayout(head)
        urgent = placing.visit is not None and placing.visit.priority in (Priority.CRITICAL, Priority.HIGH)
        line = (
            self.tr("Earliest arrival first, with its price. Press the number to book.")
            if urgent
            else self.tr("Least travel first, with its price. Press the number to book.")
        )
        column.addWidget(PlainLabel(line, "small", 400, "ink2", wrap=True))
        self.cards = []
        for slot in placing.slots[:MOST]:
            card = self._card(placing, slot, zone)
            self.cards.append(card)
            column.addWidget(card)
        if not placing.slots:
            column.addWidget(PlainLabel(self.tr("Nobody fits before the deadline."), "body", wrap=True))
        against = [answer for answer in placing.answers.values() if isinstance(answer, Against)]
        if against:
            column.addWidget(Hairline())
            column.addWidget(SectionTitle(self.tr("Why the others cannot"), str(len(against))))
            for told, count in self._counted(against):
                row = QHBoxLayout()
                row.addWidget(PlainLabel(told, "small", 400, "ink2", wrap=True), 1)
                row.addWidget(PlainLabel(str(count), "small", 600))
                column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inner)
        self.mark(placing.marked)

    def _counted(self, against: list[Against]) -> list[tuple[str, int]]:
        """Reasons by how many they keep away; people who are away count together."""
        away = {Rule.ABSENCE, Rule.ABSENCE_REQUESTED}
        counts: Counter[str] = Counter()
        for answer in against:
            if answer.rule in away:
                counts[self.tr("Away")] += 1
            else:
                counts[self.bridge.say(answer.short)] += 1
        return counts.most_common(8)

    def _card(self, placing: Placing, slot: Slot, zone: str) -> Card:
        schedule, language = self.bridge.schedule, self.bridge.language
        technician = schedule.row(Technician, slot.technician_id)
        card = Card(pressable=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(KeyCap(str(slot.number)))
        head.addWidget(Avatar(technician.name))
        head.addWidget(PlainLabel(technician.name, "body", 600, elide=True), 1)
        arrival = clock(slot.start, zone)
        from techsched.model.wall import day_of

        day = day_of(slot.start, zone)
        if day != day_of(self.bridge.now, zone):
            arrival = f"{spell_day(day, language)} {arrival}"
        head.addWidget(PlainLabel(arrival, "body", 600))
        card.column.addLayout(head)
        card.column.addWidget(VerdictMark(slot.verdict))
        for told in slot.reasons[:4]:
            card.column.addLayout(_line("check-circle-fill", "good", self.bridge.say(told)))
        for told in slot.warnings[:3]:
            card.column.addLayout(_line("warning-fill", "warn", self.bridge.say(told)))
        card.setAccessibleName(f"{slot.number}. {technician.name}, {arrival}")
        card.pressed.connect(lambda slot=slot: self.taken.emit(slot))
        return card

    def mark(self, place: int) -> None:
        """Draws the slot that Enter would book."""
        for n, card in enumerate(self.cards):
            card.set_selected(n == place)
        if 0 <= place < len(self.cards):
            self.ensureWidgetVisible(self.cards[place])


def _line(icon: str, role: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(Icon(icon, role), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(PlainLabel(text, "small", wrap=True), 1)
    return row
