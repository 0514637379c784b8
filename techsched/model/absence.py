"""Absences of technicians, and the decisions about what they open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.kinds import AbsenceKind, AbsenceState, CoverDecision
from techsched.model.row import Row
from techsched.model.span import Days, Instant, Span
from techsched.model.wall import instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Row):
    """Whole days, or part of a day between two wall minutes, in the technician's zone.

    The kind is private: paper, pictures and exports say "away" (training excepted).
    """

    code: str = ""
    technician_id: int
    kind: AbsenceKind
    state: AbsenceState = AbsenceState.APPROVED
    first: date
    after: date | None = None
    """None: no end yet (a sick call)."""
    from_minute: int | None = None
    to_minute: int | None = None
    """Of an absence with a part day: on the first day it begins at `from_minute`, on its last day it
    ends at `to_minute`; None is the start or the end of that day."""
    requested_on: date | None = None
    decided_by: str = ""
    note: str = ""

    @property
    def days(self) -> Days:
        return Days(self.first, self.after)

    @property
    def whole_days(self) -> bool:
        return self.from_minute is None and self.to_minute is None

    @property
    def stands(self) -> bool:
        """Approved: what was refused or cancelled takes nobody away."""
        return self.state is AbsenceState.APPROVED

    def away_on(self, day: date, zone: str) -> Span | None:
        """The part of `day` that this absence takes; None when the day is outside it."""
        if day not in self.days:
            return None
        last = self.days.last
        begins = self.from_minute if day == self.first and self.from_minute is not None else 0
        ends = self.to_minute if day == last and self.to_minute is not None else 1440
        start, end = instant(day, begins, zone), instant(day, ends, zone)
        # also nothing: hours that the clock jumps over in March
        return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverItem(Row):
    """A decision about one absent day of an assignment that nobody covers."""

    absence_id: int
    assignment_id: int
    day: date
    decision: CoverDecision
    agreed_by: str = ""
    """Who at the client agreed, of a waiver."""
    by: str = ""
    at: Instant = 0
    note: str = ""
