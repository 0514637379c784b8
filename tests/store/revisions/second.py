"""A revision for tests only: it rebuilds two tables that others refer to, the worst that SQLite can be asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for table in ("technician", "assignment"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE technician SET nickname = upper(name)")
    # what the journal's triggers forbid, a migration may
    op.execute("UPDATE journal SET host = 'migrated'")
