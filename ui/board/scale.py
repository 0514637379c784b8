"""Instants to pixels and back: days as columns, linear to the minute or with the working hours in a cell. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date

from techsched.model.span import MINUTE, Days, Instant
from techsched.model.wall import day_span, local, minute_of
from techsched.model.wall import instant as wall_instant

MINUTE_VIEW = 400
"""Pixels per weekday from which a day is linear over all its 23, 24 or 25 hours."""
CELL_FROM, CELL_TO = 8 * 60, 19 * 60
"""Wall minutes that fill a day's cell below `MINUTE_VIEW`."""
DAY_SECONDS = 24 * 60 * MINUTE
LEAST, MOST = 8.0, 6000.0
"""Pixels per weekday."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Closed `days` on the clock of `zone`; `per_day` pixels a weekday, `per_weekend_day` a weekend day.

    x is 0 at the left edge of the first day. In a cell view the hours outside `CELL_FROM`..`CELL_TO` are
    drawn at the cell's edges; to the minute, every instant has its own place and a day of 25 hours is wider.
    """

    days: Days
    zone: str
    per_day: float
    per_weekend_day: float
    _edges: tuple[float, ...] = field(default=(), compare=False, repr=False)
    _starts: tuple[Instant, ...] = field(default=(), compare=False, repr=False)
    """Midnights, that after the last day included."""

    def __post_init__(self) -> None:
        edges, starts = [0.0], [day_span(self.days.first, self.zone).start]
        for day in self.days:
            edges.append(edges[-1] + self._width(day))
            starts.append(day_span(day, self.zone).end)
        object.__setattr__(self, "_edges", tuple(edges))
        object.__setattr__(self, "_starts", tuple(starts))

    def _width(self, day: date) -> float:
        if self.per_day >= MINUTE_VIEW:
            return self.per_day * day_span(day, self.zone).minutes / (24 * 60)
        return self.per_weekend_day if day.weekday() >= 5 else self.per_day

    @property
    def by_the_minute(self) -> bool:
        return self.per_day >= MINUTE_VIEW

    @property
    def width(self) -> float:
        return self._edges[-1]

    def left(self, day: date) -> float:
        """Left edge of a day; days outside the range continue at the edges."""
        place = (day - self.days.first).days
        return self._edges[min(max(place, 0), len(self._edges) - 1)]

    def right(self, day: date) -> float:
        place = (day - self.days.first).days + 1
        return self._edges[min(max(place, 0), len(self._edges) - 1)]

    def day_at(self, x: float) -> date:
        """The day under x, the first or last one beyond the ends."""
        place = min(max(bisect_right(self._edges, x) - 1, 0), len(self._edges) - 2)
        return date.fromordinal(self.days.first.toordinal() + place)

    def x(self, moment: Instant) -> float:
        starts, edges = self._starts, self._edges
        if moment < starts[0]:
            return 0.0
        if moment >= starts[-1]:
            return edges[-1]
        place = bisect_right(starts, moment) - 1
        left, right, start = edges[place], edges[place + 1], starts[place]
        length = starts[place + 1] - start
        if self.per_day >= MINUTE_VIEW:
            return left + (right - left) * (moment - start) / length
        # only on a day of 24 hours does the wall say how long the day has run
        minute = (moment - start) // MINUTE if length == DAY_SECONDS else minute_of(moment, self.zone)
        minute = min(max(minute, CELL_FROM), CELL_TO)
        return left + (right - left) * (minute - CELL_FROM) / (CELL_TO - CELL_FROM)

    def instant(self, x: float, snap: int = 1) -> Instant:
        """The moment under x, to the nearest `snap` minutes; in a cell view the edge of a cell is 08:00 of its day."""
        day, share = self._share(x)
        if self.by_the_minute:
            span = day_span(day, self.zone)
            moment = span.start + round(share * span.seconds / (snap * MINUTE)) * snap * MINUTE
            return min(moment, span.end)
        minute = CELL_FROM + share * (CELL_TO - CELL_FROM)
        return wall_instant(day, round(minute / snap) * snap, self.zone)

    def _share(self, x: float) -> tuple[date, float]:
        """The day under x and how far into its column x lies, 0 to 1."""
        day = self.day_at(x)
        left, right = self.left(day), self.right(day)
        return day, min(max((x - left) / (right - left), 0.0), 1.0) if right > left else 0.0

    def ticks(self, every: int = 60) -> list[tuple[Instant, float, str]]:
        """To the minute: each `every` minutes as (instant, x, wall clock); none in a cell view."""
        if not self.by_the_minute:
            return []
        found = []
        for day in self.days:
            span = day_span(day, self.zone)
            for moment in range(span.start, span.end, every * MINUTE):
                found.append((moment, self.x(moment), local(moment, self.zone).strftime("%H:%M")))
        return found

    def zoomed(self, factor: float) -> Scale:
        """Wider or narrower days within LEAST and MOST."""
        per_day = min(max(self.per_day * factor, LEAST), MOST)
        ratio = per_day / self.per_day
        return replace(self, per_day=per_day, per_weekend_day=self.per_weekend_day * ratio)

    def anchored(self, other: Scale, x: float, offset: float) -> float:
        """The scroll offset in `other`, of the same days, that keeps under x of the view what lies there now."""
        day, share = self._share(x + offset)
        if self.by_the_minute == other.by_the_minute:
            left, right = other.left(day), other.right(day)
            return left + share * (right - left) - x
        return other.x(self.instant(x + offset)) - x


def week_scale(days: Days, zone: str, room: float, weekend: float = 48) -> Scale:
    """Five days and a narrow weekend that fill `room` pixels; days stay readable where room is short."""
    weekends = sum(1 for day in days if day.weekday() >= 5)
    weekdays = days.count - weekends
    per_day = max((room - weekends * weekend) / max(weekdays, 1), 120.0)
    return Scale(days, zone, min(per_day, MINUTE_VIEW - 1.0), weekend)


def day_scale(day: date, zone: str, per_hour: float = 72) -> Scale:
    """One day to the minute."""
    return Scale(Days.single(day), zone, per_hour * 24, per_hour * 24)
