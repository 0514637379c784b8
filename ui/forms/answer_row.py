"""One field on the screen with its label, and a row of them with what is wrong under it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import i18n
from ui.forms.context import Context
from ui.forms.field import Field, Values
from ui.forms.problem_line import ProblemLine
from ui.forms.wrong import Problem
from ui.parts.plain_label import PlainLabel


class Answer(QWidget):
    """Label and hint over the editor."""

    def __init__(self, field: Field, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.label = i18n.told("Field", field.label)
        self.editor = field.kind.editor(context)
        self._head = QWidget(self)
        self._label = PlainLabel(self.label, "small", 500, elide=False, parent=self._head)
        self._hint = PlainLabel("", "small", 400, "ink3", elide=True, parent=self._head)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editor.name(self.label, "")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._label)
        head.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self.editor)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_labels(self, shown: bool) -> None:
        self._head.setVisible(shown)

    def show_hint(self, values: Values, context: Context) -> None:
        hint = self.field.hint
        told = hint(values, context) if callable(hint) else i18n.told("Field", hint) if hint else ""
        if told != self._hint.text():
            self._hint.setText(told)
            self.editor.name(self.label, told)


class AnswerRow(QWidget):
    """Fields side by side, as wide as they wish among twelve parts, and what is wrong under them."""

    repaired = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells: list[Answer] = []
        self._side = QHBoxLayout()
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(12)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(4)
        self._lines: list[ProblemLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._side)
        column.addLayout(self._below)

    def put(self, cells: list[Answer]) -> None:
        """The fields, made as children of this row."""
        self.cells = cells
        for cell in cells:
            self._side.addWidget(cell, cell.field.wide)
        self._side.addStretch(0)
        self.show_labels(True)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.cells)

    def holds(self, key: str) -> bool:
        return any(cell.field.key == key for cell in self.cells)

    def show_labels(self, shown: bool) -> None:
        any_label = any(cell.label for cell in self.cells)
        for cell in self.cells:
            cell.show_labels(shown and any_label)

    def fit(self) -> None:
        """Fields keep their width when one beside them is not asked for."""
        free = 12 - sum(cell.field.wide for cell in self.cells if not cell.isHidden())
        self._side.setStretch(len(self.cells), max(free, 0))

    def show_problems(self, found: list[Problem]) -> None:
        if [line.problem for line in self._lines] == found:
            return
        for line in self._lines:
            self._below.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for problem in found:
            line = ProblemLine(problem)
            line.repaired.connect(self.repaired)
            self._below.addWidget(line)
            line.setVisible(True)
            self._lines.append(line)
