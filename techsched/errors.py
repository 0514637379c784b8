"""What a person is told when something cannot be done; every other exception is a bug and propagates."""

from __future__ import annotations

from techsched.model.assignment import Assignment
from techsched.model.row import Row
from techsched.model.sentence import Sentence


class UserError(Exception):
    """Carries the sentence as a value: what is wrong, where, and what to do. The edge says it with `words.say`.

    `raise UserError(sentence("visit_unknown", visit="V000001"))`; the key stands in one of the areas of
    `techsched.words`. As text it is English, for logs.
    """

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        from techsched.words import say

        return say(self.sentence, "en")


class Stale(UserError):
    """Somebody else changed the same row after it was read here; nothing was written.

    `base` is the row as it was read, `mine` as it should have become, `theirs` as it stands; None where the
    row is not there in that state.
    """

    def __init__(
        self, sentence: Sentence, base: Row | None = None, mine: Row | None = None, theirs: Row | None = None
    ) -> None:
        super().__init__(sentence)
        self.base = base
        self.mine = mine
        self.theirs = theirs


class DoubleBooked(UserError):
    """The storage refused a booking that overlaps another of the technician without a waiver; nothing was
    written. `mine` is the refused one, `theirs` the one that stands (or was written before it)."""

    def __init__(self, sentence: Sentence, mine: Assignment, theirs: Assignment) -> None:
        super().__init__(sentence)
        self.args = (sentence, mine, theirs)
        self.mine = mine
        self.theirs = theirs


class FileTrouble(UserError):
    """The file cannot be opened, read or written as asked. `sentence.key` says in which way."""
