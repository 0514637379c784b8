"""Every test of the window starts in the light theme at 100 % text size, and hears of bugs that a person would not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from techsched import sample
from techsched.desk.desk import Desk
from ui import crash, fonts, i18n, style, theme
from ui.bridge import Bridge
from ui.theme import Appearance


def bury(app: QApplication) -> None:
    """Deletes what tests before left behind: each widget would be dressed again at every change of theme or size."""
    for widget in app.topLevelWidgets():
        widget.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    bury(qapp)
    monkeypatch.setattr(crash, "strict", True)
    theme.choice.choose(Appearance.LIGHT)
    fonts.text_size.choose(100)
    style.apply(qapp)
    yield qapp
    theme.choice.choose(Appearance.LIGHT)
    fonts.text_size.choose(100)


@pytest.fixture(autouse=True)
def spoken(dressed: QApplication) -> Iterator[None]:
    i18n.choose("en")
    yield
    i18n.choose("en")


@pytest.fixture(scope="session")
def office_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once."""
    file = tmp_path_factory.mktemp("office") / "sample.db"
    Desk.create(str(file), sample.office("en"), who="builder").close()
    return file


@pytest.fixture
def bridge(office_file: Path, tmp_path: Path) -> Iterator[Bridge]:
    """A desk on a real file of its own."""
    file = shutil.copy(office_file, tmp_path / "office.db")
    made = Bridge(Desk.open(str(file), who="raquel", extend=False), "en")
    yield made
    made.close()
