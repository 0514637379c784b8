"""Names for what a command touches, as fields of undo labels and refusals."""

from __future__ import annotations

from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.client import Client
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.row import Row
from techsched.model.schedule import R, Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.technician import Technician
from techsched.model.wall import clock_text, minute_of
from techsched.model.work import work_of


def found(schedule: Schedule, table: type[R], id: int) -> R:
    """The row, or a UserError: somebody else removed it, or the reference is wrong."""
    row = schedule.get(table, id)
    if row is None:
        raise UserError(sentence("trouble.gone", what=table.__name__.lower()))
    return row


def booking_label(key: str, schedule: Schedule, row: Assignment, **more: str | int) -> Sentence:
    """A label with who, client, day and start of a booking; `more` replaces or adds fields."""
    fields: dict[str, str | int] = {
        "technician": schedule.row(Technician, row.technician_id).name,
        "client": work_of(schedule, row).client.name,
        "day": row.day.isoformat(),
        "start": clock_text(minute_of(row.start, row.zone)),
    }
    fields.update(more)
    return sentence(key, **fields)


def name_of(schedule: Schedule, row: Row) -> str:
    """What a person calls a row: its name, title or code."""
    for attribute in ("name", "title", "code"):
        held = getattr(row, attribute, "")
        if held:
            return str(held)
    if isinstance(row, Assignment):
        return work_of(schedule, row).client.name
    if isinstance(row, Placement):
        line = schedule.row(StaffingLine, row.line_id)
        return schedule.row(Client, schedule.row(Engagement, line.engagement_id).client_id).name
    technician = schedule.get(Technician, getattr(row, "technician_id", None))
    return technician.name if technician is not None else type(row).__name__.lower()
