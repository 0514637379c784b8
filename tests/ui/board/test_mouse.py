"""The mouse at rest and at work beside dragging: selecting, stretching, drawing, panning, the card, menus."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from techsched.model.assignment import Assignment
from techsched.model.technician import Technician
from tests.ui.board.conftest import WEDNESDAY, Board, at
from ui.board.reason import ReasonDialog
from ui.forms.visit_form import VisitForm

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


def pull(
    board: Board, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT, held: Qt.KeyboardModifier = NONE
) -> None:
    """Press, move in steps, let go; all on the board."""
    viewport = board.view.viewport()
    QTest.mousePress(viewport, button, held, start)
    for step in range(1, 6):
        board.move(viewport, start + (end - start) * step / 5, button, held)
    QTest.mouseRelease(viewport, button, held, end)
    QApplication.processEvents()


def test_a_click_selects_and_ctrl_adds_and_takes_away(board: Board) -> None:
    one, other = board.bar("Sergio", "Gestoría Arcos"), board.bar("Sergio", "Farmacias Rosaleda")
    board.click(one)
    assert board.view.looks.selected == set(one.rows)
    board.click(other, CTRL)
    assert board.view.looks.selected == {*one.rows, *other.rows}
    board.click(one, CTRL)
    assert board.view.looks.selected == set(other.rows)


def test_shift_takes_the_range_of_the_row(board: Board) -> None:
    board.click(board.bar("Sergio", "Óptica Ventas"))
    board.click(board.bar("Sergio", "Farmacias Rosaleda"), SHIFT)
    names = ("Óptica Ventas", "Gestoría Arcos", "Farmacias Rosaleda")
    assert board.view.looks.selected == {id for name in names for id in board.bar("Sergio", name).rows}


def test_a_click_on_empty_ground_selects_nothing(board: Board) -> None:
    board.click(board.bar("Sergio", "Gestoría Arcos"))
    QTest.mouseClick(board.view.viewport(), LEFT, NONE, board.place("Pablo", at("12:00", date(2026, 11, 26))))
    assert board.view.looks.selected == frozenset()


def test_a_band_takes_what_it_touches(board: Board) -> None:
    board.look("day")
    top = board.place("Javier", at("07:30")) - QPoint(0, 14)
    bottom = board.place("Javier", at("18:30")) + QPoint(0, 14)
    viewport = board.view.viewport()
    QTest.mousePress(viewport, LEFT, SHIFT, top)
    for step in range(1, 6):
        board.move(viewport, top + (bottom - top) * step / 5, LEFT, SHIFT)
    assert board.view.drawing is not None
    QTest.mouseRelease(viewport, LEFT, SHIFT, bottom)
    assert board.view.drawing is None
    names = ("Bufete Larra", "Imprenta Delicias")
    assert board.view.looks.selected == {id for name in names for id in board.bar("Javier", name).rows}


def test_a_click_on_one_of_several_keeps_that_one(board: Board) -> None:
    one, other = board.bar("Sergio", "Gestoría Arcos"), board.bar("Sergio", "Farmacias Rosaleda")
    board.click(one)
    board.click(other, CTRL)
    board.click(one)
    assert board.view.looks.selected == set(one.rows)


def test_several_move_together_as_one_step(board: Board) -> None:
    board.look("day")
    one, other = board.bar("Javier", "Imprenta Delicias"), board.bar("Sergio", "Farmacias Rosaleda")
    board.click(one)
    board.click(other, CTRL)
    board.reveal("Javier", one.start)
    start = board.middle(one)
    half = round(board.view.scale.per_day / 48)
    pull(board, start, start + QPoint(half, 0), held=SHIFT)
    if isinstance(board.dialog, ReasonDialog):
        board.press(Qt.Key.Key_1 if board.dialog.hard else Qt.Key.Key_Return)
    assert ("Imprenta Delicias", "14:30-17:00") in board.bookings("Javier")
    assert ("Farmacias Rosaleda", "14:30-18:00") in board.bookings("Sergio")
    assert board.bridge.desk.next_undo is not None
    board.desk.undo()
    assert ("Imprenta Delicias", "14:00-16:30") in board.bookings("Javier")
    assert ("Farmacias Rosaleda", "14:00-17:30") in board.bookings("Sergio")


def test_an_edge_stretches_a_booking(board: Board) -> None:
    board.look("day")
    bar = board.bar("Pablo", "Notaría Goya 47")
    board.reveal("Pablo", bar.start)
    rect = board.view.rect_of(bar.id)
    assert rect is not None
    edge = QPoint(rect.right() - 2, rect.center().y())
    hour = round(board.view.scale.per_day / 24)
    pull(board, edge, edge + QPoint(hour, 0))
    assert ("Notaría Goya 47", "10:00-13:30") in board.bookings("Pablo")
    assert "Notaría Goya 47" in board.toast


def test_over_an_edge_the_pointer_says_so(board: Board) -> None:
    board.look("day")
    bar = board.bar("Pablo", "Notaría Goya 47")
    board.reveal("Pablo", bar.start)
    rect = board.view.rect_of(bar.id)
    assert rect is not None
    shapes = {}
    for name, x in (("edge", rect.right() - 2), ("body", rect.center().x()), ("beside", rect.right() + 60)):
        board.move(board.view.viewport(), QPoint(x, rect.center().y()), Qt.MouseButton.NoButton)
        shapes[name] = board.view.viewport().cursor().shape()
    assert shapes == {
        "edge": Qt.CursorShape.SizeHorCursor,
        "body": Qt.CursorShape.PointingHandCursor,
        "beside": Qt.CursorShape.ArrowCursor,
    }


def test_a_booking_that_is_done_has_no_edges(board: Board) -> None:
    board.look("day", date(2026, 11, 23))
    bar = board.bar("Sergio", "Hotel Miralba")
    board.reveal("Sergio", bar.start)
    before = board.booking(bar)
    rect = board.view.rect_of(bar.id)
    assert rect is not None
    edge = QPoint(rect.right() - 2, rect.center().y())
    pull(board, edge, edge + QPoint(90, 0))
    assert board.booking(bar) == before


def test_an_edge_leaves_something_of_the_booking(board: Board) -> None:
    board.look("day")
    bar = board.bar("Pablo", "Notaría Goya 47")
    board.reveal("Pablo", bar.start)
    rect = board.view.rect_of(bar.id)
    assert rect is not None
    viewport = board.view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, QPoint(rect.right() - 2, rect.center().y()))
    board.move(viewport, QPoint(rect.left() - 200, rect.center().y()), LEFT)
    (ghost,) = board.view.ghosts
    assert ghost.start == bar.start < ghost.end
    board.press(Qt.Key.Key_Escape)
    assert board.view.ghosts == ()


def test_drawn_on_an_empty_row_a_visit_begins_there(board: Board) -> None:
    board.look("day")
    board.reveal("Pablo", at("14:00"))
    start, end = board.place("Pablo", at("14:00")), board.place("Pablo", at("15:30"))
    pull(board, start, end)
    form = board.dialog
    assert isinstance(form, VisitForm)
    assert form.candidates.wish == (board.person("Pablo").id, at("14:00"))
    assert form.answers.values()["minutes"] == 90
    form.dismiss()


def test_a_double_click_on_empty_ground_begins_a_visit(board: Board) -> None:
    board.look("day")
    board.reveal("Pablo", at("15:00"))
    point = board.place("Pablo", at("15:00"))
    QTest.mouseDClick(board.view.viewport(), LEFT, NONE, point)
    form = board.dialog
    assert isinstance(form, VisitForm)
    assert form.candidates.wish == (board.person("Pablo").id, at("15:00"))
    form.dismiss()


def test_a_double_click_on_a_bar_opens_it(board: Board) -> None:
    bar = board.bar("Sergio", "Gestoría Arcos")
    QTest.mouseDClick(board.view.viewport(), LEFT, NONE, board.middle(bar))
    assert isinstance(board.dialog, VisitForm)
    board.dialog.dismiss()


def test_the_card_tells_what_lies_under_a_mouse_at_rest(board: Board) -> None:
    bar = board.bar("Sergio", "Gestoría Arcos")
    board.move(board.view.viewport(), board.middle(bar), Qt.MouseButton.NoButton)
    assert not board.page.card.isVisible()
    board.qtbot.waitUntil(board.page.card.isVisible, timeout=2000)
    told = dict.fromkeys(text for text, _ in board.page.card.text.lines)
    assert board.page.card.text.title == "Gestoría Arcos"
    assert any("09:00–11:30" in text for text in told) and any("Tetuán" in text for text in told)
    rect = board.view.rect_of(bar.id)
    assert rect is not None
    corner = board.view.viewport().mapTo(board.page, rect.topLeft())
    assert not board.page.card.geometry().intersects(rect.translated(corner - rect.topLeft())), "never over the bar"
    board.move(board.view.viewport(), QPoint(4, 4), Qt.MouseButton.NoButton)
    assert not board.page.card.isVisible()


def test_the_card_tells_conflicts_as_plain_text(board: Board) -> None:
    bar = board.bar("Sergio", "Notaría Goya 47")
    board.move(board.view.viewport(), board.middle(bar), Qt.MouseButton.NoButton)
    board.qtbot.waitUntil(board.page.card.isVisible, timeout=2000)
    assert any("double booked" in text for text, _ in board.page.card.text.lines)


def test_no_card_while_something_is_dragged(board: Board) -> None:
    board.look("day")
    bar = board.bar("Sergio", "Farmacias Rosaleda")
    board.reveal("Sergio", bar.start)
    viewport = board.view.viewport()
    QTest.mousePress(viewport, LEFT, NONE, board.middle(bar))
    board.move(viewport, board.middle(bar) + QPoint(30, 0), LEFT)
    QTest.qWait(500)
    assert not board.page.card.isVisible()
    board.press(Qt.Key.Key_Escape)


def test_the_middle_button_pans(board: Board) -> None:
    board.look("day")
    across, down = board.view.horizontalScrollBar(), board.view.verticalScrollBar()
    before = across.value(), down.value()
    pull(board, QPoint(500, 300), QPoint(440, 250), MIDDLE)
    assert (across.value(), down.value()) == (before[0] + 60, before[1] + 50)


def test_space_and_the_left_button_pan_and_select_nothing(board: Board) -> None:
    board.look("day")
    board.view.setFocus()
    across = board.view.horizontalScrollBar()
    before = across.value()
    QTest.keyPress(board.view, Qt.Key.Key_Space)
    pull(board, board.middle(board.bar("Sergio", "Gestoría Arcos")), QPoint(300, 300))
    QTest.keyRelease(board.view, Qt.Key.Key_Space)
    assert across.value() != before
    assert board.view.looks.selected == frozenset()


def test_shift_and_the_wheel_scroll_time(board: Board) -> None:
    board.look("day")
    bar = board.view.horizontalScrollBar()
    before = bar.value()
    center = QPointF(board.view.viewport().rect().center())
    wheel = QWheelEvent(
        center,
        QPointF(board.view.viewport().mapToGlobal(center.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        SHIFT,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(board.view.viewport(), wheel)
    assert bar.value() == before + 60


def menu_at(board: Board, point: QPoint) -> list[str]:
    """What the right button offers there."""
    viewport = board.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return said


def test_the_right_button_selects_and_offers(board: Board) -> None:
    bar = board.bar("Sergio", "Gestoría Arcos")
    assert "Reassign" in menu_at(board, board.middle(bar))
    assert board.view.looks.selected == set(bar.rows)
    assert "New visit" in menu_at(board, board.place("Pablo", at("12:00", date(2026, 11, 26))))
    away = board.bars("Diego")[0]
    assert "Show the person" in menu_at(board, board.middle(away))


def test_a_click_on_a_name_shows_the_persons_day(board: Board) -> None:
    row = board.view.rows.of(board.person("Sergio").id)
    assert row is not None
    QTest.mouseClick(board.view.names, LEFT, NONE, QPoint(80, row.top + 10 - board.view.offset.y()))
    assert board.view.looks.selected_row == board.person("Sergio").id


def test_one_day_of_a_long_bar_is_meant_by_a_click_on_it(board: Board) -> None:
    bar = board.bar("Carmen", "Clínica Santa Áurea")
    QTest.mouseClick(board.view.viewport(), LEFT, NONE, board.place("Carmen", at("12:00", date(2026, 11, 26))))
    focused = board.view.looks.focused
    assert focused in bar.rows
    assert board.schedule.row(Assignment, focused).day == date(2026, 11, 26)
    assert board.page.selected == (focused,)
    assert board.schedule.row(Technician, bar.technician_id).name == "Carmen Ruiz"
    assert board.page.day == WEDNESDAY
