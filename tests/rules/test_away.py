"""Absence and employment of whoever is booked."""

from dataclasses import replace

from techsched.model.absence import Absence, CoverItem
from techsched.model.change import Edit
from techsched.model.kinds import AbsenceKind, AbsenceState, CoverDecision, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.rules import Scope, check
from tests.builders import absence, bookings, changed, day, days, id_of, named, schedule, technician
from tests.rules.asking import conflicts, told

AWAY = (Rule.ABSENCE, Rule.ABSENCE_REQUESTED)


def only_absence(office: Schedule) -> Absence:
    (found,) = office.rows(Absence).values()
    return found


def test_a_visit_in_approved_leave_is_hard_and_says_until_when() -> None:
    office = schedule("Carmen: away Mon-Fri, Thu 9-11 Centro")
    assert told(office, *AWAY) == [
        "Carmen is on annual leave until Fri 27 Nov: Centro in Centro on Thu 26 Nov, 09:00–11:00, needs somebody else."
    ]
    (found,) = conflicts(office, *AWAY)
    assert (found.rule, found.severity) == (Rule.ABSENCE, Severity.HARD)
    assert found.absence_id == only_absence(office).id
    assert found.assignments == (bookings(office, "Carmen")[0].id,)


def test_a_sick_call_without_an_end_says_so() -> None:
    (sentence,) = told(schedule("Ana: sick from Tue, Thu 9-11 Centro"), *AWAY)
    assert sentence.startswith("Ana is off sick from Tue 24 Nov on, with no end yet: ")


def test_leave_of_some_hours_meets_only_bookings_in_them() -> None:
    assert told(schedule("Ana: away Mon 9-12, Mon 11-13 Centro"), *AWAY) == [
        "Ana is on annual leave on Mon 23 Nov, 09:00–12:00: Centro in Centro, 11:00–13:00, falls into it. "
        "Move it, or give it to somebody else."
    ]
    assert not told(schedule("Ana: away Mon 9-12, Mon 12-13 Centro"), *AWAY)


def test_leave_that_is_only_asked_for_needs_an_ok() -> None:
    office = schedule("Ana: asked Mon-Fri, Thu 9-11 Centro")
    (found,) = conflicts(office, *AWAY)
    assert (found.rule, found.severity) == (Rule.ABSENCE_REQUESTED, Severity.APPROVAL)
    assert "has asked to be on annual leave until Fri 27 Nov" in told(office, *AWAY)[0]


def test_asked_for_leave_counts_as_approved_when_the_check_says_so() -> None:
    office = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: asked Mon-Fri, Thu 9-11 Usera, on Helpdesk Wed-Fri")
    week = Scope(days("Mon-Sun"), with_requested=True)
    found = {c.rule for c in check(office, week)}
    assert {Rule.ABSENCE, Rule.UNCOVERED} <= found and Rule.ABSENCE_REQUESTED not in found


def test_refused_and_cancelled_leave_takes_nobody_away() -> None:
    assert not told(schedule("Ana: refused Mon-Fri, Thu 9-11 Centro"), *AWAY)
    cancelled = absence("Ana", day("Mon"), day("Sat"), state=AbsenceState.CANCELLED)
    assert not told(schedule("Ana: Thu 9-11 Centro", cancelled), *AWAY)


def test_a_placed_day_under_an_absence_is_uncovered_and_no_conflict_of_absence() -> None:
    office = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, sick Wed, asked Thu")
    assert not told(office, *AWAY)
    assert [c.day for c in conflicts(office, Rule.UNCOVERED)] == [day("Wed")]


def test_the_absence_is_read_on_the_technicians_clock() -> None:
    """23:30 of Monday on the islands is half past midnight of Tuesday in Madrid."""
    there = "site Isla: Centro, zone Atlantic/Canary"
    assert told(schedule(there, "Ana: away Tue, Mon 22:30-23:30 Isla"), *AWAY)
    assert not told(schedule(there, "Ana: away Tue, Mon 22-23 Isla"), *AWAY)


def test_a_covered_visit_is_settled_and_a_substitute_who_falls_ill_is_not() -> None:
    office = schedule("Ana: sick Thu, Thu 9-11 Centro", "Berta: covers Ana Thu")
    assert not told(office, *AWAY)
    both = schedule("Ana: sick Thu, Thu 9-11 Centro", "Berta: covers Ana Thu, sick Thu")
    assert sorted(c.technician_id or 0 for c in conflicts(both, *AWAY)) == sorted(
        (id_of("technician", "Ana"), id_of("technician", "Berta"))
    )


def test_a_cover_of_half_the_time_settles_nothing() -> None:
    office = schedule("Ana: sick Thu, Thu 9-11 Centro", "Berta: covers Ana Thu 9-10")
    assert len(told(office, *AWAY)) == 1


def test_a_visit_that_was_left_on_purpose_is_settled_for_that_absence_only() -> None:
    office = schedule("Ana: sick Thu, Thu 9-11 Centro")
    (row,) = bookings(office, "Ana")
    left = CoverItem(
        id=1,
        absence_id=only_absence(office).id,
        assignment_id=row.id,
        day=row.day,
        decision=CoverDecision.LEFT_UNCOVERED,
    )
    decided = office.with_(changed(office, Edit(None, left)))
    assert not told(decided, *AWAY)
    another = replace(only_absence(office), id=99, kind=AbsenceKind.TRAINING)
    again = decided.with_(changed(decided, Edit(only_absence(office), None), Edit(None, another)))
    assert len(told(again, *AWAY)) == 1


def test_nobody_works_before_hire_or_after_leaving() -> None:
    before = schedule("technician Ana: hired Wed", "Ana: Tue 9-10 Centro, Wed 9-10 Centro")
    assert told(before, Rule.EMPLOYMENT) == [
        "Ana is with us from 25 November 2026 on: Centro in Centro on Tue 24 Nov, 09:00–10:00, needs somebody else."
    ]
    after = schedule("technician Ana: left Tue", "Ana: Tue 9-10 Centro, Wed 9-10 Centro")
    assert told(after, Rule.EMPLOYMENT) == [
        "Ana is with us until 24 November 2026: Centro in Centro on Wed 25 Nov, 09:00–10:00, needs somebody else."
    ]
    assert {c.severity for c in conflicts(after, Rule.EMPLOYMENT)} == {Severity.HARD}


def test_a_day_that_absence_takes_whole_asks_for_no_skill() -> None:
    """Nobody goes: the substitute is the one who is looked at."""
    office = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro, asks Cisco",
        "Ana: on Helpdesk Mon-Fri, sick Tue, away Wed 9-12",
        "Berta: covers Ana Tue",
    )
    assert [(c.technician_id, c.day) for c in conflicts(office, Rule.SKILL)] == [
        (id_of("technician", "Ana"), day("Mon")),
        (id_of("technician", "Berta"), day("Tue")),
        (id_of("technician", "Ana"), day("Wed")),
        (id_of("technician", "Ana"), day("Thu")),
        (id_of("technician", "Ana"), day("Fri")),
    ]


def test_renaming_a_technician_leaves_the_facts_of_a_conflict_as_they_were() -> None:
    office = schedule("Ana: away Mon-Fri, Thu 9-11 Centro")
    (before,) = conflicts(office, *AWAY)
    ana = named(office, Technician, "Ana")
    renamed = office.with_(changed(office, Edit(ana, replace(technician("Ana"), name="Ana Ruiz"))))
    (after,) = conflicts(renamed, *AWAY)
    assert after.facts != before.facts and after.fingerprint == before.fingerprint
    longer = replace(only_absence(office), after=day("Mon+1"))
    extended = office.with_(changed(office, Edit(only_absence(office), longer)))
    assert conflicts(extended, *AWAY)[0].fingerprint != before.fingerprint
