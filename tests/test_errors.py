from __future__ import annotations

import pickle

import pytest

from techsched import words
from techsched.errors import Stale, UserError
from techsched.model.sentence import sentence


def test_a_stale_row_is_something_to_tell_a_person() -> None:
    with pytest.raises(UserError) as told:
        raise Stale(sentence("a_key", visit="V000001"))
    assert told.value.sentence["visit"] == "V000001"


def test_as_text_it_is_the_english_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(words._SENTENCES, "nowhere", ("No visit {visit} here.", "Aquí no hay visita {visit}."))
    told = UserError(sentence("nowhere", visit="V000001"))
    assert str(told) == "No visit V000001 here."
    assert words.say(told.sentence, "es") == "Aquí no hay visita V000001."


def test_it_crosses_a_process_border_whole() -> None:
    there = Stale(sentence("a_key", visit="V000001", minutes=35))
    back = pickle.loads(pickle.dumps(there))
    assert type(back) is Stale
    assert back.sentence == there.sentence
