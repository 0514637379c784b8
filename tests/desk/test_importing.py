"""Files into an office that has work already, also of days that nobody had loaded, and into a new one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from techsched.clock import FixedClock
from techsched.desk.desk import Desk
from techsched.desk.importing import ImportRows, found, read_in, read_new
from techsched.desk.pen import Pen
from techsched.model.assignment import Assignment, Waiver
from techsched.model.holiday import Holiday
from techsched.model.kinds import Because, Rule
from techsched.model.row import fresh_ids
from techsched.model.span import Days
from techsched.model.technician import Technician
from tests.desk.finding import all_rows, stored_rows
from tests.exchange.files import Company
from tests.rows import NOW

SUMMER = Days(date(2026, 7, 1), date(2026, 8, 1))


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A new office of two people; Ana is placed from July to December, at 15:00 to 19:00."""
    folder = Company().write(tmp_path / "empresa")
    pen = Pen("marta", NOW, fresh_ids(NOW))
    made, read = read_new([folder], "madrid", "es", pen)
    assert read.refused == ()
    found(str(tmp_path / "office.db"), made, read, who="marta", clock=FixedClock(NOW))
    return str(tmp_path / "office.db")


@pytest.fixture
def desk(file: str) -> Iterator[Desk]:
    held = Desk.open(file, who="marta", clock=FixedClock(NOW))
    yield held
    held.close()


def more(folder: Path, starts: str, ends: str) -> Path:
    """Another engagement, of the afternoons, and Ana on it."""
    company = Company().only("engagements", "assignments")
    for table in company.tables.values():
        del table[:-1]
    company.set("engagements", 2, id="E9", kind="month", status="confirmed", starts_on=starts, ends_on=ends)
    company.set("engagements", 2, from_time="16:00", to_time="20:00", required_skills="")
    company.set("assignments", 2, id="A9", technician_id="T1", engagement_id="E9", starts_on=starts, ends_on=ends)
    return company.write(folder / "mas")


def overlaps(desk: Desk) -> list[tuple[Assignment, Assignment]]:
    ana = next(t for t in desk.schedule.rows(Technician).values() if t.code == "T1")
    rows = [row for row in desk.schedule.diary(ana.id).rows if row.occupies]
    return [(a, b) for n, a in enumerate(rows) for b in rows[n + 1 :] if a.end > b.start and b.end > a.start]


def test_a_new_office_is_what_the_files_hold(desk: Desk) -> None:
    assert {t.code for t in desk.schedule.rows(Technician).values()} == {"T1", "T2"}
    assert len(desk.schedule.rows(Holiday)) == 3
    assert [entry.kind for entry in desk.history()] == ["do", "system"]


def test_clashes_of_days_that_nobody_had_loaded_are_kept_too(desk: Desk, tmp_path: Path) -> None:
    assert desk.window.first > SUMMER.first, "July is not loaded"
    read = read_in(desk, [more(tmp_path, "2026-07-01", "2026-07-31")])
    assert read.refused == () and read.clashes == 23
    desk.do(ImportRows(read.change))
    pairs = overlaps(desk)
    assert len(pairs) == 23
    for one, other in pairs:
        waiver = desk.schedule.waiver_between(one, other)
        assert waiver is not None and waiver.because is Because.IMPORTED
    clashes = [c for c in desk.check(SUMMER) if c.rule is Rule.DOUBLE_BOOKING]
    assert len(clashes) == 23 and all(c.kept for c in clashes)


def test_the_step_is_undone_by_whoever_opens_the_file_next(desk: Desk, file: str, tmp_path: Path) -> None:
    before = all_rows(desk)
    desk.do(ImportRows(read_in(desk, [more(tmp_path, "2026-07-01", "2026-07-31")]).change))
    desk.close()
    again = Desk.open(file, who="marta", clock=FixedClock(NOW))
    again.undo()
    assert not again.schedule.rows(Waiver)
    assert {key: row for key, row in all_rows(again).items() if key in before} == before
    assert stored_rows(again) == all_rows(again)
    again.close()


def test_reading_alone_writes_nothing(desk: Desk, file: str, tmp_path: Path) -> None:
    before = Path(file).read_bytes()
    assert read_in(desk, [more(tmp_path, "2026-07-01", "2026-07-31")]).change.edits
    assert Path(file).read_bytes() == before
    assert len(desk.history()) == 2
