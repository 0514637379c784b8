"""The flat tables behind the model's rows; columns have the names of the fields.

Nothing outside `store` sees them, and no instance of them is ever made: they are the schema.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Table

from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.store.tables import bookings, clients, journal, office, people
from techsched.store.tables.stored import METADATA

__all__ = ["METADATA", "TABLE_OF", "bookings", "clients", "journal", "office", "people"]


def _named(row: type[Row]) -> Table:
    spelled = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in row.__name__)
    return METADATA.tables[spelled.lstrip("_")]


TABLE_OF: Mapping[type[Row], Table] = {row: _named(row) for row in TABLES}
"""The table of each kind of row, parents before children."""
