"""What speaks for a technician at a start: each reason is a fact that was looked up, or a rule that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.journey import Leg, stops_on
from techsched.model.kinds import Firmness, Mode
from techsched.model.office import OuterZone
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import HOUR, MINUTE, ONE_DAY
from techsched.model.technician import Certification, Skill, Technician
from techsched.model.wall import day_of, instant
from techsched.model.work import Work, work_of
from techsched.plan.wanted import Wanted
from techsched.rules.naming import clock, where

_WORTH_TELLING = 12 * HOUR
"""Nobody counts the hours to a deadline that is further away."""


def merits(wanted: Wanted, technician: Technician, row: Assignment, there: Leg | None) -> tuple[Sentence, ...]:
    """`there` is the trip to it. In the order in which a dispatcher asks: in time, free, able, known, near."""
    return (
        *_in_time(wanted, row),
        *_free(wanted, technician, row),
        *_able(wanted.schedule, technician, wanted.work, row.day),
        *knows_site(wanted, technician),
        *_stays_on(wanted, technician, row),
        *_near(wanted, technician, row, there),
    )


def _in_time(wanted: Wanted, row: Assignment) -> Iterator[Sentence]:
    due = wanted.due
    if due is not None and 0 <= due - row.start <= _WORTH_TELLING:
        yield sentence("reason.in_time", at=clock(row.start, row.zone), minutes=(due - row.start) // MINUTE)


def _free(wanted: Wanted, technician: Technician, row: Assignment) -> Iterator[Sentence]:
    """Between which bookings of the day it lies; said of somebody who has nothing to give up for it."""
    day = day_of(row.start, technician.zone)
    stops = [stop for stop in stops_on(wanted.schedule, technician, day) if stop.row.id != row.id]
    if any(stop.start < row.end and row.start < stop.end for stop in stops):
        return
    before = max((stop.end for stop in stops if stop.end <= row.start), default=None)
    after = min((stop.start for stop in stops if stop.start >= row.end), default=None)
    begins = None if before is None else clock(before, row.zone)
    ends = None if after is None else clock(after, row.zone)
    if begins is not None and ends is not None:
        yield Sentence("reason.free_between", (("from", begins), ("to", ends)))
    elif begins is not None:
        yield Sentence("reason.free_from", (("from", begins),))
    elif ends is not None:
        yield Sentence("reason.free_until", (("to", ends),))
    else:
        yield Sentence("reason.free_all_day")


def _able(schedule: Schedule, technician: Technician, work: Work, day: date) -> Iterator[Sentence]:
    """The certificate or the level by which each need is met."""
    for need in work.skills:
        name = need.name.casefold()
        proofs = [
            held
            for held in schedule.group(Certification, "technician", technician.id)
            if held.name.casefold() == name and held.valid_on(day)
        ]
        skills = schedule.group(Skill, "technician", technician.id)
        level = max((held.level for held in skills if held.name.casefold() == name), default=0)
        if not need.certification and level and level >= need.level:
            yield sentence("reason.skilled", needed=need.name, level=level)
        elif any(held.expires is None for held in proofs):
            yield sentence("reason.certified", needed=need.name)
        elif proofs:
            until = max(held.expires for held in proofs if held.expires is not None)
            yield sentence("reason.certified_until", needed=need.name, until=until.isoformat())


def knows_site(wanted: Wanted, technician: Technician) -> Iterator[Sentence]:
    """Days at the site so far, as far back as bookings are loaded."""
    days = wanted.been_there.get(technician.id)
    if days and wanted.mode is Mode.ON_SITE:
        yield sentence("reason.knows_site", n=len(days), first=min(days).isoformat())


def _stays_on(wanted: Wanted, technician: Technician, row: Assignment) -> Iterator[Sentence]:
    """Of placed work: whether they work for the same engagement the day before or after; a weekend is no gap."""
    engagement = wanted.work.engagement
    if engagement is None:
        return
    for step in (-1, 1):
        day = row.day + step * ONE_DAY
        while day.weekday() >= 5:
            day += step * ONE_DAY
        start = instant(day, 0, row.zone)
        for held in wanted.schedule.diary(technician.id).starting(start, start + 24 * HOUR):
            other = work_of(wanted.schedule, held).engagement
            if held.id != row.id and other is not None and other.id == engagement.id:
                yield sentence("reason.stays_on", day=day.isoformat())
                break


def _near(wanted: Wanted, technician: Technician, row: Assignment, there: Leg | None) -> Iterator[Sentence]:
    schedule = wanted.schedule
    site = wanted.site
    if row.mode is Mode.REMOTE or site is None:
        return
    from_home = there is None or there.from_row is None
    if from_home and site.district and site.district == technician.home_district:
        yield sentence("reason.lives_there", where=where(schedule, site, row.mode))
    if there is None or there.minutes is None:
        return
    origin = "" if there.from_row is None else _district(schedule, there)
    if origin:
        yield sentence("reason.trip", minutes=there.minutes, transport=technician.transport.value, origin=origin)
    else:
        yield sentence("reason.trip_home", minutes=there.minutes, transport=technician.transport.value)


def _district(schedule: Schedule, leg: Leg) -> str:
    """Where a trip starts, in a word; empty from home."""
    if leg.origin.home:
        return ""
    district = schedule.city.districts.get(leg.origin.district or "")
    if district is not None:
        return district.name
    zone = schedule.get(OuterZone, leg.origin.zone_id)
    return "" if zone is None else zone.name


def pauses_told(schedule: Schedule, rows: tuple[Assignment, ...], pauses: tuple[int, ...]) -> tuple[Sentence, ...]:
    """Which own work pauses, from when to when."""
    found: list[Sentence] = []
    for id in pauses:
        own = schedule.row(Assignment, id)
        freed = next(row for row in rows if row.id == id)
        work = work_of(schedule, own)
        key = "reason.pauses_remote" if own.mode is Mode.REMOTE else "reason.pauses"
        if own.firmness is Firmness.TENTATIVE:
            key = "reason.pauses_tentative"
        fields: dict[str, str | int] = {
            "client": work.client.name,
            "where": where(schedule, work.site, own.mode),
            "from": clock(freed.start, freed.zone),
            "to": clock(freed.end, freed.zone),
            "minutes": (freed.end - freed.start) // MINUTE,
        }
        found.append(sentence(key, **fields))
    return tuple(found)
