"""Best slots: who could take a visit when, at what price, and for everybody else the one reason why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict, verdict_of
from techsched.model.journey import legs_around
from techsched.model.kinds import Priority, Rule, Verdict
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Days, Instant
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import day_of
from techsched.plan.against import Against, against, short_of
from techsched.plan.arrival import Arrival, arrivals, working_days
from techsched.plan.merit import merits, pauses_told
from techsched.plan.placing import Placing, decisive_of, placing, settled
from techsched.plan.wanted import Wanted, wanted
from techsched.rules import REASONS

RANGE = 5
"""Working days that are looked at where no deadline ends the search."""
_CONSTANT = frozenset(
    {Rule.EMPLOYMENT, Rule.CERTIFICATION, Rule.CLEARANCE, Rule.PROFILE, Rule.SKILL, Rule.DISTRICT, Rule.MODE}
)
"""Rules whose answer is the same at any hour of the days that are looked at, as good as always."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One technician at one start, judged as the preview of its command will be.

    `start` is the arrival. Travel in minutes: 0 is no trip, None is not known. `release` are own placed
    bookings that would pause for it, told in `pauses`. `number` is the place in the list, from 1.
    """

    technician_id: int
    start: Instant
    end: Instant
    verdict: Verdict
    travel_before: int | None
    travel_after: int | None
    extra: int
    """Minutes of travel that it adds to the day."""
    conflicts: tuple[Conflict, ...]
    """What it would add, worst first: the price."""
    reasons: tuple[Sentence, ...]
    """What speaks for it."""
    warnings: tuple[Sentence, ...] = ()
    """The price in short: own work that pauses, then the conflicts; notice that is short by nature left out."""
    pauses: tuple[Sentence, ...] = ()
    release: tuple[int, ...] = ()
    visit_id: int | None = None
    assignment_id: int | None = None
    """The booking that moves here."""
    covers: int | None = None
    """The booking that is stood for; with neither, the visit is booked."""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Slots:
    """`found` best first, `against` everybody else, most decisive rule first."""

    found: tuple[Slot, ...]
    against: tuple[Against, ...]

    @property
    def counts(self) -> dict[Rule, int]:
        """How many people each rule keeps out, the most first."""
        return dict(Counter(each.rule for each in self.against).most_common())


def slots(
    schedule: Schedule,
    subject: Visit | Assignment,
    now: Instant,
    *,
    top: int | None = None,
    days: Days | None = None,
    among: Iterable[int] | None = None,
) -> Slots:
    """The best start of each technician for a waiting visit, or for a booking that is to be moved.

    Looks from today to the day of the deadline, or of the end of the window, else five working days ahead;
    when nobody can by the deadline, also those five days. Critical work: the earliest arrival first, with its
    price. Other work: what fits best, then (high) the earliest arrival or the least added travel. A placed day
    keeps its hours.
    `among` looks at some technicians only; `top` cuts the list of those who can.
    """
    return ranked(wanted(schedule, subject, now), top=top, days=days, among=among)


def ranked(
    asked: Wanted, *, top: int | None = None, days: Days | None = None, among: Iterable[int] | None = None
) -> Slots:
    """The same for anything that is wanted."""
    schedule = asked.schedule
    ids = sorted(schedule.rows(Technician) if among is None else set(among))
    looked = _days(asked) if days is None else list(days)
    found, refused = _each(asked, ids, looked)
    if not found and days is None and asked.due is not None:
        found, refused = _each(asked, ids, working_days(asked, looked[0], RANGE))
    found.sort(key=lambda slot: _rank(asked, slot))
    told = tuple(replace(slot, number=n) for n, slot in enumerate(found[:top], start=1))
    order = {rule: place for place, rule in enumerate(REASONS)}
    refused.sort(key=lambda each: (order[each.rule], schedule.row(Technician, each.technician_id).name))
    return Slots(told, tuple(refused))


def verdicts(schedule: Schedule, subject: Visit | Assignment, now: Instant) -> dict[int, Slot | Against]:
    """What each technician's row says while the visit or booking is dragged: the best slot, or why not."""
    answer = slots(schedule, subject, now)
    told: dict[int, Slot | Against] = {each.technician_id: each for each in answer.found}
    told.update((each.technician_id, each) for each in answer.against)
    return told


def at(schedule: Schedule, subject: Visit | Assignment, technician_id: int, start: Instant, now: Instant) -> Slot:
    """Exactly here: the ghost under the mouse, whatever its verdict."""
    asked = wanted(schedule, subject, now)
    found = placing(asked, technician_id, start)
    return slot_of(asked, settled(asked, found), extra=0)


def _days(asked: Wanted) -> list[date]:
    """The days to look at, in the zone of the work."""
    zone = asked.zone
    today = day_of(asked.now, zone)
    first = max(today, day_of(asked.opens, zone))
    if asked.exact is not None:
        return [day_of(asked.exact, zone)]
    closes = asked.closes
    if closes is None or closes < asked.now:
        return working_days(asked, first, RANGE)
    last = day_of(closes, zone)
    within = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return within[: 2 * RANGE] if last >= first else [first]


def _each(asked: Wanted, ids: list[int], days: list[date]) -> tuple[list[Slot], list[Against]]:
    found: list[Slot] = []
    refused: list[Against] = []
    for id in ids:
        if id in asked.taken:
            continue
        answer = _best(asked, asked.schedule.row(Technician, id), days)
        if isinstance(answer, Slot):
            found.append(answer)
        else:
            refused.append(answer)
    return found, refused


def _best(asked: Wanted, technician: Technician, days: list[date]) -> Slot | Against:
    """The best verdict, and among equal ones the arrival that comes first."""
    fits: list[_Fit] = []
    refused: list[tuple[Assignment, Conflict]] = []
    floor = Verdict.GOOD.rank
    resorted = False
    for arrival in arrivals(asked, technician, days):
        best = min((fit.rank for fit in fits), default=Verdict.IMPOSSIBLE.rank)
        if best <= floor or (arrival.last_resort and (best <= Verdict.WARNING.rank or resorted)):
            break
        tried = placing(asked, technician.id, arrival.start, pausing=arrival.last_resort)
        if tried.verdict is Verdict.IMPOSSIBLE:
            refused.append((tried.row, decisive_of(tried)))
            if refused[-1][1].rule in _CONSTANT:
                break
            continue
        floor = verdict_of(c for c in tried.conflicts if c.rule in _CONSTANT).rank
        resorted = arrival.last_resort
        fits.append(_Fit(tried.verdict.rank, _order(asked, arrival), arrival, tried))
    best_fit = _settle(asked, fits, refused)
    if best_fit is None:
        return against(asked.schedule, refused)
    return slot_of(asked, best_fit.placing, best_fit.arrival.extra)


class _Fit(NamedTuple):
    rank: int
    order: tuple[int, int]
    arrival: Arrival
    placing: Placing


def _order(asked: Wanted, arrival: Arrival) -> tuple[int, int]:
    return (arrival.turn, arrival.extra) if asked.urgent else (arrival.extra, arrival.turn)


def _settle(asked: Wanted, fits: list[_Fit], refused: list[tuple[Assignment, Conflict]]) -> _Fit | None:
    """The best once all that each adds anywhere is known; one that then does not fit joins the refused."""
    best: _Fit | None = None
    for fit in sorted(fits, key=lambda each: (each.rank, each.order)):
        if best is not None and best.rank <= fit.rank:
            break
        known = settled(asked, fit.placing)
        if known.verdict is Verdict.IMPOSSIBLE:
            refused.append((known.row, decisive_of(known)))
        elif best is None or known.verdict.rank < best.rank:
            best = _Fit(known.verdict.rank, fit.order, fit.arrival, known)
    return best


def slot_of(asked: Wanted, found: Placing, extra: int) -> Slot:
    """The placing with its trips and its reasons for."""
    schedule, row = asked.schedule, found.row
    technician = schedule.row(Technician, row.technician_id)
    after = schedule if found.after is None else found.after
    there, back = legs_around(after, technician, row)
    pauses = pauses_told(schedule, found.rows, found.pauses)
    told = [c for c in found.conflicts if c.rule is not Rule.SHORT_NOTICE and not c.kept]
    if pauses:
        # that it leaves its place uncovered, with no slack to spare, is what a pause is; and what a piece of
        # own work breaks as the whole did is no news
        own = {row.id for row in found.rows}
        told = [
            c for c in told if row.id in c.assignments and not (c.rule is Rule.TRAVEL_TIGHT and own >= {*c.assignments})
        ]
    return Slot(
        technician_id=technician.id,
        start=row.start,
        end=row.end,
        verdict=found.verdict,
        travel_before=0 if there is None else there.minutes,
        travel_after=0 if back is None else back.minutes,
        extra=extra,
        conflicts=found.conflicts,
        reasons=merits(asked, technician, row, there),
        warnings=(*pauses, *(short_of(after, c, row.id) for c in told)),
        pauses=pauses,
        release=found.pauses,
        visit_id=None if asked.visit is None else asked.visit.id,
        assignment_id=None if asked.held is None else asked.held.id,
        covers=None if asked.covered is None else asked.covered.id,
    )


def _rank(asked: Wanted, slot: Slot) -> tuple[int | str, ...]:
    """Critical work: the earliest arrival first, with its price. Else what fits best."""
    name = asked.schedule.row(Technician, slot.technician_id).name
    if asked.work.priority is Priority.CRITICAL:
        return (slot.start, slot.verdict.rank, slot.extra, name)
    return (slot.verdict.rank, *((slot.start, slot.extra) if asked.urgent else (slot.extra, slot.start)), name)
