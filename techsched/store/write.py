"""Writing: one change, one transaction, with the guard, the versions and the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from techsched.errors import DoubleBooked, Stale, UserError
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Change, Edit
from techsched.model.row import Row
from techsched.model.schedule import TABLES
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import Instant
from techsched.store import guard
from techsched.store.codec import Codec, Values, codec, differing
from techsched.store.engine import Connection, dbapi, writing
from techsched.store.journal import Journal, Written, append, chunks
from techsched.store.naming import clash_sentence, name_of
from techsched.store.read import rows_of
from techsched.store.tables import TABLE_OF

R = TypeVar("R", bound=Row)

_ORDER = tuple(t for t in TABLES if t not in (Waiver, Assignment)) + (Waiver, Assignment)
"""References are judged at commit, so waivers can stand before the bookings whose overlap they allow."""


@dataclass(frozen=True, slots=True)
class Applied:
    """The journal's number of the change, and the change with the versions that are stored now."""

    seq: int
    change: Change


@dataclass(slots=True)
class _Batch(Generic[R]):
    """The edits of one table."""

    codec: Codec[R]
    created: list[R] = field(default_factory=list)
    updated: list[tuple[R, R]] = field(default_factory=list)
    deleted: list[R] = field(default_factory=list)
    stored: dict[int, Values] = field(default_factory=dict)
    """Updated and deleted rows as they stand."""
    counted: dict[int, R] = field(default_factory=dict)
    """Created and updated rows with their new versions."""

    def take(self, edit: Edit) -> None:
        before: Any = edit.before
        after: Any = edit.after
        if before is None:
            self.created.append(after)
        elif after is None:
            self.deleted.append(before)
        else:
            self.updated.append((before, after))


def apply(
    db: Connection,
    change: Change,
    *,
    who: str,
    at: Instant,
    host: str,
    kind: str = "do",
    target: int | None = None,
    ready: Callable[[], None] = lambda: None,
) -> Applied:
    """Stores a change whole, or nothing of it.

    `ready` is asked once the write lock is held, and may raise. Raises Stale when a row is not the version
    that the change was made from, DoubleBooked when the guard refuses, UserError for a code that is taken
    and for a row that others still need; `dbapi.Error` for trouble with the file.
    """
    batches: dict[type[Row], _Batch[Any]] = {}
    for edit in change.edits:
        batches.setdefault(edit.table, _Batch(codec(edit.table))).take(edit)
    ordered = [batches[table] for table in _ORDER if table in batches]
    try:
        with writing(db):
            ready()
            kind, target = _root(db, kind, target)
            for batch in ordered:
                _compare(db, batch)
            try:
                written = _write(db, ordered, batches)
            except dbapi.IntegrityError as error:
                raise _refusal(db, ordered, error) from error
            seq = append(
                db,
                at=at,
                who=who,
                host=host,
                kind=kind,
                target=target,
                label=change.label,
                edits=(written[edit.key] for edit in change.edits),
            )
    except dbapi.IntegrityError as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise UserError(_dangling(db, ordered)) from error
    edits = tuple(
        edit if edit.after is None else Edit(edit.before, batches[edit.table].counted[edit.after.id])
        for edit in change.edits
    )
    return Applied(seq, Change(change.label, edits))


def _root(db: Connection, kind: str, target: int | None) -> tuple[str, int | None]:
    """An undo of an undo is a redo: history knows steps, and whether each stands undone."""
    while target is not None:
        found = Journal(db).entry(target)
        if found is None or found.target is None:
            break
        kind = "undo" if (kind == "undo") is (found.kind == "redo") else "redo"
        target = found.target
    return kind, target


def _compare(db: Connection, batch: _Batch[Any]) -> None:
    """Reads the rows that the change starts from. Raises Stale for one that is gone or another version."""
    wanted = [(before, after) for before, after in batch.updated] + [(row, None) for row in batch.deleted]
    held = batch.codec
    for some in chunks([before.id for before, _ in wanted]):
        marks = ", ".join("?" * len(some))
        for values in db.execute(f"{held.select} WHERE id IN ({marks})", some):
            batch.stored[values[0]] = values
    version = held.names.index("version")
    for before, after in wanted:
        stored = batch.stored.get(before.id)
        if stored is None:
            raise _stale(db, "store.stale_removed", before, before, after, None)
        if stored[version] != before.version:
            raise _stale(db, "store.stale_changed", before, before, after, held.row(stored))


def _write(
    db: Connection, ordered: list[_Batch[Any]], batches: dict[type[Row], _Batch[Any]]
) -> dict[tuple[type[Row], int], Written]:
    """Vacates, deletes, writes; gives the images for the journal."""
    written: dict[tuple[type[Row], int], Written] = {}
    vacated = Assignment in batches and _vacate(db, batches[Assignment], alone=Waiver not in batches)
    # bookings go before the waivers that they used, and then children before parents
    for batch in reversed(ordered):
        held = batch.codec
        db.executemany(f"DELETE FROM {held.name} WHERE id = ?", [(row.id,) for row in batch.deleted])  # noqa: S608
        for row in batch.deleted:
            written[(held.kind, row.id)] = (held.name, row.id, held.image(batch.stored[row.id]), None)
    for batch in ordered:
        held = batch.codec
        rows = [*batch.created, *(after for _, after in batch.updated)]
        if not rows:
            continue
        versions = [row.version + 1 for row in batch.created] + [before.version + 1 for before, _ in batch.updated]
        counted = held.with_versions(rows, versions)
        batch.counted = {row.id: row for row in counted}
        values = held.values(counted)
        new, changed = values[: len(batch.created)], values[len(batch.created) :]
        _update(db, batch, changed, written, vacated and held.kind is Assignment)
        if new:
            db.executemany(held.insert, new)
        for some in new:
            written[(held.kind, some[0])] = (held.name, some[0], None, held.image(some))
    return written


def _update(
    db: Connection,
    batch: _Batch[Any],
    changed: list[Values],
    written: dict[tuple[type[Row], int], Written],
    vacated: bool,
) -> None:
    """Sets the columns that differ from what stood; rows with the same ones go together."""
    held = batch.codec
    left = {held.names.index(name) for name in _LEFT} if vacated else set()
    together: dict[tuple[int, ...], list[Values]] = {}
    for some in changed:
        before = batch.stored[some[0]]
        places = differing(before, some)
        written[(held.kind, some[0])] = (held.name, some[0], *held.images(before, some, places))
        together.setdefault(tuple(sorted({*places, *left})), []).append(some)
    for places, rows in together.items():
        db.executemany(held.update(places), [(*(some[place] for place in places), some[0]) for some in rows])


_LEFT = ("state", "part")
"""What vacating overwrites: a state that occupies nobody, and a part that no other row of the day has."""


def _vacate(db: Connection, batch: _Batch[Assignment], alone: bool) -> bool:
    """Puts the rows that change where they meet nothing, so that swaps and neighbours can pass each other.

    A row that changes alone has nobody to pass; then False.
    """
    if len(batch.created) + len(batch.updated) + len(batch.deleted) < 2 and alone:
        return False
    db.executemany(
        "UPDATE assignment SET state = 'withdrawn', part = id WHERE id = ?",
        [(before.id,) for before, _ in batch.updated],
    )
    return True


# refusals


def _written_rows(ordered: Iterable[_Batch[Any]]) -> Iterable[tuple[_Batch[Any], Any]]:
    for batch in ordered:
        for row in (*batch.created, *(after for _, after in batch.updated)):
            yield batch, row


def _refusal(db: Connection, ordered: list[_Batch[Any]], error: Exception) -> Exception:
    """What to tell a person; the error itself where that would be a bug of ours. Still in the transaction."""
    told = str(error)
    if guard.REFUSED in told:
        return _double_booked(db, ordered) or error
    if guard.IN_USE in told:
        return UserError(sentence("store.overlap_kept"))
    if "UNIQUE constraint failed" not in told:
        return error
    if "uq_office_only" in told:
        return UserError(sentence("store.one_office"))
    for batch, row in _written_rows(ordered):
        held = batch.codec
        code = getattr(row, "code", "")
        if f"'uq_{held.name}_code'" in told and code and _finds(db, held, "lower(code) = lower(?)", code, row.id):
            return UserError(sentence("store.code_taken", code=code, what=held.kind.__name__.lower()))
        if f"{held.name}.id" in told and row in batch.created:
            for theirs in rows_of(db, held.kind, [row.id]):
                return _stale(db, "store.stale_made", row, None, row, theirs)
        if f"{held.name}.placement_id" in told and row.placement_id is not None:
            where = "placement_id = ? AND day = ? AND part = ?"
            values = db.execute(
                f"{held.select} WHERE {where} AND id <> ?",
                (row.placement_id, row.day.isoformat(), row.part, row.id),
            ).fetchone()
            if values is not None:
                return _stale(db, "store.stale_made", row, None, row, held.row(values))
    return error


def _finds(db: Connection, held: Codec[Any], where: str, value: str, but: int) -> bool:
    found = db.execute(f"SELECT 1 FROM {held.name} WHERE {where} AND id <> ?", (value, but))  # noqa: S608
    return found.fetchone() is not None


def _double_booked(db: Connection, ordered: list[_Batch[Any]]) -> DoubleBooked | None:
    for batch, row in _written_rows(ordered):
        if isinstance(row, Assignment) and row.occupies:
            other = guard.in_the_way(db, row.id, row.technician_id, row.start, row.end)
            if other is not None:
                (theirs,) = rows_of(db, batch.codec.kind, [other])
                return DoubleBooked(clash_sentence(db, "store.double_booked", row, theirs), row, theirs)
    return None


def _stale(db: Connection, key: str, row: Row, base: Row | None, mine: Row | None, theirs: Row | None) -> Stale:
    who = Journal(db).last_writer(type(row), theirs.id if theirs is not None else row.id)
    return Stale(
        sentence(key, who=who or "?", name=name_of(db, row), what=type(row).__name__.lower()), base, mine, theirs
    )


def _dangling(db: Connection, ordered: list[_Batch[Any]]) -> Sentence:
    """Which reference leads nowhere, after the transaction was taken back."""
    created = {(batch.codec.name, row.id) for batch in ordered for row in batch.created}
    deleted = {(batch.codec.name, row.id) for batch in ordered for row in batch.deleted}
    for batch, row in _written_rows(ordered):
        for key in TABLE_OF[batch.codec.kind].foreign_keys:
            id, parent = getattr(row, key.parent.name), key.column.table.name
            if id is None or (parent, id) in created:
                continue
            there = db.execute(f"SELECT 1 FROM {parent} WHERE id = ?", (id,)).fetchone()  # noqa: S608
            if there is None or (parent, id) in deleted:
                return sentence(
                    "store.reference_gone",
                    name=name_of(db, row),
                    what=batch.codec.kind.__name__.lower(),
                    parent=parent.replace("_", ""),
                )
    for batch in ordered:
        for row in batch.deleted:
            return sentence("store.still_used", name=name_of(db, row), what=batch.codec.kind.__name__.lower())
    raise AssertionError("a reference leads nowhere that no edit made")
