"""Half-open stretches of instants and of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched.model.span import FAR_FUTURE, ONE_DAY, Days, Span, runs

FIRST = date(2026, 11, 20)

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 20))
ranges = st.builds(
    lambda offset, length: Days(
        FIRST + timedelta(days=offset), None if length is None else FIRST + timedelta(days=offset + length)
    ),
    st.integers(0, 20),
    st.none() | st.integers(1, 12),
)


def instants(span: Span) -> set[int]:
    return set(range(span.start, span.end))


def in_reach(days: Days) -> set[date]:
    """The days of a range within five weeks: an open one goes on to their end."""
    return {day for offset in range(35) if (day := FIRST + timedelta(days=offset)) in days}


@given(one=spans, other=spans)
def test_spans_are_sets_of_instants(one: Span, other: Span) -> None:
    shared = instants(one) & instants(other)
    assert one.overlaps(other) == bool(shared)
    common = one.common(other)
    assert (set() if common is None else instants(common)) == shared
    assert one.covers(other) == (instants(other) <= instants(one))
    assert one.seconds == len(instants(one))
    assert one.shifted(7) == Span(one.start + 7, one.end + 7)


@given(span=spans, instant=st.integers(-2, 70))
def test_a_span_holds_its_start_and_not_its_end(span: Span, instant: int) -> None:
    assert span.holds(instant) == (instant in instants(span))


def test_a_span_tells_whole_minutes() -> None:
    assert [Span(0, seconds).minutes for seconds in (59, 60, 119, 120)] == [0, 1, 1, 2]


@pytest.mark.parametrize("end", [5, 4])
def test_nothing_ends_before_it_starts(end: int) -> None:
    with pytest.raises(ValueError, match="end after"):
        Span(5, end)
    with pytest.raises(ValueError, match="end after"):
        Days(FIRST, FIRST - (5 - end) * ONE_DAY)


@given(one=ranges, other=ranges)
def test_ranges_are_sets_of_days(one: Days, other: Days) -> None:
    shared = in_reach(one) & in_reach(other)
    assert one.overlaps(other) == bool(shared)
    common = one.common(other)
    assert (set() if common is None else in_reach(common)) == shared


@given(days=ranges)
def test_a_closed_range_counts_and_lists_its_days(days: Days) -> None:
    if days.after is None:
        assert days.last is None
        assert FAR_FUTURE in days
        with pytest.raises(ValueError):
            _ = days.count
        with pytest.raises(ValueError):
            list(days)
    else:
        assert list(days) == sorted(in_reach(days))
        assert days.count == len(list(days))
        assert days.last == list(days)[-1]
        assert Days.through(days.first, days.last) == days


def test_one_day_and_no_end() -> None:
    assert list(Days.single(FIRST)) == [FIRST]
    assert Days.through(FIRST, None) == Days(FIRST)


@given(days=st.sets(st.integers(0, 30)).map(lambda found: sorted(FIRST + timedelta(days=n) for n in found)))
def test_runs_hold_every_day_once_and_never_touch(days: list[date]) -> None:
    found = runs(days)
    assert [day for run in found for day in run] == days
    for one, other in zip(found, found[1:], strict=False):
        assert one.after is not None
        assert one.after < other.first
