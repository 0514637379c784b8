"""The conflict list offers ways out that are read whole, and pressing one does it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from techsched.model.kinds import Rule
from techsched.model.span import Days
from ui.board.conflict_list import ConflictList
from ui.bridge import Bridge
from ui.parts.card import Card

AHEAD = Days(date(2026, 11, 23), date(2026, 12, 20))


@pytest.fixture
def shown(dressed: QApplication, bridge: Bridge) -> Iterator[ConflictList]:
    made = ConflictList(bridge)
    made.resize(320, 800)
    made.refill(bridge.conflicts(AHEAD))
    made.show()
    yield made
    delete(made)


def opened(shown: ConflictList) -> list[Card]:
    """Ways out of Tomás's work on a holiday, once its card was chosen."""
    place = next(n for n, c in enumerate(shown.shown) if c.rule is Rule.HOLIDAY)
    for _ in range(place + 1):
        shown.step(1)
    return shown.cards[place].findChildren(Card)


def test_ways_out_are_as_wide_as_the_list(qtbot: QtBot, shown: ConflictList) -> None:
    ways = opened(shown)
    assert ways
    qtbot.waitUntil(lambda: ways[0].isVisible())
    inner = shown.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= 320 - shown.verticalScrollBar().sizeHint().width()
    assert all(way.accessibleName() for way in ways)


def test_a_way_out_is_done_by_a_key(qtbot: QtBot, bridge: Bridge, shown: ConflictList) -> None:
    way = opened(shown)[0]
    told = way.accessibleName()
    bridge.needs_reason.connect(lambda preview, take: take("ok_given"))
    qtbot.keyClick(way, Qt.Key.Key_Return)
    undone = bridge.desk.next_undo
    assert undone is not None
    assert bridge.say(undone.label).split(",")[0] == told.split(" to ")[0]
