"""Reading: frozen rows of the model straight from column selects."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.model.span import Days
from techsched.store.codec import codec
from techsched.store.engine import Connection, reading
from techsched.store.journal import Journal, chunks

R = TypeVar("R", bound=Row)

_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Rows of one state of the file.

    `earlier`: minutes per (technician id, year) of occupying assignments whose day lies before the window
    and in the window's first year, less those that an approved absence meets. `seq` is the newest journal
    entry in that state.
    """

    rows: list[Row]
    earlier: dict[tuple[int, int], int]
    seq: int


def load(db: Connection, window: Days) -> Loaded:
    """All rows but assignments; of these the window's, those of visits that are still open, and all that a
    loaded one refers to by `covers` or `released_by`."""
    with reading(db), _without_collecting():
        rows: list[Row] = []
        for table in TABLES:
            rows.extend(assignments(db, window, open_visits=True) if table is Assignment else all_rows(db, table))
        return Loaded(rows, earlier(db, window.first), Journal(db).last_seq())


def load_more(db: Connection, days: Days) -> Loaded:
    """Only the assignments of `days`, and all that they refer to."""
    with reading(db), _without_collecting():
        rows: list[Row] = list(assignments(db, days))
        return Loaded(rows, earlier(db, days.first), Journal(db).last_seq())


def all_rows(db: Connection, table: type[R]) -> list[R]:
    held = codec(table)
    return held.rows(db.execute(held.select).fetchall())


def rows_of(db: Connection, table: type[R], ids: Iterable[int]) -> list[R]:
    """The rows of these ids that are there, in any order."""
    held = codec(table)
    found: list[R] = []
    for some in chunks(list(ids)):
        marks = ", ".join("?" * len(some))
        found.extend(held.rows(db.execute(f"{held.select} WHERE id IN ({marks})", some).fetchall()))
    return found


def assignments(db: Connection, days: Days, *, open_visits: bool = False) -> list[Assignment]:
    held = codec(Assignment)
    within = (days.first.isoformat(), _NEVER if days.after is None else days.after.isoformat())
    values = db.execute(f"{held.select} WHERE day >= ? AND day < ?", within).fetchall()
    if open_visits:
        # without its booking, a visit booked beyond the window would look as if nobody had it
        beyond = "WHERE (day < ? OR day >= ?) AND visit_id IN (SELECT id FROM visit WHERE outcome = '')"
        values += db.execute(f"{held.select} {beyond}", within).fetchall()
    come = held.rows(values)
    found = {row.id: row for row in come}
    while wanted := {id for row in come for id in (row.covers, row.released_by) if id is not None} - found.keys():
        come = rows_of(db, Assignment, wanted)
        found.update((row.id, row) for row in come)
    return list(found.values())


def earlier(db: Connection, before: date) -> dict[tuple[int, int], int]:
    """Minutes per (technician id, year) of the days of that year before a day."""
    year = before.year
    within = (date(year, 1, 1).isoformat(), before.isoformat())
    found = {
        (int(id), year): int(minutes)
        for id, minutes in db.execute(
            'SELECT technician_id, sum(("end" - start) / 60 - break_minutes) FROM assignment'
            " WHERE day >= ? AND day < ? AND state <> 'withdrawn' AND released_by IS NULL GROUP BY technician_id",
            within,
        )
    }
    if found:
        for row in _absent(db, within):
            found[(row.technician_id, year)] -= row.worked_minutes
    return {key: minutes for key, minutes in found.items() if minutes}


def _absent(db: Connection, within: tuple[str, str]) -> Iterator[Assignment]:
    """Occupying assignments of these days during which an approved absence takes their technician away."""
    held = codec(Assignment)
    # a night row meets the absence of the next day as well
    near = (
        "WHERE day >= ? AND day < ? AND state <> 'withdrawn' AND released_by IS NULL"
        " AND EXISTS (SELECT 1 FROM absence b WHERE b.technician_id = assignment.technician_id AND b.state = 'approved'"
        " AND b.first <= date(assignment.day, '+2 days') AND (b.after IS NULL OR b.after >= assignment.day))"
    )
    rows = held.rows(db.execute(f"{held.select} {near}", within).fetchall())
    if not rows:
        return
    zones = dict(db.execute("SELECT id, zone FROM technician").fetchall())
    absences: dict[int, list[Absence]] = {}
    for absence in all_rows(db, Absence):
        if absence.stands:
            absences.setdefault(absence.technician_id, []).append(absence)
    for row in rows:
        zone = zones.get(row.technician_id)
        if zone is None:
            continue
        days = [row.day + timedelta(days=n) for n in (-1, 0, 1, 2)]
        stretches = (a.away_on(day, zone) for a in absences[row.technician_id] for day in days)
        if any(away is not None and away.overlaps(row.span) for away in stretches):
            yield row


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Rows hold no cycles; looking for some among a hundred thousand new ones costs a sixth of the load."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
