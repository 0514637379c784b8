"""Trips between bookings that are impossible, tight, unknown, or long for what they bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.change import Edit
from techsched.model.conflict import Conflict
from techsched.model.journey import spot_of, travel_minutes
from techsched.model.kinds import Rule, RuleScope, Severity
from techsched.model.office import TravelTime
from techsched.model.ruleset import RuleSet
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE
from techsched.model.technician import Technician
from techsched.model.travel import Spot
from techsched.model.work import work_of
from techsched.rules import judge
from techsched.words import say
from tests.builders import booking, bookings, changed, named, schedule, technician
from tests.rules.asking import conflicts, told

TRIPS = (Rule.TRAVEL, Rule.TRAVEL_TIGHT, Rule.TRAVEL_UNKNOWN, Rule.TRAVEL_EXTRA)
LATE = (Rule.TRAVEL, Rule.TRAVEL_TIGHT)
ANA = "technician Ana: lives in Chamberí"
WAYS = [
    TravelTime(id=60, origin="district:07", destination="district:01", minutes=35),
    TravelTime(id=61, origin="district:07", destination="district:21", minutes=60),
    TravelTime(id=62, origin="district:01", destination="district:21", minutes=70),
    TravelTime(id=63, origin="district:01", destination="district:03", minutes=30),
]
"""Chamberí to Centro 35, to Barajas 60, Centro to Barajas 70, to Retiro 30, and back."""


def rules(**limits: Any) -> RuleSet:
    return RuleSet(id=70, name="ours", scope=RuleScope.COMPANY, first=date(2020, 1, 1), **limits)


def kinds(found: list[Conflict]) -> list[str]:
    return [f"{c.severity.word} {c.rule}" for c in found]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("11:00", ["hard travel"]),
        ("11:55", ["hard travel"]),
        ("11:56", ["warning travel_tight"]),
        ("12:09", ["warning travel_tight"]),
        ("12:10", ["warning travel_tight"]),
        ("12:19", ["warning travel_tight"]),
        ("12:20", []),
        ("15:00", []),
    ],
)
def test_a_quarter_of_an_hour_late_is_hard_and_ten_minutes_to_spare_are_enough(start: str, expected: list[str]) -> None:
    office = schedule(ANA, WAYS, f"Ana: Mon 9-11 Centro, Mon {start}-16 Barajas")
    assert kinds(conflicts(office, *TRIPS)) == expected


def test_both_tolerances_are_settings() -> None:
    late, close = ("Ana: Mon 9-11 Centro, Mon 11:50-16 Barajas", "Ana: Mon 9-11 Centro, Mon 12:15-16 Barajas")
    assert kinds(conflicts(schedule(ANA, WAYS, [rules(late_tolerance=30)], late), *TRIPS)) == ["warning travel_tight"]
    assert kinds(conflicts(schedule(ANA, WAYS, [rules(late_tolerance=10)], late), *TRIPS)) == ["hard travel"]
    assert kinds(conflicts(schedule(ANA, WAYS, [rules(slack=5)], close), *TRIPS)) == []


def test_the_sentence_names_person_place_numbers_and_a_way_out() -> None:
    office = schedule(
        "site Ventas: Retiro, client Óptica Ventas",
        "site Clínica: Centro, client Clínica Áurea",
        ANA,
        WAYS,
        "Ana: Mon 9-10:38 Clínica, Mon 10:45-13 Ventas",
    )
    assert told(office, *TRIPS) == [
        "Ana would arrive at Óptica Ventas in Retiro on Mon 23 Nov at 11:08, 23 min after it starts: 30 min from "
        "Clínica Áurea in Centro. Start at 11:10, or send somebody nearer."
    ]
    (late,) = conflicts(office, *TRIPS)
    assert say(late.sentence, "es") == (
        "Ana llegaría a Óptica Ventas en Retiro el lun 23 nov a las 11:08, 23 min después de la hora: 30 min desde "
        "Clínica Áurea en Centro. Empieza a las 11:10 o envía a alguien más cercano."
    )


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        (
            "Mon 9-11 Centro, Mon 12-13 Barajas",
            "Ana would arrive at Barajas in Barajas on Mon 23 Nov at 12:10, 10 min late: 1 h 10 from Centro in Centro. "
            "12:20 would leave time.",
        ),
        (
            "Mon 9-11 Centro, Mon 12:12-13 Barajas",
            "Ana has 2 min to spare before Barajas in Barajas on Mon 23 Nov at 12:12: 1 h 10 from Centro in Centro. "
            "12:20 would leave time.",
        ),
        (
            "Mon 8-9 Centro remote, Mon 9:50-10 Barajas",
            "Ana would arrive at Barajas in Barajas on Mon 23 Nov at 10:00, 10 min late: 1 h from home, after Centro "
            "(remote). 10:10 would leave time.",
        ),
        (
            "Mon 8-9 Centro remote, Mon 9:30-12 Barajas",
            "Ana would arrive at Barajas in Barajas on Mon 23 Nov at 10:00, 30 min after it starts: 1 h from home, "
            "after Centro (remote). Start at 10:00, or send somebody nearer.",
        ),
        (
            "Mon 8-9 Barajas, Mon 9:30-12 Centro remote",
            "Ana would be home for Centro (remote) on Mon 23 Nov at 10:00, 30 min after it starts: 1 h from Barajas in "
            "Barajas. Start at 10:00, or give one to somebody else.",
        ),
        (
            "Mon 8-9 Barajas, Mon 10:05-12 Centro remote",
            "Ana is home with 5 min to spare before Centro (remote) on Mon 23 Nov at 10:05: 1 h from Barajas in "
            "Barajas. 10:10 would leave time.",
        ),
    ],
)
def test_each_kind_of_trip_has_its_sentence(items: str, sentence: str) -> None:
    assert told(schedule(ANA, WAYS, f"Ana: {items}"), *TRIPS) == [sentence]


def test_a_booking_in_the_same_place_needs_no_time_between() -> None:
    office = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 11-12 Centro, Mon 12-13 Barajas remote")
    assert kinds(conflicts(office, *LATE)) == ["hard travel"]
    assert not conflicts(schedule(ANA, WAYS, "Ana: Mon 9-11 Barajas remote, Mon 11-12 Centro remote"), *TRIPS)


def test_the_way_from_home_to_the_first_booking_is_nobodys_conflict() -> None:
    assert not conflicts(schedule(ANA, WAYS, "Ana: Mon 0:10-8 Barajas"), *TRIPS)
    assert not conflicts(schedule("technician Ana: lives in Chamberí, mobile", WAYS, "Ana: Mon 9-17 Barajas"), *TRIPS)


def test_a_double_booking_says_enough_by_itself() -> None:
    office = schedule(ANA, WAYS, "Ana: Mon 9-12 Centro, Mon 11-13 Barajas")
    assert kinds(conflicts(office, Rule.DOUBLE_BOOKING, *LATE)) == ["hard double_booking"]


def test_other_days_and_absent_bookings_are_no_neighbours() -> None:
    night = schedule(ANA, WAYS, "Ana: Mon 22-24 Centro, Tue 0:10-2 Barajas")
    assert not conflicts(night, *LATE)
    sick = schedule(ANA, WAYS, "Ana: Wed 9-11 Centro, Wed 11-12 Barajas, sick Wed")
    assert not conflicts(sick, *LATE)
    part = schedule(ANA, WAYS, "Ana: Mon 9-12 Centro, Mon 12-14 Barajas, away Mon 8-10:50")
    assert kinds(conflicts(part, *LATE)) == ["hard travel"]
    early = schedule(ANA, WAYS, "Ana: Mon 9-12 Centro, Mon 12-14 Barajas, away Mon 10:30-13")
    assert not conflicts(early, *LATE)


def test_a_conflict_of_two_bookings_is_told_once_and_the_same_from_both() -> None:
    office = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 11:30-14 Barajas")
    first, second = bookings(office, "Ana")
    (found,) = conflicts(office, Rule.TRAVEL)
    assert found.assignments == tuple(sorted((first.id, second.id)))
    assert (found.start, found.end) == (first.end, second.end)
    for row in (first, second):
        assert [c for c in judge(office, row, work_of(office, row)) if c.rule is Rule.TRAVEL] == [found]


def test_a_kept_trip_stays_kept_when_a_client_is_renamed_and_returns_when_a_time_moves() -> None:
    office = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 11:30-14 Barajas")
    (found,) = conflicts(office, Rule.TRAVEL)
    ana = named(office, Technician, "Ana")
    renamed = office.with_(changed(office, Edit(ana, replace(ana, name="Ana María"))))
    assert conflicts(renamed, Rule.TRAVEL)[0].fingerprint == found.fingerprint
    row = bookings(office, "Ana")[1]
    moved = office.with_(changed(office, Edit(row, replace(row, start=row.start - 5 * MINUTE))))
    assert conflicts(moved, Rule.TRAVEL)[0].fingerprint != found.fingerprint


# extra travel


def test_a_visit_squeezed_between_two_others_may_add_half_an_hour() -> None:
    near = schedule(ANA, WAYS, "Ana: Mon 8-9 Centro, Mon 11-12 Retiro, Mon 15-16 Centro")
    far = schedule(ANA, WAYS, "Ana: Mon 8-9 Centro, Mon 11-12 Barajas, Mon 15-16 Centro")
    limit = schedule(ANA, WAYS, [rules(extra_travel=60)], "Ana: Mon 8-9 Centro, Mon 11-12 Retiro, Mon 15-16 Centro")
    assert [dict(c.facts)["extra"] for c in conflicts(near, Rule.TRAVEL_EXTRA)] == [60]
    assert not conflicts(limit, Rule.TRAVEL_EXTRA)
    assert told(far, Rule.TRAVEL_EXTRA) == [
        "Ana would travel 2 h 20 more on Mon 23 Nov for Barajas in Barajas, 11:00–12:00; more than 30 min wants a "
        "reason. Send somebody nearer, or give your OK."
    ]
    assert kinds(conflicts(far, Rule.TRAVEL_EXTRA)) == ["approval travel_extra"]


def test_the_first_and_the_last_of_a_day_are_not_squeezed_in() -> None:
    assert not conflicts(schedule(ANA, WAYS, "Ana: Mon 8-9 Barajas, Mon 11-12 Centro"), Rule.TRAVEL_EXTRA)
    assert not conflicts(schedule(ANA, WAYS, "Ana: Mon 8-9 Barajas"), Rule.TRAVEL_EXTRA)


def test_only_the_booking_on_the_detour_is_asked_about() -> None:
    office = schedule(ANA, WAYS, "Ana: Mon 8-9 Centro, Mon 11-12 Barajas, Mon 15-16 Centro, Mon 18-19 Centro")
    (found,) = conflicts(office, Rule.TRAVEL_EXTRA)
    assert found.assignments == (bookings(office, "Ana")[1].id,)


def test_a_placed_day_is_never_a_detour_but_a_cover_is() -> None:
    placed = (
        "line Helpdesk: Mon-Fri 11-12 Barajas",
        ANA,
        WAYS,
        "Ana: Mon 8-9 Centro, Mon 15-16 Centro, on Helpdesk Mon",
    )
    assert not conflicts(schedule(*placed), Rule.TRAVEL_EXTRA)
    covered = (
        "line Helpdesk: Mon-Fri 11-12 Barajas",
        ANA,
        WAYS,
        "Berta: on Helpdesk Mon, sick Mon",
        "Ana: Mon 8-9 Centro, Mon 15-16 Centro, covers Berta Mon",
    )
    assert len(conflicts(schedule(*covered), Rule.TRAVEL_EXTRA)) == 1


# unknown ways


def test_a_way_between_two_bookings_that_nobody_knows_is_asked_for() -> None:
    office = schedule(
        [technician("Ana", home_district="")], WAYS, "Ana: Mon 9-10 Centro remote, Mon 12-13 Barajas, Mon 15-16 Centro"
    )
    assert told(office, Rule.TRAVEL_UNKNOWN) == [
        "Ana goes from Centro (remote) to Barajas in Barajas on Mon 23 Nov, and nobody has said how long that takes. "
        "Enter the minutes, or where both places are."
    ]


def test_the_way_from_an_unknown_home_matters_to_mobile_technicians() -> None:
    resident, mobile = "technician Ana: client", "technician Ana: mobile"
    unknown = schedule(mobile, WAYS, "Ana: Mon 9-10 Centro, Mon 12-13 Centro")
    ana = named(unknown, Technician, "Ana")
    unknown = unknown.with_(changed(unknown, Edit(ana, replace(ana, home_district=""))))
    assert (
        told(unknown, Rule.TRAVEL_UNKNOWN)
        == [
            "Ana goes to Centro in Centro on Mon 23 Nov, and nobody has said how long it takes from home. Enter the "
            "home district, or the minutes: they are working time."
        ]
        * 2
    )
    known = schedule(resident, WAYS, "Ana: Mon 9-10 Centro")
    held = named(known, Technician, "Ana")
    lost = known.with_(changed(known, Edit(held, replace(held, home_district=""))))
    assert not conflicts(lost, Rule.TRAVEL_UNKNOWN)


# a booking that is only thought of


def test_an_imagined_booking_is_late_or_makes_the_next_one_late() -> None:
    office = schedule(ANA, WAYS, "visit V1: Barajas", "Ana: Mon 9-11 Centro, Mon 14-15 Centro")

    def verdicts(when: str) -> list[str]:
        row = booking("Ana", when, id=5)
        return kinds([c for c in judge(office, row, work_of(office, row)) if c.rule in LATE])

    assert verdicts("Mon 11:30-12") == ["hard travel"]
    assert verdicts("Mon 12:20-13:30") == ["hard travel"]
    assert verdicts("Mon 12:20-12:40") == []
    assert verdicts("Mon 16:10-17") == ["warning travel_tight"]


# against the arithmetic of every pair

PLACES = ("Centro", "Barajas", "Villaverde")


@st.composite
def busy_days(draw: st.DrawFn) -> Schedule:
    times = sorted(draw(st.sets(st.integers(6 * 12, 21 * 12), max_size=10)))
    items = []
    for start, end in list(pairwise(times))[::2]:
        place, remote = draw(st.sampled_from(PLACES)), draw(st.sampled_from(("", "", " remote")))
        items.append(f"Mon {start // 12}:{start % 12 * 5:02d}-{end // 12}:{end % 12 * 5:02d} {place}{remote}")
    how = draw(st.sampled_from(("public", "car")))
    limits = rules(late_tolerance=draw(st.sampled_from((5, 15))), slack=draw(st.sampled_from((0, 10, 25))))
    return schedule(f"technician Ana: lives in Chamberí, by {how}", [limits], f"Ana: {', '.join(items)}")


@settings(max_examples=120, deadline=None)
@given(office=busy_days())
def test_lateness_is_the_end_before_plus_the_way_less_the_start(office: Schedule) -> None:
    ana = named(office, Technician, "Ana")
    expected = []
    for one, other in pairwise(bookings(office, "Ana")):
        here, there = spot_of(office, ana, one), spot_of(office, ana, other)
        if here == there:
            continue
        limits = office.limits(ana.id, one.day)

        def taken(leave: int, here: Spot = here, there: Spot = there) -> int:
            return travel_minutes(office, ana, here, there, leave) or 0

        planned = sorted({taken(other.start - back * MINUTE) for back in range(24 * 60)})
        minutes = next(m for m in planned if taken(other.start - m * MINUTE) <= m)
        if one.end + minutes * MINUTE > other.start:
            minutes = taken(one.end)
        late = (one.end - other.start) // MINUTE + minutes
        if late >= limits.late_tolerance:
            expected.append((Severity.HARD, (one.id, other.id)))
        elif late > -limits.slack:
            expected.append((Severity.WARNING, (one.id, other.id)))
    found = [(c.severity, c.assignments) for c in conflicts(office, *LATE)]
    assert sorted(found) == sorted(expected)
