"""Fills in forms the way hands do: a key at a time, into whatever has the keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.forms.answers import Answers
from ui.forms.field import Editor
from ui.forms.form import Form
from ui.forms.rows import RowsEditor
from ui.forms.tokens import _TokenEditor
from ui.forms.weekdays import _WeekdayChips
from ui.parts.segmented import Segmented

CTRL = Qt.KeyboardModifier.ControlModifier
Typed = str | bool | list[Any] | Mapping[str, Any]
"""Text; a code of a choice; true or false; tokens or weekdays; rows as mappings of field to what is typed."""


def here() -> QWidget:
    """The widget that has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(here(), key, held)


def typing(text: str) -> None:
    """Also letters that no key of an American keyboard has, at which QTest gives up."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(here(), letter)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(here(), event)


def fill(answers: Answers, typed: Mapping[str, Typed]) -> None:
    """Each field in turn, in the order given."""
    for key, what in typed.items():
        write(answers.editor(key), what)


def write(editor: Editor, what: Typed) -> None:
    if isinstance(editor, RowsEditor):
        assert isinstance(what, list)
        _write_rows(editor, what)
        return
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    focused = here()
    if isinstance(editor, _TokenEditor):
        assert isinstance(what, list)
        press(Qt.Key.Key_Backspace, times=len(editor.raw()["held"]))
        for token in what:
            typing(token)
            press(Qt.Key.Key_Enter)
    elif isinstance(editor, _WeekdayChips):
        assert isinstance(what, list)
        for day in range(7):
            if (day in what) != (day in editor.value()):
                press(Qt.Key.Key_Space)
            press(Qt.Key.Key_Right)
    elif isinstance(focused, QLineEdit):
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        typing(str(what))
        press(Qt.Key.Key_Tab)
    elif isinstance(focused, QPlainTextEdit):
        press(Qt.Key.Key_A, CTRL)
        press(Qt.Key.Key_Delete)
        typing(str(what))
    elif isinstance(focused, QCheckBox):
        if focused.isChecked() != what:
            press(Qt.Key.Key_Space)
    elif isinstance(focused, QComboBox):
        place = focused.findData(what)
        assert place >= 0, f"{what!r} is not offered"
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_Down, times=place)
    else:
        _step_to(editor, what)


def _step_to(editor: Editor, code: Typed) -> None:
    """Segments and cards: the arrows go from one to the next."""
    for _ in range(12):
        press(Qt.Key.Key_Left)
    for _ in range(12):
        if editor.raw() == code:
            return
        press(Qt.Key.Key_Right)
    raise AssertionError(f"{code!r} is not offered")


def _write_rows(editor: RowsEditor, rows: list[Any]) -> None:
    while len(editor.rows) > len(rows):
        remove = editor.rows[-1].remove_button
        remove.setFocus()
        press(Qt.Key.Key_Space)
    for place, row in enumerate(rows):
        if place >= len(editor.rows):
            editor.add.setFocus()
            press(Qt.Key.Key_Space)
        fill(editor.rows[place].answers, row)


def save(form: Form) -> None:
    if not form.isAncestorOf(here()):
        form.answers.focus(form.answers.keys[0])
    press(Qt.Key.Key_Return, CTRL)


def segmented(editor: Editor) -> Segmented:
    found = editor.findChild(Segmented)
    assert isinstance(found, Segmented)
    return found
