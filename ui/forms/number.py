"""Fields of numbers: whole ones with steps, and lengths of time in minutes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from techsched import words
from ui import i18n
from ui.forms import typed
from ui.forms.context import Context
from ui.forms.field import Editor
from ui.forms.text import LineEditor
from ui.forms.wrong import Raw, Wrong
from ui.parts.button import Button

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`, both included; Up, Down and two buttons step it."""

    low: int = 0
    high: int = 9999

    def editor(self, context: Context) -> Editor:
        return _WholeEditor(self)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else str(value)


class _WholeEditor(LineEditor):
    def __init__(self, kind: Whole) -> None:
        super().__init__(partial(typed.whole, low=kind.low, high=kind.high), step=self._next)
        self._kind = kind
        for icon, text, by in (("minus", self.tr("One less"), -1), ("plus", self.tr("One more"), 1)):
            button = Button(text, "quiet", icon=icon, bare=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._stepped, by))
            self.row.addWidget(button)

    def _next(self, value: int | None, by: int) -> str:
        if value is None:
            return str(self._kind.low)
        return str(min(max(value + by, self._kind.low), self._kind.high))


@dataclass(frozen=True, slots=True)
class Minutes:
    """A length: '1 h 30', '90', '1:30'. Up and Down step it by `step` minutes.

    A number alone is minutes, or with `hours` hours, as of a contract's week.
    """

    low: int = 0
    high: int = 48 * 60
    step: int = 15
    hours: bool = False

    def editor(self, context: Context) -> Editor:
        return LineEditor(self._read, echo=self._echo, settled=words.length, step=self._next)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else words.length(value)

    def _read(self, text: str) -> int:
        found = typed.length(f"{text} h" if self.hours and text.strip().isdecimal() else text)
        if not self.low <= found <= self.high:
            told = i18n.filled(
                translate("Typed", "%1 is outside %2 to %3."),
                words.length(found),
                words.length(self.low),
                words.length(self.high),
            )
            raise Wrong(told)
        return found

    def _echo(self, found: int) -> str:
        return words.length(found) if found >= 60 else ""

    def _next(self, value: int | None, by: int) -> str:
        start = self.low if value is None else value
        return words.length(min(max(start + by * self.step, self.low), self.high))
