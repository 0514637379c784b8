"""The schema as a whole: making it, numbering it, and telling whether a file still has it."""

from __future__ import annotations

import hashlib
import uuid

from sqlalchemy import Connection as Connected

from techsched import __version__
from techsched.store import guard, journal
from techsched.store.engine import APPLICATION, Connection
from techsched.store.tables import METADATA

SCHEMA = 1
"""Number of the newest revision in `migrations`, kept in the header of the file."""

TRIGGERS: dict[str, str] = {**guard.TRIGGERS, **journal.TRIGGERS}


def revision(number: int) -> str:
    """Alembic's name of a schema number: '0001'."""
    return f"{number:04d}"


def make(connection: Connected) -> None:
    """Writes the schema into an empty file, inside the caller's transaction."""
    METADATA.create_all(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n"
        "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision(SCHEMA),))
    connection.exec_driver_sql("INSERT INTO about (name, value) VALUES ('file', ?)", (uuid.uuid4().hex,))
    connection.exec_driver_sql("INSERT INTO about (name, value) VALUES ('made_by', ?)", (__version__,))
    stamp(connection, SCHEMA)


def stamp(connection: Connected, number: int) -> None:
    """Puts triggers and indexes in place anew and numbers the file."""
    drop_triggers(connection)
    there = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index'")}
    for table in METADATA.sorted_tables:
        for index in table.indexes:
            # a rebuilt table has lost those over an expression
            if index.name not in there:
                index.create(connection)
    for made in TRIGGERS.values():
        connection.exec_driver_sql(made)
    connection.exec_driver_sql(
        "INSERT INTO about (name, value) VALUES ('needs', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (__version__,),
    )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def drop_triggers(connection: Connected) -> None:
    """Rebuilding a table loses them, and they would refuse a migration of what they guard."""
    held = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in held:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _digest(texts: dict[str, str]) -> str:
    told = "\n".join(f"{name}: {' '.join(str(text).split())}" for name, text in sorted(texts.items()))
    return hashlib.sha256(told.encode()).hexdigest()


def triggers_stand(db: Connection) -> bool:
    """Whether the file has our triggers, all of them, word for word, and no others."""
    held = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    return _digest(held) == _digest(TRIGGERS)


def missing(db: Connection) -> list[str]:
    """Tables, columns and indexes of ours that the file lacks, as 'table' or 'table.name'."""
    found: list[str] = []
    for table in METADATA.sorted_tables:
        columns = {row[1] for row in db.execute(f'PRAGMA table_info("{table.name}")')}
        if not columns:
            found.append(table.name)
            continue
        found.extend(f"{table.name}.{column.name}" for column in table.columns if column.name not in columns)
        indexes = {row[1] for row in db.execute(f'PRAGMA index_list("{table.name}")')}
        found.extend(f"{table.name}.{index.name}" for index in table.indexes if index.name not in indexes)
    return found
