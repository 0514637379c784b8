"""Kinds of columns: ids, instants, choices, packed tuples and references, as the tables spell them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Enum, ForeignKey, Integer, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from techsched.model.engagement import SkillNeed
from techsched.model.hours import Hours

WIDE = BigInteger().with_variant(Integer(), "sqlite")
"""63-bit ids and instants; SQLite's INTEGER is wide already, and only that makes `id` the row's own key."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_PACK: dict[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    date: date.isoformat,
    Hours: lambda h: [h.weekday, h.start, h.end, h.break_minutes, h.break_start, h.week],
    SkillNeed: lambda need: [need.name, need.level, int(need.certification)],
}
_UNPACK: dict[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    date: date.fromisoformat,
    Hours: lambda held: Hours(*held),
    SkillNeed: lambda held: SkillNeed(held[0], held[1], bool(held[2])),
}


class Packed(TypeDecorator[tuple[Any, ...]]):
    """A tuple as canonical JSON text: no blanks, values of a dataclass as a list in the order of its fields."""

    impl = Text
    cache_ok = True

    def __init__(self, item: type) -> None:
        super().__init__()
        self.item = item

    def dump(self, items: tuple[Any, ...]) -> str:
        return _json.encode([_PACK[self.item](item) for item in items])

    def load(self, text: str) -> tuple[Any, ...]:
        unpack = _UNPACK[self.item]
        return tuple(unpack(item) for item in json.loads(text))

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Any) -> str | None:
        return None if value is None else self.dump(value)

    def process_result_value(self, value: str | None, dialect: Any) -> tuple[Any, ...] | None:
        return None if value is None else self.load(value)


def choice(kind: type[StrEnum], *, growing: bool = False) -> Any:
    """One of a set, stored by its value. A plain Enum column would store the member's name, and one wrong
    text would make every later query of the table raise.

    `growing`: the set gets members with the program, and neither a CHECK nor a length that would cost a
    migration for each.
    """
    held = Enum(
        kind,
        name=kind.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=not growing,
        **({"length": 40} if growing else {}),
        validate_strings=True,
    )
    return Field(sa_type=_instance(held))


def packed(item: type) -> Any:
    return Field(sa_type=_instance(Packed(item)))


def moment() -> Any:
    """An instant in seconds UTC."""
    return Field(sa_type=_instance(WIDE))


def key_of(table: str) -> Any:
    """A reference, judged at commit: then the order of a change's writes does not matter."""
    refers = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Field(sa_type=_instance(WIDE), sa_column_args=[refers])


def _instance(made: Any) -> Any:
    # SQLModel's annotation asks for a class; SQLAlchemy and its own code take an instance as well
    return made
