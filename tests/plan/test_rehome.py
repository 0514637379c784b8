"""Off sick: what it opens, in order, and who could take each item while those before it are taken."""

from __future__ import annotations

from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.plan.rehome import Item, items
from techsched.words import say
from tests.builders import NOW, day, id_of, schedule, shown

ANA = id_of("technician", "Ana")


def opened(held: Schedule, first: str = "Wed") -> tuple[Item, ...]:
    return items(held, ANA, day(first), NOW)


def told(held: Schedule, found: tuple[Item, ...]) -> list[str]:
    return [
        f"{shown(item.start)} {held.row(Technician, item.best.technician_id).name if item.best else '-'}"
        for item in found
    ]


def test_visits_and_placed_days_of_today_and_the_next_five_working_days() -> None:
    held = schedule(
        "line Desk: Mon-Fri 9-17 Centro",
        "technician Berta: works Mon-Fri 9-18",
        "Ana: Wed 14-15 Retiro, on Desk from Thu, sick from Wed",
    )
    found = opened(held)
    assert [shown(item.start) for item in found] == [
        "Wed 14:00",
        "Thu 09:00",
        "Fri 09:00",
        "Mon 09:00",
        "Tue 09:00",
        "Wed 09:00",
    ]
    assert say(found[0].what, "en") and say(found[0].what, "es")


def test_nobody_is_used_twice_at_once() -> None:
    held = schedule(
        "technician Berta: works Mon-Fri 9-18",
        "technician Carla: works Mon-Fri 9-18",
        "line Desk: Mon-Fri 9-17 Centro",
        "line Shop: Mon-Fri 9-17 Retiro",
        "Ana: on Desk Thu, on Shop Thu, sick from Wed",
    )
    first, second = opened(held)
    assert first.best is not None and second.best is not None
    assert first.best.technician_id != second.best.technician_id


def test_when_all_are_used_up_the_item_has_nobody() -> None:
    held = schedule(
        "technician Berta: works Mon-Fri 9-18",
        "line Desk: Mon-Fri 9-17 Centro",
        "line Shop: Mon-Fri 9-17 Retiro",
        "Ana: on Desk Thu, on Shop Thu, sick from Wed",
    )
    assert [item.best is None for item in opened(held)] == [False, True]
    (against,) = opened(held)[1].against
    assert say(against.short, "en").startswith("At Centro")


def test_what_is_under_way_opens_with_what_is_left_of_it() -> None:
    held = schedule("technician Berta: works Mon-Fri 9-18", "Ana: Wed 9-12 Retiro, sick Wed")
    (item,) = opened(held)
    assert item.under_way
    assert (item.start, shown(item.end)) == (NOW, "Wed 12:00")


def test_what_is_over_covered_or_decided_opens_nothing() -> None:
    held = schedule(
        "line Desk: Mon-Fri 9-17 Centro",
        "Ana: Wed 8-9 Retiro, on Desk Thu, sick Wed-Thu",
        "Berta: covers Ana Thu",
    )
    assert opened(held) == ()


def test_the_best_person_stays_for_the_days_after() -> None:
    held = schedule(
        "technician Berta: works Mon-Fri 9-18",
        "line Desk: Mon-Fri 9-17 Centro",
        "Ana: on Desk Thu-Fri, sick from Wed",
    )
    friday = opened(held)[1]
    assert friday.best is not None
    assert "There on Thu 26 Nov too, no handover" in [say(reason, "en") for reason in friday.best.reasons]
    assert told(held, opened(held)) == ["Thu 09:00 Berta", "Fri 09:00 Berta"]


def offers(item: Item) -> list[str]:
    """Everybody's start, the best first."""
    return [shown(slot.start) for slot in ((item.best,) if item.best else ()) + item.others]


def test_a_visit_keeps_its_promised_hour_where_somebody_fits_then() -> None:
    held = schedule(
        "technician Berta: works Mon-Fri 9-18",
        "technician Carla: works Mon-Fri 9-18",
        "Ana: Thu 12-14 Retiro, sick from Wed",
        "Berta: Thu 12-13 Retiro",
    )
    (item,) = opened(held)
    assert told(held, (item,)) == ["Thu 12:00 Carla"]
    assert offers(item)[0] == "Thu 12:00"
    assert item.best is not None and item.best.number == 1
    assert [slot.number for slot in item.others] == [2]


def test_where_nobody_fits_then_another_hour_is_offered() -> None:
    held = schedule(
        "technician Berta: works Mon-Fri 9-18",
        "Ana: Thu 12-14 Retiro, sick from Wed",
        "Berta: Thu 11-13 Retiro",
    )
    (item,) = opened(held)
    assert offers(item) == ["Thu 09:00"]
    assert not item.against
