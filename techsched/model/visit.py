"""Visits: one on-site or remote intervention, its target, window, promise and stamps."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.model.engagement import SkillNeed
from techsched.model.kinds import Asked, Mode, Priority, Profile, TargetClock
from techsched.model.row import Row
from techsched.model.span import Instant, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Row):
    """State is derived from the stamps here and from the visit's assignments (`schedule.visit_state`)."""

    code: str
    client_id: int
    site_id: int
    title: str = ""
    service: str = ""
    profile: Profile | None = None
    skills: tuple[SkillNeed, ...] = ()
    language: str = ""
    priority: Priority = Priority.STANDARD
    asked: Asked = Asked.INCIDENT
    mode: Mode = Mode.ON_SITE
    minutes: int = 60
    people: int = 1
    """1 or 2 technicians at once."""
    escalated_at: Instant
    target_minutes: int | None = None
    """Minutes from escalation to arrival on `target_clock`; None for planned work."""
    target_clock: TargetClock = TargetClock.ROUND_THE_CLOCK
    due_by: Instant | None = None
    """Latest arrival that keeps the response target (the deadline)."""
    window_from: Instant | None = None
    window_to: Instant | None = None
    """The arrival lies in the window: a hard rule for planned work; for incidents its end is the target."""
    engagement_id: int | None = None
    follow_up_of: int | None = None
    who_asked: str = ""
    reference: str = ""
    """The client's own ticket number."""
    notes: str = ""
    promised_start: Instant | None = None
    promised_end: Instant | None = None
    """What the client was told; changes only when somebody says so."""
    confirmed_at: Instant | None = None
    dispatched_at: Instant | None = None
    en_route_at: Instant | None = None
    arrived_at: Instant | None = None
    ended_at: Instant | None = None
    outcome: str = ""
    """'', 'completed', 'cannot_complete', 'no_access' or 'cancelled'."""
    outcome_note: str = ""

    @property
    def window(self) -> Span | None:
        if self.window_from is None or self.window_to is None:
            return None
        return Span(self.window_from, self.window_to)

    @property
    def is_open(self) -> bool:
        return self.outcome == ""
