"""What the fields of a visit's form mean: its clock and deadline, the visit as far as they say it; and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from techsched.desk.pen import Command
from techsched.desk.visits import RequestVisit
from techsched.model.client import Site
from techsched.model.kinds import Asked, Mode, Priority, TargetClock
from techsched.model.span import MINUTE, Instant
from techsched.model.target import due_by, promised
from techsched.model.visit import Visit
from ui.forms import options
from ui.forms.context import Context
from ui.forms.field import Values


def site_of(values: Values, context: Context) -> Site | None:
    return context.schedule.get(Site, values.get("site"))


def zone(values: Values, context: Context) -> str:
    """The clock on which the visit's times are read: its site's."""
    site = site_of(values, context)
    return context.zone if site is None else site.zone


def agreed_due(values: Values, context: Context) -> Instant | None:
    """None where nothing was promised, as for planned work."""
    site, client_id, priority = site_of(values, context), values.get("client"), values.get("priority")
    escalated = values.get("escalated")
    if site is None or client_id is None or priority is None or escalated is None:
        return None
    target = promised(context.schedule, client_id, priority)
    return None if target is None else due_by(context.schedule, site, target, escalated)


def read(row: Visit, context: Context) -> Values:
    return {
        "client": row.client_id,
        "site": row.site_id,
        "title": row.title,
        "service": row.service,
        "priority": row.priority,
        "asked": row.asked,
        "escalated": row.escalated_at,
        "due": row.due_by,
        "minutes": row.minutes,
        "people": row.people,
        "window_from": row.window_from,
        "window_to": row.window_to,
        "mode": row.mode,
        "skills": options.need_tokens(row.skills),
        "profile": row.profile,
        "who_asked": row.who_asked,
        "reference": row.reference,
        "engagement": row.engagement_id,
        "language": row.language or None,
        "notes": row.notes,
    }


def visit_of(values: Values, row: Visit | None, context: Context, id: int) -> Visit | None:
    """The visit as far as the fields say it; None while client, site or length are missing. A window that is not
    right is left out."""
    site, minutes = site_of(values, context), values.get("minutes")
    if site is None or not minutes or site.client_id != values.get("client"):
        return None
    begins, ends = values.get("window_from"), values.get("window_to")
    if begins is None or ends is None or ends <= begins:
        begins = ends = None
    escalated = values.get("escalated") or context.now
    due = values.get("due")
    priority = values.get("priority") or Priority.STANDARD
    target = promised(context.schedule, site.client_id, priority)
    agreed = target is not None and due is not None and due == agreed_due(values, context)
    kept = row if row is not None else Visit(id=id, code="", client_id=0, site_id=0, escalated_at=escalated)
    return replace(
        kept,
        client_id=site.client_id,
        site_id=site.id,
        title=values.get("title", ""),
        service=values.get("service", ""),
        priority=priority,
        asked=values.get("asked") or Asked.INCIDENT,
        mode=Mode(values.get("mode") or Mode.ON_SITE),
        minutes=minutes,
        people=values.get("people") or 1,
        escalated_at=escalated,
        due_by=due,
        target_minutes=_target_minutes(escalated, due, target.response_minutes if agreed and target else None),
        target_clock=target.clock if agreed and target else TargetClock.ROUND_THE_CLOCK,
        window_from=begins,
        window_to=ends,
        skills=options.skill_needs(values.get("skills", ())),
        profile=values.get("profile"),
        language=values.get("language") or "",
        who_asked=values.get("who_asked", ""),
        reference=values.get("reference", ""),
        engagement_id=values.get("engagement"),
        notes=values.get("notes", ""),
    )


def _target_minutes(escalated: Instant, due: Instant | None, agreed: int | None) -> int | None:
    if due is None:
        return None
    return agreed if agreed is not None else (due - escalated) // MINUTE


def command(values: Values, row: Visit | None, context: Context, ids: Iterator[int]) -> Command:
    visit = visit_of(values, row, context, next(ids) if row is None else row.id)
    assert visit is not None
    return RequestVisit(visit)
