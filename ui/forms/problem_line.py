"""The sentence under a field that is not right, with its repair."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import fonts, icons, theme
from ui.forms.wrong import Problem
from ui.parts.button import Button
from ui.parts.plain_label import PlainLabel


class ProblemLine(QWidget):
    """`repaired(Problem)` when its button is pressed."""

    repaired = Signal(object)

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem
        label = PlainLabel(problem.sentence, "small", 600, "bad", wrap=True)
        self.setAccessibleName(problem.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        # as high as the button beside the first line of the sentence
        row.addWidget(_Disc(24 if problem.repair is not None else 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        if problem.repair is not None:
            button = Button(problem.repair.text, size="small")
            button.clicked.connect(lambda: self.repaired.emit(self.problem))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class _Disc(QWidget):
    def __init__(self, high: int) -> None:
        super().__init__()
        self.setFixedSize(QSize(fonts.scaled(14), fonts.scaled(high)))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = fonts.scaled(14)
        drawn = icons.pixmap("warning-circle-fill", size, theme.current().color("bad"), self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(0, (self.height() - size) // 2), drawn)
