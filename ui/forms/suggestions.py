"""A list under a line of text from which what is meant can be picked, while the keyboard stays in the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from techsched.model.city import bare
from ui import fonts, theme
from ui.parts.box import draw_box

_ROWS = 8
_DATA = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: its words, what stands faintly beside them, what it is, and other words that find it."""

    text: str
    data: Any
    detail: str = ""
    also: str = ""


def matching(options: Iterable[Option], typed: str, most: int = 60) -> list[Option]:
    """Options in which each typed word begins a word, accents and case apart; those that begin as typed come first."""
    said = bare(typed).split()
    found: list[tuple[bool, Option]] = []
    for option in options:
        words = _words(f"{option.text} {option.detail} {option.also}")
        if all(any(word.startswith(part) for word in words) for part in said):
            found.append((not bare(option.text).startswith(bare(typed).strip()), option))
            if len(found) >= most * 4:
                break
    found.sort(key=lambda pair: pair[0])
    return [option for _, option in found[:most]]


def _words(text: str) -> list[str]:
    told = bare(text)
    return [*re.findall(r"[^\W_]+", told), *told.split()]


class Suggestions(QListWidget):
    """Lies over the window of its line. Up and Down choose, Enter and Tab pick, Esc puts the list away."""

    picked = Signal(object)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setObjectName("suggestions")
        self.itemClicked.connect(self._pick)
        self.hide()
        line.installEventFilter(self)

    @property
    def options(self) -> list[Option]:
        """What is offered now; empty while the list is away."""
        return [self.item(row).data(_DATA) for row in range(self.count())] if self.isVisible() else []

    def offer(self, options: Sequence[Option], *, choose_first: bool) -> None:
        """Shows them, or puts the list away where there are none."""
        self.clear()
        for option in options:
            item = QListWidgetItem(option.text)
            item.setData(_DATA, option)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{option.text} {option.detail}".strip())
            self.addItem(item)
        if not options or not self._line.isVisible():
            self.hide()
            return
        self.setCurrentRow(0 if choose_first else -1)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._line:
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize):
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and self.isVisible() and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def paintEvent(self, event: QEvent) -> None:
        shown = theme.current()
        line = shown.color("hair2")
        draw_box(QPainter(self.viewport()), self.viewport().rect(), 8, shown.color("raised"), line, shown.lines.control)
        super().paintEvent(event)  # type: ignore[arg-type]

    def _key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            by = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))
            item = self.currentItem()
            if item is not None:
                told = item.data(Qt.ItemDataRole.AccessibleTextRole)
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, told))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and not held:
            item = self.currentItem()
            self.hide()
            if item is not None:
                self.picked.emit(item.data(_DATA))
                return key != Qt.Key.Key_Tab
        return False

    def _pick(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(item.data(_DATA))

    def _place(self) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            fonts.dress(self, "body")
        rows = min(self.count(), _ROWS)
        high = rows * fonts.scaled(30) + 8
        below = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        above = self._line.mapTo(window, QPoint(0, -2 - high))
        fits = below.y() + high <= window.height() or above.y() < 0
        at = below if fits else above
        self.setGeometry(QRect(at, QSize(max(self._line.width(), fonts.scaled(240)), high)))


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, fonts.scaled(30))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = theme.current()
        held: Option = index.data(_DATA)
        view = option.widget
        row: QRect = option.rect.adjusted(4, 0, -4, 0)
        if isinstance(view, QListWidget) and view.currentRow() == index.row():
            draw_box(painter, row, 5, shown.color("accentsoft"))
            if not shown.washes:
                draw_box(painter, row, 5, None, shown.color("accent"), 2)
        inner = row.adjusted(8, 0, -8, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        small = QFontMetrics(fonts.font("small"))
        beside = min(small.horizontalAdvance(held.detail) + 2, inner.width() // 2) if held.detail else 0
        painter.save()
        painter.setFont(fonts.font("body"))
        painter.setPen(shown.color("ink"))
        room = inner.adjusted(0, 0, -beside - (8 if beside else 0), 0)
        text = QFontMetrics(painter.font()).elidedText(held.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignLeft, text)
        if beside:
            painter.setFont(fonts.font("small"))
            painter.setPen(shown.color("ink3"))
            told = small.elidedText(held.detail, Qt.TextElideMode.ElideRight, beside)
            painter.drawText(inner, flags | Qt.AlignmentFlag.AlignRight, told)
        painter.restore()
