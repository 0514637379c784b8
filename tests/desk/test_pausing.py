"""Own work that pauses for a visit, on a real file: cut around it, and whole again after."""

from __future__ import annotations

import pytest

from techsched.desk.assignments import CancelAssignment
from techsched.desk.desk import Desk, NeedsReason
from techsched.desk.pausing import PauseAndBook, PauseAndMove, command_of
from techsched.model.assignment import Assignment
from techsched.model.kinds import Because, Firmness, Verdict
from techsched.model.visit import Visit
from techsched.plan.slot import Slot, slots
from tests.desk.finding import all_rows, person


def waiting(desk: Desk) -> Visit:
    """The critical visit in the sample's tray."""
    visit = desk.schedule.by_code(Visit, "V000013")
    assert visit is not None
    return visit


def pause_of(desk: Desk, name: str) -> Slot:
    """That person's slot, for which own work pauses."""
    found = {slot.technician_id: slot for slot in slots(desk.schedule, waiting(desk), desk.now).found}
    slot = found[person(desk, name).id]
    assert slot.release
    return slot


def test_the_own_day_is_cut_around_the_visit_and_its_trips(desk: Desk) -> None:
    slot = pause_of(desk, "Lucía")
    (own,) = (desk.schedule.row(Assignment, id) for id in slot.release)
    command = command_of(slot)
    assert isinstance(command, PauseAndBook)
    assert desk.preview(command).verdict is slot.verdict is Verdict.APPROVAL
    with pytest.raises(NeedsReason):
        desk.do(command)
    done = desk.do(command, because=Because.OK_GIVEN)
    booked = next(row for row in desk.schedule.bookings_of(waiting(desk)))
    assert slot.travel_before is not None and slot.travel_after is not None
    day = [row for row in desk.schedule.diary(own.technician_id) if row.day == own.day]
    freed = [row for row in day if row.released_by == booked.id]
    assert [(row.start, row.end) for row in freed] == [
        (slot.start - slot.travel_before * 60, slot.end + slot.travel_after * 60)
    ]
    pieces = sorted((row.start, row.end) for row in day if row.placement_id is not None)
    assert pieces[0][0] == own.start and pieces[-1][1] == own.end
    assert all(one[1] == other[0] for one, other in zip(pieces, pieces[1:], strict=False))
    assert sum(row.break_minutes for row in day) == own.break_minutes
    assert done.preview.verdict is Verdict.APPROVAL


def test_taking_the_visit_away_gives_the_hours_back(desk: Desk) -> None:
    slot = pause_of(desk, "Lucía")
    desk.do(command_of(slot), because=Because.OK_GIVEN)
    (booked,) = desk.schedule.bookings_of(waiting(desk))
    desk.do(CancelAssignment((booked.id,)))
    day = [row for row in desk.schedule.diary(slot.technician_id) if row.day == booked.day]
    assert all(row.occupies for row in day)


def test_undo_makes_the_day_whole(desk: Desk) -> None:
    before = all_rows(desk)
    desk.do(command_of(pause_of(desk, "Lucía")), because=Because.OK_GIVEN)
    desk.undo()
    assert all_rows(desk) == before


def test_a_booking_moves_onto_work_that_pauses(desk: Desk) -> None:
    pablo = person(desk, "Pablo")
    first = next(s for s in slots(desk.schedule, waiting(desk), desk.now).found if s.technician_id == pablo.id)
    desk.do(command_of(first, Firmness.TENTATIVE))
    (booked,) = desk.schedule.bookings_of(waiting(desk))
    assert booked.firmness is Firmness.TENTATIVE
    lucia = person(desk, "Lucía").id
    found = {slot.technician_id: slot for slot in slots(desk.schedule, booked, desk.now).found}
    command = command_of(found[lucia])
    assert isinstance(command, PauseAndMove)
    assert desk.preview(command).verdict is found[lucia].verdict
    desk.do(command, because=Because.OK_GIVEN)
    (moved,) = desk.schedule.bookings_of(waiting(desk))
    assert (moved.id, moved.technician_id, moved.firmness) == (booked.id, lucia, Firmness.TENTATIVE)
    assert [row.released_by for row in desk.schedule.diary(lucia) if row.released_by] == [moved.id]
