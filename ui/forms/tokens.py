"""A field of several short answers, each a token: skills with levels, languages, districts, clients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

from ui import fonts, i18n, icons, theme
from ui.forms.context import Context
from ui.forms.field import Editor, Values
from ui.forms.line import Line
from ui.forms.suggestions import Option, Suggestions, matching
from ui.forms.wrong import Raw, Repair, Wrong
from ui.parts.box import draw_box, draw_ring


@dataclass(frozen=True, slots=True)
class Tokens:
    """Enter or a comma adds what is typed, Backspace in the empty line takes the last one away.

    `read` makes an option of typed words, or raises Wrong with a repair. `label` says what a value's token reads.
    `options` are offered while typing. Values are tuples of what options hold as data; JSON.
    """

    read: Callable[[str, Context], Option]
    label: Callable[[Any, Context], str]
    options: Callable[[Context, Values], Sequence[Option]]
    prompt: str
    """Stands in the empty line; marked with QT_TRANSLATE_NOOP("Field", ...)."""

    def editor(self, context: Context) -> Editor:
        return _TokenEditor(self, context)

    def raw(self, value: Any, context: Context) -> Raw:
        return {"held": list(value or ()), "typed": ""}


class _TokenEditor(Editor):
    """Raw is {'held': [...], 'typed': what stands in the line and is not a token yet}."""

    def __init__(self, kind: Tokens, context: Context) -> None:
        super().__init__()
        self._kind = kind
        self._context = context
        self._values: Values = {}
        self._held: list[Any] = []
        self._bad = False
        self._line = _Inner()
        self._line.setPlaceholderText(i18n.told("Field", kind.prompt))
        self._line.textEdited.connect(self._typed)
        self._line.left.connect(self._leave)
        self._line.added.connect(self._add)
        self._line.emptied.connect(self._drop_last)
        self._list = Suggestions(self._line)
        self._line.pulled.connect(self._open)
        self._list.picked.connect(self._take)
        self._flow = _Flow(self)
        self._flow.addWidget(self._line)
        self._chips: list[_Token] = []
        self.setFocusProxy(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def raw(self) -> Raw:
        return {"held": list(self._held), "typed": self._line.text().strip()}

    def set_raw(self, raw: Raw) -> None:
        held = raw.get("held", []) if isinstance(raw, dict) else list(raw or ())
        self._held = [tuple(each) if isinstance(each, list) else each for each in held]
        self._line.setText(str(raw.get("typed", "")) if isinstance(raw, dict) else "")
        self._show()

    def value(self) -> tuple[Any, ...]:
        typed = self._line.text().strip()
        if not typed:
            return tuple(self._held)
        try:
            data = self._kind.read(typed, self._context).data
        except Wrong as wrong:
            if wrong.repair is None:
                raise
            fixed = wrong.repair.raws[0][1]
            raws = (("", {"held": [*self._held, fixed], "typed": ""}),)
            raise Wrong(wrong.sentence, Repair(wrong.repair.text, raws)) from None
        return tuple(self._with(data))

    def set_bad(self, bad: bool, sentence: str = "") -> None:
        self._bad = bad
        self._line.setAccessibleDescription(sentence if bad else self.accessibleDescription())
        self.update()

    def name(self, label: str, hint: str) -> None:
        super().name(label, hint)
        self._line.setAccessibleName(label)
        self._line.setAccessibleDescription(hint)

    def refresh(self, values: Values, context: Context) -> bool:
        self._context = context
        self._values = values
        return False

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(fonts.scaled(32), self._flow.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(160), self.heightForWidth(max(self.width(), fonts.scaled(160))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        here = self._line.hasFocus()
        role, width = ("bad", 2) if self._bad else ("accent", 2) if here else ("ctl", shown.lines.control)
        draw_box(QPainter(self), self.rect(), 6, shown.color("surface"), shown.color(role), width)

    def _with(self, data: Any) -> list[Any]:
        """Another level of a skill that is there already takes its place."""
        key = _key(data)
        return [*(each for each in self._held if _key(each) != key), data]

    def _add(self) -> None:
        typed = self._line.text().strip().rstrip(",;").strip()
        if not typed:
            return
        try:
            data = self._kind.read(typed, self._context).data
        except Wrong:
            self.left.emit()
            return
        self._held = self._with(data)
        self._line.clear()
        self._list.hide()
        self._show()
        self.changed.emit()
        self.left.emit()

    def _take(self, option: Option) -> None:
        self._held = self._with(option.data)
        self._line.clear()
        self._show()
        self.changed.emit()
        self.left.emit()

    def _drop_last(self) -> None:
        if self._held:
            self._drop(self._held[-1])

    def _drop(self, data: Any) -> None:
        self._held = [each for each in self._held if each != data]
        self._show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        self.left.emit()

    def _typed(self) -> None:
        text = self._line.text()
        if text.endswith((",", ";")):
            self._add()
            return
        found = matching(self._free(), text) if text.strip() else []
        self._list.offer(found, choose_first=False)
        self.changed.emit()

    def _open(self) -> None:
        self._list.offer(self._free(), choose_first=False)

    def _free(self) -> list[Option]:
        taken = {_key(each) for each in self._held}
        return [each for each in self._kind.options(self._context, self._values) if _key(each.data) not in taken]

    def _leave(self) -> None:
        if self._line.text().strip():
            self._add()
        self.update()
        self.left.emit()

    def _show(self) -> None:
        while self._flow.count() > 1:
            self._flow.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, data in enumerate(self._held):
            chip = _Token(self._kind.label(data, self._context), self)
            chip.dropped.connect(partial(self._drop, data))
            self._flow.insert(place, chip)
            self._chips.append(chip)
            chip.show()
        self._line.setPlaceholderText("" if self._held else i18n.told("Field", self._kind.prompt))
        self._flow.invalidate()
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(self.width(), fonts.scaled(120))))


def _key(data: Any) -> Any:
    return data[0] if isinstance(data, tuple | list) else data


class _Inner(Line):
    """The line among the tokens, without a frame of its own."""

    added = Signal()
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(200)
        self.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0;")

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(110), fonts.scaled(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(fonts.scaled(60), fonts.scaled(22))

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._frame()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)
        self._frame()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and self.text().strip():
            self.added.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text() and not held:
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def _frame(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            parent.update()


class _Token(QAbstractButton):
    """A word with a cross; a press on it, or Delete, takes it away."""

    dropped = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = text
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Delete takes it away"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        fonts.dress(self, "small", 500)
        self.clicked.connect(self.dropped)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self._words) + fonts.scaled(8 + 4 + 12 + 6)
        return QSize(wide, fonts.scaled(22))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        line = None if shown.washes else shown.color("ctl")
        draw_box(painter, self.rect(), 4, shown.color("hover" if shown.washes else "surface"), line)
        if self.hasFocus():
            draw_ring(painter, self.rect(), 4)
        painter.setFont(self.font())
        painter.setPen(shown.color("ink"))
        cross = fonts.scaled(12)
        room = QRectF(self.rect()).adjusted(fonts.scaled(8), 0, -cross - fonts.scaled(8), 0)
        text = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        ink = shown.color("ink" if self.underMouse() else "ink3")
        at = QPoint(self.width() - cross - fonts.scaled(6), (self.height() - cross) // 2)
        painter.drawPixmap(at, icons.pixmap("x", cross, ink, self.devicePixelRatioF()))


class _Flow(QLayout):
    """Tokens one after the other, in lines; the last widget takes what is left of its line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), test=True)

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(160), fonts.scaled(32))

    def minimumSize(self) -> QSize:
        return QSize(fonts.scaled(80), fonts.scaled(32))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, test=False)

    def _lay(self, rect: QRect, *, test: bool) -> int:
        side, gap = fonts.scaled(6), fonts.scaled(4)
        high = fonts.scaled(22)
        x, y = rect.x() + side, rect.y() + (fonts.scaled(32) - high) // 2
        right = rect.right() - side
        for place, item in enumerate(self._items):
            wished = item.sizeHint().width()
            last = place == len(self._items) - 1
            wide = min(item.minimumSize().width() if last else wished, right - rect.x() - side)
            if x + wide > right + 1 and x > rect.x() + side:
                x, y = rect.x() + side, y + high + gap
            if last:
                wide = right - x + 1
            if not test:
                item.setGeometry(QRect(x, y, wide, high))
            x += wide + gap
        return y + high + (fonts.scaled(32) - high) // 2 - rect.y()
