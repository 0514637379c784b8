"""Bookings cut in pieces and made one again."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched.model.assignment import Assignment
from techsched.model.booking import cut, mended
from techsched.model.change import Change, created
from techsched.model.kinds import Firmness
from techsched.model.sentence import Sentence
from techsched.model.span import MINUTE, Span
from tests.builders import booking, bookings, moment, schedule

DAY = "line Helpdesk: Mon-Fri 9-18 Centro, lunch 60 min"


def pieces(row: Assignment, taken: Span) -> tuple[Assignment, list[Assignment]]:
    return cut(row, taken, count(50_000), 1)


@given(
    st.integers(0, 107).map(lambda fives: fives * 5),
    st.integers(1, 108).map(lambda fives: fives * 5),
    st.sampled_from((None, 13 * 60, 9 * 60)),
    st.sampled_from((0, 30, 60)),
)
def test_what_is_cut_and_mended_is_what_it_was(first: int, length: int, pause_at: int | None, pause: int) -> None:
    held = schedule(DAY, "Ana: on Helpdesk Mon")
    (row,) = bookings(held, "Ana")
    begins = None if pause_at is None or not pause else row.start + (pause_at - 9 * 60) * MINUTE
    row = replace(row, break_minutes=pause, break_start=begins)
    taken = Span(row.start + first * MINUTE, row.start + (first + length) * MINUTE)
    kept, left = pieces(row, taken)
    assert sum(piece.end - piece.start for piece in (kept, *left)) == row.end - row.start
    after = held.with_(Change(Sentence("undo.draft"), created(kept, *left)))
    for piece in (kept, *left):
        whole, gone = mended(after, piece)
        assert {each.id for each in gone} == {each.id for each in left}
        if sum(each.break_minutes for each in (kept, *left)) == pause:
            assert whole == row
        assert (whole.start, whole.end, whole.wall_start, whole.wall_end) == (
            row.start,
            row.end,
            row.wall_start,
            row.wall_end,
        )


@pytest.mark.parametrize(
    "changed",
    [
        lambda piece: replace(piece, technician_id=piece.technician_id + 1),
        lambda piece: replace(piece, released_by=7),
        lambda piece: replace(piece, firmness=Firmness.TENTATIVE),
        lambda piece: replace(piece, fixed=True),
        lambda piece: replace(piece, note="back at five"),
        lambda piece: replace(piece, start=piece.start + MINUTE),
    ],
)
def test_a_piece_that_somebody_changed_stays_by_itself(changed: object) -> None:
    held = schedule(DAY, "Ana: on Helpdesk Mon")
    (row,) = bookings(held, "Ana")
    kept, left = pieces(row, Span(moment("Mon 9:00"), moment("Mon 12:00")))
    assert len(left) == 1
    other = changed(left[0])  # type: ignore[operator]
    after = held.with_(Change(Sentence("undo.draft"), created(kept, other)))
    assert mended(after, kept) == (kept, [])


def test_a_booking_that_was_never_cut_is_whole() -> None:
    held = schedule("Ana: Mon 9-11 Centro, Mon 11-12 Centro")
    for row in bookings(held, "Ana"):
        assert mended(held, row) == (row, [])
    alone = booking("Ana", "Mon 9-11")
    assert alone.part == 0
