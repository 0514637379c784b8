"""Every conflict can be told in few words, with the facts it carries."""

from __future__ import annotations

import string

import pytest

from techsched.words import conflict as long
from techsched.words import reason as short

OF_THE_OTHER = {"other_client", "other_where", "other_from", "other_to"}
"""Filled in from the other booking."""


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def short_key(key: str) -> str:
    told = key.replace("conflict.", "reason.", 1)
    return told if told in short.SENTENCES else ".".join(told.split(".")[:2])


@pytest.mark.parametrize("key", sorted(long.SENTENCES))
def test_it_has_a_short_form_in_both_languages(key: str) -> None:
    known = fields(long.SENTENCES[key][0]) | OF_THE_OTHER
    for told in short.SENTENCES[short_key(key)]:
        assert fields(told) <= known, key


def test_the_short_form_is_short() -> None:
    for key, (english, spanish) in short.SENTENCES.items():
        assert max(len(english), len(spanish)) <= 90, key
        assert not english.endswith(".")


def test_both_languages_name_the_same_facts() -> None:
    for english, spanish in short.SENTENCES.values():
        assert fields(english) == fields(spanish)
