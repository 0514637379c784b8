"""Deadlines as a card tells them."""

from __future__ import annotations

from datetime import date

import pytest

from techsched.model.span import MINUTE
from techsched.model.wall import instant
from ui.board.wording import due_text

MADRID = "Europe/Madrid"
NOW = instant(date(2026, 11, 25), 10 * 60 + 42, MADRID)

TOLD = [
    # minutes from now, in English, in Spanish, colour role
    (138, "2 h 18 left", "quedan 2 h 18", "bad"),
    (6 * 60, "Today 16:42", "Hoy 16:42", "warn"),
    (26 * 60, "Thu 26 Nov 12:42", "Jue 26 nov 12:42", "ink2"),
    (-90, "late by 1 h 30", "1 h 30 de retraso", "bad"),
    (-47 * 60, "late by 47 h", "47 h de retraso", "bad"),
    (-48 * 60, "late by 2 days", "2 días de retraso", "bad"),
    (-7768 * 60, "late by 323 days", "323 días de retraso", "bad"),
]


@pytest.mark.parametrize(("minutes", "english", "spanish", "role"), TOLD)
def test_a_deadline_is_told_in_the_unit_that_matters(minutes: int, english: str, spanish: str, role: str) -> None:
    due = NOW + minutes * MINUTE
    assert due_text(due, NOW, MADRID, "en") == (english, role)
    assert due_text(due, NOW, MADRID, "es") == (spanish, role)
