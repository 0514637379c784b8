"""When a technician could be there: the starts worth judging, from the gaps of their days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from techsched.model.hours import hours_on
from techsched.model.journey import Stop, away_spans, home_of, stops_on, travel_minutes
from techsched.model.kinds import Mode
from techsched.model.span import MINUTE, ONE_DAY, Instant
from techsched.model.technician import Technician
from techsched.model.travel import Spot
from techsched.model.wall import day_of, day_span, instant, spans_of
from techsched.plan.pause import gives_way
from techsched.plan.wanted import Wanted

STEP = 5 * MINUTE
"""Arrivals are offered on the full five minutes."""
USUAL = (9 * 60, 18 * 60)
"""Hours of a day when neither the technician's pattern nor the site's opening is known."""
UNKNOWN_EXTRA = 999
"""Ranks a trip of unknown length behind all known ones."""


class Arrival(NamedTuple):
    """`extra`: minutes of travel that it adds to the day. `turn` sorts it by time among others: one without
    slack behind other work comes right after that with slack. `last_resort`: it cuts into the technician's
    own work, or into their own time; worth a look only where nothing else fits without somebody's OK."""

    start: Instant
    extra: int
    last_resort: bool
    turn: Instant


class _Gap(NamedTuple):
    """Free time from `leave`, at `origin`, until the technician is due at `after`; None is home, later."""

    leave: Instant
    origin: Spot
    settled: bool
    """Whether work was left for it: then a little slack is worth having."""
    until: Instant | None
    after: Spot


def full_step(moment: Instant) -> Instant:
    return -(-moment // STEP) * STEP


def arrivals(wanted: Wanted, technician: Technician, days: list[date]) -> Iterator[Arrival]:
    """Each start once, last resorts behind all others, the best first: of urgent work the earliest, else the
    one that adds the least travel. None outside the window of planned work but one, if that is over."""
    if wanted.exact is not None:
        yield Arrival(wanted.exact, 0, True, wanted.exact)
        return
    resorts: list[Arrival] = [_straight(wanted, technician)]
    stages = [[day] for day in days] if wanted.urgent else [days]
    last = wanted.closes if wanted.due is None else None
    for stage in stages:
        found = [
            each
            for day in stage
            for each in _on(wanted, technician, day)
            if wanted.opens <= each.start and (last is None or each.start <= last)
        ]
        resorts.extend(each for each in found if each.last_resort)
        yield from _ranked(wanted, (each for each in found if not each.last_resort))
    yield from _ranked(wanted, resorts)


def _ranked(wanted: Wanted, found: Iterable[Arrival]) -> list[Arrival]:
    """Each start once."""
    best: dict[Instant, Arrival] = {}
    for each in found:
        held = best.get(each.start)
        if held is None or each.extra < held.extra:
            best[each.start] = each
    if wanted.urgent:
        return sorted(best.values(), key=lambda each: (each.turn, each.extra))
    return sorted(best.values(), key=lambda each: (each.extra, each.turn))


def _straight(wanted: Wanted, technician: Technician) -> Arrival:
    """Setting out now, whatever else there is to do; when nothing is free, it shows what is in the way."""
    there = _minutes(wanted, technician, _whereabouts(wanted, technician), wanted.now)
    start = full_step(max(wanted.opens, wanted.now + there * MINUTE))
    return Arrival(start, 2 * there, True, start)


def _whereabouts(wanted: Wanted, technician: Technician) -> Spot | None:
    """Where the technician works at this moment; None is home."""
    stops = stops_on(wanted.schedule, technician, day_of(wanted.now, technician.zone))
    return next((stop.spot for stop in stops if stop.start <= wanted.now < stop.end), None)


def _minutes(wanted: Wanted, technician: Technician, origin: Spot | None, depart: Instant) -> int:
    """Minutes to the work; unknown ones count as none, the booking itself warns of them."""
    start = home_of(wanted.schedule, technician) if origin is None else origin
    return travel_minutes(wanted.schedule, technician, start, wanted.spot(technician), depart) or 0


def _on(wanted: Wanted, technician: Technician, day: date) -> Iterator[Arrival]:
    stops = [
        stop
        for stop in stops_on(wanted.schedule, technician, day)
        if wanted.held is None or stop.row.id != wanted.held.id
    ]
    frame = _frame(wanted, technician, day)
    if frame is not None:
        for gap in _gaps(wanted, technician, day, stops, frame[1]):
            yield from _in_gap(wanted, technician, day, gap, frame[0])
    for stop in stops:
        if gives_way(wanted, stop.row):
            yield from _in_own_work(wanted, technician, stop)


def _frame(wanted: Wanted, technician: Technician, day: date) -> tuple[Instant, Instant] | None:
    """When the technician's day begins, not before the site opens, and when it ends; None on a day off."""
    schedule = wanted.schedule
    pattern = schedule.working_pattern(technician.id, day)
    site = wanted.site if wanted.mode is Mode.ON_SITE else None
    if pattern is not None:
        hours, zone = pattern.on(day), technician.zone
        if not hours:
            return None
    elif site is not None and site.opening:
        hours, zone = hours_on(site.opening, day), site.zone
    else:
        hours, zone = (), technician.zone
    if not hours:
        return instant(day, USUAL[0], zone), instant(day, USUAL[1], zone)
    spans = spans_of(day, hours, zone)
    if not spans:
        return None
    opens = spans[0].start
    if site is not None and site.opening:
        open_at = [instant(day, each.start, site.zone) for each in hours_on(site.opening, day)]
        opens = max(opens, min(open_at, default=opens))
    return opens, max(span.end for span in spans)


def _gaps(wanted: Wanted, technician: Technician, day: date, stops: list[Stop], closes: Instant) -> Iterator[_Gap]:
    """Between bookings and absences of the day, before the first and after the last."""
    home = home_of(wanted.schedule, technician)
    whole = day_span(day, technician.zone)
    blocks: list[tuple[Instant, Instant, Spot, bool]] = [(s.start, s.end, s.spot, True) for s in stops]
    for start, end in away_spans(wanted.schedule, technician):
        if start < whole.end and whole.start < end:
            blocks.append((start, end, home, False))
    blocks.sort(key=lambda block: (block[0], block[1]))
    leave, origin, settled = whole.start, home, False
    for start, end, spot, work in blocks:
        if start > leave and start > wanted.now:
            yield _Gap(max(leave, wanted.now), origin, settled, start, spot)
        if end > leave:
            leave, origin, settled = end, spot, work
    if leave < min(closes, whole.end):
        yield _Gap(max(leave, wanted.now), origin, settled, None, home)


def _in_gap(wanted: Wanted, technician: Technician, day: date, gap: _Gap, opens: Instant) -> Iterator[Arrival]:
    """The first arrival, the first with some slack behind other work, the first after a lunch, and the last."""
    schedule = wanted.schedule
    limits = schedule.limits(technician.id, day)
    there = _minutes(wanted, technician, gap.origin, max(gap.leave, opens))
    earliest = max(gap.leave + there * MINUTE, wanted.opens)
    earliest = max(earliest, opens)
    relaxed = max(earliest, gap.leave + (there + limits.slack) * MINUTE) if gap.settled and there else earliest
    starts = [relaxed] if relaxed == earliest else [relaxed, earliest]
    lunch = instant(day, limits.lunch_from, technician.zone)
    last = instant(day, limits.lunch_to, technician.zone)
    if earliest < last and earliest + wanted.seconds > lunch:
        starts.append(max(earliest, max(gap.leave, lunch) + (limits.lunch_minutes + there) * MINUTE))
    spot = wanted.spot(technician)
    begins = earliest + wanted.seconds
    back = travel_minutes(schedule, technician, spot, gap.after, begins)
    direct = travel_minutes(schedule, technician, gap.origin, gap.after, gap.leave)
    extra = UNKNOWN_EXTRA if back is None or direct is None else there + back - direct
    for start in starts:
        arrives = full_step(start)
        due_back = arrives + wanted.seconds + (back or 0) * MINUTE
        if gap.until is None or due_back < gap.until + limits.late_tolerance * MINUTE:
            tight = start == earliest and relaxed > earliest
            yield Arrival(arrives, extra, False, full_step(relaxed) + 1 if tight else arrives)
    if gap.until is not None and not wanted.urgent:
        late = (gap.until - wanted.seconds - ((back or 0) + limits.slack) * MINUTE) // STEP * STEP
        if late > full_step(earliest):
            yield Arrival(late, extra, False, late)


def _in_own_work(wanted: Wanted, technician: Technician, stop: Stop) -> Iterator[Arrival]:
    """Straight there instead of beginning the work, or leaving it as soon as possible."""
    there = _minutes(wanted, technician, stop.spot, max(wanted.now, stop.start))
    if stop.start >= wanted.now + there * MINUTE:
        yield Arrival(full_step(stop.start), 2 * there, True, full_step(stop.start))
    leave = full_step(max(wanted.now, stop.start, wanted.opens - there * MINUTE))
    if stop.start <= leave < stop.end:
        arrives = full_step(leave + there * MINUTE)
        yield Arrival(arrives, 2 * there, True, arrives)


def working_days(wanted: Wanted, first: date, count: int) -> list[date]:
    """`count` days from `first` on that are no weekend and no holiday of the office, or of `first` itself."""
    found = [first]
    day = first
    while len(found) < count:
        day += ONE_DAY
        if day.weekday() < 5 and not wanted.schedule.holidays_on(wanted.schedule.office.calendar, day):
            found.append(day)
    return found
