from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from techsched import screen

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X, Wayland and Debian's packages")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def x_server() -> Iterator[str]:
    """The name of a display that answers."""
    if not shutil.which("Xvfb"):
        pytest.skip("no Xvfb here")
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL
    ) as server:
        os.close(write)
        with open(read) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


@linux
def test_nothing_set_is_no_screen() -> None:
    assert not screen.expected()
    assert not screen.answers()


@linux
@pytest.mark.parametrize(
    ("name", "value"), [("DISPLAY", ":7999"), ("DISPLAY", "nonsense"), ("WAYLAND_DISPLAY", "wayland-7999")]
)
def test_a_display_that_nobody_serves_is_expected_but_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert screen.expected()
    assert not screen.answers()


@linux
def test_an_x_server_answers(monkeypatch: pytest.MonkeyPatch, x_server: str) -> None:
    monkeypatch.setenv("DISPLAY", x_server)
    assert screen.answers()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7999")
    assert screen.answers(), "a dead Wayland socket leaves X"


@linux
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "eglfs", "no-such-platform"])
def test_a_platform_that_shows_nothing_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, x_server: str, platform: str
) -> None:
    monkeypatch.setenv("DISPLAY", x_server)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not screen.answers()
    monkeypatch.setenv("QT_QPA_PLATFORM", f"{platform};xcb:some=option")
    assert screen.answers()


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_elsewhere_there_is_always_a_screen_and_qt_brings_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert screen.expected()
    assert screen.answers()
    assert screen.missing(window=True) == {}


@linux
def test_libraries_are_named_with_the_package_that_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ctypes.CDLL

    def without(library: str) -> ctypes.CDLL:
        if library.startswith(("libEGL", "libxcb-cursor", "libwayland-cursor")):
            raise OSError(library)
        return real("libc.so.6")

    monkeypatch.setattr(ctypes, "CDLL", without)
    assert screen.missing(window=False) == {"libEGL.so.1": "libegl1"}
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert screen.missing(window=True) == {"libEGL.so.1": "libegl1", "libwayland-cursor.so.0": "libwayland-cursor0"}
    monkeypatch.setenv("DISPLAY", ":0")
    assert screen.missing(window=True) == {"libEGL.so.1": "libegl1", "libxcb-cursor.so.0": "libxcb-cursor0"}
