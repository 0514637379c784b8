"""Several programs book at once, and some are killed: nothing overlaps unallowed, nothing acknowledged is lost."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from techsched.errors import DoubleBooked
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Edit
from techsched.model.row import fresh_ids
from techsched.model.span import HOUR, Days, Span
from techsched.store import Store, engine, guard
from tests.rows import MONDAY, NOW, booking, span, technician
from tests.store.offices import Copies, change, put, waiver

if os.name == "nt":
    pytest.skip("processes are forked and killed here", allow_module_level=True)

forked = multiprocessing.get_context("fork")
FIRST = span("Mon 0-1").start
WEEK = Days(MONDAY, None)


def attempt(store: Store, ids: Any, chance: random.Random, hours: int) -> str:
    """Looks for a free hour or two, lets a millisecond pass, and books; one in twenty books knowingly."""
    start = FIRST + chance.randrange(hours) * HOUR
    row = booking(chance.choice(("Ana", "Berta")), Span(start, start + chance.randint(1, 3) * HOUR), id=next(ids))
    rows = [held for held in store.load_more(WEEK).rows if isinstance(held, Assignment) and held.occupies]
    meets = [held for held in rows if held.technician_id == row.technician_id and held.span.overlaps(row.span)]
    knowingly = chance.random() < 0.05
    if meets and not knowingly:
        return "seen"
    time.sleep(0.001)
    kept = [waiver(row, held, id=next(ids)) for held in meets]
    try:
        store.apply(change(Edit(None, row), *(Edit(None, held) for held in kept)), who="Ana", at=NOW)
    except DoubleBooked:
        return "refused"
    return "kept" if kept else "booked"


def race(path: Path, seed: int, attempts: int, told: Any) -> None:
    store = Store.open(path)
    chance, ids = random.Random(seed), fresh_ids(NOW + seed)
    told.send(Counter(attempt(store, ids, chance, 2 * attempts) for _ in range(attempts)))
    store.close()


def raced(path: Path, processes: int, attempts: int, seed: int) -> Counter[str]:
    """All processes at once; what became of the attempts."""
    running, ends = [], []
    for n in range(processes):
        here, there = forked.Pipe(duplex=False)
        process = forked.Process(target=race, args=(path, 100 * seed + n, attempts, there))
        process.start()
        running.append(process)
        ends.append(here)
    total: Counter[str] = Counter()
    for process, end in zip(running, ends, strict=True):
        assert end.poll(600), "a process died"
        total += end.recv()
        process.join()
    return total


def judge(path: Path, total: Counter[str], attempts: int) -> None:
    store = Store.open(path)
    assert sum(total.values()) == attempts
    assert guard.overlaps(store._db) == []
    assert store.verify() == []
    assert len(store.rows(Assignment)) == total["booked"] + total["kept"]
    assert store.last_seq() == 1 + total["booked"] + total["kept"]
    assert bool(store.rows(Waiver)) == bool(total["kept"])
    store.close()


def test_racing_bookings_never_overlap_unallowed(copies: Copies) -> None:
    path = copies.path()
    total = raced(path, processes=4, attempts=60, seed=1)
    judge(path, total, 240)
    assert total["booked"] > 10 and total["seen"] > 10


@pytest.mark.full
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(5))
def test_four_thousand_racing_bookings_never_overlap_unallowed(copies: Copies, seed: int) -> None:
    path = copies.path()
    total = raced(path, processes=4, attempts=1000, seed=seed)
    judge(path, total, 4000)
    assert total["kept"]


def steal(path: Path, told: Any, start: Any) -> None:
    """Everybody books the very same hours, one after the other."""
    store = Store.open(path)
    ids = fresh_ids(NOW + os.getpid())
    start.wait()
    won = 0
    for n in range(20):
        try:
            put_one(store, booking("Ana", Span(FIRST + n * HOUR, FIRST + n * HOUR + HOUR), id=next(ids)))
            won += 1
        except DoubleBooked:
            continue
    told.send(won)
    store.close()


def put_one(store: Store, row: Assignment) -> None:
    store.apply(change(Edit(None, row)), who="Ana", at=NOW)


def test_of_four_who_want_the_same_hour_one_gets_it(copies: Copies) -> None:
    path = copies.path()
    start = forked.Barrier(4)
    here, there = forked.Pipe(duplex=False)
    running = [forked.Process(target=steal, args=(path, there, start)) for _ in range(4)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    assert sum(here.recv() for _ in running) == 20
    judge(path, Counter(booked=20), 20)


# killed


def book_on(path: Path, told: int) -> None:
    """Books hour after hour and says each id once it is stored; now and then a person comes along."""
    store = Store.open(path)
    ids = fresh_ids(NOW)
    n = len(store.rows(Assignment))
    while True:
        n += 1
        row = booking("Ana", Span(n * HOUR, n * HOUR + HOUR), id=next(ids))
        extra = (technician(f"P{n}"),) if n % 5 == 0 else ()
        put(store, row, *extra)
        os.write(told, row.id.to_bytes(8, "big"))


def kills(path: Path, times: int) -> int:
    """Kills a booking program so often; returns how many bookings were acknowledged in all."""
    chance, acknowledged = random.Random(2), set()
    for _ in range(times):
        here, there = os.pipe()
        child = forked.Process(target=book_on, args=(path, there))
        child.start()
        os.close(there)
        held = os.read(here, 8)
        assert held
        time.sleep(chance.random() * 0.15)
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        while part := os.read(here, 65536):
            held += part
        os.close(here)
        acknowledged.update(int.from_bytes(held[n : n + 8], "big") for n in range(0, len(held), 8))
        store = Store.open(path)
        stored = {row.id for row in store.rows(Assignment)}
        assert acknowledged <= stored
        # nothing by halves: each booking has its journal entry, and the reverse
        assert store.last_seq() == 1 + len(stored)
        assert store.verify() == []
        store.close()
    return len(acknowledged)


def test_a_killed_program_loses_nothing_that_it_acknowledged(copies: Copies) -> None:
    assert kills(copies.path(), 6) > 6


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_a_hundred_kills_lose_nothing_that_was_acknowledged(copies: Copies) -> None:
    assert kills(copies.path(), 100) > 100


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_kills_and_races_with_the_slower_journal(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "wal_is_safe", lambda _: False)
    assert kills(copies.path(), 20) > 20
    path = copies.path()
    judge(path, raced(path, processes=4, attempts=100, seed=9), 400)
