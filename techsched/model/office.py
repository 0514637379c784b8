"""The office itself: its city, clock, language, places outside the city, and travel set by hand."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.model.kinds import Transport
from techsched.model.row import Row
from techsched.model.span import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Row):
    """The one row that says whose file this is."""

    name: str
    city: str = "madrid"
    """Key of a city pack."""
    zone: str = "Europe/Madrid"
    calendar: str = "ES-MD-28079"
    language: str = "es"
    fixed_now: Instant | None = None
    """A file may stand still in time, as the sample office does; shown in its banner."""
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OuterZone(Row):
    """A place outside the city, reached through its nearest district plus minutes."""

    name: str
    nearest_district: str
    extra_minutes: int
    calendar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelTime(Row):
    """Minutes between two places, set by hand; place keys 'site:ID', 'district:07', 'zone:ID'."""

    origin: str
    destination: str
    minutes: int
    transport: Transport | None = None
    """None: by any means."""
