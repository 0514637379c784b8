"""A technician's year by forecast."""

from __future__ import annotations

from datetime import date

import pytest

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.kinds import AbsenceKind, AbsenceState
from techsched.model.schedule import TABLES, Schedule
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.worked import Workdays
from techsched.model.year import allowed_minutes, forecast_minutes
from tests.builders import MONDAY, absence, day, id_of, named, schedule, technician

YEAR_MAX = 1800 * 60
NO_LEAVE = {"leave_days": 0}


def forecast(held: Schedule, year: int = 2026) -> float:
    """Hours."""
    return forecast_minutes(Workdays(held, named(held, Technician, "Ana")), year) / 60


def seen(held: Schedule, window: Days, earlier: float = 0) -> Schedule:
    """The same office with only the bookings of the window loaded, and hours worked in 2026 before it."""
    rows = [row for table in TABLES for row in held.rows(table).values()]
    rows = [row for row in rows if not isinstance(row, Assignment) or row.day in window]
    before = {(id_of("technician", "Ana"), 2026): round(earlier * 60)}
    return Schedule(held.city, rows, window=window, earlier=before)


def test_what_is_booked_adds_to_what_was_worked_before_the_window() -> None:
    held = schedule([technician("Ana", **NO_LEAVE)], "Ana: Mon 9-17 Centro, Tue 9-12 Centro")
    assert forecast(held) == 11
    assert forecast(seen(held, Days(MONDAY), earlier=1500.5)) == 1511.5
    assert forecast(seen(held, Days(MONDAY), earlier=1500), 2027) == 0


def test_an_older_booking_that_is_loaded_all_the_same_counts_once() -> None:
    held = schedule([technician("Ana", **NO_LEAVE)], "Ana: Mon-1 9-17 Centro, Mon 9-12 Centro")
    rows = [row for table in TABLES for row in held.rows(table).values()]
    before = {(id_of("technician", "Ana"), 2026): 8 * 60}
    assert forecast(Schedule(held.city, rows, window=Days(MONDAY), earlier=before)) == 11


def test_bookings_count_in_the_year_in_which_they_start() -> None:
    held = schedule([technician("Ana", **NO_LEAVE)], "Ana: 2026-12-31 22-6 Centro, 2027-01-01 22-6 Centro")
    assert (forecast(held), forecast(held, 2027)) == (8, 8)


def test_placements_are_promised_beyond_the_loaded_window() -> None:
    held = schedule(
        [technician("Ana", **NO_LEAVE)],
        "line Helpdesk: Mon-Fri 9-17 Centro",
        "holiday: 2026-12-08 in ES, 2026-12-25 in ES",
        "Ana: on Helpdesk from Mon, away 2026-12-14..2026-12-18",
    )
    # Monday 30 November to Thursday 31 December: 24 weekdays, two holidays, five days away
    part = seen(held, Days(MONDAY, day("Mon+1")))
    assert forecast(part) == 5 * 8 + (24 - 2 - 5) * 8
    assert forecast(part, 2027) == 261 * 8


def test_a_placement_that_ends_promises_nothing_after_its_end() -> None:
    held = schedule([technician("Ana", **NO_LEAVE)], "line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Tue+1")
    assert forecast(seen(held, Days(MONDAY, day("Mon+1")))) == 7 * 8


def test_leave_that_is_still_to_be_taken_is_not_worked() -> None:
    booked = "Ana: Mon 9-17 Centro, Tue 9-17 Centro, Wed 9-17 Centro"
    assert forecast(schedule([technician("Ana", leave_days=2)], booked)) == 24 - 16
    assert forecast(schedule([technician("Ana", leave_days=23)], booked)) == 0


@pytest.mark.parametrize(
    ("taken", "hours"),
    [
        ([absence("Ana", day("Mon+1"), day("Wed+1"))], 24),
        ([absence("Ana", day("Mon+1"), day("Tue+1"))], 16),
        ([absence("Ana", day("Sat"), day("Mon+1"))], 8),
        ([absence("Ana", day("Mon+1"), day("Wed+1"), kind=AbsenceKind.SICK)], 8),
        ([absence("Ana", day("Mon+1"), day("Wed+1"), state=AbsenceState.REQUESTED)], 8),
        ([absence("Ana", day("Mon+1"), day("Tue+1"), to_minute=13 * 60)], 12),
        ([absence("Ana", day("Mon+1"), day("Wed+1"), from_minute=13 * 60)], 20),
        ([absence("Ana", date(2026, 12, 8), date(2026, 12, 10))], 16),
        ([absence("Ana", date(2026, 12, 30), date(2027, 1, 9))], 24),
        ([absence("Ana", date(2026, 12, 31))], 16),
    ],
)
def test_approved_leave_days_are_taken_weekends_and_holidays_are_not(taken: list[Absence], hours: int) -> None:
    held = schedule(
        [technician("Ana", leave_days=2), *taken],
        "holiday: 2026-12-08 in ES",
        "Ana: Mon 9-17 Centro, Tue 9-17 Centro, Wed 9-17 Centro",
    )
    assert forecast(held) == hours


def test_part_time_and_part_of_a_year_have_their_share() -> None:
    full, half = technician("Ana"), technician("Ana", weekly_minutes=20 * 60)
    late = technician("Ana", employed_from=date(2026, 7, 2))
    left = technician("Ana", employed_after=date(2026, 7, 2))
    gone = technician("Ana", employed_after=date(2025, 7, 2))
    shares = [allowed_minutes(who, YEAR_MAX, 2026) / YEAR_MAX for who in (full, half, late, left, gone)]
    assert shares == pytest.approx([1, 1 / 2, 183 / 365, 182 / 365, 0], abs=1e-4)


def test_a_leap_year_has_no_more_hours() -> None:
    assert allowed_minutes(technician("Ana"), YEAR_MAX, 2028) == YEAR_MAX
