"""What a technician works on a day: bookings, the trips that count, and the breaks that do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from techsched.model.assignment import Assignment
from techsched.model.journey import links_on, stops_on
from techsched.model.kinds import WorkPlace
from techsched.model.leg import DayWork, Link, Stop
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, ONE_DAY, Instant
from techsched.model.technician import Technician
from techsched.model.wall import day_of, instant


def work_in(technician: Technician, day: date, links: Sequence[Link]) -> DayWork | None:
    """The work of one day, told by the links of its stops; None when there are none.

    Bookings that overlap count once, breaks not at all. A trip between two bookings counts as far as there
    is time for it between them; the first trip from home and the last one back count for mobile technicians
    only (C-266/14). Unknown minutes count as none.
    """
    if not links:
        return None
    first, last = links[0].after, links[-1].before
    assert first is not None and last is not None
    seconds = _present([link.after for link in links if link.after is not None])
    for before, after, leg in links[1:-1]:
        assert before is not None and after is not None
        if after.start > before.end and leg.minutes:
            seconds += min(leg.minutes * MINUTE, after.start - before.end)
    start, end = first.start, last.end
    if technician.work_place is WorkPlace.MOBILE:
        start, end = links[0].leg.depart, links[-1].leg.arrive
        seconds += first.start - start + end - last.end
    return DayWork(day, start, end, seconds // MINUTE, first.row.id, last.row.id, len(links) - 1)


def _present(stops: Sequence[Stop]) -> int:
    """Seconds in bookings without their breaks."""
    total, reached = 0, 0
    for stop in stops:
        if stop.row.break_start is not None or stop.start < reached:
            return _present_at_all(stops)
        total += stop.end - stop.start - stop.pause * MINUTE
        reached = stop.end
    return total


def _present_at_all(stops: Sequence[Stop]) -> int:
    """The same where bookings overlap or have fixed breaks: an instant counts once, and for any of them."""
    pieces: list[tuple[Instant, Instant]] = []
    pause = 0
    for stop in stops:
        pause += stop.pause
        begins = stop.row.break_start
        if begins is None:
            pieces.append((stop.start, stop.end))
            continue
        ends = begins + stop.row.break_minutes * MINUTE
        for start, end in ((stop.start, min(stop.end, begins)), (max(stop.start, ends), stop.end)):
            if start < end:
                pieces.append((start, end))
    pieces.sort()
    seconds, until = 0, 0
    for start, end in pieces:
        if end > until:
            seconds += end - max(start, until)
            until = end
    return max(0, seconds - pause * MINUTE)


def worked_on(schedule: Schedule, technician: Technician, day: date) -> DayWork | None:
    """The work of the bookings that start on a day in the technician's zone."""
    days = schedule.memo.days.setdefault(technician.id, {})
    if day not in days:
        days[day] = _work_on(schedule, technician, day)
    return days[day]


def _work_on(schedule: Schedule, technician: Technician, day: date) -> DayWork | None:
    if technician.work_place is not WorkPlace.MOBILE:
        stops = stops_on(schedule, technician, day)
        if not stops:
            return None
        if len(stops) == 1:
            only = stops[0]
            return DayWork(day, only.start, only.end, _present(stops) // MINUTE, only.row.id, only.row.id, 1)
    return work_in(technician, day, links_on(schedule, technician, day))


class Workdays:
    """The days of one technician, as they are or with one booking imagined in the place of the row of its id."""

    __slots__ = ("_imagined", "_links", "row", "schedule", "technician")

    def __init__(self, schedule: Schedule, technician: Technician, row: Assignment | None = None) -> None:
        self.schedule = schedule
        self.technician = technician
        self.row = row
        self._links: dict[date, tuple[Link, ...]] = {}
        self._imagined: dict[date, DayWork | None] = {}
        held = None if row is None else schedule.get(Assignment, row.id)
        if row is None or held is row or held == row:
            return
        self._imagined = {self.day_of(row): None}
        if held is not None and held.technician_id == technician.id:
            self._imagined[self.day_of(held)] = None
        for day in self._imagined:
            self._imagined[day] = work_in(technician, day, self.links(day))

    def day_of(self, row: Assignment) -> date:
        """The day on which the row starts in the technician's zone."""
        return row.day if row.zone == self.technician.zone else day_of(row.start, self.technician.zone)

    def links(self, day: date) -> tuple[Link, ...]:
        """The stops of the day and the legs between them, home at both ends; empty on a free day."""
        found = self._links.get(day)
        if found is None:
            row = self.row if day in self._imagined else None
            found = self._links[day] = links_on(self.schedule, self.technician, day, row)
        return found

    def on(self, day: date) -> DayWork | None:
        if day in self._imagined:
            return self._imagined[day]
        return worked_on(self.schedule, self.technician, day)

    def works(self, first: date, count: int) -> list[DayWork]:
        """The working days among `count` days from `first` on."""
        held = self.schedule.memo.days.setdefault(self.technician.id, {})
        imagined = self._imagined
        found: list[DayWork] = []
        day = first
        for _ in range(count):
            work = held[day] if day in held and day not in imagined else self.on(day)
            if work is not None:
                found.append(work)
            day += ONE_DAY
        return found

    def minutes_in_week(self, monday: date) -> int:
        return sum([work.minutes for work in self.works(monday, 7)])

    def minutes_in_year(self, year: int) -> int:
        """Of the loaded window."""
        months = self.schedule.memo.months.setdefault(self.technician.id, {})
        total = months.get((year, 0))
        if total is None:
            total = months[(year, 0)] = sum(self._minutes_in_month(months, year, month) for month in range(1, 13))
        for day, work in self._imagined.items():
            if day.year == year:
                held = worked_on(self.schedule, self.technician, day)
                total += (0 if work is None else work.minutes) - (0 if held is None else held.minutes)
        return total

    def _minutes_in_month(self, months: dict[tuple[int, int], int], year: int, month: int) -> int:
        total = months.get((year, month))
        if total is not None:
            return total
        zone = self.technician.zone
        first = date(year, month, 1)
        after = (first + timedelta(days=31)).replace(day=1)
        rows = self.schedule.diary(self.technician.id).starting(instant(first, 0, zone), instant(after, 0, zone))
        total = 0
        for day in {self.day_of(row) for row in rows}:
            # single older bookings may be loaded too: `earlier` has counted them
            if day >= self.schedule.window.first:
                work = worked_on(self.schedule, self.technician, day)
                total += 0 if work is None else work.minutes
        months[(year, month)] = total
        return total

    def last_before(self, day: date) -> DayWork | None:
        """The work begun on the three days before `day` that ends last: no booking is longer than two days."""
        works = self.works(day - timedelta(days=3), 3)
        return max(works, key=_end) if works else None


def _end(work: DayWork) -> Instant:
    return work.end


_thought: Workdays | None = None
"""The booking that was judged last: all rules ask for its days, one after the other."""


def workdays_of(schedule: Schedule, row: Assignment) -> Workdays:
    """The days of the row's technician, with the row imagined in them unless the schedule has it so."""
    global _thought
    found = _thought
    if found is None or found.row is not row or found.schedule is not schedule:
        found = _thought = Workdays(schedule, schedule.row(Technician, row.technician_id), row)
    return found
