from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from techsched import screen

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py over an empty folder: no environment yet, two locks, and nothing missing from the system."""
    spec = importlib.util.spec_from_file_location("dev", CHECKOUT / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    environment = tmp_path / ".venv"
    for name, value in {
        "ROOT": tmp_path,
        "VENV": environment,
        "PYTHON": environment / "bin" / "python",
        "STAMP": environment / "installed-locks",
        "LOCK": tmp_path / "requirements.lock",
        "TEST_LOCK": tmp_path / "requirements-test.lock",
    }.items():
        monkeypatch.setattr(module, name, value)
    module.LOCK.write_text("one==1\n")
    module.TEST_LOCK.write_text("one==1\ntwo==2\n")
    monkeypatch.setattr(screen, "missing", lambda *, window: {})
    return module


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command that would have been run; making an environment leaves an interpreter behind."""
    made: list[list[str]] = []

    def call(command: list[object], **_: object) -> int:
        made.append([str(part) for part in command])
        if "venv" in made[-1]:
            python = Path(made[-1][-1]) / "bin" / "python"
            python.parent.mkdir(parents=True)
            python.symlink_to(sys.executable)
        return 0

    def run(command: list[object], **_: object) -> subprocess.CompletedProcess[str]:
        made.append([str(part) for part in command])
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(subprocess, "run", run)
    return made


def commands(calls: list[list[str]]) -> list[str]:
    """What techsched was asked to do, without files."""
    return [" ".join(call[3:4]) for call in calls if call[1:3] == ["-m", "techsched"]]


def user(monkeypatch: pytest.MonkeyPatch, number: int, *programs: str) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if name in programs else None)


def lacking(monkeypatch: pytest.MonkeyPatch, answers: list[dict[str, str]]) -> None:
    monkeypatch.setattr(screen, "missing", lambda *, window: answers.pop(0))


def without_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    found: Callable[[str], object] = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else found(name))


def test_root_gets_the_missing_packages_installed(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    user(monkeypatch, 0, "apt-get")
    lacking(monkeypatch, [{"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}, {}])
    without_ensurepip(monkeypatch)
    dev.prepare(dev.LOCK, window=False)
    assert calls[:2] == [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "python3-venv", "libegl1", "libgl1"],
    ]


@pytest.mark.parametrize(
    ("programs", "line"),
    [
        (
            ("apt-get", "sudo"),
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv libegl1",
        ),
        (("apt-get",), "su -c 'apt-get update && apt-get install -y --no-install-recommends python3-venv libegl1'"),
    ],
)
def test_anybody_else_gets_the_one_line_that_is_missing_and_nothing_is_touched(
    dev: ModuleType,
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    programs: tuple[str, ...],
    line: str,
) -> None:
    user(monkeypatch, 1000, *programs)
    lacking(monkeypatch, [{"libEGL.so.1": "libegl1"}])
    without_ensurepip(monkeypatch)
    assert dev.main(["test"]) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [line]
    assert not calls
    assert not dev.VENV.exists()


def test_a_system_without_apt_is_told_what_is_missing(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    user(monkeypatch, 0)
    lacking(monkeypatch, [{"libEGL.so.1": "libegl1"}])
    assert dev.main(["test"]) == 1
    assert "libegl1" in capsys.readouterr().err
    assert not calls


def test_a_library_that_stays_away_after_the_installation_stops_before_qt_does(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    user(monkeypatch, 0, "apt-get")
    lacking(monkeypatch, [{"libEGL.so.1": "libegl1"}, {"libEGL.so.1": "libegl1"}])
    assert dev.main(["test"]) == 1
    assert "libEGL.so.1" in capsys.readouterr().err
    assert not any("pip" in call for call in calls)


def test_a_second_start_installs_nothing_until_the_lock_changes(dev: ModuleType, calls: list[list[str]]) -> None:
    dev.prepare(dev.LOCK, window=False)
    (make, pip) = calls
    assert make[1:4] == ["-m", "venv", "--clear"]
    assert "--require-hashes" in pip
    assert pip[-2:] == ["-r", str(dev.LOCK)]
    calls.clear()
    dev.prepare(dev.LOCK, window=False)
    assert not calls
    dev.LOCK.write_text("one==2\n")
    dev.prepare(dev.LOCK, window=False)
    assert [call for call in calls if "install" in call], "a changed lock"
    assert not [call for call in calls if "venv" in call], "an environment that works is kept"


def test_the_tests_environment_runs_the_program_too(dev: ModuleType, calls: list[list[str]]) -> None:
    dev.prepare(dev.TEST_LOCK, window=False)
    calls.clear()
    dev.prepare(dev.LOCK, window=False)
    assert not calls


def test_a_failed_installation_is_not_taken_for_a_finished_one(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.prepare(dev.LOCK, window=False)
    dev.LOCK.write_text("one==2\n")
    monkeypatch.setattr(subprocess, "call", lambda *_, **__: 1)
    assert dev.main(["test", "--prepare"]) == 1
    assert not dev.installed(dev.LOCK)
    assert not dev.STAMP.exists()


def test_with_a_screen_the_window_opens_with_the_sample_office(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "answers", lambda: True)
    assert dev.main(["run"]) == 0
    assert calls[-1][1:] == ["-m", "techsched", "--demo"]


def test_without_a_screen_the_week_is_drawn_and_one_line_says_where(
    dev: ModuleType,
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_home: Path,
) -> None:
    monkeypatch.setattr(screen, "answers", lambda: False)
    monkeypatch.delenv("XDG_DATA_HOME")
    assert dev.main(["run"]) == 0
    assert commands(calls) == ["sample", "roster", "picture"]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    folder = own_home / ".local" / "share" / "techsched"
    assert calls[-1][4:] == [
        *("--db", str(folder / "sample.techsched"), "--week", "2026-W48"),
        *("--png", str(folder / "board-2026-W48.png")),
    ]
    (line,) = capsys.readouterr().out.splitlines()
    assert str(folder / "roster-2026-W48.pdf") in line
    assert "desktop session" in line

    calls.clear()
    (folder / "sample.techsched").touch()
    assert dev.main(["run"]) == 0
    assert commands(calls) == ["roster", "picture"], "the office that is there stays"


def test_a_week_that_could_not_be_drawn_is_not_announced(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(screen, "answers", lambda: False)
    monkeypatch.setattr(dev, "techsched", lambda *arguments: 2 if arguments[0] == "roster" else 0)
    assert dev.main(["run"]) == 2
    assert not capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ([], []),
        (["--full"], ["-m", "not bench"]),
        (["-m", "bench"], ["-m", "bench"]),
        (["tests/rules", "-k", "rest", "-x"], ["tests/rules", "-k", "rest", "-x"]),
    ],
)
def test_further_words_go_to_pytest(
    dev: ModuleType, calls: list[list[str]], typed: list[str], given: list[str]
) -> None:
    assert dev.main(["test", *typed]) == 0
    assert calls[-1][1:] == ["-m", "pytest", *given]


def test_pictures_are_drawn_into_the_folder_that_was_named(
    dev: ModuleType, calls: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dev.main(["shots", "here"]) == 0
    assert calls[-1][1:] == ["-m", "ui.shots", str(tmp_path / "here")]
