"""Public holidays of two places, a client's own, and closures."""

from techsched.model.kinds import ClosureKind, Rule, Severity
from tests.builders import closure, day, holiday, id_of, schedule, site
from tests.rules.asking import conflicts, told

MADRID = "holiday: Wed in ES-MD-28079"


def test_on_the_technicians_own_holiday_a_rest_day_is_owed() -> None:
    office = schedule("Ana: Wed 9-10 Centro", holiday(day("Wed"), "ES-MD-28079", name="Almudena"))
    assert told(office, Rule.HOLIDAY) == [
        "Ana would work on Almudena, Wed 25 Nov, for Centro in Centro: a rest day is owed. Move it, or give your OK."
    ]
    assert [c.severity for c in conflicts(office, Rule.HOLIDAY)] == [Severity.APPROVAL]


def test_a_holiday_holds_from_country_down_to_municipality() -> None:
    for place, counts in (("ES", 1), ("ES-MD", 1), ("ES-MD-28079", 1), ("ES-CT", 0), ("ES-MD-28006", 0)):
        assert len(told(schedule(f"holiday: Wed in {place}", "Ana: Wed 9-10 Centro"), Rule.HOLIDAY)) == counts


def test_the_sites_municipality_decides_for_the_site() -> None:
    office = schedule(
        "site Lejos: Centro, client Acme, calendar ES-CT-08019",
        holiday(day("Wed"), "ES-CT-08019", name="La Mercè"),
        "Ana: Wed 9-10 Lejos",
    )
    assert told(office, Rule.HOLIDAY) == [
        "Ana is booked for Acme in Centro on Wed 25 Nov, 09:00–10:00, and it is La Mercè there. "
        "Move it, or give your OK."
    ]


def test_a_holiday_of_both_is_one_conflict() -> None:
    assert len(told(schedule(MADRID, "Ana: Wed 9-10 Centro"), Rule.HOLIDAY)) == 1


def test_a_client_may_keep_a_holiday_of_its_own() -> None:
    thanksgiving = holiday(day("Thu"), "US", name="Thanksgiving", client_id=id_of("client", "Centro"))
    office = schedule(thanksgiving, "Ana: Thu 9-10 Centro, Thu 11-12 Usera")
    assert told(office, Rule.HOLIDAY) == [
        "Ana is booked for Centro in Centro on Thu 26 Nov, 09:00–10:00, and the client keeps Thanksgiving. "
        "Move it, or give your OK."
    ]


def test_a_line_that_works_holidays_is_not_asked_twice_but_the_technician_is() -> None:
    works = "line Guardia: Mon-Sun 9-17 Lejos, works holidays"
    there = "site Lejos: Centro, calendar ES-CT"
    assert not told(schedule(there, works, "holiday: Wed in ES-CT", "Ana: on Guardia Mon-Fri"), Rule.HOLIDAY)
    assert len(told(schedule(there, works, MADRID, "Ana: on Guardia Mon-Fri"), Rule.HOLIDAY)) == 1


def test_a_closed_client_and_a_blackout() -> None:
    office = schedule("closed Centro: Wed-Thu", "Ana: Wed 9-10 Centro, Fri 9-10 Centro")
    assert told(office, Rule.CLOSURE) == [
        "Ana is booked for Centro in Centro on Wed 25 Nov, 09:00–10:00, and it is closed until Thu 26 Nov (Closed). "
        "Move it, or give your OK."
    ]
    dark = schedule("blackout Centro: Wed", "Ana: Wed 9-10 Centro, Wed 11-12 Centro remote")
    (found,) = conflicts(dark, Rule.CLOSURE)
    assert (found.severity, found.visit_id) == (Severity.APPROVAL, id_of("visit", "B1001"))
    assert "nobody on site until Wed 25 Nov" in told(dark, Rule.CLOSURE)[0]


def test_closed_counts_for_remote_work_and_stress_days_for_nothing() -> None:
    assert told(schedule("closed Centro: Wed", "Ana: Wed 9-10 Centro remote"), Rule.CLOSURE)
    stress = closure(day("Wed"), day("Thu"), kind=ClosureKind.STRESS)
    assert not told(schedule(stress, "Ana: Wed 9-10 Centro"), Rule.CLOSURE)


def test_one_closed_site_leaves_the_others_of_its_client_open() -> None:
    torre = site("Torre", client_id=id_of("client", "Acme"))
    muelle = site("Muelle", client_id=id_of("client", "Acme"))
    office = schedule(torre, muelle, closure(day("Wed"), day("Thu"), torre), "Ana: Wed 9-10 Torre, Wed 12-13 Muelle")
    assert [c.visit_id for c in conflicts(office, Rule.CLOSURE)] == [id_of("visit", "B1001")]
    whole = closure(day("Wed"), day("Thu"), torre, site_id=None)
    assert len(told(schedule(torre, muelle, whole, "Ana: Wed 9-10 Torre, Wed 12-13 Muelle"), Rule.CLOSURE)) == 2
