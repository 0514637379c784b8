"""Half-typed forms: kept within a second of each key, offered again, and gone once they are saved."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from techsched.model.client import Client
from tests.ui.forms.keyboard import fill, press, save, typing
from ui.bridge import Bridge
from ui.drafts import EVERY_MS, Drafts, Kept
from ui.forms.form import Form
from ui.forms.opened import form_for, offer_drafts
from ui.parts.button import Button
from ui.settings import Settings
from ui.window import MainWindow

ROOT = Path(__file__).parents[2]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow(Settings(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1200, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


def opened(window: MainWindow, bridge: Bridge, kind: str, row: object = None) -> Form:
    form = form_for(bridge, kind, row)
    window.open_dialog(form)
    return form


def text_of(form: Form, key: str) -> str:
    line = form.answers.editor(key).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line.text()


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    drafts = Drafts("office.db", tmp_path)
    kept = Kept("visit", 0, "New visit: Acme", 100, {"title": "Café %1", "rows": [{"id": None, "x": 1}]})
    drafts.keep(kept)
    assert drafts.find("visit", 0) == kept
    assert drafts.find("visit", 7) is None
    assert Drafts("other.db", tmp_path).waiting() == []
    drafts.keep(Kept("client", 7, "Client: Acme", 200, {}))
    assert [each.form for each in drafts.waiting()] == ["client", "visit"]
    drafts.drop("visit", 0)
    drafts.drop("visit", 0)
    assert [each.form for each in drafts.waiting()] == ["client"]


def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    drafts = Drafts("office.db", tmp_path)
    drafts.keep(Kept("visit", 0, "", 1, {}))
    (file,) = tmp_path.rglob("*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"form": 1}', b"\xff\xfe", b'{"form":"visit","record":"x"}'])
def test_a_damaged_one_is_left_out(damage: bytes, tmp_path: Path) -> None:
    drafts = Drafts("office.db", tmp_path)
    drafts.keep(Kept("visit", 0, "", 1, {}))
    (file,) = tmp_path.rglob("*.json")
    file.write_bytes(damage)
    assert drafts.waiting() == [] and drafts.find("visit", 0) is None


def test_a_full_disk_stops_nobody_from_typing(tmp_path: Path) -> None:
    tmp_path.joinpath("in the way").write_text("a file where a folder should be")
    drafts = Drafts("office.db", tmp_path / "in the way")
    drafts.keep(Kept("visit", 0, "", 1, {}))
    assert drafts.waiting() == []


def test_escape_keeps_and_the_next_form_goes_on(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge, "client")
    fill(form.answers, {"name": "Acme", "sector": "Rockets"})
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    form = opened(window, bridge, "client")
    assert (text_of(form, "name"), text_of(form, "sector")) == ("Acme", "Rockets")
    afresh = next(each for each in form.findChildren(Button) if each.text() == "Start afresh")
    afresh.click()
    assert text_of(form, "name") == ""
    assert Drafts(bridge.desk.path).waiting() == []


def test_saving_ends_the_draft(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge, "client")
    fill(form.answers, {"name": "Acme"})
    qtbot.waitUntil(lambda: Drafts(bridge.desk.path).waiting() != [])
    with qtbot.waitSignal(form.saved):
        save(form)
    assert Drafts(bridge.desk.path).waiting() == []


def test_a_form_looked_at_and_closed_leaves_nothing(window: MainWindow, bridge: Bridge) -> None:
    row = next(iter(bridge.schedule.rows(Client).values()))
    opened(window, bridge, "client", row)
    press(Qt.Key.Key_Tab, times=3)
    press(Qt.Key.Key_Escape)
    assert Drafts(bridge.desk.path).waiting() == []


def test_what_was_wrong_is_kept_as_it_was_typed(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge, "visit")
    fill(form.answers, {"client": "Nobody Ltd", "due": "soonish", "escalated": "tomorrow 9"})
    press(Qt.Key.Key_Escape)
    form = opened(window, bridge, "visit")
    assert (text_of(form, "client"), text_of(form, "due")) == ("Nobody Ltd", "soonish")
    # a day that was near when it was typed is another one later: it is kept with its date
    assert text_of(form, "escalated") == "26/11/2026 09:00"


def test_rows_and_half_typed_tokens_come_back(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge, "technician")
    fill(
        form.answers,
        {"skills": ["Cisco 4"], "certificates": [{"name": "CCNP", "expires": "1/1/2029"}]},
    )
    form.answers.focus("skills")
    typing("Wind")
    press(Qt.Key.Key_Escape)  # the list
    press(Qt.Key.Key_Escape)
    form = opened(window, bridge, "technician")
    values = form.answers.values()
    assert values["certificates"][0]["name"] == "CCNP"
    assert form.answers.editor("skills").raw() == {"held": [("Cisco", 4)], "typed": "Wind"}


def test_the_window_offers_what_was_left(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge, "client")
    fill(form.answers, {"name": "Acme & Sons"})
    press(Qt.Key.Key_Escape)
    offer_drafts(window, bridge, window.open_dialog)
    assert window.notices.texts() == ("New client: Acme & Sons: half-typed since 10:42, today.",)
    go_on = next(each for each in window.notices.findChildren(Button) if each.text() == "Go on")
    go_on.click()
    (form,) = [each for each in window.findChildren(Form) if each.isVisible()]
    assert text_of(form, "name") == "Acme & Sons"
    assert window.notices.texts() == ()


TYPIST = """
import os, sys, time
from PySide6.QtWidgets import QApplication
from PySide6.QtTest import QTest
from techsched.desk.desk import Desk
from ui import i18n, style
from ui.bridge import Bridge
from ui.forms.opened import form_for
from ui.settings import Settings
from ui.window import MainWindow

app = QApplication([])
style.apply(app)
i18n.choose("en")
window = MainWindow(Settings())
window.show()
QTest.qWaitForWindowActive(window)
bridge = Bridge(Desk.open(sys.argv[1], who="typist", extend=False), "en")
form = form_for(bridge, "client")
window.open_dialog(form)
form.answers.focus("notes")
count = 0
while True:
    QTest.keyClicks(QApplication.focusWidget(), "x")
    count += 1
    print(time.monotonic(), count, flush=True)
    QTest.qWait(20)
"""


def test_a_kill_while_typing_loses_at_most_a_second(bridge: Bridge) -> None:
    """A person types without a pause; the program is killed in the middle of it."""
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, bridge.desk.path],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert typist.stdout is not None
    keys: list[tuple[float, int]] = []
    started = 0.0
    for line in typist.stdout:
        moment, count = line.split()
        keys.append((float(moment), int(count)))
        started = started or float(moment)
        if float(moment) - started > 2.5:
            break
    typist.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    typist.wait()
    typist.stdout.close()
    (kept,) = Drafts(bridge.desk.path).waiting()
    held = len(str(kept.raws["notes"]))
    second_before = max((count for moment, count in keys if moment <= killed - 1.0), default=0)
    assert held >= second_before > 0
    assert EVERY_MS <= 1000


def test_strokes_in_between_do_not_put_it_off(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge, "client")
    form.answers.focus("name")
    began = time.monotonic()
    while time.monotonic() - began < 1.0:
        typing("a")
        QTest.qWait(30)
    (kept,) = Drafts(bridge.desk.path).waiting()
    assert kept.raws["name"]
