"""Bookings of somebody who is away, has asked to be, or is not employed on that day."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import AbsenceState, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.wall import clock_text, day_of
from techsched.model.work import Work
from techsched.rules.naming import about
from techsched.rules.presence import absences, gaps, is_decided


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """Absence and employment of a booking's technician.

    A placed day under an absence is an uncovered place and no conflict here; nor is a visit's booking or a
    cover that is itself covered, or left with a decision.
    """
    technician = schedule.row(Technician, row.technician_id)
    day = day_of(row.start, technician.zone)
    after = technician.employed_after
    if day < technician.employed_from or (after is not None and day >= after):
        yield _employment(schedule, row, work, technician)
    if row.placement_id is not None:
        return
    if gaps(schedule, row) and not is_decided(schedule, row):
        for absence in absences(schedule, row):
            yield _away(schedule, row, work, absence, Rule.ABSENCE, Severity.HARD)
    yield from requested(schedule, row, work)


def requested(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """A booking within an absence that nobody has approved yet."""
    for absence in absences(schedule, row, AbsenceState.REQUESTED):
        yield _away(schedule, row, work, absence, Rule.ABSENCE_REQUESTED, Severity.APPROVAL)


def _employment(schedule: Schedule, row: Assignment, work: Work, technician: Technician) -> Conflict:
    after = technician.employed_after
    if after is not None and day_of(row.start, technician.zone) >= after:
        last = technician.employed.last
        assert last is not None
        return about(schedule, row, work, Rule.EMPLOYMENT, Severity.HARD, variant="left", last=last.isoformat())
    first = technician.employed_from.isoformat()
    return about(schedule, row, work, Rule.EMPLOYMENT, Severity.HARD, variant="before", first=first)


def _away(
    schedule: Schedule, row: Assignment, work: Work, absence: Absence, rule: Rule, severity: Severity
) -> Conflict:
    compared: dict[str, str | int] = {
        "variant": "days",
        "kind": absence.kind.value,
        "first": absence.first.isoformat(),
    }
    last = absence.days.last
    if last is None:
        compared["variant"] = "open"
    else:
        compared["last"] = last.isoformat()
        if not absence.whole_days and last == absence.first:
            compared["variant"] = "part"
            compared["away_from"] = clock_text(absence.from_minute or 0)
            compared["away_to"] = clock_text(1440 if absence.to_minute is None else absence.to_minute)
    return about(schedule, row, work, rule, severity, absence.id, **compared)
