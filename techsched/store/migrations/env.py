"""Run by Alembic for each migration: our connection, its transaction, no settings file."""

from __future__ import annotations

from alembic import context

from techsched.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite's own DDL is transactional; Alembic takes it for not
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
