"""The form of a site: the address fills in postcode, district and coordinates for as long as nobody wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from techsched import cities
from techsched.desk.pen import Command
from techsched.desk.records import SaveRecord
from techsched.model.city import fold
from techsched.model.client import Site
from techsched.model.street import Street
from ui.forms import options
from ui.forms.choice import Choice
from ui.forms.client import LANGUAGES
from ui.forms.context import Context
from ui.forms.field import Field, Section, Sheet, Values
from ui.forms.moment import Point
from ui.forms.reference import Reference
from ui.forms.text import TYPED, LongText, Text
from ui.forms.tokens import Tokens
from ui.forms.week_hours import OPENING, hours_rows, week_hours_of
from ui.i18n import QT_TRANSLATE_NOOP

_NUMBER = re.compile(r"[\s,]+(?:n[º°o.]?\s*)?(\d+\s*\w?(?:\s*[,-].*)?)$", re.IGNORECASE)


def _street_and_number(address: str) -> tuple[str, str]:
    """'Calle Luchana' and '23, 2º' of 'Calle Luchana 23, 2º'."""
    match = _NUMBER.search(address.strip())
    return (address.strip(), "") if match is None else (address.strip()[: match.start()], match[1])


def addresses(context: Context, values: Values) -> list[str]:
    """Streets that go on from what is typed, with the number that is typed already."""
    street, number = _street_and_number(str(values.get(TYPED) or ""))
    if len(street) < 3:
        return []
    names = dict.fromkeys(each.name for each in cities.streets(context.city.key).complete(street, 24))
    return [f"{name} {number}".strip() for name in names][:8]


def meant(values: Values, context: Context) -> list[Street]:
    """Stretches of the very street that the address names; those of its postcode where one was written."""
    street, _ = _street_and_number(str(values.get("address") or ""))
    if len(street) < 3:
        return []
    found = [each for each in cities.streets(context.city.key).complete(street, 40) if fold(each.name) == fold(street)]
    written = values.get("postcode")
    return [each for each in found if each.postcode == written] or found


def _postcode(values: Values, context: Context) -> str:
    """Only where the street has a single one."""
    found = {each.postcode for each in meant({"address": values.get("address")}, context)}
    return found.pop() if len(found) == 1 else ""


def _place(values: Values, context: Context) -> str | None:
    found = {each.district for each in meant(values, context)}
    if len(found) == 1:
        return found.pop()
    likely = context.city.postcodes.get(values.get("postcode") or "", ())
    return likely[0] if likely else None


def _spot(values: Values, context: Context) -> tuple[float, float] | None:
    found = meant(values, context)
    return (found[0].lat, found[0].lon) if len(found) == 1 else None


def _postcodes(context: Context, values: Values) -> list[str]:
    return sorted({each.postcode for each in meant({"address": values.get("address")}, context)})


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
                Field("name", QT_TRANSLATE_NOOP("Field", "Name"), Text("map-pin"), 4, required=True),
                Field(
                    "code",
                    QT_TRANSLATE_NOOP("Field", "Code"),
                    Text(longest=20),
                    2,
                ),
            ),
        ),
    ),
    Section(
        QT_TRANSLATE_NOOP("Field", "Where"),
        (
            (
                Field(
                    "address",
                    QT_TRANSLATE_NOOP("Field", "Address"),
                    Text("house-line", addresses),
                    8,
                    QT_TRANSLATE_NOOP("Field", "fills in what follows"),
                ),
                Field(
                    "postcode",
                    QT_TRANSLATE_NOOP("Field", "Postcode"),
                    Text(suggest=_postcodes, longest=10),
                    4,
                    derive=_postcode,
                ),
            ),
            (
                Field(
                    "place",
                    QT_TRANSLATE_NOOP("Field", "District"),
                    Reference(
                        options.places,
                        "map-pin",
                        find=options.find_district,
                        mend=options.suggest_district,
                    ),
                    6,
                    QT_TRANSLATE_NOOP("Field", "or a place outside the city"),
                    derive=_place,
                ),
                Field(
                    "spot",
                    QT_TRANSLATE_NOOP("Field", "Coordinates"),
                    Point(),
                    6,
                    QT_TRANSLATE_NOOP("Field", "for travel times"),
                    derive=_spot,
                ),
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
        QT_TRANSLATE_NOOP("Field", "Getting in"),
        (
            (
                Field(
                    "opening",
                    QT_TRANSLATE_NOOP("Field", "Open"),
                    OPENING,
                    12,
                    QT_TRANSLATE_NOOP("Field", "none: at any hour"),
                ),
            ),
            (
                Field(
                    "clearances",
                    QT_TRANSLATE_NOOP("Field", "Clearances needed"),
                    Tokens(
                        options.word_token,
                        options.word_label,
                        options.clearance_options,
                        QT_TRANSLATE_NOOP("Field", "add what one must hold to work here"),
                    ),
                ),
            ),
            (
                Field("access", QT_TRANSLATE_NOOP("Field", "Access"), Text("key"), 8),
                Field(
                    "language",
                    QT_TRANSLATE_NOOP("Field", "Language spoken"),
                    Choice("language", LANGUAGES, none=QT_TRANSLATE_NOOP("Field", "any")),
                    4,
                ),
            ),
            (Field("parking", QT_TRANSLATE_NOOP("Field", "Parking"), Text("car"), 12),),
            (Field("notes", QT_TRANSLATE_NOOP("Field", "Notes"), LongText(3)),),
        ),
    ),
)


def _read(row: Site, context: Context) -> Values:
    spot = None if row.lat is None or row.lon is None else (row.lat, row.lon)
    outside = None if row.outer_zone_id is None else f"{options.OUTSIDE}{row.outer_zone_id}"
    return {
        "client": row.client_id,
        "name": row.name,
        "code": row.code,
        "address": row.address,
        "postcode": row.postcode,
        "place": row.district or outside,
        "spot": spot,
        "zone": row.zone,
        "calendar": row.calendar,
        "opening": hours_rows(row.opening),
        "clearances": row.clearances,
        "access": row.access,
        "language": row.language or None,
        "parking": row.parking,
        "notes": row.notes,
    }


def _command(values: Values, row: Site | None, context: Context, ids: Iterator[int]) -> Command:
    lat, lon = values["spot"] or (None, None)
    place = values["place"] or ""
    outside = place.startswith(options.OUTSIDE)
    site = Site(
        id=next(ids) if row is None else row.id,
        code=values["code"],
        client_id=values["client"],
        name=values["name"],
        district="" if outside else place,
        outer_zone_id=int(place[len(options.OUTSIDE) :]) if outside else None,
        address=values["address"],
        postcode=values["postcode"],
        lat=lat,
        lon=lon,
        zone=values["zone"],
        calendar=values["calendar"],
        opening=week_hours_of(values["opening"]),
        clearances=tuple(values["clearances"]),
        access=values["access"],
        parking=values["parking"],
        language=values["language"] or "",
        notes=values["notes"],
    )
    return SaveRecord((site,))


SHEET = Sheet(
    "site",
    Site,
    QT_TRANSLATE_NOOP("Form", "New site"),
    QT_TRANSLATE_NOOP("Form", "Site"),
    _SECTIONS,
    _read,
    _command,
)
