"""Bookings outside the technician's pattern and the site's opening hours."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.hours import Hours, week_hours
from techsched.model.kinds import Rule, Severity
from techsched.model.span import MINUTE, Span
from techsched.model.wall import instant
from techsched.words import say
from tests.builders import MONDAY, ZONE, booking, pattern, schedule, technician
from tests.rows import site, visit
from tests.rules.asking import conflicts, told

PATTERN, OPENING = Rule.PATTERN, Rule.OPENING_HOURS
ANA = "technician Ana: works Mon-Fri 9-18"


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("Mon 9-18", True),
        ("Mon 8:59-12", False),
        ("Mon 17-18:01", False),
        ("Mon 20-21", False),
        ("Sat 9-10", False),
        ("Fri 12-13", True),
    ],
)
def test_a_visit_lies_in_the_technicians_hours(when: str, fits: bool) -> None:
    found = conflicts(schedule(ANA, f"Ana: {when} Centro"), PATTERN)
    assert [c.severity for c in found] == ([] if fits else [Severity.WARNING])


def test_the_sentences_name_the_hours_or_the_day_off() -> None:
    assert told(schedule(ANA, "Ana: Mon 17-19 Centro"), PATTERN) == [
        "Ana works 09:00–18:00 on Mon 23 Nov; Centro in Centro is at 17:00–19:00. Ask whether it suits, or move it."
    ]
    off = schedule(ANA, "Ana: Sat 9-10 Centro")
    assert told(off, PATTERN) == [
        "Ana is off on Sat 28 Nov; Centro in Centro is at 09:00–10:00. Ask whether it suits, or move it."
    ]
    (found,) = conflicts(off, PATTERN)
    assert say(found.sentence, "es") == (
        "Ana libra el sáb 28 nov; Centro en Centro es a las 09:00–10:00. Pregunta si le viene bien o muévelo."
    )


def test_without_a_pattern_nothing_is_outside_it() -> None:
    assert not conflicts(schedule("Ana: Sat 3-4 Centro"), PATTERN)
    later = pattern("Ana", week_hours(range(5), 540, 1080), first=date(2027, 1, 1))
    assert not conflicts(schedule([technician("Ana"), later], "Ana: Sat 3-4 Centro"), PATTERN)


def test_while_placed_the_clients_timetable_holds() -> None:
    night = "line Noche: Mon-Sun 22-6 Centro"
    assert not conflicts(schedule(night, ANA, "Ana: on Noche Mon-Sun"), PATTERN)
    cover = schedule(night, ANA, "Berta: on Noche Sat, sick Sat", "Ana: covers Berta Sat")
    assert not conflicts(cover, PATTERN)
    assert conflicts(schedule(night, ANA, "Ana: on Noche Mon, Sat 9-10 Centro"), PATTERN)


def test_a_cover_of_a_visit_is_the_substitutes_own_time() -> None:
    office = schedule(ANA, "Berta: Sat 9-10 Centro, sick Sat", "Ana: covers Berta Sat")
    assert len(conflicts(office, PATTERN)) == 1


def test_nights_and_split_days_join_where_they_touch() -> None:
    nights = pattern("Ana", week_hours(range(7), 22 * 60, 6 * 60))
    inside = schedule([technician("Ana"), nights], "Ana: Mon 23-5 Centro, Wed 2-5 Centro")
    assert not conflicts(inside, PATTERN)
    assert conflicts(schedule([technician("Ana"), nights], "Ana: Wed 2-7 Centro"), PATTERN)
    split = pattern("Ana", (Hours(0, 540, 840), Hours(0, 840, 1080), Hours(1, 540, 840), Hours(1, 900, 1080)))
    office = schedule([technician("Ana"), split], "Ana: Mon 13-15 Centro, Tue 13-16 Centro")
    assert told(office, PATTERN) == [
        "Ana works 09:00–14:00, 15:00–18:00 on Tue 24 Nov; Centro in Centro is at 13:00–16:00. Ask whether it suits, "
        "or move it."
    ]


def test_the_pattern_is_read_on_the_technicians_clock() -> None:
    canary = "technician Ana: works Mon-Fri 9-18, zone Atlantic/Canary"
    assert conflicts(schedule(canary, "Ana: Mon 9-10 Centro"), PATTERN)
    assert not conflicts(schedule(canary, "Ana: Mon 18-19 Centro"), PATTERN)


def test_a_season_has_its_own_hours() -> None:
    summer = pattern(
        "Ana",
        week_hours(range(5), 540, 1080),
        season_from="11-01",
        season_to="11-30",
        season_hours=week_hours(range(5), 480, 900),
    )
    office = schedule([technician("Ana"), summer], "Ana: Mon 8-9 Centro, Mon 16-17 Centro")
    assert [dict(c.facts)["from"] for c in conflicts(office, PATTERN)] == ["16:00"]


@settings(max_examples=80, deadline=None)
@given(
    hours=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 47), st.integers(1, 40)), max_size=8),
    start=st.integers(0, 7 * 48 - 1),
    length=st.integers(1, 20),
)
def test_a_visit_is_inside_when_every_half_hour_of_it_is(
    hours: list[tuple[int, int, int]], start: int, length: int
) -> None:
    worn = tuple(Hours(on, first * 30, (first + long) * 30 % 1440) for on, first, long in hours)
    open_halves = {(on * 48 + first + n) % (7 * 48) for on, first, long in hours for n in range(long)}
    begins = instant(MONDAY, 0, ZONE) + start * 30 * MINUTE
    row = booking("Ana", Span(begins, begins + length * 30 * MINUTE), id=1)
    office = schedule([visit("V1", site()), technician("Ana"), pattern("Ana", worn), row])
    inside = all((start + n) % (7 * 48) in open_halves for n in range(length))
    assert bool(conflicts(office, PATTERN, within="Mon-Sun")) is not inside


# opening hours

TORRE = "site Torre: Centro, open Mon-Fri 8-20"


@pytest.mark.parametrize(
    ("when", "fits"), [("Mon 8-20", True), ("Mon 7:30-9", False), ("Mon 19-20:30", False), ("Sat 9-10", False)]
)
def test_on_site_work_finds_the_door_open(when: str, fits: bool) -> None:
    found = conflicts(schedule(TORRE, f"Ana: {when} Torre"), OPENING)
    assert [c.severity for c in found] == ([] if fits else [Severity.WARNING])


def test_the_sentences_of_a_closed_door() -> None:
    assert told(schedule(TORRE, "Ana: Mon 19-21 Torre"), OPENING) == [
        "Ana is booked at Torre in Centro on Mon 23 Nov, 19:00–21:00, and it is open 08:00–20:00. Move it, or arrange "
        "access."
    ]
    closed = schedule(TORRE, "Ana: Sun 9-10 Torre")
    assert told(closed, OPENING) == [
        "Ana is booked at Torre in Centro on Sun 29 Nov, 09:00–10:00, and it is not open that day. Move it, or "
        "arrange access."
    ]
    assert say(conflicts(closed, OPENING)[0].sentence, "es") == (
        "Ana está en Torre en Centro el dom 29 nov, 09:00–10:00, y ese día no abre. Muévelo o acuerda el acceso."
    )


def test_remote_work_and_sites_without_hours_need_no_door() -> None:
    assert not conflicts(schedule(TORRE, "Ana: Sun 9-10 Torre remote"), OPENING)
    assert not conflicts(schedule("Ana: Sun 3-4 Centro"), OPENING)


def test_what_a_client_asks_for_in_a_line_is_open_by_that() -> None:
    night = "line Noche: Mon-Sun 22-6 Torre"
    assert not conflicts(schedule(TORRE, night, "Ana: on Noche Mon-Sun"), OPENING)
    longer = "line Tarde: Mon-Fri 12-22 Torre"
    assert not conflicts(schedule(TORRE, longer, "Ana: on Tarde Mon-Fri"), OPENING)


def test_the_door_is_on_the_sites_clock() -> None:
    there = "site Isla: Centro, zone Atlantic/Canary, open Mon-Fri 8-20"
    assert not conflicts(schedule(there, "Ana: Mon 8-20 Isla"), OPENING)
    assert conflicts(schedule(there, "Ana: Mon 7-9 Isla"), OPENING)
