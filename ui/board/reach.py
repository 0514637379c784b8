"""Asks how far an edit of a placed booking goes: this day, from here on, or all, with what each would touch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from techsched.desk.assignments import Reach
from techsched.model.assignment import Assignment
from techsched.model.engagement import Placement
from techsched.model.growth import live_rows
from techsched.model.kinds import AssignmentState
from ui.board.wording import spell_day
from ui.bridge import Bridge
from ui.parts.button import Button
from ui.parts.dialog import Dialog
from ui.parts.plain_label import PlainLabel


class ReachDialog(Dialog):
    """Keys 1 to 3; Enter is this day."""

    def __init__(self, bridge: Bridge, row: Assignment, title: str, run: Callable[[Reach], object]) -> None:
        super().__init__(title, self.tr("This booking is one day of a longer placement."), width=460)
        self._run = run
        schedule = bridge.schedule
        placement = schedule.row(Placement, row.placement_id or 0)
        rows = [r for r in live_rows(schedule, placement) if r.state is AssignmentState.PLANNED]
        onward = [r for r in rows if r.day >= row.day]
        apart = [r for r in onward if r.technician_id != placement.technician_id]
        day = spell_day(row.day, bridge.language)
        choices = (
            (Reach.DAY, self.tr("This day, %1").replace("%1", day)),
            (Reach.ONWARD, self.tr("From here on, %1 days").replace("%1", str(len(onward)))),
            (Reach.ALL, self.tr("All days to come, %1").replace("%1", str(len(rows)))),
        )
        self._reaches = [reach for reach, _ in choices]
        for n, (reach, text) in enumerate(choices, start=1):
            button = Button(text, "primary" if n == 1 else "plain", keys=str(n), size="large")
            button.clicked.connect(lambda _=False, reach=reach: self._choose(reach))
            self.body.addWidget(button)
        if apart:
            told = self.tr("%1 of them are with somebody else already and stay there.")
            self.body.addWidget(PlainLabel(told.replace("%1", str(len(apart))), "small", 400, "ink2", wrap=True))
        cancel = Button(self.tr("Leave it as it was"), "plain", keys="Esc")
        cancel.clicked.connect(self.dismiss)
        self.add_button(cancel)

    def _choose(self, reach: Reach) -> None:
        self.dismiss()
        self._run(reach)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self._reaches):
            self._choose(self._reaches[place])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.focusWidget():
            self._choose(Reach.DAY)
        else:
            super().keyPressEvent(event)
