"""Booking, moving, swapping, cutting and taking away, each done, undone and done again on a real file."""

from __future__ import annotations

import pytest

from techsched.desk.assignments import (
    BookVisit,
    CancelAssignment,
    MoveAssignment,
    Reach,
    ResizeAssignment,
    SetFirmness,
    SetFixed,
    SetMode,
    SplitAssignment,
    SwapAssignments,
)
from techsched.desk.desk import Desk, NeedsReason
from techsched.desk.pausing import PauseAndBook
from techsched.desk.pen import Command
from techsched.desk.placements import CancelPlacement, ReassignPlacement
from techsched.desk.visits import CancelVisit, StampVisit, UnscheduleVisit
from techsched.errors import UserError
from techsched.model.assignment import Assignment, Waiver
from techsched.model.conflict import Override
from techsched.model.kinds import AssignmentState, Because, Firmness, Mode, Rule, Verdict, VisitState
from techsched.model.visit import Visit
from techsched.words import LANGUAGES, say
from tests.desk.finding import FRI, MON, THU, TUE, WED, all_rows, at, booked, person, stored_rows, waiting


def commands(desk: Desk) -> dict[str, Command]:
    """One of each command on bookings, ready for the sample week."""
    firewall, sockets = waiting(desk, "Firewall down"), waiting(desk, "Two new wall")
    nuria, paula, sergio = booked(desk, "Nuria", THU), booked(desk, "Paula", THU), booked(desk, "Sergio", WED, "14:00")
    return {
        "book": BookVisit(firewall.id, person(desk, "Pablo").id, at(WED, "13:00")),
        "book tentative": BookVisit(sockets.id, person(desk, "Pablo").id, at(THU, "10:00"), Firmness.TENTATIVE),
        "pause and book": PauseAndBook(
            firewall.id, person(desk, "Lucía").id, at(WED, "11:00"), (booked(desk, "Lucía", WED).id,)
        ),
        "move": MoveAssignment(sergio.id, None, at(WED, "15:00")),
        "reassign": MoveAssignment(sergio.id, person(desk, "Pablo").id),
        "swap": SwapAssignments(nuria.id, paula.id),
        "resize": ResizeAssignment(sergio.id, None, at(WED, "18:00")),
        "split": SplitAssignment(nuria.id, at(THU, "12:00")),
        "cancel": CancelAssignment((nuria.id, paula.id)),
        "confirm": SetFirmness((booked(desk, "Óscar", THU).id,), Firmness.CONFIRMED),
        "fix": SetFixed((nuria.id,), True),
        "remote": SetMode((nuria.id,), Mode.REMOTE),
        "give onward": ReassignPlacement(paula.id, person(desk, "Adrián").id, Reach.ONWARD),
        "give all": ReassignPlacement(nuria.id, person(desk, "Óscar").id, Reach.ALL),
        "end placement": CancelPlacement(paula.id, Reach.ONWARD),
        "unschedule": UnscheduleVisit(booked(desk, "Pablo", FRI).visit_id or 0),
        "cancel visit": CancelVisit(sockets.id, "Pilar called"),
        "complete": StampVisit(booked(desk, "Sergio", WED, "09:00").visit_id or 0, "completed"),
    }


NAMES = (
    "book",
    "book tentative",
    "pause and book",
    "move",
    "reassign",
    "swap",
    "resize",
    "split",
    "cancel",
    "confirm",
    "fix",
    "remote",
    "give onward",
    "give all",
    "end placement",
    "unschedule",
    "cancel visit",
    "complete",
)


@pytest.mark.parametrize("name", NAMES)
def test_done_undone_and_done_again_leave_equal_tables(desk: Desk, name: str) -> None:
    first = all_rows(desk)
    done = desk.do(commands(desk)[name], because=Because.CLIENT_AGREED)
    after = all_rows(desk)
    assert after != first
    assert stored_rows(desk) == after
    desk.undo()
    assert all_rows(desk) == first
    assert stored_rows(desk) == first
    desk.redo()
    assert all_rows(desk) == after
    for language in LANGUAGES:
        assert say(done.change.label, language)


@pytest.mark.parametrize("name", NAMES)
def test_the_preview_is_what_happens(desk: Desk, name: str) -> None:
    command = commands(desk)[name]
    preview = desk.preview(command)
    done = desk.do(command, because=Because.CLIENT_AGREED)
    kept = (Override, Waiver)

    def told(rows: list[object]) -> list[str]:
        return sorted(repr(row) for row in rows if not isinstance(row, kept))

    now_rows = [edit.after for edit in done.change.edits if isinstance(edit.after, Assignment)]
    then_rows = [edit.after for edit in preview.change.edits if isinstance(edit.after, Assignment)]
    shape = [(r.technician_id, r.start, r.end, r.state, r.mode, r.firmness, r.fixed) for r in now_rows]
    assert sorted(shape) == sorted(
        (r.technician_id, r.start, r.end, r.state, r.mode, r.firmness, r.fixed) for r in then_rows
    )
    assert [c.rule for c in done.preview.new] == [c.rule for c in preview.new]


def test_a_drop_that_does_not_fit_changes_nothing(desk: Desk) -> None:
    first = all_rows(desk)
    wrong = BookVisit(waiting(desk, "Firewall down").id, person(desk, "Javier").id, at(WED, "13:00"))
    with pytest.raises(NeedsReason) as asked:
        desk.do(wrong)
    assert asked.value.hard
    assert asked.value.preview.verdict is Verdict.IMPOSSIBLE
    assert Rule.CERTIFICATION in {c.rule for c in asked.value.preview.asking}
    with pytest.raises(NeedsReason):
        desk.do(wrong, because=Because.OK_GIVEN)
    assert all_rows(desk) == first


def test_an_ok_is_enough_for_what_needs_one_and_is_recorded(desk: Desk) -> None:
    command = commands(desk)["pause and book"]
    assert desk.preview(command).verdict is Verdict.APPROVAL
    with pytest.raises(NeedsReason) as asked:
        desk.do(command)
    assert not asked.value.hard
    desk.do(command, because=Because.OK_GIVEN)
    overrides = desk.schedule.rows(Override).values()
    assert overrides and all(o.because is Because.OK_GIVEN and o.by == "raquel" for o in overrides)


def test_a_double_booking_wants_a_reason_and_stores_both_spans(desk: Desk) -> None:
    visit = waiting(desk, "Two new wall")
    clash = BookVisit(visit.id, person(desk, "Nuria").id, at(THU, "10:00"))
    with pytest.raises(NeedsReason):
        desk.do(clash)
    desk.do(clash, because=Because.MANAGER_AGREED, note="one hour is enough")
    row = desk.schedule.bookings_of(desk.schedule.row(Visit, visit.id))[0]
    other = booked(desk, "Nuria", THU, "09:00")
    waiver = desk.schedule.waiver_between(row, other)
    assert waiver is not None and waiver.note == "one hour is enough"
    # it allows this very overlap and no other
    with pytest.raises(NeedsReason):
        desk.do(MoveAssignment(row.id, None, at(THU, "11:00")))


def test_other_reason_wants_words(desk: Desk) -> None:
    with pytest.raises(UserError):
        desk.do(
            BookVisit(waiting(desk, "Two new wall").id, person(desk, "Nuria").id, at(THU, "10:00")),
            because=Because.OTHER,
        )


def test_what_is_fixed_or_done_is_not_moved(desk: Desk) -> None:
    nuria = booked(desk, "Nuria", THU)
    desk.do(SetFixed((nuria.id,), True))
    with pytest.raises(UserError):
        desk.do(MoveAssignment(nuria.id, person(desk, "Óscar").id))
    with pytest.raises(UserError):
        desk.do(MoveAssignment(booked(desk, "Nuria", MON).id, person(desk, "Óscar").id))


def test_a_visit_follows_its_stamps_and_bookings(desk: Desk) -> None:
    visit = waiting(desk, "Firewall down")

    def state() -> VisitState:
        return desk.schedule.visit_state(desk.schedule.row(Visit, visit.id))

    assert state() is VisitState.REQUESTED
    desk.do(BookVisit(visit.id, person(desk, "Pablo").id, at(WED, "13:00")))
    assert state() is VisitState.SCHEDULED
    assert desk.schedule.row(Visit, visit.id).promised_start == at(WED, "13:00")
    for stamp, expected in (
        ("dispatched", VisitState.DISPATCHED),
        ("en_route", VisitState.EN_ROUTE),
        ("on_site", VisitState.ON_SITE),
        ("completed", VisitState.COMPLETED),
    ):
        desk.do(StampVisit(visit.id, stamp))
        assert state() is expected
    assert desk.schedule.bookings_of(desk.schedule.row(Visit, visit.id))[0].state is AssignmentState.DONE
    with pytest.raises(UserError):
        desk.do(UnscheduleVisit(visit.id))


def test_a_day_taken_away_is_not_grown_again(open_desk: object, desk: Desk) -> None:
    row = booked(desk, "Paula", THU)
    desk.do(CancelPlacement(row.id, Reach.DAY))
    assert row.id in desk.schedule.rows(Assignment)
    again = open_desk("ana")  # type: ignore[operator]
    days = [r.day for r in again.schedule.diary(person(again, "Paula").id)]
    assert THU not in days and TUE in days and FRI in days


def test_from_here_on_splits_the_placement(desk: Desk) -> None:
    row = booked(desk, "Paula", THU)
    adrian = person(desk, "Adrián")
    desk.do(ReassignPlacement(row.id, adrian.id, Reach.ONWARD), because=Because.CLIENT_AGREED)
    assert booked(desk, "Paula", WED).placement_id == row.placement_id
    moved = desk.schedule.row(Assignment, row.id)
    assert moved.technician_id == adrian.id and moved.placement_id != row.placement_id
