from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import Action, Actions


class Desk(QWidget):
    """A window with a board that takes the keyboard, a field, and a second half with its own keys."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.board, self.other = QWidget(), QWidget()
        self.field = QLineEdit()
        for part in (self.board, self.other, self.field):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            column.addWidget(part)
        self.actions = Actions(self)
        self.done: list[str] = []

    def add(self, id: str, *keys: str, scope: QWidget | None = None, menu: str = "", group: int = 0) -> None:
        self.actions.add(Action(id, id, lambda: self.done.append(id), keys, menu, group), scope=scope)

    def focus(self, widget: QWidget) -> None:
        widget.setFocus()
        assert widget.hasFocus()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus(made.board)
    yield made


def test_a_key_does_it(qtbot: QtBot, desk: Desk) -> None:
    desk.add("new", "N", "Ctrl+N")
    qtbot.keyClick(desk.board, Qt.Key.Key_N)
    qtbot.keyClick(desk.board, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == ["new", "new"]


def test_two_keys_one_after_the_other(qtbot: QtBot, desk: Desk) -> None:
    desk.add("go.board", "G, B")
    desk.add("go.people", "G, P")
    for key in (Qt.Key.Key_G, Qt.Key.Key_P, Qt.Key.Key_B, Qt.Key.Key_G, Qt.Key.Key_B):
        qtbot.keyClick(desk.board, key)
    assert desk.done == ["go.people", "go.board"]


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QSpinBox, QDateEdit])
def test_letters_and_digits_typed_into_a_field_stay_there(qtbot: QtBot, desk: Desk, make: type[QWidget]) -> None:
    for id, key in (("new", "N"), ("day", "1"), ("go", "G, B"), ("undo", "Ctrl+Z")):
        desk.add(id, key)
    field = make(desk)
    field.show()
    desk.focus(field)
    for letter in (Qt.Key.Key_N, Qt.Key.Key_1, Qt.Key.Key_G, Qt.Key.Key_B):
        qtbot.keyClick(field, letter)
    assert desk.done == []
    if isinstance(field, QLineEdit):
        assert field.text() == "n1gb"


def test_undo_in_a_field_is_the_fields_own(qtbot: QtBot, desk: Desk) -> None:
    desk.add("undo", "Ctrl+Z")
    desk.focus(desk.field)
    qtbot.keyClicks(desk.field, "Goya")
    qtbot.keyClick(desk.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.field.text() == "" and desk.done == []


def test_an_editable_choice_is_a_field_too(qtbot: QtBot, desk: Desk) -> None:
    desk.add("new", "N")
    box = QComboBox(desk)
    box.setEditable(True)
    box.show()
    line = box.lineEdit()
    assert line is not None
    desk.focus(line)
    qtbot.keyClick(line, Qt.Key.Key_N)
    assert line.text() == "n" and desk.done == []


def test_a_key_of_one_half_does_nothing_in_the_other(qtbot: QtBot, desk: Desk) -> None:
    desk.add("place", "P", scope=desk.board)
    desk.focus(desk.other)
    qtbot.keyClick(desk.other, Qt.Key.Key_P)
    assert desk.done == []
    desk.focus(desk.board)
    qtbot.keyClick(desk.board, Qt.Key.Key_P)
    assert desk.done == ["place"]


def test_two_halves_may_use_one_key_but_nobody_may_take_one_twice(desk: Desk) -> None:
    desk.add("place", "P", scope=desk.board)
    desk.add("print", "P", scope=desk.other)
    with pytest.raises(ValueError, match="P is taken by place"):
        desk.add("pan", "P", scope=desk.board)
    with pytest.raises(ValueError, match="is taken by"):
        desk.add("people", "P")
    with pytest.raises(ValueError, match="two actions are called place"):
        desk.add("place")


def test_disabled_it_is_not_done(qtbot: QtBot, desk: Desk) -> None:
    desk.add("new", "N")
    desk.actions["new"].setEnabled(False)
    qtbot.keyClick(desk.board, Qt.Key.Key_N)
    assert desk.done == []


def test_a_menu_shows_every_command_with_its_key_in_groups(desk: Desk) -> None:
    desk.add("close", "Ctrl+Q", menu="file", group=9)
    desk.add("new", "Ctrl+N", menu="file", group=0)
    desk.add("import", "Ctrl+I", menu="file", group=0)
    desk.add("place", "P")
    menu = desk.actions.menu("File", [])
    desk.actions.fill(menu, "file")
    shown = [(each.text(), each.shortcut().toString()) for each in menu.actions() if not each.isSeparator()]
    assert shown == [("new", "Ctrl+N"), ("import", "Ctrl+I"), ("close", "Ctrl+Q")]
    assert [each.isSeparator() for each in menu.actions()] == [False, False, True, False]
    assert all(each.isShortcutVisibleInContextMenu() for each in menu.actions() if not each.isSeparator())


def test_of_a_choice_one_is_checked(desk: Desk) -> None:
    for name in ("light", "dark"):
        action = Action(name, name, lambda: None, menu="view", checked=name == "light", choice="theme", submenu="Theme")
        desk.actions.add(action)
    desk.actions["dark"].trigger()
    assert [desk.actions[name].isChecked() for name in ("light", "dark")] == [False, True]
    menu = desk.actions.menu("View", [])
    desk.actions.fill(menu, "view")
    below = menu.actions()[0].menu()
    assert [each.text() for each in below.actions()] == ["light", "dark"]


def test_a_name_with_an_ampersand_is_shown_as_it_is(desk: Desk) -> None:
    desk.add("undo", "Ctrl+Z")
    desk.actions.rename("undo", "Undo: Harbor & Pine")
    assert desk.actions["undo"].text() == "Undo: Harbor && Pine"


def test_what_is_removed_is_gone_with_its_key(qtbot: QtBot, desk: Desk) -> None:
    desk.add("new", "N")
    desk.actions.remove("new")
    assert "new" not in desk.actions
    qtbot.wait(1)
    qtbot.keyClick(desk.board, Qt.Key.Key_N)
    assert desk.done == []
    desk.add("other", "N")
    qtbot.keyClick(desk.board, Qt.Key.Key_N)
    assert desk.done == ["other"]
