"""One check for everybody: order, marks, scopes, and every conflict in words."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings

from techsched.model.change import Edit
from techsched.model.conflict import Conflict, Override
from techsched.model.kinds import Because, Rule
from techsched.model.schedule import Schedule
from techsched.model.span import Days
from techsched.model.visit import Visit
from techsched.rules import REASONS, Scope, check
from techsched.words import say, sentences
from tests.builders import MONDAY, NOW, bookings, changed, day, days, id_of, moment, named, schedule
from tests.rules.offices import offices

WEEK = days("Mon-Sun")
BROKEN = (
    "visit V1: Centro, asks Cisco 3, asks certificate CCNA, due Tue 9:00",
    "Ana: Mon 9-12 Centro, Mon 11-13 Usera, Tue 10-11 V1, Fri 10-11 V1",
)


def overriding(conflict: Conflict, **more: object) -> Override:
    return Override(
        **{  # type: ignore[arg-type]
            "id": 1,
            "rule": conflict.rule,
            "fingerprint": conflict.fingerprint,
            "because": Because.CLIENT_AGREED,
            "by": "eva",
            "at": NOW,
            **more,
        }
    )


def skill_on(office: Schedule, on: str, now: int | None = NOW) -> Conflict:
    (found,) = (c for c in check(office, Scope(WEEK), now) if c.rule is Rule.SKILL and c.day == day(on))
    return found


def test_by_day_and_the_worst_of_a_day_first() -> None:
    found = check(schedule(*BROKEN), Scope(WEEK))
    assert [c.day for c in found] == sorted(c.day for c in found)
    for on in WEEK:
        severities = [c.severity for c in found if c.day == on]
        assert severities == sorted(severities, reverse=True)
    tuesday = [c.rule for c in found if c.day == day("Tue") and c.severity.word != "warning"]
    assert tuesday == [Rule.CERTIFICATION, Rule.SKILL, Rule.RESPONSE]


def test_past_is_what_has_ended_by_now() -> None:
    office = schedule(*BROKEN)
    assert {c.past for c in check(office, Scope(WEEK))} == {False}
    assert skill_on(office, "Tue").past and not skill_on(office, "Fri").past
    assert not skill_on(office, "Tue", moment("Tue 10:59")).past and skill_on(office, "Tue", moment("Tue 11:00")).past


def test_an_override_keeps_the_conflict_of_its_fingerprint_and_no_other() -> None:
    office = schedule(*BROKEN)
    override = overriding(skill_on(office, "Fri"))
    kept = office.with_(changed(office, Edit(None, override)))
    assert skill_on(kept, "Fri").kept and not skill_on(kept, "Tue").kept


def test_an_override_holds_through_its_last_day() -> None:
    office = schedule(*BROKEN)
    override = overriding(skill_on(office, "Fri"), until=day("Wed"))
    kept = office.with_(changed(office, Edit(None, override)))
    assert skill_on(kept, "Fri", moment("Wed 23:59")).kept
    assert not skill_on(kept, "Fri", moment("Thu 0:00")).kept
    assert skill_on(kept, "Fri", None).kept


def test_an_override_dies_when_a_compared_fact_changes_and_outlives_a_new_time() -> None:
    office = schedule(*BROKEN)
    kept = office.with_(changed(office, Edit(None, overriding(skill_on(office, "Fri")))))
    friday = bookings(kept, "Ana")[-1]
    later = replace(friday, start=friday.start + 900, end=friday.end + 900)
    assert skill_on(kept.with_(changed(kept, Edit(friday, later))), "Fri").kept
    visit = named(kept, Visit, "V1")
    harder = replace(visit, skills=(replace(visit.skills[0], level=4), *visit.skills[1:]))
    assert not skill_on(kept.with_(changed(kept, Edit(visit, harder))), "Fri").kept


def test_a_scope_names_people_days_and_visits() -> None:
    office = schedule(*BROKEN, "Berta: Mon 9-12 Centro, Mon 11-13 Usera")
    ana, berta, nobody = id_of("technician", "Ana"), id_of("technician", "Berta"), frozenset[int]()
    found = check(office, Scope(WEEK, technicians=frozenset({berta})))
    assert {c.technician_id for c in found} == {berta}
    assert not check(office, Scope(WEEK, technicians=nobody, lines=nobody))
    visits = check(office, Scope(WEEK, technicians=nobody, visits=frozenset({id_of("visit", "V1")})))
    assert {(c.rule, c.technician_id) for c in visits} >= {(Rule.SKILL, ana)}
    assert Rule.DOUBLE_BOOKING not in {c.rule for c in visits}
    friday = check(office, Scope(Days.single(day("Fri"))))
    assert {c.day for c in friday} == {day("Fri")}


def test_the_rows_of_a_line_and_their_covers_are_in_its_scope() -> None:
    office = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro, asks Cisco",
        "Ana: on Helpdesk Mon-Tue, sick Tue",
        "Berta: covers Ana Tue, Mon 9-10 Usera, Mon 9-10 Usera",
    )
    line = frozenset({id_of("line", "Helpdesk")})
    found = check(office, Scope(days("Mon-Tue"), technicians=frozenset(), lines=line))
    skills = [(c.day, c.technician_id) for c in found if c.rule is Rule.SKILL]
    assert skills == [(day("Mon"), id_of("technician", "Ana")), (day("Tue"), id_of("technician", "Berta"))]
    assert not [c for c in found if c.rule is Rule.DOUBLE_BOOKING]


def test_every_rule_has_its_place_in_the_order_of_reasons() -> None:
    assert sorted(REASONS) == sorted(Rule)


def test_both_languages_name_the_same_facts() -> None:
    import string

    def fields(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name}

    for key, (english, spanish) in sentences().items():
        if key.startswith("conflict."):
            assert fields(english) == fields(spanish), key


@settings(max_examples=40, deadline=None)
@given(offices())
def test_every_conflict_can_be_said_and_is_told_once(office: Schedule) -> None:
    found = check(office, Scope(Days(MONDAY - timedelta(days=7), MONDAY + timedelta(days=21))), NOW)
    for conflict in found:
        for language in ("en", "es"):
            said = say(conflict.sentence, language)
            assert "{" not in said and "  " not in said and said.endswith(".") and "!" not in said
        assert conflict.assignments == tuple(sorted(conflict.assignments))
        assert all(isinstance(value, str | int) for _, value in conflict.facts)
        assert conflict.start < conflict.end
    assert len({c.fingerprint for c in found}) == len(found)
