"""The board by keyboard alone: the focus, what is selected, moving and stretching, menus."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from techsched.model.assignment import Assignment
from techsched.model.kinds import AssignmentState, Firmness, Mode
from techsched.model.span import MINUTE
from tests.ui.board.conftest import Board, at
from ui.board.reach import ReachDialog
from ui.board.reason import ReasonDialog

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def board(board: Board) -> Board:
    board.view.setFocus()
    return board


def focused(board: Board) -> tuple[str, str]:
    """Whose row and which client the focus is on; no client on a row's head."""
    looks = board.view.looks
    if looks.focused_row is not None:
        row = board.view.rows.of(looks.focused_row)
        assert row is not None
        return row.technician.name.split()[0], ""
    assert looks.focused is not None
    bar = board.view.bar_of(looks.focused)
    assert bar is not None
    row = board.view.rows.of(bar.technician_id)
    assert row is not None
    return row.technician.name.split()[0], bar.title


def test_left_and_right_go_along_a_row_from_its_head_over_its_bars(board: Board) -> None:
    board.click(board.bar("Sergio", "Óptica Ventas"))
    found = []
    for _ in range(4):
        board.press(Key.Key_Right)
        found.append(focused(board)[1])
    assert found[:2] == ["Gestoría Arcos", "Farmacias Rosaleda"]
    board.press(Key.Key_End)
    assert focused(board) == ("Sergio", "Grupo Encinar")
    board.press(Key.Key_Home)
    assert focused(board) == ("Sergio", "Hotel Miralba")
    board.press(Key.Key_Left)
    assert focused(board) == ("Sergio", "")
    board.press(Key.Key_Right)
    assert focused(board) == ("Sergio", "Hotel Miralba")


def test_up_and_down_keep_to_the_time_they_came_from(board: Board) -> None:
    board.click(board.bar("Sergio", "Farmacias Rosaleda"))
    there = []
    for _ in range(4):
        board.press(Key.Key_Down)
        there.append(focused(board))
    assert [name for name, _ in there] == ["Nuria", "Óscar", "Marta", "Álvaro"]
    for _ in range(4):
        board.press(Key.Key_Up)
    assert focused(board) == ("Sergio", "Farmacias Rosaleda")


def test_every_row_can_be_reached_also_an_empty_one(board: Board) -> None:
    board.look("day", date(2026, 11, 29))
    board.press(Key.Key_Down)
    names = [focused(board)[0]]
    for _ in range(20):
        board.press(Key.Key_Down)
        if focused(board)[0] != names[-1]:
            names.append(focused(board)[0])
    assert names == [row.technician.name.split()[0] for row in board.view.rows.technicians]


def test_enter_on_a_head_shows_the_person(board: Board) -> None:
    board.click(board.bar("Sergio", "Hotel Miralba"))
    board.press(Key.Key_Left)
    board.press(Key.Key_Return)
    assert board.view.looks.selected_row == board.person("Sergio").id


def test_enter_opens_what_is_focused(board: Board) -> None:
    board.click(board.bar("Sergio", "Gestoría Arcos"))
    board.press(Key.Key_Return)
    assert board.dialog is not None
    board.dialog.dismiss()


def test_space_adds_to_what_is_selected(board: Board) -> None:
    one = board.bar("Sergio", "Gestoría Arcos")
    board.click(one)
    board.view.focus_on(board.bar("Sergio", "Farmacias Rosaleda").id)
    board.press(Key.Key_Space)
    assert len(board.view.looks.selected) == 2
    board.press(Key.Key_Space)
    assert board.view.looks.selected == set(one.rows)


def test_shift_right_takes_the_next_bar_along(board: Board) -> None:
    board.click(board.bar("Sergio", "Gestoría Arcos"))
    board.press(Key.Key_Right, SHIFT)
    assert board.view.looks.selected == {
        *board.bar("Sergio", "Gestoría Arcos").rows,
        *board.bar("Sergio", "Farmacias Rosaleda").rows,
    }


def test_ctrl_a_selects_the_bookings_that_are_seen(board: Board) -> None:
    board.look("day")
    board.press(Key.Key_A, CTRL)
    selected = board.view.looks.selected
    assert set(board.bar("Sergio", "Gestoría Arcos").rows) <= selected
    seen = {id for cell in board.view.visible_cells() for id in cell.bar.rows}
    assert selected == seen
    board.press(Key.Key_Escape)
    assert board.view.looks.selected == frozenset()


def test_alt_and_arrows_move_a_booking(board: Board) -> None:
    board.look("day")
    board.click(board.bar("Sergio", "Farmacias Rosaleda"))
    board.press(Key.Key_Right, ALT)
    if isinstance(board.dialog, ReasonDialog):
        board.press(Key.Key_Return)
    assert ("Farmacias Rosaleda", "14:15-17:45") in board.bookings("Sergio")
    board.press(Key.Key_Left, ALT)
    assert ("Farmacias Rosaleda", "14:00-17:30") in board.bookings("Sergio")
    assert board.view.looks.selected == set(board.bar("Sergio", "Farmacias Rosaleda").rows)


def test_alt_down_gives_a_visit_to_the_row_below(board: Board) -> None:
    board.look("day")
    board.click(board.bar("Javier", "Imprenta Delicias"))
    board.press(Key.Key_Down, ALT)
    if isinstance(board.dialog, ReasonDialog):
        board.press(Key.Key_1 if board.dialog.hard else Key.Key_Return)
    assert ("Imprenta Delicias", "14:00-16:30") in board.bookings("Carmen")


def test_alt_down_on_a_placed_day_asks_how_far(board: Board) -> None:
    board.click(board.bar("Nuria", "Hotel Miralba"))
    board.press(Key.Key_Down, ALT)
    assert isinstance(board.dialog, ReachDialog)
    board.press(Key.Key_Escape)
    assert board.dialog is None
    assert board.bar("Nuria", "Hotel Miralba")


def test_alt_shift_right_makes_it_longer(board: Board) -> None:
    board.look("day")
    board.click(board.bar("Pablo", "Notaría Goya 47"))
    board.press(Key.Key_Right, ALT | SHIFT)
    assert ("Notaría Goya 47", "10:00-12:45") in board.bookings("Pablo")
    board.press(Key.Key_Left, ALT | SHIFT)
    board.press(Key.Key_Left, ALT | SHIFT)
    assert ("Notaría Goya 47", "10:00-12:15") in board.bookings("Pablo")


def test_c_and_m_change_what_is_selected(board: Board) -> None:
    board.look("day")
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.click(bar)
    board.press(Key.Key_C)
    assert board.booking(bar).firmness is Firmness.TENTATIVE
    board.press(Key.Key_C)
    assert board.booking(bar).firmness is Firmness.CONFIRMED
    lucia = board.bar("Lucía", "Aseguradora Meseta")
    board.click(lucia)
    board.press(Key.Key_M)
    assert board.booking(lucia).mode is Mode.ON_SITE


def test_delete_takes_a_visit_away_and_undo_brings_it_back(board: Board) -> None:
    board.look("day")
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    cards = len(board.page.tray.cards)
    board.click(bar)
    board.press(Key.Key_Delete)
    assert board.booking(bar).state is AssignmentState.WITHDRAWN
    assert len(board.page.tray.cards) == cards + 1, "the visit waits again"
    board.press(Key.Key_Z, CTRL)
    assert board.booking(bar).state is AssignmentState.PLANNED
    assert len(board.page.tray.cards) == cards


def test_delete_of_a_placed_day_asks_how_far(board: Board) -> None:
    bar = board.bar("Carmen", "Clínica Santa Áurea")
    friday = board.schedule.row(Assignment, bar.rows[-1])
    board.click(bar, share=0.95)
    board.press(Key.Key_Delete)
    assert isinstance(board.dialog, ReachDialog)
    board.press(Key.Key_1)
    assert board.schedule.row(Assignment, friday.id).state is AssignmentState.WITHDRAWN
    assert "Clínica Santa Áurea" in [card.text.client for card in board.page.tray.cards]


def test_the_menu_key_offers_what_can_be_done(board: Board) -> None:
    board.click(board.bar("Sergio", "Gestoría Arcos"))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), board.view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(board.view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text() for action in menu.actions() if action.text()]
    assert said[:4] == ["Edit", "Reassign", "Make tentative", "Make it remote"]
    assert "Take away" in said
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert board.page.placing is not None, "reassigning has begun"
    board.press(Key.Key_Escape)


def test_the_menu_key_on_a_head_is_about_the_person(board: Board) -> None:
    board.click(board.bar("Sergio", "Hotel Miralba"))
    board.press(Key.Key_Left)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), board.view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(board.view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Off sick today" in [action.text() for action in menu.actions()]
    menu.close()


def test_moving_by_a_day_in_the_week(board: Board) -> None:
    bar = board.bar("Óscar", "Colegio Bravante")
    row = board.booking(bar)
    assert row.day == date(2026, 11, 24)
    board.click(bar)
    board.press(Key.Key_Left, ALT)
    # what is done stays where it was
    assert board.booking(bar).start == row.start
    assert board.told
    visit = board.bar("Marta", "Clínica Santa Áurea")
    before = board.booking(visit).start
    board.click(visit)
    board.press(Key.Key_Right, ALT)
    if isinstance(board.dialog, ReasonDialog):
        board.press(Key.Key_1 if board.dialog.hard else Key.Key_Return)
    assert board.booking(visit).start == before + 30 * MINUTE


def test_the_focus_survives_a_look_at_another_week(board: Board) -> None:
    board.click(board.bar("Sergio", "Gestoría Arcos"))
    board.press(Key.Key_Right, CTRL)
    assert board.page.day == date(2026, 11, 25) + timedelta(days=7)
    board.press(Key.Key_Down)
    assert focused(board)
    assert at("09:00")
