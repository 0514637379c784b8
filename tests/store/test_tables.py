"""Every field of every row has its column, and comes back as it went in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from techsched.model.kinds import Mode
from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.store.codec import codec, differing
from techsched.store.engine import Connection, connect, dbapi, engine
from techsched.store.tables import METADATA, TABLE_OF
from tests.rows import booking, id_of, placement, span, technician, visit
from tests.store.offices import Copies, any_row, parents, waiver

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)


@each_table
def test_columns_are_the_fields_in_their_order(table: type[Row]) -> None:
    assert [column.name for column in TABLE_OF[table].columns] == [field.name for field in fields(table)]


def test_tables_are_named_in_whole_words_and_singular() -> None:
    assert {table.name for table in TABLE_OF.values()} >= {
        "technician",
        "working_pattern",
        "staffing_line",
        "assignment",
    }
    assert all(constraint.name for table in METADATA.tables.values() for constraint in table.constraints)


@pytest.fixture(scope="module")
def loose(copies: Copies) -> Iterator[Connection]:
    """A file that lets rows refer to nothing."""
    db = connect(copies.path())
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("PRAGMA synchronous=OFF")
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    yield db
    db.close()


def emptied(db: Connection) -> None:
    for table in TABLE_OF.values():
        db.execute(f"DELETE FROM {table.name}")


@each_table
def test_a_row_comes_back_as_it_went_in(loose: Connection, table: type[Row]) -> None:
    held = codec(table)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(any_row(table))
    def there_and_back(row: Row) -> None:
        emptied(loose)
        loose.executemany(held.insert, held.values([row]))
        (back,) = held.rows(loose.execute(held.select).fetchall())
        assert back == row
        assert back.version == row.version
        assert {name: type(getattr(back, name)) for name in held.names} == {
            name: type(getattr(row, name)) for name in held.names
        }

    there_and_back()


@each_table
def test_an_image_holds_the_whole_row_and_a_difference_leads_from_one_to_the_other(table: type[Row]) -> None:
    held = codec(table)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.tuples(any_row(table), any_row(table)))
    def there_and_back(rows: tuple[Row, Row]) -> None:
        one, other = held.values(rows)
        whole = held.whole(json.loads(held.image(one)))
        before, after = map(json.loads, held.images(one, other, differing(one, other)))
        images = (whole, {**whole, **after}, {**whole, **after, **before})
        assert held.of_images(images) == [rows[0], rows[1], rows[0]]

    there_and_back()


def test_sqlalchemy_reads_the_same_values_as_the_codec(copies: Copies) -> None:
    path = copies.path()
    with engine(path).connect() as connection:
        for row in parents():
            table = TABLE_OF[type(row)]
            found = connection.execute(select(table).where(table.c.id == row.id)).mappings().one()
            assert type(row)(**found) == row


def refused(db: Connection, row: Row) -> str:
    """The name of the check that refuses the row."""
    with pytest.raises(dbapi.IntegrityError) as told:
        db.executemany(codec(type(row)).insert, codec(type(row)).values([row]))
    return str(told.value)


NINE = span("Mon 9-17")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (booking("Ana", "Mon 9-17", end=NINE.start), "end_start"),
        (booking("Ana", "Mon 9-17", end=NINE.start + 48 * 3600 + 1), "longest"),
        (booking("Ana", "Mon 9-17", visit_id=None), "what_for"),
        (booking("Ana", "Mon 9-17", visit_id=1, placement_id=2), "what_for"),
        (booking("Ana", "Mon 9-17", visit_id=1, covers=2), "what_for"),
        (booking("Ana", "Mon 9-17", id=7, visit_id=None, covers=7), "itself"),
        (booking("Ana", "Mon 9-17", break_minutes=8 * 60 + 1), "break_minutes"),
        (booking("Ana", "Mon 9-17", mode=Mode.MIXED), "one_mode"),
        (visit("V9", people=3), "people"),
        (visit("V9", window_from=10, window_to=10), "window_to_window_from"),
        (visit("V9", outcome="vanished"), "outcome"),
        (placement("Ana", "Helpdesk", technician().employed_from, technician().employed_from), "after_first"),
        (waiver(booking("Ana", "Mon 9-11", id=1), booking("Ana", "Mon 11-12", id=2)), "overlap"),
    ],
)
def test_impossible_rows_are_refused_by_name(loose: Connection, row: Row, why: str) -> None:
    emptied(loose)
    assert f"_{why}" in refused(loose, row)


def test_a_choice_that_is_none_is_refused(loose: Connection) -> None:
    emptied(loose)
    held = codec(type(technician()))
    values = list(held.values([technician()])[0])
    values[held.names.index("profile")] = "Astronaut"
    with pytest.raises(dbapi.IntegrityError, match="ck_technician_profile"):
        loose.execute(held.insert, values)


def test_a_placement_has_one_row_for_each_day_and_part(loose: Connection) -> None:
    emptied(loose)
    on = {"placement_id": id_of("placement", "x"), "visit_id": None}
    first = booking("Ana", "Mon 9-13", id=1, **on)
    held = codec(type(first))
    loose.executemany(held.insert, held.values([first, booking("Ana", "Mon 13-17", id=2, part=1, **on)]))
    assert "assignment.placement_id" in refused(loose, booking("Ana", "Mon 18-19", id=3, **on))


def test_codes_differ_by_more_than_their_case_and_empty_ones_are_none(loose: Connection) -> None:
    emptied(loose)
    held = codec(type(technician()))
    loose.executemany(held.insert, held.values([technician("Ana", code="T001"), technician("Bea", code="")]))
    loose.executemany(held.insert, held.values([technician("Eva", code="")]))
    assert "uq_technician_code" in refused(loose, technician("Luz", code="t001"))


def test_the_file_on_disk_has_whole_numbers_for_instants_and_texts_for_days(copies: Copies) -> None:
    db = connect(copies.path(), "ro")
    types = db.execute("SELECT typeof(escalated_at), typeof(due_by), typeof(skills) FROM visit").fetchone()
    assert types == ("integer", "null", "text")
    assert db.execute("SELECT first, typeof(first) FROM placement").fetchone() == ("2026-01-01", "text")
    db.close()
