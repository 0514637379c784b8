"""Who could stand for placed work, on one day or on all of them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from techsched.desk.cover import CoverAssignments
from techsched.desk.pausing import command_of
from techsched.model.assignment import Assignment
from techsched.model.conflict import verdict_of
from techsched.model.demand import is_away
from techsched.model.kinds import AssignmentState, Rule, Verdict
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.plan.against import Against
from techsched.plan.candidate import Candidate, candidates, candidates_for
from techsched.plan.slot import Slot
from techsched.words import say
from tests.builders import NOW, bookings, schedule, shown
from tests.plan.trying import broken
from tests.rules.offices import offices

DESK = "line Desk: Mon-Fri 9-17 Centro"


def name(held: Schedule, each: Slot | Against | Candidate) -> str:
    return held.row(Technician, each.technician_id).name


def of(held: Schedule, who: str, *days: str) -> tuple[Assignment, ...]:
    return tuple(row for row in bookings(held, who) if shown(row.start)[:3] in days)


def test_a_substitute_comes_at_the_bookings_own_hours() -> None:
    held = schedule(DESK, "Ana: on Desk Mon-Fri, sick from Thu", "technician Berta: works Mon-Fri 9-18")
    (thursday,) = of(held, "Ana", "Thu")
    (slot,) = candidates(held, thursday, NOW).found
    assert (name(held, slot), shown(slot.start), shown(slot.end)) == ("Berta", "Thu 09:00", "Thu 17:00")
    assert slot.covers == thursday.id
    assert slot.verdict is verdict_of(broken(held, command_of(slot)))
    assert "Free all day" in [say(reason, "en") for reason in slot.reasons]


def test_nobody_covers_for_themselves() -> None:
    held = schedule(DESK, "Ana: on Desk Mon-Fri, sick from Thu")
    (thursday,) = of(held, "Ana", "Thu")
    answer = candidates(held, thursday, NOW)
    assert (answer.found, answer.against) == ((), ())


def test_own_remote_work_gives_way_and_is_named() -> None:
    held = schedule(
        DESK,
        "line Help: Mon-Fri 8-16 Retiro, remote",
        "Ana: on Desk Mon-Fri, sick from Thu",
        "Berta: on Help Mon-Fri",
    )
    (thursday,) = of(held, "Ana", "Thu")
    (slot,) = candidates(held, thursday, NOW).found
    assert slot.verdict is Verdict.APPROVAL
    assert slot.release == (of(held, "Berta", "Thu")[0].id,)
    assert verdict_of(broken(held, command_of(slot))) is Verdict.APPROVAL


def test_work_on_site_does_not_give_way() -> None:
    held = schedule(
        DESK, "line Shop: Mon-Fri 8-16 Retiro", "Ana: on Desk Mon-Fri, sick from Thu", "Berta: on Shop Mon-Fri"
    )
    (thursday,) = of(held, "Ana", "Thu")
    answer = candidates(held, thursday, NOW)
    assert {name(held, each): each.rule for each in answer.against} == {"Berta": Rule.DOUBLE_BOOKING}


def test_one_person_for_all_days_and_the_first_day_that_keeps_the_others_out() -> None:
    held = schedule(
        DESK,
        "Ana: on Desk Mon-Fri, sick from Wed",
        "technician Berta: works Mon-Fri 9-18",
        "Carla: Fri 10-11 Centro",
        "Diego: sick Thu, Fri 9-12 Retiro",
    )
    answer = candidates_for(held, of(held, "Ana", "Thu", "Fri"), NOW)
    assert [name(held, each) for each in answer.found] == ["Berta"]
    assert [shown(day.start) for day in answer.found[0].days] == ["Thu 09:00", "Fri 09:00"]
    told = {name(held, each): (each.rule, shown(each.start)) for each in answer.against}
    assert told == {"Carla": (Rule.DOUBLE_BOOKING, "Fri 09:00"), "Diego": (Rule.ABSENCE, "Thu 09:00")}
    (berta,) = answer.found
    assert berta.number == 1
    command = CoverAssignments(tuple(row.id for row in of(held, "Ana", "Thu", "Fri")), berta.technician_id)
    assert verdict_of(broken(held, command)) is berta.verdict


def test_who_stays_on_after_the_day_before_is_told() -> None:
    held = schedule(
        DESK, "Ana: on Desk Mon-Fri, sick from Wed", "technician Berta: works Mon-Fri 9-18", "Berta: covers Ana Thu"
    )
    (friday,) = of(held, "Ana", "Fri")
    (slot,) = candidates(held, friday, NOW).found
    assert "There on Thu 26 Nov too, no handover" in [say(reason, "en") for reason in slot.reasons]


def test_hours_of_the_week_count_over_the_days_of_a_run() -> None:
    held = schedule(
        DESK,
        "Ana: on Desk Mon-Fri, sick from Thu",
        "technician Berta: works Mon-Fri 9-18, weekly 12 h",
    )
    rows = of(held, "Ana", "Thu", "Fri")
    (berta,) = candidates_for(held, rows, NOW).found
    thursday, friday = berta.days
    assert Rule.WEEK_HOURS not in {c.rule for c in thursday.conflicts}
    assert Rule.WEEK_HOURS in {c.rule for c in friday.conflicts}
    command = CoverAssignments(tuple(row.id for row in rows), berta.technician_id)
    assert verdict_of(broken(held, command)) is berta.verdict is Verdict.WARNING


def test_covering_nothing_is_not_a_question() -> None:
    with pytest.raises(ValueError, match="nothing"):
        candidates_for(schedule(DESK), (), NOW)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(offices())
def test_a_candidate_is_what_the_preview_of_the_cover_shows(office: Schedule) -> None:
    placed = [
        row
        for row in office.rows(Assignment).values()
        if row.placement_id is not None
        and row.state is AssignmentState.PLANNED
        and row.released_by is None
        and row.start > NOW
        and is_away(office, row)
    ]
    for row in sorted(placed, key=lambda row: (row.start, row.id))[:3]:
        answer = candidates(office, row, NOW)
        told = [each.technician_id for each in (*answer.found, *answer.against)]
        assert sorted(told) == sorted(id for id in office.rows(Technician) if id != row.technician_id)
        for slot in answer.found:
            new = broken(office, command_of(slot))
            assert slot.verdict is verdict_of(new)
            if not slot.release:
                assert {(c.rule, c.start) for c in new} == {(c.rule, c.start) for c in slot.conflicts}
        for each in answer.against:
            blocked = CoverAssignments((row.id,), each.technician_id)
            assert verdict_of(broken(office, blocked)) is Verdict.IMPOSSIBLE
