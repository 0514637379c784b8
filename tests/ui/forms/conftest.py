"""A window with the people page, in which forms open as they do for a dispatcher."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.bridge import Bridge
from ui.people.page import PeoplePage
from ui.settings import Settings
from ui.window import MainWindow


@pytest.fixture
def window(bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "window.ini"))
    made.resize(1600, 1000)
    made.add_page("people", "People", "users-three", lambda: PeoplePage(bridge, made.open_dialog))
    made.undo_asked.connect(bridge.undo)
    made.redo_asked.connect(bridge.redo)
    made.set_history("something", "something")
    made.show_page("people")
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
