"""A dialog inside the window: head, body and foot on a panel over the veil."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui import fonts, theme
from ui.parts.box import draw_box
from ui.parts.button import Button
from ui.parts.hairline import Hairline
from ui.parts.plain_label import PlainLabel
from ui.parts.veil import Veil, keyboard_order

_RADIUS = 12


class Dialog(QFrame):
    """Put things into `body`, buttons into `foot`, and what stands beside the title into `head`.

    `open(window)` shows it; Esc, the cross or `dismiss()` close it, then `closed` is emitted and the keyboard goes
    back to where it was. Tab stays inside. `width` and `height` are pixels at 100 % text size; 0 is what the
    content asks for.
    """

    closed = Signal()

    def __init__(self, title: str, detail: str = "", *, width: int = 0, height: int = 0) -> None:
        super().__init__()
        self._wished = QSize(width, height)
        self._veil: Veil | None = None
        self._before: list[QWidget] = []
        self._default: QAbstractButton | None = None
        self.setAccessibleName(title)
        self._title = PlainLabel(title, "page")
        self._detail = PlainLabel(detail, "small", 400, "ink2", elide=True)
        if not detail:
            # told to be visible before it has a parent, it would be a window of its own for a moment
            self._detail.hide()

        self.head = QHBoxLayout()
        self.head.setContentsMargins(24, 16, 16, 16)
        self.head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        self.head.addLayout(words, 1)
        close = Button(self.tr("Close"), "quiet", icon="x", bare=True)
        close.clicked.connect(self.dismiss)
        self._close = close
        self.head.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)

        self._middle = QWidget()
        self.body = QVBoxLayout(self._middle)
        self.body.setContentsMargins(24, 16, 24, 24)
        self.body.setSpacing(12)
        self._middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

        self._bottom = QWidget()
        below = QVBoxLayout(self._bottom)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(Hairline())
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(24, 16, 24, 16)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        below.addLayout(self.foot)
        self._bottom.hide()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(Hairline())
        column.addWidget(self._middle, 1)
        column.addWidget(self._bottom)

    def set_title(self, title: str, detail: str = "") -> None:
        self._title.setText(title)
        self._detail.setText(detail)
        if not detail:
            # told to be visible before it has a parent, it would be a window of its own for a moment
            self._detail.hide()
        self.setAccessibleName(title)

    def add_button(self, button: QAbstractButton, *, default: bool = False) -> None:
        """At the right of the foot. The default one is pressed by Enter, from everywhere but a text of many lines."""
        self.foot.addWidget(button)
        self._bottom.show()
        if default:
            self._default = button

    def open(self, window: QWidget) -> None:
        """Shows it over `window` and moves the keyboard in, to the first thing after the head."""
        # nobody has it while a menu closes: then the last one in the window that had
        self._before = _line_of(QApplication.focusWidget() or window.focusWidget())
        self._veil = Veil(window, self)
        self._veil.show()
        self._veil.raise_()
        self.show()
        order = [stop for stop in keyboard_order(self) if stop is not self._close]
        inside = [stop for stop in order if self._middle.isAncestorOf(stop)]
        first = (inside or ([self._default] if self._default is not None else order) or [self._close])[0]
        first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def may_close(self) -> bool:
        """For a dialog that first has to keep or ask something; called by `dismiss`."""
        return True

    def dismiss(self) -> None:
        """Closes it, if it may. The panel is deleted soon after `closed`."""
        if self._veil is None or not self.may_close():
            return
        veil, self._veil = self._veil, None
        veil.hide()
        # what had it may be gone by now: then what it stood in, at last the window
        for before in (*self._before, veil.parentWidget()):
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
                break
        self.closed.emit()
        veil.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Round and round inside the panel."""
        order = keyboard_order(self)
        if not order:
            return True
        here = QApplication.focusWidget()
        at = order.index(here) if here in order else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        order[(at + (1 if forward else -1)) % len(order)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._takes_enter(event):
            if self._default is not None and self._default.isEnabled():
                self._default.click()
        # whatever nobody inside wanted ends here: the window behind must not act on it
        event.accept()

    def sizeHint(self) -> QSize:
        asked = super().sizeHint()
        wide = fonts.scaled(self._wished.width()) or max(asked.width(), fonts.scaled(480))
        # a paragraph needs more lines in this width than in the one that it would like
        high = super().heightForWidth(wide)
        return QSize(wide, fonts.scaled(self._wished.height()) or max(high, asked.height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        line = shown.color("hair2")
        draw_box(QPainter(self), self.rect(), _RADIUS, shown.color("surface"), line, shown.lines.control)

    def _takes_enter(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        writing = isinstance(QApplication.focusWidget(), QPlainTextEdit | QTextEdit)
        return held == Qt.KeyboardModifier.ControlModifier or (not held and not writing)


def _line_of(widget: QWidget | None) -> list[QWidget]:
    """A widget and what it stands in, as far as each takes the keyboard or hands it on."""
    found: list[QWidget] = []
    while widget is not None:
        if not found or widget.focusPolicy() is not Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            found.append(widget)
        widget = widget.parentWidget()
    return found
