"""Who is there in the time of a booking: its technician, less absences, and whoever covers it."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment
from techsched.model.journey import away_spans
from techsched.model.kinds import AbsenceState
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Span
from techsched.model.technician import Technician
from techsched.model.wall import day_of


def meets_absence(schedule: Schedule, row: Assignment) -> bool:
    """Whether an approved absence of its technician shares an instant with the row."""
    away = away_spans(schedule, schedule.row(Technician, row.technician_id))
    return any(first < row.end and row.start < after for first, after in away)


def absences(schedule: Schedule, row: Assignment, state: AbsenceState = AbsenceState.APPROVED) -> list[Absence]:
    """Absences in that state of the row's technician that share an instant with it, by first day."""
    if state is AbsenceState.APPROVED and not meets_absence(schedule, row):
        return []
    held = [a for a in schedule.group(Absence, "technician", row.technician_id) if a.state is state]
    if not held:
        return []
    zone = schedule.row(Technician, row.technician_id).zone
    first, last = day_of(row.start, zone), day_of(row.end - 1, zone)
    found = [
        absence
        for absence in held
        if absence.first <= last
        and (absence.after is None or first < absence.after)
        and any(away.overlaps(row.span) for away in _away_on(absence, row, zone))
    ]
    return sorted(found, key=lambda absence: (absence.first, absence.id))


def _away_on(absence: Absence, row: Assignment, zone: str) -> Iterator[Span]:
    day, last = day_of(row.start, zone), day_of(row.end - 1, zone)
    while day <= last:
        away = absence.away_on(day, zone)
        if away is not None:
            yield away
        day += ONE_DAY


def own_time(schedule: Schedule, row: Assignment) -> list[Span]:
    """What approved absences leave of the row's time; nothing of a row that frees its technician."""
    left = [row.span] if row.occupies else []
    for first, after in away_spans(schedule, schedule.row(Technician, row.technician_id)):
        left = _less(left, first, after)
    return left


def gaps(schedule: Schedule, row: Assignment) -> list[Span]:
    """Stretches of the row's time in which neither its technician nor a cover (or its cover) is there."""
    if row.occupies and not meets_absence(schedule, row):
        return []
    left = [row.span]
    for there in _there(schedule, row):
        left = _less(left, there.start, there.end)
    return left


def _there(schedule: Schedule, row: Assignment) -> Iterator[Span]:
    yield from own_time(schedule, row)
    for cover in schedule.group(Assignment, "covers", row.id):
        yield from _there(schedule, cover)


def _less(spans: list[Span], start: int, end: int) -> list[Span]:
    """What is left of the spans when `[start, end)` is cut out."""
    left: list[Span] = []
    for span in spans:
        if span.end <= start or end <= span.start:
            left.append(span)
            continue
        if span.start < start:
            left.append(Span(span.start, start))
        if end < span.end:
            left.append(Span(end, span.end))
    return left


def is_decided(schedule: Schedule, row: Assignment) -> bool:
    """Whether somebody decided that this absent row, or a cover of it that is absent too, stays as it is.

    A decision is about one absence: with another one it does not count.
    """
    items = schedule.group(CoverItem, "assignment", row.id)
    if items:
        known = {absence.id for absence in absences(schedule, row)}
        if any(item.absence_id in known for item in items):
            return True
    covers = schedule.group(Assignment, "covers", row.id)
    return any(is_decided(schedule, cover) for cover in covers if cover.occupies)
