"""Streets of a city, so that an address may be completed while it is typed."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable
from dataclasses import dataclass

from techsched.model.city import bare

_WORD = re.compile(r"[^\W_]+")
_SKIPPED = frozenset("calle c cl avenida avda avd av plaza pza pl paseo po pso de del la el los las".split())
"""Words that tell no street from another, as written in full or in short."""


@dataclass(frozen=True, slots=True)
class Street:
    """A stretch of a street in one postcode; `lat`, `lon` is a place on it, good to a few hundred metres."""

    name: str
    postcode: str
    district: str
    lat: float
    lon: float


class Streets:
    """Searched word by word: '7' and 'calle' are ignored, 'princ verg' finds Calle Principe de Vergara."""

    __slots__ = ("_held",)

    def __init__(self, streets: Iterable[Street]) -> None:
        self._held = [(_words(street.name), street) for street in streets]

    def __len__(self) -> int:
        return len(self._held)

    def complete(self, text: str, limit: int = 8) -> list[Street]:
        """Streets with a word that starts with each word typed: those that begin as typed first, then by name."""
        typed = _words(text)
        if not typed:
            return []
        found = (
            (not _begins(words, typed), street.name, street.postcode, street.district, place)
            for place, (words, street) in enumerate(self._held)
            if all(any(word.startswith(part) for word in words) for part in typed)
        )
        return [self._held[place][1] for *_, place in heapq.nsmallest(limit, found)]


def _begins(words: list[str], typed: list[str]) -> bool:
    return len(typed) <= len(words) and all(word.startswith(part) for word, part in zip(words, typed, strict=False))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(bare(text)) if word not in _SKIPPED and not word.isdigit()]
