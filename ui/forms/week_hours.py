"""Weekly hours as rows of a form: weekdays, from, to and the break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from techsched.model.hours import Hours, WeekHours, week_hours
from techsched.words import length
from ui import i18n
from ui.forms.answers import OUTER
from ui.forms.context import Context
from ui.forms.field import Field, Values
from ui.forms.moment import TimeOfDay
from ui.forms.number import Minutes, Whole
from ui.forms.rows import Rows
from ui.forms.weekdays import Weekdays
from ui.forms.wrong import Problem, Repair
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


def _check(values: Values, context: Context) -> Iterator[Problem]:
    start, end = values.get("start"), values.get("end")
    if start is None or end is None:
        return
    if start == end or start == 1440:
        yield Problem(("end",), translate("WeekHours", "These hours begin and end at the same time."))
        return
    long = (end - start) % 1440 or 1440
    pause = values.get("break") or 0
    if pause >= long:
        told = translate("WeekHours", "A break of %1 does not fit in %2.")
        yield Problem(("break",), i18n.filled(told, length(pause), length(long)))
    begins = values.get("break_start")
    if begins is not None and not pause:
        told = translate("WeekHours", "How long is the break? Give its length, or leave its start empty.")
        yield Problem(("break",), told, Repair(translate("WeekHours", "One hour"), (("break", length(60)),)))
    elif begins is not None and ((begins - start) % 1440) + pause > long:
        yield Problem(("break_start",), translate("WeekHours", "The break lies outside the hours."))


_TIMES = (
    Field("weekdays", QT_TRANSLATE_NOOP("Field", "Days"), Weekdays(), 5, required=True),
    Field("start", QT_TRANSLATE_NOOP("Field", "From"), TimeOfDay(""), 2, required=True),
    Field("end", QT_TRANSLATE_NOOP("Field", "To"), TimeOfDay(""), 2, required=True),
)
_BREAK = (
    Field("break", QT_TRANSLATE_NOOP("Field", "Break"), Minutes(0, 480), 2),
    Field("break_start", QT_TRANSLATE_NOOP("Field", "at"), TimeOfDay(""), 2),
)


def _rotates(values: Values) -> bool:
    return (values.get(OUTER, {}).get("cycle") or 1) > 1


HOURS = Rows(((*_TIMES, *_BREAK),), QT_TRANSLATE_NOOP("Field", "Add hours"), (_check,))
"""Of one week."""
OPENING = Rows((_TIMES,), QT_TRANSLATE_NOOP("Field", "Add hours"), (_check,))
"""Without breaks."""
ROTATION = Rows(
    ((*_TIMES, *_BREAK, Field("week", QT_TRANSLATE_NOOP("Field", "Week"), Whole(1, 8), 2, default=1, when=_rotates)),),
    QT_TRANSLATE_NOOP("Field", "Add hours"),
    (_check,),
)
"""Of several weeks that follow each other, counted by 'cycle' in the form around it."""

OFFICE_DAY = (9 * 60, 18 * 60, 60, 14 * 60)
AUGUST_DAY = (8 * 60, 15 * 60, 15, 11 * 60)
"""Start, end, minutes and start of the break that new records begin with."""


def standard(day: tuple[int, int, int, int] = OFFICE_DAY) -> tuple[Mapping[str, Any], ...]:
    """Monday to Friday, as a row."""
    return hours_rows(week_hours(range(5), *day))


def hours_rows(hours: Iterable[Hours]) -> tuple[Mapping[str, Any], ...]:
    """Stretches that differ in their weekday only share a row."""
    found: dict[tuple[Any, ...], list[int]] = {}
    for each in hours:
        key = (each.start, each.end, each.break_minutes, each.break_start, each.week)
        found.setdefault(key, []).append(each.weekday)
    return tuple(
        {
            "weekdays": tuple(sorted(days)),
            "start": start,
            "end": end,
            "break": pause or None,
            "break_start": begins,
            "week": week + 1,
            "id": None,
        }
        for (start, end, pause, begins, week), days in found.items()
    )


def week_hours_of(rows: Iterable[Mapping[str, Any]]) -> WeekHours:
    """In the order in which a week runs."""
    found = [
        Hours(
            weekday,
            row["start"],
            row["end"],
            row.get("break") or 0,
            row.get("break_start"),
            (row.get("week") or 1) - 1,
        )
        for row in rows
        for weekday in row["weekdays"]
    ]
    return tuple(sorted(found, key=lambda each: (each.week, each.weekday, each.start)))
