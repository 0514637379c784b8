"""What people type: both languages, any separator, and a sentence with a repair where it means nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched import words
from techsched.model.wall import clock_text, day_of, instant, minute_of, reading
from ui import i18n
from ui.forms import typed
from ui.forms.moment import days_text
from ui.forms.wrong import Wrong

TODAY = date(2026, 11, 25)
MADRID = "Europe/Madrid"
NOW = instant(TODAY, 10 * 60 + 42, MADRID)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("26/11", date(2026, 11, 26)),
        ("26/11/2026", date(2026, 11, 26)),
        ("26/11/26", date(2026, 11, 26)),
        ("26.11.", date(2026, 11, 26)),
        ("26-11", date(2026, 11, 26)),
        ("2026-11-26", date(2026, 11, 26)),
        ("thu 26", date(2026, 11, 26)),
        ("Thursday 26", date(2026, 11, 26)),
        ("jue 26", date(2026, 11, 26)),
        ("jueves", date(2026, 11, 26)),
        ("wed", TODAY),
        ("miércoles", TODAY),
        ("tuesday", date(2026, 12, 1)),
        ("MAÑANA", date(2026, 11, 26)),
        ("tomorrow", date(2026, 11, 26)),
        ("hoy", TODAY),
        ("ayer", date(2026, 11, 24)),
        ("1 dec", date(2026, 12, 1)),
        ("dec 1", date(2026, 12, 1)),
        ("1 de diciembre de 2027", date(2027, 12, 1)),
        ("Thu, 26 Nov 2026", date(2026, 11, 26)),
        ("5/1", date(2027, 1, 5)),
        ("1/9", date(2026, 9, 1)),
        ("1/8", date(2027, 8, 1)),
        ("29/2", date(2028, 2, 29)),
        ("3", date(2026, 12, 3)),
        ("25", TODAY),
        ("week 49", date(2026, 11, 30)),
        ("s49", date(2026, 11, 30)),
        ("2027-W01", date(2027, 1, 4)),
        ("semana 2", date(2027, 1, 11)),
    ],
)
def test_days(text: str, meant: date) -> None:
    assert typed.day(text, TODAY) == meant


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/02/2027", "No such day: February 2027 has 28."),
        ("13/13", "There is no month 13. Days come first: 26/11."),
        ("fri 26/11/2026", "26 November 2026 is a Thursday."),
        ("soonish", "“soonish” is not a day. Write it like 26/11, 26/11/2026, thu 26 or tomorrow."),
        ("week 60", "There is no week 60 in that year."),
        ("0/1", "No such day: January 2026 has 31."),
        ("26/11/0000", "There is no year 0."),
    ],
)
def test_days_that_are_none(text: str, sentence: str) -> None:
    with pytest.raises(Wrong) as caught:
        typed.day(text, TODAY)
    assert caught.value.sentence == sentence


def test_a_repair_of_a_day_is_a_day() -> None:
    for text in ("31/02/2027", "fri 26/11/2026"):
        with pytest.raises(Wrong) as caught:
            typed.day(text, TODAY)
        assert caught.value.repair is not None
        typed.day(caught.value.repair.raws[0][1], TODAY)


@given(st.dates(date(1900, 1, 1), date(9000, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_day_as_a_field_writes_it_is_read_back(day: date, today: date) -> None:
    assert typed.day(typed.day_text(day), today) == day
    assert typed.day(day.isoformat(), today) == day


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-90, 260), st.sampled_from(["en", "es"]))
def test_a_day_near_enough_needs_no_year(today: date, ahead: int, language: str) -> None:
    day = today + timedelta(days=ahead)
    assert typed.day(f"{day.day}/{day.month}", today) == day
    told = words.long_date(day.isoformat(), language).rsplit(" ", 1)[0].removesuffix(" de")
    assert typed.day(told, today) == day


@given(st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=30))
def test_sets_of_days_are_read_back(days: set[date]) -> None:
    found = tuple(sorted(days))
    assert typed.days(days_text(found), TODAY) == found


def test_stretches_of_days() -> None:
    assert typed.days("26/11, 30/11 to 2/12; thu 26", TODAY) == (
        date(2026, 11, 26),
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2026, 12, 2),
    )
    assert typed.days("30/11 al 1/12", TODAY) == (date(2026, 11, 30), date(2026, 12, 1))
    assert typed.days(" , ", TODAY) == ()
    for text in ("2/12/2026 to 30/11/2026", "1/1/2026 .. 1/1/2028"):
        with pytest.raises(Wrong):
            typed.days(text, TODAY)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1 h 30", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("90", 90),
        ("90 min", 90),
        ("1,5 h", 90),
        ("1.5 hours", 90),
        ("2 horas 5 minutos", 125),
        ("40 h", 2400),
        ("0:45", 45),
    ],
)
def test_lengths(text: str, minutes: int) -> None:
    assert typed.length(text) == minutes


@given(st.integers(0, 5000))
def test_lengths_as_they_are_written_are_read_back(minutes: int) -> None:
    assert typed.length(words.length(minutes)) == minutes


@pytest.mark.parametrize("text", ["", "soon", "1 h 30 x", "-5", "1:75", "h", "1 30"])
def test_lengths_that_are_none(text: str) -> None:
    with pytest.raises(Wrong, match="is not a length"):
        typed.length(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [("9", "09:00"), ("930", "09:30"), ("9.30", "09:30"), ("9h30", "09:30"), ("18 : 05", "18:05"), ("2400", "24:00")],
)
def test_times_of_day(text: str, clock: str) -> None:
    assert clock_text(typed.clock(text)) == clock


@pytest.mark.parametrize("text", ["", "25", "9:60", "24:01", "noon", "9:3"])
def test_times_that_are_none(text: str) -> None:
    with pytest.raises(Wrong, match="is not a time of day"):
        typed.clock(text)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("10:31", TODAY, "10:31"),
        ("9", TODAY, "09:00"),
        ("14:31 today", TODAY, "14:31"),
        ("tomorrow 9", date(2026, 11, 26), "09:00"),
        ("mañana a las 9:15", date(2026, 11, 26), "09:15"),
        ("26/11 10:30", date(2026, 11, 26), "10:30"),
        ("10:30 thu 26", date(2026, 11, 26), "10:30"),
        ("2026-11-26 1030", date(2026, 11, 26), "10:30"),
        ("24:00", date(2026, 11, 26), "00:00"),
    ],
)
def test_moments(text: str, day: date, clock: str) -> None:
    found = typed.moment(text, NOW, MADRID)
    assert (day_of(found, MADRID), clock_text(minute_of(found, MADRID))) == (day, clock)


def test_a_time_alone_is_of_the_day_of_the_field_before() -> None:
    thursday = date(2026, 11, 26)
    assert day_of(typed.moment("16:00", NOW, MADRID, thursday), MADRID) == thursday


@pytest.mark.parametrize("text", ["", "soon", "26/11", "9:00 10:00 11:00"])
def test_moments_that_are_none(text: str) -> None:
    with pytest.raises(Wrong):
        typed.moment(text, NOW, MADRID)


def test_a_time_that_the_clock_jumped_over_is_told_and_repaired() -> None:
    with pytest.raises(Wrong) as caught:
        typed.moment("28/03/2027 02:30", NOW, MADRID)
    assert caught.value.sentence == "02:30 did not exist on 28 March 2027: the clock jumped over it."
    assert caught.value.repair is not None and caught.value.repair.text == "Use 03:30"
    found = typed.moment(caught.value.repair.raws[0][1], NOW, MADRID)
    assert clock_text(minute_of(found, MADRID)) == "03:30"


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
    st.sampled_from([MADRID, "Atlantic/Canary", "America/New_York", "Asia/Tokyo"]),
)
def test_moments_as_they_are_written_are_read_back(wall: datetime, zone: str) -> None:
    read = reading(wall.replace(second=0, microsecond=0), zone)
    if read.kind == "exact":
        found = read.instants[0]
        assert typed.moment(typed.whole_moment_text(found, zone), NOW, zone) == found
        assert typed.moment(typed.moment_text(found, zone, NOW), NOW, zone) == found


@pytest.mark.parametrize(
    "text", ["40.4303, -3.6874", "40.4303 -3.6874", "40,4303; -3,6874", "40.4303,-3.6874", "40,4303 −3,6874"]
)
def test_coordinates(text: str) -> None:
    assert typed.point(text) == (40.4303, -3.6874)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_coordinates_as_they_are_written_are_read_back(lat: float, lon: float) -> None:
    found = typed.point(typed.point_text((lat, lon)))
    assert found == (pytest.approx(lat, abs=1e-6), pytest.approx(lon, abs=1e-6))


@pytest.mark.parametrize("text", ["here", "40.1", "91, 0", "1, 2, 3"])
def test_coordinates_that_are_none(text: str) -> None:
    with pytest.raises(Wrong):
        typed.point(text)


def test_whole_numbers() -> None:
    assert typed.whole(" 7 ", 1, 9) == 7
    with pytest.raises(Wrong) as caught:
        typed.whole("12", 1, 9)
    assert caught.value.sentence == "12 is outside 1 to 9."
    assert caught.value.repair is not None and caught.value.repair.raws == (("", "9"),)
    with pytest.raises(Wrong, match="not a whole number"):
        typed.whole("1.5", 1, 9)


def test_the_echo_speaks_the_window_s_language() -> None:
    assert typed.echo(date(2026, 12, 1), TODAY) == ("Tue 1 Dec 2026", "Tue 1 Dec", "Tue")
    i18n.choose("es")
    assert typed.echo(date(2026, 12, 1), TODAY)[0] == "mar 1 dic 2026"


def test_text_of_people_is_never_a_template() -> None:
    with pytest.raises(Wrong) as caught:
        typed.day("%1 %2 {x}", TODAY)
    assert "“%1 %2 {x}”" in caught.value.sentence
