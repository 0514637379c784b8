"""What a placing would mean, as an icon and a word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from techsched.model.kinds import Verdict
from ui import fonts, icons, theme

_GAP = 4


def verdict_icon(verdict: Verdict) -> tuple[str, str]:
    """Phosphor icon and colour role."""
    return {
        Verdict.GOOD: ("check-circle-fill", "good"),
        Verdict.WARNING: ("warning-fill", "warn"),
        Verdict.APPROVAL: ("warning-fill", "warn"),
        Verdict.IMPOSSIBLE: ("prohibit", "ink2"),
    }[verdict]


def verdict_word(verdict: Verdict) -> str:
    return {
        Verdict.GOOD: QCoreApplication.translate("VerdictMark", "Fits"),
        Verdict.WARNING: QCoreApplication.translate("VerdictMark", "Fits with a warning"),
        Verdict.APPROVAL: QCoreApplication.translate("VerdictMark", "Needs your OK"),
        Verdict.IMPOSSIBLE: QCoreApplication.translate("VerdictMark", "Does not fit"),
    }[verdict]


class VerdictMark(QWidget):
    """Icon and word; the word alone tells 'with a warning' from 'needs your OK'."""

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        fonts.dress(self, "small", 600)
        self.set_verdict(verdict)

    def set_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.setAccessibleName(verdict_word(verdict))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(verdict_word(self._verdict)) + 1
        return QSize(fonts.scaled(14) + _GAP + wide, fonts.line("small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon, role = verdict_icon(self._verdict)
        ink = theme.current().color(role)
        size = fonts.scaled(14)
        painter.drawPixmap(0, (self.height() - size) // 2, icons.pixmap(icon, size, ink, self.devicePixelRatioF()))
        painter.setFont(self.font())
        painter.setPen(ink)
        place = QRectF(self.rect()).adjusted(size + _GAP, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, flags, verdict_word(self._verdict))
