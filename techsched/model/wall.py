"""Wall time: the only place that knows zones, the odd hours of March and October, and calendar months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from dateutil.relativedelta import relativedelta

from techsched.model.hours import WeekHours
from techsched.model.span import MINUTE, ONE_DAY, Days, Instant, Span

DAY_MINUTES = 24 * 60


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@lru_cache(maxsize=1)
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    """True for an IANA key with data on this machine ('Europe' is a folder, not a zone)."""
    return name in _zone_names()


def zone_names() -> tuple[str, ...]:
    """All IANA keys with data on this machine, in order."""
    return tuple(sorted(_zone_names()))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a wall time means in a zone.

    `kind` is "exact", "gap" (the clock jumps over it) or "twice" (the clock shows it twice).
    `instants`: one instant, or the two of "twice" in order; for "gap" the one that the time becomes
    when it is pushed forward by the length of the jump (02:30 on 29 March in Madrid reads 03:30).
    """

    kind: str
    instants: tuple[Instant, ...]


def reading(wall: datetime, zone: str) -> Reading:
    """Reads a naive wall time. Raises ValueError when it carries a zone already."""
    if wall.tzinfo is not None:
        raise ValueError("a wall time carries no zone of its own")
    tz = _zone(zone)
    early = wall.replace(tzinfo=tz, fold=0)
    late = wall.replace(tzinfo=tz, fold=1)
    first, second = int(early.timestamp()), int(late.timestamp())
    if first == second:
        return Reading("exact", (first,))
    if first < second:
        return Reading("twice", (first, second))
    # fold 0 reads a skipped time with the offset before the jump, which lands after it
    return Reading("gap", (first,))


def at(wall: datetime, zone: str, fold: int = 0) -> Instant:
    """The instant of a naive wall time: skipped times are pushed forward, doubled ones take `fold`."""
    read = reading(wall, zone)
    return read.instants[fold] if read.kind == "twice" else read.instants[0]


@lru_cache(maxsize=65536)
def _midnight(day: date, zone: str) -> tuple[Instant, bool]:
    """Start of the day, and whether the offset is the same all day long."""
    tz = _zone(zone)
    start = datetime(day.year, day.month, day.day, tzinfo=tz)
    after = day + ONE_DAY
    end = datetime(after.year, after.month, after.day, tzinfo=tz)
    first, last = int(start.timestamp()), int(end.timestamp())
    return first, last - first == DAY_MINUTES * MINUTE


def instant(day: date, minute: int, zone: str) -> Instant:
    """`minute` minutes after 00:00 on the wall of `day`; 1440 and more run into the next days."""
    extra, inside = divmod(minute, DAY_MINUTES)
    if extra:
        day = day + timedelta(days=extra)
    start, even = _midnight(day, zone)
    if even:
        return start + inside * MINUTE
    return at(datetime(day.year, day.month, day.day, inside // 60, inside % 60), zone)


def local(moment: Instant, zone: str) -> datetime:
    """The naive wall time that a clock in `zone` shows at `moment`; `fold` tells the second of two."""
    return datetime.fromtimestamp(moment, _zone(zone)).replace(tzinfo=None)


@lru_cache(maxsize=65536)
def day_of(moment: Instant, zone: str) -> date:
    return datetime.fromtimestamp(moment, _zone(zone)).date()


@lru_cache(maxsize=65536)
def minute_of(moment: Instant, zone: str) -> int:
    """Minutes on the wall since 00:00, 0 to 1439."""
    wall = datetime.fromtimestamp(moment, _zone(zone))
    return wall.hour * 60 + wall.minute


def day_span(day: date, zone: str) -> Span:
    """The 23, 24 or 25 hours of a calendar day."""
    return Span(_midnight(day, zone)[0], _midnight(day + ONE_DAY, zone)[0])


def days_span(days: Days, zone: str) -> Span:
    """All instants of a closed range of days. Raises ValueError for an open end."""
    if days.after is None:
        raise ValueError("an open range has no last instant")
    return Span(_midnight(days.first, zone)[0], _midnight(days.after, zone)[0])


def wall_span(day: date, start: int, end: int, zone: str) -> Span | None:
    """Wall minutes of a day as instants; an end at or before the start belongs to the next day.

    None for minutes that the clock jumps over as a whole: 02:00 to 03:00 on the last Sunday of March in Madrid.
    """
    if end <= start:
        end += DAY_MINUTES
    begins, ends = instant(day, start, zone), instant(day, end, zone)
    return Span(begins, ends) if begins < ends else None


def spans_of(day: date, hours: WeekHours, zone: str) -> list[Span]:
    """The stretches of a day as instants, in order; those that the clock jumps over are left out."""
    found = (wall_span(day, each.start, each.end, zone) for each in hours)
    return sorted(span for span in found if span is not None)


def offset_minutes(moment: Instant, zone: str) -> int:
    """Minutes east of UTC at that moment."""
    offset = datetime.fromtimestamp(moment, _zone(zone)).utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60


def same_clock(moment: Instant, zone: str, other: str) -> bool:
    return zone == other or offset_minutes(moment, zone) == offset_minutes(moment, other)


def utc_text(moment: Instant) -> str:
    """ISO 8601 with a Z, to the second."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?h?")


def clock_minute(text: str) -> int:
    """Minutes since midnight of '9', '09:00', '9.30', '24:00'. Raises ValueError otherwise."""
    match = _CLOCK.fullmatch(text.strip().lower())
    if not match:
        raise ValueError(f"{text!r} is not a time of day")
    hours, minutes = int(match[1]), int(match[2] or 0)
    total = hours * 60 + minutes
    if minutes > 59 or total > DAY_MINUTES:
        raise ValueError(f"{text!r} is not a time of day")
    return total


def clock_text(minute: int) -> str:
    """'09:00'; minutes of the next day wrap ('25:30' reads 01:30), but 1440 itself reads '24:00'."""
    if minute != DAY_MINUTES:
        minute %= DAY_MINUTES
    return f"{minute // 60:02d}:{minute % 60:02d}"


def month_later(start: date, months: int) -> date:
    """The n-th month of a term, always counted from its start: 31 Jan, 28 Feb, 31 Mar."""
    later: date = start + relativedelta(months=months)
    return later


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO week, Monday to Sunday. Raises ValueError for a week the year does not have."""

    year: int
    number: int

    def __post_init__(self) -> None:
        date.fromisocalendar(self.year, self.number, 1)

    @classmethod
    def of(cls, day: date) -> Week:
        iso = day.isocalendar()
        return cls(iso.year, iso.week)

    @classmethod
    def parse(cls, text: str) -> Week:
        """'2026-W48'. Raises ValueError otherwise."""
        match = re.fullmatch(r"(\d{4})-?[Ww](\d{1,2})", text.strip())
        if not match:
            raise ValueError(f"{text!r} is not a week like 2026-W48")
        return cls(int(match[1]), int(match[2]))

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def days(self) -> Days:
        return Days(self.monday, self.monday + timedelta(days=7))

    def shifted(self, weeks: int) -> Week:
        return Week.of(self.monday + timedelta(weeks=weeks))

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"
