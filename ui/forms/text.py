"""Fields of text: a line that is read into a value, and a text of many lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from ui import fonts
from ui.forms.context import Context
from ui.forms.field import Editor, Values
from ui.forms.line import Line, mark
from ui.forms.suggestions import Option, Suggestions, matching
from ui.forms.wrong import Raw, Wrong

LONGEST = 200
"""Characters of a line; a cell of a megabyte pasted by mistake is cut there."""

LONGEST_TEXT = 20_000
TYPED = "typed"


class LineEditor(Editor):
    """One line. `read` makes the value of what is typed, and raises Wrong; nothing typed is `empty`.

    `echo` says back what a value means, longest first where it may be shortened; `settled` writes a value in full,
    as a draft keeps it.
    """

    def __init__(
        self,
        read: Callable[[str], Any],
        *,
        icon: str = "",
        empty: Any = None,
        echo: Callable[[Any], str | tuple[str, ...]] | None = None,
        settled: Callable[[Any], str] | None = None,
        step: Callable[[Any, int], str] | None = None,
        longest: int = LONGEST,
    ) -> None:
        super().__init__()
        self._read = read
        self._empty = empty
        self._echo = echo
        self._settled = settled
        self._step = step
        self.line = Line(icon)
        self.line.setMaxLength(longest)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)
        self.line.stepped.connect(self._stepped)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)

    def raw(self) -> Raw:
        if self._settled is not None:
            try:
                found = self.value()
            except Wrong:
                return self.line.text()
            return "" if found == self._empty else self._settled(found)
        return self.line.text()

    def set_raw(self, raw: Raw) -> None:
        self.line.setText("" if raw is None else str(raw))
        self.line.setCursorPosition(0)
        self.tell()

    def value(self) -> Any:
        typed = self.line.text().strip()
        return self._read(typed) if typed else self._empty

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        self.line.set_bad(bad)
        if bad:
            self.line.setAccessibleDescription(sentence)
        else:
            self.line.setAccessibleDescription(self.accessibleDescription())

    def name(self, label: str, hint: str) -> None:
        super().name(label, hint)
        self.line.setAccessibleName(label)
        self.line.setAccessibleDescription(hint)

    def tell(self) -> None:
        """Says back what the text means now."""
        if self._echo is None:
            return
        try:
            found = self.value()
        except Wrong:
            found = self._empty
        told = "" if found == self._empty else self._echo(found)
        self.line.set_echo(*((told,) if isinstance(told, str) else told))

    def _typed(self) -> None:
        self.tell()
        self.changed.emit()

    def _leave(self) -> None:
        self.left.emit()

    def _stepped(self, by: int) -> None:
        if self._step is None:
            return
        try:
            text = self._step(self.value(), by)
        except Wrong:
            return
        self.line.setText(text)
        self._typed()


@dataclass(frozen=True, slots=True)
class Text:
    """A line; blanks around it do not count. `suggest` offers what others wrote, anything else may be typed; it
    finds what is typed so far under TYPED.

    `read` may refuse it, or make something else of it.
    """

    icon: str = ""
    suggest: Callable[[Context, Values], Sequence[str]] | None = None
    read: Callable[[str, Context], Any] | None = None
    longest: int = LONGEST

    def editor(self, context: Context) -> Editor:
        return _TextEditor(self, context)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else str(value)


class _TextEditor(LineEditor):
    def __init__(self, kind: Text, context: Context) -> None:
        read = kind.read
        self._context = context
        super().__init__(
            (lambda typed: typed) if read is None else (lambda typed: read(typed, self._context)),
            icon=kind.icon,
            empty="",
            longest=kind.longest,
        )
        self._kind = kind
        self._values: Values = {}
        self._list: Suggestions | None = None
        if kind.suggest is not None:
            self._list = Suggestions(self.line)
            self._list.picked.connect(self._take)
            self.line.pulled.connect(lambda: self._offer(""))

    def refresh(self, values: Values, context: Context) -> bool:
        self._values = values
        self._context = context
        return False

    def _typed(self) -> None:
        super()._typed()
        self._offer(self.line.text())

    def _offer(self, typed: str) -> None:
        if self._list is not None and self._kind.suggest is not None:
            values = {**self._values, TYPED: typed}
            known = [Option(text, text) for text in self._kind.suggest(self._context, values)]
            found = matching(known, typed)
            exact = len(found) == 1 and found[0].text == typed
            self._list.offer([] if exact else found, choose_first=False)

    def _take(self, option: Option) -> None:
        self.line.setText(option.text)
        super()._typed()
        self.left.emit()


@dataclass(frozen=True, slots=True)
class LongText:
    """Several lines; Tab goes on, Enter starts a line."""

    lines: int = 3

    def editor(self, context: Context) -> Editor:
        return _LongEditor(self.lines)

    def raw(self, value: Any, context: Context) -> Raw:
        return "" if value is None else str(value)


class _LongEditor(Editor):
    def __init__(self, lines: int) -> None:
        super().__init__()
        self._box = _Box(lines)
        self._box.setTabChangesFocus(True)
        self._box.textChanged.connect(self._typed)
        self._box.left = self.left.emit
        self._quiet = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        self.setFocusProxy(self._box)

    def raw(self) -> Raw:
        return self._box.toPlainText()

    def set_raw(self, raw: Raw) -> None:
        self._quiet = True
        self._box.setPlainText("" if raw is None else str(raw))
        self._quiet = False

    def value(self) -> str:
        text = self._box.toPlainText().strip()
        if len(text) > LONGEST_TEXT:
            raise Wrong(self.tr("This text is too long. Keep it under 20,000 characters."))
        return text

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        mark(self._box, bad)
        self._box.setAccessibleDescription(sentence if bad else self.accessibleDescription())

    def name(self, label: str, hint: str) -> None:
        super().name(label, hint)
        self._box.setAccessibleName(label)
        self._box.setAccessibleDescription(hint)

    def _typed(self) -> None:
        if not self._quiet:
            self.changed.emit()


class _Box(QPlainTextEdit):
    left: Callable[[], object]

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        fonts.dress(self, "body")
        self._size()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size()

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(120), self.height())

    def _size(self) -> None:
        self.setFixedHeight(self._lines * fonts.line("body") + fonts.scaled(14))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
