"""One choice of a few, side by side in a track."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui import fonts, icons, plain, theme
from ui.parts.box import draw_box, draw_ring

_RADIUS = 6


class Segmented(QWidget):
    """`chosen(key)` tells what a person picked, by mouse or with the arrow keys; `choose` itself tells nobody.

    Options are (key, text), (key, text, Phosphor icon) or (key, text, icon, colour role of the icon).
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, ...]],
        *,
        name: str = "",
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._high = 32 if size == "input" else 28
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._parts: dict[str, _Segment] = {}
        for key, text, *mark in options:
            icon, role = (*mark, "", "")[:2]
            part = _Segment(key, text, icon, role, self._high, self)
            self._parts[key] = part
            self._group.addButton(part)
            row.addWidget(part, 1)
        self._group.buttonClicked.connect(self._tell)

    @property
    def value(self) -> str:
        """The key chosen, empty before the first choice."""
        found = self._group.checkedButton()
        return found.key if isinstance(found, _Segment) else ""

    def choose(self, key: str) -> None:
        """Raises KeyError for no such option."""
        self._parts[key].setChecked(True)

    def focus_policy(self, policy: Qt.FocusPolicy) -> None:
        """How the segments take the keyboard, StrongFocus to begin with."""
        for part in self._parts.values():
            part.setFocusPolicy(policy)

    def step(self, by: int) -> None:
        """Chooses the next option, or the one before, as the arrow keys do."""
        keys = list(self._parts)
        here = keys.index(self.value) if self.value else 0
        part = self._parts[keys[min(max(here + by, 0), len(keys) - 1)]]
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        if not part.isChecked():
            part.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        if shown.washes:
            draw_box(QPainter(self), self.rect(), _RADIUS, shown.color("hover"))
        else:
            width = shown.lines.control
            draw_box(QPainter(self), self.rect(), _RADIUS, shown.color("surface"), shown.color("ctl"), width)

    def _tell(self, part: QAbstractButton) -> None:
        if isinstance(part, _Segment):
            self.chosen.emit(part.key)


class _Segment(QAbstractButton):
    def __init__(self, key: str, text: str, icon: str, role: str, high: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._icon = icon
        self._role = role
        self._high = high
        self.setCheckable(True)
        self.setText(plain.caption(text))
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        fonts.dress(self, "small", 600)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.accessibleName()) + 1 + fonts.scaled(24)
        return QSize(wide + (fonts.scaled(20) if self._icon else 0), fonts.scaled(self._high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        track = self.parentWidget()
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and not event.modifiers() and isinstance(track, Segmented):
            track.step(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = theme.current()
        chosen = self.isChecked()
        if chosen:
            line, width = ("hair2", 1) if shown.washes else ("accent", shown.lines.selection)
            draw_box(painter, self.rect(), _RADIUS, shown.color("raised"), shown.color(line), width)
        if self.hasFocus():
            draw_ring(painter, self.rect(), _RADIUS)
        ink = "disabled" if not self.isEnabled() else "ink" if chosen or self.underMouse() else "ink2"
        font = fonts.font("small", 600 if chosen else 500)
        text = self.accessibleName()
        wide = QFontMetrics(font).horizontalAdvance(text)
        gap = fonts.scaled(20) if self._icon else 0
        x = (self.width() - wide - gap) / 2
        if self._icon:
            size = fonts.scaled(14)
            mark = self._role if self._role and self.isEnabled() else ink
            drawn = icons.pixmap(self._icon, size, shown.color(mark), self.devicePixelRatioF())
            painter.drawPixmap(round(x), (self.height() - size) // 2, drawn)
        painter.setFont(font)
        painter.setPen(shown.color(ink))
        place = QRectF(x + gap, 0, wide + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
