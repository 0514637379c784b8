"""Whatever a disk does to a file, opening and reading it ends in rows or in a sentence, and changes no byte."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from techsched.errors import FileTrouble
from techsched.model.row import Row
from techsched.store import Store
from techsched.store.verify import verify
from tests.rows import booking, technician
from tests.store.offices import Copies, everything, put, take
from tests.store.test_read import ALWAYS


@pytest.fixture(scope="module")
def lived_in(copies: Copies) -> Path:
    """A file with a history."""
    store = copies.store()
    for n in range(1, 40):
        put(store, booking("Ana", f"Mon+{n} 9-17", id=n, note="Nota con eñe " * 3))
    put(store, *(booking("Ana", f"Mon+{n} 10-17", id=n) for n in range(1, 10)), technician("Eva"))
    take(store, technician("Eva"))
    store.close()
    return store.path


def damaged(raw: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(raw)
    kind = chance.choice(("byte", "byte", "bytes", "zeros", "swap", "short"))
    at = chance.randrange(len(raw))
    if kind == "byte":
        spoilt[at] ^= 1 << chance.randrange(8)
    elif kind == "bytes":
        spoilt[at : at + 16] = chance.randbytes(16)
    elif kind == "zeros":
        start = at - at % 4096
        spoilt[start : start + 4096] = bytes(4096)
    elif kind == "swap":
        one, other = (4096 * chance.randrange(len(raw) // 4096) for _ in range(2))
        spoilt[one : one + 4096], spoilt[other : other + 4096] = raw[other : other + 4096], raw[one : one + 4096]
    else:
        del spoilt[at:]
    return bytes(spoilt)


def read_all(path: Path) -> set[tuple[type[Row], Row]]:
    """Everything that a window reads. Raises FileTrouble only."""
    store = Store.open(path, readonly=True)
    try:
        store.load(ALWAYS)
        for entry in store.journal.entries(100):
            assert entry.edits is not None
        store.journal.next_undo("Ana")
        return everything(store)
    finally:
        store.close()


def outcome(path: Path, rows: set[tuple[type[Row], Row]]) -> str:
    try:
        found = read_all(path)
    except FileTrouble:
        return "told"
    try:
        told = verify(path)
    except FileTrouble:
        return "told"
    if told:
        return "found by the check"
    return "harmless" if found == rows else "unseen"


def outcomes(copies: Copies, whole: Path, times: int) -> Counter[str]:
    chance, raw, rows = random.Random(7), whole.read_bytes(), read_all(whole)
    path = copies.path()
    counted: Counter[str] = Counter()
    for _ in range(times):
        spoilt = damaged(raw, chance)
        path.write_bytes(spoilt)
        counted[outcome(path, rows)] += 1
        assert path.read_bytes() == spoilt
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    return counted


def test_damage_ends_in_a_sentence(copies: Copies, lived_in: Path) -> None:
    counted = outcomes(copies, lived_in, 60)
    assert counted["told"] > 10 and counted["unseen"] < 12


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_a_thousand_damages_end_in_a_sentence(copies: Copies, lived_in: Path) -> None:
    counted = outcomes(copies, lived_in, 1000)
    # a flipped bit in a text is no damage that SQLite could see: its pages carry no sums
    assert counted["unseen"] < 120
