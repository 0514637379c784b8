"""Rows for tests by keyword, with defaults and ids made from names; days and hours of one week in text."""

from __future__ import annotations

import re
import zlib
from datetime import date, datetime, timedelta
from typing import Any

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.client import Client, Closure, Site
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.holiday import Holiday
from techsched.model.hours import DAY_NAMES, WeekHours, week_hours
from techsched.model.kinds import (
    AbsenceKind,
    Asked,
    HolidayScope,
    Mode,
    Profile,
    Term,
)
from techsched.model.office import Office
from techsched.model.span import Days, Instant, Span
from techsched.model.technician import Certification, Clearance, Skill, Technician, WorkingPattern
from techsched.model.visit import Visit
from techsched.model.wall import at, clock_minute, day_of, instant, local, wall_span

ZONE = "Europe/Madrid"
MONDAY = date(2026, 11, 23)
NOW: Instant = at(datetime(2026, 11, 25, 10, 42), ZONE)
"""Wednesday 10:42, the clock of the sample office."""
OFFICE_HOURS = week_hours(range(5), 9 * 60, 17 * 60)
GROWN_UNTIL = MONDAY + timedelta(days=28)
"""Open placements have rows before this day."""

DISTRICTS = (
    "Centro",
    "Arganzuela",
    "Retiro",
    "Salamanca",
    "Chamartín",
    "Tetuán",
    "Chamberí",
    "Fuencarral-El Pardo",
    "Moncloa-Aravaca",
    "Latina",
    "Carabanchel",
    "Usera",
    "Puente de Vallecas",
    "Moratalaz",
    "Ciudad Lineal",
    "Hortaleza",
    "Villaverde",
    "Villa de Vallecas",
    "Vicálvaro",
    "San Blas-Canillejas",
    "Barajas",
)
"""Madrid's, in the order of their codes '01' to '21'."""


# ids, days and times


_NAMES: dict[int, tuple[str, str]] = {}


def id_of(kind: str, name: str) -> int:
    """The id of a named row: `id_of("technician", "Ana")`."""
    id = 1_000_000 + zlib.crc32(f"{kind} {name}".encode())
    _NAMES[id] = (kind, name)
    return id


def name_of(id: int | None) -> str:
    """The name that `id_of` made an id from; empty when it made none."""
    return "" if id is None else _NAMES.get(id, ("", ""))[1]


def day(text: str) -> date:
    """'Mon', 'Mon+1', 'Sun-1' or an ISO date."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    match = re.fullmatch(r"([A-Z][a-z]{2})([+-]\d+)?", text)
    if not match or match[1] not in DAY_NAMES:
        raise ValueError(f"{text!r} is not a day")
    return MONDAY + timedelta(days=DAY_NAMES.index(match[1]), weeks=int(match[2] or 0))


def days(text: str) -> Days:
    """'Mon', 'Mon-Fri', 'Mon-Fri+1' or two ISO dates with '..' between."""
    if ".." in text:
        first, last = text.split("..")
        return Days.through(day(first), day(last))
    match = re.fullmatch(r"([A-Z][a-z]{2}(?:[+-]\d+)?)-([A-Z][a-z]{2}(?:[+-]\d+)?)", text)
    return Days.through(day(match[1]), day(match[2])) if match else Days.single(day(text))


def moment(text: str, zone: str = ZONE) -> Instant:
    """'Mon 9:30' as an instant."""
    word, clock = text.split()
    return instant(day(word), clock_minute(clock), zone)


def span(text: str, zone: str = ZONE) -> Span:
    """'Mon 9-17' as instants."""
    word, hours = text.split()
    start, end = minutes(hours)
    found = wall_span(day(word), start, end, zone)
    assert found is not None, f"the clock jumps over {text}"
    return found


def minutes(text: str) -> tuple[int, int]:
    """'9-17' or '9:30-11' as two minutes of the wall."""
    start, end = text.split("-")
    return clock_minute(start), clock_minute(end)


def shown(moment_: Instant, zone: str = ZONE) -> str:
    """'Wed 11:48', for messages of tests."""
    wall = local(moment_, zone)
    return f"{DAY_NAMES[wall.weekday()]} {wall:%H:%M}"


def district(name: str) -> str:
    """The code of a district by its name."""
    return f"{DISTRICTS.index(name) + 1:02d}"


# rows by keyword


def office(**more: Any) -> Office:
    return Office(**{"id": 1, "name": "Meseta", "language": "en", "fixed_now": NOW, **more})


def technician(name: str = "Ana", **more: Any) -> Technician:
    return Technician(
        **{
            "id": id_of("technician", name),
            "code": name,
            "name": name,
            "profile": Profile.SYSTEMS,
            "home_district": "01",
            "languages": ("es",),
            "employed_from": date(2020, 1, 1),
            **more,
        }
    )


def skill(who: str, name: str, level: int = 3, **more: Any) -> Skill:
    return Skill(
        **{
            "id": id_of("skill", f"{who} {name}"),
            "technician_id": id_of("technician", who),
            "name": name,
            "level": level,
            **more,
        }
    )


def certification(who: str, name: str, expires: date | None = None, **more: Any) -> Certification:
    return Certification(
        **{
            "id": id_of("certification", f"{who} {name}"),
            "technician_id": id_of("technician", who),
            "name": name,
            "expires": expires,
            **more,
        }
    )


def clearance(who: str, name: str, client_name: str, **more: Any) -> Clearance:
    return Clearance(
        **{
            "id": id_of("clearance", f"{who} {name} {client_name}"),
            "technician_id": id_of("technician", who),
            "name": name,
            "client_id": id_of("client", client_name),
            **more,
        }
    )


def pattern(who: str, hours: WeekHours, **more: Any) -> WorkingPattern:
    return WorkingPattern(
        **{
            "id": id_of("pattern", who),
            "technician_id": id_of("technician", who),
            "first": date(2020, 1, 1),
            "hours": hours,
            **more,
        }
    )


def client(name: str = "Acme", **more: Any) -> Client:
    return Client(**{"id": id_of("client", name), "code": name, "name": name, **more})


def site(name: str = "Centro", **more: Any) -> Site:
    """A site; of a name that is a district, it lies in that district and its client bears the same name."""
    return Site(
        **{
            "id": id_of("site", name),
            "code": name,
            "client_id": id_of("client", name),
            "name": name,
            "district": district(name) if name in DISTRICTS else "01",
            **more,
        }
    )


def closure(first: date, after: date, where: Site | None = None, **more: Any) -> Closure:
    place = where if where is not None else site()
    return Closure(
        **{
            "id": id_of("closure", f"{place.name} {first}"),
            "client_id": place.client_id,
            "site_id": place.id,
            "name": "Closed",
            "first": first,
            "after": after,
            **more,
        }
    )


def visit(code: str = "V1", where: Site | None = None, **more: Any) -> Visit:
    place = where if where is not None else site()
    return Visit(
        **{
            "id": id_of("visit", code),
            "code": code,
            "client_id": place.client_id,
            "site_id": place.id,
            "asked": Asked.REQUEST,
            "escalated_at": moment("Fri-1 9:00"),
            **more,
        }
    )


def engagement(name: str = "Helpdesk", where: Site | None = None, **more: Any) -> Engagement:
    place = where if where is not None else site()
    return Engagement(
        **{
            "id": id_of("engagement", name),
            "code": name,
            "title": name,
            "client_id": place.client_id,
            "site_id": place.id,
            "term": Term.INDEFINITE,
            "first": date(2026, 1, 1),
            **more,
        }
    )


def line(name: str = "Helpdesk", hours: WeekHours = OFFICE_HOURS, **more: Any) -> StaffingLine:
    """A line of the engagement of the same name; Monday to Friday 9-17 unless said otherwise."""
    return StaffingLine(
        **{
            "id": id_of("line", name),
            "engagement_id": id_of("engagement", name),
            "hours": hours,
            "first": date(2026, 1, 1),
            **more,
        }
    )


def placement(who: str, on: str, first: date, after: date | None = None, **more: Any) -> Placement:
    return Placement(
        **{
            "id": id_of("placement", f"{who} {on} {first}"),
            "technician_id": id_of("technician", who),
            "line_id": id_of("line", on),
            "first": first,
            "after": after,
            **more,
        }
    )


def absence(who: str, first: date, after: date | None = None, **more: Any) -> Absence:
    return Absence(
        **{
            "id": id_of("absence", f"{who} {first} {after} {more}"),
            "technician_id": id_of("technician", who),
            "kind": AbsenceKind.ANNUAL_LEAVE,
            "first": first,
            "after": after,
            **more,
        }
    )


def holiday(on: date, place: str = "ES", **more: Any) -> Holiday:
    return Holiday(
        **{
            "id": id_of("holiday", f"{on} {place} {more.get('client_id')}"),
            "day": on,
            "name": "Holiday",
            "scope": HolidayScope.NATIONAL,
            "place": place,
            **more,
        }
    )


def booking(who: str, when: str | Span, zone: str = ZONE, **more: Any) -> Assignment:
    """A row for visit 'V1' unless `visit_id`, `placement_id` or `covers` says what for.

    `when` is 'Mon 9-17' or a span.
    """
    taken = span(when, zone) if isinstance(when, str) else when
    start, end = local(taken.start, zone), local(taken.end, zone)
    what = {} if more.keys() & {"visit_id", "placement_id", "covers"} else {"visit_id": id_of("visit", "V1")}
    return Assignment(
        **{
            "id": id_of("booking", f"{who} {taken.start} {taken.end} {what} {more}"),
            "technician_id": id_of("technician", who),
            "start": taken.start,
            "end": taken.end,
            "day": day_of(taken.start, zone),
            "zone": zone,
            "wall_start": f"{start:%Y-%m-%dT%H:%M}",
            "wall_end": f"{end:%Y-%m-%dT%H:%M}",
            "mode": Mode.ON_SITE,
            **what,
            **more,
        }
    )
