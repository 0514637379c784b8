"""Phosphor icons, painted in any colour from the font in qtawesome's folder; qtawesome itself is not imported."""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from ui import theme

_FILES = ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json")
_RATIOS = (1.0, 2.0)


def has(name: str) -> bool:
    """'umbrella', 'umbrella-fill', 'check-bold': regular has no ending."""
    return name in _charmap()


def pixmap(name: str, size: int, color: QColor, ratio: float | None = None) -> QPixmap:
    """The icon in a square of `size` device-independent pixels; `ratio` None is the screen's own.

    Raises KeyError for a name that the font does not have.
    """
    if ratio is None:
        ratio = _screen_ratio()
    return _drawn(name, size, color.rgba(), ratio)


def icon(name: str, size: int, role: str = "ink2", disabled: str = "disabled") -> QIcon:
    """In the current theme's colours; ask again when the theme changes."""
    made = QIcon()
    for mode, told in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, disabled)):
        for ratio in _RATIOS:
            made.addPixmap(pixmap(name, size, theme.current().color(told), ratio), mode)
    return made


def _screen_ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


@lru_cache(maxsize=1024)
def _drawn(name: str, size: int, rgba: int, ratio: float) -> QPixmap:
    glyph = _charmap()[name]
    found = QPixmap(round(size * ratio), round(size * ratio))
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor.fromRgba(rgba))
    painter.setFont(_font(size))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, glyph)
    painter.end()
    return found


def _folder() -> Path:
    found = importlib.util.find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("the icon font of qtawesome")
    return Path(found.origin).parent / "fonts"


@lru_cache(maxsize=1)
def _charmap() -> dict[str, str]:
    read: dict[str, str] = json.loads((_folder() / _FILES[1]).read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in read.items()}


@lru_cache(maxsize=1)
def _family() -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_folder() / _FILES[0])))
    return families[0]


def _font(size: int) -> QFont:
    made = QFont(_family())
    made.setPixelSize(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
