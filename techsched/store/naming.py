"""What rows are called in the store's sentences, asked of the file itself."""

from __future__ import annotations

from techsched.model.assignment import Assignment
from techsched.model.row import Row
from techsched.model.sentence import Sentence, sentence
from techsched.model.wall import clock_text, minute_of
from techsched.store.engine import Connection


def clash_sentence(db: Connection, key: str, mine: Assignment, theirs: Assignment) -> Sentence:
    return sentence(
        key,
        technician=technician_name(db, mine.technician_id),
        day=mine.day.isoformat(),
        start=clock_text(minute_of(mine.start, mine.zone)),
        end=clock_text(minute_of(mine.end, mine.zone)),
        client=client_of(db, theirs),
        other_start=clock_text(minute_of(theirs.start, theirs.zone)),
        other_end=clock_text(minute_of(theirs.end, theirs.zone)),
    )


def name_of(db: Connection, row: Row) -> str:
    """Its name, title or code; of what has none the technician's and the day, or its id."""
    for attribute in ("name", "title", "code"):
        held = getattr(row, attribute, "")
        if held:
            return str(held)
    technician_id = getattr(row, "technician_id", None)
    if technician_id is None:
        return f"{row.id}"
    day = getattr(row, "day", None)
    name = technician_name(db, technician_id)
    return name if day is None else f"{name}, {day.isoformat()}"


def technician_name(db: Connection, id: int) -> str:
    found = db.execute("SELECT name FROM technician WHERE id = ?", (id,)).fetchone()
    return str(found[0]) if found else "?"


def client_of(db: Connection, row: Assignment) -> str:
    """Name of the client that a booking is for, through the booking that it covers."""
    found = db.execute(
        "WITH RECURSIVE base(id) AS (SELECT ? UNION SELECT a.covers FROM assignment a JOIN base ON a.id = base.id"
        " WHERE a.covers IS NOT NULL)"
        " SELECT c.name FROM base JOIN assignment a ON a.id = base.id AND a.covers IS NULL"
        " LEFT JOIN visit v ON v.id = a.visit_id LEFT JOIN placement p ON p.id = a.placement_id"
        " LEFT JOIN staffing_line l ON l.id = p.line_id LEFT JOIN engagement e ON e.id = l.engagement_id"
        " JOIN client c ON c.id = coalesce(v.client_id, e.client_id)",
        (row.id,),
    ).fetchone()
    return str(found[0]) if found else "?"
