"""The roster screen: the pages as printed, week by week, saved and sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from techsched import sample
from techsched.desk.assignments import CancelAssignment
from techsched.desk.desk import Desk
from techsched.model.assignment import Assignment
from techsched.model.technician import Technician
from techsched.model.wall import Week
from techsched.roster.marks import Text
from ui import i18n
from ui.bridge import Bridge
from ui.roster.page import RosterPage

WEEK = Week(2026, 48)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("roster") / "sample.db"
    Desk.create(str(made), sample.office("en"), who="builder").close()
    return made


@pytest.fixture
def bridge(file: Path, tmp_path: Path) -> Iterator[Bridge]:
    own = tmp_path / "office.db"
    own.write_bytes(file.read_bytes())
    held = Bridge(Desk.open(str(own), who="raquel"), "en")
    yield held
    held.close()


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> RosterPage:
    made = RosterPage(bridge)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def words(page: RosterPage) -> str:
    return " ".join(m.text for sheet in page.view.pages for m in sheet.marks if isinstance(m, Text))


def test_it_opens_on_the_week_of_the_office_clock(page: RosterPage) -> None:
    assert page.week == WEEK
    assert "Sergio Vidal" in words(page) and "Week 48" in words(page)
    assert page.turned.text() == "1 / 2"


def test_from_thursday_it_opens_on_the_week_that_is_still_to_be_printed(bridge: Bridge, qtbot: QtBot) -> None:
    for days, week in ((0, 48), (1, 49), (4, 49), (5, 49), (7, 49), (8, 50)):
        bridge.desk._fixed = sample.NOW + days * 86400
        made = RosterPage(bridge)
        qtbot.addWidget(made)
        assert made.week == Week(2026, week), days


def test_weeks_are_chosen_by_buttons_and_back_again(page: RosterPage, qtbot: QtBot) -> None:
    headings: list[str] = []
    page.heading.connect(lambda title, dates: headings.append(f"{title}, {dates}"))
    qtbot.mouseClick(page.after, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.after, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.before, Qt.MouseButton.LeftButton)
    assert page.week == Week(2026, 49)
    assert "Monday 30 November to Sunday 6 December 2026" in words(page)
    qtbot.mouseClick(page.today_button, Qt.MouseButton.LeftButton)
    assert page.week == WEEK
    assert headings[-1] == "Week 48, Monday 23 to Sunday 29 November 2026"


def test_the_sheet_speaks_the_language_that_is_chosen_for_it(page: RosterPage, bridge: Bridge) -> None:
    page.languages.chosen.emit("es")
    assert "Semana 48" in words(page) and "Week 48" not in words(page)
    bridge.set_language("en")
    assert "Week 48" in words(page) and page.languages.value == "en"


def test_paper_of_twice_the_size_holds_the_same_sheet(page: RosterPage) -> None:
    small = words(page)
    page.papers.choose("A3")
    page.papers.chosen.emit("A3")
    assert words(page) == small
    assert page.view.pages[0].width == 420


def test_a_change_is_on_the_sheet_at_once_or_when_it_is_next_looked_at(page: RosterPage, bridge: Bridge) -> None:
    nuria = next(t for t in bridge.schedule.rows(Technician).values() if t.name == "Nuria Castaño")
    booked = [row for row in bridge.schedule.diary(nuria.id) if row.day in WEEK.days]

    def printed() -> list[int]:
        rows = [row for sheet in page.view.pages for row in sheet.rows if row.technician_id == nuria.id]
        return [id for row in rows for placed in row.items for id in placed.item.assignments]

    assert printed() == [row.id for row in booked]
    bridge.do(CancelAssignment((booked[-1].id,)))
    assert printed() == [row.id for row in booked[:-1]]
    page.hide()
    bridge.undo()
    assert printed() == [row.id for row in booked[:-1]]
    page.show()
    assert printed() == [row.id for row in booked]
    assert bridge.schedule.get(Assignment, booked[-1].id) is not None


def test_what_is_open_is_said_before_anything_is_printed(page: RosterPage, bridge: Bridge) -> None:
    hard = [c for c in bridge.conflicts(WEEK.days) if c.severity.word == "hard" and not c.kept]
    assert hard
    told = page.notice.text()
    assert told.startswith(f"{len(hard)} conflict")
    assert "2 uncovered places are listed under the table." in told
    page.look_at(Week(2030, 10))
    assert "conflict" not in page.notice.text() or page.notice.text().startswith("No conflicts")


def test_pages_are_turned_by_button_and_key(page: RosterPage, qtbot: QtBot) -> None:
    assert not page.up.isEnabled() and page.down.isEnabled()
    qtbot.mouseClick(page.down, Qt.MouseButton.LeftButton)
    assert (page.view.page, page.turned.text()) == (2, "2 / 2")
    assert page.up.isEnabled() and not page.down.isEnabled()
    qtbot.keyClick(page.view, Qt.Key.Key_PageUp)
    assert page.view.page == 1
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert page.view.page == 2
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.view.page == 1


def test_a_screen_reader_hears_the_page_that_is_shown(page: RosterPage, qtbot: QtBot) -> None:
    heard = page.view.accessibleDescription()
    assert heard.startswith("Page 1 of 2. ") and "Away until Fri 4 Dec" in heard
    qtbot.mouseClick(page.down, Qt.MouseButton.LeftButton)
    assert page.view.accessibleDescription().startswith("Page 2 of 2. ")


def test_the_page_is_enlarged_about_itself(page: RosterPage, qtbot: QtBot) -> None:
    def width() -> int:
        return page.view._place(1).width()

    fitting = width()
    qtbot.keyClick(page.view, Qt.Key.Key_Plus)
    assert width() == round(fitting * 1.25)
    assert page.view.horizontalScrollBar().maximum() > 0
    notch = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.view.viewport(), notch)
    qtbot.keyClick(page.view, Qt.Key.Key_Minus)
    assert width() == round(fitting * 0.8)
    qtbot.keyClick(page.view, Qt.Key.Key_0)
    assert width() == fitting


def test_paper_is_white_in_every_theme_and_has_ink_on_it(page: RosterPage) -> None:
    image = page.view.viewport().grab().toImage()
    place = page.view._place(1)
    ratio = image.devicePixelRatio()
    inside = image.pixelColor(round((place.left() + 4) * ratio), round((place.top() + 4) * ratio))
    assert inside.lightness() == 255
    dark = sum(
        image.pixelColor(x, y).lightness() < 90 for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    )
    assert dark > 100


def test_saving_asks_for_a_file_and_writes_the_week(
    page: RosterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    offered: list[str] = []

    def choose(parent: object, title: str, named: str, kinds: str) -> tuple[str, str]:
        offered.append(Path(named).name)
        return str(tmp_path / "wall"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.languages.choose("es")
    page.languages.chosen.emit("es")
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert offered == ["cuadrante 2026-W48.pdf"]
    assert len(PdfReader(tmp_path / "wall.pdf").pages) == 2
    assert page.notice.text() == f"Saved: {tmp_path / 'wall.pdf'}"


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    page: RosterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    nowhere = tmp_path / "gone" / "wall.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert page.notice.text() == (
        f"{nowhere} could not be written: No such file or directory. Choose another folder or name."
    )


def test_giving_up_the_question_writes_nothing(page: RosterPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    before = page.notice.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert page.notice.text() == before


def test_a_computer_without_a_printer_says_so(page: RosterPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    qtbot.mouseClick(page.send, Qt.MouseButton.LeftButton)
    assert page.notice.text().startswith("No printer is set up on this computer.")


def test_the_screen_changes_its_language_while_it_stands(page: RosterPage) -> None:
    try:
        i18n.choose("es")
        QApplication.processEvents()
        assert page.notice.text().startswith("Esta semana ")
    finally:
        i18n.choose("en")
