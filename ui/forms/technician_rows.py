"""What the fields of a technician's form mean: the technician and all that belongs to them; and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from techsched.desk.pen import Command
from techsched.desk.records import SaveRecord
from techsched.model.row import Row
from techsched.model.span import ONE_DAY
from techsched.model.technician import Certification, Clearance, Skill, Technician, WorkingPattern
from ui.forms.context import Context
from ui.forms.field import Values
from ui.forms.parts_of import kept_parts, matched, numbered
from ui.forms.week_hours import hours_rows, week_hours_of


def read(row: Technician, context: Context) -> Values:
    schedule = context.schedule
    spot = None if row.home_lat is None or row.home_lon is None else (row.home_lat, row.home_lon)
    return {
        "name": row.name,
        "code": row.code,
        "profile": row.profile,
        "weekly": row.weekly_minutes,
        "leave": row.leave_days,
        "phone": row.phone,
        "email": row.email,
        "hired": row.employed_from,
        "left": None if row.employed_after is None else row.employed_after - ONE_DAY,
        "on_call": row.on_call,
        "home": row.home_district or None,
        "spot": spot,
        "districts": row.districts,
        "transport": row.transport,
        "work_place": row.work_place,
        "remote": row.remote_ok,
        "zone": row.zone,
        "calendar": row.calendar,
        "languages": row.languages,
        "skills": tuple((each.name, each.level) for each in schedule.group(Skill, "technician", row.id)),
        "certificates": tuple(
            {
                "id": each.id,
                "name": each.name,
                "vendor": each.vendor,
                "number": each.number,
                "issued": each.issued,
                "expires": each.expires,
            }
            for each in schedule.group(Certification, "technician", row.id)
        ),
        "clearances": tuple(
            {
                "id": each.id,
                "name": each.name,
                "client": each.client_id,
                "site": each.site_id,
                "expires": each.expires,
            }
            for each in schedule.group(Clearance, "technician", row.id)
        ),
        "patterns": tuple(
            {
                "id": each.id,
                "first": each.first,
                "last": each.days.last,
                "cycle": each.cycle_weeks,
                "hours": hours_rows(each.hours),
                "season_from": each.season_from,
                "season_to": each.season_to,
                "season_hours": hours_rows(each.season_hours),
            }
            for each in schedule.group(WorkingPattern, "technician", row.id)
        ),
        "notes": row.notes,
    }


def command(values: Values, row: Technician | None, context: Context, ids: Iterator[int]) -> Command:
    id = next(ids) if row is None else row.id
    lat, lon = values["spot"] or (None, None)
    technician = Technician(
        id=id,
        code=values["code"],
        name=values["name"],
        profile=values["profile"],
        home_district=values["home"] or "",
        districts=tuple(sorted(values["districts"])),
        languages=tuple(values["languages"]),
        zone=values["zone"],
        calendar=values["calendar"],
        transport=values["transport"],
        work_place=values["work_place"],
        home_lat=lat,
        home_lon=lon,
        employed_from=values["hired"],
        employed_after=None if values["left"] is None else values["left"] + ONE_DAY,
        weekly_minutes=values["weekly"],
        leave_days=values["leave"],
        remote_ok=values["remote"],
        on_call=values["on_call"],
        phone=values["phone"],
        email=values["email"],
        notes=values["notes"],
    )
    rows: list[Row] = [technician]
    removed: list[Row] = []
    for wanted, gone in (
        kept_parts(context.schedule, Skill, "technician", id, _skills(values, id, context, ids)),
        kept_parts(context.schedule, Certification, "technician", id, _certificates(values, id, ids)),
        kept_parts(context.schedule, Clearance, "technician", id, _clearances(values, id, ids)),
        kept_parts(context.schedule, WorkingPattern, "technician", id, _patterns(values, id, ids)),
    ):
        rows.extend(wanted)
        removed.extend(gone)
    return SaveRecord(tuple(rows), tuple(removed))


def _skills(values: Values, id: int, context: Context, ids: Iterator[int]) -> Iterator[Skill]:
    held = matched(context.schedule, Skill, "technician", id, lambda each: each.name)
    for name, level in values["skills"]:
        known = held.get(name)
        if known is not None:
            yield replace(known, level=level)
        else:
            yield Skill(id=next(ids), technician_id=id, name=name, level=level)


def _certificates(values: Values, id: int, ids: Iterator[int]) -> Iterator[Certification]:
    for part, row in numbered(values["certificates"], ids):
        yield Certification(
            id=part,
            technician_id=id,
            name=row["name"],
            vendor=row["vendor"],
            number=row["number"],
            issued=row["issued"],
            expires=row["expires"],
        )


def _clearances(values: Values, id: int, ids: Iterator[int]) -> Iterator[Clearance]:
    for part, row in numbered(values["clearances"], ids):
        yield Clearance(
            id=part,
            technician_id=id,
            name=row["name"],
            client_id=row["client"],
            site_id=row["site"],
            expires=row["expires"],
        )


def _patterns(values: Values, id: int, ids: Iterator[int]) -> Iterator[WorkingPattern]:
    for part, row in numbered(values["patterns"], ids):
        season = bool(row["season_from"])
        yield WorkingPattern(
            id=part,
            technician_id=id,
            first=row["first"] or values["hired"],
            after=None if row["last"] is None else row["last"] + ONE_DAY,
            cycle_weeks=row["cycle"] or 1,
            hours=week_hours_of(row["hours"]),
            season_from=row["season_from"] or "",
            season_to=row["season_to"] or "",
            season_hours=week_hours_of(row["season_hours"]) if season else (),
        )
