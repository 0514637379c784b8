"""One change is one transaction: whole, journalled, with versions compared, or nothing at all."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techsched.errors import DoubleBooked, Stale, UserError
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Change, Edit
from techsched.model.technician import Technician
from techsched.store import Store
from techsched.store.engine import dbapi
from techsched.words import say
from tests.rows import NOW, booking, client, id_of, office, site, skill, technician, visit
from tests.store.offices import Copies, change, everything, put, standing, take, waiver


def test_each_write_counts_the_version_on_and_content_stays_equal(store: Store) -> None:
    eva = technician("Eva")
    first = put(store, eva).change.edits[0].after
    second = put(store, replace(eva, phone="600 000 000")).change.edits[0].after
    assert first is not None and second is not None
    assert (first, first.version, second.version) == (eva, 1, 2)
    assert standing(store, eva) == second


def test_a_row_that_comes_back_never_has_a_version_that_was_there_before(store: Store) -> None:
    eva = technician("Eva")
    put(store, eva)
    put(store, replace(eva, phone="600 000 000"))
    gone = take(store, eva)
    back = store.apply(gone.change.inverse(), who="Ana", at=NOW)
    assert back.change.edits[0].after is not None
    assert back.change.edits[0].after.version == 3


def test_crossed_edits_of_one_row_are_told_with_all_three_states(store: Store) -> None:
    base = put(store, technician("Eva")).change.edits[0].after
    assert isinstance(base, Technician)
    theirs = replace(base, phone="600 111 111")
    store.apply(change(Edit(base, theirs)), who="Berta", at=NOW)
    mine = replace(base, phone="600 222 222")
    with pytest.raises(Stale) as told:
        store.apply(change(Edit(base, mine)), who="Ana", at=NOW)
    assert (told.value.base, told.value.mine, told.value.theirs) == (base, mine, theirs)
    assert str(told.value) == (
        "Berta has changed Eva (technician) in the meantime. Nothing was written; look at what stands now."
    )
    assert say(told.value.sentence, "es").startswith("Berta ha cambiado mientras tanto Eva (técnico).")
    assert standing(store, base) == theirs


def test_refusals_cross_a_process_border_with_their_rows(store: Store) -> None:
    put(store, booking("Ana", "Mon 9-12", id=1))
    with pytest.raises(DoubleBooked) as clash:
        put(store, booking("Ana", "Mon 11-13", id=2))
    with pytest.raises(Stale) as stale:
        store.apply(change(Edit(technician("Ana"), technician("Ana", phone="1"))), who="Ana", at=NOW)
    for told in (clash.value, stale.value):
        back = pickle.loads(pickle.dumps(told))
        assert (type(back), back.sentence, vars(back)) == (type(told), told.sentence, vars(told))


def test_a_row_that_somebody_removed_is_not_made_again_by_changing_it(store: Store) -> None:
    base = put(store, technician("Eva")).change.edits[0].after
    assert isinstance(base, Technician)
    take(store, base, who="Berta")
    for edit in (Edit(base, replace(base, phone="1")), Edit(base, None)):
        with pytest.raises(Stale) as told:
            store.apply(change(edit), who="Ana", at=NOW)
        assert (told.value.sentence.key, told.value.sentence["who"]) == ("store.stale_removed", "Berta")
        assert told.value.theirs is None


def test_a_deletion_of_another_version_is_stale(store: Store) -> None:
    base = put(store, technician("Eva")).change.edits[0].after
    assert base is not None
    put(store, replace(technician("Eva"), phone="1"), who="Berta")
    with pytest.raises(Stale):
        store.apply(change(Edit(base, None)), who="Ana", at=NOW)


def test_a_row_that_somebody_made_already_is_stale(store: Store) -> None:
    put(store, technician("Eva"), who="Berta")
    with pytest.raises(Stale) as told:
        store.apply(change(Edit(None, technician("Eva", code="Eva 2"))), who="Ana", at=NOW)
    assert (told.value.sentence.key, told.value.sentence["who"]) == ("store.stale_made", "Berta")


def test_two_windows_that_grow_the_same_day_of_a_placement(store: Store) -> None:
    on = {"placement_id": id_of("placement", "Ana Helpdesk 2026-01-01"), "visit_id": None}
    put(store, booking("Ana", "Mon 9-17", id=1, **on), who="Berta")
    with pytest.raises(Stale) as told:
        put(store, booking("Ana", "Mon 18-19", id=2, **on))
    assert isinstance(told.value.theirs, Assignment)
    assert (told.value.theirs.id, told.value.sentence["who"]) == (1, "Berta")


def test_a_hundred_crossed_edits_lose_none(store: Store) -> None:
    path = store.path
    other = Store.open(path)
    base = put(store, technician("Eva")).change.edits[0].after
    assert isinstance(base, Technician)
    for n in range(100):
        mine = replace(base, phone=f"mine {n}")
        theirs = replace(base, phone=f"theirs {n}")
        base_next = other.apply(change(Edit(base, theirs)), who="Berta", at=NOW).change.edits[0].after
        with pytest.raises(Stale):
            store.apply(change(Edit(base, mine)), who="Ana", at=NOW)
        assert isinstance(base_next, Technician)
        base = base_next
    assert base.version == 101
    assert standing(store, base) == base
    other.close()


# all or nothing


def test_a_refused_booking_takes_the_whole_change_with_it(store: Store) -> None:
    put(store, booking("Ana", "Mon 9-12", id=1))
    before, seq = everything(store), store.last_seq()
    with pytest.raises(DoubleBooked):
        put(store, technician("Eva"), booking("Eva", "Mon 9-12", id=2), booking("Ana", "Mon 11-13", id=3))
    assert (everything(store), store.last_seq()) == (before, seq)


def test_a_bug_is_not_told_as_if_a_person_had_made_it(store: Store) -> None:
    with pytest.raises(dbapi.IntegrityError, match="ck_skill_level"):
        put(store, skill("Ana", "Cisco", level=6))
    assert store.last_seq() == 1


def test_references_are_judged_when_all_is_written(store: Store) -> None:
    # children first: the order of the edits is nobody's business
    put(store, visit("V9", site("Torre")), site("Torre"), client("Torre"))
    taken = take(store, client("Torre"), visit("V9", site("Torre")), site("Torre"))
    assert store.apply(taken.change.inverse(), who="Ana", at=NOW).seq == taken.seq + 1


def test_a_reference_to_what_somebody_removed(store: Store) -> None:
    put(store, client("Torre"))
    take(store, client("Torre"), who="Berta")
    with pytest.raises(UserError) as told:
        put(store, site("Torre"))
    assert str(told.value) == ("Torre (site) needs a client that is no longer there. Nothing was written; look again.")
    assert standing(store, site("Torre")) is None


def test_what_others_need_is_not_removed(store: Store) -> None:
    with pytest.raises(UserError) as told:
        take(store, client("Centro"))
    assert str(told.value).startswith("Centro (client) is still needed by something else.")
    assert standing(store, client("Centro")) is not None


def test_a_code_has_one_owner(store: Store) -> None:
    with pytest.raises(UserError) as told:
        put(store, technician("Eva", code="ANA"))
    assert str(told.value) == "The code ANA is taken already (technician). Choose another."
    with pytest.raises(UserError):
        put(store, replace(technician("Berta"), code="ana"))


def test_a_file_has_one_office(store: Store) -> None:
    with pytest.raises(UserError) as told:
        put(store, office(id=2))
    assert told.value.sentence.key == "store.one_office"
    put(store, office(name="Meseta Norte"))
    assert store.office() == office(name="Meseta Norte")


def test_many_rows_of_many_tables_in_one_step(store: Store) -> None:
    people = [technician(f"P{n}") for n in range(700)]
    rows = [booking(f"P{n}", "Mon 9-12", id=n + 1) for n in range(700)]
    applied = put(store, *people, *rows)
    moved = [replace(row, note="moved", start=row.start + 600, end=row.end + 600) for row in rows]
    again = put(store, *moved)
    assert len(applied.change.edits) == 1400
    assert sorted(store.rows(Assignment), key=lambda row: row.id) == moved
    assert {edit.after.version for edit in again.change.edits if edit.after} == {2}
    assert len(store.journal.edits(again.seq)) == 700


# undo


def undone(store: Store, seq: int) -> Change:
    """The change that takes an entry back, from the rows as they stand."""
    entry = store.journal.entry(seq)
    assert entry is not None
    return Change(
        entry.label,
        tuple(
            Edit(None if edit.before is None else standing(store, edit.before), edit.after)
            for edit in entry.change.inverse().edits
        ),
    )


class Course:
    """Steps that a dispatcher may take, by number."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def step(self, n: int, choice: int) -> None:
        store, id = self.store, 100 + n
        rows = sorted(store.rows(Assignment), key=lambda row: row.id)
        held = rows[choice % len(rows)] if rows else None
        if choice % 5 == 0 or held is None:
            put(store, booking("Ana", f"Mon {choice % 20}-{choice % 20 + 2}", id=id))
        elif choice % 5 == 1:
            put(store, replace(held, technician_id=id_of("technician", "Berta"), note=f"step {n}"))
        elif choice % 5 == 2:
            take(store, *(w for w in store.rows(Waiver) if held.id in (w.a_id, w.b_id)), held)
        elif choice % 5 == 3:
            new = replace(held, id=id)
            if held.occupies:
                put(store, new, waiver(held, new, id=1000 + n))
        else:
            put(store, replace(technician("Ana"), phone=f"{n}"), skill("Ana", f"Skill {n}"))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.integers(0, 99), min_size=3, max_size=12))
def test_undoing_all_steps_gives_the_first_tables(copies: Copies, choices: list[int]) -> None:
    store = copies.store()
    store._db.execute("PRAGMA synchronous=OFF")
    course, states = Course(store), [everything(store)]
    seqs: list[int] = []
    for n, choice in enumerate(choices):
        try:
            course.step(n, choice)
        except DoubleBooked:
            continue
        seqs.append(store.last_seq())
        states.append(everything(store))
    for n, seq in reversed(list(enumerate(seqs))):
        store.apply(undone(store, seq), who="Ana", at=NOW, kind="undo", target=seq)
        assert everything(store) == states[n]
    for n, seq in enumerate(seqs, 1):
        entry = store.journal.entry(seq)
        assert entry is not None
        edits = [Edit(standing(store, edit.row), edit.after) for edit in entry.edits]
        store.apply(change(*edits), who="Ana", at=NOW, kind="redo", target=seq)
        assert everything(store) == states[n]
    store.close()
