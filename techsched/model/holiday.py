"""Public holidays as dated rows with their place, status and source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.kinds import HolidayScope, HolidayStatus
from techsched.model.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(Row):
    """Holds wherever a calendar key begins with `place`: 'ES', 'ES-MD', 'ES-MD-28079', 'US'."""

    day: date
    name: str
    scope: HolidayScope
    place: str
    client_id: int | None = None
    """Of scope client: only this client's work."""
    status: HolidayStatus = HolidayStatus.OFFICIAL
    source: str = ""
    half_day: bool = False

    def holds_in(self, calendar: str) -> bool:
        return self.client_id is None and (calendar == self.place or calendar.startswith(self.place + "-"))
