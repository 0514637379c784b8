from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui import fonts, theme
from ui.fonts import FACES, PERCENTS, SMALLEST
from ui.theme import Appearance


def test_inter_is_loaded_and_used() -> None:
    assert QFontInfo(fonts.font("body")).family().startswith("Inter")


def test_figures_stand_in_columns() -> None:
    metrics = QFontMetricsF(fonts.font("small"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_weights_differ_on_the_screen() -> None:
    widths = [
        QFontMetricsF(fonts.font("body", weight)).horizontalAdvance("Hotel Miralba") for weight in (400, 500, 600)
    ]
    assert widths == sorted(widths) and len(set(widths)) == 3


@pytest.mark.parametrize("percent", PERCENTS)
def test_no_text_is_smaller_than_the_floor_and_faces_keep_their_order(percent: int) -> None:
    fonts.text_size.choose(percent)
    sizes = [fonts.font(face).pixelSize() for face in FACES]
    assert sizes == sorted(sizes)
    assert min(sizes) >= SMALLEST
    assert sizes[-1] == int(28 * percent / 100 + 0.5)


@pytest.mark.parametrize("percent", PERCENTS)
def test_a_line_has_room_for_its_type(percent: int) -> None:
    fonts.text_size.choose(percent)
    for face in FACES:
        assert fonts.line(face) >= fonts.font(face).pixelSize() * 1.15, face


def test_text_size_reaches_what_is_dressed_already(qtbot: QtBot) -> None:
    label = QLabel("Nuria")
    qtbot.addWidget(label)
    fonts.dress(label, "title", 500)
    assert label.font().pixelSize() == 15
    with qtbot.waitSignal(fonts.text_size.changed):
        fonts.text_size.choose(130)
    assert label.font().pixelSize() == 20
    assert label.font().variableAxisValue(QFont.Tag("wght")) == 500


def test_a_face_survives_every_change_of_theme_size_and_parent(qtbot: QtBot) -> None:
    page, other = QWidget(), QWidget()
    for each in (page, other):
        qtbot.addWidget(each)
    fonts.text_size.choose(130)
    label = QLabel("Nuria", page)
    fonts.dress(label, "title", 500)
    page.show()
    for percent, appearance, size in (
        (100, Appearance.DARK, 15),
        (115, Appearance.LIGHT, 17),
        (100, Appearance.LIGHT, 15),
    ):
        fonts.text_size.choose(percent)
        assert label.font().pixelSize() == size
        theme.choice.choose(appearance)
        assert label.font().pixelSize() == size
    label.setParent(other)
    other.show()
    label.show()
    QApplication.processEvents()
    assert label.font().pixelSize() == 15


def test_a_text_size_that_nobody_offers_is_refused() -> None:
    with pytest.raises(ValueError, match="110"):
        fonts.text_size.choose(110)


def test_without_inter_the_system_font_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_family", lambda: None)
    made = fonts.font("title")
    assert made.pixelSize() == 15
    assert made.weight() == QFont.Weight.DemiBold


def test_paper_can_be_searched(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    writer = QPdfWriter(str(file))
    writer.setResolution(1200)
    painter = QPainter(writer)
    for place, weight in enumerate((400, 600), 1):
        painter.setFont(fonts.paper(160, weight))
        painter.drawText(QPointF(300, 600 * place), "Talleres Chamartín 11:48–13:20")
    painter.end()
    text = " ".join(pypdf.PdfReader(file).pages[0].extract_text().split())
    assert text.count("Talleres Chamartín 11:48–13:20") == 2
