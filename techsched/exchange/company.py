"""A company folder, or single files of one, as one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from techsched.exchange.bookings import book, waive
from techsched.exchange.clients import client, closures, site
from techsched.exchange.engagements import engagement, placement
from techsched.exchange.folder import tables
from techsched.exchange.header import header_of
from techsched.exchange.holidays import holiday
from techsched.exchange.intake import Intake
from techsched.exchange.mapping import Kind, kinds
from techsched.exchange.people import absence, skill, technician
from techsched.exchange.reading import FileRead, Flag, Reading, Record, Refusal, Unfit
from techsched.exchange.records import records
from techsched.exchange.tabular import Sheet
from techsched.exchange.visits import visit
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Change, created
from techsched.model.client import Client, Closure, Site
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.growth import horizon
from techsched.model.holiday import Holiday
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Days, Instant
from techsched.model.technician import Certification, Skill, Technician, WorkingPattern
from techsched.model.visit import Visit

__all__ = ["FileRead", "Flag", "Reading", "Refusal", "read"]

_BUILDERS: dict[str, Callable[[Intake, Record], None]] = {
    "holidays": holiday,
    "technicians": technician,
    "skills": skill,
    "clients": client,
    "sites": site,
    "engagements": engagement,
    "assignments": placement,
    "absences": absence,
    "visits": visit,
}
_MADE: dict[type[Row], str] = {
    Holiday: "holidays",
    Technician: "technicians",
    Skill: "skills",
    Certification: "certifications",
    WorkingPattern: "working_patterns",
    Client: "clients",
    Site: "sites",
    Closure: "closures",
    Engagement: "engagements",
    StaffingLine: "staffing_lines",
    Placement: "placements",
    Visit: "visits",
    Absence: "absences",
    Assignment: "assignments",
    Waiver: "waivers",
}


_NEIGHBOURS = timedelta(days=2)
"""How long a booking is at most: those of so many days around may overlap."""


def read(
    paths: Iterable[Path],
    schedule: Schedule,
    *,
    ids: Iterator[int],
    who: str,
    now: Instant,
    loaded: Callable[[Days], Schedule] | None = None,
) -> Reading:
    """Reads folders and files into one change; nothing is written. The schedule has its office row.

    `loaded` gives the same schedule with all bookings of some days, where this one holds a window of them.

    Rows that cannot be read, and rows that depend on them, are left out and told. Placements grow into dated
    bookings, clashes among them are kept with waivers, and sites closed in August get their closures. Raises
    UserError, and then nothing is to be imported, when a file or folder as a whole cannot be read.
    """
    declared = kinds(schedule.city)
    found, passed = tables(paths, declared)
    intake = Intake(schedule, ids, who, now)
    intake.docket.flagged += passed
    counts: dict[str, int] = {}
    files = []
    for kind, sheet in found:
        told = _table(intake, kind, sheet)
        counts[kind.name] = counts.get(kind.name, 0) + told.read
        files.append(told)
    closures(intake, horizon(now, schedule.office.zone))
    book(intake)
    made = intake.made(Assignment)
    if made and loaded is not None:
        booked = [row.day for row in made]
        intake.schedule = loaded(Days(min(booked) - _NEIGHBOURS, max(booked) + _NEIGHBOURS))
    clashes = waive(intake)
    rows = intake.all_rows()
    return Reading(
        read=counts,
        made={name: len(intake.made(table)) for table, name in _MADE.items() if intake.made(table)},
        refused=tuple(intake.docket.refused),
        flagged=_of_rows_taken(intake),
        clashes=clashes,
        change=Change(sentence("undo.import", n=sum(counts.values())), created(*rows)),
        files=tuple(files),
    )


def _of_rows_taken(intake: Intake) -> tuple[Flag, ...]:
    """How a value was read matters only where its row went in."""
    left = {(refusal.file, refusal.row) for refusal in intake.docket.refused}
    return tuple(flag for flag in intake.docket.flagged if (flag.file, flag.row) not in left)


def _table(intake: Intake, kind: Kind, sheet: Sheet) -> FileRead:
    header = header_of(sheet, kind)
    taken = 0
    for record in records(sheet, kind, header, intake.docket):
        try:
            _BUILDERS[kind.name](intake, record)
            taken += 1
        except Unfit as trouble:
            intake.docket.refuse(record, trouble)
    named = dict(header.columns)
    return FileRead(
        file=sheet.file,
        table=kind.name,
        rows=sum(number > header.row for number, _ in sheet.rows),
        read=taken,
        encoding=sheet.encoding,
        separator=sheet.separator,
        columns=tuple(
            (text, named[place].name if place in named else "") for place, text in enumerate(header.written)
        ),
    )
