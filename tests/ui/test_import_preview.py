"""The preview of an import: what would be made, what is left out, and counts as the language writes them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.exchange.files import Company, empty_office, reading
from ui import i18n
from ui.import_preview import ImportPreview

NOW = 1_795_599_720


def shown(qtbot: QtBot, folder: Path) -> ImportPreview:
    """A clean company that makes 1,200 bookings and 12,345 visits."""
    made = ImportPreview()
    qtbot.addWidget(made)
    made.resize(1400, 800)
    office = empty_office()
    held = reading(Company().write(folder), into=office)
    counts = dict(held.made) | {"assignments": 1_200, "visits": 12_345}
    made.show_reading("company", replace(held, made=counts), office, NOW)
    made.show()
    return made


def texts(preview: ImportPreview) -> list[str]:
    return [label.text() for label in preview.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize(("language", "counts"), [("en", {"1,200", "12,345"}), ("es", {"1200", "12.345"})])
def test_counts_are_written_as_the_language_does(qtbot: QtBot, tmp_path: Path, language: str, counts: set[str]) -> None:
    i18n.choose(language)
    preview = shown(qtbot, tmp_path)
    assert counts <= set(texts(preview))


def test_a_clean_folder_says_at_the_top_that_nothing_is_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    preview = shown(qtbot, tmp_path)
    title = next(label for label in preview.findChildren(QLabel) if label.text() == "Rows left out")
    assert title.mapTo(preview, title.rect().topLeft()).y() < 120
