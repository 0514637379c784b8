"""The deadline of a visit: response minutes counted from escalation on the clock that the client was promised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from techsched.model.client import ServiceTarget, Site
from techsched.model.kinds import Priority, TargetClock
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, ONE_DAY, Instant
from techsched.model.wall import day_of, instant

OPENS, CLOSES = 9 * 60, 18 * 60
"""Wall minutes between which the working clock runs, on working days."""

LONGEST_CLOSURE = timedelta(days=366)


def deadline(
    escalated_at: Instant, minutes: int, clock: TargetClock, zone: str, works: Callable[[date], bool]
) -> Instant:
    """The first instant by which `minutes` have run on the clock since `escalated_at`.

    The working clock runs from OPENS to CLOSES, wall time of `zone`, on days for which `works` is true; a target
    that is used up at closing time is due then, not at the next opening. Raises ValueError for less than no
    minutes, or where no day of a year is worked.
    """
    if minutes < 0:
        raise ValueError(f"a target of {minutes} minutes")
    if clock is TargetClock.ROUND_THE_CLOCK or minutes == 0:
        return escalated_at + minutes * MINUTE
    left = minutes * MINUTE
    day = worked = day_of(escalated_at, zone)
    while day - worked <= LONGEST_CLOSURE:
        if works(day):
            worked = day
            opens = max(instant(day, OPENS, zone), escalated_at)
            runs = instant(day, CLOSES, zone) - opens
            if runs >= left:
                return opens + left
            left -= max(runs, 0)
        day += ONE_DAY
    raise ValueError("no day of a year is worked")


def is_working_day(schedule: Schedule, calendar: str, day: date) -> bool:
    """Monday to Friday and no public holiday of the calendar key."""
    return day.weekday() < 5 and not schedule.holidays_on(calendar, day)


def promised(schedule: Schedule, client_id: int, priority: Priority) -> ServiceTarget | None:
    """What the client was promised for visits of that priority."""
    for target in schedule.group(ServiceTarget, "client", client_id):
        if target.priority is priority:
            return target
    return None


def due_by(schedule: Schedule, site: Site, target: ServiceTarget, escalated_at: Instant) -> Instant:
    """The deadline of a visit at the site; its own clock and public holidays say what working time is."""
    return deadline(
        escalated_at,
        target.response_minutes,
        target.clock,
        site.zone,
        lambda day: is_working_day(schedule, site.calendar, day),
    )
