"""Tables of clients, their sites, contacts, closures, targets, and what they bought."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index

from techsched.model.engagement import SkillNeed
from techsched.model.hours import Hours
from techsched.model.kinds import (
    Asked,
    ClosureKind,
    EngagementState,
    Firmness,
    Mode,
    Priority,
    Profile,
    TargetClock,
    Term,
)
from techsched.store.columns import choice, key_of, moment, packed
from techsched.store.tables.stored import Stored, check, codes, in_order


class Client(Stored, table=True):
    __tablename__ = "client"
    __table_args__ = (codes("client"),)

    code: str
    name: str
    sector: str
    tier: str
    own_firm: bool
    since: date | None
    language: str
    notes: str


class Site(Stored, table=True):
    __tablename__ = "site"
    __table_args__ = (codes("site"), Index("ix_site_client_id", "client_id"))

    code: str
    client_id: int = key_of("client")
    name: str
    district: str
    outer_zone_id: int | None = key_of("outer_zone")
    address: str
    postcode: str
    lat: float | None
    lon: float | None
    zone: str
    calendar: str
    opening: tuple[Hours, ...] = packed(Hours)
    clearances: tuple[str, ...] = packed(str)
    access: str
    parking: str
    language: str
    notes: str


class Contact(Stored, table=True):
    __tablename__ = "contact"

    client_id: int = key_of("client")
    site_id: int | None = key_of("site")
    name: str
    role: str
    phone: str
    email: str
    language: str


class Closure(Stored, table=True):
    __tablename__ = "closure"
    __table_args__ = (in_order(),)

    client_id: int = key_of("client")
    site_id: int | None = key_of("site")
    name: str
    first: date
    after: date
    kind: ClosureKind = choice(ClosureKind)


class ServiceTarget(Stored, table=True):
    __tablename__ = "service_target"
    __table_args__ = (check("response_minutes", "response_minutes >= 0"),)

    client_id: int = key_of("client")
    priority: Priority = choice(Priority)
    response_minutes: int
    resolution_minutes: int | None
    clock: TargetClock = choice(TargetClock)


class Engagement(Stored, table=True):
    __tablename__ = "engagement"
    __table_args__ = (codes("engagement"), Index("ix_engagement_client_id", "client_id"), in_order())

    code: str
    client_id: int = key_of("client")
    site_id: int | None = key_of("site")
    term: Term = choice(Term)
    title: str
    reason: str
    mode: Mode = choice(Mode)
    first: date
    after: date | None
    months: int | None
    review_on: date | None
    state: EngagementState = choice(EngagementState)
    zone: str
    serves: tuple[int, ...] = packed(int)
    contact_id: int | None = key_of("contact")
    owner_id: int | None = key_of("technician")
    deputy_id: int | None = key_of("technician")
    notes: str


class StaffingLine(Stored, table=True):
    __tablename__ = "staffing_line"
    __table_args__ = (
        Index("ix_staffing_line_engagement_id", "engagement_id"),
        in_order(),
        check("headcount", "headcount >= 1"),
    )

    engagement_id: int = key_of("engagement")
    site_id: int | None = key_of("site")
    service: str
    profile: Profile | None = choice(Profile)
    headcount: int
    skills: tuple[SkillNeed, ...] = packed(SkillNeed)
    language: str
    hours: tuple[Hours, ...] = packed(Hours)
    mode: Mode = choice(Mode)
    onsite_weekdays: tuple[int, ...] = packed(int)
    dates: tuple[date, ...] = packed(date)
    works_holidays: bool
    first: date
    after: date | None


class Visit(Stored, table=True):
    __tablename__ = "visit"
    __table_args__ = (
        codes("visit"),
        Index("ix_visit_site_id", "site_id"),
        check("minutes", "minutes > 0"),
        check("people", "people IN (1, 2)"),
        check("target_minutes", "target_minutes >= 0"),
        in_order("window_from", "window_to"),
        in_order("promised_start", "promised_end"),
        check("outcome", "outcome IN ('', 'completed', 'cannot_complete', 'no_access', 'cancelled')"),
    )

    code: str
    client_id: int = key_of("client")
    site_id: int = key_of("site")
    title: str
    service: str
    profile: Profile | None = choice(Profile)
    skills: tuple[SkillNeed, ...] = packed(SkillNeed)
    language: str
    priority: Priority = choice(Priority)
    asked: Asked = choice(Asked)
    mode: Mode = choice(Mode)
    minutes: int
    people: int
    escalated_at: int = moment()
    target_minutes: int | None
    target_clock: TargetClock = choice(TargetClock)
    due_by: int | None = moment()
    window_from: int | None = moment()
    window_to: int | None = moment()
    engagement_id: int | None = key_of("engagement")
    follow_up_of: int | None = key_of("visit")
    who_asked: str
    reference: str
    notes: str
    promised_start: int | None = moment()
    promised_end: int | None = moment()
    confirmed_at: int | None = moment()
    dispatched_at: int | None = moment()
    en_route_at: int | None = moment()
    arrived_at: int | None = moment()
    ended_at: int | None = moment()
    outcome: str
    outcome_note: str


class Placement(Stored, table=True):
    __tablename__ = "placement"
    __table_args__ = (
        codes("placement"),
        Index("ix_placement_line_id", "line_id"),
        in_order(),
        check("place", "place >= 1"),
    )

    code: str
    line_id: int = key_of("staffing_line")
    place: int
    technician_id: int = key_of("technician")
    first: date
    after: date | None
    firmness: Firmness = choice(Firmness)
    fixed: bool
