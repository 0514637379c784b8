"""The sample companies of a size as schedules, and what is asked of them in benches."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from techsched import cities
from techsched.model.assignment import Assignment
from techsched.model.kinds import AssignmentState
from techsched.model.schedule import Schedule
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import day_of
from techsched.plan.waiting import waiting_visits
from techsched.sample import NOW, large

ZONE = "Europe/Madrid"
TODAY: date = day_of(NOW, ZONE)
WINDOW = Days(TODAY - timedelta(weeks=8), TODAY + timedelta(weeks=53))
"""What a desk loads."""


@lru_cache(maxsize=2)
def company(people: int) -> Schedule:
    """60 people are the medium company, 200 with 100,000 assignments the large one."""
    made = [edit.after for edit in large.company(people, 1, "en").edits if edit.after is not None]
    return Schedule(cities.pack("madrid"), made, window=WINDOW)


def waiting(schedule: Schedule) -> Visit:
    """The waiting visit that is due first."""
    return waiting_visits(schedule)[0]


def driver(schedule: Schedule) -> Technician:
    """Who has most visits today."""

    def visits(technician: Technician) -> int:
        diary = schedule.diary(technician.id)
        return sum(row.visit_id is not None and row.day == TODAY for row in diary)

    return max(schedule.rows(Technician).values(), key=visits)


def size(schedule: Schedule) -> int:
    return sum(row.state is not AssignmentState.WITHDRAWN for row in schedule.rows(Assignment).values())
