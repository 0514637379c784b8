"""The board's rows: groups, technicians and their bars, with tops and heights in pixels. No Qt here."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.hours import Hours
from techsched.model.kinds import Profile, Severity
from techsched.model.schedule import Schedule
from techsched.model.span import Days, Instant
from techsched.model.technician import Skill, Technician
from techsched.model.wall import days_span
from ui.board.bars import Bar, bars_of

PROFILES = (Profile.SENIOR, Profile.ADMINISTRATOR, Profile.NETWORK, Profile.SYSTEMS, Profile.JUNIOR)
"""The order of groups on board and paper."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights in pixels at the chosen text size."""

    row: int = 36
    bar: int = 24
    lane: int = 28
    group: int = 24


@dataclass(slots=True, eq=False)
class TechnicianRow:
    """`booked` and `capacity` are minutes within the shown days; `free` counts days without work, in halves."""

    technician: Technician
    top: int
    height: int
    bars: tuple[Bar, ...]
    skills: tuple[str, ...]
    district: str
    booked: int
    capacity: int
    free: tuple[float, ...] = ()


@dataclass(slots=True, eq=False)
class GroupRow:
    """`free` counts free days of its people per shown day, in halves."""

    profile: Profile
    top: int
    height: int
    size: int
    free: dict[date, float] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Rows:
    """All rows from top to bottom; `index_at` finds one by its pixel."""

    items: list[TechnicianRow | GroupRow]
    height: int
    technicians: list[TechnicianRow] = field(default_factory=list)
    _tops: list[int] = field(default_factory=list)
    _place: dict[int, int] = field(default_factory=dict)
    _shown: dict[int, TechnicianRow] | None = None

    def __post_init__(self) -> None:
        self._tops = [item.top for item in self.items]
        self.technicians = [item for item in self.items if isinstance(item, TechnicianRow)]
        self._place = {item.technician.id: n for n, item in enumerate(self.items) if isinstance(item, TechnicianRow)}

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

    def row_of(self, id: int) -> TechnicianRow | None:
        """The row on which an assignment or absence is shown."""
        if self._shown is None:
            self._shown = {}
            for row in self.technicians:
                for bar in row.bars:
                    for each in (*bar.rows, bar.absence_id):
                        if each is not None:
                            self._shown[each] = row
        return self._shown.get(id)

    def between(self, top: float, bottom: float) -> list[TechnicianRow | GroupRow]:
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, bottom)
        return self.items[first:last]


Marks = dict[int, tuple[Severity, bool]]
"""Assignment id to the worst hard or approval conflict that it is part of, and whether all such are kept."""


def marks_of(conflicts: Iterable[Conflict]) -> Marks:
    found: Marks = {}
    for conflict in conflicts:
        if conflict.severity >= Severity.APPROVAL:
            for id in conflict.assignments:
                worst, kept = found.get(id, (conflict.severity, True))
                found[id] = (max(worst, conflict.severity), kept and conflict.kept)
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
    marks: Marks,
    sizes: Sizes,
    order: Mapping[int, int] | None = None,
    *,
    before: Rows | None = None,
    stale: Container[int] = (),
) -> Rows:
    """Rows of closed `days`; `order` (technician id to rank) sorts people across groups, without groups.

    Rows of `before` are taken over but for those of `stale` technicians: it must be of the same days and moment.
    """
    people = shown(schedule, days)
    if order is not None:
        people.sort(key=lambda t: order.get(t.id, len(order) + 1))
    sizes_of = Counter(technician.profile for technician in people)
    items: list[TechnicianRow | GroupRow] = []
    top = 0
    group: GroupRow | None = None
    for technician in people:
        if order is None and (group is None or group.profile is not technician.profile):
            group = GroupRow(technician.profile, top, sizes.group, sizes_of[technician.profile])
            group.free = dict.fromkeys(days, 0.0)
            items.append(group)
            top += sizes.group
        held = before.of(technician.id) if before is not None and technician.id not in stale else None
        if held is not None and held.technician is technician:
            row = replace(held, top=top)
        else:
            row = technician_row(schedule, technician, days, now, marks, sizes, top)
        items.append(row)
        if group is not None:
            for day, free in zip(days, row.free, strict=True):
                group.free[day] += free
        top += row.height
    return Rows(items, top)


def technician_row(
    schedule: Schedule, technician: Technician, days: Days, now: Instant, marks: Marks, sizes: Sizes, top: int
) -> TechnicianRow:
    bars = bars_of(schedule, technician.id, days, now, marks)
    lanes = max((bar.lane for bar in bars), default=0)
    district = schedule.city.districts.get(technician.home_district)
    skills = sorted(schedule.group(Skill, "technician", technician.id), key=lambda s: s.id)
    worked: Counter[date] = Counter()
    for bar in bars:
        for id in bar.rows:
            row = schedule.row(Assignment, id)
            worked[row.day] += row.worked_minutes
    capacity = 0
    free: list[float] = []
    for day in days:
        hours = pattern_minutes(schedule.pattern_on(technician.id, day))
        absences = schedule.absences_on(technician.id, day)
        if not any(absence.whole_days for absence in absences):
            capacity += hours
        off = not hours or absences or schedule.holidays_on(technician.calendar, day)
        free.append(0.0 if off else _free(hours - worked[day]))
    return TechnicianRow(
        technician=technician,
        top=top,
        height=sizes.row + lanes * sizes.lane,
        bars=bars,
        skills=tuple(skill.name for skill in skills[:2]),
        district=district.short if district is not None else "",
        booked=sum(worked.values()),
        capacity=capacity,
        free=tuple(free),
    )


def _free(minutes: int) -> float:
    """Half a day free is four hours of the pattern without work; a full day at least seven."""
    return 1.0 if minutes >= 7 * 60 else 0.5 if minutes >= 4 * 60 else 0.0
