"""Assignments: one dated row of one technician, made from a placement, for a visit, or as a cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.kinds import AssignmentState, Because, Firmness, Mode
from techsched.model.row import Row
from techsched.model.span import MINUTE, Instant, Span

LONGEST = 48 * 3600
"""Seconds; the storage's overlap guard scans no further back than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Row):
    """A booking. Exactly one of `placement_id`, `visit_id` and `covers` says what for.

    One row a day: a night row belongs to the day it starts. `start` of an on-site row is the arrival.
    """

    technician_id: int
    start: Instant
    end: Instant
    day: date
    """Wall date of the start in `zone`."""
    zone: str
    wall_start: str
    wall_end: str
    """Intended wall times, 'YYYY-MM-DDTHH:MM'; instants are derived again when zone data change."""
    mode: Mode
    placement_id: int | None = None
    visit_id: int | None = None
    covers: int | None = None
    """The base assignment that this one stands for."""
    place: int = 1
    part: int = 0
    """0 for the whole day of a placement; pieces of a split day count up."""
    state: AssignmentState = AssignmentState.PLANNED
    firmness: Firmness = Firmness.CONFIRMED
    fixed: bool = False
    released_by: int | None = None
    """The cover for whose sake this row frees its technician."""
    break_minutes: int = 0
    break_start: Instant | None = None
    """None with minutes set: a movable break."""
    expected_start: Instant | None = None
    expected_end: Instant | None = None
    """Where the running day has moved to; None while it goes to plan."""
    handover_done: bool = False
    note: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def occupies(self) -> bool:
        """Whether the row takes its technician's time; what the storage guards against overlaps."""
        return self.state is not AssignmentState.WITHDRAWN and self.released_by is None

    @property
    def worked_minutes(self) -> int:
        return (self.end - self.start) // MINUTE - self.break_minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Row):
    """One knowing overlap of two assignments, `a_id < b_id`; good only while both keep these spans."""

    a_id: int
    b_id: int
    a_start: Instant
    a_end: Instant
    b_start: Instant
    b_end: Instant
    because: Because
    note: str = ""
    by: str
    at: Instant

    def allows(self, one: Assignment, other: Assignment) -> bool:
        a, b = (one, other) if one.id < other.id else (other, one)
        return (self.a_id, self.b_id, self.a_start, self.a_end, self.b_start, self.b_end) == (
            a.id,
            b.id,
            a.start,
            a.end,
            b.start,
            b.end,
        )


def waiver_of(
    one: Assignment, other: Assignment, *, id: int, because: Because, note: str, by: str, at: Instant
) -> Waiver:
    """A waiver for this very overlap, ids in canonical order."""
    a, b = (one, other) if one.id < other.id else (other, one)
    return Waiver(
        id=id,
        a_id=a.id,
        b_id=b.id,
        a_start=a.start,
        a_end=a.end,
        b_start=b.start,
        b_end=b.end,
        because=because,
        note=note,
        by=by,
        at=at,
    )
