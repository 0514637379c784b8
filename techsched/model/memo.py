"""What has been worked out of a schedule's rows, carried on to the next schedule as long as those rows stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment, Waiver
from techsched.model.client import Site
from techsched.model.conflict import Override
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.holiday import Holiday
from techsched.model.leg import DayWork, Link
from techsched.model.office import Office, OuterZone, TravelTime
from techsched.model.row import Row
from techsched.model.span import ONE_DAY, Instant
from techsched.model.technician import Technician
from techsched.model.travel import Spot, TravelSettings
from techsched.model.visit import Visit

K = TypeVar("K")
V = TypeVar("V")

Pairs = Mapping[type[Row], Sequence[tuple[Row | None, Row | None]]]
"""Rows of a change by table, before and after."""

PLACES: dict[type[Row], tuple[str, ...]] = {
    Site: ("district", "outer_zone_id", "lat", "lon"),
    Engagement: ("site_id",),
    StaffingLine: ("engagement_id", "site_id"),
    Placement: ("line_id",),
    Visit: ("site_id",),
    Assignment: ("placement_id", "visit_id", "covers"),
}
"""What says where a booking is: when one of these changes, no trip and no day can be trusted."""

PERSON = (
    "home_district",
    "home_lat",
    "home_lon",
    "transport",
    "work_place",
    "zone",
    "calendar",
    "leave_days",
    "weekly_minutes",
    "employed_from",
    "employed_after",
)
_LIGHT: frozenset[type[Row]] = frozenset({Assignment, Absence, Visit, Waiver, Override})


class Memo:
    """Caches, each filled by the module that knows the answer.

    A row that comes or goes spoils only what is its own: nothing that stays points at it.
    """

    __slots__ = ("ahead", "away", "days", "homes", "leave", "links", "months", "settings", "sites", "spots")

    def __init__(self) -> None:
        self.settings: tuple[TravelSettings, str] | None = None
        """What the office knows of travel, and the zone in which its peaks are read."""
        self.spots: dict[int, Spot] = {}
        """By site."""
        self.homes: dict[int, Spot] = {}
        """By technician, as are all below but `sites`."""
        self.sites: dict[int, int | None] = {}
        """Site of a placement."""
        self.away: dict[int, tuple[tuple[Instant, Instant], ...]] = {}
        self.leave: dict[int, dict[int, int]] = {}
        self.ahead: dict[int, dict[int, int]] = {}
        self.days: dict[int, dict[date, DayWork | None]] = {}
        self.links: dict[int, dict[date, tuple[Link, ...]]] = {}
        self.months: dict[int, dict[tuple[int, int], int]] = {}
        """By year and month; month 0 is the year."""

    def after(self, pairs: Pairs, zone_of: Callable[[int], str | None]) -> Memo:
        """The memo of the schedule after a change; `zone_of` tells a technician's zone."""
        found = Memo()
        if not pairs.keys().isdisjoint((Office, OuterZone, TravelTime)):
            return found
        found.settings = self.settings
        for table, names in PLACES.items():
            for before, now in pairs.get(table, ()):
                if before is not None and now is not None and _differ(before, now, names):
                    return found
        found.spots = _without(self.spots, _come_or_gone(pairs, Site))
        found.sites = _without(self.sites, _come_or_gone(pairs, Placement))
        people = pairs.get(Technician, ())
        moved = {row.id for before, now in people for row in (before, now) if row and _differ(before, now, PERSON)}
        absent = {row.technician_id for pair in pairs.get(Absence, ()) for row in pair if isinstance(row, Absence)}
        booked: dict[int, set[date]] = {}
        for pair in pairs.get(Assignment, ()):
            for row in pair:
                if isinstance(row, Assignment):
                    days = booked.setdefault(row.technician_id, set())
                    days.add(row.day)
                    if row.zone != zone_of(row.technician_id):
                        # the technician's own zone may date the row a day earlier or later
                        days.update((row.day - ONE_DAY, row.day + ONE_DAY))
        found.homes = _without(self.homes, moved)
        found.away = _without(self.away, moved | absent)
        found.leave = {} if Holiday in pairs else _without(self.leave, moved | absent)
        found.ahead = _without(self.ahead, absent) if pairs.keys() <= _LIGHT else {}
        found.days = _without(self.days, moved | absent)
        found.links = _without(self.links, moved | absent)
        found.months = _without(self.months, moved | absent)
        for technician_id, days in booked.items():
            if technician_id in found.days:
                found.days[technician_id] = _without(found.days[technician_id], days)
            if technician_id in found.links:
                found.links[technician_id] = _without(found.links[technician_id], days)
            if technician_id in found.months:
                gone = {(day.year, month) for day in days for month in (0, day.month)}
                found.months[technician_id] = _without(found.months[technician_id], gone)
        return found


def _differ(before: Row | None, now: Row | None, names: tuple[str, ...]) -> bool:
    return before is None or now is None or any(getattr(before, n) != getattr(now, n) for n in names)


def _come_or_gone(pairs: Pairs, table: type[Row]) -> set[int]:
    return {row.id for pair in pairs.get(table, ()) if None in pair for row in pair if row is not None}


def _without(held: dict[K, V], gone: set[K]) -> dict[K, V]:
    """A dict of its own: two schedules that come from one must not fill each other's.

    Copied in one go, as another thread may be asking the older schedule and filling it.
    """
    found = dict(held)
    for key in gone:
        found.pop(key, None)
    return found
