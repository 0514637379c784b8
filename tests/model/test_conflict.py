"""Verdicts, fingerprints and sentences of conflicts as values."""

from dataclasses import replace

import pytest

from techsched.model.conflict import TOLD, Conflict, verdict_of
from techsched.model.kinds import Rule, Severity, Verdict
from tests.builders import day, moment


def conflict(rule: Rule = Rule.SKILL, severity: Severity = Severity.APPROVAL, **more: object) -> Conflict:
    return Conflict(
        **{  # type: ignore[arg-type]
            "rule": rule,
            "severity": severity,
            "start": moment("Mon 9:00"),
            "end": moment("Mon 10:00"),
            "day": day("Mon"),
            **more,
        }
    )


HARD = conflict(Rule.DOUBLE_BOOKING, Severity.HARD)
ASKS = conflict()
AMBER = (
    Rule.TRAVEL_TIGHT,
    Rule.TRAVEL_UNKNOWN,
    Rule.DAY_HOURS,
    Rule.WEEK_HOURS,
    Rule.YEAR_HOURS,
    Rule.BREAK,
    Rule.PATTERN,
    Rule.OPENING_HOURS,
    Rule.DISTRICT,
)


def test_nothing_new_fits() -> None:
    assert verdict_of(()) is Verdict.GOOD


@pytest.mark.parametrize("rule", list(Rule))
def test_warnings_on_punctuality_hours_pattern_and_district_colour_the_verdict(rule: Rule) -> None:
    verdict = verdict_of([conflict(rule, Severity.WARNING)])
    assert verdict is (Verdict.WARNING if rule in AMBER else Verdict.GOOD)


def test_the_worst_decides_in_any_order() -> None:
    amber = conflict(Rule.PATTERN, Severity.WARNING)
    assert verdict_of([amber, ASKS]) is verdict_of([ASKS, amber]) is Verdict.APPROVAL
    assert verdict_of([ASKS, HARD, amber]) is verdict_of([HARD, ASKS]) is Verdict.IMPOSSIBLE


def test_what_is_kept_anyway_does_not_count() -> None:
    assert verdict_of([HARD.as_kept()]) is Verdict.GOOD
    assert verdict_of([HARD.as_kept(), ASKS]) is Verdict.APPROVAL


def test_a_fingerprint_is_of_rule_subjects_day_and_compared_facts() -> None:
    held = conflict(technician_id=1, assignments=(5,), facts=(("technician", "Ana"), ("needed", "Cisco")))
    same = (
        replace(held, kept=True),
        replace(held, past=True),
        replace(held, start=held.start + 900),
        replace(held, facts=(("technician", "Ana Ruiz"), ("needed", "Cisco"))),
    )
    other = (
        replace(held, rule=Rule.CERTIFICATION),
        replace(held, technician_id=2),
        replace(held, assignments=(6,)),
        replace(held, absence_id=1),
        replace(held, day=day("Tue")),
        replace(held, facts=(("technician", "Ana"), ("needed", "Azure"))),
    )
    assert {c.fingerprint for c in same} == {held.fingerprint}
    assert held.fingerprint not in {c.fingerprint for c in other}
    assert "needed" not in TOLD


def test_a_variant_picks_the_sentence() -> None:
    assert conflict().sentence.key == "conflict.skill"
    assert conflict(facts=(("variant", "level"),)).sentence.key == "conflict.skill.level"
