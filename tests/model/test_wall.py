"""Wall time: the cases that must come out exactly, whatever zone the machine is in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import WEEKLY, rrule
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from techsched.model.diary import Diary
from techsched.model.hours import Hours, week_hours
from techsched.model.span import HOUR, MINUTE, ONE_DAY, Days, Span
from techsched.model.wall import (
    Week,
    at,
    clock_minute,
    clock_text,
    day_of,
    day_span,
    days_span,
    instant,
    is_zone,
    local,
    minute_of,
    month_later,
    offset_minutes,
    reading,
    same_clock,
    spans_of,
    utc_text,
    wall_span,
)
from tests.rows import booking

MADRID, CANARY, LISBON = "Europe/Madrid", "Atlantic/Canary", "Europe/Lisbon"
MACHINES = ("UTC", "Europe/Madrid", "Atlantic/Canary", "Asia/Tokyo", "America/New_York")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.fixture(autouse=True, params=MACHINES)
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the computer thinks it is. Windows knows its own zone only."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot be moved to another zone")
    with monkeypatch.context() as moved:
        moved.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def utc(text: str, zone: str = MADRID, fold: int = 0) -> str:
    return utc_text(at(wall(text), zone, fold))


def in_madrid(text: str, zone: str) -> str:
    return f"{local(at(wall(text), zone), MADRID):%d %b %H:%M}"


def test_1_half_past_two_does_not_exist_in_madrid_on_29_march() -> None:
    read = reading(wall("2026-03-29 02:30"), MADRID)
    assert read.kind == "gap"
    assert [utc_text(moment) for moment in read.instants] == ["2026-03-29T01:30:00Z"]
    assert utc("2026-03-29 02:30") == "2026-03-29T01:30:00Z"
    assert f"{local(read.instants[0], MADRID):%H:%M}" == "03:30"
    assert [reading(wall(f"2026-03-29 {clock}"), MADRID).kind for clock in ("01:59", "02:00", "02:59", "03:00")] == [
        "exact",
        "gap",
        "gap",
        "exact",
    ]


def test_2_the_same_instant_is_skipped_in_the_canaries_an_hour_earlier_on_the_wall() -> None:
    read = reading(wall("2026-03-29 01:30"), CANARY)
    assert read.kind == "gap"
    assert utc_text(read.instants[0]) == "2026-03-29T01:30:00Z"
    assert utc("2026-03-29 02:30", CANARY) == "2026-03-29T01:30:00Z"


def test_3_lisbon_skips_half_past_one() -> None:
    assert reading(wall("2026-03-29 01:30"), LISBON).kind == "gap"
    assert reading(wall("2026-03-29 02:30"), LISBON).kind == "exact"


def test_4_half_past_two_comes_twice_in_madrid_on_25_october() -> None:
    read = reading(wall("2026-10-25 02:30"), MADRID)
    assert read.kind == "twice"
    assert [utc_text(moment) for moment in read.instants] == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]
    assert utc("2026-10-25 02:30") == "2026-10-25T00:30:00Z"
    assert utc("2026-10-25 02:30", fold=1) == "2026-10-25T01:30:00Z"
    assert [local(moment, MADRID).fold for moment in read.instants] == [0, 1]


def test_5_and_half_past_one_in_the_canaries() -> None:
    read = reading(wall("2026-10-25 01:30"), CANARY)
    assert [utc_text(moment) for moment in read.instants] == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]


def test_6_the_two_odd_days_have_23_and_25_hours() -> None:
    assert day_span(SPRING, MADRID).seconds == 23 * HOUR
    assert day_span(AUTUMN, MADRID).seconds == 25 * HOUR
    assert day_span(SPRING - ONE_DAY, MADRID).seconds == 24 * HOUR
    assert days_span(Days(SPRING, SPRING + 7 * ONE_DAY), MADRID).seconds == (7 * 24 - 1) * HOUR


def test_7_a_night_from_ten_to_six_is_7_hours_in_march_and_9_in_october() -> None:
    assert wall_span(SPRING - ONE_DAY, 22 * 60, 6 * 60, MADRID).seconds == 7 * HOUR
    assert wall_span(AUTUMN - ONE_DAY, 22 * 60, 6 * 60, MADRID).seconds == 9 * HOUR
    assert wall_span(SPRING, 22 * 60, 6 * 60, MADRID).seconds == 8 * HOUR


def test_8_nine_on_mondays_stays_nine_on_the_wall() -> None:
    before, after = (instant(day, 9 * 60, MADRID) for day in (date(2026, 3, 23), date(2026, 3, 30)))
    assert (utc_text(before), utc_text(after)) == ("2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z")
    assert f"{local(before + 7 * 24 * HOUR, MADRID):%H:%M}" == "10:00"
    walls = rrule(WEEKLY, dtstart=wall("2026-03-23 09:00"), count=2)
    assert [utc_text(at(each, MADRID)) for each in walls] == ["2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z"]


def test_9_a_pattern_at_half_past_two_keeps_its_day_at_half_past_three() -> None:
    days = [SPRING - ONE_DAY, SPRING, SPRING + ONE_DAY]
    started = [local(instant(day, 2 * 60 + 30, MADRID), MADRID) for day in days]
    assert [f"{each:%d %H:%M}" for each in started] == ["28 02:30", "29 03:30", "30 02:30"]
    kinds = [reading(datetime(day.year, day.month, day.day, 2, 30), MADRID).kind for day in days]
    assert kinds == ["exact", "gap", "exact"]


def test_10_a_wall_time_carries_no_zone_so_that_no_recurrence_mixes_the_two() -> None:
    from datetime import UTC

    with pytest.raises(ValueError, match="no zone"):
        reading(datetime(2026, 3, 29, 2, 30, tzinfo=UTC), MADRID)
    with pytest.raises(ValueError, match="UNTIL"):
        rrule(WEEKLY, dtstart=datetime(2026, 3, 23, 9, tzinfo=UTC), until=wall("2026-04-23 09:00"))


def test_11_a_quarter_to_three_comes_before_the_second_quarter_past_two() -> None:
    early, late = wall("2026-10-25 02:45"), wall("2026-10-25 02:15")
    assert at(early, MADRID, fold=0) < at(late, MADRID, fold=1)


def test_12_bookings_that_touch_do_not_clash_and_nothing_is_empty() -> None:
    eight, ten = booking("Ana", "Mon 8-10"), booking("Ana", "Mon 10-12")
    early = booking("Ana", "Mon 9:59-11")
    assert not eight.span.overlaps(ten.span)
    assert eight.span.overlaps(early.span)
    assert Diary([eight]).clashes(ten.start, ten.end) == []
    assert Diary([eight]).clashes(early.start, early.end) == [eight]
    with pytest.raises(ValueError, match="end after"):
        Span(eight.start, eight.start)


def test_13_all_day_on_12_october() -> None:
    taken = day_span(date(2026, 10, 12), MADRID)
    assert (utc_text(taken.start), utc_text(taken.end)) == ("2026-10-11T22:00:00Z", "2026-10-12T22:00:00Z")


def test_14_months_are_counted_from_the_start_and_never_chained() -> None:
    start = date(2026, 1, 31)
    assert [month_later(start, n) for n in (1, 2, 12)] == [date(2026, 2, 28), date(2026, 3, 31), date(2027, 1, 31)]
    assert month_later(month_later(start, 1), 1) == date(2026, 3, 28)


def test_15_leap_years() -> None:
    assert month_later(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert month_later(date(2028, 2, 29), 12) == date(2029, 2, 28)


def test_16_iso_weeks_at_the_turn_of_the_year() -> None:
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3), date(2024, 12, 30), date(2026, 1, 1)]
    assert [str(Week.of(day)) for day in days] == ["2026-W53", "2026-W53", "2026-W53", "2025-W01", "2026-W01"]
    for year in (2020, 2026, 2032, 2037, 2043):
        assert Week(year, 53).monday.isocalendar().week == 53
    for text in ("2027-W53", "2026-W54", "2026-W00", "2026-48", "W48"):
        with pytest.raises(ValueError):
            Week.parse(text)
    assert Week.parse("2026-w48") == Week(2026, 48)


def test_17_a_roster_week_is_monday_to_sunday_whatever_the_country() -> None:
    week = Week.of(date(2026, 11, 25))
    assert (week.monday, week.days.last) == (date(2026, 11, 23), date(2026, 11, 29))
    assert str(week.shifted(6)) == "2027-W01"
    assert str(Week(2026, 53).shifted(1)) == "2027-W01"


def test_18_tokyo_seen_from_madrid() -> None:
    shown = [in_madrid(f"2026-{day} 09:00", "Asia/Tokyo") for day in ("03-09", "03-30", "10-26")]
    assert shown == ["09 Mar 01:00", "30 Mar 02:00", "26 Oct 01:00"]


def test_19_new_york_changes_its_clocks_on_other_days() -> None:
    days = ("03-03", "03-09", "03-30", "10-26", "11-02")
    shown = [in_madrid(f"2026-{day} 09:00", "America/New_York") for day in days]
    assert shown == ["03 Mar 15:00", "09 Mar 14:00", "30 Mar 15:00", "26 Oct 14:00", "02 Nov 15:00"]


def test_20_mexico_city_does_not_change_them() -> None:
    shown = [in_madrid(f"2026-{day} 09:00", "America/Mexico_City") for day in ("03-09", "03-30")]
    assert shown == ["09 Mar 16:00", "30 Mar 17:00"]


def test_the_clock_of_a_moment() -> None:
    moment = at(wall("2026-10-25 02:30"), MADRID, fold=1)
    assert (day_of(moment, MADRID), minute_of(moment, MADRID)) == (AUTUMN, 150)
    there = "America/New_York"
    assert (day_of(moment, there), minute_of(moment, there)) == (AUTUMN - ONE_DAY, 21 * 60 + 30)
    assert [offset_minutes(moment + by, MADRID) for by in (-HOUR, 0)] == [120, 60]
    assert same_clock(moment, MADRID, "Europe/Paris")
    assert not same_clock(moment, MADRID, CANARY)


def test_minutes_run_into_the_next_days() -> None:
    assert instant(SPRING - ONE_DAY, 1440, MADRID) == instant(SPRING, 0, MADRID)
    assert instant(SPRING - ONE_DAY, 1440 + 4 * 60, MADRID) == instant(SPRING, 4 * 60, MADRID)
    assert instant(SPRING, 4 * 60, MADRID) - instant(SPRING, 0, MADRID) == 3 * HOUR


def test_zones_by_name() -> None:
    assert is_zone(MADRID)
    assert not is_zone("Europe")
    assert not is_zone("../Europe/Madrid")
    assert not is_zone("")


@pytest.mark.parametrize(
    ("text", "minute"), [("9", 540), ("09:00", 540), ("9.30", 570), ("9h30", 570), (" 17:05 ", 1025), ("24:00", 1440)]
)
def test_a_time_of_day_as_people_write_it(text: str, minute: int) -> None:
    assert clock_minute(text) == minute


@pytest.mark.parametrize("text", ["", "25", "24:01", "9:60", "nine", "9:5", "-1", "9:00 pm", "١٢:٠٠x"])
def test_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(ValueError, match="not a time of day"):
        clock_minute(text)


def test_a_time_of_day_as_it_is_printed() -> None:
    printed = [clock_text(minute) for minute in (0, 545, 1439, 1440, 1530)]
    assert printed == ["00:00", "09:05", "23:59", "24:00", "01:30"]


@settings(max_examples=40)
@given(
    moment=st.integers(int(datetime(2026, 1, 1).timestamp()), int(datetime(2028, 1, 1).timestamp())),
    zone=st.sampled_from((*MACHINES, LISBON, "Australia/Lord_Howe", "Asia/Kathmandu")),
)
def test_every_instant_has_one_wall_time_that_leads_back_to_it(moment: int, zone: str) -> None:
    shown = local(moment, zone)
    assert at(shown.replace(fold=0), zone, fold=shown.fold) == moment
    assert day_of(moment, zone) == shown.date()
    assert minute_of(moment, zone) == shown.hour * 60 + shown.minute
    assert day_span(shown.date(), zone).holds(moment)


@settings(max_examples=40)
@given(
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    minute=st.integers(0, 1439),
    zone=st.sampled_from((MADRID, CANARY, "America/New_York", "Australia/Lord_Howe")),
)
def test_a_wall_minute_is_that_minute_on_the_wall_unless_the_clock_skips_it(day: date, minute: int, zone: str) -> None:
    moment = instant(day, minute, zone)
    shown = local(moment, zone)
    asked = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
    read = reading(asked, zone)
    assert moment == read.instants[0]
    if read.kind == "gap":
        assert MINUTE <= (shown.replace(fold=0) - asked).total_seconds() <= HOUR
    else:
        assert shown.replace(fold=0) == asked


def test_hours_that_the_clock_jumps_over_are_no_hours() -> None:
    assert wall_span(SPRING, 2 * 60, 3 * 60, MADRID) is None
    assert wall_span(SPRING, 2 * 60 + 15, 3 * 60, MADRID) is None
    assert wall_span(SPRING, 60, 2 * 60, CANARY) is None
    for start, end in ((60, 120), (120, 181), (119, 180)):
        assert wall_span(SPRING, start, end, MADRID) is not None
    twice = wall_span(AUTUMN, 2 * 60, 3 * 60, MADRID)
    assert twice is not None and twice.seconds == 2 * HOUR


@settings(max_examples=100)
@given(
    st.sampled_from((SPRING, AUTUMN)),
    st.integers(-1, 1),
    st.integers(0, 1439),
    st.integers(0, 1440),
    st.sampled_from((MADRID, CANARY, LISBON, "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe")),
)
def test_any_hours_of_a_week_are_a_stretch_or_none(day: date, offset: int, start: int, end: int, zone: str) -> None:
    assume(start != end)
    hours = Hours(0, start, end)
    span = wall_span(day + offset * ONE_DAY, start, end, zone)
    assert spans_of(day + offset * ONE_DAY, (hours,), zone) == ([] if span is None else [span])
    if span is None:
        assert hours.length <= 60 and (day, offset) == (SPRING, 0)
    else:
        assert abs(span.minutes - hours.length) <= 60


def test_the_stretches_of_a_day_come_in_order() -> None:
    hours = (*week_hours([6], 15 * 60, 18 * 60), *week_hours([6], 2 * 60, 3 * 60), *week_hours([6], 9 * 60, 14 * 60))
    assert [span.minutes for span in spans_of(SPRING, hours, MADRID)] == [300, 180]
    assert [span.minutes for span in spans_of(AUTUMN, hours, MADRID)] == [120, 300, 180]
