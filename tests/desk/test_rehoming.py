"""Somebody is off sick in the morning: what opens, who takes it, and the day as it was after undo."""

from __future__ import annotations

from datetime import date

import pytest

from techsched.desk.absences import RecordAbsence
from techsched.desk.desk import Desk
from techsched.desk.rehoming import command_of, take
from techsched.model.assignment import Assignment
from techsched.model.demand import filled_by
from techsched.model.kinds import AbsenceKind, Because, Verdict
from techsched.model.visit import Visit
from techsched.plan.rehome import Item, items
from tests.desk.finding import FRI, THU, WED, all_rows, person

SATURDAY = date(2026, 11, 28)


@pytest.fixture
def opened(desk: Desk) -> tuple[Item, ...]:
    """Sergio calls in sick at 10:42 until Friday."""
    sergio = person(desk, "Sergio").id
    desk.do(RecordAbsence(sergio, AbsenceKind.SICK, WED, SATURDAY, from_minute=10 * 60 + 42))
    return items(desk.schedule, sergio, WED, desk.now)


def test_five_items_open_in_order_of_time(desk: Desk, opened: tuple[Item, ...]) -> None:
    assert [(item.row.day, item.row.wall_start[-5:]) for item in opened] == [
        (WED, "09:00"),
        (WED, "14:00"),
        (THU, "09:00"),
        (THU, "12:00"),
        (FRI, "09:00"),
    ]
    assert opened[0].under_way and (opened[0].end - opened[0].start) // 60 == 48
    assert all(item.best is not None for item in opened)


def test_everybody_else_has_one_reason(desk: Desk, opened: tuple[Item, ...]) -> None:
    sergio = person(desk, "Sergio").id
    for item in opened:
        people = [s.technician_id for s in (item.best, *item.others) if s is not None]
        people += [a.technician_id for a in item.against]
        assert len(people) == len(set(people)) == 16
        assert sergio not in people


def test_taking_all_is_one_step_and_its_undo_is_whole(desk: Desk, opened: tuple[Item, ...]) -> None:
    sergio = person(desk, "Sergio").id
    before = all_rows(desk)
    desk.do(take(desk.schedule, sergio, opened), because=Because.OK_GIVEN)
    assert items(desk.schedule, sergio, WED, desk.now) == ()
    for item in opened:
        row = desk.schedule.row(Assignment, item.row.id)
        if item.row.visit_id is None:
            held = filled_by(desk.schedule, row)
            assert held is not None and held.technician_id != sergio
        else:
            visit = desk.schedule.row(Visit, item.row.visit_id)
            assert any(b.technician_id != sergio for b in desk.schedule.bookings_of(visit))
    desk.undo()
    assert all_rows(desk) == before


def test_one_by_one_each_preview_is_what_was_promised(desk: Desk, opened: tuple[Item, ...]) -> None:
    for item in opened:
        assert item.best is not None
        preview = desk.preview(command_of(item))
        assert preview.verdict is item.best.verdict, item.what
        desk.do(command_of(item), because=Because.OK_GIVEN)


def test_what_was_done_before_the_call_stays_done(desk: Desk, opened: tuple[Item, ...]) -> None:
    first = opened[0]
    assert first.best is not None and first.best.verdict is not Verdict.IMPOSSIBLE
    desk.do(command_of(first), because=Because.OK_GIVEN)
    kept = desk.schedule.row(Assignment, first.row.id)
    assert kept.technician_id == first.row.technician_id
    assert (kept.start, kept.end) == (first.row.start, first.start)
