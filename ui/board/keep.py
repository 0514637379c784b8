"""Keeps a conflict that stands already, with a reason by one key."""

from __future__ import annotations

from techsched.desk.desk import Preview
from techsched.desk.keeping import KeepConflicts
from techsched.model.change import Change
from techsched.model.conflict import Conflict
from techsched.model.kinds import Because
from techsched.model.sentence import Sentence
from ui.board.reason import ReasonDialog
from ui.bridge import Bridge


class KeepDialog(ReasonDialog):
    """The question for a reason, about a conflict of the list."""

    def __init__(self, bridge: Bridge, conflict: Conflict) -> None:
        def take(because: Because, note: str) -> object:
            return bridge.do(KeepConflicts((conflict,), because, note))

        nothing = Change(Sentence("undo.keep", (("n", 1),)), ())
        command = KeepConflicts((conflict,), Because.OTHER)
        shown = Preview(_Asking(command), nothing, bridge.schedule, (conflict,), ())
        super().__init__(shown, take, bridge.language)


class _Asking:
    """A command that asks for its conflict's reason."""

    asks = True

    def __init__(self, command: KeepConflicts) -> None:
        self.change = command.change
