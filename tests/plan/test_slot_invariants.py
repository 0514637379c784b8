"""What holds of best slots in any office: they are what their preview says, and nobody is told of twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techsched.desk.pausing import command_of
from techsched.model.assignment import Assignment
from techsched.model.change import Edit
from techsched.model.conflict import Conflict, verdict_of
from techsched.model.kinds import AssignmentState, Mode, Priority, Rule, Severity, Verdict
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.plan.slot import Slot, at, slots
from techsched.words import say
from tests.builders import NOW, certification, changed, id_of, moment, named, schedule, shown, visit
from tests.plan.trying import broken
from tests.rules.offices import LINES, PEOPLE, offices

_quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Schedule, Visit | Assignment]:
    """An office with a visit that waits, or a booking in it that may be moved."""
    office = draw(offices())
    movable = [
        row
        for row in office.rows(Assignment).values()
        if row.state is AssignmentState.PLANNED and row.occupies and row.start > NOW
    ]
    if movable and draw(st.booleans()):
        return office, draw(st.sampled_from(sorted(movable, key=lambda row: row.id)))
    wanted = visit(
        "V9",
        priority=draw(st.sampled_from(list(Priority))),
        mode=draw(st.sampled_from((Mode.ON_SITE, Mode.ON_SITE, Mode.REMOTE))),
        minutes=draw(st.sampled_from((30, 90, 240))),
        due_by=draw(st.sampled_from((None, moment("Wed 13:00"), moment("Thu 12:00"), moment("Tue 9:00")))),
        skills=draw(st.sampled_from(((), named(office, Visit, "V1").skills, named(office, Visit, "V2").skills))),
    )
    return office.with_(changed(office, Edit(None, wanted))), wanted


def _told(conflicts: tuple[Conflict, ...]) -> Counter[tuple[str, str, str]]:
    """Rules, severities and times, whatever ids the rows have."""
    return Counter((c.rule.value, c.severity.word, shown(c.start)) for c in conflicts)


@_quick
@given(asked())
def test_a_slot_is_what_the_preview_of_its_command_shows(given: tuple[Schedule, Visit | Assignment]) -> None:
    office, subject = given
    for slot in slots(office, subject, NOW).found:
        new = broken(office, command_of(slot))
        assert slot.verdict is verdict_of(new) is not Verdict.IMPOSSIBLE
        # what pieces of own work break as the whole did is new in a preview, which goes by ids, and no news
        assert slot.release or _told(new) == _told(slot.conflicts)


@_quick
@given(
    asked(), st.sampled_from(PEOPLE), st.sampled_from(("Wed 11:00", "Wed 12:55", "Thu 9:00", "Thu 16:30", "Sat 10:00"))
)
def test_a_place_is_what_the_preview_of_its_command_shows(
    given: tuple[Schedule, Visit | Assignment], who: str, when: str
) -> None:
    office, subject = given
    if isinstance(subject, Assignment) and subject.placement_id is not None:
        return
    slot = at(office, subject, id_of("technician", who), moment(when), NOW)
    new = broken(office, command_of(slot))
    assert slot.verdict is verdict_of(new)
    assert slot.release or _told(new) == _told(slot.conflicts)


@_quick
@given(asked())
def test_everybody_is_told_of_once(given: tuple[Schedule, Visit | Assignment]) -> None:
    office, subject = given
    answer = slots(office, subject, NOW)
    told = [each.technician_id for each in (*answer.found, *answer.against)]
    assert len(told) == len(set(told))
    assert set(told) <= set(office.rows(Technician))
    assert [slot.number for slot in answer.found] == list(range(1, len(answer.found) + 1))
    for each in answer.against:
        assert each.conflict.severity is Severity.HARD
        for language in ("en", "es"):
            assert say(each.short, language) and say(each.sentence, language)
    for slot in answer.found:
        for language in ("en", "es"):
            assert all(say(reason, language) for reason in (*slot.reasons, *slot.warnings))


@_quick
@given(asked())
def test_slots_of_a_visit_lie_ahead_on_full_five_minutes(given: tuple[Schedule, Visit | Assignment]) -> None:
    office, subject = given
    if isinstance(subject, Assignment):
        return
    for slot in slots(office, subject, NOW).found:
        assert slot.start >= NOW
        assert slot.start % 300 == 0
        assert slot.end - slot.start == subject.minutes * 60


def _without(office: Schedule, against: Conflict) -> Schedule:
    """The office in which the one fact that decided against somebody is gone."""
    assert against.technician_id is not None
    facts = dict(against.facts)
    technician = office.row(Technician, against.technician_id)
    if against.rule is Rule.CERTIFICATION:
        proof = replace(certification("x", str(facts["needed"])), technician_id=technician.id)
        return office.with_(changed(office, Edit(None, proof)))
    if against.rule is Rule.EMPLOYMENT:
        return office.with_(changed(office, Edit(technician, replace(technician, employed_after=None))))
    if against.rule is Rule.PROFILE:
        needed = type(technician.profile)(facts["needed"])
        return office.with_(changed(office, Edit(technician, replace(technician, profile=needed))))
    if against.rule is Rule.DOUBLE_BOOKING:
        (other,) = [row for id in against.assignments if (row := office.get(Assignment, id)) is not None]
        return office.with_(changed(office, Edit(other, replace(other, state=AssignmentState.WITHDRAWN))))
    return office


@_quick
@given(offices(), st.sampled_from(("V1", "V2")))
def test_without_the_decisive_fact_the_rule_no_longer_decides(office: Schedule, code: str) -> None:
    """At the very start that was refused, the rule has nothing left to say of that fact."""
    subject = named(office, Visit, code)
    if not subject.is_open or len(office.bookings_of(subject)) >= subject.people:
        return
    for each in slots(office, subject, NOW).against:
        freed = _without(office, each.conflict)
        if freed is office:
            continue
        again = at(freed, subject, each.technician_id, each.start, NOW)
        assert {each.conflict.fingerprint} & {c.fingerprint for c in again.conflicts} == set()


def test_giving_the_missing_certificate_makes_the_person_eligible() -> None:
    office = schedule(*LINES, "visit V3: Centro, 60 min, asks certificate CCNA")
    subject = named(office, Visit, "V3")
    (berta,) = [e for e in slots(office, subject, NOW).against if e.technician_id == id_of("technician", "Berta")]
    assert berta.rule is Rule.CERTIFICATION
    freed = _without(office, berta.conflict)
    found = {slot.technician_id: slot for slot in slots(freed, subject, NOW).found}
    assert isinstance(found[id_of("technician", "Berta")], Slot)
