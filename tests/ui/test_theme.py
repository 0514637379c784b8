from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import KINDS, NAMES, Appearance, Theme

UI = Path(theme.__file__).parent

GROUNDS = {
    "ink": (
        "surface",
        "window",
        "sunken",
        "raised",
        "hover",
        "selected",
        "accentsoft",
        "goodsoft",
        "warnsoft",
        "badsoft",
    ),
    "ink2": (
        "surface",
        "window",
        "sunken",
        "raised",
        "hover",
        "selected",
        "goodsoft",
        "warnsoft",
        "leavebg",
        "holiday",
    ),
    "ink3": ("surface", "window", "sunken", "raised", "hover", "holiday"),
    "accent": ("surface", "window", "sunken", "raised", "accentsoft", "selected"),
    "onaccent": ("accent",),
    "good": ("surface", "goodsoft"),
    "warn": ("surface", "warnsoft"),
    "bad": ("surface", "badsoft", "sunken"),
    "onbad": ("bad",),
    "holidayink": ("holiday",),
    "leaveink": ("leavebg",),
    "onvisit": ("visit",),
    "vc": ("visit",),
    "vh": ("visit",),
    "tagink": ("tag",),
}
"""Ink role: the grounds it is written on."""


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2: (lighter + 0.05) / (darker + 0.05) of relative luminance."""
    lights = sorted(
        0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
        for color in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_black_on_white_measures_21() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read_on_each_of_its_grounds(name: str) -> None:
    shown = theme.load(name)
    for ink, grounds in GROUNDS.items():
        for ground in grounds:
            measured = contrast(shown.color(ink), shown.color(ground))
            assert measured >= 4.5, f"{ink} on {ground} is {measured:.2f}"


@pytest.mark.parametrize("name", NAMES)
def test_a_bar_can_be_read_solid_tinted_and_bare(name: str) -> None:
    shown = theme.load(name)
    for kind in KINDS:
        paint = shown.kind(kind)
        assert contrast(shown.color("onkind"), paint.fill) >= 4.5, kind
        assert contrast(paint.ink, paint.tint) >= 4.5, kind
        assert contrast(paint.ink, shown.color("surface")) >= 4.5, kind


@pytest.mark.parametrize("name", NAMES)
def test_what_must_be_seen_to_be_used_has_three_to_one(name: str) -> None:
    shown = theme.load(name)
    for ground in ("surface", "sunken", "raised"):
        assert contrast(shown.color("ctl"), shown.color(ground)) >= 3
        assert contrast(shown.color("accent"), shown.color(ground)) >= 3


def test_high_contrast_has_no_washes_and_heavier_lines() -> None:
    plain, heavy = theme.load("light"), theme.load("contrast")
    white = heavy.color("surface")
    for role in ("accentsoft", "goodsoft", "warnsoft", "badsoft", "selected", "leavebg", "holiday"):
        assert heavy.color(role) == white, role
    assert all(heavy.kind(kind).tint == white for kind in KINDS)
    assert heavy.lines.outline > plain.lines.outline
    assert heavy.lines.conflict > plain.lines.conflict
    assert heavy.lines.selection > plain.lines.selection
    for kind in KINDS:
        assert contrast(heavy.kind(kind).fill, white) > contrast(plain.kind(kind).fill, white), kind


def test_all_themes_have_the_same_roles() -> None:
    assert len({theme.load(name).roles for name in NAMES}) == 1


def test_only_the_theme_names_a_colour() -> None:
    literal = re.compile(
        r"""["'\s:]\#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\b  # a hex colour
        | QColor\(\s*["'\d]  # a name, or channels
        """,
        re.VERBOSE,
    )
    for path in UI.rglob("*.py"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not literal.search(line), f"{path.relative_to(UI)}:{number}: {line.strip()}"


def test_a_colour_handed_out_can_be_changed_without_harm() -> None:
    shown = theme.load("light")
    shown.color("ink").setAlpha(0)
    assert shown.color("ink").alpha() == 255
    assert shown.color("veil", 0.5).alphaF() == pytest.approx(shown.color("veil").alphaF() / 2, abs=0.01)
    with pytest.raises(KeyError):
        shown.color("mauve")


def test_choosing_dark_tells_once_and_is_current(qtbot: QtBot) -> None:
    told: list[Theme] = []
    theme.choice.changed.connect(told.append)
    theme.choice.choose(Appearance.DARK)
    theme.choice.choose(Appearance.DARK)
    theme.choice.changed.disconnect(told.append)
    assert told == [theme.load("dark")]
    assert theme.current() is theme.load("dark")


def test_system_follows_the_desktop(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    scheme = ["dark"]
    monkeypatch.setattr(theme, "_system", lambda: scheme[0])
    theme.choice.choose(Appearance.SYSTEM)
    assert theme.current().name == "dark"
    scheme[0] = "light"
    from PySide6.QtGui import QGuiApplication

    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert theme.current().name == "light"


def test_a_chosen_theme_does_not_follow_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtGui import QGuiApplication

    theme.choice.choose(Appearance.CONTRAST)
    monkeypatch.setattr(theme, "_system", lambda: "dark")
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert theme.current().name == "contrast"
