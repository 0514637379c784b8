"""Connections: which SQLite, with which settings, and how a transaction begins and ends."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    dbapi = sqlite3
else:
    try:
        # bundles a SQLite in which write-ahead logging is safe
        from pysqlite3 import dbapi2 as dbapi
    except ImportError:
        dbapi = sqlite3

Connection = sqlite3.Connection
"""What `connect` gives; for the bundled module a class of the same methods."""

APPLICATION = 0x54534348
"""'TSCH', in the header of every file of ours."""
WAIT = 5.0
"""Seconds that a writer waits for another."""

_MENDED = {(3, 44, 6), (3, 50, 7)}


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset race, which can corrupt a file with two connections."""
    return version >= (3, 51, 3) or version in _MENDED


def connect(path: Path, mode: str = "rw", *, own_journal: bool = True) -> Connection:
    """Opens an existing file; `mode` is "rw", "ro", or "immutable" for a file that nobody can change.

    `own_journal` False leaves the journal mode as it is (a copy under construction stays one file).
    Outside a transaction until somebody begins one. Raises `dbapi.Error` for all that SQLite refuses, a
    missing file included.
    """
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    db = dbapi.connect(
        f"file:{quote(os.path.abspath(path))}?{query}",
        uri=True,
        timeout=WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in (
            "foreign_keys=ON",
            "recursive_triggers=ON",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "synchronous=FULL",
            "secure_delete=ON",
        ):
            db.execute(f"PRAGMA {pragma}")
        if mode == "rw" and own_journal:
            set_journal_mode(db)
    except BaseException:
        db.close()
        raise
    return db


def error_name(error: Exception) -> str:
    """SQLite's own name of what went wrong: 'SQLITE_FULL'. Empty where it did not come from SQLite."""
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
    return str(name or "")


def is_damage(error: Exception) -> bool:
    """Whether SQLite met pages that are none of its own, or none at all."""
    return error_name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def set_journal_mode(db: Connection) -> None:
    wanted = "wal" if wal_is_safe(dbapi.sqlite_version_info) else "truncate"
    if db.execute("PRAGMA journal_mode").fetchone()[0] != wanted:
        db.execute(f"PRAGMA journal_mode={wanted}").fetchone()


@contextmanager
def reading(db: Connection) -> Iterator[Connection]:
    """One state of the file for all that is read inside."""
    db.execute("BEGIN")
    try:
        yield db
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


@contextmanager
def writing(db: Connection) -> Iterator[Connection]:
    """One transaction, committed when the block ends well.

    It takes the write lock at once: a transaction that reads first and then wants to write is thrown away
    by SQLite when somebody else wrote in between.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException:
        # a full disk may have rolled it back already
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def alone(path: Path) -> Iterator[Connection]:
    """Holds the file against every other connection, with all its changes in the one file.

    Raises `dbapi.OperationalError` (busy) while somebody else has it open.
    """
    db = connect(path, own_journal=False)
    try:
        db.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
        # leaving write-ahead logging takes the last connection; a log left beside would be read into another file
        db.execute("PRAGMA journal_mode=DELETE").fetchone()
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
        yield db
    finally:
        db.close()


def engine(path: Path) -> Engine:
    """SQLAlchemy's way to the file, for what makes and migrates the schema."""
    made = create_engine(
        "sqlite://", module=dbapi, creator=lambda: connect(path, own_journal=False), poolclass=NullPool
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return made


def sync_folder(folder: Path) -> None:
    """Makes a new or replaced name in the folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def sync_file(path: Path) -> None:
    held = os.open(path, os.O_RDWR)
    try:
        os.fsync(held)
    finally:
        os.close(held)
