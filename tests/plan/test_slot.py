"""Best slots: who is offered, when, in what order, and the one reason against everybody else."""

from __future__ import annotations

from techsched.model.assignment import Assignment
from techsched.model.kinds import Asked, Priority, Rule, Verdict
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.plan.against import Against
from techsched.plan.slot import Slot, Slots, at, slots, verdicts
from techsched.words import say
from tests.builders import NOW, bookings, id_of, moment, named, schedule, shown


def offered(held: Schedule, answer: Slots) -> list[str]:
    """'Ana Wed 11:00 good', as they are ranked."""
    return [f"{_name(held, each)} {shown(each.start)} {each.verdict}" for each in answer.found]


def _name(held: Schedule, each: Slot | Against) -> str:
    return held.row(Technician, each.technician_id).name


def refused(held: Schedule, answer: Slots) -> dict[str, str]:
    return {_name(held, each): say(each.short, "en") for each in answer.against}


def best(held: Schedule, name: str = "V1") -> Slots:
    return slots(held, named(held, Visit, name), NOW)


def incident(*more: str, priority: str = "critical", due: str = "Wed 13:00") -> str:
    return ", ".join((f"visit V1: Chamberí, 90 min, {priority}, incident, due {due}", *more))


def test_a_free_technician_arrives_after_the_trip_from_home() -> None:
    held = schedule(incident(), "technician Ana: lives in Chamberí, works Mon-Fri 9-18")
    (slot,) = best(held).found
    assert (slot.verdict, slot.travel_before) == (Verdict.GOOD, slot.travel_after)
    assert slot.travel_before is not None
    assert slot.start >= NOW + slot.travel_before * 60
    assert slot.start % 300 == 0
    assert "Free all day" in [say(reason, "en") for reason in slot.reasons]
    assert "Lives in Chamberí" in [say(reason, "en") for reason in slot.reasons]


def test_behind_a_booking_ten_minutes_are_left_to_spare() -> None:
    held = schedule(
        incident(priority="standard", due="Wed 17:00"),
        "technician Ana: lives in Centro, works Mon-Fri 9-18",
        "Ana: Wed 9:30-11:30 Tetuán",
    )
    (slot,) = best(held).found
    assert slot.travel_before is not None
    assert slot.start == moment("Wed 11:30") + (slot.travel_before + 10) * 60
    assert slot.verdict is Verdict.GOOD


def test_without_the_ten_minutes_where_only_that_keeps_the_deadline() -> None:
    booked = ("technician Ana: lives in Centro, works Mon-Fri 9-18", "Ana: Wed 9:30-11:30 Tetuán")
    held = schedule(incident(), *booked)
    way = best(held).found[0].travel_before
    assert way is not None
    tight = moment("Wed 11:30") + way * 60
    hours, minutes = divmod(way + 30, 60)
    held = schedule(incident(due=f"Wed {11 + hours}:{minutes:02d}"), *booked)
    (slot,) = best(held).found
    assert slot.start == tight
    assert slot.verdict is Verdict.WARNING
    assert [each.rule for each in slot.conflicts][0] is Rule.TRAVEL_TIGHT


def test_critical_work_lists_the_earliest_arrival_first_with_its_price() -> None:
    held = schedule(
        incident(),
        "line Desk: Mon-Fri 8-17 Centro, remote",
        "technician Lucia: lives in Chamberí",
        "technician Ana: lives in Centro, works Mon-Fri 9-18",
        "Lucia: on Desk Mon-Fri",
        "Ana: Wed 9-12 Tetuán",
    )
    answer = best(held)
    first, second = answer.found
    assert (_name(held, first), first.verdict) == ("Lucia", Verdict.APPROVAL)
    assert (_name(held, second), second.verdict) == ("Ana", Verdict.GOOD)
    assert first.start < second.start
    assert [slot.number for slot in answer.found] == [1, 2]
    (told,) = [say(pause, "en") for pause in first.pauses]
    assert told.startswith("Pauses remote work for Centro, 10:45–")
    assert [held.row(Assignment, id).technician_id for id in first.release] == [id_of("technician", "Lucia")]


def test_other_work_lists_what_fits_best_first() -> None:
    held = schedule(
        incident(priority="standard"),
        "line Desk: Mon-Fri 8-17 Centro, remote",
        "technician Lucia: lives in Chamberí",
        "technician Ana: lives in Centro, works Mon-Fri 9-18",
        "Lucia: on Desk Mon-Fri",
        "Ana: Wed 9-12 Tetuán",
    )
    assert [_name(held, slot) for slot in best(held).found] == ["Ana", "Lucia"]


def test_placed_work_on_site_pauses_for_critical_visits_only() -> None:
    roster = ("line Shop: Mon-Fri 9-18 Retiro", "Marta: on Shop from Mon")
    critical = schedule(incident(), *roster)
    (slot,) = best(critical).found
    assert slot.verdict is Verdict.APPROVAL
    assert say(slot.pauses[0], "en").startswith("Leaves Retiro in Retiro, 10:45–")
    standard = schedule(incident(priority="standard"), *roster)
    answer = best(standard)
    assert answer.found == ()
    assert refused(standard, answer) == {"Marta": "At Retiro in Retiro, 09:00–18:00"}


def test_everybody_else_has_one_reason() -> None:
    held = schedule(
        incident("asks certificate NSE4"),
        "technician Ana: holds NSE4, works Mon-Fri 9-18",
        "technician Berta: holds NSE4 until Mon",
        "technician Carla: Network Technician",
        "technician Diego: holds NSE4",
        "technician Elena: holds NSE4, left Tue",
        "technician Fede: holds NSE4",
        "Diego: sick from Wed",
        "Fede: Wed 9-18 Retiro",
    )
    answer = best(held)
    assert [_name(held, slot) for slot in answer.found] == ["Ana"]
    assert refused(held, answer) == {
        "Berta": "NSE4 ended on 23 November 2026",
        "Carla": "No NSE4",
        "Diego": "Sick leave, no end yet",
        "Elena": "With us until 24 November 2026",
        "Fede": "At Retiro in Retiro, 09:00–18:00",
    }
    assert answer.counts[Rule.CERTIFICATION] == 2
    for each in answer.against:
        assert say(each.sentence, "en")
        assert say(each.short, "es")


def test_when_nobody_can_by_the_deadline_the_next_days_are_offered_with_the_delay() -> None:
    held = schedule(
        incident(due="Wed 11:00", priority="standard"),
        "technician Ana: works Mon-Fri 9-18",
        "Ana: Wed 9-21 Retiro",
    )
    (slot,) = best(held).found
    assert shown(slot.start).startswith("Thu ")
    assert slot.verdict is Verdict.APPROVAL
    assert [each.rule for each in slot.conflicts][0] is Rule.RESPONSE


def test_a_planned_visit_stays_in_its_window() -> None:
    held = schedule("visit V1: Centro, 60 min, planned, window Fri 10-12", "technician Ana: works Mon-Fri 9-18")
    (slot,) = best(held).found
    assert shown(slot.start) == "Fri 10:00"


def test_a_window_that_is_over_is_the_reason() -> None:
    held = schedule("visit V1: Centro, 60 min, planned, window Tue 10-12", "technician Ana: works Mon-Fri 9-18")
    answer = best(held)
    assert refused(held, answer) == {"Ana": "After the window closes, Tue 24 Nov 12:00"}


def test_the_second_of_two_people_comes_with_the_first() -> None:
    held = schedule(
        "visit V1: Centro, 60 min, 2 people",
        "technician Ana: works Mon-Fri 9-18",
        "technician Berta: works Mon-Fri 9-18",
        "Ana: Thu 10-11 V1",
    )
    (slot,) = best(held).found
    assert (_name(held, slot), shown(slot.start)) == ("Berta", "Thu 10:00")
    assert best(held).against == ()


def test_a_booking_that_moves_is_not_in_its_own_way() -> None:
    held = schedule(
        "technician Ana: works Mon-Fri 9-18", "technician Berta: works Mon-Fri 9-18", "Ana: Thu 10-12 Centro"
    )
    (booking,) = bookings(held, "Ana")
    answer = slots(held, booking, NOW)
    assert {slot.assignment_id for slot in answer.found} == {booking.id}
    assert {_name(held, slot): slot.verdict for slot in answer.found} == {"Ana": Verdict.GOOD, "Berta": Verdict.GOOD}


def test_a_placed_day_keeps_its_hours_and_goes_to_whoever_is_free() -> None:
    held = schedule(
        "line Desk: Mon-Fri 9-17 Centro",
        "Ana: on Desk Mon-Fri",
        "technician Berta: works Mon-Fri 9-18",
        "Carla: Thu 10-11 Retiro",
    )
    (thursday,) = [row for row in bookings(held, "Ana") if shown(row.start).startswith("Thu")]
    told = verdicts(held, thursday, NOW)
    berta, carla = told[id_of("technician", "Berta")], told[id_of("technician", "Carla")]
    assert isinstance(berta, Slot) and shown(berta.start) == "Thu 09:00"
    assert isinstance(carla, Against) and carla.rule is Rule.DOUBLE_BOOKING


def test_exactly_here_is_told_whatever_the_verdict() -> None:
    held = schedule(incident(), "technician Ana: works Mon-Fri 9-18", "Ana: Wed 11-12 Retiro")
    visit = named(held, Visit, "V1")
    ana = id_of("technician", "Ana")
    assert at(held, visit, ana, moment("Wed 11:30"), NOW).verdict is Verdict.IMPOSSIBLE
    assert at(held, visit, ana, moment("Wed 14:00"), NOW).verdict is Verdict.APPROVAL
    assert at(held, visit, ana, moment("Wed 12:55"), NOW).verdict is Verdict.GOOD


def test_only_those_asked_for_and_only_the_top() -> None:
    held = schedule(incident(), *(f"technician {name}: works Mon-Fri 9-18" for name in ("Ana", "Berta", "Carla")))
    visit = named(held, Visit, "V1")
    assert len(slots(held, visit, NOW, top=2).found) == 2
    chosen = slots(held, visit, NOW, among=[id_of("technician", "Berta")])
    assert [_name(held, slot) for slot in chosen.found] == ["Berta"]


def test_the_builder_makes_what_these_rosters_say() -> None:
    visit = named(schedule(incident()), Visit, "V1")
    assert (visit.asked, visit.priority, visit.minutes) == (Asked.INCIDENT, Priority.CRITICAL, 90)
