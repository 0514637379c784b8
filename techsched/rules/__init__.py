"""What clashes with what: pure functions from a schedule to conflicts, one set of rules for all callers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from techsched.model.absence import Absence
from techsched.model.change import Change, Edit
from techsched.model.conflict import Conflict
from techsched.model.kinds import AbsenceState
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Instant
from techsched.rules.again import in_pieces, recheck, touched
from techsched.rules.booking import judge, near, wide
from techsched.rules.coverage import uncovered
from techsched.rules.effect import Judgement, new_conflicts
from techsched.rules.marks import marked
from techsched.rules.reasons import REASONS, decisive, in_order
from techsched.rules.scope import Scope

__all__ = [
    "REASONS",
    "RULES",
    "Judgement",
    "Rule",
    "Scope",
    "check",
    "decisive",
    "in_pieces",
    "judge",
    "new_conflicts",
    "recheck",
    "touched",
]

Rule = Callable[[Schedule, Scope], Iterator[Conflict]]

RULES: tuple[Rule, ...] = (near, wide, uncovered)
"""Bookings by themselves and with their neighbours, bookings within weeks and years, places promised."""


def check(schedule: Schedule, scope: Scope, now: Instant | None = None) -> list[Conflict]:
    """All conflicts of a scope by day, the worst first within a day; kept and (with `now`) past ones marked."""
    if scope.with_requested:
        schedule = as_if_approved(schedule)
    return in_order(marked(schedule, conflict, now) for rule in RULES for conflict in rule(schedule, scope))


def as_if_approved(schedule: Schedule) -> Schedule:
    """The schedule in which every requested absence is approved."""
    asked = [a for a in schedule.rows(Absence).values() if a.state is AbsenceState.REQUESTED]
    edits = tuple(Edit(absence, replace(absence, state=AbsenceState.APPROVED)) for absence in asked)
    return schedule.with_(Change(Sentence("undo.absence_approved"), edits)) if edits else schedule
