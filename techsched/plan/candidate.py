"""Who could stand for placed bookings: the best first with their price, and one reason against everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Verdict
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.plan.against import Against
from techsched.plan.slot import Slot, Slots, ranked
from techsched.plan.taking import as_if_taken
from techsched.plan.wanted import NEW, covering


def candidates(
    schedule: Schedule,
    row: Assignment,
    now: Instant,
    *,
    top: int | None = None,
    among: Iterable[int] | None = None,
) -> Slots:
    """At the booking's own hours; `release` of a slot is own work that would give way to the cover.

    The booking's own technician is not among them. The row may be what is left of a booking under way.
    """
    return ranked(covering(schedule, row, now), top=top, among=among)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could stand for all of several bookings; `days` are the single ones, in their order."""

    technician_id: int
    days: tuple[Slot, ...]
    number: int = 0

    @property
    def verdict(self) -> Verdict:
        """The worst of the days."""
        return max((slot.verdict for slot in self.days), key=lambda verdict: verdict.rank)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple({c.fingerprint: c for slot in self.days for c in slot.conflicts}.values())

    @property
    def reasons(self) -> tuple[Sentence, ...]:
        """What speaks for them on every day."""
        first, *others = self.days
        return tuple(told for told in first.reasons if all(told in slot.reasons for slot in others))

    @property
    def warnings(self) -> tuple[Sentence, ...]:
        return tuple(dict.fromkeys(told for slot in self.days for told in slot.warnings))

    @property
    def release(self) -> tuple[int, ...]:
        """Own placed bookings that would give way on one of the days."""
        return tuple(dict.fromkeys(id for slot in self.days for id in slot.release))

    @property
    def extra(self) -> int:
        return sum(slot.extra for slot in self.days)


@dataclass(frozen=True, slots=True)
class Candidates:
    """`found` best first; `against` everybody else, with what keeps them from the first day they cannot."""

    found: tuple[Candidate, ...]
    against: tuple[Against, ...]


def candidates_for(schedule: Schedule, rows: Sequence[Assignment], now: Instant) -> Candidates:
    """For several bookings of somebody who is away, all of them by one person. Raises ValueError for none.

    Each day sees the days before it taken, so that hours of the week and rest between days count.
    """
    if not rows:
        raise ValueError("nothing is to be covered")
    ids = count(NEW + 1_000_000)
    seen = {id: schedule for id in schedule.rows(Technician) if id != rows[0].technician_id}
    days: dict[int, list[Slot]] = {id: [] for id in seen}
    refused: list[Against] = []
    for row in sorted(rows, key=lambda each: (each.start, each.id)):
        for id in list(days):
            answer = candidates(seen[id], row, now, among=[id])
            if answer.found:
                days[id].append(answer.found[0])
                seen[id] = as_if_taken(seen[id], row, answer.found[0], ids)
            else:
                refused.extend(answer.against)
                del days[id]
    found = [Candidate(id, tuple(held)) for id, held in days.items()]
    found.sort(key=lambda each: (each.verdict.rank, each.extra, schedule.row(Technician, each.technician_id).name))
    return Candidates(tuple(replace(each, number=n) for n, each in enumerate(found, start=1)), tuple(refused))
