"""The sample office's busy week 48 of 2026, the weeks around it, and what waits in the tray."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from techsched.model.assignment import waiver_of
from techsched.model.client import Client, Site
from techsched.model.holiday import Holiday
from techsched.model.kinds import (
    AbsenceKind,
    AbsenceState,
    Because,
    Firmness,
    HolidayScope,
    Mode,
    Priority,
    Profile,
    Term,
)
from techsched.model.span import HOUR, MINUTE
from techsched.model.technician import Technician
from techsched.sample.draughtsman import Draughtsman, full_day, moment

MON, TUE, WED, THU, FRI = (date(2026, 11, 23) + timedelta(days=n) for n in range(5))
AUTUMN = date(2026, 9, 1)
NEXT_MONDAY = MON + timedelta(days=7)
BOSTON = "America/New_York"

Crew = dict[str, Technician]
Firms = dict[str, tuple[Client, tuple[Site, ...]]]


def standing(d: Draughtsman, crew: Crew, firms: Firms) -> None:
    """Work that goes on from week to week."""
    meseta, (meseta_hq, _) = firms["Aseguradora Meseta"]
    line = d.line(
        d.engagement("E00001", meseta, meseta_hq, Term.INDEFINITE, "Infrastructure", AUTUMN, None, Mode.MIXED),
        full_day(),
        profile=Profile.SENIOR,
        skills=("Azure 3",),
        onsite=(3,),
    )
    d.place(line, crew["Lucía"])
    tajo, (almacen,) = firms["Logística Tajo"]
    engagement = d.engagement(
        "E00002", tajo, almacen, Term.MONTH, "Server migration", date(2026, 11, 2), date(2026, 12, 1)
    )
    line = d.line(engagement, full_day(weekdays=(0, 1, 3, 4)), profile=Profile.SENIOR, skills=("VMware 4",))
    d.place(line, crew["Javier"])
    d.line(engagement, full_day(), service="Second technician", skills=("VMware 3",), mode=Mode.REMOTE, dates=(FRI,))
    clinica, (ibiza,) = firms["Clínica Santa Áurea"]
    line = d.line(
        d.engagement("E00003", clinica, ibiza, Term.INDEFINITE, "Systems administration", AUTUMN),
        full_day(),
        profile=Profile.ADMINISTRATOR,
        skills=("M365 3", "Windows Server 3"),
    )
    d.place(line, crew["Carmen"])
    pampano, (redaccion,) = firms["Editorial Pámpano"]
    line = d.line(
        d.engagement("E00004", pampano, redaccion, Term.INDEFINITE, "Systems administration", AUTUMN),
        full_day(),
        profile=Profile.ADMINISTRATOR,
        skills=("Linux 3",),
    )
    days = d.place(line, crew["Diego"])
    d.away(crew["Diego"], AbsenceKind.ANNUAL_LEAVE, MON, date(2026, 12, 4))
    for row in days:
        if MON <= row.day <= date(2026, 12, 2):
            d.cover(row, crew["Elena"])
    harbor, (boston,) = firms["Harbor & Pine"]
    line = d.line(
        d.engagement("E00005", harbor, boston, Term.INDEFINITE, "Helpdesk", AUTUMN, None, Mode.REMOTE, zone=BOSTON),
        full_day(8 * 60, 16 * 60),
        profile=Profile.ADMINISTRATOR,
        skills=("Helpdesk 3",),
    )
    d.place(line, crew["Tomás"])
    bravante, (colegio,) = firms["Colegio Bravante"]
    line = d.line(
        d.engagement("E00006", bravante, colegio, Term.INDEFINITE, "On-site support", AUTUMN),
        full_day(),
        profile=Profile.SYSTEMS,
        skills=("Windows 2",),
    )
    d.place(line, crew["Álvaro"])
    d.away(crew["Álvaro"], AbsenceKind.SICK, WED, THU)
    ours, (oficina,) = firms["Sistemas Atocha"]
    served = tuple(client.id for name, (client, _) in sorted(firms.items()) if client.id != ours.id)[:12]
    desk = d.engagement(
        "E00007", ours, oficina, Term.INDEFINITE, "Shared helpdesk", AUTUMN, None, Mode.REMOTE, serves=served
    )
    line = d.line(desk, full_day(8 * 60, 16 * 60), service="Shared helpdesk", skills=("Helpdesk 3",))
    d.place(line, crew["Beatriz"])
    second = d.engagement(
        "E00008",
        ours,
        oficina,
        Term.MONTH,
        "Shared helpdesk",
        date(2026, 11, 2),
        date(2027, 1, 31),
        Mode.REMOTE,
        serves=served,
    )
    line = d.line(
        second, full_day(8 * 60, 15 * 60, (0, 1, 2)), service="Second line", skills=("Helpdesk 2",)
    )
    d.place(line, crew["Hugo"])
    norte, (nave,) = firms["Talleres Norte"]
    line = d.line(
        d.engagement("E00009", norte, nave, Term.MONTH, "On-site support", date(2026, 11, 2), date(2027, 1, 31)),
        full_day(9 * 60, 17 * 60),
        profile=Profile.JUNIOR,
        skills=("Windows 2",),
    )
    d.place(line, crew["Paula"])


def this_week(d: Draughtsman, crew: Crew, firms: Firms) -> None:
    """Day and week engagements and visits of week 48."""
    pampano, (redaccion,) = firms["Editorial Pámpano"]
    relief = d.engagement("E00010", pampano, redaccion, Term.HOLIDAY_COVER, "Front desk support", THU, THU)
    d.place(d.line(relief, full_day(), skills=("Helpdesk 2",)), crew["Hugo"])

    optica, (tienda,) = firms["Óptica Ventas"]
    swap = d.engagement("E00011", optica, tienda, Term.DAY, "Switch swap", TUE, TUE)
    d.place(d.line(swap, full_day(), profile=Profile.NETWORK, skills=("Cisco 3",)), crew["Sergio"])
    rollout = d.engagement("E00012", optica, tienda, Term.WEEK, "Firewall rollout", MON, WED)
    d.place(d.line(rollout, full_day(), profile=Profile.NETWORK, skills=("!Fortinet NSE4",)), crew["Marta"])

    encinar, (barajas,) = firms["Grupo Encinar"]
    firewall = d.engagement("E00013", encinar, barajas, Term.DAY, "Firewall", THU, FRI, Mode.MIXED)
    line = d.line(
        firewall, full_day(), profile=Profile.NETWORK, skills=("!Fortinet NSE4",), mode=Mode.ON_SITE, dates=(THU,)
    )
    (encinar_day,) = d.place(line, crew["Sergio"])
    line = d.line(
        firewall,
        full_day(),
        service="Firewall rules",
        profile=Profile.NETWORK,
        skills=("!Fortinet NSE4",),
        mode=Mode.REMOTE,
        dates=(FRI,),
    )
    d.place(line, crew["Sergio"], firmness=Firmness.TENTATIVE)
    survey = d.engagement("E00014", encinar, barajas, Term.DAY, "Wi-Fi survey", THU, FRI)
    d.place(
        d.line(survey, full_day(), profile=Profile.NETWORK, skills=("Wi-Fi 3",)),
        crew["Óscar"],
        firmness=Firmness.TENTATIVE,
    )

    miralba, (hotel,) = firms["Hotel Miralba"]
    wifi = d.engagement("E00015", miralba, hotel, Term.WEEK, "Wi-Fi refresh, 6 floors", MON, FRI)
    d.place(d.line(wifi, full_day(), profile=Profile.NETWORK, skills=("!Aruba ACMP",)), crew["Nuria"])

    norte, (nave,) = firms["Talleres Norte"]
    cabling = d.engagement("E00016", norte, nave, Term.DAY, "Cabling", MON, MON)
    d.place(d.line(cabling, full_day(), skills=("Cabling 3",)), crew["Óscar"])
    bravante, (colegio,) = firms["Colegio Bravante"]
    racks = d.engagement("E00017", bravante, colegio, Term.DAY, "Racks", TUE, TUE)
    d.place(d.line(racks, full_day(), skills=("Racks 3",)), crew["Óscar"])
    d.put(replace(d.away(crew["Óscar"], AbsenceKind.TRAINING, WED, WED), note="Cisco CCNP"))

    quevedo, (estudio,) = firms["Estudio Quevedo"]
    desks = d.engagement("E00018", quevedo, estudio, Term.DAY, "Move desks", TUE, TUE)
    d.place(d.line(desks, full_day(), skills=("Windows 2",)), crew["Pablo"])
    macs = d.engagement("E00019", quevedo, estudio, Term.WEEK, "Mac rollout", MON, FRI, Mode.MIXED)
    d.place(d.line(macs, full_day(), profile=Profile.SYSTEMS, skills=("macOS 3",), onsite=(2, 3)), crew["Irene"])

    rosaleda, (farmacia,) = firms["Farmacias Rosaleda"]
    tills = d.engagement("E00020", rosaleda, farmacia, Term.DAY, "Till images", TUE, WED, Mode.REMOTE)
    d.place(d.line(tills, full_day(), skills=("Tills 2",)), crew["Adrián"])

    booked = (
        ("Javier", WED, "09:30", 150, "Bufete Larra", 0, Priority.CRITICAL, "Mail server down", ("Windows Server 3",)),
        ("Javier", WED, "14:00", 150, "Imprenta Delicias", 0, Priority.STANDARD, "Backup check", ("Veeam 3",)),
        ("Sergio", MON, "09:00", 210, "Hotel Miralba", 0, Priority.STANDARD, "Access points", ("Wi-Fi 2",)),
        ("Sergio", WED, "09:00", 150, "Gestoría Arcos", 0, Priority.HIGH, "Firewall swap", ("Fortinet 3",)),
        ("Sergio", WED, "14:00", 210, "Farmacias Rosaleda", 0, Priority.STANDARD, "New tills", ("Tills 2",)),
        ("Sergio", THU, "12:00", 180, "Notaría Goya 47", 0, Priority.HIGH, "Scanner fleet", ("Scanners 2",)),
        (
            "Marta",
            THU,
            "09:00",
            180,
            "Clínica Santa Áurea",
            0,
            Priority.PLANNED,
            "Firewall update",
            ("!Sophos Engineer",),
        ),
        ("Pablo", MON, "09:00", 120, "Imprenta Delicias", 0, Priority.STANDARD, "Label printers", ("Print 2",)),
        ("Pablo", MON, "13:30", 150, "Talleres Norte", 0, Priority.STANDARD, "Cable run", ("Cabling 2",)),
        ("Pablo", WED, "10:00", 150, "Notaría Goya 47", 0, Priority.STANDARD, "New scanner", ("Scanners 2",)),
        ("Pablo", FRI, "09:00", 180, "Bufete Larra", 0, Priority.PLANNED, "Patch round", ("Windows 2",)),
        ("Adrián", THU, "09:00", 180, "Farmacias Rosaleda", 0, Priority.STANDARD, "Till images", ("Tills 2",)),
    )
    for who, day, clock, minutes, firm, place, priority, title, skills in booked:
        client, sites = firms[firm]
        start = moment(day, clock)
        due = None if priority is Priority.PLANNED else start + HOUR
        visit = d.visit(
            client,
            sites[place],
            title,
            priority,
            minutes,
            asked_at=start - (2 * HOUR if priority is Priority.CRITICAL else 22 * HOUR),
            due=due,
            window=(start - HOUR, start + HOUR) if priority is Priority.PLANNED else None,
            skills=skills,
        )
        row = d.book(visit, crew[who], start)
        if firm == "Notaría Goya 47" and who == "Sergio":
            d.put(
                waiver_of(
                    row,
                    encinar_day,
                    id=d.id(),
                    because=Because.RESOLVING_TODAY,
                    note="Goya called back; asking Encinar to start on Friday",
                    by="Raquel Bermejo",
                    at=d.now - 90 * MINUTE,
                )
            )


def tray(d: Draughtsman, firms: Firms) -> None:
    """What waits for somebody."""
    meseta, (_, luchana) = firms["Aseguradora Meseta"]
    d.visit(
        meseta,
        luchana,
        "Firewall down, branch offline",
        Priority.CRITICAL,
        90,
        asked_at=moment(WED, "10:30"),
        due=moment(WED, "13:00"),
        skills=("!Fortinet NSE4",),
        who_asked="Mercedes Gil, 600 000 302",
        reference="INC-20417",
        notes="Second floor, ring at the door. Spare unit is in the rack.",
    )
    arcos, (_, usera) = firms["Gestoría Arcos"]
    d.visit(
        arcos,
        usera,
        "Printers offline after the update",
        Priority.HIGH,
        120,
        asked_at=moment(WED, "09:30"),
        due=moment(WED, "17:30"),
        skills=("Windows 3", "Print 2"),
        who_asked="Sonia Arcos, 600 000 312",
        reference="INC-20411",
    )
    miralba, (hotel,) = firms["Hotel Miralba"]
    d.visit(
        miralba,
        hotel,
        "Two new wall sockets",
        Priority.STANDARD,
        180,
        asked_at=moment(TUE, "17:00"),
        due=moment(THU, "13:00"),
        skills=("Cabling 3",),
        who_asked="Pilar Ríos, 600 000 309",
        reference="INC-20402",
    )
    norte, (nave,) = firms["Talleres Norte"]
    d.visit(
        norte,
        nave,
        "Slow share on the warehouse PC",
        Priority.STANDARD,
        60,
        asked_at=moment(WED, "08:20"),
        due=moment(FRI, "10:20"),
        skills=("Windows 2",),
        who_asked="Rosa Nieto, 600 000 341",
        reference="INC-20409",
    )
    delicias, (taller,) = firms["Imprenta Delicias"]
    d.visit(
        delicias,
        taller,
        "Quarterly patch round",
        Priority.PLANNED,
        150,
        asked_at=moment(MON, "12:00"),
        window=(moment(FRI, "09:00"), moment(FRI, "14:00")),
        skills=("Windows 2",),
        who_asked="Luis Mena, 600 000 305",
    )


def around(d: Draughtsman, crew: Crew, firms: Firms) -> None:
    """Visits of the four weeks before and the six after, and leave from August to January."""
    rounds = (
        ("Sergio", "Gestoría Arcos", 0, "Switch check", ("Cisco 2",), "09:30", 120),
        ("Sergio", "Farmacias Rosaleda", 0, "Till network", ("Tills 2",), "14:30", 120),
        ("Pablo", "Imprenta Delicias", 0, "Label printers", ("Print 2",), "09:30", 90),
        ("Pablo", "Notaría Goya 47", 0, "Scanner care", ("Scanners 2",), "12:00", 60),
        ("Javier", "Bufete Larra", 0, "Server care", ("Windows Server 3",), "10:00", 120),
        ("Marta", "Óptica Ventas", 0, "Firewall care", ("!Fortinet NSE4",), "10:00", 180),
        ("Adrián", "Farmacias Rosaleda", 0, "Till images", ("Tills 2",), "10:00", 120),
    )
    holidays = {date(2026, 11, 2), date(2026, 11, 9), date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 25)}
    for week in range(-4, 7):
        if week == 0:
            continue
        monday = MON + timedelta(weeks=week)
        for n, (who, firm, place, title, skills, clock, minutes) in enumerate(rounds):
            day = monday + timedelta(days=2 if who == "Javier" else (n + week) % 5)
            if day in holidays or day >= date(2026, 12, 21):
                continue
            client, sites = firms[firm]
            start = moment(day, clock)
            visit = d.visit(
                client,
                sites[place],
                title,
                Priority.PLANNED,
                minutes,
                asked_at=start - 10 * 24 * HOUR,
                window=(start - HOUR, start + HOUR),
                skills=skills,
            )
            d.book(visit, crew[who], start)
    leave = AbsenceKind.ANNUAL_LEAVE
    for n, technician in enumerate(crew.values()):
        first = date(2026, 8, 3) + timedelta(days=7 * (n % 3))
        d.away(technician, leave, first, first + timedelta(days=11))
    d.away(crew["Elena"], leave, date(2026, 12, 3), date(2026, 12, 4))
    d.away(crew["Carmen"], leave, date(2026, 12, 28), date(2026, 12, 31))
    d.away(crew["Beatriz"], leave, date(2026, 12, 21), date(2026, 12, 24))
    d.away(crew["Javier"], leave, date(2026, 12, 21), date(2026, 12, 31))
    d.away(crew["Nuria"], leave, date(2027, 1, 4), date(2027, 1, 8), AbsenceState.REQUESTED)
    d.away(crew["Irene"], leave, date(2026, 12, 14), date(2026, 12, 18), AbsenceState.REQUESTED)


def foreign_holidays(d: Draughtsman) -> None:
    for day, name in (
        (date(2026, 11, 26), "Thanksgiving Day"),
        (date(2026, 12, 25), "Christmas Day"),
        (date(2027, 1, 1), "New Year's Day"),
    ):
        d.put(
            Holiday(
                id=d.id(), day=day, name=name, scope=HolidayScope.NATIONAL, place="US", source="US federal holidays"
            )
        )
