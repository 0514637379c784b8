"""What bars are made of: plate, kind letter, district tag, priority mark, stripes, travel line, '!' disc."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF

from techsched.model.kinds import Priority
from ui import theme
from ui.board.faces import Faces
from ui.board.labels import Labels

GLYPH = 16
RADIUS = 5
DISC = 16
TICK = 4
"""Half the height of the end ticks of a trip."""


class Strokes:
    """Draws at a place in the theme in force; `begin` before each picture."""

    def __init__(self, labels: Labels, language: str) -> None:
        self.labels = labels
        self.language = language
        self.discreet = False
        """Away is away, without why: for pictures and whatever else is handed on."""
        self.faces = Faces()
        self.look = theme.current()
        self.ratio = 1.0
        self._inks: dict[str, QColor] = {}
        self._pens: dict[tuple[str, float], QPen] = {}
        self._tile: tuple[float, QPixmap] | None = None

    def begin(self, ratio: float) -> bool:
        """Takes the theme in force; `ratio` is of device pixels. True when the theme is another one than before."""
        fresh = self.look is not theme.current()
        if fresh:
            self.look = theme.current()
            self.clear()
        self.ratio = ratio
        return fresh

    def clear(self) -> None:
        """Forgets what was painted before; after a change of theme, text size or language."""
        self.faces.clear()
        self._inks.clear()
        self._pens.clear()
        self._tile = None

    def ink(self, role: str) -> QColor:
        """A colour of the theme, not to be altered."""
        found = self._inks.get(role)
        if found is None:
            found = self._inks[role] = self.look.color(role)
        return found

    def pen(self, role: str, width: float = 1) -> QPen:
        found = self._pens.get((role, width))
        if found is None:
            found = self._pens[(role, width)] = QPen(self.look.color(role), width)
        return found

    # plates

    def plate(
        self,
        painter: QPainter,
        rect: QRectF,
        fill: QColor | None,
        outline: QColor | None = None,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
        width: float = 1,
    ) -> None:
        if outline is None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            pen = QPen(outline, width)
            if style is Qt.PenStyle.DashLine:
                pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
        painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        inset = width / 2 if outline is not None else 0
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def stripes(self, painter: QPainter, rect: QRectF) -> None:
        """Slanting lines each 6 pixels on the fill of an absence."""
        if self._tile is None or self._tile[0] != self.ratio:
            self._tile = (self.ratio, self._striped())
        painter.save()
        painter.setPen(self.pen("stripe"))
        painter.setBrush(QBrush(self._tile[1]))
        painter.setBrushOrigin(rect.topLeft())
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.restore()

    def _striped(self) -> QPixmap:
        size = 6
        tile = QPixmap(round(size * self.ratio), round(size * self.ratio))
        tile.setDevicePixelRatio(self.ratio)
        tile.fill(self.ink("leavebg"))
        brush = QPainter(tile)
        # at 45 degrees pixel follows pixel: smoothed, the lines would only be paler
        brush.setPen(self.pen("stripe", self.look.lines.stripe))
        for shift in (-size, 0, size):
            brush.drawLine(QPointF(shift, size), QPointF(shift + size, 0))
        brush.end()
        return tile

    # marks

    def glyph(self, painter: QPainter, rect: QRectF, letter: str, ink: QColor, bare: bool) -> None:
        """The kind's letter at the left of a bar, in a box unless `bare`."""
        if rect.width() < GLYPH + 4:
            return
        box = QRectF(rect.left() + (3 if bare else 5), rect.center().y() - GLYPH / 2, GLYPH, GLYPH)
        if not bare:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        width = self.labels.width(letter, "meta", 600)
        self.labels.draw(painter, box.center().x() - width / 2, box.center().y(), 40, letter, "meta", 600, ink)

    def tag(self, painter: QPainter, text: str, right: float, middle: float, solid: bool, ink: QColor) -> float:
        """District tag that ends at `right`; returns its left edge."""
        width = self.labels.width(text, "meta", 600) + 8
        box = QRectF(right - width, middle - 8, width, 16)
        painter.setPen(Qt.PenStyle.NoPen if solid else QPen(ink, 1))
        painter.setBrush(self.ink("tag") if solid else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box if solid else box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        self.labels.draw(painter, box.left() + 4, middle, width, text, "meta", 600, ink)
        return box.left()

    def priority(
        self, painter: QPainter, priority: Priority, left: float, middle: float, on_ink: bool, ink: QColor
    ) -> None:
        """Octagon with '!', triangle, ring or square, in a box of 14 pixels."""
        cx = left + 7
        if priority is Priority.CRITICAL:
            r, k = 7.0, 2.9
            points = [(-k, -r), (k, -r), (r, -k), (r, k), (k, r), (-k, r), (-r, k), (-r, -k)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ink("vc" if on_ink else "bad"))
            painter.drawPolygon(QPolygonF([QPointF(cx + x, middle + y) for x, y in points]))
            self._bang(painter, cx, middle + 0.5, self.ink("visit" if on_ink else "onbad"))
        elif priority is Priority.HIGH:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ink("vh" if on_ink else "warn"))
            painter.drawPolygon(
                QPolygonF([QPointF(cx, middle - 6), QPointF(cx + 6.5, middle + 5), QPointF(cx - 6.5, middle + 5)])
            )
        else:
            painter.setPen(QPen(ink, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(cx - 4.5, middle - 4.5, 9, 9)
            if priority is Priority.STANDARD:
                painter.drawEllipse(box)
            else:
                painter.drawRect(box)

    def _bang(self, painter: QPainter, x: float, y: float, ink: QColor) -> None:
        painter.fillRect(QRectF(x - 1, y - 4.5, 2, 5.5), ink)
        painter.fillRect(QRectF(x - 1, y + 2, 2, 2), ink)

    def disc(self, painter: QPainter, left: float, top: float, role: str, kept: bool) -> None:
        """The '!' of a conflict; one that is kept is open."""
        disc = QRectF(left, top, DISC, DISC)
        painter.setPen(self.pen(role if kept else "surface", 1.5))
        painter.setBrush(self.ink("surface" if kept else role))
        painter.drawEllipse(disc)
        mark = self.ink(role if kept else "onbad" if role == "bad" else "surface")
        self._bang(painter, disc.center().x(), disc.center().y(), mark)

    def leg(self, painter: QPainter, left: float, right: float, y: float, minutes: int | None, role: str) -> None:
        """A trip: a line with end ticks, and its minutes above it."""
        painter.setPen(self.pen(role, self.look.lines.travel))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(self.pen(role))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - TICK), QPointF(x, y + TICK))
        if minutes is not None:
            told = f"{minutes}′"
            width = self.labels.width(told, "meta", 400)
            self.labels.draw(painter, (left + right - width) / 2, y - 9, 60, told, "meta", 400, self.ink(role))
