"""Chips and segments: what can be on or off, and one of a few."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.parts.chip import Chip
from ui.parts.segmented import Segmented

ZOOMS = (("day", "Day"), ("week", "Week"), ("month", "Month"))


def test_a_chip_turns_over_by_mouse_and_keyboard_and_says_so(qtbot: QtBot) -> None:
    chip = Chip("Visits 5")
    qtbot.addWidget(chip)
    told: list[bool] = []
    chip.toggled.connect(told.append)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert told == [True, False, True]
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken.state().checked and spoken.text(QAccessible.Text.Name) == "Visits 5"
    assert chip.sizeHint().height() >= 24


def test_a_chip_that_is_on_looks_different(qtbot: QtBot) -> None:
    chip = Chip("All 8")
    qtbot.addWidget(chip)
    off = chip.grab().toImage()
    chip.setChecked(True)
    assert chip.grab().toImage() != off


def segmented(qtbot: QtBot) -> tuple[Segmented, list[str]]:
    made = Segmented(ZOOMS, name="How much is shown")
    qtbot.addWidget(made)
    made.choose("day")
    told: list[str] = []
    made.chosen.connect(told.append)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made, told


def test_one_of_a_few_by_mouse(qtbot: QtBot) -> None:
    zoom, told = segmented(qtbot)
    third = zoom.childAt(zoom.width() - 10, zoom.height() // 2)
    assert third is not None
    qtbot.mouseClick(third, Qt.MouseButton.LeftButton)
    assert zoom.value == "month"
    assert told == ["month"]


def test_one_of_a_few_by_arrow_keys_and_no_further_than_the_ends(qtbot: QtBot) -> None:
    zoom, told = segmented(qtbot)
    zoom.step(0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        here = QApplication.focusWidget()
        assert here is not None
        qtbot.keyClick(here, key)
    assert told == ["week", "month", "week"]
    assert zoom.value == "week"


def test_choosing_by_program_tells_nobody(qtbot: QtBot) -> None:
    zoom, told = segmented(qtbot)
    zoom.choose("week")
    assert zoom.value == "week"
    assert told == []
