"""A field whose few answers are cards, each with a glyph and a word about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy

from ui import fonts, theme
from ui.forms.context import Context
from ui.forms.field import Editor
from ui.forms.wrong import Raw
from ui.parts.box import draw_box, draw_ring

_STEPS = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Down): 1,
}


@dataclass(frozen=True, slots=True)
class Card:
    """One of a row of cards: code, glyph, its paint among `ui.theme.KINDS`, name, and a word about it."""

    code: str
    glyph: str
    paint: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Cards:
    """One of a few cards side by side, as the terms of an engagement."""

    codes: type[StrEnum]
    cards: Callable[[], Sequence[Card]]

    def editor(self, context: Context) -> Editor:
        return _CardRow(self)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else str(value)


class _CardRow(Editor):
    def __init__(self, kind: Cards) -> None:
        super().__init__()
        self._kind = kind
        self._group = QButtonGroup(self)
        self._parts: dict[str, _CardButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for card in kind.cards():
            part = _CardButton(card)
            self._parts[card.code] = part
            self._group.addButton(part)
            row.addWidget(part, 1)
        self._group.buttonClicked.connect(self._chosen)
        self._group.buttonToggled.connect(self._rove)
        self._rove()

    def raw(self) -> Raw:
        found = self._group.checkedButton()
        return found.card.code if isinstance(found, _CardButton) else ""

    def set_raw(self, raw: Raw) -> None:
        if raw in self._parts:
            self._parts[raw].setChecked(True)

    def value(self) -> Any:
        raw = self.raw()
        return self._kind.codes(raw) if raw else None

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        for part in self._parts.values():
            part.bad = bad
            part.update()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        chosen = self._group.checkedButton() or next(iter(self._parts.values()))
        chosen.setFocus(reason)

    def step(self, by: int) -> None:
        parts = list(self._parts.values())
        here = next((place for place, part in enumerate(parts) if part.hasFocus()), 0)
        part = parts[min(max(here + by, 0), len(parts) - 1)]
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if not part.isChecked():
            part.click()

    def _rove(self) -> None:
        """Tab stops at the chosen card only; the arrows go to the others."""
        chosen = self._group.checkedButton() or next(iter(self._parts.values()))
        for part in self._parts.values():
            tab = Qt.FocusPolicy.StrongFocus if part is chosen else Qt.FocusPolicy.ClickFocus
            part.setFocusPolicy(tab)

    def _chosen(self) -> None:
        self.changed.emit()
        self.left.emit()


class _CardButton(QAbstractButton):
    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card
        self.bad = False
        self.setCheckable(True)
        self.setAccessibleName(card.text)
        self.setAccessibleDescription(card.detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fonts.dress(self, "small", 600)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(96), fonts.scaled(92))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(72), fonts.scaled(92))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.parentWidget()
        by = _STEPS.get(event.key())
        if by is not None and not event.modifiers() and isinstance(row, _CardRow):
            row.step(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        line, width = ("bad", 2) if self.bad else ("accent", 2) if self.isChecked() else ("hair2", shown.lines.control)
        fill = "accentsoft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        draw_box(painter, self.rect(), 8, shown.color(fill), shown.color(line), width)
        if self.hasFocus():
            draw_ring(painter, self.rect().adjusted(3, 3, -3, -3), 6)
        size = fonts.scaled(20)
        badge = QRectF((self.width() - size) / 2, fonts.scaled(9), size, size)
        kind = shown.kind(self.card.paint)
        draw_box(painter, badge, 3, kind.fill)
        center = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(fonts.font("small", 600))
        painter.setPen(shown.color("onkind"))
        painter.drawText(badge, center, self.card.glyph)
        painter.setPen(shown.color("ink"))
        inside = QRectF(self.rect()).adjusted(6, 0, -6, 0)
        name = QRectF(inside.x(), fonts.scaled(33), inside.width(), fonts.scaled(18))
        text = painter.fontMetrics().elidedText(self.card.text, Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name, center | Qt.TextFlag.TextSingleLine, text)
        painter.setFont(fonts.font("meta"))
        painter.setPen(shown.color("ink2"))
        below = QRectF(inside.x(), fonts.scaled(52), inside.width(), fonts.scaled(34))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, flags, self.card.detail)
