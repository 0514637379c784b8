"""The inspector follows what was taken away or booked meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from techsched.desk.assignments import BookVisit, CancelAssignment
from techsched.model.visit import Visit
from techsched.plan.slot import slots
from ui.board.inspector import Inspector
from ui.board.page import BoardPage
from ui.bridge import Bridge
from ui.parts.button import Button
from ui.parts.plain_label import PlainLabel


@pytest.fixture
def inspector(dressed: QApplication, bridge: Bridge) -> Iterator[Inspector]:
    """Gone before its office is closed."""
    made = Inspector(bridge)
    yield made
    delete(made)


def visit_of(bridge: Bridge, code: str) -> Visit:
    visit = bridge.schedule.by_code(Visit, code)
    assert visit is not None
    return visit


def offered(inspector: Inspector) -> set[str]:
    shown = inspector.widget()
    return {button.accessibleName() for button in shown.findChildren(Button)} if shown is not None else set()


def told(inspector: Inspector) -> str:
    shown = inspector.widget()
    return "\n".join(label.text() for label in shown.findChildren(PlainLabel)) if shown is not None else ""


def test_a_booking_taken_away_leaves_the_visit_to_be_placed(qtbot: QtBot, bridge: Bridge, inspector: Inspector) -> None:
    (row,) = bridge.schedule.bookings_of(visit_of(bridge, "V000007"))
    inspector.show_bookings((row.id,))
    assert {"Reassign", "Take away"} <= offered(inspector)
    assert bridge.do(CancelAssignment((row.id,))) is not None
    inspector.refresh()
    qtbot.waitUntil(lambda: "Place" in offered(inspector))
    assert not {"Reassign", "Take away"} & offered(inspector)
    bridge.undo()
    inspector.refresh()
    qtbot.waitUntil(lambda: {"Reassign", "Take away"} <= offered(inspector))


def test_a_visit_that_was_booked_is_placed_no_second_time(qtbot: QtBot, bridge: Bridge, inspector: Inspector) -> None:
    visit = visit_of(bridge, "V000013")
    inspector.show_visit(visit.id)
    assert "Place" in offered(inspector)
    slot = slots(bridge.schedule, visit, bridge.now).found[-1]
    assert bridge.do(BookVisit(visit.id, slot.technician_id, slot.start)) is not None
    inspector.refresh()
    qtbot.waitUntil(lambda: "Place" not in offered(inspector))
    assert "Pablo Herrero" in told(inspector)


def test_keys_go_to_the_board_when_a_pressed_button_is_gone(qtbot: QtBot, bridge: Bridge) -> None:
    page = BoardPage(bridge, lambda dialog: None)
    page.resize(1400, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    (row,) = bridge.schedule.bookings_of(visit_of(bridge, "V000007"))
    page.inspector.show_bookings((row.id,))
    shown = page.inspector.widget()
    assert shown is not None
    button = next(each for each in shown.findChildren(Button) if each.accessibleName() == "Make tentative")
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    assert QApplication.focusWidget() is button
    button.click()
    qtbot.waitUntil(lambda: "Confirm" in offered(page.inspector))
    assert QApplication.focusWidget() is page.view
    page.hide()
    delete(page)


def test_a_certificate_that_is_over_says_so(bridge: Bridge, inspector: Inspector) -> None:
    (row,) = bridge.schedule.bookings_of(visit_of(bridge, "V000007"))
    inspector.show_bookings((row.id,))
    assert "expired 20/11/2026" in told(inspector)
    (row,) = bridge.schedule.bookings_of(visit_of(bridge, "V000006"))
    inspector.show_bookings((row.id,))
    assert "expired" not in told(inspector)
