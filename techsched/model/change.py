"""Changes: named steps of row images that can be applied, undone and told."""

from __future__ import annotations

from dataclasses import dataclass

from techsched.model.row import Row
from techsched.model.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Edit:
    """One row before and after; create is `(None, row)`, delete `(row, None)`."""

    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit needs a row before or after")
        if self.before is not None and self.after is not None:
            if type(self.before) is not type(self.after) or self.before.id != self.after.id:
                raise ValueError("an edit changes one row")

    @property
    def row(self) -> Row:
        found = self.after if self.after is not None else self.before
        assert found is not None
        return found

    @property
    def table(self) -> type[Row]:
        return type(self.row)

    @property
    def key(self) -> tuple[type[Row], int]:
        return type(self.row), self.row.id

    @property
    def is_empty(self) -> bool:
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable step. Each row stands in it once."""

    label: Sentence
    edits: tuple[Edit, ...]

    def inverse(self) -> Change:
        return Change(self.label, tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))

    @property
    def tables(self) -> frozenset[type[Row]]:
        return frozenset(edit.table for edit in self.edits)


@dataclass(frozen=True, slots=True)
class Touched:
    """Whose days and which lines a change may touch; `everything` where that cannot be told."""

    technicians: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()
    everything: bool = False


def created(*rows: Row) -> tuple[Edit, ...]:
    return tuple(Edit(None, row) for row in rows)


def removed(*rows: Row) -> tuple[Edit, ...]:
    return tuple(Edit(row, None) for row in rows)
