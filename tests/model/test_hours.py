"""Weekly hours on the wall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from techsched.model.hours import Hours, hours_on, week_hours, weekdays_of
from tests.rows import MONDAY, pattern

FULL = week_hours(range(5), 9 * 60, 18 * 60, break_minutes=60, break_start=14 * 60)


def test_a_day_is_as_long_as_the_wall_says_and_worked_without_its_break() -> None:
    assert {(each.length, each.worked) for each in FULL} == {(540, 480)}


@pytest.mark.parametrize(
    ("start", "end", "length"), [(22 * 60, 6 * 60, 480), (0, 1440, 1440), (8 * 60, 0, 960), (1380, 1320, 1380)]
)
def test_an_end_at_or_before_the_start_is_the_next_days(start: int, end: int, length: int) -> None:
    assert Hours(0, start, end).length == length


@pytest.mark.parametrize(
    "wrong",
    [
        (7, 540, 1080),
        (-1, 540, 1080),
        (0, 1440, 60),
        (0, 540, 540),
        (0, 540, 1441),
        (0, -1, 60),
        (0, 540, 600, 60),
        (0, 540, 600, -1),
    ],
)
def test_hours_that_no_clock_shows_are_refused(wrong: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        Hours(*wrong)


def test_a_week_lists_each_weekday_once_in_order() -> None:
    assert [each.weekday for each in week_hours([4, 0, 0, 2], 540, 600)] == [0, 2, 4]


def test_the_stretches_of_a_day() -> None:
    split = (Hours(0, 540, 840), Hours(0, 960, 1140), Hours(1, 540, 1080))
    assert hours_on(split, MONDAY) == split[:2]
    assert hours_on(split, MONDAY + timedelta(days=2)) == ()


def test_a_rotation_counts_iso_weeks_from_the_week_of_its_start() -> None:
    mornings, nights = Hours(0, 6 * 60, 14 * 60), Hours(0, 22 * 60, 6 * 60, week=1)
    wednesday = MONDAY + timedelta(days=2)
    mondays = [MONDAY + timedelta(weeks=n) for n in (-1, 0, 1, 2)]
    found = [hours_on((mornings, nights), day, anchor=wednesday, cycle_weeks=2) for day in mondays]
    assert found == [(nights,), (mornings,), (nights,), (mornings,)]
    assert hours_on((mornings, nights), MONDAY + timedelta(weeks=1)) == (mornings,)


def test_a_rotation_does_not_stumble_over_week_53() -> None:
    even, odd = Hours(0, 540, 600), Hours(0, 600, 660, week=1)
    mondays = [date(2026, 12, 21) + timedelta(weeks=n) for n in range(4)]
    found = [hours_on((even, odd), day, anchor=mondays[0], cycle_weeks=2) for day in mondays]
    assert found == [(even,), (odd,), (even,), (odd,)]


def test_a_season_has_hours_of_its_own() -> None:
    august = week_hours(range(5), 8 * 60, 15 * 60)
    worn = pattern("Ana", FULL, season_from="08-01", season_to="08-31", season_hours=august)
    days = [date(2026, 7, 31), date(2026, 8, 3), date(2026, 8, 31), date(2026, 9, 1)]
    assert [worn.in_season(day) for day in days] == [False, True, True, False]
    assert [worn.on(day)[0].start for day in days] == [540, 480, 480, 540]
    assert worn.on(date(2026, 8, 1)) == ()


def test_a_season_may_run_over_the_turn_of_the_year() -> None:
    worn = pattern("Ana", FULL, season_from="12-15", season_to="01-15")
    days = [date(2026, 12, 14), date(2026, 12, 15), date(2027, 1, 15), date(2027, 1, 16)]
    assert [worn.in_season(day) for day in days] == [False, True, True, False]
    assert not pattern("Ana", FULL).in_season(date(2026, 8, 1))


def test_weekdays_as_people_write_them() -> None:
    assert weekdays_of("Mon Tue Fri") == (0, 1, 4)
    assert weekdays_of("friday,mon, MON") == (0, 4)
    with pytest.raises(ValueError, match="Lun"):
        weekdays_of("Mon Lun")
