"""Marks on computed conflicts: kept anyway, and past."""

from __future__ import annotations

from dataclasses import replace

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict, Override
from techsched.model.kinds import Rule
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.model.wall import day_of


def marked(schedule: Schedule, conflict: Conflict, now: Instant | None, thought: Assignment | None = None) -> Conflict:
    """The conflict with its marks. Without `now` no keeping has run out and nothing is past.

    `thought` stands in for the stored row of its id: a waiver of other hours does not keep it.
    """
    kept = is_kept(schedule, conflict, now, thought)
    past = now is not None and conflict.end <= now
    return replace(conflict, kept=kept, past=past) if kept or past else conflict


def is_kept(schedule: Schedule, conflict: Conflict, now: Instant | None, thought: Assignment | None = None) -> bool:
    """A waiver keeps a double booking, an override with the same fingerprint anything else."""
    if conflict.rule is Rule.DOUBLE_BOOKING:
        one, other = (
            thought if thought is not None and id == thought.id else schedule.get(Assignment, id)
            for id in conflict.assignments
        )
        return one is not None and other is not None and schedule.waiver_between(one, other) is not None
    if not schedule.rows(Override):
        return False
    held = schedule.group(Override, "fingerprint", conflict.fingerprint)
    if now is None or not held:
        return bool(held)
    today = day_of(now, schedule.office.zone)
    return any(override.until is None or today <= override.until for override in held)
