from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QStyleFactory
from pytestqt.qtbot import QtBot

from ui import fonts, style, theme
from ui.theme import NAMES, Appearance


@pytest.mark.parametrize("name", NAMES)
def test_every_token_of_the_sheet_is_filled_in(name: str) -> None:
    made = style.sheet(theme.load(name))
    assert not re.search(r"@\w|\$\d|%\w", made)
    assert "QScrollBar" in made


def test_the_application_wears_fusion_and_the_theme(qapp: QApplication) -> None:
    assert "Fusion" in QStyleFactory.keys()
    for appearance, name in ((Appearance.DARK, "dark"), (Appearance.CONTRAST, "contrast"), (Appearance.LIGHT, "light")):
        theme.choice.choose(appearance)
        shown = theme.load(name)
        assert qapp.palette().color(QPalette.ColorRole.Window) == shown.color("window")
        assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == shown.color("disabled")
        assert shown.css("accent") in qapp.styleSheet()


def test_an_input_is_as_high_as_designed_and_grows_with_the_text_size(qtbot: QtBot) -> None:
    for made in (QLineEdit, QComboBox):
        field = made()
        qtbot.addWidget(field)
        field.show()
        assert field.sizeHint().height() == 32
        fonts.text_size.choose(130)
        assert field.sizeHint().height() == fonts.scaled(30) + 2
        fonts.text_size.choose(100)


def test_focus_is_two_pixels_of_accent_all_round(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 32)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    drawn = field.grab().toImage()
    accent = theme.current().color("accent")
    for x, y in ((100, 0), (100, 1), (100, 30), (100, 31), (0, 16), (1, 16), (199, 16)):
        assert drawn.pixelColor(x, y) == accent, (x, y)
