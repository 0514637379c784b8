"""The store's own sentences call people, clients and rows by their names."""

from __future__ import annotations

from typing import Any

import pytest

from techsched.errors import DoubleBooked
from techsched.model.row import Row
from techsched.store import Store
from techsched.store.naming import client_of, name_of
from tests.rows import booking, certification, client, day, engagement, id_of, placement, site, visit
from tests.store.offices import put


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (client("Grupo Encinar"), "Grupo Encinar"),
        (visit("V1", title="Server room"), "Server room"),
        (engagement(title=""), "Helpdesk"),
        (visit("V1"), "V1"),
        (booking("Ana", "Thu 9-12"), "Ana, 2026-11-26"),
        (placement("Ana", "Helpdesk", day("Mon")), "Ana"),
        (certification("Ana", "CCNA"), "CCNA"),
    ],
)
def test_a_row_is_called_by_what_people_call_it(store: Store, row: Row, name: str) -> None:
    assert name_of(store._db, row) == name


@pytest.mark.parametrize(
    "what",
    [
        {"visit_id": id_of("visit", "V9")},
        {"placement_id": id_of("placement", "Berta Helpdesk 2026-11-23"), "visit_id": None},
        {"covers": 11, "visit_id": None},
    ],
    ids=["visit", "placement", "cover of a cover"],
)
def test_the_client_is_found_behind_visit_placement_and_cover(store: Store, what: dict[str, Any]) -> None:
    torre = site("Torre")
    put(store, client("Torre"), torre, visit("V9", torre))
    base = booking("Berta", "Mon 9-12", id=10, visit_id=id_of("visit", "V9"))
    put(store, base, booking("Berta", "Tue 9-12", id=11, visit_id=None, covers=10))
    if "placement_id" in what:
        put(store, placement("Berta", "Helpdesk", day("Mon"), place=1))
    row = booking("Ana", "Thu 9-12", id=12, **what)
    put(store, row)
    expected = "Centro" if "placement_id" in what else "Torre"
    assert client_of(store._db, row) == expected
    with pytest.raises(DoubleBooked) as told:
        put(store, booking("Ana", "Thu 11-13", id=13))
    assert told.value.sentence["client"] == expected


def test_a_technician_who_is_not_there_leaves_a_question_mark(store: Store) -> None:
    assert name_of(store._db, booking("Nobody", "Thu 9-12")) == "?, 2026-11-26"
