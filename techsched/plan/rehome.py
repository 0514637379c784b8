"""What somebody's absence opens today and in the next working days, with the best person for each item.

Items are planned one after another: each sees what those before it would take, so that taking all of them
together uses nobody twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from techsched.model.absence import CoverItem
from techsched.model.assignment import Assignment
from techsched.model.booking import at_times
from techsched.model.demand import filled_by, is_away
from techsched.model.journey import away_spans
from techsched.model.kinds import AssignmentState, Verdict
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import MINUTE, ONE_DAY, Instant
from techsched.model.technician import Technician
from techsched.model.wall import instant
from techsched.model.work import work_of
from techsched.plan.against import Against
from techsched.plan.candidate import candidates
from techsched.plan.slot import Slot, Slots, ranked, slots
from techsched.plan.taking import as_if_taken
from techsched.plan.wanted import NEW, wanted

WORKING_DAYS = 6
"""Today and the next five."""
SETTING_OUT = 45
"""Minutes that a substitute for placed work under way is given to get there, before rounding up to 15."""
STEP = 15


@dataclass(frozen=True, slots=True)
class Item:
    """One booking that somebody is missing from.

    `row` is the booking as it stands; `rest` what is left of it, the same unless it is under way or the
    absence takes a part. `best` None: nobody can.
    """

    row: Assignment
    rest: Assignment
    best: Slot | None
    others: tuple[Slot, ...]
    against: tuple[Against, ...]
    what: Sentence

    @property
    def zone(self) -> str:
        return self.row.zone

    @property
    def start(self) -> Instant:
        return self.rest.start

    @property
    def end(self) -> Instant:
        return self.rest.end

    @property
    def under_way(self) -> bool:
        return self.rest.start != self.row.start


def items(
    schedule: Schedule, technician_id: int, first: date, now: Instant, working_days: int = WORKING_DAYS
) -> tuple[Item, ...]:
    """Bookings of the technician in their approved absences from `first` on, in order of time.

    What is covered already, decided about, done or over is left out.
    """
    technician = schedule.row(Technician, technician_id)
    found: list[Item] = []
    ids = count(NEW + 1_000_000)
    for row in _open(schedule, technician, first, now, working_days):
        rest = _rest(schedule, technician, row, now)
        if rest is None:
            continue
        others = [id for id in schedule.rows(Technician) if id != technician_id]
        if row.visit_id is not None:
            answers = _for_visit(schedule, rest, now, others, promised=rest.start == row.start)
        else:
            answers = candidates(schedule, rest, now, among=others)
        best = answers.found[0] if answers.found else None
        work = work_of(schedule, row)
        what = sentence("reason.item", client=work.client.name, title=work.title, day=row.day.isoformat())
        found.append(Item(row, rest, best, answers.found[1:], answers.against, what))
        if best is not None:
            schedule = as_if_taken(schedule, rest, best, ids)
    return tuple(found)


def _for_visit(schedule: Schedule, row: Assignment, now: Instant, among: list[int], *, promised: bool) -> Slots:
    """The best slots of everybody; where the client was promised an hour, who fits then goes before all others,
    and the rest by how far it is from the promise."""
    free = slots(schedule, row, now, among=among)
    if not promised:
        return free
    then = ranked(replace(wanted(schedule, row, now), exact=row.start), among=among)

    def order(slot: Slot) -> tuple[bool, bool, int, int, int, str]:
        fits = slot.verdict.rank <= Verdict.WARNING.rank
        name = schedule.row(Technician, slot.technician_id).name
        return not fits, slot.start != row.start, slot.verdict.rank, abs(slot.start - row.start), slot.extra, name

    best: dict[int, Slot] = {}
    for slot in sorted((*then.found, *free.found), key=order):
        best.setdefault(slot.technician_id, slot)
    found = tuple(replace(slot, number=n) for n, slot in enumerate(best.values(), start=1))
    return Slots(found, tuple(each for each in free.against if each.technician_id not in best))


def _open(schedule: Schedule, technician: Technician, first: date, now: Instant, working_days: int) -> list[Assignment]:
    last, left = first, working_days
    while left > 1:
        last += ONE_DAY
        left -= last.weekday() < 5 and not schedule.holidays_on(schedule.office.calendar, last)
    start, end = instant(first, 0, technician.zone), instant(last + ONE_DAY, 0, technician.zone)
    return [
        row
        for row in schedule.diary(technician.id).overlapping(start, end)
        if row.occupies
        and row.state is AssignmentState.PLANNED
        and row.end > now
        and is_away(schedule, row)
        and filled_by(schedule, row) is None
        and not schedule.group(CoverItem, "assignment", row.id)
    ]


def _rest(schedule: Schedule, technician: Technician, row: Assignment, now: Instant) -> Assignment | None:
    """What nobody does of the row: from the absence's begin, and of placed work from when somebody can be there."""
    missing = [
        (max(start, row.start), min(end, row.end))
        for start, end in away_spans(schedule, technician)
        if start < row.end and row.start < end
    ]
    if not missing:
        return None
    start, end = missing[0][0], missing[-1][1]
    if start <= now:
        start = max(row.start, now)
        if row.visit_id is None and start > row.start:
            step = STEP * MINUTE
            start = -(-(now + SETTING_OUT * MINUTE) // step) * step
    if end - start < STEP * MINUTE:
        return None
    return row if (start, end) == (row.start, row.end) else at_times(row, start, end)
