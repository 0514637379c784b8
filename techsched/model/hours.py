"""Weekly hours on the wall: working patterns, staffing lines and opening times share them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """One stretch of one weekday (0 Monday), in wall minutes; an end at or before the start is next day's.

    `week` is the week of a rotation, from 0. `break_start` None with `break_minutes` set is a movable
    break (lunch on a day of visits). Raises ValueError for a weekday, minute or break out of range.
    """

    weekday: int
    start: int
    end: int
    break_minutes: int = 0
    break_start: int | None = None
    week: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"weekday {self.weekday} is not 0 to 6")
        if not (0 <= self.start < 1440 and 0 <= self.end <= 1440) or self.start == self.end:
            raise ValueError(f"hours {self.start} to {self.end} are not on a day")
        if not 0 <= self.break_minutes < self.length:
            raise ValueError(f"a break of {self.break_minutes} minutes does not fit in {self.length}")

    @property
    def length(self) -> int:
        """Minutes on the wall, break included."""
        return self.end - self.start if self.end > self.start else self.end + 1440 - self.start

    @property
    def worked(self) -> int:
        return self.length - self.break_minutes


WeekHours = tuple[Hours, ...]


def week_hours(
    weekdays: Iterable[int],
    start: int,
    end: int,
    break_minutes: int = 0,
    break_start: int | None = None,
) -> WeekHours:
    """The same hours on each of the weekdays."""
    return tuple(Hours(day, start, end, break_minutes, break_start) for day in sorted(set(weekdays)))


def hours_on(hours: WeekHours, day: date, anchor: date | None = None, cycle_weeks: int = 1) -> WeekHours:
    """The stretches of `day`; a rotation of several weeks counts ISO weeks from that of `anchor`."""
    week = 0
    if cycle_weeks > 1 and anchor is not None:
        monday, first = day.toordinal() - day.weekday(), anchor.toordinal() - anchor.weekday()
        week = ((monday - first) // 7) % cycle_weeks
    return tuple(h for h in hours if h.weekday == day.weekday() and h.week == week)


def weekdays_of(text: str) -> tuple[int, ...]:
    """Weekday numbers of 'Mon Tue Fri'. Raises ValueError naming the word that is none."""
    found: list[int] = []
    for word in text.replace(",", " ").split():
        name = word[:3].title()
        if name not in DAY_NAMES:
            raise ValueError(f"{word!r} is not a weekday")
        found.append(DAY_NAMES.index(name))
    return tuple(sorted(set(found)))
