"""The form of a visit: the deadline from the agreement, the window turned round, and who could go beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from techsched.model.assignment import Assignment
from techsched.model.kinds import AssignmentState, Priority, TargetClock, Verdict
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import clock_text, instant, local, minute_of
from techsched.plan.slot import slots
from tests.ui.forms.keyboard import CTRL, fill, press, save, write
from ui.board.reason import ReasonDialog
from ui.bridge import Bridge
from ui.forms.opened import form_for
from ui.forms.problem_line import ProblemLine
from ui.forms.visit_form import VisitForm
from ui.parts.button import Button
from ui.window import MainWindow

MADRID = "Europe/Madrid"
SHIFT = Qt.KeyboardModifier.ShiftModifier
PRINTERS = {"client": "Talleres Norte", "title": "Label printers offline", "minutes": "1 h 30"}


def opened(window: MainWindow, bridge: Bridge, row: Visit | None = None) -> VisitForm:
    form = form_for(bridge, "visit", row)
    assert isinstance(form, VisitForm)
    window.open_dialog(form)
    return form


def looked(form: VisitForm, qtbot: QtBot) -> None:
    """Until the panel has looked again."""
    qtbot.waitUntil(lambda: form.candidates.slot is not None, timeout=10_000)


def newest(bridge: Bridge, before: set[int]) -> Visit:
    """The one that was not there before."""
    (visit,) = [row for id, row in bridge.schedule.rows(Visit).items() if id not in before]
    return visit


def text_of(form: VisitForm, key: str) -> str:
    line = form.answers.editor(key).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line.text()


def at(hours: int, minutes: int = 0, day: date = date(2026, 11, 25)) -> int:
    return instant(day, hours * 60 + minutes, MADRID)


def test_the_deadline_follows_priority_and_call_until_somebody_writes_one(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    fill(form.answers, PRINTERS | {"escalated": "10:31", "priority": "critical"})
    assert form.answers.values()["due"] == at(13, 1)
    assert text_of(form, "due") == "13:01"
    write(form.answers.editor("priority"), "high")
    assert form.answers.values()["due"] == at(18, 31)
    write(form.answers.editor("priority"), "planned")
    assert form.answers.values()["due"] is None
    write(form.answers.editor("due"), "tomorrow 12:00")
    write(form.answers.editor("priority"), "critical")
    assert form.answers.values()["due"] == at(12, day=date(2026, 11, 26))
    write(form.answers.editor("due"), "")
    press(Qt.Key.Key_Tab)
    assert form.answers.values()["due"] == at(13, 1), "an emptied field follows again"


def test_the_target_is_kept_with_the_visit_and_one_by_hand_is_not_the_agreement(
    window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    form = opened(window, bridge)
    fill(form.answers, PRINTERS | {"escalated": "24/11 17:00", "priority": "standard"})
    before = set(bridge.schedule.rows(Visit))
    with qtbot.waitSignal(form.saved):
        press(Qt.Key.Key_Return, CTRL | SHIFT)
    visit = newest(bridge, before)
    assert (visit.target_minutes, visit.target_clock) == (960, TargetClock.WORKING)
    assert visit.due_by == at(15, day=date(2026, 11, 26))
    form = opened(window, bridge, visit)
    write(form.answers.editor("due"), "25/11 17:00")
    with qtbot.waitSignal(form.saved):
        press(Qt.Key.Key_Return, CTRL | SHIFT)
    changed = bridge.schedule.row(Visit, visit.id)
    assert (changed.target_minutes, changed.target_clock) == (24 * 60, TargetClock.ROUND_THE_CLOCK)


def test_a_window_that_ends_before_it_begins_is_turned_by_one_press(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    fill(form.answers, PRINTERS | {"window_from": "16:00", "window_to": "14:00"})
    press(Qt.Key.Key_Tab)
    (line,) = form.findChildren(ProblemLine)
    assert line.problem.sentence == (
        "The window ends before it begins: from 16:00 until 14:00. Did you mean 14:00 until 16:00?"
    )
    assert form.wrong.text() == "2 fields to put right"
    button = line.findChild(Button)
    assert isinstance(button, Button) and button.text() == "Turn round"
    button.click()
    values = form.answers.values()
    assert (values["window_from"], values["window_to"]) == (at(14), at(16))
    assert form.wrong.text() == ""


def test_one_end_of_a_window_is_no_window(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    fill(form.answers, PRINTERS | {"window_from": "16:00", "window_to": ""})
    press(Qt.Key.Key_Tab)
    (line,) = form.findChildren(ProblemLine)
    assert line.problem.sentence == "A window has two ends. Fill in both times, or neither."


def test_what_the_work_needed_the_last_time_is_filled_in(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    fill(form.answers, PRINTERS | {"service": "Firewall"})
    press(Qt.Key.Key_Tab)
    known = form.answers.values()["skills"]
    assert ("Fortinet NSE4", 0, True) in known
    write(form.answers.editor("skills"), ["Print 2"])
    write(form.answers.editor("service"), "Firewall rollout")
    assert form.answers.values()["skills"] == (("Print", 2, False),)


def test_who_could_go_is_who_the_plan_says(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    held = next(visit for visit in bridge.schedule.rows(Visit).values() if visit.priority is Priority.CRITICAL)
    waiting = next(
        visit
        for visit in bridge.schedule.rows(Visit).values()
        if visit.is_open and not bridge.schedule.bookings_of(visit) and visit.priority is held.priority
    )
    form = opened(window, bridge, waiting)
    looked(form, qtbot)
    best = slots(bridge.schedule, waiting, bridge.now).found[0]
    slot = form.candidates.slot
    assert slot is not None
    assert (slot.technician_id, slot.start, slot.verdict) == (best.technician_id, best.start, best.verdict)
    name = bridge.schedule.row(Technician, best.technician_id).name
    assert form.candidates.cards[0].accessibleName().startswith(f"1. {name}")
    clock = clock_text(minute_of(best.start, MADRID))
    assert form.save_button.text() == f"Save and book {name.split()[0]} {clock}"


def test_the_panel_waits_for_client_site_and_length(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    assert form.candidates.slot is None and form.save_button.text() == "Save"
    fill(form.answers, PRINTERS)
    looked(form, qtbot)
    write(form.answers.editor("minutes"), "")
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: form.candidates.slot is None)
    assert form.save_button.text() == "Save"


def test_save_and_book_is_one_step(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    fill(form.answers, PRINTERS | {"escalated": "10:31", "priority": "high", "skills": ["Windows 2"]})
    looked(form, qtbot)
    slot = form.candidates.slot
    assert slot is not None
    before = dict(bridge.schedule.rows(Visit))
    with qtbot.waitSignal(form.saved):
        save(form)
    (visit,) = [row for id, row in bridge.schedule.rows(Visit).items() if id not in before]
    (row,) = bridge.schedule.bookings_of(visit)
    assert (row.technician_id, row.start) == (slot.technician_id, slot.start)
    assert local(row.end - row.start, "UTC").strftime("%H:%M") == "01:30"
    press(Qt.Key.Key_Z, CTRL)
    assert dict(bridge.schedule.rows(Visit)) == before
    assert bridge.schedule.get(Assignment, row.id) is None


def test_alt_and_a_number_choose_somebody_else(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    fill(form.answers, PRINTERS)
    looked(form, qtbot)
    assert len(form.candidates.cards) > 1
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    second = form.candidates.slot
    assert second is not None and second.number == 2
    assert [card.selected for card in form.candidates.cards][:3] == [False, True, False]
    before = set(bridge.schedule.rows(Visit))
    with qtbot.waitSignal(form.saved):
        save(form)
    visit = newest(bridge, before)
    (row,) = bridge.schedule.bookings_of(visit)
    assert row.technician_id == second.technician_id


def test_a_booked_visit_is_only_saved(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    booked = next(
        visit
        for visit in bridge.schedule.rows(Visit).values()
        if visit.is_open and any(row.state is AssignmentState.PLANNED for row in bridge.schedule.bookings_of(visit))
    )
    rows = bridge.schedule.bookings_of(booked)
    form = opened(window, bridge, booked)
    assert not form.candidates.isVisible() and form.save_button.text() == "Save"
    write(form.answers.editor("reference"), "INC-1")
    with qtbot.waitSignal(form.saved):
        save(form)
    assert bridge.schedule.row(Visit, booked.id).reference == "INC-1"
    assert bridge.schedule.bookings_of(booked) == rows


def test_times_are_those_of_the_site(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    fill(form.answers, {"client": "Harbor & Pine", "escalated": "10:00"})
    press(Qt.Key.Key_Tab)
    assert form.answers.values()["escalated"] == instant(date(2026, 11, 25), 600, "America/New_York")
    assert form.answers.editor("escalated").accessibleDescription() == "New York"


def test_a_booking_that_needs_an_ok_asks_for_it_and_then_closes_the_form(
    window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.needs_reason.connect(lambda preview, take: window.open_dialog(ReasonDialog(preview, take, "en")))
    form = opened(window, bridge)
    needs = {"skills": ["Windows 2", "Print 2"], "profile": "Systems Technician"}
    fill(form.answers, PRINTERS | {"escalated": "10:31", "priority": "high"} | needs)
    looked(form, qtbot)
    found = form.candidates.slots
    asking = next(slot for slot in found if slot.verdict is Verdict.APPROVAL)
    press(Qt.Key(Qt.Key.Key_0 + asking.number), Qt.KeyboardModifier.AltModifier)
    before = set(bridge.schedule.rows(Visit))
    save(form)
    (question,) = window.findChildren(ReasonDialog)
    assert form.isVisible() and set(bridge.schedule.rows(Visit)) == before
    with qtbot.waitSignal(form.saved):
        question.findChildren(Button)[-1].click()
    assert not form.isVisible()
    (row,) = bridge.schedule.bookings_of(newest(bridge, before))
    assert row.technician_id == asking.technician_id


def test_letters_after_a_pick_choose_anew(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    line = form.answers.editor("client").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "asegu")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Aseguradora Meseta"
    qtbot.keyClicks(line, "taller")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Talleres Norte"
