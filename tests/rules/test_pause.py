"""Breaks on long stretches, and lunch on days of visits, against every way of taking them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.assignment import Assignment
from techsched.model.journey import spot_of, travel_minutes
from techsched.model.kinds import Mode, Rule, RuleScope, Severity
from techsched.model.office import TravelTime
from techsched.model.ruleset import RuleSet
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Span
from techsched.model.technician import Technician
from techsched.model.wall import instant
from techsched.words import say
from tests.builders import MONDAY, ZONE, booking, bookings, id_of, named, schedule
from tests.rules.asking import conflicts, told

ANA = "technician Ana: lives in Chamberí"
WAYS = [
    TravelTime(id=60, origin="district:07", destination="district:01", minutes=35),
    TravelTime(id=61, origin="district:07", destination="district:21", minutes=60),
    TravelTime(id=62, origin="district:01", destination="district:21", minutes=70),
]


def variants(office: Schedule) -> list[str]:
    """'work' or 'lunch' with the hours in which the break is missing."""
    found = conflicts(office, Rule.BREAK)
    assert all(c.severity is Severity.WARNING for c in found)
    facts = [dict(c.facts) for c in found]
    return [f"{each['variant']} {each['begins_at']}-{each['ends_at']}" for each in facts]


def visits(*items: str) -> Schedule:
    return schedule(ANA, WAYS, f"Ana: {', '.join(items)}")


@pytest.mark.parametrize(
    ("items", "missing"),
    [
        (["Mon 8-14 Centro"], []),
        (["Mon 8-14:01 Centro"], ["work 08:00-14:01"]),
        (["Mon 8-11 Centro", "Mon 11-14:30 Centro"], ["work 08:00-14:30"]),
        (["Mon 8-11 Centro", "Mon 11:14-14:30 Centro"], ["work 08:00-14:30"]),
        (["Mon 8-11 Centro", "Mon 11:15-14:30 Centro"], []),
        # the way takes 70 of the 80 minutes between the two: 10 are no break
        (["Mon 8-10 Centro", "Mon 11:20-14:30 Barajas"], ["work 08:00-14:30"]),
        (["Mon 8-10 Centro", "Mon 11:25-14:30 Barajas"], []),
        (["Mon 8-14:30 Centro remote"], ["work 08:00-14:30"]),
    ],
)
def test_six_hours_on_end_want_a_quarter_of_an_hour(items: list[str], missing: list[str]) -> None:
    assert variants(visits(*items)) == missing


def test_a_placed_day_has_its_own_break() -> None:
    placed = "Ana: on Helpdesk Mon"
    assert variants(schedule("line Helpdesk: Mon-Fri 9-18 Centro", ANA, placed)) == ["work 09:00-18:00"]
    assert not variants(schedule("line Helpdesk: Mon-Fri 9-18 Centro, lunch 60 min", ANA, placed))
    assert not variants(schedule("line Helpdesk: Mon-Fri 8-20 Centro, lunch 60 min", ANA, placed))
    assert variants(schedule("line Helpdesk: Mon-Fri 8-22 Centro, lunch 60 min", ANA, placed)) == ["work 15:00-22:00"]
    assert variants(schedule("line Helpdesk: Mon-Fri 9-18 Centro, lunch 10 min", ANA, placed)) == ["work 09:00-18:00"]


def at_noon(minutes: int, start: str, end: str) -> Schedule:
    row = booking("Ana", f"Mon {start}-{end}", break_minutes=minutes, break_start=instant(MONDAY, 720, ZONE))
    return schedule(ANA, "visit V1: Centro", [row])


def test_a_fixed_break_is_where_it_is() -> None:
    assert not variants(at_noon(60, "6", "19"))
    assert variants(at_noon(60, "5:59", "19")) == ["work 05:59-12:00"]
    assert variants(at_noon(60, "6", "19:01")) == ["work 13:00-19:01"]
    assert variants(at_noon(14, "9", "18")) == ["work 09:00-18:00"]


def test_a_break_that_was_taken_while_away_is_not_taken_again() -> None:
    lines = ("line Helpdesk: Mon-Fri 8-20 Centro, lunch 60 min", ANA)
    assert not variants(schedule(*lines, "Ana: on Helpdesk Mon"))
    assert variants(schedule(*lines, "Ana: on Helpdesk Mon, away Mon 8-9")) == ["work 09:00-20:00"]


def test_an_absence_is_a_break_too() -> None:
    assert not variants(schedule(ANA, "Ana: Mon 8-15 Centro, away Mon 11-12"))


def test_the_numbers_are_those_of_the_rule_set() -> None:
    def rules(**limits: int) -> RuleSet:
        return RuleSet(id=1, name="x", scope=RuleScope.COMPANY, first=date(2020, 1, 1), **limits)

    items = "Ana: Mon 8-11 Centro, Mon 11:15-14:30 Centro"
    assert variants(schedule(ANA, [rules(break_minutes=30)], items)) == ["work 08:00-14:30"]
    assert variants(schedule(ANA, [rules(break_after=180)], items)) == ["work 11:15-14:30"]


# lunch


@pytest.mark.parametrize(
    ("items", "missing"),
    [
        (["Mon 9-13 Centro", "Mon 14-17 Centro"], []),
        (["Mon 9-13 Centro", "Mon 13:59-17 Centro"], ["lunch 13:00-16:00"]),
        (["Mon 9-13:30 Centro", "Mon 14:30-17 Centro"], []),
        (["Mon 9-12 Centro", "Mon 13:30-15:30 Centro", "Mon 16:30-18 Centro"], ["lunch 13:00-16:00"]),
        (["Mon 9-12 Centro", "Mon 13:30-15 Centro", "Mon 16-18 Centro"], []),
        # the trip may lie before or after the meal
        (["Mon 9-13 Centro", "Mon 15:10-17 Barajas"], []),
        (["Mon 9-13 Centro", "Mon 15:09-17 Barajas"], ["lunch 13:00-16:00"]),
        (["Mon 9-12 Centro", "Mon 14:10-17 Barajas"], []),
        (["Mon 9-12:30 Centro", "Mon 14:10-17 Barajas"], ["lunch 13:00-16:00"]),
        # days that begin or end within those hours leave time at home
        (["Mon 13-15 Centro", "Mon 15:30-18 Centro"], []),
        (["Mon 9-12 Centro", "Mon 12:20-14 Centro", "Mon 14:30-16 Centro"], []),
    ],
)
def test_a_day_of_visits_leaves_an_hour_between_one_and_four(items: list[str], missing: list[str]) -> None:
    assert variants(visits(*items)) == missing


def test_a_placed_day_fixes_its_lunch_also_beside_a_visit() -> None:
    lines = ("line Helpdesk: Mon-Fri 8-15:30 Centro, lunch 30 min", ANA, WAYS)
    assert not variants(schedule(*lines, "Ana: on Helpdesk Mon, Mon 16-17 Centro"))


def test_placed_days_without_a_break_are_no_days_of_visits() -> None:
    lines = ("line Helpdesk: Mon-Fri 9-14 Centro", "line Tarde: Mon-Fri 14:30-17 Centro", ANA, WAYS)
    assert not variants(schedule(*lines, "Ana: on Helpdesk Mon, on Tarde Mon"))
    assert variants(schedule(*lines, "Ana: on Helpdesk Mon, Mon 14:30-17 Centro")) == ["lunch 13:00-16:00"]


def test_lunch_is_eaten_on_the_technicians_clock() -> None:
    items = "Ana: Mon 9-13 Centro remote, Mon 13:30-17 Centro remote"
    assert variants(schedule("technician Ana: client", items)) == ["lunch 13:00-16:00"]
    # in the Canaries these are 08:00 to 12:00 and 12:30 to 16:00
    assert not variants(schedule("technician Ana: client, zone Atlantic/Canary", items))


def test_both_sentences() -> None:
    assert told(visits("Mon 8-14:30 Centro"), Rule.BREAK) == [
        "Ana works on Mon 23 Nov from 08:00 to 14:30 without a break of 15 min. Leave one in between."
    ]
    (lunch,) = conflicts(visits("Mon 9-13 Centro", "Mon 13:30-17 Centro"), Rule.BREAK)
    assert say(lunch.sentence, "en") == (
        "Ana has no 1 h free for lunch on Mon 23 Nov between 13:00 and 16:00. Move or shorten a visit."
    )
    assert say(lunch.sentence, "es") == (
        "Ana no tiene 1 h libre para comer el lun 23 nov entre las 13:00 y las 16:00. Mueve o acorta una visita."
    )


# against every way of taking the breaks

STEP = 15
PLACES = ("V1", "V2")


@st.composite
def long_days(draw: st.DrawFn) -> Schedule:
    """Bookings on the quarter of an hour, up to two of them with a break in them."""
    times = sorted(draw(st.sets(st.integers(6 * 4, 21 * 4), min_size=2, max_size=8)))
    rows, breaks = [], 0
    for id, (start, end) in enumerate(list(pairwise(times))[:: draw(st.sampled_from((1, 1, 2)))], start=1):
        pause = draw(st.sampled_from((0, 0, 0, 15, 30))) if breaks < 2 and end - start > 2 else 0
        breaks += pause > 0
        first = instant(MONDAY, start * STEP, ZONE)
        fixed = draw(st.none() | st.integers(0, end - start - 2)) if pause else None
        rows.append(
            booking(
                "Ana",
                Span(first, instant(MONDAY, end * STEP, ZONE)),
                id=id,
                visit_id=id_of("visit", draw(st.sampled_from(PLACES))),
                mode=draw(st.sampled_from((Mode.ON_SITE, Mode.REMOTE))),
                break_minutes=pause,
                break_start=None if fixed is None else first + fixed * STEP * MINUTE,
            )
        )
    return schedule("visit V1: Centro", "visit V2: Barajas", ANA, WAYS, rows)


def ways_between(office: Schedule) -> list[tuple[Assignment, Assignment, int]]:
    ana = named(office, Technician, "Ana")
    return [
        (one, other, travel_minutes(office, ana, spot_of(office, ana, one), spot_of(office, ana, other), one.end) or 0)
        for one, other in pairwise(bookings(office, "Ana"))
    ]


def busy_minutes(office: Schedule, taken: dict[int, int]) -> set[int]:
    """Minutes of the epoch that are not free when each booking's break is taken at the minute given."""
    busy: set[int] = set()
    for row in bookings(office, "Ana"):
        minutes = set(range(row.start // MINUTE, row.end // MINUTE))
        at = row.break_start // MINUTE if row.break_start is not None else taken.get(row.id)
        if at is not None:
            minutes -= set(range(at, at + row.break_minutes))
        busy |= minutes
    for one, other, minutes_away in ways_between(office):
        busy |= set(range(max(one.end // MINUTE, other.start // MINUTE - minutes_away), other.start // MINUTE))
    return busy


def longest_stretch(busy: set[int], least: int) -> int:
    """Minutes from a start of work to the last one before a break that is long enough."""
    longest, start, last = 0, 0, -(10**12)
    for minute in sorted(busy):
        if minute - last - 1 >= least:
            start = minute
        last = minute
        longest = max(longest, minute + 1 - start)
    return longest


@settings(max_examples=80, deadline=None)
@given(office=long_days())
def test_a_stretch_is_too_long_when_no_way_of_taking_the_breaks_helps(office: Schedule) -> None:
    movable = [row for row in bookings(office, "Ana") if row.break_minutes and row.break_start is None]
    choices = [range(row.start // MINUTE, row.end // MINUTE - row.break_minutes + 1, STEP) for row in movable]
    best = min(
        longest_stretch(busy_minutes(office, {row.id: at for row, at in zip(movable, chosen, strict=True)}), 15)
        for chosen in product(*choices)
    )
    assert any(text.startswith("work") for text in variants(office)) == (best > 360)


@settings(max_examples=80, deadline=None)
@given(office=long_days())
def test_lunch_is_missing_when_no_hour_is_free_before_or_after_the_trips(office: Schedule) -> None:
    rows = bookings(office, "Ana")
    opens, closes = instant(MONDAY, 13 * 60, ZONE) // MINUTE, instant(MONDAY, 16 * 60, ZONE) // MINUTE
    asked = (
        rows[0].start // MINUTE < opens and rows[-1].end // MINUTE > closes and not any(r.break_minutes for r in rows)
    )
    free = False
    for one, other, away in ways_between(office):
        begins, ends = one.end // MINUTE, other.start // MINUTE
        for first, last in ((begins, ends - away), (begins + away, ends)):
            hours = set(range(first, last)) & set(range(opens, closes))
            free = free or len(hours) >= 60
    found = variants(office)
    if not any(text.startswith("work") for text in found):
        assert bool(found) == (asked and not free)
