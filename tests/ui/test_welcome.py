"""The first run: language and city, four ways to begin, an import that shows every row before it does anything."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from techsched.clock import FixedClock
from techsched.desk.desk import Desk
from techsched.model.holiday import Holiday
from techsched.model.kinds import HolidayScope
from techsched.model.technician import Technician
from techsched.model.wall import instant
from tests.facts import CITY_FILES
from tests.ui.forms.keyboard import here, press
from ui import i18n
from ui.app import Start
from ui.forms.form import Form
from ui.office import OfficeDesk
from ui.parts.plain_label import PlainLabel
from ui.settings import Settings
from ui.welcome import Welcome
from ui.window import MainWindow

SMALL = CITY_FILES.parent / "company-small"
NOW = FixedClock(instant(date(2026, 11, 25), 642, "Europe/Madrid"))
PEOPLE = """id,given_name,surname_1,profile,home_district,hired_on
T001,Ana,Gómez,Senior Engineer,Chamberí,2020-01-01
T002,Luis,Pérez,Systems Technician,Chambery,2021-01-01
T003,Eva,Ruiz,Network Technician,Centro,2022-01-01
"""


class First:
    """The program at its first start."""

    def __init__(self, window: MainWindow, home: Path) -> None:
        self.start = Start(window, Namespace(user="raquel", db=None, demo=False, command=None))
        self.home = home
        self.start.run()

    @property
    def page(self) -> Welcome:
        found = self.start.window.page_widget("welcome")
        assert isinstance(found, Welcome)
        return found

    @property
    def office(self) -> OfficeDesk:
        assert isinstance(self.start.office, OfficeDesk)
        return self.start.office

    def texts(self) -> str:
        return " ".join(label.text() for label in self.page.findChildren(PlainLabel))

    def close(self) -> None:
        if isinstance(self.start.office, OfficeDesk):
            self.start.office.bridge.close()
        self.start.window.close()


@pytest.fixture
def first(qtbot: QtBot, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[First]:
    monkeypatch.setattr("ui.welcome.SystemClock", lambda: NOW)
    window = MainWindow(Settings())
    window.resize(1400, 1000)
    with qtbot.waitActive(window):
        window.show()
    made = First(window, own_home)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "company"
    made.mkdir()
    (made / "technicians.csv").write_text(PEOPLE, encoding="utf-8")
    return made


def test_it_says_what_is_here_already_and_where_the_file_will_lie(first: First) -> None:
    told = first.texts()
    assert "Public holidays of Madrid for 2026 and 2027 and its 21 districts are already here." in told
    assert "9 Nov 2026 Nuestra Señora de la Almudena" in told
    assert str(first.home / "xdg_data_home" / "techsched" / "madrid.db") in told
    assert not list(first.home.rglob("*.db"))


def test_the_language_changes_everything_and_is_kept(first: First, qtbot: QtBot) -> None:
    old = first.start.window
    first.page.city.chosen.emit("barcelona")
    first.page.choose_language("es")
    qtbot.waitUntil(lambda: first.start.window is not old)
    assert "Empieza por las personas" in first.texts()
    assert "Barcelona" in first.texts()
    assert first.start.window.commands["edit.undo"].text() == "Deshacer"
    assert Settings().language == "es" and Settings().language_chosen


def test_another_city_has_its_own_days_and_file(first: First, qtbot: QtBot) -> None:
    first.page.choose_city("barcelona")
    qtbot.waitUntil(lambda: "barcelona.db" in first.texts())
    assert "its 10 districts" in first.texts()
    assert first.page.local_days() != ()


def test_a_file_that_is_there_is_never_written_over(first: First) -> None:
    first.page.file.parent.mkdir(parents=True)
    first.page.file.write_bytes(b"somebody's data")
    assert first.page.file.name == "madrid-2.db"


def test_by_hand_makes_an_office_and_opens_the_first_person(first: First) -> None:
    first.page.hand_button.setFocus()
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window = first.start.window
    (form,) = window.findChildren(Form)
    assert form.sheet.name == "technician" and form.isVisible()
    assert "welcome" not in window.rail._items
    schedule = first.office.bridge.schedule
    assert schedule.office.language == "en" and schedule.office.calendar == "ES-MD-28079"
    years = {row.day.year for row in schedule.rows(Holiday).values()}
    assert {2026, 2027} <= years
    assert Settings().office.endswith("madrid.db")


def test_local_days_are_data_of_the_office(first: First) -> None:
    line = first.page.local.findChild(type(first.page.local.line))
    assert line is not None
    first.page.local.set_raw("15/5/2026, 9/11/2026, 10/11/2026")
    first.page.local.left.emit()
    first.page.by_hand()
    rows = first.office.bridge.schedule.rows(Holiday).values()
    local = sorted(row.day for row in rows if row.scope is HolidayScope.MUNICIPALITY)
    assert local == [date(2026, 5, 15), date(2026, 11, 9), date(2026, 11, 10)]


def test_a_local_day_that_is_none_is_told(first: First) -> None:
    first.page.local.set_raw("31/02/2026")
    first.page.local.left.emit()
    assert "No such day: February 2026 has 28." in first.texts()


def test_the_sample_opens_in_a_file_of_its_own(first: First) -> None:
    first.page.sample_button.click()
    assert first.office.bridge.schedule.office.is_sample
    assert first.start.window.page == "board"


def test_a_file_that_is_no_office_says_so_and_stays_as_it_is(
    first: First, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "notes.db"
    file.write_text("shopping list")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    first.page.open_button.click()
    assert "notes.db" in first.texts() and "not" in first.texts()
    assert file.read_text() == "shopping list"
    assert first.start.window.page == "welcome"


def test_an_import_shows_each_row_left_out_before_anything_is_made(first: First, folder: Path, qtbot: QtBot) -> None:
    page = first.page
    page.read([folder])
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.preview)
    assert page.preview.accept.text() == "Import 2 rows"
    model = page.preview.left
    (row,) = model.rows
    told = [model.index(0, column).data() for column in range(3)]
    assert told == ["technicians.csv, row 3", "Chambery", "Chambery is not a district. Did you mean Chamberí?"]
    assert model.cell(row, model.columns[0]).detail == "home_district"
    assert not list(first.home.rglob("*.db"))
    assert here() is page.preview.accept
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.start.office is not None, timeout=20_000)
    desk = first.office.bridge.desk
    assert {each.name for each in desk.schedule.rows(Technician).values()} == {"Ana Gómez", "Eva Ruiz"}
    first.office.undo()
    assert not desk.schedule.rows(Technician)


def test_escape_goes_back_and_nothing_is_made(first: First, folder: Path, qtbot: QtBot) -> None:
    page = first.page
    page.read([folder])
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.preview)
    press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.front
    assert not list(first.home.rglob("*.db"))


def test_a_folder_of_something_else_is_told_and_changes_nothing(first: First, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "beach.txt").write_text("sun\nsand\n")
    first.page.read([folder])
    qtbot.waitUntil(lambda: "photos" in first.texts() or "beach.txt" in first.texts())
    assert first.page.stack.currentWidget() is first.page.front
    assert not list(first.home.rglob("*.db"))


def test_a_place_that_cannot_be_written_is_told(first: First, tmp_path: Path) -> None:
    blocked = tmp_path / "in the way"
    blocked.write_text("a file")
    first.page._file = blocked / "office.db"
    first.page.by_hand()
    assert "could not be written" in first.texts()


@pytest.mark.skipif(not SMALL.is_dir(), reason="the folder ../shared/data is not there")
def test_a_company_of_twelve_is_taken_in_and_opens(first: First, tmp_path: Path, qtbot: QtBot) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "empresa"))
    first.page.read([folder])
    page = first.page
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.preview, timeout=20_000)
    assert page.preview.reading is not None and page.preview.reading.refused == ()
    page.preview.accept.click()
    qtbot.waitUntil(lambda: first.start.office is not None, timeout=60_000)
    assert len(first.office.bridge.schedule.rows(Technician)) == 12
    again = Desk.open(first.office.bridge.desk.path, who="x", extend=False)
    assert len(again.schedule.rows(Technician)) == 12
    again.close()


def test_the_page_is_in_spanish_where_the_system_is(first: First) -> None:
    i18n.choose("es")
    page = Welcome(first.start.window, lambda path: None, lambda: None, "raquel", NOW)
    assert page.title == "Inicio"
    page.deleteLater()
