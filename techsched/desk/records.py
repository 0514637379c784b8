"""Commands on the records behind the board: technicians, clients, sites, engagements and their parts."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import ClassVar

from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.telling import name_of
from techsched.errors import UserError
from techsched.model.change import Change
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.row import Row
from techsched.model.schedule import TABLES, Schedule
from techsched.model.sentence import sentence
from techsched.model.technician import Technician

CODES: dict[type[Row], str] = {Technician: "T{:03d}", Client: "C{:04d}", Site: "S{:05d}", Engagement: "E{:05d}"}
"""How codes of new records are numbered."""


def fresh_code(schedule: Schedule, table: type[Row]) -> str:
    """One more than the highest number among the codes of the table."""
    letter = CODES[table][0]
    numbers = [
        int(row.code[1:])  # type: ignore[attr-defined]
        for row in schedule.rows(table).values()
        if row.code[:1] == letter and row.code[1:].isdigit()  # type: ignore[attr-defined]
    ]
    return CODES[table].format(max(numbers, default=0) + 1)


@dataclass(frozen=True, slots=True)
class SaveRecord:
    """A record with its parts, new or changed, as one step; `removed` parts go.

    Rows that are not in the office yet must carry ids (`fresh_ids`); the first row names the step.
    A new record with an empty code gets the next one. Raises UserError for a code that is taken, an
    empty name, or an end that is not after its start.
    """

    rows: tuple[Row, ...]
    removed: tuple[Row, ...] = ()
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if not self.rows:
            raise UserError(sentence("trouble.nothing_chosen"))
        draft = Draft(schedule)
        first: Row | None = None
        for row in self.rows:
            before = schedule.get(type(row), row.id)
            coded = type(row) in CODES
            if coded and not row.code:  # type: ignore[attr-defined]
                row = replace(row, code=fresh_code(draft.schedule, type(row)))  # type: ignore[call-arg]
            if coded:
                held = draft.schedule.by_code(type(row), row.code)  # type: ignore[attr-defined]
                if held is not None and held.id != row.id:
                    raise UserError(sentence("trouble.code_taken", code=row.code))  # type: ignore[attr-defined]
            if hasattr(row, "name") and not row.name.strip():
                raise UserError(sentence("trouble.name_missing"))
            begins = getattr(row, "first", getattr(row, "employed_from", None))
            ends = getattr(row, "after", getattr(row, "employed_after", None))
            if begins is not None and ends is not None and ends <= begins:
                raise UserError(sentence("trouble.ends_before_start"))
            if isinstance(row, StaffingLine) and row.headcount < 1:
                raise UserError(sentence("trouble.headcount"))
            row = replace(row, version=0 if before is None else before.version)
            first = first or row
            draft.put(row)
        draft.remove(*self.removed)
        assert first is not None
        known = schedule.get(type(first), first.id)
        verb = "undo.new_record" if known is None else "undo.change_record"
        return draft.change(sentence(verb, name=name_of(draft.schedule, first), table=type(first).__name__.lower()))


_REFERENCES = {
    "StaffingLine": ("line_id",),
    "OuterZone": ("outer_zone_id",),
    "Technician": ("technician_id", "owner_id", "deputy_id"),
    "Client": ("client_id", "serves"),
}
"""Columns that point at a table where it is not only 'site_id' for a site and the like."""


def referring(schedule: Schedule, row: Row) -> list[Row]:
    """Rows that point at `row`, each once."""
    name = type(row).__name__
    keys = set(_REFERENCES.get(name, (f"{name.lower()}_id",)))
    found: list[Row] = []
    for table in TABLES:
        held = sorted(keys.intersection(field.name for field in fields(table)))
        if held:
            found.extend(other for other in schedule.rows(table).values() if _points(other, held, row.id))
    return found


def _points(row: Row, columns: list[str], id: int) -> bool:
    """Whether one of the columns holds the id, or a list with it."""
    values = (getattr(row, column) for column in columns)
    return any(id in value if isinstance(value, tuple) else id == value for value in values)


PARTS = frozenset(
    {
        "Skill",
        "Certification",
        "Clearance",
        "WorkingPattern",
        "Contact",
        "Closure",
        "ServiceTarget",
        "StaffingLine",
        "RuleSet",
        "Site",
    }
)
"""Tables whose rows go with the record they belong to."""


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """Takes a record away with its parts. Raises UserError while bookings or other records need it."""

    row: Row
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        row = schedule.get(type(self.row), self.row.id)
        if row is None:
            raise UserError(sentence("trouble.gone", what=type(self.row).__name__.lower()))
        draft = Draft(schedule)
        waiting = [row]
        while waiting:
            held = waiting.pop()
            draft.remove(held)
            for other in referring(schedule, held):
                if type(other).__name__ not in PARTS:
                    if isinstance(row, Technician) and not isinstance(other, Engagement):
                        # whoever worked here leaves; what they did stays
                        raise UserError(sentence("trouble.technician_needed", technician=row.name))
                    raise UserError(
                        sentence(
                            "trouble.still_needed",
                            name=name_of(schedule, row),
                            table=type(other).__name__.lower(),
                            other=name_of(schedule, other),
                        )
                    )
                waiting.append(other)
        return draft.change(
            sentence("undo.remove_record", name=name_of(schedule, row), table=type(row).__name__.lower())
        )
