"""A field of weekdays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from techsched.words.terms import DAYS
from ui import fonts, i18n, theme
from ui.forms.context import Context
from ui.forms.field import Editor
from ui.forms.wrong import Raw
from ui.parts.box import draw_box, draw_ring
from ui.parts.chip import Chip


@dataclass(frozen=True, slots=True)
class Weekdays:
    """A set of weekdays, 0 Monday, as chips of one letter or three."""

    def editor(self, context: Context) -> Editor:
        return _WeekdayChips()

    def raw(self, value: Any, context: Context) -> Raw:
        return sorted(value or ())


class _WeekdayChips(Editor):
    def __init__(self) -> None:
        super().__init__()
        self._chips: list[_DayChip] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(2)
        names = DAYS[("en", "es").index(i18n.language())]
        letters = (
            ("M", "T", "W", "T", "F", "S", "S") if i18n.language() == "en" else ("L", "M", "X", "J", "V", "S", "D")
        )
        for letter, name in zip(letters, names, strict=True):
            chip = _DayChip(letter, name)
            chip.clicked.connect(self._turned)
            # Tab stops once; the arrows go from day to day
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._chips else Qt.FocusPolicy.StrongFocus)
            chip.stepped.connect(self._step)
            self._chips.append(chip)
            row.addWidget(chip)
        row.addStretch(1)

    def raw(self) -> Raw:
        return [place for place, chip in enumerate(self._chips) if chip.isChecked()]

    def set_raw(self, raw: Raw) -> None:
        for place, chip in enumerate(self._chips):
            chip.setChecked(place in (raw or ()))

    def value(self) -> tuple[int, ...]:
        return tuple(self.raw())

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        for chip in self._chips:
            chip.setAccessibleDescription(sentence if bad else "")

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._chips[0].setFocus(reason)

    def _step(self, by: int) -> None:
        here = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), 0)
        self._chips[min(max(here + by, 0), 6)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self) -> None:
        self.changed.emit()
        self.left.emit()


class _DayChip(Chip):
    stepped = Signal(int)

    def __init__(self, letter: str, name: str) -> None:
        self._letter = letter
        super().__init__(letter)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(24), fonts.scaled(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # the chip paints its accessible name, which here is the whole day
        shown = theme.current()
        painter = QPainter(self)
        fill, line, ink = ("accentsoft", "accent", "accent") if self.isChecked() else ("surface", "hair2", "ink2")
        width = shown.lines.control + (1 if self.isChecked() and not shown.washes else 0)
        draw_box(painter, self.rect(), 6, shown.color(fill), shown.color(line), width)
        if self.hasFocus():
            draw_ring(painter, self.rect(), 6)
        painter.setFont(self.font())
        painter.setPen(shown.color(ink if self.isEnabled() else "disabled"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
