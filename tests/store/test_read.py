"""Loading: every row of one state of the file, and only the assignments that somebody looks at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.kinds import AbsenceKind, AbsenceState, AssignmentState
from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.model.span import HOUR, Days
from techsched.model.technician import Technician
from techsched.model.wall import instant, wall_span
from techsched.store import Store
from tests.rows import ZONE, absence, booking, days, id_of, technician, visit
from tests.store.offices import Copies, everything, parents, put, standing

ANA, BERTA = id_of("technician", "Ana"), id_of("technician", "Berta")
ALWAYS = Days(date(2000, 1, 1))


def bookings(rows: list[Row]) -> set[int]:
    return {row.id for row in rows if isinstance(row, Assignment)}


def on(day: date, id: int, who: str = "Ana", start: int = 9 * 60, end: int = 17 * 60, **more: object) -> Assignment:
    return booking(who, wall_span(day, start, end, ZONE), id=id, **more)


def test_a_load_has_every_row_by_content_and_version_and_its_place_in_the_journal(store: Store) -> None:
    put(store, booking("Ana", "Mon 9-12", id=1))
    put(store, booking("Ana", "Mon 9-12", id=1, note="twice"))
    loaded = store.load(ALWAYS)
    assert {(type(row), row) for row in loaded.rows} == everything(store)
    assert len(loaded.rows) == len(parents()) + 1
    assert {row.version for row in loaded.rows if row.id == 1 and isinstance(row, Assignment)} == {2}
    assert loaded.seq == store.last_seq() == 3


def test_rows_come_parents_before_children(store: Store) -> None:
    places = [TABLES.index(type(row)) for row in store.load(ALWAYS).rows]
    assert places == sorted(places)


def test_the_window_holds_its_first_day_and_not_the_day_after_its_last(store: Store) -> None:
    put(store, visit("V1", outcome="completed"))
    put(store, *(booking("Ana", f"{day} 9-12", id=n) for n, day in enumerate(("Mon", "Tue", "Thu", "Fri"), 1)))
    assert bookings(store.load(days("Tue-Thu")).rows) == {2, 3}
    assert bookings(store.load(Days(days("Thu").first)).rows) == {3, 4}
    assert bookings(store.load_more(days("Mon-Tue")).rows) == {1, 2}
    assert all(isinstance(row, Assignment) for row in store.load_more(days("Mon-Tue")).rows)


def test_a_night_belongs_to_the_day_on_which_it_starts(store: Store) -> None:
    put(store, visit("V1", outcome="completed"), booking("Ana", "Mon 22-6", id=1))
    assert bookings(store.load(days("Mon")).rows) == {1}
    assert bookings(store.load(days("Tue")).rows) == set()


def test_what_a_booking_covers_or_was_released_for_comes_with_it(store: Store) -> None:
    base = booking("Ana", "Mon 9-12", id=1)
    cover = booking("Berta", "Tue 9-12", id=2, visit_id=None, covers=1)
    chain = booking("Ana", "Wed 9-12", id=3, visit_id=None, covers=2)
    freed = booking("Berta", "Thu 9-12", id=4, released_by=5)
    there = booking("Berta", "Sun+2 9-12", id=5)
    put(store, visit("V1", outcome="completed"), base, cover, chain, freed, there)
    assert bookings(store.load(days("Wed")).rows) == {1, 2, 3}
    assert bookings(store.load(days("Thu")).rows) == {4, 5}


def test_an_open_visit_brings_its_bookings_from_beyond_the_window(store: Store) -> None:
    put(store, booking("Ana", "Mon+9 9-12", id=1), booking("Ana", "Mon-9 9-12", id=2, visit_id=id_of("visit", "V2")))
    put(store, visit("V2", outcome="no_access"))
    assert bookings(store.load(days("Mon")).rows) == {1}


def test_reading_takes_one_state_of_the_file(store: Store) -> None:
    other = Store.open(store.path)
    before = store.data_version()
    put(other, technician("Eva"))
    assert store.data_version() != before
    seen = store.data_version()
    put(store, technician("Luz"))
    assert store.data_version() == seen, "our own writes are no news"
    assert {row.name for row in store.rows(Technician)} == {"Ana", "Berta", "Eva", "Luz"}
    other.close()


# minutes before the window


def test_minutes_before_the_window_are_those_of_its_year_less_breaks(store: Store) -> None:
    put(
        store,
        on(date(2026, 1, 1), 1),
        on(date(2026, 3, 2), 2, break_minutes=60),
        on(date(2025, 12, 31), 3),
        on(date(2026, 3, 3), 4),
        on(date(2026, 3, 2), 5, "Berta", state=AssignmentState.DONE),
    )
    assert store.load(Days(date(2026, 3, 3))).earlier == {(ANA, 2026): 8 * 60 + 7 * 60, (BERTA, 2026): 8 * 60}
    assert store.load(Days(date(2026, 1, 1))).earlier == {}
    assert store.load_more(Days(date(2026, 3, 2), date(2026, 3, 9))).earlier == {(ANA, 2026): 8 * 60}


def test_withdrawn_and_released_bookings_were_not_worked(store: Store) -> None:
    day = date(2026, 3, 2)
    put(
        store,
        on(day, 1, state=AssignmentState.WITHDRAWN),
        on(day, 2, "Berta"),
        on(day, 3, released_by=2),
    )
    assert store.load(Days(date(2026, 4, 1))).earlier == {(BERTA, 2026): 8 * 60}


@pytest.mark.parametrize(
    ("away", "worked"),
    [
        (absence("Ana", date(2026, 3, 2), date(2026, 3, 3)), 0),
        (absence("Ana", date(2026, 3, 2)), 0),
        (absence("Ana", date(2026, 3, 2), date(2026, 3, 3), state=AbsenceState.REQUESTED), 8),
        (absence("Ana", date(2026, 3, 3), date(2026, 3, 4)), 8),
        (absence("Ana", date(2026, 2, 1), date(2026, 3, 2)), 8),
        (absence("Ana", date(2026, 3, 2), date(2026, 3, 3), from_minute=16 * 60), 0),
        (absence("Ana", date(2026, 3, 2), date(2026, 3, 3), from_minute=17 * 60), 8),
        (absence("Ana", date(2026, 3, 1), date(2026, 3, 3), to_minute=9 * 60), 8),
        (absence("Berta", date(2026, 3, 2), date(2026, 3, 3)), 8),
    ],
)
def test_a_booking_under_an_absence_counts_no_hours(store: Store, away: Row, worked: int) -> None:
    put(store, on(date(2026, 3, 2), 1), away)
    assert store.load(Days(date(2026, 4, 1))).earlier.get((ANA, 2026), 0) == worked * 60


def test_an_absence_is_read_on_the_technicians_own_clock(store: Store) -> None:
    # nine to five in Madrid is 8 to 16 on Gran Canaria, where half past four is later than all of it
    put(store, replace(technician("Ana"), zone="Atlantic/Canary"), on(date(2026, 3, 2), 1))
    put(store, absence("Ana", date(2026, 3, 2), date(2026, 3, 3), from_minute=16 * 60 + 30))
    assert store.load(Days(date(2026, 4, 1))).earlier == {(ANA, 2026): 8 * 60}


def earlier_by_hand(rows: list[Row], before: date) -> dict[tuple[int, int], int]:
    zones = {row.id: row.zone for row in rows if isinstance(row, Technician)}
    absences = [row for row in rows if isinstance(row, Absence) and row.stands]
    found: dict[tuple[int, int], int] = {}
    for row in rows:
        if not isinstance(row, Assignment) or not row.occupies or not date(before.year, 1, 1) <= row.day < before:
            continue
        zone = zones[row.technician_id]
        first = row.day - timedelta(days=2)
        near = [first + timedelta(days=n) for n in range(6)]
        stretches = [
            stretch
            for held in absences
            if held.technician_id == row.technician_id
            for day in near
            if (stretch := held.away_on(day, zone)) is not None
        ]
        if not any(stretch.overlaps(row.span) for stretch in stretches):
            key = (row.technician_id, before.year)
            found[key] = found.get(key, 0) + row.worked_minutes
    return {key: minutes for key, minutes in found.items() if minutes}


march = st.integers(1, 12).map(lambda n: date(2026, 3, n))


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(march, st.integers(0, 23), st.integers(1, 47)), min_size=1, max_size=6, unique_by=lambda r: r[0]
    ),
    st.lists(
        st.tuples(march, st.none() | st.integers(1, 4), *(st.none() | st.integers(0, 24) for _ in range(2))), max_size=4
    ),
    march,
)
def test_minutes_before_the_window_are_what_a_person_would_count(
    copies: Copies,
    worked: list[tuple[date, int, int]],
    away: list[tuple[date, int | None, int | None, int | None]],
    before: date,
) -> None:
    store = copies.store()
    store._db.execute("PRAGMA synchronous=OFF")
    for trigger in ("insert", "update"):
        store._db.execute(f"DROP TRIGGER assignment_guard_{trigger}")
    rows: list[Row] = []
    for n, (day, hour, length) in enumerate(worked):
        start = instant(day, hour * 60, ZONE)
        rows.append(replace(on(day, n + 1), start=start, end=start + length * HOUR))
    for n, (first, length, from_hour, to_hour) in enumerate(away):
        after = None if length is None else first + timedelta(days=length)
        hours = {
            "from_minute": None if from_hour is None else from_hour * 60,
            "to_minute": None if to_hour is None else to_hour * 60,
        }
        rows.append(absence("Ana", first, after, id=n + 1, kind=AbsenceKind.SICK, **hours))
    put(store, *rows)
    loaded = store.load(Days(before))
    assert loaded.earlier == earlier_by_hand([row for _, row in everything(store)], before)
    store.close()


def test_an_office_can_be_read_alone(store: Store) -> None:
    found = store.office()
    assert found is not None and found == standing(store, found)
