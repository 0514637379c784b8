"""The window's side of the desk: commands in, changes out as a signal, other people's changes within a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from techsched.desk.desk import Desk, Done, NeedsReason, Preview
from techsched.desk.pen import Command
from techsched.errors import UserError
from techsched.model.change import Change, Touched
from techsched.model.conflict import Conflict
from techsched.model.kinds import Because
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Days, Instant
from techsched.words import say

KEPT = 4
"""Ranges of days whose conflicts are kept."""
POLL = 400
"""Milliseconds between looks at what other programs wrote to the file."""


class Bridge(QObject):
    """Pages read `schedule`, ask `preview`, and act through `do`; they never hold a second copy.

    `changed(Change)` follows each stored change; `touched` then says how far it reaches. `done(Done)` follows the window's own. `refused(str)` says
    why something was not done. `needs_reason(Preview, function)` asks for a reason; the function takes it.
    """

    changed = Signal(object)
    done = Signal(object)
    refused = Signal(str)
    needs_reason = Signal(object, object)
    language_changed = Signal(str)

    def __init__(self, desk: Desk, language: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.language = language or desk.schedule.office.language
        self.touched = Touched(everything=True)
        """By the last change."""
        self._conflicts: dict[Days, list[Conflict]] = {}
        self._checked = desk.schedule
        """What `_conflicts` were found in."""
        desk.listeners.append(self._take)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self.poll)
        self._timer.start()

    @property
    def schedule(self) -> Schedule:
        return self.desk.schedule

    @property
    def now(self) -> Instant:
        return self.desk.now

    def say(self, told: Sentence) -> str:
        return say(told, self.language)

    def set_language(self, language: str) -> None:
        self.language = language
        self.language_changed.emit(language)

    def conflicts(self, days: Days) -> list[Conflict]:
        """The check of closed days; kept, and after a change looked at anew only as far as it reaches."""
        if self._checked is not self.desk.schedule:
            # more days were loaded
            self._conflicts.clear()
        found = self._conflicts.pop(days, None)
        if found is None:
            found = self.desk.check(days)
        self._checked = self.desk.schedule
        self._conflicts[days] = found
        while len(self._conflicts) > KEPT:
            del self._conflicts[next(iter(self._conflicts))]
        return found

    def preview(self, command: Command) -> Preview:
        return self.desk.preview(command)

    def do(self, command: Command, because: Because | None = None, note: str = "") -> Done | None:
        """Does it, or says why not; None when nothing was stored (a reason may be asked for meanwhile)."""
        try:
            done = self.desk.do(command, because=because, note=note)
        except NeedsReason as asked:

            def again(why: Because, words: str = "") -> Done | None:
                return self.do(command, why, words)

            self.needs_reason.emit(asked.preview, again)
            return None
        except UserError as trouble:
            self.refused.emit(self.say(trouble.sentence))
            return None
        self.done.emit(done)
        return done

    def undo(self) -> Done | None:
        return self._again(self.desk.undo)

    def redo(self) -> Done | None:
        return self._again(self.desk.redo)

    def _again(self, step: Callable[[], Done]) -> Done | None:
        try:
            return step()
        except UserError as trouble:
            self.refused.emit(self.say(trouble.sentence))
            return None

    def poll(self) -> None:
        """Takes in what other desks stored; a file that cannot be read now is tried again at the next look."""
        try:
            self.desk.refresh()
        except UserError as trouble:
            self.refused.emit(self.say(trouble.sentence))

    def take(self, opened: Callable[[], Desk]) -> None:
        """Another office in the same window, or the same file anew: closes this desk, then opens.

        Raises what `opened` raises; then the old desk is open again.
        """
        path, who = self.desk.path, self.desk.who
        self._timer.stop()
        self.desk.listeners.remove(self._take)
        self.desk.close()
        try:
            self.desk = opened()
        except UserError:
            self.desk = Desk.open(path, who=who)
            raise
        finally:
            self.desk.listeners.append(self._take)
            self._timer.start()
        self._conflicts.clear()
        self._checked, self.touched = self.desk.schedule, Touched(everything=True)
        self.changed.emit(Change(Sentence("undo.draft"), ()))

    def let_go(self) -> Desk:
        """Stops listening and leaves the desk open, for another bridge."""
        self._timer.stop()
        if self._take in self.desk.listeners:
            self.desk.listeners.remove(self._take)
        return self.desk

    def close(self) -> None:
        self.let_go().close()

    def _take(self, change: Change) -> None:
        self.touched = self.desk.touched(change)
        if self._checked is self.desk.previous:
            for days, held in self._conflicts.items():
                self._conflicts[days] = self.desk.recheck(days, held, self.touched)
        else:
            self._conflicts.clear()
        self._checked = self.desk.schedule
        self.changed.emit(change)
