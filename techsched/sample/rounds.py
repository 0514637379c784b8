"""Visits of a made-up company: days of those who drive from one to the next, and what nobody is booked for yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.booking import visit_booking
from techsched.model.client import Site
from techsched.model.engagement import SkillNeed
from techsched.model.journey import home_of, spot_of_site, travel_minutes
from techsched.model.kinds import Asked, AssignmentState, Priority
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, MINUTE, Days, Instant
from techsched.model.travel import Spot
from techsched.model.visit import Visit
from techsched.sample import NOW
from techsched.sample.draughtsman import WEEKDAYS, moment
from techsched.sample.draw import Craft, Draw
from techsched.sample.stock import CERTIFICATES, FIRST_NAMES, LAST_NAMES, TITLES

TODAY = date(2026, 11, 25)
_QUARTER = 15 * MINUTE


class Rounds:
    """Numbers the visits as it makes them."""

    def __init__(self, draw: Draw, known: Schedule, sites: list[Site]) -> None:
        self.draw = draw
        self.known = known
        self.sites = sites
        self._visits = 0

    def driven(self, craft: Craft, away: list[Absence], days: Days) -> Iterator[Row]:
        """Working days of visits one after the other, each near the last, with the trips and an hour for lunch."""
        dice, technician = self.draw.dice, craft.technician
        round_ = dice.sample(self.sites, min(len(self.sites), 12))
        for day in days:
            if day.weekday() not in WEEKDAYS or self.known.holidays_on(technician.calendar, day):
                continue
            if any(day in absence.days for absence in away) or dice.random() < 0.03:
                continue
            yield from self._day(craft, round_, day)

    def _day(self, craft: Craft, round_: list[Site], day: date) -> Iterator[Row]:
        known, technician, dice = self.known, craft.technician, self.draw.dice
        spot = home_of(known, technician)
        free, ends, lunch = moment(day, "09:00"), moment(day, "17:45"), moment(day, "13:00")
        had_lunch = False
        while True:
            site = min(dice.sample(round_, min(len(round_), 3)), key=lambda each: self._far(craft, spot, each))
            there = travel_minutes(known, technician, spot, spot_of_site(known, site.id), free) or 0
            start = free if spot.home else free + (there + 10) * MINUTE
            start = -(-start // _QUARTER) * _QUARTER
            if not had_lunch and start >= lunch:
                start, had_lunch = start + HOUR, True
            length = dice.choice((45, 60, 60, 90, 90, 120, 150))
            if start + length * MINUTE > ends:
                return
            yield from self._visit(craft, site, start, length)
            free, spot = start + length * MINUTE, spot_of_site(known, site.id)

    def _far(self, craft: Craft, spot: Spot, site: Site) -> int:
        """Minutes there at noon."""
        depart = moment(TODAY, "12:00")
        return travel_minutes(self.known, craft.technician, spot, spot_of_site(self.known, site.id), depart) or 0

    def _code(self) -> str:
        self._visits += 1
        return f"V{self._visits:06d}"

    def _visit(self, craft: Craft, site: Site, start: Instant, length: int) -> tuple[Visit, Assignment]:
        dice = self.draw.dice
        title, skill, least = dice.choice(craft.titles)
        profile = least if dice.random() < 0.1 else craft.technician.profile
        priority = dice.choice((Priority.HIGH, *([Priority.STANDARD] * 4), *([Priority.PLANNED] * 5)))
        planned = priority is Priority.PLANNED
        visit = Visit(
            id=self.draw.id(),
            code=self._code(),
            client_id=site.client_id,
            site_id=site.id,
            title=title,
            profile=profile,
            skills=(SkillNeed(skill, 2),),
            priority=priority,
            asked=Asked.REQUEST if planned else Asked.INCIDENT,
            minutes=length,
            escalated_at=start - (240 if planned else 20) * HOUR,
            due_by=None if planned else start + HOUR,
            window_from=start - HOUR if planned else None,
            window_to=start + HOUR if planned else None,
            promised_start=start,
            promised_end=start + length * MINUTE,
        )
        row = visit_booking(self.known, visit, craft.technician.id, start, id=self.draw.id())
        if row.end <= NOW:
            visit = replace(visit, arrived_at=row.start, ended_at=row.end, outcome="completed")
            return visit, replace(row, state=AssignmentState.DONE)
        if row.start <= NOW:
            visit = replace(visit, arrived_at=row.start)
        return visit, row

    def waiting(self, count: int) -> Iterator[Visit]:
        """Nobody is booked for these: each fourth is critical, the others are calmer."""
        dice = self.draw.dice
        for n in range(count):
            site = dice.choice(self.sites)
            title, skill, profile = dice.choice(TITLES)
            priority = (Priority.CRITICAL, Priority.HIGH, Priority.STANDARD, Priority.PLANNED)[n % 4]
            hours = {Priority.CRITICAL: 4, Priority.HIGH: 8, Priority.STANDARD: 30}.get(priority)
            certificate = CERTIFICATES.get(skill)
            need = SkillNeed(skill, 2) if certificate is None else SkillNeed(certificate, certification=True)
            yield Visit(
                id=self.draw.id(),
                code=self._code(),
                client_id=site.client_id,
                site_id=site.id,
                title=title,
                profile=profile,
                skills=(need,),
                priority=priority,
                asked=Asked.REQUEST if hours is None else Asked.INCIDENT,
                minutes=dice.choice((60, 90, 120)),
                escalated_at=NOW - HOUR,
                due_by=None if hours is None else NOW + hours * HOUR,
                window_from=moment(TODAY + timedelta(days=1), "09:00") if hours is None else None,
                window_to=moment(TODAY + timedelta(days=2), "14:00") if hours is None else None,
                who_asked=f"{dice.choice(FIRST_NAMES)} {dice.choice(LAST_NAMES)}",
                reference=f"INC-{20000 + n}",
            )
