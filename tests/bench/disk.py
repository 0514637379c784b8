"""What the disk costs here: a raw fsync, and large files made faster than the guard would let bookings in."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from techsched.model.assignment import Assignment
from techsched.model.change import Change, created
from techsched.model.engagement import Placement
from techsched.model.growth import wall_text
from techsched.model.hours import week_hours
from techsched.model.kinds import Mode
from techsched.model.row import Row
from techsched.model.sentence import Sentence
from techsched.model.span import HOUR
from techsched.model.wall import instant
from techsched.store import Store, guard
from techsched.store.codec import codec
from techsched.store.engine import Connection, connect
from tests.rows import NOW, ZONE, client, engagement, line, office, site, technician

FIRST = date(2026, 1, 1)
PEOPLE = 500
ABOVE = 1_000_000
"""Ids of bookings begin above it."""
_BLOCK = b"\0" * 4096


def wall(run: Callable[[], object]) -> float:
    """Seconds on the wall: waiting for a disk is no processor time."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def raw_fsync(folder: Path) -> Callable[[], float]:
    """Gives, each time it is called, the seconds of one block appended, as to a log, and made to last."""
    held = os.open(folder / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def once() -> None:
        os.write(held, _BLOCK)
        os.fsync(held)

    return lambda: wall(once)


def times(one: float, other: float) -> str:
    return f"{one / other:.3g} x"


def microseconds(seconds: float) -> str:
    return f"{seconds * 1e6:.1f} µs"


def new_store(path: Path, *more: Row) -> Store:
    """A file in which `PEOPLE` technicians are placed at one client, each on a place of their own."""
    store = Store.create(path)
    desk = line("Helpdesk", week_hours(range(7), 9 * 60, 17 * 60), headcount=PEOPLE)
    rows: list[Row] = [office(), client("Centro"), site(), engagement(), desk]
    for n in range(1, PEOPLE + 1):
        rows.append(technician(f"P{n}", id=n, code=f"T{n:04d}"))
        rows.append(Placement(id=n, line_id=desk.id, place=n, technician_id=n, first=FIRST))
    store.apply(Change(Sentence("undo.draft"), created(*rows, *more)), who="bench", at=NOW, kind="system")
    return store


def bookings(count: int, skip: int = 0) -> Iterator[tuple[Any, ...]]:
    """Stored values of the first `count` days of work, without the first `skip`: nine to five, all people on a day."""
    held = codec(Assignment)
    (template,) = held.values([_booked(0)])
    place = {name: held.names.index(name) for name in held.names}
    values = list(template)
    for n in range(skip, count):
        who = n % PEOPLE
        if n == skip or not who:
            (template,) = held.values([_booked(n // PEOPLE)])
            values = list(template)
        values[place["id"]] = ABOVE + n
        for name in ("technician_id", "placement_id", "place"):
            values[place[name]] = who + 1
        yield tuple(values)


def _booked(offset: int) -> Assignment:
    day = FIRST + timedelta(days=offset)
    start = instant(day, 9 * 60, ZONE)
    return Assignment(
        id=1,
        technician_id=1,
        start=start,
        end=start + 8 * HOUR,
        day=day,
        zone=ZONE,
        wall_start=wall_text(start, ZONE),
        wall_end=wall_text(start + 8 * HOUR, ZONE),
        mode=Mode.ON_SITE,
        placement_id=1,
        version=1,
    )


@contextmanager
def filling(path: Path, triggers: dict[str, str]) -> Iterator[Connection]:
    """A transaction that nobody guards and that need not last, for rows that are known to be right."""
    db = connect(path)
    db.execute("PRAGMA synchronous=OFF")
    db.execute("PRAGMA cache_size=-500000")
    db.execute("BEGIN IMMEDIATE")
    for name in triggers:
        db.execute(f"DROP TRIGGER {name}")
    yield db
    for text in triggers.values():
        db.execute(text)
    db.execute("COMMIT")
    db.close()


def fill(path: Path, count: int, skip: int = 0) -> None:
    """Writes bookings that do not meet."""
    with filling(path, guard.TRIGGERS) as db:
        db.executemany(codec(Assignment).insert, bookings(count, skip))


def unguard(db: Connection) -> None:
    for name in guard.TRIGGERS:
        db.execute(f"DROP TRIGGER {name}")


def median(seconds: list[float]) -> float:
    return statistics.median(seconds)
