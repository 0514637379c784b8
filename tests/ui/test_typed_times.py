"""What Qt makes of the odd hours of the year, and why no QDateTime ever reaches the core."""

from __future__ import annotations

import ast
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone

from techsched.model.wall import at, reading, utc_text

ROOT = Path(__file__).parents[2]
MADRID = "Europe/Madrid"


def typed(day: QDate, clock: QTime) -> QDateTime:
    return QDateTime(day, clock, QTimeZone(MADRID.encode()))


def test_21_qt_calls_a_skipped_time_valid_and_moves_it_silently() -> None:
    skipped = typed(QDate(2026, 3, 29), QTime(2, 30))
    assert skipped.isValid()
    assert skipped.time() == QTime(3, 30)
    asked = datetime(2026, 3, 29, 2, 30)
    assert reading(asked, MADRID).kind == "gap"
    assert skipped.toSecsSinceEpoch() == at(asked, MADRID)


def test_21_qt_takes_the_first_of_two_equal_times_without_asking() -> None:
    twice = typed(QDate(2026, 10, 25), QTime(2, 30))
    read = reading(datetime(2026, 10, 25, 2, 30), MADRID)
    assert read.kind == "twice"
    assert utc_text(twice.toSecsSinceEpoch()) == "2026-10-25T00:30:00Z"
    assert twice.toSecsSinceEpoch() == read.instants[0]


def test_21_a_time_that_comes_back_from_qt_has_lost_its_zone() -> None:
    there = QDateTime(QDate(2026, 11, 25), QTime(9, 0), QTimeZone(b"America/New_York"))
    python = there.toPython()
    assert isinstance(python, datetime)
    assert python.tzinfo is None


def test_21_no_screen_names_a_qdatetime() -> None:
    named = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in ("QDateTime", "QDateTimeEdit", "QTimeZone")
    ]
    assert named == []
