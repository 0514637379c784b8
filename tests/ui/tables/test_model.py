"""The one table model: what Qt's own tester says of it, searching, sorting, copying."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from techsched.model.city import bare
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from tests.builders import schedule
from ui.tables.column import Cell, Column, View
from ui.tables.model import CELL, TableModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Row):
    name: str
    age: int | None = None


COLUMNS = (
    Column("name", "Name", lambda row, view: Cell(row.name, detail="detail of " + row.name)),
    Column("age", "Age", lambda row, view: Cell("" if row.age is None else str(row.age), sort=row.age), right=True),
    Column("hidden", "Hidden", lambda row, view: Cell("secret"), searched=False),
)
PEOPLE = [
    Person(id=1, name="Óscar", age=40),
    Person(id=2, name="ana", age=9),
    Person(id=3, name="Zoé"),
    Person(id=4, name="Álvaro", age=10),
]


@pytest.fixture
def view() -> View:
    held: Schedule = schedule("technician Ana")
    return View(held, 0, "en")


def model_of(people: Iterable[Person], view: View) -> TableModel[Person]:
    rows = list(people)
    made: TableModel[Person] = TableModel(COLUMNS, lambda view: rows)
    made.show(view)
    return made


def names(model: TableModel[Person]) -> list[str]:
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_qt_s_tester_finds_nothing_in_any_state(view: View) -> None:
    rows = list(PEOPLE)
    model: TableModel[Person] = TableModel(COLUMNS, lambda view: rows)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(view)
    for words in ("a", "nobody", ""):
        model.search(words)
    for column in range(3):
        for order in Qt.SortOrder:
            model.sort(column, order)
    rows.clear()
    model.show(view)
    assert model.rowCount() == 0
    tester.deleteLater()


def test_names_sort_without_their_accents_and_what_is_empty_comes_last(view: View) -> None:
    model = model_of(PEOPLE, view)
    assert names(model) == ["Álvaro", "ana", "Óscar", "Zoé"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Zoé", "Óscar", "ana", "Álvaro"]
    model.sort(1)
    assert names(model) == ["ana", "Álvaro", "Óscar", "Zoé"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Óscar", "Álvaro", "ana", "Zoé"]


def test_a_selected_row_is_followed_through_a_sort(view: View) -> None:
    model = model_of(PEOPLE, view)
    kept = QPersistentModelIndex(model.index(2, 0))
    assert kept.data() == "Óscar"
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert kept.data() == "Óscar" and kept.row() == 1


def test_search_folds_accents_and_wants_every_word(view: View) -> None:
    model = model_of(PEOPLE, view)
    model.search("alvar")
    assert names(model) == ["Álvaro"]
    model.search("DETAIL zoe")
    assert names(model) == ["Zoé"]
    model.search("zoe oscar")
    assert names(model) == []
    model.search("secret")
    assert names(model) == []
    assert model.total == 4


@given(st.text(max_size=8), st.lists(st.text(min_size=1, max_size=8), max_size=8))
def test_search_finds_what_plain_folding_finds(typed: str, told: list[str]) -> None:
    people = [Person(id=n, name=text) for n, text in enumerate(told, 1)]
    found = model_of(people, View(schedule("technician Ana"), 0, "en"))
    found.search(typed)
    words = bare(typed).split()
    expected = {row.id for row in people if all(word in bare(f"{row.name} detail of {row.name} ") for word in words)}
    assert {row.id for row in found.rows} == expected


def test_what_a_screen_reader_and_a_delegate_are_told(view: View) -> None:
    model = model_of(PEOPLE, view)
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name: Álvaro. detail of Álvaro"
    assert isinstance(index.data(CELL), Cell)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Age"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.data(model.index(99, 0)) is None


def test_tooltips_show_markup_letter_by_letter(view: View) -> None:
    model = model_of([Person(id=1, name="<img src=x>")], view)
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip


def test_copied_rows_have_no_formula_and_no_stray_cell(view: View) -> None:
    nasty = [
        Person(id=1, name="=HYPERLINK(1)", age=1),
        Person(id=2, name="a\tb\nc"),
        Person(id=3, name="+34 600", age=3),
        Person(id=4, name="-12.5"),
        Person(id=5, name="@cmd"),
    ]
    model = model_of(nasty, view)
    told = model.tsv(nasty, COLUMNS[:2])
    assert told == "Name\tAge\n'=HYPERLINK(1)\t1\na b c\t\n'+34 600\t3\n-12.5\t\n'@cmd\t\n"
