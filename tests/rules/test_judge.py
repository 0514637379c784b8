"""A row that is only thought of, judged as if it were booked; and the one reason to give."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment, waiver_of
from techsched.model.change import Edit
from techsched.model.client import Closure
from techsched.model.conflict import Conflict, Override
from techsched.model.demand import demand_on
from techsched.model.growth import row_for
from techsched.model.holiday import Holiday
from techsched.model.kinds import AssignmentState, Because, Mode, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Days, Span
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import instant
from techsched.model.work import work_of
from techsched.rules import Scope, check, decisive, judge
from tests.builders import (
    MONDAY,
    NOW,
    absence,
    booking,
    bookings,
    certification,
    changed,
    clearance,
    day,
    id_of,
    line,
    name_of,
    placement,
    schedule,
    skill,
    visit,
)
from tests.rules.offices import DAYS, PEOPLE, offices

WIDE = Days(MONDAY - timedelta(days=14), MONDAY + timedelta(days=28))


@st.composite
def thoughts(draw: st.DrawFn, office: Schedule) -> Assignment:
    """A booking of one of the two visits by anybody, any day, new or one that stands already moved there."""
    on = day(draw(st.sampled_from(DAYS)))
    start = instant(on, draw(st.integers(14, 38)) * 30, "Europe/Madrid")
    span = Span(start, start + draw(st.integers(1, 10)) * 30 * MINUTE)
    who = draw(st.sampled_from(PEOPLE))
    mode = draw(st.sampled_from((Mode.ON_SITE, Mode.ON_SITE, Mode.REMOTE)))
    code = draw(st.sampled_from(("V1", "V2")))
    row = booking(who, span, id=90_000, visit_id=id_of("visit", code), mode=mode)
    held = [r for r in office.rows(Assignment).values() if r.visit_id is not None and r.occupies]
    if held and draw(st.booleans()):
        stored = draw(st.sampled_from(held))
        return replace(row, id=stored.id, visit_id=stored.visit_id, place=stored.place)
    return row


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_judging_a_thought_finds_what_booking_it_would_break(data: st.DataObject) -> None:
    office = data.draw(offices())
    row = data.draw(thoughts(office))
    after = office.with_(changed(office, Edit(office.get(Assignment, row.id), row)))
    own = [c for c in check(after, Scope(WIDE)) if row.id in c.assignments]
    judged = judge(office, row, work_of(office, row))
    assert {c for c in judged if row.id in c.assignments} == set(own)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_stopping_at_the_first_hard_conflict_finds_the_decisive_one(data: st.DataObject) -> None:
    office = data.draw(offices())
    row = data.draw(thoughts(office))
    work = work_of(office, row)
    everything = judge(office, row, work)
    first = judge(office, row, work, stop_at_hard=True)
    assert [c for c in everything if c.severity is Severity.HARD] or first == everything
    if everything:
        reason = decisive(everything)
        assert decisive(first).rule is reason.rule
        if reason.severity is Severity.HARD:
            assert first[-1].severity is Severity.HARD and first == everything[: len(first)]


def drop(office: Schedule, *rows: object) -> Schedule:
    return office.with_(changed(office, *(Edit(row, None) for row in rows)))  # type: ignore[arg-type]


def put(office: Schedule, row: Technician | Visit) -> Schedule:
    return office.with_(changed(office, Edit(office.row(type(row), row.id), row)))


def remedy(office: Schedule, row: Assignment, reason: Conflict) -> tuple[Schedule, Assignment] | None:
    """The office and row without the one fact behind a conflict; None for rules told of elsewhere."""
    facts = dict(reason.facts)
    who = office.row(Technician, row.technician_id)
    held = work_of(office, row).visit
    assert held is not None
    match reason.rule:
        case Rule.ABSENCE | Rule.ABSENCE_REQUESTED:
            return drop(office, office.row(Absence, reason.absence_id or 0)), row
        case Rule.EMPLOYMENT:
            return put(office, replace(who, employed_from=day("Mon-9"), employed_after=None)), row
        case Rule.CERTIFICATION:
            proof = certification(who.name, str(facts["needed"]), id=5)
            return office.with_(changed(office, Edit(None, proof))), row
        case Rule.CLEARANCE:
            client = name_of(held.client_id)
            return office.with_(changed(office, Edit(None, clearance(who.name, "pass", client)))), row
        case Rule.PROFILE:
            assert held.profile is not None
            return put(office, replace(who, profile=held.profile)), row
        case Rule.SKILL:
            known = skill(who.name, str(facts["needed"]), 5, id=5)
            return office.with_(changed(office, Edit(None, known))), row
        case Rule.DOUBLE_BOOKING:
            (other,) = (office.row(Assignment, id) for id in reason.assignments if id != row.id)
            gone = replace(other, state=AssignmentState.WITHDRAWN)
            return office.with_(changed(office, Edit(other, gone))), row
        case Rule.VISIT_WINDOW:
            return put(office, replace(held, window_from=None, window_to=None)), row
        case Rule.MODE:
            return office, replace(row, mode=Mode.ON_SITE)
        case Rule.HOLIDAY:
            return drop(office, *office.group(Holiday, "day", row.day)), row
        case Rule.CLOSURE:
            return drop(office, *office.rows(Closure).values()), row
        case Rule.RESPONSE:
            return put(office, replace(held, due_by=None, window_from=None, window_to=None)), row
    return None


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_without_its_one_decisive_fact_a_rejected_candidate_passes_that_rule(data: st.DataObject) -> None:
    office = data.draw(offices())
    row = data.draw(thoughts(office))
    conflicts = judge(office, row, work_of(office, row))
    assume(any(c.severity >= Severity.APPROVAL for c in conflicts))
    reason = decisive(conflicts)
    assert [c for c in conflicts if c.fingerprint == reason.fingerprint] == [reason]
    better = remedy(office, row, reason)
    assume(better is not None)
    assert better is not None
    changed_office, changed_row = better
    left = judge(changed_office, changed_row, work_of(changed_office, changed_row))
    assert reason.fingerprint not in {c.fingerprint for c in left}
    same = [
        c for c in left if c.rule is reason.rule and dict(c.facts).get("needed") == dict(reason.facts).get("needed")
    ]
    several = [c for c in conflicts if c.rule is reason.rule]
    assert len(same) <= len(several) - 1


def rules(conflicts: list[Conflict]) -> list[Rule]:
    return [c.rule for c in conflicts]


def test_a_row_of_an_open_visit_needs_no_place_in_the_schedule() -> None:
    office = schedule("visit V1: Centro, asks Cisco 2", "Ana: Mon 9-12 Centro")
    row = booking("Ana", "Mon 11-13", id=0)
    assert {Rule.DOUBLE_BOOKING, Rule.SKILL} <= set(rules(judge(office, row, work_of(office, row))))


def test_short_notice_is_judged_when_the_clock_is_given() -> None:
    office = schedule(visit(), "Ana:")
    row = booking("Ana", "Thu 9-10", id=0)
    assert Rule.SHORT_NOTICE not in rules(judge(office, row, work_of(office, row)))
    assert Rule.SHORT_NOTICE in rules(judge(office, row, work_of(office, row), now=NOW))


def test_a_placed_day_in_an_absence_would_be_uncovered() -> None:
    placed = placement("Ana", "Helpdesk", day("Mon"), day("Sat"))
    office = schedule(line(), placed, absence("Ana", day("Wed"), day("Thu")))
    for on, broken in (("Tue", []), ("Wed", [Rule.UNCOVERED])):
        asked = demand_on(office, line(), day(on))
        assert asked is not None
        row = row_for(placed, asked, 0)
        found = rules(judge(office, row, work_of(office, row)))
        assert [rule for rule in found if rule in (Rule.UNCOVERED, Rule.ABSENCE)] == broken


def test_a_released_row_asks_nothing_of_anybody() -> None:
    office = schedule("visit V1: Centro, asks Cisco", "Ana: Mon 9-12 V1")
    (row,) = bookings(office, "Ana")
    freed = replace(row, released_by=7)
    assert judge(office, freed, work_of(office, freed)) == []


def test_who_is_away_goes_before_who_cannot_and_hard_before_what_needs_an_ok() -> None:
    office = schedule("visit V1: Centro, asks Cisco 2, asks certificate CCNA, profile Senior Engineer", "Ana: sick Mon")
    row = booking("Ana", "Mon 9-12", id=0)
    assert decisive(judge(office, row, work_of(office, row))).rule is Rule.ABSENCE
    tuesday = booking("Ana", "Tue 9-12", id=0)
    assert decisive(judge(office, tuesday, work_of(office, tuesday))).rule is Rule.CERTIFICATION
    certified = office.with_(changed(office, Edit(None, certification("Ana", "CCNA"))))
    assert decisive(judge(certified, tuesday, work_of(certified, tuesday))).rule is Rule.PROFILE


def test_a_kept_reason_gives_way_to_one_that_stands() -> None:
    office = schedule("visit V1: Centro, asks Cisco 2, asks certificate CCNA", "Ana:")
    row = booking("Ana", "Mon 9-12", id=0)
    conflicts = judge(office, row, work_of(office, row))
    kept = [c.as_kept() if c.rule is Rule.CERTIFICATION else c for c in conflicts]
    assert decisive(kept).rule is Rule.SKILL


def test_what_was_kept_stays_kept_in_thought_but_a_waiver_only_for_its_hours() -> None:
    office = schedule("visit V1: Centro, asks Cisco 2", "Ana: Thu 9-12 V1, Thu 11-13 Usera")
    row, other = bookings(office, "Ana")
    (lacking,) = (c for c in judge(office, row, work_of(office, row)) if c.rule is Rule.SKILL)
    because = {"because": Because.CLIENT_AGREED, "by": "eva", "at": NOW}
    override = Override(id=1, rule=Rule.SKILL, fingerprint=lacking.fingerprint, **because)  # type: ignore[arg-type]
    waiver = waiver_of(row, other, id=2, note="", **because)  # type: ignore[arg-type]
    kept = office.with_(changed(office, Edit(None, override), Edit(None, waiver)))

    def marks(thought: Assignment) -> dict[Rule, bool]:
        found = judge(kept, thought, work_of(kept, thought))
        return {c.rule: c.kept for c in found if c.rule in (Rule.SKILL, Rule.DOUBLE_BOOKING)}

    assert marks(row) == {Rule.SKILL: True, Rule.DOUBLE_BOOKING: True}
    later = replace(row, start=row.start + 1800, end=row.end + 1800)
    assert marks(later) == {Rule.SKILL: True, Rule.DOUBLE_BOOKING: False}
    assert judge(kept, later, work_of(kept, later), stop_at_hard=True)[-1].rule is Rule.DOUBLE_BOOKING
