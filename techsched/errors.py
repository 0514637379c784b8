"""What a person is told when something cannot be done; every other exception is a bug and propagates."""

from __future__ import annotations

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
    """Somebody else changed the same row after it was read here; nothing was written."""
