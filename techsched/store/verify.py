"""Whether a file is sound: its pages, its references, its schema, and no overlap that nobody allowed."""

from __future__ import annotations

from pathlib import Path

from techsched.model.assignment import Assignment
from techsched.model.sentence import Sentence, sentence
from techsched.store import guard, schema
from techsched.store.engine import Connection, connect, dbapi, is_damage, reading
from techsched.store.file import telling
from techsched.store.naming import clash_sentence
from techsched.store.read import rows_of

_SHOWN = 20
"""So many overlaps are named; a file with one is as wrong as a file with all."""


def verify(path: Path) -> list[Sentence]:
    """Looks with a connection of its own, beside writers. Raises FileTrouble when it cannot look at all."""
    with telling(path):
        db = connect(path, "ro")
    try:
        return findings(db, path)
    finally:
        db.close()


def findings(db: Connection, path: Path) -> list[Sentence]:
    """What is wrong, worst first; after damage nothing else is looked at. Of an older schema only pages and
    references are judged, the rest when it has been migrated."""
    with telling(path):
        try:
            with reading(db):
                told = [str(row[0]) for row in db.execute("PRAGMA integrity_check(10)").fetchall()]
                if told != ["ok"]:
                    return [sentence("store.verify_damage", file=str(path), detail=told[0])]
                older = db.execute("PRAGMA user_version").fetchone()[0] < schema.SCHEMA
                return [*_references(db, path), *([] if older else [*_schema(db, path), *_overlaps(db)])]
        except dbapi.DatabaseError as error:
            if not is_damage(error):
                raise
            return [sentence("store.verify_damage", file=str(path), detail=str(error))]


def _schema(db: Connection, path: Path) -> list[Sentence]:
    lacking = schema.missing(db)
    if lacking:
        return [sentence("store.verify_damage", file=str(path), detail=", ".join(lacking))]
    return [] if schema.triggers_stand(db) else [sentence("store.verify_guard", file=str(path))]


def _references(db: Connection, path: Path) -> list[Sentence]:
    found = db.execute("PRAGMA foreign_key_check").fetchall()
    if not found:
        return []
    tables = ", ".join(sorted({str(row[0]) for row in found}))
    return [sentence("store.verify_references", file=str(path), n=len(found), tables=tables)]


def _overlaps(db: Connection) -> list[Sentence]:
    pairs = guard.overlaps(db)[:_SHOWN]
    rows = {row.id: row for row in rows_of(db, Assignment, {id for pair in pairs for id in pair})}
    return [clash_sentence(db, "store.verify_overlap", rows[b], rows[a]) for a, b in pairs]
