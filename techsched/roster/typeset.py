"""Setting type: words into lines of a width, whole or broken, and lines into marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from techsched.roster.marks import ASCENT, BOLD, PITCH, POINT, REGULAR, Mark, Measure, Text

LONGEST = 400
"""Characters of one text that are set; far beyond any name, it keeps a pasted book from filling the wall."""
Run = tuple[str, int]
"""A text and its weight."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one weight in a row, `x` millimetres from the line's start."""

    x: float
    text: str
    weight: int
    width: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines, all of one size."""

    lines: tuple[tuple[Piece, ...], ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.pitch

    @property
    def pitch(self) -> float:
        return PITCH * self.size * POINT

    @property
    def width(self) -> float:
        """Of the longest line."""
        return max((line[-1].x + line[-1].width for line in self.lines), default=0.0)

    def each(self) -> Iterator[Setting]:
        """The lines one by one."""
        return (Setting((line,), self.size) for line in self.lines)


class Typesetter:
    """Measures through `measure`, and remembers: names, hours and addresses come again and again."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._widths: dict[tuple[str, float, int], float] = {}
        self._settings: dict[tuple[tuple[Run, ...], float, float, float], Setting] = {}

    def width(self, text: str, size: float, weight: int = REGULAR) -> float:
        """Of a text with its blanks, word by word: there are far fewer words than texts."""
        words = text.split(" ")
        if len(words) == 1:
            return self._word(text, size, weight)
        space = self._word(" ", size, weight)
        return sum(self._word(word, size, weight) for word in words if word) + space * (len(words) - 1)

    def _word(self, word: str, size: float, weight: int) -> float:
        key = (word, size, weight)
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self._measure(word, size, weight)
        return found

    def set(self, runs: Iterable[Run], width: float, size: float, beside: float = 0.0) -> Setting:
        """Words broken between blanks, and a word longer than the width wherever it must be.

        `beside` is what something else takes of the first line.
        """
        key = (tuple(runs), width, size, beside)
        found = self._settings.get(key)
        if found is None:
            found = self._settings[key] = self._broken(*key)
        return found

    def _broken(self, runs: tuple[Run, ...], width: float, size: float, beside: float) -> Setting:
        lines: list[tuple[Piece, ...]] = []
        line: list[Piece] = []
        room = width - beside
        used = 0.0
        for text, weight in runs:
            space = self._word(" ", size, weight)
            words: list[str] = []
            start = used
            for word in _shortened(text).split():
                wide = self._word(word, size, weight)
                before = space if words or line else 0.0
                if (words or line) and used + before + wide > room:
                    if words:
                        line.append(Piece(start, " ".join(words), weight, used - start))
                    lines.append(tuple(line))
                    line, words, used, before, room = [], [], 0.0, 0.0, width
                if wide > room:
                    *whole, word = self._pieces(word, width - beside, size, weight)
                    lines.extend((Piece(0.0, each, weight, self._word(each, size, weight)),) for each in whole)
                    wide, room = self._word(word, size, weight), width
                if not words:
                    start = used + before
                words.append(word)
                used += before + wide
            if words:
                line.append(Piece(start, " ".join(words), weight, used - start))
        if line:
            lines.append(tuple(line))
        return Setting(tuple(lines), size)

    def _pieces(self, word: str, width: float, size: float, weight: int) -> list[str]:
        """A word that is too long in pieces that are not."""
        found: list[str] = []
        while word:
            count = len(word)
            while count > 1 and self._measure(word[:count], size, weight) > width:
                count = max(1, min(count - 1, int(count * width / self._measure(word[:count], size, weight)) + 1))
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
        return Setting(tuple((Piece(0.0, line, REGULAR, self.width(line, size)),) for line in lines), size)

    def marks(self, setting: Setting, x: float, top: float, white: bool = False) -> list[Mark]:
        found: list[Mark] = []
        size, pitch = setting.size, setting.pitch
        baseline = top + ASCENT * size * POINT
        for line in setting.lines:
            for piece in line:
                found.append(Text(x + piece.x, baseline, piece.text, size, piece.weight, piece.width, white))
            baseline += pitch
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
