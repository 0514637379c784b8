"""The pages of people, clients and engagements, used by keyboard over the sample office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from techsched.desk.desk import Desk
from techsched.desk.founding import new_office
from techsched.desk.records import SaveRecord
from techsched.model.absence import Absence
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement
from techsched.model.kinds import AbsenceState
from techsched.model.row import fresh_ids
from techsched.model.technician import Technician
from tests.ui.forms.keyboard import CTRL, fill, here, press, save, typing
from ui import i18n
from ui.bridge import Bridge
from ui.clients.page import ClientsPage
from ui.engagements.page import EngagementsPage
from ui.forms.form import Form
from ui.people.page import PeoplePage
from ui.settings import Settings
from ui.tables.record_table import RecordTable
from ui.window import MainWindow


class Office:
    """A window with the three pages, wired as the program wires them."""

    def __init__(self, bridge: Bridge, window: MainWindow) -> None:
        self.bridge = bridge
        self.window = window
        self.refused: list[str] = []
        bridge.refused.connect(self.refused.append)
        window.undo_asked.connect(bridge.undo)
        window.set_history("something", "")
        window.add_page("people", "People", "users-three", lambda: PeoplePage(bridge, window.open_dialog))
        window.add_page("clients", "Clients", "buildings", lambda: ClientsPage(bridge, window.open_dialog))
        window.add_page("engagements", "Engagements", "briefcase", lambda: EngagementsPage(bridge, window.open_dialog))

    def page(self, key: str) -> Any:
        self.window.show_page(key)
        return self.window.page_widget(key)

    @property
    def form(self) -> Form:
        (found,) = [each for each in self.window.findChildren(Form) if each.isVisible()]
        return found


def office_of(bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    window = MainWindow(Settings(tmp_path / "window.ini"))
    window.resize(1600, 1000)
    with qtbot.waitActive(window):
        window.show()
    yield Office(bridge, window)
    window.close()


@pytest.fixture
def office(bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    yield from office_of(bridge, qtbot, tmp_path)


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """An office on its first day."""
    file = tmp_path / "new.db"
    Desk.create(str(file), new_office("madrid", "en", fresh_ids(0)), who="raquel").close()
    bridge = Bridge(Desk.open(str(file), who="raquel"), "en")
    yield from office_of(bridge, qtbot, tmp_path)
    bridge.close()


def texts(table: RecordTable[Any], column: str) -> list[str]:
    place = next(n for n, each in enumerate(table.model.columns) if each.key == column)
    return [table.model.index(n, place).data() for n in range(table.model.rowCount())]


@pytest.mark.parametrize(("key", "name"), [("people", "people"), ("clients", "clients"), ("engagements", "table")])
def test_every_cell_of_every_column_is_said_in_both_languages(key: str, name: str, office: Office) -> None:
    table = getattr(office.page(key), name)
    QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    for language in ("en", "es"):
        i18n.choose(language)
        office.bridge.set_language(language)
        for row in range(table.model.rowCount()):
            for column in range(table.model.columnCount()):
                assert table.model.index(row, column).data() is not None
    assert table.model.rowCount() == table.model.total > 15


def test_people_say_where_they_are_now(office: Office) -> None:
    people = office.page("people").people
    now = dict(zip(texts(people, "name"), texts(people, "now"), strict=True))
    assert now["Carmen Ruiz"] == "Clínica Santa Áurea"
    assert now["Álvaro Ramos"] == "Sick leave"
    assert now["Tomás Aguirre"] == "Free"
    week = dict(zip(texts(people, "name"), texts(people, "week"), strict=True))
    assert week["Carmen Ruiz"] == "100%"


def test_certificates_sort_by_the_day_they_end(office: Office) -> None:
    people = office.page("people").people
    column = next(n for n, each in enumerate(people.model.columns) if each.key == "certificate")
    people.view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert texts(people, "name")[0] == "Marta Gallego"
    assert texts(people, "certificate")[0] == "Sophos Engineer"
    assert texts(people, "certificate")[-1] == "none"


def test_search_narrows_and_says_what_to_do_when_nothing_is_left(office: Office) -> None:
    people = office.page("people").people
    press(Qt.Key.Key_F, CTRL)
    assert here() is people.search
    typing("fortinet horta")
    assert texts(people, "name") == ["Sergio Vidal"]
    assert people.count.text() == "1 of 17"
    press(Qt.Key.Key_Return)
    assert here() is people.view
    people.search.setText("plumber")
    assert people.stack.currentWidget() is not people.view
    assert people.next.text() == "Clear the search"
    people.next.click()
    assert len(texts(people, "name")) == 17


def test_enter_opens_n_makes_and_delete_removes_with_undo(office: Office, qtbot: QtBot) -> None:
    people = office.page("people").people
    people.choose(next(r.id for r in office.bridge.schedule.rows(Technician).values() if r.name == "Sergio Vidal"))
    people.view.setFocus()
    press(Qt.Key.Key_Return)
    assert office.form.answers.values()["name"] == "Sergio Vidal"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_N)
    form = office.form
    fill(form.answers, {"name": "Ana Gómez", "profile": "Senior Engineer", "hired": "1/12"})
    with qtbot.waitSignal(form.saved):
        save(form)
    qtbot.waitUntil(lambda: "Ana Gómez" in texts(people, "name"))
    people.choose(next(r.id for r in office.bridge.schedule.rows(Technician).values() if r.name == "Ana Gómez"))
    people.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert office.refused == []
    qtbot.waitUntil(lambda: "Ana Gómez" not in texts(people, "name"))
    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "Ana Gómez" in texts(people, "name"))


def test_what_is_still_needed_is_not_removed_and_says_by_whom(office: Office) -> None:
    people = office.page("people").people
    people.choose(next(r.id for r in office.bridge.schedule.rows(Technician).values() if r.name == "Carmen Ruiz"))
    people.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert len(office.refused) == 1 and office.refused[0].startswith("Carmen Ruiz is still needed")


def test_several_go_as_one_step(office: Office, qtbot: QtBot) -> None:
    page = office.page("clients")
    ids = office.bridge.desk.pen().ids
    for name in ("Acme", "Bolt"):
        office.bridge.do(SaveRecord((Client(id=next(ids), code="", name=name),)))
    qtbot.waitUntil(lambda: {"Acme", "Bolt"} <= set(texts(page.clients, "name")))
    page.clients.search.setText("")
    rows = [row for row in page.clients.model.rows if row.name in ("Acme", "Bolt")]
    page.clients.removal_asked.emit(rows)
    qtbot.waitUntil(lambda: not {"Acme", "Bolt"} & set(texts(page.clients, "name")))
    office.bridge.undo()
    qtbot.waitUntil(lambda: {"Acme", "Bolt"} <= set(texts(page.clients, "name")))


def test_copy_takes_the_shown_columns_of_the_selected_rows(office: Office) -> None:
    page = office.page("engagements")
    page.table.view.setFocus()
    page.table.view.selectAll()
    press(Qt.Key.Key_C, CTRL)
    told = QGuiApplication.clipboard().text().splitlines()
    assert told[0].split("\t") == [
        "Engagement",
        "Site",
        "From",
        "Who is needed",
        "Placed",
        "Uncovered, 4 weeks",
        "State",
    ]
    assert len(told) == 1 + len(office.bridge.schedule.rows(Engagement))


def test_columns_are_chosen_and_kept_for_the_next_start(office: Office, bridge: Bridge) -> None:
    people = office.page("people").people
    people.show_column("phone", True)
    people.show_column("home", False)
    people.show_column("name", False)  # the first one stays
    shown = [column.key for column in people.shown_columns]
    assert "phone" in shown and "home" not in shown and shown[0] == "name"
    again = PeoplePage(bridge, office.window.open_dialog)
    assert [column.key for column in again.people.shown_columns] == shown
    again.deleteLater()


def test_absences_of_the_person_stand_beside_and_are_cancelled_with_delete(office: Office, qtbot: QtBot) -> None:
    page = office.page("people")
    diego = next(r for r in office.bridge.schedule.rows(Technician).values() if r.name == "Diego Navarro")
    page.people.choose(diego.id)
    held = office.bridge.schedule.group(Absence, "technician", diego.id)
    assert page.absences.model.rowCount() == len(held) > 0
    page.absences.view.setFocus()
    press(Qt.Key.Key_N)
    assert office.form.answers.values()["technician"] == diego.id
    press(Qt.Key.Key_Escape)
    row = page.absences.row
    page.absences.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert office.bridge.schedule.row(Absence, row.id).state is AbsenceState.CANCELLED
    press(Qt.Key.Key_Z, CTRL)
    assert office.bridge.schedule.row(Absence, row.id) == row


def test_sites_of_the_client_stand_beside(office: Office) -> None:
    page = office.page("clients")
    arcos = next(r for r in office.bridge.schedule.rows(Client).values() if r.name == "Gestoría Arcos")
    page.clients.choose(arcos.id)
    assert page.sites.model.rowCount() == len(office.bridge.schedule.group(Site, "client", arcos.id)) == 2
    page.sites.view.setFocus()
    press(Qt.Key.Key_N)
    assert office.form.answers.values()["client"] == arcos.id
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return)
    assert office.form.answers.values()["client"] == arcos.id


def test_f6_goes_between_the_two_tables(office: Office) -> None:
    page = office.page("people")
    page.people.view.setFocus()
    seen = []
    for _ in range(5):
        press(Qt.Key.Key_F6)
        seen.append(here())
    assert page.absences.view in seen and page.people.view in seen


def test_a_change_from_elsewhere_shows_by_itself(office: Office, qtbot: QtBot) -> None:
    page = office.page("clients")
    row = next(iter(office.bridge.schedule.rows(Client).values()))
    other = Desk.open(office.bridge.desk.path, who="marta", extend=False)
    other.do(SaveRecord((replace(row, name="Renamed by Marta"),)))
    other.close()
    qtbot.waitUntil(lambda: "Renamed by Marta" in texts(page.clients, "name"), timeout=3000)


def test_an_empty_office_names_the_next_step(empty: Office) -> None:
    people = empty.page("people").people
    assert people.stack.currentWidget() is not people.view
    assert people.next.text() == "Technician"
    people.next.click()
    assert empty.form.sheet.name == "technician"
    press(Qt.Key.Key_Escape)
    for key, name in (("clients", "clients"), ("engagements", "table")):
        table = getattr(empty.page(key), name)
        table.next.click()
        assert empty.form.isVisible()
        press(Qt.Key.Key_Escape)


def test_switching_the_language_tells_everything_anew(office: Office) -> None:
    people = office.page("people").people
    i18n.choose("es")
    office.bridge.set_language("es")
    now = dict(zip(texts(people, "name"), texts(people, "now"), strict=True))
    assert now["Álvaro Ramos"] == "Baja médica"
    assert people.count.text() == "17 técnicos"
