"""A check after a change equals the check of everything, whatever was changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from random import Random

import pytest

from techsched import cities, sample
from techsched.desk.absences import DecideAbsence, RecordAbsence
from techsched.desk.assignments import (
    BookVisit,
    CancelAssignment,
    MoveAssignment,
    Reach,
    ResizeAssignment,
    SetFirmness,
    SetMode,
    SwapAssignments,
)
from techsched.desk.cover import CoverAssignments, WithdrawCover
from techsched.desk.keeping import KeepConflicts
from techsched.desk.pen import Command, Pen
from techsched.desk.placements import CancelPlacement, ReassignPlacement
from techsched.desk.visits import CancelVisit
from techsched.errors import UserError
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.change import Change, Edit
from techsched.model.client import Client
from techsched.model.kinds import AbsenceKind, AbsenceState, Because, Firmness, Mode, Severity
from techsched.model.row import fresh_ids
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import HOUR, Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.rules import Scope, check, recheck, touched
from techsched.sample import NOW
from tests.builders import MONDAY

WEEK = Days(MONDAY, MONDAY + timedelta(days=7))
AHEAD = Days(MONDAY, MONDAY + timedelta(days=24))
WINDOW = Days(MONDAY - timedelta(weeks=8), MONDAY + timedelta(weeks=53))


@lru_cache(maxsize=1)
def office() -> Schedule:
    rows = [edit.after for edit in sample.office("en").edits if edit.after is not None]
    return Schedule(cities.pack("madrid"), rows, window=WINDOW)


class Dispatcher:
    """Does this and that to bookings of the next three weeks."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.schedule = office()
        self.pen = Pen("raquel", NOW, fresh_ids(NOW))

    def booking(self) -> Assignment:
        rows = self.schedule.rows(Assignment).values()
        return self.dice.choice([row for row in rows if row.occupies and row.day in AHEAD])

    def person(self) -> int:
        return self.dice.choice(list(self.schedule.rows(Technician)))

    def command(self) -> Command:
        makers: tuple[Callable[[], Command], ...] = (
            self.book,
            self.move,
            lambda: SwapAssignments(self.booking().id, self.booking().id),
            lambda: ResizeAssignment(self.booking().id, end=self.booking().end + HOUR),
            lambda: CancelAssignment((self.booking().id,)),
            lambda: SetFirmness((self.booking().id,), self.dice.choice(list(Firmness))),
            lambda: SetMode((self.booking().id,), self.dice.choice((Mode.ON_SITE, Mode.REMOTE))),
            lambda: ReassignPlacement(self.booking().id, self.person(), self.dice.choice(list(Reach))),
            lambda: CancelPlacement(self.booking().id, self.dice.choice(list(Reach))),
            self.absence,
            lambda: DecideAbsence(
                self.dice.choice(list(self.schedule.rows(Absence))), self.dice.choice(list(AbsenceState))
            ),
            lambda: CoverAssignments((self.booking().id,), self.person()),
            lambda: WithdrawCover(self.booking().id),
            lambda: CancelVisit(self.dice.choice(list(self.schedule.rows(Visit)))),
            self.keep,
        )
        return self.dice.choice(makers)()

    def book(self) -> Command:
        visit = self.dice.choice(list(self.schedule.rows(Visit)))
        return BookVisit(visit, self.person(), NOW + self.dice.randrange(0, 90) * HOUR)

    def move(self) -> Command:
        row = self.booking()
        return MoveAssignment(row.id, self.person(), row.start + self.dice.randrange(-30, 30) * HOUR)

    def absence(self) -> Command:
        first = MONDAY + timedelta(days=self.dice.randrange(0, 10))
        after = self.dice.choice((None, first + timedelta(days=self.dice.randrange(1, 5))))
        return RecordAbsence(self.person(), self.dice.choice(list(AbsenceKind)), first, after)

    def keep(self) -> Command:
        serious = [c for c in check(self.schedule, Scope(WEEK), NOW) if c.severity > Severity.WARNING]
        return KeepConflicts((self.dice.choice(serious),), Because.CLIENT_AGREED)

    def do(self) -> Change | None:
        """A change that was taken in; None when it was impossible."""
        try:
            change = self.command().change(self.schedule, self.pen)
        except (UserError, KeyError):
            return None
        self.schedule = self.schedule.with_(change)
        return change


@pytest.mark.parametrize("seed", range(8))
def test_a_check_of_what_is_touched_equals_the_whole_check(seed: int) -> None:
    raquel = Dispatcher(seed)
    held = {days: check(raquel.schedule, Scope(days), NOW) for days in (WEEK, AHEAD)}
    done = 0
    for _ in range(60):
        if done == 6:
            return
        before = raquel.schedule
        change = raquel.do()
        if change is None:
            continue
        done += 1
        reached = touched(before, raquel.schedule, change, NOW)
        assert not reached.everything
        for days in (WEEK, AHEAD):
            held[days] = recheck(held[days], raquel.schedule, days, reached, NOW)
            assert held[days] == check(raquel.schedule, Scope(days), NOW), change.label
    pytest.fail("hardly anything could be done")


def test_a_name_that_sentences_tell_touches_everything() -> None:
    before = office()
    client = next(iter(before.rows(Client).values()))
    change = Change(Sentence("undo.draft"), (Edit(client, replace(client, name="Another name")),))
    assert touched(before, before.with_(change), change, NOW).everything
