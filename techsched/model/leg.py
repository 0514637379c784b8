"""Stops of a day, the legs that join them, and the work that they make together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from techsched.model.assignment import Assignment
from techsched.model.span import Instant
from techsched.model.travel import Spot


class Stop(NamedTuple):
    """A stretch that a technician works in one place: a booking, or what an absence of hours leaves of it."""

    start: Instant
    end: Instant
    spot: Spot
    row: Assignment
    pause: int
    """Minutes of a movable break in it."""


class Leg(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class DayWork:
    """What a technician works on one day: from when to when, and how many minutes.

    `day` is that of the technician's zone; all bookings belong to it that start on it.
    `first_id` and `last_id` are the bookings that begin and end it. Of a mobile technician the first trip
    and the last belong to it, so that it begins on leaving home; of others it begins with the first booking.
    """

    day: date
    start: Instant
    end: Instant
    minutes: int
    first_id: int
    last_id: int
    stops: int
