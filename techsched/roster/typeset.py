"""Setting type: words into lines of a width, whole or broken, and lines into marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from techsched.roster.marks import ASCENT, BOLD, PITCH, POINT, REGULAR, Mark, Measure, Text

LONGEST = 400
"""Characters of one text that are set; far beyond any name, it keeps a pasted book from filling the wall."""
Run = tuple[str, int]
"""A text and its weight."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of runs, all of one size."""

    lines: tuple[tuple[Run, ...], ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.pitch

    @property
    def pitch(self) -> float:
        return PITCH * self.size * POINT


class Typesetter:
    """Measures through `measure`, and remembers: names and hours come again and again."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[tuple[str, float, int], float] = {}

    def width(self, text: str, size: float, weight: int = REGULAR) -> float:
        key = (text, size, weight)
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self._measure(text, size, weight)
        return found

    def runs_width(self, runs: Sequence[Run], size: float) -> float:
        space = self.width(" ", size)
        return sum(self.width(text, size, weight) for text, weight in runs) + space * max(0, len(runs) - 1)

    def set(self, runs: Iterable[Run], width: float, size: float, beside: float = 0.0) -> Setting:
        """Words broken between blanks, and a word longer than the width wherever it must be.

        `beside` is what something else takes of the first line.
        """
        lines: list[list[Run]] = [[]]
        for text, weight in runs:
            joined = False
            for word in _shortened(text).split():
                for number, piece in enumerate(self._pieces(word, width - beside, size, weight)):
                    line = lines[-1]
                    if line and joined:
                        longer = [*line[:-1], (f"{line[-1][0]} {piece}", weight)]
                    else:
                        longer = [*line, (piece, weight)]
                    room = width - beside if len(lines) == 1 else width
                    if not line or (number == 0 and self.runs_width(longer, size) <= room):
                        lines[-1] = longer
                    else:
                        lines.append([(piece, weight)])
                    joined = True
        return Setting(tuple(tuple(line) for line in lines if line), size)

    def _pieces(self, word: str, width: float, size: float, weight: int) -> list[str]:
        if self.width(word, size, weight) <= width:
            return [word]
        found: list[str] = []
        while word:
            count = len(word)
            while count > 1 and self.width(word[:count], size, weight) > width:
                count = max(1, min(count - 1, int(count * width / self.width(word[:count], size, weight)) + 1))
            found.append(word[:count])
            word = word[count:]
        return found

    def units(self, units: Sequence[str], width: float, size: float) -> Setting:
        """Texts that stay whole, with commas between them."""
        lines: list[str] = []
        for place, unit in enumerate(units):
            told = unit if place == len(units) - 1 else f"{unit},"
            if lines and self.width(f"{lines[-1]} {told}", size) <= width:
                lines[-1] = f"{lines[-1]} {told}"
            else:
                lines.append(told)
        return Setting(tuple(((line, REGULAR),) for line in lines), size)

    def marks(self, setting: Setting, x: float, top: float, white: bool = False) -> list[Mark]:
        found: list[Mark] = []
        space = self.width(" ", setting.size)
        for number, line in enumerate(setting.lines):
            baseline = top + number * setting.pitch + ASCENT * setting.size * POINT
            at = x
            for text, weight in line:
                width = self.width(text, setting.size, weight)
                found.append(Text(at, baseline, text, setting.size, weight, width, white))
                at += width + space
        return found

    def line(self, text: str, size: float, weight: int, x: float, top: float, white: bool = False) -> Text:
        """One line, whatever its width."""
        width = self.width(text, size, weight)
        return Text(x, top + ASCENT * size * POINT, text, size, weight, width, white)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def regular(text: str) -> Run:
    return text, REGULAR


def bold(text: str) -> Run:
    return text, BOLD
