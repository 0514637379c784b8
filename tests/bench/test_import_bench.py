"""What taking in a company of 60 costs, its checks included, beside writing the same rows without a question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from techsched.clock import FixedClock
from techsched.desk.desk import Desk
from techsched.desk.founding import new_office
from techsched.desk.importing import ImportRows, read_in
from techsched.exchange.reading import Reading
from techsched.model.change import Change
from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.store import guard
from techsched.store.codec import codec
from techsched.store.engine import connect
from tests.bench.calibration import cpu, loop
from tests.bench.disk import median, times
from tests.rows import NOW

MEDIUM = Path(__file__).resolve().parents[3] / "shared" / "data" / "company-medium"
MOST = 100
"""Times the rows by executemany."""

pytestmark = pytest.mark.skipif(not MEDIUM.is_dir(), reason="the folder company-medium is not here")


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Path]:
    """New files, each with an empty office."""

    def make() -> Iterator[Path]:
        for n in count():
            file = tmp_path / f"office-{n}.db"
            office = new_office("madrid", "es", count(NOW << 30), holidays=False)
            Desk.create(str(file), office, who="bench", clock=FixedClock(NOW)).close()
            yield file

    return make()


def test_import_of_the_medium_company(files: Iterator[Path]) -> None:
    held = loop()
    parts: dict[str, list[float]] = {"reading": [], "checking": [], "storing": [], "undoing": []}
    wholes: list[float] = []
    change: Change | None = None
    for _ in range(3):
        desk = Desk.open(str(next(files)), who="bench", clock=FixedClock(NOW))
        found: list[Reading] = []
        parts["reading"].append(cpu(lambda desk=desk, found=found: found.append(read_in(desk, [MEDIUM]))))
        change = found[0].change
        command = ImportRows(change)
        parts["checking"].append(cpu(lambda desk=desk, command=command: desk.preview(command)))
        done = cpu(lambda desk=desk, command=command: desk.do(command))
        parts["storing"].append(done - parts["checking"][-1])
        wholes.append(parts["reading"][-1] + done)
        parts["undoing"].append(cpu(desk.undo))
        desk.close()
    assert change is not None
    raw, bare = (_by_executemany(next(files), change, guarded) for guarded in (True, False))
    whole = median(wholes)
    print(f"{len(change.edits):,} rows by executemany: {raw * 1e3:.0f} ms, {bare * 1e3:.0f} ms without the guard")
    print(f"import of the medium company: {whole:.2f} s ({whole / held:.3g} loops), {times(whole, raw)} executemany")
    for name, seconds in parts.items():
        print(f"  {name}: {median(seconds):.2f} s, {times(median(seconds), raw)} executemany")
    assert whole <= MOST * raw


def _by_executemany(file: Path, change: Change, guarded: bool) -> float:
    """Seconds of processor time for the rows of the change, table by table, committed."""
    by_table: dict[type[Row], list[Any]] = {}
    for edit in change.edits:
        by_table.setdefault(edit.table, []).append(edit.row)
    # bookings last: waivers stand before the overlaps that they allow
    order = sorted(by_table, key=lambda table: (table.__name__ == "Assignment", TABLES.index(table)))
    written = [(codec(table).insert, codec(table).values(by_table[table])) for table in order]
    db = connect(file)
    if not guarded:
        for name in guard.TRIGGERS:
            db.execute(f"DROP TRIGGER {name}")

    def write() -> None:
        db.execute("BEGIN IMMEDIATE")
        for statement, rows in written:
            db.executemany(statement, rows)
        db.execute("COMMIT")

    took = cpu(write)
    db.close()
    return took
