"""Demand: the dated places that engagements promise, computed and never stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.client import Site
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.kinds import AssignmentState, ClosureKind, Mode
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.technician import Technician
from techsched.model.wall import day_of, instant, wall_span


@dataclass(frozen=True, slots=True)
class Demand:
    """One day of a line, for each of its places; its identity is (line, place, day)."""

    line_id: int
    day: date
    start: Instant
    end: Instant
    zone: str
    mode: Mode
    site_id: int | None
    wall_start: int
    wall_end: int
    break_minutes: int
    break_start: Instant | None


def site_of_line(schedule: Schedule, line: StaffingLine) -> Site | None:
    engagement = schedule.row(Engagement, line.engagement_id)
    return schedule.get(Site, line.site_id if line.site_id is not None else engagement.site_id)


def zone_of_line(schedule: Schedule, line: StaffingLine, day: date) -> str:
    """The site's clock for on-site days, the one that the engagement names for remote ones."""
    site = site_of_line(schedule, line)
    if line.mode_on(day) is Mode.ON_SITE and site is not None:
        return site.zone
    return schedule.row(Engagement, line.engagement_id).zone


def is_worked(schedule: Schedule, line: StaffingLine, day: date, *, closures: bool = True) -> bool:
    """False on public holidays of the site's municipality (unless worked) and on the client's closures.

    `closures` False looks at public holidays only.
    """
    engagement = schedule.row(Engagement, line.engagement_id)
    return _is_worked(schedule, engagement, line, site_of_line(schedule, line), day, closures)


def _is_worked(
    schedule: Schedule, engagement: Engagement, line: StaffingLine, site: Site | None, day: date, closures: bool
) -> bool:
    calendar = site.calendar if site is not None else schedule.office.calendar
    if not line.works_holidays and schedule.holidays_on(calendar, day):
        return False
    if not closures:
        return True
    closed = schedule.closures_on(engagement.client_id, None if site is None else site.id, day)
    return not any(closure.kind is ClosureKind.CLOSED for closure in closed)


def demand_on(schedule: Schedule, line: StaffingLine, day: date, *, closures: bool = True) -> Demand | None:
    """What the line asks for on a day; None when it asks for nobody."""
    engagement = schedule.row(Engagement, line.engagement_id)
    if not engagement.state.makes_demand or day not in engagement.days:
        return None
    return _on(schedule, engagement, line, site_of_line(schedule, line), day, closures)


def _on(
    schedule: Schedule, engagement: Engagement, line: StaffingLine, site: Site | None, day: date, closures: bool
) -> Demand | None:
    """The same, of an engagement that makes demand on that day."""
    hours = line.hours_on(day)
    if hours is None or not _is_worked(schedule, engagement, line, site, day, closures):
        return None
    mode = line.mode_on(day)
    zone = site.zone if mode is Mode.ON_SITE and site is not None else engagement.zone
    span = wall_span(day, hours.start, hours.end, zone)
    if span is None:
        return None
    return Demand(
        line_id=line.id,
        day=day,
        start=span.start,
        end=span.end,
        zone=zone,
        mode=mode,
        site_id=None if site is None else site.id,
        wall_start=hours.start,
        wall_end=hours.end,
        break_minutes=min(hours.break_minutes, span.minutes),
        break_start=None if hours.break_start is None else instant(day, hours.break_start, zone),
    )


def demand(schedule: Schedule, line: StaffingLine, days: Days, *, closures: bool = True) -> Iterator[Demand]:
    """Each asked day of the line within closed `days`, in order. Each stands for `headcount` places.

    `closures` False leaves the client's closures out of account, as yearly figures do.
    """
    engagement = schedule.row(Engagement, line.engagement_id)
    common = days.common(line.days)
    common = common.common(engagement.days) if common is not None else None
    if common is None or not engagement.state.makes_demand:
        return
    site = site_of_line(schedule, line)
    for day in sorted(day for day in line.dates if day in common) if line.dates else common:
        if (found := _on(schedule, engagement, line, site, day, closures)) is not None:
            yield found


def base_rows(schedule: Schedule, line_id: int, place: int, day: date) -> list[Assignment]:
    """Rows of the place's placements on a day that are not withdrawn, whoever holds them."""
    return [
        row
        for placement in schedule.group(Placement, "line", line_id)
        if placement.place == place
        for row in schedule.group(Assignment, "placement day", (placement.id, day))
        if row.state is not AssignmentState.WITHDRAWN
    ]


def is_away(schedule: Schedule, row: Assignment) -> bool:
    """Whether an approved absence of its technician meets the row."""
    technician = schedule.row(Technician, row.technician_id)
    first, last = day_of(row.start, technician.zone), day_of(row.end - 1, technician.zone)
    for day in {first, last}:
        for absence in schedule.absences_on(technician.id, day):
            away = absence.away_on(day, technician.zone)
            if away is not None and away.start < row.end and row.start < away.end:
                return True
    return False


def stands(schedule: Schedule, row: Assignment) -> bool:
    """Whether a row truly fills its place: it occupies a technician who is there."""
    return row.occupies and not is_away(schedule, row)


def filled_by(schedule: Schedule, row: Assignment, seen: frozenset[int] = frozenset()) -> Assignment | None:
    """The row that fills the place of `row`: itself, or the cover (or the cover's cover) that stands for it."""
    if stands(schedule, row):
        return row
    for cover in schedule.group(Assignment, "covers", row.id):
        if cover.id not in seen and (found := filled_by(schedule, cover, seen | {row.id})) is not None:
            return found
    return None


def is_filled(schedule: Schedule, line_id: int, place: int, day: date) -> bool:
    return any(filled_by(schedule, row) is not None for row in base_rows(schedule, line_id, place, day))
