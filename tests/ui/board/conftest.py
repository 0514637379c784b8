"""The board in its window on a real file of the sample office, driven by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from techsched.model.assignment import Assignment
from techsched.model.client import Client
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import instant
from techsched.model.work import work_of
from ui.board.bars import Bar
from ui.board.page import BoardPage
from ui.board.tray import TrayCard
from ui.board.view import BoardView
from ui.bridge import Bridge
from ui.office import OfficeDesk
from ui.parts.button import Button
from ui.parts.dialog import Dialog
from ui.settings import Settings
from ui.window import MainWindow

WEDNESDAY = date(2026, 11, 25)
ZONE = "Europe/Madrid"
NONE = Qt.KeyboardModifier.NoModifier


def at(clock: str, day: date = WEDNESDAY) -> Instant:
    """'12:30' of the sample office's today."""
    hours, minutes = clock.split(":")
    return instant(day, int(hours) * 60 + int(minutes), ZONE)


class Board:
    """A dispatcher in front of the board: finds things by the names on them, and moves mouse and keys."""

    def __init__(self, qtbot: QtBot, window: MainWindow, bridge: Bridge) -> None:
        self.qtbot = qtbot
        self.window = window
        self.bridge = bridge
        self.desk = OfficeDesk(window, bridge)
        assert self.desk.board is not None
        self.page: BoardPage = self.desk.board
        self.told: list[str] = []
        self.page.told.connect(self.told.append)

    @property
    def view(self) -> BoardView:
        return self.page.view

    @property
    def schedule(self):  # type: ignore[no-untyped-def]
        return self.bridge.schedule

    # finding

    def person(self, name: str) -> Technician:
        return next(t for t in self.schedule.rows(Technician).values() if t.name.startswith(name))

    def visit(self, client: str) -> Visit:
        """The waiting visit of a client."""
        return next(v for v in self.bridge.waiting() if self.schedule.row(Client, v.client_id).name == client)

    def card(self, client: str) -> TrayCard:
        return next(c for c in self.page.tray.cards if c.text.client == client)

    def bars(self, name: str) -> list[Bar]:
        row = self.view.rows.of(self.person(name).id)
        assert row is not None
        return sorted(row.bars, key=lambda bar: (bar.start, bar.lane))

    def bar(self, name: str, client: str) -> Bar:
        return next(bar for bar in self.bars(name) if bar.title == client)

    def bookings(self, name: str, day: date = WEDNESDAY) -> list[tuple[str, str]]:
        """(client, hours) of a person's day."""
        rows = [r for r in self.schedule.diary(self.person(name).id) if r.occupies and r.day == day]
        return [(work_of(self.schedule, r).client.name, f"{r.wall_start[11:]}-{r.wall_end[11:]}") for r in rows]

    def booking(self, bar: Bar) -> Assignment:
        return self.schedule.row(Assignment, bar.rows[0])

    def button(self, text: str, inside: QWidget | None = None) -> Button:
        # what was just added is shown with the next layout
        QApplication.processEvents()
        for button in (inside or self.window).findChildren(Button):
            if button.isVisible() and text in button.accessibleName():
                return button
        raise AssertionError(f"no button says {text}")

    @property
    def dialog(self) -> Dialog | None:
        return next((d for d in self.window.findChildren(Dialog) if d.isVisible()), None)

    @property
    def toast(self) -> str:
        return self.window.toasts.text

    # where things are

    def place(self, name: str, moment: Instant) -> QPoint:
        """A point of the viewport on a person's row."""
        row = self.view.rows.of(self.person(name).id)
        assert row is not None
        x = round(self.view.scale.x(moment)) - self.view.offset.x()
        return QPoint(x, row.top + self.view.sizes.row // 2 - self.view.offset.y())

    def middle(self, bar: Bar, share: float = 0.5) -> QPoint:
        rect = self.view.rect_of(bar.id)
        assert rect is not None
        return QPoint(round(rect.left() + rect.width() * share), rect.center().y())

    def look(self, level: str, day: date = WEDNESDAY) -> None:
        self.page.look_at(level, day)
        QApplication.processEvents()

    def reveal(self, name: str, moment: Instant) -> None:
        self.view.reveal_row(self.person(name).id)
        bar = self.view.horizontalScrollBar()
        bar.setValue(round(self.view.scale.x(moment)) - 300)
        QApplication.processEvents()

    # acting

    def move(self, widget: QWidget, point: QPoint, button: Qt.MouseButton, held: Qt.KeyboardModifier = NONE) -> None:
        place = QPointF(widget.mapToGlobal(point))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), place, Qt.MouseButton.NoButton, button, held)
        QApplication.sendEvent(widget, event)

    def drag(
        self,
        source: QWidget,
        start: QPoint,
        target: QPoint,
        held: Qt.KeyboardModifier = NONE,
        *,
        drop: bool = True,
    ) -> None:
        """From a point of a widget to a point of the board, in some steps, as a hand does."""
        end = source.mapFromGlobal(self.view.viewport().mapToGlobal(target))
        QTest.mousePress(source, Qt.MouseButton.LeftButton, held, start)
        for step in range(1, 7):
            self.move(source, start + (end - start) * step / 6, Qt.MouseButton.LeftButton, held)
            QApplication.processEvents()
        if drop:
            QTest.mouseRelease(source, Qt.MouseButton.LeftButton, held, end)
            QApplication.processEvents()

    def drag_card(self, client: str, target: QPoint, held: Qt.KeyboardModifier = NONE, *, drop: bool = True) -> None:
        card = self.card(client)
        self.drag(card, card.rect().center(), target, held, drop=drop)

    def drag_bar(self, bar: Bar, target: QPoint, held: Qt.KeyboardModifier = NONE, *, drop: bool = True) -> None:
        self.drag(self.view.viewport(), self.middle(bar), target, held, drop=drop)

    def click(self, bar: Bar, held: Qt.KeyboardModifier = NONE, share: float = 0.5) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, held, self.middle(bar, share))
        QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """A key to whatever has the keyboard."""
        here = QApplication.focusWidget()
        assert here is not None, "nothing has the keyboard"
        QTest.keyClick(here, key, held)
        QApplication.processEvents()


@pytest.fixture
def board(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> Iterator[Board]:
    window = MainWindow(Settings(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1600, 1000)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Board(qtbot, window, bridge)
    # checks that are made bit by bit are complete before anything is asked
    bridge.conflicts(made.page.horizon)
    made.page.show_all()
    QApplication.processEvents()
    yield made
