"""What the promises of the storage cost: a booking's commit, the guard, loading, and the news of a long journal."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from techsched.model.assignment import Assignment
from techsched.model.change import Change, Edit
from techsched.model.sentence import Sentence
from techsched.model.span import HOUR, Days, Span
from techsched.model.visit import Visit
from techsched.model.wall import instant
from techsched.store import Store, engine, journal
from techsched.store.codec import codec
from techsched.store.engine import Connection, connect
from tests.bench.calibration import Figure, loop, measured
from tests.bench.disk import (
    ABOVE,
    FIRST,
    PEOPLE,
    bookings,
    fill,
    filling,
    median,
    microseconds,
    new_store,
    raw_fsync,
    times,
    unguard,
    wall,
)
from tests.rows import NOW, ZONE, booking, visit

LABEL = Sentence("undo.draft")
COMMITS = 200
INSERTS = 2_000
BOOKINGS = 100_000
STEPS = 1_000_000


@pytest.mark.parametrize(("mode", "most"), [("wal", 3), ("truncate", 25)])
def test_a_bookings_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, most: int) -> None:
    monkeypatch.setattr(engine, "wal_is_safe", lambda version: mode == "wal")
    visits = [visit(f"V{n}", id=n + 1) for n in range(COMMITS)]
    store = new_store(tmp_path / "office.db", *visits)
    db = connect(store.path)
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == mode
    db.close()
    sync = raw_fsync(tmp_path)
    raw: list[float] = []
    commits: list[float] = []
    processor: list[float] = []
    for held in store.rows(Visit):
        start = instant(FIRST + timedelta(days=held.id), 9 * 60, ZONE)
        row = booking("P1", Span(start, start + HOUR), technician_id=1, visit_id=held.id)
        change = Change(LABEL, (Edit(None, row), Edit(held, replace(held, promised_start=start))))
        # one beside the other, so that a busy disk is busy for both
        raw.append(sync())
        began = time.thread_time()
        commits.append(wall(lambda change=change: store.apply(change, who="bench", at=NOW)))
        processor.append(time.thread_time() - began)
    store.close()
    commit, fsync = median(commits), median(raw)
    told = f"{times(commit, fsync)} a raw fsync of {microseconds(fsync)}, wanted at most {most} x"
    print(f"a booking's commit, {mode}: {told}; of the processor {microseconds(median(processor))}")
    print(Figure(f"a booking's commit, {mode}, on the wall", tuple(commits), loop()).told())
    # a disk that only says that it has written takes no longer than the processor
    assert commit <= most * max(fsync, median(processor))


@pytest.mark.timeout(900)
def test_the_guard_at_200_000_and_1_000_000_rows(tmp_path: Path) -> None:
    new_store(tmp_path / "office.db").close()
    held, done = loop(), 0
    for size in (200_000, 1_000_000):
        fill(tmp_path / "office.db", size, done)
        done = size
        db = connect(tmp_path / "office.db")
        evenings = _evenings(size)
        with_guard, without = [], []
        for _ in range(5):
            without.append(_insert(db, evenings, guarded=False))
            with_guard.append(_insert(db, evenings, guarded=True))
        each = (median(with_guard) - median(without)) / INSERTS
        print(
            f"guard at {size:,} rows: {microseconds(each)} an insert ({each / held:.2g} loops),"
            f" of {microseconds(median(with_guard) / INSERTS)}"
        )
        assert 0 < each <= 50e-6
        db.close()


def _evenings(size: int) -> list[tuple[Any, ...]]:
    """Bookings at 18:00 to 20:00 of people and days that have one from nine to five already."""
    dice, held = Random(size), codec(Assignment)
    names = held.names
    found = []
    for n, place in enumerate(dice.sample(range(size), INSERTS)):
        (values,) = bookings(place + 1, place)
        row = list(values)
        start = row[names.index("start")] + 9 * HOUR
        for name, value in (("id", n + 1), ("start", start), ("end", start + 2 * HOUR), ("part", 1)):
            row[names.index(name)] = value
        found.append(tuple(row))
    return found


def _insert(db: Connection, rows: list[tuple[Any, ...]], guarded: bool) -> float:
    """Seconds of processor time; nothing is kept."""
    db.execute("BEGIN IMMEDIATE")
    if not guarded:
        unguard(db)
    began = time.thread_time()
    db.executemany(codec(Assignment).insert, rows)
    took = time.thread_time() - began
    db.execute("ROLLBACK")
    return took


def test_loading_100_000_bookings(tmp_path: Path) -> None:
    store = new_store(tmp_path / "office.db")
    fill(store.path, BOOKINGS)
    days = Days(FIRST, FIRST + timedelta(days=BOOKINGS // PEOPLE))
    assert sum(isinstance(row, Assignment) for row in store.load(days).rows) == BOOKINGS
    figure = measured("load of 100,000 bookings", 5, lambda: store.load(days))
    assert figure.seconds
    store.close()


@pytest.fixture
def long_journal(tmp_path: Path) -> Iterator[Store]:
    """A million steps of one booking each."""
    store = new_store(tmp_path / "office.db")
    held = codec(Assignment)
    (values,) = bookings(1)
    image, first = held.image(values), store.last_seq() + 1
    with filling(store.path, journal.TRIGGERS) as db:
        db.executemany(
            "INSERT INTO journal (seq, at, who, host, kind, label) VALUES (?, ?, ?, 'bench', 'do', ?)",
            ((seq, NOW, f"Person {seq % 7}", '["undo.draft",{}]') for seq in range(first, first + STEPS)),
        )
        db.executemany(
            "INSERT INTO journal_edit (seq, n, row_table, row_id, \"after\") VALUES (?, 0, 'assignment', ?, ?)",
            ((seq, ABOVE + seq % BOOKINGS, image) for seq in range(first, first + STEPS)),
        )
    yield store
    store.close()


@pytest.mark.timeout(600)
def test_news_of_a_journal_of_a_million_entries(long_journal: Store) -> None:
    store = long_journal
    last = store.last_seq()
    week = [ABOVE + n for n in range(5 * PEOPLE)]

    def news() -> list[Change]:
        return [entry.change for entry in store.changes_since(last - 50)]

    assert len(news()) == 50
    late = {ABOVE + seq % BOOKINGS for seq in range(last - 999, last + 1)}
    assert store.changed_since(last - 1000, Assignment, week) == late & set(week)
    found = (
        measured("has anything changed", 200, store.data_version),
        measured("the last 50 changes, of 1,000,000", 20, news),
        measured("which of a week's 2,500 bookings changed since, of 1,000,000", 20, _changed(store, last, week)),
        measured("the caller's last step, of 1,000,000", 20, lambda: store.journal.next_undo("Person 3")),
    )
    assert all(figure.p50 < 20 * figure.loop for figure in found)


def _changed(store: Store, last: int, week: list[int]) -> Any:
    return lambda: store.changed_since(last - 100_000, Assignment, week)
