"""A dispatcher at random: books, moves, swaps, records absences, covers, undoes, redoes, restarts the program.

Whatever happened, undoing all of it gives the tables of the beginning, and the file says what memory says.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from techsched.desk.absences import DecideAbsence, RecordAbsence
from techsched.desk.assignments import (
    BookVisit,
    CancelAssignment,
    MoveAssignment,
    Reach,
    SplitAssignment,
    SwapAssignments,
)
from techsched.desk.cover import CoverAssignments, WithdrawCover
from techsched.desk.desk import Desk, Preview
from techsched.desk.pen import Command
from techsched.desk.placements import CancelPlacement, ReassignPlacement
from techsched.errors import UserError
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Change
from techsched.model.conflict import Override
from techsched.model.demand import is_away
from techsched.model.engagement import Placement
from techsched.model.kinds import AbsenceKind, AbsenceState, AssignmentState, Because
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, ONE_DAY, Days, Instant
from techsched.model.technician import Technician
from techsched.plan.waiting import waiting_visits
from techsched.rules import Scope, check
from tests.desk.finding import MON, all_rows, at, stored_rows

pick = st.integers(min_value=0, max_value=10_000)


class Dispatcher(RuleBasedStateMachine):
    office: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = Path(shutil.copy(self.office, self.folder / "office.db"))
        self.desk = self.opened()
        self.first: dict[tuple[type[Row], int], Row] = {}
        self.done = 0

    def opened(self) -> Desk:
        """With all days loaded: an edit of a whole placement would load more, and that is no change."""
        desk = Desk.open(str(self.file), who="raquel")
        desk.widen(Days(min(p.first for p in desk.schedule.rows(Placement).values()), desk.window.after))
        return desk

    @initialize()
    def begin(self) -> None:
        self.first = all_rows(self.desk)

    def teardown(self) -> None:
        assert stored_rows(self.desk) == all_rows(self.desk)
        while self.desk.next_undo is not None:
            self.desk.undo()
        assert all_rows(self.desk) == self.first
        assert stored_rows(self.desk) == self.first
        self.desk.close()
        shutil.rmtree(self.folder)

    # what there is to choose from

    def person(self, n: int) -> Technician:
        people = sorted(self.desk.schedule.rows(Technician).values(), key=lambda t: t.code)
        return people[n % len(people)]

    def booking(self, n: int) -> Assignment | None:
        week = range(MON.toordinal(), MON.toordinal() + 5)
        rows = sorted(
            (
                row
                for row in self.desk.schedule.rows(Assignment).values()
                if row.state is AssignmentState.PLANNED and row.day.toordinal() in week
            ),
            key=lambda row: row.id,
        )
        return rows[n % len(rows)] if rows else None

    def do(self, command: Command) -> None:
        """Whatever it breaks is kept; what is impossible as data, or refused by the storage, changes nothing.

        What happens is what the preview has shown.
        """
        before = all_rows(self.desk)
        shown: Preview | None = None
        try:
            shown = self.desk.preview(command)
            done = self.desk.do(command, because=Because.CLIENT_AGREED)
        except UserError:
            assert all_rows(self.desk) == before
        else:
            self.done += 1
            known = {id for _, id in before}
            assert _shape(shown.change, known) == _shape(done.change, known)
            assert _broken(shown.after, self.desk.now) == _broken(self.desk.schedule, self.desk.now)

    # what a dispatcher does

    @rule(n=pick, who=pick, hour=st.integers(8, 17))
    def book(self, n: int, who: int, hour: int) -> None:
        visits = waiting_visits(self.desk.schedule)
        if visits:
            visit = visits[n % len(visits)]
            self.do(BookVisit(visit.id, self.person(who).id, at(MON, f"{hour}:00") + (n % 5) * 24 * HOUR))

    @rule(n=pick, who=pick, hours=st.integers(-4, 4))
    def move(self, n: int, who: int, hours: int) -> None:
        row = self.booking(n)
        if row is not None:
            self.do(MoveAssignment(row.id, self.person(who).id, row.start + hours * HOUR))

    @rule(n=pick, m=pick)
    def swap(self, n: int, m: int) -> None:
        one, other = self.booking(n), self.booking(m)
        if one is not None and other is not None and one.id != other.id:
            self.do(SwapAssignments(one.id, other.id))

    @rule(n=pick)
    def split(self, n: int) -> None:
        row = self.booking(n)
        if row is not None:
            self.do(SplitAssignment(row.id, row.start + 2 * HOUR))

    @rule(n=pick)
    def take_away(self, n: int) -> None:
        row = self.booking(n)
        if row is not None:
            self.do(CancelAssignment((row.id,)))

    @rule(n=pick, who=pick, reach=st.sampled_from(Reach))
    def give(self, n: int, who: int, reach: Reach) -> None:
        row = self.booking(n)
        if row is not None and row.placement_id is not None:
            self.do(ReassignPlacement(row.id, self.person(who).id, reach))

    @rule(n=pick, reach=st.sampled_from(Reach))
    def end(self, n: int, reach: Reach) -> None:
        row = self.booking(n)
        if row is not None and row.placement_id is not None:
            self.do(CancelPlacement(row.id, reach))

    @rule(who=pick, offset=st.integers(0, 4), length=st.integers(1, 3), kind=st.sampled_from(AbsenceKind))
    def absent(self, who: int, offset: int, length: int, kind: AbsenceKind) -> None:
        first = MON.toordinal() + offset
        days = Days(MON.fromordinal(first), MON.fromordinal(first + length))
        self.do(RecordAbsence(self.person(who).id, kind, days.first, days.after))

    @rule(n=pick)
    def back_again(self, n: int) -> None:
        held = sorted(
            (a for a in self.desk.schedule.rows(Absence).values() if a.stands and a.first >= MON), key=lambda a: a.id
        )
        if held:
            self.do(DecideAbsence(held[n % len(held)].id, AbsenceState.CANCELLED))

    @rule(n=pick, who=pick)
    def cover(self, n: int, who: int) -> None:
        open_rows = sorted(
            (
                row
                for row in self.desk.schedule.rows(Assignment).values()
                if row.state is AssignmentState.PLANNED and row.day >= MON and is_away(self.desk.schedule, row)
            ),
            key=lambda row: row.id,
        )
        if open_rows:
            row = open_rows[n % len(open_rows)]
            substitute = self.person(who)
            own = self.desk.schedule.diary(substitute.id).clashes(row.start, row.end)
            self.do(CoverAssignments((row.id,), substitute.id, tuple(r.id for r in own if r.visit_id is None)))

    @rule(n=pick)
    def uncover(self, n: int) -> None:
        covers = sorted(
            (
                row
                for row in self.desk.schedule.rows(Assignment).values()
                if row.covers is not None and row.state is AssignmentState.PLANNED
            ),
            key=lambda row: row.id,
        )
        if covers:
            self.do(WithdrawCover(covers[n % len(covers)].id))

    @rule()
    def undo(self) -> None:
        if self.desk.next_undo is not None:
            self.desk.undo()

    @rule()
    def redo(self) -> None:
        if self.desk.next_redo is not None:
            self.desk.redo()

    @rule()
    def restart(self) -> None:
        self.desk.close()
        self.desk = self.opened()

    # what holds all the time

    @invariant()
    def overlaps_are_waived(self) -> None:
        schedule = self.desk.schedule
        for technician in schedule.rows(Technician).values():
            rows = [row for row in schedule.diary(technician.id) if row.occupies]
            for one, other in zip(rows, rows[1:], strict=False):
                if one.end > other.start:
                    assert schedule.waiver_between(one, other) is not None


def _shape(change: Change, known: set[int]) -> Counter[str]:
    """All rows but what keeps conflicts, with ids that were allotted since left out."""

    def told(row: Row | None) -> str:
        values = {} if row is None else {field.name: getattr(row, field.name) for field in fields(row)}
        values.pop("version", None)
        # ids are the only numbers of that size
        return repr({n: v for n, v in values.items() if not isinstance(v, int) or v < 1 << 50 or v in known})

    kept = (Override, Waiver)
    return Counter(f"{told(e.before)} -> {told(e.after)}" for e in change.edits if e.table not in kept)


def _broken(schedule: Schedule, now: Instant) -> Counter[tuple[object, ...]]:
    """What breaks a rule in the week, kept or not."""
    found = check(schedule, Scope(Days(MON, MON + 7 * ONE_DAY)), now)
    return Counter((c.rule, c.day, c.technician_id, c.start, c.end, c.severity, len(c.assignments)) for c in found)


def _play(office: Path, examples: int, steps: int) -> None:
    Dispatcher.office = office
    run_state_machine_as_test(
        Dispatcher,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


def test_a_dispatcher_at_random(office_file: Path) -> None:
    _play(office_file, 5, 12)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_a_dispatcher_at_random_for_long(office_file: Path) -> None:
    _play(office_file, 200, 40)
