from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QRect
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ui.settings import Settings, clamped
from ui.theme import Appearance

SCREENS = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)]


def test_what_is_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    first = Settings(file)
    assert (first.appearance, first.text_size, first.language_chosen) == (Appearance.SYSTEM, 100, False)
    first.appearance = Appearance.DARK
    first.text_size = 115
    first.language = "es"
    first.menu_bar = True
    first.office = "sqlite:///madrid office.db"
    second = Settings(file)
    assert second.appearance is Appearance.DARK
    assert (second.text_size, second.language, second.language_chosen) == (115, "es", True)
    assert second.menu_bar
    assert second.office == "sqlite:///madrid office.db"


def test_it_lies_in_the_own_folder_for_settings(own_home: Path) -> None:
    Settings().language = "es"
    assert [file.name for file in own_home.rglob("window.ini")] == ["window.ini"]


@pytest.mark.parametrize("garbage", ["", "\x00\x01", "[look]\nappearance=mauve\ntext_size=7\nlanguage=xx\n", "[window"])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, garbage: str, qtbot: QtBot) -> None:
    file = tmp_path / "window.ini"
    file.write_text(garbage, encoding="utf-8")
    read = Settings(file)
    assert read.appearance is Appearance.SYSTEM
    assert read.text_size == 100
    assert read.language in ("en", "es") and not read.language_chosen
    window = QMainWindow()
    qtbot.addWidget(window)
    read.place_window(window)


@pytest.mark.parametrize(("system", "expected"), [("es_ES", "es"), ("es_MX", "es"), ("de_DE", "en"), ("en_GB", "en")])
def test_until_somebody_chooses_the_language_is_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, expected: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert Settings(tmp_path / "window.ini").language == expected


def test_the_window_comes_back_where_it_stood(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "window.ini")
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    settings.place_window(first)
    screen = first.screen().availableGeometry()
    wished = clamped(QRect(screen.x(), screen.y(), 10, 10), [screen])
    first.setGeometry(wished)
    settings.keep_window(first)
    settings.place_window(second)
    assert second.geometry() == wished


def test_a_place_of_another_version_is_not_used(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[window]\nversion=99\nplace=11 12 1001 702\nmaximized=true\n", encoding="utf-8")
    window = QMainWindow()
    qtbot.addWidget(window)
    Settings(file).place_window(window)
    assert window.geometry() != QRect(11, 12, 1001, 702)
    assert not window.isMaximized()


def test_a_screen_that_is_gone_gives_its_window_to_another() -> None:
    wished = QRect(2400, 100, 1000, 700)
    assert clamped(wished, SCREENS[:1]) == QRect(920, 100, 1000, 700)
    assert clamped(wished, SCREENS) == QRect(2200, 100, 1000, 700)


numbers = st.integers(-10_000, 10_000)


@given(numbers, numbers, st.integers(-5, 9_000), st.integers(-5, 9_000))
def test_wherever_it_was_it_lies_on_one_screen(x: int, y: int, width: int, height: int) -> None:
    found = clamped(QRect(x, y, width, height), SCREENS)
    assert any(screen.contains(found) for screen in SCREENS)
    assert clamped(found, SCREENS) == found
