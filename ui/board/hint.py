"""The card at the pointer: while placing what would happen here, at rest what lies under it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from techsched.model.kinds import Verdict
from ui import fonts, icons, theme
from ui.parts.verdict_mark import verdict_icon, verdict_word

WIDE = 380
PADDING = 12
GAP = 3
ICON = 14
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class HintText:
    """`lines` are (text, colour role); a card at rest has no verdict."""

    title: str
    verdict: Verdict | None
    lines: tuple[tuple[str, str], ...]

    @property
    def spoken(self) -> str:
        word = (verdict_word(self.verdict),) if self.verdict is not None else ()
        return ". ".join((self.title, *word, *(text for text, _ in self.lines)))


class Hint(QWidget):
    """Follows the pointer inside its parent and never takes the mouse. Painted, for it changes with every move."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = HintText("", None, ())
        self._tops: list[int] = []
        self.hide()

    def tell(self, text: HintText, at: QPoint, keep_off: QRect | None = None) -> None:
        """Beside `at`, never over `keep_off`, both in the parent's coordinates."""
        if text != self.text or not self.isVisible():
            self.text = text
            self.setAccessibleName(text.spoken)
            self.resize(fonts.scaled(WIDE), self._laid(fonts.scaled(WIDE)))
            self.update()
        self.move(self._place(at, keep_off))
        if not self.isVisible():
            self.show()
            self.raise_()

    def _laid(self, wide: int) -> int:
        """Tops of the lines, and the height of the card."""
        metrics = QFontMetrics(fonts.font("small", 400))
        top = PADDING - 2 + fonts.line("body") + GAP
        self._tops = []
        for text, _ in self.text.lines:
            self._tops.append(top)
            room = QRect(0, 0, wide - 2 * PADDING, 10_000)
            top += max(fonts.line("small"), metrics.boundingRect(room, int(_WRAPPED), text).height()) + GAP
        self._tops.append(top)
        return top + PADDING - 2 - GAP

    def _place(self, at: QPoint, keep_off: QRect | None) -> QPoint:
        parent = self.parentWidget()
        assert parent is not None
        x = max(8, min(at.x() + 16, parent.width() - self.width() - 8))
        low = parent.height() - self.height() - 8
        off = keep_off if keep_off is not None else QRect(at, at)
        above, below = off.top() - self.height() - 20, off.bottom() + 28
        return QPoint(x, above if above >= 8 else min(below, low))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("accent" if self.text.verdict is not None else "hair2"))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        left, right, top = PADDING, self.width() - PADDING, PADDING - 2
        high = fonts.line("body")
        if self.text.verdict is not None:
            icon, role = verdict_icon(self.text.verdict)
            word = verdict_word(self.text.verdict)
            small = fonts.font("small", 600)
            painter.setFont(small)
            painter.setPen(look.color(role))
            wide = QFontMetrics(small).horizontalAdvance(word)
            right -= wide
            painter.drawText(QRect(right, top, wide + 2, high), Qt.AlignmentFlag.AlignVCenter, word)
            right -= ICON + 4
            mark = icons.pixmap(icon, ICON, look.color(role), self.devicePixelRatioF())
            painter.drawPixmap(right, top + (high - ICON) // 2, mark)
            right -= 8
        bold = fonts.font("body", 600)
        painter.setFont(bold)
        painter.setPen(look.color("ink"))
        title = QFontMetrics(bold).elidedText(self.text.title, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, top, right - left, high), Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(fonts.font("small", 400))
        for (text, role), y in zip(self.text.lines, self._tops[:-1], strict=True):
            painter.setPen(look.color(role))
            painter.drawText(QRect(left, y, self.width() - 2 * PADDING, 10_000), int(_WRAPPED), text)
        painter.end()
