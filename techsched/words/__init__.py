"""Sentences people read, in English and Spanish: `say(sentence, language)`.

Each module of this package holds one area's sentences as `SENTENCES: dict[key, (english, spanish)]`.
Fields are written `{name}` or `{name:spec}`; the specs are those of `_Speller`:

    day       ISO date -> 'Thu 26 Nov' / 'jue 26 nov'          date    -> '26 November 2026'
    weekday   ISO date -> 'Thursday 26' / 'jueves 26'           length  minutes -> '2 h 10', '35 min'
    profile, absence, priority, mode, term, firmness, because, rule, transport, kind: words of a code
    where     place, or nothing for remote work -> ' in Centro', ' (remote)'; follows a client without a blank
    tongue    language code as it stands inside a sentence -> 'English' / 'inglés'; an unknown code as it is
    one|many  whole number -> one of two words by count, as in '{n} {n:visit|visits}'

A field's value is told as it is: user text is never read as a format, and nothing here is HTML.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any

from techsched.model.sentence import Sentence
from techsched.words.terms import DAYS, DAYS_SHORT, MONTHS, MONTHS_SHORT, TERMS

LANGUAGES = ("en", "es")
_AREAS = ("conflict", "undo", "reason", "exchange", "store", "paper", "trouble", "city", "fix", "terminal")


def _load() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for area in _AREAS:
        held: dict[str, tuple[str, str]] = import_module(f"techsched.words.{area}").SENTENCES
        twice = found.keys() & held.keys()
        assert not twice, f"said twice: {sorted(twice)}"
        found.update(held)
    return found


class _Speller(string.Formatter):
    def __init__(self, language: str) -> None:
        self.place = LANGUAGES.index(language)
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if not format_spec:
            return str(value)
        if format_spec == "day":
            return day(str(value), self.language)
        if format_spec == "weekday":
            return weekday(str(value), self.language)
        if format_spec == "date":
            return long_date(str(value), self.language)
        if format_spec == "length":
            return length(int(value))
        if format_spec == "where":
            return where(str(value), self.language)
        if format_spec == "tongue":
            return tongue(str(value), self.language)
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return one if int(value) == 1 else many
        return term(format_spec, str(value), self.language)

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        # no attribute or index access: a template names fields and nothing else
        return kwargs[field_name], field_name


_SPELLERS = {language: _Speller(language) for language in LANGUAGES}
_SENTENCES: dict[str, tuple[str, str]] = {}


def sentences() -> Mapping[str, tuple[str, str]]:
    """All templates by key, English and Spanish."""
    if not _SENTENCES:
        _SENTENCES.update(_load())
    return _SENTENCES


def say(told: Sentence, language: str) -> str:
    """The sentence in words. Raises KeyError for a key or field that nobody wrote."""
    template = sentences()[told.key][LANGUAGES.index(language)]
    return _SPELLERS[language].vformat(template, (), dict(told.fields))


def term(kind: str, code: str, language: str) -> str:
    """The word for a code of the domain: `term('profile', 'Senior Engineer', 'es')`."""
    return TERMS[kind][code][LANGUAGES.index(language)]


def where(place: str, language: str) -> str:
    """' in Centro' behind a client's name; ' (remote)' where there is no place."""
    if not place:
        return (" (remote)", " (en remoto)")[LANGUAGES.index(language)]
    return f"{(' in ', ' en ')[LANGUAGES.index(language)]}{place}"


def tongue(code: str, language: str) -> str:
    """'English', or 'inglés' as Spanish writes it within a sentence; people may note any code."""
    if code not in TERMS["language"]:
        return code
    told = term("language", code, language)
    return told.lower() if language == "es" else told


def day(iso: str, language: str) -> str:
    """'Thu 26 Nov' or 'jue 26 nov'."""
    found, place = date.fromisoformat(iso), LANGUAGES.index(language)
    return f"{DAYS_SHORT[place][found.weekday()]} {found.day} {MONTHS_SHORT[place][found.month - 1]}"


def weekday(iso: str, language: str) -> str:
    """'Thursday 26' or 'jueves 26'."""
    found, place = date.fromisoformat(iso), LANGUAGES.index(language)
    return f"{DAYS[place][found.weekday()]} {found.day}"


def long_date(iso: str, language: str) -> str:
    """'26 November 2026' or '26 de noviembre de 2026'."""
    found, place = date.fromisoformat(iso), LANGUAGES.index(language)
    month = MONTHS[place][found.month - 1]
    return f"{found.day} {month} {found.year}" if language == "en" else f"{found.day} de {month} de {found.year}"


def short_date(iso: str, language: str) -> str:
    """'26 Nov 2026' or '26 nov 2026'."""
    found, place = date.fromisoformat(iso), LANGUAGES.index(language)
    return f"{found.day} {MONTHS_SHORT[place][found.month - 1]} {found.year}"


def length(minutes: int) -> str:
    """'35 min', '2 h', '2 h 10'; the same in both languages."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else ""
    if not hours:
        return f"{sign}{rest} min"
    return f"{sign}{hours} h" if not rest else f"{sign}{hours} h {rest:02d}"
