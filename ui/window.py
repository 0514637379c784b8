"""The main window: rail, top bar, notices, one page at a time, and the commands that every page shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui import fonts, i18n, plain, theme
from ui.actions import MENUS, Action, Actions
from ui.notices import Notices
from ui.parts.logo import window_icon
from ui.parts.toast import Toast
from ui.parts.veil import Veil, keyboard_order
from ui.rail import Rail
from ui.settings import Settings
from ui.theme import Appearance
from ui.top_bar import TopBar

if TYPE_CHECKING:
    from ui.parts.dialog import Dialog


@runtime_checkable
class Paned(Protocol):
    """A page of several panes, such as board, inspector and tray; F6 goes from one to the next."""

    def panes(self) -> list[QWidget]: ...


@dataclass(slots=True)
class _Page:
    text: str
    factory: Callable[[], QWidget]
    widget: QWidget | None = None
    title: str = ""
    detail: str = ""
    zooms: tuple[tuple[str, str], ...] = ()
    zoom: str = ""


class MainWindow(QMainWindow):
    """Knows no office: pages, badges, notices and further actions are given to it.

    `undo_asked`, `redo_asked`, `stepped(-1 | 1)`, `today_asked`, `zoom_chosen(key)` and `page_changed(key)` tell what
    a person wants. A page may be `Paned`.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    stepped = Signal(int)
    today_asked = Signal()
    zoom_chosen = Signal(str)
    page_changed = Signal(str)
    closing = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._pages: dict[str, _Page] = {}
        self._shown = ""
        self.frame = QWidget()
        self.commands = Actions(self.frame)
        self.commands.add(*self._shared())

        self.rail = Rail()
        self.top_bar = TopBar(self.commands["edit.undo"], self.commands["edit.redo"])
        self.progress = self.top_bar.progress
        self.notices = Notices()
        self.stack = QStackedWidget()
        self.stack.setAutoFillBackground(True)
        self.stack.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top_bar, self.notices):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(self.frame)
        self.toasts = Toast(self.frame)

        self.rail.chosen.connect(self.show_page)
        self.top_bar.stepped.connect(self.stepped)
        self.top_bar.today_asked.connect(self.today_asked)
        self.top_bar.zoom_chosen.connect(self._zoomed)
        theme.choice.changed.connect(self._rethemed)
        self._stray = QTimer(self, singleShot=True, interval=0)
        self._stray.timeout.connect(self._catch_keyboard)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keyboard_moved)
        self._build_menus()
        self.set_history("", "")
        self.set_office("")
        self._rethemed()

    # pages

    def add_page(self, key: str, text: str, icon: str, factory: Callable[[], QWidget], keys: str = "") -> None:
        """An item on the rail and in Go; `factory` runs when the page is first shown. `keys` such as 'G, B'."""
        self._pages[key] = _Page(text, factory, title=text)
        self.rail.add(key, text, icon)
        go = Action(f"go.{key}", text, lambda: self.show_page(key), (keys,) if keys else (), "go")
        self.commands.add(go)

    def remove_page(self, key: str) -> None:
        """Takes a page back that is not needed any more; nothing happens where there is none of that key."""
        page = self._pages.pop(key, None)
        if page is None:
            return
        self.rail.remove(key)
        self.commands.remove(f"go.{key}")
        if page.widget is not None:
            self.stack.removeWidget(page.widget)
            page.widget.deleteLater()
        if self._shown == key:
            self._shown = ""

    def show_page(self, key: str) -> None:
        """Builds it if need be, and gives it the keyboard. Raises KeyError for no such page."""
        page = self._pages[key]
        if page.widget is None:
            page.widget = page.factory()
            self.stack.addWidget(page.widget)
        self._shown = key
        self.stack.setCurrentWidget(page.widget)
        self.rail.show_chosen(key)
        self._show_heading()
        self._focus(page.widget)
        self.page_changed.emit(key)

    @property
    def page(self) -> str:
        """Key of the page on the screen, empty before the first."""
        return self._shown

    def page_widget(self, key: str) -> QWidget | None:
        """None while it has not been shown yet."""
        return self._pages[key].widget

    # what stands around the page

    def set_heading(self, key: str, title: str, detail: str = "") -> None:
        """Title and range of a page: 'Week 48', '23–29 November 2026'."""
        page = self._pages[key]
        page.title, page.detail = title, detail
        if key == self._shown:
            self.top_bar.set_heading(title, detail)

    def set_zooms(self, key: str, zooms: Sequence[tuple[str, str]], chosen: str) -> None:
        """(key, text) of the zooms of a page; a page without has no period to move either."""
        page = self._pages[key]
        page.zooms, page.zoom = tuple(zooms), chosen
        if key == self._shown:
            self._show_heading()

    def set_history(self, undo: str, redo: str) -> None:
        """Names of what would be undone and redone next; empty where there is nothing."""
        for id, name, bare, named in (
            ("edit.undo", undo, self.tr("Undo"), self.tr("Undo: %1")),
            ("edit.redo", redo, self.tr("Redo"), self.tr("Redo: %1")),
        ):
            self.commands.rename(id, i18n.filled(named, name) if name else bare)
            self.commands[id].setEnabled(bool(name))

    def set_new(self, ids: Sequence[str | None]) -> None:
        """Ids of the actions that New offers, None for a separator."""
        menu = self.commands.menu(self.tr("New"), ids, self)
        self.top_bar.set_new(menu)
        if "file.new" not in self.commands:
            new = Action("file.new", self.tr("New…"), self.top_bar.new.click, ("Ctrl+N",), "file", 0)
            self.commands.add(new)

    def set_office(self, name: str) -> None:
        """The office's name in the title of the window."""
        self.setWindowTitle(f"{name} – techsched" if name else "techsched")

    def toast(self, message: str, undo: Callable[[], object] | None = None) -> None:
        """What was just done; with `undo` a button beside it, for some seconds."""
        self.toasts.tell(message, self.tr("Undo"), undo)

    def open_dialog(self, dialog: Dialog) -> None:
        """Over the veil; rail, bars, page and their keys wait until it is closed."""
        dialog.open(self)

    # commands

    def _shared(self) -> list[Action]:
        look = (
            (Appearance.SYSTEM, self.tr("Like the system")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
            (Appearance.CONTRAST, self.tr("High contrast")),
        )
        found = [
            Action("file.close", self.tr("Close"), self.close, ("Ctrl+Q",), "file", 9),
            Action("edit.undo", self.tr("Undo"), self.undo_asked.emit, ("Ctrl+Z",), "edit", 0),
            Action("edit.redo", self.tr("Redo"), self.redo_asked.emit, ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", 0),
            Action("view.today", self.tr("Today"), self.today_asked.emit, ("T",), "view", 1),
            Action("view.earlier", self.tr("Earlier"), lambda: self.stepped.emit(-1), ("Ctrl+Left",), "view", 1),
            Action("view.later", self.tr("Later"), lambda: self.stepped.emit(1), ("Ctrl+Right",), "view", 1),
            Action("view.pane", self.tr("Next pane"), self.next_pane, ("F6",), "view", 2),
            Action("view.theme", self.tr("Next theme"), self._next_theme, ("Ctrl+Shift+T",), "view", 3),
            Action("view.menu", self.tr("Open the menu"), self._open_menu, ("F10",), "view", 4),
            Action(
                "view.menu_bar",
                self.tr("Menu bar"),
                self._turn_menu_bar,
                menu="view",
                group=4,
                checked=self.settings.menu_bar,
            ),
            Action("help.keys", self.tr("All shortcuts"), self._show_keys, ("?", "F1"), "help"),
        ]
        for number, zoom in enumerate(("day", "week"), 1):
            text = {"day": self.tr("Day"), "week": self.tr("Week")}[zoom]
            found.append(Action(f"view.{zoom}", text, partial(self._zoom_by_key, zoom), (str(number),), "view", 0))
        for appearance, text in look:
            found.append(
                Action(
                    f"theme.{appearance.value}",
                    text,
                    partial(self.choose_appearance, appearance),
                    menu="view",
                    group=3,
                    checked=theme.choice.appearance is appearance,
                    choice="theme",
                    submenu=self.tr("Theme"),
                )
            )
        for percent in fonts.PERCENTS:
            found.append(
                Action(
                    f"text.{percent}",
                    f"{percent} %",
                    partial(self.choose_text_size, percent),
                    menu="view",
                    group=3,
                    checked=fonts.text_size.percent == percent,
                    choice="text",
                    submenu=self.tr("Text size"),
                )
            )
        return found

    def choose_appearance(self, appearance: Appearance) -> None:
        """Now and at the next start."""
        theme.choice.choose(appearance)
        self.settings.appearance = appearance
        self.commands[f"theme.{appearance.value}"].setChecked(True)

    def choose_text_size(self, percent: int) -> None:
        """Now and at the next start. Raises ValueError outside `fonts.PERCENTS`."""
        fonts.text_size.choose(percent)
        self.settings.text_size = percent
        self.commands[f"text.{percent}"].setChecked(True)

    def next_pane(self) -> None:
        """Moves the keyboard to the next of rail, top bar and the panes of the page."""
        widget = self._pages[self._shown].widget if self._shown else None
        inside = widget.panes() if isinstance(widget, Paned) else [widget] if widget is not None else []
        panes = [pane for pane in (self.rail, self.top_bar, *inside) if pane.isVisible()]
        here = QApplication.focusWidget()
        at = next((place for place, pane in enumerate(panes) if here and _holds(pane, here)), -1)
        for step in range(1, len(panes) + 1):
            if self._focus(panes[(at + step) % len(panes)]):
                return

    def _focus(self, pane: QWidget) -> bool:
        """Gives the keyboard to a pane, or to the first thing in it that takes it."""
        if pane.focusPolicy() != Qt.FocusPolicy.NoFocus or pane.focusProxy() is not None:
            pane.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        stops = keyboard_order(pane)
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            # somewhere under the frame it must be, or no key would work
            self.frame.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(stops)

    def _keyboard_moved(self) -> None:
        # without from and to: what loses it may be half gone
        if QApplication.focusWidget() in (None, self):
            self._stray.start()

    def _catch_keyboard(self) -> None:
        """What had the keyboard is gone, so that no key would work: the open dialog gets it, else the page."""
        if QApplication.focusWidget() not in (None, self) or QApplication.activeWindow() is not self:
            return
        veils = [veil for veil in self.findChildren(Veil) if veil.isVisible()]
        widget = self._pages[self._shown].widget if self._shown else None
        if veils:
            veils[-1].panel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif widget is not None:
            self._focus(widget)

    def _show_heading(self) -> None:
        page = self._pages[self._shown]
        self.top_bar.set_heading(page.title, page.detail)
        self.top_bar.set_zooms(page.zooms, page.zoom)
        for id in ("view.today", "view.earlier", "view.later"):
            self.commands[id].setEnabled(bool(page.zooms))
        offered = {key for key, _ in page.zooms}
        for zoom in ("day", "week"):
            self.commands[f"view.{zoom}"].setEnabled(zoom in offered)

    def _zoomed(self, zoom: str) -> None:
        self._pages[self._shown].zoom = zoom
        self.zoom_chosen.emit(zoom)

    def _zoom_by_key(self, zoom: str) -> None:
        self.top_bar.show_zoom(zoom)
        self._zoomed(zoom)

    def _next_theme(self) -> None:
        order = (Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST)
        names = [each.value for each in order]
        self.choose_appearance(order[(names.index(theme.current().name) + 1) % len(order)])

    def _build_menus(self) -> None:
        titles = {
            "file": self.tr("File"),
            "edit": self.tr("Edit"),
            "view": self.tr("View"),
            "go": self.tr("Go"),
            "help": self.tr("Help"),
        }
        for name in MENUS:
            menu = QMenu(plain.caption(titles[name]), self)
            menu.aboutToShow.connect(partial(self.commands.fill, menu, name))
            # filled once now: a menu bar hides menus that hold nothing
            self.commands.fill(menu, name)
            self.menuBar().addMenu(menu)
            self.rail.mark.menu.addMenu(menu)
        native = self.menuBar().isNativeMenuBar()
        self.menuBar().setVisible(native or self.settings.menu_bar)
        self.commands["view.menu_bar"].setVisible(not native)

    def _open_menu(self) -> None:
        bar = self.menuBar()
        if bar.isVisible() and not bar.isNativeMenuBar():
            bar.setActiveAction(bar.actions()[0])
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        else:
            self.rail.mark.open()

    def _turn_menu_bar(self) -> None:
        shown = self.commands["view.menu_bar"].isChecked()
        self.settings.menu_bar = shown
        self.menuBar().setVisible(shown)

    def _show_keys(self) -> None:
        # not needed before the window is on the screen, as all dialogs
        from ui.shortcuts import Shortcuts

        self.open_dialog(Shortcuts(self.commands))

    def _rethemed(self) -> None:
        self.setWindowIcon(window_icon())
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_window(self)
        self.closing.emit()
        super().closeEvent(event)


def _holds(pane: QWidget, here: QWidget) -> bool:
    return pane is here or pane.isAncestorOf(here)
