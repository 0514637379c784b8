"""What all tables share: metadata that names every constraint, ids and versions."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, MetaData, text
from sqlmodel import Field, SQLModel

from techsched.store.columns import moment

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Stored(SQLModel):
    """Columns of every row. Flat: no relationship, no method; instances are never made."""

    metadata: ClassVar[MetaData] = METADATA

    id: int = Field(primary_key=True, sa_type=moment().sa_type)
    version: int


def check(name: str, condition: str) -> CheckConstraint:
    return CheckConstraint(condition, name=name)


def in_order(first: str = "first", after: str = "after") -> CheckConstraint:
    """An end, where there is one, lies after its start."""
    return check(f"{after}_{first}", f'"{after}" > "{first}"')


def codes(table: str) -> Index:
    """No two rows with one code, whatever its case; rows without a code do not count."""
    return Index(f"uq_{table}_code", text("lower(code)"), unique=True, sqlite_where=text("code <> ''"))
