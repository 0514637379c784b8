"""Technicians and what they hold: skills, certifications, clearances, working patterns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.hours import WeekHours, hours_on
from techsched.model.kinds import Profile, Transport, WorkPlace
from techsched.model.row import Row
from techsched.model.span import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Technician(Row):
    """Somebody we can send or put on line. Absence, patterns and rest are read in `zone`."""

    code: str
    name: str
    profile: Profile
    home_district: str
    """Two-digit district code; empty when not known, then travel from home is asked, never invented."""
    districts: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    zone: str = "Europe/Madrid"
    calendar: str = "ES-MD-28079"
    """Public holidays by place, from country to municipality: 'ES-MD-28079' takes those of ES and ES-MD."""
    transport: Transport = Transport.PUBLIC
    work_place: WorkPlace = WorkPlace.CLIENT
    home_lat: float | None = None
    home_lon: float | None = None
    employed_from: date
    employed_after: date | None = None
    """First day no longer employed."""
    weekly_minutes: int = 40 * 60
    leave_days: int = 23
    remote_ok: bool = True
    on_call: bool = False
    phone: str = ""
    email: str = ""
    notes: str = ""

    @property
    def employed(self) -> Days:
        return Days(self.employed_from, self.employed_after)

    @property
    def initials(self) -> str:
        words = self.name.split()
        return "".join(word[0] for word in words[:2]).upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Row):
    technician_id: int
    name: str
    level: int
    """1 to 5."""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification(Row):
    technician_id: int
    name: str
    vendor: str = ""
    number: str = ""
    issued: date | None = None
    expires: date | None = None
    """Last day of validity; None never expires."""

    def valid_on(self, day: date) -> bool:
        return (self.issued is None or self.issued <= day) and (self.expires is None or day <= self.expires)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Row):
    """NDA, induction or site pass, for one client, or for one site of it."""

    technician_id: int
    name: str
    client_id: int
    site_id: int | None = None
    expires: date | None = None
    """Last day of validity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingPattern(Row):
    """Dated weekly hours; between `season_from` and `season_to` ('MM-DD', both included) the season's hold."""

    technician_id: int
    first: date
    after: date | None = None
    cycle_weeks: int = 1
    hours: WeekHours = ()
    season_from: str = ""
    season_to: str = ""
    season_hours: WeekHours = ()

    @property
    def days(self) -> Days:
        return Days(self.first, self.after)

    def on(self, day: date) -> WeekHours:
        """Hours of a day inside the pattern's dates; empty is a day off."""
        if self.in_season(day):
            return hours_on(self.season_hours, day)
        return hours_on(self.hours, day, self.first, self.cycle_weeks)

    def in_season(self, day: date) -> bool:
        """A season that ends before it begins runs over the turn of the year."""
        if not self.season_from:
            return False
        told = f"{day.month:02d}-{day.day:02d}"
        if self.season_from <= self.season_to:
            return self.season_from <= told <= self.season_to
        return told >= self.season_from or told <= self.season_to
