"""A field that names another record: typed, found however it is spelt, picked from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from techsched.model.city import bare
from ui import i18n
from ui.forms.context import Context
from ui.forms.field import Editor, Values
from ui.forms.suggestions import Option, Suggestions, matching
from ui.forms.text import LineEditor
from ui.forms.wrong import Raw, Repair, Wrong


@dataclass(frozen=True, slots=True)
class Reference:
    """`options` may depend on what the other fields say, as the sites of a client do.

    A single option is taken at once with `alone`. `find` understands further spellings, and `mend` guesses what a
    word that names nothing was meant to be, for the repair under the field. Values are what options hold as data.
    """

    options: Callable[[Context, Values], Sequence[Option]]
    icon: str = ""
    alone: bool = False
    find: Callable[[str, Context], Option | None] | None = None
    mend: Callable[[str, Context], Option | None] | None = None

    def editor(self, context: Context) -> Editor:
        return _ReferenceEditor(self, context)

    def raw(self, value: Any, context: Context) -> Raw:
        return value


class _ReferenceEditor(LineEditor):
    """Raw is the data of what is picked, or {'typed': ...} for words that name nothing yet."""

    def __init__(self, kind: Reference, context: Context) -> None:
        super().__init__(self._meant, icon=kind.icon)
        self._kind = kind
        self._context = context
        self._picked: Option | None = None
        self._wanted: Any = None
        self._known: list[Option] = list(kind.options(context, {}))
        self._list = Suggestions(self.line)
        self._list.picked.connect(self._take)
        self.line.pulled.connect(self._open)
        self.line.stepped.connect(lambda by: self._open() if by < 0 else None)

    def raw(self) -> Raw:
        if self._picked is not None:
            return self._picked.data
        typed = self.line.text().strip()
        if not typed:
            return None
        found = self._named(typed)
        return found.data if found is not None else {"typed": typed}

    def set_raw(self, raw: Raw) -> None:
        self._wanted = raw
        self._picked = None
        if isinstance(raw, dict):
            self.line.setText(str(raw.get("typed", "")))
            return
        self._picked = next((option for option in self._known if option.data == raw), None) if raw is not None else None
        self._show()

    def refresh(self, values: Values, context: Context) -> bool:
        self._context = context
        before = None if self._picked is None else self._picked.data
        self._known = list(self._kind.options(context, values))
        held = self._picked.data if self._picked is not None else self._wanted
        if held is not None and not isinstance(held, dict):
            self._picked = next((option for option in self._known if option.data == held), None)
            if self._picked is None and self.line.text() and self._wanted is None:
                self.line.clear()
        if self._picked is None and not self.line.text().strip() and self._kind.alone and len(self._known) == 1:
            self._picked = self._known[0]
        if self._picked is None:
            return before is not None
        self._wanted = None
        if not self.line.hasFocus() or self.line.text() == "":
            self._show()
        return bool(before != self._picked.data)

    @property
    def options(self) -> list[Option]:
        """Everything that could be picked now."""
        return self._known

    def _show(self) -> None:
        self.line.setText("" if self._picked is None else self._picked.text)
        self.line.set_echo("" if self._picked is None else self._picked.detail)
        self.line.setCursorPosition(0)

    def _meant(self, typed: str) -> Any:
        if self._picked is not None and self.line.text().strip() == self._picked.text.strip():
            return self._picked.data
        found = self._named(typed)
        if found is not None:
            return found.data
        mended = self._kind.mend(typed, self._context) if self._kind.mend is not None else None
        if mended is None:
            near = matching(self._known, typed, 1)
            mended = near[0] if near else None
        if mended is None:
            raise Wrong(i18n.filled(self.tr("Nothing here is called “%1”. Choose from the list."), typed))
        repair = Repair(i18n.filled(self.tr("Use %1"), mended.text), (("", mended.data),))
        raise Wrong(i18n.filled(self.tr("“%1” is not in the list. Did you mean %2?"), typed, mended.text), repair)

    def _named(self, typed: str) -> Option | None:
        said = bare(typed)
        exact = [option for option in self._known if bare(option.text) == said or bare(option.also) == said]
        if exact:
            return exact[0]
        return None if self._kind.find is None else self._kind.find(typed, self._context)

    def _typed(self) -> None:
        self._picked = None
        self._wanted = None
        self.line.set_echo("")
        typed = self.line.text()
        self._list.offer(matching(self._known, typed) if typed.strip() else self._known[:60], choose_first=True)
        self.changed.emit()

    def _open(self) -> None:
        self._list.offer(self._known[:200], choose_first=False)

    def _take(self, option: Option) -> None:
        self._picked = option
        self._wanted = None
        self._show()
        if self.line.hasFocus():
            # the next letter is another choice, not one before this
            self.line.selectAll()
        self.changed.emit()
        self.left.emit()

    def _leave(self) -> None:
        # what was typed names exactly one thing: it is written in full
        if self._picked is None and self.line.text().strip():
            found = self._named(self.line.text().strip())
            near = matching(self._known, self.line.text(), 2) if found is None else []
            chosen = found or (near[0] if len(near) == 1 else None)
            if chosen is not None:
                self._picked = chosen
                self._show()
                self.changed.emit()
        super()._leave()
