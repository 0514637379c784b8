"""The legs of a technician's day against a walk over its minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.assignment import Assignment
from techsched.model.change import Edit
from techsched.model.client import Site
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.journey import (
    NOWHERE,
    Leg,
    day_journey,
    earliest_arrival,
    home_of,
    legs_around,
    links_on,
    spot_of,
    travel_minutes,
)
from techsched.model.kinds import AssignmentState, Mode
from techsched.model.office import OuterZone, TravelTime
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, MINUTE, ONE_DAY, Instant
from techsched.model.technician import Technician
from tests.builders import (
    MONDAY,
    booking,
    bookings,
    changed,
    engagement,
    id_of,
    line,
    moment,
    named,
    office,
    placement,
    schedule,
    shown,
    site,
    technician,
)
from tests.rows import visit

ANA = "technician Ana: lives in Chamberí"
WAYS = [
    TravelTime(id=60, origin="district:07", destination="district:01", minutes=35),
    TravelTime(id=61, origin="district:07", destination="district:21", minutes=60),
    TravelTime(id=62, origin="district:01", destination="district:21", minutes=70),
]
"""Chamberí to Centro, Chamberí to Barajas, Centro to Barajas, and back."""


def told(held: Schedule, legs: tuple[Leg, ...], zone: str = "Europe/Madrid") -> list[str]:
    """'home 08:35-09:00 Centro', a trip that nobody knows as 'home ? Centro'."""

    def named_place(row_id: int | None) -> str:
        if row_id is None:
            return "home"
        row = held.row(Assignment, row_id)
        who = held.row(Technician, row.technician_id)
        site_id = spot_of(held, who, row).site_id
        return "home" if site_id is None else held.row(Site, site_id).name

    found = []
    for leg in legs:
        taken = f"{shown(leg.depart, zone)[4:]}-{shown(leg.arrive, zone)[4:]}" if leg.minutes is not None else "?"
        found.append(f"{named_place(leg.from_row)} {taken} {named_place(leg.to_row)}")
    return found


def journey(held: Schedule, day: date = MONDAY, who: str = "Ana") -> list[str]:
    return told(held, day_journey(held, id_of("technician", who), day))


def test_a_day_begins_and_ends_at_home() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 13-14 Barajas")
    assert journey(held) == [
        "home 08:25-09:00 Centro",
        "Centro 11:50-13:00 Barajas",
        "Barajas 14:00-15:00 home",
    ]


def test_travel_lies_before_the_booked_arrival_and_after_the_last_stop() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 13-14 Barajas")
    first, second = bookings(held, "Ana")
    legs = day_journey(held, id_of("technician", "Ana"), MONDAY)
    assert [leg.arrive for leg in legs[:2]] == [first.start, second.start]
    assert legs[2].depart == second.end


def test_a_trip_that_does_not_fit_arrives_late() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 11:30-14 Barajas")
    assert journey(held)[1] == "Centro 11:00-12:10 Barajas"


def test_two_bookings_in_one_place_need_no_trip() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 11-12 Centro")
    assert journey(held) == ["home 08:25-09:00 Centro", "Centro 12:00-12:35 home"]


def test_remote_work_is_done_at_home() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 8-10 Barajas remote, Mon 12-13 Centro, Mon 15-16 Barajas remote")
    assert journey(held) == ["home 11:25-12:00 Centro", "Centro 14:25-15:00 home"]
    assert journey(schedule(ANA, WAYS, "Ana: Mon 9-17 Centro remote")) == []
    assert journey(schedule(ANA, WAYS)) == []


def test_what_is_withdrawn_released_or_absent_is_not_gone_to() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-10 Centro, Mon 11-12 Barajas withdrawn, Mon 15-16 Usera, away Mon 14-17")
    assert journey(held) == ["home 08:25-09:00 Centro", "Centro 10:00-10:35 home"]
    row = bookings(held, "Ana")[0]
    freed = held.with_(changed(held, Edit(row, replace(row, released_by=5))))
    assert journey(freed) == []


def test_an_absence_of_hours_cuts_the_way_short() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-17 Centro, away Mon 8-12")
    assert journey(held) == ["home 11:25-12:00 Centro", "Centro 17:00-17:35 home"]
    middle = schedule(ANA, WAYS, "Ana: Mon 9-17 Centro, away Mon 12-14")
    assert journey(middle) == ["home 08:25-09:00 Centro", "Centro 17:00-17:35 home"]


def test_a_night_belongs_to_the_evening_on_which_it_starts() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 22-6 Centro, Tue 15-16 Barajas")
    assert journey(held) == ["home 21:25-22:00 Centro", "Centro 06:00-06:35 home"]
    assert journey(held, MONDAY + ONE_DAY)[0] == "home 14:00-15:00 Barajas"


def test_a_cover_goes_where_the_base_would_have_gone() -> None:
    held = schedule(
        "line Helpdesk: Mon-Fri 9-17 Barajas", "Berta: on Helpdesk Mon, sick Mon", ANA, WAYS, "Ana: covers Berta Mon"
    )
    assert journey(held) == ["home 08:00-09:00 Barajas", "Barajas 17:00-18:00 home"]
    assert journey(held, who="Berta") == []


def test_a_placed_day_goes_to_the_lines_site_or_the_engagements() -> None:
    held = schedule("line Helpdesk: Mon-Fri 9-17 Barajas", ANA, WAYS, "Ana: on Helpdesk Mon")
    assert journey(held)[0] == "home 08:00-09:00 Barajas"
    moved = schedule("line Helpdesk: Mon-Fri 9-17 Barajas", ANA, WAYS, "Ana: on Helpdesk Mon", "Berta: Mon 9-10 Centro")
    told_line = named(moved, StaffingLine, "Helpdesk")
    after = moved.with_(changed(moved, Edit(told_line, replace(told_line, site_id=id_of("site", "Centro")))))
    assert journey(moved)[0] == "home 08:00-09:00 Barajas"
    assert journey(after)[0] == "home 08:25-09:00 Centro"


def test_minutes_set_by_hand_and_zones_outside_the_city_count() -> None:
    pozuelo = OuterZone(id=50, name="Pozuelo", nearest_district="09", extra_minutes=12)
    by_hand = TravelTime(id=51, origin="district:07", destination=f"site:{id_of('site', 'Centro')}", minutes=7)
    there = site("Nave", district="", outer_zone_id=50)
    held = schedule([pozuelo, by_hand, there, visit("V1", there)], ANA, "Ana: Mon 9-10 Centro, Mon 12-13 V1")
    legs = day_journey(held, id_of("technician", "Ana"), MONDAY)
    city = schedule(ANA, "Ana: Mon 12-13 Moncloa-Aravaca")
    inside = day_journey(city, id_of("technician", "Ana"), MONDAY)[0].minutes
    assert legs[0].minutes == 7
    assert inside is not None
    assert legs[2].minutes in (inside + 10, inside + 15)


def test_a_way_that_nobody_knows_is_told_as_such() -> None:
    held = schedule([technician("Ana", home_district="")], WAYS, "Ana: Mon 9-10 Centro, Mon 12-13 Barajas")
    assert journey(held) == ["home ? Centro", "Centro 10:50-12:00 Barajas", "Barajas ? home"]
    legs = day_journey(held, id_of("technician", "Ana"), MONDAY)
    assert (legs[0].minutes, legs[0].depart, legs[0].arrive) == (None, moment("Mon 9:00"), moment("Mon 9:00"))


def test_on_site_work_without_a_site_is_nowhere() -> None:
    held = schedule([engagement(site_id=None), line(), placement("Ana", "Helpdesk", MONDAY, MONDAY + ONE_DAY)])
    row = booking("Ana", "Mon 9-17", placement_id=id_of("placement", f"Ana Helpdesk {MONDAY}"))
    there, back = legs_around(held, named(held, Technician, "Ana"), row)
    assert there is not None
    assert back is not None
    assert (there.minutes, there.destination, back.origin) == (None, NOWHERE, NOWHERE)
    assert named(held, Engagement, "Helpdesk").site_id is None


# an imagined booking


def test_a_booking_only_thought_of_has_legs_of_its_own() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro, Mon 16-17 Centro", "visit V1: Barajas")
    ana = named(held, Technician, "Ana")
    there, back = legs_around(held, ana, booking("Ana", "Mon 13-14", id=5))
    assert there is not None
    assert back is not None
    assert (shown(there.depart), shown(there.arrive)) == ("Mon 11:50", "Mon 13:00")
    assert (shown(back.depart), shown(back.arrive)) == ("Mon 14:50", "Mon 16:00")
    assert len(day_journey(held, ana.id, MONDAY)) == 2


def test_a_moved_booking_is_not_its_own_neighbour() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro")
    row = bookings(held, "Ana")[0]
    moved = replace(row, start=row.start + HOUR, end=row.end + HOUR)
    there, back = legs_around(held, named(held, Technician, "Ana"), moved)
    assert there is not None
    assert back is not None
    assert (there.from_row, back.to_row) == (None, None)
    assert (shown(there.arrive), shown(back.depart)) == ("Mon 10:00", "Mon 12:00")


def test_somebody_away_all_day_goes_nowhere() -> None:
    held = schedule(ANA, "Ana: sick Mon", "visit V1: Barajas")
    assert legs_around(held, named(held, Technician, "Ana"), booking("Ana", "Mon 13-14", id=5)) == (None, None)


# against the minutes of the day

PLACES = ("Centro", "Barajas", "Villaverde", "Salamanca")


@st.composite
def days_on_the_road(draw: st.DrawFn) -> Schedule:
    """Up to five bookings, at quarters of an hour, that do not overlap."""
    quarters = sorted(draw(st.sets(st.integers(6 * 4, 22 * 4), max_size=10)))
    items = []
    for start, end in list(pairwise(quarters))[::2]:
        place, remote = draw(st.sampled_from(PLACES)), draw(st.sampled_from(("", "", " remote")))
        hours = f"{start // 4}:{start % 4 * 15:02d}-{end // 4}:{end % 4 * 15:02d}"
        items.append(f"Mon {hours} {place}{remote}")
    transport = draw(st.sampled_from(("public", "car", "motorbike")))
    zone = draw(st.sampled_from(("Europe/Madrid", "Atlantic/Canary")))
    return schedule(
        f"technician Ana: lives in {draw(st.sampled_from(PLACES))}, by {transport}",
        f"Ana: {', '.join(items)}",
        office(zone=zone),
    )


@settings(max_examples=150, deadline=None)
@given(held=days_on_the_road())
def test_every_leg_is_the_best_that_the_minutes_allow(held: Schedule) -> None:
    ana = named(held, Technician, "Ana")
    rows = bookings(held, "Ana")
    legs = [link.leg for link in links_on(held, ana, MONDAY)]
    stops: list[Assignment | None] = [None, *rows, None]
    assert len(legs) == (len(rows) + 1 if rows else 0)
    for leg, (before, after) in zip(legs, pairwise(stops), strict=False):
        origin = home_of(held, ana) if before is None else spot_of(held, ana, before)
        destination = home_of(held, ana) if after is None else spot_of(held, ana, after)
        assert (leg.origin, leg.destination) == (origin, destination)
        assert leg.minutes is not None
        assert leg.arrive - leg.depart == leg.minutes * MINUTE

        def taken(depart: Instant, origin=origin, destination=destination) -> int:  # type: ignore[no-untyped-def]
            found = travel_minutes(held, ana, origin, destination, depart)
            assert found is not None
            return found

        if after is None:
            assert before is not None
            assert (leg.depart, leg.minutes) == (before.end, taken(before.end))
            continue
        planned = sorted({taken(after.start - back * MINUTE) for back in range(24 * 60)})
        fewest = next(m for m in planned if taken(after.start - m * MINUTE) <= m)
        if before is None or before.end <= after.start - fewest * MINUTE:
            assert (leg.arrive, leg.minutes) == (after.start, fewest)
        else:
            assert leg.minutes == taken(before.end)
            assert leg.arrive == max(after.start, before.end + leg.minutes * MINUTE)


@settings(max_examples=80, deadline=None)
@given(held=days_on_the_road(), data=st.data())
def test_imagining_a_booking_gives_the_legs_that_booking_it_gives(held: Schedule, data: st.DataObject) -> None:
    ana = named(held, Technician, "Ana")
    rows = [row for row in bookings(held, "Ana") if row.mode is Mode.ON_SITE]
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    by = data.draw(st.integers(-40, 40)) * 15 * MINUTE
    moved = replace(row, start=row.start + by, end=row.end + by)
    imagined = legs_around(held, ana, moved)
    booked = held.with_(changed(held, Edit(row, moved)))
    assert imagined == legs_around(booked, ana, moved)
    gone = replace(moved, state=AssignmentState.WITHDRAWN)
    assert legs_around(held, ana, gone) == (None, None)


# the earliest arrival


@pytest.mark.parametrize(
    ("after", "now", "arrival"),
    [
        ("Mon 8:00", "Mon 7:00", "Mon 08:00"),
        ("Mon 8:00", "Mon 7:50", "Mon 08:50"),
        ("Mon 9:30", "Mon 8:00", "Mon 12:10"),
        ("Mon 11:30", "Mon 8:00", "Mon 12:10"),
        ("Mon 11:30", "Mon 11:40", "Mon 12:50"),
        ("Mon 15:00", "Mon 8:00", "Mon 15:00"),
        ("Tue 6:30", "Mon 8:00", "Tue 06:30"),
    ],
)
def test_the_earliest_arrival_leaves_from_where_the_last_booking_ends(after: str, now: str, arrival: str) -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 9-11 Centro", "Berta: Mon 9-10 Barajas")
    ana, there = named(held, Technician, "Ana"), named(held, Site, "Barajas")
    assert shown(earliest_arrival(held, ana, there, moment(after), moment(now))) == arrival


def test_a_night_shift_is_left_in_the_morning() -> None:
    held = schedule(ANA, WAYS, "Ana: Mon 22-6 Centro", "Berta: Mon 9-10 Barajas")
    ana, there = named(held, Technician, "Ana"), named(held, Site, "Barajas")
    assert shown(earliest_arrival(held, ana, there, moment("Tue 5:00"), moment("Mon 8:00"))) == "Tue 07:10"
    assert shown(earliest_arrival(held, ana, there, moment("Tue 6:30"), moment("Tue 6:00"))) == "Tue 07:00"


def test_an_unknown_way_delays_nobody() -> None:
    held = schedule([technician("Ana", home_district="")], "Berta: Mon 9-10 Barajas")
    ana, there = named(held, Technician, "Ana"), named(held, Site, "Barajas")
    assert shown(earliest_arrival(held, ana, there, moment("Mon 9:00"), moment("Mon 8:00"))) == "Mon 09:00"


def test_peaks_are_those_of_the_offices_clock() -> None:
    told_by = "technician Ana: lives in Chamberí, by car"
    madrid = schedule(told_by, "Ana: Mon 9-10 Barajas")
    far = schedule(told_by, "Ana: Mon 9-10 Barajas", office(zone="Asia/Tokyo"))
    minutes = [day_journey(held, id_of("technician", "Ana"), MONDAY)[0].minutes for held in (madrid, far)]
    assert minutes[0] is not None
    assert minutes[1] is not None
    assert minutes[0] > minutes[1]
