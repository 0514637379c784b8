"""What is not right about what somebody typed: the sentence, and where it is known the repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Raw = Any
"""What stands in a field as it was typed or chosen: text, bool, number, None, and lists and dicts of these (JSON)."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One press that puts fields right: the words of its button, and what then stands in the fields.

    An empty `key` is the field that the repair stands under.
    """

    text: str
    raws: tuple[tuple[str, Raw], ...]


class Wrong(Exception):
    """Raised by whatever reads a field; the sentence is for a person, in the window's language.

    An empty sentence: the trouble is told already, inside the field.
    """

    def __init__(self, sentence: str, repair: Repair | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.repair = repair


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence under the fields it means, the first of which gets the keyboard."""

    keys: tuple[str, ...]
    sentence: str
    repair: Repair | None = None
