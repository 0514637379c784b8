"""What a client bought: engagements, their staffing lines, and placements of technicians on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.hours import Hours, WeekHours, hours_on
from techsched.model.kinds import EngagementState, Firmness, Mode, Profile, Term
from techsched.model.row import Row
from techsched.model.span import Days


@dataclass(frozen=True, slots=True, order=True)
class SkillNeed:
    """A skill of at least `level`, or a certification of that name valid on the day.

    `level` 0 asks for any level. `certification` True accepts only a certification (its lack is hard);
    otherwise either a skill or a certification of the name will do.
    """

    name: str
    level: int = 0
    certification: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Row):
    """One client's purchase. There is no minimum period; any engagement ends on any day."""

    code: str
    client_id: int
    site_id: int | None = None
    """Default site of its lines; None for remote work without a place."""
    term: Term
    title: str = ""
    reason: str = ""
    mode: Mode = Mode.ON_SITE
    first: date
    after: date | None = None
    months: int | None = None
    review_on: date | None = None
    state: EngagementState = EngagementState.ACTIVE
    zone: str = "Europe/Madrid"
    """Clock of remote work; on-site work is read in the site's."""
    serves: tuple[int, ...] = ()
    """Clients of a shared service, whose client is our own firm."""
    contact_id: int | None = None
    """Holiday cover: the client's own person who is away."""
    owner_id: int | None = None
    deputy_id: int | None = None
    notes: str = ""

    @property
    def days(self) -> Days:
        return Days(self.first, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingLine(Row):
    """Profile x headcount x hours from a date. An amendment closes one line and opens another."""

    engagement_id: int
    site_id: int | None = None
    service: str = ""
    profile: Profile | None = None
    headcount: int = 1
    skills: tuple[SkillNeed, ...] = ()
    language: str = ""
    hours: WeekHours = ()
    mode: Mode = Mode.ON_SITE
    onsite_weekdays: tuple[int, ...] = ()
    """Of a mixed line: weekdays on site, the others are remote."""
    dates: tuple[date, ...] = ()
    """Single days of a day engagement; empty means every day of `hours` within the dates."""
    works_holidays: bool = False
    first: date
    after: date | None = None

    @property
    def days(self) -> Days:
        return Days(self.first, self.after)

    def mode_on(self, day: date) -> Mode:
        if self.mode is Mode.MIXED:
            return Mode.ON_SITE if day.weekday() in self.onsite_weekdays else Mode.REMOTE
        return self.mode

    def hours_on(self, day: date) -> Hours | None:
        """The stretch that the line asks for on a day, before holidays and closures; None for no work."""
        if day not in self.days or (self.dates and day not in self.dates):
            return None
        stretches = hours_on(self.hours, day)
        return stretches[0] if stretches else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Row):
    """A technician on place `place` (1..headcount) of a line, from-to. Its days are assignments."""

    code: str = ""
    line_id: int
    place: int = 1
    technician_id: int
    first: date
    after: date | None = None
    firmness: Firmness = Firmness.CONFIRMED
    fixed: bool = False

    @property
    def days(self) -> Days:
        return Days(self.first, self.after)
