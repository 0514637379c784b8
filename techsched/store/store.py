"""The store: one open file, its rows, its journal, its backups."""

from __future__ import annotations

import os
import platform
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TypeVar

from techsched.model.change import Change
from techsched.model.office import Office
from techsched.model.row import Row
from techsched.model.sentence import Sentence
from techsched.model.span import Days, Instant
from techsched.store import file, read, write
from techsched.store.backup import at_start, copy_to
from techsched.store.backup import restore as put_back
from techsched.store.engine import Connection
from techsched.store.journal import Journal, JournalEntry
from techsched.store.read import Loaded
from techsched.store.verify import verify
from techsched.store.write import Applied

R = TypeVar("R", bound=Row)


class Store:
    """An open file. For one thread; `verify` and `backup` use connections of their own and may run in others.

    Every method raises FileTrouble when the file cannot be read or written (damaged, locked, full disk).
    """

    def __init__(self, path: Path, db: Connection, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._db = db
        self._file = _identity(path)
        self._host = platform.node()
        self.journal = Journal(db, partial(file.telling, path))

    @classmethod
    def create(cls, url: str | os.PathLike[str]) -> Store:
        """Makes a new file without rows. Raises FileTrouble where something is already."""
        path = file.path_of(url)
        file.make(path)
        return cls(path, file.open_file(path), readonly=False)

    @classmethod
    def open(cls, url: str | os.PathLike[str], readonly: bool = False) -> Store:
        """Opens a file that is there: a path or a `sqlite:///` URL. An older schema is migrated first.

        Raises FileTrouble, a kind and a sentence each, for a missing, empty, foreign, newer, damaged, cut
        short, altered, locked or read-only file; then nothing was written.
        """
        path = file.path_of(url)
        return cls(path, file.open_file(path, readonly), readonly)

    def close(self) -> None:
        self._db.close()

    def discard(self) -> None:
        """Closes the file and takes it away, with what SQLite keeps beside it: one that was never finished."""
        self.close()
        file.unmake(self.path)

    # reading

    def load(self, window: Days) -> Loaded:
        """All rows, with the assignments of the window, in one state of the file."""
        with file.telling(self.path):
            return read.load(self._db, window)

    def load_more(self, days: Days) -> Loaded:
        """The assignments of `days` only; `earlier` counts up to the first of them."""
        with file.telling(self.path):
            return read.load_more(self._db, days)

    def rows(self, table: type[R]) -> list[R]:
        with file.telling(self.path):
            return read.all_rows(self._db, table)

    def office(self) -> Office | None:
        """The row that says whose file this is; None while the file is under construction."""
        found = self.rows(Office)
        return found[0] if found else None

    def last_seq(self) -> int:
        return self.journal.last_seq()

    def changes_since(self, seq: int) -> list[JournalEntry]:
        """Journal entries after number `seq`, oldest first."""
        return self.journal.changes_since(seq)

    def changed_since(self, seq: int, table: type[Row], ids: Collection[int]) -> set[int]:
        """Those of the rows that an entry after number `seq` touched."""
        return self.journal.changed_since(seq, table, ids)

    def data_version(self) -> int:
        """A number that changes when somebody else has written; this store's own writes leave it. Some
        microseconds. Raises FileTrouble when another file was put in this one's place."""
        with file.telling(self.path):
            self._still_there()
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    # writing

    def apply(self, change: Change, *, who: str, at: Instant, kind: str = "do", target: int | None = None) -> Applied:
        """Stores a change whole, or nothing of it; it is safe from a power cut when this returns.

        `kind` is "do", "undo", "redo" or "system" (outside undo); `target` the number of the entry that is
        undone or redone. Raises Stale, DoubleBooked, UserError and FileTrouble, all for people.
        """
        if self.readonly:
            raise file.trouble("readonly_here", self.path)
        with file.telling(self.path):
            return write.apply(
                self._db,
                change,
                who=who,
                at=at,
                host=self._host,
                kind=kind,
                target=target,
                ready=self._still_there,
            )

    def _still_there(self) -> None:
        """A restored or migrated file takes the name; what is written to the old one would be lost."""
        if _identity(self.path) != self._file:
            raise file.trouble("replaced", self.path)

    # the file as a whole

    def verify(self) -> list[Sentence]:
        """Everything that is wrong with the file, damage and overlaps; empty when it is sound. Seconds for
        a million rows: for the background."""
        return verify(self.path)

    def backup(self, to: str | os.PathLike[str]) -> Path:
        """Writes a verified copy beside other writers. Raises FileTrouble where something is already."""
        return copy_to(self.path, file.path_of(to))

    def backup_at_start(self, at: Instant) -> Path | None:
        """A dated backup in the file's own folder of backups, if anything changed since the last, and old
        ones thinned out. `at` is the machine's clock, not the file's."""
        return at_start(self.path, at)


def restore(url: str | os.PathLike[str], copy: str | os.PathLike[str], at: Instant) -> Path | None:
    """Puts a verified backup in the place of the file, and returns where the replaced one is kept."""
    return put_back(file.path_of(url), file.path_of(copy), at)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        held = os.stat(path)
    except FileNotFoundError:
        return None
    return held.st_dev, held.st_ino
