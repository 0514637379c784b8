"""On-site work in a district that the technician does not cover."""

from __future__ import annotations

from collections.abc import Iterator

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Mode, Rule, Severity
from techsched.model.office import OuterZone
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.work import Work
from techsched.rules.naming import about


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """An empty list covers all; a place outside the city counts as its nearest district."""
    if row.mode is Mode.REMOTE or work.site is None:
        return
    technician = schedule.row(Technician, row.technician_id)
    if not technician.districts:
        return
    code = work.site.district
    if not code:
        zone = schedule.get(OuterZone, work.site.outer_zone_id)
        code = "" if zone is None else zone.nearest_district
    if not code or code in technician.districts:
        return
    named = schedule.city.districts.get(code)
    yield about(
        schedule,
        row,
        work,
        Rule.DISTRICT,
        Severity.WARNING,
        district=code if named is None else named.name,
        covered=" ".join(sorted(technician.districts)),
    )
