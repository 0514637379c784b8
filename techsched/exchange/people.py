"""Rows of technicians, of what they hold, and of their absences."""

from __future__ import annotations

from datetime import date

from techsched.exchange.cell import shown
from techsched.exchange.intake import Intake
from techsched.exchange.reading import Record, Unfit
from techsched.exchange.vocabulary import SkillSort
from techsched.model.absence import Absence
from techsched.model.sentence import sentence
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.model.wall import DAY_MINUTES, clock_text


def technician(intake: Intake, record: Record) -> None:
    code = intake.claim(record, Technician)
    employed = intake.days(record, "hired_on", "left_on")
    parts = (record["given_name"], record["surname_1"], record["surname_2"])
    row = Technician(
        id=intake.id(),
        code=code,
        name=record["name"] or " ".join(part for part in parts if part),
        profile=record["profile"],
        home_district=record["home_district"],
        districts=record["covers_districts"],
        languages=record["languages"],
        zone=record["time_zone"] or intake.office.zone,
        calendar=intake.office.calendar,
        transport=record["transport"],
        employed_from=employed.first,
        employed_after=employed.after,
        weekly_minutes=round(record["weekly_hours"] * 60),
        leave_days=record["annual_leave_days"],
        remote_ok=record["remote_ok"],
        on_call=record["on_call"],
        phone=record["phone"],
        email=record["email"],
        notes=record["notes"],
    )
    pattern = _pattern(intake, record, row)
    intake.keep(record, row)
    if pattern is not None:
        intake.add(pattern)


def _pattern(intake: Intake, record: Record, row: Technician) -> WorkingPattern | None:
    """From hire to leaving; August's hours from its first to its last day, without a break of their own."""
    if not record.both("shift_start", "shift_end"):
        return None
    weekdays = record["weekdays"]
    hours = intake.hours(record, weekdays, "shift_start", "shift_end", record["break_minutes"])
    summer = record.both("august_start", "august_end")
    return WorkingPattern(
        id=intake.id(),
        technician_id=row.id,
        first=row.employed_from,
        after=row.employed_after,
        hours=hours,
        season_from="08-01" if summer else "",
        season_to="08-31" if summer else "",
        season_hours=intake.hours(record, weekdays, "august_start", "august_end") if summer else (),
    )


def skill(intake: Intake, record: Record) -> None:
    who = intake.find(record, "technician_id", Technician)
    if record["kind"] is SkillSort.SKILL:
        _skill(intake, record, who)
    else:
        _certification(intake, record, who)


def _skill(intake: Intake, record: Record, who: Technician) -> None:
    name: str = record["name"]
    if record["level"] is None:
        raise Unfit("level", sentence("import.level_missing"))
    key = (who.id, name.casefold())
    intake.once(record, "name", Skill, key, name)
    for known in intake.schedule.group(Skill, "technician", who.id):
        if known.name.casefold() == name.casefold():
            raise Unfit("name", sentence("import.in_office", value=shown(name)))
    row = Skill(
        id=intake.id(), technician_id=who.id, name=name, level=record["level"], since=record["obtained_on"]
    )
    intake.keep(record, row, key)


def _certification(intake: Intake, record: Record, who: Technician) -> None:
    """One that was renewed stands there once for each time it was issued."""
    name: str = record["name"]
    issued: date | None = record["obtained_on"]
    if issued is not None:
        intake.days(record, "obtained_on", "expires_on")
    key = (who.id, name.casefold(), issued)
    intake.once(record, "name", Certification, key, name)
    for known in intake.schedule.group(Certification, "technician", who.id):
        if known.name.casefold() == name.casefold() and known.issued == issued:
            raise Unfit("name", sentence("import.in_office", value=shown(name)))
    row = Certification(
        id=intake.id(),
        technician_id=who.id,
        name=name,
        vendor=record["vendor"],
        number=record["number"],
        issued=issued,
        expires=record["expires_on"],
    )
    intake.keep(record, row, key)


def absence(intake: Intake, record: Record) -> None:
    code = intake.claim(record, Absence)
    who = intake.find(record, "technician_id", Technician)
    days = intake.days(record)
    begins: int | None = record["from_time"]
    ends: int | None = record["to_time"]
    single = days.after is not None and days.count == 1
    if single and (ends if ends is not None else DAY_MINUTES) <= (begins or 0):
        told = sentence("import.time_before_start", start=clock_text(begins or 0), end=clock_text(ends or 0))
        raise Unfit("to_time", told)
    if begins == DAY_MINUTES:
        raise Unfit("from_time", sentence("import.not_a_clock", value=clock_text(begins)))
    intake.keep(
        record,
        Absence(
            id=intake.id(),
            code=code,
            technician_id=who.id,
            kind=record["kind"],
            state=record["status"],
            first=days.first,
            after=days.after,
            from_minute=begins,
            to_minute=ends,
            requested_on=record["requested_on"],
            note=record["notes"],
        ),
    )
    intake.touch(days)
