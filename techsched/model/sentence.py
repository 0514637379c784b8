"""Sentences as values: a key and fields, put into words at the edge in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

Fields = tuple[tuple[str, str | int], ...]
"""Names and values; dates as ISO text, times of day as 'HH:MM', lengths as whole minutes."""


@dataclass(frozen=True, slots=True)
class Sentence:
    key: str
    fields: Fields = ()

    def __getitem__(self, name: str) -> str | int:
        for key, value in self.fields:
            if key == name:
                return value
        raise KeyError(name)


def sentence(key: str, **fields: str | int) -> Sentence:
    return Sentence(key, tuple(fields.items()))
