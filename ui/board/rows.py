"""The board's rows: groups, technicians and their bars, with tops and heights in pixels. No Qt here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.hours import Hours
from techsched.model.kinds import Profile
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.technician import Skill, Technician
from techsched.model.wall import days_span
from ui.board.bars import Bar, Shape, bars_of

PROFILES = (Profile.SENIOR, Profile.ADMINISTRATOR, Profile.NETWORK, Profile.SYSTEMS, Profile.JUNIOR)
"""The order of groups on board and paper."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights in pixels at the chosen text size."""

    row: int = 36
    bar: int = 24
    lane: int = 28
    group: int = 24


@dataclass(slots=True)
class TechnicianRow:
    """`booked` and `capacity` are minutes within the shown days."""

    technician: Technician
    top: int
    height: int
    bars: tuple[Bar, ...]
    skills: tuple[str, ...]
    district: str
    booked: int
    capacity: int


@dataclass(slots=True)
class GroupRow:
    """`free` counts free days of its people per shown day, in halves."""

    profile: Profile
    top: int
    height: int
    size: int
    free: dict[date, float] = field(default_factory=dict)


@dataclass(slots=True)
class Rows:
    """All rows from top to bottom; `index_at` finds one by its pixel."""

    items: list[TechnicianRow | GroupRow]
    height: int
    _tops: list[int] = field(default_factory=list)
    _place: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tops = [item.top for item in self.items]
        self._place = {item.technician.id: n for n, item in enumerate(self.items) if isinstance(item, TechnicianRow)}

    @property
    def technicians(self) -> list[TechnicianRow]:
        return [item for item in self.items if isinstance(item, TechnicianRow)]

    def at(self, y: float) -> TechnicianRow | GroupRow | None:
        place = bisect_right(self._tops, y) - 1
        if place < 0:
            return None
        item = self.items[place]
        return item if y < item.top + item.height else None

    def of(self, technician_id: int) -> TechnicianRow | None:
        place = self._place.get(technician_id)
        if place is None:
            return None
        item = self.items[place]
        assert isinstance(item, TechnicianRow)
        return item

    def between(self, top: float, bottom: float) -> list[TechnicianRow | GroupRow]:
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, bottom)
        return self.items[first:last]


def by_assignment(conflicts: Iterable[Conflict]) -> dict[int, list[Conflict]]:
    found: dict[int, list[Conflict]] = {}
    for conflict in conflicts:
        for id in conflict.assignments:
            found.setdefault(id, []).append(conflict)
    return found


def shown(schedule: Schedule, days: Days) -> list[Technician]:
    """Everybody employed on one of the days, by group and then name."""
    order = {profile: n for n, profile in enumerate(PROFILES)}
    people = [t for t in schedule.rows(Technician).values() if t.employed.overlaps(days)]
    return sorted(people, key=lambda t: (order[t.profile], t.code, t.name))


def worked_minutes(schedule: Schedule, technician_id: int, days: Days) -> int:
    """Minutes of bookings that stand within closed `days`, breaks left out."""
    window = days_span(days, schedule.office.zone)
    return sum(
        row.worked_minutes
        for row in schedule.diary(technician_id).overlapping(window.start, window.end)
        if row.occupies and window.holds(row.start)
    )


def pattern_minutes(hours: Iterable[Hours]) -> int:
    return sum(h.worked for h in hours)


def build(
    schedule: Schedule,
    days: Days,
    now: Instant,
    conflicts: Iterable[Conflict],
    sizes: Sizes,
    order: Mapping[int, int] | None = None,
) -> Rows:
    """Rows of closed `days`; `order` (technician id to rank) sorts people across groups, without groups."""
    of_row = by_assignment(conflicts)
    people = shown(schedule, days)
    if order is not None:
        people.sort(key=lambda t: order.get(t.id, len(order)))
    items: list[TechnicianRow | GroupRow] = []
    top = 0
    group: GroupRow | None = None
    for technician in people:
        if order is None and (group is None or group.profile is not technician.profile):
            size = sum(1 for t in people if t.profile is technician.profile)
            group = GroupRow(technician.profile, top, sizes.group, size, dict.fromkeys(days, 0.0))
            items.append(group)
            top += sizes.group
        row = technician_row(schedule, technician, days, now, of_row, sizes, top)
        items.append(row)
        if group is not None:
            _count_free(schedule, row, days, group)
        top += row.height
    return Rows(items, top)


def technician_row(
    schedule: Schedule,
    technician: Technician,
    days: Days,
    now: Instant,
    conflicts: Mapping[int, Iterable[Conflict]],
    sizes: Sizes,
    top: int,
) -> TechnicianRow:
    bars = bars_of(schedule, technician.id, days, now, conflicts)
    lanes = max((bar.lane for bar in bars), default=0)
    district = schedule.city.districts.get(technician.home_district)
    skills = sorted(schedule.group(Skill, "technician", technician.id), key=lambda s: s.id)
    capacity = sum(pattern_minutes(schedule.pattern_on(technician.id, day)) for day in days)
    away = sum(
        pattern_minutes(schedule.pattern_on(technician.id, day))
        for day in days
        if any(a.whole_days for a in schedule.absences_on(technician.id, day))
    )
    return TechnicianRow(
        technician=technician,
        top=top,
        height=sizes.row + lanes * sizes.lane,
        bars=bars,
        skills=tuple(skill.name for skill in skills[:2]),
        district=district.short if district is not None else "",
        booked=sum(row.worked_minutes for bar in bars for row in (schedule.row(Assignment, id) for id in bar.rows)),
        capacity=capacity - away,
    )


def _count_free(schedule: Schedule, row: TechnicianRow, days: Days, group: GroupRow) -> None:
    """Half a day free is four hours of the pattern without work; a full day at least seven."""
    id = row.technician.id
    for day in days:
        hours = pattern_minutes(schedule.pattern_on(id, day))
        if not hours or schedule.absences_on(id, day) or schedule.holidays_on(row.technician.calendar, day):
            continue
        busy = sum(
            schedule.row(Assignment, assignment).worked_minutes
            for bar in row.bars
            if bar.shape in (Shape.WORK, Shape.VISIT)
            for assignment in bar.rows
            if schedule.row(Assignment, assignment).day == day
        )
        left = hours - busy
        group.free[day] += 1.0 if left >= 7 * 60 else 0.5 if left >= 4 * 60 else 0.0
