"""Filling uncovered days: for all of them by one person, or one day alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from techsched.model.assignment import Assignment
from techsched.model.span import Days
from techsched.plan.waiting import UncoveredRun, uncovered_runs
from ui.bridge import Bridge
from ui.cover.fill import FillDialog, one_day
from ui.parts.button import Button

WED, THU = date(2026, 11, 25), date(2026, 11, 26)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    yield made


@pytest.fixture
def run(bridge: Bridge) -> UncoveredRun:
    """The school without Álvaro, Wednesday and Thursday."""
    found = uncovered_runs(bridge.conflicts(Days(date(2026, 11, 23), date(2026, 11, 30))))
    return next(each for each in found if each.days == (WED, THU))


def test_one_day_has_the_bookings_of_that_day(bridge: Bridge, run: UncoveredRun) -> None:
    alone = one_day(run, THU, bridge.schedule)
    assert alone.days == (THU,)
    assert len(run.rows) == 2 and alone.rows == (run.rows[1],)
    assert {conflict.day for conflict in alone.conflicts} == {THU}


def test_where_nobody_can_all_days_somebody_takes_one(
    qtbot: QtBot, bridge: Bridge, window: QWidget, run: UncoveredRun
) -> None:
    dialog = FillDialog(bridge, run)
    dialog.open(window)
    assert not dialog.offers
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "and 11 more" in told, "all who cannot are counted"
    thursday = next(each for each in dialog.findChildren(Button) if each.accessibleName() == "Thu 26 Nov")
    qtbot.mouseClick(thursday, Qt.MouseButton.LeftButton)
    alone = next(each for each in window.findChildren(FillDialog) if each.isVisible())
    assert alone.run.days == (THU,)
    assert alone.offers
    who = alone.offers[0].technician
    bridge.needs_reason.connect(lambda preview, take: take("ok_given"))
    qtbot.keyClick(alone, Qt.Key.Key_1)
    covers = bridge.schedule.group(Assignment, "covers", run.rows[1])
    assert [row.technician_id for row in covers] == [who.id]
