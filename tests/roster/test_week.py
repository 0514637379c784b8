"""The week as a value: what stands in whose cell, in which words."""

from __future__ import annotations

from datetime import date

import pytest

from techsched.model.absence import CoverItem
from techsched.model.client import Contact
from techsched.model.conflict import Conflict
from techsched.model.kinds import AbsenceKind, CoverDecision, Profile, Rule, Severity
from techsched.model.office import OuterZone
from techsched.model.schedule import Schedule
from techsched.model.wall import Week
from techsched.roster.entries import Item
from techsched.roster.week import RosterWeek, week_of
from tests.builders import (
    NOW,
    absence,
    booking,
    bookings,
    client,
    day,
    engagement,
    holiday,
    id_of,
    schedule,
    site,
    technician,
    visit,
)

WEEK = Week(2026, 48)


def read(held: Schedule, language: str = "en", conflicts: tuple[Conflict, ...] = (), week: Week = WEEK) -> RosterWeek:
    return week_of(held, week, NOW, language, conflicts)


def items(week: RosterWeek, name: str) -> list[Item]:
    (person,) = [person for group in week.groups for person in group.people if person.name == name]
    return list(person.items)


def told(item: Item) -> str:
    """'Mon-Wed work 09:00–17:00 Centro [CEN], Helpdesk'."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    days = names[item.first] if item.first == item.last else f"{names[item.first]}-{names[item.last]}"
    marks = [word for word, on in (("remote", item.remote), ("tentative", item.tentative), ("!", item.conflict)) if on]
    parts = [days, item.shape, item.hours, item.head, f"[{item.tag}]" if item.tag else "", *marks]
    return " ".join(filter(None, parts)) + "".join(f", {more}" for more in (item.detail, item.covers) if more)


def row(held: Schedule, name: str, **more: object) -> list[str]:
    return [told(item) for item in items(read(held, **more), name)]  # type: ignore[arg-type]


def test_days_of_the_same_work_are_one_bar_and_every_other_day_has_a_word() -> None:
    held = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Wed")
    assert row(held, "Ana") == [
        "Mon-Wed work 09:00–17:00 Centro [CEN], Helpdesk",
        "Thu word Free",
        "Fri word Free",
        "Sat word Off",
        "Sun word Off",
    ]
    assert [item.brief for item in items(read(held), "Ana")][0] == "09–17"


def test_visits_are_lines_with_their_arrival_in_order_of_time() -> None:
    held = schedule("Ana: Mon 14-15:30 Usera, Mon 9:30-12 Salamanca remote tentative, Tue 9-10 Usera, Wed 9-10 Usera")
    assert row(held, "Ana")[:4] == [
        "Mon visit 09:30 Salamanca [Remote] remote tentative",
        "Mon visit 14:00 Usera [USE]",
        "Tue visit 09:00 Usera [USE]",
        "Wed visit 09:00 Usera [USE]",
    ]


def test_a_bar_breaks_where_anything_printed_differs() -> None:
    held = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro",
        "line Mornings: Mon-Fri 9-14 Centro",
        "Ana: on Helpdesk Mon-Tue, on Mornings Wed-Thu, Thu 16-17 Usera",
    )
    assert row(held, "Ana")[:5] == [
        "Mon-Tue work 09:00–17:00 Centro [CEN], Helpdesk",
        "Wed work 09:00–14:00 Centro [CEN], Mornings",
        "Thu work 09:00–14:00 Centro [CEN], Mornings",
        "Thu visit 16:00 Usera [USE]",
        "Fri word Free",
    ]


def test_a_pattern_decides_what_is_off_and_work_outside_it_is_printed() -> None:
    held = schedule("technician Ana: works Tue-Sat 9-17", "Ana: Sun 9-10 Usera")
    assert row(held, "Ana") == [
        "Mon word Off",
        "Tue word Free",
        "Wed word Free",
        "Thu word Free",
        "Fri word Free",
        "Sat word Free",
        "Sun visit 09:00 Usera [USE]",
    ]
    assert [head.worked for head in read(held).days] == [False] * 6 + [True]


@pytest.mark.parametrize("kind", [kind for kind in AbsenceKind if kind is not AbsenceKind.TRAINING])
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_kind_of_absence_is_named_but_training(kind: AbsenceKind, language: str) -> None:
    note = "back operation"
    held = schedule(
        technician("Ana"),
        absence("Ana", day("Mon"), day("Wed"), kind=kind, note=note),
        absence("Ana", day("Wed"), day("Thu"), kind=AbsenceKind.TRAINING, note="CCNP"),
        absence("Ana", day("Thu"), day("Fri"), kind=kind, note=note, from_minute=540, to_minute=600),
    )
    away = {"en": "Away Mon and Tue", "es": "Ausente lun y mar"}[language]
    training = {"en": "Training, CCNP", "es": "Formación, CCNP"}[language]
    part = {"en": "Away", "es": "Ausente"}[language]
    free = {"en": "Free", "es": "Libre"}[language]
    assert row(held, "Ana", language=language)[:5] == [
        f"Mon-Tue away {away}",
        f"Wed away {training}",
        f"Thu away 09:00–10:00 {part}",
        f"Thu word {free}",
        f"Fri word {free}",
    ]


def test_an_absence_says_until_when_it_lasts_but_not_where_one_kind_passes_into_another() -> None:
    held = schedule(
        "Ana: away Mon-Wed, sick Thu-Fri+1",
        "Berta: sick from Wed",
        "Carla: away Mon-Fri",
        "Dora: away Thu",
        "Elsa: away Thu-Sun",
    )
    assert row(held, "Ana")[0] == "Mon-Fri away Away until Fri 4 Dec"
    assert row(held, "Berta")[2] == "Wed-Fri away Away"
    assert row(held, "Carla")[0] == "Mon-Fri away Away Mon to Fri"
    assert row(held, "Dora")[3] == "Thu away Away"
    assert row(held, "Elsa")[3] == "Thu-Fri away Away Thu and Fri"


def test_a_requested_absence_changes_nothing_on_the_wall() -> None:
    held = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, asked Tue")
    assert row(held, "Ana")[0] == "Mon-Fri work 09:00–17:00 Centro [CEN], Helpdesk"


def test_a_covered_day_is_away_in_one_row_and_a_cover_in_the_other() -> None:
    held = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, sick Tue-Wed", "Berta: covers Ana Tue"
    )
    assert row(held, "Ana")[:3] == [
        "Mon work 09:00–17:00 Centro [CEN], Helpdesk",
        "Tue-Wed away Away Tue and Wed",
        "Thu-Fri work 09:00–17:00 Centro [CEN], Helpdesk",
    ]
    assert row(held, "Berta")[1] == "Tue work 09:00–17:00 Centro [CEN], covers Ana"
    assert [(entry.head, entry.text, entry.tag) for entry in read(held).uncovered] == [
        ("Centro", "Wed 25, 09:00–17:00, Helpdesk, Ana away", "CEN")
    ]
    ana = {booked.day: booked.id for booked in bookings(held, "Ana")}
    away = items(read(held), "Ana")[1]
    assert away.assignments == (ana[day("Tue")], ana[day("Wed")])


def test_part_of_a_day_away_leaves_the_hours_that_are_left() -> None:
    held = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, away Tue 9-12", "Berta: covers Ana Tue 9-12"
    )
    assert row(held, "Ana")[1:3] == [
        "Tue away 09:00–12:00 Away",
        "Tue work 12:00–17:00 Centro [CEN], Helpdesk",
    ]
    assert row(held, "Berta")[1] == "Tue work 09:00–12:00 Centro [CEN], covers Ana"
    assert read(held).uncovered == ()


def test_who_is_stood_in_for_all_day_is_not_expected_for_the_rest() -> None:
    held = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, away Tue 9-12", "Berta: covers Ana Tue"
    )
    assert row(held, "Ana")[1] == "Tue away 09:00–12:00 Away"


def test_a_booking_that_frees_its_technician_is_not_printed() -> None:
    freed = booking("Ana", "Mon 9-17", released_by=5)
    assert row(schedule(technician("Ana"), freed), "Ana")[0] == "Mon word Free"


def test_conflicts_put_a_mark_on_both_lines() -> None:
    held = schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, Thu 12-15 Salamanca")
    clash = [booked for booked in bookings(held, "Ana") if booked.day == day("Thu")]

    def conflict(rule: Rule, severity: Severity, kept: bool, of: int = 2) -> Conflict:
        ids = tuple(sorted(booked.id for booked in clash))[:of]
        start, end = clash[0].start, clash[0].end
        return Conflict(rule, severity, start, end, day("Thu"), clash[0].technician_id, ids, kept=kept)

    def marked(*conflicts: Conflict) -> list[str]:
        return [text for text in row(held, "Ana", conflicts=conflicts) if "!" in text]

    both = ["Thu work 09:00–17:00 Centro [CEN] !, Helpdesk", "Thu visit 12:00 Salamanca [SAL] !"]
    assert marked(conflict(Rule.DOUBLE_BOOKING, Severity.HARD, kept=False)) == both
    assert marked(conflict(Rule.DOUBLE_BOOKING, Severity.HARD, kept=True)) == both
    assert marked(conflict(Rule.TRAVEL, Severity.HARD, kept=False)) == both
    assert marked(conflict(Rule.TRAVEL, Severity.HARD, kept=True)) == []
    assert marked(conflict(Rule.CERTIFICATION, Severity.HARD, kept=False, of=1)) == []
    assert marked(conflict(Rule.WEEK_HOURS, Severity.WARNING, kept=False)) == []


def test_holidays_are_announced_and_stand_in_the_cells_of_those_who_rest() -> None:
    held = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro, works holidays",
        "Ana: on Helpdesk Mon-Tue",
        "technician Berta: works Mon-Fri 9-17",
        "technician Carla: calendar PT",
        holiday(day("Mon"), "ES-MD", name="San Clemente"),
        holiday(day("Sat"), "ES", name="Not in anybody's pattern"),
        holiday(day("Sun"), "ES-MD-28079", name="Half a feast", half_day=True),
    )
    assert row(held, "Ana")[0] == "Mon-Tue work 09:00–17:00 Centro [CEN], Helpdesk"
    assert row(held, "Berta")[0] == "Mon word Holiday"
    assert row(held, "Berta")[5] == "Sat word Off"
    assert row(held, "Carla")[0] == "Mon word Free"
    assert [head.notes for head in read(held).days] == [
        ("San Clemente",),
        (),
        (),
        (),
        (),
        ("Not in anybody's pattern",),
        ("Half a feast, half day",),
    ]


@pytest.mark.parametrize(
    ("week", "language", "notes"),
    [
        (Week(2026, 43), "en", ("Clocks back at 03:00",)),
        (Week(2026, 43), "es", ("Reloj atrás a las 03:00",)),
        (Week(2027, 12), "en", ("Clocks forward at 02:00",)),
        (Week(2027, 12), "es", ("Reloj adelante a las 02:00",)),
    ],
)
def test_a_change_of_clocks_is_announced(week: Week, language: str, notes: tuple[str, ...]) -> None:
    heads = read(schedule(technician("Ana")), language, week=week).days
    assert [head.notes for head in heads] == [()] * 6 + [notes]


def test_a_closed_client_leaves_its_technician_free_and_is_announced() -> None:
    held = schedule(
        "site Pine: client Harbor, calendar US",
        "line Helpdesk: Mon-Fri 14-22 Pine, remote",
        "line Racks: Mon-Fri 9-17 Centro",
        "Ana: on Helpdesk Mon-Fri",
        "Berta: on Racks Mon-Fri",
        "closed Centro: Fri",
        holiday(day("Thu"), "US", name="Thanksgiving"),
    )
    assert row(held, "Ana")[1] == "Thu closed Client closed, free"
    assert row(held, "Berta")[1] == "Fri closed Client closed, free"
    assert [head.notes for head in read(held).days][3:5] == [("US clients closed",), ("Centro closed",)]
    assert [head.notes for head in read(held, "es").days][3:5] == [("Cierran clientes de EE. UU.",), ("Centro cierra",)]


def test_both_clocks_stand_where_the_place_has_another() -> None:
    held = schedule(
        "site Playa: client Acme, zone Atlantic/Canary",
        "line Helpdesk: Mon-Fri 9-17 Playa",
        "Ana: on Helpdesk Mon-Tue",
        "Berta: Wed 9-10 Playa",
    )
    assert row(held, "Ana")[0] == "Mon-Tue work 10:00–18:00 (there 09:00–17:00) Acme [CEN], Helpdesk"
    assert items(read(held), "Ana")[0].brief == "10–18 (there 09–17)"
    assert row(held, "Berta")[2] == "Wed visit 10:00 Acme (there 09:00) [CEN]"
    assert read(held).visits[0].arrival == "Wed 25 10:00 (there 09:00)"


def test_a_night_stands_on_the_day_it_begins() -> None:
    held = schedule("line Nights: Mon-Tue 22-6 Centro", "Ana: on Nights Mon-Tue")
    assert row(held, "Ana")[0] == "Mon-Tue work 22:00–06:00 Centro [CEN], Nights"


def test_a_shared_service_of_our_own_goes_by_its_name() -> None:
    held = schedule(
        client("Meseta", own_firm=True),
        engagement("Shared helpdesk", site("Meseta"), serves=(1, 2, 3)),
        "site Meseta: Centro",
        "line Shared helpdesk: Mon-Fri 8-16 Meseta, remote",
        "Ana: on Shared helpdesk Mon-Fri",
    )
    assert row(held, "Ana")[0] == "Mon-Fri work 08:00–16:00 Shared helpdesk [Remote] remote, 3 clients"


def test_a_place_outside_the_city_goes_by_its_name_and_an_unknown_one_says_on_site() -> None:
    outside = site("Nave", client_id=id_of("client", "Acme"), district="", outer_zone_id=7)
    held = schedule(
        OuterZone(id=7, name="Getafe", nearest_district="17", extra_minutes=15),
        outside,
        site("Lejos", client_id=id_of("client", "Acme"), district=""),
        client("Acme"),
        "Ana: Mon 9-10 Nave, Tue 9-10 Lejos",
    )
    assert row(held, "Ana")[:2] == ["Mon visit 09:00 Acme [Getafe]", "Tue visit 09:00 Acme [On site]"]


def test_people_stand_under_their_profile_by_name_and_only_while_employed() -> None:
    held = schedule(
        technician("Zoe", profile=Profile.SENIOR),
        technician("Óscar", profile=Profile.SENIOR, home_district="16", phone="600 1"),
        technician("Olga", profile=Profile.SENIOR, home_district=""),
        technician("Ana", profile=Profile.JUNIOR, employed_after=day("Wed")),
        technician("Gone", employed_after=day("Mon")),
        technician("Coming", employed_from=day("Mon+1")),
        technician("Ben", profile=Profile.NETWORK),
        technician("Carl", profile=Profile.ADMINISTRATOR),
    )
    week = read(held)
    assert [(group.name, [person.name for person in group.people]) for group in week.groups] == [
        ("Senior Engineers", ["Olga", "Óscar", "Zoe"]),
        ("Systems Administrators", ["Carl"]),
        ("Network Technicians", ["Ben"]),
        ("Junior Systems Technicians", ["Ana"]),
    ]
    assert [(p.district, p.phone) for p in week.groups[0].people][:2] == [("", ""), ("HOR", "600 1")]
    assert row(held, "Ana")[1:3] == ["Tue word Free", "Wed word Off"]


def test_empty_places_are_told_with_their_days_and_number() -> None:
    held = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro, 3 people, profile Network Technician",
        "Ana: on Helpdesk Mon-Wed",
        "Berta: Thu 9-10 Usera, sick Thu",
    )
    assert [(entry.head, entry.text, entry.tag) for entry in read(held).uncovered] == [
        ("Centro", "Mon 23 to Wed 25, 09:00–17:00, Helpdesk, Network Technician, 2 people", "CEN"),
        ("Centro", "Thu 26 and Fri 27, 09:00–17:00, Helpdesk, Network Technician, 3 people", "CEN"),
        ("Usera", "Thu 26 09:00, Berta away", "USE"),
    ]
    assert read(held, "es").uncovered[1].text == (
        "Jue 26 y vie 27, 09:00–17:00, Helpdesk, Técnico de redes, 3 personas"
    )


def test_what_a_client_does_without_is_not_uncovered() -> None:
    told = ("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri, sick Tue")
    held = schedule(*told)
    assert len(read(held).uncovered) == 1
    base = next(booked for booked in bookings(held, "Ana") if booked.day == day("Tue"))
    (sick,) = held.absences_on(base.technician_id, day("Tue"))
    decided = CoverItem(
        id=1,
        absence_id=sick.id,
        assignment_id=base.id,
        day=day("Tue"),
        decision=CoverDecision.WAIVED,
        agreed_by="Pilar",
    )
    assert read(schedule(*told, decided)).uncovered == ()


def test_visits_have_a_list_with_addresses_and_contacts() -> None:
    where = site("Larra", client_id=id_of("client", "Bufete"), district="01", address="Barquillo 14", postcode="28004")
    held = schedule(
        client("Bufete"),
        where,
        Contact(id=1, client_id=where.client_id, name="General", phone="600 9"),
        Contact(id=2, client_id=where.client_id, site_id=where.id, name="Recepción", phone="600 3"),
        visit("V1", where, title="Firewall", people=2),
        booking("Ana", "Wed 9:30-11", visit_id=id_of("visit", "V1")),
        booking("Berta", "Wed 9:30-11", visit_id=id_of("visit", "V1"), place=2),
        "Carla: Mon 9-10 Usera, sick Mon",
    )
    (listed,) = read(held).visits
    assert listed.arrival == "Wed 25 09:30"
    assert listed.client == "Bufete, Firewall"
    assert listed.technicians == "Ana, Berta"
    assert listed.address == "Barquillo 14, 28004, Centro"
    assert listed.contact == "Recepción, 600 3"


@pytest.mark.parametrize(
    ("week", "english", "spanish"),
    [
        (
            WEEK,
            "Monday 23 to Sunday 29 November 2026",
            "Del lunes 23 al domingo 29 de noviembre de 2026",
        ),
        (
            Week(2026, 49),
            "Monday 30 November to Sunday 6 December 2026",
            "Del lunes 30 de noviembre al domingo 6 de diciembre de 2026",
        ),
        (
            Week(2026, 53),
            "Monday 28 December 2026 to Sunday 3 January 2027",
            "Del lunes 28 de diciembre de 2026 al domingo 3 de enero de 2027",
        ),
    ],
)
def test_the_head_says_which_days(week: Week, english: str, spanish: str) -> None:
    held = schedule(technician("Ana"))
    assert read(held, "en", week=week).dates == english
    assert read(held, "es", week=week).dates == spanish


def test_a_draft_says_so_and_when_it_was_printed() -> None:
    held = schedule(technician("Ana"))
    assert read(held).stamp == "DRAFT, printed at Wed 25 Nov 2026 10:42"
    assert read(held, "es").stamp == "BORRADOR, impreso el mié 25 nov 2026 a las 10:42"
    assert (read(held).title, read(held, "es").title) == ("Week 48", "Semana 48")
    assert read(held).days[0].name == "Monday 23"
    assert read(held, "es").days[0].short == "Lun 23"
    assert read(held).days[0].day == date(2026, 11, 23)
