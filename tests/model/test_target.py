"""Deadlines, against a clock that is watched minute by minute."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.client import ServiceTarget
from techsched.model.kinds import Priority, TargetClock
from techsched.model.span import MINUTE, Instant
from techsched.model.target import deadline, due_by, promised
from techsched.model.wall import day_of, instant, minute_of
from tests.builders import client, id_of, moment, schedule, site

MADRID = "Europe/Madrid"
WORKING = TargetClock.WORKING


def at(day: date, hours: int, minutes: int = 0) -> Instant:
    return instant(day, hours * 60 + minutes, MADRID)


def watched(escalated_at: Instant, minutes: int, zone: str, closed: set[date]) -> Instant:
    """Looks at the clock every minute and counts those in which it ran."""
    now, ran = escalated_at, 0
    while ran < minutes:
        day = day_of(now, zone)
        ran += day.weekday() < 5 and day not in closed and 540 <= minute_of(now, zone) < 1080
        now += MINUTE
    return now


@settings(deadline=None, max_examples=150)
@given(
    day=st.dates(date(2026, 3, 20), date(2026, 11, 30)),
    minute=st.integers(0, 1439),
    minutes=st.integers(0, 1500),
    zone=st.sampled_from([MADRID, "Atlantic/Canary", "America/New_York", "Asia/Tokyo"]),
    closed=st.sets(st.dates(date(2026, 3, 20), date(2026, 12, 10)), max_size=6),
)
def test_the_working_clock_agrees_with_one_watched_every_minute(
    day: date, minute: int, minutes: int, zone: str, closed: set[date]
) -> None:
    start = instant(day, minute, zone)
    found = deadline(start, minutes, WORKING, zone, lambda d: d.weekday() < 5 and d not in closed)
    assert found == watched(start, minutes, zone, closed)


def test_round_the_clock_runs_through_the_night_and_the_change_of_the_clock() -> None:
    saturday = date(2026, 10, 24)
    due = deadline(at(saturday, 22), 8 * 60, TargetClock.ROUND_THE_CLOCK, MADRID, lambda d: False)
    assert due == at(date(2026, 10, 25), 5)


@pytest.mark.parametrize(
    ("asked", "minutes", "due"),
    [
        ((date(2026, 11, 25), 10, 0), 60, (date(2026, 11, 25), 11, 0)),
        ((date(2026, 11, 25), 9, 0), 540, (date(2026, 11, 25), 18, 0)),
        ((date(2026, 11, 25), 17, 30), 60, (date(2026, 11, 26), 9, 30)),
        ((date(2026, 11, 27), 20, 0), 30, (date(2026, 11, 30), 9, 30)),
        ((date(2026, 11, 28), 11, 0), 541, (date(2026, 12, 1), 9, 1)),
    ],
)
def test_it_waits_for_the_next_opening(asked: tuple[date, int, int], minutes: int, due: tuple[date, int, int]) -> None:
    assert deadline(at(*asked), minutes, WORKING, MADRID, lambda d: d.weekday() < 5) == at(*due)


def test_seconds_are_kept() -> None:
    start = at(date(2026, 11, 25), 17, 59) + 17
    assert deadline(start, 1, WORKING, MADRID, lambda d: d.weekday() < 5) == at(date(2026, 11, 26), 9) + 17


def test_a_city_that_never_works_has_no_deadline() -> None:
    with pytest.raises(ValueError, match="no day"):
        deadline(at(date(2026, 11, 25), 10), 60, WORKING, MADRID, lambda d: False)
    with pytest.raises(ValueError, match="-1"):
        deadline(0, -1, WORKING, MADRID, lambda d: True)


def test_the_sites_holidays_stop_the_clock() -> None:
    torre = site("Torre", client_id=id_of("client", "Acme"))
    target = ServiceTarget(
        id=7,
        client_id=torre.client_id,
        priority=Priority.STANDARD,
        response_minutes=600,
        clock=WORKING,
    )
    held = schedule("holiday: Tue in ES-MD", client("Acme"), torre, target)
    assert promised(held, torre.client_id, Priority.STANDARD) == target
    assert promised(held, torre.client_id, Priority.HIGH) is None
    assert due_by(held, torre, target, moment("Mon 9")) == moment("Wed 10")
