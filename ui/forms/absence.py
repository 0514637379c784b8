"""The form of an absence: recorded over anything, also without an end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from techsched.desk.absences import ChangeAbsence, RecordAbsence
from techsched.desk.pen import Command
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.kinds import AbsenceKind, AbsenceState
from techsched.model.span import ONE_DAY
from techsched.model.wall import clock_text
from ui import i18n
from ui.forms import options
from ui.forms.choice import Choice
from ui.forms.context import Context
from ui.forms.field import Field, Section, Sheet, Values
from ui.forms.in_order import in_order
from ui.forms.moment import Day, TimeOfDay
from ui.forms.reference import Reference
from ui.forms.text import LongText
from ui.forms.wrong import Problem, Repair
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_ORDER = QT_TRANSLATE_NOOP("Form", "The absence ends before it begins: from %1, until %2.")
_STATES = tuple(AbsenceState)


def _opens(values: Values, context: Context) -> str:
    """How many bookings of that person lie on these days."""
    technician_id, first, last = values.get("technician"), values.get("first"), values.get("last")
    if technician_id is None or first is None:
        return ""
    rows = [
        row
        for row in context.schedule.group(Assignment, "technician", technician_id)
        if row.occupies and row.day >= first and (last is None or row.day <= last)
    ]
    if not rows:
        return translate("Form", "nothing is booked then")
    if len(rows) == 1:
        return translate("Form", "1 booking lies there")
    return i18n.filled(translate("Form", "%1 bookings lie there"), str(len(rows)))


def _part_of_day(values: Values, context: Context) -> Iterator[Problem]:
    first, last = values.get("first"), values.get("last")
    begins, ends = values.get("from_minute"), values.get("to_minute")
    if begins is not None and ends is not None and first is not None and first == last and ends <= begins:
        told = translate("Form", "It ends before it begins: from %1 to %2.")
        turned = (("from_minute", clock_text(ends)), ("to_minute", clock_text(begins)))
        yield Problem(
            ("from_minute", "to_minute"),
            i18n.filled(told, clock_text(begins), clock_text(ends)),
            Repair(translate("Form", "Turn round"), turned),
        )
    if ends is not None and first is not None and last is None:
        told = translate("Form", "It comes back at %1, but on which day? Fill in the last day.")
        day = f"{first.day:02d}/{first.month:02d}/{first.year}"
        repair = Repair(translate("Form", "The same day"), (("last", day),))
        yield Problem(("last",), i18n.filled(told, clock_text(ends)), repair)


_SECTIONS = (
    Section(
        "",
        (
            (
                Field(
                    "technician",
                    QT_TRANSLATE_NOOP("Field", "Technician"),
                    Reference(options.technicians, "user"),
                    12,
                    required=True,
                ),
            ),
            (
                Field(
                    "kind",
                    QT_TRANSLATE_NOOP("Field", "Why"),
                    Choice("absence", AbsenceKind),
                    6,
                    QT_TRANSLATE_NOOP("Field", "never printed"),
                    required=True,
                    default=AbsenceKind.ANNUAL_LEAVE,
                ),
                Field(
                    "state",
                    QT_TRANSLATE_NOOP("Field", "State"),
                    Choice("absence_state", _STATES),
                    6,
                    required=True,
                    default=AbsenceState.APPROVED,
                ),
            ),
            (
                Field(
                    "first",
                    QT_TRANSLATE_NOOP("Field", "From"),
                    Day(),
                    6,
                    required=True,
                    derive=lambda values, context: context.today,
                ),
                Field(
                    "last",
                    QT_TRANSLATE_NOOP("Field", "Until"),
                    Day(),
                    6,
                    QT_TRANSLATE_NOOP("Field", "empty: no end yet"),
                ),
            ),
            (
                Field(
                    "from_minute",
                    QT_TRANSLATE_NOOP("Field", "On the first day from"),
                    TimeOfDay(),
                    6,
                    QT_TRANSLATE_NOOP("Field", "empty: all day"),
                ),
                Field(
                    "to_minute",
                    QT_TRANSLATE_NOOP("Field", "On the last day until"),
                    TimeOfDay(),
                    6,
                    QT_TRANSLATE_NOOP("Field", "empty: all day"),
                ),
            ),
            (Field("note", QT_TRANSLATE_NOOP("Field", "Note"), LongText(2), 12, _opens),),
        ),
    ),
)


def _read(row: Absence, context: Context) -> Values:
    return {
        "technician": row.technician_id,
        "kind": row.kind,
        "state": row.state,
        "first": row.first,
        "last": row.days.last,
        "from_minute": row.from_minute,
        "to_minute": row.to_minute,
        "note": row.note,
    }


def _command(values: Values, row: Absence | None, context: Context, ids: Iterator[int]) -> Command:
    after = None if values["last"] is None else values["last"] + ONE_DAY
    if row is None:
        return RecordAbsence(
            values["technician"],
            values["kind"],
            values["first"],
            after,
            values["from_minute"],
            values["to_minute"],
            AbsenceState(values["state"]),
            values["note"],
        )
    return ChangeAbsence(
        replace(
            row,
            technician_id=values["technician"],
            kind=values["kind"],
            state=AbsenceState(values["state"]),
            first=values["first"],
            after=after,
            from_minute=values["from_minute"],
            to_minute=values["to_minute"],
            note=values["note"],
        )
    )


SHEET = Sheet(
    "absence",
    Absence,
    QT_TRANSLATE_NOOP("Form", "New absence"),
    QT_TRANSLATE_NOOP("Form", "Absence"),
    _SECTIONS,
    _read,
    _command,
    (in_order("first", "last", _ORDER), _part_of_day),
)
