"""Colours and line widths by role, and which theme is in force.

The values stand in `resources/themes/*.json`; no other file of `ui` names a colour.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from techsched.assets import resource

NAMES = ("light", "dark", "contrast")
KINDS = ("indefinite", "month", "week", "day", "cover")
"""What a bar can be. A holiday-cover engagement and a cover of our own absences are both "cover"."""


class Appearance(StrEnum):
    """What a person chooses; `SYSTEM` follows the desktop's scheme and its wish for more contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class KindPaint:
    """`fill` under white text when on site; `tint` under `ink` when remote, tentative or done."""

    fill: QColor
    tint: QColor
    ink: QColor


@dataclass(frozen=True, slots=True)
class Lines:
    """Widths in device-independent pixels.

    control: outline of inputs, chips and buttons; outline: of remote and tentative bars; stripe: of the hatch of
    an absence; travel: of the line before an arrival; conflict, selection: of the rings round a bar.
    """

    control: int
    outline: int
    stripe: int
    travel: int
    conflict: int
    selection: int


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One theme, loaded once, so that `is` compares and `name` keys a cache.

    `washes` False: no tints and soft fills, everything is told by outlines.
    """

    name: str
    dark: bool
    washes: bool
    lines: Lines
    _colors: Mapping[str, QColor]
    _kinds: Mapping[str, KindPaint]

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """A colour of its own, free to be changed; `alpha` multiplies its opacity. Raises KeyError for no role."""
        found = QColor(self._colors[role])
        if alpha != 1.0:
            found.setAlphaF(found.alphaF() * alpha)
        return found

    def kind(self, kind: str) -> KindPaint:
        """Raises KeyError for anything outside `KINDS`."""
        return self._kinds[kind]

    def css(self, role: str) -> str:
        """The role as a style sheet writes it, opacity included."""
        return self._colors[role].name(QColor.NameFormat.HexArgb)

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(self._colors)


@lru_cache(maxsize=len(NAMES))
def load(name: str) -> Theme:
    """One of `NAMES`. Raises FileNotFoundError otherwise."""
    read: dict[str, Any] = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    kinds = {
        kind: KindPaint(*(QColor(read["kinds"][kind][part]) for part in ("fill", "tint", "ink"))) for kind in KINDS
    }
    return Theme(
        name,
        read["dark"],
        read["washes"],
        Lines(**read["lines"]),
        MappingProxyType({role: QColor(value) for role, value in read["colors"].items()}),
        MappingProxyType(kinds),
    )


class Choice(QObject):
    """Keeps the chosen appearance and the theme it leads to.

    Painted widgets read `current()` at each paint; whoever keeps pixmaps or brushes listens to `changed(Theme)`.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.appearance = Appearance.SYSTEM
        self.theme = load("light")
        self._follows = False

    def choose(self, appearance: Appearance) -> None:
        """Takes effect at once, title bars and native dialogs of the system included."""
        self.appearance = appearance
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            self._follow()
            app.styleHints().setColorScheme(_SCHEMES[appearance])
        self._take()

    def _follow(self) -> None:
        if not self._follows:
            self._follows = True
            hints = QGuiApplication.styleHints()
            hints.colorSchemeChanged.connect(self._take)
            # Qt learnt of the wish for more contrast in 6.10
            accessibility = getattr(hints, "accessibility", None)
            if accessibility is not None:
                accessibility().contrastPreferenceChanged.connect(self._take)

    def _take(self) -> None:
        name = self.appearance.value if self.appearance is not Appearance.SYSTEM else _system()
        found = load(name)
        if found is not self.theme:
            self.theme = found
            self.changed.emit(found)


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
    Appearance.CONTRAST: Qt.ColorScheme.Light,
}


def _system() -> str:
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None and accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


choice = Choice()


def current() -> Theme:
    return choice.theme
