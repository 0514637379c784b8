"""A field that holds several small records: certificates, contacts, stretches of a week, staffing lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import i18n
from ui.forms.answers import Answers
from ui.forms.context import Context
from ui.forms.field import Check, Editor, Field, Section, Values
from ui.forms.wrong import Raw, Wrong
from ui.parts.button import Button
from ui.parts.card import Card
from ui.parts.plain_label import PlainLabel


@dataclass(frozen=True, slots=True)
class Rows:
    """Each row asks for `rows` of fields: one line of them stands in a table, several make a card.

    `add` names the button that starts another, marked with QT_TRANSLATE_NOOP("Field", ...). Values are tuples of
    mappings of what a row's fields say, and 'id': the id of a row that is in the office, else None. A row in which
    nothing was written does not count, unless `counts`. `first` rows are there to begin with.
    """

    rows: tuple[tuple[Field, ...], ...]
    add: str
    checks: tuple[Check, ...] = ()
    first: int = 0
    counts: bool = False
    most: int = 60

    def editor(self, context: Context) -> Editor:
        return RowsEditor(self, context)

    def raw(self, value: Any, context: Context) -> Raw:
        found: list[Raw] = []
        for row in value or ():
            raws = {
                field.key: field.kind.raw(row[field.key], context)
                for fields in self.rows
                for field in fields
                if field.key in row
            }
            found.append({**raws, "id": row.get("id")})
        return found


class RowsEditor(Editor):
    """Raw is a list of mappings of raws by key, and 'id'."""

    def __init__(self, kind: Rows, context: Context) -> None:
        super().__init__()
        self._kind = kind
        self._context = context
        self._label = ""
        self._outer: Values = {}
        self.rows: list[_Entry] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self.add = Button(i18n.told("Field", kind.add), "quiet", icon="plus", size="small")
        self.add.clicked.connect(self.add_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def raw(self) -> Raw:
        return [{**row.answers.raws(), "id": row.id} for row in self.rows if row.id is not None or not row.is_blank]

    def set_raw(self, raw: Raw) -> None:
        given = list(raw or ())
        for row in self.rows[:]:
            self._forget(row)
        for held in given[: self._kind.most]:
            self._append(held)
        for _ in range(self._kind.first - len(given)):
            self._append({})

    def value(self) -> tuple[Mapping[str, Any], ...]:
        found: list[Mapping[str, Any]] = []
        for row in self.rows:
            if row.id is None and row.is_blank:
                continue
            if row.answers.problems():
                raise Wrong("")
            found.append({**row.answers.values(), "id": row.id})
        return tuple(found)

    def stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        for row in self.rows:
            found.extend([*row.answers.stops(), row.remove_button])
        return [*found, self.add]

    def is_unfinished(self) -> bool:
        return not any(row.answers.problems(missing=False) for row in self.rows if not row.is_blank)

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        for row in self.rows:
            if bad and not (row.id is None and row.is_blank):
                row.answers.show_all_problems()

    def name(self, label: str, hint: str) -> None:
        super().name(label, hint)
        self._label = label
        self._number()

    def refresh(self, values: Values, context: Context) -> bool:
        # rows look at single values around them only; without the rows themselves little of it ever changes
        outer = {key: value for key, value in values.items() if not _is_rows(value)}
        if outer == self._outer and context == self._context:
            return False
        self._context, self._outer = context, outer
        for row in self.rows:
            row.answers.take_outer(outer, context)
        return False

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        for row in self.rows:
            wrong = row.answers.problems() if not row.is_blank else []
            if wrong:
                row.answers.focus(wrong[0].keys[0])
                return
        self.add.setFocus(reason)

    def add_row(self) -> None:
        """An empty one at the end, with the keyboard in it."""
        if len(self.rows) < self._kind.most:
            row = self._append({})
            row.answers.focus(row.answers.keys[0])
            self.changed.emit()

    def _append(self, raws: Mapping[str, Raw]) -> _Entry:
        row = _Entry(self, self._kind, self._context, raws, self._outer)
        row.answers.changed.connect(self.changed)
        row.answers.left.connect(self.left)
        row.answers.grown.connect(self.grown)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        row.setVisible(True)
        self._number()
        self.grown.emit()
        return row

    def _remove(self, row: _Entry) -> None:
        self._forget(row)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        self.left.emit()

    def _forget(self, row: _Entry) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()
        self.grown.emit()

    def _number(self) -> None:
        for place, row in enumerate(self.rows):
            row.number(self._label, place, labels=place == 0 or len(self._kind.rows) > 1)


def _is_rows(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Mapping)


class _Entry(QWidget):
    removed = Signal()

    def __init__(self, parent: QWidget, kind: Rows, context: Context, raws: Mapping[str, Raw], outer: Values) -> None:
        super().__init__(parent)
        held = raws.get("id")
        self.id = held if isinstance(held, int) else None
        self._counts = kind.counts
        self._card = len(kind.rows) > 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        within: QWidget = self
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._card:
            card = Card(parent=self)
            column.addWidget(card)
            card.column.addLayout(row)
            within = card
        else:
            column.addLayout(row)
        section = Section("", kind.rows)
        self.answers = Answers([section], context, kind.checks, outer=outer, raws=raws, parent=within)
        # what stands in it before anybody writes; of a row that was given nothing is blank
        self._blank = None if raws else self.answers.raws()
        self._written = bool(raws)
        self.answers.changed.connect(self._write)
        self.remove_button = Button(self.tr("Take away"), "quiet", icon="trash", bare=True, parent=within)
        self.remove_button.clicked.connect(self.removed)
        self._drop = PlainLabel(" ", "small", parent=within)
        end = QVBoxLayout()
        end.setSpacing(4)
        end.addWidget(self._drop)
        end.addWidget(self.remove_button)
        end.addStretch(1)
        row.addWidget(self.answers, 1)
        row.addLayout(end)

    @property
    def is_blank(self) -> bool:
        return not self._counts and (not self._written or self.answers.raws() == self._blank)

    def _write(self) -> None:
        self._written = True

    def number(self, label: str, place: int, *, labels: bool) -> None:
        self.setAccessibleName(f"{label} {place + 1}")
        self.answers.setAccessibleName(f"{label} {place + 1}")
        self.answers.show_labels(labels)
        self._drop.setVisible(labels and not self._card)
        self.remove_button.setAccessibleName(i18n.filled(self.tr("Take away %1"), f"{label} {place + 1}"))
