"""The form of a record: its fields in a dialog, saved through the desk, kept as a draft while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched.desk.desk import Done, NeedsReason
from techsched.desk.pen import Command
from techsched.desk.telling import name_of
from techsched.errors import UserError
from techsched.model.change import Change
from techsched.model.row import Row
from techsched.model.wall import clock_text, day_of, minute_of
from ui import drafts, fonts, i18n
from ui.bridge import Bridge
from ui.forms import typed
from ui.forms.answers import Answers
from ui.forms.context import Context
from ui.forms.field import Sheet
from ui.forms.suggestions import Suggestions
from ui.forms.wrong import Problem, Raw, Repair
from ui.parts.button import Button
from ui.parts.dialog import Dialog
from ui.parts.plain_label import PlainLabel


class Form(Dialog):
    """`saved(Done)` after the desk has stored it. Esc closes it and keeps what was typed; saving ends the draft.

    `row` None is a new record; `preset` are values to begin with. Somebody else's change of the record comes into
    the fields that were not touched, and is asked about in those that were.
    """

    saved = Signal(object)

    def __init__(
        self,
        sheet: Sheet,
        bridge: Bridge,
        row: Row | None = None,
        preset: Mapping[str, Any] | None = None,
        *,
        wide: int = 760,
        high: int = 860,
    ) -> None:
        super().__init__("", _kept(), width=wide, height=high)
        self.sheet = sheet
        self.bridge = bridge
        self.row = row
        self._done = False
        self._asking: Command | None = None
        self._drafts = drafts.Drafts(bridge.desk.path)
        # the record as it was last read, to tell what somebody else changed of it since
        self._seen = {} if row is None else self._of_row(row)
        raws = self._seen if row is not None else self._of_values(preset or {})
        self._build(raws)
        # what stands there untouched
        self._start = self.answers.raws()
        self._timer = QTimer(self, singleShot=True, interval=drafts.EVERY_MS)
        self._timer.timeout.connect(self._keep)
        self._take_draft()
        self.answers.changed.connect(self._typed)
        self.answers.left.connect(self._settled)
        self.answers.grown.connect(self.order_keys)
        self.order_keys()
        bridge.changed.connect(self._office_changed)
        bridge.done.connect(self._stored)
        self._count()

    # building

    def _build(self, raws: Mapping[str, Raw]) -> None:
        self.entitle()
        # what stands at the right leaves the outline of the dialog free
        self.body.setContentsMargins(1, 0, 1, 0)
        self.body.setSpacing(0)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.body.addLayout(self.middle)
        area = self._area = QScrollArea()
        self.middle.addWidget(area, 1)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.verticalScrollBar().valueChanged.connect(self._put_lists_away)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        area.setWidget(inside)
        self._kept_line = QWidget(inside)
        self._kept_line.hide()
        column.addWidget(self._kept_line)
        sheet, record = self.sheet, None if self.row is None else self.row.id
        around = {"record": record}
        self.answers = Answers(sheet.sections, self._context(), sheet.checks, outer=around, raws=raws, parent=inside)
        column.addWidget(self.answers)
        column.addStretch(1)
        self.wrong = PlainLabel("", "small", 600, "bad")
        self.foot.insertWidget(0, self.wrong)
        self.cancel = Button(self.tr("Cancel"), keys="Esc", size="large")
        self.cancel.clicked.connect(self.dismiss)
        self.save_button = Button(self.tr("Save"), "primary", keys="Ctrl+Enter", size="large")
        self.save_button.clicked.connect(self.save)
        self.add_button(self.cancel)
        self.add_button(self.save_button)
        self._app().focusChanged.connect(self._follow_keyboard)
        self._app().aboutToQuit.connect(self._keep_now)

    def entitle(self, more: str = "") -> None:
        """The record's name, what it is, `more` about it, and that nothing typed is lost."""
        if self.row is None:
            self.set_title(i18n.told("Form", self.sheet.title_new), _kept())
        else:
            detail = (i18n.told("Form", self.sheet.title), more, _kept())
            self.set_title(name_of(self.bridge.schedule, self.row), " · ".join(part for part in detail if part))

    @staticmethod
    def _app() -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return app

    def order_keys(self) -> None:
        """Tab goes through the fields as they stand, what is beside them, then the buttons."""
        items = [self.foot.itemAt(place) for place in range(self.foot.count())]
        buttons = [button for item in items if item is not None and (button := item.widget()) is not None]
        takes = [each for each in buttons if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        order = [*self.answers.stops(), *self.beside(), *takes]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def beside(self) -> list[QWidget]:
        """What Tab stops at in a panel at the right."""
        return []

    def _context(self) -> Context:
        return Context(self.bridge.schedule, self.bridge.now)

    def _of_row(self, row: Row) -> dict[str, Raw]:
        return self._of_values(self.sheet.read(row, self._context()))

    def _of_values(self, values: Mapping[str, Any]) -> dict[str, Raw]:
        context = self._context()
        return {field.key: field.kind.raw(values[field.key], context) for field in self.sheet if field.key in values}

    # the draft

    def _take_draft(self) -> None:
        kept = self._drafts.find(self.sheet.name, self._record)
        if kept is None:
            return
        self.answers.set_raws({**self._start, **kept.raws})
        line = QHBoxLayout(self._kept_line)
        line.setContentsMargins(0, 0, 0, 0)
        zone = self.answers.context.zone
        on = typed.echo(day_of(kept.at, zone), self.answers.context.today)[0]
        told = i18n.filled(self.tr("Filled with what you typed at %1, %2."), clock_text(minute_of(kept.at, zone)), on)
        line.addWidget(PlainLabel(told, "small", 500, "ink2", elide=True), 1)
        afresh = Button(self.tr("Start afresh"), "link", size="small")
        afresh.clicked.connect(self._start_afresh)
        line.addWidget(afresh)
        self._kept_line.show()

    def _start_afresh(self) -> None:
        self._drafts.drop(self.sheet.name, self._record)
        self._timer.stop()
        self.answers.set_raws(self._start)
        self._kept_line.hide()
        self._count()
        self.answers.focus(self.answers.keys[0])

    @property
    def _record(self) -> int:
        return 0 if self.row is None else self.row.id

    @property
    def is_touched(self) -> bool:
        """Whether anything stands in it that is not in the office."""
        return self.answers.raws() != self._start

    def _typed(self) -> None:
        self._count()
        if not self._timer.isActive():
            self._timer.start()

    def _settled(self) -> None:
        self._count()
        if self.is_touched and not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> None:
        if self.is_touched:
            raws = self.answers.raws()
            at = self.bridge.now
            self._drafts.keep(drafts.Kept(self.sheet.name, self._record, self._title_of_draft(), at, raws))
        else:
            self._drafts.drop(self.sheet.name, self._record)

    def _title_of_draft(self) -> str:
        """'New visit: Talleres Norte', by the first field that says something."""
        title = i18n.told("Form", self.sheet.title_new if self.row is None else self.sheet.title)
        for field in self.sheet:
            line = getattr(self.answers.editor(field.key), "line", None)
            if line is not None and line.text().strip():
                return f"{title}: {line.text().strip()}"
        return title

    def _keep_now(self) -> None:
        self._timer.stop()
        if not self._done:
            self._keep()

    def may_close(self) -> bool:
        self._keep_now()
        self._app().focusChanged.disconnect(self._follow_keyboard)
        self._app().aboutToQuit.disconnect(self._keep_now)
        return True

    # saving

    def save(self) -> Done | None:
        """Stores what stands there, or goes to the first field that is not right and says why."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
        found = self.answers.show_all_problems()
        self._count()
        if found:
            self._point_at(found[0])
            return None
        if self.row is not None and not self.is_touched:
            self._finish()
            return None
        if not self._merge():
            return None
        values = self.answers.values()
        try:
            return self._do(self.make_command(values))
        except UserError as trouble:
            self._refuse(trouble)
            return None

    def make_command(self, values: Mapping[str, Any]) -> Command:
        """What saving does."""
        return self.sheet.command(values, self.row, self.answers.context, self.bridge.desk.pen().ids)

    def _do(self, command: Command) -> Done | None:
        try:
            done = self.bridge.desk.do(command)
        except NeedsReason:
            # the window asks for the reason; what is stored then is told by the bridge
            self._asking = command
            return self.bridge.do(command)
        self.bridge.done.emit(done)
        self._finish(done)
        return done

    def _stored(self, done: Done) -> None:
        if self._asking is not None and done.preview.command is self._asking:
            self._asking = None
            self._finish(done)

    def _refuse(self, trouble: UserError) -> None:
        told = i18n.say(trouble.sentence)
        self.wrong.setText(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _finish(self, done: Done | None = None) -> None:
        self._done = True
        self._drafts.drop(self.sheet.name, self._record)
        if done is not None:
            self.saved.emit(done)
        self.dismiss()

    def _point_at(self, problem: Problem) -> None:
        self.answers.focus(problem.keys[0])
        told = problem.sentence or self.wrong.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _count(self) -> None:
        count = self.answers.shown
        told = self.tr("1 field to put right") if count == 1 else self.tr("%1 fields to put right")
        self.wrong.setText(told.replace("%1", str(count)) if count else "")

    # others

    def _office_changed(self, change: Change) -> None:
        if self._done:
            return
        self.answers.take_context(self._context())
        if self.row is not None and any(edit.key == (type(self.row), self.row.id) for edit in change.edits):
            self._merge()

    def _merge(self) -> bool:
        """Takes in what others changed of the record since it was opened; False where both changed a field."""
        if self.row is None:
            return True
        held = self.bridge.schedule.get(type(self.row), self.row.id)
        if held is None:
            # somebody removed it; saving says so
            return True
        theirs, mine = self._of_row(held), self.answers.raws()
        changed = {key: raw for key, raw in theirs.items() if raw != self._seen.get(key)}
        clash = [key for key, raw in changed.items() if mine[key] not in (self._start[key], raw)]
        for key, raw in changed.items():
            if key not in clash:
                self.answers.editor(key).set_raw(raw)
                self._start[key] = self.answers.editor(key).raw()
        self._seen = theirs
        self.row = held
        for key in clash:
            told = self.tr("Somebody changed this meanwhile. Save again to keep yours, or take theirs.")
            repair = Repair(self.tr("Take theirs"), ((key, theirs[key]),))
            self.answers.show_problem(Problem((key,), told, repair))
        if clash:
            self.answers.focus(clash[0])
        return not clash

    # keys and places

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.ControlModifier:
            self.save()
            event.accept()
            return
        super().keyPressEvent(event)

    def _put_lists_away(self) -> None:
        """A list under a line that scrolls away would stay behind."""
        for suggestions in self.window().findChildren(Suggestions):
            suggestions.hide()

    def _follow_keyboard(self, old: QWidget | None, now: QWidget | None) -> None:
        """Whatever gets the keyboard is scrolled into sight."""
        inside = self._area.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, fonts.scaled(64))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        inside = self._area.widget()
        asked = inside.sizeHint().height() if inside is not None else 0
        return QSize(hint.width(), min(hint.height(), asked + fonts.scaled(200)))


def _kept() -> str:
    return QCoreApplication.translate("Form", "a draft is kept if you close this")
