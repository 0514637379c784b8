"""Absences are a layer: bookings under them stay, covers stand for them, and cancelling brings all back."""

from __future__ import annotations

from datetime import date

import pytest

from techsched.desk.absences import ChangeAbsence, DecideAbsence, RecordAbsence
from techsched.desk.cover import CoverAssignments, LeaveUncovered, Reconsider, WithdrawCover
from techsched.desk.desk import Desk
from techsched.errors import UserError
from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment
from techsched.model.demand import filled_by, is_away
from techsched.model.kinds import AbsenceKind, AbsenceState, AssignmentState, Because, CoverDecision, Rule
from techsched.model.span import ONE_DAY, Days
from techsched.words import say
from tests.desk.finding import FRI, THU, WED, all_rows, booked, person, stored_rows


def uncovered(desk: Desk) -> list[tuple[date, int]]:
    found = desk.check(Days(WED, date(2026, 11, 30)))
    return [(c.day, id) for c in found if c.rule is Rule.UNCOVERED and not c.kept for id in c.assignments]


def sick(desk: Desk, first: str) -> Absence:
    return next(
        a
        for a in desk.schedule.group(Absence, "technician", person(desk, first).id)
        if a.kind is AbsenceKind.SICK and a.stands
    )


def test_a_sick_call_is_recorded_over_anything_at_once(desk: Desk) -> None:
    nuria = booked(desk, "Nuria", THU)
    desk.do(RecordAbsence(person(desk, "Nuria").id, AbsenceKind.SICK, WED, None))
    assert desk.schedule.row(Assignment, nuria.id) == nuria
    assert is_away(desk.schedule, nuria)
    assert (THU, nuria.id) in uncovered(desk)


def test_adding_then_cancelling_an_absence_leaves_everything_as_it_was(desk: Desk) -> None:
    first = {key: row for key, row in all_rows(desk).items() if key[0] is Assignment}
    done = desk.do(RecordAbsence(person(desk, "Nuria").id, AbsenceKind.ANNUAL_LEAVE, THU, FRI))
    absence = next(edit.after for edit in done.change.edits if isinstance(edit.after, Absence))
    desk.do(DecideAbsence(absence.id, AbsenceState.CANCELLED))
    assert {key: row for key, row in all_rows(desk).items() if key[0] is Assignment} == first


def test_a_cover_ends_with_the_absence(desk: Desk) -> None:
    alvaro = booked(desk, "Álvaro", THU)
    desk.do(CoverAssignments((alvaro.id,), person(desk, "Pablo").id), because=Because.OK_GIVEN)
    cover = desk.schedule.group(Assignment, "covers", alvaro.id)[0]
    assert filled_by(desk.schedule, alvaro) == cover
    assert (THU, alvaro.id) not in uncovered(desk)
    desk.do(DecideAbsence(sick(desk, "Álvaro").id, AbsenceState.CANCELLED))
    assert desk.schedule.row(Assignment, cover.id).state is AssignmentState.WITHDRAWN
    assert filled_by(desk.schedule, alvaro) == alvaro


def test_a_chain_releases_the_hours_it_needs_and_gives_them_back(desk: Desk) -> None:
    alvaro, irene = booked(desk, "Álvaro", THU), booked(desk, "Irene", THU)
    before = all_rows(desk)
    desk.do(CoverAssignments((alvaro.id,), person(desk, "Irene").id, (irene.id,)), because=Because.MANAGER_AGREED)
    cover = desk.schedule.group(Assignment, "covers", alvaro.id)[0]
    assert desk.schedule.row(Assignment, irene.id).released_by == cover.id
    # what the chain opens was accepted with it, and is told apart as kept
    opened = [c for c in desk.check(Days(THU, FRI)) if c.rule is Rule.UNCOVERED and "Estudio" in repr(c.facts)]
    assert opened and all(c.kept for c in opened)
    desk.do(WithdrawCover(cover.id))
    assert desk.schedule.row(Assignment, irene.id).released_by is None
    desk.undo()
    desk.undo()
    assert all_rows(desk) == before == stored_rows(desk)


def test_leaving_a_day_open_is_a_decision_with_a_name(desk: Desk) -> None:
    alvaro = booked(desk, "Álvaro", THU)
    absence = sick(desk, "Álvaro")
    with pytest.raises(UserError):
        desk.do(LeaveUncovered((alvaro.id,), absence.id, CoverDecision.WAIVED))
    desk.do(LeaveUncovered((alvaro.id,), absence.id, CoverDecision.WAIVED, "Marisa Duque"))
    assert (THU, alvaro.id) not in uncovered(desk)
    item = desk.schedule.group(CoverItem, "assignment", alvaro.id)[0]
    assert (item.agreed_by, item.by) == ("Marisa Duque", "raquel")
    desk.do(Reconsider(item.id))
    assert (THU, alvaro.id) in uncovered(desk)


def test_back_earlier_than_said_withdraws_the_rest_of_the_covers(desk: Desk) -> None:
    wed, thu = booked(desk, "Álvaro", WED), booked(desk, "Álvaro", THU)
    desk.do(CoverAssignments((wed.id, thu.id), person(desk, "Adrián").id), because=Because.CLIENT_AGREED)
    absence = sick(desk, "Álvaro")
    from dataclasses import replace

    desk.do(ChangeAbsence(replace(absence, after=THU)))
    states = {base.day: desk.schedule.group(Assignment, "covers", base.id)[0].state for base in (wed, thu)}
    assert states == {WED: AssignmentState.PLANNED, THU: AssignmentState.WITHDRAWN}


def test_an_absence_cannot_end_before_it_starts(desk: Desk) -> None:
    with pytest.raises(UserError):
        desk.do(RecordAbsence(person(desk, "Nuria").id, AbsenceKind.SICK, THU, THU))


def test_an_absence_is_named_by_its_days(desk: Desk) -> None:
    marta = person(desk, "Marta").id
    told = []
    for kind, after in (
        (AbsenceKind.ANNUAL_LEAVE, FRI),
        (AbsenceKind.ANNUAL_LEAVE, FRI + ONE_DAY),
        (AbsenceKind.SICK, FRI),
        (AbsenceKind.SICK, None),
    ):
        told.append(say(desk.preview(RecordAbsence(marta, kind, THU, after)).change.label, "en"))
    assert told == [
        "Marta Gallego away, Thu 26 Nov",
        "Marta Gallego away, Thu 26 Nov to Fri 27 Nov",
        "Marta Gallego off sick, Thu 26 Nov",
        "Marta Gallego off sick from Thu 26 Nov",
    ]
