"""What a technician works on a day: bookings, the trips that count, and the breaks that do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from techsched.model.assignment import Assignment
from techsched.model.journey import Link, Stop, links_of, stops_on
from techsched.model.kinds import WorkPlace
from techsched.model.memo import DayWork
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
    return DayWork(day, start, end, seconds // MINUTE, first.row.id, last.row.id)


def _present(stops: Sequence[Stop]) -> int:
    """Seconds in bookings without their breaks."""
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
        stops = stops_on(schedule, technician, day)
        if len(stops) == 1 and technician.work_place is not WorkPlace.MOBILE:
            only = stops[0]
            minutes = _present(stops) // MINUTE
            days[day] = DayWork(day, only.start, only.end, minutes, only.row.id, only.row.id)
        else:
            days[day] = work_in(technician, day, links_of(schedule, technician, stops))
    return days[day]


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
        days = {self.day_of(row)}
        if held is not None and held.technician_id == technician.id:
            days.add(self.day_of(held))
        for day in days:
            self._imagined[day] = work_in(technician, day, self.links(day))

    def day_of(self, row: Assignment) -> date:
        """The day on which the row starts in the technician's zone."""
        return row.day if row.zone == self.technician.zone else day_of(row.start, self.technician.zone)

    def links(self, day: date) -> tuple[Link, ...]:
        """The stops of the day and the legs between them, home at both ends; empty on a free day."""
        found = self._links.get(day)
        if found is None:
            stops = stops_on(self.schedule, self.technician, day, self.row)
            found = self._links[day] = links_of(self.schedule, self.technician, stops)
        return found

    def on(self, day: date) -> DayWork | None:
        if day in self._imagined:
            return self._imagined[day]
        return worked_on(self.schedule, self.technician, day)

    def minutes_on(self, day: date) -> int:
        work = self.on(day)
        return 0 if work is None else work.minutes

    def minutes_in_week(self, monday: date) -> int:
        return sum(self.minutes_on(monday + timedelta(days=offset)) for offset in range(7))

    def minutes_in_month(self, year: int, month: int) -> int:
        """Of the bookings that are loaded."""
        months = self.schedule.memo.months.setdefault(self.technician.id, {})
        total = months.get((year, month))
        if total is None:
            total = months[(year, month)] = self._sum_of_month(year, month)
        for day, work in self._imagined.items():
            if (day.year, day.month) == (year, month):
                held = worked_on(self.schedule, self.technician, day)
                total += (0 if work is None else work.minutes) - (0 if held is None else held.minutes)
        return total

    def _sum_of_month(self, year: int, month: int) -> int:
        zone = self.technician.zone
        first = date(year, month, 1)
        after = (first + timedelta(days=31)).replace(day=1)
        rows = self.schedule.diary(self.technician.id).starting(instant(first, 0, zone), instant(after, 0, zone))
        total = 0
        for day in {self.day_of(row) for row in rows}:
            work = worked_on(self.schedule, self.technician, day)
            total += 0 if work is None else work.minutes
        return total

    def last_before(self, day: date) -> DayWork | None:
        """The work begun on the three days before `day` that ends last: no booking is longer than two days."""
        found = [w for back in (1, 2, 3) if (w := self.on(day - back * ONE_DAY)) is not None]
        return max(found, key=lambda work: work.end, default=None)


_thought: Workdays | None = None
"""The booking that was judged last: all rules ask for its days, one after the other."""


def workdays_of(schedule: Schedule, row: Assignment) -> Workdays:
    """The days of the row's technician, with the row imagined in them unless the schedule has it so."""
    global _thought
    found = _thought
    if found is None or found.row is not row or found.schedule is not schedule:
        found = _thought = Workdays(schedule, schedule.row(Technician, row.technician_id), row)
    return found
