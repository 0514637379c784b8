"""Dates, weeks, years and times as they are typed."""

from __future__ import annotations

import pytest

from techsched.__main__ import main
from techsched.cli.terminal import wall_time
from techsched.model.wall import utc_text
from techsched.sample import NOW
from techsched.words import say
from tests.cli.conftest import Said

MADRID = "Europe/Madrid"


@pytest.mark.parametrize("year", ["0", "-1", "1899", "2200", "9999", "100000000000"])
def test_a_year_out_of_reach_is_a_sentence(office: str, said: Said, year: str) -> None:
    assert main(["report", "year", "--db", office, "--year", year, "--json"]) == 2
    assert said() == ("", f"The year {year} is out of reach. Take one from 1900 to 2199.\n")


@pytest.mark.parametrize("year", ["1900", "2199"])
def test_the_first_and_last_year_are_reported(office: str, said: Said, year: str) -> None:
    assert main(["report", "year", "--db", office, "--year", year]) == 0
    assert "assignment_days: " in said()[0]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["check", "--from", "2026-12-01", "--to", "2026-11-30"], "The last day, 30 November 2026, comes before"),
        (["check", "--to", "2026-11-24"], "comes before the first, 25 November 2026. Turn the two round."),
        (["check", "--from", "0001-01-01"], "The year 1 is out of reach"),
        (["check", "--to", "9999-12-31"], "The year 9999 is out of reach"),
        (["check", "--from", "25/11/2026"], "25/11/2026 is not a date. Write it like 2026-11-25."),
        (
            ["off-sick", "--technician", "T001", "--date", "2026-11-25", "--until", "2026-11-24"],
            "comes before the first",
        ),
    ],
)
def test_days_that_cannot_be_meant_are_sentences(office: str, said: Said, typed: list[str], told: str) -> None:
    assert main([*typed, "--db", office]) == 2
    out, err = said()
    assert out == "" and told in err


@pytest.mark.parametrize("week", ["2026-W54", "2026W0", "0001-W01", "9999-W20", "W48"])
@pytest.mark.parametrize("command", ["roster", "picture"])
def test_a_week_that_the_year_has_not_is_refused(office: str, said: Said, command: str, week: str) -> None:
    out = "--pdf" if command == "roster" else "--png"
    with pytest.raises(SystemExit) as stopped:
        main([command, "--db", office, "--week", week, out, "never"])
    assert stopped.value.code == 2
    assert "is not a week" in said()[1] or week[:4].isdigit()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("13:00", "2026-11-25T12:00:00Z"),
        ("2026-07-01T9.30", "2026-07-01T07:30:00Z"),
        ("2026-11-25 13:00", "2026-11-25T12:00:00Z"),
        ("2026-11-25T24:00", "2026-11-25T23:00:00Z"),
    ],
)
def test_a_time_is_read_on_the_clock_of_the_site(text: str, moment: str) -> None:
    found, note = wall_time(text, MADRID, NOW)
    assert utc_text(found) == moment and note is None


def test_of_a_time_that_comes_twice_the_first_is_taken_and_it_says_so() -> None:
    found, note = wall_time("2027-10-31T02:30", MADRID, NOW)
    assert utc_text(found) == "2027-10-31T00:30:00Z"
    assert note is not None
    assert say(note, "en") == (
        "02:30 comes twice on Sun 31 Oct, because the clock goes back. Taken as the first of the two (UTC+2, not"
        " UTC+1)."
    )


def test_a_booking_at_a_time_that_comes_twice_says_which_was_taken(office: str, said: Said) -> None:
    typed = ["book", "--db", office, "--visit", "V000013", "--technician", "T013", "--start", "2027-10-31T02:30"]
    assert main([*typed, "--because", "the only night without users"]) == 0
    out, err = said()
    assert "Book" in out and "Taken as the first of the two" in err


@pytest.mark.parametrize("text", ["", "25:00", "2026-02-30T09:00", "2026-11-25 1300", "mañana"])
def test_no_time_at_all_is_a_sentence(office: str, said: Said, text: str) -> None:
    typed = ["book", "--db", office, "--visit", "V000013", "--technician", "T013", "--start", text]
    code = main(typed)
    assert code == 2
    assert "Traceback" not in said()[1]
