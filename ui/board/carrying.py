"""Moving several bookings together: what lies between them stays, and it is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from techsched.desk.assignments import MoveAssignment, Together, many_label
from techsched.desk.desk import Preview
from techsched.model.assignment import Assignment
from techsched.model.span import Instant
from techsched.model.wall import day_of, instant, minute_of
from ui.board.bars import Bar
from ui.board.ghost import Ghost
from ui.board.landing import Landing, judged
from ui.bridge import Bridge


class Carrying:
    """`held` is the booking under the pointer. By whole days where one of them fills its day's cell, else by time.

    `people` are the technicians from top to bottom: all move by as many rows.
    """

    deadline: Instant | None = None

    def __init__(
        self,
        bridge: Bridge,
        rows: Sequence[Assignment],
        held: Assignment,
        bars: dict[int, Bar],
        people: Sequence[int],
        title: str,
    ) -> None:
        self.bridge = bridge
        self.rows = sorted(rows, key=lambda row: row.start)
        self.held = held
        self.title = title
        self._bars = bars
        self._people = list(people)
        self._by_days = any(bars[row.id].full_day for row in rows)

    @property
    def lifted(self) -> frozenset[int]:
        return frozenset(row.id for row in self.rows)

    def over(self, technician_id: int, moment: Instant, grid: Instant) -> Landing | None:
        if technician_id not in self._people:
            return None
        rows = self._people.index(technician_id) - self._people.index(self.held.technician_id)
        if self._by_days:
            zone = self.bridge.schedule.office.zone
            days = (day_of(moment, zone) - day_of(self.held.start, zone)).days
            return self.by(rows, days=days)
        own = self.held.start
        return self.by(rows, seconds=0 if abs(own - moment) <= abs(grid - moment) else grid - own)

    def by(self, rows: int, *, days: int = 0, seconds: int = 0) -> Landing | None:
        """So many rows down and so much later; None when somebody would land beside the board, or nothing moves."""
        if not rows and not days and not seconds:
            return None
        moves: list[MoveAssignment] = []
        for row in self.rows:
            if row.technician_id not in self._people:
                return None
            place = self._people.index(row.technician_id) + rows
            if not 0 <= place < len(self._people):
                return None
            to = self._people[place]
            start = self._later(row, days, seconds)
            moves.append(
                MoveAssignment(
                    row.id, to if to != row.technician_id else None, start if start != row.start else None
                )
            )
        # the last first when time goes on, so that no day meets the one that has still to leave it
        later = days > 0 or seconds > 0
        schedule = self.bridge.schedule
        label = many_label("undo.move", schedule, list(self.rows))
        # one alone names itself by where it goes
        command = moves[0] if len(moves) == 1 else Together(tuple(reversed(moves) if later else moves), label)
        to = self._people[self._people.index(self.held.technician_id) + rows]
        return judged(self.bridge, to, self._later(self.held, days, seconds), command, lambda _: None)

    def _later(self, row: Assignment, days: int, seconds: int) -> Instant:
        """Whole days keep their clock over a change of it."""
        if not days:
            return row.start + seconds
        day = day_of(row.start, row.zone) + timedelta(days=days)
        return instant(day, minute_of(row.start, row.zone), row.zone)

    def ghosts(self, landing: Landing) -> tuple[Ghost, ...]:
        preview = landing.preview
        if preview is None:
            return ()
        zone = self.bridge.schedule.office.zone
        found = []
        for row in self.rows:
            moved = self._after(preview, row)
            day = day_of(moved.start, zone)
            bar = replace(self._bars[row.id], start=moved.start, end=moved.end, first=day, last=day, rows=(row.id,))
            found.append(Ghost(moved.technician_id, moved.start, moved.end, bar, landing.verdict, None, None))
        return tuple(found)

    def _after(self, preview: Preview, row: Assignment) -> Assignment:
        return preview.after.row(Assignment, row.id)
