"""The rows behind a record's form: which of its parts are new, changed or gone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from techsched.model.row import Row
from techsched.model.schedule import Schedule

R = TypeVar("R", bound=Row)


def kept_parts(
    schedule: Schedule, table: type[R], by: str, key: Hashable, wanted: Iterable[R]
) -> tuple[list[R], list[R]]:
    """Parts to write, and parts of the look-up (`schedule.group(table, by, key)`) that nobody wants any more."""
    rows = list(wanted)
    ids = {row.id for row in rows}
    gone = [row for row in schedule.group(table, by, key) if row.id not in ids]
    return rows, gone


def numbered(rows: Iterable[Mapping[str, Any]], ids: Iterator[int]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each row of a field with the id it has in the office, or a fresh one."""
    for row in rows:
        held = row.get("id")
        yield (held if isinstance(held, int) else next(ids)), row


def matched(
    schedule: Schedule, table: type[R], by: str, key: Hashable, name: Callable[[R], Hashable]
) -> dict[Hashable, R]:
    """Parts that the office has, by what people call them."""
    return {name(row): row for row in schedule.group(table, by, key)}
