"""The card at the pointer while placing: what would happen here, and where it would be sooner."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from techsched.model.kinds import Verdict
from ui import fonts, theme
from ui.parts.plain_label import PlainLabel
from ui.parts.verdict_mark import VerdictMark

WIDE = 380


class Hint(QWidget):
    """Follows the pointer inside its parent and never takes the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(3)
        self.setFixedWidth(fonts.scaled(WIDE))
        self.hide()

    def tell(self, title: str, verdict: Verdict, lines: list[tuple[str, str]], at: QPoint) -> None:
        """`lines` are (text, colour role)."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(title, "body", 600, elide=True), 1)
        row.addWidget(VerdictMark(verdict))
        for widget in (head, *(PlainLabel(text, "small", 400, role, wrap=True) for text, role in lines)):
            self._column.addWidget(widget)
            # in a visible parent a new child counts for the layout once it is shown
            widget.show()
        self.setAccessibleName(". ".join([title, *(text for text, _ in lines)]))
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.move_to(at)
        self.show()
        self.raise_()

    def move_to(self, at: QPoint) -> None:
        parent = self.parentWidget()
        assert parent is not None
        x = min(at.x() + 16, parent.width() - self.width() - 8)
        y = at.y() - self.height() - 20
        if y < 8:
            y = at.y() + 28
        self.move(max(8, x), min(y, parent.height() - self.height() - 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("accent"))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
