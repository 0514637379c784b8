"""How many rows each table of a file holds."""

from __future__ import annotations

from techsched.store.engine import Connection
from techsched.store.tables import METADATA


def counts(db: Connection) -> dict[str, int]:
    """Rows by table, of the tables that the file has."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    names = [table.name for table in METADATA.sorted_tables if table.name in there]
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608
