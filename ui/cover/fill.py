"""Fills uncovered days: who could stand for the absent one, or be placed where nobody is, each tried in preview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from techsched.desk.cover import CoverAssignments, LeaveUncovered
from techsched.desk.desk import Preview
from techsched.desk.pen import Command
from techsched.desk.placements import PlaceTechnician
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.client import Client
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import CoverDecision, Rule, Severity, Verdict
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY
from techsched.model.technician import Technician
from techsched.plan.waiting import UncoveredRun
from ui.board.inspector import Icon
from ui.board.wording import cap_day, spell_day
from ui.bridge import Bridge
from ui.parts.avatar import Avatar
from ui.parts.button import Button
from ui.parts.card import Card
from ui.parts.dialog import Dialog
from ui.parts.hairline import Hairline
from ui.parts.key_cap import KeyCap
from ui.parts.plain_label import PlainLabel
from ui.parts.section_title import SectionTitle
from ui.parts.verdict_mark import VerdictMark

MOST = 5


def one_day(run: UncoveredRun, day: date, schedule: Schedule) -> UncoveredRun:
    """What of the run lies on one of its days."""
    conflicts = tuple(conflict for conflict in run.conflicts if conflict.day == day)
    rows = tuple(id for id in run.rows if schedule.row(Assignment, id).day == day)
    return replace(run, days=(day,), rows=rows, conflicts=conflicts, start=min(c.start for c in conflicts))


@dataclass(frozen=True, slots=True)
class Try:
    technician: Technician
    command: Command
    preview: Preview

    @property
    def rank(self) -> tuple[int, int, str]:
        serious = sum(c.severity >= Severity.APPROVAL for c in self.preview.new)
        return self.preview.verdict.rank, serious, self.technician.name


class FillDialog(Dialog):
    """Keys 1 to 5 take a person; what needs an OK is asked once more, as everywhere."""

    def __init__(self, bridge: Bridge, run: UncoveredRun) -> None:
        self.bridge = bridge
        self.run = run
        schedule, language = bridge.schedule, bridge.language
        line = schedule.row(StaffingLine, run.line_id)
        engagement = schedule.row(Engagement, line.engagement_id)
        client = schedule.row(Client, engagement.client_id).name
        days = spell_day(run.days[0], language)
        if len(run.days) > 1:
            days = f"{days} – {spell_day(run.days[-1], language)}"
        super().__init__(
            self.tr("Uncovered: %1").replace("%1", client),
            f"{days} · {line.service or engagement.title}",
            width=640,
        )
        tries = self._tries()
        self.offers = [t for t in tries if t.preview.verdict is not Verdict.IMPOSSIBLE][:MOST]
        for n, offer in enumerate(self.offers):
            self.body.addWidget(self._card(n, offer))
        if not self.offers:
            self.body.addWidget(PlainLabel(self.tr("Nobody fits on these days."), "body", 600))
        against = [t for t in tries if t.preview.verdict is Verdict.IMPOSSIBLE]
        if against:
            self.body.addWidget(Hairline())
            self.body.addWidget(SectionTitle(self.tr("Why the others cannot"), str(len(against))))
            for each in against[:MOST]:
                worst = each.preview.new[0]
                told = self.bridge.say(worst.sentence)
                self.body.addWidget(PlainLabel(told, "small", 400, "ink2", wrap=True))
            more = len(against) - MOST
            if more > 0:
                self.body.addWidget(PlainLabel(self.tr("and %1 more").replace("%1", str(more)), "small", role="ink2"))
        if len(run.days) > 1:
            self._offer_days()
        later = Button(self.tr("Later"), "plain", keys="Esc")
        later.clicked.connect(self.dismiss)
        if run.rows and run.absence_id is not None:
            leave = Button(self.tr("Leave uncovered"), "plain")
            leave.clicked.connect(self._leave)
            self.add_button(leave)
        self.add_button(later)

    def _offer_days(self) -> None:
        """Who cannot do all days may do one."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("One day alone:"), "small", 400, "ink2"))
        for day in self.run.days[:MOST]:
            button = Button(cap_day(day, self.bridge.language), "plain", size="small")
            button.clicked.connect(lambda _=False, day=day: self._open_day(day))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _open_day(self, day: date) -> None:
        window = self.window()
        self.dismiss()
        FillDialog(self.bridge, one_day(self.run, day, self.bridge.schedule)).open(window)

    def _tries(self) -> list[Try]:
        """Everybody employed on the days, by the preview of what taking them would do."""
        schedule = self.bridge.schedule
        absent = None
        if self.run.rows:
            absent = schedule.row(Assignment, self.run.rows[0]).technician_id
        found: list[Try] = []
        for technician in schedule.rows(Technician).values():
            if technician.id == absent or self.run.days[0] not in technician.employed:
                continue
            command = self._command(technician.id)
            try:
                found.append(Try(technician, command, self.bridge.preview(command)))
            except UserError:
                continue
        return sorted((t for t in found if self._helps(t)), key=lambda t: t.rank)

    def _helps(self, tried: Try) -> bool:
        """A placing whose days would all clash fills nothing."""
        gone = {c.fingerprint for c in tried.preview.gone if c.rule is Rule.UNCOVERED}
        impossible = tried.preview.verdict is Verdict.IMPOSSIBLE
        return impossible or any(c.fingerprint in gone for c in self.run.conflicts)

    def _command(self, technician_id: int) -> Command:
        if self.run.rows:
            return CoverAssignments(self.run.rows, technician_id)
        first, last = self.run.days[0], self.run.days[-1]
        return PlaceTechnician(self.run.line_id, technician_id, first, last + ONE_DAY, self.run.place)

    def _card(self, n: int, offer: Try) -> Card:
        card = Card(pressable=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(KeyCap(str(n + 1)))
        row.addWidget(Avatar(offer.technician.name))
        row.addWidget(PlainLabel(offer.technician.name, "body", 600, elide=True), 1)
        row.addWidget(VerdictMark(offer.preview.verdict))
        card.column.addLayout(row)
        for conflict in [c for c in offer.preview.new if c.rule is not Rule.SHORT_NOTICE][:2]:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(Icon("warning-fill", "warn"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(self.bridge.say(conflict.sentence), "small", wrap=True), 1)
            card.column.addLayout(line)
        card.setAccessibleName(f"{n + 1}. {offer.technician.name}")
        card.pressed.connect(lambda: self.take(n))
        return card

    def take(self, n: int) -> None:
        self.dismiss()
        self.bridge.do(self.offers[n].command)

    def _leave(self) -> None:
        assert self.run.absence_id is not None
        self.dismiss()
        self.bridge.do(LeaveUncovered(self.run.rows, self.run.absence_id, CoverDecision.LEFT_UNCOVERED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.offers) and not event.modifiers():
            self.take(place)
            return
        super().keyPressEvent(event)
