"""The dated places that engagements promise, and who fills them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.change import Edit
from techsched.model.demand import demand, demand_on, filled_by, is_away, is_filled, stands, zone_of_line
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.hours import week_hours
from techsched.model.kinds import EngagementState, Mode
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, Days
from techsched.model.wall import minute_of
from tests.builders import (
    MONDAY,
    bookings,
    changed,
    closure,
    day,
    engagement,
    holiday,
    id_of,
    line,
    named,
    schedule,
    shown,
    site,
)

WEEK = Days(MONDAY, MONDAY + timedelta(days=7))


def asked(office: Schedule, name: str = "Helpdesk", days: Days = WEEK) -> list[str]:
    """'Mon 09:00' for each day that the line asks for."""
    return [shown(each.start, each.zone) for each in demand(office, named(office, StaffingLine, name), days)]


def of(what: StaffingLine | Engagement, *more: Row) -> Schedule:
    rows = [what, *more]
    if not any(isinstance(row, Engagement) for row in rows):
        rows.append(engagement())
    if not any(isinstance(row, StaffingLine) for row in rows):
        rows.append(line())
    return schedule([site(), *rows])


def test_a_line_asks_for_each_day_of_its_hours() -> None:
    office = schedule("line Helpdesk: Mon-Wed 9-17 Centro, 2 people, lunch 60 min")
    assert asked(office) == ["Mon 09:00", "Tue 09:00", "Wed 09:00"]
    first = demand_on(office, named(office, StaffingLine, "Helpdesk"), MONDAY)
    assert first is not None
    assert (first.end - first.start, first.break_minutes, first.break_start) == (8 * HOUR, 60, None)
    assert (first.wall_start, first.wall_end, first.site_id) == (540, 1020, id_of("site", "Centro"))


def test_holidays_are_those_of_the_sites_municipality() -> None:
    office = schedule(
        "site Centro: calendar ES-MD-28079",
        "holiday: Mon in ES, Tue in ES-MD, Wed in ES-MD-28079, Thu in ES-CT, Fri in ES-MD-28",
        "line Helpdesk: Mon-Fri 9-17 Centro",
        "line Guardia: Mon-Fri 9-17 Centro, works holidays",
    )
    assert asked(office) == ["Thu 09:00", "Fri 09:00"]
    assert len(asked(office, "Guardia")) == 5


def test_work_without_a_place_keeps_the_offices_holidays() -> None:
    away = engagement(site_id=None, mode=Mode.REMOTE)
    assert asked(of(away, line(mode=Mode.REMOTE), holiday(MONDAY, "ES-MD")))[0] == "Tue 09:00"


def test_a_closed_site_asks_for_nobody_and_stress_days_ask_as_usual() -> None:
    office = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "closed Centro: Tue-Wed", "blackout Centro: Thu")
    assert asked(office) == ["Mon 09:00", "Thu 09:00", "Fri 09:00"]


def test_a_closure_of_another_site_of_the_client_is_no_matter() -> None:
    other = replace(site("Retiro"), client_id=id_of("client", "Centro"))
    office = of(line(), other, closure(MONDAY, day("Wed"), other))
    assert len(asked(office)) == 5


def test_a_day_engagement_asks_for_its_single_days() -> None:
    office = of(line(dates=(day("Thu"), day("Mon"), day("Sat"))))
    assert asked(office) == ["Mon 09:00", "Thu 09:00"]


@pytest.mark.parametrize("state", list(EngagementState))
def test_only_what_is_agreed_makes_demand(state: EngagementState) -> None:
    promised = {"confirmed", "onboarding", "active", "ending", "ended"}
    assert bool(asked(of(engagement(state=state)))) == (state in promised)


def test_line_and_engagement_both_bound_the_days() -> None:
    office = of(line(first=day("Tue"), after=day("Sat")), engagement(first=date(2026, 1, 1), after=day("Thu")))
    assert asked(office) == ["Tue 09:00", "Wed 09:00"]
    assert asked(office, days=Days(day("Mon+1"), day("Fri+1"))) == []


def test_on_site_days_are_read_on_the_sites_clock_and_remote_ones_on_the_engagements() -> None:
    there = site(zone="Atlantic/Canary")
    mixed = line(mode=Mode.MIXED, onsite_weekdays=(0, 2))
    office = schedule([there, engagement(where=there, zone="America/New_York"), mixed])
    zones = [zone_of_line(office, mixed, day(on)) for on in ("Mon", "Tue", "Wed")]
    assert zones == ["Atlantic/Canary", "America/New_York", "Atlantic/Canary"]
    found = list(demand(office, mixed, WEEK))
    assert [each.mode for each in found[:2]] == [Mode.ON_SITE, Mode.REMOTE]
    assert [shown(each.start) for each in found[:2]] == ["Mon 10:00", "Tue 15:00"]


def test_nights_over_the_clock_changes_are_7_and_9_hours_and_belong_to_the_evening() -> None:
    nights = line(hours=week_hours(range(7), 22 * 60, 6 * 60))
    office = of(nights)
    lengths = {}
    for evening in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)):
        found = demand_on(office, nights, evening)
        assert found is not None
        assert minute_of(found.end, found.zone) == 6 * 60
        lengths[evening.isoformat()] = (found.end - found.start) // HOUR
    assert lengths == {"2026-03-28": 7, "2026-03-29": 8, "2026-10-24": 9, "2026-10-25": 8}


def test_a_fixed_break_is_an_instant_of_the_day() -> None:
    office = of(line(hours=week_hours(range(5), 540, 1080, 60, 840)))
    found = demand_on(office, named(office, StaffingLine, "Helpdesk"), MONDAY)
    assert found is not None
    assert found.break_start is not None
    assert shown(found.break_start) == "Mon 14:00"


@settings(max_examples=40)
@given(
    weekdays=st.sets(st.integers(0, 6), min_size=1),
    first=st.integers(0, 20),
    length=st.integers(1, 20) | st.none(),
    off=st.sets(st.integers(0, 30), max_size=5),
    dates=st.sets(st.integers(0, 30), max_size=5),
)
def test_a_span_of_demand_is_the_sum_of_its_days(
    weekdays: set[int], first: int, length: int | None, off: set[int], dates: set[int]
) -> None:
    def on(offset: int) -> date:
        return MONDAY + timedelta(days=offset)

    told = line(
        hours=week_hours(weekdays, 540, 1020),
        first=on(first),
        after=None if length is None else on(first + length),
        dates=tuple(on(n) for n in dates),
    )
    office = of(told, *(holiday(on(n)) for n in off))
    found = {each.day for each in demand(office, told, Days(on(0), on(31)))}
    expected = {
        on(n)
        for n in range(31)
        if on(n).weekday() in weekdays
        and n >= first
        and (length is None or n < first + length)
        and n not in off
        and (not dates or n in dates)
    }
    assert found == expected


# who fills a place


def test_a_place_is_filled_by_whoever_is_there() -> None:
    office = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro, 2 people", "Ana: on Helpdesk Mon-Fri, sick Tue, away Wed 9-10"
    )
    helpdesk = id_of("line", "Helpdesk")
    filled = [is_filled(office, helpdesk, 1, day(on)) for on in ("Mon", "Tue", "Wed", "Thu", "Sat")]
    assert filled == [True, False, False, True, False]
    assert not is_filled(office, helpdesk, 2, MONDAY)
    monday, tuesday, wednesday = bookings(office, "Ana")[:3]
    assert [is_away(office, row) for row in (monday, tuesday, wednesday)] == [False, True, True]


def test_a_cover_fills_the_place_and_so_does_the_covers_cover() -> None:
    told = (
        "line Helpdesk: Mon-Fri 9-17 Centro",
        "Ana: on Helpdesk Mon-Fri, sick Mon-Fri",
        "Berta: covers Ana Mon, sick Mon",
    )
    office = schedule(*told)
    base = bookings(office, "Ana")[0]
    assert filled_by(office, base) is None
    helped = schedule(*told, "Carla: covers Berta Mon")
    filler = filled_by(helped, bookings(helped, "Ana")[0])
    assert filler is not None
    assert filler.technician_id == id_of("technician", "Carla")
    assert is_filled(helped, id_of("line", "Helpdesk"), 1, MONDAY)


def test_a_released_day_is_no_longer_filled() -> None:
    office = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon")
    base = bookings(office, "Ana")[0]
    freed = office.with_(changed(office, Edit(base, replace(base, released_by=7))))
    assert stands(office, base)
    assert not stands(freed, bookings(freed, "Ana")[0])
    assert not is_filled(freed, id_of("line", "Helpdesk"), 1, MONDAY)


def test_absence_is_read_on_the_technicians_clock() -> None:
    office = schedule("technician Ana: zone Asia/Tokyo", "Ana: sick Tue, Mon 9-15 Centro, Mon 17-18 Centro")
    morning, afternoon = bookings(office, "Ana")
    assert not is_away(office, morning)
    assert is_away(office, afternoon)
