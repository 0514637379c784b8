"""The persistent mapping against a plain dict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techsched.model import shelf as module
from techsched.model.shelf import Shelf

keys = st.integers(0, 12)
changes = st.lists(st.dictionaries(keys, st.none() | st.text(max_size=2), max_size=4), max_size=12)


def applied(held: dict[int, str], change: dict[int, str | None]) -> dict[int, str]:
    after = dict(held)
    for key, value in change.items():
        if value is None:
            after.pop(key, None)
        else:
            after[key] = value
    return after


@given(start=st.dictionaries(keys, st.text(max_size=2)), steps=changes, fold_at=st.integers(0, 20))
def test_every_shelf_on_the_way_is_the_dict_it_should_be(
    start: dict[int, str], steps: list[dict[int, str | None]], fold_at: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FOLD_AT", fold_at)
        shelves, dicts = [Shelf(dict(start))], [start]
        for step in steps:
            shelves.append(shelves[-1].with_(step))
            dicts.append(applied(dicts[-1], step))
    for shelf, expected in zip(shelves, dicts, strict=True):
        assert dict(shelf) == expected
        assert len(shelf) == len(expected)
        assert sorted(shelf) == sorted(expected)
        for key in range(13):
            assert (key in shelf) == (key in expected)
            assert shelf.get(key) == expected.get(key)
            assert shelf.get(key, "other") == expected.get(key, "other")


def test_what_was_taken_away_is_missing() -> None:
    shelf = Shelf({1: "a"}).with_({1: None, 2: None})
    with pytest.raises(KeyError):
        _ = shelf[1]
    with pytest.raises(KeyError):
        _ = shelf[2]
    assert len(shelf) == 0


def test_a_large_patch_is_folded_into_a_base_of_its_own() -> None:
    first = Shelf({n: str(n) for n in range(600)})
    second = first.with_({n: None for n in range(0, 600, 2)}).with_({n: "new" for n in range(600, 900)})
    assert len(first) == 600
    assert len(second) == 600
    assert 0 not in second
    assert second[899] == "new"
