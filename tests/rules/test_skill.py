"""What a visit or a line asks of whoever is sent."""

import pytest

from techsched.model.engagement import SkillNeed
from techsched.model.kinds import Profile, Rule, Severity
from tests.builders import clearance, day, id_of, line, schedule
from tests.rules.asking import conflicts, told


def test_a_certification_must_be_valid_on_that_very_day() -> None:
    office = schedule(
        "visit V1: Centro, asks certificate CCNA",
        "technician Ana: holds CCNA until Wed",
        "Ana: Wed 9-10 V1, Thu 9-10 V1",
    )
    assert told(office, Rule.CERTIFICATION) == [
        "Ana holds CCNA only until 25 November 2026; Centro in Centro asks for it on Thu 26 Nov. "
        "Renew it, or send somebody who holds it."
    ]
    assert [c.severity for c in conflicts(office, Rule.CERTIFICATION)] == [Severity.HARD]


def test_a_certification_that_nobody_noted_is_missing() -> None:
    office = schedule("visit V1: Centro, asks certificate CCNA", "technician Ana: CCNA 5", "Ana: Wed 9-10 V1")
    assert told(office, Rule.CERTIFICATION) == [
        "Ana has no CCNA; Centro in Centro asks for it on Wed 25 Nov. Send somebody who holds it."
    ]


def test_without_an_expiry_it_never_expires_whatever_its_case() -> None:
    office = schedule("visit V1: Centro, asks certificate ccna", "technician Ana: holds CCNA", "Ana: Wed 9-10 V1")
    assert not told(office, Rule.CERTIFICATION)


def test_a_clearance_is_for_a_client_or_for_one_site_of_it() -> None:
    told_of = (
        "site Torre: Chamartín, client Acme, needs NDA",
        "visit V1: Torre",
        "Ana: Wed 9-10 V1",
    )
    assert told(schedule(*told_of), Rule.CLEARANCE) == [
        "Ana has no NDA for Acme in Chamartín, booked on Wed 25 Nov. Get it first, or send somebody who has it."
    ]
    assert not told(schedule(*told_of, clearance("Ana", "NDA", "Acme")), Rule.CLEARANCE)
    assert not told(schedule(*told_of, clearance("Ana", "NDA", "Acme", site_id=id_of("site", "Torre"))), Rule.CLEARANCE)
    assert told(schedule(*told_of, clearance("Ana", "NDA", "Acme", site_id=id_of("site", "Other"))), Rule.CLEARANCE)
    assert told(schedule(*told_of, clearance("Ana", "NDA", "Otro")), Rule.CLEARANCE)


def test_a_clearance_runs_out_and_remote_work_needs_none() -> None:
    site = "site Torre: Chamartín, client Acme, needs NDA"
    held = clearance("Ana", "NDA", "Acme", expires=day("Tue"))
    office = schedule(site, "visit V1: Torre", "Ana: Tue 9-10 V1, Wed 9-10 V1", held)
    assert told(office, Rule.CLEARANCE) == [
        "Ana has NDA for Acme in Chamartín only until 24 November 2026, and is booked on Wed 25 Nov. "
        "Renew it, or send somebody who has it."
    ]
    assert not told(schedule(site, "visit V1: Torre, remote", "Ana: Wed 9-10 V1"), Rule.CLEARANCE)


@pytest.mark.parametrize(
    ("has", "asked", "rule", "severity"),
    [
        (Profile.SYSTEMS, Profile.SYSTEMS, None, None),
        (Profile.JUNIOR, Profile.SYSTEMS, Rule.PROFILE, Severity.APPROVAL),
        (Profile.NETWORK, Profile.ADMINISTRATOR, Rule.PROFILE, Severity.APPROVAL),
        (Profile.ADMINISTRATOR, Profile.NETWORK, Rule.PROFILE, Severity.APPROVAL),
        (Profile.ADMINISTRATOR, Profile.SENIOR, Rule.PROFILE, Severity.APPROVAL),
        (Profile.JUNIOR, Profile.NETWORK, Rule.PROFILE, Severity.HARD),
        (Profile.JUNIOR, Profile.SENIOR, Rule.PROFILE, Severity.HARD),
        (Profile.SYSTEMS, Profile.JUNIOR, Rule.OVER_QUALIFIED, Severity.WARNING),
        (Profile.SENIOR, Profile.NETWORK, Rule.OVER_QUALIFIED, Severity.WARNING),
    ],
)
def test_one_profile_below_asks_two_do_not_fit_above_is_told(
    has: Profile, asked: Profile, rule: Rule | None, severity: Severity | None
) -> None:
    office = schedule(f"technician Ana: {has}", f"visit V1: Centro, profile {asked}", "Ana: Mon 9-10 V1")
    found = conflicts(office, Rule.PROFILE, Rule.OVER_QUALIFIED)
    assert [(c.rule, c.severity) for c in found] == ([(rule, severity)] if rule else [])


def test_profiles_are_told_by_their_words() -> None:
    office = schedule(
        "technician Ana: Junior Systems Technician",
        "visit V1: Centro, profile Senior Engineer",
        "Ana: Mon 9-10 V1",
    )
    assert told(office, Rule.PROFILE) == [
        "Ana is a Junior Systems Technician; Centro in Centro asks for a Senior Engineer on Mon 23 Nov, "
        "3 profiles above. Send somebody of that profile."
    ]
    beside = schedule(
        "technician Ana: Network Technician",
        "visit V1: Centro, profile Systems Administrator",
        "Ana: Mon 9-10 V1",
    )
    assert "give your OK" in told(beside, Rule.PROFILE)[0]


def test_a_skill_may_be_missing_or_too_low() -> None:
    told_of = ("visit V1: Centro, asks Cisco 3", "Ana: Mon 9-10 V1")
    assert told(schedule(*told_of), Rule.SKILL) == [
        "Ana has no Cisco; Centro in Centro asks for level 3 on Mon 23 Nov. "
        "Send somebody who knows it, or give your OK."
    ]
    assert told(schedule("technician Ana: Cisco 2", *told_of), Rule.SKILL) == [
        "Ana has Cisco at level 2; Centro in Centro asks for level 3 on Mon 23 Nov. "
        "Send somebody who knows it better, or give your OK."
    ]
    assert not told(schedule("technician Ana: Cisco 3", *told_of), Rule.SKILL)
    assert [c.severity for c in conflicts(schedule(*told_of), Rule.SKILL)] == [Severity.APPROVAL]


def test_any_level_will_do_when_none_is_named_and_so_will_a_valid_certification() -> None:
    told_of = ("visit V1: Centro, asks Cisco", "Ana: Mon 9-10 V1")
    assert told(schedule(*told_of), Rule.SKILL)
    assert not told(schedule("technician Ana: Cisco 1", *told_of), Rule.SKILL)
    assert not told(schedule("technician Ana: holds Cisco", *told_of), Rule.SKILL)
    assert told(schedule("technician Ana: holds Cisco until Sun-1", *told_of), Rule.SKILL)


def test_each_missing_skill_is_a_conflict_of_its_own() -> None:
    needs = (SkillNeed("Cisco"), SkillNeed("Azure", 2), SkillNeed("CCNA", certification=True))
    office = schedule(line(skills=needs), "Ana: on Helpdesk Mon")
    assert [(c.rule, dict(c.facts)["needed"]) for c in conflicts(office, Rule.SKILL, Rule.CERTIFICATION)] == [
        (Rule.CERTIFICATION, "CCNA"),
        (Rule.SKILL, "Cisco"),
        (Rule.SKILL, "Azure"),
    ]


def test_a_cover_is_asked_what_its_base_is_asked() -> None:
    office = schedule(
        "line Helpdesk: Mon-Fri 9-17 Centro, asks Cisco, profile Senior Engineer",
        "technician Ana: Senior Engineer, Cisco 4",
        "Ana: on Helpdesk Mon-Fri, sick Tue",
        "Berta: covers Ana Tue",
    )
    found = conflicts(office, Rule.SKILL, Rule.PROFILE)
    assert [(c.rule, c.technician_id) for c in found] == [
        (Rule.PROFILE, id_of("technician", "Berta")),
        (Rule.SKILL, id_of("technician", "Berta")),
    ]


def test_the_language_of_the_work_or_else_of_the_site() -> None:
    assert told(schedule("visit V1: Centro, speaks en", "Ana: Mon 9-10 V1"), Rule.LANGUAGE) == [
        "Ana does not speak English, which Centro in Centro asks for on Mon 23 Nov."
    ]
    here = "site Torre: Centro, speaks en"
    assert told(schedule(here, "visit V1: Torre", "Ana: Mon 9-10 V1"), Rule.LANGUAGE)
    assert not told(schedule(here, "technician Ana: speaks es en", "Ana: Mon 9-10 Torre"), Rule.LANGUAGE)
    assert not told(schedule(here, "visit V1: Torre, speaks es", "Ana: Mon 9-10 V1"), Rule.LANGUAGE)


def test_a_language_that_the_program_has_no_word_for_is_told_by_its_code() -> None:
    (sentence,) = told(schedule("visit V1: Centro, speaks ca", "Ana: Mon 9-10 V1"), Rule.LANGUAGE)
    assert "does not speak ca," in sentence
