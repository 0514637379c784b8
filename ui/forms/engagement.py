"""The form of an engagement: its term first, because it decides the other fields; then the staffing lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from techsched.model.client import Site
from techsched.model.engagement import Engagement
from techsched.model.kinds import EngagementState, Mode, Profile, Term
from techsched.model.span import ONE_DAY
from ui import i18n
from ui.forms import options, typed
from ui.forms.answers import OUTER
from ui.forms.cards import Card, Cards
from ui.forms.check import Yes
from ui.forms.choice import Choice
from ui.forms.context import Context
from ui.forms.engagement_rows import command, day_after, read
from ui.forms.field import Field, Section, Sheet, Values
from ui.forms.in_order import in_order
from ui.forms.moment import Day, SingleDays
from ui.forms.number import Whole
from ui.forms.reference import Reference
from ui.forms.rows import Rows
from ui.forms.text import LongText, Text
from ui.forms.tokens import Tokens
from ui.forms.week_hours import HOURS, standard
from ui.forms.weekdays import Weekdays
from ui.forms.wrong import Problem
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
LANGUAGES = ("es", "en", "fr", "pt", "de", "it")
_ORDER = QT_TRANSLATE_NOOP("Form", "The engagement ends before it begins: from %1, until %2.")
_WEEKS = QT_TRANSLATE_NOOP("Form", "The last week comes before the first: %1, %2.")
_WEEK = timedelta(days=7)


def _cards() -> Sequence[Card]:
    about = {
        Term.DAY: translate("Form", "any single days"),
        Term.WEEK: translate("Form", "whole weeks"),
        Term.MONTH: translate("Form", "calendar months"),
        Term.INDEFINITE: translate("Form", "until ended"),
        Term.HOLIDAY_COVER: translate("Form", "someone's absence"),
    }
    return [
        Card(
            str(term),
            i18n.term("term_letter", term),
            "cover" if term is Term.HOLIDAY_COVER else str(term),
            i18n.term("term", term),
            about[term],
        )
        for term in Term
    ]


# which fields a term asks for


def _is(*terms: Term) -> Any:
    return lambda values: values.get("term") in terms


def _is_running(values: Values) -> bool:
    return values.get(OUTER, {}).get("record") is not None


def _until(values: Values, context: Context) -> str:
    """The last day of the months, told back."""
    after = day_after(values)
    return "" if after is None else i18n.filled(translate("Form", "to %1"), typed.echo(after - ONE_DAY, date.min)[0])


def _zone(values: Values, context: Context) -> str:
    site = context.schedule.get(Site, values.get("site"))
    return context.zone if site is None else site.zone


# checks


def _days_given(values: Values, context: Context) -> Iterator[Problem]:
    if values.get("term") is Term.DAY and values.get("dates") == ():
        yield Problem(("dates",), translate("Form", "Which days? Write them like 26/11, 30/11 to 4/12."))


def _line_days(values: Values, context: Context) -> Iterator[Problem]:
    seen: set[int] = set()
    for row in values.get("hours", ()):
        twice = seen.intersection(row["weekdays"])
        if twice:
            told = translate("Form", "A weekday stands in two rows of hours. A line works one stretch a day.")
            yield Problem(("hours",), told)
            return
        seen.update(row["weekdays"])
    if values.get("hours") == ():
        yield Problem(("hours",), translate("Form", "At which hours? Add them."))
    if values.get("mode") is Mode.MIXED and not values.get("onsite"):
        yield Problem(("onsite",), translate("Form", "Mixed: on which weekdays on site? Choose them."))


def _some_line(values: Values, context: Context) -> Iterator[Problem]:
    if values.get("lines") == ():
        yield Problem(("lines",), translate("Form", "Nobody is asked for yet. Add who is needed, and when."))


_LINES = Rows(
    (
        (
            Field("service", QT_TRANSLATE_NOOP("Field", "Work"), Text("wrench", options.services), 5),
            Field(
                "profile",
                QT_TRANSLATE_NOOP("Field", "Profile needed"),
                Choice("profile", Profile, none=QT_TRANSLATE_NOOP("Field", "any profile")),
                4,
            ),
            Field("headcount", QT_TRANSLATE_NOOP("Field", "People"), Whole(1, 99), 3, required=True, default=1),
        ),
        (Field("hours", QT_TRANSLATE_NOOP("Field", "Hours"), HOURS, default=standard()),),
        (
            Field(
                "mode",
                QT_TRANSLATE_NOOP("Field", "Where"),
                Choice("mode", Mode, segments=True),
                6,
                required=True,
                default=Mode.ON_SITE,
            ),
            Field(
                "onsite",
                QT_TRANSLATE_NOOP("Field", "On site on"),
                Weekdays(),
                6,
                QT_TRANSLATE_NOOP("Field", "remote the other days"),
                when=lambda values: values.get("mode") is Mode.MIXED,
            ),
        ),
        (
            Field(
                "skills",
                QT_TRANSLATE_NOOP("Field", "Skills and certificates"),
                Tokens(
                    options.need_token,
                    options.need_label,
                    options.needs,
                    QT_TRANSLATE_NOOP("Field", "add a skill or certificate"),
                ),
                8,
                QT_TRANSLATE_NOOP("Field", "Enter adds, Backspace removes"),
            ),
            Field(
                "language",
                QT_TRANSLATE_NOOP("Field", "Language needed"),
                Choice("language", LANGUAGES, none=QT_TRANSLATE_NOOP("Field", "any")),
                4,
            ),
        ),
        (
            Field(
                "site",
                QT_TRANSLATE_NOOP("Field", "At another site"),
                Reference(options.sites, "map-pin"),
                4,
                QT_TRANSLATE_NOOP("Field", "optional"),
            ),
            Field("first", QT_TRANSLATE_NOOP("Field", "Only from"), Day(), 4, QT_TRANSLATE_NOOP("Field", "optional")),
            Field("last", QT_TRANSLATE_NOOP("Field", "Only until"), Day(), 4, QT_TRANSLATE_NOOP("Field", "optional")),
        ),
        (Field("holidays", "", Yes(QT_TRANSLATE_NOOP("Field", "Works on public holidays too")), 12),),
    ),
    QT_TRANSLATE_NOOP("Field", "Add another line"),
    (_line_days, in_order("first", "last", _ORDER)),
    first=1,
    counts=True,
)

_SECTIONS = (
    Section(
        "",
        (
            (Field("term", QT_TRANSLATE_NOOP("Field", "Term"), Cards(Term, _cards), required=True, default=Term.WEEK),),
            (
                Field(
                    "client",
                    QT_TRANSLATE_NOOP("Field", "Client"),
                    Reference(options.clients, "buildings"),
                    6,
                    required=True,
                ),
                Field(
                    "site",
                    QT_TRANSLATE_NOOP("Field", "Site"),
                    Reference(options.sites, "map-pin", alone=True),
                    6,
                    QT_TRANSLATE_NOOP("Field", "empty: remote without a place"),
                ),
            ),
            (
                Field("title", QT_TRANSLATE_NOOP("Field", "What for"), Text(), 8, required=True),
                Field(
                    "code",
                    QT_TRANSLATE_NOOP("Field", "Code"),
                    Text(longest=20),
                    4,
                    QT_TRANSLATE_NOOP("Field", "empty takes the next"),
                ),
            ),
            (
                Field(
                    "dates",
                    QT_TRANSLATE_NOOP("Field", "Days"),
                    SingleDays(),
                    12,
                    QT_TRANSLATE_NOOP("Field", "26/11, 30/11 to 4/12"),
                    when=_is(Term.DAY),
                ),
            ),
            (
                Field(
                    "first_week",
                    QT_TRANSLATE_NOOP("Field", "From the week of"),
                    Day(monday=True),
                    6,
                    required=True,
                    when=_is(Term.WEEK),
                ),
                Field(
                    "last_week",
                    QT_TRANSLATE_NOOP("Field", "to the week of"),
                    Day(monday=True),
                    6,
                    QT_TRANSLATE_NOOP("Field", "empty: one week"),
                    when=_is(Term.WEEK),
                ),
            ),
            (
                Field(
                    "contact",
                    QT_TRANSLATE_NOOP("Field", "Their person who is away"),
                    Reference(options.contacts, "user"),
                    12,
                    QT_TRANSLATE_NOOP("Field", "a contact of the client"),
                    when=_is(Term.HOLIDAY_COVER),
                ),
            ),
            (
                Field(
                    "first",
                    QT_TRANSLATE_NOOP("Field", "From"),
                    Day(),
                    4,
                    required=True,
                    when=_is(Term.MONTH, Term.INDEFINITE, Term.HOLIDAY_COVER),
                ),
                Field(
                    "months",
                    QT_TRANSLATE_NOOP("Field", "Months"),
                    Whole(1, 120),
                    4,
                    _until,
                    required=True,
                    default=1,
                    when=_is(Term.MONTH),
                ),
                Field(
                    "review",
                    QT_TRANSLATE_NOOP("Field", "Look at it again on"),
                    Day(),
                    4,
                    QT_TRANSLATE_NOOP("Field", "optional"),
                    when=_is(Term.INDEFINITE),
                ),
                Field(
                    "last",
                    QT_TRANSLATE_NOOP("Field", "Last day"),
                    Day(),
                    4,
                    QT_TRANSLATE_NOOP("Field", "optional"),
                    when=_is(Term.WEEK, Term.MONTH, Term.INDEFINITE, Term.HOLIDAY_COVER),
                ),
            ),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Who is needed"),
        (
            (Field("lines", "", _LINES),),
            (
                Field(
                    "from_day",
                    QT_TRANSLATE_NOOP("Field", "Changes hold from"),
                    Day(),
                    6,
                    QT_TRANSLATE_NOOP("Field", "what lies before stays"),
                    required=True,
                    when=_is_running,
                    derive=lambda values, context: context.today,
                ),
            ),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Agreement"),
        (
            (
                Field(
                    "state",
                    QT_TRANSLATE_NOOP("Field", "State"),
                    Choice("engagement_state", EngagementState),
                    4,
                    required=True,
                    default=EngagementState.ACTIVE,
                ),
                Field(
                    "owner",
                    QT_TRANSLATE_NOOP("Field", "Answers for it"),
                    Reference(options.technicians, "user"),
                    4,
                ),
                Field(
                    "deputy",
                    QT_TRANSLATE_NOOP("Field", "Deputy"),
                    Reference(options.technicians, "user"),
                    4,
                ),
            ),
            (
                Field("reason", QT_TRANSLATE_NOOP("Field", "Reason"), Text(), 6),
                Field(
                    "zone",
                    QT_TRANSLATE_NOOP("Field", "Clock of remote work"),
                    Reference(options.zones, "globe"),
                    6,
                    required=True,
                    derive=_zone,
                ),
            ),
            (
                Field(
                    "serves",
                    QT_TRANSLATE_NOOP("Field", "Serves these clients"),
                    Tokens(
                        options.client_token,
                        options.client_label,
                        options.clients,
                        QT_TRANSLATE_NOOP("Field", "for a service of our own firm that several clients share"),
                    ),
                ),
            ),
            (Field("notes", QT_TRANSLATE_NOOP("Field", "Notes"), LongText(3)),),
        ),
    ),
)


SHEET = Sheet(
    "engagement",
    Engagement,
    QT_TRANSLATE_NOOP("Form", "New engagement"),
    QT_TRANSLATE_NOOP("Form", "Engagement"),
    _SECTIONS,
    read,
    command,
    (_days_given, in_order("first", "last", _ORDER), in_order("first_week", "last_week", _WEEKS), _some_line),
)
