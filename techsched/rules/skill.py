"""What the work asks of a person: certifications, clearances, profile, skills, language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.engagement import SkillNeed
from techsched.model.kinds import Mode, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.technician import Certification, Clearance, Skill, Technician
from techsched.model.work import Work
from techsched.rules.naming import about


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """Certifications and clearances first, then profile, skills and language."""
    for need in work.skills:
        if need.certification:
            yield from _certification(schedule, row, work, need)
    if row.mode is Mode.ON_SITE and work.site is not None:
        for name in work.site.clearances:
            yield from _clearance(schedule, row, work, name)
    yield from _profile(schedule, row, work)
    for need in work.skills:
        if not need.certification:
            yield from _skill(schedule, row, work, need)
    yield from _language(schedule, row, work)


def _named(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _certified(schedule: Schedule, technician_id: int, name: str, day: date) -> bool:
    held = schedule.group(Certification, "technician", technician_id)
    return any(_named(c.name, name) and c.valid_on(day) for c in held)


def _certification(schedule: Schedule, row: Assignment, work: Work, need: SkillNeed) -> Iterator[Conflict]:
    if _certified(schedule, row.technician_id, need.name, row.day):
        return
    held = [
        c
        for c in schedule.group(Certification, "technician", row.technician_id)
        if _named(c.name, need.name) and c.expires is not None and c.expires < row.day
    ]
    if held:
        expired = max(c.expires for c in held if c.expires is not None).isoformat()
        yield about(
            schedule,
            row,
            work,
            Rule.CERTIFICATION,
            Severity.HARD,
            variant="expired",
            needed=need.name,
            expired=expired,
        )
    else:
        yield about(schedule, row, work, Rule.CERTIFICATION, Severity.HARD, variant="missing", needed=need.name)


def _clearance(schedule: Schedule, row: Assignment, work: Work, name: str) -> Iterator[Conflict]:
    """Somebody must hold it for the client, or for this very site; remote work needs none."""
    assert work.site is not None
    expired: date | None = None
    for held in schedule.group(Clearance, "technician", row.technician_id):
        if not _named(held.name, name) or held.client_id != work.client.id:
            continue
        if held.site_id not in (None, work.site.id):
            continue
        if held.expires is None or row.day <= held.expires:
            return
        expired = held.expires if expired is None else max(expired, held.expires)
    if expired is not None:
        yield about(
            schedule,
            row,
            work,
            Rule.CLEARANCE,
            Severity.HARD,
            variant="expired",
            needed=name,
            expired=expired.isoformat(),
        )
    else:
        yield about(schedule, row, work, Rule.CLEARANCE, Severity.HARD, variant="missing", needed=name)


def _profile(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """One profile below needs an OK, two do not fit; above is only told."""
    if work.profile is None:
        return
    has = schedule.row(Technician, row.technician_id).profile
    steps = has.steps_below(work.profile)
    if steps > 0:
        severity = Severity.APPROVAL if steps == 1 else Severity.HARD
        compared: dict[str, str | int] = {"has": has.value, "needed": work.profile.value, "steps": steps}
        if has.rank == work.profile.rank:
            compared["variant"] = "beside"
        yield about(schedule, row, work, Rule.PROFILE, severity, **compared)
    elif steps < 0:
        yield about(
            schedule,
            row,
            work,
            Rule.OVER_QUALIFIED,
            Severity.WARNING,
            has=has.value,
            needed=work.profile.value,
        )


def _skill(schedule: Schedule, row: Assignment, work: Work, need: SkillNeed) -> Iterator[Conflict]:
    """A certification of the name, valid on the day, is as good as any level."""
    level = 0
    for held in schedule.group(Skill, "technician", row.technician_id):
        if _named(held.name, need.name):
            level = max(level, held.level)
    if level and level >= need.level:
        return
    if _certified(schedule, row.technician_id, need.name, row.day):
        return
    compared: dict[str, str | int] = {"needed": need.name}
    if level:
        compared.update(variant="level", has=level, level=need.level)
    elif need.level:
        compared.update(variant="missing_level", level=need.level)
    else:
        compared["variant"] = "missing"
    yield about(schedule, row, work, Rule.SKILL, Severity.APPROVAL, **compared)


def _language(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """What the work asks for, else the site's language; of a person whose languages nobody noted, nothing is said."""
    asked = work.language or (work.site.language if work.site is not None else "")
    spoken = schedule.row(Technician, row.technician_id).languages
    if asked and spoken and asked not in spoken:
        yield about(schedule, row, work, Rule.LANGUAGE, Severity.WARNING, needed=asked, spoken=" ".join(spoken))
