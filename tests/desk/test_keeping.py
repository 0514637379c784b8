"""Conflicts kept anyway: with a reason and a name, until the facts change, a day is over, or somebody lets go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from techsched.clock import FixedClock
from techsched.desk.assignments import BookVisit, MoveAssignment, ResizeAssignment, SetFirmness
from techsched.desk.desk import Desk, NeedsReason
from techsched.desk.keeping import KeepConflicts, LetGo
from techsched.desk.records import SaveRecord
from techsched.errors import UserError
from techsched.model.assignment import Assignment, Waiver
from techsched.model.conflict import Conflict, Override
from techsched.model.kinds import Because, Firmness, Rule, Severity
from techsched.model.office import Office
from techsched.model.span import Days
from techsched.model.technician import Certification
from techsched.words import say
from tests.desk.conftest import OpenDesk
from tests.desk.finding import MON, WED, all_rows, at, person, stored_rows, waiting

WEEK = Days(MON, date(2026, 11, 30))


def certificate(desk: Desk) -> Conflict:
    """Marta's Sophos certificate has run out; the sample's conflict that nobody kept."""
    (found,) = [c for c in desk.check(WEEK) if c.rule is Rule.CERTIFICATION]
    return found


def clash(desk: Desk) -> Conflict:
    """Sergio's double booking on Thursday, which the sample keeps."""
    (found,) = [c for c in desk.check(WEEK) if c.rule is Rule.DOUBLE_BOOKING]
    return found


def overrides(desk: Desk) -> list[Override]:
    return list(desk.schedule.rows(Override).values())


def test_a_conflict_that_stands_is_kept_with_reason_and_name_and_let_go_again(desk: Desk) -> None:
    before = all_rows(desk)
    done = desk.do(KeepConflicts((certificate(desk),), Because.CLIENT_AGREED, "renewal is booked"))
    assert certificate(desk).kept
    (kept,) = overrides(desk)
    assert (kept.rule, kept.because, kept.note, kept.by, kept.at) == (
        Rule.CERTIFICATION,
        Because.CLIENT_AGREED,
        "renewal is booked",
        "raquel",
        desk.now,
    )
    assert say(done.change.label, "en") and say(done.change.label, "es")
    assert stored_rows(desk) == all_rows(desk)
    desk.do(LetGo(kept))
    assert not certificate(desk).kept
    assert all_rows(desk) == before == stored_rows(desk)


def test_keeping_is_undone_and_done_again(desk: Desk) -> None:
    desk.do(KeepConflicts((certificate(desk),), Because.MANAGER_AGREED))
    desk.undo()
    assert not certificate(desk).kept and not overrides(desk)
    desk.redo()
    assert certificate(desk).kept


def test_several_are_kept_in_one_step(desk: Desk) -> None:
    asking = tuple(c for c in desk.check(WEEK) if c.severity >= Severity.APPROVAL and not c.kept)
    assert len(asking) > 2
    desk.do(KeepConflicts(asking, Because.RESOLVING_TODAY))
    assert not [c for c in desk.check(WEEK) if c.severity >= Severity.APPROVAL and not c.kept]
    desk.undo()
    assert [c for c in desk.check(WEEK) if c.severity >= Severity.APPROVAL and not c.kept] == list(asking)


def test_other_reason_wants_words_and_nothing_chosen_keeps_nothing(desk: Desk) -> None:
    for command in (
        KeepConflicts((certificate(desk),), Because.OTHER, "  "),
        KeepConflicts((), Because.CLIENT_AGREED),
    ):
        with pytest.raises(UserError):
            desk.do(command)
    desk.do(KeepConflicts((certificate(desk),), Because.OTHER, "the visit is a survey only"))
    assert certificate(desk).kept


# facts change


def test_a_kept_conflict_returns_when_its_facts_change(desk: Desk) -> None:
    desk.do(KeepConflicts((certificate(desk),), Because.CLIENT_AGREED))
    marta = person(desk, "Marta")
    proof = next(p for p in desk.schedule.group(Certification, "technician", marta.id) if p.name == "Sophos Engineer")
    assert proof.expires is not None
    # another date of expiry is another fact, though the certificate is as expired as before
    earlier = replace(proof, expires=proof.expires - timedelta(days=30))
    preview = desk.preview(SaveRecord((marta, earlier)))
    assert [(c.rule, c.kept) for c in preview.new if c.severity is Severity.HARD] == [(Rule.CERTIFICATION, False)]
    desk.do(SaveRecord((marta, earlier)))
    assert not certificate(desk).kept
    # back to the facts that were agreed to, and it is kept again
    desk.undo()
    assert certificate(desk).kept


def test_it_returns_when_the_booking_moves_to_another_day(desk: Desk) -> None:
    desk.do(KeepConflicts((certificate(desk),), Because.CLIENT_AGREED))
    row = desk.schedule.row(Assignment, certificate(desk).assignments[0])
    moved = MoveAssignment(row.id, None, row.start + 24 * 3600)
    with pytest.raises(NeedsReason):
        desk.do(moved)
    desk.do(moved, because=Because.TECHNICIAN_AGREED)
    assert certificate(desk).kept and len(overrides(desk)) >= 2


def test_it_stays_kept_when_something_else_changes(desk: Desk) -> None:
    desk.do(KeepConflicts((certificate(desk),), Because.CLIENT_AGREED))
    row = desk.schedule.row(Assignment, certificate(desk).assignments[0])
    other = Firmness.TENTATIVE if row.firmness is Firmness.CONFIRMED else Firmness.CONFIRMED
    desk.do(SetFirmness((row.id,), other))
    marta = person(desk, "Marta")
    desk.do(SaveRecord((replace(marta, name="Marta Gallego Pons"),)))
    assert certificate(desk).kept, "who is renamed revives nothing"


def test_a_waiver_allows_the_very_overlap_and_no_other(desk: Desk) -> None:
    assert clash(desk).kept
    one = desk.schedule.row(Assignment, clash(desk).assignments[0])
    longer = ResizeAssignment(one.id, None, one.end + 3600)
    assert Rule.DOUBLE_BOOKING in {c.rule for c in desk.preview(longer).asking}
    with pytest.raises(NeedsReason):
        desk.do(longer)
    desk.do(longer, because=Because.TECHNICIAN_AGREED)
    assert clash(desk).kept
    desk.undo()
    assert clash(desk).kept and len(desk.schedule.rows(Waiver)) == 1


def test_a_waiver_that_is_needed_is_not_let_go(desk: Desk) -> None:
    (waiver,) = desk.schedule.rows(Waiver).values()
    before = all_rows(desk)
    with pytest.raises(UserError) as told:
        desk.do(LetGo(waiver))
    assert say(told.value.sentence, "en")
    assert all_rows(desk) == before == stored_rows(desk)


def test_after_one_of_the_two_has_moved_it_can_be_let_go(desk: Desk) -> None:
    (waiver,) = desk.schedule.rows(Waiver).values()
    saturday = at(date(2026, 11, 28), "08:00")
    desk.do(MoveAssignment(waiver.b_id, person(desk, "Pablo").id, saturday), because=Because.MANAGER_AGREED)
    desk.do(LetGo(waiver))
    assert not desk.schedule.rows(Waiver)


# until a day


def test_a_keeping_with_a_last_day_runs_out(desk_file: Path, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.do(KeepConflicts((certificate(desk),), Because.CLIENT_AGREED, until=WED))
    assert certificate(desk).kept
    desk.close()
    # the same file on the next day
    desk = open_desk()
    office = desk.schedule.office
    assert office.fixed_now is not None
    desk.do(SaveRecord((replace(office, fixed_now=office.fixed_now + 24 * 3600),)))
    desk.close()
    desk = open_desk(clock=FixedClock(office.fixed_now))
    assert next(iter(desk.schedule.rows(Office).values())).fixed_now == desk.now
    assert not certificate(desk).kept


def test_what_was_given_an_ok_is_kept_from_then_on(desk: Desk) -> None:
    book = BookVisit(waiting(desk, "Firewall down").id, person(desk, "Carmen").id, at(WED, "13:00"))
    desk.do(book, because=Because.CLIENT_AGREED)
    rows = {row.id for row in desk.schedule.group(Assignment, "visit", book.visit_id)}
    left = [c for c in desk.check(Days.single(WED)) if rows & set(c.assignments) and c.severity >= Severity.APPROVAL]
    assert left and all(c.kept for c in left)
    assert {o.because for o in overrides(desk)} == {Because.CLIENT_AGREED}
