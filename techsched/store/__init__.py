"""The office's file on SQLite: rows in, rows out, nothing lost. No table, session or query leaves this package."""

from __future__ import annotations

from techsched.errors import DoubleBooked, FileTrouble, Stale
from techsched.store.journal import JournalEntry
from techsched.store.read import Loaded
from techsched.store.store import Store, restore
from techsched.store.write import Applied

__all__ = ["Applied", "DoubleBooked", "FileTrouble", "JournalEntry", "Loaded", "Stale", "Store", "restore"]
