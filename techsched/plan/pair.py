"""Two people at once: pairs of technicians who can arrive together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from techsched.model.kinds import Priority, Verdict
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.visit import Visit
from techsched.plan.placing import placing, settled
from techsched.plan.slot import Slot, slot_of, slots
from techsched.plan.wanted import wanted

_WIDTH = 12
"""So many of the best single slots are combined; two that are both further down never lead the list."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two technicians at one start; `number` is the place in the list, from 1."""

    one: Slot
    other: Slot
    number: int = 0

    @property
    def start(self) -> Instant:
        return self.one.start

    @property
    def verdict(self) -> Verdict:
        """The worse of the two."""
        return max(self.one.verdict, self.other.verdict, key=lambda verdict: verdict.rank)

    @property
    def extra(self) -> int:
        """Minutes of travel that both add to their days."""
        return self.one.extra + self.other.extra


def pairs(
    schedule: Schedule,
    visit: Visit,
    now: Instant,
    *,
    with_: int | None = None,
    top: int | None = 5,
    days: Days | None = None,
) -> tuple[Pair, ...]:
    """For a visit of two people that nobody is booked for yet: who could come together, when.

    At each start that suits one of the best, the two who fit it best. Critical: the earliest arrival first;
    else what fits best. `with_` asks for pairs with that technician. Empty when no two can. With one place
    booked already, `slots` finds the second.
    """
    asked = wanted(schedule, visit, now)
    singles = slots(schedule, visit, now, days=days).found
    singles = tuple(slot for slot in singles if slot.number <= _WIDTH or slot.technician_id == with_)
    found: dict[frozenset[int], Pair] = {}
    for start in sorted({slot.start for slot in singles}):
        there: list[Slot] = []
        for slot in singles:
            if slot.start == start:
                there.append(slot)
            elif slot.start < start:
                tried = placing(asked, slot.technician_id, start)
                if tried.verdict is not Verdict.IMPOSSIBLE:
                    tried = settled(asked, tried)
                if tried.verdict is not Verdict.IMPOSSIBLE:
                    there.append(slot_of(asked, tried, slot.extra))
        there.sort(key=lambda slot: (slot.technician_id != with_, slot.verdict.rank, slot.extra, slot.technician_id))
        if with_ is not None and there and there[0].technician_id != with_:
            continue
        if len(there) > 1:
            pair = Pair(there[0], there[1])
            found.setdefault(frozenset((pair.one.technician_id, pair.other.technician_id)), pair)
    if asked.work.priority is Priority.CRITICAL:
        ranked = sorted(found.values(), key=lambda pair: (pair.start, pair.verdict.rank, pair.extra))
    else:
        ranked = sorted(found.values(), key=lambda pair: (pair.verdict.rank, pair.start, pair.extra))
    return tuple(replace(pair, number=n) for n, pair in enumerate(ranked[:top], start=1))
