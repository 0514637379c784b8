"""What a change does to the conflicts: those it adds and those it ends, from the smallest scope that can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Change
from techsched.model.client import Closure, Site
from techsched.model.conflict import Conflict
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.growth import horizon
from techsched.model.holiday import Holiday
from techsched.model.kinds import AssignmentState
from techsched.model.office import Office, OuterZone, TravelTime
from techsched.model.row import Row
from techsched.model.ruleset import RuleSet
from techsched.model.schedule import Schedule
from techsched.model.span import ONE_DAY, Days, Instant
from techsched.model.technician import Certification, Clearance, Skill, Technician, WorkingPattern
from techsched.model.visit import Visit
from techsched.model.work import work_of
from techsched.rules import booking, coverage, notice
from techsched.rules.marks import marked
from techsched.rules.reasons import weight
from techsched.rules.scope import Scope, widened


@dataclass(frozen=True, slots=True)
class Judgement:
    """Worst first. A conflict that lost its keeping counts as new; a kept one is new with its mark."""

    new: tuple[Conflict, ...]
    gone: tuple[Conflict, ...]


def new_conflicts(before: Schedule, after: Schedule, change: Change, now: Instant) -> Judgement:
    """The conflicts of `after` that `before` has not, and the other way round, by fingerprint.

    Beside what `check` finds: short notice of bookings that the change makes or moves.
    """
    reach = Reach(now, at_once=_is_most(before, after, change))
    for edit in change.edits:
        for schedule, row in ((before, edit.before), (after, edit.after)):
            if row is not None:
                reach.take(schedule, row)
    days = _days_in_focus(before, after, change, reach)
    were = _known(before, reach, days, now)
    reach.focus = reach.focus_of(after, days)
    are = {c.fingerprint: c for c in reach.conflicts(after)}
    new = [c for key, c in are.items() if key not in were or (were[key].kept and not c.kept)]
    new.extend(_of_entries(before, after, change, now))
    gone = [c for key, c in were.items() if key not in are]
    return Judgement(_sorted(new), _sorted(gone))


_LIGHT: frozenset[type[Row]] = frozenset({Assignment, Visit})
"""Rows that alter nothing that a booking is judged by but itself, its visit and its neighbours."""


def _days_in_focus(
    before: Schedule, after: Schedule, change: Change, reach: Reach
) -> frozenset[tuple[int, date]] | None:
    """Technicians and days to look at closely where the change is about bookings alone; None is everywhere."""
    if reach.at_once or reach.wholes or not change.tables <= _LIGHT:
        return None
    rows = [schedule.get(Assignment, id) for id in reach.seen for schedule in (before, after)]
    return frozenset(booking.own_day(after, row) for row in rows if row is not None)


_held: tuple[Schedule, Instant, dict[object, dict[str, Conflict]]] | None = None
"""What was found last before a change: while a booking is dragged along a row, it is asked for again and again."""
_MOST_HELD = 256


def _known(
    before: Schedule, reach: Reach, days: frozenset[tuple[int, date]] | None, now: Instant
) -> dict[str, Conflict]:
    """The conflicts of `before` within reach, by fingerprint."""
    global _held
    reach.focus = reach.focus_of(before, days)
    if reach.focus is None:
        return {c.fingerprint: c for c in reach.conflicts(before)}
    if _held is None or _held[0] is not before or _held[1] != now or len(_held[2]) > _MOST_HELD:
        _held = before, now, {}
    key = (reach.focus, *((rule is booking.wide, scope) for rule, scope in reach.scopes()))
    found = _held[2].get(key)
    if found is None:
        found = _held[2][key] = {c.fingerprint: c for c in reach.conflicts(before)}
    return found


_MANY = 500
"""Edits from which it is asked whether a change is most of the office."""


def _is_most(before: Schedule, after: Schedule, change: Change) -> bool:
    """Whether the change is more than it leaves alone, as an import that fills an office is: then one check of
    all its days is the shortest way."""
    count = len(change.edits)
    return count >= _MANY and count > min(len(schedule.rows(Assignment)) for schedule in (before, after))


def _sorted(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    return tuple(sorted(conflicts, key=lambda c: (*weight(c), c.day, c.start, c.assignments)))


def _of_entries(before: Schedule, after: Schedule, change: Change, now: Instant) -> Iterator[Conflict]:
    for edit in change.edits:
        row = edit.after
        if not isinstance(row, Assignment) or not row.occupies or row.state is not AssignmentState.PLANNED:
            continue
        old = before.get(Assignment, row.id)
        if old is not None and old.occupies:
            if (old.technician_id, old.start, old.end) == (row.technician_id, row.start, row.end):
                continue
        for conflict in notice.of(after, row, work_of(after, row), now):
            yield marked(after, conflict, now)


class Reach:
    """Collects, row by row, whose days and which work a change can touch.

    `at_once` looks at everybody's bookings from the first to the last day, instead of at each one's by itself.
    """

    def __init__(self, now: Instant, *, at_once: bool = False) -> None:
        self.now = now
        self.at_once = at_once
        self.days_of: dict[int, set[date]] = {}
        self.line_days: dict[int, set[date]] = {}
        self.wholes: set[Scope] = set()
        self.seen: set[int] = set()
        """Bookings that were changed, and those that stand for them, for which they stand, or of the same visit."""
        self.focus: booking.Focus | None = None

    # reading edits

    def take(self, schedule: Schedule, row: Row) -> None:
        match row:
            case Assignment():
                self._booking(schedule, row)
            case Absence():
                self._absence(schedule, row)
            case CoverItem():
                self._of_id(schedule, row.assignment_id)
            case Waiver():
                self._of_id(schedule, row.a_id)
                self._of_id(schedule, row.b_id)
            case Placement():
                self._line(schedule, row.line_id, row.days)
            case Visit():
                for held in schedule.group(Assignment, "visit", row.id):
                    self._booking(schedule, held)
            case StaffingLine():
                self._line(schedule, row.id, row.days, rules=True)
            case Engagement():
                for line in schedule.group(StaffingLine, "engagement", row.id):
                    self._line(schedule, line.id, line.days, rules=True)
            case Site():
                self._site(schedule, row)
            case Closure():
                self._client(schedule, row.client_id, row.days)
            case Holiday():
                self.wholes.add(Scope(Days.single(row.day)))
            case Technician():
                for held in schedule.diary(row.id):
                    self._booking(schedule, held)
            case Skill() | Certification() | Clearance() | WorkingPattern():
                self._person(schedule, row.technician_id)
            case RuleSet(technician_id=int(id)):
                self._person(schedule, id)
            case RuleSet() | TravelTime() | OuterZone() | Office():
                for technician in schedule.rows(Technician):
                    self._person(schedule, technician)

    def _of_id(self, schedule: Schedule, id: int) -> None:
        held = schedule.get(Assignment, id)
        if held is not None:
            self._booking(schedule, held)

    def _booking(self, schedule: Schedule, row: Assignment) -> None:
        """The row's own day, what it stands for, who stands for it, and the others of its visit."""
        seen: set[int] = set()
        waiting = [row]
        while waiting:
            each = waiting.pop()
            if each.id in seen:
                continue
            seen.add(each.id)
            self.seen.add(each.id)
            self.days_of.setdefault(each.technician_id, set()).add(each.day)
            if each.placement_id is not None:
                placement = schedule.get(Placement, each.placement_id)
                if placement is not None:
                    self.line_days.setdefault(placement.line_id, set()).add(each.day)
            if each.covers is not None and (base := schedule.get(Assignment, each.covers)) is not None:
                waiting.append(base)
            if each.visit_id is not None:
                waiting.extend(schedule.group(Assignment, "visit", each.visit_id))
            waiting.extend(schedule.group(Assignment, "covers", each.id))

    def _absence(self, schedule: Schedule, absence: Absence) -> None:
        """Bookings under it, and days of open placements that have no bookings yet."""
        for row in schedule.diary(absence.technician_id):
            if absence.first - ONE_DAY <= row.day and (absence.after is None or row.day <= absence.after):
                self._booking(schedule, row)
        for placement in schedule.group(Placement, "technician", absence.technician_id):
            common = absence.days.common(placement.days)
            if placement.after is None and common is not None:
                self._line(schedule, placement.line_id, common)

    def _line(self, schedule: Schedule, id: int, days: Days, rules: bool = False) -> None:
        """Places of a line; with `rules`, also the bookings made for it."""
        first = max(days.first, schedule.window.first)
        ends = [d for d in (days.after, schedule.window.after) if d is not None]
        after = min([*ends, horizon(self.now, schedule.office.zone)])
        if first >= after:
            return
        self.line_days.setdefault(id, set()).update(Days(first, after))
        if rules:
            for placement in schedule.group(Placement, "line", id):
                for row in schedule.group(Assignment, "placement", placement.id):
                    self._booking(schedule, row)

    def _site(self, schedule: Schedule, site: Site) -> None:
        for visit in schedule.group(Visit, "site", site.id):
            self.take(schedule, visit)
        for engagement in schedule.group(Engagement, "client", site.client_id):
            for line in schedule.group(StaffingLine, "engagement", engagement.id):
                if site.id in (line.site_id, engagement.site_id):
                    self._line(schedule, line.id, line.days, rules=True)

    def _client(self, schedule: Schedule, id: int, days: Days) -> None:
        lines = frozenset(
            line.id
            for engagement in schedule.group(Engagement, "client", id)
            for line in schedule.group(StaffingLine, "engagement", engagement.id)
        )
        visits = frozenset(visit.id for visit in schedule.group(Visit, "client", id))
        self.wholes.add(Scope(days, technicians=frozenset(), lines=lines, visits=visits))

    def _person(self, schedule: Schedule, id: int) -> None:
        self.days_of.setdefault(id, set()).update(row.day for row in schedule.diary(id))

    # checking

    def focus_of(self, schedule: Schedule, days: frozenset[tuple[int, date]] | None) -> booking.Focus | None:
        """The bookings seen that are in a schedule, and those days."""
        if days is None:
            return None
        return booking.Focus(frozenset(id for id in self.seen if schedule.get(Assignment, id) is not None), days)

    def conflicts(self, schedule: Schedule) -> Iterator[Conflict]:
        """Conflicts within reach, with their marks; some may come twice."""
        for rule, scope in self.scopes():
            for conflict in rule(schedule, scope):
                yield marked(schedule, conflict, self.now)

    def scopes(self) -> Iterator[tuple[Callable[[Schedule, Scope], Iterator[Conflict]], Scope]]:
        nobody: frozenset[int] = frozenset()
        everybody = self._days_of_all() if self.at_once else None
        if everybody is not None:
            yield booking.near, Scope(everybody, lines=nobody)
            yield booking.wide, Scope(everybody, lines=nobody)
        else:
            for days, ids in _runs(self.days_of, booking.MARGIN_NEAR):
                yield self._near, Scope(days, technicians=ids, lines=nobody)
            for days, ids in _runs(self.days_of, booking.MARGIN_WIDE):
                yield booking.wide, Scope(days, technicians=ids, lines=nobody)
        for days, ids in _runs(self.line_days, 0):
            yield coverage.uncovered, Scope(days, technicians=nobody, lines=ids)
        for scope in self.wholes:
            if everybody is None or scope.days.common(everybody) != scope.days:
                yield booking.near, scope
                yield booking.wide, scope
            yield coverage.uncovered, scope

    def _near(self, schedule: Schedule, scope: Scope) -> Iterator[Conflict]:
        return booking.near(schedule, scope, self.focus)

    def _days_of_all(self) -> Days | None:
        """From the first to the last day of anybody; None where nobody is touched."""
        days = [day for held in self.days_of.values() for day in held]
        return widened(Days.through(min(days), max(days)), booking.MARGIN_WIDE) if days else None


def _runs(days_of: dict[int, set[date]], margin: int) -> list[tuple[Days, frozenset[int]]]:
    """Stretches of days, each with the ids that share it; days closer than the margin make one stretch."""
    shared: dict[Days, set[int]] = {}
    for id, days in days_of.items():
        run: Days | None = None
        for day in sorted(days):
            grown = widened(Days.single(day), margin)
            if run is not None and run.after is not None and grown.first <= run.after:
                run = Days(run.first, grown.after)
                continue
            if run is not None:
                shared.setdefault(run, set()).add(id)
            run = grown
        if run is not None:
            shared.setdefault(run, set()).add(id)
    return [(days, frozenset(ids)) for days, ids in sorted(shared.items(), key=lambda item: item[0].first)]
