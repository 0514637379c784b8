from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched import cities
from techsched.model.city import CityPack, District, fold
from tests.facts import CITY_FILES, needs_city_files

MADRID = cities.pack("madrid")
BARCELONA = cities.pack("barcelona")

SPELLINGS = {
    "01": ("CENTRO", "Centro ", "centro", "DISTRITO CENTRO", "01 CENTRO"),
    "02": ("ARGANZUELA", "Arganzuela"),
    "03": ("RETIRO", "Retiro", "El Retiro"),
    "04": ("SALAMANCA", "Salamanca", "Barrio de Salamanca"),
    "05": ("CHAMARTIN", "CHAMARTÍN", "Chamartin"),
    "06": ("TETUAN", "TETUÁN", "Tetuan"),
    "07": ("CHAMBERI", "CHAMBERÍ", "Chamberi "),
    "08": (
        "FUENCARRAL - EL PARDO",
        "FUENCARRAL-EL PARDO",
        "Fuencarral - El Pardo",
        "FUENCARRAL EL PARDO",
        "FUENCARRAL",
    ),
    "09": ("MONCLOA - ARAVACA", "MONCLOA-ARAVACA ", "Moncloa Aravaca", "MONCLOA"),
    "10": ("LATINA", "La Latina"),
    "11": ("CARABANCHEL", "carabanchel"),
    "12": ("USERA", "Usera"),
    "13": ("PUENTE VALLECAS", "PUENTE DE VALLECAS", "Puente de Vallecas", "PTE. VALLECAS", "Puente-Vallecas"),
    "14": ("MORATALAZ", "Moratalaz"),
    "15": ("CIUDAD LINEAL", "Ciudad-Lineal", "CIUDADLINEAL", "C. LINEAL"),
    "16": ("HORTALEZA", "Hortaleza"),
    "17": ("VILLAVERDE", "Villaverde"),
    "18": ("VILLA VALLECAS", "VILLA DE VALLECAS", "Villa de  Vallecas", "V. VALLECAS"),
    "19": ("VICALVARO", "VICÁLVARO", "Vicálvaro"),
    "20": ("SAN BLAS - CANILLEJAS", "SAN BLAS-CANILLEJAS", "SAN BLAS CANILLEJAS", "SAN BLAS", "San Blas"),
    "21": ("BARAJAS", "Barajas", "21 - Barajas"),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SPELLINGS.items() for text in texts])
def test_a_spelling_of_a_city_file_means_its_district(code: str, text: str) -> None:
    found = MADRID.find(text)
    assert found is not None
    assert found.code == code


@needs_city_files
@pytest.mark.parametrize(
    ("file", "encoding", "number", "contradict"),
    [
        # One stop of the roster stands under Arganzuela's number and Retiro's name.
        ("madrid_mobile_recycling_roster.csv", "utf-8-sig", "COD_DISTRITO", 1),
        ("madrid_facilities_cp1252.csv", "cp1252", "COD-DISTRITO", 0),
    ],
)
def test_every_row_of_a_real_file_names_its_district(file: str, encoding: str, number: str, contradict: int) -> None:
    with (CITY_FILES / file).open(encoding=encoding, newline="") as text:
        rows = [row for row in csv.DictReader(text, delimiter=";") if row[number]]
    named = [MADRID.find(row["DISTRITO"]) for row in rows]
    numbered = [MADRID.find(row[number]) for row in rows]
    assert rows
    assert None not in named
    assert [int(found.code) for found in numbered if found] == [int(row[number]) for row in rows]
    assert sum(one is not other for one, other in zip(named, numbered, strict=True)) == contradict


@pytest.mark.parametrize("text", ["7", "07", "CHB", "chb", "Distrito 7", "7. Chamberí", "Chamberi\u0301"])
def test_a_district_is_also_meant_by_number_and_letters(text: str) -> None:
    assert MADRID.find(text) is MADRID.districts["07"]


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "de", "Vallecas", "Getafe", "22", "0", "28010", "03 Centro", "1 2 Usera"]
)
def test_a_text_that_is_not_clear_means_no_district(text: str) -> None:
    assert MADRID.find(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chambery", "Chamberí"),
        ("Carabanxel", "Carabanchel"),
        ("Hortalesa", "Hortaleza"),
        ("Salamanka", "Salamanca"),
        ("Moncloa Arabaca", "Moncloa-Aravaca"),
        ("Sant Blas", "San Blas-Canillejas"),
        ("TETUAN", "Tetuán"),
    ],
)
def test_the_nearest_district_is_suggested(text: str, name: str) -> None:
    found = MADRID.suggest(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "Getafe", "Alcobendas", "Fuenlabrada", "Pozuelo de Alarcón", "Lisboa", "??"])
def test_a_town_elsewhere_is_no_district_misspelt(text: str) -> None:
    assert MADRID.suggest(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("L'Eixample", "02"),
        ("SANTS - MONTJUIC", "03"),
        ("Les Corts", "04"),
        ("Las Corts", "04"),
        ("Sarria-Sant Gervasi", "05"),
        ("GRACIA", "06"),
        ("Horta", "07"),
        ("San Andrés", "09"),
        ("Sant Martí", "10"),
    ],
)
def test_barcelona_is_spelt_in_two_languages(text: str, code: str) -> None:
    found = BARCELONA.find(text)
    assert found is not None
    assert found.code == code


@given(
    st.sampled_from([*MADRID.districts.values(), *BARCELONA.districts.values()]),
    st.sampled_from(
        [str.upper, str.lower, str.title, lambda name: name.replace("-", " - "), lambda name: f" {name}\t"]
    ),
)
def test_every_name_is_found_however_it_is_dressed(district: District, dress: object) -> None:
    assert callable(dress)
    pack = MADRID if MADRID.districts.get(district.code) is district else BARCELONA
    assert pack.find(dress(district.name)) is district


@given(st.text())
def test_any_text_at_all_can_be_asked_for(text: str) -> None:
    found = MADRID.find(text)
    if found is not None:
        assert MADRID.suggest(text) is found
    assert fold(fold(text)) == fold(text)


def test_half_a_name_that_two_districts_share_means_neither() -> None:
    towns = [District(code, code, name, 0.0, 0.0, 1.0, 1.0) for code, name in (("1", "Ria-Alta"), ("2", "Mar-Alta"))]
    pack = CityPack(key="x", name="X", districts={town.code: town for town in towns})
    assert pack.find("Alta") is None
    assert pack.find("mar") is towns[1]


def test_a_district_touches_its_neighbours_and_those_at_its_corners() -> None:
    assert MADRID.districts["14"].neighbours == ("03", "13", "15", "19")
    assert MADRID.near["14"] == {"04", "20"}
    assert MADRID.touching("14") == {"03", "13", "15", "19", "04", "20"}
    assert BARCELONA.touching("08") == frozenset(BARCELONA.districts["08"].neighbours)
