"""No two bookings of one technician meet unless somebody allowed that very overlap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from techsched.errors import DoubleBooked, UserError
from techsched.model.assignment import Assignment, Waiver
from techsched.model.change import Edit
from techsched.model.kinds import AssignmentState
from techsched.model.span import HOUR
from techsched.store import Store, guard
from techsched.store.codec import codec
from techsched.store.engine import Connection, dbapi
from techsched.words import say
from tests.rows import NOW, booking, id_of, span
from tests.store.offices import Copies, change, put, take, waiver

ANA = id_of("technician", "Ana")
BERTA = id_of("technician", "Berta")


def row(id: int, when: str, who: str = "Ana", **more: object) -> Assignment:
    return booking(who, when, id=id, **more)


def test_an_overlap_is_refused_and_the_sentence_says_who_when_and_which(store: Store) -> None:
    put(store, row(1, "Thu 9-12"))
    with pytest.raises(DoubleBooked) as told:
        put(store, row(2, "Thu 11-13"))
    assert (told.value.mine.id, told.value.theirs.id) == (2, 1)
    assert str(told.value) == (
        "Ana is double booked on Thu 26 Nov: 11:00-13:00 meets Centro 09:00-12:00. Nothing was written; move one,"
        " or keep both with a reason."
    )
    assert "el jue 26 nov" in say(told.value.sentence, "es")
    assert [held.id for held in store.rows(Assignment)] == [1]


@pytest.mark.parametrize("when", ["Thu 12-14", "Thu 7-9", "Fri 9-12"])
def test_neighbours_do_not_meet(store: Store, when: str) -> None:
    put(store, row(1, "Thu 9-12"))
    put(store, row(2, when))
    assert len(store.rows(Assignment)) == 2


@pytest.mark.parametrize("when", ["Thu 9-12", "Thu 8-10", "Thu 11:59-12:01", "Thu 8-13", "Thu 10-11"])
def test_whatever_shares_a_minute_meets(store: Store, when: str) -> None:
    put(store, row(1, "Thu 9-12"))
    with pytest.raises(DoubleBooked):
        put(store, row(2, when))
    put(store, row(3, when, "Berta"))


def test_a_row_of_two_days_meets_what_lies_at_its_very_end(store: Store) -> None:
    monday = span("Mon 9-17").start
    long = replace(row(1, "Mon 9-17"), end=monday + 48 * HOUR)
    put(store, long)
    with pytest.raises(DoubleBooked):
        put(store, replace(row(2, "Mon 9-17"), start=monday + 48 * HOUR - 60, end=monday + 50 * HOUR))
    put(store, replace(row(3, "Mon 9-17"), start=monday + 48 * HOUR, end=monday + 50 * HOUR))


def test_what_is_withdrawn_or_released_takes_nobodys_time(store: Store) -> None:
    put(store, row(1, "Thu 9-12", state=AssignmentState.WITHDRAWN), row(5, "Thu 9-12", "Berta"))
    put(store, row(2, "Thu 9-12"))
    put(store, row(3, "Thu 9-12", released_by=5))
    put(store, row(4, "Fri 9-12", state=AssignmentState.DONE))
    with pytest.raises(DoubleBooked):
        put(store, row(6, "Fri 9-12"))


@pytest.mark.parametrize(
    "becomes",
    [
        {"start": span("Thu 9-12").start, "end": span("Thu 9-12").end},
        {"end": span("Thu 9-12").end},
        {"technician_id": ANA, "start": span("Thu 9-12").start, "end": span("Thu 9-12").end},
    ],
)
def test_moving_onto_a_booking_is_refused(store: Store, becomes: dict[str, int]) -> None:
    there = row(2, "Thu 7-9", "Berta" if "technician_id" in becomes else "Ana")
    put(store, row(1, "Thu 9-12"), there)
    with pytest.raises(DoubleBooked):
        put(store, replace(there, **becomes))


def test_coming_back_is_judged_like_coming(store: Store) -> None:
    gone = row(1, "Thu 9-12", state=AssignmentState.WITHDRAWN)
    freed = row(2, "Thu 9-12", released_by=5)
    put(store, gone, freed, row(3, "Thu 9-12"), row(5, "Thu 9-12", "Berta"))
    for back in (replace(gone, state=AssignmentState.PLANNED), replace(freed, released_by=None)):
        with pytest.raises(DoubleBooked):
            put(store, back)


def test_two_people_swap_and_neighbours_move_together(store: Store) -> None:
    one, other = row(1, "Thu 9-12"), row(2, "Thu 9-12", "Berta")
    early, late = row(3, "Fri 9-12"), row(4, "Fri 12-15")
    put(store, one, other, early, late)
    put(store, replace(one, technician_id=BERTA), replace(other, technician_id=ANA))
    put(store, *(replace(held, start=held.start + HOUR, end=held.end + HOUR) for held in (early, late)))
    assert {held.id: (held.technician_id, held.start) for held in store.rows(Assignment)} == {
        1: (BERTA, one.start),
        2: (ANA, one.start),
        3: (ANA, early.start + HOUR),
        4: (ANA, late.start + HOUR),
    }


def test_days_of_a_placement_shift_through_each_other(store: Store) -> None:
    on = {"placement_id": id_of("placement", f"Ana Helpdesk {2026}-01-01"), "visit_id": None}
    days = [row(n, when, **on) for n, when in enumerate(("Mon 9-17", "Tue 9-17", "Wed 9-17"), 1)]
    put(store, *days)
    moved = [
        replace(held, day=later.day, start=later.start, end=later.end)
        for held, later in zip(days, [*days[1:], row(4, "Thu 9-17", **on)], strict=True)
    ]
    put(store, *moved)
    assert sorted((held.id, held.day, held.part) for held in store.rows(Assignment)) == [
        (held.id, held.day, 0) for held in moved
    ]


# waivers


def test_a_waiver_allows_its_very_overlap_and_no_other(store: Store) -> None:
    first, second = row(1, "Thu 9-12"), row(2, "Thu 11-13")
    put(store, first)
    put(store, second, waiver(first, second))
    with pytest.raises(DoubleBooked):
        put(store, row(3, "Thu 12-14"))
    longer = replace(second, end=second.end + HOUR)
    with pytest.raises(DoubleBooked):
        put(store, longer)
    put(store, longer, waiver(first, longer, id=901))


def test_a_waiver_for_other_spans_allows_nothing(store: Store) -> None:
    first, second = row(1, "Thu 9-12"), row(2, "Thu 11-13")
    put(store, first)
    with pytest.raises(DoubleBooked):
        put(store, second, waiver(first, replace(second, start=second.start + 60)))


def test_an_old_waiver_serves_again_when_both_come_back_to_their_spans(store: Store) -> None:
    first, second = row(1, "Thu 9-12"), row(2, "Thu 11-13")
    put(store, first, second, waiver(first, second))
    put(store, replace(second, start=first.end))
    put(store, second)


def test_a_waiver_in_use_stays(store: Store) -> None:
    first, second = row(1, "Thu 9-12"), row(2, "Thu 11-13")
    allowed = waiver(first, second)
    put(store, first, second, allowed)
    with pytest.raises(UserError) as told:
        take(store, allowed)
    assert told.value.sentence.key == "store.overlap_kept"
    store.apply(
        change(Edit(_held(store, second), replace(second, start=first.end)), Edit(_held(store, allowed), None)),
        who="Ana",
        at=NOW,
    )
    assert store.rows(Waiver) == []
    with pytest.raises(DoubleBooked):
        put(store, second)


def _held(store: Store, row: Assignment | Waiver) -> Assignment | Waiver:
    return next(held for held in store.rows(type(row)) if held.id == row.id)


def test_both_go_with_their_waiver(store: Store) -> None:
    first, second = row(1, "Thu 9-12"), row(2, "Thu 11-13")
    put(store, first, second, waiver(first, second))
    take(store, waiver(first, second), second)
    assert [held.id for held in store.rows(Assignment)] == [1]


def test_a_waiver_is_never_altered(store: Store) -> None:
    first, second = row(1, "Thu 9-12"), row(2, "Thu 11-13")
    put(store, first, second, waiver(first, second))
    with pytest.raises(dbapi.IntegrityError, match=guard.FINAL):
        put(store, waiver(first, second, note="otherwise"))


# beneath the store


def test_the_guard_holds_for_anybody_who_writes_to_the_file(store: Store) -> None:
    put(store, row(1, "Thu 9-12"), row(2, "Thu 14-16"), row(3, "Thu 9-12", "Berta"))
    before = store._db.execute("SELECT * FROM assignment").fetchall()
    for statement in (
        f"UPDATE assignment SET technician_id = {ANA} WHERE id = 3",
        f"UPDATE OR REPLACE assignment SET technician_id = {ANA} WHERE id = 3",
        "UPDATE OR IGNORE assignment SET start = start - 18000 WHERE id = 2",
    ):
        with pytest.raises(dbapi.IntegrityError, match=guard.REFUSED):
            store._db.execute(statement)
    held = codec(Assignment)
    (values,) = held.values([row(3, "Thu 9-12")])
    with pytest.raises(dbapi.IntegrityError, match=guard.REFUSED):
        store._db.execute(held.insert.replace("INSERT", "INSERT OR REPLACE"), values)
    assert store._db.execute("SELECT * FROM assignment").fetchall() == before


def test_the_audit_finds_what_slipped_in_while_the_guard_was_away(store: Store) -> None:
    put(store, row(1, "Thu 9-12"), row(2, "Thu 14-16"))
    assert guard.overlaps(store._db) == []
    store._db.execute("DROP TRIGGER assignment_guard_update")
    store._db.execute("UPDATE assignment SET start = start - 4 * 3600 WHERE id = 2")
    assert guard.overlaps(store._db) == [(1, 2)]


def test_the_scan_is_bounded_by_the_index(store: Store) -> None:
    plan = " ".join(
        str(step[3]) for step in store._db.execute(f"EXPLAIN QUERY PLAN {guard._IN_THE_WAY}", (1, 2, 3, 4)).fetchall()
    )
    assert "technician_id=? AND start>? AND start<?" in plan


# against an oracle


class Oracle:
    """The guard in plain Python: what stands, and what is allowed."""

    def __init__(self) -> None:
        self.rows: dict[int, Assignment] = {}
        self.waivers: dict[int, Waiver] = {}

    def accepts(self, rows: dict[int, Assignment], waivers: dict[int, Waiver]) -> bool:
        standing = [held for held in rows.values() if held.occupies]
        return all(
            one.technician_id != other.technician_id
            or not one.span.overlaps(other.span)
            or any(held.allows(one, other) for held in waivers.values())
            for n, one in enumerate(standing)
            for other in standing[n + 1 :]
        )


places = st.integers(0, 9)
spans = st.tuples(st.integers(0, 8), st.integers(1, 4))
people = st.sampled_from((ANA, BERTA))
deeds = st.one_of(
    st.tuples(st.just("book"), people, spans, st.booleans()),
    st.tuples(st.just("book"), people, spans, st.booleans()),
    st.tuples(st.just("move"), places, spans, st.booleans()),
    st.tuples(st.just("shift two"), places, places, st.integers(-2, 2)),
    st.tuples(st.just("swap"), places, places),
    st.tuples(st.just("withdraw"), places),
    st.tuples(st.just("bring back"), places),
    st.tuples(st.just("release"), places, places),
    st.tuples(st.just("reassign"), places, people),
    st.tuples(st.just("unwaive"), places),
)
MIDNIGHT = span("Mon 0-1").start


def placed(held: Assignment, where: tuple[int, int]) -> Assignment:
    start = MIDNIGHT + where[0] * HOUR
    return replace(held, start=start, end=start + where[1] * HOUR)


def intended(oracle: Oracle, deed: tuple[Any, ...], fresh: int) -> list[Edit]:
    """The rows as the deed wants them, with waivers for all that it meets where it says so."""
    kind, *how = deed
    rows = [oracle.rows[id] for id in sorted(oracle.rows)]

    def chosen(place: int) -> Assignment:
        return rows[place % len(rows)]

    if kind == "book":
        made = placed(replace(booking("Ana", "Mon 9-10", id=fresh), technician_id=how[0]), how[1])
        return [Edit(None, made), *(allowed(oracle, made, fresh) if how[2] else ())]
    if not rows:
        return []
    if kind == "unwaive":
        waivers = [oracle.waivers[id] for id in sorted(oracle.waivers)]
        return [Edit(waivers[how[0] % len(waivers)], None)] if waivers else []
    held = chosen(how[0])
    if kind == "move":
        moved = placed(held, how[1])
        return [Edit(held, moved), *(allowed(oracle, moved, fresh) if how[2] else ())]
    if kind == "withdraw":
        return [Edit(held, replace(held, state=AssignmentState.WITHDRAWN))]
    if kind == "bring back":
        return [Edit(held, replace(held, state=AssignmentState.PLANNED, released_by=None))]
    if kind == "reassign":
        return [Edit(held, replace(held, technician_id=how[1]))]
    other = chosen(how[1])
    if other is held:
        return []
    if kind == "release":
        return [Edit(held, replace(held, released_by=other.id))]
    if kind == "swap":
        there, back = other.technician_id, held.technician_id
        return [Edit(held, replace(held, technician_id=there)), Edit(other, replace(other, technician_id=back))]
    assert kind == "shift two"
    return [
        Edit(one, replace(one, start=one.start + how[2] * HOUR, end=one.end + how[2] * HOUR)) for one in (held, other)
    ]


def allowed(oracle: Oracle, moved: Assignment, fresh: int) -> list[Edit]:
    meets = [
        other
        for other in oracle.rows.values()
        if other.id != moved.id
        and other.span.overlaps(moved.span)
        and not any(held.allows(moved, other) for held in oracle.waivers.values())
    ]
    return [Edit(None, waiver(moved, other, id=fresh + n)) for n, other in enumerate(meets, 1)]


def play(store: Store, course: list[tuple[Any, ...]]) -> None:
    """Plays the deeds on the file and on the oracle, which must take and refuse the same ones."""
    oracle = Oracle()
    for n, deed in enumerate(course, 1):
        edits = intended(oracle, deed, 100 * n)
        if not edits:
            continue
        rows, waivers = dict(oracle.rows), dict(oracle.waivers)
        for edit in edits:
            held: dict[int, Any] = rows if edit.table is Assignment else waivers
            held.pop(edit.row.id, None)
            if edit.after is not None:
                held[edit.row.id] = edit.after
        event("accepts" if oracle.accepts(rows, waivers) else "refuses")
        try:
            done = store.apply(change(*edits), who="Ana", at=NOW)
        except UserError as refusal:
            assert not oracle.accepts(rows, waivers), (deed, refusal)
            continue
        assert oracle.accepts(rows, waivers), deed
        for edit in done.change.edits:
            if edit.after is not None:
                held = rows if edit.table is Assignment else waivers
                held[edit.row.id] = edit.after
        oracle.rows, oracle.waivers = rows, waivers
    assert {held.id: held for held in store.rows(Assignment)} == oracle.rows
    assert {held.id: held for held in store.rows(Waiver)} == oracle.waivers
    assert guard.overlaps(store._db) == []


def quickly(db: Connection) -> None:
    db.execute("PRAGMA synchronous=OFF")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(deeds, min_size=15, max_size=30))
def test_the_guard_and_an_oracle_agree(copies: Copies, course: list[tuple[Any, ...]]) -> None:
    store = copies.store()
    quickly(store._db)
    try:
        play(store, course)
    finally:
        store.close()


@pytest.mark.full
@pytest.mark.timeout(1800)
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(deeds, min_size=30, max_size=60))
def test_the_guard_and_an_oracle_agree_at_length(copies: Copies, course: list[tuple[Any, ...]]) -> None:
    store = copies.store()
    quickly(store._db)
    try:
        play(store, course)
    finally:
        store.close()
        store.path.unlink()
