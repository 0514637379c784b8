"""Rows and rosters for tests: keyword builders with defaults, and a small language that reads like a roster.

    schedule(
        "technician Ana: Senior Engineer, lives in Chamberí, by car, Cisco 3, holds CCNA until Wed",
        "site Torre: Chamartín, client Acme, zone Atlantic/Canary, open Mon-Fri 9-18, needs NDA",
        "visit V1: Torre, 90 min, critical, asks Cisco 2, asks certificate CCNA, window Mon 9-12",
        "line Helpdesk: Mon-Fri 9-17 Centro, 2 people, profile Systems Technician, asks Cisco 2",
        "closed Torre: Thu-Fri",
        "holiday: Tue in ES-MD",
        "Ana: Mon 9-17 Centro, Tue 9-10:30 V1 tentative, on Helpdesk Wed-Fri, sick from Thu",
        "Berta: Mon 9-17 Salamanca remote, covers Ana Thu, asked Fri, away Mon 9-12",
    )

Days are those of the week of Monday 2026-11-23: `Mon`, `Mon-Fri`, `Mon+1` (a week later), `Sun-1` (a week
earlier) or an ISO date; hours are wall time of the place, `22-6` ends the next day. A booking names a
district, a site or a visit; for a place a visit of that length is made on the fly. Whoever and whatever is
named without a line of its own gets the defaults.

Named rows have ids made from their names (`id_of`); bookings count up from 1001 in the order written, rows
grown from placements from 10001.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any, TypeVar

from techsched import cities
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.change import Change, Edit
from techsched.model.client import Site
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.growth import grow
from techsched.model.hours import Hours, WeekHours, week_hours
from techsched.model.kinds import (
    AbsenceKind,
    AbsenceState,
    Asked,
    AssignmentState,
    ClosureKind,
    Firmness,
    Mode,
    Priority,
    Profile,
    Transport,
    WorkPlace,
)
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import ONE_DAY, Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from tests.rows import (
    DISTRICTS,
    GROWN_UNTIL,
    MONDAY,
    NOW,
    OFFICE_HOURS,
    ZONE,
    absence,
    booking,
    certification,
    clearance,
    client,
    closure,
    day,
    days,
    district,
    engagement,
    holiday,
    id_of,
    line,
    minutes,
    moment,
    name_of,
    office,
    pattern,
    placement,
    shown,
    site,
    skill,
    span,
    technician,
    visit,
)

__all__ = [
    "DISTRICTS",
    "GROWN_UNTIL",
    "MONDAY",
    "NOW",
    "OFFICE_HOURS",
    "ZONE",
    "absence",
    "booking",
    "bookings",
    "certification",
    "changed",
    "clearance",
    "client",
    "closure",
    "day",
    "days",
    "district",
    "engagement",
    "holiday",
    "id_of",
    "line",
    "minutes",
    "moment",
    "name_of",
    "named",
    "office",
    "pattern",
    "placement",
    "schedule",
    "shown",
    "site",
    "skill",
    "span",
    "technician",
    "visit",
]

R = TypeVar("R", bound=Row)


_DAY = r"(?:\d{4}-\d\d-\d\d(?:\.\.\d{4}-\d\d-\d\d)?|[A-Z][a-z]{2}(?:[+-]\d+)?(?:-[A-Z][a-z]{2}(?:[+-]\d+)?)?)"
_HOURS = r"\d{1,2}(?::\d\d)?-\d{1,2}(?::\d\d)?"
_AWAY = {
    "away": (AbsenceKind.ANNUAL_LEAVE, AbsenceState.APPROVED),
    "asked": (AbsenceKind.ANNUAL_LEAVE, AbsenceState.REQUESTED),
    "refused": (AbsenceKind.ANNUAL_LEAVE, AbsenceState.REFUSED),
    "sick": (AbsenceKind.SICK, AbsenceState.APPROVED),
    "training": (AbsenceKind.TRAINING, AbsenceState.APPROVED),
}


class _Roster:
    """Reads lines; rows are kept by table and id, so that a later line completes an earlier mention."""

    def __init__(self, given: Iterable[Row]) -> None:
        self.rows: dict[tuple[type[Row], int], Row] = {}
        self.bookings: list[tuple[str, str]] = []
        self.placed: list[Placement] = []
        self.ids = count(1001)
        for row in given:
            self.put(row)

    def put(self, row: R) -> R:
        self.rows[(type(row), row.id)] = row
        return row

    def held(self, row: R) -> R:
        """The row of that id as it is; put in when there is none."""
        found = self.rows.get((type(row), row.id))
        return found if isinstance(found, type(row)) else self.put(row)

    def get(self, table: type[R], id: int) -> R | None:
        found = self.rows.get((table, id))
        return found if isinstance(found, table) else None

    def technician(self, name: str) -> Technician:
        return self.held(technician(name))

    def site(self, name: str) -> Site:
        found = self.get(Site, id_of("site", name))
        if found is None:
            if name not in DISTRICTS:
                raise ValueError(f"{name!r} is neither a district nor a site that a line has told of")
            found = self.put(site(name))
        self.held(client(name)) if found.client_id == id_of("client", name) else None
        return found

    @staticmethod
    def turn(told: str) -> int:
        """Places before what lies in them, and both before people."""
        kind = told.split(" ", 1)[0].rstrip(":")
        return ("site", "visit", "line", kind).index(kind)

    def read(self, told: str) -> None:
        head, _, rest = told.partition(":")
        items = [item.strip() for item in rest.split(",") if item.strip()]
        kind, _, name = head.strip().partition(" ")
        match kind:
            case "technician":
                self.read_technician(name, items)
            case "site":
                self.read_site(name, items)
            case "visit":
                self.read_visit(name, items)
            case "line":
                self.read_line(name, items)
            case "closed" | "blackout":
                self.read_closure(name, items, ClosureKind(kind))
            case "holiday":
                self.read_holiday(items)
            case _:
                self.read_person(head.strip(), items)

    def read_technician(self, name: str, items: list[str]) -> None:
        who = self.technician(name)
        worked: list[Hours] = []
        for item in items:
            word, _, rest = item.partition(" ")
            if item in list(Profile):
                who = replace(who, profile=Profile(item))
            elif word == "lives":
                who = replace(who, home_district=district(rest.removeprefix("in ")))
            elif word == "by":
                who = replace(who, transport=Transport(rest))
            elif word == "covers":
                who = replace(who, districts=(*who.districts, district(rest)))
            elif word == "speaks":
                who = replace(who, languages=tuple(rest.split()))
            elif word == "hired":
                who = replace(who, employed_from=day(rest))
            elif word == "left":
                who = replace(who, employed_after=day(rest) + ONE_DAY)
            elif word == "zone":
                who = replace(who, zone=rest)
            elif word == "calendar":
                who = replace(who, calendar=rest)
            elif word == "weekly":
                who = replace(who, weekly_minutes=int(rest.removesuffix(" h")) * 60)
            elif item in list(WorkPlace):
                who = replace(who, work_place=WorkPlace(item))
            elif word == "works":
                worked.extend(_week_hours(rest))
            elif word == "holds":
                held, _, until = rest.partition(" until ")
                self.put(certification(name, held, day(until) if until else None))
            elif word == "cleared":
                proof, _, where = rest.partition(" for ")
                self.put(clearance(name, proof, where))
            elif match := re.fullmatch(r"(.+) (\d)", item):
                self.put(skill(name, match[1], int(match[2])))
            else:
                raise ValueError(f"what is {item!r} of {name}?")
        if worked:
            self.put(pattern(name, tuple(worked)))
        self.put(who)

    def read_site(self, name: str, items: list[str]) -> None:
        where = site(name)
        opening: list[Hours] = []
        for item in items:
            word, _, rest = item.partition(" ")
            if item in DISTRICTS:
                where = replace(where, district=district(item))
            elif word == "client":
                where = replace(where, client_id=id_of("client", rest))
                self.held(client(rest))
            elif word == "zone":
                where = replace(where, zone=rest)
            elif word == "calendar":
                where = replace(where, calendar=rest)
            elif word == "open":
                opening.extend(_week_hours(rest))
            elif word == "needs":
                where = replace(where, clearances=(*where.clearances, rest))
            elif word == "speaks":
                where = replace(where, language=rest)
            elif word == "at":
                lat, lon = rest.split()
                where = replace(where, lat=float(lat), lon=float(lon))
            else:
                raise ValueError(f"what is {item!r} of {name}?")
        if where.client_id == id_of("client", name):
            self.held(client(name))
        self.put(replace(where, opening=tuple(opening)))

    def read_visit(self, code: str, items: list[str]) -> None:
        told = visit(code, self.site(items[0]))
        zone = self.site(items[0]).zone
        for item in items[1:]:
            word, _, rest = item.partition(" ")
            if item.endswith(" min"):
                told = replace(told, minutes=int(word))
            elif item in list(Priority):
                told = replace(told, priority=Priority(item))
            elif item in list(Asked):
                told = replace(told, asked=Asked(item))
            elif item == "remote":
                told = replace(told, mode=Mode.REMOTE)
            elif item.endswith(" people"):
                told = replace(told, people=int(word))
            elif word == "profile":
                told = replace(told, profile=Profile(rest))
            elif word == "asks":
                told = replace(told, skills=(*told.skills, _need(rest)))
            elif word == "speaks":
                told = replace(told, language=rest)
            elif word == "due":
                told = replace(told, due_by=moment(rest, zone))
            elif word == "window":
                window = span(rest, zone)
                told = replace(told, window_from=window.start, window_to=window.end)
            else:
                raise ValueError(f"what is {item!r} of visit {code}?")
        self.put(told)

    def read_line(self, name: str, items: list[str]) -> None:
        match = re.fullmatch(rf"({_DAY}) ({_HOURS}) (.+)", items[0])
        if not match:
            raise ValueError(f"a line begins with days, hours and a place: {items[0]!r}")
        asked = line(name, _week_hours(f"{match[1]} {match[2]}"))
        bought = self.held(engagement(name, self.site(match[3])))
        for item in items[1:]:
            word, _, rest = item.partition(" ")
            if item.endswith(" people"):
                asked = replace(asked, headcount=int(word))
            elif word == "profile":
                asked = replace(asked, profile=Profile(rest))
            elif word == "asks":
                asked = replace(asked, skills=(*asked.skills, _need(rest)))
            elif word == "speaks":
                asked = replace(asked, language=rest)
            elif item == "remote":
                asked = replace(asked, mode=Mode.REMOTE)
            elif word == "lunch":
                asked = replace(asked, hours=tuple(replace(h, break_minutes=int(rest.split()[0])) for h in asked.hours))
            elif item == "works holidays":
                asked = replace(asked, works_holidays=True)
            elif word == "from":
                asked = replace(asked, first=day(rest))
            elif word == "until":
                asked = replace(asked, after=day(rest) + ONE_DAY)
            else:
                raise ValueError(f"what is {item!r} of line {name}?")
        self.put(bought)
        self.put(asked)

    def read_closure(self, name: str, items: list[str], kind: ClosureKind) -> None:
        for item in items:
            found = days(item)
            assert found.after is not None
            self.put(closure(found.first, found.after, self.site(name), kind=kind))

    def read_holiday(self, items: list[str]) -> None:
        for item in items:
            word, _, place = item.partition(" in ")
            self.put(holiday(day(word), place or "ES"))

    def read_person(self, name: str, items: list[str]) -> None:
        self.technician(name)
        for item in items:
            word, _, rest = item.partition(" ")
            if word in _AWAY:
                self.put(self.absence(name, word, rest))
            elif word == "on":
                self.placed.append(self.put(self.placement(name, rest)))
            else:
                self.bookings.append((name, item))

    def absence(self, name: str, word: str, rest: str) -> Absence:
        kind, state = _AWAY[word]
        if rest.startswith("from "):
            return absence(name, day(rest.removeprefix("from ")), kind=kind, state=state)
        text, _, hours = rest.partition(" ")
        taken = days(text)
        begins, ends = minutes(hours) if hours else (None, None)
        return absence(name, taken.first, taken.after, kind=kind, state=state, from_minute=begins, to_minute=ends)

    def placement(self, name: str, rest: str) -> Placement:
        match = re.fullmatch(rf"(.+?)(?: place (\d))?(?: (from )?({_DAY}))", rest)
        if not match:
            raise ValueError(f"a placement names a line and days: {rest!r}")
        taken = days(match[4])
        after = None if match[3] else taken.after
        return placement(name, match[1], taken.first, after, place=int(match[2] or 1))

    def complete(self) -> None:
        """Defaults for whoever and whatever the given rows point at by a name and nobody told of."""
        for row in list(self.rows.values()):
            match row:
                case Assignment():
                    self.technician(name_of(row.technician_id))
                    if row.visit_id is not None:
                        self.held(visit(name_of(row.visit_id)))
                case Placement():
                    self.technician(name_of(row.technician_id))
                    self.held(line(name_of(row.line_id)))
                case Absence():
                    self.technician(name_of(row.technician_id))
        for row in list(self.rows.values()):
            if isinstance(row, StaffingLine):
                self.held(engagement(name_of(row.engagement_id)))
        for row in list(self.rows.values()):
            if isinstance(row, Visit | Engagement) and row.site_id is not None:
                if self.get(Site, row.site_id) is None:
                    self.put(site(name_of(row.site_id), client_id=row.client_id))
        for row in list(self.rows.values()):
            if isinstance(row, Site | Visit | Engagement):
                self.held(client(name_of(row.client_id)))

    def schedule(self) -> Schedule:
        if not any(isinstance(row, Office) for row in self.rows.values()):
            self.put(office())
        self.complete()
        built = Schedule(cities.pack("madrid"), self.rows.values())
        grown: list[Assignment] = []
        ids = count(10001)
        for placed in self.placed:
            grown.extend(grow(built, placed, GROWN_UNTIL, ids))
        for row in grown:
            self.put(row)
        for name, item in self.bookings:
            for row in self.booked(name, item):
                self.put(row)
        self.complete()
        return Schedule(built.city, self.rows.values())

    def booked(self, name: str, item: str) -> Iterator[Assignment]:
        if match := re.fullmatch(rf"covers (\S+) ({_DAY})(?: ({_HOURS}))?", item):
            yield from self.covers(name, match[1], days(match[2]), match[3])
            return
        match = re.fullmatch(rf"({_DAY}) ({_HOURS})(?: (.+))?", item)
        if not match:
            raise ValueError(f"{name}: {item!r} is not a booking")
        words = (match[3] or "Centro").split()
        more: dict[str, Any] = {}
        while words and words[-1] in ("remote", "tentative", "fixed", "done", "withdrawn"):
            more.update(_WORDS[words.pop()])
        if words and (place := re.fullmatch(r"place(\d)", words[-1])):
            words.pop()
            more["place"] = int(place[1])
        what = " ".join(words) or "Centro"
        for on in days(match[1]):
            yield self.visit_row(name, on, match[2], what, more)

    def visit_row(self, name: str, on: date, hours: str, what: str, more: dict[str, Any]) -> Assignment:
        id = next(self.ids)
        told = self.get(Visit, id_of("visit", what))
        if told is None:
            where = self.site(what)
            taken = span(f"{on} {hours}", where.zone)
            told = self.put(visit(f"B{id}", where, minutes=taken.minutes, mode=more.get("mode", Mode.ON_SITE)))
        place = self.get(Site, told.site_id)
        assert place is not None
        mode = {"mode": told.mode, **more}
        return booking(name, span(f"{on} {hours}", place.zone), place.zone, id=id, visit_id=told.id, **mode)

    def covers(self, name: str, whom: str, taken: Days, hours: str | None) -> Iterator[Assignment]:
        absent = id_of("technician", whom)
        for base in [row for row in self.rows.values() if isinstance(row, Assignment)]:
            if base.technician_id != absent or base.day not in taken or not base.occupies:
                continue
            part = base.span if hours is None else span(f"{base.day} {hours}", base.zone)
            yield booking(
                name,
                part,
                base.zone,
                id=next(self.ids),
                covers=base.id,
                mode=base.mode,
                break_minutes=base.break_minutes if hours is None else 0,
            )


_WORDS: dict[str, dict[str, Any]] = {
    "remote": {"mode": Mode.REMOTE},
    "tentative": {"firmness": Firmness.TENTATIVE},
    "fixed": {"fixed": True},
    "done": {"state": AssignmentState.DONE},
    "withdrawn": {"state": AssignmentState.WITHDRAWN},
}


def _need(text: str) -> SkillNeed:
    if text.startswith("certificate "):
        return SkillNeed(text.removeprefix("certificate "), certification=True)
    match = re.fullmatch(r"(.+) (\d)", text)
    return SkillNeed(match[1], int(match[2])) if match else SkillNeed(text)


def _week_hours(text: str) -> WeekHours:
    """'Mon-Fri 9-17'."""
    taken, hours = text.split()
    start, end = minutes(hours)
    return week_hours((on.weekday() for on in days(taken)), start, end)


def schedule(*told: str | Row | Iterable[Row]) -> Schedule:
    """A schedule from roster lines and rows, in any order; see the module for the language."""
    lines = [each for each in told if isinstance(each, str)]
    rows: list[Row] = []
    for each in told:
        if isinstance(each, Row):
            rows.append(each)
        elif not isinstance(each, str):
            rows.extend(each)
    roster = _Roster(rows)
    for text in sorted(lines, key=_Roster.turn):
        roster.read(text)
    return roster.schedule()


# looking into a schedule


def named(held: Schedule, table: type[R], name: str) -> R:
    """The row of that name: `named(held, Technician, "Ana")`; lines go by their engagement's name."""
    kind = "line" if table is StaffingLine else table.__name__.lower()
    return held.row(table, id_of(kind, name))


def bookings(held: Schedule, name: str) -> list[Assignment]:
    """The technician's rows that are not withdrawn, by start."""
    return list(held.diary(id_of("technician", name)))


def changed(held: Schedule, *edits: Edit, label: str = "undo.test") -> Change:
    """A change of these edits, for rules and desks that want one."""
    return Change(Sentence(label), edits)
