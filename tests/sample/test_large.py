"""Made-up companies: the same for the same seed, and nobody in two places at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from techsched import cities
from techsched.desk.desk import Desk
from techsched.model.assignment import Assignment
from techsched.model.client import Contact, Site
from techsched.model.demand import demand
from techsched.model.engagement import Engagement, Placement, StaffingLine
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
    assert min(days) == date(2026, 6, 1)
    visits = {row.day for row in company.rows(Assignment).values() if row.visit_id is not None}
    assert max(visits) == date(2027, 2, 26)


def test_residents_are_placed_as_far_as_a_file_is_grown_when_it_is_opened(company: Schedule, tmp_path: Path) -> None:
    days = {row.day for row in company.rows(Assignment).values() if row.placement_id is not None}
    assert max(days) == date(2027, 11, 30)
    file = str(tmp_path / "company.db")
    Desk.create(file, large.company(4, 2), who="builder").close()
    desk = Desk.open(file, who="raquel")
    assert len(desk.history()) == 1, "nothing was grown"
    desk.close()


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


def test_engagements_of_all_five_terms_are_there_and_filled() -> None:
    change = large.company(30, 1)
    company = Schedule(cities.pack("madrid"), [edit.row for edit in change.edits])
    engagements = company.rows(Engagement).values()
    assert {engagement.term for engagement in engagements} == set(Term)
    assert {site.district for site in company.rows(Site).values()} == set(company.city.districts)
    for engagement in engagements:
        (line,) = company.group(StaffingLine, "engagement", engagement.id)
        (placement,) = company.group(Placement, "line", line.id)
        rows = company.group(Assignment, "placement", placement.id)
        days = Days(engagement.first, engagement.after or date(2027, 12, 1))
        assert {row.day for row in rows} == {asked.day for asked in demand(company, line, days)}
        assert (engagement.term is Term.DAY) == (len(rows) == 1)
        if engagement.term is Term.HOLIDAY_COVER:
            assert company.row(Contact, engagement.contact_id or 0).client_id == engagement.client_id
