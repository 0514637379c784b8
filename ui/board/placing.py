"""Placing a visit or moving a booking: verdicts for every row, the ghost at the pointer, and the command it means."""

from __future__ import annotations

from dataclasses import replace

from techsched.desk.assignments import BookVisit, MoveAssignment, SwapAssignments
from techsched.desk.desk import Preview
from techsched.desk.pausing import command_of
from techsched.desk.pen import Command
from techsched.model.assignment import Assignment
from techsched.model.client import Client, Site
from techsched.model.kinds import Firmness, Verdict
from techsched.model.span import MINUTE, Instant
from techsched.model.visit import Visit
from techsched.model.wall import clock_text, day_of, instant, minute_of
from techsched.model.work import work_of, work_of_visit
from techsched.plan.against import Against
from techsched.plan.slot import Slot, verdicts
from techsched.words import day as day_text
from ui.board.bars import FULL_DAY, Bar, Shape
from ui.board.ghost import WASHES, Ghost
from ui.board.landing import Landing, judged
from ui.bridge import Bridge

SNAP_VISIT = 30
SNAP_MINUTE = 15


class Placing:
    """One visit or booking in the hand. Values only; the page paints and acts."""

    def __init__(self, bridge: Bridge, source: Visit | Assignment) -> None:
        self.bridge = bridge
        self.source = source
        self.tentative = False
        self.marked = 0
        schedule = bridge.schedule
        self.row = source if isinstance(source, Assignment) else None
        visit = source if isinstance(source, Visit) else schedule.get(Visit, source.visit_id)
        if self.row is not None and self.row.covers is not None:
            visit = None
        self.visit = visit
        self.full_day = self.row is not None and visit is None and self.row.worked_minutes >= FULL_DAY
        self.answers = verdicts(schedule, source, bridge.now)
        found = [answer for answer in self.answers.values() if isinstance(answer, Slot)]
        self.slots = sorted(found, key=lambda slot: slot.number)
        self.bar = self._bar()
        self._landings: dict[tuple[int, Instant, bool], Landing] = {}

    def _bar(self) -> Bar:
        schedule = self.bridge.schedule
        if self.visit is not None:
            work = work_of_visit(schedule, self.visit, self.row) if self.row is not None else None
            district = None
            site = schedule.row(Site, self.visit.site_id)
            district = schedule.city.districts.get(site.district)
            client = work.client if work is not None else schedule.row(Client, self.visit.client_id)
            title, priority, tag = client.name, self.visit.priority, district.short if district else ""
        else:
            assert self.row is not None
            held = work_of(schedule, self.row)
            title, priority = held.client.name, None
            district = schedule.city.districts.get(held.site.district) if held.site is not None else None
            tag = district.short if district is not None else ""
        moment = self.row.start if self.row is not None else self.bridge.now
        day = day_of(moment, schedule.office.zone)
        return Bar(
            shape=Shape.VISIT if self.visit is not None else Shape.WORK,
            technician_id=0,
            start=moment,
            end=moment + self.length,
            first=day,
            last=day,
            title=title,
            tag=tag,
            priority=priority,
            full_day=self.full_day,
        )

    @property
    def length(self) -> int:
        """Seconds of the booking."""
        if self.row is not None:
            return self.row.end - self.row.start
        assert self.visit is not None
        return self.visit.minutes * MINUTE

    @property
    def title(self) -> str:
        return self.bar.title

    @property
    def deadline(self) -> Instant | None:
        return self.visit.due_by if self.visit is not None else None

    def fits(self) -> dict[int, tuple[str, str, int | None]]:
        """Verdict, reason and rank of every technician's row."""
        told: dict[int, tuple[str, str, int | None]] = {}
        for id, answer in self.answers.items():
            if isinstance(answer, Slot):
                told[id] = (answer.verdict, self._headline(answer), answer.number)
            else:
                told[id] = (Verdict.IMPOSSIBLE, self.bridge.say(answer.short), None)
        return told

    def _headline(self, slot: Slot) -> str:
        """'13:00, no lunch hour left': the arrival with its day where it is another, and the first of its price."""
        zone = self.bridge.schedule.office.zone
        day = day_of(slot.start, zone)
        at = clock_text(minute_of(slot.start, zone))
        if day != day_of(self.bridge.now, zone):
            at = f"{day_text(day.isoformat(), self.bridge.language)} {at}"
        said = (*slot.warnings, *slot.reasons)
        return f"{at} · {self.bridge.say(said[0])}" if said else at

    def washes(self) -> dict[int, str]:
        return {slot.technician_id: WASHES[slot.verdict] for slot in self.slots}

    def faded(self) -> frozenset[int]:
        return frozenset(id for id, answer in self.answers.items() if isinstance(answer, Against))

    def order(self) -> dict[int, int]:
        """Fitting rows first, by rank."""
        return {slot.technician_id: slot.number for slot in self.slots}

    # what a place means

    def command(self, technician_id: int, start: Instant) -> Command:
        firm = Firmness.TENTATIVE if self.tentative else None
        slot = self.answers.get(technician_id)
        if isinstance(slot, Slot) and slot.start == start and slot.release:
            return command_of(slot, firm)
        if self.row is None:
            assert self.visit is not None
            return BookVisit(self.visit.id, technician_id, start, firm or Firmness.CONFIRMED)
        to = technician_id if technician_id != self.row.technician_id else None
        return MoveAssignment(self.row.id, to, start if start != self.row.start else None, firm)

    def swap(self, other: Assignment) -> Command | None:
        """Swapping with the booking under the pointer; None where that makes no sense."""
        if self.row is None or other.id == self.row.id or other.technician_id == self.row.technician_id:
            return None
        return SwapAssignments(self.row.id, other.id)

    def over(self, technician_id: int, moment: Instant, grid: Instant) -> Landing:
        return self.landing(technician_id, self.snapped(technician_id, moment, grid))

    def snapped(self, technician_id: int, moment: Instant, grid: Instant) -> Instant:
        """What is nearest to the moment: the grid, the row's best arrival, or the hour that a booking has now."""
        found = [grid]
        answer = self.answers.get(technician_id)
        if grid != moment:
            if self.row is not None:
                found.append(self.row.start)
            if isinstance(answer, Slot):
                found.append(answer.start)
        return min(found, key=lambda each: abs(each - moment))

    def landing(self, technician_id: int, start: Instant) -> Landing:
        """Judged once for each place: nothing is changed while something is in the hand."""
        if self.full_day and self.row is not None:
            start = self._same_clock(start)
        key = technician_id, start, self.tentative
        found = self._landings.get(key)
        if found is None:
            command = self.command(technician_id, start)
            found = self._landings[key] = judged(self.bridge, technician_id, start, command, self._made)
        return found

    def _same_clock(self, start: Instant) -> Instant:
        """A full day keeps its hours whatever the pointer's height of the day."""
        assert self.row is not None
        day = day_of(start, self.bridge.schedule.office.zone)
        return instant(day, minute_of(self.row.start, self.row.zone), self.row.zone)

    def _made(self, preview: Preview) -> Assignment | None:
        for edit in preview.change.edits:
            if isinstance(edit.after, Assignment):
                if self.row is not None and edit.after.id == self.row.id:
                    return edit.after
                if self.row is None and self.visit is not None and edit.after.visit_id == self.visit.id:
                    return edit.after
        return self.row

    @property
    def lifted(self) -> frozenset[int]:
        return frozenset({self.row.id}) if self.row is not None else frozenset()

    def ghosts(self, landing: Landing) -> tuple[Ghost, ...]:
        ghost = Ghost(
            technician_id=landing.technician_id,
            start=landing.start,
            end=landing.start + self.length,
            bar=self._bar_at(landing.start),
            verdict=landing.verdict,
            before=landing.before,
            after=landing.after,
        )
        return (ghost,)

    def _bar_at(self, start: Instant) -> Bar:
        day = day_of(start, self.bridge.schedule.office.zone)
        return replace(
            self.bar, start=start, end=start + self.length, first=day, last=day, tentative=self.tentative
        )

    # by keyboard

    def step(self, by: int) -> Slot | None:
        """The next ranked slot, round and round."""
        if not self.slots:
            return None
        self.marked = (self.marked + by) % len(self.slots)
        return self.slots[self.marked]

    def marked_slot(self) -> Slot | None:
        return self.slots[self.marked] if self.slots else None


__all__ = ["SNAP_MINUTE", "SNAP_VISIT", "Placing"]
