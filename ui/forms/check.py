"""A field that is true or false."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from ui import fonts, i18n
from ui.forms.context import Context
from ui.forms.field import Editor
from ui.forms.wrong import Raw


@dataclass(frozen=True, slots=True)
class Yes:
    """A check box; its words stand beside it."""

    text: str
    """Marked with QT_TRANSLATE_NOOP("Field", ...)."""

    def editor(self, context: Context) -> Editor:
        return _Tick(i18n.told("Field", self.text))

    def raw(self, value: Any, context: Context) -> Raw:
        return bool(value)


class _Tick(Editor):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._box = QCheckBox(text.replace("&", "&&"))
        fonts.dress(self._box, "body")
        self._box.setMinimumHeight(fonts.scaled(32))
        self._box.clicked.connect(self._turned)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addStretch(1)
        self.setFocusProxy(self._box)

    def raw(self) -> Raw:
        return self._box.isChecked()

    def set_raw(self, raw: Raw) -> None:
        self._box.setChecked(bool(raw))

    def value(self) -> bool:
        return self._box.isChecked()

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        self._box.setAccessibleDescription(sentence if bad else self.accessibleDescription())

    def name(self, label: str, hint: str) -> None:
        super().name(label, hint)
        self._box.setAccessibleDescription(hint)

    def _turned(self) -> None:
        self.changed.emit()
        self.left.emit()
