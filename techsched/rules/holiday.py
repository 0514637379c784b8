"""Bookings on public holidays, and on days when the client is closed or wants nobody on site."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.holiday import Holiday
from techsched.model.kinds import ClosureKind, Mode, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.work import Work
from techsched.rules.naming import about


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """At most one holiday and one closure of a booking."""
    if schedule.group(Holiday, "day", row.day):
        yield from _holiday(schedule, row, work)
    yield from _closure(schedule, row, work)


def _holiday(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """The technician's own holiday goes first: a rest day is owed for it, whatever the line works.

    The site's does not count where the line works holidays; a client may have holidays of its own.
    """
    theirs = schedule.holidays_on(schedule.row(Technician, row.technician_id).calendar, row.day)
    if theirs:
        yield about(
            schedule,
            row,
            work,
            Rule.HOLIDAY,
            Severity.APPROVAL,
            variant="technician",
            name=theirs[0].name,
            calendar=theirs[0].place,
        )
        return
    if work.line is not None and work.line.works_holidays:
        return
    calendar = work.site.calendar if work.site is not None else schedule.office.calendar
    places = schedule.holidays_on(calendar, row.day)
    own = [h for h in schedule.group(Holiday, "day", row.day) if h.client_id == work.client.id]
    for found, variant in ((places, "site"), (own, "client")):
        if found:
            yield about(
                schedule,
                row,
                work,
                Rule.HOLIDAY,
                Severity.APPROVAL,
                variant=variant,
                name=found[0].name,
                calendar=found[0].place,
            )
            return


def _closure(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    site_id = work.site.id if work.site is not None else None
    for closure in schedule.closures_on(work.client.id, site_id, row.day):
        closed = closure.kind is ClosureKind.CLOSED
        if closed or (closure.kind is ClosureKind.BLACKOUT and row.mode is Mode.ON_SITE):
            last = closure.days.last
            assert last is not None
            yield about(
                schedule,
                row,
                work,
                Rule.CLOSURE,
                Severity.APPROVAL,
                variant=closure.kind.value,
                name=closure.name,
                first=closure.first.isoformat(),
                last=last.isoformat(),
            )
            return
