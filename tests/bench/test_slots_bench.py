"""How long it takes to say who could take a visit: best slots, verdicts of all rows, one place under the mouse."""

from __future__ import annotations

from itertools import cycle

import pytest

from techsched import cities
from techsched.model.kinds import VisitState
from techsched.model.schedule import Schedule
from techsched.model.visit import Visit
from techsched.plan.slot import Slot, at, slots, verdicts
from techsched.sample import NOW, large
from tests.bench.calibration import Figure, measured

A_SECOND = 150
"""Calibration loops in a second of the machine that the figures were set on; a busy one is measured by them."""


def within(seconds: float, most: float, figure: Figure) -> bool:
    return seconds <= most or seconds <= most * A_SECOND * figure.loop


@pytest.fixture(scope="module")
def company() -> Schedule:
    change = large.office("medium", 1)
    return Schedule(cities.pack("madrid"), [edit.row for edit in change.edits])


@pytest.fixture(scope="module")
def visits(company: Schedule) -> list[Visit]:
    waiting = [v for v in company.rows(Visit).values() if company.visit_state(v) is VisitState.REQUESTED]
    for visit in waiting:
        slots(company, visit, NOW)
    return waiting


def test_best_slots_of_one_visit_over_60_technicians(company: Schedule, visits: list[Visit]) -> None:
    turn = cycle(visits)
    figure = measured("best slots of one visit, 60 technicians", 48, lambda: slots(company, next(turn), NOW))
    assert within(figure.p50, 0.050, figure), figure.told()


def test_verdicts_of_60_rows_at_pick_up(company: Schedule, visits: list[Visit]) -> None:
    turn = cycle(visits)
    figure = measured("verdicts of 60 rows", 48, lambda: verdicts(company, next(turn), NOW))
    assert within(figure.p99, 0.100, figure), figure.told()


def test_one_place_under_the_mouse(company: Schedule, visits: list[Visit]) -> None:
    places = [
        (visit, slot.technician_id, slot.start)
        for visit in visits
        for slot in verdicts(company, visit, NOW).values()
        if isinstance(slot, Slot)
    ]
    turn = cycle(places)

    def look() -> None:
        visit, technician_id, start = next(turn)
        at(company, visit, technician_id, start, NOW)

    figure = measured("one place under the mouse", 200, look)
    assert within(figure.p50, 0.002, figure), figure.told()
