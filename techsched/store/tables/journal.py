"""Tables of the journal, and of what the file says about itself."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, MetaData
from sqlmodel import Field, SQLModel

from techsched.store.columns import moment
from techsched.store.tables.stored import METADATA, check

KINDS = ("do", "undo", "redo", "system")


class Journal(SQLModel, table=True):
    """One change. `target` is the number of the 'do' or 'system' entry that an undo or redo is about."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_who_kind_seq", "who", "kind", "seq"),
        Index("ix_journal_target_seq", "target", "seq"),
        check("kind", f"kind IN {KINDS}"),
        check("target", "(target IS NULL) = (kind IN ('do', 'system'))"),
        {"sqlite_autoincrement": True},
    )
    metadata: ClassVar[MetaData] = METADATA

    seq: int = Field(primary_key=True, sa_type=moment().sa_type)
    at: int = moment()
    who: str
    host: str
    kind: str
    target: int | None = moment()
    label: str
    """JSON: key and fields of the sentence that names the change."""


class JournalEdit(SQLModel, table=True):
    """One row of a change: stored columns before and after as JSON objects, of an update the changed ones only."""

    __tablename__ = "journal_edit"
    __table_args__ = (
        ForeignKeyConstraint(["seq"], ["journal.seq"]),
        Index("ix_journal_edit_row", "row_table", "row_id", "seq"),
        check("images", "before IS NOT NULL OR after IS NOT NULL"),
        {"sqlite_with_rowid": False},
    )
    metadata: ClassVar[MetaData] = METADATA

    seq: int = Field(primary_key=True, sa_type=moment().sa_type)
    n: int = Field(primary_key=True)
    row_table: str
    row_id: int = moment()
    before: str | None
    after: str | None


class About(SQLModel, table=True):
    """Facts about the file: its own id, which program made it, which program its schema needs."""

    __tablename__ = "about"
    metadata: ClassVar[MetaData] = METADATA

    name: str = Field(primary_key=True)
    value: str
