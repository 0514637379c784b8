"""The form of a visit with who could go beside it, computed again whenever a field is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from techsched.desk.assignments import Together
from techsched.desk.desk import Done
from techsched.desk.pausing import command_of
from techsched.desk.pen import Command
from techsched.desk.visits import RequestVisit
from techsched.errors import UserError
from techsched.model.client import Client
from techsched.model.row import Row
from techsched.model.sentence import sentence
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import clock_text, day_of, minute_of
from techsched.plan.slot import Slot
from ui import i18n
from ui.bridge import Bridge
from ui.forms.candidates import MOST, Candidates
from ui.forms.form import Form
from ui.forms.visit import SHEET
from ui.forms.visit_rows import visit_of, zone
from ui.parts.button import Button


class VisitForm(Form):
    """Saves, or saves and books whoever is chosen beside it as one step. Alt and a number choose."""

    def __init__(self, bridge: Bridge, row: Row | None = None, preset: Mapping[str, Any] | None = None) -> None:
        over = isinstance(row, Visit) and (not row.is_open or bool(bridge.schedule.bookings_of(row)))
        super().__init__(SHEET, bridge, row, preset, wide=760 if over else 1168, high=880)
        if over and isinstance(row, Visit) and row.is_open:
            self.entitle(self.tr("booked already: the booking keeps its hours"))
        self.candidates = Candidates()
        self.candidates.chosen.connect(self._name_button)
        self.middle.addWidget(self.candidates)
        self._chosen: Slot | None = None
        self._later = Button(self.tr("Save, book later"), size="large", keys="Ctrl+Shift+Enter")
        self._later.clicked.connect(lambda: self._store(book=False))
        self.foot.insertWidget(self.foot.indexOf(self.save_button), self._later)
        self.save_button.clicked.disconnect()
        self.save_button.clicked.connect(lambda: self.save())
        for number in range(1, MOST + 1):
            # a shortcut: a line of text would take the figure for itself
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.candidates.choose, number - 1))
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self._look)
        self.answers.left.connect(self._soon.start)
        self._look()

    def wish_for(self, technician_id: int, start: Instant | None) -> None:
        """Puts somebody first among who could go; at that moment, where one is given."""
        self.candidates.wish = technician_id, start
        self._look()

    @property
    def _waits(self) -> bool:
        """Whether a booking may follow: the visit is not over and nobody is booked for it yet."""
        if not isinstance(self.row, Visit):
            return True
        return self.row.is_open and not self.bridge.schedule.bookings_of(self.row)

    def save(self) -> Done | None:
        return self._store(book=True)

    def _store(self, *, book: bool) -> Done | None:
        chosen = self._chosen = self.candidates.slot if book and self._waits else None
        try:
            if chosen is not None and self.row is not None and not self.is_touched:
                # nothing to save but the booking
                return self._do(command_of(chosen))
            return super().save()
        except UserError as trouble:
            self._refuse(trouble)
            return None

    def make_command(self, values: Mapping[str, Any]) -> Command:
        command = super().make_command(values)
        slot = self._chosen
        if slot is None or not isinstance(command, RequestVisit):
            return command
        visit = command.visit
        clock = zone(values, self.answers.context)
        told = sentence(
            "undo.book_visit",
            technician=self.bridge.schedule.row(Technician, slot.technician_id).name,
            client=self.bridge.schedule.row(Client, visit.client_id).name,
            day=day_of(slot.start, clock).isoformat(),
            start=clock_text(minute_of(slot.start, clock)),
        )
        return Together((command, command_of(replace(slot, visit_id=visit.id))), told)

    def _look(self) -> None:
        """Who could go, by what the fields say now."""
        values = self.answers.values()
        context = self.answers.context
        row = self.row if isinstance(self.row, Visit) else None
        visit = visit_of(values, row, context, _THOUGHT) if self._waits else None
        self.candidates.look(self.bridge.schedule, visit, context.now, self.answers.shown > 0)
        self._name_button()
        self.order_keys()

    def beside(self) -> list[QWidget]:
        # asked for once while the form is still being built
        return list(self.candidates.cards) if hasattr(self, "candidates") else []

    def _name_button(self) -> None:
        slot = self.candidates.slot if self._waits else None
        self._later.setVisible(slot is not None)
        self.candidates.setVisible(self._waits)
        if slot is None:
            self.save_button.set_text(self.tr("Save"))
            return
        schedule = self.bridge.schedule
        name = schedule.row(Technician, slot.technician_id).name.split()[0]
        at = clock_text(minute_of(slot.start, zone(self.answers.values(), self.answers.context)))
        self.save_button.set_text(i18n.filled(self.tr("Save and book %1 %2"), name, at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == both:
            self._store(book=False)
            event.accept()
        else:
            super().keyPressEvent(event)


_THOUGHT = 1 << 61
"""The id of a visit that is only thought of."""
