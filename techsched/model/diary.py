"""One technician's bookings in order of start: window queries in O(log n + k)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from techsched.model.assignment import LONGEST, Assignment
from techsched.model.span import Instant


def in_order(row: Assignment) -> tuple[Instant, Instant, int]:
    return row.start, row.end, row.id


class Diary:
    """Assignments of one technician that are not withdrawn, sorted by start.

    No row is longer than `LONGEST`, so that a query looks back no further than that.
    """

    __slots__ = ("rows", "starts")

    def __init__(self, rows: Iterable[Assignment] = ()) -> None:
        self.rows = sorted(rows, key=in_order)
        self.starts = [row.start for row in self.rows]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Assignment]:
        return iter(self.rows)

    def overlapping(self, start: Instant, end: Instant) -> list[Assignment]:
        """Rows that share an instant with `[start, end)`, occupying or released."""
        first = bisect_right(self.starts, start - LONGEST)
        last = bisect_left(self.starts, end)
        return [row for row in self.rows[first:last] if row.end > start]

    def clashes(self, start: Instant, end: Instant, but: int = 0) -> list[Assignment]:
        """Occupying rows that overlap `[start, end)`, leaving out the row with id `but`."""
        first = bisect_right(self.starts, start - LONGEST)
        last = bisect_left(self.starts, end)
        return [r for r in self.rows[first:last] if r.end > start and r.id != but and r.occupies]

    def starting(self, start: Instant, end: Instant) -> list[Assignment]:
        """Occupying rows that start in `[start, end)`, in order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [row for row in self.rows[first:last] if row.occupies]

    def before(self, moment: Instant) -> Assignment | None:
        """The last occupying row that starts before `moment`."""
        for place in range(bisect_left(self.starts, moment) - 1, -1, -1):
            if self.rows[place].occupies:
                return self.rows[place]
        return None

    def after(self, moment: Instant) -> Assignment | None:
        """The first occupying row that starts at `moment` or later."""
        for place in range(bisect_left(self.starts, moment), len(self.rows)):
            if self.rows[place].occupies:
                return self.rows[place]
        return None

    def with_(self, gone: set[int], come: Iterable[Assignment]) -> Diary:
        """A diary without the rows of the ids `gone` and with the rows `come`."""
        rows = [row for row in self.rows if row.id not in gone] if gone else self.rows.copy()
        starts = [row.start for row in rows] if gone else self.starts.copy()
        for row in come:
            place = bisect_right(rows, in_order(row), key=in_order)
            rows.insert(place, row)
            starts.insert(place, row.start)
        found = object.__new__(Diary)
        found.rows, found.starts = rows, starts
        return found
