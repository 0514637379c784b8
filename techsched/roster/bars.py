"""How items are drawn: bars over days, lines in a day, and single words; each knows the height it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from techsched.roster.entries import Item, Shape
from techsched.roster.marks import BOLD, POINT, Box, Mark
from techsched.roster.typeset import Setting, Typesetter, bold, regular

SMALL = 7.0
"""Points: nothing on an A4 sheet is smaller."""
NAME = 7.4
FINE, OUTLINE, EDGE = 0.13, 0.22, 0.9
"""Thickness of hairlines, of outlines, and of the left edge that says on site."""
FAINT = 0.55
"""Shade of hairlines: they guide the eye and say nothing, so that a printer may break them into dots."""
RADIUS = 0.5
TAG_PAD, TAG_HEIGHT = 0.8, 2.85
BAR_LEFT, BAR_RIGHT = 2.0, 1.1
GAP = 0.9
_BETWEEN, _BOXED = 0.2, 0.4
"""Between the lines of a day, and around a line that has a box."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Millimetres: `inset` from a row's line to a bar's outline, `pad` from there to its text."""

    inset: float
    pad: float


SPACINGS = (Spacing(0.55, 0.4), Spacing(0.45, 0.3), Spacing(0.35, 0.2))
"""From roomy to tight."""


@dataclass(frozen=True, slots=True)
class Tag:
    """District letters in inverse, or an outlined word for remote work."""

    text: str
    outlined: bool
    width: float

    @classmethod
    def worded(cls, text: str, outlined: bool, setter: Typesetter) -> Tag:
        return cls(text, outlined, setter.width(text, SMALL, BOLD) + 2 * TAG_PAD)

    @classmethod
    def of(cls, item: Item, setter: Typesetter) -> Tag | None:
        return cls.worded(item.tag, item.remote, setter) if item.tag else None

    def marks(self, right: float, top: float, setter: Typesetter) -> Iterator[Mark]:
        x = right - self.width
        if self.outlined:
            yield Box(x, top, self.width, TAG_HEIGHT, fill=1.0, outline=OUTLINE, radius=RADIUS)
        else:
            yield Box(x, top, self.width, TAG_HEIGHT, fill=0.0, radius=RADIUS)
        rise = (TAG_HEIGHT - SMALL * POINT) / 2 - 0.11 * SMALL * POINT
        yield setter.line(self.text, SMALL, BOLD, x + TAG_PAD, top + rise, white=not self.outlined)


class Bar:
    """One item over one or more days, in a box."""

    def __init__(self, item: Item, width: float, spacing: Spacing, setter: Typesetter) -> None:
        self.item = item
        self.spacing = spacing
        self._setter = setter
        tag = Tag.of(item, setter)
        inside = width - 2 * spacing.inset - BAR_LEFT - BAR_RIGHT
        if tag is not None and tag.width > inside / 2:
            # a long place name would push the client into a column of letters
            item, tag = _without_tag(item), None
        self.tag = tag
        room = inside - (tag.width + GAP if tag is not None else 0)
        head = f"! {item.head}" if item.conflict else item.head
        self.head = setter.set([bold(head)], room, NAME)
        self.below = _shortest(setter, item, room)

    @property
    def items(self) -> tuple[Item, ...]:
        return (self.item,)

    @property
    def height(self) -> float:
        text = self.head.height + self.below.height
        return max(text, TAG_HEIGHT) + 2 * (self.spacing.inset + self.spacing.pad)

    def marks(self, x: float, y: float, width: float, height: float) -> Iterator[Mark]:
        item, inset = self.item, self.spacing.inset
        left, top, wide, high = x + inset, y + inset, width - 2 * inset, height - 2 * inset
        hatched = item.shape in (Shape.AWAY, Shape.CLOSED)
        yield Box(left, top, wide, high, 1.0, OUTLINE, item.tentative, hatched, RADIUS)
        if item.shape is Shape.WORK and not item.remote:
            yield Box(left, top, EDGE, high, fill=0.0)
        text = self.head.height + self.below.height
        at = top + (high - text) / 2
        if hatched:
            patch = max(self.head.width, self.below.width) + 2 * TAG_PAD
            yield Box(left + BAR_LEFT - TAG_PAD, at, min(patch, wide - BAR_LEFT), text, fill=1.0)
        yield from self._setter.marks(self.head, left + BAR_LEFT, at)
        yield from self._setter.marks(self.below, left + BAR_LEFT, at + self.head.height)
        if self.tag is not None:
            yield from self.tag.marks(left + wide - BAR_RIGHT, top + (high - TAG_HEIGHT) / 2, self._setter)


class Entry:
    """One item in a day with lines: arrival or hours, client, tag."""

    def __init__(self, item: Item, width: float, setter: Typesetter) -> None:
        self.item = item
        self._setter = setter
        tag = Tag.of(item, setter)
        inside = width - 2 * GAP
        if tag is not None and tag.width > inside * 0.4:
            item, tag = _without_tag(item), None
        self.tag = tag
        beside = tag.width + GAP if tag is not None else 0.0
        lead = [bold(item.brief)] if item.brief else []
        if item.conflict:
            lead.append(bold("!"))
        words = ", ".join(filter(None, (item.head, item.covers)))
        self.boxed = item.tentative or item.shape is Shape.AWAY
        self.lead = setter.set(lead, inside - beside, SMALL)
        self.indent = self.lead.width + setter.width(" ", SMALL) if lead else 0.0
        if self.indent > (inside - beside) / 2:
            # hours so long that the client goes on behind them
            self.lead, self.indent = Setting((), SMALL), 0.0
            self.words = setter.set([*lead, regular(words)], inside, SMALL, beside)
        else:
            self.words = setter.set([regular(words)], inside - self.indent, SMALL, beside)
        self._pad = _BOXED if self.boxed else 0.0

    @property
    def height(self) -> float:
        return max(self.words.height, TAG_HEIGHT) + 2 * self._pad + _BETWEEN

    def marks(self, x: float, y: float, width: float) -> Iterator[Mark]:
        left, top = x + GAP, y + self._pad
        if self.boxed:
            wide, high, away = width - 2 * GAP / 3, self.height - _BETWEEN, self.item.shape is Shape.AWAY
            yield Box(x + GAP / 3, y, wide, high, 1.0, OUTLINE, self.item.tentative, away, RADIUS)
            if away:
                text = self.indent + self.words.width
                yield Box(left - 0.2, top, text + 0.6, high - 2 * self._pad, fill=1.0)
        yield from self._setter.marks(self.lead, left, top)
        yield from self._setter.marks(self.words, left + self.indent, top)
        if self.tag is not None:
            yield from self.tag.marks(x + width - GAP, top + 0.05, self._setter)


class Stack:
    """The lines of a day that holds visits, or several things; in order of time."""

    def __init__(self, items: Sequence[Item], width: float, spacing: Spacing, setter: Typesetter) -> None:
        self.items = tuple(items)
        self.spacing = spacing
        self._entries = [Entry(item, width, setter) for item in items]

    @property
    def height(self) -> float:
        return self.heights + 2 * (self.spacing.inset + self.spacing.pad)

    @property
    def heights(self) -> float:
        return sum(entry.height for entry in self._entries)

    def marks(self, x: float, y: float, width: float, height: float) -> Iterator[Mark]:
        at = y + (height - self.heights) / 2
        for entry in self._entries:
            yield from entry.marks(x, at, width)
            at += entry.height


class Word:
    """Free, off, holiday: nothing around it; in the middle of a narrow column."""

    def __init__(self, item: Item, width: float, spacing: Spacing, setter: Typesetter, centred: bool) -> None:
        self.items = (item,)
        self.spacing = spacing
        self._setter = setter
        self._centred = centred
        self._text = setter.set([regular(item.head)], width - 2 * GAP, SMALL)

    @property
    def height(self) -> float:
        return self._text.height + 2 * (self.spacing.inset + self.spacing.pad)

    def marks(self, x: float, y: float, width: float, height: float) -> Iterator[Mark]:
        at = y + (height - self._text.height) / 2
        for line in self._text.each():
            left = x + (width - line.width) / 2 if self._centred else x + GAP
            yield from self._setter.marks(line, left, at)
            at += line.height


Cell = Bar | Stack | Word


def cell_of(items: Sequence[Item], width: float, spacing: Spacing, setter: Typesetter, narrow: bool) -> Cell:
    """What to draw for the items of one column or of one bar."""
    if len(items) == 1 and items[0].shape is Shape.WORD:
        return Word(items[0], width, spacing, setter, narrow)
    if len(items) == 1 and items[0].shape is not Shape.VISIT:
        return Bar(items[0], width, spacing, setter)
    return Stack(items, width, spacing, setter)


def _without_tag(item: Item) -> Item:
    return replace(item, head=f"{item.head}, {item.tag}", tag="")


def _shortest(setter: Typesetter, item: Item, room: float) -> Setting:
    """Hours and detail in as few lines as may be: whole hours are cut to '09–18' only to save a line."""
    told = [
        ", ".join(filter(None, (hours, item.detail, item.covers))) for hours in dict.fromkeys((item.hours, item.brief))
    ]
    settings = [setter.set([regular(text)], room, SMALL) for text in told]
    return min(settings, key=lambda setting: len(setting.lines))
