"""A conflict about one booking, with the names that its sentence needs."""

from __future__ import annotations

from techsched.model.assignment import Assignment
from techsched.model.client import Site
from techsched.model.conflict import Conflict
from techsched.model.kinds import Mode, Rule, Severity
from techsched.model.office import OuterZone
from techsched.model.schedule import Schedule
from techsched.model.sentence import Fields
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.wall import clock_text, minute_of
from techsched.model.work import Work


def clock(moment: Instant, zone: str) -> str:
    """'09:00' on the wall."""
    return clock_text(minute_of(moment, zone))


def where(schedule: Schedule, site: Site | None, mode: Mode) -> str:
    """The district, zone or site of on-site work; empty for remote work (the spec `where` says so)."""
    if mode is Mode.REMOTE or site is None:
        return ""
    district = schedule.city.districts.get(site.district)
    if district is not None:
        return district.name
    zone = schedule.get(OuterZone, site.outer_zone_id)
    return zone.name if zone is not None else site.name


def names(schedule: Schedule, row: Assignment, work: Work) -> Fields:
    """Who, for whom, where and when: facts that are told and not compared."""
    return (
        ("technician", schedule.row(Technician, row.technician_id).name),
        ("client", work.client.name),
        ("where", where(schedule, work.site, row.mode)),
        ("day", row.day.isoformat()),
        ("from", clock(row.start, row.zone)),
        ("to", clock(row.end, row.zone)),
    )


def about(
    schedule: Schedule,
    row: Assignment,
    work: Work,
    rule: Rule,
    severity: Severity,
    absence_id: int | None = None,
    /,
    **compared: str | int,
) -> Conflict:
    """A conflict of one booking. `compared` are the facts that the rule weighed; `variant` picks a sentence."""
    return Conflict(
        rule=rule,
        severity=severity,
        start=row.start,
        end=row.end,
        day=row.day,
        technician_id=row.technician_id,
        assignments=(row.id,),
        visit_id=None if work.visit is None else work.visit.id,
        line_id=None if work.line is None else work.line.id,
        place=row.place,
        absence_id=absence_id,
        facts=(*names(schedule, row, work), *compared.items()),
    )
