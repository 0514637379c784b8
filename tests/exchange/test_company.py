from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from techsched.errors import UserError
from techsched.exchange.company import Reading
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment, Waiver
from techsched.model.client import Client, Closure, Site
from techsched.model.engagement import Engagement, Placement, SkillNeed, StaffingLine
from techsched.model.growth import horizon
from techsched.model.holiday import Holiday
from techsched.model.kinds import (
    AbsenceKind,
    AbsenceState,
    Because,
    EngagementState,
    HolidayScope,
    Mode,
    Profile,
    Transport,
)
from techsched.model.office import OuterZone
from techsched.model.row import Row
from techsched.model.schedule import TABLES, Schedule
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.model.visit import Visit
from techsched.model.wall import local
from tests.exchange.files import Company, after, empty_office, flags, reading, refusals
from tests.rows import NOW, ZONE

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture
def company() -> Company:
    return Company()


def coded(schedule: Schedule, table: type[Any], code: str) -> Any:
    row = schedule.by_code(table, code)
    assert row is not None, code
    return row


def test_every_row_of_a_company_is_read(company: Company, tmp_path: Path) -> None:
    found = reading(company.write(tmp_path / "empresa"))
    assert found.refused == ()
    assert found.flagged == ()
    assert found.read == {table: len(rows) for table, rows in company.tables.items()}
    assert found.clashes == 0


def test_what_was_made_is_what_the_change_creates(company: Company, tmp_path: Path) -> None:
    found = reading(company.write(tmp_path / "empresa"))
    assert sum(found.made.values()) == len(found.change.edits)
    assert found.made["assignments"] == len(after(found).rows(Assignment)) > 0
    assert all(edit.before is None and edit.after is not None for edit in found.change.edits)


def test_parents_come_before_what_refers_to_them(company: Company, tmp_path: Path) -> None:
    order = [TABLES.index(edit.table) for edit in reading(company.write(tmp_path / "empresa")).change.edits]
    assert order == sorted(order)


def test_undoing_the_import_leaves_the_office_as_it_was(company: Company, tmp_path: Path) -> None:
    before = empty_office()
    found = reading(company.write(tmp_path / "empresa"), into=before)
    undone = before.with_(found.change).with_(found.change.inverse())
    assert {table: dict(undone.rows(table)) for table in TABLES} == {
        table: dict(before.rows(table)) for table in TABLES
    }


def test_a_technician_has_name_districts_and_dated_hours_with_an_august(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    ana = coded(schedule, Technician, "T1")
    assert (ana.name, ana.profile, ana.transport) == ("Ana Pérez Gil", Profile.SENIOR, Transport.CAR)
    assert (ana.home_district, ana.districts) == ("07", ("01", "07"))
    assert ana.phone == "+34 600 000 001"
    inigo = coded(schedule, Technician, "T2")
    assert (inigo.name, inigo.weekly_minutes, inigo.zone) == ("Íñigo Núñez", 2250, "Atlantic/Canary")
    assert inigo.employed.last == date(2026, 12, 31)
    (pattern,) = schedule.group(WorkingPattern, "technician", ana.id)
    assert [(h.start, h.end, h.break_minutes) for h in pattern.on(date(2026, 7, 31))] == [(540, 1080, 60)]
    assert [(h.start, h.end) for h in pattern.on(date(2026, 8, 31))] == [(480, 900)]
    assert pattern.on(date(2026, 8, 30)) == ()


def test_skills_and_certifications_are_told_apart(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    ana = coded(schedule, Technician, "T1")
    assert [(s.name, s.level) for s in schedule.group(Skill, "technician", ana.id)] == [("Azure", 4)]
    (proof,) = schedule.group(Certification, "technician", ana.id)
    assert (proof.vendor, proof.issued, proof.expires) == ("Cisco", date(2025, 1, 10), date(2028, 1, 10))


def test_a_required_name_that_is_only_ever_a_certification_asks_for_one(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    engagement = coded(schedule, Engagement, "E2")
    (line,) = schedule.group(StaffingLine, "engagement", engagement.id)
    assert line.skills == (SkillNeed("Azure"), SkillNeed("CCNA", certification=True))


def test_a_site_has_its_district_hours_and_closed_augusts(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    goya = coded(schedule, Site, "S2")
    assert (goya.district, goya.lat, len(goya.opening)) == ("04", 40.425, 6)
    august = [(row.site_id, row.days.first, row.days.last) for row in schedule.rows(Closure).values()]
    assert august == [(goya.id, date(year, 8, 1), date(year, 8, 31)) for year in (2026, 2027)]


def test_clients_keep_quotation_marks(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    assert coded(schedule, Client, "C1").notes == 'Factura: "ref. interna", copia'


def test_an_engagement_is_one_line(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    month = coded(schedule, Engagement, "E2")
    assert (month.months, month.days.last, month.state) == (6, date(2026, 12, 31), EngagementState.CONFIRMED)
    mixed = coded(schedule, Engagement, "E1")
    (line,) = schedule.group(StaffingLine, "engagement", mixed.id)
    assert (mixed.after, line.onsite_weekdays, line.profile) == (None, (0, 2), Profile.SYSTEMS)
    draft = coded(schedule, Engagement, "E3")
    assert (draft.state, draft.site_id) == (EngagementState.DRAFT, None)


def test_a_full_day_has_lunch_in_the_middle_of_its_window_and_an_afternoon_has_none(
    company: Company, tmp_path: Path
) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    lines = {
        code: schedule.group(StaffingLine, "engagement", coded(schedule, Engagement, code).id)[0].hours[0]
        for code in ("E1", "E2")
    }
    assert (lines["E1"].break_minutes, lines["E1"].break_start) == (60, 14 * 60)
    assert (lines["E2"].break_minutes, lines["E2"].break_start) == (0, None)


def test_a_break_that_the_file_gives_holds(company: Company, tmp_path: Path) -> None:
    for row in company.tables["engagements"]:
        row["break_minutes"] = "0" if row["id"] == "E1" else ""
    schedule = after(reading(company.write(tmp_path / "empresa")))
    (line,) = schedule.group(StaffingLine, "engagement", coded(schedule, Engagement, "E1").id)
    assert line.hours[0].break_minutes == 0


def test_holidays_are_placed_by_their_scope(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    assert {row.day.isoformat(): row.place for row in schedule.rows(Holiday).values()} == {
        "2026-12-08": "ES",
        "2026-11-02": "ES-MD",
        "2026-11-09": "ES-MD-28079",
    }


def test_a_holiday_that_the_office_knows_is_made_no_second_time(company: Company, tmp_path: Path) -> None:
    known = Holiday(id=77, day=date(2026, 12, 8), name="Inmaculada", scope=HolidayScope.NATIONAL, place="ES")
    found = reading(company.write(tmp_path / "empresa"), into=empty_office(known))
    assert (found.read["holidays"], found.made["holidays"]) == (3, 2)
    assert found.refused == ()


def test_an_open_placement_grows_to_the_horizon_and_an_ended_one_whole(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    last_day = horizon(NOW, ZONE)
    grown = {
        code: [r.day for r in schedule.group(Assignment, "placement", coded(schedule, Placement, code).id)]
        for code in ("A1", "A2")
    }
    assert (min(grown["A1"]), max(grown["A1"]) < last_day) == (date(2026, 11, 3), True)
    assert (last_day - max(grown["A1"])).days <= 3
    assert (min(grown["A2"]), max(grown["A2"])) == (date(2026, 7, 1), date(2026, 12, 31))


def test_grown_days_leave_out_holidays_and_closed_augusts(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    days = {r.day for r in schedule.group(Assignment, "placement", coded(schedule, Placement, "A2").id)}
    assert not {day for day in days if day.month == 8}
    assert not {date(2026, 11, 2), date(2026, 11, 9), date(2026, 12, 8)} & days
    assert date(2026, 11, 10) in days


def test_grown_days_of_a_mixed_line_are_on_site_on_its_weekdays(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    rows = schedule.group(Assignment, "placement", coded(schedule, Placement, "A1").id)
    assert {row.day.weekday() for row in rows if row.mode is Mode.ON_SITE} == {0, 2}
    assert not any(row.fixed for row in rows)
    locked = schedule.group(Assignment, "placement", coded(schedule, Placement, "A2").id)
    assert all(row.fixed for row in locked)


def test_absences_are_whole_days_parts_of_days_open_or_refused(company: Company, tmp_path: Path) -> None:
    schedule = after(reading(company.write(tmp_path / "empresa")))
    leave, medical, refused, sick = (coded(schedule, Absence, f"H{n}") for n in range(1, 5))
    assert (leave.kind, leave.days.count, leave.whole_days) == (AbsenceKind.ANNUAL_LEAVE, 3, True)
    assert (medical.kind, medical.from_minute, medical.to_minute) == (AbsenceKind.PERMISSION, 540, 660)
    assert medical.state is AbsenceState.REQUESTED
    assert refused.state is AbsenceState.REFUSED
    assert (sick.kind, sick.after) == (AbsenceKind.SICK, None)


def test_visits_are_read_in_the_clock_of_their_site(company: Company, tmp_path: Path) -> None:
    for row in company.tables["sites"]:
        row["time_zone"] = "Atlantic/Canary" if row["id"] == "S1" else ""
    schedule = after(reading(company.write(tmp_path / "empresa")))
    visit = coded(schedule, Visit, "V1")
    assert visit.due_by is not None
    assert local(visit.due_by, "Atlantic/Canary").isoformat() == "2026-11-24T14:00:00"
    assert local(visit.due_by, "Europe/Madrid").isoformat() == "2026-11-24T15:00:00"
    assert (visit.target_minutes, visit.people, visit.outcome) == (240, 1, "")
    planned = coded(schedule, Visit, "V2")
    assert (planned.target_minutes, planned.people, planned.outcome) == (None, 2, "cancelled")


@pytest.mark.parametrize(
    ("clock", "minutes", "created", "due"),
    [
        ("24x7", "60", "2026-11-24T10:00", "2026-11-24T11:00"),
        ("working", "120", "2026-11-24T17:00", "2026-11-25T10:00"),
        # over a weekend and a holiday of the same folder
        ("working", "120", "2026-11-06T17:00", "2026-11-10T10:00"),
    ],
)
def test_a_deadline_that_is_not_written_follows_from_the_target(
    company: Company, tmp_path: Path, clock: str, minutes: str, created: str, due: str
) -> None:
    company.set("visits", 2, due_at="", response_target_minutes=minutes, target_clock=clock, created_at=created)
    visit = coded(after(reading(company.write(tmp_path / "empresa"))), Visit, "V1")
    assert visit.due_by is not None
    assert local(visit.due_by, ZONE).isoformat() == f"{due}:00"


def test_a_wall_time_that_does_not_exist_is_shifted_and_flagged(company: Company, tmp_path: Path) -> None:
    company.set(
        "visits",
        2,
        created_at="2026-03-29T02:30",
        window_from="2026-03-29T02:30",
        window_to="2026-03-29T09:00",
        due_at="2026-03-29T09:00",
    )
    found = reading(company.write(tmp_path / "empresa"))
    assert [(one.column, one.value, one.used) for one in found.flagged] == [
        ("created_at", "2026-03-29T02:30", "2026-03-29T03:30"),
        ("window_from", "2026-03-29T02:30", "2026-03-29T03:30"),
    ]
    assert flags(found)[0] == (
        "visits.csv, row 2, created_at: 02:30 did not exist on 29 March 2026: "
        "the clock was put forward. Read as 03:30."
    )
    visit = coded(after(found), Visit, "V1")
    assert local(visit.escalated_at, ZONE).isoformat() == "2026-03-29T03:30:00"


def test_a_wall_time_that_comes_twice_is_the_first_of_the_two(company: Company, tmp_path: Path) -> None:
    company.set("visits", 2, created_at="2026-10-25T02:30", due_at="", window_from="", window_to="")
    found = reading(company.write(tmp_path / "empresa"))
    assert found.flagged == ()
    visit = coded(after(found), Visit, "V1")
    assert visit.escalated_at == 1792888200  # 00:30 UTC, summer time


def test_hours_that_the_clock_jumps_over_are_no_work_on_that_day(company: Company, tmp_path: Path) -> None:
    company.set("engagements", 2, weekdays="Sat Sun", from_time="02:00", to_time="03:00", onsite_weekdays="Sun")
    company.set("assignments", 2, starts_on="2026-03-21", ends_on="2026-04-05")
    company.set("absences", 3, starts_on="2026-03-29", ends_on="2026-03-29", from_time="02:00", to_time="03:00")
    schedule = after(reading(company.write(tmp_path / "empresa")))
    rows = schedule.group(Assignment, "placement", coded(schedule, Placement, "A1").id)
    assert [row.day.day for row in rows] == [21, 22, 28, 4, 5]
    assert coded(schedule, Absence, "H2").away_on(date(2026, 3, 29), ZONE) is None


def test_a_night_that_the_clock_shortens_has_no_longer_break_than_itself(company: Company, tmp_path: Path) -> None:
    for row in company.tables["engagements"]:
        row["break_minutes"] = "60" if row["id"] == "E1" else ""
    company.set("engagements", 2, weekdays="Sun", from_time="01:30", to_time="03:00", onsite_weekdays="Sun")
    company.set("assignments", 2, starts_on="2026-03-22", ends_on="2026-03-29")
    schedule = after(reading(company.write(tmp_path / "empresa")))
    rows = schedule.group(Assignment, "placement", coded(schedule, Placement, "A1").id)
    assert [(row.span.minutes, row.break_minutes) for row in rows] == [(90, 60), (30, 30)]


def test_clashes_are_kept_with_a_waiver_for_each_pair(company: Company, tmp_path: Path) -> None:
    company.set("assignments", 2, technician_id="T1", starts_on="2026-11-23", ends_on="2026-11-27")
    found = reading(company.write(tmp_path / "empresa"))
    schedule = after(found)
    waivers = list(schedule.rows(Waiver).values())
    assert found.clashes == len(waivers) == found.made["waivers"] == 5
    assert {w.because for w in waivers} == {Because.IMPORTED}
    ana = coded(schedule, Technician, "T1")
    for row in schedule.diary(ana.id):
        for other in schedule.diary(ana.id).clashes(row.start, row.end, row.id):
            assert schedule.waiver_between(row, other) is not None


def test_clashes_with_bookings_of_the_office_are_kept_as_well(company: Company, tmp_path: Path) -> None:
    first = empty_office().with_(reading(Company().write(tmp_path / "first")).change)
    more = company.only("assignments")
    more.set("assignments", 2, id="A8", technician_id="T1", engagement_id="E2", starts_on="2026-11-23")
    more.set("assignments", 2, ends_on="2026-11-24", mode="")
    del more.tables["assignments"][1]
    found = reading(more.write(tmp_path / "more"), into=first)
    assert (found.refused, found.made["assignments"], found.clashes) == ((), 2, 2)
    assert coded(first.with_(found.change), Placement, "A8").place == 2


def test_two_placements_of_one_line_take_two_places(company: Company, tmp_path: Path) -> None:
    company.add("assignments", 3, id="A3", technician_id="T2")
    schedule = after(reading(company.write(tmp_path / "empresa")))
    assert [coded(schedule, Placement, code).place for code in ("A2", "A3")] == [1, 2]


def test_a_third_on_two_places_is_refused(company: Company, tmp_path: Path) -> None:
    company.add("assignments", 3, id="A3", technician_id="T2").add("assignments", 3, id="A4", technician_id="T2")
    found = reading(company.write(tmp_path / "empresa"))
    assert refusals(found) == [
        "assignments.csv, row 5, engagement_id: Engagement E2 asks for 2 people, all placed in those days. "
        "Change the dates, or ask for more."
    ]


def test_a_placement_ends_with_its_engagement(company: Company, tmp_path: Path) -> None:
    company.set("assignments", 3, ends_on="2027-03-31")
    found = reading(company.write(tmp_path / "empresa"))
    assert [(one.value, one.used) for one in found.flagged] == [("2027-03-31", "2026-12-31")]
    assert coded(after(found), Placement, "A2").days.last == date(2026, 12, 31)


def test_files_can_be_imported_one_by_one(company: Company, tmp_path: Path) -> None:
    folder = company.write(tmp_path / "empresa")
    schedule = empty_office()
    for table in company.tables:
        found = reading(folder / f"{table}.csv", into=schedule)
        assert (found.refused, list(found.read)) == ((), [table])
        schedule = schedule.with_(found.change)
    whole = after(reading(folder))
    assert {t: len(schedule.rows(t)) for t in TABLES if t is not Closure} == {
        t: len(whole.rows(t)) for t in TABLES if t is not Closure
    }


def test_several_files_may_hold_one_table(company: Company, tmp_path: Path) -> None:
    folder = company.write(tmp_path / "empresa")
    more = Company().only("visits").set("visits", 2, id="V8").set("visits", 3, id="V9").write(tmp_path / "more")
    (more / "visits.csv").rename(folder / "visitas de enero.csv")
    found = reading(folder)
    assert (found.read["visits"], found.refused) == (4, ())


def test_the_same_files_twice_change_nothing(company: Company, tmp_path: Path) -> None:
    folder = company.write(tmp_path / "empresa")
    once = after(reading(folder))
    found = reading(folder, into=once)
    assert found.change.edits == ()
    assert sum(found.read.values()) == found.read["holidays"] == 3
    assert refusals(found)[0] == (
        "technicians.csv, row 2, id: T1 is in the office already. "
        "Change it there, or give this one another name or code."
    )


def test_columns_may_come_in_any_order(company: Company, tmp_path: Path) -> None:
    for table, rows in company.tables.items():
        company.tables[table] = [dict(reversed(row.items())) for row in rows]
    assert as_rows(reading(company.write(tmp_path / "empresa"))) == as_rows(
        reading(Company().write(tmp_path / "same"))
    )


def test_columns_and_words_may_be_spanish(tmp_path: Path) -> None:
    (tmp_path / "técnicos.csv").write_text(
        "código;nombre;apellidos;perfil;distrito;transporte;horas semanales;días;entrada;salida;fecha alta\n"
        "T7;Lucía;Díaz Mora;Técnico de redes;Fuencarral;Coche;37,5;L-V;8:30;16.30;01/02/2024\n",
        encoding="utf-8",
    )
    found = reading(tmp_path)
    assert found.refused == found.flagged == ()
    lucia = coded(after(found), Technician, "T7")
    assert (lucia.name, lucia.profile, lucia.home_district) == ("Lucía Díaz Mora", Profile.NETWORK, "08")
    assert (lucia.weekly_minutes, lucia.transport, lucia.employed_from) == (2250, Transport.CAR, date(2024, 2, 1))
    (pattern,) = after(found).group(WorkingPattern, "technician", lucia.id)
    assert {(h.weekday, h.start, h.end) for h in pattern.hours} == {(day, 510, 990) for day in range(5)}


def test_a_place_outside_the_city_is_a_zone_of_the_office(company: Company, tmp_path: Path) -> None:
    zone = OuterZone(id=5, name="Alcobendas", nearest_district="08", extra_minutes=15, calendar="ES-MD-28006")
    company.set("sites", 2, district_code="", district="ALCOBENDAS").set("visits", 2, district_code="Alcobendas")
    found = reading(company.write(tmp_path / "empresa"), into=empty_office(zone))
    assert found.refused == found.flagged == ()
    site = coded(after(found, empty_office(zone)), Site, "S1")
    assert (site.district, site.outer_zone_id, site.calendar) == ("", 5, "ES-MD-28006")


def test_how_each_file_was_read_is_told(company: Company, tmp_path: Path) -> None:
    company.tables["clients"][0]["Fax"] = "1"
    found = reading(company.write(tmp_path / "empresa", encoding="cp1252", separator=";"))
    clients = next(file for file in found.files if file.table == "clients")
    assert (clients.rows, clients.read, clients.encoding, clients.separator) == (2, 2, "cp1252", ";")
    assert ("name", "name") in clients.columns and ("Fax", "") in clients.columns
    assert flags(found) == ["clients.csv, row 1, Fax: Fax is not a column of this table: passed over."]


def test_other_files_of_the_folder_are_passed_over(company: Company, tmp_path: Path) -> None:
    folder = company.write(tmp_path / "empresa")
    (folder / "summary.json").write_text("{}")
    (folder / "~$sites.xlsx").write_bytes(b"lock")
    (folder / "kilometros.csv").write_text("matricula,km\n1234ABC,7\n")
    (folder / "foto.csv").write_bytes(b"\x89PNG\x00\x00\x00")
    found = reading(folder)
    assert [one.file for one in found.flagged] == ["foto.csv", "kilometros.csv"]
    assert found.refused == ()


def as_rows(found: Reading) -> list[dict[str, Any]]:
    def plain(row: Row) -> dict[str, Any]:
        return {name: value for name, value in asdict(row).items() if "id" not in name.split("_")}

    return [plain(edit.row) for edit in found.change.edits]


@pytest.mark.parametrize("size", ["small", "medium"])
def test_the_shared_companies_are_read_whole(size: str) -> None:
    folder = SHARED / f"company-{size}"
    if not folder.is_dir():
        pytest.skip("the folder ../shared/data is not there")
    wanted = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["rows"]
    found = reading(folder)
    assert (found.refused, found.flagged) == ((), ())
    assert {table: found.read[table] for table in wanted} == wanted
    schedule = after(found)
    for technician in schedule.rows(Technician):
        diary = schedule.diary(technician)
        for row in diary:
            for other in diary.clashes(row.start, row.end, row.id):
                assert schedule.waiver_between(row, other) is not None
    assert found.clashes == len(schedule.rows(Waiver))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        reading(tmp_path / "nada")
    assert str(told.value) == "There is no file or folder nada. Choose another."
