"""What the fields of an engagement's form mean: the term's days, the engagement, its lines; and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from techsched.desk.engagements import SaveEngagement, current_lines
from techsched.desk.pen import Command
from techsched.model.client import Client
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.hours import WeekHours
from techsched.model.kinds import EngagementState, Mode, Term
from techsched.model.span import ONE_DAY
from techsched.model.wall import month_later
from ui.forms import options
from ui.forms.context import Context
from ui.forms.field import Values
from ui.forms.week_hours import hours_rows, week_hours_of

_WEEK = timedelta(days=7)


def first_day(values: Values) -> date | None:
    match values.get("term"):
        case Term.DAY:
            found: tuple[date, ...] = values.get("dates", ())
            return found[0] if found else None
        case Term.WEEK:
            week: date | None = values.get("first_week")
            return week
        case None:
            return None
    first: date | None = values.get("first")
    return first


def day_after(values: Values) -> date | None:
    """First day no longer engaged; None has no end, or none that can be read."""
    last: date | None = values.get("last")
    match values.get("term"):
        case Term.DAY:
            dates: tuple[date, ...] = values.get("dates", ())
            return dates[-1] + ONE_DAY if dates else None
        case Term.WEEK:
            week: date | None = values.get("last_week") or values.get("first_week")
            return None if week is None else (week + _WEEK if last is None else last + ONE_DAY)
        case Term.MONTH:
            first, months = values.get("first"), values.get("months")
            if last is not None:
                return last + ONE_DAY
            return None if first is None or months is None else month_later(first, months)
    return None if last is None else last + ONE_DAY


def read(row: Engagement, context: Context) -> Values:
    schedule = context.schedule
    lines = current_lines(schedule, row.id, context.today) or list(schedule.group(StaffingLine, "engagement", row.id))
    last = row.days.last
    weeks = months = None
    if row.term is Term.WEEK and last is not None:
        weeks = last - timedelta(days=last.weekday())
        last = None if last.weekday() == 6 else last
    if row.term is Term.MONTH:
        months = row.months
        if months is not None and row.after == month_later(row.first, months):
            last = None
    monday = row.first - timedelta(days=row.first.weekday())
    dates: set[date] = set()
    for line in lines:
        dates.update(line.dates)
    return {
        "term": row.term,
        "client": row.client_id,
        "site": row.site_id,
        "title": row.title,
        "code": row.code,
        "dates": tuple(sorted(dates)) if row.term is Term.DAY else (),
        "first_week": monday,
        "last_week": weeks,
        "contact": row.contact_id,
        "first": row.first,
        "months": months or 1,
        "review": row.review_on,
        "last": None if row.term is Term.DAY else last,
        "lines": tuple(_line_row(line, row) for line in lines),
        "state": row.state,
        "owner": row.owner_id,
        "deputy": row.deputy_id,
        "reason": row.reason,
        "zone": row.zone,
        "serves": row.serves,
        "notes": row.notes,
    }


def _line_row(line: StaffingLine, engagement: Engagement) -> Mapping[str, Any]:
    return {
        "id": line.id,
        "service": line.service,
        "profile": line.profile,
        "headcount": line.headcount,
        "hours": hours_rows(line.hours),
        "mode": line.mode,
        "onsite": line.onsite_weekdays,
        "skills": options.need_tokens(line.skills),
        "language": line.language or None,
        "site": line.site_id,
        "first": None if line.first == engagement.first else line.first,
        "last": None if line.after == engagement.after else line.days.last,
        "holidays": line.works_holidays,
    }


def engagement_of(
    values: Values, row: Engagement | None, context: Context, ids: Iterator[int]
) -> tuple[Engagement, tuple[StaffingLine, ...]] | None:
    """What the fields say so far; None while client, term's days or lines cannot be read."""
    first, after, term = first_day(values), day_after(values), values.get("term")
    client_id = values.get("client")
    if first is None or term is None or client_id is None or "lines" not in values:
        return None
    if context.schedule.get(Client, client_id) is None or (after is not None and after <= first):
        return None
    rows = values["lines"]
    modes = {line["mode"] for line in rows}
    engagement = Engagement(
        id=next(ids) if row is None else row.id,
        code=values.get("code", ""),
        client_id=client_id,
        site_id=values.get("site"),
        term=term,
        title=values.get("title", ""),
        reason=values.get("reason", ""),
        mode=modes.pop() if len(modes) == 1 else Mode.MIXED if modes else Mode.ON_SITE,
        first=first,
        after=after,
        months=values.get("months") if term is Term.MONTH else None,
        review_on=values.get("review") if term is Term.INDEFINITE else None,
        state=values.get("state") or EngagementState.ACTIVE,
        zone=values.get("zone") or context.zone,
        serves=tuple(values.get("serves", ())),
        contact_id=values.get("contact") if term is Term.HOLIDAY_COVER else None,
        owner_id=values.get("owner"),
        deputy_id=values.get("deputy"),
        notes=values.get("notes", ""),
    )
    dates: tuple[date, ...] = values.get("dates", ()) if term is Term.DAY else ()
    return engagement, tuple(_line(each, engagement, dates, context, ids) for each in rows)


def _line(
    values: Mapping[str, Any],
    engagement: Engagement,
    dates: tuple[date, ...],
    context: Context,
    ids: Iterator[int],
) -> StaffingLine:
    held = context.schedule.get(StaffingLine, values.get("id"))
    kept = held or StaffingLine(id=next(ids), engagement_id=engagement.id, first=engagement.first)
    mixed = values["mode"] is Mode.MIXED
    return replace(
        kept,
        engagement_id=engagement.id,
        site_id=values["site"],
        service=values["service"],
        profile=values["profile"],
        headcount=values["headcount"],
        skills=options.skill_needs(values["skills"]),
        language=values["language"] or "",
        hours=_hours(week_hours_of(values["hours"]), dates),
        mode=values["mode"],
        onsite_weekdays=tuple(values["onsite"]) if mixed else (),
        dates=dates,
        works_holidays=values["holidays"],
        first=values["first"] or engagement.first,
        after=engagement.after if values["last"] is None else values["last"] + ONE_DAY,
    )


def _hours(hours: WeekHours, dates: tuple[date, ...]) -> WeekHours:
    """Of single days each has hours, also on a weekday that no row names: those of the first row."""
    if not dates or not hours:
        return hours
    named = {each.weekday for each in hours}
    more = {day.weekday() for day in dates} - named
    kept = [each for each in hours if each.weekday in {day.weekday() for day in dates}]
    return tuple(sorted([*kept, *(replace(hours[0], weekday=weekday) for weekday in more)]))


def command(values: Values, row: Engagement | None, context: Context, ids: Iterator[int]) -> Command:
    found = engagement_of(values, row, context, ids)
    assert found is not None
    return SaveEngagement(*found, values.get("from_day") or found[0].first)
