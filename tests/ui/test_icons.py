from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon

from ui import icons, theme
from ui.theme import Appearance

DESIGNED = """
rows calendar-blank map-trifold umbrella printer users-three buildings chart-bar gear
rows-fill calendar-blank-fill map-trifold-fill umbrella-fill printer-fill users-three-fill buildings-fill
chart-bar-fill gear-fill briefcase briefcase-fill
check-circle-fill warning-fill warning-circle-fill prohibit clock-fill
desktop map-pin house-line train-simple airplane-tilt thermometer graduation-cap flag tray swap magic-wand
arrow-u-up-left arrow-u-up-right chat-dots-fill hourglass shield phone-call fork-knife
check check-bold caret-left-bold caret-right-bold caret-down-bold caret-up-bold plus-bold minus-bold x
""".split()
MISSING = "seal-check certificate kanban subway island sidebar-simple list-checks clock-countdown user-switch".split()
CHECKOUT = Path(icons.__file__).parents[1]


@pytest.mark.parametrize("name", DESIGNED)
def test_every_icon_of_the_design_is_in_the_font_and_draws_something(name: str) -> None:
    ink = QColor(200, 0, 0)
    drawn = icons.pixmap(name, 16, ink, 1.0).toImage()
    assert any(drawn.pixelColor(x, y).alpha() > 96 for x in range(16) for y in range(16))


def test_the_test_would_notice_a_missing_one() -> None:
    assert not any(icons.has(name) for name in MISSING)
    with pytest.raises(KeyError):
        icons.pixmap("kanban", 16, QColor(0, 0, 0))


def test_a_pixmap_is_sharp_on_a_dense_screen_and_made_once() -> None:
    ink = theme.current().color("ink")
    drawn = icons.pixmap("umbrella", 22, ink, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (44, 2.0)
    assert icons.pixmap("umbrella", 22, ink, 2.0).cacheKey() == drawn.cacheKey()
    assert icons.pixmap("umbrella", 22, theme.current().color("bad"), 2.0).cacheKey() != drawn.cacheKey()


def test_an_icon_wears_the_theme_and_pales_when_disabled() -> None:
    def strongest(mode: QIcon.Mode) -> QColor:
        image = icons.icon("check-circle-fill", 16, "accent").pixmap(16, mode).toImage()
        colors = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return max(colors, key=QColor.alpha)

    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme.choice.choose(appearance)
        shown = theme.current()
        assert strongest(QIcon.Mode.Normal).rgb() == shown.color("accent").rgb()
        assert strongest(QIcon.Mode.Disabled).rgb() == shown.color("disabled").rgb()


def test_qtawesome_is_read_but_not_imported() -> None:
    script = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from PySide6.QtGui import QColor\nfrom PySide6.QtWidgets import QApplication\napp = QApplication([])\n"
        "from ui import icons\nicons.pixmap('rows', 16, QColor(0, 0, 0))\n"
        "print(*[name for name in sys.modules if name.partition('.')[0] in ('qtawesome', 'qtpy', 'fontpkg_inter')])"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == ""
