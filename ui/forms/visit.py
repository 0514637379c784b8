"""The form of a visit: what is wrong, where, until when; the deadline comes from what the client was promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from techsched.model.city import bare
from techsched.model.client import Contact
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import Asked, Mode, Priority, Profile, TargetClock
from techsched.model.span import MINUTE
from techsched.model.target import promised
from techsched.model.visit import Visit
from techsched.model.wall import day_of
from techsched.words import length
from ui import i18n
from ui.forms import options, typed
from ui.forms.choice import Choice
from ui.forms.context import Context
from ui.forms.field import Field, Section, Sheet, Values
from ui.forms.moment import Moment
from ui.forms.number import Minutes, Whole
from ui.forms.reference import Reference
from ui.forms.suggestions import Option
from ui.forms.text import LongText, Text
from ui.forms.tokens import Tokens
from ui.forms.visit_rows import agreed_due, command, read, zone
from ui.forms.wrong import Problem, Repair
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_ICONS = (
    (str(Priority.CRITICAL), "warning-octagon"),
    (str(Priority.HIGH), "warning"),
    (str(Priority.STANDARD), "circle"),
    (str(Priority.PLANNED), "square"),
)
LANGUAGES = ("es", "en", "fr", "pt", "de", "it")


def _day_of_window(values: Values, context: Context) -> date | None:
    begins = values.get("window_from")
    return None if begins is None else day_of(begins, zone(values, context))


def _needs(values: Values, context: Context) -> tuple[tuple[str, int, bool], ...]:
    """What the same work asked for the last time."""
    service = bare(values.get("service") or "")
    if not service:
        return ()
    visits = (row for row in context.schedule.rows(Visit).values() if bare(row.service) == service and row.skills)
    last = max(visits, key=lambda row: row.escalated_at, default=None)
    if last is not None:
        return options.need_tokens(last.skills)
    for line in context.schedule.rows(StaffingLine).values():
        if bare(line.service) == service and line.skills:
            return options.need_tokens(line.skills)
    return ()


# hints


def _how_many_sites(values: Values, context: Context) -> str:
    if values.get("client") is None:
        return ""
    count = len(options.sites(context, values))
    if count == 0:
        return translate("Form", "no site yet")
    return translate("Form", "1 site") if count == 1 else i18n.filled(translate("Form", "%1 sites"), str(count))


def _response(values: Values, context: Context) -> str:
    client_id, priority = values.get("client"), values.get("priority")
    if client_id is None or priority is None:
        return ""
    target = promised(context.schedule, client_id, priority)
    if target is None:
        return translate("Form", "nothing promised for it")
    told = i18n.filled(translate("Form", "there within %1"), length(target.response_minutes))
    return told if target.clock is TargetClock.ROUND_THE_CLOCK else f"{told}, {_working_clock()}"


def _working_clock() -> str:
    return i18n.term("target_clock", TargetClock.WORKING).lower()


def _from_agreement(values: Values, context: Context) -> str:
    due = values.get("due")
    if due is None:
        return translate("Form", "none")
    return (
        translate("Form", "from the agreement") if due == agreed_due(values, context) else translate("Form", "by hand")
    )


def _other_clock(values: Values, context: Context) -> str:
    """Where the site's clock is another one than the office's."""
    there = zone(values, context)
    return "" if there == context.zone else there.rsplit("/", 1)[-1].replace("_", " ")


# what people offer


def _askers(context: Context, values: Values) -> list[str]:
    """Contacts of the client, of the site first."""
    found = list(context.schedule.group(Contact, "client", values.get("client")))
    found.sort(key=lambda row: row.site_id != values.get("site"))
    return [", ".join(part for part in (row.name, row.role, row.phone) if part) for row in found]


def _agreements(context: Context, values: Values) -> list[Option]:
    found = context.schedule.group(Engagement, "client", values.get("client"))
    return [Option(row.title or row.code, row.id, i18n.term("term", row.term), row.code) for row in found]


# checks


def _window(values: Values, context: Context) -> Iterator[Problem]:
    begins, ends = values.get("window_from"), values.get("window_to")
    if begins is None and ends is None:
        return
    if begins is None or ends is None:
        if "window_from" in values and "window_to" in values:
            told = translate("Form", "A window has two ends. Fill in both times, or neither.")
            yield Problem(("window_to" if ends is None else "window_from",), told)
        return
    if ends <= begins:
        clock = zone(values, context)
        one, other = (typed.moment_text(each, clock, context.now) for each in (begins, ends))
        told = translate("Form", "The window ends before it begins: from %1 until %2. Did you mean %2 until %1?")
        turned = (("window_from", ends), ("window_to", begins))
        yield Problem(
            ("window_from", "window_to"),
            i18n.filled(told, one, other),
            Repair(translate("Form", "Turn round"), turned),
        )


def _in_time(values: Values, context: Context) -> Iterator[Problem]:
    escalated, due = values.get("escalated"), values.get("due")
    if escalated is not None and due is not None and due < escalated:
        yield Problem(("due",), translate("Form", "The deadline lies before the call. Put the later time here."))


def _has_site(values: Values, context: Context) -> Iterator[Problem]:
    client_id = values.get("client")
    if client_id is not None and values.get("site") is None and not options.sites(context, values):
        told = translate("Form", "This client has no site yet. Add one on the Clients page first.")
        yield Problem(("site",), told)


_SECTIONS = (
    Section(
        "",
        (
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
                    _how_many_sites,
                    required=True,
                ),
            ),
            (
                Field("title", QT_TRANSLATE_NOOP("Field", "What is wrong"), Text(), 8, required=True),
                Field(
                    "service",
                    QT_TRANSLATE_NOOP("Field", "Work"),
                    Text("wrench", options.services),
                    4,
                ),
            ),
            (
                Field(
                    "priority",
                    QT_TRANSLATE_NOOP("Field", "Priority"),
                    Choice("priority", Priority, segments=True, icons=_ICONS),
                    8,
                    _response,
                    required=True,
                    default=Priority.STANDARD,
                ),
                Field(
                    "asked",
                    QT_TRANSLATE_NOOP("Field", "Kind"),
                    Choice("asked", Asked, segments=True),
                    4,
                    required=True,
                    default=Asked.INCIDENT,
                ),
            ),
            (
                Field(
                    "escalated",
                    QT_TRANSLATE_NOOP("Field", "Escalated"),
                    Moment(zone=zone),
                    3,
                    _other_clock,
                    required=True,
                    derive=lambda values, context: context.now - context.now % MINUTE,
                ),
                Field(
                    "due",
                    QT_TRANSLATE_NOOP("Field", "Deadline"),
                    Moment("timer", zone=zone),
                    4,
                    _from_agreement,
                    derive=agreed_due,
                ),
                Field(
                    "minutes",
                    QT_TRANSLATE_NOOP("Field", "Length"),
                    Minutes(1, 48 * 60, 15),
                    2,
                    required=True,
                    default=60,
                ),
                Field("people", QT_TRANSLATE_NOOP("Field", "People"), Whole(1, 2), 3, required=True, default=1),
            ),
            (
                Field(
                    "window_from",
                    QT_TRANSLATE_NOOP("Field", "Client lets us in from"),
                    Moment(zone=zone),
                    4,
                    QT_TRANSLATE_NOOP("Field", "optional"),
                ),
                Field(
                    "window_to",
                    QT_TRANSLATE_NOOP("Field", "until"),
                    Moment(zone=zone, day=_day_of_window),
                    4,
                ),
                Field(
                    "mode",
                    QT_TRANSLATE_NOOP("Field", "Where"),
                    Choice("mode", (str(Mode.ON_SITE), str(Mode.REMOTE)), segments=True),
                    4,
                    required=True,
                    default=Mode.ON_SITE,
                ),
            ),
            (
                Field(
                    "skills",
                    QT_TRANSLATE_NOOP("Field", "Needs"),
                    Tokens(
                        options.need_token,
                        options.need_label,
                        options.needs,
                        QT_TRANSLATE_NOOP("Field", "add a skill or certificate"),
                    ),
                    8,
                    QT_TRANSLATE_NOOP("Field", "from the work, can be changed"),
                    derive=_needs,
                ),
                Field(
                    "profile",
                    QT_TRANSLATE_NOOP("Field", "At least"),
                    Choice("profile", Profile, none=QT_TRANSLATE_NOOP("Field", "anybody")),
                    4,
                ),
            ),
            (
                Field(
                    "who_asked",
                    QT_TRANSLATE_NOOP("Field", "Who asked"),
                    Text("user", _askers),
                    8,
                ),
                Field("reference", QT_TRANSLATE_NOOP("Field", "Their reference"), Text(), 4),
            ),
            (
                Field(
                    "engagement",
                    QT_TRANSLATE_NOOP("Field", "Under the agreement"),
                    Reference(_agreements, "file-text"),
                    8,
                    QT_TRANSLATE_NOOP("Field", "optional"),
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
                    "notes",
                    QT_TRANSLATE_NOOP("Field", "Notes for the technician"),
                    LongText(3),
                    12,
                    QT_TRANSLATE_NOOP("Field", "prints on the sheet"),
                ),
            ),
        ),
    ),
)


SHEET = Sheet(
    "visit",
    Visit,
    QT_TRANSLATE_NOOP("Form", "New visit"),
    QT_TRANSLATE_NOOP("Form", "Visit"),
    _SECTIONS,
    read,
    command,
    (_has_site, _window, _in_time),
)
