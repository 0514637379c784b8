"""The legend: one sample of each way of drawing, with its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.sentence import sentence
from techsched.roster.bars import EDGE, OUTLINE, RADIUS, SMALL, TAG_HEIGHT, Tag
from techsched.roster.marks import BOLD, PITCH, POINT, REGULAR, Box, Mark
from techsched.roster.typeset import Typesetter
from techsched.words import say

_BOXES = ("on_site", "tentative", "away")
_KINDS = ("on_site", "district", "remote", "tentative", "away", "visit", "conflict")
_SAMPLE, _TO_TEXT, _APART = 5.4, 1.3, 4.4


class Legend:
    """Set once for all pages; `district` are the letters that stand for any district."""

    def __init__(self, district: str, language: str, width: float, setter: Typesetter) -> None:
        self._setter = setter
        self._language = language
        self._district = district
        self._lines: list[list[tuple[str, float]]] = [[]]
        x = 0.0
        for kind in _KINDS:
            if kind == "district" and not district:
                continue
            wide = self._sample_width(kind) + _TO_TEXT + setter.width(self._meaning(kind), SMALL)
            if x and x + wide > width:
                self._lines.append([])
                x = 0.0
            self._lines[-1].append((kind, x))
            x += wide + _APART

    @property
    def height(self) -> float:
        return len(self._lines) * _LINE

    def marks(self, left: float, top: float) -> Iterator[Mark]:
        for number, line in enumerate(self._lines):
            at = top + number * _LINE
            for kind, x in line:
                yield from self._sample(kind, left + x, at)
                x += self._sample_width(kind) + _TO_TEXT
                yield self._setter.line(self._meaning(kind), SMALL, REGULAR, left + x, at)

    def _meaning(self, kind: str) -> str:
        return say(sentence(f"paper.legend_{kind}"), self._language)

    def _tag(self, kind: str) -> Tag:
        if kind == "remote":
            return Tag.worded(say(sentence("paper.remote"), self._language), True, self._setter)
        return Tag.worded(self._district, False, self._setter)

    def _sample_width(self, kind: str) -> float:
        if kind in _BOXES:
            return _SAMPLE
        if kind in ("district", "remote"):
            return self._tag(kind).width
        return self._setter.width(_TEXTS[kind], SMALL, BOLD)

    def _sample(self, kind: str, x: float, top: float) -> Iterator[Mark]:
        if kind in _BOXES:
            high = TAG_HEIGHT - 0.2
            yield Box(x, top + 0.1, _SAMPLE, high, 1.0, OUTLINE, kind == "tentative", kind == "away", RADIUS)
            if kind == "on_site":
                yield Box(x, top + 0.1, EDGE, high, fill=0.0)
        elif kind in ("district", "remote"):
            tag = self._tag(kind)
            yield from tag.marks(x + tag.width, top, self._setter)
        else:
            yield self._setter.line(_TEXTS[kind], SMALL, BOLD, x, top)


_TEXTS = {"visit": "09:00", "conflict": "!"}
_LINE = PITCH * SMALL * POINT + 0.6
