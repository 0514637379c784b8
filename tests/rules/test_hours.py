"""Hours over the day's, the week's and the year's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.hours import week_hours
from techsched.model.kinds import Rule, RuleScope, Severity
from techsched.model.office import TravelTime
from techsched.model.ruleset import RuleSet
from techsched.model.schedule import TABLES, Schedule
from techsched.model.span import MINUTE, ONE_DAY, Days, Span
from techsched.model.wall import instant, wall_span
from techsched.model.work import work_of
from techsched.rules import Scope, check, judge
from techsched.words import say
from tests.builders import MONDAY, ZONE, booking, bookings, id_of, pattern, schedule, technician, visit
from tests.rows import site
from tests.rules.asking import conflicts, told

ANA = "technician Ana: lives in Chamberí, client"
MOBILE = "technician Ana: lives in Chamberí, mobile"
WAYS = [TravelTime(id=60, origin="district:07", destination="district:01", minutes=35)]
HOURS = (Rule.DAY_HOURS, Rule.WEEK_HOURS, Rule.YEAR_HOURS)


def rules(**limits: int) -> RuleSet:
    return RuleSet(id=70, name="x", scope=RuleScope.COMPANY, first=date(2020, 1, 1), **limits)


# the day


@pytest.mark.parametrize(
    ("who", "until", "over"), [(ANA, "18", 0), (ANA, "18:01", 1), (MOBILE, "16:50", 0), (MOBILE, "16:51", 1)]
)
def test_nine_hours_a_day_and_the_first_and_last_trip_are_part_of_a_mobile_day(who: str, until: str, over: int) -> None:
    office = schedule(who, WAYS, f"Ana: Mon 9-{until} Centro")
    found = conflicts(office, Rule.DAY_HOURS)
    assert [(c.severity, dict(c.facts)["worked"]) for c in found] == [(Severity.WARNING, 541)] * over


def test_the_sentence_of_a_long_day() -> None:
    office = schedule(ANA, WAYS, "Ana: Mon 8-13 Centro, Mon 14-19:30 Centro")
    assert told(office, Rule.DAY_HOURS) == [
        "Ana works 10 h 30 on Mon 23 Nov; 9 h is the day's limit. Shorten or move something."
    ]
    (found,) = conflicts(office, Rule.DAY_HOURS)
    assert found.assignments == tuple(sorted(row.id for row in bookings(office, "Ana")))
    assert (
        say(found.sentence, "es")
        == "Ana trabaja 10 h 30 el lun 23 nov; el límite diario es de 9 h. Acorta o mueve algo."
    )


def test_a_break_is_not_worked() -> None:
    lines = ("line Helpdesk: Mon-Fri 9-19 Centro, lunch 60 min", ANA, "Ana: on Helpdesk Mon")
    assert not conflicts(schedule(*lines), Rule.DAY_HOURS)


def test_what_is_not_there_is_not_worked() -> None:
    for items in ("Mon 8-20 Centro withdrawn", "Mon 8-20 Centro, sick Mon", "Mon 8-20 Centro, away Mon 8-12"):
        assert not conflicts(schedule(ANA, f"Ana: {items}"), *HOURS)


def test_the_nights_of_the_clock_changes_are_7_and_9_hours() -> None:
    evenings = (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25))
    rows = [booking("Ana", wall_span(on, 22 * 60, 6 * 60, ZONE), id=n) for n, on in enumerate(evenings, start=1)]
    office = schedule(ANA, [visit("V1", site()), rules(day_max=6 * 60), *rows])
    found = [c for on in evenings for c in check(office, Scope(Days.single(on))) if c.rule is Rule.DAY_HOURS]
    assert [dict(c.facts)["worked"] for c in found] == [7 * 60, 8 * 60, 9 * 60, 8 * 60]


# the week


def test_the_week_is_the_contracts() -> None:
    full, part = "Ana: Mon-Fri 9-17 Centro", "technician Ana: client, weekly 30 h"
    assert not conflicts(schedule(ANA, full), Rule.WEEK_HOURS)
    assert told(schedule(ANA, full, "Ana: Sat 9-10 Centro"), Rule.WEEK_HOURS) == [
        "Ana works 41 h in week 48; 40 h are agreed. Move something to another week, or to somebody else."
    ]
    (found,) = conflicts(schedule(part, full), Rule.WEEK_HOURS)
    assert (dict(found.facts)["worked"], dict(found.facts)["allowed"]) == (40 * 60, 30 * 60)
    assert say(found.sentence, "es") == (
        "Ana trabaja 40 h en la semana 48; lo acordado son 30 h. Pasa algo a otra semana o a otra persona."
    )


def test_a_week_is_monday_to_sunday_where_the_technician_lives() -> None:
    office = schedule(ANA, "Ana: Mon-Fri 9-17 Centro, Sun 22-6 Centro, Sun-1 22-6 Centro, Mon+1 9-10 Centro")
    (found,) = conflicts(office, Rule.WEEK_HOURS, within="Sun-1-Mon+1")
    assert (found.day, dict(found.facts)["worked"]) == (MONDAY, 48 * 60)
    tokyo = schedule("technician Ana: client, zone Asia/Tokyo", "Ana: Mon-Fri 9-17 Centro, Sun 17-20 Centro")
    assert not conflicts(tokyo, Rule.WEEK_HOURS)


def test_any_day_of_the_week_shows_its_conflict_and_only_once() -> None:
    office = schedule(ANA, "Ana: Mon-Sat 9-17 Centro")
    (found,) = conflicts(office, Rule.WEEK_HOURS)
    assert conflicts(office, Rule.WEEK_HOURS, within="Sun") == [found]
    assert conflicts(office, Rule.WEEK_HOURS, within="Sun-1-Mon+1") == [found]
    assert not conflicts(office, Rule.WEEK_HOURS, within="Mon+1")
    row = bookings(office, "Ana")[3]
    assert [c for c in judge(office, row, work_of(office, row)) if c.rule is Rule.WEEK_HOURS] == [found]


@pytest.mark.parametrize(
    ("monday", "allowed"),
    [
        # Monday 27 July: only the Saturday and Sunday of that week are in August
        (date(2026, 7, 27), 40 * 60),
        (date(2026, 8, 3), 36 * 60),
        # Monday 31 August and four days of September
        (date(2026, 8, 31), 40 * 60 * 4 // 5 + 36 * 60 // 5),
        (date(2026, 9, 7), 40 * 60),
    ],
)
def test_in_the_intensive_season_36_hours_day_by_day(monday: date, allowed: int) -> None:
    summer = pattern("Ana", week_hours(range(5), 540, 1020), season_from="08-01", season_to="08-31")
    rows = [
        booking("Ana", wall_span(monday + n * ONE_DAY, 8 * 60, 8 * 60 + 480 + (1 if n == 4 else 0), ZONE), id=1 + n)
        for n in range(5)
    ]
    office = schedule([visit("V1", site()), technician("Ana"), *rows])
    seasonal = schedule([visit("V1", site()), technician("Ana"), summer, *rows])
    week = Scope(Days(monday, monday + 7 * ONE_DAY))
    plain = [dict(c.facts)["allowed"] for c in check(office, week) if c.rule is Rule.WEEK_HOURS]
    found = [dict(c.facts)["allowed"] for c in check(seasonal, week) if c.rule is Rule.WEEK_HOURS]
    assert (plain, found) == ([40 * 60], [allowed])


def test_who_works_less_than_the_season_allows_keeps_the_contract() -> None:
    summer = pattern("Ana", week_hours(range(5), 540, 840), season_from="11-01", season_to="11-30")
    office = schedule([technician("Ana", weekly_minutes=20 * 60), summer], "Ana: Mon-Thu 9-15 Centro")
    assert [dict(c.facts)["allowed"] for c in conflicts(office, Rule.WEEK_HOURS)] == [20 * 60]


# the year


def yearly(hours: float, **more: int) -> Schedule:
    """Ana has worked that many hours of 2026 before the loaded window, and one day is booked in it."""
    office = schedule([technician("Ana", leave_days=0, **more)], "Ana: Mon 9-17 Centro")
    rows = [row for table in TABLES for row in office.rows(table).values()]
    earlier = {(id_of("technician", "Ana"), 2026): round(hours * 60)}
    return Schedule(office.city, rows, window=Days(MONDAY - timedelta(weeks=8)), earlier=earlier)


def test_the_years_agreement_warns_by_forecast() -> None:
    assert not conflicts(yearly(1792), Rule.YEAR_HOURS)
    (found,) = conflicts(yearly(1792.5), Rule.YEAR_HOURS)
    assert found.severity is Severity.WARNING
    assert say(found.sentence, "en") == (
        "Ana will have worked 1800 h 30 in 2026 as things are booked; the agreement allows 1800 h. Give some of it to "
        "somebody else."
    )
    assert say(found.sentence, "es") == (
        "Ana habrá trabajado 1800 h 30 en 2026 con lo asignado; el convenio permite 1800 h. Pasa algo a otra persona."
    )
    assert (found.day, dict(found.facts)["year"]) == (date(2026, 1, 1), 2026)


def test_part_time_has_its_share_of_the_year() -> None:
    assert conflicts(yearly(900, weekly_minutes=20 * 60), Rule.YEAR_HOURS)
    assert not conflicts(yearly(890, weekly_minutes=20 * 60), Rule.YEAR_HOURS)


def test_an_imagined_booking_counts_in_week_and_year() -> None:
    office = yearly(1790)
    row = booking("Ana", "Tue 9-12", id=5, visit_id=bookings(office, "Ana")[0].visit_id)
    found = [c for c in judge(office, row, work_of(office, row)) if c.rule in HOURS]
    assert [(c.rule, dict(c.facts)["worked"]) for c in found] == [(Rule.YEAR_HOURS, 1801 * 60)]
    moved = replace(bookings(office, "Ana")[0], end=bookings(office, "Ana")[0].end + 180 * MINUTE)
    found = [c for c in judge(office, moved, work_of(office, moved)) if c.rule in HOURS]
    assert [(c.rule, dict(c.facts)["worked"]) for c in found] == [
        (Rule.DAY_HOURS, 11 * 60),
        (Rule.YEAR_HOURS, 1801 * 60),
    ]


# against sums


@settings(max_examples=60, deadline=None)
@given(
    taken=st.lists(st.tuples(st.integers(-9, 16), st.integers(0, 40), st.integers(1, 24)), max_size=14),
    weekly=st.sampled_from((20, 40)),
)
def test_days_and_weeks_are_the_sums_of_their_bookings(taken: list[tuple[int, int, int]], weekly: int) -> None:
    rows, busy = [], set()
    for id, (on, start, length) in enumerate(taken, start=1):
        first = instant(MONDAY + timedelta(days=on), start * 30, ZONE)
        halves = set(range(first // (30 * MINUTE), first // (30 * MINUTE) + length))
        if not halves & busy:
            busy |= halves
            rows.append(booking("Ana", Span(first, first + length * 30 * MINUTE), id=id))
    office = schedule([visit("V1", site()), technician("Ana", weekly_minutes=weekly * 60), *rows])
    by_day: dict[date, int] = {}
    for row in rows:
        by_day[row.day] = by_day.get(row.day, 0) + row.span.minutes
    by_week: dict[date, int] = {}
    for on, minutes in by_day.items():
        monday = on - timedelta(days=on.weekday())
        by_week[monday] = by_week.get(monday, 0) + minutes
    found = check(office, Scope(Days(MONDAY - timedelta(days=21), MONDAY + timedelta(days=28))))
    days = {c.day: dict(c.facts)["worked"] for c in found if c.rule is Rule.DAY_HOURS}
    weeks = {c.day: dict(c.facts)["worked"] for c in found if c.rule is Rule.WEEK_HOURS}
    assert days == {on: minutes for on, minutes in by_day.items() if minutes > 540}
    assert weeks == {on: minutes for on, minutes in by_week.items() if minutes > weekly * 60}
