"""Short questions about the conflicts of a roster."""

from __future__ import annotations

from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.rules import Scope, check
from techsched.words import say
from tests.builders import days


def conflicts(office: Schedule, *rules: Rule, within: str = "Mon-Sun", now: Instant | None = None) -> list[Conflict]:
    """Conflicts of these rules (of all without any) in the week."""
    found = check(office, Scope(days(within)), now)
    return [c for c in found if not rules or c.rule in rules]


def told(office: Schedule, *rules: Rule, within: str = "Mon-Sun") -> list[str]:
    """The same in English; saying them in Spanish must work too."""
    found = conflicts(office, *rules, within=within)
    for conflict in found:
        assert say(conflict.sentence, "es")
    return [say(conflict.sentence, "en") for conflict in found]
