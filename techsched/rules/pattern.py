"""Bookings outside the technician's working pattern, or outside the site's opening hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.hours import WeekHours, hours_on
from techsched.model.kinds import Mode, Rule, Severity
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Instant
from techsched.model.technician import Technician
from techsched.model.wall import clock_text, day_of, spans_of, wall_span
from techsched.model.work import Work
from techsched.rules.naming import about


def of(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """A visit, or the cover of one, outside the technician's own hours; silent where no pattern is known.

    While placed at a client, the client's timetable holds instead.
    """
    if work.visit is None:
        return
    technician = schedule.row(Technician, row.technician_id)
    day = day_of(row.start, technician.zone)
    pattern = schedule.working_pattern(technician.id, day)
    if pattern is None or _within_one(row, day, pattern.on(day), technician.zone):
        return
    worked = {each: schedule.pattern_on(technician.id, each) for each in _days_of(row, technician.zone)}
    if not _inside(row, worked.items(), technician.zone):
        hours = _told(worked[day])
        variant = "outside" if hours else "off"
        yield about(schedule, row, work, Rule.PATTERN, Severity.WARNING, variant=variant, hours=hours, **_span(row))


def opening(schedule: Schedule, row: Assignment, work: Work) -> Iterator[Conflict]:
    """On-site work while its site is closed; the hours that a client asks for in a line are open by that."""
    site = work.site
    if row.mode is Mode.REMOTE or site is None or not site.opening:
        return
    day = day_of(row.start, site.zone)
    if _within_one(row, day, hours_on(site.opening, day), site.zone):
        return
    open_on = {each: hours_on(site.opening, each) for each in _days_of(row, site.zone)}
    if _inside(row, open_on.items(), site.zone):
        return
    if work.line is not None:
        asked = [(each, hours_on(work.line.hours, each)) for each in open_on]
        if _inside(row, (*open_on.items(), *asked), site.zone):
            return
    hours = _told(open_on[day])
    variant = "outside" if hours else "closed"
    yield about(schedule, row, work, Rule.OPENING_HOURS, Severity.WARNING, variant=variant, hours=hours, **_span(row))


def _within_one(row: Assignment, day: date, hours: WeekHours, zone: str) -> bool:
    """The quick answer: whether one stretch of the day takes in the row."""
    for each in hours:
        span = wall_span(day, each.start, each.end, zone)
        if span is not None and span.start <= row.start and row.end <= span.end:
            return True
    return False


def _days_of(row: Assignment, zone: str) -> list[date]:
    """The wall days that the row touches and the one before, whose hours may run past midnight."""
    first, last = day_of(row.start, zone), day_of(row.end - 1, zone)
    return [first - ONE_DAY, *(date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))]


def _inside(row: Assignment, hours: Iterable[tuple[date, WeekHours]], zone: str) -> bool:
    """Whether every instant of the row lies in one of the stretches; stretches that touch join."""
    spans = sorted(span for day, held in hours for span in spans_of(day, held, zone))
    reached: Instant = row.start
    for span in spans:
        if span.start <= reached < span.end:
            reached = span.end
    return reached >= row.end


def _told(hours: WeekHours) -> str:
    """'09:00–14:00, 15:00–18:00'; empty on a day off."""
    return ", ".join(f"{clock_text(h.start)}–{clock_text(h.end)}" for h in sorted(hours, key=lambda h: h.start))


def _span(row: Assignment) -> dict[str, str | int]:
    return {"starts": row.start, "ends": row.end}
