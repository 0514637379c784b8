"""Each thing that can be wrong with a folder: the sentence that says so, and the office as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from techsched.errors import UserError
from techsched.exchange import bookings
from techsched.model.schedule import TABLES
from techsched.words import say
from tests.exchange.files import Company, after, empty_office, flags, reading, refusals

CELLS = [
    # table, row, cells, how the sentence of that row begins
    ("sites", 2, {"district": "Chambery", "district_code": ""}, "district: Chambery is not a district."),
    ("sites", 2, {"district_code": "Chambery"}, "district_code: Chambery is not a district."),
    ("sites", 2, {"district_code": "99"}, "district_code: 99 is not a district of Madrid."),
    ("sites", 2, {"district": "Salamanca"}, "district: District 07 is Chamberí, but the row says Salamanca."),
    ("sites", 2, {"district": "", "district_code": ""}, "district_code: Both district_code and district are empty."),
    ("sites", 2, {"lat": "140.2"}, "lat: 140.2 is out of range: -90 to 90. Correct the number."),
    ("sites", 2, {"lon": ""}, "lon: Latitude and longitude go together. Fill both or neither."),
    ("sites", 2, {"closes": "25:00"}, "closes: 25:00 is not a time of day. Write it as 09:00."),
    ("sites", 3, {"id": "s1"}, "id: s1 stands already in sites.csv, row 2."),
    ("sites", 3, {"client_id": "C9"}, "client_id: There is no client C9 in these files or the office."),
    ("technicians", 2, {"home_district": "Chambery"}, "home_district: Chambery is not a district."),
    ("technicians", 2, {"covers_districts": "01 22"}, "covers_districts: 22 is not a district of Madrid."),
    ("technicians", 2, {"weekly_hours": "1e9"}, "weekly_hours: 1e9 is not a number."),
    ("technicians", 2, {"weekly_hours": "400"}, "weekly_hours: 400 is out of range: 0 to 80. Correct the number."),
    ("technicians", 2, {"left_on": "2019-12-31"}, "left_on: Ends on 31 December 2019"),
    ("technicians", 2, {"break_minutes": "540"}, "break_minutes: A break of 9 h does not fit into 9 h."),
    ("technicians", 2, {"shift_end": ""}, "shift_end: The cell is empty, but shift_start is filled."),
    ("technicians", 2, {"time_zone": "Madrid"}, "time_zone: Madrid is not a time zone."),
    ("technicians", 2, {"profile": "Senior Enginer"}, "profile: Senior Enginer is not known here."),
    ("technicians", 2, {"given_name": ""}, "name: Both name and given_name are empty. Fill one of them in."),
    ("technicians", 2, {"hired_on": ""}, "hired_on: The cell is empty. Fill it in."),
    ("technicians", 2, {"id": "T" * 41}, f"id: {'T' * 41} is too long for a code. Use 40 characters at most."),
    ("skills", 2, {"level": "9"}, "level: 9 is out of range: 1 to 5. Correct the number."),
    ("skills", 2, {"level": ""}, "level: A skill has a level from 1 to 5. Fill it in."),
    ("skills", 2, {"technician_id": "T-1"}, "technician_id: There is no technician T-1 in these files or the office."),
    ("skills", 3, {"expires_on": "2024-01-01"}, "expires_on: Ends on 1 January 2024"),
    ("engagements", 3, {"ends_on": "2026-01-01"}, "ends_on: Ends on 1 January 2026"),
    ("engagements", 3, {"headcount": "0"}, "headcount: 0 is out of range: 1 to 200. Correct the number."),
    ("engagements", 3, {"weekdays": "Mon Foo"}, "weekdays: Foo is not a weekday."),
    ("engagements", 3, {"to_time": "15:00"}, "to_time: Begins and ends at 15:00."),
    ("engagements", 3, {"site_id": ""}, "site_id: Work on site needs a site."),
    ("engagements", 3, {"site_id": "S1"}, "site_id: Site S1 does not belong to client C2."),
    ("engagements", 2, {"onsite_weekdays": ""}, "onsite_weekdays: A mixed engagement needs its weekdays on site."),
    ("assignments", 3, {"starts_on": "2027-01-01", "ends_on": ""}, "starts_on: Engagement E2 runs from 1 July 2026"),
    ("assignments", 2, {"starts_on": "1950-01-01"}, "starts_on: More than 30 years for one person."),
    ("assignments", 2, {"engagement_id": "E7"}, "engagement_id: There is no engagement E7 in these files"),
    ("absences", 2, {"starts_on": "2026-02-30"}, "starts_on: 2026-02-30 does not exist in the calendar."),
    ("absences", 2, {"ends_on": "9999-12-31"}, "ends_on: 9999-12-31 is out of range: years run from 1900 to 2199."),
    ("absences", 2, {"ends_on": "2026-11-22"}, "ends_on: Ends on 22 November 2026"),
    ("absences", 3, {"to_time": "08:00"}, "to_time: Ends at 08:00, not after it begins at 09:00."),
    ("visits", 2, {"created_at": "2026-11-24"}, "created_at: 2026-11-24 is not a day with a time."),
    ("visits", 2, {"due_at": "2026-11-24T09:00"}, "due_at: Ends on Tue 24 Nov at 09:00"),
    ("visits", 2, {"window_to": "2026-11-24T10:00"}, "window_to: Ends on Tue 24 Nov at 10:00"),
    ("visits", 2, {"duration_minutes": "-30"}, "duration_minutes: -30 is out of range: 1 to 2880."),
    ("visits", 2, {"people": "3"}, "people: 3 is out of range: 1 to 2. Correct the number."),
    ("visits", 2, {"client_id": "C2"}, "site_id: Site S1 does not belong to client C2. Correct one of the two."),
    ("visits", 2, {"title": "#REF!"}, "title: #REF! is what a spreadsheet writes when a formula fails."),
    ("holidays", 2, {"scope": "client"}, "scope: A client's own holiday is a closure."),
    ("holidays", 3, {"date": "2026-12-08", "scope": "national"}, "date: Lunes siguiente a Todos los Santos stands"),
]  # fmt: skip


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.mark.parametrize(("table", "row", "cells", "said"), CELLS)
def test_a_wrong_cell_leaves_its_row_out(
    company: Company, tmp_path: Path, table: str, row: int, cells: dict[str, str], said: str
) -> None:
    found = reading(company.set(table, row, **cells).write(tmp_path / "empresa"))
    assert any(told.startswith(f"{table}.csv, row {row}, {said}") for told in refusals(found))
    assert sum(found.read.values()) + len(found.refused) == sum(map(len, company.tables.values()))
    for refusal in found.refused:
        assert say(refusal.sentence, "es") != say(refusal.sentence, "en")
        assert refusal.column in company.tables[refusal.file.removesuffix(".csv")][0] or refusal.column == "name"


def test_what_depends_on_a_row_left_out_is_left_out_and_says_so(company: Company, tmp_path: Path) -> None:
    company.set("clients", 2, since="2020-13-01")
    found = reading(company.write(tmp_path / "empresa"))
    assert refusals(found) == [
        "clients.csv, row 2, since: 2020-13-01 is not a day. Write it as 2026-08-31 or 31/08/2026.",
        "sites.csv, row 2, client_id: It needs client C1, left out in clients.csv, row 2. Correct that row first.",
        "engagements.csv, row 2, client_id: "
        "It needs client C1, left out in clients.csv, row 2. Correct that row first.",
        "assignments.csv, row 2, engagement_id: "
        "It needs engagement E1, left out in engagements.csv, row 2. Correct that row first.",
        "visits.csv, row 2, site_id: It needs site S1, left out in sites.csv, row 2. Correct that row first.",
    ]
    assert refusals(found, "es")[1] == (
        "sites.csv, fila 2, client_id: Necesita cliente C1, que no se importó: clients.csv, fila 2. "
        "Corrige antes esa fila."
    )
    assert found.read["visits"] == 1


def test_everything_that_was_refused_goes_in_once_it_is_corrected(company: Company, tmp_path: Path) -> None:
    found = reading(company.set("clients", 2, since="ayer").write(tmp_path / "empresa"))
    schedule = after(found)
    again = reading(Company().write(tmp_path / "empresa"), into=schedule)
    whole = after(reading(Company().write(tmp_path / "empresa")))
    both = schedule.with_(again.change)
    assert {table: len(both.rows(table)) for table in TABLES} == {
        table: len(whole.rows(table)) for table in TABLES
    }


def test_a_cell_of_a_megabyte(company: Company, tmp_path: Path) -> None:
    company.set("clients", 2, notes="x" * 1_000_000)
    found = reading(company.write(tmp_path / "empresa"))
    assert refusals(found)[0] == (
        "clients.csv, row 2, notes: The cell has 1000000 characters; 10000 are read at most. Shorten it."
    )
    assert found.refused[0].value == "x" * 57 + "…"


def test_cells_that_look_like_formulas_are_data(company: Company, tmp_path: Path) -> None:
    company.set("clients", 2, name='=HYPERLINK("http://x")', sector="@SUM(A1)", notes="'-1+1")
    found = reading(company.write(tmp_path / "empresa"))
    assert found.refused == ()
    (row,) = (e.row for e in found.change.edits if getattr(e.row, "code", "") == "C1")
    assert (row.name, row.sector, row.notes) == ('=HYPERLINK("http://x")', "@SUM(A1)", "-1+1")  # type: ignore[attr-defined]


def test_letters_that_cannot_be_read(company: Company, tmp_path: Path) -> None:
    company.set("sites", 2, name="Sede \ufffd\ufffd")
    assert refusals(reading(company.write(tmp_path / "empresa")))[0] == (
        "sites.csv, row 2, name: Sede \ufffd\ufffd has letters that cannot be read. Save the file as CSV UTF-8."
    )


def test_text_encoded_twice_is_mended_and_flagged(company: Company, tmp_path: Path) -> None:
    company.set("sites", 2, district="Chamberí".encode().decode("cp1252"))
    found = reading(company.write(tmp_path / "empresa"))
    assert (found.refused, [one.used for one in found.flagged]) == ((), ["Chamberí"])


def test_a_row_of_another_separator(company: Company, tmp_path: Path) -> None:
    folder = company.write(tmp_path / "empresa")
    text = company.text("absences")
    (folder / "absences.csv").write_text(text.replace("H4,T2,sick,", "H4;T2;sick;"), encoding="utf-8")
    assert refusals(reading(folder)) == [
        "absences.csv, row 5: The row has 8 cells, the header 11. "
        "Fill the row, with the same separator as in the header."
    ]


def test_a_file_cut_short(company: Company, tmp_path: Path) -> None:
    folder = company.write(tmp_path / "empresa")
    (folder / "visits.csv").write_bytes((folder / "visits.csv").read_bytes()[:-60])
    assert refusals(reading(folder))[0].startswith("visits.csv, row 3: The row has 10 cells, the header 18.")


def test_nights_are_read_as_such_and_flagged(company: Company, tmp_path: Path) -> None:
    company.set("engagements", 3, from_time="22:00", to_time="06:00")
    found = reading(company.write(tmp_path / "empresa"))
    assert flags(found) == [
        "engagements.csv, row 3, to_time: 22:00 to 06:00 is read as a night: it ends the next day."
    ]


def test_flags_of_rows_left_out_are_not_told(company: Company, tmp_path: Path) -> None:
    company.set("visits", 2, created_at="2026-03-29T02:30", people="7")
    assert reading(company.write(tmp_path / "empresa")).flagged == ()
    company.set("visits", 2, people="1", window_to="2026-03-29T01:00")
    assert reading(company.write(tmp_path / "empresa")).flagged == ()


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("visits.csv", bytes(range(256)) * 8, "visits.csv is not a table. Save it as CSV or .xlsx."),
        ("visits.csv", b"", "visits.csv is empty. Save the table again, with its header in the first row."),
        ("visitas.xlsx", b"PK\x03\x04 but no more", "visitas.xlsx is damaged or protected"),
        ("clients.csv", b"id,sector\nC1,Legal\n", "clients.csv, row 1: the column name is missing."),
        (
            "clients.csv",
            b"id,name,nombre\nC1,a,b\n",
            "clients.csv, row 1: the columns name and nombre mean the same.",
        ),
        ("clients.csv", b'id,name\nC1,"a\n', "clients.csv, row 2: a quotation mark opens and is never closed"),
    ],
)
def test_a_folder_with_an_unreadable_file_changes_nothing(
    company: Company, tmp_path: Path, name: str, held: bytes, said: str
) -> None:
    folder = company.without("visits", "clients").write(tmp_path / "empresa")
    (folder / name).write_bytes(held)
    before = empty_office()
    with pytest.raises(UserError) as told:
        reading(folder, into=before)
    assert str(told.value).startswith(said)
    assert say(told.value.sentence, "es") != str(told.value)
    assert not any(before.rows(table) for table in TABLES[1:])


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "leeme.txt").write_text("hola\nque tal\n")
    (tmp_path / "coches.csv").write_text("matricula,km\n1234ABC,7\n")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(UserError, match="holds no table of a company. Expected any of holidays.csv, technicians"):
        reading(tmp_path)


def test_a_folder_of_a_hundred_tables(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.csv").write_text("a,b\n1,2\n")
    with pytest.raises(UserError, match="holds 100 tables; a company has nine"):
        reading(tmp_path)


def test_a_single_file_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "coches.csv").write_text("matricula,km\n1234ABC,7\n")
    with pytest.raises(UserError, match="coches.csv is none of a company's tables"):
        reading(tmp_path / "coches.csv")


def test_more_clashes_than_anybody_could_look_through(
    company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookings, "MOST_CLASHES", 3)
    company.set("assignments", 2, technician_id="T1")
    with pytest.raises(UserError, match="More than 3 bookings of one person overlap. Nothing was imported."):
        reading(company.write(tmp_path / "empresa"))


def test_more_bookings_than_anybody_could_mean(
    company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookings, "MOST_BOOKINGS", 100)
    with pytest.raises(UserError, match="would make more than 100 bookings. Nothing was imported."):
        reading(company.write(tmp_path / "empresa"))


def test_more_rows_left_out_than_anybody_would_read(
    company: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("techsched.exchange.reading.MOST_REFUSALS", 2)
    company.set("absences", 2, kind="x").set("absences", 3, kind="x").set("absences", 4, kind="x")
    with pytest.raises(
        UserError, match="absences.csv, row 4: more than 2 rows cannot be read. Nothing was imported."
    ):
        reading(company.write(tmp_path / "empresa"))


def test_a_year_far_away_closes_no_augusts_up_to_it(company: Company, tmp_path: Path) -> None:
    company.set("absences", 2, starts_on="2062-11-23", ends_on="2062-11-24")
    found = reading(company.write(tmp_path / "empresa"))
    assert (found.refused, found.made["closures"]) == ((), 2)
