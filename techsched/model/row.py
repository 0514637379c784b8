"""What every stored row shares: an id allotted by the application and a version for crossed edits."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from techsched.model.span import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`version` counts writes of the row; it takes no part in equality, so that undo compares content."""

    id: int
    version: int = field(default=0, compare=False)


def fresh_ids(now: Instant) -> Iterator[int]:
    """Endless 63-bit ids that sort by time: 33 bits of seconds, then 30 random and counted bits.

    Two programs that write one file start from different random numbers.
    """
    count = secrets.randbits(29)
    while True:
        yield (now << 30) | (count & 0x3FFFFFFF)
        count += 1
