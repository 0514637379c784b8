from __future__ import annotations

import json
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from techsched.cities import pack
from techsched.exchange.company import read
from techsched.model.assignment import Assignment
from techsched.model.change import Change, removed
from techsched.model.engagement import SkillNeed
from techsched.model.hours import week_hours
from techsched.model.kinds import AbsenceState, EngagementState
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.roster.report import YearReport, year
from tests.rows import (
    NOW,
    absence,
    certification,
    client,
    closure,
    engagement,
    holiday,
    line,
    office,
    placement,
    site,
    skill,
    technician,
)

COMPANIES = Path(__file__).resolve().parents[3] / "shared" / "data"
NIGHT = week_hours(range(5), 22 * 60, 6 * 60)


def report(*rows: Row) -> YearReport:
    """2026 of an office with Ana, Berta and the Helpdesk at Centro, Monday to Friday 9-17."""
    known = (office(), client("Centro"), site(), engagement(), technician("Ana"), technician("Berta"))
    held: dict[tuple[type[Row], int], Row] = {(type(row), row.id): row for row in (*known, line(), *rows)}
    return year(Schedule(pack("madrid"), held.values()), 2026)


def november(first: int, after: int) -> tuple[date, date]:
    return date(2026, 11, first), date(2026, 11, after)


@pytest.mark.parametrize("size", ["small", "medium"])
def test_the_figures_of_the_shared_companies(size: str) -> None:
    folder = COMPANIES / f"company-{size}"
    if not folder.is_dir():
        pytest.skip("the folder ../shared/data is not there")
    wanted = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    empty = Schedule(pack("madrid"), [office()])
    full = empty.with_(read([folder], empty, ids=count(1001), who="marta", now=NOW).change)
    told = json.loads(json.dumps(year(full, 2026)))
    assert told == {name: wanted[name] for name in told}
    assert len(told) == 9


def test_what_has_grown_so_far_makes_no_difference() -> None:
    folder = COMPANIES / "company-small"
    if not folder.is_dir():
        pytest.skip("the folder ../shared/data is not there")
    empty = Schedule(pack("madrid"), [office()])
    full = empty.with_(read([folder], empty, ids=count(1001), who="marta", now=NOW).change)
    bare = full.with_(Change(Sentence("undo.draft"), removed(*full.rows(Assignment).values())))
    assert year(bare, 2026) == year(full, 2026)


def test_an_empty_office_has_a_year() -> None:
    told = year(Schedule(pack("madrid"), [office()]), 2026)
    assert told["assignment_days"] == told["cover_needed_days"] == told["double_booked_technician_days"] == 0
    assert told["peak_day_away"] is None
    assert told["mean_away_august"] == 0.0


def test_a_week_of_a_placement_is_five_days() -> None:
    assert report(placement("Ana", "Helpdesk", *november(23, 30)))["assignment_days"] == 5


def test_an_open_placement_counts_to_the_end_of_the_year_and_no_further() -> None:
    assert report(placement("Ana", "Helpdesk", date(2026, 12, 28)))["assignment_days"] == 4


def test_days_before_the_year_do_not_count() -> None:
    early = placement("Ana", "Helpdesk", date(2025, 12, 1), date(2026, 1, 3))
    assert report(early, line(first=date(2025, 1, 1)), engagement(first=date(2025, 1, 1)))["assignment_days"] == 2


def test_holidays_are_left_out_but_not_closures_and_weekends_never_count() -> None:
    placed = placement("Ana", "Helpdesk", *november(23, 30))
    assert report(placed, holiday(date(2026, 11, 24)))["assignment_days"] == 4
    assert report(placed, closure(*november(23, 26)))["assignment_days"] == 5
    assert report(placed, line(hours=week_hours(range(7), 540, 1020)))["assignment_days"] == 5


def test_a_holiday_that_the_line_works_is_a_day_of_work() -> None:
    placed = placement("Ana", "Helpdesk", *november(23, 30))
    assert report(placed, holiday(date(2026, 11, 24)), line(works_holidays=True))["assignment_days"] == 5


def test_a_draft_places_nobody() -> None:
    placed = placement("Ana", "Helpdesk", *november(23, 30))
    assert report(placed, engagement(state=EngagementState.DRAFT))["assignment_days"] == 0


def test_a_day_is_double_booked_once_however_many_overlap() -> None:
    rows = [placement("Ana", name, *november(23, 25)) for name in ("Helpdesk", "Backup", "Cloud")]
    more = [row for name in ("Backup", "Cloud") for row in (engagement(name), line(name))]
    assert report(*rows, *more)["double_booked_technician_days"] == 2


def test_one_after_the_other_is_no_double_booking() -> None:
    rows = [placement("Ana", name, *november(23, 25)) for name in ("Helpdesk", "Evening")]
    evening = line("Evening", week_hours(range(5), 17 * 60, 20 * 60))
    assert report(*rows, engagement("Evening"), evening)["double_booked_technician_days"] == 0


def test_a_night_overlaps_with_the_next_morning() -> None:
    rows = (
        placement("Ana", "Night", *november(23, 24)),
        placement("Ana", "Morning", *november(24, 25)),
        engagement("Night"),
        engagement("Morning"),
        line("Night", NIGHT),
        line("Morning", week_hours(range(5), 5 * 60, 9 * 60)),
    )
    assert report(*rows)["double_booked_technician_days"] == 1


def test_two_people_at_once_are_no_double_booking() -> None:
    rows = [placement(who, "Helpdesk", *november(23, 25)) for who in ("Ana", "Berta")]
    assert report(*rows)["double_booked_technician_days"] == 0


@pytest.mark.parametrize(
    ("held", "lacking"),
    [
        ([], 1),
        ([skill("Ana", "azure", 1)], 0),
        ([certification("Ana", "Azure", date(2020, 1, 1))], 0),
        ([skill("Berta", "Azure")], 1),
    ],
)
def test_a_placement_may_lack_a_skill_by_name(held: list[Row], lacking: int) -> None:
    placed = placement("Ana", "Helpdesk", *november(23, 25))
    asked = line(skills=(SkillNeed("Azure", level=4),))
    assert report(placed, asked, *held)["assignments_lacking_a_skill"] == lacking


def test_a_certification_asked_for_is_not_met_by_a_skill() -> None:
    placed = placement("Ana", "Helpdesk", *november(23, 25))
    asked = line(skills=(SkillNeed("CCNA", certification=True),))
    assert report(placed, asked, skill("Ana", "CCNA"))["assignments_lacking_a_skill"] == 1
    assert report(placed, asked, certification("Ana", "CCNA"))["assignments_lacking_a_skill"] == 0


def test_days_to_cover_are_placed_days_of_whole_day_absences() -> None:
    rows = (
        placement("Ana", "Helpdesk", date(2026, 10, 26), date(2026, 11, 30)),
        absence("Ana", date(2026, 10, 30), date(2026, 11, 3)),
        absence("Ana", *november(24, 25), state=AbsenceState.REQUESTED),
        absence("Ana", *november(25, 26), state=AbsenceState.REFUSED),
        absence("Ana", *november(26, 27), from_minute=540, to_minute=660),
        absence("Berta", *november(23, 28)),
    )
    told = report(*rows)
    assert told["cover_needed_days"] == 3
    assert {month: n for month, n in told["cover_needed_by_month"].items() if n} == {"10": 1, "11": 2}
    assert list(told["cover_needed_by_month"]) == [str(month) for month in range(1, 13)]


def test_two_absences_of_a_day_need_one_cover() -> None:
    placed = placement("Ana", "Helpdesk", *november(23, 28))
    told = report(placed, absence("Ana", *november(23, 25)), absence("Ana", *november(24, 26)))
    assert told["cover_needed_days"] == 3


@pytest.mark.parametrize(
    ("expires", "expired", "soon"),
    [
        (date(2026, 6, 30), 1, 0),
        (date(2026, 7, 1), 0, 1),
        (date(2026, 9, 28), 0, 1),
        (date(2026, 9, 29), 0, 0),
        (None, 0, 0),
    ],
)
def test_certificates_by_their_last_day(expires: date | None, expired: int, soon: int) -> None:
    told = report(certification("Ana", "CCNA", expires))
    assert told["certificates_expired_on_1_july"] == expired
    assert told["certificates_expiring_in_next_90_days"] == soon


def test_the_peak_is_the_first_working_day_with_most_people_away() -> None:
    weekend = absence("Berta", *november(28, 30))
    told = report(absence("Ana", *november(24, 29)), weekend, holiday(date(2026, 11, 24)))
    assert told["peak_day_away"] == ("2026-11-25", 0.5)


def test_august_is_the_mean_over_its_working_days() -> None:
    assert report(absence("Ana", date(2026, 8, 1), date(2026, 8, 12)))["mean_away_august"] == round(7 / 21 / 2, 3)


def test_an_absence_without_an_end_runs_to_the_end_of_the_year() -> None:
    told = report(placement("Ana", "Helpdesk", date(2026, 12, 21)), absence("Ana", date(2026, 12, 28)))
    assert told["cover_needed_days"] == 4
