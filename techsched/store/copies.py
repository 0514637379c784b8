"""Where the backups of a file lie, what they are called, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from techsched.model.span import Instant

LAST, DAILY, WEEKLY, MONTHLY = 10, 14, 8, 12
"""How many are kept: the newest ones, and the newest of each of so many days, ISO weeks and months (UTC)."""

_STAMP = re.compile(r"(?P<stem>.+)-(?P<stamp>\d{8}T\d{6}Z)(?:-\d+)?\.db")
_FORM = "%Y%m%dT%H%M%SZ"


_PERIODS: tuple[tuple[int, Callable[[datetime], Any]], ...] = (
    (DAILY, lambda moment: moment.date()),
    (WEEKLY, lambda moment: moment.isocalendar()[:2]),
    (MONTHLY, lambda moment: (moment.year, moment.month)),
)


def folder_of(path: Path) -> Path:
    """'office.db' keeps its backups in 'office.db.backups' beside it."""
    return path.with_name(f"{path.name}.backups")


def sidecar(copy: Path) -> Path:
    """What a backup held when it was verified: counts, digest, number of its newest journal entry."""
    return copy.with_name(f"{copy.name}.json")


def name_at(path: Path, at: Instant) -> str:
    return f"{path.stem}-{datetime.fromtimestamp(at, UTC).strftime(_FORM)}.db"


def stamp_of(copy: Path) -> Instant | None:
    """When a backup was made, from its name."""
    match = _STAMP.fullmatch(copy.name)
    if match is None:
        return None
    return int(datetime.strptime(match["stamp"], _FORM).replace(tzinfo=UTC).timestamp())


def held(path: Path) -> list[Path]:
    """The dated backups of a file that were verified, newest first."""
    folder = folder_of(path)
    if not folder.is_dir():
        return []
    dated = [(stamp, copy) for copy in folder.iterdir() if (stamp := stamp_of(copy)) is not None]
    return [copy for _, copy in sorted(dated, reverse=True) if sidecar(copy).exists()]


def newest(path: Path) -> Path | None:
    copies = held(path)
    return copies[0] if copies else None


def kept(stamps: Iterable[Instant]) -> set[Instant]:
    """Those of the backups made at these moments that are kept."""
    ordered = sorted(set(stamps), reverse=True)
    keeping = set(ordered[:LAST])
    for count, period in _PERIODS:
        seen: dict[Any, Instant] = {}
        for stamp in ordered:
            seen.setdefault(period(datetime.fromtimestamp(stamp, UTC)), stamp)
        keeping.update(list(seen.values())[:count])
    return keeping
