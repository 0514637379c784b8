"""Rows of engagements with their one staffing line, and of placements on them."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta

from techsched.exchange.cell import shown
from techsched.exchange.intake import Intake
from techsched.exchange.reading import Record, Unfit
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.growth import horizon
from techsched.model.kinds import Mode, Term
from techsched.model.sentence import sentence
from techsched.model.span import FAR_FUTURE, Days
from techsched.model.technician import Technician
from techsched.model.wall import month_later

LONGEST_PLACEMENT = timedelta(days=30 * 366)
"""A longer one is a slip of the pen, and each of its days would be a row."""


def engagement(intake: Intake, record: Record) -> None:
    code = intake.claim(record, Engagement)
    owner = intake.find(record, "client_id", Client)
    site = intake.find(record, "site_id", Site) if record["site_id"] else None
    mode: Mode = record["mode"]
    if site is not None and site.client_id != owner.id:
        raise Unfit("site_id", sentence("import.site_of_other_client", site=site.code, client=owner.code))
    if site is None and mode is not Mode.REMOTE:
        raise Unfit("site_id", sentence("import.site_needed"))
    if mode is Mode.MIXED and not record["onsite_weekdays"]:
        raise Unfit("onsite_weekdays", sentence("import.onsite_weekdays_needed"))
    days = intake.days(record)
    pause, pause_start = _lunch(intake, record)
    hours = intake.hours(record, record["weekdays"], "from_time", "to_time", pause, pause_start)
    term: Term = record["kind"]
    row = Engagement(
        id=intake.id(),
        code=code,
        client_id=owner.id,
        site_id=None if site is None else site.id,
        term=term,
        mode=mode,
        first=days.first,
        after=days.after,
        months=_months(days) if term is Term.MONTH else None,
        state=record["status"],
        zone=intake.office.zone,
        notes=record["notes"],
    )
    line = StaffingLine(
        id=intake.id(),
        engagement_id=row.id,
        service=record["service_line"],
        profile=record["required_profile"],
        headcount=record["headcount"],
        skills=needs(intake, record["required_skills"]),
        hours=hours,
        mode=mode,
        onsite_weekdays=record["onsite_weekdays"] if mode is Mode.MIXED else (),
        works_holidays=record["counts_holidays"],
        first=days.first,
        after=days.after,
    )
    intake.keep(record, row)
    intake.add(line)
    intake.lines[row.id] = line


def needs(intake: Intake, names: tuple[str, ...]) -> tuple[SkillNeed, ...]:
    """Required names of the files, each of any level."""
    return tuple(SkillNeed(name, certification=intake.needs_certificate(name)) for name in names)


def _lunch(intake: Intake, record: Record) -> tuple[int, int | None]:
    """Minutes and start of the break of a line's day.

    Where the file says nothing, a day longer than the break rule allows that spans the whole lunch window
    has lunch in its middle: nobody is sold nine hours without one.
    """
    limits = intake.schedule.limits(0, record["starts_on"])
    begins, ends = record["from_time"], record["to_time"]
    spans = begins <= limits.lunch_from and limits.lunch_to <= ends
    minutes: int | None = record["break_minutes"]
    if minutes is None:
        minutes = limits.lunch_minutes if spans and ends - begins > limits.break_after else 0
    middle = (limits.lunch_from + limits.lunch_to - minutes) // 2
    return minutes, middle if minutes and spans else None


def _months(days: Days) -> int | None:
    """Whole months of a term, counted from its start; None when it ends in the middle of one."""
    if days.after is None:
        return None
    count = (days.after.year - days.first.year) * 12 + days.after.month - days.first.month
    return count if count and month_later(days.first, count) == days.after else None


def placement(intake: Intake, record: Record) -> None:
    code = intake.claim(record, Placement)
    who = intake.find(record, "technician_id", Technician)
    bought = intake.find(record, "engagement_id", Engagement)
    line = _line(intake, bought)
    if line is None:
        raise Unfit("engagement_id", sentence("import.no_line", engagement=bought.code))
    days = _within(intake, record, bought)
    if record["mode"] is not None and record["mode"] is not bought.mode:
        told = sentence("import.mode_of_engagement", engagement=bought.code, mode=bought.mode)
        intake.docket.flag(record, "mode", bought.mode, told)
    row = Placement(
        id=intake.id(),
        code=code,
        line_id=line.id,
        place=_free_place(intake, record, line, days),
        technician_id=who.id,
        first=days.first,
        after=days.after,
        fixed=record["locked"],
    )
    intake.keep(record, row)
    intake.touch(days)


def _line(intake: Intake, bought: Engagement) -> StaffingLine | None:
    """The line that the files gave it, else the office's latest."""
    found = intake.lines.get(bought.id)
    if found is None:
        known = intake.schedule.group(StaffingLine, "engagement", bought.id)
        found = max(known, key=lambda line: (line.first, line.id), default=None)
    return found


def _within(intake: Intake, record: Record, bought: Engagement) -> Days:
    """The placement's days as far as the engagement runs; what is cut off is flagged. Raises Unfit."""
    asked = intake.days(record)
    until = asked.after or horizon(intake.now, intake.office.zone)
    if until - asked.first > LONGEST_PLACEMENT:
        raise Unfit("ends_on" if asked.after else "starts_on", sentence("import.placement_too_long"))
    days = asked.common(bought.days)
    if days is None:
        last = bought.days.last
        key = "import.outside_engagement" if last else "import.before_engagement"
        told = sentence(
            key, engagement=bought.code, start=bought.first.isoformat(), end=last.isoformat() if last else ""
        )
        raise Unfit("starts_on", told)
    for column, mine, own in (("starts_on", days.first, asked.first), ("ends_on", days.last, asked.last)):
        if mine != own and mine is not None and record[column] is not None:
            told = sentence("import.cut_to_engagement", engagement=bought.code, day=mine.isoformat())
            intake.docket.flag(record, column, mine.isoformat(), told)
    return days


def _free_place(intake: Intake, record: Record, line: StaffingLine, days: Days) -> int:
    """The lowest place of the line that nobody holds in those days. Raises Unfit when all are held."""
    after = days.after or FAR_FUTURE
    for place in range(1, line.headcount + 1):
        held = intake.held_places(line.id, place)
        at = bisect_left(held, (after, after))
        if at == 0 or held[at - 1][1] <= days.first:
            held.insert(at, (days.first, after))
            return place
    told = sentence("import.no_place_left", engagement=shown(record["engagement_id"]), n=line.headcount)
    raise Unfit("engagement_id", told)
