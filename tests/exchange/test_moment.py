from __future__ import annotations

from datetime import date, datetime

import pytest

from techsched.errors import UserError
from techsched.exchange.cell import Reader
from techsched.exchange.moment import clock, day, moment


def refused(read: Reader, text: str) -> str:
    with pytest.raises(UserError) as told:
        read(text)
    return str(told.value)


@pytest.mark.parametrize(
    "text",
    ["2026-08-03", "2026/8/3", "03/08/2026", "3/8/2026", "3-8-2026", "3.8.26", "2026-08-03T00:00:00", "46237"],
)
def test_days(text: str) -> None:
    assert day(text) == date(2026, 8, 3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-02-29", "2026-02-29 does not exist in the calendar"),
        ("31/02/2027", "31/02/2027 does not exist in the calendar"),
        ("13/25/2026", "13/25/2026 is not a day"),
        ("2026-08-03T09:00", "2026-08-03T09:00 is not a day"),
        ("9999-12-31", "9999-12-31 is out of range: years run from 1900 to 2199"),
        ("0000-01-01", "0000-01-01 is out of range"),
        ("12", "12 is not a day"),
        ("000046237123", "000046237123 is not a day"),
        ("٢٠٢٦-٠٨-٠٣", "٢٠٢٦-٠٨-٠٣ is not a day"),
        ("mañana", "mañana is not a day. Write it as 2026-08-31 or 31/08/2026."),
    ],
)
def test_no_days(text: str, said: str) -> None:
    assert refused(day, text).startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "2026-08-03T09:05",
        "2026-08-03 09:05:00",
        "3/8/2026 9:05",
        "2026-08-03T09:05:00.4",
        "2026/08/03 09:05",
    ],
)
def test_moments(text: str) -> None:
    assert moment(text) == datetime(2026, 8, 3, 9, 5)


def test_a_moment_may_carry_its_offset() -> None:
    assert moment("2026-08-03T09:05Z").isoformat() == "2026-08-03T09:05:00+00:00"
    assert moment("3/8/2026 9:05 +02:00").isoformat() == "2026-08-03T09:05:00+02:00"


@pytest.mark.parametrize(
    "text", ["2026-08-03", "2026-08-03T24:30", "2026-02-30T09:00", "9:00", "2026-08-03T09:00+99:00"]
)
def test_no_moments(text: str) -> None:
    assert text in refused(moment, text)


@pytest.mark.parametrize(
    ("text", "minute"), [("9", 540), ("09:30", 570), ("9.30", 570), ("09:30:00", 570), ("24:00", 1440)]
)
def test_clocks(text: str, minute: int) -> None:
    assert clock(text) == minute


@pytest.mark.parametrize("text", ["24:01", "9:60", "-1", "noon", "9:30:15"])
def test_no_clocks(text: str) -> None:
    assert refused(clock, text) == f"{text} is not a time of day. Write it as 09:00."
