"""The roster language says what it seems to say."""

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.client import Client, Site
from techsched.model.kinds import Firmness, Mode, Priority, Profile
from techsched.model.technician import Skill, Technician
from techsched.model.visit import Visit
from tests.builders import (
    MONDAY,
    absence,
    booking,
    bookings,
    day,
    id_of,
    moment,
    named,
    schedule,
    shown,
    site,
    visit,
)


def test_a_booking_is_a_visit_of_its_length_at_its_place() -> None:
    office = schedule("Ana: Mon 9-17 Centro, Tue 22-6 Salamanca remote tentative")
    first, second = bookings(office, "Ana")
    assert [shown(first.start), shown(first.end)] == ["Mon 09:00", "Mon 17:00"]
    assert [shown(second.start), shown(second.end)] == ["Tue 22:00", "Wed 06:00"]
    assert (second.mode, second.firmness, second.day) == (Mode.REMOTE, Firmness.TENTATIVE, day("Tue"))
    assert office.row(Visit, second.visit_id or 0).minutes == 480
    assert named(office, Site, "Salamanca").district == "04"


def test_lines_may_come_in_any_order_and_complete_each_other() -> None:
    office = schedule(
        "Ana: on Helpdesk Mon-Wed, sick from Tue",
        "Berta: covers Ana Tue 9-12",
        "technician Ana: Senior Engineer, Cisco 4, lives in Usera",
        "line Helpdesk: Mon-Fri 9-17 Torre, 2 people",
        "site Torre: Chamartín, client Acme, zone Atlantic/Canary",
        "visit V1: Torre, 90 min, critical, window Mon 9-12",
    )
    grown = bookings(office, "Ana")
    assert [row.day for row in grown] == [day("Mon"), day("Tue"), day("Wed")]
    assert shown(grown[0].start, "Atlantic/Canary") == "Mon 09:00"
    (cover,) = bookings(office, "Berta")
    assert (cover.covers, shown(cover.end, "Atlantic/Canary")) == (grown[1].id, "Tue 12:00")
    ana = named(office, Technician, "Ana")
    assert (ana.profile, ana.home_district) == (Profile.SENIOR, "12")
    assert office.group(Skill, "technician", ana.id)[0].level == 4
    assert named(office, Visit, "V1").priority is Priority.CRITICAL
    assert named(office, Visit, "V1").window_from == moment("Mon 9:00", "Atlantic/Canary")
    assert named(office, Client, "Acme").id == named(office, Site, "Torre").client_id
    (away,) = office.group(Absence, "technician", ana.id)
    assert (away.first, away.after) == (day("Tue"), None)


def test_rows_by_keyword_bring_along_what_they_name() -> None:
    office = schedule(booking("Ana", "Mon 9-10", visit_id=id_of("visit", "V7")), absence("Berta", MONDAY))
    assert office.row(Visit, id_of("visit", "V7")).site_id == site().id
    assert {t.name for t in office.rows(Technician).values()} == {"Ana", "Berta"}
    assert len(office.rows(Assignment)) == 1


def test_the_same_text_makes_the_same_rows() -> None:
    told = ("Ana: Mon 9-17 Centro, Tue 9-10 V1", visit("V1"), "Berta: away Mon-Fri")
    assert dict(schedule(*told).rows(Assignment)) == dict(schedule(*told).rows(Assignment))
