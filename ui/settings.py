"""What one person keeps between two starts on this computer: look, language, and where the window stood."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QLocale, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from ui.fonts import PERCENTS
from ui.theme import Appearance

_VERSION = 1
"""Of the window's place: another layout of the window starts from the default size."""

_SIZE = QSize(1440, 900)
_SMALLEST = QSize(960, 600)
LANGUAGES = ("en", "es")


class Settings:
    """An INI file in the platform's folder for settings, or at `path`. What it holds and nobody understands is left
    out: a damaged file gives the defaults."""

    def __init__(self, path: Path | None = None) -> None:
        file = path if path is not None else user_config_path("techsched", appauthor=False) / "window.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        try:
            return Appearance(self._text("look/appearance"))
        except ValueError:
            return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._keep("look/appearance", value.value)

    @property
    def text_size(self) -> int:
        """Percent."""
        found = self._number("look/text_size")
        return found if found in PERCENTS else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._keep("look/text_size", value)

    @property
    def language(self) -> str:
        """'en' or 'es': the one chosen, else the system's where it is one of them, else English."""
        chosen = self._text("look/language") or QLocale.system().name()[:2]
        return chosen if chosen in LANGUAGES else "en"

    @language.setter
    def language(self, value: str) -> None:
        self._keep("look/language", value)

    @property
    def language_chosen(self) -> bool:
        """Whether a person has chosen one already."""
        return self._text("look/language") in LANGUAGES

    @property
    def menu_bar(self) -> bool:
        return self._text("look/menu_bar") == "true"

    @menu_bar.setter
    def menu_bar(self, value: bool) -> None:
        self._keep("look/menu_bar", "true" if value else "false")

    @property
    def office(self) -> str:
        """The URL of the office opened last, empty before the first."""
        return self._text("office/last")

    @office.setter
    def office(self, value: str) -> None:
        self._keep("office/last", value)

    def columns(self, table: str) -> tuple[str, ...]:
        """Keys of the columns that a person wants to see in a table; empty while nobody chose."""
        return tuple(self._text(f"columns/{table}").split())

    def keep_columns(self, table: str, keys: Sequence[str]) -> None:
        self._keep(f"columns/{table}", " ".join(keys))

    def keep_window(self, window: QMainWindow) -> None:
        """Remembers place and size, the normal ones where it is maximised."""
        place = window.normalGeometry() if window.isMaximized() else window.geometry()
        numbers = (place.x(), place.y(), place.width(), place.height())
        self._keep("window/version", _VERSION)
        self._keep("window/place", " ".join(map(str, numbers)))
        self._keep("window/maximized", "true" if window.isMaximized() else "false")

    def place_window(self, window: QMainWindow) -> None:
        """Puts the window where it stood, brought back onto a screen where that one is gone."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setMinimumSize(_SMALLEST.boundedTo(screens[0].size()))
        window.setGeometry(clamped(self._place(screens[0]), screens))
        if self._number("window/version") == _VERSION and self._text("window/maximized") == "true":
            window.showMaximized()

    def _place(self, screen: QRect) -> QRect:
        if self._number("window/version") == _VERSION:
            try:
                x, y, width, height = map(int, self._text("window/place").split())
                return QRect(x, y, width, height)
            except ValueError:
                pass
        found = QRect(screen.topLeft(), _SIZE.boundedTo(screen.size()))
        found.moveCenter(screen.center())
        return found

    def _keep(self, key: str, value: str | int) -> None:
        self._store.setValue(key, value)
        self._store.sync()

    def _text(self, key: str) -> str:
        found = self._store.value(key, "")
        return found if isinstance(found, str) else str(found)

    def _number(self, key: str) -> int | None:
        found = self._text(key)
        return int(found) if found.isascii() and found.isdigit() else None


def clamped(wished: QRect, screens: Sequence[QRect]) -> QRect:
    """`wished` moved and shrunk until it lies on one screen: the one it overlaps most, else the first."""
    size = max(wished.width(), _SMALLEST.width()), max(wished.height(), _SMALLEST.height())

    def shared(screen: QRect) -> int:
        common = screen.intersected(QRect(wished.topLeft(), QSize(*size)))
        return common.width() * common.height() if common.isValid() else 0

    screen = max(screens, key=shared)
    width, height = min(size[0], screen.width()), min(size[1], screen.height())
    x = min(max(wished.x(), screen.x()), screen.x() + screen.width() - width)
    y = min(max(wished.y(), screen.y()), screen.y() + screen.height() - height)
    return QRect(x, y, width, height)
