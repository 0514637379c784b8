"""Trips to and from a booking: impossible, tight, unknown, or long for what they bring."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.journey import leg_between
from techsched.model.kinds import Mode, Rule, Severity, WorkPlace
from techsched.model.leg import Leg, Link, Stop
from techsched.model.ruleset import Limits
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Instant
from techsched.model.work import Work, work_of
from techsched.model.worked import Workdays, workdays_of
from techsched.rules.naming import about, clock, where

_STEP = 5 * MINUTE
"""A better start is named on the full five minutes."""


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """The trips between the row and its neighbours of the same day, and what the row adds to the day's trips.

    The way from home is only looked at where nobody knows how long it takes and it is working time.
    """
    workdays = workdays_of(schedule, row)
    day = workdays.day_of(row)
    today = workdays.on(day)
    mobile = workdays.technician.work_place is WorkPlace.MOBILE
    if today is None or (today.stops == 1 and not mobile):
        return
    links = workdays.links(day)
    limits = schedule.limits(row.technician_id, day)
    for link in links:
        before, after = link.before, link.after
        if before is None or after is None:
            own = before or after
            if mobile and link.leg.minutes is None and own is not None and own.row.id == row.id:
                yield about(schedule, row, work, Rule.TRAVEL_UNKNOWN, Severity.WARNING, variant="home")
        elif row.id in (before.row.id, after.row.id) and before.row.id != after.row.id:
            yield from _trip(schedule, workdays, limits, before, after, link.leg)
    if row.placement_id is None:
        yield from _extra(schedule, workdays, limits, row, work, links)


def beside(schedule: Schedule, row: Assignment) -> Iterator[Conflict]:
    """What a row only thought of newly makes of its neighbours: trips that they now add to a day with it.

    Their trips from and to the row are the row's own conflicts, and those of others stay as they are.
    """
    workdays = workdays_of(schedule, row)
    day = workdays.day_of(row)
    links = workdays.links(day)
    ends = [(link.before, link.after) for link in links]
    near = [a if b.row.id == row.id else b for a, b in ends if a and b and row.id in (a.row.id, b.row.id)]
    if not any(stop.row.placement_id is None for stop in near):
        return
    limits = schedule.limits(row.technician_id, day)
    without = Workdays(schedule, workdays.technician).links(day)
    for stop in near:
        if stop.row.placement_id is None and stop.row.id != row.id:
            work = work_of(schedule, stop.row)
            known = {c.fingerprint for c in _extra(schedule, workdays, limits, stop.row, work, without)}
            for conflict in _extra(schedule, workdays, limits, stop.row, work, links):
                if conflict.fingerprint not in known:
                    yield conflict


def _trip(
    schedule: Schedule, workdays: Workdays, limits: Limits, before: Stop, after: Stop, leg: Leg
) -> Iterator[Conflict]:
    if after.start < before.end or leg.minutes == 0:
        return
    if leg.minutes is None:
        yield _pair(schedule, workdays, before, after, Rule.TRAVEL_UNKNOWN, Severity.WARNING, variant="between")
        return
    late = (before.end - after.start) // MINUTE + leg.minutes
    way = "from_home" if before.row.mode is Mode.REMOTE else "to_home" if after.row.mode is Mode.REMOTE else "between"
    told: dict[str, str | int] = {
        "ends": before.end,
        "starts": after.start,
        "minutes": leg.minutes,
        "arrival": clock(before.end + leg.minutes * MINUTE, after.row.zone),
    }
    if late >= limits.late_tolerance:
        best = _better(before.end + leg.minutes * MINUTE, after.row.zone)
        rule, severity = Rule.TRAVEL, Severity.HARD
        yield _pair(schedule, workdays, before, after, rule, severity, variant=way, late=late, best=best, **told)
    elif late > -limits.slack:
        best = _better(before.end + (leg.minutes + limits.slack) * MINUTE, after.row.zone)
        rule, severity = Rule.TRAVEL_TIGHT, Severity.WARNING
        how, much = ("late", late) if late > 0 else ("slack", -late)
        yield _pair(
            schedule, workdays, before, after, rule, severity, variant=f"{how}_{way}", by=much, best=best, **told
        )


def _better(moment: Instant, zone: str) -> str:
    return clock(-(-moment // _STEP) * _STEP, zone)


def _pair(
    schedule: Schedule,
    workdays: Workdays,
    before: Stop,
    after: Stop,
    rule: Rule,
    severity: Severity,
    **compared: str | int,
) -> Conflict:
    """A conflict of the trip between two bookings, told of the later one; from the end of the one to the other's."""
    row, other = after.row, before.row
    work, left = work_of(schedule, row), work_of(schedule, other)
    return Conflict(
        rule=rule,
        severity=severity,
        start=before.end,
        end=after.end,
        day=row.day,
        technician_id=row.technician_id,
        assignments=tuple(sorted((row.id, other.id))),
        facts=(
            ("technician", workdays.technician.name),
            ("client", work.client.name),
            ("where", where(schedule, work.site, row.mode)),
            ("day", row.day.isoformat()),
            ("from", clock(row.start, row.zone)),
            ("to", clock(row.end, row.zone)),
            ("other_client", left.client.name),
            ("other_where", where(schedule, left.site, other.mode)),
            *compared.items(),
        ),
    )


def _extra(
    schedule: Schedule,
    workdays: Workdays,
    limits: Limits,
    row: Assignment,
    work: Work,
    links: tuple[Link, ...],
) -> Iterator[Conflict]:
    """Of a visit or a cover between two other bookings: the day's trips with it against those without it.

    At either end of a day nothing is squeezed in: there the way home is part of what the work costs.
    """
    there = next((link for link in links if link.after is not None and link.after.row.id == row.id), None)
    back = next((link for link in links if link.before is not None and link.before.row.id == row.id), None)
    if there is None or back is None or there.before is None or back.after is None:
        return
    if there.leg.minutes is None or back.leg.minutes is None or back.after.row.id == row.id:
        return
    direct = leg_between(schedule, workdays.technician, there.before, back.after).minutes
    if direct is None:
        return
    extra = there.leg.minutes + back.leg.minutes - direct
    if extra > limits.extra_travel:
        yield about(schedule, row, work, Rule.TRAVEL_EXTRA, Severity.APPROVAL, extra=extra, allowed=limits.extra_travel)
