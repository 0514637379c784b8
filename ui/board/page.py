"""The board's page: legend, board, side panel and tray, and everything a dispatcher does there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from techsched.desk.assignments import BookVisit, CancelAssignment, MoveAssignment, Reach, SetFirmness, SetMode
from techsched.desk.desk import Done, Preview
from techsched.desk.keeping import KeepConflicts
from techsched.desk.pausing import PauseAndBook
from techsched.desk.placements import CancelPlacement, ReassignPlacement
from techsched.desk.telling import booking_label
from techsched.desk.visits import CancelVisit, UnscheduleVisit
from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Because, Firmness, Mode, Severity, Verdict
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import Week, day_of
from techsched.plan.slot import Slot
from techsched.plan.waiting import UncoveredRun, uncovered_runs
from techsched.words import length, long_date
from techsched.words.terms import DAYS, MONTHS
from ui.board import accessible
from ui.board.bars import Shape, week_days
from ui.board.carrying import Carrying
from ui.board.conflict_list import ConflictList, counted
from ui.board.geometry import Cell
from ui.board.hint import Hint, HintText
from ui.board.hover import hover_text
from ui.board.inspector import Inspector
from ui.board.landing import Hand, Landing
from ui.board.legend import Legend
from ui.board.placing import SNAP_MINUTE, SNAP_VISIT, Placing
from ui.board.reason import ReasonDialog
from ui.board.slots_panel import SlotsPanel
from ui.board.stretching import Stretching
from ui.board.tray import Tray
from ui.board.view import BoardView
from ui.board.wording import clock, clock_span, spell_day
from ui.bridge import Bridge
from ui.parts.announcement import announce
from ui.parts.hairline import Hairline

SIDE = 320
TICK_MS = 5000
TELL_MS = 24
"""The card follows the ghost after so long."""
SPEAK_MS = 200
"""A verdict is read aloud once the pointer has rested so long."""
SUGGESTED = 12
"""So many waiting visits have their best slot on their card."""
AHEAD_DAYS = 60
"""How far the counters and the tray look for conflicts and uncovered days."""


class BoardPage(QWidget):
    """Shows the schedule of a bridge. The window gives it period, zoom and menu actions.

    `heading(title, detail)` and `looked(level)` tell what is shown; `told(text)` is for a toast;
    `asked(name, ids)` wants something of the window: 'edit', 'edit visit', 'sick', 'profile', 'cover',
    'new visit' with (technician id, start, end or None), 'new absence' with a technician id.
    """

    heading = Signal(str, str)
    looked = Signal(str)
    told = Signal(str)
    asked = Signal(str, object)

    def __init__(self, bridge: Bridge, open_dialog: Callable[[QWidget], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._open_dialog = open_dialog
        accessible.install()
        self.view = BoardView()
        accessible.follow(self.view)
        self.view.language = bridge.language
        self.legend = Legend()
        self.tray = Tray(bridge, self.view.labels)
        self.inspector = Inspector(bridge)
        self.inspector.home = self.view
        self.conflicts = ConflictList(bridge)
        self.slots = SlotsPanel(bridge)
        self.side = QStackedWidget()
        for panel in (self.inspector, self.conflicts, self.slots):
            self.side.addWidget(panel)
        self.side.setFixedWidth(SIDE)
        self.hint = Hint(self)
        self.card = Hint(self)
        self.hand: Hand | None = None
        self.landing: Landing | None = None
        self._shift = False
        self._from_list = False
        self._told: tuple[Landing, QPoint] | None = None
        self._carded = False
        self._grip = 0
        """Seconds from what is in the hand to the pointer."""
        self._resting = False
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.legend)
        left.addWidget(self.view, 1)
        left.addWidget(self.tray)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self.side)
        self.level = "week"
        self.day = day_of(bridge.now, bridge.schedule.office.zone)
        self._suggest = QTimer(self)
        self._suggest.setSingleShot(True)
        self._suggest.setInterval(30)
        self._suggest.timeout.connect(self._suggest_next)
        self._unsuggested: list[Visit] = []
        self._spoken = QTimer(self)
        self._spoken.setSingleShot(True)
        self._spoken.setInterval(SPEAK_MS)
        self._spoken.timeout.connect(self._speak)
        self._minute = QTimer(self)
        self._minute.setInterval(TICK_MS)
        self._minute.timeout.connect(self._tick)
        self._minute.start()
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(TELL_MS)
        self._telling.timeout.connect(self._tell_landing)
        self.setFocusProxy(self.view)
        self._wire()
        self.show_all()

    def _wire(self) -> None:
        view, tray = self.view, self.tray
        view.chosen.connect(self._chosen)
        view.opened.connect(self._opened)
        view.person_chosen.connect(self._person)
        view.asked_menu.connect(self._menu)
        view.asked_row_menu.connect(self._row_menu)
        view.hovered.connect(self._hovered)
        view.drawn.connect(lambda technician, start, end: self.asked.emit("new visit", (technician, start, end)))
        view.moved.connect(self._nudge)
        view.resized.connect(self._stretch_by)
        view.held_over.connect(lambda day: self.look_at("day", day))
        view.keys.first = self.placing_key
        view.grabbed.connect(self._grab_bar)
        view.stretched.connect(self._grab_edge)
        view.dragged.connect(self._drag_over)
        view.dropped.connect(lambda at: self._drop())
        view.drag_ended.connect(self._drag_ended)
        tray.chosen.connect(self._card_chosen)
        tray.placing.connect(self.place)
        tray.grabbed.connect(lambda item, at: self._grab_card(item))
        tray.dragged.connect(lambda at: self._drag_over(QPointF(view.viewport().mapFromGlobal(at))))
        tray.dropped.connect(self._drop_card)
        self.legend.pressed.connect(self._counter)
        self.inspector.asked.connect(self.act)
        self.conflicts.jumped.connect(self._jump_from_list)
        self.conflicts.keep.connect(self._keep)
        self.slots.taken.connect(self._take_slot)
        self.bridge.changed.connect(lambda change: self._show_change())
        self.bridge.checked.connect(self._checked)
        self.bridge.closed.connect(self._rest)
        self.bridge.needs_reason.connect(self._ask_reason)
        self.bridge.done.connect(self._select_done)

    @property
    def placing(self) -> Placing | None:
        """The visit or booking that is being placed, with its verdicts."""
        return self.hand if isinstance(self.hand, Placing) else None

    # what is shown

    @property
    def days(self) -> Days:
        return week_days(self.day) if self.level == "week" else Days.single(self.day)

    @property
    def horizon(self) -> Days:
        """From this week's Monday over the days whose conflicts are counted."""
        today = day_of(self.bridge.now, self.bridge.schedule.office.zone)
        first = week_days(today).first
        return Days(first, first + timedelta(days=AHEAD_DAYS))

    def show_all(self) -> None:
        """Everything anew from the schedule; selection and place stay."""
        self._show_board()
        self._show_ahead(anew=True)
        self._tell_heading()

    def _show_board(self) -> None:
        bridge = self.bridge
        week = bridge.conflicts_so_far(week_days(self.day))
        self.view.show_schedule(bridge.schedule, week, bridge.now, self.level, self.day)

    def _show_marks(self) -> None:
        """The conflicts of the shown week where nothing else has changed."""
        bridge = self.bridge
        self.view.show_change(bridge.schedule, bridge.conflicts_so_far(week_days(self.day)), bridge.now, ())

    def _checked(self, days: Days) -> None:
        """A check is complete that was not when it was shown."""
        if days == week_days(self.day):
            self._show_marks()
            self.inspector.refresh()
        if days == self.horizon:
            self._show_ahead()

    def _rest(self) -> None:
        """The file is closed: nothing is looked up any more."""
        for timer in (self._suggest, self._minute, self._spoken, self._telling):
            timer.stop()
        self._resting = True
        self.inspector.rest()

    def _tick(self) -> None:
        """The clock has gone on: what is under way, late or past is told as it is now."""
        if self.bridge.now // 60 != self.view.now // 60:
            self.bridge.tick()
            self._show_marks()
            self._show_ahead()

    def _show_change(self) -> None:
        """What a change has touched."""
        reached = self.bridge.touched
        if reached.everything:
            self.show_all()
        else:
            week = self.bridge.conflicts_so_far(week_days(self.day))
            self.view.show_change(self.bridge.schedule, week, self.bridge.now, reached.technicians)
            self._show_ahead()
        if self.hand is not None:
            self._renew_hand()

    def _show_ahead(self, anew: bool = False) -> None:
        """Counters, conflict list and tray of the days ahead, and the inspector."""
        ahead = self.bridge.conflicts_so_far(self.horizon)
        counts = counted(ahead)
        runs = uncovered_runs(ahead)
        waiting = self.bridge.waiting()
        self.legend.count(counts["hard"] + counts["approval"], counts["kept"], len(runs), len(waiting))
        self.conflicts.refill(ahead, anew=anew)
        self.tray.refill(runs)
        self.inspector.refresh()
        self._unsuggested = waiting[:SUGGESTED]
        self._suggest.start()

    def _renew_hand(self) -> None:
        """Somebody changed the schedule while something is in the hand: it is judged anew, or put down."""
        held = self.placing
        source = None
        if held is not None:
            source = self.bridge.schedule.get(type(held.source), held.source.id)
        gone = source is None or not (source.is_open if isinstance(source, Visit) else source.occupies)
        if held is None or source is None or gone:
            self.view.cancel_drag()
            self.end_placing()
            return
        placing = Placing(self.bridge, source)
        placing.tentative = held.tentative
        place = self.landing
        self._take_up(placing)
        self._show_answers(placing)
        if place is not None:
            self.land(place.technician_id, place.start)

    def _suggest_next(self) -> None:
        """One suggestion at a time, so that the window never waits for them."""
        if not self._unsuggested:
            return
        from techsched.plan.slot import slots

        visit = self._unsuggested.pop(0)
        held = self.bridge.schedule.get(Visit, visit.id)
        if held is not None and held.is_open:
            found = slots(self.bridge.schedule, held, self.bridge.now, top=1).found
            if found:
                told = self._suggestion(found[0])
            else:
                told = self.tr("Nobody fits yet")
            self.tray.suggest(held, told)
        if self._unsuggested:
            self._suggest.start()

    def _suggestion(self, slot: Slot) -> str:
        """'Pablo H. 13:00', with the day where it is not today."""
        zone = self.bridge.schedule.office.zone
        words = self.bridge.schedule.row(Technician, slot.technician_id).name.split()
        who = f"{words[0]} {words[1][0]}." if len(words) > 1 else words[0]
        day = day_of(slot.start, zone)
        if day != day_of(self.bridge.now, zone):
            who = f"{who} {spell_day(day, self.bridge.language)}"
        return f"{who} {clock(slot.start, zone)}"

    def _tell_heading(self) -> None:
        place = 0 if self.bridge.language == "en" else 1
        if self.level == "week":
            week = Week.of(self.day)
            first, last = self.days.first, self.days.last or self.days.first
            months = MONTHS[place]
            of = " " if self.bridge.language == "en" else " de "
            span = of.join((f"{first.day}–{last.day}", months[last.month - 1], str(last.year)))
            if first.month != last.month:
                begin = of.join((str(first.day), months[first.month - 1]))
                span = f"{begin} – {of.join((str(last.day), months[last.month - 1], str(last.year)))}"
            self.heading.emit(self.tr("Week %1").replace("%1", str(week.number)), span)
        else:
            name = DAYS[place][self.day.weekday()].capitalize()
            self.heading.emit(name, long_date(self.day.isoformat(), self.bridge.language))
        self.looked.emit(self.level)

    def look_at(self, level: str, day: date) -> None:
        self.level, self.day = level, day
        self.bridge.desk.widen(week_days(day))
        self._show_board()
        self._tell_heading()

    def step(self, by: int) -> None:
        """One period earlier or later."""
        self.look_at(self.level, self.day + timedelta(days=7 * by if self.level == "week" else by))

    def today(self) -> None:
        self.look_at(self.level, day_of(self.bridge.now, self.bridge.schedule.office.zone))

    def panes(self) -> list[QWidget]:
        return [self.view, self.tray, self.side]

    def set_side(self, on: bool) -> None:
        self.side.setVisible(on)

    def toggle_side(self) -> None:
        self.side.setVisible(not self.side.isVisible())

    def toggle_tray(self) -> None:
        self.tray.set_open(not self.tray.is_open)

    # selection

    def _select_done(self, done: Done) -> None:
        """What was just booked or moved is what the next key is about."""
        made = [e.after for e in done.change.edits if isinstance(e.after, Assignment)]
        live = [row for row in made if row.occupies and self.view.bar_of(row.id) is not None]
        # a visit for which other work pauses is what was booked
        live = [row for row in live if row.visit_id is not None] or live
        if len(live) == 1:
            self.view.select((live[0].id,))

    @property
    def selected(self) -> tuple[int, ...]:
        """The bookings that an act is about: the focused day of a long bar, or all that are selected."""
        chosen = self.view.looks.selected
        focused = self.view.looks.focused
        if focused is not None and focused in chosen:
            bar = self.view.bar_of(focused)
            if bar is not None and set(bar.rows) == set(chosen):
                return (focused,)
        schedule = self.bridge.schedule
        return tuple(sorted(id for id in chosen if schedule.get(Assignment, id) is not None))

    def _chosen(self, ids: frozenset[int]) -> None:
        if self.hand is not None:
            return
        self.tray.select(None)
        self.view.looks.selected_row = None
        bookings = [id for id in ids if self.bridge.schedule.get(Assignment, id) is not None]
        if bookings:
            self.inspector.show_bookings(bookings)
            self._inspect()
        elif ids:
            absence = self.bridge.schedule.get(Absence, next(iter(ids)))
            if absence is not None:
                self._person(absence.technician_id)
        else:
            self.inspector.show_nothing()
            self._inspect()

    def _inspect(self) -> None:
        """Brings the inspector up, but not over the list of conflicts while that is what jumps."""
        if not self._from_list:
            self.side.setCurrentWidget(self.inspector)

    def _person(self, technician_id: int) -> None:
        self.view.looks.selected_row = technician_id
        self.view.names.update()
        self.view.viewport().update()
        today = day_of(self.bridge.now, self.bridge.schedule.office.zone)
        day = self.day if self.level == "day" else today if today in self.days else self.days.first
        self.inspector.show_person(technician_id, day)
        self._inspect()

    def _card_chosen(self, item: object) -> None:
        if isinstance(item, Visit):
            self.inspector.show_visit(item.id)
        elif isinstance(item, UncoveredRun):
            if item.rows:
                self.inspector.show_bookings(item.rows)
            elif item.conflicts:
                self.jump(item.conflicts[0])
        self.side.setCurrentWidget(self.inspector)

    def _opened(self, id: int) -> None:
        if self.bridge.schedule.get(Assignment, id) is not None:
            self.asked.emit("edit", (id,))
        else:
            self.asked.emit("absence", id)

    def jump(self, conflict: Conflict) -> None:
        """Shows the week and the bookings of a conflict."""
        if conflict.day not in self.days:
            self.look_at(self.level, conflict.day)
        if conflict.assignments:
            self.view.select(conflict.assignments)
            self.view.reveal(conflict.assignments[0])
        elif conflict.technician_id is not None:
            self._person(conflict.technician_id)

    def _jump_from_list(self, conflict: Conflict) -> None:
        """The list stays, with the ways out of what was jumped to."""
        self._from_list = True
        try:
            self.jump(conflict)
        finally:
            self._from_list = False

    def next_conflict(self, by: int) -> None:
        self.side.setCurrentWidget(self.conflicts)
        self.conflicts.step(by)

    def _counter(self, key: str) -> None:
        if key == "conflicts":
            self.side.setVisible(True)
            self.side.setCurrentWidget(self.conflicts)
        else:
            self.tray.set_open(True)
            self.tray.show_only("uncovered" if key == "uncovered" else "visits")

    # acts by name, for menu, keys and inspector

    def act(self, name: str, about: object = None) -> None:
        ids = about if isinstance(about, tuple) else self.selected
        if name in ("edit visit", "sick", "profile", "edit"):
            self.asked.emit(name, about if about is not None else ids)
        elif name == "place" and isinstance(about, int):
            visit = self.bridge.schedule.get(Visit, about)
            if visit is not None:
                self.place(visit)
        elif name == "book slot" and isinstance(about, tuple):
            self._book_slot(*about)
        elif name == "cancel visit" and isinstance(about, int):
            self.bridge.do(CancelVisit(about))
        elif name == "reassign" and ids:
            row = self.bridge.schedule.get(Assignment, ids[0])
            if row is not None:
                self._begin(row)
        elif name == "cancel" and ids:
            self._cancel(ids)
        elif name == "firmness" and ids:
            row = self.bridge.schedule.get(Assignment, ids[0])
            if row is not None:
                firm = Firmness.CONFIRMED if row.firmness is Firmness.TENTATIVE else Firmness.TENTATIVE
                self.bridge.do(SetFirmness(ids, firm))
        elif name == "mode" and ids:
            row = self.bridge.schedule.get(Assignment, ids[0])
            if row is not None:
                self.bridge.do(SetMode(ids, Mode.REMOTE if row.mode is Mode.ON_SITE else Mode.ON_SITE))

    def _book_slot(self, visit_id: int, slot: Slot) -> None:
        if slot.release:
            self.bridge.do(PauseAndBook(visit_id, slot.technician_id, slot.start, slot.release))
        else:
            self.bridge.do(BookVisit(visit_id, slot.technician_id, slot.start))

    def _cancel(self, ids: tuple[int, ...]) -> None:
        row = self.bridge.schedule.get(Assignment, ids[0])
        if row is None:
            return
        if len(ids) == 1 and row.placement_id is not None:
            self._ask_reach(
                row,
                self.tr("Take away"),
                lambda reach: self.bridge.do(CancelPlacement(row.id, reach)),
            )
        elif len(ids) == 1 and row.visit_id is not None:
            self.bridge.do(UnscheduleVisit(row.visit_id))
        else:
            self.bridge.do(CancelAssignment(ids))

    def _ask_reach(self, row: Assignment, title: str, run: Callable[[Reach], object]) -> None:
        from ui.board.reach import ReachDialog

        self._open_dialog(ReachDialog(self.bridge, row, title, run))

    def _menu(self, id: int, at: QPoint) -> None:
        row = self.bridge.schedule.get(Assignment, id)
        menu = QMenu(self)
        if row is None:
            absence = self.bridge.schedule.get(Absence, id)
            if absence is None:
                return
            menu.addAction(self.tr("Edit"), lambda: self.asked.emit("absence", id))
            menu.addAction(self.tr("Show the person"), lambda: self._person(absence.technician_id))
        else:
            ids = self.selected or (id,)
            firm = row.firmness is Firmness.TENTATIVE
            remote = row.mode is Mode.REMOTE
            menu.addAction(self.tr("Edit"), lambda: self.act("edit", ids))
            menu.addAction(self.tr("Reassign"), lambda: self.act("reassign", ids))
            menu.addAction(self.tr("Confirm") if firm else self.tr("Make tentative"), lambda: self.act("firmness", ids))
            menu.addAction(
                self.tr("Make it on site") if remote else self.tr("Make it remote"), lambda: self.act("mode", ids)
            )
            menu.addSeparator()
            menu.addAction(self.tr("Show the person"), lambda: self._person(row.technician_id))
            menu.addAction(self.tr("Off sick today"), lambda: self.asked.emit("sick", row.technician_id))
            menu.addSeparator()
            menu.addAction(self.tr("Take away"), lambda: self.act("cancel", ids))
        menu.popup(at)

    def _row_menu(self, technician_id: int, moment: object, at: QPoint) -> None:
        """Of a row's head, or of empty ground at a moment."""
        menu = QMenu(self)
        asked = self.asked
        start = moment if isinstance(moment, int) else None
        menu.addAction(self.tr("New visit"), lambda: asked.emit("new visit", (technician_id, start, None)))
        menu.addAction(self.tr("New absence"), lambda: asked.emit("new absence", technician_id))
        menu.addAction(self.tr("Off sick today"), lambda: asked.emit("sick", technician_id))
        menu.addSeparator()
        menu.addAction(self.tr("Show the person"), lambda: self._person(technician_id))
        menu.addAction(self.tr("Profile"), lambda: asked.emit("profile", technician_id))
        menu.popup(at)

    def _keep(self, conflict: Conflict) -> None:
        if conflict.severity is Severity.APPROVAL:
            self.bridge.do(KeepConflicts((conflict,), Because.OK_GIVEN))
            return
        from ui.board.keep import KeepDialog

        self._open_dialog(KeepDialog(self.bridge, conflict))

    def _ask_reason(self, preview: object, take: Callable[..., object]) -> None:
        assert isinstance(preview, Preview)
        self._open_dialog(ReasonDialog(preview, take, self.bridge.language))

    # placing

    def place(self, item: object) -> None:
        """Placing by keyboard: the best slot is marked, Tab goes on, Enter books, Esc ends."""
        if isinstance(item, Visit):
            self._begin(item)
        elif isinstance(item, UncoveredRun):
            self.asked.emit("cover", item)

    def place_selected(self) -> None:
        """P: the focused card or the selected booking of a visit."""
        focus = QApplication.focusWidget()
        for card in self.tray.cards:
            if card is focus or card.selected:
                self.place(card.item)
                return
        if self.selected:
            self.act("reassign", self.selected)
            return
        visits = [card.item for card in self.tray.cards if isinstance(card.item, Visit)]
        if visits:
            self.place(visits[0])

    def _begin(self, source: Visit | Assignment) -> bool:
        if isinstance(source, Assignment) and source.fixed:
            self.told.emit(self.bridge.say(booking_label("trouble.booking_fixed", self.bridge.schedule, source)))
            return False
        placing = Placing(self.bridge, source)
        # first, because what is hidden next would hand the keyboard on
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take_up(placing)
        self._show_answers(placing)
        slot = placing.marked_slot()
        if slot is not None and not self.view.dragging:
            self._show_slot(slot)
        return True

    def _show_answers(self, placing: Placing) -> None:
        """Verdict and reason on every row, the deadline, the best slots."""
        view = self.view
        view.fits = placing.fits()
        view.looks.wash = placing.washes()
        view.looks.faded = placing.faded()
        view.deadline = placing.deadline
        self.legend.show_placing(placing)
        if view.dragging or self.tray.dragging:
            # what the rows say is needed first; the eyes are on them
            QTimer.singleShot(0, self, lambda: self._fill_slots(placing))
        else:
            self._fill_slots(placing)
        self._repaint()

    def _fill_slots(self, placing: Placing) -> None:
        if self.hand is placing:
            self.slots.refill(placing)
            self.side.setCurrentWidget(self.slots)

    def _take_up(self, hand: Hand) -> None:
        self.hand, self.landing, self._told, self._grip = hand, None, None, 0
        self.card.hide()
        self.view.looks.lifted = hand.lifted

    def _repaint(self) -> None:
        for part in (self.view.viewport(), self.view.header, self.view.names):
            part.update()

    def _grab_bar(self, id: object, at: QPointF) -> None:
        row = self.bridge.schedule.get(Assignment, id) if isinstance(id, int) else None
        several = len(self.selected) > 1 and row is not None and row.id in self.selected
        if row is None or not (self._carry(row) if several else self._begin(row)):
            self.view.cancel_drag()
            return
        # the booking hangs at the point where it was taken, not at its beginning
        self._grip = self.view.moment_under(at, 1) - row.start

    def _carry(self, held: Assignment) -> bool:
        """Takes up all selected bookings; False when one of them is fixed."""
        schedule, view = self.bridge.schedule, self.view
        rows = [schedule.row(Assignment, id) for id in self.selected]
        bars = {row.id: bar for row in rows if (bar := view.bar_of(row.id)) is not None}
        fixed = next((row for row in rows if row.fixed or row.id not in bars), None)
        if fixed is not None:
            self.told.emit(self.bridge.say(booking_label("trouble.booking_fixed", schedule, fixed)))
            return False
        people = [row.technician.id for row in view.rows.technicians]
        title = self.tr("%1 bookings").replace("%1", str(len(rows)))
        self._take_up(Carrying(self.bridge, rows, held, bars, people, title))
        self._repaint()
        return True

    def _grab_edge(self, id: int, is_end: bool, at: QPointF) -> None:
        row, bar = self.bridge.schedule.get(Assignment, id), self.view.bar_of(id)
        if row is None or bar is None:
            self.view.cancel_drag()
            return
        self._take_up(Stretching(self.bridge, row, bar, is_end, bar.title))
        self._grip = self.view.moment_under(at, 1) - (row.end if is_end else row.start)
        self._repaint()

    def _grab_card(self, item: object) -> None:
        if isinstance(item, Visit):
            self._begin(item)
        elif isinstance(item, UncoveredRun):
            self.told.emit(self.tr("Press P on the card to choose who covers it."))

    def _drag_over(self, at: QPointF) -> None:
        hand, view = self.hand, self.view
        if hand is None:
            return
        view.pointer.over(at)
        inside = view.viewport().rect().contains(at.toPoint())
        technician = view.technician_under(at) if inside else None
        held = QApplication.keyboardModifiers()
        self._shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        free = bool(held & Qt.KeyboardModifier.AltModifier)
        landing = None
        if technician is not None:
            snap = 1 if free else SNAP_MINUTE if view.scale.by_the_minute else SNAP_VISIT
            moment = view.moment_under(at, 1) - self._grip
            landing = hand.over(technician, moment, view.scale.instant(view.scale.x(moment), snap))
        if landing is None:
            self.landing = self._told = None
            view.hang(())
            self.hint.hide()
            return
        self._land(landing, at.toPoint())

    def land(self, technician_id: int, start: int) -> None:
        """Hangs the ghost of what is being placed at a place and says what would happen there."""
        if self.placing is not None:
            self._land(self.placing.landing(technician_id, start))

    def _land(self, landing: Landing, at: QPoint | None = None) -> None:
        """Hangs the ghost there at once; its card follows, for a hand goes over many places quicker than one reads."""
        assert self.hand is not None
        self._carded = at is not None
        if landing is not self.landing:
            self.landing = landing
            self.view.hang(self.hand.ghosts(landing))
            self._spoken.start()
        if self._carded and not self._telling.isActive():
            self._telling.start()

    def _tell_landing(self) -> None:
        """The card beside the ghost: it stays where it is while the pointer moves within one place."""
        hand, landing, view = self.hand, self.landing, self.view
        if hand is None or landing is None or not self._carded:
            return
        where = landing, view.offset
        if where == self._told:
            return
        self._told = where
        ghost = view.ghost_under()
        corner = view.viewport().mapTo(self, QPoint(0, 0))
        off = ghost.translated(corner) if ghost is not None else None
        at = off.topLeft() if off is not None else corner
        text = HintText(hand.title, landing.verdict, self._hint_lines(landing))
        self.hint.tell(text, at, off, QRect(corner, view.viewport().size()))

    def _speak(self) -> None:
        """Reads the verdict under the ghost aloud."""
        if self.hand is not None and self.landing is not None:
            text = HintText(self.hand.title, self.landing.verdict, self._hint_lines(self.landing))
            announce(self.view, text.spoken)

    def _hint_lines(self, landing: Landing) -> tuple[tuple[str, str], ...]:
        hand = self.hand
        assert hand is not None
        if landing.preview is None:
            return ((landing.refusal, "bad"),)
        lines = [(self._where_told(hand, landing), "ink")]
        legs = []
        if landing.before is not None:
            legs.append(self.tr("%1 min there").replace("%1", str(landing.before)))
        if landing.after is not None:
            legs.append(self.tr("%1 min on").replace("%1", str(landing.after)))
        if legs:
            lines.append((", ".join(legs), "ink2"))
        serious = [c for c in landing.preview.new if not c.kept]
        for conflict in serious[:3]:
            role = "bad" if conflict.severity is Severity.HARD else "warn"
            lines.append((self.bridge.say(conflict.sentence), role))
        if len(serious) > 3:
            lines.append((self.tr("and %1 more").replace("%1", str(len(serious) - 3)), "ink2"))
        if landing.verdict is Verdict.IMPOSSIBLE:
            lines.append((self.tr("Hold Shift to keep it as a conflict."), "ink2"))
        return tuple(lines)

    def _where_told(self, hand: Hand, landing: Landing) -> str:
        schedule = self.bridge.schedule
        zone = schedule.office.zone
        if isinstance(hand, Stretching):
            (ghost,) = hand.ghosts(landing)
            return f"{clock_span(ghost.start, ghost.end, zone)} · {length((ghost.end - ghost.start) // 60)}"
        who = schedule.row(Technician, landing.technician_id).name.split()[0]
        at = clock(landing.start, zone)
        day = day_of(landing.start, zone)
        if day != day_of(self.bridge.now, zone):
            at = f"{spell_day(day, self.bridge.language)} {at}"
        told = self.tr("%1 arrives %2").replace("%1", who).replace("%2", at)
        if hand.deadline is not None:
            minutes = (hand.deadline - landing.start) // 60
            late = self.tr("%1, %2 after the deadline") if minutes < 0 else self.tr("%1, %2 before the deadline")
            told = late.replace("%1", told).replace("%2", length(abs(minutes)))
        return told

    def _drop_card(self, at: QPointF) -> None:
        if self.hand is None:
            return
        point = self.view.viewport().mapFromGlobal(at)
        if self.view.viewport().rect().contains(point.toPoint()):
            self._drop()
        self._drag_ended()

    def _drop(self) -> None:
        """Lets go here: does it where it fits, asks once where an OK is needed, else only with Shift."""
        hand, landing = self.hand, self.landing
        if hand is None or landing is None:
            return
        held = QApplication.keyboardModifiers()
        shift = self._shift or bool(held & Qt.KeyboardModifier.ShiftModifier)
        if landing.preview is None:
            self.told.emit(landing.refusal)
            return
        if landing.verdict is Verdict.IMPOSSIBLE and not shift:
            worst = landing.preview.asking[0] if landing.preview.asking else landing.preview.new[0]
            self.told.emit(self.bridge.say(worst.sentence))
            return
        self._commit(hand, landing)

    def _commit(self, hand: Hand, landing: Landing) -> None:
        row = hand.row if isinstance(hand, Placing) else None
        to = landing.technician_id
        moves_only_person = row is not None and landing.start == row.start and to != row.technician_id
        if row is not None and landing.start == row.start and to == row.technician_id:
            # put back where it was
            self.end_placing()
            return
        self.end_placing()
        if row is not None and row.placement_id is not None and moves_only_person:
            self._give(row, to)
            return
        self.bridge.do(landing.command)

    def _drag_ended(self) -> None:
        if self.hand is not None:
            self.end_placing()

    def end_placing(self) -> None:
        """Puts the board back as it was; nothing is changed by this."""
        self.hand = None
        self.landing = None
        self._shift = False
        self._spoken.stop()
        self._telling.stop()
        self.hint.hide()
        self.view.pointer.rest()
        self.view.ghosts = ()
        self.view.fits = {}
        sorted_by_fit, self.view.order = self.view.order is not None, None
        self.view.deadline = None
        self.view.looks.wash = {}
        self.view.looks.faded = frozenset()
        self.view.looks.lifted = frozenset()
        self.legend.show_placing(None)
        self.side.setCurrentWidget(self.inspector)
        if sorted_by_fit:
            self.view.rebuild()
        self._repaint()

    def _show_slot(self, slot: Slot) -> None:
        assert self.placing is not None
        zone = self.bridge.schedule.office.zone
        day = day_of(slot.start, zone)
        if day not in self.days:
            self.look_at(self.level, day)
        self.land(slot.technician_id, slot.start)
        self.view.reveal_row(slot.technician_id)
        ghost = self.view.ghost_under()
        if ghost is not None:
            self.view.reveal_rect(ghost)

    def _take_slot(self, slot: Slot) -> None:
        placing = self.placing
        if placing is None:
            return
        landing = placing.landing(slot.technician_id, slot.start)
        if landing.preview is None:
            self.told.emit(landing.refusal)
            return
        self._commit(placing, landing)

    # by key, without picking up

    def _nudge(self, minutes: int, rows: int) -> None:
        """Moves the selected bookings one snap or one row."""
        schedule = self.bridge.schedule
        held = schedule.get(Assignment, self.selected[0]) if self.selected else None
        if held is None or self.hand is not None:
            return
        bars = {id: bar for id in self.selected if (bar := self.view.bar_of(id)) is not None}
        people = [row.technician.id for row in self.view.rows.technicians]
        if len(self.selected) == 1 and held.placement_id is not None and rows:
            place = people.index(held.technician_id) + rows
            if 0 <= place < len(people):
                self._give(held, people[place])
            return
        moved = [schedule.row(Assignment, id) for id in self.selected if id in bars]
        hand = Carrying(self.bridge, moved, held, bars, people, "")
        days, seconds = divmod(minutes, 24 * 60) if minutes % (24 * 60) == 0 else (0, minutes)
        landing = hand.by(rows, days=days, seconds=seconds * 60)
        if landing is not None:
            self._do_landing(landing)

    def _stretch_by(self, minutes: int) -> None:
        """Moves the end of the selected booking."""
        if len(self.selected) != 1 or self.hand is not None:
            return
        row, bar = self.bridge.schedule.get(Assignment, self.selected[0]), self.view.bar_of(self.selected[0])
        if row is not None and bar is not None:
            self._do_landing(Stretching(self.bridge, row, bar, True, "").to(row.end + minutes * 60))

    def _do_landing(self, landing: Landing) -> None:
        if landing.preview is None:
            self.told.emit(landing.refusal)
        else:
            self.bridge.do(landing.command)

    def _give(self, row: Assignment, to: int) -> None:
        """One day of a placement to somebody else: asks how far that goes."""
        self._ask_reach(
            row,
            self.tr("Give to somebody else"),
            lambda reach: self.bridge.do(
                MoveAssignment(row.id, to) if reach is Reach.DAY else ReassignPlacement(row.id, to, reach)
            ),
        )

    # at rest

    def _hovered(self, cell: object, at: QPointF) -> None:
        if not isinstance(cell, Cell) or self.hand is not None:
            self.card.hide()
            return
        box, view = cell.box, self.view
        off = QRect(box.left, box.top, box.width, box.height).translated(view.viewport().mapTo(self, -view.offset))
        week = self.bridge.conflicts_so_far(week_days(self.day))
        text = hover_text(self.bridge.schedule, cell.bar, week, self.bridge.language)
        self.card.tell(text, view.viewport().mapTo(self, at.toPoint()), off)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.placing_key(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab cycles slots while placing, before it moves the keyboard away
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and self.placing is not None
            and isinstance(event, QKeyEvent)
            and event.key() in _PLACING_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.placing is not None:
            self._cycle(1 if forward else -1)
            return True
        return super().focusNextPrevChild(forward)

    def _cycle(self, by: int) -> None:
        assert self.placing is not None
        slot = self.placing.step(by)
        if slot is not None:
            self.slots.mark(self.placing.marked)
            self._show_slot(slot)

    def placing_key(self, event: QKeyEvent) -> bool:
        """The keys of the placing line; True when the key was one of them."""
        key = event.key()
        if self.hand is not None and key == Qt.Key.Key_Escape:
            self.view.cancel_drag()
            if self.hand is not None:
                self.end_placing()
            return True
        placing = self.placing
        if placing is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            slot = placing.marked_slot()
            if slot is not None:
                self._take_slot(slot)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            place = key - Qt.Key.Key_1
            if place < len(placing.slots):
                self._take_slot(placing.slots[place])
        elif key == Qt.Key.Key_F:
            self.view.order = None if self.view.order is not None else placing.order()
            self.view.rebuild()
            self.view.verticalScrollBar().setValue(0)
        elif key == Qt.Key.Key_C:
            placing.tentative = not placing.tentative
            if self.landing is not None:
                technician, start = self.landing.technician_id, self.landing.start
                self.landing = None
                self.land(technician, start)
        elif key == Qt.Key.Key_S:
            self._swap()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._cycle(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def _swap(self) -> None:
        placing = self.placing
        assert placing is not None
        at = QPointF(self.view.viewport().mapFromGlobal(self.cursor().pos()))
        bar = self.view.bar_under(at)
        if bar is None or bar.shape is Shape.AWAY or not bar.rows:
            return
        other = self.bridge.schedule.get(Assignment, bar.rows[0])
        command = placing.swap(other) if other is not None else None
        if command is not None:
            self.view.cancel_drag()
            if self.hand is not None:
                self.end_placing()
            self.bridge.do(command)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and not self._resting:
            self.view.language = self.bridge.language
            self.show_all()


_PLACING_KEYS = frozenset(
    {
        Qt.Key.Key_Escape,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_F,
        Qt.Key.Key_C,
        Qt.Key.Key_S,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        *(Qt.Key(Qt.Key.Key_1 + n) for n in range(9)),
    }
)
