"""The form of a technician."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from techsched.model.kinds import Profile, Transport, WorkPlace
from techsched.model.technician import Technician
from ui import i18n
from ui.forms import options, typed
from ui.forms.check import Yes
from ui.forms.choice import Choice
from ui.forms.context import Context
from ui.forms.field import Field, Section, Sheet, Values
from ui.forms.in_order import in_order
from ui.forms.moment import Day, DayOfYear, Point
from ui.forms.number import Minutes, Whole
from ui.forms.reference import Reference
from ui.forms.rows import Rows
from ui.forms.technician_rows import command, read
from ui.forms.text import LongText, Text
from ui.forms.tokens import Tokens
from ui.forms.week_hours import AUGUST_DAY, HOURS, ROTATION, standard
from ui.forms.wrong import Problem
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_DISTRICT = Reference(options.districts, "map-pin", find=options.find_district, mend=options.suggest_district)


_OBTAINED = QT_TRANSLATE_NOOP("Form", "This certificate ends before it was obtained: %1, %2.")
_PATTERN = QT_TRANSLATE_NOOP("Form", "These hours end before they begin: from %1, until %2.")
_EMPLOYED = QT_TRANSLATE_NOOP("Form", "The last day comes before the first: from %1, until %2.")


def _season(values: Values, context: Context) -> Iterator[Problem]:
    first, last = values.get("season_from"), values.get("season_to")
    if bool(first) != bool(last):
        told = translate("Form", "A season has a first and a last day. Fill in both, or neither.")
        yield Problem(("season_from", "season_to"), told)


def _standing(values: Values, context: Context) -> Iterator[Problem]:
    """Two sets of hours must not hold on the same day."""
    hired: date | None = values.get("hired")
    rows = values.get("patterns", ())
    stretches = sorted(
        (row.get("first") or hired or date.min, row.get("last") or date.max) for row in rows if "hours" in row
    )
    for (_, ends), (begins, _) in zip(stretches, stretches[1:], strict=False):
        if begins <= ends:
            told = translate("Form", "Two working patterns hold on %1. End the earlier one the day before.")
            yield Problem(("patterns",), i18n.filled(told, typed.day_text(begins)))


_CERTIFICATES = Rows(
    (
        (
            Field(
                "name",
                QT_TRANSLATE_NOOP("Field", "Certificate"),
                Text(suggest=options.certificates),
                4,
                required=True,
            ),
            Field("vendor", QT_TRANSLATE_NOOP("Field", "From whom"), Text(suggest=options.vendors), 3),
            Field("number", QT_TRANSLATE_NOOP("Field", "Number"), Text(), 2),
            Field("issued", QT_TRANSLATE_NOOP("Field", "Obtained"), Day(), 3),
            Field("expires", QT_TRANSLATE_NOOP("Field", "Valid until"), Day(), 3),
        ),
    ),
    QT_TRANSLATE_NOOP("Field", "Add a certificate"),
    (in_order("issued", "expires", _OBTAINED),),
)

_CLEARANCES = Rows(
    (
        (
            Field("name", QT_TRANSLATE_NOOP("Field", "Clearance"), Text(suggest=options.clearances), 4, required=True),
            Field("client", QT_TRANSLATE_NOOP("Field", "Client"), Reference(options.clients), 4, required=True),
            Field("site", QT_TRANSLATE_NOOP("Field", "Only at"), Reference(options.sites), 4),
            Field("expires", QT_TRANSLATE_NOOP("Field", "Valid until"), Day(), 3),
        ),
    ),
    QT_TRANSLATE_NOOP("Field", "Add a clearance"),
)

_PATTERNS = Rows(
    (
        (
            Field("first", QT_TRANSLATE_NOOP("Field", "From"), Day(), 4, QT_TRANSLATE_NOOP("Field", "else day hired")),
            Field("last", QT_TRANSLATE_NOOP("Field", "Until"), Day(), 4, QT_TRANSLATE_NOOP("Field", "optional")),
            Field("cycle", QT_TRANSLATE_NOOP("Field", "Weeks in turn"), Whole(1, 8), 4, default=1),
        ),
        (Field("hours", QT_TRANSLATE_NOOP("Field", "Hours"), ROTATION, required=True, default=standard()),),
        (
            Field("season_from", QT_TRANSLATE_NOOP("Field", "In summer from"), DayOfYear(), 4),
            Field("season_to", QT_TRANSLATE_NOOP("Field", "until"), DayOfYear(), 4),
        ),
        (
            Field(
                "season_hours",
                QT_TRANSLATE_NOOP("Field", "Hours in summer"),
                HOURS,
                when=lambda values: bool(values.get("season_from")),
                default=standard(AUGUST_DAY),
            ),
        ),
    ),
    QT_TRANSLATE_NOOP("Field", "Add working hours"),
    (in_order("first", "last", _PATTERN), _season),
)

_FIRST_PATTERN: tuple[Mapping[str, Any], ...] = (
    {
        "first": None,
        "last": None,
        "cycle": 1,
        "hours": standard(),
        "season_from": "08-01",
        "season_to": "08-31",
        "season_hours": standard(AUGUST_DAY),
        "id": None,
    },
)

_SECTIONS = (
    Section(
        "",
        (
            (
                Field("name", QT_TRANSLATE_NOOP("Field", "Name"), Text("user"), 8, required=True),
                Field(
                    "code",
                    QT_TRANSLATE_NOOP("Field", "Code"),
                    Text(longest=20),
                    4,
                    QT_TRANSLATE_NOOP("Field", "empty takes the next"),
                ),
            ),
            (
                Field("profile", QT_TRANSLATE_NOOP("Field", "Profile"), Choice("profile", Profile), 6, required=True),
                Field(
                    "weekly",
                    QT_TRANSLATE_NOOP("Field", "Contract a week"),
                    Minutes(0, 60 * 60, 30, hours=True),
                    3,
                    required=True,
                    default=40 * 60,
                ),
                Field(
                    "leave",
                    QT_TRANSLATE_NOOP("Field", "Days of leave"),
                    Whole(0, 60),
                    3,
                    required=True,
                    default=23,
                ),
            ),
            (
                Field("phone", QT_TRANSLATE_NOOP("Field", "Telephone"), Text("phone"), 6),
                Field("email", QT_TRANSLATE_NOOP("Field", "E-mail"), Text("envelope-simple"), 6),
            ),
            (
                Field("hired", QT_TRANSLATE_NOOP("Field", "Hired on"), Day(), 4, required=True),
                Field("left", QT_TRANSLATE_NOOP("Field", "Last day"), Day(), 4, QT_TRANSLATE_NOOP("Field", "optional")),
                Field("on_call", "", Yes(QT_TRANSLATE_NOOP("Field", "Takes on-call duty")), 4),
            ),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Where"),
        (
            (
                Field(
                    "home",
                    QT_TRANSLATE_NOOP("Field", "Home district"),
                    _DISTRICT,
                    6,
                    QT_TRANSLATE_NOOP("Field", "empty: travel is asked"),
                ),
                Field(
                    "spot",
                    QT_TRANSLATE_NOOP("Field", "Home coordinates"),
                    Point(),
                    6,
                    QT_TRANSLATE_NOOP("Field", "optional"),
                ),
            ),
            (
                Field(
                    "districts",
                    QT_TRANSLATE_NOOP("Field", "Districts covered"),
                    Tokens(
                        options.district_token,
                        options.district_label,
                        options.districts,
                        QT_TRANSLATE_NOOP("Field", "add a district; empty goes anywhere"),
                    ),
                ),
            ),
            (
                Field(
                    "transport",
                    QT_TRANSLATE_NOOP("Field", "Goes by"),
                    Choice("transport", Transport),
                    4,
                    required=True,
                    default=Transport.PUBLIC,
                ),
                Field(
                    "work_place",
                    QT_TRANSLATE_NOOP("Field", "Works"),
                    Choice("work_place", WorkPlace),
                    4,
                    required=True,
                    default=WorkPlace.CLIENT,
                ),
                Field("remote", "", Yes(QT_TRANSLATE_NOOP("Field", "May work from home")), 4, default=True),
            ),
            (
                Field(
                    "zone",
                    QT_TRANSLATE_NOOP("Field", "Time zone"),
                    Reference(options.zones, "globe"),
                    6,
                    required=True,
                    derive=lambda values, context: context.zone,
                ),
                Field(
                    "calendar",
                    QT_TRANSLATE_NOOP("Field", "Public holidays of"),
                    Text("flag", options.calendars, options.calendar_key),
                    6,
                    required=True,
                    derive=lambda values, context: context.schedule.office.calendar,
                ),
            ),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "What they can do"),
        (
            (
                Field(
                    "languages",
                    QT_TRANSLATE_NOOP("Field", "Languages"),
                    Tokens(
                        options.language_token,
                        options.language_label,
                        options.languages,
                        QT_TRANSLATE_NOOP("Field", "add a language"),
                    ),
                    default=("es",),
                ),
            ),
            (
                Field(
                    "skills",
                    QT_TRANSLATE_NOOP("Field", "Skills"),
                    Tokens(
                        options.held_skill_token,
                        options.held_skill_label,
                        options.held_skills,
                        QT_TRANSLATE_NOOP("Field", "add a skill and its level, as Windows 3"),
                    ),
                    12,
                    QT_TRANSLATE_NOOP("Field", "Enter adds, Backspace removes"),
                ),
            ),
            (Field("certificates", QT_TRANSLATE_NOOP("Field", "Certificates"), _CERTIFICATES),),
            (Field("clearances", QT_TRANSLATE_NOOP("Field", "Clearances"), _CLEARANCES),),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Working hours"),
        ((Field("patterns", "", _PATTERNS, default=_FIRST_PATTERN),),),
    ),
    Section(
        "",
        ((Field("notes", QT_TRANSLATE_NOOP("Field", "Notes"), LongText(3)),),),
    ),
)


SHEET = Sheet(
    "technician",
    Technician,
    QT_TRANSLATE_NOOP("Form", "New technician"),
    QT_TRANSLATE_NOOP("Form", "Technician"),
    _SECTIONS,
    read,
    command,
    (in_order("hired", "left", _EMPLOYED), _standing),
)
