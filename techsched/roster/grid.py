"""The columns of a sheet: names at the left, then Monday to Sunday; idle weekend days narrow."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.roster.bars import GAP, SMALL
from techsched.roster.entries import Shape
from techsched.roster.marks import BOLD
from techsched.roster.typeset import Typesetter
from techsched.roster.week import RosterWeek

NAMES = 36.6
NARROWEST = 10.4
NOTED = 20.0
"""Width of a narrow day whose head has something to announce."""


@dataclass(frozen=True, slots=True)
class Grid:
    """`edges[c]` to `edges[c + 1]` is the column of day `c`; `left` to `edges[0]` holds the names."""

    left: float
    edges: tuple[float, ...]
    narrow: tuple[bool, ...]

    @property
    def right(self) -> float:
        return self.edges[-1]

    def width(self, first: int, last: int) -> float:
        return self.edges[last + 1] - self.edges[first]


def grid_of(week: RosterWeek, left: float, right: float, setter: Typesetter) -> Grid:
    narrow = tuple(day.weekend and not day.worked for day in week.days)
    widths = [0.0] * 7
    for column, day in enumerate(week.days):
        if narrow[column]:
            words = [day.short.split(" ")[0], *_words(week, column)]
            needed = max(setter.width(word, SMALL, BOLD) for word in words) + 2 * GAP + 0.2
            widths[column] = max(needed, NOTED if day.notes else NARROWEST)
    rest = right - left - NAMES - sum(widths)
    wide = rest / narrow.count(False)
    edges = [left + NAMES]
    for column in range(7):
        edges.append(edges[-1] + (widths[column] or wide))
    return Grid(left, tuple(edges), narrow)


def _words(week: RosterWeek, column: int) -> set[str]:
    """What stands in single words in the column."""
    return {
        item.head
        for group in week.groups
        for person in group.people
        for item in person.items
        if item.first == column and item.shape is Shape.WORD
    }
