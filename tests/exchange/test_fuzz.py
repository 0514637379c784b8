"""Whatever a file holds: rows, refusals, or one sentence; never anything else, and never half a company."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techsched.errors import UserError
from techsched.exchange.company import Reading
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment, Waiver
from techsched.model.client import Client, Closure, Site
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.model.visit import Visit
from techsched.words import LANGUAGES, say
from tests.exchange.files import Company, after, reading

quick = settings(
    max_examples=25,
    deadline=5000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

REFERS: dict[type[Row], dict[str, type[Row]]] = {
    Skill: {"technician_id": Technician},
    Certification: {"technician_id": Technician},
    WorkingPattern: {"technician_id": Technician},
    Absence: {"technician_id": Technician},
    Site: {"client_id": Client},
    Closure: {"client_id": Client, "site_id": Site},
    Engagement: {"client_id": Client, "site_id": Site},
    StaffingLine: {"engagement_id": Engagement},
    Placement: {"line_id": StaffingLine, "technician_id": Technician},
    Visit: {"client_id": Client, "site_id": Site},
    Assignment: {"technician_id": Technician, "placement_id": Placement},
    Waiver: {"a_id": Assignment, "b_id": Assignment},
}

NASTY = st.one_of(
    st.sampled_from(
        [
            *("", " ", "0", "-1", "1e999", "nan", "99999999999999999999", "0.5", "½", "٣", "=1+1", "'=1", "#N/A"),
            *("2026-02-30", "0001-01-01", "9999-12-31", "2026-03-29T02:30", "2026-10-25T02:30", "31/12/99"),
            *("2026-11-24T10:00+26:00", "46000", "24:00", "00:00", "23:59", "Mon-Sun", "L-V", "Chambery", "22"),
            *(
                "T1",
                "t1",
                "T9",
                "C1",
                "C2",
                "S1",
                "S2",
                "E1",
                "E2",
                "E3",
                "mixed",
                "remote",
                "draft",
                "indefinite",
            ),
            *(
                "é" * 50,
                "\ufffd",
                "Ã©",
                "\u202e",
                "a\x00b",
                "x" * 20_000,
                "Europe",
                "Atlantic/Canary",
                "../..",
                "\ud7ff",
            ),
        ]
    ),
    st.text(max_size=12),
    st.dates().map(str),
    st.integers().map(str),
)


def problems(schedule: Schedule) -> Iterator[str]:
    for table, columns in REFERS.items():
        for row in schedule.rows(table).values():
            for column, parent in columns.items():
                wanted = getattr(row, column)
                if wanted is not None and schedule.get(parent, wanted) is None:
                    yield f"{table.__name__} without {parent.__name__}"
    for visit in schedule.rows(Visit).values():
        assert visit.window is None or visit.window.seconds > 0
    for absence in schedule.rows(Absence).values():
        assert absence.away_on(absence.first, "Europe/Madrid") is not None
    for technician in schedule.rows(Technician):
        diary = schedule.diary(technician)
        for row in diary:
            for other in diary.clashes(row.start, row.end, row.id):
                if schedule.waiver_between(row, other) is None:
                    yield f"overlap without a waiver on {row.day}"


def outcome(path: Path) -> Reading | UserError:
    """Reads, and holds the reading to what every reading must keep."""
    try:
        found = reading(path)
    except UserError as told:
        for language in LANGUAGES:
            assert len(say(told.sentence, language)) < 2000
        return told
    for one in (*found.refused, *found.flagged):
        for language in LANGUAGES:
            assert len(say(one.sentence, language)) < 1000
            assert say(one.place, language).startswith(one.file)
        assert len(one.value) <= 60
    for file in found.files:
        left = [refusal for refusal in found.refused if refusal.file == file.file]
        assert file.rows == file.read + len(left)
    assert list(problems(after(found))) == []
    return found


@quick
@given(table=st.sampled_from(sorted(Company().tables)), held=st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, table: str, held: bytes) -> None:
    file = tmp_path / f"{table}.csv"
    file.write_bytes(held)
    outcome(file)


@quick
@given(
    table=st.sampled_from(sorted(Company().tables)),
    seed=st.integers(0, 2**32),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]),
    separator=st.sampled_from(",;\t"),
)
def test_bytes_of_a_company_bent_here_and_there(
    tmp_path: Path, table: str, seed: int, encoding: str, separator: str
) -> None:
    dice = random.Random(seed)
    folder = Company().write(tmp_path / "empresa", encoding=encoding, separator=separator)
    file = folder / f"{table}.csv"
    held = bytearray(file.read_bytes())
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(held))
        bend = dice.randrange(4)
        if bend == 0:
            held[place] = dice.randrange(256)
        elif bend == 1:
            del held[place : place + dice.randint(1, 30)]
        elif bend == 2:
            held[place:place] = dice.choice([b'"', b"\n", b",", b";", b"\x00", b"\xff\xfe", b"-", b"9"])
        else:
            held[place:place] = held[place : place + dice.randint(1, 200)]
        if not held:
            break
    file.write_bytes(bytes(held))
    outcome(folder)


@quick
@given(
    bends=st.lists(
        st.tuples(st.sampled_from(sorted(Company().tables)), st.integers(0, 3), st.integers(0, 30), NASTY),
        min_size=1,
        max_size=8,
    )
)
def test_cells_of_a_company_bent_here_and_there(tmp_path: Path, bends: list[tuple[str, int, int, str]]) -> None:
    company = Company()
    for table, row, column, text in bends:
        rows = company.tables[table]
        names = list(rows[0])
        rows[row % len(rows)][names[column % len(names)]] = text.encode("utf-8", "replace").decode()
    outcome(company.write(tmp_path / "empresa"))


@pytest.mark.full
def test_ten_thousand_bent_companies(tmp_path: Path) -> None:
    dice = random.Random(20261125)
    tables = sorted(Company().tables)
    for _ in range(10_000):
        folder = Company().write(tmp_path / "empresa")
        file = folder / f"{dice.choice(tables)}.csv"
        held = bytearray(file.read_bytes())
        for _ in range(dice.randint(1, 12)):
            held[dice.randrange(len(held))] = dice.randrange(256)
        file.write_bytes(bytes(held))
        outcome(folder)
