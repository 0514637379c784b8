"""Clients, their sites, contacts, closures and response targets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.hours import WeekHours
from techsched.model.kinds import ClosureKind, Priority, TargetClock
from techsched.model.row import Row
from techsched.model.span import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Client(Row):
    code: str
    name: str
    sector: str = ""
    tier: str = ""
    own_firm: bool = False
    """Our own firm: holds shared services that serve several clients."""
    since: date | None = None
    language: str = "es"
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Row):
    """A place of a client. `zone` is the clock of everything booked there."""

    code: str
    client_id: int
    name: str
    district: str = ""
    """Two-digit code; empty outside the city, then `outer_zone_id` says where."""
    outer_zone_id: int | None = None
    address: str = ""
    postcode: str = ""
    lat: float | None = None
    lon: float | None = None
    zone: str = "Europe/Madrid"
    calendar: str = "ES-MD-28079"
    opening: WeekHours = ()
    """Empty: open at any hour."""
    clearances: tuple[str, ...] = ()
    """Names of the clearances that somebody must hold to work here."""
    access: str = ""
    parking: str = ""
    language: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Row):
    client_id: int
    site_id: int | None = None
    name: str
    role: str = ""
    phone: str = ""
    email: str = ""
    language: str = "es"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure(Row):
    """Days on which a client, or one site of it, is closed, under stress, or wants nobody."""

    client_id: int
    site_id: int | None = None
    name: str
    first: date
    after: date
    kind: ClosureKind = ClosureKind.CLOSED

    @property
    def days(self) -> Days:
        return Days(self.first, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceTarget(Row):
    """Minutes from escalation to arrival, and to resolution, that a client was promised."""

    client_id: int
    priority: Priority
    response_minutes: int
    resolution_minutes: int | None = None
    clock: TargetClock = TargetClock.ROUND_THE_CLOCK
