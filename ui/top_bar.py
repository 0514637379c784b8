"""The bar over every page: what is shown and when, undo and redo, and New."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui import fonts, theme
from ui.parts.button import Button
from ui.parts.hairline import Hairline
from ui.parts.plain_label import PlainLabel
from ui.parts.progress_line import ProgressLine
from ui.parts.segmented import Segmented

HEIGHT = 52


class TopBar(QWidget):
    """`stepped(-1 | 1)` and `today_asked` move the period, `zoom_chosen(key)` changes how much of it is seen."""

    stepped = Signal(int)
    today_asked = Signal()
    zoom_chosen = Signal(str)

    def __init__(self, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Page bar"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fonts.dress(self, "body")
        self._title = PlainLabel("", "page")
        self._detail = PlainLabel("", "title", 400, "ink2", elide=True)
        self._detail.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

        self.period = QWidget()
        row = QHBoxLayout(self.period)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        before = Button(self.tr("Earlier"), icon="caret-left-bold", bare=True)
        today = Button(self.tr("Today"))
        after = Button(self.tr("Later"), icon="caret-right-bold", bare=True)
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        today.clicked.connect(self.today_asked)
        for button in (before, today, after):
            row.addWidget(button)
        self.period.hide()

        self._zooms = QWidget()
        self._zoom_row = QHBoxLayout(self._zooms)
        self._zoom_row.setContentsMargins(0, 0, 0, 0)
        self._zoom: Segmented | None = None
        self._zooms.hide()

        self.new = Button(self.tr("New"), "primary", icon="plus-bold")
        self.new.hide()
        back = Button.of(undo, "quiet", icon="arrow-u-up-left", bare=True)
        forth = Button.of(redo, "quiet", icon="arrow-u-up-right", bare=True)

        bar = QHBoxLayout(self)
        bar.setContentsMargins(20, 0, 20, 0)
        bar.setSpacing(8)
        bar.addWidget(self._title)
        bar.addSpacing(4)
        bar.addWidget(self._detail)
        bar.addSpacing(20)
        bar.addWidget(self.period)
        bar.addSpacing(20)
        bar.addWidget(self._zooms)
        bar.addStretch(1)
        bar.addWidget(back)
        bar.addWidget(forth)
        self._upright = Hairline(Qt.Orientation.Vertical, "hair2")
        self._upright.setMaximumHeight(20)
        self._upright.hide()
        bar.addWidget(self._upright)
        bar.addWidget(self.new)
        self.progress = ProgressLine(self)
        for button in self.findChildren(Button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def detail(self) -> str:
        return self._detail.text()

    def set_heading(self, title: str, detail: str = "") -> None:
        """'Week 48' and '23–29 November 2026'."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def set_zooms(self, zooms: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """(key, text) each; none at all hides them and the period with its Today."""
        if self._zoom is not None:
            self._zoom_row.removeWidget(self._zoom)
            self._zoom.deleteLater()
            self._zoom = None
        if zooms:
            self._zoom = Segmented(zooms, name=self.tr("How much is shown"))
            self._zoom.focus_policy(Qt.FocusPolicy.TabFocus)
            self._zoom.choose(chosen or zooms[0][0])
            self._zoom.chosen.connect(self.zoom_chosen)
            self._zoom_row.addWidget(self._zoom)
        self._zooms.setVisible(bool(zooms))
        self.period.setVisible(bool(zooms))

    @property
    def zoom(self) -> str:
        """The key of the zoom shown as chosen, empty without zooms."""
        return self._zoom.value if self._zoom is not None else ""

    def show_zoom(self, key: str) -> None:
        """Marks one without telling anybody. Raises KeyError for a zoom that is not offered."""
        if self._zoom is None:
            raise KeyError(key)
        self._zoom.choose(key)

    def set_new(self, menu: QMenu) -> None:
        """What New offers; without it the button is not there."""
        self.new.set_menu(menu)
        self.new.show()
        self._upright.show()

    def sizeHint(self) -> QSize:
        return QSize(0, fonts.scaled(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # over the lower edge, so that nothing moves when it starts
        high = self.progress.sizeHint().height()
        self.progress.setGeometry(0, self.height() - high, self.width(), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.color("surface"))
        edge = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(edge, shown.color("hair" if shown.washes else "hair2"))
