from __future__ import annotations

import os
from argparse import Namespace
from types import SimpleNamespace

import pytest

from techsched import __main__ as start
from techsched import screen
from techsched.errors import UserError


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Namespace]:
    """What `ui` was asked to draw; every library is there, and no screen."""
    asked: list[Namespace] = []

    def app(options: Namespace) -> int:
        asked.append(options)
        return 7

    monkeypatch.setattr(start, "import_module", lambda name: {"ui.app": SimpleNamespace(main=app)}[name])
    monkeypatch.setattr(screen, "missing", lambda *, window: {})
    monkeypatch.setattr(screen, "answers", lambda: False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    return asked


def test_a_window_without_a_screen_is_a_sentence_and_not_an_abort(
    drawn: list[Namespace], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main([]) == 2
    assert "desktop session" in capsys.readouterr().err
    assert not drawn


def test_a_window_on_a_screen_keeps_the_platform_of_the_session(
    drawn: list[Namespace], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "answers", lambda: True)
    assert start.draw(Namespace(command=None)) == 7
    assert os.environ["QT_QPA_PLATFORM"] == ""


def test_a_page_or_picture_needs_no_screen(drawn: list[Namespace]) -> None:
    asked = Namespace(command="picture")
    assert start.draw(asked) == 7
    assert drawn == [asked]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_a_missing_library_is_named_with_what_to_install(
    drawn: list[Namespace], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "missing", lambda *, window: {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"})
    with pytest.raises(UserError, match="libEGL.so.1, libGL.so.1.*apt-get install libegl1 libgl1$"):
        start.draw(Namespace(command="roster"))
    assert not drawn
