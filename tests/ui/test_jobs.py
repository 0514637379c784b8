from __future__ import annotations

import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from techsched.errors import UserError
from techsched.model.sentence import sentence
from ui.jobs import Jobs, Pulse


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_the_result_comes_back_on_the_ui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    ran: list[threading.Thread] = []
    got: list[tuple[int, threading.Thread]] = []

    def add(pulse: Pulse) -> int:
        ran.append(threading.current_thread())
        return 2 + 3

    job = jobs.run(add, lambda found: got.append((found, threading.current_thread())))
    with qtbot.waitSignal(job.ended):
        pass
    assert got == [(5, threading.main_thread())]
    assert ran[0] is not threading.main_thread()
    assert jobs.busy == 0


def test_progress_rises_and_arrives_before_the_result(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[float | str] = []

    def count(pulse: Pulse) -> str:
        for step in range(1000):
            pulse.beat(step / 1000)
        pulse.beat(1.0)
        return "done"

    job = jobs.run(count, told.append)
    job.progressed.connect(told.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert told[-2:] == [1.0, "done"]
    shares = [share for share in told if isinstance(share, float)]
    assert shares == sorted(shares)
    assert len(shares) < 100, "a busy job must not drown the window"


def test_a_sentence_is_delivered_as_one(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[str] = []

    def refuse(pulse: Pulse) -> None:
        raise UserError(sentence("trouble.no_display"))

    job = jobs.run(refuse, lambda found: told.append("done"), lambda trouble: told.append(trouble.sentence.key))
    with qtbot.waitSignal(job.ended):
        pass
    assert told == ["trouble.no_display"]


def test_a_bug_goes_where_bugs_go(qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, trouble, trace: caught.append(trouble))
    told: list[object] = []

    def stumble(pulse: Pulse) -> float:
        return 1 / 0

    job = jobs.run(stumble, told.append, told.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert [type(trouble) for trouble in caught] == [ZeroDivisionError]
    assert caught[0].__traceback__ is not None
    assert told == []


def test_cancelled_it_stops_and_tells_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    started, told = threading.Event(), list[object]()

    def forever(pulse: Pulse) -> None:
        while True:
            started.set()
            pulse.beat()

    job = jobs.run(forever, told.append, told.append)
    assert started.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert told == []


def test_a_result_that_comes_after_cancelling_is_thrown_away(qtbot: QtBot, jobs: Jobs) -> None:
    go, told = threading.Event(), list[object]()

    def slow(pulse: Pulse) -> str:
        go.wait(5)
        return "too late"

    job = jobs.run(slow, told.append)
    job.cancel()
    with qtbot.waitSignal(job.ended):
        go.set()
    assert told == []


def test_closing_waits_for_all(qtbot: QtBot, jobs: Jobs) -> None:
    def forever(pulse: Pulse) -> None:
        while True:
            pulse.beat()

    running = [jobs.run(forever, lambda found: None) for _ in range(4)]
    assert jobs.busy == 4
    assert jobs.close()
    assert all(job.pulse.stopped for job in running)
    qtbot.waitUntil(lambda: jobs.busy == 0)
