"""Asks for a reason before a conflict is kept: what breaks, and five reasons by one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from techsched.desk.desk import Preview
from techsched.model.kinds import Because, Severity
from techsched.words import say, term
from ui.parts.button import Button
from ui.parts.dialog import Dialog
from ui.parts.plain_label import PlainLabel

REASONS = (
    Because.CLIENT_AGREED,
    Because.TECHNICIAN_AGREED,
    Because.MANAGER_AGREED,
    Because.RESOLVING_TODAY,
    Because.OTHER,
)
MOST = 6


class ReasonDialog(Dialog):
    """Keys 1 to 5 keep it with that reason; Enter gives the OK where an OK is enough; Esc leaves all as it was."""

    def __init__(self, preview: Preview, take: Callable[[Because, str], object], language: str) -> None:
        self.hard = any(c.severity is Severity.HARD for c in preview.asking)
        super().__init__(
            self.tr("Keep it anyway?") if self.hard else self.tr("This needs your OK"),
            self.tr("Nothing has been changed yet."),
            width=560,
        )
        self._take = take
        for conflict in preview.asking[:MOST]:
            line = PlainLabel(say(conflict.sentence, language), "body", wrap=True)
            if conflict.severity is Severity.HARD:
                line.set_role("bad")
            self.body.addWidget(line)
        more = len(preview.asking) - MOST
        if more > 0:
            self.body.addWidget(PlainLabel(self.tr("and %1 more").replace("%1", str(more)), "small", role="ink2"))
        self._note = QLineEdit()
        self._note.setPlaceholderText(self.tr("A few words, needed for “other reason”"))
        self._note.setAccessibleName(self.tr("Note"))
        if self.hard:
            row = QWidget()
            keys = QHBoxLayout(row)
            keys.setContentsMargins(0, 8, 0, 0)
            self.body.addWidget(PlainLabel(self.tr("Keep it, because…"), "small", 600, "ink2"))
            for n, because in enumerate(REASONS, start=1):
                told = term("because", because, language)
                button = Button(told[0].upper() + told[1:], "plain", keys=str(n))
                button.clicked.connect(lambda _=False, why=because: self._keep(why))
                self.body.addWidget(button)
            self.body.addWidget(self._note)
        cancel = Button(self.tr("Leave it as it was"), "plain", keys="Esc")
        cancel.clicked.connect(self.dismiss)
        self.add_button(cancel)
        if not self.hard:
            ok = Button(self.tr("Give my OK"), "primary", keys="Enter")
            ok.clicked.connect(lambda: self._keep(Because.OK_GIVEN))
            self.add_button(ok, default=True)

    def _keep(self, because: Because) -> None:
        note = self._note.text().strip()
        if because is Because.OTHER and not note:
            self._note.setFocus()
            return
        self.dismiss()
        self._take(because, note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        if self.hard and 0 <= digit < len(REASONS) and not self._note.hasFocus():
            self._keep(REASONS[digit])
            return
        super().keyPressEvent(event)
