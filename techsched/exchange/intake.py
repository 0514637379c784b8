"""The office and what was read so far: taken codes, rows to be made, cells as instants and hours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from techsched.errors import UserError
from techsched.exchange import cell
from techsched.exchange.reading import Docket, Record, Unfit
from techsched.model.city import fold
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.holiday import Holiday
from techsched.model.hours import WeekHours, week_hours
from techsched.model.office import OuterZone
from techsched.model.row import Row
from techsched.model.schedule import TABLES, Schedule
from techsched.model.sentence import sentence
from techsched.model.span import FAR_FUTURE, MINUTE, Days, Instant
from techsched.model.technician import Certification, Skill, Technician
from techsched.model.wall import DAY_MINUTES, clock_text, day_span, instant, local, reading

R = TypeVar("R", bound=Row)

TABLE_OF: dict[type[Row], str] = {
    Technician: "technicians",
    Client: "clients",
    Site: "sites",
    Engagement: "engagements",
    Placement: "assignments",
}
"""Which table of the files a row with a code comes from."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a row of the files stands."""

    file: str
    row: int


class Intake:
    """Collects the rows of one import. What a row refers to is looked for in the files first, then in the office."""

    def __init__(self, schedule: Schedule, ids: Iterator[int], who: str, now: Instant) -> None:
        self.schedule = schedule
        self.office = schedule.office
        self.ids = ids
        self.who = who
        self.now = now
        self.docket = Docket()
        self.rows: dict[type[Row], list[Any]] = {}
        self.lines: dict[int, StaffingLine] = {}
        """By engagement: where its placements go."""
        self.closed_august: list[Site] = []
        self.years: set[int] = set()
        """Years that dated rows of the files touch."""
        self._codes: dict[type[Row], dict[str, Row]] = {}
        self._stood: dict[tuple[type[Row], Any], Stood] = {}
        self._district = cell.district(schedule.city)
        self._outer = {fold(zone.name): zone for zone in schedule.rows(OuterZone).values()}
        self._holidays: dict[date, list[Holiday]] | None = None
        self._places: dict[str, tuple[str, OuterZone | None]] = {}
        self._held: dict[int, dict[int, list[tuple[date, date]]]] = {}
        self._needs_certificate: dict[str, bool] | None = None

    def id(self) -> int:
        return next(self.ids)

    def add(self, *rows: Row) -> None:
        for row in rows:
            self.rows.setdefault(type(row), []).append(row)

    def made(self, table: type[R]) -> list[R]:
        return self.rows.get(table, [])

    def all_rows(self) -> list[Row]:
        """Everything to be made, parents before children."""
        return [row for table in TABLES for row in self.rows.get(table, ())]

    def touch(self, days: Days) -> None:
        """Dated rows say which years the import is about."""
        self.years.update((days.first.year, (days.last or days.first).year))

    # codes

    def codes(self, table: type[R]) -> dict[str, Row]:
        """Rows by folded code, those of the office and those read so far."""
        found = self._codes.get(table)
        if found is None:
            held: Iterable[Any] = self.schedule.rows(table).values()
            found = self._codes[table] = {row.code.casefold(): row for row in held if row.code}
        return found

    def claim(self, record: Record, table: type[R]) -> str:
        """The record's code, which nobody may have yet. Raises Unfit."""
        code: str = record["id"]
        if code and code.casefold() in self.codes(table):
            self._taken(record, "id", table, code.casefold(), code)
        return code

    def once(self, record: Record, column: str, table: type[R], key: Any, named: str) -> None:
        """Refuses a row without a code that stands in the files already; `key` makes two rows the same."""
        if (table, key) in self._stood:
            self._taken(record, column, table, key, named)

    def _taken(self, record: Record, column: str, table: type[R], key: Any, named: str) -> None:
        stood = self._stood.get((table, key))
        if stood is None:
            raise Unfit(column, sentence("import.in_office", value=cell.shown(named)))
        told = sentence("import.twice", value=cell.shown(named), file=stood.file, row=stood.row)
        raise Unfit(column, told)

    def keep(self, record: Record, row: Row, key: Any = None) -> None:
        """Adds the record's own row, known by its code or by `key`."""
        self.add(row)
        if key is None:
            coded: Any = row
            key = coded.code.casefold()
            if key:
                self.codes(type(row))[key] = row
        self.stand(record, type(row), key)

    def stand(self, record: Record, table: type[Row], key: Any) -> None:
        """What `key` means stands in this row of the files."""
        self._stood[(table, key)] = Stood(record.file, record.row)

    def find(self, record: Record, column: str, table: type[R]) -> R:
        """The row that a record refers to by its code. Raises Unfit when there is none or it was left out."""
        code: str = record[column]
        found = self.codes(table).get(code.casefold())
        if isinstance(found, table):
            return found
        left = self.docket.left.get((TABLE_OF[table], code.casefold()))
        what = table.__name__.lower()
        if left is not None:
            told = sentence("import.depends", table=what, value=cell.shown(code), file=left.file, row=left.row)
            raise Unfit(column, told)
        near = self._alike(table, code)
        if near is not None:
            told = sentence("import.unknown_reference_near", table=what, value=cell.shown(code), near=near)
            raise Unfit(column, told)
        raise Unfit(column, sentence("import.unknown_reference", table=what, value=cell.shown(code)))

    def _alike(self, table: type[R], code: str) -> str | None:
        """A code that differs in hyphens, blanks and the like only: 'T-031' and 'T031'."""
        plain = re.sub(r"[\W_]+", "", code.casefold())
        row: Any = self.codes(table).get(plain)
        return None if row is None else row.code

    def held_places(self, line_id: int, place: int) -> list[tuple[date, date]]:
        """From when to before when a place of a line is held: sorted, apart, and the caller's to add to."""
        if line_id not in self._held:
            self._held[line_id] = {}
            known = self.schedule.group(Placement, "line", line_id)
            for row in sorted(known, key=lambda row: row.first):
                held = self._held[line_id].setdefault(row.place, [])
                after = row.after or FAR_FUTURE
                if held and row.first <= held[-1][1]:
                    held[-1] = (held[-1][0], max(held[-1][1], after))
                else:
                    held.append((row.first, after))
        return self._held[line_id].setdefault(place, [])

    # skills

    def needs_certificate(self, name: str) -> bool:
        """Whether a required name is only ever a certification, in the files and in the office.

        Then only a valid certification will do. A name that is somebody's skill, or nobody's, may be met by
        either: whoever asks for 'Azure' does not turn a certified person away.
        """
        if self._needs_certificate is None:
            found: dict[str, bool] = {}
            for table in (Certification, Skill):
                held: Iterable[Any] = (*self.schedule.rows(table).values(), *self.made(table))
                found.update({row.name.casefold(): table is Certification for row in held})
            self._needs_certificate = found
        return self._needs_certificate.get(name.casefold(), False)

    # places

    def place(self, record: Record, column: str) -> tuple[str, OuterZone | None]:
        """District code, or the zone outside the city, that a cell names. Raises Unfit."""
        text: str = record[column]
        if text in self._places:
            return self._places[text]
        outer = self._outer.get(fold(text[:100]))
        if outer is not None:
            self._places[text] = "", outer
            return "", outer
        try:
            code: str = self._district(text)
        except UserError as trouble:
            raise Unfit(column, trouble.sentence) from None
        self._places[text] = code, None
        return code, None

    # days, hours, moments

    def is_working_day(self, calendar: str, day: date) -> bool:
        """Monday to Friday, and no public holiday of the office or of the files."""
        if self._holidays is None:
            self._holidays = defaultdict(list)
            for row in (*self.schedule.rows(Holiday).values(), *self.made(Holiday)):
                self._holidays[row.day].append(row)
        return day.weekday() < 5 and not any(row.holds_in(calendar) for row in self._holidays.get(day, ()))

    def days(self, record: Record, first: str = "starts_on", last: str = "ends_on") -> Days:
        """Both columns included; an empty last one is an open end. Raises Unfit."""
        begins: date = record[first]
        ends: date | None = record[last]
        if ends is not None and ends < begins:
            told = sentence("import.ends_before_start", start=begins.isoformat(), end=ends.isoformat())
            raise Unfit(last, told)
        return Days.through(begins, ends)

    def hours(
        self,
        record: Record,
        weekdays: tuple[int, ...],
        start: str,
        end: str,
        pause: int = 0,
        pause_start: int | None = None,
    ) -> WeekHours:
        """The same hours on each weekday; an end at or before the start is on the next day, and flagged."""
        begins: int = record[start]
        ends: int = record[end] or DAY_MINUTES
        if begins == DAY_MINUTES:
            raise Unfit(start, sentence("import.not_a_clock", value=clock_text(begins)))
        if begins == ends:
            raise Unfit(end, sentence("import.no_time_between", value=clock_text(begins)))
        length = (ends - begins) % DAY_MINUTES or DAY_MINUTES
        if pause >= length:
            raise Unfit("break_minutes", sentence("import.break_too_long", minutes=pause, length=length))
        if ends < begins:
            used = f"{clock_text(begins)}-{clock_text(ends)} +1"
            told = sentence("import.into_next_day", start=clock_text(begins), end=clock_text(ends))
            self.docket.flag(record, end, used, told)
        return week_hours(weekdays, begins, ends, pause, pause_start)

    def instant(self, record: Record, column: str, zone: str) -> Instant | None:
        """A wall time as `zone` reads it: one that does not exist is shifted and flagged, of two the first."""
        wall: datetime | None = record[column]
        if wall is None:
            return None
        if wall.tzinfo is not None:
            return int(wall.timestamp())
        day = wall.date()
        if day_span(day, zone).seconds == DAY_MINUTES * MINUTE:
            return instant(day, wall.hour * 60 + wall.minute, zone) + wall.second
        read = reading(wall, zone)
        if read.kind == "gap":
            used = local(read.instants[0], zone).isoformat(timespec="minutes")
            told = sentence("import.no_such_time", day=day.isoformat(), time=f"{wall:%H:%M}", used=used[11:])
            self.docket.flag(record, column, used, told)
        return read.instants[0]
