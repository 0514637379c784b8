from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched.model.span import HOUR, MINUTE, Days, Instant
from techsched.model.wall import day_span, instant, local
from ui.board.scale import CELL_FROM, CELL_TO, LEAST, MINUTE_VIEW, MOST, Scale, day_scale, week_scale

MADRID = "Europe/Madrid"
ZONES = (MADRID, "Atlantic/Canary", "America/New_York", "Asia/Tokyo", "UTC", "Australia/Lord_Howe")
WEEK = Days(date(2026, 11, 23), date(2026, 11, 30))
SHORT, LONG = date(2026, 3, 29), date(2026, 10, 25)

first_days = st.dates(date(2024, 1, 1), date(2030, 12, 1))
widths = st.floats(LEAST, MOST, allow_nan=False)


@st.composite
def scales(draw: st.DrawFn, width: st.SearchStrategy[float] = widths) -> Scale:
    start = draw(first_days)
    days = Days(start, start + timedelta(days=draw(st.integers(1, 9))))
    per_day = draw(width)
    return Scale(days, draw(st.sampled_from(ZONES)), per_day, per_day * draw(st.floats(0.1, 1.0)))


@st.composite
def with_moments(draw: st.DrawFn, count: int = 2) -> tuple[Scale, list[Instant]]:
    """A scale and moments around it, also before its first day and after its last."""
    scale = draw(scales())
    first = day_span(scale.days.first, scale.zone).start
    last = day_span(scale.days.last or scale.days.first, scale.zone).end
    moment = st.integers(first - 30 * HOUR, last + 30 * HOUR)
    return scale, sorted(draw(moment) for _ in range(count))


def clock(moment: Instant) -> str:
    return local(moment, MADRID).strftime("%a %d %H:%M")


@given(with_moments())
def test_later_is_never_further_left(found: tuple[Scale, list[Instant]]) -> None:
    scale, (early, late) = found
    assert scale.x(early) <= scale.x(late)
    assert 0 <= scale.x(early) and scale.x(late) <= scale.width


@given(scales(), st.floats(-500, 20_000), st.floats(0, 3000), st.sampled_from([1, 15, 30]))
def test_further_right_is_never_earlier(scale: Scale, x: float, more: float, snap: int) -> None:
    assert scale.instant(x, snap) <= scale.instant(x + more, snap)
    assert scale.day_at(x) <= scale.day_at(x + more)


@given(scales(st.floats(MINUTE_VIEW, MOST)), st.data())
def test_to_the_minute_every_minute_comes_back(scale: Scale, data: st.DataObject) -> None:
    first = day_span(scale.days.first, scale.zone).start
    last = day_span(scale.days.last or scale.days.first, scale.zone).end
    moment = data.draw(st.integers(0, (last - first) // MINUTE)) * MINUTE + first
    assert scale.instant(scale.x(moment)) == moment


@given(scales(st.floats(120, MINUTE_VIEW - 1)), st.data())
def test_in_a_cell_every_minute_of_its_hours_comes_back(scale: Scale, data: st.DataObject) -> None:
    day = scale.days.first + timedelta(days=data.draw(st.integers(0, scale.days.count - 1)))
    moment = instant(day, data.draw(st.integers(CELL_FROM, CELL_TO - 1)), scale.zone)
    assert scale.left(day) <= scale.x(moment) < scale.right(day)
    assert scale.instant(scale.x(moment)) == moment


@given(scales(), st.floats(0.1, 10), st.floats(0, 1), st.floats(0, 1))
def test_zooming_keeps_what_lies_under_the_pointer(scale: Scale, factor: float, place: float, pointer: float) -> None:
    zoomed = scale.zoomed(factor)
    assert LEAST <= zoomed.per_day <= MOST
    x = pointer * 1000
    offset = place * scale.width - x
    kept = scale.anchored(zoomed, x, offset)
    there = scale.instant(x + offset)
    a_minute = max(zoomed.per_day / (CELL_TO - CELL_FROM), 0.01)
    assert zoomed.x(there) - kept == pytest.approx(x, abs=a_minute)
    if scale.by_the_minute == zoomed.by_the_minute:
        assert zoomed.anchored(scale, x, kept) == pytest.approx(min(max(offset, -x), scale.width - x), abs=1e-6)


@given(scales(), st.floats(-200, 20_000))
def test_the_day_under_a_place_is_the_one_whose_column_holds_it(scale: Scale, x: float) -> None:
    day = scale.day_at(x)
    assert day in scale.days
    if 0 <= x < scale.width:
        assert scale.left(day) <= x < scale.right(day)


@given(scales())
def test_columns_lie_side_by_side_without_gaps(scale: Scale) -> None:
    days = list(scale.days)
    assert scale.left(days[0]) == 0
    assert scale.right(days[-1]) == scale.width
    for day, after in zip(days, days[1:], strict=False):
        assert scale.right(day) == scale.left(after)
        assert scale.right(day) > scale.left(day)


@pytest.mark.parametrize(("day", "hours"), [(SHORT, 23), (LONG, 25), (date(2026, 11, 25), 24)])
def test_a_day_is_as_wide_as_it_is_long(day: date, hours: int) -> None:
    scale = day_scale(day, MADRID)
    assert scale.width == 72 * hours
    assert len(scale.ticks()) == hours
    shown = [told for _, _, told in scale.ticks()]
    assert shown.count("02:00") == {23: 0, 24: 1, 25: 2}[hours]
    places = [x for _, x, _ in scale.ticks()]
    assert [round(after - before, 6) for before, after in zip(places, places[1:], strict=False)] == [72] * (hours - 1)


def test_a_working_day_fills_its_cell() -> None:
    scale = Scale(WEEK, MADRID, 172, 48)
    wednesday = date(2026, 11, 25)
    assert scale.width == 5 * 172 + 2 * 48
    assert (scale.left(wednesday), scale.right(wednesday)) == (344, 516)
    assert scale.x(instant(wednesday, 8 * 60, MADRID)) == 344
    assert scale.x(instant(wednesday, 13 * 60 + 30, MADRID)) == 430
    assert scale.x(instant(wednesday, 19 * 60, MADRID)) == 516
    for minute, edge in ((0, 344), (7 * 60, 344), (22 * 60, 516), (24 * 60, 516)):
        assert scale.x(instant(wednesday, minute, MADRID)) == edge
    assert scale.right(date(2026, 11, 28)) - scale.left(date(2026, 11, 28)) == 48


def test_a_visit_snaps_to_half_hours_in_the_week_and_quarters_in_the_day() -> None:
    week = Scale(WEEK, MADRID, 172, 48)
    assert clock(week.instant(344 + 172 * 3 / 11, 30)) == "Wed 25 11:00"
    assert clock(week.instant(344 + 172 * 3.4 / 11, 30)) == "Wed 25 11:30"
    day = day_scale(date(2026, 11, 25), MADRID)
    assert clock(day.instant(72 * 11.8, 15)) == "Wed 25 11:45"
    assert clock(day.instant(72 * 11.8, 1)) == "Wed 25 11:48"


def test_a_week_fills_the_room_it_gets_but_stays_readable() -> None:
    assert week_scale(WEEK, MADRID, 956).width == 956
    assert week_scale(WEEK, MADRID, 300).per_day == 120
    assert not week_scale(WEEK, MADRID, 9000).by_the_minute


def test_before_and_after_the_days_lie_the_edges() -> None:
    scale = day_scale(date(2026, 11, 25), MADRID)
    assert scale.x(instant(date(2026, 11, 24), 600, MADRID)) == 0
    assert scale.x(instant(date(2026, 11, 26), 600, MADRID)) == scale.width
    assert clock(scale.instant(-50)) == "Wed 25 00:00"
    assert clock(scale.instant(scale.width + 50)) == "Thu 26 00:00"


def test_a_weekend_without_room_does_no_harm() -> None:
    scale = Scale(WEEK, MADRID, 172, 0)
    assert clock(scale.instant(scale.width)) == "Sun 29 08:00"
