"""What a technician's row shows: whole days as one bar, pieces of a day at their hours."""

from __future__ import annotations

from datetime import date

from techsched.desk.absences import RecordAbsence
from techsched.desk.assignments import CancelAssignment
from techsched.desk.pausing import command_of
from techsched.model.kinds import AbsenceKind, Because
from techsched.model.visit import Visit
from techsched.plan.slot import slots
from tests.desk.finding import person
from ui.board.bars import Bar, Shape, bars_of, week_days
from ui.board.geometry import Places
from ui.board.rows import Sizes, build
from ui.board.scale import week_scale
from ui.bridge import Bridge

WEEK = week_days(date(2026, 11, 25))


def row_of(bridge: Bridge, name: str) -> list[Bar]:
    """Her or his bars until Wednesday, by time."""
    found = bars_of(bridge.schedule, person(bridge.desk, name).id, WEEK, bridge.now, {})
    return sorted((bar for bar in found if bar.first <= date(2026, 11, 25)), key=lambda bar: bar.start)


def paused(bridge: Bridge) -> None:
    """Lucía's remote work on Wednesday gives way to the critical visit."""
    visit = bridge.schedule.by_code(Visit, "V000013")
    assert visit is not None
    lucia = person(bridge.desk, "Lucía").id
    slot = next(s for s in slots(bridge.schedule, visit, bridge.now).found if s.technician_id == lucia)
    assert bridge.do(command_of(slot), Because.OK_GIVEN) is not None


def test_days_of_the_same_work_are_one_bar(bridge: Bridge) -> None:
    (bar,) = row_of(bridge, "Lucía")
    assert (bar.first, bar.last, bar.full_day) == (date(2026, 11, 23), date(2026, 11, 25), True)


def test_work_that_pauses_is_drawn_around_the_pause(bridge: Bridge) -> None:
    paused(bridge)
    whole, morning, visited, afternoon = row_of(bridge, "Lucía")
    assert (whole.first, whole.last) == (date(2026, 11, 23), date(2026, 11, 24))
    assert visited.shape is Shape.VISIT
    assert not morning.full_day
    assert not afternoon.full_day
    assert morning.end < visited.start < visited.end < afternoon.start
    assert {bar.lane for bar in (whole, morning, visited, afternoon)} == {0}


def test_pieces_of_a_day_that_pauses_no_more_are_one_bar(bridge: Bridge) -> None:
    before = row_of(bridge, "Lucía")
    paused(bridge)
    visit = bridge.schedule.by_code(Visit, "V000013")
    assert visit is not None
    (booked,) = bridge.schedule.bookings_of(visit)
    assert bridge.do(CancelAssignment((booked.id,))) is not None
    (bar,) = row_of(bridge, "Lucía")
    assert (bar.start, bar.end, bar.lane) == (before[0].start, before[0].end, 0)


def test_a_chip_is_seen_and_met_over_the_work_behind_it(bridge: Bridge) -> None:
    paused(bridge)
    rows = build(bridge.schedule, WEEK, bridge.now, {}, Sizes())
    row = rows.of(person(bridge.desk, "Lucía").id)
    assert row is not None
    places = Places(rows, week_scale(WEEK, "Europe/Madrid", 700), Sizes())
    chip = places.of(row)[-1]
    assert chip.bar.shape is Shape.VISIT
    assert places.at(chip.box.right - 1, chip.box.top + 1) is chip


def test_a_sick_call_within_a_day_is_read_behind_the_chip_before_it(bridge: Bridge) -> None:
    sergio = person(bridge.desk, "Sergio")
    visit = bridge.schedule.by_code(Visit, "V000005")
    assert visit is not None
    (row,) = bridge.schedule.bookings_of(visit)
    assert bridge.do(CancelAssignment((row.id,))) is not None
    day = date(2026, 11, 25)
    noon = RecordAbsence(sergio.id, AbsenceKind.SICK, day, date(2026, 11, 26), from_minute=11 * 60 + 30)
    assert bridge.do(noon) is not None
    rows = build(bridge.schedule, WEEK, bridge.now, {}, Sizes())
    held = rows.of(sergio.id)
    assert held is not None
    places = Places(rows, week_scale(WEEK, "Europe/Madrid", 700), Sizes())
    away = next(cell for cell in places.of(held) if cell.bar.shape is Shape.AWAY)
    chips = [c for c in places.of(held) if c.bar.first == day and c.bar.lane == away.bar.lane and c is not away]
    assert chips
    assert all(chip.box.right <= away.box.left for chip in chips)
