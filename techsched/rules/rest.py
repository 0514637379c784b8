"""Rest between working days, and the day and a half of every week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.journey import NEVER
from techsched.model.kinds import Rule, Severity, WorkPlace
from techsched.model.leg import DayWork
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, MINUTE, ONE_DAY, Days, Instant
from techsched.model.technician import Technician
from techsched.model.wall import day_of, instant
from techsched.model.work import Work
from techsched.model.worked import Workdays, workdays_of
from techsched.rules.naming import clock
from techsched.rules.scope import Scope, technicians_in


def daily(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """Rest before the row's working day, and between it and the next one.

    Days are those of the technician's zone; of mobile technicians the rest is what is left at home.
    """
    workdays = workdays_of(schedule, row)
    own = workdays.day_of(row)
    today = workdays.on(own)
    yield from _rest_before(schedule, workdays, own)
    for ahead in (1, 2, 3):
        day = own + ahead * ONE_DAY
        if workdays.on(day) is not None:
            if workdays.last_before(day) is today:
                yield from _rest_before(schedule, workdays, day)
            return


def _rest_before(schedule: Schedule, workdays: Workdays, day: date) -> Iterator[Conflict]:
    first, last = workdays.on(day), workdays.last_before(day)
    if first is None or last is None:
        return
    technician = workdays.technician
    needed = schedule.limits(technician.id, day).daily_rest
    rest = (first.start - last.end) // MINUTE
    if rest >= needed:
        return
    arrival = workdays.links(day)[0].after
    assert arrival is not None
    earlier = workdays.links(last.day)[-1].before
    assert earlier is not None
    if arrival.start < earlier.end:
        # the bookings themselves overlap: that is a double booking
        return
    best = last.end + needed * MINUTE + arrival.start - first.start
    zone = technician.zone
    yield Conflict(
        rule=Rule.DAILY_REST,
        severity=Severity.HARD,
        start=earlier.start,
        end=arrival.end,
        day=day,
        technician_id=technician.id,
        assignments=tuple(sorted((last.last_id, first.first_id))),
        facts=(
            ("technician", technician.name),
            ("variant", "home" if technician.work_place is WorkPlace.MOBILE else "booked"),
            ("rest", max(0, rest)),
            ("needed", needed),
            ("ends", last.end),
            ("starts", first.start),
            ("ends_day", day_of(last.end, zone).isoformat()),
            ("ends_at", clock(last.end, zone)),
            ("starts_day", day_of(first.start, zone).isoformat()),
            ("starts_at", clock(first.start, zone)),
            ("best_day", day_of(best, zone).isoformat()),
            ("best", clock(best, zone)),
        ),
    )


# the day and a half of every week


def weekly(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """Too few rests in the fourteen days from the start of any working day whose window takes in the row.

    A free stretch counts as often as the rest (36 h) goes into it, so that one of 72 h makes up for both
    weeks; what reaches beyond the window is cut off. Two rests are due in fourteen days.
    """
    workdays = workdays_of(schedule, row)
    return _short_runs(schedule, workdays, Days.single(workdays.day_of(row)))


def weekly_in(schedule: Schedule, scope: Scope) -> Iterator[Conflict]:
    """The same for the technicians and days of a scope."""
    for technician in technicians_in(schedule, scope):
        yield from _short_runs(schedule, Workdays(schedule, technician), scope.days)


@dataclass(frozen=True, slots=True)
class _Window:
    """The days from the start of a working day; `end` is the same time of day when they are over."""

    work: DayWork
    end: Instant
    days: int
    rests: int
    due: int

    @property
    def is_short(self) -> bool:
        return self.rests < self.due


def _short_runs(schedule: Schedule, workdays: Workdays, days: Days) -> Iterator[Conflict]:
    """One conflict for each run of working days whose windows are all short and one of which meets `days`.

    Runs are told whole, however far they reach, so that one looks the same from each of its bookings.
    """
    technician = workdays.technician
    assert days.after is not None
    reach = timedelta(days=schedule.limits(technician.id, days.first).weekly_rest_window_days)
    first, after = days.first - reach + ONE_DAY, days.after
    if _is_plenty(schedule, workdays, first, after):
        return
    windows = _windows(schedule, workdays, first, after)
    if not any(window.is_short for window in windows):
        return
    diary = schedule.diary(technician.id).rows
    lowest = diary[0].day if diary else first
    highest = diary[-1].day if diary else after
    wide_first, wide_after = first, after
    while windows[0].is_short and wide_first > lowest:
        wide_first -= reach
        windows = _windows(schedule, workdays, wide_first, wide_after)
    while windows[-1].is_short and wide_after <= highest:
        wide_after += reach
        windows = _windows(schedule, workdays, wide_first, wide_after)
    for short, run in groupby(windows, key=lambda window: window.is_short):
        held = list(run)
        if short and any(first <= window.work.day < after for window in held):
            yield _too_little(schedule, technician, held)


def _works(workdays: Workdays, first: date, after: date, reach: int) -> list[DayWork]:
    """Working days whose windows are asked for, those they may reach to, and those that may reach into them."""
    back = timedelta(days=3)
    return workdays.works(first - back, (after - first).days + 3 + reach + 1)


def _gaps(works: list[DayWork], least: int) -> list[tuple[Instant, Instant]]:
    """Free stretches of at least `least` seconds after the first work; the last has no end."""
    found: list[tuple[Instant, Instant]] = []
    until = works[0].end
    for work in works:
        if work.start - until >= least:
            found.append((until, work.start))
        if work.end > until:
            until = work.end
    found.append((until, NEVER))
    return found


def _is_plenty(schedule: Schedule, workdays: Workdays, first: date, after: date) -> bool:
    """True only where no window can be short: the quick answer for nearly everybody.

    Between two rests the earliest window ends first and holds no more rests than the others, so that one for
    each rest is enough; clock changes are allowed for by two hours.
    """
    limits = schedule.limits(workdays.technician.id, first)
    reach, least = limits.weekly_rest_window_days, limits.weekly_rest * MINUTE
    works = _works(workdays, first, after, reach)
    if not works:
        return True
    gaps = _gaps(works, least)
    length = reach * 24 * HOUR - 2 * HOUR
    for place, start in enumerate([works[0].start, *[ends for _, ends in gaps[:-1]]]):
        due = reach // 7
        for begins, ends in gaps[place:]:
            room = min(ends, start + length) - begins
            if room < least:
                break
            due -= room // least
            if due <= 0:
                break
        if due > 0:
            return False
    return True


def _windows(schedule: Schedule, workdays: Workdays, first: date, after: date) -> list[_Window]:
    """The windows that begin on working days from `first` on and before `after`, with the rests in each."""
    zone = workdays.technician.zone
    limits = schedule.limits(workdays.technician.id, first)
    reach, least = limits.weekly_rest_window_days, limits.weekly_rest * MINUTE
    works = _works(workdays, first, after, reach)
    gaps = _gaps(works, least) if works else []
    found: list[_Window] = []
    for work in works:
        if first <= work.day < after:
            later = instant(work.day + timedelta(days=reach), 0, zone)
            end = later + work.start - instant(work.day, 0, zone)
            rests = sum((min(stop, end) - start) // least for start, stop in gaps if work.start <= start < end)
            found.append(_Window(work, end, reach, rests, reach // 7))
    return found


def _too_little(schedule: Schedule, technician: Technician, run: list[_Window]) -> Conflict:
    first, last = run[0].work.day, run[-1].work.day + timedelta(days=run[-1].days - 1)
    return Conflict(
        rule=Rule.WEEKLY_REST,
        severity=Severity.HARD,
        start=run[0].work.start,
        end=run[-1].end,
        day=first,
        technician_id=technician.id,
        facts=(
            ("technician", technician.name),
            ("first", first.isoformat()),
            ("last", last.isoformat()),
            ("rests", min(window.rests for window in run)),
            ("due", run[0].due),
            ("window", run[0].days),
            ("needed", schedule.limits(technician.id, first).weekly_rest),
        ),
    )
