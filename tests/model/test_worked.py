"""What a technician works on a day against a count of its minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.assignment import Assignment
from techsched.model.change import Edit
from techsched.model.journey import home_of, spot_of, travel_minutes
from techsched.model.kinds import Mode, WorkPlace
from techsched.model.leg import DayWork
from techsched.model.office import TravelTime
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, MINUTE, ONE_DAY, Instant, Span
from techsched.model.technician import Technician
from techsched.model.wall import instant, wall_span
from techsched.model.worked import Workdays, worked_on
from tests.builders import (
    MONDAY,
    ZONE,
    absence,
    booking,
    bookings,
    changed,
    day,
    id_of,
    named,
    schedule,
    shown,
    technician,
    visit,
)
from tests.rows import site

WAYS = [
    TravelTime(id=60, origin="district:07", destination="district:01", minutes=35),
    TravelTime(id=61, origin="district:07", destination="district:21", minutes=60),
    TravelTime(id=62, origin="district:01", destination="district:21", minutes=70),
]
MOBILE = "technician Ana: lives in Chamberí, mobile"
RESIDENT = "technician Ana: lives in Chamberí, client"


def work(held: Schedule, on: date = MONDAY) -> DayWork | None:
    return worked_on(held, named(held, Technician, "Ana"), on)


def told(held: Schedule, on: date = MONDAY) -> str:
    """'08:25-18:00, 8 h 30'."""
    found = work(held, on)
    if found is None:
        return "free"
    return f"{shown(found.start)[4:]}-{shown(found.end)[4:]}, {found.minutes // 60} h {found.minutes % 60:02d}"


def test_first_and_last_trip_are_work_for_mobile_technicians_only() -> None:
    items = "Ana: Mon 9-11 Centro, Mon 13-14 Barajas"
    assert told(schedule(MOBILE, WAYS, items)) == "08:25-15:00, 5 h 45"
    assert told(schedule(RESIDENT, WAYS, items)) == "09:00-14:00, 4 h 10"


def test_a_trip_between_bookings_counts_as_far_as_there_is_time_for_it() -> None:
    assert told(schedule(RESIDENT, WAYS, "Ana: Mon 9-11 Centro, Mon 11:20-14 Barajas")) == "09:00-14:00, 5 h 00"


def test_remote_work_has_no_way_to_it() -> None:
    assert told(schedule(MOBILE, WAYS, "Ana: Mon 9-17 Barajas remote")) == "09:00-17:00, 8 h 00"
    assert told(schedule(MOBILE, WAYS, "Ana: Mon 9-11 Centro remote, Mon 12-13 Barajas")) == "09:00-14:00, 5 h 00"


def test_breaks_are_not_worked() -> None:
    placed = schedule("line Helpdesk: Mon-Fri 9-18 Centro, lunch 60 min", RESIDENT, WAYS, "Ana: on Helpdesk Mon")
    assert told(placed) == "09:00-18:00, 8 h 00"


def test_absent_released_and_withdrawn_bookings_are_not_worked() -> None:
    assert told(schedule(RESIDENT, WAYS, "Ana: Mon 9-17 Centro, sick Mon")) == "free"
    assert told(schedule(RESIDENT, WAYS, "Ana: Mon 9-17 Centro withdrawn")) == "free"
    held = schedule(RESIDENT, WAYS, "Ana: Mon 9-17 Centro, Mon 18-19 Centro")
    row = bookings(held, "Ana")[0]
    assert told(held.with_(changed(held, Edit(row, replace(row, released_by=5))))) == "18:00-19:00, 1 h 00"


def test_the_hours_that_an_absence_leaves_are_worked() -> None:
    assert told(schedule(RESIDENT, WAYS, "Ana: Mon 9-17 Centro, away Mon 8-12")) == "12:00-17:00, 5 h 00"
    assert told(schedule(RESIDENT, WAYS, "Ana: Mon 9-17 Centro, away Mon 12-14")) == "09:00-17:00, 6 h 00"


def test_who_is_double_booked_works_an_hour_once() -> None:
    assert told(schedule(RESIDENT, WAYS, "Ana: Mon 9-17 Centro, Mon 12-13 Centro")) == "09:00-17:00, 8 h 00"


def test_nights_over_the_clock_changes_count_as_long_as_they_last() -> None:
    spring, autumn = date(2026, 3, 28), date(2026, 10, 24)
    rows = [
        booking("Ana", wall_span(on, 22 * 60, 6 * 60, ZONE), id=number)
        for number, on in enumerate((spring, spring + ONE_DAY, autumn, autumn + ONE_DAY), start=1)
    ]
    held = schedule([visit("V1", site()), technician("Ana", work_place=WorkPlace.CLIENT), *rows])
    found = [work(held, on) for on in (spring, spring + ONE_DAY, autumn, autumn + ONE_DAY)]
    assert [each.minutes // 60 for each in found if each is not None] == [7, 8, 9, 8]


def test_a_booking_belongs_to_the_day_on_which_it_starts_where_its_technician_lives() -> None:
    held = schedule("technician Ana: zone Asia/Tokyo", "Ana: Mon 17-23 Centro remote")
    assert work(held, MONDAY) is None
    tuesday = work(held, MONDAY + ONE_DAY)
    assert tuesday is not None
    assert tuesday.minutes == 6 * 60


# against the minutes of the day


@st.composite
def working_days(draw: st.DrawFn) -> Schedule:
    """A Monday of up to five bookings, some of them at once, with breaks and absences of hours."""
    rows = []
    for id in range(1, 1 + draw(st.integers(0, 5))):
        start = instant(MONDAY, draw(st.integers(12, 40)) * 30, ZONE)
        length = draw(st.integers(1, 12)) * 30
        pause = draw(st.sampled_from((0, 0, 15, 25)))
        begins = draw(st.none() | st.integers(0, max(0, (length - pause) // 5)))
        rows.append(
            booking(
                "Ana",
                Span(start, start + length * MINUTE),
                id=id,
                visit_id=id_of("visit", draw(st.sampled_from(("V1", "V2")))),
                mode=draw(st.sampled_from((Mode.ON_SITE, Mode.ON_SITE, Mode.REMOTE))),
                break_minutes=pause,
                break_start=start + begins * 5 * MINUTE if pause and begins is not None else None,
            )
        )
    away = []
    if draw(st.integers(0, 2)) == 0:
        first = draw(st.integers(0, 40)) * 30
        away.append(absence("Ana", MONDAY, MONDAY + ONE_DAY, from_minute=first, to_minute=first + 120))
    return schedule(
        "visit V1: Centro",
        "visit V2: Barajas",
        draw(st.sampled_from((MOBILE, RESIDENT))),
        WAYS,
        rows,
        away,
    )


def minutes_of(start: Instant, end: Instant) -> set[int]:
    return set(range(start // MINUTE, end // MINUTE))


def runs_of(minutes: set[int]) -> list[tuple[int, int]]:
    """First minute and the one after the last, of each unbroken run."""
    found: list[tuple[int, int]] = []
    for minute in sorted(minutes):
        if found and found[-1][1] == minute:
            found[-1] = (found[-1][0], minute + 1)
        else:
            found.append((minute, minute + 1))
    return found


def counted(held: Schedule) -> int:
    """Minutes worked on Monday, one by one."""
    ana = named(held, Technician, "Ana")
    away: set[int] = set()
    for each in held.absences_on(ana.id, MONDAY):
        taken = each.away_on(MONDAY, ZONE)
        assert taken is not None
        away |= minutes_of(taken.start, taken.end)
    worked: set[int] = set()
    pauses = 0
    stops: list[tuple[int, int, Assignment]] = []
    for row in bookings(held, "Ana"):
        whole = minutes_of(row.start, row.end)
        there = whole - away
        if row.break_start is None:
            pauses += max(0, row.break_minutes - len(whole & away)) if there else 0
            worked |= there
        else:
            worked |= there - minutes_of(row.break_start, row.break_start + row.break_minutes * MINUTE)
        stops.extend((first, after, row) for first, after in runs_of(there))
    total = max(0, len(worked) - pauses)
    stops.sort(key=lambda stop: (stop[0], stop[1], stop[2].id))
    if not stops:
        return 0
    last = stops[0]
    for stop in stops[1:]:
        gap = stop[0] - last[1]
        if gap > 0:
            way = travel_minutes(held, ana, spot_of(held, ana, last[2]), spot_of(held, ana, stop[2]), stop[2].start)
            total += min(gap, way or 0)
        if stop[1] >= last[1]:
            last = stop
    if ana.work_place is WorkPlace.MOBILE:
        home = home_of(held, ana)
        for row in (stops[0][2], last[2]):
            total += travel_minutes(held, ana, home, spot_of(held, ana, row), row.start) or 0
    return total


@settings(max_examples=150, deadline=None)
@given(held=working_days())
def test_a_day_is_the_count_of_its_minutes(held: Schedule) -> None:
    found = work(held)
    assert (0 if found is None else found.minutes) == counted(held)


@settings(max_examples=60, deadline=None)
@given(held=working_days(), data=st.data())
def test_imagined_days_weeks_and_years_are_those_of_the_changed_schedule(held: Schedule, data: st.DataObject) -> None:
    ana = named(held, Technician, "Ana")
    rows = bookings(held, "Ana")
    start = instant(MONDAY + timedelta(days=data.draw(st.integers(-1, 2))), data.draw(st.integers(12, 40)) * 30, ZONE)
    row = booking("Ana", Span(start, start + data.draw(st.integers(1, 12)) * HOUR), id=50)
    if rows and data.draw(st.booleans()):
        # another version of a row that is there already, sometimes taken from somebody else
        old = data.draw(st.sampled_from(rows))
        row = replace(old, start=row.start, end=row.end, day=row.day, break_start=None, break_minutes=0)
    imagined = Workdays(held, ana, row)
    after = held.with_(changed(held, Edit(held.get(Assignment, row.id), row)))
    booked = Workdays(after, ana)
    for offset in range(-2, 4):
        on = MONDAY + timedelta(days=offset)
        assert imagined.on(on) == booked.on(on)
        assert imagined.links(on) == booked.links(on)
        assert imagined.last_before(on) == booked.last_before(on)
    assert imagined.minutes_in_week(MONDAY) == booked.minutes_in_week(MONDAY)
    assert imagined.minutes_in_year(2026) == booked.minutes_in_year(2026)
    assert [w.day for w in imagined.works(day("Sat-1"), 7)] == [w.day for w in booked.works(day("Sat-1"), 7)]


def test_the_work_that_ends_last_may_have_begun_three_days_ago() -> None:
    long = booking("Ana", Span(instant(MONDAY, 23 * 60, ZONE), instant(MONDAY, 71 * 60, ZONE)), id=5)
    held = schedule("visit V1: Centro", [long], "Ana: Tue 9-10 Centro")
    workdays = Workdays(held, named(held, Technician, "Ana"))
    last = workdays.last_before(day("Thu"))
    assert last is not None
    assert last.last_id == 5
    later = workdays.last_before(day("Fri"))
    assert later is not None
    assert later.last_id != 5
    assert workdays.last_before(day("Sat")) is None
