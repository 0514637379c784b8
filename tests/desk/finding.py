"""Short names for rows of the sample office, and all its rows for comparison."""

from __future__ import annotations

from datetime import date

from techsched.desk.desk import Desk
from techsched.model.assignment import Assignment
from techsched.model.kinds import AssignmentState
from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.model.span import Days, Instant
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import clock_minute, instant

MON, TUE, WED, THU, FRI = (date(2026, 11, day) for day in range(23, 28))


def person(desk: Desk, first: str) -> Technician:
    return next(t for t in desk.schedule.rows(Technician).values() if t.name.startswith(first))


def waiting(desk: Desk, title: str) -> Visit:
    return next(v for v in desk.schedule.rows(Visit).values() if v.title.startswith(title) and v.is_open)


def booked(desk: Desk, first: str, day: date, clock: str = "") -> Assignment:
    """The person's booking of a day, the one that starts at `clock` when several do."""
    rows = [
        row
        for row in desk.schedule.diary(person(desk, first).id)
        if row.day == day and row.state is not AssignmentState.WITHDRAWN
    ]
    return next(row for row in rows if not clock or row.wall_start.endswith(clock))


def at(day: date, clock: str) -> Instant:
    return instant(day, clock_minute(clock), "Europe/Madrid")


def all_rows(desk: Desk) -> dict[tuple[type[Row], int], Row]:
    """What the desk has in memory; equality is by content."""
    return {(table, id): row for table in TABLES for id, row in desk.schedule.rows(table).items()}


def stored_rows(desk: Desk) -> dict[tuple[type[Row], int], Row]:
    """What the file has, in the same window."""
    return {(type(row), row.id): row for row in desk._store.load(Days(desk.window.first, desk.window.after)).rows}
