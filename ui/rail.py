"""The rail at the left edge: the mark with the menu, and one item for each page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts, icons, plain, theme
from ui.parts.box import draw_box, draw_ring
from ui.parts.logo import draw_logo

WIDTH = 72
_ITEM = QSize(56, 52)
_ICON = 22
_CLOSEST = -0.9
"""Pixels between two letters, at the least."""


class Rail(QWidget):
    """`chosen(key)` tells which page a person asked for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.mark = _Mark(self)
        self._items: dict[str, RailItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 1, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(6)
        self._column.addStretch(1)
        # the items' names are set in the face that a change of text size reaches
        fonts.dress(self, "meta")

    def add(self, key: str, text: str, icon: str) -> RailItem:
        """A page below those that are there; `icon` is a Phosphor name that also exists filled."""
        item = RailItem(text, icon, self)
        item.clicked.connect(lambda: self.chosen.emit(key))
        self._items[key] = item
        self._column.insertWidget(self._column.count() - 1, item, 0, Qt.AlignmentFlag.AlignHCenter)
        return item

    def remove(self, key: str) -> None:
        """Raises KeyError for no such page."""
        item = self._items.pop(key)
        self._column.removeWidget(item)
        item.hide()
        item.deleteLater()

    def show_chosen(self, key: str) -> None:
        for other, item in self._items.items():
            item.setChecked(other == key)

    def walk(self, item: RailItem, by: int) -> None:
        """Moves the keyboard from one item to its neighbour, no further than the ends."""
        items = list(self._items.values())
        place = min(max(items.index(item) + by, 0), len(items) - 1)
        items[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_badge(self, key: str, count: int) -> None:
        """A red number at the icon's corner; 0 takes it away."""
        self._items[key].set_badge(count)

    def sizeHint(self) -> QSize:
        return QSize(_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.color("window"))
        edge = QRect(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, shown.color("hair" if shown.washes else "hair2"))


class RailItem(QAbstractButton):
    """Icon over word. The page that is open is filled, and said to be checked."""

    def __init__(self, text: str, icon: str, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail
        self._icon = icon
        self._badge = 0
        self.setCheckable(True)
        self.setText(plain.caption(text))
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fonts.dress(self, "meta", 500)

    @property
    def badge(self) -> int:
        return self._badge

    def set_badge(self, count: int) -> None:
        self._badge = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_width() - 2, fonts.scaled(_ITEM.height()))

    def nextCheckState(self) -> None:
        """The rail says which one is checked; a press only asks."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._rail.walk(self, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        here = self.isChecked()
        font, told = self._words(600 if here else 500)
        wide = min(max(fonts.scaled(_ITEM.width()), QFontMetrics(font).horizontalAdvance(told) + 8), self.width())
        box = QRect((self.width() - wide) // 2, 0, wide, self.height())
        if here:
            line = None if shown.washes else shown.color("accent")
            draw_box(painter, box, 8, shown.color("accentsoft"), line, shown.lines.control)
        elif self.underMouse() or self.isDown():
            draw_box(painter, box, 8, shown.color("hover"))
        if self.hasFocus():
            draw_ring(painter, box, 8)
        ink = shown.color("accent" if here else "ink2")
        size = fonts.scaled(_ICON)
        left, top = (self.width() - size) // 2, fonts.scaled(6)
        name = f"{self._icon}-fill" if here else self._icon
        painter.drawPixmap(QPoint(left, top), icons.pixmap(name, size, ink, self.devicePixelRatioF()))
        words = QRectF(0, top + size + fonts.scaled(2), self.width(), fonts.line("small"))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, told)
        if self._badge:
            self._paint_badge(painter, left + size, top)

    def _words(self, weight: int) -> tuple[QFont, str]:
        """The word and its font, set a little closer where it is long, and shortened where that is not enough."""
        font = fonts.font("meta", weight)
        text = self.accessibleName()
        room = self.width() - 2
        over = QFontMetrics(font).horizontalAdvance(text) - room
        if over > 0:
            closer = max(-over / len(text) - 0.1, _CLOSEST)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, closer)
        return font, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _paint_badge(self, painter: QPainter, right: int, top: int) -> None:
        shown = theme.current()
        told = str(self._badge) if self._badge < 100 else "99+"
        font = fonts.font("meta", 600)
        high = fonts.scaled(16)
        wide = max(high + 2, QFontMetrics(font).horizontalAdvance(told) + 10)
        place = QRectF(min(right - 6, self.width() - wide), top - 4, wide, high)
        draw_box(painter, place, high / 2, shown.color("bad"))
        painter.setFont(font)
        painter.setPen(shown.color("onbad"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, told)


class _Mark(QAbstractButton):
    """The program's mark; a press opens the menu with every command."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        self.setAccessibleName(self.tr("Menu"))
        self.setToolTip(self.tr("Menu  F10"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fonts.dress(self, "meta")
        self.clicked.connect(self.open)

    def open(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(2, self.height())))

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(36), fonts.scaled(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_logo(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2))
        if self.hasFocus():
            draw_ring(painter, self.rect(), 9)


def _width() -> int:
    # below 100 % the words stay at the smallest type that is allowed, and so does their room
    return max(WIDTH, fonts.scaled(WIDTH))
