"""The year in numbers: days placed, days to be covered, certificates that end, shares of people away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from techsched.model.absence import Absence
from techsched.model.demand import Demand, demand
from techsched.model.engagement import Placement, StaffingLine
from techsched.model.kinds import AbsenceState
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.technician import Certification, Skill, Technician

NEXT_DAYS = timedelta(days=90)
SATURDAY = 5


class YearReport(TypedDict):
    """Counts over one calendar year, from placements and not from the bookings they have grown so far.

    They take public holidays into account, but neither clients' closures nor technicians' August hours, and
    of placements the days from Monday to Friday only. Absences count when approved or requested, for whole
    days. Shares are of all technicians on file, to three decimals, on the working days of the office's city.
    """

    assignment_days: int
    double_booked_technician_days: int
    """Days of a technician on which two placements at least share an instant."""
    assignments_lacking_a_skill: int
    """Placements whose technician lacks a required name, at any level and valid or not."""
    cover_needed_days: int
    cover_needed_by_month: dict[str, int]
    """'1' to '12'."""
    certificates_expired_on_1_july: int
    certificates_expiring_in_next_90_days: int
    """From 1 July, that day included."""
    peak_day_away: tuple[str, float] | None
    """ISO day, the first of several, and its share; None where no day was worked or nobody is on file."""
    mean_away_august: float


@dataclass(frozen=True, slots=True)
class Placed:
    """One day of a placement."""

    technician_id: int
    asked: Demand


def year(schedule: Schedule, number: int) -> YearReport:
    """The figures of calendar year `number`."""
    whole = Days(date(number, 1, 1), date(number + 1, 1, 1))
    placements = [row for row in schedule.rows(Placement).values() if row.days.overlaps(whole)]
    placed = [found for row in placements for found in _placed(schedule, row, whole)]
    away = _away(schedule, whole)
    needed = Counter(one.asked.day.month for one in placed if one.asked.day in away.get(one.technician_id, ()))
    shares = _shares(schedule, whole, away)
    august = [share for day, share in shares.items() if day.month == 8]
    july = date(number, 7, 1)
    ends = [proof.expires for proof in schedule.rows(Certification).values() if proof.expires is not None]
    peak = max(shares, key=lambda day: (shares[day], -day.toordinal()), default=None)
    return YearReport(
        assignment_days=len(placed),
        double_booked_technician_days=_double_booked(placed),
        assignments_lacking_a_skill=sum(_lacks(schedule, row) for row in placements),
        cover_needed_days=needed.total(),
        cover_needed_by_month={str(month): needed[month] for month in range(1, 13)},
        certificates_expired_on_1_july=sum(end < july for end in ends),
        certificates_expiring_in_next_90_days=sum(july <= end < july + NEXT_DAYS for end in ends),
        peak_day_away=None if peak is None else (peak.isoformat(), round(shares[peak], 3)),
        mean_away_august=round(sum(august) / len(august), 3) if august else 0.0,
    )


def _placed(schedule: Schedule, placement: Placement, whole: Days) -> Iterator[Placed]:
    line = schedule.row(StaffingLine, placement.line_id)
    days = placement.days.common(whole)
    if days is None:
        return
    for asked in demand(schedule, line, days, closures=False):
        if asked.day.weekday() < SATURDAY:
            yield Placed(placement.technician_id, asked)


def _double_booked(placed: list[Placed]) -> int:
    """A night that runs into the next day's work counts on that next day."""
    by_technician: dict[int, list[Demand]] = defaultdict(list)
    for one in placed:
        by_technician[one.technician_id].append(one.asked)
    count = 0
    for asked in by_technician.values():
        days: set[date] = set()
        busy_until: Instant | None = None
        for work in sorted(asked, key=lambda work: (work.start, work.end)):
            if busy_until is not None and work.start < busy_until:
                days.add(work.day)
            busy_until = work.end if busy_until is None else max(busy_until, work.end)
        count += len(days)
    return count


def _lacks(schedule: Schedule, placement: Placement) -> bool:
    skills = {s.name.casefold() for s in schedule.group(Skill, "technician", placement.technician_id)}
    proofs = {c.name.casefold() for c in schedule.group(Certification, "technician", placement.technician_id)}
    line = schedule.row(StaffingLine, placement.line_id)
    return any(need.name.casefold() not in (proofs if need.certification else skills | proofs) for need in line.skills)


def _away(schedule: Schedule, whole: Days) -> dict[int, set[date]]:
    """Whole days that each technician is or asks to be away."""
    found: dict[int, set[date]] = defaultdict(set)
    for absence in schedule.rows(Absence).values():
        if absence.whole_days and absence.state in (AbsenceState.APPROVED, AbsenceState.REQUESTED):
            days = absence.days.common(whole)
            if days is not None:
                found[absence.technician_id].update(days)
    return found


def _shares(schedule: Schedule, whole: Days, away: dict[int, set[date]]) -> dict[date, float]:
    """Share of technicians away on each working day of the office's city."""
    people = len(schedule.rows(Technician))
    counts = Counter(day for days in away.values() for day in days)
    calendar = schedule.office.calendar
    return {
        day: counts[day] / people
        for day in whole
        if people and day.weekday() < SATURDAY and not schedule.holidays_on(calendar, day)
    }
