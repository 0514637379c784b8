"""What the board draws for one technician: bookings, absences and closed days as bars in lanes. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment
from techsched.model.demand import filled_by, is_away, site_of_line
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.kinds import AbsenceKind, AssignmentState, Firmness, Mode, Priority, Severity, Term
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Days, Instant, Span
from techsched.model.technician import Technician
from techsched.model.wall import clock_text, day_of, day_span, days_span, minute_of
from techsched.model.work import Work, work_of

FULL_DAY = 5 * 60
"""Minutes from which a placed booking fills its day's cell where a day is a cell."""


class Shape(StrEnum):
    WORK = "work"
    VISIT = "visit"
    AWAY = "away"
    CLOSED = "closed"


class Progress(StrEnum):
    AHEAD = "ahead"
    UNDER_WAY = "under_way"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing on a technician's row, over one or several days.

    `kind` names its paint in the theme ('visit' and 'away' have their own). `rows` are the assignments it
    stands for, in order of time. `first` and `last` are its wall days on the office's clock.
    """

    shape: Shape
    technician_id: int
    start: Instant
    end: Instant
    first: date
    last: date
    kind: str = ""
    rows: tuple[int, ...] = ()
    absence_id: int | None = None
    absence_kind: AbsenceKind | None = None
    title: str = ""
    detail: str = ""
    tag: str = ""
    """District code of an on-site bar; empty for remote."""
    mode: Mode = Mode.ON_SITE
    tentative: bool = False
    fixed: bool = False
    progress: Progress = Progress.AHEAD
    priority: Priority | None = None
    serves: int = 0
    """Clients of a shared service."""
    covers: str = ""
    """Name of the person whose work this stands for."""
    severity: Severity | None = None
    """Of the worst conflict that it is part of."""
    kept: bool = False
    """All its hard and approval conflicts are kept anyway."""
    uncovered: int = 0
    """Days of work under an absence that nobody covers."""
    full_day: bool = True
    hour: str = ""
    """Arrival of a visit on the office's clock."""
    lane: int = 0
    break_span: Span | None = None

    @property
    def days(self) -> Days:
        return Days.through(self.first, self.last)

    @property
    def id(self) -> int:
        """The assignment or absence that a click on it means."""
        return self.rows[0] if self.rows else self.absence_id or 0


def bars_of(
    schedule: Schedule,
    technician_id: int,
    days: Days,
    now: Instant,
    marks: Mapping[int, tuple[Severity, bool]],
) -> tuple[Bar, ...]:
    """Bars of closed `days` with lanes given; `marks` are an assignment's worst conflict and whether it is kept."""
    zone = schedule.office.zone
    window = days_span(days, zone)
    rows = schedule.diary(technician_id).overlapping(window.start, window.end)
    pieces = Counter((row.placement_id, row.day) for row in rows)
    paused = {(row.placement_id, row.day) for row in rows if row.released_by is not None}
    found: list[Bar] = []
    for row in rows:
        if row.released_by is None and not (row.placement_id is not None and is_away(schedule, row)):
            bar = _bar(schedule, row, now, zone, marks.get(row.id))
            day = (row.placement_id, row.day)
            if row.placement_id is not None and pieces[day] > 1:
                # what is left around a pause is drawn at its hours, so that the pause is seen
                bar = replace(bar, full_day=day not in paused)
            found.append(bar)
    bars = _joined(found)
    bars.extend(_absences(schedule, technician_id, days, zone))
    bars.extend(_closed(schedule, technician_id, days, zone))
    return _in_lanes(bars)


def _bar(
    schedule: Schedule, row: Assignment, now: Instant, zone: str, mark: tuple[Severity, bool] | None
) -> Bar:
    work = work_of(schedule, row)
    visit = work.visit is not None and row.covers is None
    length = (row.end - row.start) // 60
    pause = None
    if row.break_start is not None and row.break_minutes:
        pause = Span(row.break_start, row.break_start + row.break_minutes * 60)
    return Bar(
        shape=Shape.VISIT if visit else Shape.WORK,
        technician_id=row.technician_id,
        start=row.start,
        end=row.end,
        first=day_of(row.start, zone),
        last=day_of(row.end - 1, zone),
        kind=_kind(work, row),
        rows=(row.id,),
        title=work.title if work.client.own_firm else work.client.name,
        serves=len(work.engagement.serves) if work.engagement is not None and work.client.own_firm else 0,
        detail=_detail(work, row, zone),
        tag=_tag(schedule, work) if row.mode is Mode.ON_SITE else "",
        mode=row.mode,
        tentative=row.firmness is Firmness.TENTATIVE,
        fixed=row.fixed,
        progress=_progress(row, work, now),
        priority=work.priority,
        covers=schedule.row(Technician, work.base.technician_id).name if row.covers is not None else "",
        severity=mark[0] if mark is not None else None,
        kept=mark is not None and mark[1],
        full_day=not visit and length >= FULL_DAY,
        hour=clock_text(minute_of(row.start, zone)) if visit else "",
        break_span=pause,
    )


def _kind(work: Work, row: Assignment) -> str:
    if row.covers is not None or work.term is Term.HOLIDAY_COVER:
        return "cover"
    return "visit" if work.term is None else str(work.term)


def _detail(work: Work, row: Assignment, zone: str) -> str:
    if work.visit is None and row.zone != zone:
        start, end = minute_of(row.start, zone), minute_of(row.end, zone)
        return f"{work.title} {clock_text(start)}–{clock_text(end)}"
    return work.title


def _tag(schedule: Schedule, work: Work) -> str:
    if work.site is None:
        return ""
    district = schedule.city.districts.get(work.site.district)
    return district.short if district is not None else work.site.name[:3].upper()


def _progress(row: Assignment, work: Work, now: Instant) -> Progress:
    if row.state is AssignmentState.DONE or row.end <= now:
        return Progress.DONE
    return Progress.UNDER_WAY if row.start <= now else Progress.AHEAD


def _joined(bars: list[Bar]) -> list[Bar]:
    """Whole days of the same work, one after the other, become one bar, split where mode or state differ."""
    joined: list[Bar] = []
    open_bars: dict[tuple[object, ...], int] = {}
    for bar in sorted(bars, key=lambda b: (b.start, b.id)):
        if not bar.full_day:
            joined.append(bar)
            continue
        key = (
            bar.kind,
            bar.title,
            bar.detail,
            bar.tag,
            bar.mode,
            bar.tentative,
            bar.fixed,
            bar.covers,
            bar.severity,
            bar.kept,
        )
        place = open_bars.get(key)
        if place is not None and bar.first - joined[place].last <= ONE_DAY and bar.severity is None:
            before = joined[place]
            state = bar.progress if before.progress is bar.progress else Progress.UNDER_WAY
            joined[place] = replace(before, end=bar.end, last=bar.last, rows=(*before.rows, *bar.rows), progress=state)
        else:
            open_bars[key] = len(joined)
            joined.append(bar)
    return joined


def open_rows(schedule: Schedule, absence: Absence, days: Days) -> list[Assignment]:
    """Bookings of placements under an absence that nobody covers and nobody decided about."""
    technician = schedule.row(Technician, absence.technician_id)
    common = days.common(absence.days)
    if common is None or common.after is None:
        return []
    window = days_span(common, technician.zone)
    found = []
    for row in schedule.diary(technician.id).overlapping(window.start, window.end):
        if row.placement_id is None or not row.occupies or not is_away(schedule, row):
            continue
        if filled_by(schedule, row) is None and not schedule.group(CoverItem, "assignment", row.id):
            found.append(row)
    return found


def _absences(schedule: Schedule, technician_id: int, days: Days, zone: str) -> list[Bar]:
    technician = schedule.row(Technician, technician_id)
    bars = []
    for absence in schedule.group(Absence, "technician", technician_id):
        common = absence.days.common(days) if absence.stands else None
        if common is None or common.after is None:
            continue
        spans = [s for d in common if (s := absence.away_on(d, technician.zone)) is not None]
        if not spans:
            continue
        last = absence.days.last
        bars.append(
            Bar(
                shape=Shape.AWAY,
                technician_id=technician_id,
                start=spans[0].start,
                end=spans[-1].end,
                first=common.first,
                last=common.after - ONE_DAY,
                kind="away",
                absence_id=absence.id,
                absence_kind=absence.kind,
                detail="" if last is None or last < days.first or last in days else last.isoformat(),
                uncovered=len(open_rows(schedule, absence, days)),
                full_day=absence.whole_days,
            )
        )
    return bars


def _closed(schedule: Schedule, technician_id: int, days: Days, zone: str) -> list[Bar]:
    """Days on which the client abroad has a holiday that the office does not."""
    bars = []
    for placement in schedule.group(Placement, "technician", technician_id):
        line = schedule.row(StaffingLine, placement.line_id)
        site = site_of_line(schedule, line)
        common = placement.days.common(days)
        if site is None or common is None or common.after is None or line.works_holidays:
            continue
        if site.calendar == schedule.office.calendar:
            continue
        engagement = schedule.row(Engagement, line.engagement_id)
        for day in common:
            holidays = schedule.holidays_on(site.calendar, day)
            if not holidays or line.hours_on(day) is None or day not in engagement.days:
                continue
            span = day_span(day, zone)
            bars.append(
                Bar(
                    shape=Shape.CLOSED,
                    technician_id=technician_id,
                    start=span.start,
                    end=span.end,
                    first=day,
                    last=day,
                    kind="holiday",
                    title=holidays[0].name,
                    detail=site.calendar.split("-")[0],
                )
            )
    return bars


def _in_lanes(bars: list[Bar]) -> tuple[Bar, ...]:
    """First free lane by start; what fills a day's cell takes the whole day."""
    placed: list[Bar] = []
    ends: list[list[tuple[Instant, Instant]]] = []
    for bar in sorted(bars, key=lambda b: (b.first, not b.full_day, b.start, b.id)):
        if bar.shape is Shape.CLOSED and any(
            other.first <= bar.first <= other.last and other.shape is not Shape.CLOSED for other in bars
        ):
            continue
        lane = 0
        while lane < len(ends) and any(bar.start < end and start < bar.end for start, end in ends[lane]):
            lane += 1
        if lane == len(ends):
            ends.append([])
        ends[lane].append((bar.start, bar.end))
        placed.append(replace(bar, lane=lane))
    return tuple(placed)


def workdays(days: Days) -> list[date]:
    return [day for day in days if day.weekday() < 5]


def week_days(day: date) -> Days:
    """Monday to Sunday of the day's ISO week."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=7))
