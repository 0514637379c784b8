"""One history for two windows, the command line and after a restart; each takes back only what is theirs."""

from __future__ import annotations

from datetime import date

import pytest

from techsched.desk.assignments import BookVisit, MoveAssignment, SetFirmness, Together
from techsched.errors import Stale, UserError
from techsched.model.assignment import Assignment
from techsched.model.change import Change
from techsched.model.kinds import Because, Firmness
from techsched.model.sentence import sentence
from techsched.model.span import Days
from techsched.words import say
from tests.desk.conftest import OpenDesk
from tests.desk.finding import THU, WED, all_rows, at, booked, person, waiting


def test_another_window_sees_a_booking_and_its_undo(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    heard: list[Change] = []
    ana.listeners.append(heard.append)
    raquel.do(BookVisit(waiting(raquel, "Firewall down").id, person(raquel, "Pablo").id, at(WED, "13:00")))
    assert not heard
    ana.refresh()
    assert len(heard) == 1
    assert all_rows(ana) == all_rows(raquel)
    raquel.undo()
    ana.refresh()
    assert all_rows(ana) == all_rows(raquel)


def test_what_a_colleague_did_is_told_before_more_days_are_loaded(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    heard: list[Change] = []
    ana.listeners.append(heard.append)
    raquel.do(BookVisit(waiting(raquel, "Firewall down").id, person(raquel, "Pablo").id, at(WED, "13:00")))
    ana.widen(Days(date(2026, 1, 1), date(2026, 2, 1)))
    assert len(heard) == 1
    raquel.widen(Days(date(2026, 1, 1), date(2026, 2, 1)))
    assert all_rows(ana) == all_rows(raquel)


def test_each_undoes_only_their_own(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    raquel.do(BookVisit(waiting(raquel, "Firewall down").id, person(raquel, "Pablo").id, at(WED, "13:00")))
    ana.refresh()
    assert ana.next_undo is None
    with pytest.raises(UserError):
        ana.undo()
    ana.do(SetFirmness((booked(ana, "Óscar", THU).id,), Firmness.CONFIRMED))
    raquel.refresh()
    raquel.undo()
    ana.refresh()
    assert booked(ana, "Óscar", THU).firmness is Firmness.CONFIRMED


def test_undo_survives_a_restart(open_desk: OpenDesk) -> None:
    desk = open_desk("raquel")
    first = all_rows(desk)
    desk.do(BookVisit(waiting(desk, "Firewall down").id, person(desk, "Pablo").id, at(WED, "13:00")))
    desk.close()
    again = open_desk("raquel")
    assert again.next_undo is not None
    assert say(again.next_undo.label, "en") == "Book Pablo Herrero at Aseguradora Meseta, Wed 25 Nov 13:00"
    again.undo()
    assert all_rows(again) == first


def test_what_a_colleague_changed_since_is_left_alone(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    visit = waiting(raquel, "Firewall down")
    raquel.do(BookVisit(visit.id, person(raquel, "Pablo").id, at(WED, "13:00")))
    ana.refresh()
    row = ana.schedule.group(Assignment, "visit", visit.id)[0]
    ana.do(SetFirmness((row.id,), Firmness.TENTATIVE))
    with pytest.raises(UserError) as told:
        raquel.undo()
    assert "ana" in say(told.value.sentence, "en")
    raquel.refresh()
    assert raquel.schedule.row(Assignment, row.id).firmness is Firmness.TENTATIVE


def test_two_who_edit_one_booking_at_once(open_desk: OpenDesk) -> None:
    raquel, ana = open_desk("raquel"), open_desk("ana")
    row = booked(raquel, "Sergio", WED, "14:00")
    raquel.do(MoveAssignment(row.id, None, at(WED, "15:00")), because=Because.CLIENT_AGREED)
    with pytest.raises(Stale):
        ana.do(SetFirmness((row.id,), Firmness.TENTATIVE))
    ana.refresh()
    ana.do(SetFirmness((row.id,), Firmness.TENTATIVE))


def test_several_commands_are_one_named_step(open_desk: OpenDesk) -> None:
    desk = open_desk("raquel")
    first = all_rows(desk)
    label = sentence("undo.off_sick", n=2, technician="Sergio Vidal")
    together = Together(
        (
            MoveAssignment(booked(desk, "Sergio", WED, "14:00").id, person(desk, "Pablo").id),
            SetFirmness((booked(desk, "Óscar", THU).id,), Firmness.CONFIRMED),
        ),
        label,
    )
    desk.do(together, because=Because.MANAGER_AGREED)
    assert desk.next_undo is not None and desk.next_undo.label == label
    desk.undo()
    assert all_rows(desk) == first


def test_an_old_step_alone_can_be_taken_back(open_desk: OpenDesk) -> None:
    desk = open_desk("raquel")
    old = desk.do(SetFirmness((booked(desk, "Óscar", THU).id,), Firmness.CONFIRMED))
    desk.do(BookVisit(waiting(desk, "Firewall down").id, person(desk, "Pablo").id, at(WED, "13:00")))
    desk.revert(old.seq)
    assert booked(desk, "Óscar", THU).firmness is Firmness.TENTATIVE
    assert len(desk.history(10)) >= 3
