"""What a form knows about the office while it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from techsched.model.city import CityPack
from techsched.model.schedule import Schedule
from techsched.model.span import Instant
from techsched.model.wall import day_of


@dataclass(frozen=True, slots=True)
class Context:
    """The schedule as it stands and the file's clock; language is that of `ui.i18n`."""

    schedule: Schedule
    now: Instant

    @property
    def zone(self) -> str:
        return self.schedule.office.zone

    @property
    def today(self) -> date:
        return day_of(self.now, self.zone)

    @property
    def city(self) -> CityPack:
        return self.schedule.city
