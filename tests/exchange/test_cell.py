from __future__ import annotations

from typing import Any

import pytest

from techsched.cities import pack
from techsched.errors import UserError
from techsched.exchange import cell, vocabulary
from techsched.exchange.cell import Reader
from techsched.model.kinds import AbsenceKind, Mode, Profile, TargetClock, Term

MADRID = pack("madrid")


def refused(read: Reader, text: str) -> str:
    with pytest.raises(UserError) as told:
        read(text)
    return str(told.value)


def test_numbers_have_a_point_or_a_comma() -> None:
    read = cell.number(-180, 180)
    assert [read(text) for text in ("40", "-3.70255", "-3,70255", "−3,5", "+4")] == [
        40,
        -3.70255,
        -3.70255,
        -3.5,
        4,
    ]


@pytest.mark.parametrize("text", ["1e9", "inf", "nan", "0x10", "1_000", "1.000.000", "4 0", "٤", "=40", "9" * 400])
def test_no_numbers(text: str) -> None:
    assert "is not a number" in refused(cell.number(0, 10**9), text)


def test_numbers_out_of_range_and_broken_ones() -> None:
    assert refused(cell.whole(1, 2880), "-30") == "-30 is out of range: 1 to 2880. Correct the number."
    assert refused(cell.whole(1, 5), "2.5") == "2.5 is not a whole number. Leave out the decimals."
    assert cell.whole(1, 5)("3,0") == 3


@pytest.mark.parametrize("text", ["1", "yes", "Sí", "TRUE", "verdadero", "x"])
def test_yes(text: str) -> None:
    assert cell.yes_or_no(text) is True


@pytest.mark.parametrize("text", ["0", "no", "FALSE", "falso", "-"])
def test_no(text: str) -> None:
    assert cell.yes_or_no(text) is False


def test_neither_yes_nor_no() -> None:
    assert refused(cell.yes_or_no, "maybe") == "maybe is neither yes nor no. Write 1 or 0."


@pytest.mark.parametrize(
    ("read", "text", "meant"),
    [
        (vocabulary.PROFILE, "senior engineer", Profile.SENIOR),
        (vocabulary.PROFILE, "Técnico de Sistemas Júnior", Profile.JUNIOR),
        (vocabulary.TERM, "HOLIDAY-COVER", Term.HOLIDAY_COVER),
        (vocabulary.TERM, "Indefinido", Term.INDEFINITE),
        (vocabulary.MODE, "On site", Mode.ON_SITE),
        (vocabulary.MODE, "remoto", Mode.REMOTE),
        (vocabulary.ABSENCE, "vacaciones", AbsenceKind.ANNUAL_LEAVE),
        (vocabulary.ABSENCE, "Baja médica", AbsenceKind.SICK),
        (vocabulary.TARGET_CLOCK, "24x7", TargetClock.ROUND_THE_CLOCK),
    ],
)
def test_words_in_two_languages(read: Reader, text: str, meant: Any) -> None:
    assert read(text) is meant


def test_words_that_are_none() -> None:
    assert (
        refused(vocabulary.PROFILE, "Senior Enginer")
        == "Senior Enginer is not known here. Did you mean Senior Engineer?"
    )
    assert refused(vocabulary.MODE, "phone") == "phone is not known here. Write one of: on_site, remote, mixed."


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon Tue Fri", (0, 1, 4)),
        ("Fri Mon", (0, 4)),
        ("lun, mié; vie", (0, 2, 4)),
        ("L M X J V", (0, 1, 2, 3, 4)),
        ("L-V", (0, 1, 2, 3, 4)),
        ("lunes a jueves", (0, 1, 2, 3)),
        ("Mon - Fri", (0, 1, 2, 3, 4)),
        ("Sat to Mon", (0, 5, 6)),
        ("Sábado/Domingo", (5, 6)),
    ],
)
def test_weekdays(text: str, days: tuple[int, ...]) -> None:
    assert cell.weekdays(text) == days


@pytest.mark.parametrize(("text", "word"), [("Mon Foo", "Foo"), ("Mon-Foo", "Mon-Foo"), ("1 2", "1")])
def test_no_weekdays(text: str, word: str) -> None:
    assert refused(cell.weekdays, text) == f"{word} is not a weekday. Write Mon Tue Wed Thu Fri Sat Sun."


@pytest.mark.parametrize(
    "text", ["Azure;Microsoft 365", "Azure, Microsoft 365", " Azure | Microsoft  365 |Azure;"]
)
def test_names(text: str) -> None:
    assert cell.names(text) == ("Azure", "Microsoft 365")


def test_zones() -> None:
    assert cell.zone("Atlantic/Canary") == "Atlantic/Canary"
    assert refused(cell.zone, "Europe") == "Europe is not a time zone. Write one such as Europe/Madrid."
    assert "is not a time zone" in refused(cell.zone, "../../etc/passwd")


@pytest.mark.parametrize("text", ["07", "7", "Chamberí", "CHAMBERI", "chamberi "])
def test_districts(text: str) -> None:
    assert cell.district(MADRID)(text) == "07"


def test_lists_of_districts() -> None:
    read = cell.districts(MADRID)
    assert read("01 7 02") == ("01", "02", "07")
    assert read("Centro, Puente de Vallecas; Chamberí") == ("01", "07", "13")


def test_no_districts() -> None:
    assert refused(cell.district(MADRID), "Chambery") == "Chambery is not a district. Did you mean Chamberí?"
    assert refused(cell.districts(MADRID), "01 22").startswith("22 is not a district of Madrid")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("'=1+1", "=1+1"),
        ("'+34 600", "+34 600"),
        ("'007", "007"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        (" =x ", "=x"),
    ],
)
def test_the_apostrophe_of_a_guarded_cell_is_taken_off(text: str, meant: str) -> None:
    assert cell.bare(text) == meant


def test_text_of_one_line_has_no_control_characters() -> None:
    assert cell.line("Ana\n\x00 \u202eGil\t") == "Ana Gil"
    assert cell.note("uno\r\ndos\x07") == "uno\ndos "


def test_what_is_shown_fits_in_a_sentence() -> None:
    assert cell.shown("x" * 1_000_000) == "x" * 57 + "…"
    assert cell.shown("a\nb\x1b[31m") == "a b [31m"


def test_twice_encoded_text_is_mended() -> None:
    assert cell.mended("Chamberí".encode().decode("cp1252")) == "Chamberí"
    assert cell.mended("São Paulo") is None
    assert cell.mended("SÃO") is None
    assert cell.mended("Â») x Ã¿¿") is None
