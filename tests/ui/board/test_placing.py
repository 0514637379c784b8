"""Placing by keyboard: who fits is marked, Tab goes on, Enter and numbers book, F sorts, C makes it tentative."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techsched.model.kinds import Firmness
from tests.ui.board.conftest import Board
from ui.board.inspector import Inspector
from ui.board.slots_panel import SlotsPanel

MESETA = "Aseguradora Meseta"


def begin(board: Board) -> None:
    """From the card, with P."""
    board.look("day")
    board.card(MESETA).setFocus()
    board.press(Qt.Key.Key_P)
    assert board.page.placing is not None


def marked(board: Board) -> str:
    (ghost,) = board.view.ghosts
    row = board.view.rows.of(ghost.technician_id)
    assert row is not None
    return row.technician.name


def test_p_on_a_card_marks_the_best_and_tab_goes_round(board: Board) -> None:
    begin(board)
    assert board.view.hasFocus()
    assert isinstance(board.page.side.currentWidget(), SlotsPanel)
    assert [marked(board)] == ["Lucía Fernández"]
    found = []
    for _ in range(4):
        board.press(Qt.Key.Key_Tab)
        found.append(marked(board))
    assert found == ["Marta Gallego", "Sergio Vidal", "Pablo Herrero", "Lucía Fernández"]
    board.press(Qt.Key.Key_Backtab)
    assert marked(board) == "Pablo Herrero"
    assert [card.selected for card in board.page.slots.cards] == [False, False, False, True]


def test_enter_books_the_marked_one(board: Board) -> None:
    begin(board)
    for _ in range(3):
        board.press(Qt.Key.Key_Tab)
    board.press(Qt.Key.Key_Return)
    assert (MESETA, "13:00-14:30") in board.bookings("Pablo")
    assert board.page.hand is None
    assert isinstance(board.page.side.currentWidget(), Inspector)


def test_a_number_books_that_slot(board: Board) -> None:
    begin(board)
    board.press(Qt.Key.Key_3)
    assert (MESETA, "12:00-13:30") in board.bookings("Sergio")


def test_enter_on_a_focused_bar_books_while_placing_and_opens_nothing(board: Board) -> None:
    board.look("day")
    board.click(board.bar("Sergio", "Gestoría Arcos"))
    board.page.place(board.visit(MESETA))
    board.press(Qt.Key.Key_4)
    assert board.dialog is None
    assert (MESETA, "13:00-14:30") in board.bookings("Pablo")


def test_f_brings_those_who_fit_to_the_top(board: Board) -> None:
    begin(board)
    before = [row.technician.name for row in board.view.rows.technicians]
    board.press(Qt.Key.Key_F)
    names = [row.technician.name for row in board.view.rows.technicians]
    assert names[:4] == ["Lucía Fernández", "Marta Gallego", "Sergio Vidal", "Pablo Herrero"]
    assert sorted(names) == sorted(before)
    board.press(Qt.Key.Key_F)
    assert [row.technician.name for row in board.view.rows.technicians] == before
    board.press(Qt.Key.Key_F)
    board.press(Qt.Key.Key_Escape)
    assert [row.technician.name for row in board.view.rows.technicians] == before


def test_c_makes_it_tentative(board: Board) -> None:
    begin(board)
    for _ in range(3):
        board.press(Qt.Key.Key_Tab)
    board.press(Qt.Key.Key_C)
    (ghost,) = board.view.ghosts
    assert ghost.bar.tentative
    board.press(Qt.Key.Key_Return)
    booked = board.bar("Pablo", MESETA)
    assert board.booking(booked).firmness is Firmness.TENTATIVE


def test_escape_puts_everything_back(board: Board) -> None:
    begin(board)
    seq = board.bridge.desk.history(1)[0].seq
    board.press(Qt.Key.Key_Escape)
    assert board.page.hand is None and board.view.ghosts == () and board.view.deadline is None
    assert board.view.looks.wash == {} and board.view.looks.faded == frozenset()
    assert board.bridge.desk.history(1)[0].seq == seq
    board.press(Qt.Key.Key_1)
    assert board.page.level == "day", "figures are the window's again"


def test_the_deadline_stands_on_the_board(board: Board) -> None:
    begin(board)
    assert board.view.deadline == board.visit(MESETA).due_by


def test_r_moves_a_booking_by_keyboard(board: Board) -> None:
    """A visit that is booked looks for its best places anew."""
    board.look("day")
    board.click(board.bar("Sergio", "Farmacias Rosaleda"))
    board.press(Qt.Key.Key_R)
    placing = board.page.placing
    assert placing is not None and placing.row is not None
    slot = next(s for s in placing.slots if s.technician_id != board.person("Sergio").id)
    board.press(Qt.Key(Qt.Key.Key_0 + slot.number))
    if board.dialog is not None:
        board.press(Qt.Key.Key_Return)
    row = board.schedule.row(type(placing.row), placing.row.id)
    assert (row.technician_id, row.start) == (slot.technician_id, slot.start)


def test_somebody_elses_change_is_judged_while_the_visit_is_in_the_hand(board: Board) -> None:
    from techsched.desk.absences import RecordAbsence
    from techsched.desk.desk import Desk
    from techsched.model.kinds import AbsenceKind
    from techsched.model.span import Days
    from tests.ui.board.conftest import WEDNESDAY

    begin(board)
    assert board.person("Pablo").id in board.view.looks.wash
    other = Desk.open(board.bridge.desk.path, who="ana", extend=False)
    days = Days.single(WEDNESDAY)
    other.do(RecordAbsence(board.person("Pablo").id, AbsenceKind.SICK, days.first, days.after))
    other.close()
    board.bridge.poll()
    assert board.page.placing is not None
    assert board.person("Pablo").id in board.view.looks.faded
    board.press(Qt.Key.Key_Escape)


def test_a_visit_that_somebody_else_books_leaves_the_hand(board: Board) -> None:
    from techsched.desk.desk import Desk
    from techsched.desk.visits import CancelVisit

    begin(board)
    visit = board.visit(MESETA)
    other = Desk.open(board.bridge.desk.path, who="ana", extend=False)
    other.do(CancelVisit(visit.id))
    other.close()
    board.bridge.poll()
    QApplication.processEvents()
    assert board.page.hand is None
    assert MESETA not in [card.text.client for card in board.page.tray.cards]
