"""The inspector: what is selected, who and when, requirements with proof, warnings, history; or a person's day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from techsched.desk.assignments import SetFirmness, SetFixed, SetMode
from techsched.model.assignment import Assignment
from techsched.model.client import Contact
from techsched.model.conflict import Conflict
from techsched.model.journey import day_journey, legs_around
from techsched.model.kinds import AssignmentState, Firmness, Mode, Severity
from techsched.model.row import Row
from techsched.model.span import Days
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.wall import day_of, day_span
from techsched.model.work import Work, work_of
from techsched.plan.slot import slots
from techsched.words import length, term
from ui import icons, theme
from ui.board.bars import week_days
from ui.board.proof import hours_told, requirements
from ui.board.rows import pattern_minutes, worked_minutes
from ui.board.wording import cap_day, clock, clock_span, place_name, spell_day, two_clocks
from ui.bridge import Bridge
from ui.parts.button import Button
from ui.parts.card import Card
from ui.parts.hairline import Hairline
from ui.parts.plain_label import PlainLabel
from ui.parts.section_title import SectionTitle
from ui.parts.verdict_mark import VerdictMark


class Icon(PlainLabel):
    """One icon in a role's colour; follows the theme."""

    def __init__(self, name: str, role: str, size: int = 14) -> None:
        super().__init__("")
        self._icon, self._tint, self._size = name, role, size
        self.setFixedSize(size + 2, size + 4)

    def paintEvent(self, event: object) -> None:
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        pixmap = icons.pixmap(self._icon, self._size, theme.current().color(self._tint))
        painter.drawPixmap(0, 2, pixmap)
        painter.end()


class Inspector(QScrollArea):
    """Rebuilt from the schedule each time; keeps only which ids it shows.

    `asked(name, ids)` names an act of the page: 'reassign', 'edit', 'cancel', 'place', 'sick', 'profile'.
    """

    asked = Signal(str, object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.home: QWidget | None = None
        """Gets the keyboard when the button that was pressed goes. No focus proxy: one that is hidden while the
        other has the keyboard takes it away from it."""
        self._show: Callable[[], None] = self.show_nothing
        self._column = QVBoxLayout()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(lambda: self._show())
        self.setAccessibleName(self.tr("Inspector"))
        self.show_nothing()

    # what it shows

    def refresh(self) -> None:
        """Shows the same as it is by now; once for several changes, and not at all when something else is shown."""
        self._again.start()

    def rest(self) -> None:
        """Looks nothing up any more."""
        self._again.stop()
        self._show = lambda: None

    def show_nothing(self) -> None:
        self._show = self.show_nothing
        self._nothing()

    def _nothing(self) -> None:
        self._fresh()
        self._say(self.tr("Nothing selected"), "title")
        self._say(
            self.tr("Click a booking, a name or a card. Drag a card onto the board to see who can take it."),
            "body",
            role="ink2",
        )
        self._column.addStretch(1)

    def show_bookings(self, ids: Iterable[int]) -> None:
        held = tuple(ids)
        self._show = lambda: self.show_bookings(held)
        schedule = self.bridge.schedule
        known = [row for id in held if (row := schedule.get(Assignment, id)) is not None]
        rows = [row for row in known if row.state is not AssignmentState.WITHDRAWN]
        if not rows:
            # taken away: what waits again is told instead, and undo brings the booking back
            visits = [visit for row in known if (visit := schedule.get(Visit, row.visit_id)) is not None]
            self._visit(visits[0]) if len(visits) == len(known) == 1 else self._nothing()
        elif len({(r.placement_id, r.visit_id, r.covers if r.covers else 0) for r in rows}) > 1 and not _one_work(
            self.bridge, rows
        ):
            self._many(rows)
        else:
            self._booking(sorted(rows, key=lambda row: row.start))

    def show_visit(self, visit_id: int) -> None:
        self._show = lambda: self.show_visit(visit_id)
        schedule = self.bridge.schedule
        visit = schedule.get(Visit, visit_id)
        if visit is None:
            self.show_nothing()
        elif schedule.lacks_somebody(visit):
            self._visit(visit)
        else:
            self._booking(list(schedule.bookings_of(visit)))

    def show_person(self, technician_id: int, day: date) -> None:
        self._show = lambda: self.show_person(technician_id, day)
        technician = self.bridge.schedule.get(Technician, technician_id)
        if technician is None:
            self.show_nothing()
        else:
            self._person(technician, day)

    # pieces

    def _fresh(self) -> None:
        self._again.stop()
        here = QApplication.focusWidget()
        if here is not None and self.isAncestorOf(here):
            # its buttons go; keys would reach nobody
            (self.home or self).setFocus()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(6)
        self.setWidget(inner)

    def _say(self, text: str, face: str, weight: int | None = None, role: str = "ink") -> PlainLabel:
        label = PlainLabel(text, face, weight, role, wrap=True)
        self._column.addWidget(label)
        return label

    def _facts(self, facts: list[tuple[str, list[str]]]) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 72)
        grid.setColumnStretch(1, 1)
        at = 0
        for name, lines in facts:
            if not lines:
                continue
            grid.addWidget(PlainLabel(name, "small", 400, "ink2"), at, 0, Qt.AlignmentFlag.AlignTop)
            for n, line in enumerate(lines):
                face, role = ("body", "ink") if n == 0 else ("small", "ink2")
                grid.addWidget(PlainLabel(line, face, 400, role, wrap=True), at, 1)
                at += 1
        self._column.addLayout(grid)

    def _section(self, title: str, detail: str = "") -> None:
        self._column.addSpacing(6)
        self._column.addWidget(Hairline())
        self._column.addSpacing(2)
        self._column.addWidget(SectionTitle(title, detail))

    def _marked(self, icon: str, role: str, text: str, detail: str = "") -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Icon(icon, role), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(text, "body", wrap=True), 1)
        if detail:
            row.addWidget(PlainLabel(detail, "small", 400, "ink2"))
        self._column.addLayout(row)

    def _acts(self, acts: list[tuple[str, str, str, Callable[[], object]]]) -> None:
        """Buttons of (text, icon, key, what it does), two in a row."""
        row: QHBoxLayout | None = None
        for n, (text, icon, keys, run) in enumerate(acts):
            if n % 2 == 0:
                row = QHBoxLayout()
                row.setSpacing(8)
                self._column.addLayout(row)
            button = Button(text, "plain", icon=icon, keys=keys)
            button.clicked.connect(lambda _=False, run=run: run())
            assert row is not None
            row.addWidget(button, 1)

    # a booking

    def _booking(self, rows: list[Assignment]) -> None:
        schedule, language = self.bridge.schedule, self.bridge.language
        row = rows[0]
        work = work_of(schedule, row)
        technician = schedule.row(Technician, row.technician_id)
        ids = tuple(r.id for r in rows)
        self._fresh()
        self._say(self._kind(work, row), "small", 600, "ink2")
        self._say(work.client.name, "page")
        if work.title:
            self._say(work.title, "body", role="ink2")
        first, last = rows[0], rows[-1]
        when = cap_day(first.day, language)
        if last.day != first.day:
            when = f"{when} – {spell_day(last.day, language)}"
        hours = two_clocks(row.start, row.end, schedule.office.zone, row.zone)
        if row.break_minutes:
            lunch = self.tr("%1 break").replace("%1", length(row.break_minutes))
            if row.break_start is not None:
                span = clock_span(row.break_start, row.break_start + row.break_minutes * 60, schedule.office.zone)
                lunch = self.tr("lunch %1").replace("%1", span)
            hours = f"{hours}, {lunch}"
        there, back = legs_around(schedule, technician, row)
        travel = []
        if there is not None and there.minutes is not None:
            travel.append(self.tr("%1 there").replace("%1", length(there.minutes)))
        if back is not None and back.minutes is not None:
            travel.append(self.tr("%1 back").replace("%1", length(back.minutes)))
        state = [term("firmness", row.firmness, language)]
        if row.fixed:
            state.append(self.tr("fixed"))
        facts = [
            (self.tr("Technician"), [technician.name, technician.phone] if technician.phone else [technician.name]),
            (self.tr("When"), [when, hours]),
            (self.tr("Mode"), [term("mode", row.mode, language)]),
            (self.tr("Site"), self._site(work)),
            (self.tr("Travel"), [", ".join(travel)] if travel else []),
            (self.tr("State"), [", ".join(state)]),
        ]
        if work.visit is not None and work.visit.who_asked:
            facts.append((self.tr("Asked by"), [work.visit.who_asked]))
        if row.covers is not None:
            facts.append((self.tr("Covers"), [schedule.row(Technician, work.base.technician_id).name]))
        self._facts(facts)
        firm = row.firmness is Firmness.TENTATIVE
        firmness = Firmness.CONFIRMED if firm else Firmness.TENTATIVE
        mode = Mode.REMOTE if row.mode is Mode.ON_SITE else Mode.ON_SITE
        self._acts(
            [
                (self.tr("Reassign"), "swap", "R", lambda: self.asked.emit("reassign", ids)),
                (
                    self.tr("Confirm") if firm else self.tr("Make tentative"),
                    "check",
                    "C",
                    lambda: self.bridge.do(SetFirmness(ids, firmness)),
                ),
                (
                    term("mode", mode, language),
                    "desktop" if mode is Mode.REMOTE else "map-pin",
                    "M",
                    lambda: self.bridge.do(SetMode(ids, mode)),
                ),
                (
                    self.tr("Let go") if row.fixed else self.tr("Fix"),
                    "push-pin",
                    "",
                    lambda: self.bridge.do(SetFixed(ids, not row.fixed)),
                ),
                (self.tr("Edit"), "pencil-simple", "E", lambda: self.asked.emit("edit", ids)),
                (self.tr("Take away"), "trash", "Del", lambda: self.asked.emit("cancel", ids)),
            ]
        )
        self._needs(technician, work, row)
        self._warnings(ids)
        self._history({(Assignment, id) for id in ids} | ({(Visit, work.visit.id)} if work.visit else set()))
        self._column.addStretch(1)

    def _kind(self, work: Work, row: Assignment) -> str:
        language = self.bridge.language
        if row.covers is not None:
            return self.tr("Cover")
        if work.visit is not None:
            code = f"{work.visit.code} · {work.visit.reference}" if work.visit.reference else work.visit.code
            return f"{term('priority', work.visit.priority, language)} · {code}"
        assert work.engagement is not None and work.term is not None
        return f"{term('term', work.term, language)} · {work.engagement.code}"

    def _site(self, work: Work) -> list[str]:
        schedule = self.bridge.schedule
        if work.site is None:
            return []
        lines = [place_name(schedule, work.site)]
        if work.site.access:
            lines.append(work.site.access)
        for contact in schedule.group(Contact, "client", work.client.id):
            if contact.site_id in (None, work.site.id):
                lines.append(f"{contact.name}, {contact.phone}" if contact.phone else contact.name)
                break
        return lines

    def _needs(self, technician: Technician, work: Work, row: Assignment) -> None:
        needs = requirements(self.bridge.schedule, technician, work, row.mode, row.day, self.bridge.language)
        if not needs:
            return
        met = sum(need.met for need in needs)
        told = self.tr("%1 of %2 met").replace("%1", str(met)).replace("%2", str(len(needs)))
        self._section(self.tr("Requirements"), told)
        for need in needs:
            icon, role = ("check-circle-fill", "good") if need.met else ("x-circle-fill", "bad")
            self._marked(icon, role, need.name, need.proof)

    def _warnings(self, ids: tuple[int, ...]) -> None:
        schedule = self.bridge.schedule
        rows = [row for id in ids if (row := schedule.get(Assignment, id)) is not None]
        weeks = {week_days(row.day) for row in rows}
        found: list[Conflict] = []
        for week in sorted(weeks):
            found.extend(c for c in self.bridge.conflicts_so_far(week) if set(c.assignments) & set(ids))
        if not found:
            return
        self._section(self.tr("Conflicts and warnings"), str(len(found)))
        for conflict in sorted(found, key=lambda c: (-c.severity, c.start))[:8]:
            self._conflict(conflict)

    def _conflict(self, conflict: Conflict) -> None:
        soft = "badsoft" if conflict.severity is Severity.HARD else "warnsoft"
        card = Card(role=soft)
        card.column.setContentsMargins(10, 8, 10, 8)
        card.column.addWidget(PlainLabel(self.bridge.say(conflict.sentence), "small", wrap=True))
        if conflict.kept:
            card.column.addWidget(PlainLabel(self.tr("Kept anyway"), "meta", 600, "ink2"))
        self._column.addWidget(card)

    def _history(self, keys: set[tuple[type[Row], int]]) -> None:
        entries = self.bridge.desk.history_of(keys, 5)
        if not entries:
            return
        self._section(self.tr("History"), str(len(entries)))
        zone = self.bridge.schedule.office.zone
        for entry in entries:
            day = spell_day(day_of(entry.at, zone), self.bridge.language)
            self._say(f"{day} {clock(entry.at, zone)} · {entry.who}", "meta", 400, "ink3")
            told = self.bridge.say(entry.label)
            if entry.kind == "undo":
                told = self.tr("Undone: %1").replace("%1", told)
            self._say(told, "small")

    def _many(self, rows: list[Assignment]) -> None:
        self._fresh()
        self._say(self.tr("%1 bookings").replace("%1", str(len(rows))), "page")
        people = {row.technician_id for row in rows}
        minutes = sum(row.worked_minutes for row in rows)
        self._facts(
            [
                (self.tr("People"), [str(len(people))]),
                (self.tr("Hours"), [length(minutes)]),
            ]
        )
        ids = tuple(row.id for row in rows)
        self._acts(
            [
                (self.tr("Confirm"), "check", "C", lambda: self.bridge.do(SetFirmness(ids, Firmness.CONFIRMED))),
                (
                    self.tr("Make tentative"),
                    "circle-dashed",
                    "",
                    lambda: self.bridge.do(SetFirmness(ids, Firmness.TENTATIVE)),
                ),
                (self.tr("Remote"), "desktop", "", lambda: self.bridge.do(SetMode(ids, Mode.REMOTE))),
                (self.tr("On site"), "map-pin", "", lambda: self.bridge.do(SetMode(ids, Mode.ON_SITE))),
                (self.tr("Take away"), "trash", "Del", lambda: self.asked.emit("cancel", ids)),
            ]
        )
        self._column.addStretch(1)

    # a waiting visit

    def _visit(self, visit: Visit) -> None:
        schedule, language = self.bridge.schedule, self.bridge.language
        from techsched.model.client import Client, Site

        client, site = schedule.row(Client, visit.client_id), schedule.row(Site, visit.site_id)
        self._fresh()
        code = f"{visit.code} · {visit.reference}" if visit.reference else visit.code
        self._say(f"{term('priority', visit.priority, language)} · {code}", "small", 600, "ink2")
        self._say(client.name, "page")
        self._say(visit.title, "body", role="ink2")
        due = []
        if visit.due_by is not None:
            at = day_of(visit.due_by, site.zone)
            due.append(f"{cap_day(at, language)} {clock(visit.due_by, site.zone)}")
        window = []
        if visit.window_from is not None and visit.window_to is not None:
            at = day_of(visit.window_from, site.zone)
            span = clock_span(visit.window_from, visit.window_to, site.zone)
            window.append(f"{cap_day(at, language)} {span}")
        needs = [need.name + (f" {need.level}" if need.level else "") for need in visit.skills]
        lines = [place_name(schedule, site)]
        if site.access:
            lines.append(site.access)
        self._facts(
            [
                (self.tr("Deadline"), due),
                (self.tr("Window"), window),
                (self.tr("Length"), [length(visit.minutes)]),
                (self.tr("Site"), lines),
                (self.tr("Needs"), [", ".join(needs)] if needs else []),
                (self.tr("Asked by"), [visit.who_asked] if visit.who_asked else []),
                (self.tr("Notes"), [visit.notes] if visit.notes else []),
            ]
        )
        id = visit.id
        self._acts(
            [
                (self.tr("Place"), "calendar-plus", "P", lambda: self.asked.emit("place", id)),
                (self.tr("Edit"), "pencil-simple", "E", lambda: self.asked.emit("edit visit", id)),
                (self.tr("Cancel visit"), "x", "", lambda: self.asked.emit("cancel visit", id)),
            ]
        )
        self._best_slots(visit, site.zone)
        self._history({(Visit, visit.id)})
        self._column.addStretch(1)

    def _best_slots(self, visit: Visit, zone: str) -> None:
        """The first three, each a button that books; all of them, and why not the others, with Place."""
        if not visit.is_open:
            return
        found = slots(self.bridge.schedule, visit, self.bridge.now, top=3)
        self._section(self.tr("Best slots"), str(len(found.found)))
        for slot in found.found:
            technician = self.bridge.schedule.row(Technician, slot.technician_id)
            row = QHBoxLayout()
            row.setSpacing(8)
            when = clock(slot.start, zone)
            day = day_of(slot.start, zone)
            if day != day_of(self.bridge.now, zone):
                when = f"{spell_day(day, self.bridge.language)} {when}"
            row.addWidget(PlainLabel(technician.name, "body", 600, elide=True), 1)
            row.addWidget(PlainLabel(when, "body"))
            self._column.addLayout(row)
            below = QHBoxLayout()
            below.addWidget(VerdictMark(slot.verdict))
            below.addStretch(1)
            button = Button(self.tr("Book"), "plain", size="small")
            button.clicked.connect(lambda _=False, slot=slot: self.asked.emit("book slot", (visit.id, slot)))
            below.addWidget(button)
            self._column.addLayout(below)
        if not found.found:
            self._say(self.tr("Nobody fits yet."), "body", role="ink2")

    # a person's day

    def _person(self, technician: Technician, day: date) -> None:
        schedule, language = self.bridge.schedule, self.bridge.language
        self._fresh()
        self._say(technician.name, "page")
        district = schedule.city.districts.get(technician.home_district)
        where = term("profile", technician.profile, language)
        self._say(f"{where} · {district.name}" if district is not None else where, "body", role="ink2")
        if technician.phone:
            self._say(technician.phone, "body", 600)
        id = technician.id
        self._acts(
            [
                (self.tr("Off sick today"), "thermometer", "", lambda: self.asked.emit("sick", id)),
                (self.tr("Profile"), "user", "", lambda: self.asked.emit("profile", id)),
            ]
        )
        zone = schedule.office.zone
        span = day_span(day, zone)
        legs = day_journey(schedule, technician.id, day)
        rows = [r for r in schedule.diary(technician.id).overlapping(span.start, span.end) if r.occupies]
        minutes = sum(leg.minutes or 0 for leg in legs)
        told = self.tr("%1 travel").replace("%1", length(minutes)) if minutes else ""
        self._section(cap_day(day, language), told)
        absences = schedule.absences_on(technician.id, day)
        for absence in absences:
            self._marked("prohibit", "ink3", term("absence", absence.kind, language))
        steps: list[tuple[int, str, str, str]] = []
        for row in rows:
            work = work_of(schedule, row)
            where = place_name(schedule, work.site).split(" · ")[0] if row.mode is Mode.ON_SITE else ""
            detail = " · ".join(part for part in (where or term("mode", row.mode, language), work.title) if part)
            icon = "map-pin" if row.mode is Mode.ON_SITE else "desktop"
            steps.append((row.start, icon, f"{clock_span(row.start, row.end, zone)}  {work.client.name}", detail))
        for leg in legs:
            if leg.minutes:
                home = leg.to_row is None
                word = self.tr("Home") if home else self.tr("Travel")
                icon = "house-line" if home else "train-simple"
                steps.append((leg.depart, icon, f"{clock(leg.depart, zone)}  {word}", length(leg.minutes)))
        for _, icon, text, detail in sorted(steps):
            self._marked(icon, "ink3", text)
            if detail:
                label = PlainLabel(detail, "small", 400, "ink2", wrap=True)
                label.setContentsMargins(22, 0, 0, 0)
                self._column.addWidget(label)
        if not steps and not absences:
            self._say(self.tr("Free all day"), "body", role="ink2")
        week = week_days(day)
        capacity = sum(pattern_minutes(schedule.pattern_on(technician.id, d)) for d in week)
        booked = worked_minutes(schedule, technician.id, week)
        self._section(self.tr("This week"), hours_told(booked, capacity, language))
        for each in week:
            done = worked_minutes(schedule, technician.id, Days.single(each))
            if done:
                self._marked("clock", "ink3", cap_day(each, language), length(done))
        self._column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Inspector"))
            self.refresh()


def _one_work(bridge: Bridge, rows: list[Assignment]) -> bool:
    """Whether the rows are days of one cover or placement of one person."""
    bases = set()
    for row in rows:
        work = work_of(bridge.schedule, row)
        bases.add((row.technician_id, work.base.placement_id, work.base.visit_id))
    return len(bases) == 1
