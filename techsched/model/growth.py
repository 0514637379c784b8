"""The dated rows that a placement grows into: one assignment for each day its line asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from techsched.model.assignment import Assignment
from techsched.model.demand import Demand, demand
from techsched.model.engagement import Placement, StaffingLine
from techsched.model.kinds import AssignmentState
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.wall import day_of, local

HORIZON = timedelta(weeks=53)
"""How far ahead an open placement is materialised."""


def horizon(now: Instant, zone: str) -> date:
    """First day that is not materialised."""
    return day_of(now, zone) + HORIZON


def wall_text(moment: Instant, zone: str) -> str:
    """Intended wall time as it is stored beside an instant."""
    return local(moment, zone).strftime("%Y-%m-%dT%H:%M")


def row_for(placement: Placement, asked: Demand, id: int) -> Assignment:
    """The placement's assignment for one asked day."""
    return Assignment(
        id=id,
        technician_id=placement.technician_id,
        start=asked.start,
        end=asked.end,
        day=asked.day,
        zone=asked.zone,
        wall_start=wall_text(asked.start, asked.zone),
        wall_end=wall_text(asked.end, asked.zone),
        mode=asked.mode,
        placement_id=placement.id,
        place=placement.place,
        firmness=placement.firmness,
        fixed=placement.fixed,
        break_minutes=asked.break_minutes,
        break_start=asked.break_start,
    )


def grow(
    schedule: Schedule, placement: Placement, until: date, ids: Iterator[int], since: date | None = None
) -> list[Assignment]:
    """Rows for all asked days from `since` to before `until` that the placement does not have yet.

    `since` keeps what lies before the loaded window out of it. A day that was taken away stays as a withdrawn
    row and is not made again; a placement with an end grows whole, whatever `until` says. Clashes are not
    looked at here.
    """
    line = schedule.row(StaffingLine, placement.line_id)
    after = placement.after if placement.after is not None else until
    first = placement.first if since is None else max(placement.first, since)
    if after <= first:
        return []
    had = {row.day for row in schedule.group(Assignment, "placement", placement.id)}
    asked = demand(schedule, line, Days(first, after))
    return [row_for(placement, day, next(ids)) for day in asked if day.day not in had]


def live_rows(schedule: Schedule, placement: Placement) -> list[Assignment]:
    """The placement's rows that are not withdrawn, in order of day."""
    rows = schedule.group(Assignment, "placement", placement.id)
    return sorted((row for row in rows if row.state is not AssignmentState.WITHDRAWN), key=lambda r: (r.day, r.part))
