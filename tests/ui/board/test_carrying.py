"""Bookings carried together: their step's name, and that what lies between them stays."""

from __future__ import annotations

from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.visit import Visit
from tests.desk.finding import person
from ui.board.bars import bars_of, week_days
from ui.board.carrying import Carrying
from ui.bridge import Bridge

HALF_HOUR = 1800


def carried(bridge: Bridge, *codes: str) -> Carrying:
    rows = []
    for code in codes:
        visit = bridge.schedule.by_code(Visit, code)
        assert visit is not None
        rows.extend(bridge.schedule.bookings_of(visit))
    bars = {}
    for row in rows:
        found = bars_of(bridge.schedule, row.technician_id, week_days(date(2026, 11, 25)), bridge.now, {})
        bars[row.id] = next(bar for bar in found if bar.id == row.id)
    people = [person(bridge.desk, name).id for name in ("Marta", "Pablo")]
    return Carrying(bridge, rows, rows[0], bars, people, "")


def test_one_booking_is_named_by_where_it_goes(bridge: Bridge) -> None:
    landing = carried(bridge, "V000007").by(0, seconds=HALF_HOUR)
    assert landing is not None and landing.preview is not None
    told = bridge.say(landing.preview.change.label)
    assert told == "Move Marta Gallego at Clínica Santa Áurea to Thu 26 Nov 09:30"


def test_one_booking_given_on_names_both(bridge: Bridge) -> None:
    landing = carried(bridge, "V000007").by(1)
    assert landing is not None and landing.preview is not None
    told = bridge.say(landing.preview.change.label)
    assert told == "Give Clínica Santa Áurea, Thu 26 Nov 09:00, to Pablo Herrero, was Marta Gallego"


def test_several_keep_their_distance(bridge: Bridge) -> None:
    hand = carried(bridge, "V000007", "V000011")
    before = [row.start for row in hand.rows]
    landing = hand.by(0, seconds=HALF_HOUR)
    assert landing is not None and landing.preview is not None
    after = [landing.preview.after.row(Assignment, row.id).start for row in hand.rows]
    assert [late - early for early, late in zip(before, after, strict=True)] == [HALF_HOUR] * 2
    assert bridge.say(landing.preview.change.label) == (
        "Move Marta Gallego at Clínica Santa Áurea, Thu 26 Nov, and 1 more"
    )
