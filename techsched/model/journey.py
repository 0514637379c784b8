"""A technician's day on the road: where each booking is, and the legs before, between and after them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.client import Site
from techsched.model.demand import site_of_line
from techsched.model.engagement import Placement, StaffingLine
from techsched.model.kinds import Mode, Transport
from techsched.model.leg import Leg, Link, Stop
from techsched.model.office import OuterZone, TravelTime
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, ONE_DAY, Instant
from techsched.model.technician import Technician
from techsched.model.travel import Spot, TravelSettings, minutes
from techsched.model.visit import Visit
from techsched.model.wall import day_of, instant, minute_of
from techsched.model.work import base_of

__all__ = [
    "Leg",
    "Link",
    "Stop",
    "away_spans",
    "day_journey",
    "earliest_arrival",
    "home_of",
    "legs_around",
    "links_on",
    "site_id_of",
    "spot_of",
    "spot_of_site",
    "stops_on",
    "travel_minutes",
]

NOWHERE = Spot()
"""Of on-site work that names no site; every trip to it is unknown."""
NEVER: Instant = 1 << 62
"""When an absence without an end is over."""


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


def stops_on(schedule: Schedule, technician: Technician, day: date) -> list[Stop]:
    """Where the technician works on the bookings that start on `day` in the technician's zone, by start.

    What lies in an approved absence is left out.
    """
    start, end = instant(day, 0, technician.zone), instant(day + ONE_DAY, 0, technician.zone)
    found: list[Stop] = []
    for row in schedule.diary(technician.id).starting(start, end):
        found.extend(_stops_of(schedule, technician, row))
    # what an absence leaves of a booking may begin after the next one
    found.sort(key=_by_start)
    return found


def _stops_of(schedule: Schedule, technician: Technician, row: Assignment) -> list[Stop]:
    away = away_spans(schedule, technician)
    spot = spot_of(schedule, technician, row)
    pause = 0 if row.break_start is not None else row.break_minutes
    if away and any(first < row.end and row.start < after for first, after in away):
        return _what_is_left(row, spot, pause, away)
    return [Stop(row.start, row.end, spot, row, pause)]


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


def _settings(schedule: Schedule) -> tuple[TravelSettings, str]:
    found = schedule.memo.settings
    if found is None:
        zones, times = schedule.rows(OuterZone).values(), schedule.rows(TravelTime).values()
        found = schedule.memo.settings = (TravelSettings.of(zones, times), schedule.office.zone)
    return found


def travel_minutes(
    schedule: Schedule, technician: Technician, origin: Spot, destination: Spot, depart: Instant
) -> int | None:
    """Minutes by the technician's transport when leaving at `depart`; peaks are those of the office's clock."""
    settings, zone = _settings(schedule)
    minute = None if technician.transport is Transport.PUBLIC else minute_of(depart, zone)
    return minutes(schedule.city, settings, origin, destination, technician.transport, minute)


def _in_time(schedule: Schedule, technician: Technician, origin: Spot, destination: Spot, start: Instant) -> int | None:
    """The fewest planning minutes before `start` at which leaving is early enough, peak or no peak."""
    first = travel_minutes(schedule, technician, origin, destination, start)
    if not first or technician.transport is Transport.PUBLIC:
        return first
    second = travel_minutes(schedule, technician, origin, destination, start - first * MINUTE)
    if second is None or second >= first:
        return second
    third = travel_minutes(schedule, technician, origin, destination, start - second * MINUTE)
    return second if third is None or third <= second else first


def leg_between(schedule: Schedule, technician: Technician, before: Stop | None, after: Stop | None) -> Leg:
    """The trip from a stop, or from home, to the next one, or home."""
    home = home_of(schedule, technician)
    origin = home if before is None else before.spot
    destination = home if after is None else after.spot
    if after is None:
        assert before is not None
        taken = travel_minutes(schedule, technician, origin, destination, before.end)
        arrive = before.end + (taken or 0) * MINUTE
    else:
        taken = _in_time(schedule, technician, origin, destination, after.start)
        arrive = after.start
        if before is not None and taken is not None and after.start - taken * MINUTE < before.end:
            taken = travel_minutes(schedule, technician, origin, destination, before.end)
            arrive = max(arrive, before.end + (taken or 0) * MINUTE)
    depart = arrive - (taken or 0) * MINUTE
    from_row = None if before is None else before.row.id
    return Leg(taken, origin, destination, depart, arrive, from_row, None if after is None else after.row.id)


def links_on(schedule: Schedule, technician: Technician, day: date, row: Assignment | None = None) -> tuple[Link, ...]:
    """The stops of a day, each led to: from home to the first, from each to the next, and home from the last.

    `row` is imagined: it stands in for the row of its id. Empty on a free day. Of several stops that have
    begun, the one that ends last leads on.
    """
    held = schedule.memo.links.setdefault(technician.id, {})
    found = held.get(day)
    if found is None:
        found = held[day] = _chained(schedule, technician, stops_on(schedule, technician, day), ())
    if row is None:
        return found
    stops = [stop for _, stop, _ in found if stop is not None and stop.row.id != row.id]
    if row.occupies and day_of(row.start, technician.zone) == day:
        stops.extend(_stops_of(schedule, technician, row))
        stops.sort(key=_by_start)
    return _chained(schedule, technician, stops, found)


def _by_start(stop: Stop) -> tuple[Instant, Instant, int]:
    return stop.start, stop.end, stop.row.id


def _chained(
    schedule: Schedule, technician: Technician, stops: list[Stop], known: tuple[Link, ...]
) -> tuple[Link, ...]:
    """Stops in order as links; those that are known already are taken as they are."""
    if not stops:
        return ()
    pairs: list[tuple[Stop | None, Stop | None]] = [(None, stops[0])]
    last = stops[0]
    for stop in stops[1:]:
        pairs.append((last, stop))
        if stop.end >= last.end:
            last = stop
    pairs.append((last, None))
    return tuple([_link(schedule, technician, before, after, known) for before, after in pairs])


def _link(
    schedule: Schedule, technician: Technician, before: Stop | None, after: Stop | None, known: tuple[Link, ...]
) -> Link:
    for link in known:
        if link.before is before and link.after is after:
            return link
    return Link(before, after, leg_between(schedule, technician, before, after))


# what board, paper and plans ask


def day_journey(schedule: Schedule, technician_id: int, day: date) -> tuple[Leg, ...]:
    """The trips of a day in order; none between two bookings in one place, or from home to work at home."""
    technician = schedule.row(Technician, technician_id)
    return tuple(link.leg for link in links_on(schedule, technician, day) if link.leg.minutes != 0)


def legs_around(schedule: Schedule, technician: Technician, row: Assignment) -> tuple[Leg | None, Leg | None]:
    """The trips to and from a booking of the schedule, or an imagined one; None where no trip is made.

    Neighbours are the technician's other bookings of the same day; before the first and after the last is
    home. A booking that an absence takes whole has no trips.
    """
    there: Leg | None = None
    back: Leg | None = None
    for _, _, leg in links_on(schedule, technician, day_of(row.start, technician.zone), row):
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
