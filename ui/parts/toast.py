"""What was just done, in a line at the foot of the window, with its undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import fonts, theme
from ui.parts.announcement import announce
from ui.parts.box import draw_box
from ui.parts.button import Button
from ui.parts.plain_label import PlainLabel

SECONDS = 6
_FOOT = 24


class Toast(QFrame):
    """One line over `host`; the next one replaces it. It stays while the pointer or the keyboard is on it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._run: Callable[[], object] | None = None
        self._label = PlainLabel("", "body", 500, elide=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._button = Button("", "link")
        self._button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, empty while it is away."""
        return self._label.text() if not self.isHidden() else ""

    def tell(self, message: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Shows and reads aloud `message`; with `run` a button named `action`, usually Undo, stands beside it."""
        self._run = run
        self._label.setText(message)
        self._button.setVisible(run is not None)
        self._button.set_text(action)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(SECONDS * 1000)
        announce(self, message)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(SECONDS * 1000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self.isHidden():
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        draw_box(QPainter(self), self.rect(), 8, shown.color("raised"), shown.color("hair2"), shown.lines.control)

    def _place(self) -> None:
        host = self.parentWidget()
        assert host is not None
        self.adjustSize()
        wide = min(self.sizeHint().width(), host.width() - 2 * _FOOT)
        self.resize(wide, max(self.sizeHint().height(), fonts.scaled(44)))
        self.move((host.width() - wide) // 2, host.height() - self.height() - _FOOT)

    def _leave(self) -> None:
        if self._button.hasFocus():
            self._timer.start(SECONDS * 1000)
        else:
            self.hide()

    def _act(self) -> None:
        run = self._run
        self._run = None
        self._timer.stop()
        host = self.parentWidget()
        if self._button.hasFocus() and host is not None:
            host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if run is not None:
            run()
