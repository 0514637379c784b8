"""Every field of every form: written by keyboard, saved to a real file, changed, and taken back with Ctrl+Z."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from techsched.desk.desk import Desk
from techsched.model.client import Client, Contact, Site
from techsched.model.engagement import Engagement
from techsched.model.kinds import (
    AbsenceKind,
    AbsenceState,
    Asked,
    ClosureKind,
    EngagementState,
    Mode,
    Priority,
    Profile,
    TargetClock,
    Term,
    Transport,
    WorkPlace,
)
from techsched.model.row import Row
from techsched.model.technician import Technician
from techsched.model.wall import instant
from tests.ui.forms.keyboard import CTRL, fill, press, save
from ui import i18n
from ui.bridge import Bridge
from ui.forms.answers import OUTER
from ui.forms.context import Context
from ui.forms.form import Form
from ui.forms.opened import KINDS, form_for, sheet_of
from ui.window import MainWindow

MADRID = "Europe/Madrid"


def at(day: date, hours: int, minutes: int = 0) -> int:
    return instant(day, hours * 60 + minutes, MADRID)


@dataclass(frozen=True)
class Walk:
    """What is typed into each field, and what it then means: first of a new record, then of a change of it."""

    new: Mapping[str, Any]
    means: Mapping[str, Any]
    change: Mapping[str, Any]
    becomes: Mapping[str, Any]


def stretch(days: list[int], start: str, end: str, **more: str) -> dict[str, Any]:
    return {"weekdays": days, "start": start, "end": end, **more}


def hours(days: tuple[int, ...], start: int, end: int, pause: int | None = None, at: int | None = None) -> Any:
    return {"weekdays": days, "start": start, "end": end, "break": pause, "break_start": at}


WEEK = (0, 1, 2, 3, 4)
CERTIFICATE = {
    "name": "CCNP",
    "vendor": "Cisco",
    "number": "77",
    "issued": "1/2/2026",
    "expires": "31/1/2029",
}
WALKS = {
    "technician": Walk(
        new={
            "name": "Ana Gómez",
            "code": "T900",
            "profile": "Network Technician",
            "weekly": "37 h 30",
            "leave": "25",
            "phone": "600 111 222",
            "email": "ana@example.com",
            "hired": "1/12/2026",
            "left": "31/12/2027",
            "on_call": True,
            "home": "chamberi",
            "spot": "40.43, -3.70",
            "districts": ["Centro", "san blas"],
            "transport": "van",
            "work_place": "mobile",
            "remote": False,
            "zone": "Atlantic/Canary",
            "calendar": "es-cn",
            "languages": ["Francés", "en"],
            "skills": ["Cisco 4", "Wi-Fi 2"],
            "certificates": [CERTIFICATE],
            "clearances": [{"name": "NDA", "client": "Hotel Miralba", "site": "Hotel", "expires": "1/6/2027"}],
            "patterns": [
                {
                    "first": "1/12/2026",
                    "last": "31/12/2026",
                    "cycle": "2",
                    "hours": [
                        stretch([0, 1], "8", "15", **{"break": "15", "break_start": "11"}) | {"week": "1"},
                        stretch([2, 3], "9", "17") | {"week": "2"},
                    ],
                    "season_from": "1/7",
                    "season_to": "31/8",
                    "season_hours": [stretch([4], "8", "14", **{"break": "0", "break_start": ""})],
                }
            ],
            "notes": "Afraid of dogs",
        },
        means={
            "name": "Ana Gómez",
            "code": "T900",
            "profile": Profile.NETWORK,
            "weekly": 2250,
            "leave": 25,
            "phone": "600 111 222",
            "email": "ana@example.com",
            "hired": date(2026, 12, 1),
            "left": date(2027, 12, 31),
            "on_call": True,
            "home": "07",
            "spot": (40.43, -3.7),
            "districts": ("01", "20"),
            "transport": Transport.VAN,
            "work_place": WorkPlace.MOBILE,
            "remote": False,
            "zone": "Atlantic/Canary",
            "calendar": "ES-CN",
            "languages": ("fr", "en"),
            "skills": (("Cisco", 4), ("Wi-Fi", 2)),
            "certificates": (
                {
                    "name": "CCNP",
                    "vendor": "Cisco",
                    "number": "77",
                    "issued": date(2026, 2, 1),
                    "expires": date(2029, 1, 31),
                },
            ),
            "clearances": ({"name": "NDA", "client": "Hotel Miralba", "site": "Hotel", "expires": date(2027, 6, 1)},),
            "patterns": (
                {
                    "first": date(2026, 12, 1),
                    "last": date(2026, 12, 31),
                    "cycle": 2,
                    "hours": (
                        hours((0, 1), 480, 900, 15, 660) | {"week": 1},
                        hours((2, 3), 540, 1020) | {"week": 2},
                    ),
                    "season_from": "07-01",
                    "season_to": "08-31",
                    "season_hours": (hours((4,), 480, 840) | {"week": 1},),
                },
            ),
            "notes": "Afraid of dogs",
        },
        change={
            "name": "Ana Gómez Ruiz",
            "code": "T901",
            "profile": "Senior Engineer",
            "weekly": "40",
            "leave": "23",
            "phone": "600 111 333",
            "email": "gomez@example.com",
            "hired": "2/12/2026",
            "left": "",
            "on_call": False,
            "home": "Tetuan",
            "spot": "",
            "districts": ["Latina"],
            "transport": "car",
            "work_place": "fixed",
            "remote": True,
            "zone": "Madrid",
            "calendar": "ES-MD-28079",
            "languages": ["es"],
            "skills": ["Cisco 5"],
            "certificates": [CERTIFICATE | {"name": "CCIE", "expires": ""}],
            "clearances": [],
            "patterns": [
                {
                    "first": "",
                    "last": "",
                    "cycle": "1",
                    "hours": [stretch([0, 1, 2, 3, 4], "10", "19", **{"break": "1 h", "break_start": "15"})],
                    "season_from": "",
                    "season_to": "",
                }
            ],
            "notes": "",
        },
        becomes={
            "name": "Ana Gómez Ruiz",
            "code": "T901",
            "profile": Profile.SENIOR,
            "weekly": 2400,
            "leave": 23,
            "phone": "600 111 333",
            "email": "gomez@example.com",
            "hired": date(2026, 12, 2),
            "left": None,
            "on_call": False,
            "home": "06",
            "spot": None,
            "districts": ("10",),
            "transport": Transport.CAR,
            "work_place": WorkPlace.FIXED,
            "remote": True,
            "zone": "Europe/Madrid",
            "calendar": "ES-MD-28079",
            "languages": ("es",),
            "skills": (("Cisco", 5),),
            "certificates": (
                {
                    "name": "CCIE",
                    "vendor": "Cisco",
                    "number": "77",
                    "issued": date(2026, 2, 1),
                    "expires": None,
                },
            ),
            "clearances": (),
            "patterns": (
                {
                    "first": date(2026, 12, 2),
                    "last": None,
                    "cycle": 1,
                    "hours": (hours(WEEK, 600, 1140, 60, 900) | {"week": 1},),
                    "season_from": "",
                    "season_to": "",
                    "season_hours": (),
                },
            ),
            "notes": "",
        },
    ),
    "client": Walk(
        new={
            "name": "Farmacia Sol",
            "code": "C900",
            "sector": "Pharmacy",
            "tier": "gold",
            "since": "1/3/2024",
            "language": "en",
            "own": True,
            "contacts": [
                {
                    "name": "Eva Sol",
                    "role": "owner",
                    "phone": "600 1",
                    "email": "eva@example.com",
                    "language": "fr",
                    "site": "",
                }
            ],
            "targets": [
                {"priority": "critical", "response": "2 h", "resolution": "8 h", "clock": "working"},
                {"priority": "high", "response": "4:30", "resolution": "", "clock": "24x7"},
            ],
            "closures": [
                {"name": "Inventory", "kind": "stress", "first": "1/12/2026", "last": "3/12/2026", "site": ""}
            ],
            "notes": "Pays late",
        },
        means={
            "name": "Farmacia Sol",
            "code": "C900",
            "sector": "Pharmacy",
            "tier": "gold",
            "since": date(2024, 3, 1),
            "language": "en",
            "own": True,
            "contacts": (
                {
                    "name": "Eva Sol",
                    "role": "owner",
                    "phone": "600 1",
                    "email": "eva@example.com",
                    "language": "fr",
                    "site": None,
                },
            ),
            "targets": (
                {
                    "priority": Priority.CRITICAL,
                    "response": 120,
                    "resolution": 480,
                    "clock": TargetClock.WORKING,
                },
                {
                    "priority": Priority.HIGH,
                    "response": 270,
                    "resolution": None,
                    "clock": TargetClock.ROUND_THE_CLOCK,
                },
            ),
            "closures": (
                {
                    "name": "Inventory",
                    "kind": ClosureKind.STRESS,
                    "first": date(2026, 12, 1),
                    "last": date(2026, 12, 3),
                    "site": None,
                },
            ),
            "notes": "Pays late",
        },
        change={
            "name": "Farmacia Luna",
            "code": "C901",
            "sector": "Health",
            "tier": "silver",
            "since": "",
            "language": "es",
            "own": False,
            "contacts": [],
            "targets": [{"priority": "high", "response": "3 h", "resolution": "6 h", "clock": "24x7"}],
            "closures": [{"name": "August", "kind": "closed", "first": "1/8/2027", "last": "31/8/2027"}],
            "notes": "",
        },
        becomes={
            "name": "Farmacia Luna",
            "code": "C901",
            "sector": "Health",
            "tier": "silver",
            "since": None,
            "language": "es",
            "own": False,
            "contacts": (),
            "targets": (
                {
                    "priority": Priority.HIGH,
                    "response": 180,
                    "resolution": 360,
                    "clock": TargetClock.ROUND_THE_CLOCK,
                },
            ),
            "closures": (
                {
                    "name": "August",
                    "kind": ClosureKind.CLOSED,
                    "first": date(2027, 8, 1),
                    "last": date(2027, 8, 31),
                    "site": None,
                },
            ),
            "notes": "",
        },
    ),
    "site": Walk(
        new={
            "client": "Hotel Miralba",
            "name": "Annex",
            "code": "S900",
            "address": "Calle Palafox 7",
            "postcode": "28010",
            "place": "CHB",
            "spot": "40.4314, -3.6988",
            "zone": "Atlantic/Canary",
            "calendar": "US-MA",
            "opening": [stretch([0, 1, 2, 3, 4, 5], "7", "22")],
            "clearances": ["Induction", "NDA"],
            "access": "Back door",
            "language": "en",
            "parking": "Own",
            "notes": "Ask for Eva",
        },
        means={
            "client": "Hotel Miralba",
            "name": "Annex",
            "code": "S900",
            "address": "Calle Palafox 7",
            "postcode": "28010",
            "place": "07",
            "spot": (40.4314, -3.6988),
            "zone": "Atlantic/Canary",
            "calendar": "US-MA",
            "opening": ({"weekdays": (0, 1, 2, 3, 4, 5), "start": 420, "end": 1320},),
            "clearances": ("Induction", "NDA"),
            "access": "Back door",
            "language": "en",
            "parking": "Own",
            "notes": "Ask for Eva",
        },
        change={
            "client": "Bufete Larra",
            "name": "Annexe",
            "code": "S901",
            "address": "Gran Via 1",
            "postcode": "28013",
            "place": "Centro",
            "spot": "40.42, -3.70",
            "zone": "Madrid",
            "calendar": "ES-MD-28079",
            "opening": [],
            "clearances": [],
            "access": "",
            "language": "",
            "parking": "",
            "notes": "",
        },
        becomes={
            "client": "Bufete Larra",
            "name": "Annexe",
            "code": "S901",
            "address": "Gran Via 1",
            "postcode": "28013",
            "place": "01",
            "spot": (40.42, -3.7),
            "zone": "Europe/Madrid",
            "calendar": "ES-MD-28079",
            "opening": (),
            "clearances": (),
            "access": "",
            "language": None,
            "parking": "",
            "notes": "",
        },
    ),
    "engagement": Walk(
        new={
            "term": "month",
            "client": "Logística Tajo",
            "site": "Almacén",
            "title": "Night watch",
            "code": "E900",
            "first": "1/12/2026",
            "months": "2",
            "last": "20/1/2027",
            "lines": [
                {
                    "service": "Watch",
                    "profile": "Systems Technician",
                    "headcount": "2",
                    "hours": [stretch([0, 1, 2], "22", "6", **{"break": "30 min", "break_start": "2"})],
                    "mode": "mixed",
                    "onsite": [0, 2],
                    "skills": ["Linux 3", "Red Hat RHCE"],
                    "language": "en",
                    "site": "Almacén",
                    "first": "2/12/2026",
                    "last": "15/1/2027",
                    "holidays": True,
                }
            ],
            "state": "confirmed",
            "owner": "Lucía Fernández",
            "deputy": "Javier Molina",
            "reason": "Migration",
            "zone": "Atlantic/Canary",
            "serves": ["Bufete Larra"],
            "notes": "Bring keys",
        },
        means={
            "term": Term.MONTH,
            "client": "Logística Tajo",
            "site": "Almacén",
            "title": "Night watch",
            "code": "E900",
            "first": date(2026, 12, 1),
            "months": 2,
            "last": date(2027, 1, 20),
            "lines": (
                {
                    "service": "Watch",
                    "profile": Profile.SYSTEMS,
                    "headcount": 2,
                    "hours": (hours((0, 1, 2), 1320, 360, 30, 120) | {"week": 1},),
                    "mode": Mode.MIXED,
                    "onsite": (0, 2),
                    "skills": (("Linux", 3, False), ("Red Hat RHCE", 0, True)),
                    "language": "en",
                    "site": "Almacén",
                    "first": date(2026, 12, 2),
                    "last": date(2027, 1, 15),
                    "holidays": True,
                },
            ),
            "state": EngagementState.CONFIRMED,
            "owner": "Lucía Fernández",
            "deputy": "Javier Molina",
            "reason": "Migration",
            "zone": "Atlantic/Canary",
            "serves": ("Bufete Larra",),
            "notes": "Bring keys",
        },
        change={
            "term": "indefinite",
            "client": "Hotel Miralba",
            "site": "Hotel",
            "title": "Day watch",
            "code": "E901",
            "first": "2/12/2026",
            "review": "1/6/2027",
            "last": "",
            "lines": [
                {
                    "service": "Desk",
                    "profile": "",
                    "headcount": "1",
                    "hours": [stretch([3, 4], "9", "17", **{"break": "", "break_start": ""})],
                    "mode": "remote",
                    "skills": [],
                    "language": "",
                    "site": "",
                    "first": "",
                    "last": "",
                    "holidays": False,
                }
            ],
            "state": "suspended",
            "owner": "Carmen Ruiz",
            "deputy": "Diego Navarro",
            "reason": "",
            "zone": "Madrid",
            "serves": [],
            "notes": "",
        },
        becomes={
            "term": Term.INDEFINITE,
            "client": "Hotel Miralba",
            "site": "Hotel",
            "title": "Day watch",
            "code": "E901",
            "first": date(2026, 12, 2),
            "review": date(2027, 6, 1),
            "last": None,
            "lines": (
                {
                    "service": "Desk",
                    "profile": None,
                    "headcount": 1,
                    "hours": (hours((3, 4), 540, 1020) | {"week": 1},),
                    "mode": Mode.REMOTE,
                    "onsite": (),
                    "skills": (),
                    "language": None,
                    "site": None,
                    "first": None,
                    "last": None,
                    "holidays": False,
                },
            ),
            "state": EngagementState.SUSPENDED,
            "owner": "Carmen Ruiz",
            "deputy": "Diego Navarro",
            "reason": "",
            "zone": "Europe/Madrid",
            "serves": (),
            "notes": "",
        },
    ),
    "visit": Walk(
        new={
            "client": "Hotel Miralba",
            "site": "Hotel",
            "title": "Till dead",
            "service": "Tills",
            "priority": "high",
            "asked": "request",
            "escalated": "24/11 9:05",
            "due": "27/11 12:00",
            "minutes": "1 h 30",
            "people": "2",
            "window_from": "26/11 9:00",
            "window_to": "12:30",
            "mode": "remote",
            "skills": ["Tills 2"],
            "profile": "Systems Technician",
            "who_asked": "Pilar Ríos",
            "reference": "INC-7",
            "engagement": "Wi-Fi refresh",
            "language": "en",
            "notes": "Ring twice",
        },
        means={
            "client": "Hotel Miralba",
            "site": "Hotel",
            "title": "Till dead",
            "service": "Tills",
            "priority": Priority.HIGH,
            "asked": Asked.REQUEST,
            "escalated": at(date(2026, 11, 24), 9, 5),
            "due": at(date(2026, 11, 27), 12),
            "minutes": 90,
            "people": 2,
            "window_from": at(date(2026, 11, 26), 9),
            "window_to": at(date(2026, 11, 26), 12, 30),
            "mode": Mode.REMOTE,
            "skills": (("Tills", 2, False),),
            "profile": Profile.SYSTEMS,
            "who_asked": "Pilar Ríos",
            "reference": "INC-7",
            "engagement": "Wi-Fi refresh, 6 floors",
            "language": "en",
            "notes": "Ring twice",
        },
        change={
            "client": "Gestoría Arcos",
            "site": "Usera",
            "title": "Printer dead",
            "service": "Print",
            "priority": "planned",
            "asked": "incident",
            "escalated": "25/11 8:00",
            "due": "",
            "minutes": "45",
            "people": "1",
            "window_from": "",
            "window_to": "",
            "mode": "on_site",
            "skills": [],
            "profile": "",
            "who_asked": "Jorge",
            "reference": "",
            "engagement": "",
            "language": "",
            "notes": "",
        },
        becomes={
            "client": "Gestoría Arcos",
            "site": "Usera",
            "title": "Printer dead",
            "service": "Print",
            "priority": Priority.PLANNED,
            "asked": Asked.INCIDENT,
            "escalated": at(date(2026, 11, 25), 8),
            "due": None,
            "minutes": 45,
            "people": 1,
            "window_from": None,
            "window_to": None,
            "mode": Mode.ON_SITE,
            "skills": (),
            "profile": None,
            "who_asked": "Jorge",
            "reference": "",
            "engagement": None,
            "language": None,
            "notes": "",
        },
    ),
    "absence": Walk(
        new={
            "technician": "nuria",
            "kind": "training",
            "state": "requested",
            "first": "1/12/2026",
            "last": "2/12/2026",
            "from_minute": "10:00",
            "to_minute": "13:00",
            "note": "Aruba course",
        },
        means={
            "technician": "Nuria Castaño",
            "kind": AbsenceKind.TRAINING,
            "state": AbsenceState.REQUESTED,
            "first": date(2026, 12, 1),
            "last": date(2026, 12, 2),
            "from_minute": 600,
            "to_minute": 780,
            "note": "Aruba course",
        },
        change={
            "technician": "Marta Gallego",
            "kind": "sick",
            "state": "approved",
            "first": "3/12/2026",
            "last": "",
            "from_minute": "",
            "to_minute": "",
            "note": "",
        },
        becomes={
            "technician": "Marta Gallego",
            "kind": AbsenceKind.SICK,
            "state": AbsenceState.APPROVED,
            "first": date(2026, 12, 3),
            "last": None,
            "from_minute": None,
            "to_minute": None,
            "note": "",
        },
    ),
}
NOT_ASKED = {"dates", "first_week", "last_week", "contact", "review", "months", "from_day"}
"""Fields of an engagement that another term asks for; they have a test of their own."""

REFERENCES: dict[str, type[Row]] = {
    "client": Client,
    "site": Site,
    "technician": Technician,
    "owner": Technician,
    "deputy": Technician,
    "engagement": Engagement,
    "contact": Contact,
    "serves": Client,
}


def told(values: Mapping[str, Any], desk: Desk) -> dict[str, Any]:
    """References by name, rows without their ids: as the walks have them."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        table = REFERENCES.get(key)
        if key == "id":
            continue
        if table is not None and value is not None:
            names = [_name(desk, table, id) for id in (value if isinstance(value, tuple) else (value,))]
            found[key] = tuple(names) if isinstance(value, tuple) else names[0]
        elif isinstance(value, tuple) and value and isinstance(value[0], Mapping):
            found[key] = tuple(told(row, desk) for row in value)
        else:
            found[key] = value
    return found


def _name(desk: Desk, table: type[Row], id: int) -> str:
    row: Any = desk.schedule.row(table, id)
    return str(row.title if isinstance(row, Engagement) else row.name)


def stored(kind: str, row: Row, desk: Desk) -> dict[str, Any]:
    sheet = sheet_of(kind)
    return told(sheet.read(desk.schedule.row(sheet.table, row.id), Context(desk.schedule, desk.now)), desk)


def without_unshown(found: Any, wanted: Any) -> Any:
    """Only the keys that the walk names, in rows too: an opening has no break."""
    if isinstance(wanted, Mapping):
        return {key: without_unshown(found[key], wanted[key]) for key in wanted}
    if isinstance(wanted, tuple) and wanted and isinstance(wanted[0], Mapping):
        assert len(found) == len(wanted)
        return tuple(without_unshown(one, other) for one, other in zip(found, wanted, strict=True))
    return found


def opened(window: MainWindow, bridge: Bridge, kind: str, row: Row | None = None) -> Form:
    form = form_for(bridge, kind, row)
    window.open_dialog(form)
    return form


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", KINDS)
def test_written_saved_changed_and_undone_by_keyboard(
    kind: str, language: str, window: MainWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    i18n.choose(language)
    walk, desk, sheet = WALKS[kind], bridge.desk, sheet_of(kind)
    before = dict(desk.schedule.rows(sheet.table))

    form = opened(window, bridge, kind)
    fill(form.answers, walk.new)
    with qtbot.waitSignal(form.saved):
        save(form)
    (row,) = [row for id, row in desk.schedule.rows(sheet.table).items() if id not in before]
    found = stored(kind, row, desk)
    assert without_unshown(found, walk.means) == walk.means

    form = opened(window, bridge, kind, row)
    fill(form.answers, walk.change)
    with qtbot.waitSignal(form.saved):
        save(form)
    assert without_unshown(stored(kind, row, desk), walk.becomes) == walk.becomes

    # what stands in the file is what stands in memory
    other = Desk.open(desk.path, who="somebody else", extend=False)
    assert other.schedule.row(sheet.table, row.id) == desk.schedule.row(sheet.table, row.id)
    other.close()

    press(Qt.Key.Key_Z, CTRL)
    assert stored(kind, row, desk) == found
    press(Qt.Key.Key_Z, CTRL)
    assert dict(desk.schedule.rows(sheet.table)) == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_walk_leaves_no_field_out(kind: str) -> None:
    def keys(fields: Any, given: Mapping[str, Any]) -> None:
        for field in fields:
            if field.key in NOT_ASKED and field.key not in given:
                continue
            assert field.key in given, f"{kind}.{field.key}"
            rows = getattr(field.kind, "rows", None)
            if rows is not None and given[field.key]:
                keys([each for row in rows for each in row if each.key != OUTER], given[field.key][0])

    hidden = {"week"}
    for section in sheet_of(kind).sections:
        keys([field for field in section if field.key not in hidden], WALKS[kind].new)
