"""Arrivals against the deadline of a visit."""

from dataclasses import replace

from techsched.model.change import Edit
from techsched.model.kinds import Rule, Severity
from techsched.model.visit import Visit
from tests.builders import changed, moment, named, schedule
from tests.rules.asking import conflicts, told


def test_arriving_after_the_deadline_needs_an_ok_and_says_how_late() -> None:
    office = schedule("visit V1: Centro, incident, critical, due Mon 11:00", "Ana: Mon 11:20-13 V1")
    assert told(office, Rule.RESPONSE) == [
        "Ana would arrive at Centro in Centro on Mon 23 Nov at 11:20, 20 min after the deadline (Mon 23 Nov, 11:00). "
        "Find somebody sooner, or give your OK."
    ]
    assert [c.severity for c in conflicts(office, Rule.RESPONSE)] == [Severity.APPROVAL]


def test_arriving_on_the_minute_is_in_time() -> None:
    assert not told(schedule("visit V1: Centro, due Mon 11:00", "Ana: Mon 11-12 V1"), Rule.RESPONSE)


def test_the_first_of_two_people_answers_for_both() -> None:
    visit = "visit V1: Centro, due Mon 11:00, 2 people"
    assert not told(schedule(visit, "Ana: Mon 10-12 V1", "Berta: Mon 12-13 V1 place2"), Rule.RESPONSE)
    assert len(told(schedule(visit, "Ana: Mon 12-13 V1", "Berta: Mon 12-13 V1 place2"), Rule.RESPONSE)) == 2


def test_somebody_who_is_away_answers_nothing() -> None:
    office = schedule(
        "visit V1: Centro, due Mon 11:00, 2 people", "Ana: Mon 10-12 V1, sick Mon", "Berta: Mon 12-13 V1 place2"
    )
    assert len(told(office, Rule.RESPONSE)) == 1


def test_a_late_cover_is_late() -> None:
    visit = "visit V1: Centro, due Mon 11:00"
    assert told(schedule(visit, "Ana: Mon 10-12 V1, sick Mon", "Berta: covers Ana Mon 11:30-13"), Rule.RESPONSE)
    assert not told(schedule(visit, "Ana: Mon 10-12 V1, sick Mon", "Berta: covers Ana Mon"), Rule.RESPONSE)


def test_a_visit_that_was_reached_in_time_is_no_longer_late() -> None:
    office = schedule("visit V1: Centro, due Mon 11:00", "Ana: Mon 11:20-13 V1 done")
    found = named(office, Visit, "V1")
    reached = replace(found, arrived_at=moment("Mon 10:58"))
    assert not told(office.with_(changed(office, Edit(found, reached))), Rule.RESPONSE)
    reached = replace(found, arrived_at=moment("Mon 11:05"))
    assert told(office.with_(changed(office, Edit(found, reached))), Rule.RESPONSE)


def test_the_earlier_of_deadline_and_end_of_window_counts_for_an_incident() -> None:
    office = schedule("visit V1: Centro, incident, due Mon 14:00, window Mon 9-12", "Ana: Mon 13-14 V1")
    assert len(told(office, Rule.RESPONSE)) == 1
    planned = schedule("visit V1: Centro, request, due Mon 11:00, window Mon 9-12", "Ana: Mon 12-13 V1")
    assert len(told(planned, Rule.RESPONSE)) == 1
