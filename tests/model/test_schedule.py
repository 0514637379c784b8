"""The snapshot: what `with_` makes of it is what the changed rows would make afresh."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment, waiver_of
from techsched.model.change import Change, Edit
from techsched.model.client import Site
from techsched.model.engagement import Placement
from techsched.model.journey import away_spans, home_of, links_on, spot_of_site
from techsched.model.kinds import (
    AbsenceState,
    AssignmentState,
    Because,
    ClosureKind,
    HolidayScope,
    RuleScope,
    Transport,
    VisitState,
    WorkPlace,
)
from techsched.model.office import Office, OuterZone, TravelTime
from techsched.model.ruleset import Limits, RuleSet
from techsched.model.schedule import GROUPS, TABLES, Schedule
from techsched.model.span import ONE_DAY, Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.worked import Workdays
from tests.builders import MONDAY, NOW, absence, booking, bookings, changed, day, id_of, named, schedule
from tests.rules.offices import changes, offices

WEEKS = [MONDAY + timedelta(days=offset) for offset in range(-7, 14)]


def afresh(held: Schedule) -> Schedule:
    rows = [row for table in TABLES for row in held.rows(table).values()]
    return Schedule(held.city, rows, window=held.window, earlier=held.earlier)


def answers(held: Schedule) -> dict[Any, Any]:
    """Everything that a schedule remembers, asked for anew."""
    found: dict[Any, Any] = {}
    for table, by in GROUPS:
        key_of = GROUPS[(table, by)]
        for row in held.rows(table).values():
            key = key_of(row)
            if key is not None:
                found[table, by, key] = held.group(table, by, key)
    for technician in held.rows(Technician).values():
        who = technician.name
        workdays = Workdays(held, technician)
        found[who, "diary"] = held.diary(technician.id).rows
        found[who, "away"] = away_spans(held, technician)
        found[who, "home"] = home_of(held, technician)
        for on in WEEKS:
            found[who, on] = (links_on(held, technician, on), workdays.on(on), held.limits(technician.id, on))
        found[who, "year"] = workdays.minutes_in_year(2026)
    for visit in held.rows(Visit).values():
        found[visit.code] = (held.visit_state(visit), held.bookings_of(visit))
    for site in held.rows(Site).values():
        found[site.code] = spot_of_site(held, site.id)
    return found


def covers_itself(held: Schedule) -> bool:
    """Two edits of one cover, each sensible by itself, may make it cover its own cover: no office holds that."""
    for row in held.rows(Assignment).values():
        seen = set()
        while row.covers is not None:
            seen.add(row.id)
            row = held.row(Assignment, row.covers)
            if row.id in seen:
                return True
    return False


def same(held: Schedule, other: Schedule) -> None:
    for table in TABLES:
        assert dict(held.rows(table)) == dict(other.rows(table))
        assert len(held.rows(table)) == len(other.rows(table))
    assert answers(held) == answers(other)


def _travel(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    """Edits of what says how long trips take and where places are."""
    site, technician = (draw(st.sampled_from(list(office.rows(table).values()))) for table in (Site, Technician))
    placements = list(office.rows(Placement).values())
    by_hand = TravelTime(id=910, origin="district:01", destination=f"site:{site.id}", minutes=draw(st.integers(0, 90)))
    edits = [
        Edit(site, replace(site, lat=40.4, lon=draw(st.sampled_from((-3.7, -3.6))))),
        Edit(technician, replace(technician, transport=draw(st.sampled_from(list(Transport))))),
        Edit(technician, replace(technician, work_place=draw(st.sampled_from(list(WorkPlace))))),
        Edit(technician, replace(technician, zone=draw(st.sampled_from(("Atlantic/Canary", "Asia/Tokyo"))))),
        Edit(office.get(TravelTime, 910), by_hand),
        Edit(office.office, replace(office.office, zone=draw(st.sampled_from(("Atlantic/Canary", "Asia/Tokyo"))))),
        Edit(office.get(OuterZone, 911), OuterZone(id=911, name="Getafe", nearest_district="17", extra_minutes=20)),
        Edit(
            office.get(RuleSet, 912),
            RuleSet(id=912, name="x", scope=RuleScope.COMPANY, first=date(2020, 1, 1), slack=draw(st.integers(0, 30))),
        ),
    ]
    if len(placements) > 1:
        one, other = placements[:2]
        edits.append(Edit(one, replace(one, line_id=other.line_id)))
    return [draw(st.sampled_from(edits))]


@st.composite
def any_change(draw: st.DrawFn, office: Schedule) -> Change:
    if draw(st.booleans()):
        return changed(office, *_travel(draw, office))
    return draw(changes(office))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_changed_schedule_is_one_built_afresh_and_undone_it_is_the_old_one(data: st.DataObject) -> None:
    office = data.draw(offices())
    made: list[Change] = []
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            answers(office)
        change = data.draw(any_change(office))
        # an edit is read against the row that the schedule holds
        ready = Change(change.label, tuple(Edit(office.get(e.table, e.row.id), e.after) for e in change.edits))
        before = answers(office)
        after = office.with_(ready)
        assume(not covers_itself(after))
        same(after, afresh(after))
        assert answers(office) == before
        made.append(ready)
        office = after
    for change in reversed(made):
        office = office.with_(change.inverse())
        same(office, afresh(office))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_two_schedules_that_come_from_one_know_nothing_of_each_other(data: st.DataObject) -> None:
    office = data.draw(offices())
    one, other = (office.with_(data.draw(any_change(office))) for _ in range(2))
    answers(one)
    answers(other)
    same(one, afresh(one))
    same(other, afresh(other))


def test_a_row_is_found_by_its_code_in_any_case() -> None:
    office = schedule("Ana:")
    found = office.by_code(Technician, "ANA")
    assert found is not None
    assert found.name == "Ana"
    assert office.by_code(Technician, "Berta") is None
    assert office.get(Technician, None) is None
    with pytest.raises(KeyError):
        office.row(Technician, 1)


def test_the_strictest_rule_set_that_holds_for_a_person_on_a_day() -> None:
    def rules(id: int, technician: str = "", **more: Any) -> RuleSet:
        scope = RuleScope.PERSON if technician else RuleScope.COMPANY
        who = id_of("technician", technician) if technician else None
        told = {"id": id, "name": "x", "scope": scope, "first": date(2026, 1, 1), "technician_id": who, **more}
        return RuleSet(**told)

    office = schedule(
        "Ana:",
        "Berta:",
        [
            rules(1, daily_rest=11 * 60, slack=5),
            rules(2, "Ana", daily_rest=13 * 60, day_max=8 * 60),
            rules(3, day_max=10 * 60, first=date(2027, 1, 1)),
        ],
    )
    ana, berta = id_of("technician", "Ana"), id_of("technician", "Berta")
    assert office.limits(ana, MONDAY) == Limits(daily_rest=13 * 60, day_max=8 * 60, slack=5)
    assert office.limits(berta, MONDAY) == Limits(daily_rest=11 * 60, slack=5)
    assert office.limits(berta, date(2025, 12, 31)) == Limits()
    assert office.limits(berta, date(2027, 1, 1)).day_max == 10 * 60
    assert office.limits(ana, date(2027, 1, 1)).day_max == 8 * 60


def test_patterns_holidays_closures_and_absences_of_a_day() -> None:
    office = schedule(
        "technician Ana: works Mon-Fri 9-18",
        "holiday: Tue in ES-MD, Wed in PT",
        "closed Centro: Thu",
        "Ana: sick from Thu, asked Mon, away Tue 9-12",
    )
    ana, centro = named(office, Technician, "Ana"), named(office, Site, "Centro")
    assert [each.start for each in office.pattern_on(ana.id, MONDAY)] == [9 * 60]
    assert office.pattern_on(ana.id, day("Sat")) == ()
    assert office.working_pattern(ana.id, day("Sat")) is not None
    assert office.working_pattern(ana.id, date(2019, 12, 31)) is None
    assert [h.scope for h in office.holidays_on("ES-MD-28079", day("Tue"))] == [HolidayScope.NATIONAL]
    assert office.holidays_on("ES-MD-28079", day("Wed")) == ()
    assert office.holidays_on("ES-CT", day("Tue")) == ()
    assert [c.kind for c in office.closures_on(centro.client_id, centro.id, day("Thu"))] == [ClosureKind.CLOSED]
    assert office.closures_on(centro.client_id, 999, day("Thu")) == ()
    assert office.closures_on(centro.client_id, centro.id, day("Fri")) == ()
    away = [len(office.absences_on(ana.id, day(on))) for on in ("Mon", "Tue", "Wed", "Thu", "Sun+1")]
    assert away == [0, 1, 0, 1, 1]


def test_a_waiver_is_good_for_the_very_spans_that_it_names() -> None:
    office = schedule("Ana: Mon 9-12, Mon 10-11")
    one, other = bookings(office, "Ana")
    waiver = waiver_of(other, one, id=5, because=Because.OTHER, note="", by="eva", at=NOW)
    waived = office.with_(changed(office, Edit(None, waiver)))
    assert waived.waiver_between(other, one) == waived.waiver_between(one, other) == waiver
    longer = replace(one, end=one.end + 60)
    assert waived.waiver_between(longer, other) is None
    assert office.waiver_between(one, other) is None


def states(visit: Visit, *rows: Assignment) -> VisitState:
    office = schedule("visit V1: Centro, 2 people", [visit, *rows])
    return office.visit_state(visit)


def test_the_state_of_a_visit_comes_from_its_stamps_and_bookings() -> None:
    visit = named(schedule("visit V1: Centro, 2 people"), Visit, "V1")
    ana, berta = booking("Ana", "Mon 9-10"), booking("Berta", "Mon 9-10", place=2)
    withdrawn = replace(berta, state=AssignmentState.WITHDRAWN)
    assert states(visit) == VisitState.REQUESTED
    assert states(visit, ana) == VisitState.REQUESTED
    assert states(visit, ana, withdrawn) == VisitState.REQUESTED
    assert states(visit, ana, berta) == VisitState.SCHEDULED
    told = replace(visit, dispatched_at=NOW)
    assert states(told, ana, berta) == VisitState.DISPATCHED
    assert states(told, ana) == VisitState.REQUESTED
    assert states(replace(told, en_route_at=NOW), ana) == VisitState.EN_ROUTE
    assert states(replace(told, en_route_at=NOW, arrived_at=NOW), ana) == VisitState.ON_SITE
    assert states(replace(told, arrived_at=NOW, outcome="no_access"), ana) == VisitState.NO_ACCESS


def test_a_tentative_booking_makes_a_tentative_visit() -> None:
    office = schedule("visit V1: Centro", "Ana: Mon 9-10 V1 tentative")
    assert office.visit_state(named(office, Visit, "V1")) == VisitState.TENTATIVE


def test_an_approved_absence_is_forgotten_when_it_is_refused() -> None:
    office = schedule("Ana:", absence("Ana", MONDAY, MONDAY + ONE_DAY))
    ana = named(office, Technician, "Ana")
    held = next(iter(office.rows(Absence).values()))
    assert len(away_spans(office, ana)) == 1
    refused = office.with_(changed(office, Edit(held, replace(held, state=AbsenceState.REFUSED))))
    assert away_spans(refused, ana) == ()
    assert len(away_spans(office, ana)) == 1


def test_the_window_and_what_lies_before_it_are_carried_on() -> None:
    office = schedule("Ana:")
    held = Schedule(office.city, [office.office], window=Days(MONDAY, day("Mon+4")), earlier={(1, 2026): 60})
    after = held.with_(changed(held, Edit(held.office, replace(held.office, name="Otra"))))
    assert (after.window, dict(after.earlier)) == (held.window, {(1, 2026): 60})
    assert (after.office.name, held.office.name) == ("Otra", "Meseta")


def test_a_file_under_construction_has_no_office() -> None:
    empty = Schedule(schedule("Ana:").city)
    rows: Iterable[Office] = empty.rows(Office).values()
    assert list(rows) == []
    with pytest.raises(StopIteration):
        _ = empty.office
