"""The closed sets of the domain: profiles, terms, modes, priorities, states, severities."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Profile(StrEnum):
    """The five profiles sold. `rank` orders them; the two specialist profiles stand side by side."""

    JUNIOR = "Junior Systems Technician"
    SYSTEMS = "Systems Technician"
    ADMINISTRATOR = "Systems Administrator"
    NETWORK = "Network Technician"
    SENIOR = "Senior Engineer"

    @property
    def rank(self) -> int:
        return _RANKS[self]

    def steps_below(self, asked: Profile) -> int:
        """How many profiles short of `asked`; 0 when it is met, negative when over-qualified.

        The two specialist profiles are one step apart from each other: a network technician sent for
        a systems administrator needs somebody's OK, as does the reverse.
        """
        if self is asked:
            return 0
        if self.rank == asked.rank:
            return 1
        return asked.rank - self.rank


_RANKS = {
    Profile.JUNIOR: 1,
    Profile.SYSTEMS: 2,
    Profile.ADMINISTRATOR: 3,
    Profile.NETWORK: 3,
    Profile.SENIOR: 4,
}


class Transport(StrEnum):
    PUBLIC = "public"
    CAR = "car"
    VAN = "van"
    MOTORBIKE = "motorbike"


class WorkPlace(StrEnum):
    """Where a technician works as a rule; `MOBILE` makes first and last trip working time (C-266/14)."""

    FIXED = "fixed"
    CLIENT = "client"
    MOBILE = "mobile"


class Term(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    INDEFINITE = "indefinite"
    HOLIDAY_COVER = "holiday_cover"


class Mode(StrEnum):
    ON_SITE = "on_site"
    REMOTE = "remote"
    MIXED = "mixed"
    """Only of engagements and lines; a row is on site or remote."""


class EngagementState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    ONBOARDING = "onboarding"
    ACTIVE = "active"
    ENDING = "ending"
    ENDED = "ended"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"

    @property
    def makes_demand(self) -> bool:
        """A draft, a proposal and a cancelled or suspended engagement ask for nobody."""
        return self not in (
            EngagementState.DRAFT,
            EngagementState.PROPOSED,
            EngagementState.SUSPENDED,
            EngagementState.CANCELLED,
        )


class Priority(StrEnum):
    CRITICAL = "critical"
    HIGH = "high"
    STANDARD = "standard"
    PLANNED = "planned"

    @property
    def rank(self) -> int:
        """0 is the most urgent."""
        return list(Priority).index(self)


class Asked(StrEnum):
    INCIDENT = "incident"
    REQUEST = "request"


class TargetClock(StrEnum):
    """Whether response minutes run round the clock or only 09-18 on working days of the city."""

    ROUND_THE_CLOCK = "24x7"
    WORKING = "working"


class VisitState(StrEnum):
    """Derived from a visit's stamps and bookings, never stored."""

    REQUESTED = "requested"
    TENTATIVE = "tentative"
    SCHEDULED = "scheduled"
    DISPATCHED = "dispatched"
    EN_ROUTE = "en_route"
    ON_SITE = "on_site"
    COMPLETED = "completed"
    CANNOT_COMPLETE = "cannot_complete"
    NO_ACCESS = "no_access"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        return self in (
            VisitState.COMPLETED,
            VisitState.CANNOT_COMPLETE,
            VisitState.NO_ACCESS,
            VisitState.CANCELLED,
        )


class AssignmentState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Firmness(StrEnum):
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"


class AbsenceKind(StrEnum):
    ANNUAL_LEAVE = "annual_leave"
    SICK = "sick"
    TRAINING = "training"
    PERMISSION = "permission"
    PARENTAL = "parental"
    OTHER = "other"


class AbsenceState(StrEnum):
    REQUESTED = "requested"
    APPROVED = "approved"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class CoverDecision(StrEnum):
    WAIVED = "waived"
    LEFT_UNCOVERED = "left_uncovered"


class ClosureKind(StrEnum):
    CLOSED = "closed"
    STRESS = "stress"
    BLACKOUT = "blackout"


class HolidayScope(StrEnum):
    NATIONAL = "national"
    REGION = "region"
    MUNICIPALITY = "municipality"
    CLIENT = "client"


class HolidayStatus(StrEnum):
    OFFICIAL = "official"
    PROJECTED = "projected"


class RuleScope(StrEnum):
    COUNTRY = "country"
    SECTOR = "sector"
    COMPANY = "company"
    PERSON = "person"


class Severity(IntEnum):
    """Orders by weight: `max(severities)` is the worst."""

    WARNING = 1
    APPROVAL = 2
    HARD = 3

    @property
    def word(self) -> str:
        return self.name.lower()


class Verdict(StrEnum):
    """What a placing would mean; `rank` sorts the best first."""

    GOOD = "good"
    WARNING = "warning"
    APPROVAL = "approval"
    IMPOSSIBLE = "impossible"

    @property
    def rank(self) -> int:
        return _VERDICTS[self]


_VERDICTS = {verdict: place for place, verdict in enumerate(Verdict)}


class Because(StrEnum):
    """The five reasons for keeping a conflict, each with one key, and two that are recorded by themselves."""

    CLIENT_AGREED = "client_agreed"
    TECHNICIAN_AGREED = "technician_agreed"
    MANAGER_AGREED = "manager_agreed"
    RESOLVING_TODAY = "resolving_today"
    OTHER = "other"
    OK_GIVEN = "ok_given"
    """One confirmation of what needs somebody's OK; never enough for a hard conflict."""
    IMPORTED = "imported"
    """Set by an import only."""


class Rule(StrEnum):
    """Codes of the rules, stable in `check --json`, overrides and tests."""

    DOUBLE_BOOKING = "double_booking"
    ABSENCE = "absence"
    ABSENCE_REQUESTED = "absence_requested"
    EMPLOYMENT = "employment"
    CERTIFICATION = "certification"
    CLEARANCE = "clearance"
    PROFILE = "profile"
    SKILL = "skill"
    OVER_QUALIFIED = "over_qualified"
    DAILY_REST = "daily_rest"
    WEEKLY_REST = "weekly_rest"
    TRAVEL = "travel"
    TRAVEL_TIGHT = "travel_tight"
    TRAVEL_EXTRA = "travel_extra"
    TRAVEL_UNKNOWN = "travel_unknown"
    VISIT_WINDOW = "visit_window"
    MODE = "mode"
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    RESPONSE = "response"
    DAY_HOURS = "day_hours"
    WEEK_HOURS = "week_hours"
    YEAR_HOURS = "year_hours"
    BREAK = "break"
    SHORT_NOTICE = "short_notice"
    PATTERN = "pattern"
    OPENING_HOURS = "opening_hours"
    DISTRICT = "district"
    LANGUAGE = "language"
    DISPLACES = "displaces"
    UNCOVERED = "uncovered"
