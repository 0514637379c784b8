"""Everything a person can do, declared once: menus, buttons, context menus and the list of keys all read it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui import plain

MENUS = ("file", "edit", "view", "go", "help")


@dataclass(frozen=True, slots=True)
class Action:
    """`id` names it for good ('edit.undo'); `text` is what people read, translated already.

    `keys` are key sequences, the first is shown; 'G, B' is two keys one after the other. A letter alone goes to a field
    that takes text while the keyboard is in one: Qt asks the field first. `menu` is one of `MENUS`, with a separator
    between two `group`s; an action without is found in context menus, buttons and the list of keys only. `checked`
    makes it one that is on or off; of all with one `choice` a single one is on. `submenu` is a title within the menu.
    """

    id: str
    text: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    menu: str = ""
    group: int = 0
    icon: str = ""
    checked: bool | None = None
    choice: str = ""
    submenu: str = ""


class Actions(QObject):
    """The actions of a window. Keys work while the keyboard is in the widget they were added for."""

    grown = Signal()

    def __init__(self, scope: QWidget) -> None:
        super().__init__(scope)
        self._scope = scope
        self._declared: dict[str, Action] = {}
        self._made: dict[str, QAction] = {}
        self._taken: dict[str, list[tuple[QWidget, str]]] = {}
        self._choices: dict[str, QActionGroup] = {}

    def add(self, *actions: Action, scope: QWidget | None = None) -> None:
        """`scope` None is the whole window under the veil. Raises ValueError for an id or a key given twice."""
        for action in actions:
            if action.id in self._made:
                raise ValueError(f"two actions are called {action.id}")
            self._refuse_taken(action, scope or self._scope)
            made = QAction(plain.caption(action.text), self)
            made.setObjectName(action.id)
            made.setShortcuts([QKeySequence(keys) for keys in action.keys])
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.setShortcutVisibleInContextMenu(True)
            made.setMenuRole(QAction.MenuRole.NoRole)
            if action.checked is not None:
                made.setCheckable(True)
                made.setChecked(action.checked)
            if action.choice:
                if action.choice not in self._choices:
                    self._choices[action.choice] = QActionGroup(self)
                self._choices[action.choice].addAction(made)
            made.triggered.connect(lambda *_, run=action.run: run())
            (scope or self._scope).addAction(made)
            self._declared[action.id] = action
            self._made[action.id] = made
        self.grown.emit()

    def remove(self, *ids: str) -> None:
        """Takes back actions of a page that is gone."""
        for id in ids:
            for keys in self._declared.pop(id).keys:
                self._taken[keys] = [each for each in self._taken[keys] if each[1] != id]
            self._made.pop(id).deleteLater()
        self.grown.emit()

    def __getitem__(self, id: str) -> QAction:
        """Raises KeyError for no such action."""
        return self._made[id]

    def __contains__(self, id: str) -> bool:
        return id in self._made

    def __iter__(self) -> Iterator[Action]:
        return iter(self._declared.values())

    def rename(self, id: str, text: str) -> None:
        """Also in every menu and button that shows it: 'Undo Move Nuria, Fri 27'."""
        self._made[id].setText(plain.caption(text))

    def menu(self, title: str, ids: Iterable[str | None], parent: QWidget | None = None) -> QMenu:
        """A context menu, or one under a button; None stands for a separator."""
        made = QMenu(plain.caption(title), parent)
        for id in ids:
            if id is None:
                made.addSeparator()
            else:
                made.addAction(self._made[id])
        return made

    def fill(self, menu: QMenu, name: str) -> None:
        """Puts all actions of one of `MENUS` into `menu`, newly each time."""
        menu.clear()
        found = sorted((each for each in self if each.menu == name), key=lambda each: each.group)
        group = found[0].group if found else 0
        below: dict[str, QMenu] = {}
        for action in found:
            if action.group != group:
                menu.addSeparator()
                group = action.group
            if not action.submenu:
                menu.addAction(self._made[action.id])
                continue
            if action.submenu not in below:
                below[action.submenu] = menu.addMenu(plain.caption(action.submenu))
            below[action.submenu].addAction(self._made[action.id])

    def _refuse_taken(self, action: Action, scope: QWidget) -> None:
        for keys in action.keys:
            for other, id in self._taken.get(keys, ()):
                if other is scope or other.isAncestorOf(scope) or scope.isAncestorOf(other):
                    raise ValueError(f"{keys} is taken by {id} and asked for by {action.id}")
        for keys in action.keys:
            self._taken.setdefault(keys, []).append((scope, action.id))
