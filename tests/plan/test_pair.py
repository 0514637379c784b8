"""Two people at one start."""

from __future__ import annotations

from techsched.desk.assignments import BookVisit
from techsched.model.kinds import Verdict
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.plan.pair import Pair, pairs
from tests.builders import NOW, id_of, named, schedule, shown
from tests.plan.trying import after, verdict


def told(held: Schedule, found: tuple[Pair, ...]) -> list[str]:
    return [
        " + ".join(sorted(held.row(Technician, s.technician_id).name for s in (each.one, each.other)))
        + f" {shown(each.start)} {each.verdict}"
        for each in found
    ]


def test_two_who_are_free_at_the_same_time_come_together() -> None:
    held = schedule(
        "visit V1: Centro, 60 min, 2 people",
        "technician Ana: works Mon-Fri 9-18",
        "technician Berta: works Mon-Fri 9-18",
        "technician Carla: works Mon-Fri 9-18",
        "Ana: Wed 9-12 Centro",
        "Berta: Wed 9-13 Centro",
        "Carla: Wed 9-21 Centro",
    )
    found = pairs(held, named(held, Visit, "V1"), NOW)
    assert told(held, found)[0] == "Ana + Berta Wed 13:00 good"
    for pair in found:
        assert pair.one.start == pair.other.start
        assert pair.one.technician_id != pair.other.technician_id
        one = BookVisit(named(held, Visit, "V1").id, pair.one.technician_id, pair.start)
        two = BookVisit(named(held, Visit, "V1").id, pair.other.technician_id, pair.start)
        assert verdict(held, one) is pair.one.verdict
        assert verdict(after(held, one), two) is pair.other.verdict


def test_nobody_comes_alone_and_no_pair_twice() -> None:
    held = schedule("visit V1: Centro, 60 min, 2 people", "technician Ana: works Mon-Fri 9-18")
    assert pairs(held, named(held, Visit, "V1"), NOW) == ()
    names = ("Ana", "Berta", "Carla", "Dora")
    held = schedule("visit V1: Centro, 60 min, 2 people", *(f"technician {name}: works Mon-Fri 9-18" for name in names))
    found = pairs(held, named(held, Visit, "V1"), NOW)
    people = [frozenset((pair.one.technician_id, pair.other.technician_id)) for pair in found]
    assert len(people) == len(set(people)) >= 1
    assert {pair.verdict for pair in found} == {Verdict.GOOD}
    assert [pair.number for pair in found] == list(range(1, len(found) + 1))
    carla = id_of("technician", "Carla")
    with_her = pairs(held, named(held, Visit, "V1"), NOW, with_=carla)
    assert with_her and all(carla in (pair.one.technician_id, pair.other.technician_id) for pair in with_her)


def test_critical_pairs_come_as_early_as_they_can() -> None:
    held = schedule(
        "visit V1: Centro, 60 min, 2 people, critical, incident, due Wed 15:30",
        "line Desk: Mon-Fri 8-17 Centro, remote, 2 people",
        "Lucia: on Desk Mon-Fri",
        "Maria: on Desk place 2 Mon-Fri",
        "technician Ana: works Mon-Fri 9-18",
        "technician Berta: works Mon-Fri 9-18",
        "Ana: Wed 10-12 Centro, Wed 12:30-14 Centro",
        "Berta: Wed 10-12 Centro, Wed 12:30-15 Centro",
    )
    found = pairs(held, named(held, Visit, "V1"), NOW)
    first, *_, last = told(held, found)
    assert first.startswith("Lucia + Maria Wed 11:") and first.endswith("approval")
    assert last == "Ana + Berta Wed 15:00 good"
