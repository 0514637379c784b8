"""Ways out of a conflict: each removes it in preview, adds nothing hard, and does what its button says."""

from __future__ import annotations

import pytest

from techsched.desk.absences import RecordAbsence
from techsched.desk.assignments import BookVisit, CancelAssignment, SetFixed
from techsched.desk.cover import CoverAssignments
from techsched.desk.desk import Desk
from techsched.desk.fixes import MOST, Fix, fixes
from techsched.desk.placements import PlaceTechnician
from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import AbsenceKind, Because, Rule, Severity, Verdict
from techsched.model.span import Days
from techsched.words import LANGUAGES, say
from tests.desk.finding import FRI, MON, THU, WED, all_rows, at, booked, person, waiting

WEEK = Days(MON, FRI.replace(day=30))


def conflicts(desk: Desk, rule: Rule, who: str = "") -> list[Conflict]:
    found = [c for c in desk.check(WEEK) if c.rule is rule and not c.past]
    return [c for c in found if not who or c.technician_id == person(desk, who).id]


def holds(desk: Desk, conflict: Conflict, fix: Fix) -> None:
    """Preview and commit say the same: the conflict is gone and nothing hard has come."""
    fingerprint = conflict.fingerprint
    assert fingerprint in {c.fingerprint for c in fix.preview.gone}
    assert fix.preview.verdict is not Verdict.IMPOSSIBLE
    assert all(say(fix.label, language) for language in LANGUAGES)
    hard = {c.fingerprint for c in desk.check(WEEK) if c.severity is Severity.HARD and not c.kept}
    desk.do(fix.command, because=Because.OK_GIVEN)
    after = desk.check(WEEK)
    assert fingerprint not in {c.fingerprint for c in after}
    assert {c.fingerprint for c in after if c.severity is Severity.HARD and not c.kept} <= hard
    desk.undo()
    assert fingerprint in {c.fingerprint for c in desk.check(WEEK)}


def test_a_double_booking_is_ended_by_moving_one_of_the_two(desk: Desk) -> None:
    (conflict,) = conflicts(desk, Rule.DOUBLE_BOOKING)
    before = all_rows(desk)
    found = fixes(desk, conflict)
    assert 1 <= len(found) <= MOST
    assert all_rows(desk) == before, "offering changes nothing"
    assert "Notaría Goya 47" in " ".join(say(fix.label, "en") for fix in found)
    for fix in found:
        holds(desk, conflict, fix)


def test_a_missing_certificate_is_ended_by_sending_somebody_who_holds_it(desk: Desk) -> None:
    wrong = BookVisit(waiting(desk, "Firewall down").id, person(desk, "Javier").id, at(WED, "13:00"))
    desk.do(wrong, because=Because.CLIENT_AGREED)
    (conflict,) = conflicts(desk, Rule.CERTIFICATION, "Javier")
    assert conflict.kept
    found = fixes(desk, conflict)
    assert found
    assert any("Pablo Herrero" in say(fix.label, "en") for fix in found)
    for fix in found:
        holds(desk, conflict, fix)


def test_an_absent_day_is_ended_by_a_cover(desk: Desk) -> None:
    conflict = next(c for c in conflicts(desk, Rule.UNCOVERED, "Álvaro") if c.day == THU)
    found = fixes(desk, conflict)
    assert found and all(isinstance(fix.command, CoverAssignments) for fix in found)
    for fix in found:
        holds(desk, conflict, fix)


def test_an_empty_place_is_ended_by_placing_somebody_for_the_day(desk: Desk) -> None:
    conflict = next(c for c in conflicts(desk, Rule.UNCOVERED) if not c.assignments and c.day == FRI)
    found = fixes(desk, conflict)
    assert found and all(isinstance(fix.command, PlaceTechnician) for fix in found)
    for fix in found:
        holds(desk, conflict, fix)


def test_the_best_way_out_comes_first(desk: Desk) -> None:
    for rule in (Rule.DOUBLE_BOOKING, Rule.UNCOVERED):
        for conflict in conflicts(desk, rule):
            ranks = [fix.preview.verdict.rank for fix in fixes(desk, conflict)]
            assert ranks == sorted(ranks)


def test_there_is_no_way_out_of_what_is_over_fixed_or_of_a_year(desk: Desk) -> None:
    (clash,) = conflicts(desk, Rule.DOUBLE_BOOKING)
    desk.do(SetFixed(clash.assignments, True))
    assert fixes(desk, clash) == ()
    desk.do(RecordAbsence(person(desk, "Nuria").id, AbsenceKind.SICK, MON, FRI))
    over = [c for c in desk.check(Days.single(MON)) if c.rule is Rule.UNCOVERED and c.past]
    assert over and all(fixes(desk, c) == () for c in over)


def test_a_booking_that_is_gone_meanwhile_is_passed_over(desk: Desk) -> None:
    (clash,) = conflicts(desk, Rule.DOUBLE_BOOKING)
    desk.do(CancelAssignment((clash.assignments[0],)))
    assert clash.fingerprint not in {c.fingerprint for c in desk.check(WEEK)}
    assert fixes(desk, clash) == ()


@pytest.mark.parametrize("first", ["Sergio", "Álvaro"])
def test_what_is_offered_is_for_the_conflict_that_was_asked_about(desk: Desk, first: str) -> None:
    row = booked(desk, first, THU)
    for conflict in desk.check(Days.single(THU)):
        if row.id in conflict.assignments:
            for fix in fixes(desk, conflict):
                touched = {edit.row.id for edit in fix.preview.change.edits if edit.table is Assignment}
                bases = {e.after.covers for e in fix.preview.change.edits if isinstance(e.after, Assignment)}
                assert set(conflict.assignments) & (touched | bases)
