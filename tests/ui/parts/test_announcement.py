from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.parts.announcement import announce


@pytest.mark.parametrize(("listening", "said"), [(True, 1), (False, 0)])
def test_it_is_said_only_while_somebody_listens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, listening: bool, said: int
) -> None:
    heard: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: listening)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "Sergio is off sick from 10:42")
    assert len(heard) == said
    assert all(event.message() == "Sergio is off sick from 10:42" for event in heard)
