from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ui import fonts, theme
from ui.parts.button import HEIGHTS, VARIANTS, Button


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_it_is_pressed_by_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Take")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_it_is_pressed_by_mouse_only_while_enabled(qtbot: QtBot) -> None:
    button = Button("Take")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setEnabled(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]


@pytest.mark.parametrize("size", HEIGHTS)
def test_nothing_to_click_is_under_24_pixels_and_it_grows_with_the_text_size(qtbot: QtBot, size: str) -> None:
    bare = Button("Undo", icon="arrow-u-up-left", bare=True, size=size)
    qtbot.addWidget(bare)
    assert bare.sizeHint().width() == bare.sizeHint().height() == HEIGHTS[size] >= 24
    fonts.text_size.choose(130)
    assert bare.sizeHint().height() == fonts.scaled(HEIGHTS[size])


def test_bare_words_are_still_read_aloud_and_shown_as_a_tip(qtbot: QtBot) -> None:
    button = Button("Open <log> folder", icon="x", bare=True, keys="Ctrl+L")
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.role() == QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Name) == "Open <log> folder"
    assert button.accessibleDescription() == "Ctrl L"
    assert button.toolTip() == "<qt>Open &lt;log&gt; folder</qt>"


def test_an_ampersand_of_a_client_stays_and_makes_no_shortcut(qtbot: QtBot) -> None:
    button = Button("Harbor & Pine")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "Harbor & Pine"
    named = Button("Harbor && Pine")
    qtbot.addWidget(named)
    assert named.sizeHint().width() > button.sizeHint().width()


def test_a_key_cap_takes_its_room(qtbot: QtBot) -> None:
    without, within = Button("Take"), Button("Take", keys="Ctrl+Enter")
    for button in (without, within):
        qtbot.addWidget(button)
    assert within.sizeHint().width() >= without.sizeHint().width() + 50


def test_of_an_action_it_follows_name_and_state(qtbot: QtBot) -> None:
    action = QAction("Undo: Harbor && Pine")
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.setEnabled(False)
    done: list[bool] = []
    action.triggered.connect(lambda: done.append(True))
    button = Button.of(action, "quiet", icon="arrow-u-up-left", bare=True)
    qtbot.addWidget(button)
    assert not button.isEnabled()
    assert button.accessibleName() == "Undo: Harbor & Pine"
    assert button.toolTip() == "Undo: Harbor & Pine  Ctrl Z"
    action.setEnabled(True)
    action.setText("Undo: Book Sergio")
    assert button.isEnabled() and button.accessibleName() == "Undo: Book Sergio"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]


def test_a_menu_opens_under_it_by_keyboard(qtbot: QtBot) -> None:
    button = Button("Sort")
    qtbot.addWidget(button)
    menu = QMenu(button)
    menu.addAction("By due time")
    button.set_menu(menu)
    button.show()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(menu.isVisible)
    menu.close()


@pytest.mark.parametrize("variant", VARIANTS)
def test_focus_shows_in_every_variant(qtbot: QtBot, variant: str) -> None:
    button = Button("Take", variant)
    qtbot.addWidget(button)
    button.resize(120, 28)
    button.show()
    before = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    after = button.grab().toImage()
    accent = theme.current().color("accent")
    assert before != after
    assert all(after.pixelColor(x, y) == accent for x, y in ((60, 0), (60, 1), (60, 26), (60, 27)))
    QApplication.processEvents()


def test_an_unknown_variant_is_a_mistake(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="fancy"):
        Button("Take", "fancy")
