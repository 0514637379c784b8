"""What the parts of a made-up company share: the dice, the ids, and who can do what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from techsched.model.kinds import Profile
from techsched.model.technician import Technician


@dataclass(frozen=True, slots=True)
class Draw:
    dice: Random
    ids: Iterator[int]

    def id(self) -> int:
        return next(self.ids)


@dataclass(frozen=True, slots=True)
class Craft:
    """A technician with the titles, skills and least profiles of the work that they know how to do."""

    technician: Technician
    titles: tuple[tuple[str, str, Profile], ...]
    mobile: bool
