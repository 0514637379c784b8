"""Uncovered places: what a line promised on a day and nobody fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from techsched.model.absence import Absence, CoverItem
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
from techsched.rules.away import over
from techsched.rules.naming import clock, where
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
    absences = over(schedule, row)
    gaps = _gaps(schedule, row, absences)
    if gaps and work.line is not None and not _decided(schedule, row, absences):
        yield _conflict(schedule, work, row.place, row.day, row.zone, gaps, row, absences[0])


def _of_place(schedule: Schedule, line: StaffingLine, asked: Demand, place: int) -> Iterator[Conflict]:
    rows = base_rows(schedule, line.id, place, asked.day) or _expected(schedule, asked, place)
    if not rows:
        work = work_of_line(schedule, line, _nobody(asked, place))
        yield _conflict(schedule, work, place, asked.day, asked.zone, [Span(asked.start, asked.end)])
        return
    gaps: list[Span] = []
    missing: Assignment | None = None
    reason: Absence | None = None
    for row in rows:
        absences = over(schedule, row)
        open_spans = _gaps(schedule, row, absences)
        if open_spans and not _decided(schedule, row, absences):
            gaps.extend(open_spans)
            if missing is None:
                missing, reason = row, absences[0] if absences else None
    if missing is not None:
        work = work_of_line(schedule, line, missing)
        yield _conflict(schedule, work, place, asked.day, asked.zone, sorted(gaps), missing, reason)


def _gaps(schedule: Schedule, row: Assignment, absences: list[Absence]) -> list[Span]:
    """The stretches of a row's time in which neither its technician nor a cover stands there."""
    if row.released_by is None and not absences:
        return []
    return _less([row.span], _presence(schedule, row, absences))


def _presence(schedule: Schedule, row: Assignment, absences: list[Absence] | None = None) -> list[Span]:
    """Stretches in which the row's technician, or a cover (or the cover's cover), is there."""
    held: list[Span] = []
    if row.occupies:
        zone = schedule.row(Technician, row.technician_id).zone
        away = [
            taken
            for absence in (over(schedule, row) if absences is None else absences)
            for day in (row.day - ONE_DAY, row.day, row.day + ONE_DAY, row.day + 2 * ONE_DAY)
            if (taken := absence.away_on(day, zone)) is not None
        ]
        held = _less([row.span], away)
    for cover in schedule.group(Assignment, "covers", row.id):
        held.extend(_presence(schedule, cover))
    return held


def _less(spans: list[Span], taken: list[Span]) -> list[Span]:
    """What is left of the spans when the taken ones are cut out."""
    for cut in taken:
        left: list[Span] = []
        for span in spans:
            if not span.overlaps(cut):
                left.append(span)
                continue
            if span.start < cut.start:
                left.append(Span(span.start, cut.start))
            if cut.end < span.end:
                left.append(Span(cut.end, span.end))
        spans = left
    return spans


def _decided(schedule: Schedule, row: Assignment, absences: list[Absence]) -> bool:
    """Whether somebody decided that this absent day, or that of one of its covers, stays as it is."""
    known = {absence.id for absence in absences}
    if any(item.absence_id in known for item in schedule.group(CoverItem, "assignment", row.id)):
        return True
    covers = schedule.group(Assignment, "covers", row.id)
    return any(_decided(schedule, cover, over(schedule, cover)) for cover in covers if cover.occupies)


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
    gaps: list[Span],
    row: Assignment | None = None,
    absence: Absence | None = None,
) -> Conflict:
    assert work.line is not None
    start, end = gaps[0].start, max(gap.end for gap in gaps)
    variant = "open" if row is None else "released" if absence is None else "away"
    away = "" if row is None else schedule.row(Technician, row.technician_id).name
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
        absence_id=None if absence is None else absence.id,
        facts=(
            ("client", work.client.name),
            ("where", where(schedule, work.site, work.line.mode_on(day))),
            ("title", work.title or (work.engagement.code if work.engagement is not None else "")),
            ("day", day.isoformat()),
            ("from", clock(start, zone)),
            ("to", clock(end, zone)),
            ("away", away),
            ("variant", variant),
            ("open_from", start),
            ("open_to", end),
        ),
    )
