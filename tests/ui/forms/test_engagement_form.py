"""The form of an engagement: each term asks for its own fields, and the panel counts the very days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from techsched.model.client import Client, Contact
from techsched.model.demand import demand
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import Term
from techsched.model.span import Days
from tests.ui.forms.keyboard import fill, press, save, write
from ui.bridge import Bridge
from ui.forms.engagement_form import EngagementForm
from ui.forms.engagement_rows import engagement_of
from ui.forms.makes import made
from ui.forms.opened import form_for
from ui.forms.problem_line import ProblemLine
from ui.window import MainWindow

TAJO = {"client": "Logística Tajo", "title": "Server move"}


def opened(window: MainWindow, bridge: Bridge, row: Engagement | None = None) -> EngagementForm:
    form = form_for(bridge, "engagement", row)
    assert isinstance(form, EngagementForm)
    window.open_dialog(form)
    return form


def newest(bridge: Bridge) -> tuple[Engagement, StaffingLine]:
    """What the last step made."""
    made_now = bridge.desk.history(1)[0].change.edits
    row = next(edit.after for edit in made_now if isinstance(edit.after, Engagement))
    (line,) = bridge.schedule.group(StaffingLine, "engagement", row.id)
    return row, line


@pytest.mark.parametrize(
    ("term", "typed", "first", "after"),
    [
        ("day", {"dates": "26/11, sat 28, 30/11 to 1/12"}, date(2026, 11, 26), date(2026, 12, 2)),
        ("week", {"first_week": "week 49", "last_week": "10/12"}, date(2026, 11, 30), date(2026, 12, 14)),
        ("week", {"first_week": "thu 26"}, date(2026, 11, 23), date(2026, 11, 30)),
        ("month", {"first": "31/1/2027", "months": "1"}, date(2027, 1, 31), date(2027, 2, 28)),
        ("month", {"first": "1/12", "months": "2"}, date(2026, 12, 1), date(2027, 2, 1)),
        ("indefinite", {"first": "1/12", "review": "1/6/2027"}, date(2026, 12, 1), None),
        ("holiday_cover", {"first": "1/12", "last": "5/12"}, date(2026, 12, 1), date(2026, 12, 6)),
    ],
)
def test_what_each_term_means(
    term: str,
    typed: dict[str, str],
    first: date,
    after: date | None,
    window: MainWindow,
    bridge: Bridge,
    qtbot: QtBot,
) -> None:
    form = opened(window, bridge)
    fill(form.answers, {"term": term} | TAJO | typed)
    with qtbot.waitSignal(form.saved):
        save(form)
    row, line = newest(bridge)
    assert (row.term, row.first, row.after) == (Term(term), first, after)
    assert (line.first, line.after) == (first, after)


def test_single_days_are_worked_on_any_weekday(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    fill(form.answers, {"term": "day"} | TAJO | {"dates": "26/11, 28/11"})
    with qtbot.waitSignal(form.saved):
        save(form)
    _, line = newest(bridge)
    asked = [each.day for each in demand(bridge.schedule, line, line.days)]
    assert asked == [date(2026, 11, 26), date(2026, 11, 28)]


def test_a_holiday_cover_names_the_client_s_person(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    fill(
        form.answers,
        {"term": "holiday_cover"} | TAJO | {"contact": "Andrés Polo", "first": "1/12", "last": "5/12"},
    )
    with qtbot.waitSignal(form.saved):
        save(form)
    row, _ = newest(bridge)
    assert row.contact_id is not None
    assert bridge.schedule.row(Contact, row.contact_id).name == "Andrés Polo"


def test_only_the_fields_of_the_term_are_asked_for(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    asked = {
        "day": {"dates"},
        "week": {"first_week", "last_week", "last"},
        "month": {"first", "months", "last"},
        "indefinite": {"first", "review", "last"},
        "holiday_cover": {"contact", "first", "last"},
    }
    every = set().union(*asked.values())
    for term, keys in asked.items():
        write(form.answers.editor("term"), term)
        assert {key for key in every if form.answers.is_asked(key)} == keys


def test_the_panel_counts_the_days_that_demand_has(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    line = {"headcount": "2", "mode": "mixed", "onsite": [0, 2]}
    fill(form.answers, {"term": "month"} | TAJO | {"first": "1/12/2026", "months": "2", "lines": [line]})
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: form.makes.counts.startswith("39 working days"))
    assert form.makes.counts == "39 working days for 2 people, 78 person-days"
    found = engagement_of(form.answers.values(), None, form.answers.context, count(1 << 61))
    assert found is not None
    engagement, lines = found
    result = made(bridge.schedule, engagement, lines, date(2027, 2, 1))
    assert (result.on_site, result.remote) == (30, 48)
    names = [day.isoformat() for day in result.holidays]
    assert names == ["2026-12-07", "2026-12-08", "2026-12-25", "2027-01-01", "2027-01-06"]
    with qtbot.waitSignal(form.saved):
        save(form)
    row, stored = newest(bridge)
    days = [each.day for each in demand(bridge.schedule, stored, Days(row.first, date(2027, 2, 1)))]
    assert days == list(result.days)


def test_a_draft_asks_for_nobody(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    form = opened(window, bridge)
    fill(form.answers, {"term": "month"} | TAJO | {"first": "1/12/2026", "state": "draft"})
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: form.makes.counts == "Draft: it asks for nobody.")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"mode": "mixed", "onsite": []}, "Mixed: on which weekdays on site? Choose them."),
        ({"hours": []}, "At which hours? Add them."),
        (
            {
                "hours": [
                    {"weekdays": [0, 1], "start": "9", "end": "12", "break": "", "break_start": ""},
                    {"weekdays": [1], "start": "14", "end": "18"},
                ]
            },
            "A weekday stands in two rows of hours. A line works one stretch a day.",
        ),
        (
            {"hours": [{"weekdays": [0], "start": "9", "end": "10", "break": "2 h", "break_start": ""}]},
            "A break of 2 h does not fit in 1 h.",
        ),
    ],
)
def test_what_makes_a_line_wrong(line: dict[str, object], sentence: str, window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    fill(form.answers, {"term": "month"} | TAJO | {"first": "1/12/2026"})
    write(form.answers.editor("lines"), [line])
    save(form)
    assert form.isVisible()
    told = [each.problem.sentence for each in form.findChildren(ProblemLine) if each.isVisible()]
    assert sentence in told


def test_days_of_a_day_engagement_are_asked_for(window: MainWindow, bridge: Bridge) -> None:
    form = opened(window, bridge)
    fill(form.answers, {"term": "day"} | TAJO)
    save(form)
    told = [each.problem.sentence for each in form.findChildren(ProblemLine) if each.isVisible()]
    assert told == ["Which days? Write them like 26/11, 30/11 to 4/12."]


def test_changed_hours_hold_from_the_day_that_is_named(window: MainWindow, bridge: Bridge, qtbot: QtBot) -> None:
    row = next(
        row
        for row in bridge.schedule.rows(Engagement).values()
        if bridge.schedule.row(Client, row.client_id).name == "Clínica Santa Áurea"
    )
    form = opened(window, bridge, row)
    early = [{"weekdays": [0, 1, 2, 3, 4], "start": "7", "end": "15", "break": "30", "break_start": "11"}]
    write(form.answers.editor("lines"), [{"hours": early}])
    write(form.answers.editor("from_day"), "1/12/2026")
    with qtbot.waitSignal(form.saved):
        save(form)
    old, new = sorted(bridge.schedule.group(StaffingLine, "engagement", row.id), key=lambda line: line.first)
    changes = date(2026, 12, 1)
    assert (old.after, new.first) == (changes, changes)
    eve = changes - timedelta(days=1)
    (before,) = demand(bridge.schedule, old, Days.single(eve))
    (after,) = demand(bridge.schedule, new, Days.single(changes))
    assert (before.wall_start, after.wall_start) == (540, 420)
