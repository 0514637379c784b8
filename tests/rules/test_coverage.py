"""Places that were promised: open, away, released, covered, decided."""

from dataclasses import replace
from datetime import timedelta

import pytest

from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment
from techsched.model.change import Edit
from techsched.model.engagement import Engagement
from techsched.model.kinds import AssignmentState, CoverDecision, EngagementState, Rule, Severity
from techsched.model.schedule import TABLES, Schedule
from techsched.model.span import Days
from techsched.rules import Scope, check
from tests.builders import bookings, changed, day, id_of, named, placement, schedule
from tests.rules.asking import conflicts, told

HELPDESK = "line Helpdesk: Mon-Fri 9-17 Centro"
OPEN = Rule.UNCOVERED


def uncovered(office: Schedule) -> list[tuple[str, int | None, str]]:
    """Day, place and hours of each uncovered place."""
    found = []
    for conflict in conflicts(office, OPEN):
        facts = dict(conflict.facts)
        found.append((f"{conflict.day:%a}", conflict.place, f"{facts['from']}-{facts['to']}"))
    return found


def test_each_day_without_anybody_is_a_conflict_of_the_line() -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Wed")
    assert told(office, OPEN) == [
        "Centro in Centro is uncovered on Thu 26 Nov, 09:00–17:00 (Helpdesk): nobody is placed there. Place somebody.",
        "Centro in Centro is uncovered on Fri 27 Nov, 09:00–17:00 (Helpdesk): nobody is placed there. Place somebody.",
    ]
    first = conflicts(office, OPEN)[0]
    assert (first.severity, first.line_id, first.place) == (Severity.APPROVAL, id_of("line", "Helpdesk"), 1)
    assert (first.technician_id, first.assignments) == (None, ())


def test_each_place_of_a_line_is_asked_for() -> None:
    office = schedule(f"{HELPDESK}, 3 people", "Ana: on Helpdesk Mon-Fri", "Berta: on Helpdesk place 3 Mon-Thu")
    assert [(on, place) for on, place, _ in uncovered(office)] == [
        ("Mon", 2), ("Tue", 2), ("Wed", 2), ("Thu", 2), ("Fri", 2), ("Fri", 3),
    ]  # fmt: skip


def test_a_day_taken_out_of_a_placement_is_open() -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Fri")
    tuesday = bookings(office, "Ana")[1]
    gone = office.with_(changed(office, Edit(tuesday, replace(tuesday, state=AssignmentState.WITHDRAWN))))
    assert uncovered(gone) == [("Tue", 1, "09:00-17:00")]


def test_an_absent_day_names_who_is_away() -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Fri, sick from Thu")
    assert told(office, OPEN)[0] == (
        "Centro in Centro is uncovered on Thu 26 Nov, 09:00–17:00 (Helpdesk): Ana is away. "
        "Find a cover, or note that the client agrees."
    )
    first = conflicts(office, OPEN)[0]
    (absence,) = office.rows(Absence)
    assert (first.absence_id, first.technician_id) == (absence, id_of("technician", "Ana"))
    assert first.assignments == (bookings(office, "Ana")[3].id,)
    assert [on for on, _, _ in uncovered(office)] == ["Thu", "Fri"]


def test_a_cover_fills_the_place_and_a_sick_substitute_opens_it_again() -> None:
    ana = "Ana: on Helpdesk Mon-Fri, sick Thu"
    assert uncovered(schedule(HELPDESK, ana, "Berta: covers Ana Thu")) == []
    assert uncovered(schedule(HELPDESK, ana, "Berta: covers Ana Thu, sick Thu")) == [("Thu", 1, "09:00-17:00")]


def test_a_cover_of_a_cover_fills_the_place() -> None:
    office = schedule(
        HELPDESK, "Ana: on Helpdesk Mon-Fri, sick Thu", "Berta: covers Ana Thu, sick Thu", "Carla: covers Berta Thu"
    )
    assert uncovered(office) == []


def test_only_the_hours_without_anybody_are_uncovered() -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Fri, away Thu 9-12")
    assert uncovered(office) == [("Thu", 1, "09:00-12:00")]
    half = schedule(HELPDESK, "Ana: on Helpdesk Mon-Fri, sick Thu", "Berta: covers Ana Thu 9-13")
    assert uncovered(half) == [("Thu", 1, "13:00-17:00")]
    two = schedule(
        HELPDESK, "Ana: on Helpdesk Mon-Fri, sick Thu", "Berta: covers Ana Thu 9-13", "Carla: covers Ana Thu 13-17"
    )
    assert uncovered(two) == []


def test_a_booking_left_for_a_cover_elsewhere_is_open() -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Fri")
    tuesday = bookings(office, "Ana")[1]
    left = office.with_(changed(office, Edit(tuesday, replace(tuesday, released_by=7))))
    assert uncovered(left) == [("Tue", 1, "09:00-17:00")]
    assert "Ana covers somebody else's work" in told(left, OPEN)[0]


@pytest.mark.parametrize("decision", list(CoverDecision))
def test_a_day_that_was_decided_does_not_return_until_another_absence(decision: CoverDecision) -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Fri, sick Thu-Fri")
    (absence,) = office.rows(Absence).values()
    thursday = bookings(office, "Ana")[3]
    item = CoverItem(id=1, absence_id=absence.id, assignment_id=thursday.id, day=thursday.day, decision=decision)
    decided = office.with_(changed(office, Edit(None, item)))
    assert [on for on, _, _ in uncovered(decided)] == ["Fri"]
    other = replace(absence, id=2)
    again = decided.with_(changed(decided, Edit(absence, None), Edit(None, other)))
    assert [on for on, _, _ in uncovered(again)] == ["Thu", "Fri"]


def test_cancelling_the_absence_ends_what_it_opened() -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Fri, sick Thu")
    (absence,) = office.rows(Absence).values()
    assert uncovered(office.with_(changed(office, Edit(absence, None)))) == []


def test_a_place_that_two_share_for_a_day_is_filled_by_either() -> None:
    office = schedule(HELPDESK, "Ana: on Helpdesk Mon-Wed, sick Wed", "Berta: on Helpdesk Wed-Fri")
    assert uncovered(office) == []


def test_nothing_is_promised_on_holidays_closures_and_by_drafts() -> None:
    assert uncovered(schedule(HELPDESK, "holiday: Mon", "closed Centro: Tue-Wed", "Ana: on Helpdesk Thu-Fri")) == []
    office = schedule(HELPDESK)
    bought = named(office, Engagement, "Helpdesk")
    draft = replace(bought, state=EngagementState.DRAFT)
    assert uncovered(office.with_(changed(office, Edit(bought, draft)))) == []


def test_an_open_placement_fills_the_days_that_have_no_rows_yet() -> None:
    """Rows are made four weeks ahead here; beyond, the placement itself says who is there."""
    office = schedule(HELPDESK, "Ana: on Helpdesk from Mon, away 2027-02-03")
    february = Days(day("2027-02-01"), day("2027-02-06"))
    assert [c.day for c in check(office, Scope(february)) if c.rule is OPEN] == [day("2027-02-03")]


def test_outside_the_loaded_days_placements_are_believed() -> None:
    office = schedule(HELPDESK, placement("Ana", "Helpdesk", day("Mon"), day("Mon") + timedelta(days=70)))
    masters = [row for table in TABLES if table is not Assignment for row in office.rows(table).values()]
    loaded = Schedule(office.city, masters, window=Days(day("Mon"), day("Mon+1")))
    found = [c.day for c in check(loaded, Scope(Days(day("Fri"), day("Wed+1")))) if c.rule is OPEN]
    assert found == [day("Fri")], "inside the loaded days a missing row is an open place"


def test_only_the_lines_of_the_scope_are_looked_at() -> None:
    office = schedule(HELPDESK, "line Redes: Mon-Fri 9-17 Usera")
    redes = frozenset({id_of("line", "Redes")})
    found = check(office, Scope(Days.single(day("Mon")), lines=redes))
    assert {c.line_id for c in found if c.rule is OPEN} == redes
    assert not [c for c in check(office, Scope(Days.single(day("Mon")), lines=frozenset())) if c.rule is OPEN]
