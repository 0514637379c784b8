"""Fields as values: what a record asks for, in which order, and what makes its answers wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from techsched.desk.pen import Command
from techsched.model.row import Row
from ui.forms.context import Context
from ui.forms.wrong import Problem, Raw

Values = Mapping[str, Any]
"""What the fields of a form say, by key. Fields that are hidden or wrong are not in it."""


class Editor(QWidget):
    """One field's input. `changed` at every key and choice, `left` when the keyboard goes or a choice is made."""

    changed = Signal()
    left = Signal()
    grown = Signal()
    """Widgets came or went inside; the order of Tab has to be set anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def raw(self) -> Raw:
        raise NotImplementedError

    def set_raw(self, raw: Raw) -> None:
        """Shows it without telling that anything changed."""
        raise NotImplementedError

    def value(self) -> Any:
        """What it means. Raises Wrong."""
        raise NotImplementedError

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        """The red outline, and what is read aloud with the field."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """What Tab stops at inside, in order."""
        proxy = self.focusProxy()
        if proxy is not None:
            return [proxy]
        return [each for each in self.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def is_unfinished(self) -> bool:
        """Whether all that is wrong is that something inside is not filled in yet."""
        return False

    def name(self, label: str, hint: str) -> None:
        """What a screen reader calls it."""
        self.setAccessibleName(label)
        self.setAccessibleDescription(hint)

    def refresh(self, values: Values, context: Context) -> bool:
        """Takes in what the other fields say, and what changed in the office; whether it now says something else."""
        return False


class Kind(Protocol):
    """What sort of answer a field takes: how it is typed, and how a value becomes what is typed."""

    def editor(self, context: Context) -> Editor: ...

    def raw(self, value: Any, context: Context) -> Raw:
        """What stands in the editor for a value."""
        ...


@dataclass(frozen=True, slots=True)
class Field:
    """`label` and `hint` are marked with QT_TRANSLATE_NOOP("Field", ...); a hint may also be computed, translated.

    `wide` counts the twelfths of the form's width. `when` says whether the field is asked for, from what the others
    say. `derive` gives what stands in the field for as long as nobody wrote into it.
    """

    key: str
    label: str
    kind: Kind
    wide: int = 12
    hint: str | Callable[[Values, Context], str] = ""
    required: bool = False
    default: Any = None
    when: Callable[[Values], bool] | None = None
    derive: Callable[[Values, Context], Any] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of fields, one row a thought; `title` is marked with QT_TRANSLATE_NOOP("Field", ...)."""

    title: str
    rows: tuple[tuple[Field, ...], ...]

    def __iter__(self) -> Iterator[Field]:
        for row in self.rows:
            yield from row


Check = Callable[[Values, Context], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record's form as a value.

    read: what the fields say about a row that is in the office. command: what saving does; `row` None makes a new
    one. title: of a new one, and of one that is there, whose name stands beside it.
    """

    name: str
    table: type[Row]
    title_new: str
    title: str
    sections: tuple[Section, ...]
    read: Callable[[Any, Context], Values]
    command: Callable[[Values, Any, Context, Iterator[int]], Command]
    checks: tuple[Check, ...] = ()

    def __iter__(self) -> Iterator[Field]:
        for section in self.sections:
            yield from section
