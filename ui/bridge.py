"""The window's side of the desk: commands in, changes out as a signal, other people's changes within a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from techsched.desk.desk import Desk, Done, NeedsReason, Preview
from techsched.desk.pen import Command
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.change import Change, Touched
from techsched.model.conflict import Conflict
from techsched.model.kinds import Because
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence
from techsched.model.span import Days, Instant
from techsched.model.visit import Visit
from techsched.plan.waiting import in_turn, is_waiting, waiting_visits
from techsched.words import say

PIECE_MS = 25
"""Milliseconds that a check bit by bit takes at once."""
KEPT = 4
"""Ranges of days whose conflicts are kept."""
POLL = 400
"""Milliseconds between looks at what other programs wrote to the file."""


class Bridge(QObject):
    """Pages read `schedule`, ask `preview`, and act through `do`; they never hold a second copy.

    `changed(Change)` follows each stored change; `touched` then says how far it reaches. `done(Done)` follows the
    window's own. `refused(str)` says why something was not done. `needs_reason(Preview, function)` asks for a reason;
    the function takes it. `checked(Days)` follows a check that was made bit by bit. After `closed` nothing is asked.
    """

    changed = Signal(object)
    done = Signal(object)
    refused = Signal(str)
    needs_reason = Signal(object, object)
    checked = Signal(object)
    closed = Signal()
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
        self._stale: dict[Days, list[Conflict]] = {}
        """What was found before, of days that are to be checked anew."""
        self._check: _Check | None = None
        self._between = QTimer(self)
        self._between.setInterval(0)
        self._between.timeout.connect(self._check_on)
        self._waiting: dict[int, Visit] | None = None
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
        self._forget_others()
        found = self._conflicts.pop(days, None)
        if found is None:
            found = self.desk.check(days)
            # more days may have been loaded for it
            self._forget_others()
        self._keep(days, found)
        return found

    def conflicts_so_far(self, days: Days) -> list[Conflict]:
        """The same without waiting: what is known now; where that is not all, `checked` follows."""
        self._forget_others()
        found = self._conflicts.get(days)
        if found is not None:
            return found
        self._stale.setdefault(days, [])
        self._between.start()
        return self._stale[days]

    def _keep(self, days: Days, found: list[Conflict]) -> None:
        self._checked = self.desk.schedule
        self._conflicts[days] = found
        self._stale.pop(days, None)
        while len(self._conflicts) > KEPT:
            del self._conflicts[next(iter(self._conflicts))]

    def _forget_others(self) -> None:
        """What was found in another schedule than this one, which more days were loaded for."""
        if self._checked is not self.desk.schedule:
            self._conflicts.clear()
            self._check, self._waiting = None, None
            self._checked = self.desk.schedule

    def _check_on(self) -> None:
        """Some of a check that somebody waits for, between two events."""
        if not self._stale:
            self._between.stop()
            return
        days = next(iter(self._stale))
        self.desk.widen(days)
        self._forget_others()
        if self._check is None or self._check.days != days:
            self._check = _Check(days, self.desk.check_in_pieces(days))
        clock = QElapsedTimer()
        clock.start()
        for found in self._check.pieces:
            self._check.found = found
            if clock.hasExpired(PIECE_MS):
                return
        self._keep(days, self._check.found)
        self._check = None
        self.checked.emit(days)

    def waiting(self) -> list[Visit]:
        """Visits that lack somebody, the soonest first."""
        self._forget_others()
        if self._waiting is None:
            self._waiting = {visit.id: visit for visit in waiting_visits(self.schedule)}
        return in_turn(self._waiting.values())

    def _turn_waiting(self, change: Change) -> None:
        if self._waiting is None:
            return
        rows = [row for edit in change.edits for row in (edit.before, edit.after)]
        ids = {row.id for row in rows if isinstance(row, Visit)}
        ids.update(row.visit_id for row in rows if isinstance(row, Assignment) and row.visit_id is not None)
        for id in ids:
            visit = self.schedule.get(Visit, id)
            if visit is not None and is_waiting(self.schedule, visit):
                self._waiting[id] = visit
            else:
                self._waiting.pop(id, None)

    def tick(self) -> None:
        """Marks what is past by now among the conflicts that are kept."""
        for days, held in self._conflicts.items():
            self._conflicts[days] = self.desk.recheck(days, held, Touched())

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
        # ids of another office mean nothing here
        self._conflicts.clear()
        self._stale.clear()
        self._check, self._waiting = None, None
        self._checked, self.touched = self.desk.schedule, Touched(everything=True)
        self.changed.emit(Change(Sentence("undo.draft"), ()))

    def let_go(self) -> Desk:
        """Stops listening and leaves the desk open, for another bridge."""
        self._timer.stop()
        self._between.stop()
        self.closed.emit()
        if self._take in self.desk.listeners:
            self.desk.listeners.remove(self._take)
        return self.desk

    def close(self) -> None:
        self.let_go().close()

    def _take(self, change: Change) -> None:
        self.touched = self.desk.touched(change)
        if self._checked is not self.desk.previous or self.touched.everything:
            self._set_aside()
        else:
            for days, held in self._conflicts.items():
                self._conflicts[days] = self.desk.recheck(days, held, self.touched)
            self._turn_waiting(change)
        self._check = None
        self._checked = self.desk.schedule
        self.changed.emit(change)

    def _set_aside(self) -> None:
        """Everything has to be looked at anew; until then what was found before is better than nothing."""
        self._stale.update(self._conflicts)
        self._conflicts.clear()
        self._waiting = None
        self._between.start()


@dataclass(slots=True)
class _Check:
    """A check that is being made; `found` is what the last piece brought."""

    days: Days
    pieces: Iterator[list[Conflict]]
    found: list[Conflict] = field(default_factory=list)
