"""Tables of the office itself: places outside the city, travel set by hand, rule sets, holidays."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, text

from techsched.model.kinds import HolidayScope, HolidayStatus, RuleScope, Transport
from techsched.store.columns import choice, key_of, moment
from techsched.store.tables.stored import Stored, check, in_order


class Office(Stored, table=True):
    __tablename__ = "office"
    __table_args__ = (Index("uq_office_only", text("(id IS NOT NULL)"), unique=True),)

    name: str
    city: str
    zone: str
    calendar: str
    language: str
    fixed_now: int | None = moment()
    is_sample: bool


class OuterZone(Stored, table=True):
    __tablename__ = "outer_zone"
    __table_args__ = (check("extra_minutes", "extra_minutes >= 0"),)

    name: str
    nearest_district: str
    extra_minutes: int
    calendar: str


class TravelTime(Stored, table=True):
    __tablename__ = "travel_time"
    __table_args__ = (check("minutes", "minutes >= 0"),)

    origin: str
    destination: str
    minutes: int
    transport: Transport | None = choice(Transport)


class RuleSet(Stored, table=True):
    __tablename__ = "rule_set"
    __table_args__ = (in_order(),)

    name: str
    scope: RuleScope = choice(RuleScope)
    technician_id: int | None = key_of("technician")
    first: date
    after: date | None
    source: str
    daily_rest: int | None
    weekly_rest: int | None
    weekly_rest_window_days: int | None
    day_max: int | None
    year_max: int | None
    break_after: int | None
    break_minutes: int | None
    august_week_max: int | None
    notice_days: int | None
    late_tolerance: int | None
    slack: int | None
    extra_travel: int | None
    lunch_minutes: int | None
    lunch_from: int | None
    lunch_to: int | None


class Holiday(Stored, table=True):
    __tablename__ = "holiday"

    day: date
    name: str
    scope: HolidayScope = choice(HolidayScope)
    place: str
    client_id: int | None = key_of("client")
    status: HolidayStatus = choice(HolidayStatus)
    source: str
    half_day: bool
