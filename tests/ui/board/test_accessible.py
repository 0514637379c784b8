from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from techsched import cities, sample
from techsched.model.schedule import Schedule
from techsched.model.span import Days
from techsched.rules import Scope, check
from techsched.sample import NOW
from tests.ui.board.conftest import Board, at
from ui.board import accessible
from ui.board.accessible import BarNode, BoardTree, RowNode, key_of, tree_of
from ui.board.bars import week_days
from ui.board.rows import TechnicianRow
from ui.board.view import BoardView

Name = QAccessible.Text.Name
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def schedule() -> Schedule:
    rows = [edit.after for edit in sample.office("en").edits if edit.after is not None]
    window = Days(MONDAY - timedelta(weeks=8), MONDAY + timedelta(weeks=53))
    return Schedule(cities.pack("madrid"), rows, window=window)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[BoardView]:
    accessible.install()
    made = BoardView()
    qtbot.addWidget(made)
    made.resize(1280, 620)
    made.show()
    yield made


def nodes(tree: BoardTree) -> list[tuple[RowNode, list[BarNode]]]:
    """The tree as Qt hands it out."""
    found = []
    for n in range(tree.childCount()):
        row = tree.child(n)
        assert isinstance(row, RowNode)
        bars = [row.child(m) for m in range(row.childCount())]
        found.append((row, [bar for bar in bars if isinstance(bar, BarNode)]))
    return found


def painted(view: BoardView) -> list[tuple[int, set[tuple[object, ...]]]]:
    """Technicians from top to bottom, each with bars and boxes as they are painted."""
    return [
        (row.technician.id, {(*key_of(cell.bar), cell.box) for cell in view.places.of(row)})
        for row in view.rows.items
        if isinstance(row, TechnicianRow)
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    day=st.dates(MONDAY - timedelta(days=21), MONDAY + timedelta(days=60)),
    level=st.sampled_from(["day", "week"]),
    wide=st.integers(700, 2400),
    across=st.floats(0, 1),
    down=st.floats(0, 1),
)
def test_the_tree_is_what_is_painted(
    view: BoardView, schedule: Schedule, day: date, level: str, wide: int, across: float, down: float
) -> None:
    view.resize(wide, 620)
    view.show_schedule(schedule, (), NOW, level, day)
    view.horizontalScrollBar().setValue(round(across * view.horizontalScrollBar().maximum()))
    view.verticalScrollBar().setValue(round(down * view.verticalScrollBar().maximum()))
    tree = tree_of(view)
    offset, corner = view.offset, view.viewport().mapToGlobal(QPoint(0, 0))
    told = [(row.technician_id, {bar.key for bar in bars}) for row, bars in nodes(tree)]
    assert told == [(id, {each[:3] for each in found}) for id, found in painted(view)]
    for row, bars in nodes(tree):
        assert tree.indexOfChild(row) >= 0 and row.parent() is tree
        assert row.text(Name)
        for bar in bars:
            cell = bar.cell
            assert cell is not None and bar.isValid() and bar.text(Name)
            assert bar.parent() is row and row.child(row.indexOfChild(bar)) is bar
            box = cell.box
            there = QRect(box.left, box.top, box.width, box.height).translated(-offset)
            assert bar.rect() == there.translated(corner)
            assert bool(bar.state().offscreen) == (not there.intersects(view.viewport().rect()))
            # a click means the bar that is painted there, and what is told to be there
            under = view.places.at(box.left + box.width / 2, box.top + box.height / 2)
            assert under is not None and under.bar.lane == cell.bar.lane
            assert key_of(under.bar) == bar.key or under.box.left < box.right


def test_bars_that_lie_under_a_point_are_found_there(view: BoardView, schedule: Schedule) -> None:
    view.show_schedule(schedule, (), NOW, "day", date(2026, 11, 25))
    tree = tree_of(view)
    for row, bars in nodes(tree):
        for bar in bars:
            center = bar.rect().center()
            assert row.childAt(center.x(), center.y()) is bar
            assert tree.childAt(center.x(), center.y()) is row


def test_nothing_is_told_of_what_is_no_longer_shown(view: BoardView, schedule: Schedule) -> None:
    view.show_schedule(schedule, (), NOW, "week", date(2026, 11, 25))
    old = [bar for _, bars in nodes(tree_of(view)) for bar in bars]
    view.show_schedule(schedule, (), NOW, "week", date(2026, 12, 9))
    assert old and not any(bar.isValid() for bar in old)
    assert {bar.text(Name) for bar in old} == {""}
    assert all(bar.rect() == QRect() for bar in old)


def test_a_bar_says_who_when_where_what_and_what_is_wrong(view: BoardView, schedule: Schedule) -> None:
    found = check(schedule, Scope(week_days(MONDAY)), NOW)
    view.show_schedule(schedule, found, NOW, "week", date(2026, 11, 25))
    told = {row.text(Name).split(",")[0]: [bar.text(Name) for bar in bars] for row, bars in nodes(tree_of(view))}
    sergio = told["Sergio Vidal"]
    arcos = next(each for each in sergio if each.startswith("Gestoría Arcos"))
    assert "High" in arcos and "Wed 25 Nov 09:00–11:30" in arcos and "Tetuán" in arcos
    assert "Confirmed, under way" in arcos
    notary = next(each for each in sergio if each.startswith("Notaría Goya"))
    assert "Kept anyway: Sergio Vidal is double booked" in notary
    assert any(each.startswith("Annual leave") for each in told["Diego Navarro"])
    assert any("2 days uncovered" in each for each in told["Álvaro Ramos"])
    assert any("covers Diego Navarro" in each for each in told["Elena Santos"])
    assert any(each.startswith("Thanksgiving") for each in told["Tomás Aguirre"])


def test_a_bar_speaks_spanish(view: BoardView, schedule: Schedule) -> None:
    view.language = "es"
    view.show_schedule(schedule, (), NOW, "week", date(2026, 11, 25))
    told = [bar.text(Name) for row, bars in nodes(tree_of(view)) if "Sergio" in row.text(Name) for bar in bars]
    assert any("Alta, mié 25 nov" in each or "Mié 25 nov" in each for each in told)
    assert any("Confirmada, en curso" in each for each in told)


def test_focus_and_selection_are_told(board: Board) -> None:
    board.view.setFocus()
    bar = board.bar("Sergio", "Grupo Encinar")
    board.click(bar)
    tree = tree_of(board.view)
    node = tree.focusChild()
    assert isinstance(node, BarNode) and node.key == key_of(bar)
    assert node.state().selected and node.state().focused
    board.press(Qt.Key.Key_Home)
    board.press(Qt.Key.Key_Home)
    head = tree.focusChild()
    assert isinstance(head, RowNode) and head.text(Name).startswith("Sergio Vidal")
    assert head.state().focused and not node.state().selected


def test_while_placing_each_row_says_whether_it_fits(board: Board) -> None:
    board.look("day")
    board.page.place(board.visit("Aseguradora Meseta"))
    rows = {row.text(Name).split(",")[0]: row.text(Name) for row, _ in nodes(tree_of(board.view))}
    assert "Does not fit: No Fortinet NSE4" in rows["Carmen Ruiz"]
    assert "3. Fits with a warning" in rows["Sergio Vidal"]


def test_the_verdict_under_the_pointer_is_announced(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.board.page.announce", lambda widget, text: said.append(text))
    board.look("day")
    board.reveal("Sergio", at("12:00"))
    board.drag_card("Aseguradora Meseta", board.place("Sergio", at("12:00")), drop=False)
    board.qtbot.waitUntil(lambda: bool(said))
    assert said[-1].startswith("Aseguradora Meseta. Fits with a warning. Sergio arrives 12:00")
    assert board.page.hint.accessibleName() == said[-1]
    board.press(Qt.Key.Key_Escape)


def test_a_board_that_is_gone_answers_nothing(qtbot: QtBot, schedule: Schedule) -> None:
    accessible.install()
    view = BoardView()
    view.show_schedule(schedule, (), NOW, "week", date(2026, 11, 25))
    tree = tree_of(view)
    row = tree.child(0)
    assert isinstance(row, RowNode)
    view.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    assert not row.isValid() and row.childCount() == 0
