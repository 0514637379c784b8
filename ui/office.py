"""An open office in the window: its pages, its commands, undo by name, and what is told about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from techsched.desk.desk import Desk, Done
from techsched.errors import UserError
from techsched.model.office import Office
from techsched.model.sentence import Sentence
from techsched.model.wall import clock_text, day_of, minute_of
from techsched.words import say, weekday
from ui import i18n
from ui.actions import Action
from ui.board.page import BoardPage
from ui.bridge import Bridge
from ui.jobs import Jobs
from ui.parts.dialog import Dialog
from ui.window import MainWindow


class OfficeDesk(QObject):
    """Wires a bridge to a window; the window keeps it alive. `relaunch` makes the window anew, in another language."""

    def __init__(self, window: MainWindow, bridge: Bridge, relaunch: Callable[[], object] = lambda: None) -> None:
        super().__init__(window)
        self.window = window
        self.bridge = bridge
        self._relaunch = relaunch
        self.board: BoardPage | None = None
        window.add_page("board", self.tr("Board"), "rows", self._build_board, "G, B")
        self._add_pages()
        window.commands.add(*self._actions())
        window.set_new(["file.new_visit", "file.new_absence", None, *NEW_RECORDS])
        window.undo_asked.connect(self.undo)
        window.redo_asked.connect(self.redo)
        window.stepped.connect(lambda by: self._period(lambda page: page.step(by)))
        window.today_asked.connect(lambda: self._period(lambda page: page.today()))
        window.zoom_chosen.connect(self._zoom)
        window.closing.connect(bridge.close)
        bridge.changed.connect(lambda change: self._after_change())
        bridge.done.connect(self._tell_done)
        bridge.refused.connect(window.toast)
        bridge.needs_reason.connect(self._ask_reason)
        self._jobs = Jobs(self)
        self._banner()
        self._after_change()
        window.show_page("board")
        QTimer.singleShot(CARE_AFTER, self, self._look_after)

    # pages

    def _build_board(self) -> QWidget:
        page = BoardPage(self.bridge, self._open)
        self.board = page
        page.heading.connect(lambda title, detail: self.window.set_heading("board", title, detail))
        page.looked.connect(self._zooms)
        page.told.connect(self.window.toast)
        page.asked.connect(self.asked)
        page.show_all()
        return page

    def _zooms(self, level: str) -> None:
        self.window.set_zooms("board", [("day", self.tr("Day")), ("week", self.tr("Week"))], level)

    def _add_pages(self) -> None:
        from ui.clients.page import ClientsPage
        from ui.engagements.page import EngagementsPage
        from ui.people.page import PeoplePage

        pages: tuple[tuple[str, str, str, Callable[[], QWidget], str], ...] = (
            ("roster", self.tr("Roster"), "printer", self._build_roster, "G, R"),
            ("people", self.tr("People"), "users-three", lambda: PeoplePage(self.bridge, self._open), "G, P"),
            ("clients", self.tr("Clients"), "buildings", lambda: ClientsPage(self.bridge, self._open), "G, L"),
            (
                "engagements",
                self.tr("Engagements"),
                "briefcase",
                lambda: EngagementsPage(self.bridge, self._open),
                "G, E",
            ),
        )
        for key, text, icon, factory, keys in pages:
            self.window.add_page(key, text, icon, factory, keys)

    def _build_roster(self) -> QWidget:
        from ui.roster.page import RosterPage

        return RosterPage(self.bridge)

    def _open(self, dialog: QWidget) -> None:
        assert isinstance(dialog, Dialog)
        self.window.open_dialog(dialog)

    # commands

    def _actions(self) -> list[Action]:
        board = self._on_board
        return [
            Action("file.new_visit", self.tr("New visit"), lambda: self.form("visit"), ("V",), "file", 1),
            Action("file.new_absence", self.tr("New absence"), lambda: self.form("absence"), ("A",), "file", 1),
            Action("file.new_technician", self.tr("New technician"), lambda: self.form("technician"), (), "file", 1),
            Action("file.new_client", self.tr("New client"), lambda: self.form("client"), (), "file", 1),
            Action("file.new_site", self.tr("New site"), lambda: self.form("site"), (), "file", 1),
            Action("file.new_engagement", self.tr("New engagement"), lambda: self.form("engagement"), (), "file", 1),
            Action("file.open", self.tr("Open an office…"), self._open_office, ("Ctrl+O",), "file", 2),
            Action("file.import", self.tr("Import…"), self._import, ("Ctrl+I",), "file", 2),
            Action("file.backup", self.tr("Save a copy…"), self._save_copy, (), "file", 3),
            Action("file.restore", self.tr("Restore a copy…"), self._restore, (), "file", 3),
            Action("edit.place", self.tr("Place"), board(lambda b: b.place_selected()), ("P",), "edit", 1),
            Action("edit.edit", self.tr("Edit"), board(lambda b: b.act("edit")), ("E",), "edit", 1),
            Action("edit.reassign", self.tr("Reassign"), board(lambda b: b.act("reassign")), ("R",), "edit", 1),
            Action(
                "edit.firmness",
                self.tr("Confirm or make tentative"),
                board(lambda b: b.act("firmness")),
                ("C",),
                "edit",
                1,
            ),
            Action("edit.mode", self.tr("On site or remote"), board(lambda b: b.act("mode")), ("M",), "edit", 1),
            Action("edit.cancel", self.tr("Take away"), board(lambda b: b.act("cancel")), ("Del",), "edit", 1),
            Action("edit.sick", self.tr("Off sick today…"), self._sick_selected, ("O",), "edit", 2),
            Action("view.tray", self.tr("Tray"), board(lambda b: b.toggle_tray()), ("U",), "view", 2),
            Action("view.inspector", self.tr("Inspector"), board(lambda b: b.toggle_side()), ("I",), "view", 2),
            Action(
                "go.next_conflict",
                self.tr("Next conflict"),
                board(lambda b: b.next_conflict(1)),
                ("F8",),
                "go",
                2,
            ),
            Action(
                "go.earlier_conflict",
                self.tr("Previous conflict"),
                board(lambda b: b.next_conflict(-1)),
                ("Shift+F8",),
                "go",
                2,
            ),
            *(
                Action(
                    f"language.{code}",
                    name,
                    partial(self.set_language, code),
                    menu="view",
                    group=5,
                    checked=self.bridge.language == code,
                    choice="language",
                    submenu=self.tr("Language"),
                )
                for code, name in (("en", "English"), ("es", "Español"))
            ),
        ]

    def _on_board(self, run: Callable[[BoardPage], object]) -> Callable[[], None]:
        def act() -> None:
            self.window.show_page("board")
            if self.board is not None:
                run(self.board)

        return act

    def _period(self, run: Callable[[BoardPage], object]) -> None:
        page = self.window.page_widget(self.window.page)
        if isinstance(page, BoardPage):
            run(page)
        elif page is not None and hasattr(page, "step") and hasattr(page, "today"):
            run(page)  # type: ignore[arg-type]

    def _zoom(self, key: str) -> None:
        if self.board is not None and self.window.page == "board":
            self.board.look_at(key, self.board.day)

    def set_language(self, code: str) -> None:
        """Now and at the next start: every word of the window is said anew."""
        if code == self.bridge.language:
            return
        self.window.settings.language = code
        i18n.choose(code)
        self._relaunch()

    # forms and dialogs

    def form(self, kind: str, row: object = None, preset: Mapping[str, object] | None = None) -> None:
        """Opens the form of a record; None is a new one, which begins with the values of `preset`."""
        from ui.forms.opened import form_for

        self._open(form_for(self.bridge, kind, row, self._open, preset))

    def _visit_at(self, technician_id: int, start: int | None, end: int | None) -> None:
        """A new visit for somebody, at a moment where one was pointed at, as long as was drawn."""
        from ui.forms.visit_form import VisitForm

        form = VisitForm(self.bridge, None, {} if start is None or end is None else {"minutes": (end - start) // 60})
        form.wish_for(technician_id, start)
        self._open(form)

    def asked(self, name: str, about: object) -> None:
        """What the board wants of the window."""
        from techsched.model.absence import Absence
        from techsched.model.assignment import Assignment
        from techsched.model.engagement import Engagement
        from techsched.model.technician import Technician
        from techsched.model.visit import Visit
        from techsched.model.work import work_of

        schedule = self.bridge.schedule
        if name == "edit" and isinstance(about, tuple) and about:
            row = schedule.get(Assignment, about[0])
            if row is None:
                return
            work = work_of(schedule, row)
            if work.visit is not None:
                self.form("visit", work.visit)
            elif work.engagement is not None:
                self.form("engagement", schedule.get(Engagement, work.engagement.id))
        elif name == "edit visit" and isinstance(about, int):
            self.form("visit", schedule.get(Visit, about))
        elif name == "absence" and isinstance(about, int):
            self.form("absence", schedule.get(Absence, about))
        elif name == "profile" and isinstance(about, int):
            self.form("technician", schedule.get(Technician, about))
        elif name == "sick" and isinstance(about, int):
            self.off_sick(about)
        elif name == "new visit" and isinstance(about, tuple):
            self._visit_at(*about)
        elif name == "new absence" and isinstance(about, int):
            self.form("absence", preset={"technician": about})
        elif name == "cover":
            from techsched.plan.waiting import UncoveredRun
            from ui.cover.fill import FillDialog

            if isinstance(about, UncoveredRun):
                self._open(FillDialog(self.bridge, about))

    def off_sick(self, technician_id: int) -> None:
        """Records it at once, then offers what to do with the day."""
        from ui.cover.off_sick import OffSickDialog

        self._open(OffSickDialog(self.bridge, technician_id))

    def _sick_selected(self) -> None:
        from techsched.model.assignment import Assignment

        if self.board is None:
            return
        row_id = self.board.view.looks.selected_row
        if row_id is None and self.board.selected:
            row = self.bridge.schedule.get(Assignment, self.board.selected[0])
            row_id = row.technician_id if row is not None else None
        if row_id is None:
            self.window.toast(self.tr("Choose a person first: click a name or a booking."))
            return
        self.off_sick(row_id)

    def _ask_reason(self, preview: object, take: Callable[..., object]) -> None:
        """The board asks itself while it is on the screen; other pages ask here."""
        if self.window.page == "board":
            return
        from techsched.desk.desk import Preview
        from ui.board.reason import ReasonDialog

        assert isinstance(preview, Preview)
        self._open(ReasonDialog(preview, take, self.bridge.language))

    def _open_office(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open an office"), "", self._files())
        if name:
            self._switch(lambda: Desk.open(name, who=self.bridge.desk.who))

    def _files(self) -> str:
        return self.tr("Offices (%1)").replace("%1", "*.techsched *.db")

    def _restore(self) -> None:
        """The replaced file is kept and named, so that this too can be taken back."""
        name, _ = QFileDialog.getOpenFileName(self.window, self.tr("Restore a copy"), "", self._files())
        if not name:
            return
        path, who = self.bridge.desk.path, self.bridge.desk.who
        kept = ""

        def put_back() -> Desk:
            nonlocal kept
            kept = Desk.restore(path, name)
            return Desk.open(path, who=who)

        if self._switch(put_back):
            self.window.toast(self.tr("Restored. The file as it was is kept as %1").replace("%1", kept))

    def _switch(self, opened: Callable[[], Desk]) -> bool:
        try:
            self.bridge.take(opened)
        except UserError as trouble:
            self.window.toast(self.bridge.say(trouble.sentence))
            return False
        self.window.settings.office = self.bridge.desk.path
        if self.board is not None:
            self.board.today()
        self._banner()
        self._look_after()
        return True

    def _import(self) -> None:
        from ui.importing import ImportDialog

        self._open(ImportDialog(self.bridge))

    def _look_after(self) -> None:
        """Some seconds after the start, off this thread: is the file sound, and is there a fresh backup?"""
        care = self.bridge.desk.caretaker()
        self._jobs.run(lambda pulse: care(), self._tell_damage, self._tell_trouble)

    def _tell_damage(self, found: list[Sentence]) -> None:
        self.window.notices.drop("damage")
        if found:
            self.window.notices.tell(
                "damage", self.bridge.say(found[0]), "bad", self.tr("Restore a copy…"), self._restore
            )

    def _tell_trouble(self, trouble: UserError) -> None:
        self.window.notices.tell("backup", self.bridge.say(trouble.sentence), "warn")

    def _save_copy(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self.window, self.tr("Save a copy"), "", "*.db")
        if not name:
            return
        try:
            saved = self.bridge.desk.backup(name)
        except UserError as trouble:
            self.window.toast(self.bridge.say(trouble.sentence))
            return
        self.window.toast(self.tr("Copy saved: %1").replace("%1", saved))

    # history

    def undo(self) -> None:
        done = self.bridge.undo()
        if done is not None:
            told = self.tr("Undone: %1").replace("%1", self.bridge.say(done.change.label))
            self.window.toast(told)

    def redo(self) -> None:
        done = self.bridge.redo()
        if done is not None:
            self.window.toast(self.bridge.say(done.change.label))

    def _tell_done(self, done: Done) -> None:
        self.window.toast(self.bridge.say(done.change.label), self.undo)

    def _after_change(self) -> None:
        desk, language = self.bridge.desk, self.bridge.language
        undo, redo = desk.next_undo, desk.next_redo
        self.window.set_history(
            say(undo.label, language) if undo is not None else "",
            say(redo.label, language) if redo is not None else "",
        )
        self.window.set_office(self.bridge.schedule.office.name)

    def _banner(self) -> None:
        office: Office = self.bridge.schedule.office
        self.window.notices.drop("clock")
        if office.fixed_now is not None:
            day: date = day_of(office.fixed_now, office.zone)
            told = self.tr("Sample office: made-up data. Its clock stands still on %1, %2.")
            spelled = weekday(day.isoformat(), self.bridge.language)
            at = clock_text(minute_of(office.fixed_now, office.zone))
            self.window.notices.tell("clock", told.replace("%1", spelled).replace("%2", at))
        if self.bridge.desk.readonly:
            self.window.notices.tell("readonly", self.tr("This file can be looked at, not changed."), "warn")


CARE_AFTER = 3000
"""Milliseconds after the start at which the file is looked after."""
NEW_RECORDS = ("file.new_technician", "file.new_client", "file.new_site", "file.new_engagement")
