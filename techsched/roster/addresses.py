"""The visits of a week with their addresses and contacts, for the last page."""

from __future__ import annotations

from collections.abc import Iterable

from techsched.model.assignment import Assignment
from techsched.model.client import Client, Contact, Site
from techsched.model.kinds import Mode
from techsched.model.office import OuterZone
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.wall import day_of
from techsched.model.work import Work, work_of
from techsched.roster.entries import VisitLine
from techsched.roster.wording import capital, clock, other_zone, short_day
from techsched.rules.presence import own_time
from techsched.words import say


def visit_lines(schedule: Schedule, rows: Iterable[Assignment], language: str) -> tuple[VisitLine, ...]:
    """One for each visit and arrival, by time; two technicians of one visit share it. The absent are left out."""
    held: dict[tuple[Instant, int], tuple[Work, list[Assignment]]] = {}
    for row in rows:
        if row.placement_id is not None:
            continue
        work = work_of(schedule, row)
        if work.visit is not None and own_time(schedule, row):
            held.setdefault((row.start, work.visit.id), (work, []))[1].append(row)
    return tuple(_line(schedule, *held[key], language) for key in sorted(held))


def _line(schedule: Schedule, work: Work, rows: list[Assignment], language: str) -> VisitLine:
    row = rows[0]
    assert work.site is not None
    zone = schedule.office.zone
    arrival = f"{capital(short_day(day_of(row.start, zone), language))} {clock(row.start, zone)}"
    there = other_zone(row, work, zone)
    if there is not None:
        arrival = say(sentence("paper.there", here=arrival, there=clock(row.start, there)), language)
    names = [schedule.row(Technician, each.technician_id).name for each in rows]
    remote = say(sentence("paper.remote"), language) if row.mode is Mode.REMOTE else ""
    return VisitLine(
        arrival,
        ", ".join(filter(None, (work.client.name, work.title))),
        ", ".join(names),
        ", ".join(filter(None, (remote, _address(schedule, work.site)))),
        _contact(schedule, work.client, work.site),
    )


def _address(schedule: Schedule, site: Site) -> str:
    outside = schedule.get(OuterZone, site.outer_zone_id)
    district = schedule.city.districts.get(site.district)
    place = outside.name if outside is not None else "" if district is None else district.name
    return ", ".join(dict.fromkeys(filter(None, (site.address or site.name, site.postcode, place))))


def _contact(schedule: Schedule, client: Client, site: Site) -> str:
    """Name and telephone of the site's contact, else of the client's."""
    contacts = schedule.group(Contact, "client", client.id)
    for wanted in (site.id, None):
        for contact in contacts:
            if contact.site_id == wanted and contact.phone:
                return f"{contact.name}, {contact.phone}"
    return ""
