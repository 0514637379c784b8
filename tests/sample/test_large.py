"""Made-up companies: the same for the same seed, and nobody in two places at once."""

from __future__ import annotations

from datetime import date

import pytest

from techsched import cities
from techsched.model.assignment import Assignment
from techsched.model.engagement import Engagement
from techsched.model.kinds import Priority, Severity, Term, VisitState
from techsched.model.schedule import Schedule
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.plan.slot import slots
from techsched.rules import Scope, check
from techsched.sample import NOW, large


@pytest.fixture(scope="module")
def company() -> Schedule:
    change = large.company(10, 3)
    return Schedule(cities.pack("madrid"), [edit.row for edit in change.edits])


def test_the_same_seed_makes_the_same_company_and_another_one_another() -> None:
    assert large.company(3, 7) == large.company(3, 7)
    assert large.company(3, 7) != large.company(3, 8)


def test_the_sizes_are_those_that_the_terminal_offers() -> None:
    assert large.PEOPLE == {"medium": 60, "large": 200}


def test_nobody_is_booked_twice_at_once(company: Schedule) -> None:
    for technician in company.rows(Technician):
        rows = [row for row in company.diary(technician) if row.occupies]
        assert rows
        for one, other in zip(rows, rows[1:], strict=False):
            assert one.end <= other.start


def test_each_technician_brings_about_a_year_of_work(company: Schedule) -> None:
    each = len(company.rows(Assignment)) / len(company.rows(Technician))
    assert 400 < each < 800
    days = {row.day for row in company.rows(Assignment).values()}
    assert (min(days), max(days)) == (date(2026, 6, 1), date(2027, 5, 31))


def test_what_is_booked_breaks_nothing_hard(company: Schedule) -> None:
    found = check(company, Scope(Days(date(2026, 11, 16), date(2026, 12, 14))), NOW)
    assert [c for c in found if c.severity is Severity.HARD] == []
    assert found


def test_the_past_is_done_and_a_critical_visit_waits(company: Schedule) -> None:
    for visit in company.rows(Visit).values():
        for row in company.bookings_of(visit):
            assert (row.end <= NOW) == (company.visit_state(visit) is VisitState.COMPLETED)
    waiting = [v for v in company.rows(Visit).values() if company.visit_state(v) is VisitState.REQUESTED]
    assert {visit.priority for visit in waiting} == set(Priority)
    for visit in waiting:
        answer = slots(company, visit, NOW)
        assert len(answer.found) + len(answer.against) == 10


def test_short_and_long_work_is_there(company: Schedule) -> None:
    terms = {engagement.term for engagement in company.rows(Engagement).values()}
    assert Term.INDEFINITE in terms and len(terms) > 1
