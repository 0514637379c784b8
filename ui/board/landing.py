"""Where something in the hand would land, and what the rules say of it: judged by the very preview that the drop is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from techsched.desk.desk import Preview
from techsched.desk.pen import Command
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.journey import legs_around
from techsched.model.kinds import Verdict
from techsched.model.span import Instant
from techsched.model.technician import Technician
from ui.board.ghost import Ghost
from ui.bridge import Bridge


@dataclass(frozen=True, slots=True)
class Landing:
    """`preview` is None where the data themselves are impossible; `refusal` then says why.

    `before` and `after` are minutes of travel; None is no trip, or one that nobody knows.
    """

    technician_id: int
    start: Instant
    command: Command
    preview: Preview | None
    refusal: str
    before: int | None
    after: int | None

    @property
    def verdict(self) -> Verdict:
        return self.preview.verdict if self.preview is not None else Verdict.IMPOSSIBLE


class Hand(Protocol):
    """What is being placed, moved or stretched. Values only; the page paints and acts."""

    @property
    def title(self) -> str: ...

    @property
    def deadline(self) -> Instant | None: ...

    @property
    def lifted(self) -> frozenset[int]:
        """Bookings that are drawn faint where they are now."""
        ...

    def over(self, technician_id: int, moment: Instant, grid: Instant) -> Landing | None:
        """Where it would land; `moment` is under the pointer, `grid` the nearest of the grid. None is nowhere.

        The same moment twice asks for exactly there.
        """
        ...

    def ghosts(self, landing: Landing) -> tuple[Ghost, ...]: ...


def judged(
    bridge: Bridge,
    technician_id: int,
    start: Instant,
    command: Command,
    made: Callable[[Preview], Assignment | None],
) -> Landing:
    """`made` finds the booking of the preview whose trips are told."""
    try:
        preview = bridge.preview(command)
    except UserError as trouble:
        return Landing(technician_id, start, command, None, bridge.say(trouble.sentence), None, None)
    before = after = None
    row = made(preview)
    if row is not None:
        technician = preview.after.row(Technician, row.technician_id)
        there, back = legs_around(preview.after, technician, row)
        before = there.minutes if there is not None else None
        after = back.minutes if back is not None else None
    return Landing(technician_id, start, command, preview, "", before, after)
