"""Conflicts: a rule broken by facts, computed and never stored; and the overrides that keep one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from techsched.model.kinds import Because, Rule, Severity, Verdict
from techsched.model.row import Row
from techsched.model.sentence import Fields, Sentence
from techsched.model.span import Instant, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Override(Row):
    """A conflict kept on purpose; it dies when the facts that its rule compared change."""

    rule: Rule
    fingerprint: str
    because: Because
    note: str = ""
    by: str
    at: Instant
    until: date | None = None
    """Last day on which it holds."""


TOLD = frozenset(
    {
        "technician",
        "client",
        "where",
        "title",
        "day",
        "from",
        "to",
        "away",
        "name",
        "other_client",
        "other_where",
        "other_from",
        "other_to",
    }
)
"""Facts that a sentence names and no rule compares: a client that is renamed revives no kept conflict."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One broken rule, told of its subjects.

    `assignments` are ids in ascending order; `facts` are the values that the rule compared and, under the
    names of `TOLD`, those that only its sentence names (texts and whole numbers only: names, ISO dates, wall
    clocks, minutes), never the clock. The fact `variant` picks one of several sentences of the rule.
    """

    rule: Rule
    severity: Severity
    start: Instant
    end: Instant
    day: date
    """Wall date at the place of work, or of the technician for absence and rest."""
    technician_id: int | None = None
    assignments: tuple[int, ...] = ()
    visit_id: int | None = None
    line_id: int | None = None
    place: int | None = None
    absence_id: int | None = None
    facts: Fields = ()
    kept: bool = False
    """Kept anyway by a waiver or an override that still holds."""
    past: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def sentence(self) -> Sentence:
        for name, value in self.facts:
            if name == "variant":
                return Sentence(f"conflict.{self.rule}.{value}", self.facts)
        return Sentence(f"conflict.{self.rule}", self.facts)

    @property
    def subjects(self) -> tuple[int | None, ...]:
        return (self.technician_id, self.visit_id, self.line_id, self.place, self.absence_id, *self.assignments)

    @property
    def fingerprint(self) -> str:
        """Rule, subjects and compared values; equal as long as nothing that matters has changed."""
        compared = tuple(fact for fact in self.facts if fact[0] not in TOLD)
        broken = "|".join((str(self.rule), str(self.day), *map(str, self.subjects), repr(compared)))
        return hashlib.sha256(broken.encode()).hexdigest()[:32]

    def as_kept(self) -> Conflict:
        return replace(self, kept=True)


_AMBER = frozenset(
    {
        Rule.TRAVEL_TIGHT,
        Rule.TRAVEL_UNKNOWN,
        Rule.DAY_HOURS,
        Rule.WEEK_HOURS,
        Rule.YEAR_HOURS,
        Rule.BREAK,
        Rule.PATTERN,
        Rule.OPENING_HOURS,
        Rule.DISTRICT,
    }
)
"""Warnings that colour a verdict: punctuality, hours, pattern, opening hours, district. Others only list."""


def verdict_of(conflicts: Iterable[Conflict]) -> Verdict:
    """The verdict of a placing from the conflicts that it would add."""
    worst = Verdict.GOOD
    for conflict in conflicts:
        if conflict.kept:
            continue
        if conflict.severity is Severity.HARD:
            return Verdict.IMPOSSIBLE
        if conflict.severity is Severity.APPROVAL:
            worst = Verdict.APPROVAL
        elif conflict.rule in _AMBER and worst is Verdict.GOOD:
            worst = Verdict.WARNING
    return worst
