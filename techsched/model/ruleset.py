"""Dated rule sets, and the strictest of those that hold for a person on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from techsched.model.kinds import RuleScope
from techsched.model.row import Row
from techsched.model.span import Days


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers that rules compare with. Minutes unless the name says days.

    Defaults: Spanish Workers' Statute (rest, break, weekly rest, notice) and the XIX consultancy and IT
    agreement (year, day, August), then our own settings (tolerances).
    """

    daily_rest: int = 12 * 60
    weekly_rest: int = 36 * 60
    weekly_rest_window_days: int = 14
    day_max: int = 9 * 60
    year_max: int = 1800 * 60
    break_after: int = 6 * 60
    break_minutes: int = 15
    august_week_max: int = 36 * 60
    notice_days: int = 5
    late_tolerance: int = 15
    """Arrival this late or later is hard; anything below only warns."""
    slack: int = 10
    extra_travel: int = 30
    lunch_minutes: int = 60
    lunch_from: int = 13 * 60
    lunch_to: int = 16 * 60


_STRICTER_IS_MORE = {
    "daily_rest",
    "weekly_rest",
    "break_minutes",
    "notice_days",
    "slack",
    "lunch_minutes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet(Row):
    """Some of the limits, for a country, sector, the company or one person, from-to. None: says nothing."""

    name: str
    scope: RuleScope
    technician_id: int | None = None
    first: date
    after: date | None = None
    source: str = ""
    daily_rest: int | None = None
    weekly_rest: int | None = None
    weekly_rest_window_days: int | None = None
    day_max: int | None = None
    year_max: int | None = None
    break_after: int | None = None
    break_minutes: int | None = None
    august_week_max: int | None = None
    notice_days: int | None = None
    late_tolerance: int | None = None
    slack: int | None = None
    extra_travel: int | None = None
    lunch_minutes: int | None = None
    lunch_from: int | None = None
    lunch_to: int | None = None

    @property
    def days(self) -> Days:
        return Days(self.first, self.after)


_NAMES = tuple(f.name for f in fields(Limits))


def strictest(sets: Iterable[RuleSet], technician_id: int, day: date) -> Limits:
    """The strictest value of each limit among the sets that hold; the default where none says anything."""
    found: dict[str, int] = {}
    for rules in sets:
        if rules.technician_id not in (None, technician_id) or day not in rules.days:
            continue
        for name in _NAMES:
            value = getattr(rules, name)
            if value is None:
                continue
            if name not in found:
                found[name] = value
            elif name in _STRICTER_IS_MORE:
                found[name] = max(found[name], value)
            else:
                found[name] = min(found[name], value)
    return Limits(**found)
