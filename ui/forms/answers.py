"""The fields of a form on the screen: laid out in rows, read as values, told what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import i18n
from ui.forms.answer_row import Answer, AnswerRow
from ui.forms.context import Context
from ui.forms.field import Check, Editor, Field, Section, Values
from ui.forms.wrong import Problem, Raw, Wrong
from ui.parts.hairline import Hairline
from ui.parts.section_title import SectionTitle

OUTER = "outer"
_SETTLE = 4
"""Rounds in which fields that follow one another come to rest."""


class Answers(QWidget):
    """`changed` at every key stroke; `left` when a field was left, after the others took in what it says.

    Built from the outside in: moved to another parent afterwards, every field would be styled again.
    """

    changed = Signal()
    left = Signal()
    grown = Signal()

    def __init__(
        self,
        sections: Sequence[Section],
        context: Context,
        checks: Sequence[Check] = (),
        *,
        outer: Values | None = None,
        raws: Mapping[str, Raw] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._checks = checks
        self._cells: dict[str, Answer] = {}
        self._rows: list[AnswerRow] = []
        self._by_hand: set[str] = set()
        self._touched: set[str] = set()
        self._all_shown = False
        self._bad: set[str] = set()
        self._outer: Values = outer or {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for place, section in enumerate(sections):
            if section.title:
                if place:
                    column.addWidget(Hairline())
                column.addWidget(SectionTitle(i18n.told("Field", section.title)))
            for fields in section.rows:
                row = AnswerRow(self)
                column.addWidget(row)
                row.put([self._cell(field, row) for field in fields])
                row.repaired.connect(self._repair)
                self._rows.append(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_raws(raws or {})

    def _cell(self, field: Field, row: AnswerRow) -> Answer:
        cell = Answer(field, self.context, row)
        cell.editor.changed.connect(partial(self._changed, field.key))
        cell.editor.left.connect(partial(self._left, field.key))
        cell.editor.grown.connect(self.grown)
        self._cells[field.key] = cell
        return cell

    # what they say

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._cells)

    def editor(self, key: str) -> Editor:
        """Raises KeyError for no such field."""
        return self._cells[key].editor

    def is_asked(self, key: str) -> bool:
        """Whether the field is on the screen now, given what the others say."""
        return not self._cells[key].isHidden()

    def raws(self) -> dict[str, Raw]:
        return {key: cell.editor.raw() for key, cell in self._cells.items()}

    def set_raws(self, raws: Mapping[str, Raw]) -> None:
        """Fields that are not in it get their default. What differs from what it would follow was written by hand."""
        for key, cell in self._cells.items():
            field = cell.field
            raw = raws[key] if key in raws else field.kind.raw(field.default, self.context)
            cell.editor.set_raw(raw)
        self._by_hand = {key for key, cell in self._cells.items() if cell.field.derive is not None and key in raws}
        self._settle()
        values = self._read()
        for key in tuple(self._by_hand):
            derived = self._derived(self._cells[key].field, values)
            if self._is_same(key, derived):
                self._by_hand.discard(key)
        self._touched.clear()
        self._all_shown = False
        self._show_problems()

    def put(self, key: str, raw: Raw) -> None:
        """As if a person had written it."""
        self._cells[key].editor.set_raw(raw)
        self._changed(key)
        self._left(key)

    def values(self) -> dict[str, Any]:
        """What can be read, of the fields that are asked for."""
        found = self._read()
        del found[OUTER]
        return found

    def _read(self) -> dict[str, Any]:
        found: dict[str, Any] = {OUTER: self._outer}
        for key, cell in self._cells.items():
            if cell.field.when is not None and not cell.field.when(found):
                continue
            try:
                found[key] = cell.editor.value()
            except Wrong:
                continue
        return found

    def problems(self, *, missing: bool = True) -> list[Problem]:
        """All that is wrong, in the order of the fields; without `missing` empty fields may still be filled."""
        found: list[Problem] = []
        values: dict[str, Any] = {OUTER: self._outer}
        for key, cell in self._cells.items():
            field = cell.field
            if field.when is not None and not field.when(values):
                continue
            try:
                values[key] = value = cell.editor.value()
            except Wrong as wrong:
                if missing or not cell.editor.is_unfinished():
                    found.append(Problem((key,), wrong.sentence, wrong.repair))
                continue
            if missing and field.required and value in (None, "", ()):
                found.append(Problem((key,), i18n.filled(self.tr("%1 is missing. Fill it in."), cell.label)))
        for check in self._checks:
            found.extend(check(values, self.context))
        order = {key: place for place, key in enumerate(self._cells)}
        return sorted(found, key=lambda problem: order.get(problem.keys[0], len(order)))

    # what is shown

    def take_context(self, context: Context) -> None:
        """The office changed under the form."""
        self.context = context
        self._settle()

    def take_outer(self, values: Values, context: Context) -> None:
        """What the form around this row of it says, found under OUTER by fields and checks."""
        self._outer = values
        self.take_context(context)

    def show_all_problems(self) -> list[Problem]:
        """From now on also what was never touched; returns what is wrong."""
        self._all_shown = True
        return self._show_problems()

    def show_problem(self, problem: Problem) -> None:
        """One that only saving found."""
        self._place_problems([*self._visible_problems(), problem])

    @property
    def shown(self) -> int:
        """How many fields to put right are on the screen."""
        return len(self._bad)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of the fields."""
        return [stop for cell in self._cells.values() for stop in cell.editor.stops()]

    def focus(self, key: str) -> None:
        self._cells[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_labels(self, shown: bool) -> None:
        for row in self._rows:
            row.show_labels(shown)

    def _changed(self, key: str) -> None:
        cell = self._cells[key]
        if cell.field.derive is not None:
            # an emptied line follows the others again; tokens that were taken away stay away
            if cell.editor.raw() in ("", None):
                self._by_hand.discard(key)
            else:
                self._by_hand.add(key)
        if key in self._bad:
            self._show_problems()
        self.changed.emit()

    def _left(self, key: str) -> None:
        self._touched.add(key)
        self._settle()
        self._show_problems()
        self.left.emit()

    def _settle(self) -> None:
        """Lets fields take in what the others say, until nothing moves any more."""
        for _ in range(_SETTLE):
            values = self._read()
            moved = [cell.editor.refresh(values, self.context) for cell in self._cells.values()]
            if not self._derive() and not any(moved):
                break
        values = self._read()
        for cell in self._cells.values():
            cell.show_hint(values, self.context)
            cell.setVisible(cell.field.when is None or cell.field.when(values))
        for row in self._rows:
            row.setVisible(any(not cell.isHidden() for cell in row.cells))
            row.fit()

    def _derive(self) -> bool:
        moved = False
        for key, cell in self._cells.items():
            if cell.field.derive is None or key in self._by_hand:
                continue
            derived = self._derived(cell.field, self._read())
            if not self._is_same(key, derived):
                cell.editor.set_raw(cell.field.kind.raw(derived, self.context))
                moved = True
        return moved

    def _derived(self, field: Field, values: Values) -> Any:
        assert field.derive is not None
        return field.derive(values, self.context)

    def _is_same(self, key: str, value: Any) -> bool:
        try:
            return bool(self._cells[key].editor.value() == value)
        except Wrong:
            return False

    def _visible_problems(self) -> list[Problem]:
        if self._all_shown:
            return self.problems()
        return [each for each in self.problems(missing=False) if self._touched.issuperset(each.keys)]

    def _show_problems(self) -> list[Problem]:
        found = self._visible_problems()
        self._place_problems(found)
        return found

    def _place_problems(self, found: Iterable[Problem]) -> None:
        by_key: dict[str, str] = {}
        waiting: dict[int, list[Problem]] = {}
        for problem in found:
            for key in problem.keys:
                by_key.setdefault(key, problem.sentence)
            place = next((n for n, row in enumerate(self._rows) if row.holds(problem.keys[0])), 0)
            if problem.sentence:
                waiting.setdefault(place, []).append(problem)
        for key, cell in self._cells.items():
            cell.editor.set_bad(key in by_key, by_key.get(key, ""))
        for place, row in enumerate(self._rows):
            row.show_problems(waiting.get(place, []))
        self._bad = set(by_key)

    def _repair(self, problem: Problem) -> None:
        assert problem.repair is not None
        for key, raw in problem.repair.raws:
            self.put(key or problem.keys[0], raw)
        self.focus(problem.keys[0])
