"""The card at the pointer: while placing what would happen here, at rest what lies under it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPixmap, QStaticText, QTextOption
from PySide6.QtWidgets import QWidget

from techsched.model.kinds import Verdict
from ui import fonts, icons, theme
from ui.parts.verdict_mark import verdict_icon, verdict_word

WIDE = 380
PADDING = 12
GAP = 3
ICON = 14
_MOST = 400


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
    """Beside what it tells of, inside its parent; it never takes the mouse.

    Painted into a picture when its words change, for it changes and moves with what is dragged.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = HintText("", None, ())
        self._picture: QPixmap | None = None
        self._shaped: dict[tuple[str, str, int, int], QStaticText] = {}
        self._fonts: dict[tuple[str, int], QFont] = {}
        theme.choice.changed.connect(self._repaint)
        fonts.text_size.changed.connect(self._repaint)
        self.hide()

    def _repaint(self) -> None:
        self._picture = None
        self._shaped.clear()
        self._fonts.clear()
        self.update()

    def tell(self, text: HintText, at: QPoint, keep_off: QRect | None = None, within: QRect | None = None) -> None:
        """Beside `at`, never over `keep_off`, inside `within`; all in the parent's coordinates."""
        if text != self.text or self._picture is None:
            self.text = text
            self.setAccessibleName(text.spoken)
            self._picture = self._painted()
            ratio = self._picture.devicePixelRatio()
            self.resize(self._picture.size() / ratio)
            self.update()
        self.move(self._place(at, keep_off, within))
        if not self.isVisible():
            self.show()
            self.raise_()

    def _place(self, at: QPoint, keep_off: QRect | None, within: QRect | None) -> QPoint:
        parent = self.parentWidget()
        assert parent is not None
        room = (within or parent.rect()).adjusted(8, 8, -8, -8)
        off = keep_off if keep_off is not None else QRect(at, at)
        x = max(room.left(), min(at.x() + 16, room.right() - self.width()))
        above, below = off.top() - self.height() - 20, off.bottom() + 28
        return QPoint(x, above if above >= room.top() else min(below, room.bottom() - self.height()))

    def _font(self, face: str, weight: int) -> QFont:
        found = self._fonts.get((face, weight))
        if found is None:
            found = self._fonts[(face, weight)] = fonts.font(face, weight)
        return found

    def _shape(self, text: str, face: str, weight: int, room: int) -> QStaticText:
        """One text laid out in lines of `room` pixels, kept."""
        key = text, face, weight, room
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) > _MOST:
                self._shaped.clear()
            found = self._shaped[key] = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            found.setTextOption(option)
            found.setTextWidth(room)
            found.prepare(font=self._font(face, weight))
        return found

    def _painted(self) -> QPixmap:
        """The whole card."""
        look, wide = theme.current(), fonts.scaled(WIDE)
        room = wide - 2 * PADDING
        shapes = [(self._shape(text, "small", 400, room), role) for text, role in self.text.lines]
        line = fonts.line("small")
        highs = [max(line, round(shape.size().height())) for shape, _ in shapes]
        head = PADDING - 2 + fonts.line("body") + GAP
        high = head + sum(highs) + GAP * (len(highs) - 1) + PADDING - 2
        ratio = self.devicePixelRatioF()
        found = QPixmap(round(wide * ratio), round(high * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color("accent" if self.text.verdict is not None else "hair2"))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, wide - 1, high - 1), 8, 8)
        self._paint_head(painter, wide, ratio)
        top = head
        painter.setFont(self._font("small", 400))
        for (shape, role), each in zip(shapes, highs, strict=True):
            painter.setPen(look.color(role))
            painter.drawStaticText(QPointF(PADDING, top), shape)
            top += each + GAP
        painter.end()
        return found

    def _paint_head(self, painter: QPainter, wide: int, ratio: float) -> None:
        """The title, and the verdict at the right."""
        look, top, high, right = theme.current(), PADDING - 2, fonts.line("body"), wide - PADDING
        if self.text.verdict is not None:
            icon, role = verdict_icon(self.text.verdict)
            word, ink = verdict_word(self.text.verdict), look.color(role)
            small = self._font("small", 600)
            painter.setFont(small)
            painter.setPen(ink)
            right -= round(QFontMetricsF(small).horizontalAdvance(word))
            painter.drawText(QRect(right, top, wide, high), Qt.AlignmentFlag.AlignVCenter, word)
            right -= ICON + 4
            painter.drawPixmap(right, top + (high - ICON) // 2, icons.pixmap(icon, ICON, ink, ratio))
            right -= 8
        bold = self._font("body", 600)
        painter.setFont(bold)
        painter.setPen(look.color("ink"))
        title = QFontMetricsF(bold).elidedText(self.text.title, Qt.TextElideMode.ElideRight, right - PADDING)
        painter.drawText(QRect(PADDING, top, right - PADDING, high), Qt.AlignmentFlag.AlignVCenter, title)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, self._picture)
            painter.end()
