"""Small random offices and random changes to them, for rules that must agree with a slower way of asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from techsched.model.absence import Absence, CoverItem
from techsched.model.assignment import Assignment, waiver_of
from techsched.model.change import Change, Edit
from techsched.model.engagement import SkillNeed, StaffingLine
from techsched.model.kinds import AbsenceKind, AbsenceState, AssignmentState, Because, CoverDecision, Mode, Profile
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.span import HOUR, MINUTE, Span
from techsched.model.technician import Certification, Technician
from techsched.model.visit import Visit
from techsched.model.wall import day_of, instant
from tests.builders import MONDAY, booking, changed, closure, day, holiday, id_of, schedule, site, visit

PEOPLE = ("Ana", "Berta", "Carla")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Mon+1", "Tue+1")
PLACES = ("Centro", "Barajas", "Villaverde")

_items = st.one_of(
    st.builds(
        lambda on, start, length, place, mode: f"{on} {start}-{start + length} {place}{mode}",
        st.sampled_from(DAYS),
        st.integers(7, 17),
        st.integers(1, 6),
        st.sampled_from((*PLACES, "V1", "V2")),
        st.sampled_from(("", "", " remote", " tentative")),
    ),
    st.builds(
        lambda verb, on: f"{verb} {on}",
        st.sampled_from(("sick", "away", "asked")),
        st.sampled_from((*DAYS, "from Thu", "Tue-Thu", "Wed 9-12")),
    ),
    st.builds(
        lambda name, on: f"on {name} {on}",
        st.sampled_from(("Helpdesk", "Helpdesk place 2", "Redes")),
        st.sampled_from(("Mon-Fri", "Tue-Thu", "Wed", "from Wed")),
    ),
    st.builds(lambda whom, on: f"covers {whom} {on}", st.sampled_from(PEOPLE), st.sampled_from(DAYS)),
)

LINES = (
    "site Barajas: Barajas, client Vuelo, needs pass, open Mon-Fri 9-18",
    "line Helpdesk: Mon-Fri 9-17 Centro, 2 people, profile Systems Technician, asks Cisco 2, lunch 60 min",
    "line Redes: Mon-Fri 8-15 Villaverde, asks certificate CCNA",
    "visit V1: Centro, request, window Tue 9-13, asks certificate CCNA, profile Systems Administrator",
    "visit V2: Barajas, incident, critical, due Wed 12:00, asks Cisco 3, speaks en, 2 people",
    "technician Ana: Senior Engineer, Cisco 4, holds CCNA until Wed, works Mon-Fri 9-18, covers Centro",
    "technician Berta: Junior Systems Technician, Cisco 1, lives in Barajas, by car, speaks es en",
    "technician Carla: Network Technician, holds CCNA, left Thu, lives in Usera, mobile",
    "holiday: Mon+1 in ES-MD",
)


@st.composite
def offices(draw: st.DrawFn) -> Schedule:
    """Three technicians, two lines, two visits, and what they do in a week and a bit."""
    people = [f"{name}: {', '.join(draw(st.lists(_items, max_size=6)))}" for name in PEOPLE if draw(st.booleans())]
    return schedule(*LINES, *(f"{name}:" for name in PEOPLE), *people)


def _row_of(draw: st.DrawFn, office: Schedule) -> Assignment | None:
    held = [r for r in office.rows(Assignment).values() if r.state is not AssignmentState.WITHDRAWN]
    return draw(st.sampled_from(held)) if held else None


def _one(draw: st.DrawFn, office: Schedule, table: type[Row]) -> Row | None:
    held = list(office.rows(table).values())
    return draw(st.sampled_from(held)) if held else None


def _moved(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    row = _row_of(draw, office)
    if row is None:
        return []
    by = draw(st.sampled_from((0, HOUR, -2 * HOUR, 24 * HOUR, 30 * MINUTE)))
    who = id_of("technician", draw(st.sampled_from(PEOPLE)))
    start, end = row.start + by, row.end + by
    moved = replace(row, start=start, end=end, day=day_of(start, row.zone), technician_id=who, break_start=None)
    return [Edit(row, moved)]


def _booked(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    code = draw(st.sampled_from(("V1", "V2", "V3")))
    where = site("Villaverde")
    made = [] if office.get(Visit, id_of("visit", code)) else [Edit(None, visit(code, where, minutes=90))]
    on = MONDAY + timedelta(days=draw(st.integers(0, 9)))
    start = instant(on, draw(st.integers(14, 40)) * 30, "Europe/Madrid")
    span = Span(start, start + draw(st.integers(2, 12)) * 30 * MINUTE)
    mode = draw(st.sampled_from((Mode.ON_SITE, Mode.REMOTE)))
    row = booking(draw(st.sampled_from(PEOPLE)), span, id=900, visit_id=id_of("visit", code), mode=mode)
    return [*made, Edit(None, row)]


def _withdrawn(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    row = _row_of(draw, office)
    return [] if row is None else [Edit(row, replace(row, state=AssignmentState.WITHDRAWN))]


def _released(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    row = _row_of(draw, office)
    if row is None:
        return []
    return [Edit(row, replace(row, released_by=None if row.released_by else 5))]


def _absent(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    first = day(draw(st.sampled_from(DAYS)))
    length = draw(st.sampled_from((1, 2, 5, None)))
    hours = draw(st.sampled_from(((None, None), (None, None), (None, 720), (600, None))))
    made = Absence(
        id=901,
        technician_id=id_of("technician", draw(st.sampled_from(PEOPLE))),
        kind=draw(st.sampled_from(list(AbsenceKind))),
        state=draw(st.sampled_from((AbsenceState.APPROVED, AbsenceState.REQUESTED))),
        first=first,
        after=None if length is None else first + timedelta(days=length),
        from_minute=hours[0],
        to_minute=hours[1] if length is not None else None,
    )
    return [Edit(None, made)]


def _decided_absence(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    held = _one(draw, office, Absence)
    if not isinstance(held, Absence):
        return []
    return [Edit(held, replace(held, state=draw(st.sampled_from(list(AbsenceState)))))]


def _covered(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    base = _row_of(draw, office)
    if base is None:
        return []
    who = id_of("technician", draw(st.sampled_from(PEOPLE)))
    cover = replace(base, id=902, technician_id=who, covers=base.id, placement_id=None, visit_id=None)
    return [Edit(None, cover)]


def _left(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    row, absence = _row_of(draw, office), _one(draw, office, Absence)
    if row is None or absence is None:
        return []
    item = CoverItem(id=903, absence_id=absence.id, assignment_id=row.id, day=row.day, decision=CoverDecision.WAIVED)
    return [Edit(None, item)]


def _waived(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    one, other = _row_of(draw, office), _row_of(draw, office)
    if one is None or other is None or one.id == other.id:
        return []
    waiver = waiver_of(one, other, id=904, because=Because.OTHER, note="x", by="eva", at=0)
    return [Edit(None, waiver)]


def _line(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    held = _one(draw, office, StaffingLine)
    assert isinstance(held, StaffingLine)
    more = draw(
        st.sampled_from(
            (
                {"headcount": 1},
                {"skills": (SkillNeed("Azure", 2),)},
                {"profile": Profile.SENIOR},
                {"after": day("Thu")},
                {"works_holidays": True},
            )
        )
    )
    return [Edit(held, replace(held, **more))]


def _visit(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    held = _one(draw, office, Visit)
    if not isinstance(held, Visit):
        return []
    more = draw(
        st.sampled_from(
            (
                {"window_from": None, "window_to": None},
                {"due_by": held.escalated_at},
                {"skills": ()},
                {"mode": Mode.ON_SITE},
            )
        )
    )
    return [Edit(held, replace(held, **more))]


def _calendar(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    on = day(draw(st.sampled_from(DAYS)))
    if draw(st.booleans()):
        return [Edit(None, holiday(on, draw(st.sampled_from(("ES", "PT")))))]
    where = site(draw(st.sampled_from(("Centro", "Villaverde"))))
    return [Edit(None, closure(on, on + timedelta(days=2), where))]


def _person(draw: st.DrawFn, office: Schedule) -> list[Edit]:
    held = _one(draw, office, Technician)
    assert isinstance(held, Technician)
    if draw(st.booleans()):
        proof = _one(draw, office, Certification)
        assert isinstance(proof, Certification)
        return [Edit(proof, replace(proof, expires=day(draw(st.sampled_from(DAYS)))))]
    more = draw(
        st.sampled_from(
            (
                {"profile": Profile.JUNIOR},
                {"employed_after": day("Tue")},
                {"languages": ("en",)},
                {"home_district": "21"},
                {"zone": "Atlantic/Canary"},
            )
        )
    )
    return [Edit(held, replace(held, **more))]


KINDS: tuple[Callable[[st.DrawFn, Schedule], list[Edit]], ...] = (
    _moved,
    _booked,
    _withdrawn,
    _released,
    _absent,
    _decided_absence,
    _covered,
    _left,
    _waived,
    _line,
    _visit,
    _calendar,
    _person,
)


@st.composite
def changes(draw: st.DrawFn, office: Schedule) -> Change:
    """One kind of edit, sometimes two at once that touch different rows."""
    edits: dict[tuple[type[Row], int], Edit] = {}
    for make in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=2)):
        for edit in make(draw, office):
            edits.setdefault(edit.key, edit)
    return changed(office, *edits.values())
