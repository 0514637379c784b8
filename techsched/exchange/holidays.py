"""Rows of public holidays, placed by their scope under the office's own calendar."""

from __future__ import annotations

from techsched.exchange.cell import shown
from techsched.exchange.intake import Intake
from techsched.exchange.reading import Record, Unfit
from techsched.model.holiday import Holiday
from techsched.model.kinds import HolidayScope
from techsched.model.sentence import sentence
from techsched.model.span import Days

_DEPTH = {HolidayScope.NATIONAL: 1, HolidayScope.REGION: 2, HolidayScope.MUNICIPALITY: 3}
"""How much of a key such as 'ES-MD-28079' the holiday's place is."""


def holiday(intake: Intake, record: Record) -> None:
    """A day that the office knows for that place already is taken as read and made no second time."""
    scope: HolidayScope = record["scope"]
    if scope not in _DEPTH:
        raise Unfit("scope", sentence("import.client_holiday"))
    place = "-".join(intake.office.calendar.split("-")[: _DEPTH[scope]])
    key = (record["date"], place)
    intake.once(record, "date", Holiday, key, record["name"])
    intake.touch(Days.single(record["date"]))
    if any(known.place == place for known in intake.schedule.group(Holiday, "day", record["date"])):
        intake.stand(record, Holiday, key)
        return
    row = Holiday(
        id=intake.id(),
        day=record["date"],
        name=record["name"],
        scope=scope,
        place=place,
        status=record["status"],
        source=record["source"] or shown(record.file),
        half_day=record["half_day"],
    )
    intake.keep(record, row, key)
