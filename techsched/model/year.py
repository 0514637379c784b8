"""A technician's year: minutes worked and still to come, and what the agreement allows."""

from __future__ import annotations

from datetime import date

from techsched.model.absence import Absence
from techsched.model.demand import demand
from techsched.model.engagement import Placement, StaffingLine
from techsched.model.journey import away_spans
from techsched.model.kinds import AbsenceKind
from techsched.model.span import MINUTE, Days
from techsched.model.technician import Technician
from techsched.model.worked import Workdays

FULL_WEEK = 40 * 60
"""Weekly minutes that the agreement's year is written for; others have their share of it."""


def forecast_minutes(workdays: Workdays, year: int) -> int:
    """Minutes of the whole year: before the loaded window, loaded, promised by placements beyond it, less
    the leave that is still to be taken."""
    schedule, technician = workdays.schedule, workdays.technician
    booked = workdays.minutes_in_year(year)
    earlier = schedule.earlier.get((technician.id, year), 0)
    return max(0, earlier + booked + _ahead(workdays, year) - _leave_left(workdays, year))


def allowed_minutes(technician: Technician, year_max: int, year: int) -> int:
    """The agreement's year, by the technician's weekly hours and the days employed in it."""
    days = Days(date(year, 1, 1), date(year + 1, 1, 1))
    return year_max * technician.weekly_minutes * _employed_days(technician, days) // (FULL_WEEK * days.count)


def _employed_days(technician: Technician, days: Days) -> int:
    common = days.common(technician.employed)
    return 0 if common is None else common.count


def _ahead(workdays: Workdays, year: int) -> int:
    """Minutes that placements ask for in the year's days after the loaded window, absences left out."""
    schedule, technician = workdays.schedule, workdays.technician
    horizon = schedule.window.after
    if horizon is None or horizon.year > year:
        return 0
    held = schedule.memo.ahead.setdefault(technician.id, {})
    if year not in held:
        days = Days(max(horizon, date(year, 1, 1)), date(year + 1, 1, 1))
        away = away_spans(schedule, technician)
        total = 0
        for placement in schedule.group(Placement, "technician", technician.id):
            common = days.common(placement.days)
            if common is None:
                continue
            for asked in demand(schedule, schedule.row(StaffingLine, placement.line_id), common):
                if not any(start < asked.end and asked.start < end for start, end in away):
                    total += (asked.end - asked.start) // MINUTE - asked.break_minutes
        held[year] = total
    return held[year]


def _leave_left(workdays: Workdays, year: int) -> int:
    """Minutes of annual leave that the year still owes; weekdays that are no holiday count as taken."""
    schedule, technician = workdays.schedule, workdays.technician
    held = schedule.memo.leave.setdefault(technician.id, {})
    if year not in held:
        days = Days(date(year, 1, 1), date(year + 1, 1, 1))
        halves = 2 * technician.leave_days * _employed_days(technician, days) // days.count
        for absence in schedule.group(Absence, "technician", technician.id):
            common = days.common(absence.days)
            if absence.kind is not AbsenceKind.ANNUAL_LEAVE or not absence.stands or common is None:
                continue
            parts = {day for day, minute in _ends(absence) if minute is not None}
            for day in common:
                if day.weekday() < 5 and not schedule.holidays_on(technician.calendar, day):
                    halves -= 1 if day in parts else 2
        held[year] = max(0, halves) * technician.weekly_minutes // 10
    return held[year]


def _ends(absence: Absence) -> tuple[tuple[date | None, int | None], ...]:
    """First and last day, with the minute at which part of the day begins or ends the absence."""
    return (absence.first, absence.from_minute), (absence.days.last, absence.to_minute)
