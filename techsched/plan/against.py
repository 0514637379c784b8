"""Why not: the one reason against a technician, and conflicts in few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Instant
from techsched.model.technician import Technician
from techsched.model.work import work_of
from techsched.rules import REASONS, decisive
from techsched.rules.naming import clock, where
from techsched.words.reason import SENTENCES

_BETWEEN_TWO = frozenset({Rule.DOUBLE_BOOKING, Rule.TRAVEL, Rule.TRAVEL_TIGHT, Rule.TRAVEL_UNKNOWN})
"""Rules of two bookings, told of the other one."""


@dataclass(frozen=True, slots=True)
class Against:
    """One technician, and the one rule that decides against them at `start`; `short` fits on a row of the board."""

    technician_id: int
    start: Instant
    conflict: Conflict
    short: Sentence

    @property
    def rule(self) -> Rule:
        return self.conflict.rule

    @property
    def sentence(self) -> Sentence:
        return self.conflict.sentence


def against(schedule: Schedule, refused: Sequence[tuple[Assignment, Conflict]]) -> Against:
    """From what each booking tried was refused for, the rule that kept out the most."""
    counts = Counter(conflict.rule for _, conflict in refused)
    rule = min(counts, key=lambda each: (-counts[each], REASONS.index(each)))
    chosen = decisive(conflict for _, conflict in refused if conflict.rule is rule)
    row = next(row for row, conflict in refused if conflict is chosen)
    return Against(row.technician_id, row.start, chosen, short_of(schedule, chosen, row.id))


def short_of(schedule: Schedule, conflict: Conflict, own: int) -> Sentence:
    """The conflict without person and place, for a row or card that shows both; `own` is its booking's id."""
    fields = conflict.facts
    key = conflict.sentence.key.replace("conflict.", "reason.", 1)
    if conflict.rule in _BETWEEN_TWO:
        for id in conflict.assignments:
            other = schedule.get(Assignment, id)
            if id != own and other is not None:
                work = work_of(schedule, other)
                zone = schedule.row(Technician, other.technician_id).zone
                told = {
                    "other_client": work.client.name,
                    "other_where": where(schedule, work.site, other.mode),
                    "other_from": clock(other.start, zone),
                    "other_to": clock(other.end, zone),
                }
                fields = (*(fact for fact in fields if fact[0] not in told), *told.items())
    if key not in SENTENCES:
        key = f"reason.{conflict.rule}"
    return Sentence(key, fields)
