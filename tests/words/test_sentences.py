"""Every sentence that code asks for is written, in both languages, with the facts that code gives it.

Reads the sources: a key is a literal such as "undo.move", or an f-string such as f"undo.absence_{state}".
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from techsched.model.kinds import Rule
from techsched.model.sentence import Sentence
from techsched.words import LANGUAGES, say, sentences
from techsched.words.terms import TERMS

ROOT = Path(__file__).parents[2]
AREAS = sorted({key.partition(".")[0] for key in sentences() if "." in key})
KEY = re.compile(rf"({'|'.join(AREAS)})\.[a-z][a-z_]*(\.[a-z_]+)?|city_[a-z_]+")
SILENT = {"undo.draft"}
"""Look like keys and are none that anybody is told."""

MAKERS = {
    "sentence": frozenset[str](),
    "booking_label": frozenset({"technician", "client", "day", "start"}),
    "placement_label": frozenset({"technician", "client", "first"}),
    "visit_label": frozenset({"visit", "client"}),
    "absence_label": frozenset({"technician", "first", "last"}),
}
"""What makes sentences, and the fields that it fills in by itself."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A key, or the pattern of one, as a source writes it; `given` None where the fields cannot be read off."""

    where: str
    key: str
    pattern: bool = False
    given: frozenset[str] | None = None

    def meant(self) -> list[str]:
        if not self.pattern:
            return [self.key] if self.key in sentences() else []
        return [key for key in sentences() if re.fullmatch(self.key, key)]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@cache
def asked() -> tuple[Asked, ...]:
    found: list[Asked] = []
    for folder in ("techsched", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path.parent.name != "words":
                found.extend(_in(path))
    return tuple(found)


def _in(path: Path) -> Iterator[Asked]:
    tree = ast.parse(path.read_text("utf-8"))
    calls = {id(node.args[0]): node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        given = _given(calls.get(id(node)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            if KEY.fullmatch(node.value) and node.value not in SILENT:
                yield Asked(where, node.value, given=given)
        elif isinstance(node, ast.JoinedStr):
            pattern = _pattern(node)
            if re.match(rf"({'|'.join(AREAS)})\\\.", pattern):
                yield Asked(where, pattern, pattern=True, given=given)


def _given(call: ast.Call | None) -> frozenset[str] | None:
    """Names of the fields of `sentence(key, a=..., b=...)` and of labels; None for other calls and for fields
    that are passed on."""
    if call is None or not isinstance(call.func, ast.Name) or call.func.id not in MAKERS:
        return None
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    return MAKERS[call.func.id] | {keyword.arg for keyword in call.keywords if keyword.arg is not None}


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(
        re.escape(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else "[a-z_.]*"
        for part in node.values
    )


def test_keys_are_found_in_the_sources() -> None:
    assert len(asked()) > 200
    assert any(each.pattern for each in asked()) and any(each.given for each in asked())


def test_every_sentence_that_code_asks_for_is_written() -> None:
    assert [f"{each.where} {each.key}" for each in asked() if not each.meant()] == []


def test_code_gives_every_fact_that_the_sentence_names() -> None:
    missing = [
        f"{each.where} {key}: {', '.join(sorted(lacking))}"
        for each in asked()
        # an f-string that many keys fit says too little about any of them
        if each.given is not None and len(each.meant()) < 10
        for key in each.meant()
        if (lacking := fields(sentences()[key][0]) - each.given)
    ]
    assert missing == []


def test_no_sentence_lies_about_that_nobody_asks_for() -> None:
    known = {key for each in asked() for key in each.meant()}
    told_by_rule = {key for key in sentences() if key.startswith(("conflict.", "reason."))}
    assert sorted(sentences().keys() - known - told_by_rule) == []


@pytest.mark.parametrize("key", sorted(sentences()))
def test_both_languages_say_the_same_facts_in_their_own_words(key: str) -> None:
    english, spanish = sentences()[key]
    assert english.strip() and spanish.strip()
    assert fields(english) == fields(spanish)
    # what is only names and numbers may be the same; a phrase may not
    if len(re.findall(r"[A-Za-z]{3,}", re.sub(r"\{[^}]*\}", "", english))) >= 3:
        assert english != spanish


@pytest.mark.parametrize("key", sorted(sentences()))
def test_every_sentence_can_be_said(key: str) -> None:
    for language in LANGUAGES:
        told = say(Sentence(key, tuple(_sample(key).items())), language)
        assert "{" not in told
        assert "error" not in told.casefold().split()
        assert not told.endswith("!")


def _sample(key: str) -> dict[str, str | int]:
    """A value for each field that its spec can tell."""
    found: dict[str, str | int] = {}
    for template in sentences()[key]:
        for _, name, spec, _ in string.Formatter().parse(template):
            if name and name not in found or name and spec:
                found[name] = _value(spec or "")
    return found


def _value(spec: str) -> str | int:
    if spec in ("day", "date", "weekday"):
        return date(2026, 11, 26).isoformat()
    if spec == "length" or "|" in spec:
        return 2
    if spec in ("where", "tongue", ""):
        return "2"
    return next(iter(TERMS[spec]))


def _raised() -> list[Rule]:
    """Rules that some file of the package raises, not only puts in order."""
    folder = ROOT / "techsched" / "rules"
    text = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "reasons.py")
    return [rule for rule in Rule if f"Rule.{rule.name}" in text]


def test_nearly_all_rules_are_raised() -> None:
    assert len(_raised()) >= len(Rule) - 1


@pytest.mark.parametrize("rule", _raised())
def test_every_rule_has_its_conflict_and_its_reason(rule: Rule) -> None:
    for area in ("conflict", "reason"):
        keys = [key for key in sentences() if key == f"{area}.{rule}" or key.startswith(f"{area}.{rule}.")]
        assert keys, area
    # a reason is told by the rule's own key where its variant has none
    for key in sentences():
        if key.startswith(f"conflict.{rule}."):
            reason = key.replace("conflict.", "reason.", 1)
            assert reason in sentences() or f"reason.{rule}" in sentences(), key
