"""Tables of technicians, what they hold, and when they are away."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index

from techsched.model.hours import Hours
from techsched.model.kinds import AbsenceKind, AbsenceState, CoverDecision, Profile, Transport, WorkPlace
from techsched.store.columns import choice, key_of, moment, packed
from techsched.store.tables.stored import Stored, check, codes, in_order


class Technician(Stored, table=True):
    __tablename__ = "technician"
    __table_args__ = (
        codes("technician"),
        in_order("employed_from", "employed_after"),
        check("weekly_minutes", "weekly_minutes >= 0"),
    )

    code: str
    name: str
    profile: Profile = choice(Profile)
    home_district: str
    districts: tuple[str, ...] = packed(str)
    languages: tuple[str, ...] = packed(str)
    zone: str
    calendar: str
    transport: Transport = choice(Transport)
    work_place: WorkPlace = choice(WorkPlace)
    home_lat: float | None
    home_lon: float | None
    employed_from: date
    employed_after: date | None
    weekly_minutes: int
    leave_days: int
    remote_ok: bool
    on_call: bool
    phone: str
    email: str
    notes: str


class Skill(Stored, table=True):
    __tablename__ = "skill"
    __table_args__ = (Index("ix_skill_technician_id", "technician_id"), check("level", "level BETWEEN 1 AND 5"))

    technician_id: int = key_of("technician")
    name: str
    level: int
    since: date | None


class Certification(Stored, table=True):
    __tablename__ = "certification"
    __table_args__ = (Index("ix_certification_technician_id", "technician_id"),)

    technician_id: int = key_of("technician")
    name: str
    vendor: str
    number: str
    issued: date | None
    expires: date | None


class Clearance(Stored, table=True):
    __tablename__ = "clearance"
    __table_args__ = (Index("ix_clearance_technician_id", "technician_id"),)

    technician_id: int = key_of("technician")
    name: str
    client_id: int = key_of("client")
    site_id: int | None = key_of("site")
    expires: date | None


class WorkingPattern(Stored, table=True):
    __tablename__ = "working_pattern"
    __table_args__ = (
        Index("ix_working_pattern_technician_id", "technician_id"),
        in_order(),
        check("cycle_weeks", "cycle_weeks >= 1"),
    )

    technician_id: int = key_of("technician")
    first: date
    after: date | None
    cycle_weeks: int
    hours: tuple[Hours, ...] = packed(Hours)
    season_from: str
    season_to: str
    season_hours: tuple[Hours, ...] = packed(Hours)


class Absence(Stored, table=True):
    __tablename__ = "absence"
    __table_args__ = (
        codes("absence"),
        Index("ix_absence_technician_id_first", "technician_id", "first"),
        in_order(),
        check("from_minute", "from_minute BETWEEN 0 AND 1440"),
        check("to_minute", "to_minute BETWEEN 0 AND 1440"),
    )

    code: str
    technician_id: int = key_of("technician")
    kind: AbsenceKind = choice(AbsenceKind)
    state: AbsenceState = choice(AbsenceState)
    first: date
    after: date | None
    from_minute: int | None
    to_minute: int | None
    requested_on: date | None
    decided_by: str
    note: str


class CoverItem(Stored, table=True):
    __tablename__ = "cover_item"
    __table_args__ = (
        Index("uq_cover_item_subject", "assignment_id", "absence_id", "day", unique=True),
        Index("ix_cover_item_absence_id", "absence_id"),
    )

    absence_id: int = key_of("absence")
    assignment_id: int = key_of("assignment")
    day: date
    decision: CoverDecision = choice(CoverDecision)
    agreed_by: str
    by: str
    at: int = moment()
    note: str
