"""A chip that is on or off: one choice of several, or a filter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import fonts, icons, plain, theme
from ui.parts.box import draw_box, draw_ring

_RADIUS = 6
_GAP = 4


class Chip(QAbstractButton):
    """Space and Enter turn it over; `toggled(bool)` tells. Give several to a QButtonGroup for one of many."""

    def __init__(self, text: str, *, icon: str = "", checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        fonts.dress(self, "small", 500)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Words as people wrote them: an '&' stays an '&'."""
        self.setText(plain.caption(text))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.accessibleName()) + 1 + fonts.scaled(16)
        return QSize(wide + (fonts.scaled(14) + _GAP if self._icon else 0), fonts.scaled(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = theme.current()
        fill, line, ink = ("accentsoft", "accent", "accent") if self.isChecked() else ("surface", "hair2", "ink2")
        if not self.isEnabled():
            fill, line, ink = "surface", "hair", "disabled"
        elif self.underMouse() and not self.isChecked():
            fill = "hover"
        width = shown.lines.control + (1 if self.isChecked() and not shown.washes else 0)
        draw_box(painter, self.rect(), _RADIUS, shown.color(fill), shown.color(line), width)
        if self.hasFocus():
            draw_ring(painter, self.rect(), _RADIUS)
        room = QRectF(self.rect())
        if self._icon:
            size = fonts.scaled(14)
            at = QPoint(fonts.scaled(8), (self.height() - size) // 2)
            painter.drawPixmap(at, icons.pixmap(self._icon, size, shown.color(ink), self.devicePixelRatioF()))
            room.setLeft(at.x() + size + _GAP - fonts.scaled(8))
        painter.setFont(self.font())
        painter.setPen(shown.color(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.accessibleName())
