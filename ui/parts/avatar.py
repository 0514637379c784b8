"""A person's initials in a disc."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts, theme


def initials(name: str) -> str:
    """First letter of the first and of the second word: 'Óscar Peña Ruiz' is 'ÓP', 'Irene' is 'I'."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def draw_avatar(painter: QPainter, place: QRectF, name: str) -> None:
    """Paints the disc that fills the square `place`."""
    shown = theme.current()
    width = shown.lines.control
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shown.color("hair2"), width))
    painter.setBrush(shown.color("hover" if shown.washes else "surface"))
    painter.drawEllipse(place.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    painter.setPen(shown.color("ink2"))
    painter.setFont(fonts.font("small" if place.width() >= fonts.scaled(32) else "meta", 600))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, initials(name))
    painter.restore()


class Avatar(QWidget):
    """`size` in pixels at 100 % text size: 24 in lists, 40 in the head of a dialog."""

    def __init__(self, name: str, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fonts.dress(self, "meta", 600)
        self.set_person(name)

    def set_person(self, name: str) -> None:
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(self._size), fonts.scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_avatar(QPainter(self), QRectF(self.rect()), self.accessibleName())
