"""Cards and bars dragged with the mouse: what fits is booked, what does not is refused and says why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from techsched.model.assignment import Assignment
from techsched.model.conflict import Override
from techsched.model.kinds import Because, Verdict
from tests.ui.board.conftest import WEDNESDAY, Board, at
from ui.board.reason import ReasonDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)


def test_a_card_dropped_on_a_row_that_fits_books_it(board: Board) -> None:
    board.look("day")
    board.reveal("Pablo", at("13:00"))
    before = len(board.page.tray.cards)
    board.drag_card("Aseguradora Meseta", board.place("Pablo", at("13:00")))
    assert ("Aseguradora Meseta", "13:00-14:30") in board.bookings("Pablo")
    assert len(board.page.tray.cards) == before - 1
    assert "Pablo Herrero" in board.toast and "Aseguradora Meseta" in board.toast
    booked = board.bar("Pablo", "Aseguradora Meseta")
    assert board.view.looks.selected == {booked.id}, "what was booked is selected"


def test_while_a_card_is_dragged_each_row_has_its_verdict(board: Board) -> None:
    board.look("day")
    board.reveal("Sergio", at("12:00"))
    board.drag_card("Aseguradora Meseta", board.place("Sergio", at("12:00")), drop=False)
    fits = board.view.fits
    assert fits[board.person("Sergio").id][0] == Verdict.WARNING
    assert fits[board.person("Carmen").id][:2] == (Verdict.IMPOSSIBLE, "No Fortinet NSE4")
    assert board.person("Carmen").id in board.view.looks.faded
    assert board.view.looks.wash[board.person("Pablo").id] == "goodsoft"
    (ghost,) = board.view.ghosts
    assert (ghost.technician_id, ghost.start) == (board.person("Sergio").id, at("12:00"))
    assert (ghost.before, ghost.after) == (20, 25)
    assert board.page.hint.isVisible()
    board.press(Qt.Key.Key_Escape)
    assert not board.page.hint.isVisible() and not board.view.ghosts and not board.view.fits
    assert board.bookings("Sergio") == [("Gestoría Arcos", "09:00-11:30"), ("Farmacias Rosaleda", "14:00-17:30")]


def test_dropped_where_it_does_not_fit_nothing_moves_and_the_reason_is_told(board: Board) -> None:
    board.look("day")
    board.reveal("Carmen", at("12:00"))
    before = board.bookings("Carmen")
    board.drag_card("Aseguradora Meseta", board.place("Carmen", at("12:00")))
    assert board.bookings("Carmen") == before
    assert board.told and "Fortinet NSE4" in board.told[-1]
    assert board.dialog is None
    assert board.page.hand is None


def test_with_shift_it_is_kept_once_a_reason_is_given_by_its_key(board: Board) -> None:
    board.look("day")
    board.reveal("Carmen", at("12:00"))
    board.drag_card("Aseguradora Meseta", board.place("Carmen", at("12:00")), SHIFT)
    asked = board.dialog
    assert isinstance(asked, ReasonDialog) and asked.hard
    assert ("Aseguradora Meseta", "12:00-13:30") not in board.bookings("Carmen")
    board.press(Qt.Key.Key_1)
    assert board.dialog is None
    assert ("Aseguradora Meseta", "12:00-13:30") in board.bookings("Carmen")
    kept = board.schedule.rows(Override).values()
    assert any(each.because is Because.CLIENT_AGREED and each.by == "raquel" for each in kept)


def test_the_question_for_a_reason_can_be_left(board: Board) -> None:
    board.look("day")
    board.reveal("Carmen", at("12:00"))
    before = board.bookings("Carmen")
    board.drag_card("Aseguradora Meseta", board.place("Carmen", at("12:00")), SHIFT)
    board.press(Qt.Key.Key_Escape)
    assert board.dialog is None and board.bookings("Carmen") == before


def test_what_needs_an_ok_asks_once_and_enter_gives_it(board: Board) -> None:
    board.look("day")
    slot = board.page.view
    board.page.place(board.visit("Aseguradora Meseta"))
    placing = board.page.placing
    assert placing is not None
    marta = next(s for s in placing.slots if s.technician_id == board.person("Marta").id)
    assert marta.verdict is Verdict.APPROVAL
    board.press(Qt.Key(Qt.Key.Key_0 + marta.number))
    asked = board.dialog
    assert isinstance(asked, ReasonDialog) and not asked.hard
    board.press(Qt.Key.Key_Return)
    assert board.dialog is None
    assert ("Aseguradora Meseta", "11:15-12:45") in board.bookings("Marta")
    assert slot.ghosts == ()


def test_escape_and_dropping_outside_call_it_off(board: Board) -> None:
    board.look("day")
    board.reveal("Pablo", at("13:00"))
    seq = board.bridge.desk.history(1)[0].seq
    card = board.card("Aseguradora Meseta")
    board.drag_card("Aseguradora Meseta", board.place("Pablo", at("13:00")), drop=False)
    board.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    outside = board.view.viewport().rect().bottomLeft() + QPoint(50, 60)
    board.drag_card("Aseguradora Meseta", outside)
    assert board.bridge.desk.history(1)[0].seq == seq
    assert board.page.hand is None and not board.page.hint.isVisible()


def test_a_right_click_calls_a_drag_off(board: Board) -> None:
    board.look("day")
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.reveal("Sergio", bar.start)
    board.drag_bar(bar, board.place("Sergio", at("16:00")), drop=False)
    assert board.view.dragging
    QTest.mousePress(board.view.viewport(), Qt.MouseButton.RightButton, pos=board.place("Sergio", at("16:00")))
    assert not board.view.dragging and board.page.hand is None
    QTest.mouseRelease(board.view.viewport(), Qt.MouseButton.LeftButton, pos=board.place("Sergio", at("16:00")))
    assert ("Farmacias Rosaleda", "14:00-17:30") in board.bookings("Sergio")


def test_a_visit_moves_to_another_time_by_the_quarter_hour(board: Board) -> None:
    board.look("day")
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.reveal("Sergio", bar.start)
    start = board.middle(bar)
    quarter = board.view.scale.per_day / 24 / 4
    board.drag(board.view.viewport(), start, start + QPoint(round(2.2 * quarter), 0))
    assert ("Farmacias Rosaleda", "14:30-18:00") in board.bookings("Sergio")


def test_a_visit_moves_to_another_row(board: Board) -> None:
    board.look("day")
    bar = board.bar("Pablo", "Notaría Goya 47")
    board.click(bar)
    visit = board.bar("Sergio", "Farmacias Rosaleda")
    board.reveal("Sergio", visit.start)
    source, there = board.middle(visit), board.place("Pablo", at("16:00"))
    board.drag(board.view.viewport(), source, QPoint(source.x(), there.y()), SHIFT)
    if board.dialog is not None:
        board.press(Qt.Key.Key_2)
    assert ("Farmacias Rosaleda", "14:00-17:30") in board.bookings("Pablo")
    assert ("Farmacias Rosaleda", "14:00-17:30") not in board.bookings("Sergio")


def test_put_back_where_it_was_nothing_is_written(board: Board) -> None:
    board.look("day")
    seq = board.bridge.desk.history(1)[0].seq
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.reveal("Sergio", bar.start)
    start = board.middle(bar)
    viewport = board.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for x in (6, 20, 9, 0):
        board.move(viewport, start + QPoint(x, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start)
    assert board.bridge.desk.history(1)[0].seq == seq
    assert board.page.hand is None


def test_a_placed_day_given_to_somebody_else_asks_how_far(board: Board) -> None:
    """This day, from here on, all: by its key."""
    from ui.board.reach import ReachDialog

    for key, days in ((Qt.Key.Key_1, 1), (Qt.Key.Key_2, 2)):
        bar = board.bar("Carmen", "Clínica Santa Áurea")
        rows = [board.schedule.row(Assignment, id) for id in bar.rows]
        thursday = next(row for row in rows if row.day == THURSDAY)
        viewport = board.view.viewport()
        source = board.place("Carmen", at("12:00", THURSDAY))
        target = QPoint(source.x(), board.place("Sergio", at("12:00", THURSDAY)).y())
        board.drag(viewport, source, target, SHIFT)
        assert isinstance(board.dialog, ReachDialog)
        board.press(key)
        if isinstance(board.dialog, ReasonDialog):
            board.press(Qt.Key.Key_3)
        assert board.schedule.row(Assignment, thursday.id).technician_id == board.person("Sergio").id
        friday = next(row for row in rows if row.day == FRIDAY)
        moved = board.schedule.row(Assignment, friday.id).technician_id == board.person("Sergio").id
        assert moved is (days > 1)
        board.desk.undo()
        assert board.schedule.row(Assignment, thursday.id).technician_id == board.person("Carmen").id


def test_alt_lets_go_of_the_grid(board: Board) -> None:
    board.look("day")
    board.reveal("Pablo", at("15:00"))
    target = board.place("Pablo", at("15:07"))
    board.drag_card("Gestoría Arcos", target, drop=False)
    (snapped,) = board.view.ghosts
    assert (snapped.start - at("00:00")) % (15 * 60) == 0
    board.press(Qt.Key.Key_Escape)


def test_hold_over_the_head_of_a_day_opens_it(board: Board) -> None:
    board.look("week")
    column = board.view.scale.left(THURSDAY) + 30
    head = QPoint(round(column), -20)
    board.drag_card("Hotel Miralba", head, drop=False)
    board.qtbot.waitUntil(lambda: board.page.level == "day", timeout=2000)
    assert board.page.day == THURSDAY
    assert board.page.placing is not None, "the visit stays in the hand"
    board.press(Qt.Key.Key_Escape)


def test_near_the_border_the_board_scrolls_by_itself(board: Board) -> None:
    board.look("day")
    bar = board.view.verticalScrollBar()
    assert bar.maximum() > 0 and bar.value() == 0
    low = QPoint(600, board.view.viewport().height() - 6)
    board.drag_card("Gestoría Arcos", low, drop=False)
    board.qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=2000)
    board.press(Qt.Key.Key_Escape)


def test_a_fixed_booking_is_not_picked_up(board: Board) -> None:
    from techsched.desk.assignments import SetFixed

    board.look("day")
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.bridge.do(SetFixed(bar.rows, True))
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.reveal("Sergio", bar.start)
    board.drag_bar(bar, board.place("Sergio", at("16:00")))
    assert ("Farmacias Rosaleda", "14:00-17:30") in board.bookings("Sergio")
    assert board.told and "fixed" in board.told[-1]
    assert WEDNESDAY == board.page.day
