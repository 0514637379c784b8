"""Paints the cells of a table: two lines, discs, glyphs, icons and meters, never more than text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui import fonts, icons, theme
from ui.parts.avatar import draw_avatar
from ui.parts.box import draw_box
from ui.tables.column import Cell
from ui.tables.model import CELL, Index

_SIDE = 8
_METER = 56


class Painted(QStyledItemDelegate):
    """`lines` 2 gives rows of 40 pixels, 1 rows of 32."""

    def __init__(self, lines: int = 2) -> None:
        super().__init__()
        self.lines = lines

    @property
    def high(self) -> int:
        return fonts.scaled(44 if self.lines == 2 else 32)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self.high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        shown = theme.current()
        painter.save()
        rect: QRect = option.rect
        self._ground(painter, option, rect, index.row())
        room = rect.adjusted(fonts.scaled(_SIDE), 0, -4, -1)
        ratio = painter.device().devicePixelRatioF()
        if cell.avatar:
            size = fonts.scaled(24)
            disc = QRectF(room.x(), room.y() + (room.height() - size) / 2, size, size)
            draw_avatar(painter, disc, cell.avatar)
            room.setLeft(room.left() + size + 8)
        if cell.glyph is not None:
            letter, kind = cell.glyph
            size = fonts.scaled(16)
            badge = QRectF(room.x(), room.y() + (room.height() - size) / 2, size, size)
            draw_box(painter, badge, 3, shown.kind(kind).fill)
            painter.setFont(fonts.font("meta", 600))
            painter.setPen(shown.color("onkind"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)
            room.setLeft(room.left() + size + 8)
        if cell.share is not None:
            room = self._meter(painter, room, cell.share)
        right = bool(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight)
        self._words(painter, room, cell, right, ratio)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int) -> None:
        shown = theme.current()
        state = option.state
        fill = "surface"
        if state & QStyle.StateFlag.State_Selected:
            fill = "selected"
        elif state & QStyle.StateFlag.State_MouseOver:
            fill = "sunken"
        painter.fillRect(rect, shown.color(fill))
        line = rect.adjusted(0, rect.height() - 1, 0, 0)
        painter.fillRect(line, shown.color("hair" if shown.washes else "hair2"))
        view = option.widget
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == row:
            painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 2), shown.color("accent"))
            painter.fillRect(QRect(rect.x(), rect.bottom() - 2, rect.width(), 2), shown.color("accent"))

    def _words(self, painter: QPainter, room: QRect, cell: Cell, right: bool, ratio: float) -> None:
        shown = theme.current()
        if cell.wrap and self.lines == 2:
            painter.setFont(fonts.font("small"))
            painter.setPen(shown.color(cell.role))
            text = _elided(painter, cell.text, int(room.width() * 1.8))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)
            return
        flags = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
        flags |= Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        two = bool(cell.detail) and self.lines == 2
        first = fonts.line("body")
        top = room.y() + (room.height() - first - (fonts.line("small") if two else 0)) // 2
        weight = 600 if cell.strong else 400
        place = QRect(room.x(), top, room.width(), first)
        if cell.icon and not two:
            place = self._icon(painter, place, cell.icon, cell.role, ratio)
        painter.setFont(fonts.font("body", weight))
        painter.setPen(shown.color(cell.role))
        painter.drawText(place, flags, _elided(painter, cell.text, place.width()))
        if two:
            place = QRect(room.x(), top + first, room.width(), fonts.line("small"))
            if cell.icon:
                place = self._icon(painter, place, cell.icon, cell.detail_role, ratio)
            painter.setFont(fonts.font("small"))
            painter.setPen(shown.color(cell.detail_role))
            painter.drawText(place, flags, _elided(painter, cell.detail, place.width()))

    def _icon(self, painter: QPainter, place: QRect, icon: str, role: str, ratio: float) -> QRect:
        size = fonts.scaled(14)
        drawn = icons.pixmap(icon, size, theme.current().color(role), ratio)
        painter.drawPixmap(QPoint(place.x(), place.y() + (place.height() - size) // 2), drawn)
        return place.adjusted(size + 4, 0, 0, 0)

    def _meter(self, painter: QPainter, room: QRect, share: float) -> QRect:
        shown = theme.current()
        wide, high = fonts.scaled(_METER), 4
        if room.width() < wide + fonts.scaled(36):
            return room
        track = QRect(room.right() - wide - 8, room.y() + (room.height() - high) // 2, wide, high)
        draw_box(painter, track, 2, shown.color("hover"), None if shown.washes else shown.color("ctl"))
        full = round(wide * min(max(share, 0.0), 1.0))
        if full:
            role = "bad" if share > 1 else "ink2"
            draw_box(painter, QRect(track.x(), track.y(), full, high), 2, shown.color(role))
        return room.adjusted(0, 0, -wide - 16, 0)


def _elided(painter: QPainter, text: str, width: int) -> str:
    return QFontMetrics(painter.font()).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
