"""The conflict list: hard ones and those that need an OK as cards, warnings as lines; a click jumps to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched.desk.fixes import Fix, fixes
from techsched.desk.keeping import LetGo
from techsched.model.assignment import Assignment, Waiver
from techsched.model.conflict import Conflict, Override
from techsched.model.kinds import Rule, Severity
from techsched.words import term
from ui.board.wording import cap_day
from ui.bridge import Bridge
from ui.parts.button import Button
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.plain_label import PlainLabel

BATCH = 40
"""Cards that are built at once."""
FILTERS = ("all", "hard", "approval", "warning", "kept")


def counted(conflicts: list[Conflict]) -> dict[str, int]:
    """How many of each filter; uncovered places are counted by the tray, past ones apart."""
    now = [c for c in conflicts if not c.past]
    found = {
        "hard": sum(c.severity is Severity.HARD and not c.kept for c in now),
        "approval": sum(c.severity is Severity.APPROVAL and not c.kept and c.rule is not Rule.UNCOVERED for c in now),
        "warning": sum(c.severity is Severity.WARNING for c in now),
        "kept": sum(c.kept for c in now),
        "past": sum(c.past for c in conflicts),
        "uncovered": sum(c.rule is Rule.UNCOVERED and not c.kept for c in now),
    }
    found["all"] = found["hard"] + found["approval"] + found["warning"] + found["kept"]
    return found


class ConflictList(QScrollArea):
    """`jumped(Conflict)` asks the board to show it; `keep(Conflict)` asks to keep it with a reason."""

    jumped = Signal(object)
    keep = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._filter = "all"
        self.shown: list[Conflict] = []
        self._at = -1
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Conflicts"))
        self._conflicts: list[Conflict] = []
        self.cards: list[Card] = []
        self._offered: set[str] = set()
        self._most = BATCH
        self._stale = False

    def refill(self, conflicts: list[Conflict], *, anew: bool = False) -> None:
        """Shows these; the cards stay where the list is the same as before, unless `anew`."""
        if not anew and conflicts == self._conflicts:
            return
        self._conflicts = conflicts
        self._choose_shown()
        if self.isVisible():
            self._build()
        else:
            # hundreds of cards wait until somebody looks
            self._stale = True

    def _choose_shown(self) -> None:
        self.shown = [c for c in self._conflicts if self._passes(c)]
        self.shown.sort(key=lambda c: (c.kept, -c.severity, c.start))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._build()

    def _build(self) -> None:
        conflicts, self._stale = self._conflicts, False
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        counts = counted(conflicts)
        column.addWidget(PlainLabel(self.tr("Conflicts"), "page"))
        row = QHBoxLayout()
        row.setSpacing(6)
        words = {
            "all": self.tr("All %1"),
            "hard": self.tr("Do not fit %1"),
            "approval": self.tr("Need your OK %1"),
            "warning": self.tr("Warnings %1"),
            "kept": self.tr("Kept %1"),
        }
        for n, key in enumerate(FILTERS):
            if n == 3:
                row.addStretch(1)
                column.addLayout(row)
                row = QHBoxLayout()
                row.setSpacing(6)
            chip = Chip(words[key].replace("%1", str(counts[key])), checked=key == self._filter)
            chip.clicked.connect(lambda _=False, key=key: self._choose(key))
            row.addWidget(chip)
        row.addStretch(1)
        column.addLayout(row)
        self._offered.clear()
        self.cards = [self._card(conflict) for conflict in self.shown[: self._most]]
        for card in self.cards:
            column.addWidget(card)
        more = len(self.shown) - len(self.cards)
        if more > 0:
            button = Button(self.tr("Show %1 more").replace("%1", str(min(more, BATCH))), "plain")
            button.clicked.connect(self._show_more)
            column.addWidget(button)
        if not self.shown:
            column.addWidget(PlainLabel(self.tr("Nothing to solve here."), "body", role="ink2", wrap=True))
        if counts["past"]:
            told = self.tr("%1 past ones are not shown.").replace("%1", str(counts["past"]))
            column.addWidget(PlainLabel(told, "small", 400, "ink3", wrap=True))
        column.addStretch(1)
        self.setWidget(inner)

    def _passes(self, conflict: Conflict) -> bool:
        if conflict.past or (conflict.rule is Rule.UNCOVERED and not conflict.kept):
            return False
        if self._filter == "all":
            return True
        if self._filter == "kept":
            return conflict.kept
        return not conflict.kept and conflict.severity.word == self._filter

    def _show_more(self) -> None:
        at = self.verticalScrollBar().value()
        self._most += BATCH
        self._build()
        self.verticalScrollBar().setValue(at)

    def _choose(self, key: str) -> None:
        self._filter, self._most, self._at = key, BATCH, -1
        self._choose_shown()
        self._build()

    def _card(self, conflict: Conflict) -> Card:
        language = self.bridge.language
        hard = conflict.severity is Severity.HARD
        role = "surface" if conflict.kept else "badsoft" if hard else "warnsoft"
        if conflict.severity is Severity.WARNING:
            role = "surface"
        card = Card(pressable=True, role=role)
        told = self.bridge.say(conflict.sentence)
        if conflict.severity is Severity.WARNING and not conflict.kept:
            return self._line(card, conflict, told)
        head = QHBoxLayout()
        word = self.tr("Kept anyway") if conflict.kept else term("severity", conflict.severity.word, language)
        ink = "ink2" if conflict.kept else "bad" if hard else "warn"
        head.addWidget(PlainLabel(word, "small", 600, ink))
        head.addStretch(1)
        head.addWidget(PlainLabel(cap_day(conflict.day, language), "small", 400, "ink2"))
        card.column.addLayout(head)
        card.column.addWidget(PlainLabel(told, "small", wrap=True))
        card.setAccessibleName(f"{word}. {told}")
        card.pressed.connect(lambda: self._choose_card(card, conflict))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        if conflict.kept:
            kept = self._kept_by(conflict)
            if kept is not None:
                who = f"{term('because', kept.because, language)} · {kept.by}"
                told_why = f"{who} · {kept.note}" if kept.note else who
                card.column.addWidget(PlainLabel(told_why, "small", 400, "ink2", wrap=True))
                if isinstance(kept, Override):
                    let = Button(self.tr("Keep no longer"), "plain", size="small")
                    let.clicked.connect(lambda: self.bridge.do(LetGo(kept)))
                    buttons.addWidget(let)
                    card.column.addLayout(buttons)
        elif conflict.severity > Severity.WARNING:
            button = Button(self.tr("Keep anyway"), "plain", size="small")
            button.clicked.connect(lambda: self.keep.emit(conflict))
            buttons.addWidget(button)
            card.column.addLayout(buttons)
        return card

    def _line(self, card: Card, conflict: Conflict, told: str) -> Card:
        """A warning is one line; the whole sentence is its tooltip."""
        card.column.setContentsMargins(10, 6, 10, 6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(cap_day(conflict.day, self.bridge.language), "small", 600, "warn"))
        row.addWidget(PlainLabel(told, "small", 400, "ink", elide=True), 1)
        card.column.addLayout(row)
        card.setAccessibleName(told)
        card.pressed.connect(lambda: self._choose_card(card, conflict))
        return card

    def _choose_card(self, card: Card, conflict: Conflict) -> None:
        """Jumps to it, and offers its ways out: looking for them for all at once would take too long."""
        for other in self.cards:
            other.set_selected(other is card)
        if not conflict.kept and conflict.fingerprint not in self._offered:
            self._offered.add(conflict.fingerprint)
            for fix in fixes(self.bridge.desk, conflict):
                card.column.addWidget(self._way_out(fix))
        self.jumped.emit(conflict)

    def _way_out(self, fix: Fix) -> Card:
        """A press does it; its sentence takes as many lines as it needs."""
        told = self.bridge.say(fix.label)
        card = Card(pressable=True, role="raised")
        card.column.setContentsMargins(10, 6, 10, 6)
        card.column.addWidget(PlainLabel(told, "small", 500, "accent", wrap=True))
        card.setAccessibleName(told)
        card.pressed.connect(lambda: self.bridge.do(fix.command))
        return card

    def _kept_by(self, conflict: Conflict) -> Override | Waiver | None:
        schedule = self.bridge.schedule
        for override in schedule.group(Override, "fingerprint", conflict.fingerprint):
            return override
        if conflict.rule is Rule.DOUBLE_BOOKING and len(conflict.assignments) == 2:
            one, other = (schedule.get(Assignment, id) for id in conflict.assignments)
            if one is not None and other is not None:
                return schedule.waiver_between(one, other)
        return None

    def step(self, by: int) -> None:
        """Jumps to the next conflict of the list, or the one before."""
        if self._stale:
            self._build()
        if self.shown:
            self._at = (self._at + by) % len(self.shown)
            while self._at >= len(self.cards):
                self._most += BATCH
                self._build()
            self._choose_card(self.cards[self._at], self.shown[self._at])
            self.ensureWidgetVisible(self.cards[self._at])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Conflicts"))
            self.refill(self._conflicts, anew=True)
