"""Rest between working days and within two weeks against a count of half hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.assignment import Assignment
from techsched.model.change import Edit
from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule, RuleScope, Severity, WorkPlace
from techsched.model.office import TravelTime
from techsched.model.ruleset import RuleSet
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, MINUTE, ONE_DAY, Days, Span
from techsched.model.technician import Technician
from techsched.model.wall import at, instant, local, wall_span
from techsched.model.work import work_of
from techsched.rules import Scope, check, judge
from techsched.words import say
from tests.builders import (
    MONDAY,
    ZONE,
    booking,
    bookings,
    changed,
    day,
    named,
    schedule,
    technician,
    visit,
)
from tests.rows import site
from tests.rules.asking import conflicts, told

DAILY, WEEKLY = Rule.DAILY_REST, Rule.WEEKLY_REST
CLIENT, MOBILE = "technician Ana: lives in Chamberí, client", "technician Ana: lives in Chamberí, mobile"
WAYS = [TravelTime(id=60, origin="district:07", destination="district:01", minutes=35)]
HALF = 30 * MINUTE


# between two days


@pytest.mark.parametrize(("start", "rests"), [("9:59", False), ("10:00", True), ("10:01", True)])
def test_twelve_hours_from_the_end_of_work_to_the_next_start(start: str, rests: bool) -> None:
    office = schedule(CLIENT, WAYS, f"Ana: Mon 14-22 Centro, Tue {start}-18 Centro")
    found = conflicts(office, DAILY)
    assert [(c.severity, dict(c.facts)["rest"]) for c in found] == ([] if rests else [(Severity.HARD, 719)])


def test_the_sentence_says_how_long_from_when_to_when_and_what_would_do() -> None:
    office = schedule(CLIENT, WAYS, "Ana: Mon 14-23 Centro, Tue 8-15 Centro")
    assert told(office, DAILY) == [
        "Ana has 9 h of rest, from Mon 23 Nov, 23:00, to Tue 24 Nov, 08:00; 12 h are due. Start on Tue 24 Nov at "
        "11:00, or send somebody else."
    ]


def test_a_mobile_technician_rests_at_home() -> None:
    items = "Ana: Mon 14-21 Centro, Tue 9-15 Centro"
    assert not conflicts(schedule(CLIENT, WAYS, items), DAILY)
    assert told(schedule(MOBILE, WAYS, items), DAILY) == [
        "Ana is home for 10 h 50, from Mon 23 Nov, 21:35, to Tue 24 Nov, 08:25; 12 h of rest are due. Arrive on "
        "Tue 24 Nov at 10:10, or send somebody else."
    ]
    later = "Ana: Mon 14-21 Centro, Tue 10:10-15 Centro"
    assert not conflicts(schedule(MOBILE, WAYS, later), DAILY)


def test_a_split_day_is_one_day_and_a_night_belongs_to_its_evening() -> None:
    assert not conflicts(schedule(CLIENT, WAYS, "Ana: Mon 8-10 Centro, Mon 18-20 Centro"), DAILY)
    night = schedule(CLIENT, WAYS, "Ana: Mon 22-6 Centro, Tue 14-18 Centro")
    assert [dict(c.facts)["rest"] for c in conflicts(night, DAILY)] == [8 * 60]


def test_what_is_not_worked_breaks_no_rest() -> None:
    for items in ("Mon 14-23 Centro withdrawn, Tue 8-15 Centro", "Mon 14-23 Centro, Tue 8-15 Centro, sick Tue"):
        assert not conflicts(schedule(CLIENT, WAYS, f"Ana: {items}"), DAILY)
    assert conflicts(schedule(CLIENT, WAYS, "Ana: Mon 14-23 Centro, Tue 8-15 Centro, away Tue 12-15"), DAILY)
    assert not conflicts(schedule(CLIENT, WAYS, "Ana: Mon 14-23 Centro, Tue 8-15 Centro, away Tue 8-11"), DAILY)


def test_an_overlap_is_a_double_booking_and_no_short_rest() -> None:
    office = schedule(CLIENT, WAYS, "Ana: Mon 22-9 Centro, Tue 8-15 Centro")
    assert [c.rule for c in conflicts(office, DAILY, Rule.DOUBLE_BOOKING)] == [Rule.DOUBLE_BOOKING]
    touching = schedule(CLIENT, WAYS, "Ana: Mon 22-8 Centro, Tue 8-15 Centro")
    assert [dict(c.facts)["rest"] for c in conflicts(touching, DAILY)] == [0]


def test_trips_that_eat_the_whole_night_leave_no_rest_and_not_less() -> None:
    far = TravelTime(id=60, origin="district:07", destination="district:01", minutes=300)
    office = schedule(MOBILE, [far], "Ana: Mon 14-22 Centro, Tue 7-15 Centro")
    assert [dict(c.facts)["rest"] for c in conflicts(office, DAILY)] == [0]


def test_the_minimum_is_the_strictest_that_holds_for_the_person() -> None:
    def rules(id: int, daily_rest: int) -> RuleSet:
        return RuleSet(id=id, name="x", scope=RuleScope.COMPANY, first=date(2020, 1, 1), daily_rest=daily_rest)

    items = "Ana: Mon 14-22 Centro, Tue 9:30-15 Centro"
    assert not conflicts(schedule(CLIENT, WAYS, [rules(1, 11 * 60)], items), DAILY)
    assert conflicts(schedule(CLIENT, WAYS, [rules(1, 11 * 60), rules(2, 12 * 60)], items), DAILY)


def test_days_are_those_of_the_technicians_zone() -> None:
    """Remote work for Boston: 15:00 to 23:00 in Madrid, 14:00 to 22:00 in the Canaries."""
    boston = "site Boston: Centro, zone America/New_York"
    items = "Ana: Mon 9-17 Boston remote"
    for zone in ("Europe/Madrid", "Atlantic/Canary", "America/New_York", "Asia/Tokyo"):
        office = schedule(f"technician Ana: client, zone {zone}", boston, f"{items}, Tue 9-12 Centro")
        found = conflicts(office, DAILY)
        assert [dict(c.facts)["rest"] for c in found] == [10 * 60], zone


@pytest.mark.parametrize(
    ("evening", "rests"), [(date(2026, 3, 28), [11 * 60]), (date(2026, 3, 29), []), (date(2026, 10, 24), [])]
)
def test_the_night_of_the_clock_change_is_an_hour_shorter_or_longer(evening: date, rests: list[int]) -> None:
    """20:00 to 08:00 on the wall: twelve hours on most nights, eleven in March, thirteen in October."""
    rows = [
        booking("Ana", wall_span(evening, 12 * 60, 20 * 60, ZONE), id=1),
        booking("Ana", wall_span(evening + ONE_DAY, 8 * 60, 12 * 60, ZONE), id=2),
    ]
    office = schedule(CLIENT, WAYS, [visit("V1", site()), *rows])
    found = [c for c in check(office, Scope(Days(evening, evening + 2 * ONE_DAY))) if c.rule is DAILY]
    assert [dict(c.facts)["rest"] for c in found] == rests


def test_a_night_shift_of_nine_hours_in_october_ends_as_late_as_it_does() -> None:
    evening = date(2026, 10, 24)
    night = booking("Ana", wall_span(evening, 22 * 60, 6 * 60, ZONE), id=1)
    day_after = booking("Ana", wall_span(evening + ONE_DAY, 18 * 60, 22 * 60, ZONE), id=2)
    office = schedule(CLIENT, WAYS, [visit("V1", site()), night, day_after])
    assert night.span.seconds == 9 * HOUR
    assert not [c for c in check(office, Scope(Days(evening, evening + 3 * ONE_DAY))) if c.rule is DAILY]
    earlier = replace(day_after, start=day_after.start - HOUR)
    moved = office.with_(changed(office, Edit(day_after, earlier)))
    found = [c for c in check(moved, Scope(Days(evening, evening + 3 * ONE_DAY))) if c.rule is DAILY]
    assert [dict(c.facts)["rest"] for c in found] == [11 * 60]


def test_each_of_the_two_days_shows_the_same_conflict() -> None:
    office = schedule(CLIENT, WAYS, "Ana: Mon 14-23 Centro, Tue 8-15 Centro")
    (found,) = conflicts(office, DAILY)
    assert conflicts(office, DAILY, within="Mon") == conflicts(office, DAILY, within="Tue") == [found]
    assert not conflicts(office, DAILY, within="Wed")
    for row in bookings(office, "Ana"):
        assert [c for c in judge(office, row, work_of(office, row)) if c.rule is DAILY] == [found]


@st.composite
def shifts(draw: st.DrawFn) -> Schedule:
    """Three weeks with most days worked, days and nights, sometimes two at once or up to two days long."""
    rows = []
    for id in range(1, 1 + draw(st.integers(1, 26))):
        on = MONDAY + timedelta(days=draw(st.integers(0, 20)))
        start = instant(on, draw(st.sampled_from((0, 360, 480, 540, 840, 1320))), ZONE)
        length = draw(st.sampled_from((60, 480, 480, 540, 600, 1440, 2880)))
        released = draw(st.sampled_from((None, None, None, None, 99)))
        rows.append(booking("Ana", Span(start, start + length * MINUTE), id=id, released_by=released))
    zone = draw(st.sampled_from((ZONE, "America/New_York", "Asia/Tokyo")))
    return schedule([visit("V1", site()), technician("Ana", zone=zone, home_district="07"), *rows], WAYS)


def days_of(office: Schedule) -> dict[date, list[Assignment]]:
    """Bookings by the day on which they start where Ana lives."""
    ana = named(office, Technician, "Ana")
    held: dict[date, list[Assignment]] = {}
    for row in bookings(office, "Ana"):
        if row.occupies:
            held.setdefault(local(row.start, ana.zone).date(), []).append(row)
    return held


WHOLE = Days(MONDAY - timedelta(days=20), MONDAY + timedelta(days=45))


@settings(max_examples=100, deadline=None)
@given(office=shifts(), mobile=st.booleans())
def test_rest_is_the_gap_between_one_days_end_and_the_next_ones_start(office: Schedule, mobile: bool) -> None:
    ana = named(office, Technician, "Ana")
    if mobile:
        office = office.with_(changed(office, Edit(ana, replace(ana, work_place=WorkPlace.MOBILE))))
    way = 35 * MINUTE if mobile else 0
    held = days_of(office)
    expected = []
    for on in sorted(held):
        earlier = [row.end for other, rows in held.items() if other < on for row in rows]
        first = min(row.start for row in held[on])
        if not earlier or first < max(earlier):
            continue
        rest = max(0, (first - max(earlier) - 2 * way) // MINUTE)
        if rest < 12 * 60:
            expected.append((on, rest))
    found = [(c.day, dict(c.facts)["rest"]) for c in check(office, Scope(WHOLE)) if c.rule is DAILY]
    assert found == expected


# a day and a half a week


def weekly(office: Schedule, within: Days = WHOLE) -> list[Conflict]:
    return [c for c in check(office, Scope(within)) if c.rule is WEEKLY]


def weeks(text: str, first: str = "Mon") -> Schedule:
    """A letter a day from `first` on: '-' free, 'd' 9 to 18, 's' 9 to 14, 'n' 22 to 6, '2' around the clock."""
    hours = {"d": (540, 1080), "s": (540, 840), "n": (1320, 360), "2": (0, 1440)}
    rows = [
        booking("Ana", wall_span(day(first) + timedelta(days=place), *hours[letter], ZONE), id=1 + place)
        for place, letter in enumerate(text)
        if letter != "-"
    ]
    return schedule(CLIENT, WAYS, [visit("V1", site()), *rows])


@pytest.mark.parametrize(
    "text",
    [
        "ddddd--" * 5,
        "ddddds-" * 5,
        "nnnnn--" * 5,
        "dddd---dddddd-dddd",
        "ddddddddddd---" * 3,
        "dddddd-" * 4,
        "d",
        "",
        "dddddd",
        "d-d-d-d-d-d-d-d-",
    ],
)
def test_rest_enough(text: str) -> None:
    assert not weekly(weeks(text))


@pytest.mark.parametrize(
    ("text", "first", "last", "rests"),
    [
        # twelve days, and then a weekend of 63 hours within the fourteen days: one rest
        ("dddddddddddd--", 0, 13, 1),
        # the windows of the first week have their weekend, and no second one
        ("ddddd--dddddddddddd--", 0, 20, 1),
        ("ddddddddddddd", 0, 14, 1),
        ("ddddddd" * 2, 0, 15, 0),
        # Saturday 18:00 to Sunday 22:00 is no day and a half
        ("ddddddn" * 3, 0, 22, 0),
        ("2-2-2-2-2-2-2-2-2-2-", 0, 19, 0),
    ],
)
def test_too_little_rest_is_one_conflict_for_the_whole_run(text: str, first: int, last: int, rests: int) -> None:
    (found,) = weekly(weeks(text))
    assert found.severity is Severity.HARD
    assert dict(found.facts)["first"] == (MONDAY + timedelta(days=first)).isoformat()
    assert dict(found.facts)["last"] == (MONDAY + timedelta(days=last)).isoformat()
    assert dict(found.facts)["rests"] == rests


def test_the_sentence_of_a_fortnight() -> None:
    (found,) = weekly(weeks("dddddddddddd--"))
    assert say(found.sentence, "en") == (
        "Ana has 1 of the 2 rests of 36 h due in 14 days, between Mon 23 Nov and Sun 6 Dec. Leave a day and a half "
        "free, or send somebody else."
    )
    assert say(found.sentence, "es") == (
        "Ana tiene 1 de los 2 descansos de 36 h que tocan en 14 días, entre el lun 23 nov y el dom 6 dic. Deja libre "
        "día y medio o envía a otra persona."
    )


def test_a_run_looks_the_same_from_each_of_its_days() -> None:
    office = weeks("d" * 40)
    (found,) = weekly(office)
    for offset in range(40):
        assert weekly(office, Days.single(MONDAY + timedelta(days=offset))) == [found]
    row = bookings(office, "Ana")[20]
    assert [c for c in judge(office, row, work_of(office, row)) if c.rule is WEEKLY] == [found]


def test_a_day_and_a_half_is_an_hour_short_where_the_clock_jumps() -> None:
    """Friday 21:00 to Sunday 09:00 is a day and a half; one hour less of it when the clock jumps that night."""
    for saturday, enough in ((date(2026, 3, 28), False), (date(2026, 10, 24), True), (date(2026, 11, 21), True)):
        friday, sunday = saturday - ONE_DAY, saturday + ONE_DAY
        rows = [booking("Ana", wall_span(friday, 13 * 60, 21 * 60, ZONE), id=1)]
        rows += [booking("Ana", wall_span(sunday + n * ONE_DAY, 9 * 60, 18 * 60, ZONE), id=2 + n) for n in range(10)]
        office = schedule(CLIENT, WAYS, [visit("V1", site()), *rows])
        found = weekly(office, Days.single(friday))
        # from that Friday: the night of the change, and what is left after ten days in a row
        end = at(datetime.combine(friday + timedelta(days=14), datetime.min.time()) + timedelta(hours=13), ZONE)
        after = (end - rows[-1].end) // HOUR
        assert after >= 36
        assert bool(found) is not enough


@st.composite
def fortnights(draw: st.DrawFn) -> tuple[Schedule, str]:
    letters = draw(st.lists(st.sampled_from("ddddddsn-2"), min_size=10, max_size=38))
    first = draw(st.sampled_from(("Mon", "Thu-36", "Sun-6")))
    return weeks("".join(letters), first), "".join(letters)


@settings(max_examples=120, deadline=None)
@given(told=fortnights(), offset=st.integers(0, 40))
def test_rests_are_counted_in_half_hours(told: tuple[Schedule, str], offset: int) -> None:
    office, _ = told
    held = days_of(office)
    if not held:
        return
    busy = {moment for rows in held.values() for row in rows for moment in range(row.start // HALF, row.end // HALF)}
    short: list[tuple[date, bool]] = []
    for on in sorted(held):
        start = min(row.start for row in held[on])
        later = datetime.combine(on + timedelta(days=14), datetime.min.time())
        midnight = at(datetime.combine(on, datetime.min.time()), ZONE)
        end = at(later, ZONE) + start - midnight
        rests = 0
        for free, cells in groupby(range(start // HALF, end // HALF), key=lambda cell: cell not in busy):
            rests += len(list(cells)) // 72 if free else 0
        short.append((on, rests < 2))
    expected = []
    for is_short, run in groupby(short, key=lambda each: each[1]):
        days_in = [on for on, _ in run]
        if is_short:
            expected.append((days_in[0].isoformat(), (days_in[-1] + timedelta(days=13)).isoformat()))
    first = min(held)
    around = Days(first - timedelta(days=20), first + timedelta(days=70))
    assert [(dict(c.facts)["first"], dict(c.facts)["last"]) for c in weekly(office, around)] == expected
    # and from one day only those runs with a window over it
    on = first + timedelta(days=offset)
    seen = {
        (days_in[0].isoformat(), (days_in[-1] + timedelta(days=13)).isoformat())
        for is_short, run in groupby(short, key=lambda each: each[1])
        if (days_in := [d for d, _ in run]) and is_short
        if any(d <= on < d + timedelta(days=14) for d in days_in)
    }
    assert {(dict(c.facts)["first"], dict(c.facts)["last"]) for c in weekly(office, Days.single(on))} == seen


def test_other_windows_and_rests_are_settings() -> None:
    strict = RuleSet(
        id=1,
        name="x",
        scope=RuleScope.COMPANY,
        first=date(2020, 1, 1),
        weekly_rest=48 * 60,
        weekly_rest_window_days=7,
    )
    office = weeks("ddddd--ddddds-ddddd--")
    ruled = office.with_(changed(office, Edit(None, strict)))
    assert not weekly(office)
    assert [dict(c.facts)["due"] for c in weekly(ruled)] == [1]
