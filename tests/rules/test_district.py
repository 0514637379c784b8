"""On-site work in districts that the technician does not cover."""

from __future__ import annotations

from dataclasses import replace

from techsched.model.kinds import Rule, Severity
from techsched.model.office import OuterZone
from techsched.words import say
from tests.builders import schedule, site, visit
from tests.rules.asking import conflicts, told

DISTRICT = Rule.DISTRICT
ANA = "technician Ana: covers Centro, covers Chamberí"


def test_a_covered_district_is_fine_and_another_one_warns() -> None:
    office = schedule(ANA, "Ana: Mon 9-10 Centro, Tue 9-10 Chamberí, Wed 9-10 Barajas")
    (found,) = conflicts(office, DISTRICT)
    assert found.severity is Severity.WARNING
    assert say(found.sentence, "en") == (
        "Ana does not cover Barajas, where Barajas is on Wed 25 Nov, 09:00–10:00. Send somebody who does."
    )
    assert say(found.sentence, "es") == (
        "Ana no cubre Barajas, donde está Barajas el mié 25 nov, 09:00–10:00. Envía a alguien que lo cubra."
    )


def test_an_empty_list_covers_all() -> None:
    assert not conflicts(schedule("technician Ana:", "Ana: Mon 9-10 Barajas"), DISTRICT)


def test_remote_work_is_in_no_district() -> None:
    assert not conflicts(schedule(ANA, "Ana: Mon 9-10 Barajas remote"), DISTRICT)


def test_placed_days_and_covers_count_as_well() -> None:
    line = "line Helpdesk: Mon-Fri 9-17 Barajas"
    assert len(conflicts(schedule(line, ANA, "Ana: on Helpdesk Mon-Tue"), DISTRICT)) == 2
    cover = schedule(line, ANA, "Berta: on Helpdesk Mon, sick Mon", "Ana: covers Berta Mon")
    assert len(conflicts(cover, DISTRICT)) == 1


def test_a_place_outside_the_city_counts_as_its_nearest_district() -> None:
    def going_to(nearest: str) -> list[str]:
        zone = OuterZone(id=50, name="Pozuelo", nearest_district=nearest, extra_minutes=12)
        there = replace(site("Nave"), district="", outer_zone_id=50)
        return told(schedule([zone, there, visit("V1", there)], ANA, "Ana: Mon 9-10 V1"), DISTRICT)

    assert going_to("07") == []
    assert going_to("09") == [
        "Ana does not cover Moncloa-Aravaca, where Nave is on Mon 23 Nov, 09:00–10:00. Send somebody who does."
    ]


def test_a_site_without_a_district_is_not_judged() -> None:
    nowhere = replace(site("Nave"), district="")
    assert not conflicts(schedule([nowhere, visit("V1", nowhere)], ANA, "Ana: Mon 9-10 V1"), DISTRICT)


def test_a_code_that_the_city_does_not_know_is_told_as_it_is() -> None:
    far = replace(site("Nave"), district="99")
    assert told(schedule([far, visit("V1", far)], ANA, "Ana: Mon 9-10 V1"), DISTRICT) == [
        "Ana does not cover 99, where Nave is on Mon 23 Nov, 09:00–10:00. Send somebody who does."
    ]
