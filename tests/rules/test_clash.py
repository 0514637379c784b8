"""Double bookings, against a count of minutes that several rows claim."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from techsched.model.assignment import Assignment, waiver_of
from techsched.model.change import Edit
from techsched.model.conflict import Conflict
from techsched.model.kinds import Because, Rule, Severity
from techsched.model.span import HOUR, MINUTE, Days, Span
from techsched.model.technician import Technician
from techsched.model.wall import day_span, instant
from techsched.model.work import work_of
from techsched.rules import Scope, check, clash
from tests.builders import MONDAY, bookings, changed, day, id_of, named, schedule, site, visit
from tests.rows import booking
from tests.rules.asking import conflicts, told

DOUBLE = Rule.DOUBLE_BOOKING


def test_two_bookings_at_once_are_told_once_with_both_places() -> None:
    office = schedule("Sergio: Thu 9-15 Barajas, Thu 12-18 Salamanca")
    assert told(office, DOUBLE) == [
        "Sergio is double booked on Thu 26 Nov, 12:00–15:00: Barajas in Barajas and Salamanca in Salamanca. "
        "Move one, or give it to somebody else."
    ]
    (found,) = conflicts(office, DOUBLE)
    assert found.severity is Severity.HARD
    assert found.assignments == tuple(row.id for row in bookings(office, "Sergio"))
    assert (found.day, found.technician_id) == (day("Thu"), id_of("technician", "Sergio"))


def test_remote_work_clashes_like_any_other() -> None:
    (sentence,) = told(schedule("Ana: Mon 9-12 Centro, Mon 11-13 Usera remote"), DOUBLE)
    assert "Centro in Centro and Usera (remote)" in sentence


def test_one_may_begin_when_the_other_ends() -> None:
    assert not told(schedule("Ana: Mon 9-12 Centro, Mon 12-13 Centro"), DOUBLE)


def test_others_at_the_same_hour_do_not_matter() -> None:
    assert not told(schedule("Ana: Mon 9-12 Centro", "Berta: Mon 9-12 Centro"), DOUBLE)


def test_tentative_and_done_work_occupies_and_withdrawn_work_does_not() -> None:
    assert told(schedule("Ana: Mon 9-12 Centro tentative, Mon 11-13 Centro done"), DOUBLE)
    assert not told(schedule("Ana: Mon 9-12 Centro withdrawn, Mon 11-13 Centro"), DOUBLE)


def test_a_booking_left_for_a_cover_frees_its_technician() -> None:
    office = schedule("Ana: Mon 9-12 Centro, Mon 9-12 Usera")
    first, second = bookings(office, "Ana")
    freed = office.with_(changed(office, Edit(first, replace(first, released_by=second.id))))
    assert not told(freed, DOUBLE)


def test_a_night_clashes_with_the_morning_after() -> None:
    office = schedule("Ana: Mon 22-6 Centro, Tue 5-7 Centro")
    (found,) = conflicts(office, DOUBLE)
    assert found.day == day("Tue")


def test_clocks_of_two_zones_clash_by_their_instants() -> None:
    there = "site Isla: Centro, zone Atlantic/Canary"
    assert told(schedule(there, "Ana: Mon 9-10 Isla, Mon 10-11 Centro"), DOUBLE)
    assert not told(schedule(there, "Ana: Mon 9-10 Isla, Mon 9-10 Centro"), DOUBLE)


def test_of_three_at_once_each_pair_is_told() -> None:
    office = schedule("Ana: Mon 9-12 Centro, Mon 10-13 Usera, Mon 11-14 Retiro")
    one, two, three = (row.id for row in bookings(office, "Ana"))
    assert {c.assignments for c in conflicts(office, DOUBLE)} == {(one, two), (one, three), (two, three)}


def test_a_waiver_keeps_it_only_while_both_keep_their_times() -> None:
    office = schedule("Ana: Mon 9-12 Centro, Mon 11-13 Usera")
    one, two = bookings(office, "Ana")
    waiver = waiver_of(two, one, id=1, because=Because.CLIENT_AGREED, note="", by="eva", at=0)
    kept = office.with_(changed(office, Edit(None, waiver)))
    assert [c.kept for c in conflicts(kept, DOUBLE)] == [True]
    longer = kept.with_(changed(kept, Edit(two, replace(two, end=two.end + HOUR))))
    assert [c.kept for c in conflicts(longer, DOUBLE)] == [False]


def test_the_same_pair_is_told_alike_from_either_row() -> None:
    office = schedule("Ana: Mon 9-12 Centro, Mon 11-13 Usera")
    one, two = bookings(office, "Ana")
    (from_one,) = clash.of(office, one, work_of(office, one))
    (from_two,) = clash.of(office, two, work_of(office, two))
    assert from_one == from_two


def test_a_moved_row_does_not_clash_with_itself() -> None:
    office = schedule("Ana: Mon 9-12 Centro")
    (row,) = bookings(office, "Ana")
    moved = replace(row, start=row.start + HOUR, end=row.end + HOUR)
    assert list(clash.of(office, moved, work_of(office, moved))) == []


QUARTER = 15 * MINUTE
WEEK = Days(MONDAY, day("Mon+1"))
stretches = st.lists(
    st.tuples(st.integers(0, 7 * 96 - 1), st.integers(1, 60), st.sampled_from(["Ana", "Berta"])), max_size=14
)


@settings(max_examples=40, deadline=None)
@given(stretches)
def test_as_many_pairs_as_share_a_minute(drawn: list[tuple[int, int, str]]) -> None:
    """Oracle: minute by minute, who claims it."""
    origin = instant(MONDAY, 0, "Europe/Madrid")
    rows = [
        booking(name, Span(origin + start * QUARTER, origin + (start + length) * QUARTER), id=place + 1)
        for place, (start, length, name) in enumerate(drawn)
    ]
    office = schedule(visit(), site(), rows)
    claims: dict[tuple[int, int], list[Assignment]] = {}
    for row in rows:
        for minute in range(row.start // MINUTE, row.end // MINUTE):
            claims.setdefault((row.technician_id, minute), []).append(row)
    shared: dict[tuple[int, int], int] = {}
    for held in claims.values():
        for one in held:
            for other in held:
                if one.id < other.id:
                    shared[(one.id, other.id)] = shared.get((one.id, other.id), 0) + 1
    # a row of the last day may run on into the next week
    found = [c for c in check(office, Scope(Days(MONDAY, day("Wed+1")))) if c.rule is DOUBLE]
    assert {c.assignments: c.span.minutes for c in found} == shared
    assert len(found) == len(shared)


@settings(max_examples=40, deadline=None)
@given(stretches, st.integers(0, 6))
def test_a_scope_of_one_day_tells_the_pairs_of_that_day(drawn: list[tuple[int, int, str]], on: int) -> None:
    origin = instant(MONDAY, 0, "Europe/Madrid")
    rows = [
        booking(name, Span(origin + start * QUARTER, origin + (start + length) * QUARTER), id=place + 1)
        for place, (start, length, name) in enumerate(drawn)
    ]
    office = schedule("Ana:", "Berta:", visit(), site(), rows)
    one_day = Days.single(list(WEEK)[on])
    ana = named(office, Technician, "Ana").id
    found = [c for c in check(office, Scope(one_day, technicians=frozenset({ana}))) if c.rule is DOUBLE]
    begins = day_span(one_day.first, "Europe/Madrid")
    expected = {
        tuple(sorted((a.id, b.id)))
        for a in rows
        for b in rows
        if a.technician_id == b.technician_id == ana and a.id != b.id and a.span.overlaps(b.span)
        if begins.holds(a.start)
    }
    assert {c.assignments for c in found} == expected


@settings(max_examples=40, deadline=None)
@given(stretches.filter(lambda drawn: len(drawn) > 1), st.randoms(use_true_random=False))
def test_in_whatever_order_they_are_booked(drawn: list[tuple[int, int, str]], order: Random) -> None:
    """Each booking's own conflicts, added up, are those of the finished roster."""
    origin = instant(MONDAY, 0, "Europe/Madrid")
    rows = [
        booking(name, Span(origin + start * QUARTER, origin + (start + length) * QUARTER), id=place + 1)
        for place, (start, length, name) in enumerate(drawn)
    ]
    order.shuffle(rows)
    office = schedule("Ana:", "Berta:", visit(), site())
    told_so_far: list[Conflict] = []
    for row in rows:
        told_so_far.extend(clash.of(office, row, work_of(office, row)))
        office = office.with_(changed(office, Edit(None, row)))
    everything = [c for c in check(office, Scope(Days(MONDAY, day("Wed+1")))) if c.rule is DOUBLE]
    assert {c.assignments for c in told_so_far} == {c.assignments for c in everything}
    assert len(told_so_far) == len(everything)
