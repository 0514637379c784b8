"""The command that saves an engagement with its staffing lines: what ran already stays, what is ahead follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from techsched.desk.assignments import withdraw
from techsched.desk.draft import Draft
from techsched.desk.pen import Pen
from techsched.desk.records import SaveRecord, fresh_code
from techsched.desk.telling import name_of
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.change import Change
from techsched.model.demand import Demand, demand, demand_on
from techsched.model.engagement import Engagement, Placement, StaffingLine
from techsched.model.growth import horizon, row_for
from techsched.model.kinds import AssignmentState
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import Days
from techsched.model.technician import Technician


@dataclass(frozen=True, slots=True)
class SaveEngagement:
    """An engagement and all its current lines as they shall be from `from_day` on, new or changed, as one step.

    A line that has begun before is never edited in its past: it is closed and another one goes on, with its
    placements. A line that is left out ends. Placed days ahead take the new hours, place and mode, unless somebody
    moved them by hand; days that nobody asks for any more are withdrawn, and further ones grow where their
    technician is free. What is done stays. Lines that are new carry ids (`fresh_ids`). Raises UserError for a line
    that has not begun, is left out and has somebody placed on it, and as SaveRecord does.
    """

    engagement: Engagement
    lines: tuple[StaffingLine, ...]
    from_day: date
    asks: ClassVar[bool] = False

    def span(self, schedule: Schedule) -> Days | None:
        """The days that have to be loaded: from `from_day` to the end of what is loaded or placed."""
        if schedule.window.after is None:
            return None
        lines = schedule.group(StaffingLine, "engagement", self.engagement.id)
        placed = [each.after for line in lines for each in schedule.group(Placement, "line", line.id) if each.after]
        return Days(min(self.from_day, schedule.window.first), max([schedule.window.after, *placed]))

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        work = _Amendment(schedule, self.from_day, pen)
        before = schedule.get(Engagement, self.engagement.id)
        engagement = self.engagement
        if not engagement.code:
            engagement = replace(engagement, code=fresh_code(schedule, Engagement))
        # codes, names and ends are checked where every record's are
        checked = SaveRecord((engagement, *self.lines)).change(schedule, pen)
        work.draft.put(replace(engagement, version=0 if before is None else before.version))
        wanted = {line.id: line for line in self.lines}
        for old in current_lines(schedule, engagement.id, self.from_day):
            if old.id in wanted:
                work.change_line(old, wanted.pop(old.id))
            else:
                work.end_line(old)
        for line in wanted.values():
            known = schedule.get(StaffingLine, line.id)
            work.draft.put(replace(line, version=0 if known is None else known.version))
        verb = "undo.new_record" if before is None else "undo.change_record"
        work.refit()
        table = Engagement.__name__.lower()
        name = name_of(work.draft.schedule, engagement)
        return work.draft.change(checked.label if before is None else sentence(verb, name=name, table=table))


def current_lines(schedule: Schedule, engagement_id: int, day: date) -> list[StaffingLine]:
    """Lines that hold on the day or later; those closed before belong to the past."""
    lines = schedule.group(StaffingLine, "engagement", engagement_id)
    return [line for line in lines if line.after is None or line.after > day]


class _Amendment:
    """Works on a draft; `refit` brings the placed days into line with what the draft asks for."""

    def __init__(self, schedule: Schedule, from_day: date, pen: Pen) -> None:
        self.base = schedule
        self.draft = Draft(schedule)
        self.from_day = from_day
        self.pen = pen

    def change_line(self, old: StaffingLine, new: StaffingLine) -> None:
        """In place where nothing of it has been yet, or only its end differs; else by closing and opening."""
        same = replace(new, after=old.after, version=old.version)
        if same == old or old.first >= self.from_day:
            self.draft.put(replace(new, version=old.version))
            return
        if new.after is not None and new.after <= self.from_day:
            self.draft.put(replace(old, after=new.after))
            return
        self.draft.put(replace(old, after=self.from_day))
        going_on = replace(new, id=self.pen.id(), first=self.from_day, version=0)
        self.draft.put(going_on)
        for placement in self._placements(old):
            self._move(placement, going_on)

    def end_line(self, old: StaffingLine) -> None:
        placements = list(self._placements(old))
        if old.first < self.from_day:
            self.draft.put(replace(old, after=self.from_day))
            return
        if placements:
            holder = self.base.row(Technician, placements[0].technician_id)
            engagement = self.base.row(Engagement, old.engagement_id)
            raise UserError(
                sentence(
                    "trouble.still_needed",
                    name=old.service or engagement.title or engagement.code,
                    table="placement",
                    other=holder.name,
                )
            )
        self.draft.remove(old)

    def _placements(self, line: StaffingLine) -> Iterator[Placement]:
        """Those that have days ahead."""
        for placement in self.base.group(Placement, "line", line.id):
            if placement.after is None or placement.after > self.from_day:
                yield placement

    def _move(self, placement: Placement, line: StaffingLine) -> None:
        """Its days ahead belong to the line that goes on; a place that is no longer there ends."""
        if placement.place > line.headcount:
            return
        target = replace(placement, line_id=line.id)
        if placement.first < self.from_day:
            target = replace(target, id=self.pen.id(), code="", first=self.from_day, version=0)
            self.draft.put(replace(placement, after=self.from_day))
        self.draft.put(target)
        if target.id != placement.id:
            for row in self.base.group(Assignment, "placement", placement.id):
                if row.day >= self.from_day:
                    self.draft.put(replace(row, placement_id=target.id))

    def refit(self) -> None:
        """Every placement of the engagement's lines: ends that the lines set, then each day ahead."""
        schedule = self.draft.schedule
        edits = self.draft.change(Sentence("undo.draft")).edits
        touched = {edit.row.id for edit in edits if edit.table in (StaffingLine, Engagement)}
        lines = [
            line for line in schedule.rows(StaffingLine).values() if line.id in touched or line.engagement_id in touched
        ]
        for line in sorted(lines, key=lambda each: each.id):
            for placement in schedule.group(Placement, "line", line.id):
                self._refit_days(self._within(placement, line), line)

    def _within(self, placement: Placement, line: StaffingLine) -> Placement:
        ends = [end for end in (line.after, placement.after) if end is not None]
        after = min(ends) if ends else None
        if after == placement.after or (after is not None and after <= placement.first):
            return placement
        cut = replace(placement, after=after)
        self.draft.put(cut)
        return cut

    def _refit_days(self, placement: Placement, line: StaffingLine) -> None:
        schedule = self.draft.schedule
        held = {row.day: row for row in schedule.group(Assignment, "placement", placement.id) if row.part == 0}
        ahead = [row for row in schedule.group(Assignment, "placement", placement.id) if row.day >= self.from_day]
        gone = placement.place > line.headcount
        for row in ahead:
            if row.state is not AssignmentState.PLANNED:
                continue
            asked = None if gone or row.day not in placement.days else demand_on(schedule, line, row.day)
            if asked is None:
                withdraw(self.draft, row)
            elif row.part == 0 and self._as_planned(row):
                self.draft.put(_timed_as(row, asked))
        if not gone:
            self._grow(placement, line, held)

    def _as_planned(self, row: Assignment) -> bool:
        """Whether the row stands as its line asked before: what was moved by hand stays where it was put."""
        before = self.base.get(Assignment, row.id)
        placement = None if before is None else self.base.get(Placement, before.placement_id)
        if before is None or placement is None:
            return True
        asked = demand_on(self.base, self.base.row(StaffingLine, placement.line_id), row.day)
        return asked is not None and (row.start, row.end, row.mode) == (asked.start, asked.end, asked.mode)

    def _grow(self, placement: Placement, line: StaffingLine, held: Iterable[date]) -> None:
        schedule = self.draft.schedule
        had = set(held)
        until = placement.after or horizon(self.pen.now, schedule.office.zone)
        first = max(placement.first, self.from_day)
        if until <= first:
            return
        diary = schedule.diary(placement.technician_id)
        for asked in demand(schedule, line, Days(first, until)):
            if asked.day not in had and not diary.clashes(asked.start, asked.end):
                self.draft.put(row_for(placement, asked, self.pen.id()))


def _timed_as(row: Assignment, asked: Demand) -> Assignment:
    """The row at the hours, clock and mode that the line asks for now."""
    if (row.start, row.end, row.mode, row.zone) == (asked.start, asked.end, asked.mode, asked.zone):
        return replace(row, break_minutes=asked.break_minutes, break_start=asked.break_start)
    like = row_for(_NOBODY, asked, row.id)
    return replace(
        row,
        start=like.start,
        end=like.end,
        zone=like.zone,
        wall_start=like.wall_start,
        wall_end=like.wall_end,
        mode=like.mode,
        break_minutes=like.break_minutes,
        break_start=like.break_start,
        expected_start=None,
        expected_end=None,
    )


_NOBODY = Placement(id=0, line_id=0, technician_id=0, first=date(1970, 1, 1))
