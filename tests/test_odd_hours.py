"""Hours at night on the two odd days of the year, for all who read hours off a wall: rules, best slots, the board.

On 29 March 2026 the clock jumps in Madrid from 02:00 to 03:00; on 25 October it shows 02:00 to 03:00 twice.
"""

from __future__ import annotations

from datetime import date

import pytest

from techsched.model.conflict import Conflict
from techsched.model.kinds import Rule
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, MINUTE, ONE_DAY, Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import days_span, instant
from techsched.plan.arrival import arrivals
from techsched.plan.slot import slots, verdicts
from techsched.plan.wanted import wanted
from techsched.rules import Scope, check
from tests.builders import ZONE, named, schedule
from ui.board.bars import bars_of
from ui.board.rows import Sizes, build

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
HOURS = ("2-3", "2:15-2:45", "1-4", "22-6", "0-2", "3-5")
BOOKED = ("0-2", "1-4", "3-4", "2-6", "22-6")

odd_days = pytest.mark.parametrize("on", [SPRING, AUTUMN], ids=str)


def office(on: date, hours: str, booked: str) -> Schedule:
    """Ana works Sundays at these hours, at a site that is open at them; a visit there waits for her."""
    return schedule(
        f"site Nave: Villaverde, open Sun {hours}",
        f"visit V1: Nave, 30 min, critical, due {on} 12:00",
        f"line Guard: Sun {hours} Centro, from {on - ONE_DAY}",
        f"technician Ana: lives in Villaverde, works Sun {hours}",
        f"technician Berta: lives in Centro, works Sun {hours}",
        f"Ana: {on} {booked} Nave",
        f"Berta: on Guard {on}",
    )


def broken(held: Schedule, on: date, rule: Rule) -> list[Conflict]:
    days = Days(on - ONE_DAY, on + 2 * ONE_DAY)
    return [conflict for conflict in check(held, Scope(days)) if conflict.rule is rule]


@odd_days
@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("booked", BOOKED)
def test_rules_slots_and_board_take_any_hours(on: date, hours: str, booked: str) -> None:
    held = office(on, hours, booked)
    now = instant(on - ONE_DAY, 12 * 60, ZONE)
    check(held, Scope(Days(on - ONE_DAY, on + 2 * ONE_DAY)), now)
    visit = named(held, Visit, "V1")
    answer = slots(held, visit, now)
    assert len(answer.found) + len(answer.against) == 2
    assert len(verdicts(held, visit, now)) == 2
    week = Days(on - 6 * ONE_DAY, on + ONE_DAY)
    rows = build(held, week, now, {}, Sizes())
    window = days_span(week, ZONE)
    for row in rows.technicians:
        assert all(bar.start < bar.end and window.start < bar.end for bar in row.bars)


@odd_days
@pytest.mark.parametrize("rule", [Rule.PATTERN, Rule.OPENING_HOURS])
def test_a_night_is_inside_its_own_hours(on: date, rule: Rule) -> None:
    assert broken(office(on, "0-6", "1-4"), on, rule) == []
    assert broken(office(on, "1-4", "1-4"), on, rule) == []
    assert len(broken(office(on, "3-5", "1-4"), on, rule)) == 1


@pytest.mark.parametrize("rule", [Rule.PATTERN, Rule.OPENING_HOURS])
def test_hours_that_the_clock_jumps_over_hold_nothing(rule: Rule) -> None:
    assert len(broken(office(SPRING, "2-3", "3-4"), SPRING, rule)) == 1
    # a week earlier they are an hour like any other
    earlier = SPRING - 7 * ONE_DAY
    assert broken(office(earlier, "2-3", "2-3"), earlier, rule) == []


def test_nobody_arrives_in_hours_that_the_clock_jumps_over() -> None:
    for on, found in ((SPRING, False), (AUTUMN, True), (SPRING - 7 * ONE_DAY, True)):
        held = office(on, "2-3", "22-23")
        now = instant(on - ONE_DAY, 12 * 60, ZONE)
        asked = wanted(held, named(held, Visit, "V1"), now)
        starts = {each.start for each in arrivals(asked, named(held, Technician, "Ana"), [on]) if not each.last_resort}
        night = instant(on, 2 * 60, ZONE), instant(on, 3 * 60, ZONE)
        assert any(night[0] <= start < night[1] for start in starts) is found


@odd_days
def test_bars_are_as_long_as_the_night_was(on: date) -> None:
    held = office(on, "0-6", "1-4")
    (bar,) = bars_of(held, named(held, Technician, "Ana").id, Days.single(on), 0, {})
    assert (bar.end - bar.start) // HOUR == (2 if on is SPRING else 4)
    assert (bar.end - bar.start) % MINUTE == 0
