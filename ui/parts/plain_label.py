"""A label that shows text letter by letter, in a face and role of the design."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, plain, theme


class PlainLabel(QLabel):
    """One line or, with `wrap`, a paragraph. Lines are as high as the type scale says, not as the font would.

    `elide` shortens with an ellipsis what has no room; the whole text is then its tooltip.
    """

    def __init__(
        self,
        text: str = "",
        face: str = "body",
        weight: int | None = None,
        role: str = "ink",
        *,
        elide: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._face = face
        self._role = role
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        fonts.dress(self, face, weight)
        across = QSizePolicy.Policy.Ignored if elide else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed if not wrap else QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """A colour role of the theme."""
        self._role = role
        self.update()

    def set_face(self, face: str, weight: int | None = None) -> None:
        self._face = face
        fonts.dress(self, face, weight)
        self.updateGeometry()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self.wordWrap():
            width = min(self._natural_width(), fonts.scaled(560))
            return QSize(width, self.heightForWidth(width))
        return QSize(self._natural_width(), fonts.line(self._face))

    def minimumSizeHint(self) -> QSize:
        if self.wordWrap():
            return QSize(fonts.scaled(48), fonts.line(self._face))
        return QSize(fonts.scaled(24) if self._elide else self._natural_width(), fonts.line(self._face))

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return max(1, len(self._lines(inner))) * fonts.line(self._face) + margins.top() + margins.bottom()

    def resizeEvent(self, event: object) -> None:
        self._tell_whole()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.current().color(self._role if self.isEnabled() else "disabled"))
        room = QRectF(self.contentsRect())
        if not self.wordWrap():
            text = self.text()
            if self._elide:
                text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, self.alignment() | Qt.TextFlag.TextSingleLine, text)
            return
        high = fonts.line(self._face)
        flags = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        for number, line in enumerate(self._lines(int(room.width()))):
            place = QRectF(room.x(), room.y() + number * high, room.width(), high)
            painter.drawText(place, flags | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)

    def _natural_width(self) -> int:
        margins = self.contentsMargins()
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)
        return int(widest + 1) + margins.left() + margins.right()

    def _lines(self, width: int) -> list[str]:
        """The text broken at word ends for a width in pixels; line ends of the text itself are kept."""
        found: list[str] = []
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(0, 0))
            layout.endLayout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                found.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        return found

    def _tell_whole(self) -> None:
        if self._elide:
            short = self._natural_width() > self.width()
            self.setToolTip(plain.tip(self.text()) if short else "")
