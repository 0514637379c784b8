from __future__ import annotations

import pytest

from techsched.model.street import Street, Streets

PLACES = Streets(
    Street(name, postcode, district, 40.4, -3.7)
    for name, postcode, district in (
        ("Calle Luchana", "28010", "07"),
        ("Calle Marcelo Usera", "28026", "12"),
        ("Avenida Principe de Asturias", "28014", "03"),
        ("Calle Principe de Vergara", "28006", "04"),
        ("Calle Principe de Vergara", "28002", "05"),
        ("Plaza Alonso Martínez", "28004", "01"),
        ("Calle Martin de Vargas", "28005", "02"),
    )
)


def names(text: str) -> list[str]:
    return [street.name for street in PLACES.complete(text)]


@pytest.mark.parametrize("text", ["luchana", "C/ Luchana, 23", "calle Luchana 23", "LUCH"])
def test_a_street_is_completed_whatever_stands_around_its_name(text: str) -> None:
    assert names(text) == ["Calle Luchana"]


def test_each_word_typed_starts_a_word_of_the_street() -> None:
    assert [street.postcode for street in PLACES.complete("príncipe ver")] == ["28002", "28006"]
    assert names("usera mar") == ["Calle Marcelo Usera"]
    assert names("arcelo") == []


def test_streets_that_begin_as_typed_come_first() -> None:
    assert names("martin") == ["Calle Martin de Vargas", "Plaza Alonso Martínez"]


@pytest.mark.parametrize("text", ["", "  ", "calle", "23", "C/ 4"])
def test_nothing_is_offered_before_a_name_is_typed(text: str) -> None:
    assert names(text) == []


def test_no_more_are_offered_than_asked_for() -> None:
    assert len(PLACES) == 7
    assert len(PLACES.complete("p", limit=2)) == 2
