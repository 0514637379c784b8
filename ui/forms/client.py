"""The form of a client: who they are, their people, what they were promised, when they are closed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from techsched.desk.pen import Command
from techsched.desk.records import SaveRecord
from techsched.model.client import Client, Closure, Contact, ServiceTarget
from techsched.model.kinds import ClosureKind, Priority, TargetClock
from techsched.model.row import Row
from techsched.model.span import ONE_DAY
from ui import i18n
from ui.forms import options
from ui.forms.check import Yes
from ui.forms.choice import Choice
from ui.forms.context import Context
from ui.forms.field import Field, Section, Sheet, Values
from ui.forms.in_order import in_order
from ui.forms.moment import Day
from ui.forms.number import Minutes
from ui.forms.parts_of import kept_parts, numbered
from ui.forms.reference import Reference
from ui.forms.rows import Rows
from ui.forms.text import LongText, Text
from ui.forms.wrong import Problem
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
LANGUAGES = ("es", "en", "fr", "pt", "de", "it")
MONTH = 31 * 24 * 60
_CLOSED = QT_TRANSLATE_NOOP("Form", "These days end before they begin: from %1, until %2.")


def _resolution(values: Values, context: Context) -> Iterator[Problem]:
    response, resolution = values.get("response"), values.get("resolution")
    if response is not None and resolution is not None and resolution < response:
        told = translate("Form", "Resolved before anybody arrives: the second length is shorter than the first.")
        yield Problem(("response", "resolution"), told)


def _one_target(values: Values, context: Context) -> Iterator[Problem]:
    seen: set[Priority] = set()
    for row in values.get("targets", ()):
        if row["priority"] in seen:
            word = i18n.term("priority", row["priority"])
            told = translate("Form", "%1 has two targets. Take one of them away.")
            yield Problem(("targets",), i18n.filled(told, word))
        seen.add(row["priority"])


_CONTACTS = Rows(
    (
        (
            Field("name", QT_TRANSLATE_NOOP("Field", "Name"), Text(), 3, required=True),
            Field("role", QT_TRANSLATE_NOOP("Field", "Role"), Text(), 2),
            Field("phone", QT_TRANSLATE_NOOP("Field", "Telephone"), Text(), 2),
            Field("email", QT_TRANSLATE_NOOP("Field", "E-mail"), Text(), 3),
            Field("language", QT_TRANSLATE_NOOP("Field", "Language"), Choice("language", LANGUAGES), 2, default="es"),
            Field("site", QT_TRANSLATE_NOOP("Field", "Only at"), Reference(options.own_sites), 2),
        ),
    ),
    QT_TRANSLATE_NOOP("Field", "Add a contact"),
)

_TARGETS = Rows(
    (
        (
            Field("priority", QT_TRANSLATE_NOOP("Field", "Priority"), Choice("priority", Priority), 3, required=True),
            Field("response", QT_TRANSLATE_NOOP("Field", "There within"), Minutes(1, MONTH, 30), 3, required=True),
            Field("resolution", QT_TRANSLATE_NOOP("Field", "Solved within"), Minutes(1, MONTH, 30), 3),
            Field(
                "clock",
                QT_TRANSLATE_NOOP("Field", "Counted"),
                Choice("target_clock", TargetClock),
                3,
                required=True,
                default=TargetClock.ROUND_THE_CLOCK,
            ),
        ),
    ),
    QT_TRANSLATE_NOOP("Field", "Add a target"),
    (_resolution,),
)

_CLOSURES = Rows(
    (
        (
            Field("name", QT_TRANSLATE_NOOP("Field", "Name"), Text(), 3, required=True),
            Field(
                "kind",
                QT_TRANSLATE_NOOP("Field", "Kind"),
                Choice("closure", ClosureKind),
                3,
                required=True,
                default=ClosureKind.CLOSED,
            ),
            Field("first", QT_TRANSLATE_NOOP("Field", "From"), Day(), 3, required=True),
            Field("last", QT_TRANSLATE_NOOP("Field", "Until"), Day(), 3, required=True),
            Field("site", QT_TRANSLATE_NOOP("Field", "Only at"), Reference(options.own_sites), 2),
        ),
    ),
    QT_TRANSLATE_NOOP("Field", "Add closed days"),
    (in_order("first", "last", _CLOSED),),
)

_SECTIONS = (
    Section(
        "",
        (
            (
                Field("name", QT_TRANSLATE_NOOP("Field", "Name"), Text("buildings"), 8, required=True),
                Field(
                    "code",
                    QT_TRANSLATE_NOOP("Field", "Code"),
                    Text(longest=20),
                    4,
                    QT_TRANSLATE_NOOP("Field", "empty takes the next"),
                ),
            ),
            (
                Field("sector", QT_TRANSLATE_NOOP("Field", "Sector"), Text(suggest=options.sectors), 4),
                Field("tier", QT_TRANSLATE_NOOP("Field", "Level of service"), Text(suggest=options.tiers), 4),
                Field("since", QT_TRANSLATE_NOOP("Field", "Client since"), Day(), 4),
            ),
            (
                Field(
                    "language",
                    QT_TRANSLATE_NOOP("Field", "We write to them in"),
                    Choice("language", LANGUAGES),
                    4,
                    required=True,
                    default="es",
                ),
                Field("own", "", Yes(QT_TRANSLATE_NOOP("Field", "This is our own firm")), 8),
            ),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Contacts"),
        ((Field("contacts", "", _CONTACTS),),),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Targets by priority"),
        ((Field("targets", "", _TARGETS),),),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Closed, busy, or nobody wanted"),
        ((Field("closures", "", _CLOSURES),),),
    ),
    Section("", ((Field("notes", QT_TRANSLATE_NOOP("Field", "Notes"), LongText(3)),),)),
)


def _read(row: Client, context: Context) -> Values:
    schedule = context.schedule
    return {
        "name": row.name,
        "code": row.code,
        "sector": row.sector,
        "tier": row.tier,
        "since": row.since,
        "language": row.language,
        "own": row.own_firm,
        "contacts": tuple(
            {
                "id": each.id,
                "name": each.name,
                "role": each.role,
                "phone": each.phone,
                "email": each.email,
                "language": each.language,
                "site": each.site_id,
            }
            for each in schedule.group(Contact, "client", row.id)
        ),
        "targets": tuple(
            {
                "id": each.id,
                "priority": each.priority,
                "response": each.response_minutes,
                "resolution": each.resolution_minutes,
                "clock": each.clock,
            }
            for each in sorted(schedule.group(ServiceTarget, "client", row.id), key=lambda each: each.priority.rank)
        ),
        "closures": tuple(
            {
                "id": each.id,
                "name": each.name,
                "kind": each.kind,
                "first": each.first,
                "last": each.days.last,
                "site": each.site_id,
            }
            for each in schedule.group(Closure, "client", row.id)
        ),
        "notes": row.notes,
    }


def _command(values: Values, row: Client | None, context: Context, ids: Iterator[int]) -> Command:
    id = next(ids) if row is None else row.id
    rows: list[Row] = [
        Client(
            id=id,
            code=values["code"],
            name=values["name"],
            sector=values["sector"],
            tier=values["tier"],
            own_firm=values["own"],
            since=values["since"],
            language=values["language"],
            notes=values["notes"],
        )
    ]
    removed: list[Row] = []
    for wanted, gone in (
        kept_parts(context.schedule, Contact, "client", id, _contacts(values, id, ids)),
        kept_parts(context.schedule, ServiceTarget, "client", id, _targets(values, id, ids)),
        kept_parts(context.schedule, Closure, "client", id, _closures(values, id, ids)),
    ):
        rows.extend(wanted)
        removed.extend(gone)
    return SaveRecord(tuple(rows), tuple(removed))


def _contacts(values: Values, id: int, ids: Iterator[int]) -> Iterator[Contact]:
    for part, row in numbered(values["contacts"], ids):
        yield Contact(
            id=part,
            client_id=id,
            site_id=row["site"],
            name=row["name"],
            role=row["role"],
            phone=row["phone"],
            email=row["email"],
            language=row["language"] or "es",
        )


def _targets(values: Values, id: int, ids: Iterator[int]) -> Iterator[ServiceTarget]:
    for part, row in numbered(values["targets"], ids):
        yield ServiceTarget(
            id=part,
            client_id=id,
            priority=row["priority"],
            response_minutes=row["response"],
            resolution_minutes=row["resolution"],
            clock=row["clock"],
        )


def _closures(values: Values, id: int, ids: Iterator[int]) -> Iterator[Closure]:
    for part, row in numbered(values["closures"], ids):
        yield Closure(
            id=part,
            client_id=id,
            site_id=row["site"],
            name=row["name"],
            first=row["first"],
            after=row["last"] + ONE_DAY,
            kind=row["kind"],
        )


SHEET = Sheet(
    "client",
    Client,
    QT_TRANSLATE_NOOP("Form", "New client"),
    QT_TRANSLATE_NOOP("Form", "Client"),
    _SECTIONS,
    _read,
    _command,
    (_one_target,),
)
