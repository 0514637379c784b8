from __future__ import annotations

from collections import Counter

import pytest

from techsched.cities import pack
from techsched.errors import UserError
from techsched.exchange.cell import plain
from techsched.exchange.header import Header, header_of, kind_of
from techsched.exchange.mapping import Kind, kinds
from techsched.exchange.tabular import Sheet
from tests.exchange.files import Company

KINDS = kinds(pack("madrid"))
BY_NAME = {kind.name: kind for kind in KINDS}


def sheet(*rows: str, title: str = "x") -> Sheet:
    numbered = tuple((number, tuple(row.split(","))) for number, row in enumerate(rows, 1))
    return Sheet(f"{title}.csv", title, numbered, "utf-8", ",")


def header(kind: str, *rows: str) -> Header:
    return header_of(sheet(*rows, title=kind), BY_NAME[kind])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_name_of_a_column_means_one_column(kind: Kind) -> None:
    names = Counter(plain(name) for column in kind.columns for name in {column.name, *column.aliases.split()})
    assert [name for name, times in names.items() if times > 1] == []


def test_each_name_of_a_file_means_one_table() -> None:
    names = Counter(plain(stem) for kind in KINDS for stem in {*kind.stems.split()})
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_column_of_the_company_is_known(kind: Kind) -> None:
    found = header(kind.name, ",".join(Company().tables[kind.name][0]))
    assert found.unknown == ()


@pytest.mark.parametrize("title", ["Technicians", "TÉCNICOS", "plantilla"])
def test_a_file_is_known_by_its_name(title: str) -> None:
    assert kind_of(sheet("a,b", title=title), KINDS) is BY_NAME["technicians"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_file_of_another_name_is_known_by_its_columns(kind: Kind) -> None:
    assert kind_of(sheet(",".join(Company().tables[kind.name][0]), title="export-7"), KINDS) is kind


def test_a_file_of_something_else_is_none() -> None:
    assert kind_of(sheet("matricula,km", title="coches"), KINDS) is None
    assert kind_of(sheet(title="nada"), KINDS) is None


def test_a_title_may_stand_above_the_header() -> None:
    found = header("clients", "Clientes de 2026,", ",", "Código,Razón social,Notas", "C1,Olmo,")
    assert found.row == 3
    assert [(place, column.name) for place, column in found.columns] == [(0, "id"), (1, "name"), (2, "notes")]


def test_a_missing_column_is_named_with_what_was_found() -> None:
    with pytest.raises(UserError) as told:
        header("clients", "id,sector,since")
    assert str(told.value) == (
        "clients.csv, row 1: the column name is missing. Found: id, sector, since. Add it to the header."
    )


def test_a_misspelt_column_is_guessed() -> None:
    with pytest.raises(UserError) as told:
        header("absences", "id,technicianid_,kind,start_on")
    assert str(told.value) == (
        "absences.csv, row 1: the column starts_on is missing. "
        "Is it the one called start_on? Rename it to starts_on."
    )


def test_one_of_two_columns_is_enough() -> None:
    assert header("sites", "id,client_id,name,district").columns
    assert header("sites", "id,client_id,name,district_code").columns
    with pytest.raises(UserError, match="the column district_code is missing"):
        header("sites", "id,client_id,name")


def test_a_doubled_column_is_named() -> None:
    with pytest.raises(UserError) as told:
        header("clients", "id,name,nombre")
    assert (
        str(told.value) == "clients.csv, row 1: the columns name and nombre mean the same. Leave only one of them."
    )


def test_a_file_without_any_known_name() -> None:
    with pytest.raises(UserError) as told:
        header("clients", "uno,dos", "1,2")
    assert str(told.value).startswith(
        "clients.csv, row 1: no known column name in the first rows, only: uno, dos."
    )
