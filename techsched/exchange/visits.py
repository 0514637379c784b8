"""Rows of visits: read in the clock of their site, nobody booked yet."""

from __future__ import annotations

from functools import partial

from techsched.exchange.engagements import needs
from techsched.exchange.intake import Intake
from techsched.exchange.reading import Record, Unfit
from techsched.model.client import Client, Site
from techsched.model.kinds import Asked, Priority, TargetClock
from techsched.model.sentence import sentence
from techsched.model.span import Days, Instant
from techsched.model.target import deadline
from techsched.model.visit import Visit
from techsched.model.wall import day_of, local


def visit(intake: Intake, record: Record) -> None:
    code = intake.claim(record, Visit)
    site = intake.find(record, "site_id", Site)
    owner = intake.find(record, "client_id", Client) if record["client_id"] else None
    if owner is not None and site.client_id != owner.id:
        raise Unfit("site_id", sentence("import.site_of_other_client", site=site.code, client=owner.code))
    _same_district(intake, record, site)
    created = intake.instant(record, "created_at", site.zone)
    assert created is not None
    planned = record["priority"] is Priority.PLANNED
    minutes: int | None = record["response_target_minutes"]
    due = intake.instant(record, "due_at", site.zone)
    if due is None and minutes and not planned:
        clock: TargetClock = record["target_clock"]
        due = deadline(created, minutes, clock, site.zone, partial(intake.is_working_day, site.calendar))
    window_from = intake.instant(record, "window_from", site.zone)
    window_to = intake.instant(record, "window_to", site.zone)
    _in_order(record, "due_at", created, due, site.zone, alike=True)
    _in_order(record, "window_to", window_from, window_to, site.zone, alike=False)
    row = Visit(
        id=intake.id(),
        code=code,
        client_id=site.client_id,
        site_id=site.id,
        title=record["title"],
        service=record["service_line"],
        profile=record["required_profile"],
        skills=needs(intake, record["required_skills"]),
        priority=record["priority"],
        asked=Asked.REQUEST if planned else Asked.INCIDENT,
        minutes=record["duration_minutes"],
        people=record["people"],
        escalated_at=created,
        target_minutes=None if planned else minutes,
        target_clock=record["target_clock"],
        due_by=due,
        window_from=window_from,
        window_to=window_to,
        reference=record["reference"],
        notes=record["notes"],
        outcome=record["status"].value if record["status"].is_over else "",
    )
    intake.keep(record, row)
    intake.touch(Days.single(day_of(window_from if window_from is not None else created, site.zone)))


def _same_district(intake: Intake, record: Record, site: Site) -> None:
    """A visit is in its site's district; a row that says another is flagged, one that says none is refused."""
    if not record["district_code"]:
        return
    code, outer = intake.place(record, "district_code")
    if (code, None if outer is None else outer.id) != (site.district, site.outer_zone_id):
        told = sentence("import.district_of_site", site=site.code)
        intake.docket.flag(record, "district_code", site.district, told)


def _in_order(
    record: Record, column: str, first: Instant | None, last: Instant | None, zone: str, *, alike: bool
) -> None:
    """Raises Unfit when the last moment comes before the first; `alike` lets the two be one."""
    if first is None or last is None or last > first or (alike and last == first):
        return
    start, end = local(first, zone), local(last, zone)
    told = sentence(
        "import.moment_before_start",
        start_day=start.date().isoformat(),
        start=f"{start:%H:%M}",
        end_day=end.date().isoformat(),
        end=f"{end:%H:%M}",
    )
    raise Unfit(column, told)
