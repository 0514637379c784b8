"""What is to be given to somebody: a waiting visit, a booking that moves or wants a cover; and the row it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from techsched.model.assignment import Assignment
from techsched.model.booking import at_times, cover_of, free_places, visit_booking
from techsched.model.change import Change, Edit
from techsched.model.client import Site
from techsched.model.conflict import Conflict
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.journey import home_of, spot_of_site
from techsched.model.kinds import AssignmentState, Mode, Priority, Rule
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import MINUTE, Instant
from techsched.model.technician import Technician
from techsched.model.travel import Spot
from techsched.model.visit import Visit
from techsched.model.work import Work, work_of, work_of_visit
from techsched.rules import judge, new_conflicts
from techsched.rules.response import deadline

NEW = 1 << 62
"""Rows that are only thought of have ids from here on, behind all that are stored."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`held` is the booking that moves, `covered` the one that somebody shall stand for; with neither, the
    visit's first free place is booked."""

    schedule: Schedule
    now: Instant
    work: Work
    mode: Mode
    seconds: int
    place: int
    held: Assignment | None
    covered: Assignment | None
    exact: Instant | None
    """The only start that will do: a placed day keeps its hours, the second of two people comes with the first."""
    taken: frozenset[int]
    """Technicians who hold another place of the visit."""
    known: frozenset[str]
    """Fingerprints of what the held booking breaks today; only what is new counts."""
    left_behind: tuple[Conflict, ...] | None
    """What is newly broken where the booking is taken from; None where that depends on who gets it."""
    been_there: Mapping[int, frozenset[date]]
    """Days on which technicians were at the site before now, by technician."""

    @property
    def visit(self) -> Visit | None:
        return self.work.visit

    @property
    def site(self) -> Site | None:
        return self.work.site

    @property
    def zone(self) -> str:
        """The clock that the booking is read on."""
        base = self.held or self.covered
        if base is not None:
            return base.zone
        assert self.site is not None
        return self.site.zone

    @property
    def urgent(self) -> bool:
        """Whether the earliest arrival goes first."""
        return self.work.priority in (Priority.CRITICAL, Priority.HIGH)

    @property
    def due(self) -> Instant | None:
        """The latest arrival that keeps the visit's target."""
        return None if self.visit is None else deadline(self.visit)

    @property
    def opens(self) -> Instant:
        """No arrival before this: now, or when the visit's window opens."""
        opens = None if self.visit is None else self.visit.window_from
        return self.now if opens is None else max(opens, self.now)

    @property
    def closes(self) -> Instant | None:
        """The latest arrival that the visit or its target allows."""
        closes = None if self.visit is None else self.visit.window_to
        return self.due if closes is None or self.due is not None else closes

    def spot(self, technician: Technician) -> Spot:
        """Where the work is done: at its site, or at home."""
        if self.mode is Mode.REMOTE:
            return home_of(self.schedule, technician)
        return spot_of_site(self.schedule, None if self.site is None else self.site.id)

    def row(self, technician_id: int, start: Instant) -> Assignment:
        """The booking as it would stand; a held one that stays as it is comes back itself."""
        if self.covered is not None:
            return cover_of(self.covered, technician_id, NEW)
        if self.held is None:
            assert self.visit is not None
            return visit_booking(self.schedule, self.visit, technician_id, start, id=NEW, place=self.place)
        held = self.held
        moved = held if start == held.start else at_times(held, start, start + self.seconds)
        return moved if moved.technician_id == technician_id else replace(moved, technician_id=technician_id)

    def change(self, rows: Iterable[Assignment]) -> Change:
        """The rows as a change of the schedule, to be judged and thrown away."""
        edits = tuple(Edit(self.schedule.get(Assignment, row.id), row) for row in rows)
        return Change(Sentence("undo.draft"), tuple(edit for edit in edits if not edit.is_empty))


def wanted(schedule: Schedule, subject: Visit | Assignment, now: Instant) -> Wanted:
    """Of a visit whose places are all taken, the booking of its first place is meant; name the booking itself
    to mean another."""
    if isinstance(subject, Assignment):
        return _moved(schedule, subject, now)
    bookings = schedule.bookings_of(subject)
    free = free_places(schedule, subject)
    if not free:
        return _moved(schedule, bookings[0], now)
    nobody = visit_booking(schedule, subject, 0, now, id=NEW, place=free[0])
    return Wanted(
        schedule=schedule,
        now=now,
        work=work_of_visit(schedule, subject, nobody),
        mode=subject.mode,
        seconds=subject.minutes * MINUTE,
        place=free[0],
        held=None,
        covered=None,
        exact=bookings[0].start if bookings else None,
        taken=frozenset(row.technician_id for row in bookings),
        known=frozenset(),
        left_behind=(),
        been_there=been_there(schedule, subject.site_id, now),
    )


def _moved(schedule: Schedule, row: Assignment, now: Instant) -> Wanted:
    work = work_of(schedule, row)
    exact: Instant | None = None
    taken: frozenset[int] = frozenset()
    if row.visit_id is None:
        exact = row.start
    elif work.visit is not None:
        others = [other for other in schedule.bookings_of(work.visit) if other.place != row.place]
        taken = frozenset(other.technician_id for other in others)
        exact = others[0].start if others else None
    return Wanted(
        schedule=schedule,
        now=now,
        work=work,
        mode=row.mode,
        seconds=row.end - row.start,
        place=row.place,
        held=row,
        covered=None,
        exact=exact,
        taken=taken,
        known=frozenset(conflict.fingerprint for conflict in judge(schedule, row, work)),
        left_behind=_left_behind(schedule, row, work, now),
        been_there=been_there(schedule, None if work.site is None else work.site.id, now),
    )


def covering(schedule: Schedule, row: Assignment, now: Instant) -> Wanted:
    """Somebody to stand for the booking, or for what is left of it, at its own hours."""
    work = work_of(schedule, row)
    return Wanted(
        schedule=schedule,
        now=now,
        work=work,
        mode=row.mode,
        seconds=row.end - row.start,
        place=row.place,
        held=None,
        covered=row,
        exact=row.start,
        taken=frozenset({row.technician_id}),
        known=frozenset(),
        left_behind=() if _is_whole_day(schedule, row) else None,
        been_there=been_there(schedule, None if work.site is None else work.site.id, now),
    )


def _is_whole_day(schedule: Schedule, row: Assignment) -> bool:
    """What the cover of a part leaves open is told anew."""
    kin = schedule.group(Assignment, "placement day", (row.placement_id, row.day)) if row.placement_id else ()
    return [held for held in kin if held.state is not AssignmentState.WITHDRAWN] == [row]


def _left_behind(schedule: Schedule, row: Assignment, work: Work, now: Instant) -> tuple[Conflict, ...] | None:
    stored = schedule.get(Assignment, row.id)
    if stored is None or schedule.group(Assignment, "covers", row.id):
        return None
    if work.visit.people > 1 if work.visit is not None else not _is_whole_day(schedule, stored):
        return None
    change = Change(Sentence("undo.draft"), (Edit(stored, replace(stored, state=AssignmentState.WITHDRAWN)),))
    new = new_conflicts(schedule, schedule.with_(change), change, now).new
    return tuple(c for c in new if c.technician_id == row.technician_id and c.rule is not Rule.UNCOVERED)


def been_there(schedule: Schedule, site_id: int | None, now: Instant) -> Mapping[int, frozenset[date]]:
    """Technicians with the days on which they worked at the site, of those that are loaded and past."""
    if site_id is None:
        return {}
    rows = [
        row for visit in schedule.group(Visit, "site", site_id) for row in schedule.group(Assignment, "visit", visit.id)
    ]
    for engagement in schedule.group(Engagement, "client", schedule.row(Site, site_id).client_id):
        for line in schedule.group(StaffingLine, "engagement", engagement.id):
            if (engagement.site_id if line.site_id is None else line.site_id) == site_id:
                for placement in schedule.group(Placement, "line", line.id):
                    rows.extend(schedule.group(Assignment, "placement", placement.id))
    days: dict[int, set[date]] = {}
    for row in rows:
        if row.start < now and row.occupies and row.mode is Mode.ON_SITE:
            days.setdefault(row.technician_id, set()).add(row.day)
    return {id: frozenset(held) for id, held in days.items()}
