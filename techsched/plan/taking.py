"""The schedule as if somebody had taken a slot, for what is planned after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from techsched.model.assignment import Assignment
from techsched.model.booking import at_times, cover_of
from techsched.model.change import Change, Edit
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.plan.pause import released
from techsched.plan.slot import Slot


def as_if_taken(schedule: Schedule, row: Assignment, slot: Slot, ids: Iterator[int]) -> Schedule:
    """`row` is the booking that moves or is covered, or what is left of it; own work that gives way is cut."""
    if slot.covers is None:
        moved = at_times(row, slot.start, slot.end)
        taken = replace(moved, technician_id=slot.technician_id)
    else:
        taken = cover_of(row, slot.technician_id, next(ids))
    own = [held for id in slot.release if (held := schedule.get(Assignment, id)) is not None]
    rows = [taken, *released(schedule, taken, own, ids)]
    edits = tuple(Edit(schedule.get(Assignment, each.id), each) for each in rows)
    return schedule.with_(Change(Sentence("undo.draft"), edits))
