"""Every test of the window starts in the light theme at 100 % text size, and hears of bugs that a person would not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui import crash, fonts, style, theme
from ui.theme import Appearance


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    monkeypatch.setattr(crash, "strict", True)
    theme.choice.choose(Appearance.LIGHT)
    fonts.text_size.choose(100)
    style.apply(qapp)
    yield qapp
    theme.choice.choose(Appearance.LIGHT)
    fonts.text_size.choose(100)
