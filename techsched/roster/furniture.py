"""What surrounds the table on every page: head, day names, legend, key of the districts, foot."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from techsched.model.sentence import sentence
from techsched.roster.bars import FAINT, FINE, GAP, SMALL
from techsched.roster.grid import Grid
from techsched.roster.legend import Legend
from techsched.roster.marks import ASCENT, BOLD, PITCH, POINT, Line, Mark
from techsched.roster.typeset import Setting, Typesetter, bold, regular
from techsched.roster.week import RosterWeek
from techsched.words import say

TITLE, DATES, DAY = 17.0, 11.0, 8.2
"""Points."""
RULE, HEAVY = 0.25, 0.5
LINE = PITCH * SMALL * POINT
"""Height of a line of small type."""
CODE = 8.4
"""Points of the version's code, which people read out and type."""
_ABOVE = 0.9
"""From a rule to the text under it."""
_PAGE_ROOM = 80.0
"""Kept free at the foot's right for code and page number."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The sheet's margins, in millimetres from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left


class Furniture:
    """Draws into `frame`. Whatever depends on what a page holds is asked for page by page."""

    def __init__(self, week: RosterWeek, frame: Frame, grid: Grid, setter: Typesetter) -> None:
        self.week = week
        self.frame = frame
        self.grid = grid
        self._setter = setter
        self._names = dict(week.districts)
        self._keys: dict[tuple[str, ...], Setting] = {}
        letters = "CEN" if "CEN" in self._names else next(iter(self._names), "")
        self._legend = Legend(letters, week.language, frame.width, setter)
        stamp = [bold(f"{week.title},"), regular(week.stamp)]
        self._stamp = setter.set(stamp, frame.width - _PAGE_ROOM, SMALL)

    def _say(self, key: str, **fields: str | int) -> str:
        return say(sentence(key, **fields), self.week.language)

    # head

    @cached_property
    def head(self) -> tuple[list[Mark], float]:
        """The week, its dates and the version, and where the page goes on below."""
        week, frame, setter = self.week, self.frame, self._setter
        title = setter.line(week.title, TITLE, BOLD, frame.left, frame.top)
        drop = _rise(TITLE, DATES)
        after = title.x + title.width + 3.2
        roster = self._say("paper.roster", city=week.city)
        needed = max(setter.width(roster, SMALL, BOLD), setter.width(week.stamp, SMALL))
        beside = frame.right - after - min(needed, frame.width / 3) - 6
        dates = setter.set([regular(week.dates)], beside, DATES)
        room = frame.right - after - dates.width - 6
        lines = [
            *setter.set([bold(roster)], room, SMALL).each(),
            *setter.set([regular(week.stamp)], room, SMALL).each(),
        ]
        marks: list[Mark] = [title, *setter.marks(dates, after, frame.top + drop)]
        for number, line in enumerate(lines):
            marks += setter.marks(line, frame.right - line.width, frame.top + 0.6 + number * LINE)
        bottom = frame.top + max(8.0, drop + dates.height + 1.2, 0.6 + len(lines) * LINE + 1.2)
        marks.append(Line(frame.left, bottom, frame.right, bottom, HEAVY))
        return marks, bottom

    @cached_property
    def day_names(self) -> tuple[list[Mark], float]:
        """The head of the table under that of the page, as high as its longest announcement asks."""
        setter, grid, top = self._setter, self.grid, self.head[1]
        marks: list[Mark] = []
        texts: list[tuple[float, float, list[Setting]]] = []
        label = setter.set([bold(self._say("paper.column_technician"))], grid.edges[0] - grid.left - GAP, SMALL)
        texts.append((grid.left, _rise(DAY, SMALL), [label]))
        for column, day in enumerate(self.week.days):
            room = grid.width(column, column) - 2 * GAP
            left = grid.edges[column] + GAP
            name = day.short if grid.narrow[column] else day.name
            size = SMALL if grid.narrow[column] else DAY
            shown = setter.set([bold(name)], room, size)
            notes = [setter.set([regular(note)], room, SMALL) for note in day.notes]
            if len(notes) == 1 and len(shown.lines) == 1 and len(notes[0].lines) == 1:
                named = shown.width + 2.2
                if named + notes[0].width <= room:
                    # beside the day's name, on its baseline
                    marks += setter.marks(notes[0], left + named, top + 1.3 + _rise(size, SMALL))
                    notes = []
            texts.append((left, _rise(DAY, size), [shown, *notes]))
        height = max(lower + sum(setting.height for setting in each) for _, lower, each in texts) + 2.6
        for left, lower, each in texts:
            at = top + 1.3 + lower
            for setting in each:
                marks += setter.marks(setting, left, at)
                at += setting.height
        bottom = top + height
        marks += self.uprights(top, bottom)
        marks.append(Line(self.frame.left, bottom, self.frame.right, bottom, RULE))
        return marks, bottom

    def uprights(self, top: float, bottom: float) -> list[Mark]:
        """The lines between the days."""
        return [Line(x, top, x, bottom, FINE, FAINT) for x in self.grid.edges]

    # foot

    def foot_height(self, tags: Collection[str] = (), legend: bool = True) -> float:
        """From the last line of the page's content to the bottom margin."""
        key = self._key(tags).height
        return _ABOVE + self._stamp.height + (_ABOVE + self._legend.height if legend else 0) + (key and key + 0.5)

    def foot(self, page: int, pages: int, tags: Collection[str], legend: bool = True) -> list[Mark]:
        """Legend, names of the districts in `tags`, version and page number."""
        setter, frame = self._setter, self.frame
        top = frame.bottom - self.foot_height(tags, legend)
        marks: list[Mark] = []
        if legend:
            marks.append(Line(frame.left, top, frame.right, top, RULE))
            marks += self._legend.marks(frame.left, top + _ABOVE)
            top += _ABOVE + self._legend.height
        key = self._key(tags)
        if key.lines:
            marks += setter.marks(key, frame.left, top)
            top += key.height + 0.5
        marks.append(Line(frame.left, top, frame.right, top, RULE))
        top += _ABOVE
        count = self._say("paper.page", page=page, pages=pages)
        x = frame.right - setter.width(count, SMALL, BOLD)
        marks.append(setter.line(count, SMALL, BOLD, x, top))
        if self.week.code:
            x -= setter.width(self.week.code, CODE, BOLD) + 3
            marks.append(setter.line(self.week.code, CODE, BOLD, x, top - _rise(CODE, SMALL)))
        return [*marks, *setter.marks(self._stamp, frame.left, top)]

    def _key(self, tags: Collection[str]) -> Setting:
        known = tuple(sorted(self._names.keys() & set(tags)))
        found = self._keys.get(known)
        if found is None:
            units = [f"{tag} {self._names[tag]}" for tag in known]
            found = self._keys[known] = self._setter.units(units, self.frame.width, SMALL)
        return found


def _rise(size: float, beside: float) -> float:
    """How much lower the baseline of `size` lies than that of `beside`, when both lines begin at the same height."""
    return (size - beside) * POINT * ASCENT
