"""The line above the board: the legend of bars, or while placing what is in the hand and which keys help."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from techsched.words import length
from ui import fonts, theme
from ui.board.placing import Placing
from ui.board.wording import clock
from ui.parts.button import Button
from ui.parts.key_cap import KeyCap
from ui.parts.plain_label import PlainLabel

HIGH = 40


class Swatch(QWidget):
    """A small bar: 'on_site', 'remote', 'tentative' or 'away'."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(20, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        paint = look.kind("indefinite")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(0.5, 0.5, 19, 11)
        if self._kind == "on_site":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.fill)
        elif self._kind == "away":
            painter.setPen(QPen(look.color("stripe"), 1))
            painter.setBrush(look.color("leavebg"))
        else:
            pen = QPen(paint.ink, 1)
            if self._kind == "tentative":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(paint.tint if self._kind == "remote" else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 3, 3)
        if self._kind == "away":
            painter.setClipRect(rect)
            painter.setPen(QPen(look.color("ink3"), 1))
            for x in range(-12, 24, 5):
                painter.drawLine(x, 12, x + 12, 0)
        painter.end()


class Legend(QWidget):
    """Counters at the right jump: `conflicts`, `uncovered`, `waiting` pressed."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(8)
        self.counters = {
            key: Button("", "quiet", icon=icon)
            for key, icon in (
                ("conflicts", "warning-circle"),
                ("uncovered", "users"),
                ("waiting", "tray"),
            )
        }
        for key, button in self.counters.items():
            button.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
        self._words = QWidget()
        self._words_row = QHBoxLayout(self._words)
        self._words_row.setContentsMargins(0, 0, 0, 0)
        self._words_row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        for button in self.counters.values():
            self._row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._counts = (0, 0, 0, 0)
        self._placing: Placing | None = None
        self.show_placing(None)

    def sizeHint(self) -> QSize:
        return QSize(600, fonts.scaled(HIGH))

    def count(self, conflicts: int, kept: int, uncovered: int, waiting: int) -> None:
        self._counts = (conflicts, kept, uncovered, waiting)
        told = self.tr("1 conflict") if conflicts == 1 else self.tr("%1 conflicts").replace("%1", str(conflicts))
        if kept:
            told = self.tr("%1 + %2 kept").replace("%1", told).replace("%2", str(kept))
        self.counters["conflicts"].set_text(told)
        self.counters["uncovered"].set_text(self.tr("%1 uncovered").replace("%1", str(uncovered)))
        self.counters["waiting"].set_text(self.tr("%1 waiting").replace("%1", str(waiting)))

    def show_placing(self, placing: Placing | None) -> None:
        self._placing = placing
        while (item := self._words_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for button in self.counters.values():
            button.setVisible(placing is None)
        if placing is None:
            for kind, word in (
                ("on_site", self.tr("On site")),
                ("remote", self.tr("Remote")),
                ("tentative", self.tr("Tentative")),
                ("away", self.tr("Away")),
            ):
                self._words_row.addWidget(Swatch(kind))
                self._words_row.addWidget(PlainLabel(word, "small", 400, "ink2"))
                self._words_row.addSpacing(6)
            self._words_row.addStretch(1)
            return
        self._words_row.addWidget(PlainLabel(self.tr("Placing"), "small", 400, "ink2"))
        self._words_row.addWidget(PlainLabel(placing.title, "body", 600))
        facts = [length(placing.length // 60)]
        if placing.visit is not None:
            facts.extend(need.name for need in placing.visit.skills)
        if placing.deadline is not None:
            zone = placing.bridge.schedule.office.zone
            facts.append(self.tr("arrive by %1").replace("%1", clock(placing.deadline, zone)))
        self._words_row.addWidget(PlainLabel(" · ".join(facts), "small", 400, "ink2", elide=True), 1)
        for keys, word in (
            ("Alt", self.tr("no snap")),
            ("Shift", self.tr("keep as conflict")),
            ("C", self.tr("tentative")),
            ("S", self.tr("swap")),
            ("F", self.tr("fits first")),
            ("Tab", self.tr("next slot")),
            ("Enter", self.tr("books it")),
            ("Esc", self.tr("cancel")),
        ):
            self._words_row.addWidget(KeyCap(keys))
            self._words_row.addWidget(PlainLabel(word, "small", 400, "ink2"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.show_placing(self._placing)
            self.count(*self._counts)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.color("hair2"))
        painter.end()
