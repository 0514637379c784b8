"""Bringing an older file up to date: on a copy, in one transaction, looked over before it takes the name."""

from __future__ import annotations

import os
import warnings
from contextlib import suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection as Connected

from techsched.errors import FileTrouble
from techsched.store import schema
from techsched.store.backup import set_aside
from techsched.store.counting import counts
from techsched.store.engine import Connection, alone, connect, engine, sync_file, sync_folder
from techsched.store.file import telling, trouble
from techsched.store.verify import findings

_HERE = Path(__file__).parent
VERSIONS: tuple[Path, ...] = (_HERE / "versions",)
"""Folders of revisions."""


def upgrade(path: Path) -> None:
    """Migrates the file to `schema.SCHEMA`. Killed at any point it leaves the old file or the new one.

    Raises FileTrouble while somebody else has the file open, and
    when it or its migrated copy is not sound; then the file is as it was.
    """
    part = path.with_name(f".{path.name}.migrating")
    with telling(path), alone(path) as old:
        _refuse_unsound(old, path)
        set_aside(old, path, old.execute("PRAGMA user_version").fetchone()[0])
        before = counts(old)
        with suppress(FileNotFoundError):
            part.unlink()
        try:
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            old.execute("VACUUM INTO ?", (str(part),))
            _migrate(part)
            _refuse_worse(part, path, before)
            sync_file(part)
            if os.name == "nt":
                # Windows replaces no file that is open
                old.close()
            os.replace(part, path)
            sync_folder(path.parent)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()


def _refuse_unsound(db: Connection, path: Path) -> None:
    """Only what the older schema shares with ours: pages and references."""
    told = [str(row[0]) for row in db.execute("PRAGMA integrity_check(1)").fetchall()]
    if told != ["ok"] or db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise trouble("damaged", path)


def _migrate(part: Path) -> None:
    copy = engine(part)
    with copy.connect() as connection:
        # a table that is rebuilt is dropped, and would take its children with it
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with connection.begin():
            run(connection)


def run(connection: Connected) -> None:
    """Alembic's revisions up to `schema.SCHEMA`, inside the caller's transaction."""
    schema.drop_triggers(connection)
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, VERSIONS)))
    config.attributes["connection"] = connection
    with warnings.catch_warnings():
        # a rebuilt table loses them, and `stamp` makes them again
        warnings.filterwarnings("ignore", "Skipped unsupported reflection of expression-based index")
        command.upgrade(config, schema.revision(schema.SCHEMA))
    schema.stamp(connection, schema.SCHEMA)


def _refuse_worse(part: Path, path: Path, before: dict[str, int]) -> None:
    db = connect(part, "ro")
    try:
        wrong = findings(db, path)
        if wrong:
            raise FileTrouble(wrong[0])
        after = counts(db)
        for table, rows in before.items():
            if after.get(table, rows) != rows:
                raise trouble("migration_lost", path, table=table)
    finally:
        db.close()
