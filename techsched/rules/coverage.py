"""Uncovered places: what a line promised on a day and nobody fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.demand import Demand, base_rows, demand
from techsched.model.engagement import Placement, StaffingLine
from techsched.model.growth import row_for
from techsched.model.kinds import Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Span
from techsched.model.technician import Technician
from techsched.model.work import Work, work_of_line
from techsched.rules.naming import clock, where
from techsched.rules.presence import absences, gaps, is_decided
from techsched.rules.scope import Scope


def uncovered(schedule: Schedule, scope: Scope) -> Iterator[Conflict]:
    """One conflict for each line, place and day that is promised and not filled nor decided."""
    lines = schedule.rows(StaffingLine).keys() if scope.lines is None else scope.lines
    for id in sorted(lines):
        line = schedule.get(StaffingLine, id)
        if line is None:
            continue
        for asked in demand(schedule, line, scope.days):
            for place in range(1, line.headcount + 1):
                yield from _of_place(schedule, line, asked, place)


def under_absence(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """The uncovered place that a placed day of somebody who is away leaves behind."""
    left = gaps(schedule, row)
    if left and work.line is not None and not is_decided(schedule, row):
        yield _conflict(schedule, work, row.place, row.day, row.zone, left, row)


def _of_place(schedule: Schedule, line: StaffingLine, asked: Demand, place: int) -> Iterator[Conflict]:
    """A place that two placements share for a day is filled when either of them fills it."""
    rows = base_rows(schedule, line.id, place, asked.day) or _expected(schedule, asked, place)
    if not rows:
        work = work_of_line(schedule, line, _nobody(asked, place))
        yield _conflict(schedule, work, place, asked.day, asked.zone, [Span(asked.start, asked.end)], None)
        return
    found: Conflict | None = None
    for _, group in groupby(rows, key=lambda row: row.placement_id):
        left: list[Span] = []
        missing: Assignment | None = None
        for row in group:
            uncovered_time = gaps(schedule, row)
            if uncovered_time and not is_decided(schedule, row):
                left.extend(uncovered_time)
                missing = missing or row
        if missing is None:
            return
        work = work_of_line(schedule, line, missing)
        found = found or _conflict(schedule, work, place, asked.day, asked.zone, left, missing)
    if found is not None:
        yield found


def _expected(schedule: Schedule, asked: Demand, place: int) -> list[Assignment]:
    """Rows that placements will grow into: of a day beyond what is materialised or loaded."""
    loaded = asked.day in schedule.window
    found: list[Assignment] = []
    for placement in schedule.group(Placement, "line", asked.line_id):
        if placement.place != place or asked.day not in placement.days:
            continue
        if not loaded or (placement.after is None and asked.day > _grown_to(schedule, placement)):
            found.append(row_for(placement, asked, 0))
    return found


def _grown_to(schedule: Schedule, placement: Placement) -> date:
    """The last day that the placement has a row for, withdrawn ones included."""
    rows = schedule.group(Assignment, "placement", placement.id)
    return max((row.day for row in rows), default=placement.first - ONE_DAY)


def _nobody(asked: Demand, place: int) -> Assignment:
    """A row that stands for an empty place, so that it can be told of like any other."""
    nobody = Placement(id=0, line_id=asked.line_id, place=place, technician_id=0, first=asked.day)
    return row_for(nobody, asked, 0)


def _conflict(
    schedule: Schedule,
    work: Work,
    place: int,
    day: date,
    zone: str,
    left: list[Span],
    row: Assignment | None,
) -> Conflict:
    assert work.line is not None
    start, end = min(span.start for span in left), max(span.end for span in left)
    away = absences(schedule, row) if row is not None else []
    variant = "open" if row is None else "away" if away else "released"
    missing = "" if row is None else schedule.row(Technician, row.technician_id).name
    return Conflict(
        rule=Rule.UNCOVERED,
        severity=Severity.APPROVAL,
        start=start,
        end=end,
        day=day,
        technician_id=None if row is None else row.technician_id,
        assignments=() if row is None or row.id == 0 else (row.id,),
        line_id=work.line.id,
        place=place,
        absence_id=away[0].id if away else None,
        facts=(
            ("client", work.client.name),
            ("where", where(schedule, work.site, work.line.mode_on(day))),
            ("title", work.title or (work.engagement.code if work.engagement is not None else "")),
            ("day", day.isoformat()),
            ("from", clock(start, zone)),
            ("to", clock(end, zone)),
            ("away", missing),
            ("variant", variant),
            ("open_from", start),
            ("open_to", end),
        ),
    )
