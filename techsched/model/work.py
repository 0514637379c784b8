"""What a booking is for: one view of visits, placed lines and covers, for rules, board and paper."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.model.assignment import Assignment
from techsched.model.client import Client, Site
from techsched.model.demand import site_of_line
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.kinds import Priority, Profile, Term
from techsched.model.schedule import Schedule
from techsched.model.visit import Visit


@dataclass(frozen=True, slots=True)
class Work:
    """The client, place and needs behind an assignment.

    `base` is the assignment that a cover stands for in the end, or the assignment itself.
    `term` is None for a visit.
    """

    base: Assignment
    client: Client
    site: Site | None
    title: str
    profile: Profile | None
    skills: tuple[SkillNeed, ...]
    language: str
    term: Term | None
    priority: Priority | None
    visit: Visit | None
    line: StaffingLine | None
    engagement: Engagement | None


def base_of(schedule: Schedule, row: Assignment) -> Assignment:
    """Follows `covers` down to the booking of a visit or a placement."""
    while row.covers is not None:
        row = schedule.row(Assignment, row.covers)
    return row


def work_of_line(schedule: Schedule, line: StaffingLine, base: Assignment) -> Work:
    engagement = schedule.row(Engagement, line.engagement_id)
    return Work(
        base=base,
        client=schedule.row(Client, engagement.client_id),
        site=site_of_line(schedule, line),
        title=line.service or engagement.title,
        profile=line.profile,
        skills=line.skills,
        language=line.language,
        term=engagement.term,
        priority=None,
        visit=None,
        line=line,
        engagement=engagement,
    )


def work_of_visit(schedule: Schedule, visit: Visit, base: Assignment) -> Work:
    return Work(
        base=base,
        client=schedule.row(Client, visit.client_id),
        site=schedule.row(Site, visit.site_id),
        title=visit.title or visit.service,
        profile=visit.profile,
        skills=visit.skills,
        language=visit.language,
        term=None,
        priority=visit.priority,
        visit=visit,
        line=None,
        engagement=schedule.get(Engagement, visit.engagement_id),
    )


def work_of(schedule: Schedule, row: Assignment) -> Work:
    base = base_of(schedule, row)
    if base.visit_id is not None:
        return work_of_visit(schedule, schedule.row(Visit, base.visit_id), base)
    assert base.placement_id is not None
    placement = schedule.row(Placement, base.placement_id)
    return work_of_line(schedule, schedule.row(StaffingLine, placement.line_id), base)
