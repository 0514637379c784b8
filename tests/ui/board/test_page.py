"""The page around the board: inspector, conflict list, tray, undo by name, and what other programs change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from techsched.desk.absences import RecordAbsence
from techsched.desk.assignments import BookVisit, MoveAssignment
from techsched.desk.desk import Desk
from techsched.model.conflict import Conflict
from techsched.model.kinds import AbsenceKind, Because, Rule, Severity
from tests.ui.board.conftest import WEDNESDAY, Board, at
from ui.board.conflict_list import ConflictList, counted
from ui.board.inspector import Inspector
from ui.parts.card import Card

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def colleague(board: Board) -> Iterator[Desk]:
    """A second program on the same file."""
    desk = Desk.open(board.bridge.desk.path, who="ana", extend=False)
    yield desk
    desk.close()


def said(widget: QWidget) -> list[str]:
    """All that a panel says, from top to bottom as it was built."""
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


# the inspector


def test_a_booking_shows_what_is_asked_for_and_what_meets_it(board: Board) -> None:
    board.click(board.bar("Nuria", "Hotel Miralba"))
    told = said(board.page.inspector)
    assert "Hotel Miralba" in told
    assert "Nuria Castaño" in told
    assert any(text.startswith("Mon 23 Nov – Fri 27 Nov") for text in told)
    assert "Aruba ACMP" in told and any("expires 14/03/2027" in text for text in told)
    assert any("of" in text and "met" in text for text in told), "so many of so many are met"


def test_what_is_missing_is_shown_as_missing(board: Board) -> None:
    done = board.bridge.do(
        BookVisit(board.visit("Aseguradora Meseta").id, board.person("Carmen").id, at("12:00")),
        Because.CLIENT_AGREED,
    )
    assert done is not None
    board.click(board.bar("Carmen", "Aseguradora Meseta"))
    told = said(board.page.inspector)
    assert "Fortinet NSE4" in told and "missing" in told
    assert "Conflicts and warnings" in told
    assert any("Kept anyway" in text for text in told)


def test_the_history_tells_who_did_what(board: Board, colleague: Desk) -> None:
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    colleague.do(MoveAssignment(bar.rows[0], None, at("14:30")), because=Because.OK_GIVEN)
    board.bridge.poll()
    board.click(board.bar("Sergio", "Farmacias Rosaleda"))
    told = said(board.page.inspector)
    assert any(text.endswith("· ana") for text in told)
    assert "Move Sergio Vidal at Farmacias Rosaleda to Wed 25 Nov 14:30" in told


def test_a_persons_day_is_told_stop_by_stop(board: Board) -> None:
    board.look("day")
    board.view.person_chosen.emit(board.person("Sergio").id)
    told = said(board.page.inspector)
    stops = [text for text in told if text.startswith(("08:", "09:", "11:", "13:", "14:", "17:"))]
    told_stops = [text.split("  ")[1] for text in stops]
    assert told_stops == ["Travel", "Gestoría Arcos", "Travel", "Farmacias Rosaleda", "Home"]
    assert "This week" in told


def test_several_selected_show_what_they_share(board: Board) -> None:
    board.click(board.bar("Sergio", "Gestoría Arcos"))
    board.click(board.bar("Javier", "Imprenta Delicias"), CTRL)
    assert "2 bookings" in said(board.page.inspector)
    board.qtbot.mouseClick(board.button("Make tentative", board.page.inspector), Qt.MouseButton.LeftButton)
    assert board.bar("Sergio", "Gestoría Arcos").tentative and board.bar("Javier", "Imprenta Delicias").tentative


def test_user_text_is_never_read_as_markup(board: Board) -> None:
    board.click(board.bar("Nuria", "Hotel Miralba"))
    for label in board.page.inspector.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


# conflicts


def listed(board: Board) -> list[Conflict]:
    return board.page.conflicts.shown


def test_f8_goes_from_one_conflict_to_the_next_and_shows_it(board: Board) -> None:
    board.view.setFocus()
    board.press(Qt.Key.Key_F8)
    assert isinstance(board.page.side.currentWidget(), ConflictList)
    first = listed(board)[0]
    assert first.severity is Severity.HARD and not first.kept
    assert board.view.looks.selected == set(first.assignments)
    board.press(Qt.Key.Key_F8)
    second = listed(board)[1]
    shown = board.view.looks.selected == set(second.assignments) or (
        board.view.looks.selected_row == second.technician_id
    )
    assert shown
    board.press(Qt.Key.Key_F8, SHIFT)
    assert board.view.looks.selected == set(first.assignments)


def test_a_click_in_the_list_shows_it_and_leaves_the_list_with_its_ways_out(board: Board) -> None:
    board.page.legend.pressed.emit("conflicts")
    holiday = next(n for n, conflict in enumerate(listed(board)) if conflict.rule is Rule.HOLIDAY)
    card = board.page.conflicts.cards[holiday]
    card.pressed.emit()
    assert listed(board)[holiday].day in board.page.days
    assert board.page.side.currentWidget() is board.page.conflicts
    assert card.findChildren(Card), "ways out"
    board.click(board.bar("Tomás", "Harbor & Pine"))
    assert board.page.side.currentWidget() is board.page.inspector


def test_a_conflict_of_another_week_brings_that_week(board: Board) -> None:
    bar = board.bar("Marta", "Clínica Santa Áurea")
    later = date(2026, 12, 3)
    row = board.booking(bar)
    board.bridge.do(RecordAbsence(board.person("Marta").id, AbsenceKind.SICK, later, date(2026, 12, 4)))
    board.bridge.do(MoveAssignment(row.id, None, at("09:00", later)), Because.OTHER, "so be it")
    board.look("week", date(2026, 12, 14))
    conflict = next(c for c in board.bridge.conflicts(board.page.horizon) if row.id in c.assignments)
    board.page.jump(conflict)
    assert board.page.days.first <= later <= (board.page.days.last or later)
    assert row.id in board.view.looks.selected


def test_the_list_counts_what_it_shows(board: Board) -> None:
    counts = counted(board.bridge.conflicts(board.page.horizon))
    board.page.next_conflict(1)
    assert len(board.page.conflicts.shown) == counts["all"]
    assert counts["all"] == counts["hard"] + counts["approval"] + counts["warning"] + counts["kept"]
    assert f"{counts['hard'] + counts['approval']} conflict" in board.page.legend.counters["conflicts"].accessibleName()


def test_a_fix_of_the_list_ends_its_conflict(board: Board) -> None:
    board.page.next_conflict(1)
    place = next(n for n, c in enumerate(listed(board)) if c.rule is Rule.HOLIDAY)
    conflict, card = listed(board)[place], board.page.conflicts.cards[place]
    assert conflict.day == date(2026, 12, 7)
    board.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert conflict.day in board.page.days, "the board shows it"
    QApplication.processEvents()
    fix = next(way for way in card.findChildren(Card) if "Give Harbor & Pine" in way.accessibleName())
    board.qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)
    if board.dialog is not None:
        board.press(Qt.Key.Key_Return)
    assert conflict.fingerprint not in {c.fingerprint for c in listed(board)}


def test_a_conflict_is_kept_from_the_list_and_let_go_again(board: Board) -> None:
    board.page.next_conflict(1)
    conflict = listed(board)[0]
    board.qtbot.mouseClick(board.button("Keep anyway", board.page.conflicts.cards[0]), Qt.MouseButton.LeftButton)
    assert board.dialog is not None
    board.press(Qt.Key.Key_3)
    held = {c.fingerprint: c for c in board.bridge.conflicts(board.page.horizon)}
    assert held[conflict.fingerprint].kept
    card = next(
        card
        for card, c in zip(board.page.conflicts.cards, listed(board), strict=False)
        if c.fingerprint == conflict.fingerprint
    )
    board.qtbot.mouseClick(board.button("Keep no longer", card), Qt.MouseButton.LeftButton)
    held = {c.fingerprint: c for c in board.bridge.conflicts(board.page.horizon)}
    assert not held[conflict.fingerprint].kept


def test_an_ok_from_the_list_needs_no_reason(board: Board) -> None:
    board.page.next_conflict(1)
    place = next(n for n, c in enumerate(listed(board)) if c.rule is Rule.HOLIDAY)
    amber = listed(board)[place]
    assert amber.severity is Severity.APPROVAL
    board.qtbot.mouseClick(board.button("Keep anyway", board.page.conflicts.cards[place]), Qt.MouseButton.LeftButton)
    assert board.dialog is None
    kept = {c.fingerprint for c in board.bridge.conflicts(board.page.horizon) if c.kept}
    assert amber.fingerprint in kept


# undo


def test_undo_and_redo_by_name_through_the_window(board: Board) -> None:
    board.look("day")
    board.view.setFocus()
    board.bridge.do(BookVisit(board.visit("Aseguradora Meseta").id, board.person("Pablo").id, at("13:00")))
    name = "Book Pablo Herrero at Aseguradora Meseta, Wed 25 Nov 13:00"
    assert board.window.commands["edit.undo"].text() == f"Undo: {name}"
    board.press(Qt.Key.Key_Z, CTRL)
    assert ("Aseguradora Meseta", "13:00-14:30") not in board.bookings("Pablo")
    assert board.toast == f"Undone: {name}"
    assert "Aseguradora Meseta" in [card.text.client for card in board.page.tray.cards]
    assert board.window.commands["edit.redo"].text().startswith("Redo: Book Pablo Herrero")
    board.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert ("Aseguradora Meseta", "13:00-14:30") in board.bookings("Pablo")


def test_the_toast_undoes_what_it_tells(board: Board) -> None:
    board.bridge.do(BookVisit(board.visit("Aseguradora Meseta").id, board.person("Pablo").id, at("13:00")))
    assert "Pablo Herrero" in board.toast
    board.qtbot.mouseClick(board.button("Undo", board.window.toasts), Qt.MouseButton.LeftButton)
    assert ("Aseguradora Meseta", "13:00-14:30") not in board.bookings("Pablo")


def test_undo_of_what_a_colleague_changed_since_says_so_and_does_nothing(board: Board, colleague: Desk) -> None:
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.bridge.do(MoveAssignment(bar.rows[0], None, at("14:30")), Because.OK_GIVEN)
    colleague.refresh()
    colleague.do(MoveAssignment(bar.rows[0], None, at("15:00")), because=Because.OK_GIVEN)
    board.view.setFocus()
    board.press(Qt.Key.Key_Z, CTRL)
    assert ("Farmacias Rosaleda", "15:00-18:30") in board.bookings("Sergio")
    assert "ana" in board.toast


# others


def test_a_change_of_another_program_is_seen_within_a_second(board: Board, colleague: Desk) -> None:
    visit = board.visit("Aseguradora Meseta")
    colleague.do(BookVisit(visit.id, board.person("Pablo").id, at("13:00")))
    board.qtbot.waitUntil(lambda: ("Aseguradora Meseta", "13:00-14:30") in board.bookings("Pablo"), timeout=1000)
    assert any(bar.title == "Aseguradora Meseta" for bar in board.bars("Pablo"))
    assert "Aseguradora Meseta" not in [card.text.client for card in board.page.tray.cards]


def test_a_card_that_stays_is_the_same_card(board: Board, colleague: Desk) -> None:
    """A card under the mouse must not vanish because something else has changed."""
    card = board.card("Hotel Miralba")
    colleague.do(BookVisit(board.visit("Aseguradora Meseta").id, board.person("Pablo").id, at("13:00")))
    board.bridge.poll()
    assert board.card("Hotel Miralba") is card and card.isVisible()


def test_a_drag_outlives_somebody_elses_change(board: Board, colleague: Desk) -> None:
    board.look("day")
    board.reveal("Pablo", at("13:00"))
    board.drag_card("Aseguradora Meseta", board.place("Pablo", at("13:00")), drop=False)
    colleague.do(RecordAbsence(board.person("Nuria").id, AbsenceKind.SICK, WEDNESDAY, date(2026, 11, 26)))
    board.bridge.poll()
    assert board.page.placing is not None
    card = board.card("Aseguradora Meseta")
    QTest.mouseRelease(
        card,
        Qt.MouseButton.LeftButton,
        pos=card.mapFromGlobal(board.view.viewport().mapToGlobal(board.place("Pablo", at("13:00")))),
    )
    assert ("Aseguradora Meseta", "13:00-14:30") in board.bookings("Pablo")


def test_rows_that_did_not_change_are_kept(board: Board) -> None:
    before = {row.technician.name: row.bars for row in board.view.rows.technicians}
    board.bridge.do(BookVisit(board.visit("Aseguradora Meseta").id, board.person("Pablo").id, at("13:00")))
    rows = board.view.rows.technicians
    assert [r.technician.name for r in rows if r.bars is not before[r.technician.name]] == ["Pablo Herrero"]
    shown = [(r.technician.id, r.top, r.height, r.bars, r.booked, r.free) for r in rows]
    board.page.show_all()
    rows = board.view.rows.technicians
    assert shown == [(r.technician.id, r.top, r.height, r.bars, r.booked, r.free) for r in rows]


def test_the_counters_open_what_they_count(board: Board) -> None:
    board.qtbot.mouseClick(board.page.legend.counters["uncovered"], Qt.MouseButton.LeftButton)
    assert {card.text.head for card in board.page.tray.cards} == {"Uncovered"}
    board.qtbot.mouseClick(board.page.legend.counters["waiting"], Qt.MouseButton.LeftButton)
    assert "Uncovered" not in {card.text.head for card in board.page.tray.cards}
    board.qtbot.mouseClick(board.page.legend.counters["conflicts"], Qt.MouseButton.LeftButton)
    assert isinstance(board.page.side.currentWidget(), ConflictList)
    assert board.page.conflicts.findChildren(Card)


def test_panes_go_round_by_f6(board: Board) -> None:
    board.view.setFocus()
    seen = []
    for _ in range(5):
        board.press(Qt.Key.Key_F6)
        here = QApplication.focusWidget()
        panes = {"tray": board.page.tray, "side": board.page.side, "board": board.view, "rail": board.window.rail}
        seen.extend(name for name, pane in panes.items() if here is pane or pane.isAncestorOf(here))
    assert {"tray", "board", "rail"} <= set(seen)
    assert isinstance(board.page.inspector, Inspector)


def test_the_clock_going_on_moves_the_line(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.look("day")
    bar = board.bar("Pablo", "Notaría Goya 47")
    assert bar.progress == "under_way"
    monkeypatch.setattr(board.bridge.desk, "_fixed", at("12:31"))
    board.page._tick()
    assert board.view.now == at("12:31")
    assert board.bar("Pablo", "Notaría Goya 47").progress == "done"
    assert board.card("Aseguradora Meseta").text.due == "29 min left"
