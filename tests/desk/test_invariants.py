"""What holds whatever is done: travel counts in any order of booking, absences are a layer, clocks and lengths stay."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import count, permutations

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from techsched import cities, sample
from techsched.desk.absences import DecideAbsence, RecordAbsence
from techsched.desk.assignments import MoveAssignment, Reach, SwapAssignments
from techsched.desk.cover import CoverAssignments, LeaveUncovered
from techsched.desk.pen import Command, Pen
from techsched.desk.placements import PlaceTechnician, ReassignPlacement
from techsched.errors import UserError
from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment
from techsched.model.demand import is_away
from techsched.model.engagement import StaffingLine
from techsched.model.hours import Hours
from techsched.model.kinds import AbsenceKind, AbsenceState, AssignmentState, CoverDecision, Rule
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, ONE_DAY, Days
from techsched.model.technician import Technician
from techsched.model.wall import Week, day_of, local, reading
from techsched.roster.week import week_of
from techsched.rules import Scope, check
from tests.builders import ZONE, engagement, line, named, schedule, site, technician
from tests.desk.finding import MON

pick = st.integers(0, 10_000)
slow = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
"""Without making a failing example smaller: an office takes too long for that."""


_IDS = count(sample.NOW << 31)


def done(held: Schedule, command: Command) -> Schedule:
    return held.with_(command.change(held, Pen("raquel", sample.NOW, _IDS)))


@cache
def office() -> Schedule:
    rows = [edit.row for edit in sample.office("en").edits]
    return Schedule(cities.pack("madrid"), rows, window=Days(date(2026, 9, 30), date(2027, 12, 1)))


def people(held: Schedule) -> list[Technician]:
    return sorted(held.rows(Technician).values(), key=lambda t: t.code)


# 2: travel included, in any order


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(("Barajas", "Villaverde", "Centro")), st.integers(0, 3))
def test_trips_that_do_not_fit_are_found_in_whatever_order_they_were_booked(place: str, gap: int) -> None:
    rosters = ("Ana: Mon 9-11 Chamberí", f"Ana: Mon {11 + gap}-14:30 {place}", "Ana: Mon 15-16 Chamartín")
    told = []
    for order in permutations(rosters):
        held = schedule("technician Ana: lives in Usera, by car", *order)
        found = check(held, Scope(Days.single(MON)))
        told.append(sorted((c.rule, c.start, c.end) for c in found if c.rule in (Rule.TRAVEL, Rule.TRAVEL_TIGHT)))
    assert all(each == told[0] for each in told)
    if gap == 0 and place != "Centro":
        assert told[0]


# 4: absences are a layer


@slow
@given(
    who=pick,
    offset=st.integers(-3, 6),
    length=st.one_of(st.none(), st.integers(1, 5)),
    kind=st.sampled_from(AbsenceKind),
    decided=st.lists(st.tuples(pick, pick, st.sampled_from(("cover", "release", "leave"))), max_size=5),
)
def test_an_absence_that_is_cancelled_leaves_work_and_paper_as_they_were(
    who: int, offset: int, length: int | None, kind: AbsenceKind, decided: list[tuple[int, int, str]]
) -> None:
    before = office()
    absent = people(before)[who % len(people(before))]
    first = MON + timedelta(days=offset)
    after = None if length is None else first + timedelta(days=length)
    held = done(before, RecordAbsence(absent.id, kind, first, after))
    (absence,) = [a for id, a in held.rows(Absence).items() if before.get(Absence, id) is None]
    assert {id: held.row(Assignment, id) for id in before.rows(Assignment)} == dict(before.rows(Assignment))
    for n, m, how in decided:
        held = _decided(held, absence, n, m, how)
    held = done(held, DecideAbsence(absence.id, AbsenceState.CANCELLED))

    assert {id: held.get(Assignment, id) for id in before.rows(Assignment)} == dict(before.rows(Assignment))
    come = [row for id, row in held.rows(Assignment).items() if before.get(Assignment, id) is None]
    assert all(row.state is AssignmentState.WITHDRAWN and row.covers is not None for row in come)
    assert not [item for item in held.rows(CoverItem).values() if item.absence_id == absence.id]
    for week in (Week.of(MON), Week.of(MON + timedelta(days=7))):
        assert week_of(held, week, sample.NOW, "en") == week_of(before, week, sample.NOW, "en")


def _decided(held: Schedule, absence: Absence, n: int, m: int, how: str) -> Schedule:
    """One of the days that the absence opens is covered, with or without own work that gives way, or left open."""
    days = absence.days
    opened = [
        row
        for row in held.diary(absence.technician_id).rows
        if row.day in days and row.state is AssignmentState.PLANNED and row.day < MON + timedelta(days=12)
        if is_away(held, row) and not is_away(office(), row) and not held.group(CoverItem, "assignment", row.id)
    ]
    opened = [row for row in opened if not any(c.occupies for c in held.group(Assignment, "covers", row.id))]
    if not opened:
        return held
    row = opened[n % len(opened)]
    substitute = people(held)[m % len(people(held))]
    own = held.diary(substitute.id).clashes(row.start, row.end)
    release = tuple(each.id for each in own if each.visit_id is None) if how == "release" else ()
    command: Command = CoverAssignments((row.id,), substitute.id, release)
    if how == "leave":
        command = LeaveUncovered((row.id,), absence.id, CoverDecision.LEFT_UNCOVERED)
    try:
        return done(held, command)
    except UserError:
        # nobody covers for themselves
        return held


# 6: the wall's time and the length


@settings(max_examples=40, deadline=None)
@given(
    start=st.integers(0, 23 * 4).map(lambda quarters: 15 * quarters),
    length=st.integers(2, 40).map(lambda quarters: 15 * quarters),
    zone=st.sampled_from((ZONE, "Atlantic/Canary", "America/New_York")),
    first=st.sampled_from((date(2026, 3, 5), date(2026, 10, 20))),
)
def test_placed_days_keep_their_time_on_the_wall_over_the_change_of_clocks(
    start: int, length: int, zone: str, first: date
) -> None:
    end = (start + length) % 1440
    assume(end != start)
    hours = tuple(Hours(day, start, end) for day in range(7))
    where = site(zone=zone)
    held = schedule([where, engagement(where=where), line(hours=hours), technician("Ana")])
    held = done(
        held,
        PlaceTechnician(
            named(held, StaffingLine, "Helpdesk").id, named(held, Technician, "Ana").id, first, first + 35 * ONE_DAY
        ),
    )
    rows = list(held.rows(Assignment).values())
    assert len(rows) >= 34
    for row in rows:
        assert (row.zone, row.day) == (zone, day_of(row.start, zone))
        for moment, minute in ((row.start, start), (row.end, end)):
            shown = local(moment, zone)
            if (shown.hour * 60 + shown.minute) != minute:
                # only where the wall never shows that time
                asked = shown.replace(hour=minute // 60, minute=minute % 60, fold=0)
                assert reading(asked, zone).kind == "gap"
    lengths = {row.end - row.start for row in rows}
    assert lengths <= {length * 60 + hour for hour in (-HOUR, 0, HOUR)}


@slow
@given(n=pick, who=pick, weeks=st.integers(-3, 20), quarters=st.integers(0, 95))
def test_a_booking_is_as_long_wherever_it_is_moved(n: int, who: int, weeks: int, quarters: int) -> None:
    held = office()
    rows = sorted(
        (r for r in held.rows(Assignment).values() if r.state is AssignmentState.PLANNED and not r.fixed),
        key=lambda r: r.id,
    )
    row = rows[n % len(rows)]
    start = row.start + weeks * 7 * 24 * HOUR + quarters * 900
    to = people(held)[who % len(people(held))].id
    try:
        moved = done(held, MoveAssignment(row.id, to, start)).row(Assignment, row.id)
    except UserError:
        assume(False)
        return
    assert moved.end - moved.start == row.end - row.start
    assert (moved.start, moved.technician_id) == (start, to)
    assert moved.wall_start == f"{local(start, row.zone):%Y-%m-%dT%H:%M}"
    assert moved.day == day_of(start, row.zone)


@slow
@given(n=pick, m=pick, who=pick, reach=st.sampled_from(Reach))
def test_whoever_takes_over_comes_and_goes_at_the_same_times(n: int, m: int, who: int, reach: Reach) -> None:
    held = office()
    placed = sorted(
        (r for r in held.rows(Assignment).values() if r.placement_id and r.state is AssignmentState.PLANNED),
        key=lambda r: r.id,
    )
    one, other = placed[n % len(placed)], placed[m % len(placed)]
    commands: list[Command] = [ReassignPlacement(one.id, people(held)[who % len(people(held))].id, reach)]
    if one.technician_id != other.technician_id and not one.fixed and not other.fixed:
        commands.append(SwapAssignments(one.id, other.id))
    for command in commands:
        after = done(held, command)
        for id, row in held.rows(Assignment).items():
            now = after.row(Assignment, id)
            assert (now.start, now.end, now.day, now.wall_start, now.wall_end) == (
                row.start,
                row.end,
                row.day,
                row.wall_start,
                row.wall_end,
            )


def test_the_sample_is_as_it_was() -> None:
    """All of the above share one office, which none of them may alter."""
    assert office().rows(Assignment) == {e.row.id: e.row for e in sample.office("en").edits if e.table is Assignment}
