"""Inter in the sizes of the type scale, for the screen and for paper."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

PERCENTS = (90, 100, 115, 130)
_SHEET_FONT = "_q_styleSheetWidgetFont"
SMALLEST = 11
"""No text on the screen is smaller, whatever the text size."""


@dataclass(frozen=True, slots=True)
class Face:
    """One line of the type scale at 100 %: pixels of the type, pixels of its line, usual weight."""

    size: int
    line: int
    weight: int


FACES = {
    "meta": Face(11, 14, 400),
    "small": Face(12, 16, 400),
    "body": Face(13, 18, 400),
    "title": Face(15, 20, 600),
    "page": Face(20, 28, 600),
    "display": Face(28, 36, 600),
}


class TextSize(QObject):
    """The text size setting, in percent; rows, buttons and inputs scale with it."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.percent = 100

    def choose(self, percent: int) -> None:
        """Raises ValueError for anything outside `PERCENTS`."""
        if percent not in PERCENTS:
            raise ValueError(f"text size is one of {PERCENTS}, not {percent}")
        if percent != self.percent:
            self.percent = percent
            redress()
            self.changed.emit(percent)


text_size = TextSize()


def scaled(pixels: float) -> int:
    """Pixels at 100 % as whole pixels at the chosen text size."""
    return int(pixels * text_size.percent / 100 + 0.5)


def line(face: str) -> int:
    """Height of a line of text in pixels; layouts use it instead of asking one font's metrics."""
    return scaled(FACES[face].line)


def font(face: str, weight: int | None = None) -> QFont:
    """A face of the scale for the screen: tabular figures, the colon of a time left alone, a one-storey a.

    `weight` is 400 to 700; None is the face's own. Raises KeyError for no face.
    """
    kind = FACES[face]
    size = max(SMALLEST, scaled(kind.size))
    made = _inter(size, weight or kind.weight)
    for tag, on in (("tnum", 1), ("calt", 0), ("cv11", 1)):
        made.setFeature(QFont.Tag(tag), on)
    if kind.size >= FACES["page"].size:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -size / 100)
    return made


def paper(pixels: float, weight: int = 400) -> QFont:
    """Inter for a PDF or printer, in pixels of that device.

    Without figures and letters put in by features: those have no character of their own, and text copied from or
    searched in a PDF would lack them.
    """
    made = _inter(round(pixels), weight)
    made.setFeature(QFont.Tag("calt"), 0)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def dress(widget: QWidget, face: str, weight: int | None = None) -> None:
    """Gives a widget a face and keeps it at the chosen text size from then on."""
    widget.setProperty("face", face)
    widget.setProperty("weight", weight)
    _wear(widget, font(face, weight))


def _wear(widget: QWidget, made: QFont) -> None:
    widget.setFont(made)
    # A style sheet keeps the font that a widget had when it was first shown, and puts that one back whenever the sheet
    # or the parent changes; Qt tells it of a later font only where the sheet is the widget's own.
    if widget.property(_SHEET_FONT) is not None:
        widget.setProperty(_SHEET_FONT, made)


def redress() -> None:
    """Sets the face of every dressed widget anew, at the text size that is chosen now."""
    if QApplication.instance() is not None:
        for widget in QApplication.allWidgets():
            face = widget.property("face")
            if face:
                _wear(widget, font(face, widget.property("weight")))


def _inter(pixels: int, weight: int) -> QFont:
    family = _family()
    if family is None:
        made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        made.setWeight(QFont.Weight(weight))
    else:
        made = QFont(family)
        # The axes carry the weight. A weight in the request as well would be thickened once more, by Qt.
        made.setVariableAxis(QFont.Tag("wght"), weight)
        made.setVariableAxis(QFont.Tag("opsz"), min(max(pixels, 14), 32))
    made.setPixelSize(pixels)
    return made


@lru_cache(maxsize=1)
def _family() -> str | None:
    """Inter's family name once its file is loaded; None where it cannot be, and the system's font serves."""
    found = importlib.util.find_spec("fontpkg_inter")
    if found is None or found.origin is None:
        return None
    files = Path(found.origin).parent / "files"
    for file in files.glob("Inter[[]*.ttf"):
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
        if families:
            return families[0]
    return None
