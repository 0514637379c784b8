"""The journal tells who did what, what comes next to undo, and what changed since; nobody alters it."""

from __future__ import annotations

import os
import platform
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techsched.model.assignment import Assignment
from techsched.model.change import Change, Edit
from techsched.model.kinds import Mode
from techsched.model.row import Row, fresh_ids
from techsched.model.sentence import Sentence
from techsched.model.technician import Technician
from techsched.store import Store, journal
from techsched.store.engine import connect, dbapi
from tests.rows import NOW, booking, technician
from tests.store.offices import Copies, everything, put, standing, take


def steps(store: Store, who: str, *keys: str) -> list[int]:
    """So many changes of Eva's telephone, by name; their numbers."""
    seqs = []
    for key in keys:
        eva = replace(technician("Eva"), phone=key)
        edit = Edit(standing(store, eva), eva)
        seqs.append(store.apply(Change(Sentence(key), (edit,)), who=who, at=NOW).seq)
    return seqs


def back(store: Store, seq: int, who: str = "Ana", kind: str = "undo") -> int:
    entry = store.journal.entry(seq)
    assert entry is not None
    wanted = entry.change.inverse() if kind == "undo" else entry.change
    edits = (Edit(standing(store, edit.row), edit.after) for edit in wanted.edits)
    return store.apply(Change(entry.label, tuple(edits)), who=who, at=NOW, kind=kind, target=seq).seq


def name_of(entry: journal.JournalEntry | None) -> str | None:
    return None if entry is None else entry.label.key


def test_an_entry_says_who_when_where_and_what(store: Store) -> None:
    label = Sentence("undo.book", (("technician", "Ana <b>"), ("n", 3), ("day", "2026-11-25")))
    seq = store.apply(Change(label, (Edit(None, booking("Ana", "Mon 9-12")),)), who="Luz Marín", at=NOW + 5).seq
    entry = store.journal.entry(seq)
    assert entry is not None
    assert (entry.seq, entry.at, entry.who, entry.host) == (seq, NOW + 5, "Luz Marín", platform.node())
    assert (entry.kind, entry.target, entry.label) == ("do", None, label)
    assert entry.edits == (Edit(None, booking("Ana", "Mon 9-12")),)
    assert [other.seq for other in store.journal.entries(1)] == [seq]
    assert store.journal.entry(seq + 1) is None


def test_each_person_undoes_and_redoes_their_own_steps_in_order(store: Store) -> None:
    first, second = steps(store, "Ana", "first", "second")
    (other,) = steps(store, "Berta", "other")
    ask = store.journal
    assert (name_of(ask.next_undo("Ana")), name_of(ask.next_undo("Berta"))) == ("second", "other")
    assert ask.next_undo("Eva") is None and ask.next_redo("Ana") is None
    back(store, other, "Berta")
    back(store, second)
    assert (name_of(ask.next_undo("Ana")), name_of(ask.next_redo("Ana"))) == ("first", "second")
    back(store, first)
    assert (ask.next_undo("Ana"), name_of(ask.next_redo("Ana"))) == (None, "first")
    back(store, first, kind="redo")
    assert (name_of(ask.next_undo("Ana")), name_of(ask.next_redo("Ana"))) == ("first", "second")
    assert name_of(ask.next_redo("Berta")) == "other"
    steps(store, "Ana", "third")
    assert (name_of(ask.next_undo("Ana")), ask.next_redo("Ana")) == ("third", None)
    back(store, store.last_seq())
    assert (name_of(ask.next_undo("Ana")), name_of(ask.next_redo("Ana"))) == ("first", "third")


def test_history_is_one_for_a_second_window_and_after_a_restart(store: Store) -> None:
    first, _ = steps(store, "Ana", "first", "second")
    window = Store.open(store.path)
    back(window, window.last_seq())
    window.close()
    again = Store.open(store.path)
    assert name_of(again.journal.next_undo("Ana")) == name_of(store.journal.next_undo("Ana")) == "first"
    assert name_of(again.journal.next_redo("Ana")) == "second"
    again.close()
    assert first < store.last_seq()


def test_what_the_program_does_by_itself_is_not_undone(store: Store) -> None:
    steps(store, "Ana", "first")
    put(store, booking("Ana", "Mon 9-12"), kind="system")
    assert name_of(store.journal.next_undo("Ana")) == "first"


def test_an_undo_that_is_undone_is_a_redo(store: Store) -> None:
    (first,) = steps(store, "Ana", "first")
    undo = back(store, first)
    redo = back(store, undo)
    entry = store.journal.entry(redo)
    assert entry is not None and (entry.kind, entry.target) == ("redo", first)
    assert name_of(store.journal.next_undo("Ana")) == "first"
    again = store.journal.entry(back(store, redo))
    assert again is not None and (again.kind, again.target) == ("undo", first)


class Stack:
    """Undo as everybody knows it: two piles."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []

    def do(self, key: str) -> None:
        self.done.append(key)
        self.undone.clear()

    def undo(self) -> None:
        self.undone.append(self.done.pop())

    def redo(self) -> None:
        self.done.append(self.undone.pop())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(("Ana", "Berta")), st.sampled_from(("do", "undo", "redo"))), max_size=20))
def test_the_journal_is_two_piles_for_each_person(copies: Copies, course: list[tuple[str, str]]) -> None:
    store = copies.store()
    store._db.execute("PRAGMA synchronous=OFF")
    stacks = {"Ana": Stack(), "Berta": Stack()}
    for n, (who, deed) in enumerate(course):
        stack = stacks[who]
        if deed == "do":
            own = replace(technician(who), phone=f"{n}")
            edit = Edit(standing(store, own), own)
            store.apply(Change(Sentence(f"{n}"), (edit,)), who=who, at=NOW)
            stack.do(f"{n}")
        elif deed == "undo" and stack.done:
            found = store.journal.next_undo(who)
            assert found is not None
            back(store, found.seq, who)
            stack.undo()
        elif deed == "redo" and stack.undone:
            found = store.journal.next_redo(who)
            assert found is not None
            back(store, found.seq, who, "redo")
            stack.redo()
        for name, held in stacks.items():
            assert name_of(store.journal.next_undo(name)) == (held.done[-1] if held.done else None)
            assert name_of(store.journal.next_redo(name)) == (held.undone[-1] if held.undone else None)
    store.close()


# what changed


def test_changes_since_a_number_lead_from_the_old_rows_to_the_new(store: Store) -> None:
    seen, before = store.last_seq(), dict(keyed(store))
    put(store, booking("Ana", "Mon 9-12", id=1))
    put(store, booking("Ana", "Mon 9-12", id=1, note="moved"), technician("Eva"))
    take(store, technician("Eva"))
    put(store, booking("Berta", "Tue 9-12", id=2, mode=Mode.REMOTE))
    for entry in store.changes_since(seen):
        for edit in entry.edits:
            assert before.get(edit.key) == edit.before
            if edit.before is not None:
                assert before[edit.key].version == edit.before.version
            before.pop(edit.key, None)
            if edit.after is not None:
                before[edit.key] = edit.after
    now = dict(keyed(store))
    assert before == now
    assert {key: row.version for key, row in before.items()} == {key: row.version for key, row in now.items()}
    assert store.changes_since(store.last_seq()) == []


def keyed(store: Store) -> dict[tuple[type[Row], int], Row]:
    return {(table, row.id): row for table, row in everything(store)}


def test_an_old_entry_keeps_its_rows_whatever_came_later(store: Store) -> None:
    eva = technician("Eva", email="eva@example.com")
    put(store, eva)
    renamed = put(store, replace(eva, name="Eva Ruiz")).seq
    put(store, replace(eva, name="Eva Ruiz", phone="1"))
    put(store, replace(eva, name="Eva R.", phone="1"))
    take(store, eva)
    put(store, technician("Eva", code="another"))
    entry = store.journal.entry(renamed)
    assert entry is not None
    assert entry.edits == (Edit(eva, replace(eva, name="Eva Ruiz")),)
    assert [(edit.before.version, edit.after.version) for edit in entry.edits if edit.before and edit.after] == [(1, 2)]


def test_which_rows_changed_since_a_roster_was_printed(store: Store) -> None:
    put(store, *(booking("Ana", f"Mon {n}-{n + 1}", id=n) for n in range(1, 9)))
    printed = store.last_seq()
    put(store, booking("Ana", "Mon 3-4", id=3, note="late"))
    take(store, booking("Ana", "Mon 5-6", id=5))
    put(store, technician("Eva"))
    assert store.changed_since(printed, Assignment, range(1, 2000)) == {3, 5}
    assert store.changed_since(printed, Assignment, [1, 2]) == set()
    assert store.changed_since(printed, Technician, [3, 5]) == set()


def test_who_wrote_a_row_last(store: Store) -> None:
    put(store, technician("Eva"), who="Berta")
    put(store, replace(technician("Eva"), phone="1"), who="Luz")
    assert store.journal.last_writer(Technician, technician("Eva").id) == "Luz"
    assert store.journal.last_writer(Technician, 1) is None


def test_asking_what_changed_goes_by_an_index(store: Store) -> None:
    asked = {
        "SELECT row_id FROM journal_edit WHERE row_table = 'x' AND row_id IN (1, 2) AND seq > 5": "ix_journal_edit_row",
        "SELECT seq FROM journal WHERE who = 'x' AND kind = 'do' ORDER BY seq DESC LIMIT 1": "ix_journal_who_kind_seq",
        "SELECT kind FROM journal WHERE target = 5 ORDER BY seq DESC LIMIT 1": "ix_journal_target_seq",
        "SELECT seq FROM journal WHERE seq > 5 ORDER BY seq": "INTEGER PRIMARY KEY",
    }
    for query, index in asked.items():
        (plan,) = store._db.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()[:1]
        assert "SEARCH" in plan[3] and index in plan[3]


def test_a_changed_column_costs_little_and_a_new_booking_a_third_of_a_kilobyte(store: Store) -> None:
    row = booking("Ana", "Mon 9-17", id=next(fresh_ids(NOW)))
    put(store, row)
    put(store, replace(row, start=row.start + 600))
    sizes = [
        sum(len(text or "") for text in images)
        for images in store._db.execute('SELECT "before", "after" FROM journal_edit ORDER BY seq DESC LIMIT 2')
    ]
    assert sizes[0] < 80 and sizes[1] < 340


# nobody alters it


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET who = 'Nobody'",
        "UPDATE OR IGNORE journal SET at = 0",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT seq, at, 'Nobody', host, kind, target, label FROM journal",
        'UPDATE journal_edit SET "after" = NULL',
        "DELETE FROM journal_edit WHERE n = 0",
        "INSERT OR REPLACE INTO journal_edit SELECT seq, n, row_table, row_id, NULL, '{}' FROM journal_edit",
        "INSERT INTO journal_edit VALUES (1, 999, 'technician', 1, NULL, '{}')",
    ],
)
@pytest.mark.parametrize("by", ["us", "another program"])
def test_the_journal_is_never_altered(store: Store, statement: str, by: str) -> None:
    steps(store, "Ana", "first")
    db = store._db if by == "us" else dbapi.connect(store.path, isolation_level=None)
    before = everything_journalled(store)
    with pytest.raises(dbapi.IntegrityError, match="never altered"):
        db.execute(statement)
    assert everything_journalled(store) == before
    if by != "us":
        db.close()


def everything_journalled(store: Store) -> list[tuple[object, ...]]:
    return [
        *store._db.execute("SELECT * FROM journal ORDER BY seq").fetchall(),
        *store._db.execute("SELECT * FROM journal_edit ORDER BY seq, n").fetchall(),
    ]


@pytest.mark.full
@pytest.mark.timeout(600)
def test_a_million_entries_answer_at_once(copies: Copies) -> None:
    path = copies.path()
    db = connect(path)
    db.execute("PRAGMA synchronous=OFF")
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO journal (at, who, host, kind, target, label) VALUES (?, ?, 'h', 'do', NULL, '[\"undo.book\",{}]')",
        ((NOW + n, f"user {n % 9}") for n in range(1_000_000)),
    )
    seq = db.execute("SELECT max(seq) FROM journal").fetchone()[0]
    db.executemany(
        "INSERT INTO journal_edit VALUES (?, ?, 'assignment', ?, NULL, '{}')",
        ((seq, n, n % 100_000) for n in range(1_000_000)),
    )
    db.execute("COMMIT")
    db.close()
    store = Store.open(path)
    for ask in (
        lambda: store.changed_since(seq - 1, Assignment, range(500)),
        lambda: store.changes_since(seq - 100),
        lambda: store.journal.next_undo("user 3"),
        lambda: store.journal.next_redo("user 3"),
        lambda: store.journal.entries(50),
    ):
        start = time.process_time()
        assert ask() is not False
        assert time.process_time() - start < 0.05
    store.close()
    os.unlink(path)
