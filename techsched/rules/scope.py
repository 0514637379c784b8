"""What a check looks at: technicians by days, lines, visits."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.model.span import Days


@dataclass(frozen=True, slots=True)
class Scope:
    """Closed `days` of the office; None of a set means all. An empty set means none."""

    days: Days
    technicians: frozenset[int] | None = None
    lines: frozenset[int] | None = None
    visits: frozenset[int] | None = None
    with_requested: bool = False
    """Treat requested absences as if they were approved."""
