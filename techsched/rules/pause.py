"""Breaks: one on a long stretch of work, and an hour for lunch on a day of visits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule, Severity
from techsched.model.leg import Link
from techsched.model.ruleset import Limits
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Instant
from techsched.model.wall import instant
from techsched.model.work import Work, base_of
from techsched.model.worked import Workdays, workdays_of
from techsched.rules.naming import clock


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """The row's working day: first a stretch without the legal break, else a day of visits without lunch."""
    workdays = workdays_of(schedule, row)
    day = workdays.day_of(row)
    today = workdays.on(day)
    limits = schedule.limits(row.technician_id, day)
    least = min(limits.break_after, limits.lunch_to - limits.lunch_from)
    if today is None or today.end - today.start <= least * MINUTE:
        return
    alone = today.stops == 1 and today.end - today.start == row.end - row.start
    if alone and _holds_its_break(row, limits):
        return
    links = workdays.links(day)
    # short stops between the bookings may add to a stretch, but no more than one break each
    enough = today.minutes + today.stops * limits.break_minutes > limits.break_after
    stretch = unbroken(links, limits) if enough else None
    if stretch is not None:
        yield _conflict(workdays, day, links, "work", *stretch, limits.break_minutes)
    elif lunch_is_missing(schedule, workdays, day, links, limits):
        start, end = _lunch_window(workdays, day, limits)
        yield _conflict(workdays, day, links, "lunch", start, end, limits.lunch_minutes)


def _holds_its_break(row: Assignment, limits: Limits) -> bool:
    """The quick answer for the only booking of a day: its own break leaves no stretch too long."""
    longest, taken = limits.break_after, row.break_minutes
    if taken < limits.break_minutes:
        return False
    if row.break_start is None:
        return (row.end - row.start) // MINUTE - taken <= 2 * longest
    before, after = row.break_start - row.start, row.end - row.break_start - taken * MINUTE
    return 0 < before <= longest * MINUTE and 0 < after <= longest * MINUTE


def _conflict(
    workdays: Workdays, day: date, links: Sequence[Link], variant: str, start: Instant, end: Instant, needed: int
) -> Conflict:
    zone = workdays.technician.zone
    return Conflict(
        rule=Rule.BREAK,
        severity=Severity.WARNING,
        start=start,
        end=end,
        day=day,
        technician_id=workdays.technician.id,
        assignments=tuple(sorted({link.after.row.id for link in links if link.after is not None})),
        facts=(
            ("technician", workdays.technician.name),
            ("day", day.isoformat()),
            ("variant", variant),
            ("begins", start),
            ("ends", end),
            ("begins_at", clock(start, zone)),
            ("ends_at", clock(end, zone)),
            ("needed", needed),
        ),
    )


# the legal break


def unbroken(links: Sequence[Link], limits: Limits) -> tuple[Instant, Instant] | None:
    """The first stretch of bookings, and trips between them, of more than `break_after` minutes.

    Only a break of `break_minutes` or more ends a stretch: free time between bookings, a booking's fixed
    break, or its movable one, which is taken as late as the stretch allows.
    """
    longest, least = limits.break_after * MINUTE, limits.break_minutes * MINUTE
    start: Instant | None = None
    until: Instant = 0
    for begins, ends, pause in _busy(links, least):
        if start is None or begins - until >= least:
            start = begins
        if pause >= least:
            taken = max(begins, min(start + longest, ends - pause))
            if taken - start > longest:
                return start, taken
            start = taken + pause
        until = max(until, ends)
        if until - start > longest:
            return start, until
    return None


def _busy(links: Sequence[Link], least: int) -> list[tuple[Instant, Instant, int]]:
    """Start, end and seconds of movable break of everything that keeps busy, by start. The way from home and
    back is left out: who sits in a train may eat."""
    found: list[tuple[Instant, Instant, int]] = []
    for before, stop, leg in links[:-1]:
        assert stop is not None
        if before is not None and leg.minutes and before.end < stop.start:
            found.append((max(before.end, stop.start - leg.minutes * MINUTE), stop.start, 0))
        begins = stop.row.break_start
        taken = stop.row.break_minutes * MINUTE
        if begins is None or taken < least:
            found.append((stop.start, stop.end, stop.pause * MINUTE))
            continue
        for start, end in ((stop.start, min(stop.end, begins)), (max(stop.start, begins + taken), stop.end)):
            if start < end:
                found.append((start, end, 0))
    return sorted(found)


# lunch


def _lunch_window(workdays: Workdays, day: date, limits: Limits) -> tuple[Instant, Instant]:
    zone = workdays.technician.zone
    return instant(day, limits.lunch_from, zone), instant(day, limits.lunch_to, zone)


def lunch_is_missing(schedule: Schedule, workdays: Workdays, day: date, links: Sequence[Link], limits: Limits) -> bool:
    """Whether a day with a visit leaves no hour free around midday, trips counted.

    Only of days whose bookings begin before that window and end after it, and carry no break of their own:
    a placed day fixes its lunch.
    """
    stops = [link.after for link in links if link.after is not None]
    opens, closes = _lunch_window(workdays, day, limits)
    if stops[0].start >= opens or max(stop.end for stop in stops) <= closes:
        return False
    if any(stop.row.break_minutes for stop in stops):
        return False
    if all(base_of(schedule, stop.row).visit_id is None for stop in stops):
        return False
    needed = limits.lunch_minutes * MINUTE
    for before, after, leg in links[1:-1]:
        assert before is not None and after is not None
        taken = (leg.minutes or 0) * MINUTE
        for begins, ends in ((before.end, after.start - taken), (before.end + taken, after.start)):
            if min(ends, closes) - max(begins, opens) >= needed:
                return False
    return True
