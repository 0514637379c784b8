"""A technician's day on the road: where each booking is, and the legs before, between and after them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.client import Site
from techsched.model.demand import site_of_line
from techsched.model.engagement import Placement, StaffingLine
from techsched.model.kinds import Mode, Transport
from techsched.model.office import OuterZone, TravelTime
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, ONE_DAY, Instant
from techsched.model.technician import Technician
from techsched.model.travel import Spot, TravelSettings, minutes
from techsched.model.visit import Visit
from techsched.model.wall import day_of, instant, minute_of
from techsched.model.work import base_of

NOWHERE = Spot()
"""Of on-site work that names no site; every trip to it is unknown."""
NEVER: Instant = 1 << 62
"""When an absence without an end is over."""


class Stop(NamedTuple):
    """A stretch that a technician works in one place: a booking, or what an absence of hours leaves of it."""

    start: Instant
    end: Instant
    spot: Spot
    row: Assignment
    pause: int
    """Minutes of a movable break in it."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One trip. `minutes` None: not known, then it departs and arrives at once.

    A trip to a booking begins as late as it may; it arrives after the booked start only where the booking
    before it ends too late. The trip home begins when the last booking ends. A row of None: home.
    """

    minutes: int | None
    origin: Spot
    destination: Spot
    depart: Instant
    arrive: Instant
    from_row: int | None
    to_row: int | None


class Link(NamedTuple):
    """A leg with the stops it leads from and to; None: home."""

    before: Stop | None
    after: Stop | None
    leg: Leg


# where


def home_of(schedule: Schedule, technician: Technician) -> Spot:
    found = schedule.memo.homes.get(technician.id)
    if found is None:
        found = schedule.memo.homes[technician.id] = Spot.home_of(technician)
    return found


def spot_of_site(schedule: Schedule, site_id: int | None) -> Spot:
    if site_id is None:
        return NOWHERE
    found = schedule.memo.spots.get(site_id)
    if found is None:
        found = schedule.memo.spots[site_id] = Spot.of_site(schedule.row(Site, site_id))
    return found


def site_id_of(schedule: Schedule, row: Assignment) -> int | None:
    """The site of the visit, or of the placed line, that the row is for in the end."""
    base = row if row.covers is None else base_of(schedule, row)
    if base.visit_id is not None:
        return schedule.row(Visit, base.visit_id).site_id
    assert base.placement_id is not None
    sites = schedule.memo.sites
    if base.placement_id not in sites:
        line = schedule.row(StaffingLine, schedule.row(Placement, base.placement_id).line_id)
        site = site_of_line(schedule, line)
        sites[base.placement_id] = None if site is None else site.id
    return sites[base.placement_id]


def spot_of(schedule: Schedule, technician: Technician, row: Assignment) -> Spot:
    """Where the technician works on the row: at its site, or at home on remote work."""
    if row.mode is Mode.REMOTE:
        return home_of(schedule, technician)
    return spot_of_site(schedule, site_id_of(schedule, row))


# when


def away_spans(schedule: Schedule, technician: Technician) -> tuple[tuple[Instant, Instant], ...]:
    """Start and end of the technician's approved absences, in order of start."""
    found = schedule.memo.away.get(technician.id)
    if found is None:
        spans = []
        for absence in schedule.group(Absence, "technician", technician.id):
            if absence.stands:
                start = instant(absence.first, absence.from_minute or 0, technician.zone)
                last = absence.days.last
                until = 1440 if absence.to_minute is None else absence.to_minute
                end = NEVER if last is None else instant(last, until, technician.zone)
                if start < end:
                    spans.append((start, end))
        found = schedule.memo.away[technician.id] = tuple(sorted(spans))
    return found


def stops_on(schedule: Schedule, technician: Technician, day: date, row: Assignment | None = None) -> tuple[Stop, ...]:
    """Where the technician works on the bookings that start on `day` in the technician's zone, by start.

    `row` is imagined: it stands in for the row of its id. What lies in an approved absence is left out.
    """
    start, end = instant(day, 0, technician.zone), instant(day + ONE_DAY, 0, technician.zone)
    rows = schedule.diary(technician.id).starting(start, end)
    if row is not None:
        rows = [held for held in rows if held.id != row.id]
        if row.occupies and start <= row.start < end:
            insort(rows, row, key=_by_start)
    if not rows:
        return ()
    away = away_spans(schedule, technician)
    found: list[Stop] = []
    for held in rows:
        spot = spot_of(schedule, technician, held)
        pause = 0 if held.break_start is not None else held.break_minutes
        if away and any(first < held.end and held.start < after for first, after in away):
            found.extend(_what_is_left(held, spot, pause, away))
        else:
            found.append(Stop(held.start, held.end, spot, held, pause))
    return tuple(found)


def _by_start(row: Assignment) -> tuple[Instant, Instant, int]:
    return row.start, row.end, row.id


def _what_is_left(row: Assignment, spot: Spot, pause: int, away: Sequence[tuple[Instant, Instant]]) -> list[Stop]:
    """A movable break is taken during the absence, as far as it is long enough."""
    pieces = [(row.start, row.end)]
    for first, after in away:
        pieces = [
            piece
            for start, end in pieces
            for piece in ((start, min(end, first)), (max(start, after), end))
            if piece[0] < piece[1]
        ]
    present = sum(end - start for start, end in pieces)
    pause = max(0, pause - (row.end - row.start - present) // MINUTE)
    longest = max(pieces, key=lambda piece: piece[1] - piece[0], default=None)
    return [Stop(start, end, spot, row, pause if (start, end) == longest else 0) for start, end in pieces]


# how long


def travel_minutes(
    schedule: Schedule, technician: Technician, origin: Spot, destination: Spot, depart: Instant
) -> int | None:
    """Minutes by the technician's transport when leaving at `depart`; peaks are those of the office's clock."""
    if schedule.memo.settings is None:
        zones, times = schedule.rows(OuterZone).values(), schedule.rows(TravelTime).values()
        schedule.memo.settings = (TravelSettings.of(zones, times), schedule.office.zone)
    settings, zone = schedule.memo.settings
    minute = None if technician.transport is Transport.PUBLIC else minute_of(depart, zone)
    return minutes(schedule.city, settings, origin, destination, technician.transport, minute)


def leg_between(schedule: Schedule, technician: Technician, before: Stop | None, after: Stop | None) -> Leg:
    """The trip from a stop, or from home, to the next one, or home.

    Peaks: those of the departure that would arrive in time at off-peak or peak minutes of the start itself.
    """
    home = home_of(schedule, technician)
    origin = home if before is None else before.spot
    destination = home if after is None else after.spot
    if after is None:
        assert before is not None
        taken = travel_minutes(schedule, technician, origin, destination, before.end)
        arrive = before.end + (taken or 0) * MINUTE
    else:
        guess = travel_minutes(schedule, technician, origin, destination, after.start)
        leave = after.start - (guess or 0) * MINUTE
        if before is not None:
            leave = max(leave, before.end)
        taken = travel_minutes(schedule, technician, origin, destination, leave)
        arrive = after.start
        if before is not None and taken is not None:
            arrive = max(arrive, before.end + taken * MINUTE)
    return Leg(
        minutes=taken,
        origin=origin,
        destination=destination,
        depart=arrive - (taken or 0) * MINUTE,
        arrive=arrive,
        from_row=None if before is None else before.row.id,
        to_row=None if after is None else after.row.id,
    )


def links_of(schedule: Schedule, technician: Technician, stops: Sequence[Stop]) -> tuple[Link, ...]:
    """From home to the first stop, from each to the next, and home from the last.

    Of several stops that have begun, the one that ends last leads on.
    """
    if not stops:
        return ()
    last = stops[0]
    chain: list[tuple[Stop | None, Stop | None]] = [(None, last)]
    for stop in stops[1:]:
        chain.append((last, stop))
        if stop.end >= last.end:
            last = stop
    chain.append((last, None))
    return tuple(Link(one, other, leg_between(schedule, technician, one, other)) for one, other in chain)


# what board, paper and plans ask


def day_journey(schedule: Schedule, technician_id: int, day: date) -> tuple[Leg, ...]:
    """The trips of a day in order; none between two bookings in one place, or from home to work at home."""
    technician = schedule.row(Technician, technician_id)
    links = links_of(schedule, technician, stops_on(schedule, technician, day))
    return tuple(link.leg for link in links if link.leg.minutes != 0)


def legs_around(schedule: Schedule, technician: Technician, row: Assignment) -> tuple[Leg | None, Leg | None]:
    """The trips to and from a booking of the schedule, or an imagined one; None where no trip is made.

    Neighbours are the technician's other bookings of the same day; before the first and after the last is
    home. A booking that an absence takes whole has no trips.
    """
    stops = stops_on(schedule, technician, day_of(row.start, technician.zone), row)
    there: Leg | None = None
    back: Leg | None = None
    for _, _, leg in links_of(schedule, technician, stops):
        if leg.minutes == 0 or leg.from_row == leg.to_row:
            continue
        if leg.to_row == row.id and there is None:
            there = leg
        if leg.from_row == row.id:
            back = leg
    return there, back


def earliest_arrival(schedule: Schedule, technician: Technician, site: Site, after: Instant, now: Instant) -> Instant:
    """The first instant from `after` on at which the technician can be at the site.

    Leaves from where the last booking begun by then is, when it ends and not before `now`, or from home.
    Later bookings are not looked at; unknown minutes count as none (the booking itself warns of them).
    """
    day = day_of(after, technician.zone)
    origin, leave = home_of(schedule, technician), now
    for stop in (*stops_on(schedule, technician, day - ONE_DAY), *stops_on(schedule, technician, day)):
        same_day = day_of(stop.row.start, technician.zone) == day
        if stop.start <= after and (same_day or stop.end > after):
            origin, leave = stop.spot, max(now, stop.end)
    taken = travel_minutes(schedule, technician, origin, spot_of_site(schedule, site.id), leave)
    return max(after, leave + (taken or 0) * MINUTE)
