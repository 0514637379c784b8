"""The window in which a visit's technician may arrive."""

import pytest

from techsched.model.kinds import Rule, Severity
from tests.builders import schedule
from tests.rules.asking import conflicts, told

WINDOW = (Rule.VISIT_WINDOW, Rule.RESPONSE)


@pytest.mark.parametrize(
    ("arrival", "fits"), [("8:55", False), ("9:00", True), ("11:00", True), ("12:00", True), ("12:05", False)]
)
def test_planned_work_arrives_inside_both_ends_included(arrival: str, fits: bool) -> None:
    office = schedule("visit V1: Centro, request, window Mon 9-12", f"Ana: Mon {arrival}-13 V1")
    found = conflicts(office, *WINDOW)
    assert [(c.rule, c.severity) for c in found] == ([] if fits else [(Rule.VISIT_WINDOW, Severity.HARD)])


def test_the_sentence_names_the_end_that_is_missed() -> None:
    window = "visit V1: Centro, request, window Mon 9-12"
    assert told(schedule(window, "Ana: Mon 8-9 V1"), *WINDOW) == [
        "Ana would arrive at Centro in Centro on Mon 23 Nov at 08:00, before the window opens (Mon 23 Nov, 09:00). "
        "Book it later."
    ]
    assert told(schedule(window, "Ana: Tue 9-10 V1"), *WINDOW) == [
        "Ana would arrive at Centro in Centro on Tue 24 Nov at 09:00, after the window closes (Mon 23 Nov, 12:00). "
        "Book it earlier, or agree on another window."
    ]


def test_the_end_of_an_incidents_window_is_its_target_and_its_beginning_is_hard() -> None:
    window = "visit V1: Centro, incident, window Mon 9-12"
    (late,) = conflicts(schedule(window, "Ana: Mon 13-14 V1"), *WINDOW)
    assert (late.rule, late.severity, dict(late.facts)["late"]) == (Rule.RESPONSE, Severity.APPROVAL, 60)
    (early,) = conflicts(schedule(window, "Ana: Mon 8-9 V1"), *WINDOW)
    assert (early.rule, early.severity) == (Rule.VISIT_WINDOW, Severity.HARD)


def test_placed_work_has_no_window() -> None:
    assert not told(schedule("line Helpdesk: Mon-Fri 9-17 Centro", "Ana: on Helpdesk Mon-Fri"), *WINDOW)


def test_the_window_is_read_at_the_site() -> None:
    isla = "site Isla: Centro, zone Atlantic/Canary"
    assert not told(schedule(isla, "visit V1: Isla, request, window Mon 9-12", "Ana: Mon 12-13 V1"), *WINDOW)
