from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.parts.button import Button
from ui.parts.dialog import Dialog
from ui.parts.plain_label import PlainLabel


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.field = QLineEdit()
        self.button = QPushButton("Behind")
        column.addWidget(self.field)
        column.addWidget(self.button)
        column.addStretch(1)
        self.setCentralWidget(inside)
        self.resize(1000, 700)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    yield made


def dialog(window: Window) -> tuple[Dialog, QLineEdit, QLineEdit, Button]:
    made = Dialog("New visit", "a draft is kept", width=600, height=300)
    first, second, save = QLineEdit(), QLineEdit(), Button("Save", "primary")
    made.body.addWidget(first)
    made.body.addWidget(second)
    made.add_button(save, default=True)
    made.open(window)
    return made, first, second, save


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def test_the_keyboard_moves_in_and_back_again(qtbot: QtBot, window: Window) -> None:
    made, first, _, _ = dialog(window)
    assert focus() is first
    with qtbot.waitSignal(made.closed):
        qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is window.field


def test_tab_goes_round_inside(qtbot: QtBot, window: Window) -> None:
    made, *_ = dialog(window)
    seen = []
    for _ in range(10):
        seen.append(focus())
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert all(made.isAncestorOf(each) for each in seen)
    assert len(set(seen)) == 4, "two fields, Save and the cross"
    forth = focus()
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is forth


def test_enter_presses_the_default_from_a_field_but_not_from_a_long_text(qtbot: QtBot, window: Window) -> None:
    made, first, _, save = dialog(window)
    notes = QPlainTextEdit()
    made.body.addWidget(notes)
    told: list[bool] = []
    save.clicked.connect(lambda: told.append(True))
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert told == [True]
    notes.setFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Return)
    assert told == [True]
    qtbot.keyClick(notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == [True, True]


def test_the_mouse_does_not_reach_what_is_behind(qtbot: QtBot, window: Window) -> None:
    dialog(window)
    told: list[bool] = []
    window.button.clicked.connect(lambda: told.append(True))
    place = window.button.mapTo(window, window.button.rect().center())
    hit = window.childAt(place)
    assert hit is not None
    qtbot.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(window, place))
    assert not told


def test_behind_it_the_window_is_darker(qtbot: QtBot, window: Window) -> None:
    before = window.grab().toImage().pixelColor(5, 690)
    made, *_ = dialog(window)
    after = window.grab().toImage().pixelColor(5, 690)
    assert after.lightnessF() == pytest.approx(before.lightnessF() * 0.62, abs=0.02)
    made.dismiss()
    assert window.grab().toImage().pixelColor(5, 690) == before


def test_it_stays_in_the_middle_and_inside_when_the_window_changes(qtbot: QtBot, window: Window) -> None:
    made, *_ = dialog(window)
    for size in ((1000, 700), (1300, 900), (500, 260)):
        window.resize(*size)
        qtbot.waitUntil(lambda: made.parentWidget().size() == window.size())  # noqa: B023
        top = made.mapTo(window, QPoint(0, 0))
        assert abs(top.x() - (window.width() - made.width() - top.x())) <= 1
        assert top.x() >= 24 and top.y() >= 24


def test_a_dialog_may_refuse_to_close(qtbot: QtBot, window: Window) -> None:
    class Stubborn(Dialog):
        asked = 0

        def may_close(self) -> bool:
            self.asked += 1
            return self.asked > 1

    made = Stubborn("Unsaved")
    told: list[bool] = []
    made.closed.connect(lambda: told.append(True))
    made.open(window)
    made.dismiss()
    assert not told and made.isVisible()
    made.dismiss()
    assert told == [True]


def test_one_dialog_over_another(qtbot: QtBot, window: Window) -> None:
    below, first, *_ = dialog(window)
    above, *_ = dialog(window)
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is first
    assert below.isVisible()
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert focus() is window.field


def test_a_long_paragraph_gets_all_its_lines(qtbot: QtBot, window: Window) -> None:
    made = Dialog("This needs your OK", width=480)
    words = "Aseguradora Meseta is uncovered on Wed 25 Nov, 10:45–12:45: find somebody for it. "
    told = PlainLabel(words * 3, wrap=True)
    made.body.addWidget(told)
    made.add_button(Button("Give my OK", "primary"), default=True)
    made.open(window)
    assert told.height() >= told.heightForWidth(told.width())


def test_the_keyboard_goes_to_what_stands_around_a_button_that_is_gone(qtbot: QtBot, window: Window) -> None:
    panel = QWidget(window)
    panel.setFocusProxy(window.field)
    inside = QVBoxLayout(panel)
    pressed = QPushButton("Off sick")
    inside.addWidget(pressed)
    panel.show()
    pressed.setFocus()
    made, *_ = dialog(window)
    delete(pressed)
    made.dismiss()
    assert focus() is window.field
