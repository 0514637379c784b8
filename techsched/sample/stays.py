"""Residents of a made-up company: engagements of all five terms, one after the other, the last without an end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from techsched.model.assignment import Assignment
from techsched.model.client import Contact, Site
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.growth import grow
from techsched.model.holiday import Holiday
from techsched.model.kinds import AssignmentState, Firmness, Mode, Term
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Days
from techsched.sample import NOW
from techsched.sample.draughtsman import full_day
from techsched.sample.draw import Craft, Draw
from techsched.sample.stock import FIRST_NAMES, LAST_NAMES

WEEK = timedelta(weeks=1)
_MODES = (Mode.ON_SITE, Mode.ON_SITE, Mode.REMOTE, Mode.MIXED)
_ELSEWHERE = 0.25
"""Share of the stretches that end with a day at somebody else's."""
_COVERS = 0.5
"""Share of those of four weeks at most that stand for a client's own person."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    term: Term
    days: Days


def placed(draw: Draw, known: Schedule, craft: Craft, sites: list[Site], days: Days) -> Iterator[Row]:
    """The technician's engagements with their lines, placements and dated rows; done where they lie in the past."""
    for n, stretch in enumerate(_stretches(draw, days)):
        yield from _engaged(draw, known, craft, draw.dice.choice(sites), stretch, n, days)


def _stretches(draw: Draw, days: Days) -> Iterator[_Stretch]:
    """The days cut at Mondays into weeks and months; now and then a Friday goes to somebody else."""
    dice = draw.dice
    cuts = sorted(dice.sample(range(4, 48), dice.randint(0, 4)))
    starts = [days.first, *(days.first + cut * WEEK for cut in cuts)]
    for first, after in pairwise(starts):
        friday = after - 3 * ONE_DAY
        elsewhere = dice.random() < _ELSEWHERE
        weeks = (after - first) // WEEK
        cover = weeks <= 4 and dice.random() < _COVERS
        term = Term.HOLIDAY_COVER if cover else Term.WEEK if weeks < 6 else Term.MONTH
        yield _Stretch(term, Days(first, friday if elsewhere else after))
        if elsewhere:
            yield _Stretch(Term.DAY, Days.single(friday))
    yield _Stretch(Term.INDEFINITE, Days(starts[-1]))


def _engaged(
    draw: Draw, known: Schedule, craft: Craft, site: Site, stretch: _Stretch, n: int, days: Days
) -> Iterator[Row]:
    technician, dice, term = craft.technician, draw.dice, stretch.term
    first, after = stretch.days.first, stretch.days.after
    assert days.after is not None
    title, skill, _ = dice.choice(craft.titles)
    mode = Mode.ON_SITE if term is Term.DAY else dice.choice(_MODES)
    absent: Contact | None = None
    if term is Term.HOLIDAY_COVER:
        name = f"{dice.choice(FIRST_NAMES)} {dice.choice(LAST_NAMES)}"
        absent = Contact(id=draw.id(), client_id=site.client_id, site_id=site.id, name=name, role=title)
        yield absent
    engagement = Engagement(
        id=draw.id(),
        code=f"E{technician.code[1:]}{n:02d}",
        client_id=site.client_id,
        site_id=site.id,
        term=term,
        title=title,
        mode=mode,
        first=first,
        after=after,
        months=None if term is not Term.MONTH or after is None else max(1, round((after - first).days / 30.4)),
        review_on=date(2027, 6, 1) if term is Term.INDEFINITE else None,
        contact_id=None if absent is None else absent.id,
    )
    line = StaffingLine(
        id=draw.id(),
        engagement_id=engagement.id,
        service=title,
        profile=technician.profile,
        skills=(SkillNeed(skill, 3),),
        hours=full_day(),
        mode=mode,
        onsite_weekdays=(1, 3) if mode is Mode.MIXED else (),
        dates=(first,) if term is Term.DAY else (),
        first=first,
        after=after,
    )
    placement = Placement(
        id=draw.id(),
        line_id=line.id,
        technician_id=technician.id,
        first=first,
        after=after,
        firmness=Firmness.TENTATIVE if after is not None and n % 7 == 3 else Firmness.CONFIRMED,
    )
    yield from (engagement, line, placement)
    calendar: list[Row] = [*known.rows(Office).values(), *known.rows(Holiday).values()]
    here = Schedule(known.city, [*calendar, site, engagement, line])
    yield from (_as_of_now(row) for row in grow(here, placement, days.after, draw.ids))


def _as_of_now(row: Assignment) -> Assignment:
    return replace(row, state=AssignmentState.DONE) if row.end <= NOW else row
