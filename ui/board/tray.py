"""The tray: waiting visits and uncovered work as cards, the soonest first, to be dragged onto the board."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from techsched.model.assignment import Assignment
from techsched.model.client import Client, Site
from techsched.model.engagement import Engagement, StaffingLine
from techsched.model.kinds import Mode, Priority
from techsched.model.technician import Technician
from techsched.model.visit import Visit
from techsched.model.work import work_of_line
from techsched.plan.waiting import UncoveredRun
from techsched.words import length, term
from ui import fonts, icons, theme
from ui.board.labels import Labels
from ui.board.strokes import Strokes
from ui.board.wording import cap_day, due_text, place_name
from ui.bridge import Bridge
from ui.parts.button import Button
from ui.parts.chip import Chip
from ui.parts.plain_label import PlainLabel

CARD = QSize(236, 124)
OPEN_HIGH = 176
CLOSED_HIGH = 48


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says: head with due time, client, place, needs, and the suggestion under the line."""

    head: str
    due: str
    due_role: str
    client: str
    code: str
    place: str
    needs: str
    priority: Priority | None
    suggestion: str = ""


class TrayCard(QWidget):
    """A card to press, drag, or place by keyboard; it paints itself, so that text is never more than text."""

    pressed = Signal()
    placed = Signal()
    grabbed = Signal(QPointF)
    dragged = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self, item: Visit | UncoveredRun, text: CardText, labels: Labels, language: str) -> None:
        super().__init__()
        self.item = item
        self.text = text
        self.selected = False
        self._labels = labels
        self._layers = Strokes(labels, language)
        self._from: QPointF | None = None
        self.dragging = False
        self.rescale()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._tell()

    def _tell(self) -> None:
        text = self.text
        parts = (text.head, text.due, text.client, text.place, text.needs, text.suggestion)
        self.setAccessibleName(". ".join(part for part in parts if part))

    def show_item(self, item: Visit | UncoveredRun, text: CardText) -> None:
        """The same item as it is now; what was suggested for it stays until something else is."""
        self.item = item
        text = replace(text, suggestion=self.text.suggestion)
        if text != self.text:
            self.text = text
            self._tell()
            self.update()

    def rescale(self) -> None:
        self.setFixedSize(fonts.scaled(CARD.width()), fonts.scaled(CARD.height()))

    def suggest(self, told: str) -> None:
        self.text = replace(self.text, suggestion=told)
        self._tell()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring = self.hasFocus() or self.selected
        painter.setPen(look.color("accent") if ring else look.color("hair2"))
        if ring:
            pen = painter.pen()
            pen.setWidthF(2)
            painter.setPen(pen)
        painter.setBrush(look.color("accentsoft") if self.selected else look.color("surface"))
        painter.drawRoundedRect(rect, 8, 8)
        text, labels = self.text, self._labels
        left, right = 12.0, self.width() - 12.0
        unit = fonts.scaled(20)
        y = fonts.scaled(18)
        serious = text.priority is None or text.priority is Priority.CRITICAL
        ink = look.color("bad" if serious else "ink")
        if text.priority is None:
            mark = icons.pixmap("warning-circle-fill", 14, look.color("bad"))
            painter.drawPixmap(QPointF(left, y - 7), mark)
        else:
            self._layers.priority(painter, text.priority, left, y, False, look.color("ink"))
        due_wide = labels.width(text.due, "small", 500)
        labels.draw(painter, left + 20, y, right - left - 26 - due_wide, text.head, "small", 500, ink)
        labels.draw(painter, right - due_wide, y, due_wide + 2, text.due, "small", 500, look.color(text.due_role))
        y += unit + 2
        labels.draw(painter, left, y, right - left, text.client, "body", 600, look.color("ink"))
        y += unit - 2
        wide = labels.draw(painter, left, y, 60, text.code, "small", 600, look.color("ink2"))
        shift = wide + 5 if wide else 0
        labels.draw(painter, left + shift, y, right - left - shift, text.place, "small", 400, look.color("ink2"))
        y += unit - 3
        labels.draw(painter, left, y, right - left, text.needs, "small", 400, look.color("ink3"))
        y += unit - 4
        painter.fillRect(QRectF(left, y - 1, right - left, 1), look.color("hair"))
        y += fonts.scaled(12)
        if text.suggestion:
            mark = icons.pixmap("arrow-bend-up-right", 14, look.color("accent"))
            painter.drawPixmap(QPointF(left, y - 7), mark)
            labels.draw(painter, left + 20, y, right - left - 20, text.suggestion, "small", 500, look.color("accent"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.globalPosition()
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        if not self.dragging and (event.globalPosition() - self._from).manhattanLength() >= 4:
            self.dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabbed.emit(event.globalPosition())
        if self.dragging:
            self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self.dragging, self._from = self.dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if dragging:
            self.dropped.emit(event.globalPosition())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.placed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_P):
            self.placed.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class Tray(QFrame):
    """`chosen(item)` a press; `placing(item)` Enter, P or a double click; drags carry global positions."""

    chosen = Signal(object)
    placing = Signal(object)
    grabbed = Signal(object, QPointF)
    dragged = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self, bridge: Bridge, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.is_open = True
        self._labels = labels
        self.cards: list[TrayCard] = []
        self._runs: list[UncoveredRun] = []
        self._shown = "all"
        self._title = PlainLabel("", "body", 600)
        self._chips = {key: Chip("") for key in ("all", "visits", "uncovered")}
        self._toggle = Button("", "quiet", icon="caret-down", bare=True, size="small")
        self._toggle.clicked.connect(lambda: self.set_open(not self.is_open))
        self._empty = PlainLabel("", "body", 400, "ink2")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        for key, chip in self._chips.items():
            chip.clicked.connect(lambda _=False, key=key: self.show_only(key))
            head.addWidget(chip)
        head.addWidget(self._empty)
        head.addStretch(1)
        head.addWidget(self._toggle)
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(12, 4, 12, 8)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self.set_open(True)
        fonts.text_size.changed.connect(self._rescale)

    def _rescale(self) -> None:
        """Another text size: the tray and the cards that are there already."""
        self.set_open(self.is_open)
        for card in self.cards:
            card.rescale()

    @property
    def dragging(self) -> bool:
        """Whether a card is on its way to the board."""
        return any(card.dragging for card in self.cards)

    def set_open(self, on: bool) -> None:
        self.is_open = on
        self._scroll.setVisible(on)
        self.setFixedHeight(fonts.scaled(OPEN_HIGH) if on else CLOSED_HIGH)
        self._toggle.set_text(self.tr("Close the tray") if on else self.tr("Open the tray"))

    def refill(self, runs: list[UncoveredRun]) -> None:
        """The cards of what waits now; what waited before keeps its card."""
        self._runs = runs
        visits = self.bridge.waiting()
        items: list[Visit | UncoveredRun] = []
        if self._shown != "uncovered":
            items.extend(visits)
        if self._shown != "visits":
            items.extend(runs)
        items.sort(key=_when)
        before = {_key(card.item): card for card in self.cards}
        self.cards = []
        for n, item in enumerate(items):
            card = before.pop(_key(item), None)
            if card is None:
                card = self._made(item)
            else:
                card.show_item(item, self._text(item))
            if self._row.indexOf(card) != n:
                self._row.insertWidget(n, card)
            self.cards.append(card)
        for card in before.values():
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        counts = {"all": len(visits) + len(runs), "visits": len(visits), "uncovered": len(runs)}
        words = {
            "all": self.tr("All %1"),
            "visits": self.tr("Visits %1"),
            "uncovered": self.tr("Uncovered %1"),
        }
        for key, chip in self._chips.items():
            chip.set_text(words[key].replace("%1", str(counts[key])))
            chip.setChecked(key == self._shown)
        self._empty.setText("" if items else self.tr("Nothing waiting."))

    def _made(self, item: Visit | UncoveredRun) -> TrayCard:
        card = TrayCard(item, self._text(item), self._labels, self.bridge.language)
        card.pressed.connect(lambda: self._choose(card))
        card.placed.connect(lambda: self.placing.emit(card.item))
        card.grabbed.connect(lambda at: self.grabbed.emit(card.item, at))
        card.dragged.connect(self.dragged)
        card.dropped.connect(self.dropped)
        return card

    def suggest(self, item: Visit | UncoveredRun, told: str) -> None:
        for card in self.cards:
            if _key(card.item) == _key(item):
                card.suggest(told)

    def show_only(self, key: str) -> None:
        self._shown = key
        self.refill(self._runs)
        self.chosen.emit(None)

    def select(self, item: object) -> None:
        for card in self.cards:
            card.selected = item is not None and _key(card.item) == _key(item)
            card.update()

    def _choose(self, card: TrayCard) -> None:
        card.setFocus()
        self.select(card.item)
        self.chosen.emit(card.item)

    def _text(self, item: Visit | UncoveredRun) -> CardText:
        return self._visit_text(item) if isinstance(item, Visit) else self._run_text(item)

    def _visit_text(self, visit: Visit) -> CardText:
        schedule, language = self.bridge.schedule, self.bridge.language
        site = schedule.row(Site, visit.site_id)
        due = visit.due_by or visit.window_to
        told, role = due_text(due, self.bridge.now, site.zone, language) if due else ("", "ink2")
        district = schedule.city.districts.get(site.district)
        needs = [length(visit.minutes)]
        if visit.people > 1:
            needs.append(self.tr("%1 people").replace("%1", str(visit.people)))
        needs.extend(need.name for need in visit.skills)
        return CardText(
            head=term("priority", visit.priority, language),
            due=told,
            due_role=role,
            client=schedule.row(Client, visit.client_id).name,
            code=district.short if district is not None and visit.mode is Mode.ON_SITE else "",
            place=place_name(schedule, site) if visit.mode is Mode.ON_SITE else term("mode", "remote", language),
            needs=" · ".join(needs),
            priority=visit.priority,
        )

    def _run_text(self, run: UncoveredRun) -> CardText:
        schedule, language = self.bridge.schedule, self.bridge.language
        line = schedule.row(StaffingLine, run.line_id)
        engagement = schedule.row(Engagement, line.engagement_id)
        work = None
        if run.rows:
            work = work_of_line(schedule, line, schedule.row(Assignment, run.rows[0]))
        site = schedule.get(Site, line.site_id or engagement.site_id)
        mode = line.mode_on(run.days[0])
        district = schedule.city.districts.get(site.district) if site is not None else None
        where = place_name(schedule, site) if mode is Mode.ON_SITE else term("mode", "remote", language)
        if work is not None:
            who = schedule.row(Technician, schedule.row(Assignment, run.rows[0]).technician_id).name.split()[0]
            away = self.tr("%1 is away").replace("%1", who)
            where = f"{where.split(' · ')[0]} · {away}"
        day = cap_day(run.days[0], language)
        more = len(run.days) - 1
        due = day if not more else f"{day} +{more}"
        needs = [self.tr("1 day") if not more else self.tr("%1 days").replace("%1", str(more + 1))]
        needs.append(line.service or engagement.title)
        if line.profile is not None:
            needs.append(term("profile", line.profile, language))
        return CardText(
            head=self.tr("Uncovered"),
            due=due,
            due_role="bad",
            client=schedule.row(Client, engagement.client_id).name,
            code=district.short if district is not None and mode is Mode.ON_SITE else "",
            place=where,
            needs=" · ".join(part for part in needs if part),
            priority=None,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("sunken"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), look.color("hair2"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Unscheduled"))
        self.setAccessibleName(self.tr("Unscheduled"))


def _when(item: Visit | UncoveredRun) -> tuple[int, int]:
    if isinstance(item, Visit):
        return (item.due_by or item.window_to or 1 << 62, item.priority.rank)
    return (item.start, 1)


def _key(item: object) -> tuple[object, ...]:
    """Equal for the same visit, or the same run of uncovered days, of two moments."""
    if isinstance(item, Visit):
        return ("visit", item.id)
    if isinstance(item, UncoveredRun):
        return ("run", item.line_id, item.place, item.days[0])
    return (None,)
