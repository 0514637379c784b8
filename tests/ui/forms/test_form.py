"""How a form behaves: what is wrong is told under its field, what was typed stays, and nothing is ever lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCalendarWidget, QLineEdit
from pytestqt.qtbot import QtBot

from techsched.desk.desk import Desk
from techsched.desk.records import SaveRecord
from techsched.model.client import Site
from techsched.model.technician import Technician
from tests.ui.forms.keyboard import CTRL, fill, here, press, save, typing, write
from ui import i18n
from ui.bridge import Bridge
from ui.forms.form import Form
from ui.forms.moment import Almanac
from ui.forms.opened import KINDS, form_for
from ui.forms.problem_line import ProblemLine
from ui.parts.button import Button
from ui.parts.veil import keyboard_order
from ui.window import MainWindow


def opened(window: MainWindow, form: Form) -> Form:
    window.open_dialog(form)
    return form


def told(form: Form) -> list[str]:
    """The sentences under the fields."""
    return [line.problem.sentence for line in form.findChildren(ProblemLine) if line.isVisible()]


def repair(form: Form) -> None:
    """Presses the button of the first sentence that has one."""
    lines = [line for line in form.findChildren(ProblemLine) if line.isVisible() and line.problem.repair is not None]
    button = lines[0].findChild(Button)
    assert isinstance(button, Button)
    button.click()


def text_of(form: Form, key: str) -> str:
    found = form.answers.editor(key).findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found.text()


@pytest.mark.parametrize("kind", KINDS)
def test_tab_goes_through_every_field_in_order_and_ends_at_the_buttons(
    kind: str, window: MainWindow, bridge: Bridge
) -> None:
    form = opened(window, form_for(bridge, kind))
    asked = [key for key in form.answers.keys if form.answers.is_asked(key)]
    seen: list[str] = []
    for _ in range(len(keyboard_order(form))):
        for key in asked:
            editor = form.answers.editor(key)
            if (editor.isAncestorOf(here()) or editor is here()) and seen[-1:] != [key]:
                seen.append(key)
        press(Qt.Key.Key_Tab)
    assert seen[: len(asked)] == asked
    save_at = keyboard_order(form).index(form.save_button)
    assert keyboard_order(form)[save_at - 1] in (form.cancel, form.foot.itemAt(2).widget())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_to_be_read_aloud(kind: str, language: str, window: MainWindow, bridge: Bridge) -> None:
    i18n.choose(language)
    form = opened(window, form_for(bridge, kind))
    for stop in keyboard_order(form):
        interface = QAccessible.queryAccessibleInterface(stop)
        assert interface.text(QAccessible.Text.Name), f"{kind}: {stop}"


def test_an_empty_form_says_what_is_missing_and_goes_there(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "technician"))
    press(Qt.Key.Key_Tab, times=4)
    assert told(form) == []
    save(form)
    assert told(form)[:2] == ["Name is missing. Fill it in.", "Profile is missing. Fill it in."]
    assert here() is form.answers.editor("name").focusProxy()
    assert form.wrong.text() == "3 fields to put right"
    typing("Ana")
    assert told(form)[0] == "Profile is missing. Fill it in."
    assert form.wrong.text() == "2 fields to put right"


@pytest.mark.parametrize(
    ("kind", "key", "typed", "sentence"),
    [
        ("technician", "hired", "31/02/2027", "No such day: February 2027 has 28."),
        ("technician", "leave", "many", "“many” is not a whole number. Use digits."),
        ("technician", "weekly", "long", "“long” is not a length. Write it like 1 h 30, 90 or 1:30."),
        ("technician", "home", "Chambery", "“Chambery” is not in the list. Did you mean Chamberí?"),
        ("technician", "spot", "here", "“here” is not a pair of coordinates. Write it like 40.4303, -3.6874."),
        (
            "technician",
            "calendar",
            "Spain!",
            "“Spain!” is not a calendar. Write country, region and place like ES-MD-28079.",
        ),
        ("site", "client", "Nobody Ltd", "Nothing here is called “Nobody Ltd”. Choose from the list."),
        ("absence", "from_minute", "25", "“25” is not a time of day. Write it like 9:30."),
        ("visit", "due", "soon", "“soon” is not a time. Write it like 10:30, tomorrow 9:00 or 26/11 10:30."),
        ("visit", "people", "3", "3 is outside 1 to 2."),
        ("visit", "minutes", "50 h", "50 h is outside 1 min to 48 h."),
    ],
)
def test_a_bad_value_is_told_under_its_field_and_stays(
    kind: str, key: str, typed: str, sentence: str, window: MainWindow, bridge: Bridge
) -> None:
    form = opened(window, form_for(bridge, kind))
    write(form.answers.editor(key), typed)
    assert told(form) == [sentence]
    assert text_of(form, key) == typed
    line = form.answers.editor(key).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.property("bad") is True and line.accessibleDescription() == sentence


def test_bad_tokens_stay_and_are_repaired_in_place(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "technician"))
    write(form.answers.editor("districts"), ["Centro"])
    form.answers.focus("districts")
    typing("Chambery")
    press(Qt.Key.Key_Tab)
    assert told(form) == ["Chambery is not a district. Did you mean Chamberí?"]
    assert text_of(form, "districts") == "Chambery"
    repair(form)
    assert told(form) == []
    assert form.answers.values()["districts"] == ("01", "07")


def test_dates_the_wrong_way_round_are_turned_by_one_press(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "absence"))
    fill(form.answers, {"technician": "Marta Gallego", "first": "4/12/2026", "last": "1/12/2026"})
    press(Qt.Key.Key_Tab)
    assert told(form) == ["The absence ends before it begins: from 04/12/2026, until 01/12/2026."]
    repair(form)
    values = form.answers.values()
    assert (values["first"].day, values["last"].day) == (1, 4)
    assert told(form) == []


def test_a_reference_is_found_however_it_is_spelt(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "absence"))
    form.answers.focus("technician")
    typing("fernan")
    assert text_of(form, "technician") == "fernan"
    press(Qt.Key.Key_Return)
    assert text_of(form, "technician") == "Lucía Fernández"
    assert here() is form.answers.editor("technician").focusProxy()
    fill(form.answers, {"technician": "oscar"})
    assert text_of(form, "technician") == "Óscar Peña"
    fill(form.answers, {"technician": "T007"})
    assert text_of(form, "technician") == "Sergio Vidal"


def test_escape_puts_the_list_away_before_it_closes_the_form(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "absence"))
    form.answers.focus("technician")
    typing("mar")
    press(Qt.Key.Key_Escape)
    assert form.isVisible()
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_the_sites_offered_are_those_of_the_client(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "visit"))
    fill(form.answers, {"client": "Hotel Miralba"})
    assert text_of(form, "site") == "Hotel"  # the only one
    fill(form.answers, {"client": "Gestoría Arcos"})
    assert text_of(form, "site") == ""
    form.answers.focus("site")
    typing("hotel")
    press(Qt.Key.Key_Tab)
    assert told(form) == ["Nothing here is called “hotel”. Choose from the list."]


def test_an_address_fills_in_what_follows_until_somebody_writes_there(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "site"))
    fill(form.answers, {"client": "Hotel Miralba", "address": "Calle de Palafox 7"})
    press(Qt.Key.Key_Tab)
    assert (text_of(form, "postcode"), text_of(form, "place")) == ("28010", "Chamberí")
    lat, lon = form.answers.values()["spot"]
    assert 40.42 < lat < 40.44 and -3.71 < lon < -3.69
    fill(form.answers, {"place": "Centro", "address": "Calle Serrano 61"})
    press(Qt.Key.Key_Tab)
    assert text_of(form, "place") == "Centro"


def test_streets_are_offered_while_typing_with_the_number_kept(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "site"))
    form.answers.focus("address")
    typing("palaf 23")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert text_of(form, "address") == "Calle Palafox 23"


def test_the_hint_of_an_absence_counts_what_it_meets(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "absence"))
    fill(form.answers, {"technician": "Carmen Ruiz", "first": "23/11/2026", "last": "27/11/2026"})
    press(Qt.Key.Key_Tab)
    assert form.answers.editor("note").accessibleDescription() == "5 bookings lie there"


def test_nothing_changed_is_not_a_step(window: MainWindow, bridge: Bridge) -> None:
    row = next(iter(bridge.schedule.rows(Technician).values()))
    form = opened(window, form_for(bridge, "technician", row))
    steps = len(bridge.desk.history())
    save(form)
    assert not form.isVisible() and len(bridge.desk.history()) == steps


def test_what_the_desk_refuses_is_told_at_the_foot_and_nothing_closes(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "client"))
    fill(form.answers, {"name": "Acme", "code": "C0001"})
    save(form)
    assert form.isVisible()
    assert form.wrong.text() == "The code C0001 is in use already. Choose another."
    assert text_of(form, "name") == "Acme"


def test_somebody_else_s_change_comes_into_untouched_fields_and_is_asked_about_in_others(
    window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    row = next(row for row in bridge.schedule.rows(Site).values() if row.name == "Luchana")
    form = opened(window, form_for(bridge, "site", row))
    write(form.answers.editor("access"), "Use the back door")
    other = Desk.open(bridge.desk.path, who="marta", extend=False)
    other.do(SaveRecord((replace(row, access="Ring twice", parking="Garage"),)))
    other.close()
    bridge.poll()
    assert text_of(form, "parking") == "Garage"
    assert text_of(form, "access") == "Use the back door"
    assert told(form) == ["Somebody changed this meanwhile. Save again to keep yours, or take theirs."]
    repair(form)
    assert text_of(form, "access") == "Ring twice"
    write(form.answers.editor("access"), "Back door, ring twice")
    with qtbot.waitSignal(form.saved):
        save(form)
    held = bridge.schedule.row(Site, row.id)
    assert (held.access, held.parking) == ("Back door, ring twice", "Garage")


def test_ctrl_z_in_a_form_takes_back_letters_and_no_step_of_the_office(window: MainWindow, bridge: Bridge) -> None:
    row = next(iter(bridge.schedule.rows(Technician).values()))
    bridge.do(SaveRecord((replace(row, phone="1"),)))
    form = opened(window, form_for(bridge, "technician", bridge.schedule.row(Technician, row.id)))
    form.answers.focus("phone")
    typing("2")
    press(Qt.Key.Key_Z, CTRL)
    assert text_of(form, "phone") == "1"
    assert bridge.schedule.row(Technician, row.id).phone == "1"


def test_a_cell_of_a_megabyte_is_cut_to_what_a_line_holds(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "client"))
    line = form.answers.editor("name").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.insert("x" * 1_000_000)
    assert len(line.text()) == 200


def test_user_text_is_never_more_than_text(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "absence"))
    write(form.answers.editor("technician"), "<b>%1</b> &amp;")
    assert told(form) == ["Nothing here is called “<b>%1</b> &amp;”. Choose from the list."]


def test_a_month_opens_under_a_day_and_enter_takes_what_is_chosen(
    window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    form = opened(window, form_for(bridge, "absence"))
    form.answers.focus("last")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = QApplication.activePopupWidget()
    assert isinstance(month, Almanac)
    calendar = month.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    view = calendar.findChild(QAbstractItemView)
    assert isinstance(view, QAbstractItemView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: text_of(form, "last") == "26/11/2026")
    assert QApplication.activePopupWidget() is None


def test_up_and_down_step_days_times_lengths_and_numbers(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, form_for(bridge, "visit"))
    for key, first, then in (("minutes", "1 h", "1 h 15"), ("people", "1", "2"), ("escalated", "10:42", "10:45")):
        form.answers.focus(key)
        assert text_of(form, key) == first
        press(Qt.Key.Key_Up)
        assert text_of(form, key) == then
    press(Qt.Key.Key_Escape)
    form = opened(window, form_for(bridge, "absence"))
    form.answers.focus("first")
    press(Qt.Key.Key_Down)
    assert text_of(form, "first") == "24/11/2026"
