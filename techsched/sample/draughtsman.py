"""Builds an office row by row: short calls for what a sample is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from techsched import cities
from techsched.desk.assignments import timed
from techsched.desk.draft import Draft
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.booking import visit_booking
from techsched.model.client import Client, Contact, ServiceTarget, Site
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.growth import grow
from techsched.model.hours import WeekHours, week_hours
from techsched.model.kinds import (
    AbsenceKind,
    AbsenceState,
    Asked,
    AssignmentState,
    Firmness,
    Mode,
    Priority,
    Profile,
    TargetClock,
    Term,
)
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, ONE_DAY, Instant
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.model.visit import Visit
from techsched.model.wall import instant

MADRID = "Europe/Madrid"
WEEKDAYS = (0, 1, 2, 3, 4)
R = TypeVar("R", bound=Row)

TARGETS = {
    Priority.CRITICAL: (150, 480, TargetClock.ROUND_THE_CLOCK),
    Priority.HIGH: (480, 1440, TargetClock.ROUND_THE_CLOCK),
    Priority.STANDARD: (960, 2880, TargetClock.WORKING),
}
"""Response and resolution minutes that every sample client was promised."""


def full_day(start: int = 9 * 60, end: int = 18 * 60, weekdays: tuple[int, ...] = WEEKDAYS) -> WeekHours:
    """A day with lunch from 14:00 to 15:00, or at half time where the day does not reach it."""
    lunch = 14 * 60 if start < 14 * 60 and end > 15 * 60 else (start + end) // 2
    return week_hours(weekdays, start, end, 60, lunch)


def need(text: str) -> SkillNeed:
    """'Fortinet 3', or '!Fortinet NSE4' for a certificate."""
    if text.startswith("!"):
        return SkillNeed(text[1:], certification=True)
    name, _, level = text.rpartition(" ")
    return SkillNeed(name, int(level)) if name and level.isdigit() else SkillNeed(text)


class Draughtsman:
    """Keeps the draft and hands out ids in order, so that the same calls give the same office."""

    def __init__(self, office: Office, ids: Iterator[int], now: Instant, horizon: date) -> None:
        self.draft = Draft(Schedule(cities.pack(office.city)))
        self.ids = ids
        self.now = now
        self.horizon = horizon
        self.office = self.put(replace(office, id=next(ids)))
        self._visits = 0
        self._sites = 0

    def put(self, row: R) -> R:
        self.draft.put(row)
        return row

    def id(self) -> int:
        return next(self.ids)

    def technician(
        self,
        code: str,
        technician: Technician,
        skills: tuple[str, ...],
        certificates: tuple[str, ...],
        hours: tuple[int, int],
    ) -> Technician:
        """With skills, certificates ('name, vendor, last day') and a pattern with August from 8 to 15."""
        held = self.put(replace(technician, id=self.id(), code=code))
        for skill in skills:
            name, _, level = skill.rpartition(" ")
            self.put(Skill(id=self.id(), technician_id=held.id, name=name, level=int(level)))
        for text in certificates:
            name, vendor, expires = (part.strip() for part in text.split(","))
            last = None if expires == "-" else date.fromisoformat(expires)
            self.put(Certification(id=self.id(), technician_id=held.id, name=name, vendor=vendor, expires=last))
        self.put(
            WorkingPattern(
                id=self.id(),
                technician_id=held.id,
                first=held.employed_from,
                hours=full_day(*hours),
                season_from="08-01",
                season_to="08-31",
                season_hours=week_hours(WEEKDAYS, 8 * 60, 15 * 60, 15, 11 * 60),
            )
        )
        return held

    def client(self, code: str, client: Client) -> Client:
        held = self.put(replace(client, id=self.id(), code=code))
        for priority, (response, resolution, clock) in TARGETS.items():
            self.put(
                ServiceTarget(
                    id=self.id(),
                    client_id=held.id,
                    priority=priority,
                    response_minutes=response,
                    resolution_minutes=resolution,
                    clock=clock,
                )
            )
        return held

    def site(self, site: Site, contact: str) -> Site:
        """`contact` is 'name, role, telephone'."""
        self._sites += 1
        held = self.put(replace(site, id=self.id(), code=f"S{self._sites:05d}"))
        name, role, phone = (part.strip() for part in contact.split(","))
        self.put(Contact(id=self.id(), client_id=site.client_id, site_id=held.id, name=name, role=role, phone=phone))
        return held

    def engagement(
        self,
        code: str,
        client: Client,
        site: Site | None,
        term: Term,
        title: str,
        first: date,
        last: date | None = None,
        mode: Mode = Mode.ON_SITE,
        *,
        zone: str = MADRID,
        serves: tuple[int, ...] = (),
    ) -> Engagement:
        return self.put(
            Engagement(
                id=self.id(),
                code=code,
                client_id=client.id,
                site_id=None if site is None else site.id,
                term=term,
                title=title,
                mode=mode,
                first=first,
                after=None if last is None else last + ONE_DAY,
                review_on=first + timedelta(days=365) if last is None else None,
                zone=zone,
                serves=serves,
            )
        )

    def line(
        self,
        engagement: Engagement,
        hours: WeekHours,
        *,
        service: str = "",
        profile: Profile | None = None,
        skills: tuple[str, ...] = (),
        mode: Mode | None = None,
        onsite: tuple[int, ...] = (),
        dates: tuple[date, ...] = (),
        headcount: int = 1,
    ) -> StaffingLine:
        return self.put(
            StaffingLine(
                id=self.id(),
                engagement_id=engagement.id,
                service=service or engagement.title,
                profile=profile,
                skills=tuple(need(text) for text in skills),
                hours=hours,
                mode=mode or engagement.mode,
                onsite_weekdays=onsite,
                dates=dates,
                headcount=headcount,
                first=engagement.first,
                after=engagement.after,
            )
        )

    def place(
        self,
        line: StaffingLine,
        technician: Technician,
        first: date | None = None,
        last: date | None = None,
        firmness: Firmness = Firmness.CONFIRMED,
        place: int = 1,
    ) -> list[Assignment]:
        """A placement with its days to the horizon; those before now are done."""
        placement = self.put(
            Placement(
                id=self.id(),
                line_id=line.id,
                place=place,
                technician_id=technician.id,
                first=first or line.first,
                after=line.after if last is None else last + ONE_DAY,
                firmness=firmness,
            )
        )
        rows = grow(self.draft.schedule, placement, self.horizon, self.ids)
        return [self.put(self._as_of_now(row)) for row in rows]

    def _as_of_now(self, row: Assignment) -> Assignment:
        return replace(row, state=AssignmentState.DONE) if row.end <= self.now else row

    def visit(
        self,
        client: Client,
        site: Site,
        title: str,
        priority: Priority,
        minutes: int,
        *,
        asked_at: Instant,
        due: Instant | None = None,
        window: tuple[Instant, Instant] | None = None,
        skills: tuple[str, ...] = (),
        profile: Profile | None = None,
        people: int = 1,
        who_asked: str = "",
        reference: str = "",
        notes: str = "",
        mode: Mode = Mode.ON_SITE,
    ) -> Visit:
        self._visits += 1
        target = TARGETS.get(priority)
        return self.put(
            Visit(
                id=self.id(),
                code=f"V{self._visits:06d}",
                client_id=client.id,
                site_id=site.id,
                title=title,
                priority=priority,
                asked=Asked.REQUEST if priority is Priority.PLANNED else Asked.INCIDENT,
                mode=mode,
                minutes=minutes,
                people=people,
                escalated_at=asked_at,
                target_minutes=None if due is None else (due - asked_at) // MINUTE,
                target_clock=target[2] if target else TargetClock.ROUND_THE_CLOCK,
                due_by=due,
                window_from=window[0] if window else None,
                window_to=window[1] if window else None,
                skills=tuple(need(text) for text in skills),
                profile=profile,
                who_asked=who_asked,
                reference=reference,
                notes=notes,
            )
        )

    def book(
        self, visit: Visit, technician: Technician, start: Instant, firmness: Firmness = Firmness.CONFIRMED
    ) -> Assignment:
        """A booking; one that is over by now is done and its visit completed, one under way has arrived."""
        row = self._as_of_now(
            visit_booking(self.draft.schedule, visit, technician.id, start, id=self.id(), firmness=firmness)
        )
        promised = replace(visit, promised_start=row.start, promised_end=row.end)
        if row.end <= self.now:
            promised = replace(promised, arrived_at=row.start, ended_at=row.end, outcome="completed")
        elif row.start <= self.now:
            promised = replace(promised, arrived_at=row.start - 3 * MINUTE)
        self.put(promised)
        return self.put(row)

    def cover(self, base: Assignment, technician: Technician) -> Assignment:
        return self.put(
            replace(
                base,
                id=self.id(),
                technician_id=technician.id,
                placement_id=None,
                visit_id=None,
                covers=base.id,
            )
        )

    def away(
        self,
        technician: Technician,
        kind: AbsenceKind,
        first: date,
        last: date | None,
        state: AbsenceState = AbsenceState.APPROVED,
    ) -> Absence:
        return self.put(
            Absence(
                id=self.id(),
                technician_id=technician.id,
                kind=kind,
                state=state,
                first=first,
                after=None if last is None else last + ONE_DAY,
                requested_on=first - timedelta(days=0 if kind is AbsenceKind.SICK else 90),
                decided_by="Raquel Bermejo" if state is AbsenceState.APPROVED else "",
            )
        )

    def cut(self, row: Assignment, start: Instant, end: Instant) -> Assignment:
        """The same booking at other hours of its day."""
        return self.put(timed(row, start, end))


def moment(day: date, clock: str, zone: str = MADRID) -> Instant:
    """`moment(date(2026, 11, 25), '10:42')`."""
    hours, minutes = clock.split(":")
    return instant(day, int(hours) * 60 + int(minutes), zone)
