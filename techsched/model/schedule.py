"""The schedule: an immutable snapshot of all master rows and a dated window of assignments."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Change
from techsched.model.city import CityPack
from techsched.model.client import Client, Closure, Contact, ServiceTarget, Site
from techsched.model.conflict import Override
from techsched.model.diary import Diary
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.holiday import Holiday
from techsched.model.hours import WeekHours
from techsched.model.kinds import AssignmentState, Firmness, VisitState
from techsched.model.memo import Memo
from techsched.model.office import Office, OuterZone, TravelTime
from techsched.model.row import Row
from techsched.model.ruleset import Limits, RuleSet, strictest
from techsched.model.shelf import Shelf
from techsched.model.span import Days
from techsched.model.technician import Certification, Clearance, Skill, Technician, WorkingPattern
from techsched.model.visit import Visit

R = TypeVar("R", bound=Row)

TABLES: tuple[type[Row], ...] = (
    Office,
    OuterZone,
    TravelTime,
    RuleSet,
    Holiday,
    Technician,
    Skill,
    Certification,
    WorkingPattern,
    Client,
    Site,
    Contact,
    Closure,
    ServiceTarget,
    Clearance,
    Engagement,
    StaffingLine,
    Placement,
    Visit,
    Absence,
    Assignment,
    CoverItem,
    Waiver,
    Override,
)
"""Every kind of row, parents before children: the order in which the store writes them."""

Key = Callable[[Any], Hashable]

GROUPS: dict[tuple[type[Row], str], Key] = {
    (Assignment, "technician"): lambda r: r.technician_id if r.state is not AssignmentState.WITHDRAWN else None,
    (Assignment, "visit"): lambda r: r.visit_id,
    (Assignment, "placement"): lambda r: r.placement_id,
    (Assignment, "placement day"): lambda r: (r.placement_id, r.day) if r.placement_id else None,
    (Assignment, "covers"): lambda r: r.covers,
    (Assignment, "released by"): lambda r: r.released_by,
    (Absence, "technician"): lambda r: r.technician_id,
    (Skill, "technician"): lambda r: r.technician_id,
    (Certification, "technician"): lambda r: r.technician_id,
    (Clearance, "technician"): lambda r: r.technician_id,
    (WorkingPattern, "technician"): lambda r: r.technician_id,
    (Site, "client"): lambda r: r.client_id,
    (Contact, "client"): lambda r: r.client_id,
    (Closure, "client"): lambda r: r.client_id,
    (ServiceTarget, "client"): lambda r: r.client_id,
    (Engagement, "client"): lambda r: r.client_id,
    (StaffingLine, "engagement"): lambda r: r.engagement_id,
    (Placement, "line"): lambda r: r.line_id,
    (Placement, "technician"): lambda r: r.technician_id,
    (Visit, "client"): lambda r: r.client_id,
    (Visit, "site"): lambda r: r.site_id,
    (Holiday, "day"): lambda r: r.day,
    (CoverItem, "assignment"): lambda r: r.assignment_id,
    (CoverItem, "absence"): lambda r: r.absence_id,
    (Waiver, "assignment a"): lambda r: r.a_id,
    (Waiver, "assignment b"): lambda r: r.b_id,
    (Override, "fingerprint"): lambda r: r.fingerprint,
    (RuleSet, "technician"): lambda r: r.technician_id or 0,
}
"""Look-ups that are kept current by `with_`; a key of None leaves the row out."""

_BY_TABLE: dict[type[Row], list[str]] = {}
for _table, _name in GROUPS:
    _BY_TABLE.setdefault(_table, []).append(_name)


class Schedule:
    """Never altered: `with_(change)` gives the next one and shares what the change left alone.

    `window` is the dated range of assignments that is loaded; `earlier` holds worked minutes per
    (technician id, year) of days before it, so that the year's hours are whole.
    """

    __slots__ = ("_diaries", "_groups", "_limits", "_shelves", "city", "earlier", "memo", "window")

    def __init__(
        self,
        city: CityPack,
        rows: Iterable[Row] = (),
        *,
        window: Days = Days(date(1970, 1, 1)),
        earlier: Mapping[tuple[int, int], int] | None = None,
    ) -> None:
        tables: dict[type[Row], dict[int, Row]] = {table: {} for table in TABLES}
        for row in rows:
            tables[type(row)][row.id] = row
        self.city = city
        self.window = window
        self.earlier: Mapping[tuple[int, int], int] = earlier or {}
        self._shelves: dict[type[Row], Shelf[int, Row]] = {table: Shelf(held) for table, held in tables.items()}
        self._groups: dict[tuple[type[Row], str], Shelf[Hashable, tuple[int, ...]]] = {}
        self._diaries: dict[int, Diary] = {}
        self._limits: dict[tuple[int, date], Limits] = {}
        self.memo = Memo()

    # rows

    def rows(self, table: type[R]) -> Mapping[int, R]:
        return cast("Mapping[int, R]", self._shelves[table])

    def get(self, table: type[R], id: int | None) -> R | None:
        return None if id is None else cast("R | None", self._shelves[table].get(id))

    def row(self, table: type[R], id: int) -> R:
        """Raises KeyError when there is none."""
        return cast(R, self._shelves[table][id])

    def group(self, table: type[R], by: str, key: Hashable) -> tuple[R, ...]:
        """Rows of a look-up in GROUPS, in order of id."""
        ids = self._group(table, by).get(key)
        if not ids:
            return ()
        held = self._shelves[table]
        return cast("tuple[R, ...]", tuple([held[id] for id in ids]))

    def _group(self, table: type[Row], by: str) -> Shelf[Hashable, tuple[int, ...]]:
        found = self._groups.get((table, by))
        if found is None:
            key_of = GROUPS[(table, by)]
            built: dict[Hashable, list[int]] = {}
            for id, row in self._shelves[table].items():
                key = key_of(row)
                if key is not None:
                    built.setdefault(key, []).append(id)
            found = Shelf({key: tuple(sorted(ids)) for key, ids in built.items()})
            self._groups[(table, by)] = found
        return found

    def with_(self, change: Change) -> Schedule:
        """The schedule after the change. Versions are the change's own business."""
        after = object.__new__(Schedule)
        after.city = self.city
        after.window = self.window
        after.earlier = self.earlier
        after._shelves = dict(self._shelves)
        after._groups = dict(self._groups)
        after._diaries = dict(self._diaries)
        after._limits = {} if RuleSet in change.tables else self._limits
        by_table: dict[type[Row], list[tuple[Row | None, Row | None]]] = {}
        for edit in change.edits:
            before = self._shelves[edit.table].get(edit.row.id)
            by_table.setdefault(edit.table, []).append((before, edit.after))
        for table, pairs in by_table.items():
            updates = {
                cast(Row, after_row or before).id: after_row for before, after_row in pairs if after_row or before
            }
            after._shelves[table] = self._shelves[table].with_(updates)
            for name in _BY_TABLE.get(table, ()):
                # built here once, or every schedule that comes of this one would build it from all rows
                after._groups[(table, name)] = _regroup(self._group(table, name), GROUPS[(table, name)], pairs)
        after._turn_diaries(by_table.get(Assignment, []))
        after.memo = self.memo.after(by_table, after._zone_of)
        return after

    def _zone_of(self, technician_id: int) -> str | None:
        technician = self.get(Technician, technician_id)
        return None if technician is None else technician.zone

    def _turn_diaries(self, pairs: list[tuple[Row | None, Row | None]]) -> None:
        gone: dict[int, set[int]] = {}
        come: dict[int, list[Assignment]] = {}
        for before, now in pairs:
            if isinstance(before, Assignment) and before.technician_id in self._diaries:
                gone.setdefault(before.technician_id, set()).add(before.id)
            if isinstance(now, Assignment) and now.state is not AssignmentState.WITHDRAWN:
                if now.technician_id in self._diaries:
                    come.setdefault(now.technician_id, []).append(now)
        for technician_id in gone.keys() | come.keys():
            self._diaries[technician_id] = self._diaries[technician_id].with_(
                gone.get(technician_id, set()), come.get(technician_id, ())
            )

    # what rules, plans and screens ask

    @property
    def office(self) -> Office:
        """Raises StopIteration when the file has no office row (a file under construction)."""
        return next(iter(self.rows(Office).values()))

    def diary(self, technician_id: int) -> Diary:
        found = self._diaries.get(technician_id)
        if found is None:
            found = self._diaries[technician_id] = Diary(self.group(Assignment, "technician", technician_id))
        return found

    def by_code(self, table: type[R], code: str) -> R | None:
        """The row with that code, whatever its case; for tables that have codes."""
        wanted = code.casefold()
        for row in self.rows(table).values():
            coded: Any = row
            if coded.code.casefold() == wanted:
                return row
        return None

    def limits(self, technician_id: int, day: date) -> Limits:
        found = self._limits.get((technician_id, day))
        if found is None:
            sets = (*self.group(RuleSet, "technician", 0), *self.group(RuleSet, "technician", technician_id))
            found = self._limits[(technician_id, day)] = strictest(sets, technician_id, day)
        return found

    def working_pattern(self, technician_id: int, day: date) -> WorkingPattern | None:
        """The pattern that holds on a day, whether or not that day is worked."""
        for pattern in self.group(WorkingPattern, "technician", technician_id):
            if day in pattern.days:
                return pattern
        return None

    def pattern_on(self, technician_id: int, day: date) -> WeekHours:
        """The technician's own hours of a day; empty is a day off or no pattern."""
        pattern = self.working_pattern(technician_id, day)
        return () if pattern is None else pattern.on(day)

    def holidays_on(self, calendar: str, day: date) -> tuple[Holiday, ...]:
        return tuple(h for h in self.group(Holiday, "day", day) if h.holds_in(calendar))

    def closures_on(self, client_id: int, site_id: int | None, day: date) -> tuple[Closure, ...]:
        """Closures of the client, or of this site of it, on a day."""
        return tuple(
            c for c in self.group(Closure, "client", client_id) if c.site_id in (None, site_id) and day in c.days
        )

    def absences_on(self, technician_id: int, day: date) -> tuple[Absence, ...]:
        """Approved absences that touch the day."""
        return tuple(a for a in self.group(Absence, "technician", technician_id) if a.stands and day in a.days)

    def waiver_between(self, one: Assignment, other: Assignment) -> Waiver | None:
        low, high = (one, other) if one.id < other.id else (other, one)
        for waiver in self.group(Waiver, "assignment a", low.id):
            if waiver.b_id == high.id and waiver.allows(low, high):
                return waiver
        return None

    def bookings_of(self, visit: Visit) -> tuple[Assignment, ...]:
        """The visit's assignments that are not withdrawn, by place."""
        held = (a for a in self.group(Assignment, "visit", visit.id) if a.state is not AssignmentState.WITHDRAWN)
        return tuple(sorted(held, key=lambda a: (a.place, a.id)))

    def lacks_somebody(self, visit: Visit) -> bool:
        """Whether one of the visit's places has no booking."""
        held = self.group(Assignment, "visit", visit.id)
        return len({a.place for a in held if a.state is not AssignmentState.WITHDRAWN}) < visit.people

    def visit_state(self, visit: Visit) -> VisitState:
        if visit.outcome:
            return VisitState(visit.outcome)
        if visit.arrived_at is not None:
            return VisitState.ON_SITE
        if visit.en_route_at is not None:
            return VisitState.EN_ROUTE
        if self.lacks_somebody(visit):
            return VisitState.REQUESTED
        bookings = self.bookings_of(visit)
        if visit.dispatched_at is not None:
            return VisitState.DISPATCHED
        if any(booking.firmness is Firmness.TENTATIVE for booking in bookings):
            return VisitState.TENTATIVE
        return VisitState.SCHEDULED


def _regroup(
    shelf: Shelf[Hashable, tuple[int, ...]], key_of: Key, pairs: list[tuple[Row | None, Row | None]]
) -> Shelf[Hashable, tuple[int, ...]]:
    gone: dict[Hashable, set[int]] = {}
    come: dict[Hashable, set[int]] = {}
    for before, now in pairs:
        old = key_of(before) if before is not None else None
        new = key_of(now) if now is not None else None
        if old == new:
            continue
        if old is not None and before is not None:
            gone.setdefault(old, set()).add(before.id)
        if new is not None and now is not None:
            come.setdefault(new, set()).add(now.id)
    # each group once, however many of its rows change
    updates: dict[Hashable, tuple[int, ...] | None] = {}
    for key in {**gone, **come}:
        held = set(shelf.get(key) or ()) - gone.get(key, set()) | come.get(key, set())
        updates[key] = tuple(sorted(held)) or None
    return shelf.with_(updates) if updates else shelf
