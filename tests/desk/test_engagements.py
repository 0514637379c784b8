"""Engagements saved on a real file: what ran stays, what is ahead follows, and undo takes all of it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from techsched.desk.assignments import ResizeAssignment
from techsched.desk.desk import Desk
from techsched.desk.engagements import SaveEngagement, current_lines
from techsched.desk.placements import PlaceTechnician
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.client import Client
from techsched.model.demand import demand
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.hours import week_hours
from techsched.model.kinds import AssignmentState, Because, EngagementState, Mode, Profile, Term
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.wall import clock_text, minute_of
from tests.desk.finding import FRI, MON, THU, TUE, WED, all_rows, person, stored_rows

NEXT_MONDAY = date(2026, 11, 30)


def held(desk: Desk, client: str, title: str) -> tuple[Engagement, StaffingLine]:
    """The sample's engagement whose line is staffed by one placement."""
    for line in desk.schedule.rows(StaffingLine).values():
        engagement = desk.schedule.row(Engagement, line.engagement_id)
        if engagement.title.startswith(title) and client in _client(desk, engagement):
            return engagement, line
    raise AssertionError(f"no {title} at {client}")


def _client(desk: Desk, engagement: Engagement) -> str:
    return desk.schedule.row(Client, engagement.client_id).name


def rows_of(desk: Desk, line_id: int) -> list[Assignment]:
    """Rows of all placements on a line that stand."""
    return sorted(
        (
            row
            for placement in desk.schedule.group(Placement, "line", line_id)
            for row in desk.schedule.group(Assignment, "placement", placement.id)
            if row.state is not AssignmentState.WITHDRAWN
        ),
        key=lambda row: row.start,
    )


def walls(row: Assignment) -> str:
    return f"{clock_text(minute_of(row.start, row.zone))}-{clock_text(minute_of(row.end, row.zone))}"


@pytest.fixture
def running(desk: Desk) -> tuple[Engagement, StaffingLine]:
    """Carmen at Clínica Santa Áurea, without an end."""
    return held(desk, "Santa Áurea", "Systems administration")


def test_a_new_engagement_is_undone_with_its_lines(desk: Desk, running: tuple[Engagement, StaffingLine]) -> None:
    before = all_rows(desk)
    ids = desk.pen().ids
    engagement = replace(running[0], id=next(ids), code="", title="Night watch", first=NEXT_MONDAY, after=None)
    line = replace(running[1], id=next(ids), engagement_id=engagement.id, first=NEXT_MONDAY)
    done = desk.do(SaveEngagement(engagement, (line,), WED))
    stored = desk.schedule.row(Engagement, engagement.id)
    assert stored.code.startswith("E") and done.change.label.key == "undo.new_record"
    assert [each.id for each in current_lines(desk.schedule, engagement.id, WED)] == [line.id]
    desk.undo()
    assert all_rows(desk) == before == stored_rows(desk)


def test_another_title_touches_no_booking(desk: Desk, running: tuple[Engagement, StaffingLine]) -> None:
    engagement, line = running
    done = desk.do(SaveEngagement(replace(engagement, title="Administration"), (line,), WED))
    assert {edit.table for edit in done.change.edits} == {Engagement}


def test_other_hours_close_the_line_and_go_on_with_the_same_person(
    desk: Desk, running: tuple[Engagement, StaffingLine]
) -> None:
    engagement, line = running
    before = all_rows(desk)
    past = [row for row in rows_of(desk, line.id) if row.day < NEXT_MONDAY]
    ahead = [row for row in rows_of(desk, line.id) if row.day >= NEXT_MONDAY]
    early = replace(line, hours=week_hours(range(5), 7 * 60, 15 * 60, 30, 11 * 60))
    desk.do(SaveEngagement(engagement, (early,), NEXT_MONDAY))

    closed = desk.schedule.row(StaffingLine, line.id)
    assert closed.after == NEXT_MONDAY and closed.hours == line.hours
    (goes_on,) = current_lines(desk.schedule, engagement.id, NEXT_MONDAY)
    assert goes_on.first == NEXT_MONDAY and goes_on.hours == early.hours
    assert [row.id for row in rows_of(desk, line.id)] == [row.id for row in past]
    moved = rows_of(desk, goes_on.id)
    assert [row.id for row in moved] == [row.id for row in ahead]
    assert {walls(row) for row in moved} == {"07:00-15:00"}
    assert {row.technician_id for row in moved} == {person(desk, "Carmen").id}
    assert {row.break_minutes for row in moved} == {30}
    desk.undo()
    assert all_rows(desk) == before == stored_rows(desk)


def test_a_day_moved_by_hand_stays_where_it_was_put(desk: Desk, running: tuple[Engagement, StaffingLine]) -> None:
    engagement, line = running
    tuesday = next(row for row in rows_of(desk, line.id) if row.day == NEXT_MONDAY + timedelta(days=1))
    desk.do(ResizeAssignment(tuesday.id, start=tuesday.start + 3600), because=Because.CLIENT_AGREED)
    early = replace(line, hours=week_hours(range(5), 7 * 60, 15 * 60))
    desk.do(SaveEngagement(engagement, (early,), NEXT_MONDAY))
    (goes_on,) = current_lines(desk.schedule, engagement.id, NEXT_MONDAY)
    by_day = {row.day: walls(row) for row in rows_of(desk, goes_on.id)}
    assert by_day[NEXT_MONDAY] == "07:00-15:00"
    assert by_day[NEXT_MONDAY + timedelta(days=1)] == "10:00-18:00"


def test_an_end_withdraws_what_lies_behind_it(desk: Desk, running: tuple[Engagement, StaffingLine]) -> None:
    engagement, line = running
    last = replace(engagement, after=FRI, review_on=None)
    desk.do(SaveEngagement(last, (replace(line, after=FRI),), WED))
    days = [row.day for row in rows_of(desk, line.id)]
    assert max(days) == THU and WED in days
    (placement,) = desk.schedule.group(Placement, "line", line.id)
    assert placement.after == FRI


def test_a_suspended_engagement_asks_for_nobody_from_that_day_on(
    desk: Desk, running: tuple[Engagement, StaffingLine]
) -> None:
    engagement, line = running
    desk.do(SaveEngagement(replace(engagement, state=EngagementState.SUSPENDED), (line,), THU))
    assert max(row.day for row in rows_of(desk, line.id)) == WED


def test_one_more_weekday_grows_where_the_technician_is_free(
    desk: Desk, running: tuple[Engagement, StaffingLine]
) -> None:
    engagement, line = running
    six = replace(line, hours=(*line.hours, *week_hours([5], 9 * 60, 13 * 60)))
    desk.do(SaveEngagement(engagement, (six,), WED))
    (goes_on,) = current_lines(desk.schedule, engagement.id, WED)
    saturdays = {row.day for row in rows_of(desk, goes_on.id) if row.day.weekday() == 5}
    assert date(2026, 11, 28) in saturdays
    diary = [row for row in desk.schedule.diary(person(desk, "Carmen").id) if row.occupies]
    assert all(a.end <= b.start for a, b in pairwise(sorted(diary, key=lambda row: row.start)))
    asked = {each.day for each in demand(desk.schedule, goes_on, Days(WED, date(2027, 3, 1)))}
    assert {row.day for row in rows_of(desk, goes_on.id) if row.day < date(2027, 3, 1)} == asked


def test_fewer_places_end_the_one_too_many(desk: Desk) -> None:
    ids = desk.pen().ids
    carmen, _ = held(desk, "Santa Áurea", "Systems administration")
    engagement = Engagement(
        id=next(ids), code="", client_id=carmen.client_id, site_id=carmen.site_id, term=Term.MONTH, first=MON
    )
    line = StaffingLine(
        id=next(ids),
        engagement_id=engagement.id,
        profile=Profile.JUNIOR,
        headcount=2,
        hours=week_hours(range(5), 19 * 60, 21 * 60),
        mode=Mode.REMOTE,
        first=MON,
    )
    desk.do(SaveEngagement(engagement, (line,), WED))
    for place, name in ((1, "Paula"), (2, "Adrián")):
        who = person(desk, name).id
        desk.do(PlaceTechnician(line.id, who, THU, place=place), because=Because.MANAGER_AGREED)
    desk.do(SaveEngagement(engagement, (replace(line, headcount=1),), FRI))
    lines = {each.id for each in desk.schedule.group(StaffingLine, "engagement", engagement.id)}
    by_day = {
        day: {row.technician_id for id in lines for row in rows_of(desk, id) if row.day == day} for day in (THU, FRI)
    }
    names = {day: {desk.schedule.row(Technician, id).name.split()[0] for id in ids_} for day, ids_ in by_day.items()}
    assert names == {THU: {"Paula", "Adrián"}, FRI: {"Paula"}}


def test_a_line_left_out_ends_and_one_that_is_needed_is_refused(
    desk: Desk, running: tuple[Engagement, StaffingLine]
) -> None:
    engagement, line = running
    before = all_rows(desk)
    desk.do(SaveEngagement(engagement, (), NEXT_MONDAY))
    assert desk.schedule.row(StaffingLine, line.id).after == NEXT_MONDAY
    assert max(row.day for row in rows_of(desk, line.id)) < NEXT_MONDAY
    desk.undo()
    assert all_rows(desk) == before
    with pytest.raises(UserError, match="Carmen"):
        desk.do(SaveEngagement(engagement, (), line.first))
    assert desk.schedule.row(StaffingLine, line.id) == line


def test_ends_before_they_begin_are_refused(desk: Desk, running: tuple[Engagement, StaffingLine]) -> None:
    engagement, line = running
    with pytest.raises(UserError, match="end comes before"):
        desk.do(SaveEngagement(replace(engagement, after=engagement.first), (line,), TUE))
