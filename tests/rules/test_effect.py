"""What a change adds and ends, against checking everything twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techsched.model.assignment import waiver_of
from techsched.model.change import Change, Edit, created
from techsched.model.conflict import Override
from techsched.model.demand import demand_on
from techsched.model.growth import row_for
from techsched.model.kinds import AbsenceState, Because, Rule, Severity
from techsched.model.schedule import TABLES, Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import HOUR, Days
from techsched.model.technician import Skill
from techsched.rules import Judgement, Scope, check, new_conflicts
from techsched.rules import effect as effect_
from tests.builders import (
    MONDAY,
    NOW,
    absence,
    booking,
    bookings,
    changed,
    day,
    id_of,
    line,
    moment,
    placement,
    schedule,
    visit,
)
from tests.rules.offices import changes, offices

ALL = Days(MONDAY - timedelta(days=14), MONDAY + timedelta(days=28))
OF_THE_DAY = (Rule.SHORT_NOTICE,)


def effect(office: Schedule, *edits: Edit) -> Judgement:
    change = changed(office, *edits)
    return new_conflicts(office, office.with_(change), change, NOW)


def told(conflicts: tuple[object, ...]) -> list[Rule]:
    return [c.rule for c in conflicts]  # type: ignore[attr-defined]


def only(conflicts: tuple[object, ...], *rules: Rule) -> list[Rule]:
    return [rule for rule in told(conflicts) if rule in rules]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_smallest_scope_finds_what_a_whole_check_finds(data: st.DataObject) -> None:
    before = data.draw(offices())
    change = data.draw(changes(before))
    after = before.with_(change)
    judged = new_conflicts(before, after, change, NOW)
    were = {c.fingerprint: c for c in check(before, Scope(ALL), NOW)}
    are = {c.fingerprint: c for c in check(after, Scope(ALL), NOW)}
    new = {key for key, c in are.items() if key not in were or (were[key].kept and not c.kept)}
    ours = {c.fingerprint for c in judged.new if c.rule not in OF_THE_DAY and c.day in ALL}
    assert ours - placed_requests(judged) == new - placed_requests(judged)
    assert {c.fingerprint for c in judged.gone if c.day in ALL} == were.keys() - are.keys()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_most_of_an_office_at_once_finds_what_the_smallest_scope_finds(data: st.DataObject) -> None:
    before = data.draw(offices())
    change = data.draw(changes(before))
    after = before.with_(change)
    one_by_one = new_conflicts(before, after, change, NOW)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(effect_, "_is_most", lambda *_: True)
        at_once = new_conflicts(before, after, change, NOW)
    for ours, theirs in ((at_once.new, one_by_one.new), (at_once.gone, one_by_one.gone)):
        assert {c for c in ours if c.day in ALL} == {c for c in theirs if c.day in ALL}


def test_an_import_that_fills_an_office_is_judged_at_once() -> None:
    asked = schedule(
        "technician Ana: Cisco 4", "line Helpdesk: Mon-Fri 9-17 Centro, asks Cisco 5", "Ana: on Helpdesk Mon"
    )
    empty = schedule("technician Ana: Cisco 4")
    rows = [row for table in TABLES for id, row in asked.rows(table).items() if empty.get(table, id) is None]
    change = Change(Sentence("undo.import"), created(*rows))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(effect_, "_MANY", 1)
        assert effect_._is_most(empty, asked, change)
        assert effect_._is_most(asked, empty, change.inverse())
        judged = new_conflicts(empty, asked, change, NOW)
        back = new_conflicts(asked, empty, change.inverse(), NOW)
    assert Rule.SKILL in told(judged.new) and Rule.UNCOVERED in told(judged.new)
    assert {c.fingerprint for c in back.gone} == {c.fingerprint for c in judged.new if c.rule not in OF_THE_DAY}
    assert not effect_._is_most(asked, asked, change), "one row more or less is no import"


def placed_requests(judged: Judgement) -> set[str]:
    """Placed days that enter a requested absence are told by the change alone."""
    return {c.fingerprint for c in judged.new if c.rule is Rule.ABSENCE_REQUESTED and c.line_id is not None}


def test_a_booking_adds_its_conflicts_and_moving_it_away_ends_them() -> None:
    office = schedule("Ana: Thu 9-12 Centro", visit())
    row = booking("Ana", "Thu 11-13")
    added = effect(office, Edit(None, row))
    assert only(added.new, Rule.DOUBLE_BOOKING) and not only(added.gone, Rule.DOUBLE_BOOKING)
    booked = office.with_(changed(office, Edit(None, row)))
    away = effect(booked, Edit(row, replace(row, start=row.start + 24 * HOUR, end=row.end + 24 * HOUR, day=day("Fri"))))
    assert only(away.gone, Rule.DOUBLE_BOOKING) and not only(away.new, Rule.DOUBLE_BOOKING)


def test_what_was_broken_before_is_not_new() -> None:
    office = schedule("visit V1: Centro, asks Cisco 3", "Ana: Thu 9-12 V1")
    (row,) = bookings(office, "Ana")
    later = effect(office, Edit(row, replace(row, start=row.start + HOUR, end=row.end + HOUR)))
    assert only(later.new, Rule.SKILL) == [] and only(later.gone, Rule.SKILL) == []


def test_a_sick_call_opens_places_and_a_cover_closes_them() -> None:
    office = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, Thu 18-19 Usera", "Berta:")
    ill = absence("Ana", day("Thu"))
    sick = effect(office, Edit(None, ill))
    assert sorted(only(sick.new, Rule.UNCOVERED, Rule.ABSENCE)) == [Rule.ABSENCE, Rule.UNCOVERED, Rule.UNCOVERED]
    without = office.with_(changed(office, Edit(None, ill)))
    base = next(row for row in bookings(office, "Ana") if row.day == day("Thu"))
    cover = replace(base, id=5, technician_id=id_of("technician", "Berta"), covers=base.id, placement_id=None)
    assert only(effect(without, Edit(None, cover)).gone, Rule.UNCOVERED) == [Rule.UNCOVERED]
    assert only(effect(without, Edit(ill, None)).gone, Rule.UNCOVERED) == [Rule.UNCOVERED] * 2


def test_short_notice_of_what_is_booked_or_moved_within_five_days() -> None:
    office = schedule("Ana:", visit())
    for when, short in (("Wed 9-10", 0), ("Thu 9-10", 1), ("Sun 9-10", 1), ("Mon+1 9-10", 0)):
        assert len(only(effect(office, Edit(None, booking("Ana", when))).new, Rule.SHORT_NOTICE)) == short
    (warning,) = (c for c in effect(office, Edit(None, booking("Ana", "Thu 9-10"))).new if c.rule is Rule.SHORT_NOTICE)
    assert warning.severity is Severity.WARNING
    row = booking("Ana", "Thu 9-10")
    booked = office.with_(changed(office, Edit(None, row)))
    assert not only(effect(booked, Edit(row, replace(row, note="ring twice"))).new, Rule.SHORT_NOTICE)
    moved = replace(row, technician_id=id_of("technician", "Berta"))
    assert only(effect(schedule("Ana:", "Berta:", visit(), row), Edit(row, moved)).new, Rule.SHORT_NOTICE)


def test_a_placement_into_requested_leave_asks_once_and_a_later_request_does_not() -> None:
    office = schedule(line(), "Ana: asked Wed")
    asked = demand_on(office, line(), day("Wed"))
    assert asked is not None
    placed = placement("Ana", "Helpdesk", day("Wed"), day("Thu"))
    added = effect(office, Edit(None, placed), Edit(None, row_for(placed, asked, 5)))
    assert only(added.new, Rule.ABSENCE_REQUESTED) == [Rule.ABSENCE_REQUESTED]
    held = schedule(line(), "Ana: on Helpdesk Wed")
    wish = absence("Ana", day("Wed"), day("Thu"), state=AbsenceState.REQUESTED)
    assert not only(effect(held, Edit(None, wish)).new, Rule.ABSENCE_REQUESTED)


def test_a_kept_conflict_is_new_with_its_mark_and_new_again_when_let_go() -> None:
    office = schedule("Ana: Thu 9-12 Centro", visit())
    (first,) = bookings(office, "Ana")
    row = booking("Ana", "Thu 11-13")
    waiver = waiver_of(first, row, id=1, because=Because.CLIENT_AGREED, note="", by="eva", at=0)
    both = effect(office, Edit(None, row), Edit(None, waiver))
    assert [c.kept for c in both.new if c.rule is Rule.DOUBLE_BOOKING] == [True]
    kept = office.with_(changed(office, Edit(None, row), Edit(None, waiver)))
    let_go = effect(kept, Edit(waiver, None))
    assert [c.kept for c in let_go.new] == [False] and let_go.gone == ()


def test_an_override_dies_with_the_facts_it_was_given_for() -> None:
    office = schedule("visit V1: Centro, asks Cisco 3", "technician Ana: Cisco 2", "Ana: Thu 9-12 V1")
    (conflict,) = (c for c in check(office, Scope(ALL)) if c.rule is Rule.SKILL)
    override = Override(id=1, rule=Rule.SKILL, fingerprint=conflict.fingerprint, because=Because.OTHER, by="eva", at=0)
    kept = office.with_(changed(office, Edit(None, override)))
    assert [c.kept for c in check(kept, Scope(ALL)) if c.rule is Rule.SKILL] == [True]
    (ana,) = kept.rows(Skill).values()
    lower = effect(kept, Edit(ana, replace(ana, level=1)))
    assert [c.kept for c in lower.new if c.rule is Rule.SKILL] == [False]


def test_the_worst_stands_first() -> None:
    office = schedule("visit V1: Centro, asks Cisco, asks certificate CCNA, speaks en", "Ana: Thu 9-12 Usera")
    judged = effect(office, Edit(None, booking("Ana", "Thu 9-10")))
    severities = [c.severity for c in judged.new]
    assert severities == sorted(severities, reverse=True) and judged.new[0].rule is Rule.CERTIFICATION


def test_nothing_changes_when_nothing_is_edited() -> None:
    office = schedule("Ana: Thu 9-12 Centro, Thu 9-10 Usera")
    assert new_conflicts(office, office, Change(changed(office).label, ()), moment("Mon 9:00")) == Judgement((), ())
