from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import fonts, theme
from ui.parts.plain_label import PlainLabel
from ui.theme import Appearance


def inked(label: PlainLabel) -> set[str]:
    """The colours that are painted on a label."""
    image = label.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_what_looks_like_html_is_shown_letter_by_letter(qtbot: QtBot) -> None:
    marked, plain = PlainLabel("<b>Goya & 47</b>"), PlainLabel("Goya & 47")
    for label in (marked, plain):
        qtbot.addWidget(label)
    assert marked.sizeHint().width() > plain.sizeHint().width() * 1.5
    assert marked.text() == "<b>Goya & 47</b>"


@pytest.mark.parametrize("face", fonts.FACES)
def test_a_line_is_as_high_as_the_scale_says(qtbot: QtBot, face: str) -> None:
    label = PlainLabel("Sergio", face)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == fonts.FACES[face].line
    fonts.text_size.choose(130)
    assert label.sizeHint().height() == fonts.scaled(fonts.FACES[face].line)


def test_what_has_no_room_is_shortened_and_told_in_the_tooltip(qtbot: QtBot) -> None:
    label = PlainLabel("Aseguradora <Meseta>, calle de Luchana 23", elide=True)
    qtbot.addWidget(label)
    label.resize(80, 18)
    label.show()
    assert label.toolTip() == "<qt>Aseguradora &lt;Meseta&gt;, calle de Luchana 23</qt>"
    label.resize(600, 18)
    assert label.toolTip() == ""


def test_a_paragraph_grows_in_whole_lines_of_the_scale(qtbot: QtBot) -> None:
    label = PlainLabel("Sergio is double booked on Thu 26, 12:00-15:00: " * 3, "small", wrap=True)
    qtbot.addWidget(label)
    wide, narrow = label.heightForWidth(2000), label.heightForWidth(200)
    assert wide == 16
    assert narrow % 16 == 0 and narrow >= 5 * 16


def test_line_ends_of_the_text_are_kept(qtbot: QtBot) -> None:
    label = PlainLabel("one\n\nthree", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(500) == 3 * 18


def test_a_paragraph_in_a_column_gets_its_height(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label = PlainLabel("word " * 60, wrap=True)
    column.addWidget(label)
    column.addStretch(1)
    page.resize(300, 800)
    page.show()
    assert label.height() == label.heightForWidth(label.width())


def test_the_role_is_painted_and_follows_the_theme(qtbot: QtBot) -> None:
    label = PlainLabel("████", "display", role="bad")
    qtbot.addWidget(label)
    assert theme.current().color("bad").name() in inked(label)
    label.set_role("good")
    assert theme.current().color("good").name() in inked(label)
    theme.choice.choose(Appearance.DARK)
    assert theme.current().color("good").name() in inked(label)
    label.setEnabled(False)
    assert QColor(theme.current().color("disabled")).name() in inked(label)
