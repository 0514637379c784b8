"""One technician's bookings against a plain list of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from techsched.model.assignment import LONGEST, Assignment
from techsched.model.diary import Diary
from techsched.model.span import HOUR, Span
from tests.rows import booking, moment

START = moment("Mon 0:00")


@st.composite
def rows(draw: st.DrawFn, first_id: int = 1) -> list[Assignment]:
    """Bookings of any length up to two days, some released for a cover, on the hours of a week."""
    found = []
    for id in range(first_id, first_id + draw(st.integers(0, 12))):
        start = START + draw(st.integers(0, 160)) * HOUR
        length = draw(st.sampled_from((1, 2, 8, 24, 47, LONGEST // HOUR))) * HOUR
        released = draw(st.sampled_from((None, None, 99)))
        found.append(booking("Ana", Span(start, start + length), id=id, released_by=released))
    return found


hours = st.integers(-50, 220).map(lambda n: START + n * HOUR)
lengths = st.integers(1, 60).map(lambda n: n * HOUR)


def ids(found: list[Assignment]) -> list[int]:
    return [row.id for row in found]


def by_start(found: list[Assignment]) -> list[Assignment]:
    return sorted(found, key=lambda row: (row.start, row.end, row.id))


@given(held=rows(), start=hours, length=lengths, but=st.integers(0, 12))
def test_what_lies_in_a_window(held: list[Assignment], start: int, length: int, but: int) -> None:
    diary, end = Diary(held), start + length
    met = [row for row in by_start(held) if row.start < end and start < row.end]
    assert ids(diary.overlapping(start, end)) == ids(met)
    assert ids(diary.clashes(start, end, but)) == ids([row for row in met if row.occupies and row.id != but])
    began = [row for row in by_start(held) if start <= row.start < end and row.occupies]
    assert ids(diary.starting(start, end)) == ids(began)


@given(held=rows(), at=hours)
def test_who_comes_before_and_after(held: list[Assignment], at: int) -> None:
    diary = Diary(held)
    taken = [row for row in by_start(held) if row.occupies]
    earlier, later = [row for row in taken if row.start < at], [row for row in taken if row.start >= at]
    assert diary.before(at) == (earlier[-1] if earlier else None)
    assert diary.after(at) == (later[0] if later else None)


@given(held=rows(), come=rows(first_id=20), gone=st.sets(st.integers(1, 12)))
def test_a_changed_diary_is_one_written_afresh(held: list[Assignment], come: list[Assignment], gone: set[int]) -> None:
    before = Diary(held)
    after = before.with_(gone, come)
    fresh = Diary([*(row for row in held if row.id not in gone), *come])
    assert (after.rows, after.starts) == (fresh.rows, fresh.starts)
    assert ids(before.rows) == ids(by_start(held))
    assert len(after) == len(fresh)
    assert list(after) == fresh.rows


def test_a_row_of_two_days_is_seen_from_its_last_hour() -> None:
    long = booking("Ana", Span(START, START + LONGEST))
    assert Diary([long]).clashes(START + LONGEST - HOUR, START + LONGEST) == [long]
    assert Diary([long]).clashes(START + LONGEST, START + LONGEST + HOUR) == []


def test_a_moved_row_is_in_its_new_place() -> None:
    row = booking("Ana", "Mon 9-10", id=1)
    moved = replace(row, start=row.start + 24 * HOUR, end=row.end + 24 * HOUR)
    assert Diary([row, booking("Ana", "Mon 11-12", id=2)]).with_({1}, [moved]).rows[-1] is moved
