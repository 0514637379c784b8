"""The pages under each other as they come out of the printer, to be scrolled, turned and enlarged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from techsched.roster.marks import Text
from techsched.roster.pages import Page
from ui import fonts, i18n, theme
from ui.parts.box import draw_ring
from ui.roster.painter import draw

_MARGIN = 24
_CAPTION = 32
"""Room under each page for its number."""
_SMALLEST, _WIDEST = 480, 1280
"""Pixels of a page's width that fits itself to the window."""
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class PagesView(QAbstractScrollArea):
    """`turned(n)` tells which page, counted from 1, is at the top of the view."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._drawn: dict[int, QPixmap] = {}
        self._zoom = 1.0
        self._shown = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the roster"))
        fonts.dress(self, "small")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        theme.choice.changed.connect(self.viewport().update)

    @property
    def pages(self) -> tuple[Page, ...]:
        return self._pages

    @property
    def page(self) -> int:
        """Number of the page that fills most of the view, from 1; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        found = 0
        for page in self._pages:
            if self._place(page.number).top() <= middle:
                found = page.number
        return found or min(1, len(self._pages))

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Keeps the place where it can."""
        self._pages = tuple(pages)
        self._drawn.clear()
        self._arrange()
        self._describe()
        self.viewport().update()

    def turn(self, by: int) -> None:
        """To the page before or after, no further than the ends."""
        self.go(min(max(self.page + by, 1), max(1, len(self._pages))))

    def go(self, number: int) -> None:
        """Puts the top of a page at the top of the view."""
        if self._pages:
            self.verticalScrollBar().setValue(self._place(number).top() - _MARGIN // 2)

    def enlarge(self, by: int) -> None:
        """One step larger or smaller; 0 fits the width again."""
        place = _ZOOMS.index(self._zoom)
        self._zoom = _ZOOMS[min(max(place + by, 0), len(_ZOOMS) - 1)] if by else 1.0
        here = self.page
        self._drawn.clear()
        self._arrange()
        self.go(here)
        self.viewport().update()

    # geometry

    def _width(self) -> int:
        """Of the widest page, in pixels."""
        fitting = min(max(self.viewport().width() - 2 * _MARGIN, _SMALLEST), _WIDEST)
        return round(fitting * self._zoom)

    def _scale(self) -> float:
        """Pixels of a millimetre."""
        return self._width() / max((page.width for page in self._pages), default=1.0)

    def _place(self, number: int) -> QRect:
        """Where a page lies in the whole, before scrolling."""
        top = _MARGIN
        for page in self._pages[: number - 1]:
            top += round(page.height * self._scale()) + _CAPTION
        page = self._pages[number - 1]
        wide, high = round(page.width * self._scale()), round(page.height * self._scale())
        room = max(self.viewport().width(), wide + 2 * _MARGIN)
        return QRect((room - wide) // 2, top, wide, high)

    def _arrange(self) -> None:
        view = self.viewport().size()
        last = self._place(len(self._pages)) if self._pages else QRect()
        whole = last.bottom() + 1 + _CAPTION
        across = self._width() + 2 * _MARGIN
        for bar, length, room in (
            (self.verticalScrollBar(), whole, view.height()),
            (self.horizontalScrollBar(), across, view.width()),
        ):
            bar.setRange(0, max(0, length - room))
            bar.setPageStep(room)
            bar.setSingleStep(48)

    def _scrolled(self) -> None:
        self.viewport().update()
        if self.page != self._shown:
            self._describe()

    def _describe(self) -> None:
        """What a screen reader says: which page it is, and all that stands on it."""
        self._shown = self.page
        if self._shown:
            told = [mark.text for mark in self._pages[self._shown - 1].marks if isinstance(mark, Text)]
            self.setAccessibleDescription(f"{self._caption(self._shown)}. {'; '.join(told)}")
        else:
            self.setAccessibleDescription("")
        self.turned.emit(self._shown)

    def _caption(self, number: int) -> str:
        return i18n.filled(self.tr("Page %1 of %2"), str(number), str(len(self._pages)))

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), shown.color("window"))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.setFont(self.font())
        for page in self._pages:
            place = self._place(page.number).translated(-across, -down)
            if place.bottom() + _CAPTION < event.rect().top() or place.top() > event.rect().bottom():
                continue
            painter.drawPixmap(place.topLeft(), self._pixmap(page))
            painter.setPen(shown.color("hair2"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            painter.setPen(shown.color("ink2"))
            under = QRectF(place.left(), place.bottom() + 1, place.width(), _CAPTION)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self._caption(page.number))
        if self.hasFocus():
            draw_ring(painter, self.viewport().rect(), 0)

    def _pixmap(self, page: Page) -> QPixmap:
        found = self._drawn.get(page.number)
        ratio = self.devicePixelRatioF()
        if found is None or found.devicePixelRatio() != ratio:
            place = self._place(page.number)
            found = QPixmap(round(place.width() * ratio), round(place.height() * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.white)
            painter = QPainter(found)
            draw(painter, page, self._scale())
            painter.end()
            self._drawn[page.number] = found
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        here = self.page
        self._drawn.clear()
        self._arrange()
        if here > 1:
            self.go(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match Qt.Key(event.key()):
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.turn(1)
            case Qt.Key.Key_PageUp:
                self.turn(-1)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + bar.singleStep())
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - bar.singleStep())
            case Qt.Key.Key_Plus:
                self.enlarge(1)
            case Qt.Key.Key_Minus:
                self.enlarge(-1)
            case Qt.Key.Key_0:
                self.enlarge(0)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.enlarge(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Pages of the roster"))
            self._describe()
            self.viewport().update()
