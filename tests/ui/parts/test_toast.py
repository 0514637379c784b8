from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.parts import toast
from ui.parts.button import Button
from ui.parts.toast import Toast


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_it_says_what_was_done_and_takes_it_back(qtbot: QtBot, host: QWidget) -> None:
    made = Toast(host)
    undone: list[str] = []
    made.tell("Move Nuria, Fri 27, to on site", "Undo", lambda: undone.append("Nuria"))
    assert made.isVisible() and made.text == "Move Nuria, Fri 27, to on site"
    button = made.findChild(Button)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["Nuria"]
    assert not made.isVisible() and made.text == ""


def test_without_anything_to_undo_there_is_no_button(qtbot: QtBot, host: QWidget) -> None:
    made = Toast(host)
    made.tell("Saved as roster.pdf")
    button = made.findChild(Button)
    assert button is not None and not button.isVisible()


def test_it_goes_by_itself_but_not_from_under_the_pointer(
    qtbot: QtBot, host: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "SECONDS", 0.1)
    made = Toast(host)
    made.tell("Booked", "Undo", lambda: None)
    here = QPointF(5, 5)
    QApplication.sendEvent(made, QEnterEvent(here, here, here))
    qtbot.wait(250)
    assert made.isVisible()
    QApplication.sendEvent(made, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not made.isVisible())


def test_it_stays_while_the_keyboard_is_on_it(qtbot: QtBot, host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast, "SECONDS", 0.1)
    made = Toast(host)
    made.tell("Booked", "Undo", lambda: None)
    button = made.findChild(Button)
    assert button is not None
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.wait(250)
    assert made.isVisible()
    button.clearFocus()
    qtbot.waitUntil(lambda: not made.isVisible())


def test_it_lies_at_the_foot_also_after_a_resize_and_with_a_long_text(qtbot: QtBot, host: QWidget) -> None:
    made = Toast(host)
    made.tell("Accept 5 cover proposals " * 20, "Undo", lambda: None)
    for size in ((900, 600), (500, 400)):
        host.resize(*size)
        assert made.geometry().left() >= 24 and made.geometry().right() <= host.width() - 24
        assert host.height() - made.geometry().bottom() == 25
