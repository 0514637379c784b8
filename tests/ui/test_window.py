from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui import fonts, theme
from ui.actions import MENUS, Action
from ui.parts.button import Button
from ui.parts.dialog import Dialog
from ui.parts.plain_label import PlainLabel
from ui.rail import WIDTH, RailItem
from ui.settings import Settings
from ui.theme import Appearance
from ui.top_bar import HEIGHT
from ui.window import MainWindow

PAGES = (
    ("board", "Board", "rows", "G, B"),
    ("roster", "Roster", "printer", "G, R"),
    ("people", "People", "users-three", "G, P"),
    ("clients", "Clients", "buildings", "G, L"),
    ("engagements", "Engagements", "briefcase", "G, E"),
)


class Page(QWidget):
    """A page of two panes, each with something for the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.halves = [QWidget(), QWidget()]
        for half in self.halves:
            inner = QVBoxLayout(half)
            inner.addWidget(QLineEdit())
            column.addWidget(half)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def panes(self) -> list[QWidget]:
        return self.halves


class Office:
    """A window with its five pages, and what it told."""

    def __init__(self, settings: Settings) -> None:
        self.window = MainWindow(settings)
        self.built: list[str] = []
        self.told: list[str] = []
        for key, text, icon, keys in PAGES:
            self.window.add_page(key, text, icon, lambda of=key: self.build(of), keys)
        self.window.set_zooms("board", (("day", "Day"), ("week", "Week")), "week")
        self.window.set_heading("board", "Week 48", "23–29 November 2026")
        self.window.undo_asked.connect(lambda: self.told.append("undo"))
        self.window.redo_asked.connect(lambda: self.told.append("redo"))
        self.window.stepped.connect(lambda by: self.told.append(f"step {by}"))
        self.window.today_asked.connect(lambda: self.told.append("today"))
        self.window.zoom_chosen.connect(lambda zoom: self.told.append(f"zoom {zoom}"))

    def build(self, key: str) -> QWidget:
        self.built.append(key)
        return Page()

    def item(self, key: str) -> RailItem:
        text = {name: text for name, text, *_ in PAGES}[key]
        return next(each for each in self.window.findChildren(RailItem) if each.accessibleName() == text)

    def button(self, name: str) -> Button:
        return next(each for each in self.window.top_bar.findChildren(Button) if each.accessibleName() == name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def office(qtbot: QtBot, settings: Settings) -> Iterator[Office]:
    made = Office(settings)
    qtbot.addWidget(made.window)
    made.window.resize(1600, 1000)
    made.window.show_page("board")
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None, "without the keyboard anywhere no key works"
    return here


def test_the_frame_has_the_sizes_of_the_design(office: Office) -> None:
    assert office.window.rail.width() == WIDTH == 72
    assert office.window.top_bar.height() == HEIGHT == 52
    assert not office.window.menuBar().isVisible()
    for key, *_ in PAGES:
        assert office.item(key).height() == 52


def test_a_page_is_built_when_it_is_first_shown_and_once(qtbot: QtBot, office: Office) -> None:
    assert office.built == ["board"]
    for key in ("people", "board", "people"):
        qtbot.mouseClick(office.item(key), Qt.MouseButton.LeftButton)
        assert office.window.page == key
        assert office.item(key).isChecked()
    assert office.built == ["board", "people"]


def test_pages_by_key(qtbot: QtBot, office: Office) -> None:
    told: list[str] = []
    office.window.page_changed.connect(told.append)
    for first, second in ((Qt.Key.Key_G, Qt.Key.Key_R), (Qt.Key.Key_G, Qt.Key.Key_B)):
        qtbot.keyClick(office.window, first)
        qtbot.keyClick(office.window, second)
    assert told == ["roster", "board"]


def test_only_a_page_with_a_period_shows_and_moves_one(qtbot: QtBot, office: Office) -> None:
    bar = office.window.top_bar
    assert (bar.title, bar.detail, bar.zoom) == ("Week 48", "23–29 November 2026", "week")
    assert bar.period.isVisible()
    office.window.show_page("people")
    assert (bar.title, bar.detail, bar.zoom) == ("People", "", "")
    assert not bar.period.isVisible()
    qtbot.keyClick(office.window, Qt.Key.Key_T)
    assert office.told == []


def test_the_period_moves_by_mouse_and_by_key(qtbot: QtBot, office: Office) -> None:
    for name in ("Earlier", "Today", "Later"):
        qtbot.mouseClick(office.button(name), Qt.MouseButton.LeftButton)
    qtbot.keyClick(office.window, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(office.window, Qt.Key.Key_T)
    qtbot.keyClick(office.window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert office.told == ["step -1", "today", "step 1", "step -1", "today", "step 1"]


def test_the_zoom_is_one_thing_for_mouse_key_and_menu(qtbot: QtBot, office: Office) -> None:
    qtbot.keyClick(office.window, Qt.Key.Key_1)
    assert office.window.top_bar.zoom == "day"
    office.window.commands["view.week"].trigger()
    assert office.window.top_bar.zoom == "week"
    assert office.told == ["zoom day", "zoom week"]
    office.window.show_page("people")
    office.window.show_page("board")
    assert office.window.top_bar.zoom == "week"


def test_clicking_a_bar_leaves_the_keyboard_where_it_is(qtbot: QtBot, office: Office) -> None:
    before = focus()
    qtbot.mouseClick(office.button("Today"), Qt.MouseButton.LeftButton)
    assert focus() is before


def test_undo_and_redo_by_name(qtbot: QtBot, office: Office) -> None:
    undo = office.button("Undo")
    assert not undo.isEnabled()
    office.window.set_history("Book Sergio at Harbor & Pine", "")
    assert undo.isEnabled() and undo.accessibleName() == "Undo: Book Sergio at Harbor & Pine"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.keyClick(office.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(office.window, Qt.Key.Key_Z, both)
    office.window.set_history("", "Book Sergio")
    qtbot.keyClick(office.window, Qt.Key.Key_Z, both)
    assert office.told == ["undo", "undo", "redo"]


def test_new_offers_its_menu_by_mouse_and_key(qtbot: QtBot, office: Office) -> None:
    made: list[str] = []
    assert not office.button("New").isVisible()
    office.window.commands.add(Action("new.visit", "Visit", lambda: made.append("visit"), ("V",)))
    office.window.set_new(["new.visit"])
    button = office.button("New")
    assert button.isVisible()
    qtbot.keyClick(office.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.keyClick(office.window, Qt.Key.Key_V)
    assert made == ["visit", "visit"]


def test_the_mark_opens_a_menu_that_holds_every_command_with_its_key(qtbot: QtBot, office: Office) -> None:
    qtbot.keyClick(office.window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is office.window.rail.mark.menu
    shown: dict[str, str] = {}

    def read(into: QMenu) -> None:
        into.aboutToShow.emit()
        for action in into.actions():
            if action.menu() is not None:
                read(action.menu())
            elif not action.isSeparator():
                shown[action.objectName()] = action.shortcut().toString()

    read(menu)
    menu.close()
    for action in office.window.commands:
        if action.menu in MENUS:
            assert action.id in shown, action.id
            assert not action.keys or shown[action.id], f"{action.id} does not show its key"


def test_the_menu_bar_can_be_kept(qtbot: QtBot, office: Office, settings: Settings) -> None:
    office.window.commands["view.menu_bar"].trigger()
    assert office.window.menuBar().isVisible() and settings.menu_bar
    titles = [action.text() for action in office.window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Go", "Help"]
    office.window.commands["view.menu_bar"].trigger()
    assert not office.window.menuBar().isVisible()


def test_f6_goes_through_rail_bar_and_the_panes_of_the_page(qtbot: QtBot, office: Office) -> None:
    page = office.window.page_widget("board")
    assert isinstance(page, Page)
    rings = [office.window.rail, office.window.top_bar, *page.halves]
    seen = []
    for _ in range(8):
        qtbot.keyClick(focus(), Qt.Key.Key_F6)
        seen.append(next(place for place, pane in enumerate(rings) if pane.isAncestorOf(focus())))
    assert seen == [0, 1, 2, 3] * 2


def test_the_rail_can_be_walked_by_arrow_keys(qtbot: QtBot, office: Office) -> None:
    office.item("board").setFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Down)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert office.window.page == "roster"


def test_a_badge_is_drawn_and_read_aloud(office: Office) -> None:
    item = office.item("people")
    before = item.grab().toImage()
    office.window.rail.set_badge("people", 3)
    assert item.grab().toImage() != before
    assert item.accessibleDescription() == "3"
    office.window.rail.set_badge("people", 0)
    assert item.grab().toImage() == before
    assert item.accessibleDescription() == ""


def test_no_key_of_the_window_works_while_a_dialog_is_open(qtbot: QtBot, office: Office) -> None:
    office.window.set_history("Book Sergio", "")
    dialog = Dialog("New visit")
    dialog.body.addWidget(Button("Take"))
    office.window.open_dialog(dialog)
    for key in (Qt.Key.Key_T, Qt.Key.Key_1, Qt.Key.Key_F6, Qt.Key.Key_G, Qt.Key.Key_R):
        qtbot.keyClick(focus(), key)
    qtbot.keyClick(focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert office.told == [] and office.window.page == "board"
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    qtbot.keyClick(focus(), Qt.Key.Key_T)
    assert office.told == ["today"]


def test_the_list_of_keys_names_every_command_that_has_one(qtbot: QtBot, office: Office) -> None:
    qtbot.keyClick(focus(), Qt.Key.Key_F1)
    sheet = office.window.findChild(Dialog)
    assert sheet is not None and sheet.isVisible()
    words = {label.text() for label in sheet.findChildren(PlainLabel)}
    assert all(action.text in words for action in office.window.commands if action.keys)
    qtbot.keyClick(focus(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_theme_and_text_size_take_effect_and_are_kept(qtbot: QtBot, office: Office, settings: Settings) -> None:
    office.window.commands["theme.dark"].trigger()
    assert theme.current().name == "dark"
    assert settings.appearance is Appearance.DARK
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(focus(), Qt.Key.Key_T, both)
    assert theme.current().name == "contrast"
    assert office.window.commands["theme.contrast"].isChecked()
    office.window.commands["text.130"].trigger()
    assert settings.text_size == 130
    qtbot.waitUntil(lambda: office.window.top_bar.height() == fonts.scaled(HEIGHT))
    assert office.window.rail.width() == fonts.scaled(WIDTH)


@pytest.mark.parametrize("percent", fonts.PERCENTS)
def test_the_words_of_the_rail_are_never_cut(office: Office, percent: int) -> None:
    office.window.choose_text_size(percent)
    QApplication.processEvents()
    for key, text, *_ in PAGES:
        for weight in (500, 600):
            assert office.item(key)._words(weight)[1] == text, key


def test_notices_come_change_and_go(qtbot: QtBot, office: Office) -> None:
    notices = office.window.notices
    tried: list[bool] = []
    assert not notices.isVisible()
    notices.tell("clock", "Sample office. Its clock stands still.")
    notices.tell("offline", "No connection since 10:31.", "warn", "Try now", lambda: tried.append(True))
    notices.tell("clock", "Sample office <b>Madrid</b>.")
    assert notices.texts() == ("Sample office <b>Madrid</b>.", "No connection since 10:31.")
    button = notices.findChildren(Button)[-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tried == [True]
    notices.drop("clock")
    notices.drop("nothing of that name")
    assert notices.texts() == ("No connection since 10:31.",)
    notices.drop("offline")
    assert not notices.isVisible()


def test_a_toast_offers_undo(qtbot: QtBot, office: Office) -> None:
    office.window.toast("Move Nuria, Fri 27, to on site", lambda: office.told.append("undone"))
    button = office.window.toasts.findChild(Button)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert office.told == ["undone"]


def test_a_page_without_anything_for_the_keyboard_still_hears_the_keys(qtbot: QtBot, office: Office) -> None:
    office.window.add_page("blank", "Blank", "tray", lambda: QLabel("Nothing here"))
    office.window.show_page("blank")
    qtbot.keyClick(focus(), Qt.Key.Key_G)
    qtbot.keyClick(focus(), Qt.Key.Key_B)
    assert office.window.page == "board"


def test_closing_tells_and_keeps_the_place(qtbot: QtBot, office: Office, settings: Settings) -> None:
    with qtbot.waitSignal(office.window.closing):
        qtbot.keyClick(focus(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not office.window.isVisible()
    assert settings._text("window/place").endswith("1600 1000")


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_every_theme_paints_rail_bar_and_page(office: Office, appearance: Appearance) -> None:
    theme.choice.choose(appearance)
    shown = theme.current()
    drawn = office.window.grab().toImage()
    assert drawn.pixelColor(4, 500) == shown.color("window")
    assert drawn.pixelColor(1000, 8) == shown.color("surface")
    assert drawn.pixelColor(800, 998) == shown.color("surface")


def test_the_page_gets_the_keyboard_of_what_is_gone(qtbot: QtBot, office: Office) -> None:
    office.window.show_page("board")
    page = office.window.page_widget("board")
    assert isinstance(page, Page)
    field = page.halves[1].findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    delete(field)
    qtbot.waitUntil(page.hasFocus)


def test_a_dialog_gets_the_keyboard_of_what_is_gone_in_it(qtbot: QtBot, office: Office) -> None:
    office.window.show_page("board")
    dialog = Dialog("Off sick")
    field = QLineEdit()
    dialog.body.addWidget(field)
    office.window.open_dialog(dialog)
    qtbot.waitUntil(field.hasFocus)
    delete(field)
    qtbot.waitUntil(dialog.hasFocus)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    page = office.window.page_widget("board")
    assert page is not None
    qtbot.waitUntil(page.hasFocus)


def test_after_a_dialog_that_nobody_opened_by_key_the_page_has_the_keyboard(qtbot: QtBot, office: Office) -> None:
    office.window.show_page("board")
    page = office.window.page_widget("board")
    assert page is not None
    focus().clearFocus()
    dialog = Dialog("New visit")
    office.window.open_dialog(dialog)
    dialog.dismiss()
    qtbot.waitUntil(page.hasFocus)
