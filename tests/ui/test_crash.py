from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl, qWarning
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from techsched.errors import UserError
from techsched.model.sentence import sentence
from ui import crash
from ui.crash import Watch, guarded


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def watch(tmp_path: Path, told: list[str], qtbot: QtBot) -> Iterator[Watch]:
    made = crash.install(lambda trouble: told.append(trouble.sentence.key), tmp_path / "log")
    yield made
    if made.dialog is not None:
        made.dialog.accept()
    made.remove()


def stumble(text: str = "stumbled") -> None:
    try:
        raise RuntimeError(text)
    except RuntimeError as trouble:
        sys.excepthook(type(trouble), trouble, trouble.__traceback__)


def test_a_bug_is_logged_and_told_once(watch: Watch) -> None:
    stumble("first")
    stumble("second")
    log = watch.file.read_text(encoding="utf-8")
    assert "RuntimeError: first" in log and "RuntimeError: second" in log
    assert watch.dialog is not None and watch.dialog.isVisible()
    details = watch.dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert "RuntimeError: first" in details.toPlainText() and "second" not in details.toPlainText()


def test_after_one_dialog_it_is_quiet_for_a_while(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    stumble()
    assert watch.dialog is not None
    watch.dialog.accept()
    assert watch.dialog is None
    stumble()
    assert watch.dialog is None
    monkeypatch.setattr(watch, "_quiet_until", 0.0)
    stumble()
    assert watch.dialog is not None


def test_details_can_be_copied_and_the_log_opened(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    stumble("to be copied")
    assert watch.dialog is not None
    watch.dialog.copy()
    assert "to be copied" in QGuiApplication.clipboard().text()
    assert "Python 3" in QGuiApplication.clipboard().text()
    watch.dialog.open_folder()
    assert [Path(url.toLocalFile()) for url in opened] == [watch.folder]


def test_a_bug_in_a_slot_does_not_end_the_program(watch: Watch, qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: stumble("in a slot"))
    qtbot.waitUntil(lambda: watch.dialog is not None)


def test_a_bug_in_another_thread_is_shown_on_this_one(watch: Watch, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert "IndexError" in watch.file.read_text(encoding="utf-8")


def test_a_sentence_for_a_person_is_no_bug(watch: Watch, told: list[str]) -> None:
    trouble = UserError(sentence("trouble.no_display"))
    sys.excepthook(UserError, trouble, None)
    assert told == ["trouble.no_display"]
    assert watch.dialog is None


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_what_qt_complains_about_is_in_the_log(watch: Watch) -> None:
    qWarning("a timer was stopped from another thread")
    assert "a timer was stopped from another thread" in watch.file.read_text(encoding="utf-8")


def test_ctrl_c_still_ends_the_program(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(watch, "_hooks", (lambda kind, *_: passed.append(kind), threading.excepthook))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]
    assert watch.dialog is None


def test_removed_it_leaves_everything_as_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, len(crash.log.handlers)
    crash.install(lambda trouble: None, tmp_path).remove()
    assert (sys.excepthook, threading.excepthook, len(crash.log.handlers)) == before


class Clumsy(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(0, 0, {}["nobody"])

    @guarded("?")
    def data(self, row: int) -> str:
        return ("Ana", "Nuria")[row]


def test_a_guarded_painter_stumbles_in_the_log_only_and_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(crash, "strict", False)
    monkeypatch.setattr(crash, "_seen", set())
    widget = Clumsy()
    qtbot.addWidget(widget)
    with caplog.at_level(logging.ERROR, "techsched"):
        for _ in range(3):
            widget.grab()
    assert [record.getMessage() for record in caplog.records] == ["in Clumsy.paintEvent"]
    assert widget.data(1) == "Nuria"
    assert widget.data(7) == "?"


def test_in_tests_a_guarded_bug_is_not_hidden(qtbot: QtBot) -> None:
    with pytest.raises(IndexError):
        Clumsy.data(Clumsy(), 7)


def test_a_crash_of_qt_itself_leaves_its_trace_in_the_log_folder(tmp_path: Path) -> None:
    script = (
        "import os, sys, faulthandler; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from pathlib import Path\nfrom PySide6.QtWidgets import QApplication\napp = QApplication([])\n"
        "from ui import crash\nwatch = crash.install(lambda trouble: None, Path(sys.argv[1]))\n"
        "faulthandler._sigsegv()"
    )
    checkout = Path(crash.__file__).parents[1]
    said = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=checkout, capture_output=True)
    assert said.returncode != 0
    assert "Segmentation fault" in (tmp_path / "techsched-fault.log").read_text(encoding="utf-8")
