"""A sheet being filled from the top: what is on it so far, and how far down it goes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from techsched.roster.furniture import Furniture
from techsched.roster.marks import Mark
from techsched.roster.rows import PlacedItem


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """Where a person's row stands on its page, in millimetres."""

    technician_id: int
    x: float
    y: float
    width: float
    height: float
    items: tuple[PlacedItem, ...]


@dataclass(slots=True)
class Sheet:
    """`y` is where the next thing goes. A sheet with the table explains its marks in a legend."""

    furniture: Furniture
    legend: bool
    marks: list[Mark] = field(default_factory=list)
    rows: list[PlacedRow] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    y: float = 0.0

    def __post_init__(self) -> None:
        head, self.y = self.furniture.head
        self.marks = [*head]

    def has_room(self, height: float, tags: Collection[str] = ()) -> bool:
        """Whether something so high fits above the foot, which grows with the districts that it must name."""
        foot = self.furniture.foot_height({*self.tags, *tags}, self.legend)
        return self.y + height <= self.furniture.frame.bottom - foot + 1e-6

    def finished(self, number: int, count: int) -> list[Mark]:
        return [*self.marks, *self.furniture.foot(number, count, self.tags, self.legend)]
