"""Fields with a few answers, as a list or side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
)

from ui import fonts, i18n, theme
from ui.forms.context import Context
from ui.forms.field import Editor
from ui.forms.line import mark
from ui.forms.wrong import Raw, Wrong
from ui.parts.box import draw_box
from ui.parts.segmented import Segmented


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed set, told by the `words` of that name in `techsched.words.terms`; `none` may stand first.

    Shown side by side with `segments`, else as a list. `icons` are Phosphor names by code.
    """

    words: str
    codes: type[StrEnum] | tuple[str, ...]
    none: str = ""
    segments: bool = False
    icons: tuple[tuple[str, str], ...] = ()

    def options(self) -> list[tuple[str, str]]:
        """(code, word), the empty one with an empty code."""
        found = [(str(code), i18n.term(self.words, str(code))) for code in self.codes]
        return [("", i18n.told("Field", self.none)), *found] if self.none else found

    def meant(self, raw: str) -> Any:
        if not raw:
            return None
        return self.codes(raw) if isinstance(self.codes, type) else raw

    def editor(self, context: Context) -> Editor:
        return _Segments(self) if self.segments else _List(self)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else str(value)


class _List(Editor):
    def __init__(self, kind: Choice) -> None:
        super().__init__()
        self._kind = kind
        self._box = _Combo()
        for code, word in kind.options():
            self._box.addItem(word, code)
        self._box.setCurrentIndex(-1)
        self._box.currentIndexChanged.connect(self._chosen)
        self._quiet = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        self.setFocusProxy(self._box)

    def raw(self) -> Raw:
        return self._box.currentData() or ""

    def set_raw(self, raw: Raw) -> None:
        self._quiet = True
        place = self._box.findData(raw or "")
        if place < 0 and raw:
            # a word that a newer or older program wrote is kept, not lost
            self._box.addItem(str(raw), raw)
            place = self._box.count() - 1
        self._box.setCurrentIndex(place)
        self._quiet = False

    def value(self) -> Any:
        raw = self.raw()
        try:
            return self._kind.meant(raw)
        except ValueError:
            raise Wrong(i18n.filled(self.tr("“%1” is not one of the answers. Choose one."), str(raw))) from None

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        mark(self._box, bad)
        self._box.setAccessibleDescription(sentence if bad else self.accessibleDescription())

    def name(self, label: str, hint: str) -> None:
        super().name(label, hint)
        self._box.setAccessibleName(label)
        self._box.setAccessibleDescription(hint)

    def _chosen(self) -> None:
        if not self._quiet:
            self.changed.emit()
            self.left.emit()


class _Combo(QComboBox):
    """A list that the wheel leaves alone while one scrolls past it; the wide words of a language may be cut."""

    def __init__(self) -> None:
        super().__init__()
        fonts.dress(self, "body")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(120), fonts.scaled(32))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class _Segments(Editor):
    def __init__(self, kind: Choice) -> None:
        super().__init__()
        self._kind = kind
        self._bad = False
        icons = dict(kind.icons)
        options: list[tuple[str, str] | tuple[str, str, str]] = [
            (code, word, icons[code]) if code in icons else (code, word) for code, word in kind.options()
        ]
        self._track = Segmented(options, size="input")
        self._track.chosen.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._track)
        self._unknown = ""

    def raw(self) -> Raw:
        return self._track.value or self._unknown

    def set_raw(self, raw: Raw) -> None:
        known = {code for code, _ in self._kind.options()}
        self._unknown = "" if raw in known else str(raw or "")
        if raw in known:
            self._track.choose(raw)

    def value(self) -> Any:
        return self._kind.meant(self._track.value)

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        self._bad = bad
        self._track.setAccessibleDescription(sentence if bad else self.accessibleDescription())
        self.update()

    def name(self, label: str, hint: str) -> None:
        super().name(label, hint)
        self._track.setAccessibleName(label)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._track.step(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._bad:
            draw_box(QPainter(self), self.rect(), 6, None, theme.current().color("bad"), 2)

    def _chosen(self, key: str) -> None:
        self._unknown = ""
        self.changed.emit()
        self.left.emit()
