"""Half-open stretches: of instants (`Span`) and of calendar days (`Days`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

Instant = int
"""Seconds since 1970-01-01T00:00Z. The only form in which a moment crosses a layer."""

MINUTE = 60
HOUR = 3600
ONE_DAY = timedelta(days=1)
FAR_FUTURE = date(9999, 12, 31)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Instants `start <= t < end`; never empty.

    Raises ValueError when the end is not after the start.
    """

    start: Instant
    end: Instant

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a span must end after it starts: {self.start}, {self.end}")

    @property
    def seconds(self) -> int:
        return self.end - self.start

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded down."""
        return (self.end - self.start) // MINUTE

    def holds(self, instant: Instant) -> bool:
        return self.start <= instant < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def common(self, other: Span) -> Span | None:
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def shifted(self, seconds: int) -> Span:
        return Span(self.start + seconds, self.end + seconds)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Calendar days `first <= d < after`; `after` None means no end yet.

    Inclusive ends live in labels and forms only: `Days.through(first, last)`, `days.last`.
    Raises ValueError when it would be empty.
    """

    first: date
    after: date | None = None

    def __post_init__(self) -> None:
        if self.after is not None and self.after <= self.first:
            raise ValueError(f"a range of days must end after it starts: {self.first}, {self.after}")

    @classmethod
    def through(cls, first: date, last: date | None) -> Days:
        """Both days included; `last` None is an open end."""
        return cls(first, None if last is None else last + ONE_DAY)

    @classmethod
    def single(cls, day: date) -> Days:
        return cls(day, day + ONE_DAY)

    @property
    def last(self) -> date | None:
        return None if self.after is None else self.after - ONE_DAY

    @property
    def count(self) -> int:
        """Number of days. Raises ValueError for an open end."""
        if self.after is None:
            raise ValueError("an open range has no count")
        return (self.after - self.first).days

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.after is None or day < self.after)

    def __iter__(self) -> Iterator[date]:
        """Each day in order. Raises ValueError for an open end."""
        for offset in range(self.count):
            yield self.first + timedelta(days=offset)

    def overlaps(self, other: Days) -> bool:
        return (other.after is None or self.first < other.after) and (
            self.after is None or other.first < self.after
        )

    def common(self, other: Days) -> Days | None:
        first = max(self.first, other.first)
        ends = [d.after for d in (self, other) if d.after is not None]
        after = min(ends) if ends else None
        return Days(first, after) if after is None or first < after else None


def runs(days: list[date]) -> list[Days]:
    """Sorted distinct days folded into runs of consecutive days."""
    found: list[Days] = []
    for day in days:
        if found and found[-1].after == day:
            found[-1] = Days(found[-1].first, day + ONE_DAY)
        else:
            found.append(Days.single(day))
    return found
