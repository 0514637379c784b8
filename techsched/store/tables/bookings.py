"""Tables of assignments, of overlaps that somebody allowed, and of conflicts kept anyway."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, text

from techsched.model.assignment import LONGEST
from techsched.model.kinds import AssignmentState, Because, Firmness, Mode, Rule
from techsched.store.columns import choice, key_of, moment
from techsched.store.tables.stored import Stored, check, in_order

_WHAT_FOR = " + ".join(
    f"CASE WHEN {column} IS NULL THEN 0 ELSE 1 END" for column in ("placement_id", "visit_id", "covers")
)


class Assignment(Stored, table=True):
    __tablename__ = "assignment"
    __table_args__ = (
        Index("ix_assignment_technician_id_start_end", "technician_id", "start", "end"),
        Index("ix_assignment_day", "day"),
        Index(
            "uq_assignment_placement_id_day_part",
            "placement_id",
            "day",
            "part",
            unique=True,
            sqlite_where=text("placement_id IS NOT NULL"),
        ),
        Index("ix_assignment_visit_id", "visit_id", sqlite_where=text("visit_id IS NOT NULL")),
        Index("ix_assignment_covers", "covers", sqlite_where=text("covers IS NOT NULL")),
        Index("ix_assignment_released_by", "released_by", sqlite_where=text("released_by IS NOT NULL")),
        in_order("start", "end"),
        check("longest", f'"end" - start <= {LONGEST}'),
        check("what_for", f"{_WHAT_FOR} = 1"),
        check("one_mode", "mode <> 'mixed'"),
        check("place", "place >= 1"),
        check("part", "part >= 0"),
        check("break_minutes", 'break_minutes BETWEEN 0 AND ("end" - start) / 60'),
        check("itself", "covers <> id AND released_by <> id"),
        in_order("expected_start", "expected_end"),
    )

    technician_id: int = key_of("technician")
    start: int = moment()
    end: int = moment()
    day: date
    zone: str
    wall_start: str
    wall_end: str
    mode: Mode = choice(Mode)
    placement_id: int | None = key_of("placement")
    visit_id: int | None = key_of("visit")
    covers: int | None = key_of("assignment")
    place: int
    part: int
    state: AssignmentState = choice(AssignmentState)
    firmness: Firmness = choice(Firmness)
    fixed: bool
    released_by: int | None = key_of("assignment")
    break_minutes: int
    break_start: int | None = moment()
    expected_start: int | None = moment()
    expected_end: int | None = moment()
    handover_done: bool
    note: str


class Waiver(Stored, table=True):
    __tablename__ = "waiver"
    __table_args__ = (
        Index("uq_waiver_spans", "a_id", "b_id", "a_start", "a_end", "b_start", "b_end", unique=True),
        Index("ix_waiver_b_id", "b_id"),
        check("in_order", "a_id < b_id"),
        check("overlap", "a_start < b_end AND b_start < a_end"),
    )

    a_id: int = key_of("assignment")
    b_id: int = key_of("assignment")
    a_start: int = moment()
    a_end: int = moment()
    b_start: int = moment()
    b_end: int = moment()
    because: Because = choice(Because, growing=True)
    note: str
    by: str
    at: int = moment()


class Override(Stored, table=True):
    __tablename__ = "override"
    __table_args__ = (Index("ix_override_fingerprint", "fingerprint"),)

    rule: Rule = choice(Rule, growing=True)
    fingerprint: str
    because: Because = choice(Because, growing=True)
    note: str
    by: str
    at: int = moment()
    until: date | None
