"""Changing when a booking begins or ends by one of its edges."""

from __future__ import annotations

from dataclasses import replace

from techsched.desk.assignments import ResizeAssignment
from techsched.model.assignment import Assignment
from techsched.model.span import MINUTE, Instant
from ui.board.bars import Bar
from ui.board.ghost import Ghost
from ui.board.landing import Landing, judged
from ui.bridge import Bridge

SHORTEST = 5 * MINUTE


class Stretching:
    """The other edge stays where it is; the row under the pointer is of no account."""

    deadline: Instant | None = None

    def __init__(self, bridge: Bridge, row: Assignment, bar: Bar, is_end: bool, title: str) -> None:
        self.bridge = bridge
        self.row = row
        self.title = title
        self._bar = bar
        self._is_end = is_end
        self._landings: dict[Instant, Landing] = {}

    @property
    def lifted(self) -> frozenset[int]:
        return frozenset({self.row.id})

    def over(self, technician_id: int, moment: Instant, grid: Instant) -> Landing | None:
        return self.to(grid)

    def to(self, moment: Instant) -> Landing:
        """The edge at `moment`, as far as something is left of the booking."""
        if self._is_end:
            moment = max(moment, self.row.start + SHORTEST)
            command = ResizeAssignment(self.row.id, end=moment)
        else:
            moment = min(moment, self.row.end - SHORTEST)
            command = ResizeAssignment(self.row.id, start=moment)
        found = self._landings.get(moment)
        if found is None:
            found = self._landings[moment] = judged(
                self.bridge,
                self.row.technician_id,
                self.row.start if self._is_end else moment,
                command,
                lambda preview: preview.after.get(Assignment, self.row.id),
            )
        return found

    def ghosts(self, landing: Landing) -> tuple[Ghost, ...]:
        command = landing.command
        assert isinstance(command, ResizeAssignment)
        start = self.row.start if command.start is None else command.start
        end = self.row.end if command.end is None else command.end
        bar = replace(self._bar, start=start, end=end)
        ghost = Ghost(
            self.row.technician_id, start, end, bar, landing.verdict, landing.before, landing.after
        )
        return (ghost,)
