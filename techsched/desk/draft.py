"""A change under construction: edits over a schedule, one for each row, that can be looked at so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from techsched.model.change import Change, Edit
from techsched.model.row import Row
from techsched.model.schedule import TABLES, Schedule
from techsched.model.sentence import Sentence

R = TypeVar("R", bound=Row)


class Draft:
    """Later edits of one row fold into the first; an edit that ends where it began drops out."""

    def __init__(self, schedule: Schedule) -> None:
        self.base = schedule
        self._rows: dict[tuple[type[Row], int], Row | None] = {}
        self._view = schedule
        self._unseen: set[tuple[type[Row], int]] = set()

    def _set(self, key: tuple[type[Row], int], row: Row | None) -> None:
        self._rows[key] = row
        self._unseen.add(key)

    def put(self, *rows: Row) -> None:
        """Create or change rows."""
        for row in rows:
            self._set((type(row), row.id), row)

    def remove(self, *rows: Row) -> None:
        for row in rows:
            self._set((type(row), row.id), None)

    def take(self, change: Change) -> None:
        """Fold another command's change into this one."""
        for edit in change.edits:
            self._set(edit.key, edit.after)

    def row(self, row: R) -> R | None:
        """The row as the draft has it so far."""
        found = self._rows.get((type(row), row.id), row)
        return found  # type: ignore[return-value]

    def _edits(self) -> Iterable[Edit]:
        order = {table: place for place, table in enumerate(TABLES)}
        for (table, id), after in sorted(self._rows.items(), key=lambda item: (order[item[0][0]], item[0][1])):
            before = self.base.get(table, id)
            if before != after:
                yield Edit(before, after)

    @property
    def schedule(self) -> Schedule:
        """The schedule as it would stand."""
        if self._unseen:
            edits = tuple(
                Edit(before, after)
                for key in self._unseen
                if (before := self._view.get(*key)) != (after := self._rows[key])
            )
            self._view = self._view.with_(Change(Sentence("undo.draft"), edits))
            self._unseen.clear()
        return self._view

    def change(self, label: Sentence) -> Change:
        return Change(label, tuple(self._edits()))
