"""The one door: everything that changes the schedule goes through `Desk.do`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from techsched.clock import Clock, FixedClock, SystemClock
from techsched.desk.draft import Draft
from techsched.desk.keeping import keep, needs_note
from techsched.desk.pen import Command, Pen
from techsched.desk.placements import ExtendPlacements
from techsched.desk.telling import name_of
from techsched.errors import UserError
from techsched.model.assignment import Assignment
from techsched.model.change import Change, Edit, Touched
from techsched.model.conflict import Conflict, verdict_of
from techsched.model.kinds import Because, Rule, Severity, Verdict
from techsched.model.office import Office
from techsched.model.row import Row, fresh_ids
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import ONE_DAY, Days, Instant
from techsched.model.wall import day_of

if TYPE_CHECKING:
    from techsched.store import Store
    from techsched.store.journal import JournalEntry

BACK = timedelta(weeks=8)
AHEAD = timedelta(weeks=53)
"""The dated window of assignments that is loaded around the file's today."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a command would do: computed by the very rules that will judge it, without the store."""

    command: Command
    change: Change
    after: Schedule
    new: tuple[Conflict, ...]
    """Conflicts that the change would add, worst first."""
    gone: tuple[Conflict, ...]
    """Conflicts that it would end."""

    @property
    def verdict(self) -> Verdict:
        return verdict_of(self.new)

    @property
    def asking(self) -> tuple[Conflict, ...]:
        """Those that want a reason or an OK before anything moves.

        A command that books asks for every hard and approval conflict it adds; recording a fact (an
        absence, a certificate) asks for nothing but double bookings, which no file holds unwaived.
        """
        asks = getattr(self.command, "asks", False)
        return tuple(
            c
            for c in self.new
            if not c.kept and (c.rule is Rule.DOUBLE_BOOKING or (asks and c.severity >= Severity.APPROVAL))
        )


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: the journal's number of it, the change with the stored versions, and its preview."""

    seq: int
    change: Change
    preview: Preview


class NeedsReason(UserError):
    """Nothing was written: the conflicts in `preview.asking` want a reason, or an OK."""

    def __init__(self, told: Sentence, preview: Preview) -> None:
        super().__init__(told)
        self.preview = preview

    @property
    def hard(self) -> bool:
        return any(c.severity is Severity.HARD for c in self.preview.asking)


Listener = Callable[[Change], None]


class Desk:
    """A file, its schedule in memory, and the rules between them.

    Listeners are told each change after it is stored, whoever made it. Not for use from several threads.
    """

    def __init__(self, store: Store, *, who: str, clock: Clock) -> None:
        from techsched import cities

        self._store = store
        self.who = who
        self._machine = clock
        self.listeners: list[Listener] = []
        office = self._store.office()
        self._city = cities.pack(office.city if office is not None else "madrid")
        self._fixed = office.fixed_now if office is not None else None
        zone = office.zone if office is not None else "Europe/Madrid"
        today = day_of(self.now, zone)
        self.window = Days(today - BACK, today + AHEAD)
        self.schedule = self.previous = self._load()
        """`previous` is what the last change was made to."""
        self._ids = fresh_ids(clock.now())

    def _load(self) -> Schedule:
        self._seen = self._store.last_seq()
        self._data_version = self._store.data_version()
        loaded = self._store.load(self.window)
        return Schedule(self._city, loaded.rows, window=self.window, earlier=loaded.earlier)

    @classmethod
    def open(
        cls, url: str, *, who: str, clock: Clock | None = None, readonly: bool = False, extend: bool = True
    ) -> Desk:
        """Opens an existing file; grows open placements to the horizon. Raises UserError for a bad file."""
        # the window appears before the store is imported
        from techsched.store import Store

        desk = cls(Store.open(url, readonly=readonly), who=who, clock=clock or SystemClock())
        if extend and not readonly:
            desk._extend()
        return desk

    @classmethod
    def create(cls, url: str, rows: Change, *, who: str, clock: Clock | None = None) -> Desk:
        """Makes a new file with these rows (an office row among them), or none. Raises UserError where one exists."""
        from techsched.store import Store

        clock = clock or SystemClock()
        store = Store.create(url)
        office = next((edit.after for edit in rows.edits if isinstance(edit.after, Office)), None)
        fixed = office.fixed_now if office is not None else None
        try:
            store.apply(rows, who=who, at=clock.now() if fixed is None else fixed, kind="system")
            return cls(store, who=who, clock=clock)
        except BaseException:
            store.discard()
            raise

    def close(self) -> None:
        self._store.close()

    def discard(self) -> None:
        """Closes the file and takes it away: one that was never finished."""
        self._store.discard()

    # time

    @property
    def now(self) -> Instant:
        """The file's clock: the machine's, or the moment at which the file stands still."""
        return self._machine.now() if self._fixed is None else self._fixed

    @property
    def clock(self) -> Clock:
        return self._machine if self._fixed is None else FixedClock(self._fixed)

    @property
    def readonly(self) -> bool:
        return self._store.readonly

    @property
    def path(self) -> str:
        return str(self._store.path)

    def pen(self) -> Pen:
        return Pen(self.who, self.now, self._ids)

    # changing

    def preview(self, command: Command) -> Preview:
        """What `do` would do. Raises UserError for what is impossible as data."""
        # rules are read when first needed, so that an empty window does without them
        from techsched.rules import new_conflicts

        needed = getattr(command, "span", None)
        if needed is not None and (days := needed(self.schedule)) is not None:
            self.widen(days)
        change = command.change(self.schedule, self.pen())
        after = self.schedule.with_(change)
        judged = new_conflicts(self.schedule, after, change, self.now)
        return Preview(command, change, after, judged.new, judged.gone)

    def do(self, command: Command, *, because: Because | None = None, note: str = "") -> Done:
        """Stores the command's change and tells the listeners.

        Raises NeedsReason when it adds conflicts that ask for one and `because` is not given (or is only
        an OK, for hard ones); Stale or UserError when the storage refuses; then nothing was written.
        """
        preview = self.preview(command)
        change = preview.change
        if preview.asking:
            hard = any(c.severity is Severity.HARD for c in preview.asking)
            if because is None or (hard and because is Because.OK_GIVEN):
                key = "trouble.needs_reason" if hard else "trouble.needs_ok"
                raise NeedsReason(sentence(key, n=len(preview.asking)), preview)
            needs_note(because, note)
            draft = Draft(self.schedule)
            draft.take(change)
            keep(draft, preview.asking, because, note, self.pen())
            change = draft.change(change.label)
        return self._apply(change, preview, "do", None)

    def _apply(self, change: Change, preview: Preview, kind: str, target: int | None) -> Done:
        if not change.edits:
            raise UserError(sentence("trouble.nothing_changes"))
        applied = self._store.apply(change, who=self.who, at=self.now, kind=kind, target=target)
        if applied.seq == self._seen + 1:
            self._seen = applied.seq
        self._take(applied.change)
        return Done(applied.seq, applied.change, preview)

    def _take(self, change: Change) -> None:
        self.previous = self.schedule
        self.schedule = self.schedule.with_(change)
        for listener in tuple(self.listeners):
            listener(change)

    def _extend(self) -> None:
        change = ExtendPlacements().change(self.schedule, self.pen())
        if change.edits:
            applied = self._store.apply(change, who=self.who, at=self.now, kind="system", target=None)
            self._seen = applied.seq
            self.schedule = self.schedule.with_(applied.change)

    # undo

    @property
    def next_undo(self) -> JournalEntry | None:
        """The caller's own last step that is not undone."""
        return self._store.journal.next_undo(self.who)

    @property
    def next_redo(self) -> JournalEntry | None:
        return self._store.journal.next_redo(self.who)

    def undo(self) -> Done:
        """Takes back the caller's last step. Raises UserError when there is none, or when somebody has
        changed its rows since; then nothing changes."""
        entry = self.next_undo
        if entry is None:
            raise UserError(sentence("trouble.nothing_to_undo"))
        return self._again(entry, entry.change.inverse(), "undo")

    def redo(self) -> Done:
        entry = self.next_redo
        if entry is None:
            raise UserError(sentence("trouble.nothing_to_redo"))
        return self._again(entry, entry.change, "redo")

    def revert(self, seq: int) -> Done:
        """Takes one old step back alone, if nothing later touched its rows."""
        entry = self._store.journal.entry(seq)
        if entry is None:
            raise UserError(sentence("trouble.no_such_step", seq=seq))
        return self._again(entry, entry.change.inverse(), "undo")

    def _again(self, entry: JournalEntry, change: Change, kind: str) -> Done:
        self.refresh()
        from techsched.rules import new_conflicts

        days = [row.day for e in change.edits for row in (e.before, e.after) if isinstance(row, Assignment)]
        if days:
            self.widen(Days(min(days), max(days) + ONE_DAY))
        edits: list[Edit] = []
        for edit in change.edits:
            held = self.schedule.get(edit.table, edit.row.id)
            if held != edit.before:
                who = self._store.journal.last_writer(edit.table, edit.row.id)
                what = name_of(self.schedule, edit.row)
                raise UserError(sentence("trouble.undo_stale", who=who or "?", what=what))
            edits.append(Edit(held, edit.after))
        ready = Change(change.label, tuple(edits))
        after = self.schedule.with_(ready)
        judged = new_conflicts(self.schedule, after, ready, self.now)
        preview = Preview(_Again(ready), ready, after, judged.new, judged.gone)
        return self._apply(ready, preview, kind, entry.seq)

    def history(self, last: int = 50) -> list[JournalEntry]:
        """The newest steps first, everybody's."""
        return self._store.journal.entries(last)

    def history_of(self, rows: Collection[tuple[type[Row], int]], last: int = 5) -> list[JournalEntry]:
        """The newest steps that touched one of the rows first, everybody's."""
        return self._store.journal.about(rows, last)

    @staticmethod
    def restore(url: str, copy: str, clock: Clock | None = None) -> str:
        """Puts a verified backup in the place of a file that no desk of this program has open; gives where
        the replaced file is kept, empty where there was none. Raises UserError."""
        from techsched.store import restore

        kept = restore(url, copy, (clock or SystemClock()).now())
        return "" if kept is None else str(kept)

    # others

    def refresh(self) -> list[Change]:
        """Takes in what other desks have stored since; tells the listeners. Cheap when nothing has."""
        version = self._store.data_version()
        if version == self._data_version:
            return []
        self._data_version = version
        taken: list[Change] = []
        for entry in self._store.journal.changes_since(self._seen):
            self._seen = entry.seq
            known = self._fits(entry.change)
            if known.edits:
                taken.append(known)
                self._take(known)
        return taken

    def _fits(self, change: Change) -> Change:
        """The part of a journalled change that this schedule does not have yet, with stored versions."""
        edits = []
        for edit in change.edits:
            held = self.schedule.get(edit.table, edit.row.id)
            if held != edit.after or (
                held is not None and edit.after is not None and held.version < edit.after.version
            ):
                edits.append(Edit(held, edit.after) if held is not None or edit.after is not None else edit)
        return Change(change.label, tuple(edits))

    def widen(self, days: Days) -> None:
        """Loads more assignments before a view, check or series edit beyond the window."""
        if days.after is None:
            raise ValueError("a view has an end")
        assert self.window.after is not None
        if days.first >= self.window.first and days.after <= self.window.after:
            return
        # what others have stored is told before it is loaded, or nobody would hear of it
        self.refresh()
        self.window = Days(min(days.first, self.window.first), max(days.after, self.window.after))
        self.schedule = self._load()

    # checking

    def check(self, days: Days, *, with_requested: bool = False) -> list[Conflict]:
        """All conflicts of closed `days`, kept and past ones marked."""
        from techsched.rules import check
        from techsched.rules.scope import Scope

        self.widen(days)
        return check(self.schedule, Scope(days, with_requested=with_requested), self.now)

    def check_in_pieces(self, days: Days) -> Iterator[list[Conflict]]:
        """`check` bit by bit; the last piece is the whole."""
        from techsched.rules import in_pieces

        self.widen(days)
        return in_pieces(self.schedule, days, self.now)

    def touched(self, change: Change) -> Touched:
        """Whose days and which lines the last change may have touched."""
        from techsched.rules import touched

        return touched(self.previous, self.schedule, change, self.now)

    def recheck(self, days: Days, held: list[Conflict], reached: Touched) -> list[Conflict]:
        """What `check` would find now, from what it found before the last change, which touched so much."""
        if reached.everything:
            return self.check(days)
        from techsched.rules import recheck

        return recheck(held, self.schedule, days, reached, self.now)

    # the file

    def caretaker(self) -> Callable[[], list[Sentence]]:
        """What is good for the file and takes a while, to be run on another thread: checks it for damage and,
        when it is sound, backs it up if anything changed since the last backup. Gives what is wrong with it.

        Raises UserError when the backup cannot be written.
        """
        path, at, readonly = self._store.path, self._machine.now(), self.readonly

        def care() -> list[Sentence]:
            from techsched.store.backup import at_start
            from techsched.store.verify import verify

            found = verify(path)
            if not found and not readonly:
                at_start(path, at)
            return found

        return care

    def backup(self, to: str) -> str:
        """Writes a verified copy of the file. Raises UserError when it cannot."""
        return str(self._store.backup(to))


@dataclass(frozen=True, slots=True)
class _Again:
    """A step of the journal as a command."""

    made: Change

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        return self.made
