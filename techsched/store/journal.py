"""The journal: every change with its rows before and after, read as history, undo and news."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from techsched.model.change import Change, Edit
from techsched.model.row import Row
from techsched.model.sentence import Sentence
from techsched.model.span import Instant
from techsched.store.codec import Codec, Image, Unreadable, codec, row_of
from techsched.store.engine import Connection, reading
from techsched.store.tables import TABLE_OF

LOCKED = "techsched: the journal is never altered"

_COLUMNS = "seq, at, who, host, kind, target, label"
_CHUNK = 500


def _forbid(name: str, moment: str, when: str = "") -> str:
    return f"CREATE TRIGGER {name} BEFORE {moment}{when}\nBEGIN\n  SELECT RAISE(ABORT, '{LOCKED}');\nEND"


TRIGGERS: dict[str, str] = {
    "journal_no_update": _forbid("journal_no_update", "UPDATE ON journal"),
    "journal_no_delete": _forbid("journal_no_delete", "DELETE ON journal"),
    "journal_edit_no_update": _forbid("journal_edit_no_update", "UPDATE ON journal_edit"),
    "journal_edit_no_delete": _forbid("journal_edit_no_delete", "DELETE ON journal_edit"),
    # REPLACE deletes without a trigger where recursive_triggers is off, as it is in other programs
    "journal_no_replace": _forbid(
        "journal_no_replace",
        "INSERT ON journal",
        "\nWHEN EXISTS (SELECT 1 FROM journal j WHERE j.seq = NEW.seq)",
    ),
    "journal_edit_no_replace": _forbid(
        "journal_edit_no_replace",
        "INSERT ON journal_edit",
        "\nWHEN EXISTS (SELECT 1 FROM journal_edit e WHERE e.seq = NEW.seq AND e.n = NEW.n)\n"
        "  OR NEW.seq < (SELECT max(seq) FROM journal)",
    ),
}

Written = tuple[str, int, str | None, str | None]
"""Table, row id, image before, image after."""


class JournalEntry:
    """One change as it was stored. Its rows are read when first asked for.

    `kind`: "do", "undo", "redo", or "system" for what is outside undo. `target` is the number of the entry
    that an undo or redo is about.
    """

    __slots__ = ("_edits", "_journal", "at", "host", "kind", "label", "seq", "target", "who")

    def __init__(self, journal: Journal, columns: tuple[Any, ...]) -> None:
        self._journal = journal
        self._edits: tuple[Edit, ...] | None = None
        self.seq: int = columns[0]
        self.at: Instant = columns[1]
        self.who: str = columns[2]
        self.host: str = columns[3]
        self.kind: str = columns[4]
        self.target: int | None = columns[5]
        try:
            key, fields = json.loads(columns[6])
            self.label = Sentence(key, tuple(fields.items()))
        except (ValueError, AttributeError) as error:
            raise Unreadable(str(columns[6])) from error

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Whole rows before and after, with the versions that they had."""
        if self._edits is None:
            self._edits = self._journal.edits(self.seq)
        return self._edits

    @property
    def change(self) -> Change:
        return Change(self.label, self.edits)

    def __repr__(self) -> str:
        return f"JournalEntry({self.seq}, {self.kind}, {self.who!r}, {self.label.key!r})"


def append(
    db: Connection,
    *,
    at: Instant,
    who: str,
    host: str,
    kind: str,
    target: int | None,
    label: Sentence,
    edits: Iterable[Written],
) -> int:
    """Writes an entry inside the caller's transaction and returns its number."""
    told = json.dumps([label.key, dict(label.fields)], ensure_ascii=False, separators=(",", ":"))
    cursor = db.execute(
        "INSERT INTO journal (at, who, host, kind, target, label) VALUES (?, ?, ?, ?, ?, ?)",
        (at, who, host, kind, target, told),
    )
    seq = cursor.lastrowid
    assert seq is not None
    db.executemany(
        'INSERT INTO journal_edit (seq, n, row_table, row_id, "before", "after") VALUES (?, ?, ?, ?, ?, ?)',
        [(seq, n, *edit) for n, edit in enumerate(edits)],
    )
    return seq


class Journal:
    """Reads the journal of one file. `telling` is entered for each question, to put its trouble into words."""

    def __init__(self, db: Connection, telling: Callable[[], AbstractContextManager[None]] = nullcontext) -> None:
        self._db = db
        self._telling = telling

    def _ask(self, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self._telling():
            return self._db.execute(query, values).fetchall()

    def _entries(self, where: str, values: tuple[Any, ...] = ()) -> list[JournalEntry]:
        found = self._ask(f"SELECT {_COLUMNS} FROM journal {where}", values)  # noqa: S608
        with self._telling():
            return [JournalEntry(self, columns) for columns in found]

    def _first(self, where: str, values: tuple[Any, ...]) -> JournalEntry | None:
        found = self._entries(where, values)
        return found[0] if found else None

    def last_seq(self) -> int:
        """Number of the newest entry; 0 in a new file."""
        return int(self._ask("SELECT coalesce(max(seq), 0) FROM journal")[0][0])

    def entries(self, last: int = 50) -> list[JournalEntry]:
        """The newest entries, newest first."""
        return self._entries("ORDER BY seq DESC LIMIT ?", (last,))

    def entry(self, seq: int) -> JournalEntry | None:
        return self._first("WHERE seq = ?", (seq,))

    def changes_since(self, seq: int) -> list[JournalEntry]:
        """Entries after number `seq`, oldest first."""
        return self._entries("WHERE seq > ? ORDER BY seq", (seq,))

    def next_undo(self, who: str) -> JournalEntry | None:
        """The caller's last own step that does not stand undone."""
        return self._first(
            "WHERE who = ? AND kind = 'do' AND 'undo' IS NOT"
            " (SELECT u.kind FROM journal u WHERE u.target = journal.seq ORDER BY u.seq DESC LIMIT 1)"
            " ORDER BY seq DESC LIMIT 1",
            (who,),
        )

    def next_redo(self, who: str) -> JournalEntry | None:
        """The caller's step that was undone last; None once a new step was made after it."""
        return self._first(
            "WHERE seq = (SELECT u.target FROM journal u WHERE u.who = ? AND u.kind = 'undo'"
            " AND u.seq > coalesce((SELECT max(d.seq) FROM journal d WHERE d.who = ? AND d.kind = 'do'), 0)"
            " AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.target = u.target AND r.seq > u.seq)"
            " ORDER BY u.seq DESC LIMIT 1)",
            (who, who),
        )

    def last_writer(self, table: type[Row], id: int) -> str | None:
        """Who wrote the row last; None for a row that the journal does not know."""
        found = self._ask(
            "SELECT j.who FROM journal_edit e JOIN journal j ON j.seq = e.seq"
            " WHERE e.row_table = ? AND e.row_id = ? ORDER BY e.seq DESC LIMIT 1",
            (TABLE_OF[table].name, id),
        )
        return str(found[0][0]) if found else None

    def about(self, rows: Collection[tuple[type[Row], int]], last: int) -> list[JournalEntry]:
        """The newest entries that touched one of the rows, newest first."""
        ids_of: dict[str, list[int]] = {}
        for table, id in rows:
            ids_of.setdefault(TABLE_OF[table].name, []).append(id)
        seqs: set[int] = set()
        for name, ids in ids_of.items():
            for some in chunks(ids):
                marks = ", ".join("?" * len(some))
                found = self._ask(
                    f"SELECT DISTINCT seq FROM journal_edit"  # noqa: S608
                    f" WHERE row_table = ? AND row_id IN ({marks}) ORDER BY seq DESC LIMIT ?",
                    (name, *some, last),
                )
                seqs.update(seq for (seq,) in found)
        newest = sorted(seqs, reverse=True)[:last]
        marks = ", ".join("?" * len(newest))
        return self._entries(f"WHERE seq IN ({marks}) ORDER BY seq DESC", tuple(newest))

    def changed_since(self, seq: int, table: type[Row], ids: Collection[int]) -> set[int]:
        """Those of the rows that an entry after number `seq` touched."""
        name = TABLE_OF[table].name
        found: set[int] = set()
        for some in chunks(list(ids)):
            marks = ", ".join("?" * len(some))
            found.update(
                id
                for (id,) in self._ask(
                    f"SELECT DISTINCT row_id FROM journal_edit"  # noqa: S608
                    f" WHERE row_table = ? AND row_id IN ({marks}) AND seq > ?",
                    (name, *some, seq),
                )
            )
        return found

    def edits(self, seq: int) -> tuple[Edit, ...]:
        """The rows of an entry before and after it.

        Of an update only the columns that changed are kept; the rest of the row is that of its next
        deletion, or of the row as it stands, with the later updates taken back.
        """
        with self._telling(), reading(self._db):
            images = list(self._images(seq))
        # all rows of a table at once, which is much faster than one by one
        wanted: dict[str, list[Image]] = {}
        for table, before, after in images:
            wanted.setdefault(table, []).extend(image for image in (before, after) if image is not None)
        with self._telling():
            rows = {table: iter(codec(row_of(table)).of_images(held)) for table, held in wanted.items()}
        return tuple(
            Edit(
                None if before is None else next(rows[table]),
                None if after is None else next(rows[table]),
            )
            for table, before, after in images
        )

    def _images(self, seq: int) -> Iterator[tuple[str, Image | None, Image | None]]:
        """Table, whole row before, whole row after."""
        later = self._later(seq)
        standing = self._standing(seq)
        for table, id, before_text, after_text in self._db.execute(
            'SELECT row_table, row_id, "before", "after" FROM journal_edit WHERE seq = ? ORDER BY n', (seq,)
        ).fetchall():
            held: Codec[Row] = codec(row_of(table))
            before = None if before_text is None else _image(before_text)
            after = None if after_text is None else _image(after_text)
            if before is not None and after is not None:
                whole = _walked_back(held, standing.get((table, id)), later.get((table, id), ()))
                yield table, {**whole, **before}, whole
            else:
                yield (
                    table,
                    None if before is None else held.whole(before),
                    None if after is None else held.whole(after),
                )

    def _later(self, seq: int) -> dict[tuple[str, int], list[tuple[Image, bool]]]:
        """Images before later edits of the updated rows, oldest first, and whether that edit was a deletion."""
        found: dict[tuple[str, int], list[tuple[Image, bool]]] = {}
        for table, id, before, deletes in self._db.execute(
            'SELECT l.row_table, l.row_id, l."before", l."after" IS NULL FROM journal_edit e'
            " JOIN journal_edit l ON l.row_table = e.row_table AND l.row_id = e.row_id AND l.seq > e.seq"
            ' WHERE e.seq = ? AND e."before" IS NOT NULL AND e."after" IS NOT NULL AND l."before" IS NOT NULL'
            " ORDER BY l.seq",
            (seq,),
        ):
            found.setdefault((table, id), []).append((_image(before), bool(deletes)))
        return found

    def _standing(self, seq: int) -> dict[tuple[str, int], Image]:
        """The updated rows as they are in their tables now."""
        found: dict[tuple[str, int], Image] = {}
        tables = self._db.execute("SELECT DISTINCT row_table FROM journal_edit WHERE seq = ?", (seq,)).fetchall()
        for (table,) in tables:
            held: Codec[Row] = codec(row_of(table))
            for values in self._db.execute(
                f"{held.select} WHERE id IN (SELECT row_id FROM journal_edit"  # noqa: S608
                ' WHERE seq = ? AND row_table = ? AND "before" IS NOT NULL AND "after" IS NOT NULL)',
                (seq, table),
            ):
                image = dict(zip(held.names, values, strict=True))
                found[(table, image["id"])] = image
        return found


def _image(text: str) -> Image:
    try:
        image = json.loads(text)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    if not isinstance(image, dict):
        raise Unreadable(text)
    return image


def _walked_back(held: Codec[Row], standing: Image | None, later: Iterable[tuple[Image, bool]]) -> Image:
    updates: list[Image] = []
    whole = standing
    for before, deletes in later:
        if deletes:
            whole = held.whole(before)
            break
        updates.append(before)
    if whole is None:
        raise Unreadable(f"{held.name}: a row that was updated neither stands nor was deleted later")
    whole = dict(whole)
    for update in reversed(updates):
        whole.update(update)
    return whole


def chunks(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
