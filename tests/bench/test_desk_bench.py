"""What a dispatcher waits for in an office of 60: the preview of a booking, doing it, taking it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle

import pytest

from techsched.desk.absences import RecordAbsence
from techsched.desk.assignments import MoveAssignment
from techsched.desk.desk import Desk
from techsched.desk.pausing import command_of
from techsched.desk.pen import Command
from techsched.model.assignment import Assignment
from techsched.model.kinds import AbsenceKind, AssignmentState, VisitState
from techsched.model.span import HOUR
from techsched.model.visit import Visit
from techsched.plan.slot import slots
from techsched.sample import large
from tests.bench.calibration import measured

RUNS = 60


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    file = str(tmp_path_factory.mktemp("medium") / "office.db")
    Desk.create(file, large.office("medium", 1), who="builder").close()
    held = Desk.open(file, who="bench")
    yield held
    held.close()


@pytest.fixture(scope="module")
def bookings(desk: Desk) -> list[Command]:
    """What the best slot of each waiting visit means, where it asks for nothing."""
    schedule = desk.schedule
    waiting = [v for v in schedule.rows(Visit).values() if schedule.visit_state(v) is VisitState.REQUESTED]
    best = [found.found[0] for visit in waiting if (found := slots(schedule, visit, desk.now, top=1)).found]
    commands = [command_of(slot) for slot in best]
    return [command for command in commands if not desk.preview(command).asking]


@pytest.mark.timeout(600)
def test_preview_of_a_booking(desk: Desk, bookings: list[Command]) -> None:
    turn = cycle(bookings)
    assert measured("preview of a booking, 60 technicians", RUNS, lambda: desk.preview(next(turn))).seconds


def test_preview_of_a_move(desk: Desk) -> None:
    rows = [
        row
        for row in desk.schedule.rows(Assignment).values()
        if row.day == date(2026, 11, 26) and row.state is AssignmentState.PLANNED
    ]
    others = sorted({row.technician_id for row in rows})
    moves = cycle(MoveAssignment(row.id, others[n % len(others)], row.start + HOUR) for n, row in enumerate(rows))
    assert measured("preview of a move to somebody else", RUNS, lambda: desk.preview(next(moves))).seconds


def test_preview_of_a_sick_call(desk: Desk) -> None:
    people = cycle(sorted({row.technician_id for row in desk.schedule.rows(Assignment).values()}))
    days = date(2026, 11, 25), date(2026, 11, 28)

    def look() -> None:
        desk.preview(RecordAbsence(next(people), AbsenceKind.SICK, *days))

    assert measured("preview of a sick call for the rest of the week", RUNS, look).seconds


def test_a_booking_is_done_and_taken_back(desk: Desk, bookings: list[Command]) -> None:
    turn = cycle(bookings)
    made = measured("a booking done", RUNS, lambda: desk.do(next(turn)), _undone(desk))
    _undone(desk)()
    held = cycle(bookings)
    back = measured("a booking taken back", RUNS, desk.undo, lambda: desk.do(next(held)))
    assert made.seconds and back.seconds
    assert desk.next_undo is None


def _undone(desk: Desk) -> Callable[[], None]:
    """Takes the last step back, if one stands."""

    def undo() -> None:
        if desk.next_undo is not None:
            desk.undo()

    return undo
