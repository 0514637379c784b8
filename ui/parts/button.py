"""A button: primary, plain, quiet or a link, with an icon, a key cap, or a menu under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui import fonts, icons, plain, theme
from ui.parts.box import RING, draw_box, draw_ring
from ui.parts.key_cap import cap_size, draw_key_cap, key_text

HEIGHTS = {"small": 24, "normal": 28, "large": 36}
VARIANTS = ("primary", "plain", "quiet", "link")
_GAP = 6
_RADIUS = 6


class Button(QAbstractButton):
    """`icon` is a Phosphor name. `bare` hides the words, which then are its tooltip and what is read aloud.

    `keys` names a key in a cap; it does not set the shortcut. Space and Enter press it.
    """

    def __init__(
        self,
        text: str = "",
        variant: str = "plain",
        *,
        icon: str = "",
        keys: str = "",
        size: str = "normal",
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if variant not in VARIANTS:
            raise ValueError(f"a button is one of {VARIANTS}, not {variant}")
        self._variant = variant
        self._icon = icon
        self._keys = key_text(keys) if keys else ""
        self._high = HEIGHTS[size]
        self._bare = bare
        self._menu: QMenu | None = None
        self._action: QAction | None = None
        self.setText(plain.caption(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        weight = 600 if variant == "primary" else 500
        fonts.dress(self, "body" if size == "large" else "small", weight)
        self._name(text)

    @classmethod
    def of(cls, action: QAction, variant: str = "plain", *, icon: str = "", bare: bool = False) -> Button:
        """Does what an action does, and follows its name, tooltip and whether it can be done now."""
        made = cls(action.text(), variant, icon=icon, bare=bare)
        made._action = action
        made.clicked.connect(action.trigger)
        action.changed.connect(made._follow)
        made._follow()
        return made

    def set_menu(self, menu: QMenu) -> None:
        """A press opens the menu under the button, also by keyboard."""
        self._menu = menu
        self.clicked.connect(self._open_menu)

    def set_variant(self, variant: str) -> None:
        self._variant = variant
        self.update()

    def set_text(self, text: str) -> None:
        """Words as people wrote them: an '&' stays an '&'."""
        self.setText(plain.caption(text))
        self._name(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        high = fonts.scaled(self._high)
        if self._bare:
            return QSize(high, high)
        wide = sum(width for _, width in self._pieces()) + _GAP * (len(self._pieces()) - 1)
        side = 0 if self._variant == "link" else fonts.scaled(16 if self._high == HEIGHTS["large"] else 10)
        return QSize(wide + 2 * max(side, RING + 1), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _MODIFIERS:
            self.click()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_box(painter)
        shown = theme.current()
        ink = shown.color(self._ink())
        pieces = self._pieces()
        wide = sum(width for _, width in pieces) + _GAP * (len(pieces) - 1)
        x = (self.width() - wide) / 2
        for piece, width in pieces:
            place = QRectF(x, 0, width, self.height())
            if piece == "text":
                painter.setFont(self.font())
                painter.setPen(ink)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._words())
            elif piece == "keys":
                high = cap_size(self._keys).height()
                place = QRectF(x, (self.height() - high) / 2, width, high)
                primary = self._variant == "primary" and self.isEnabled()
                told = ink if primary else shown.color("ink3" if self.isEnabled() else "disabled")
                draw_key_cap(painter, place, self._keys, told, ink if primary else shown.color("hair2"))
            else:
                name = self._icon if piece == "icon" else "caret-down-bold"
                top = (self.height() - width) // 2
                painter.drawPixmap(QPoint(round(x), top), icons.pixmap(name, width, ink, self.devicePixelRatioF()))
            x += width + _GAP

    def _paint_box(self, painter: QPainter) -> None:
        shown = theme.current()
        rect = self.rect()
        active = self.isEnabled() and (self.isDown() or self.underMouse())
        if self._variant == "primary":
            fill = shown.color("accent" if self.isEnabled() else "hover")
            if self.hasFocus():
                draw_ring(painter, rect, _RADIUS + RING)
                rect = rect.adjusted(RING + 1, RING + 1, -RING - 1, -RING - 1)
            draw_box(painter, rect, _RADIUS - (3 if self.hasFocus() else 0), fill)
            if active:
                draw_box(painter, rect, _RADIUS, shown.color("onaccent", 0.24 if self.isDown() else 0.12))
            return
        if self._variant == "plain":
            fill = shown.color("raised" if self.isEnabled() else "surface")
            line = shown.color("hair2" if self.isEnabled() else "hair")
            draw_box(painter, rect, _RADIUS, fill, line, shown.lines.control)
        if active and self._variant != "link":
            inner = rect.adjusted(1, 1, -1, -1)
            draw_box(painter, inner, _RADIUS - 1, shown.color("accentsoft" if self.isDown() else "hover"))
        if self.hasFocus():
            draw_ring(painter, rect, _RADIUS)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return {"primary": "onaccent", "plain": "ink", "quiet": "ink2", "link": "accent"}[self._variant]

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _pieces(self) -> list[tuple[str, int]]:
        """What stands in the button from left to right, with its width in pixels."""
        found = []
        if self._icon:
            found.append(("icon", fonts.scaled(14 if self._high == HEIGHTS["small"] else 16)))
        if not self._bare and self.text():
            metrics = QFontMetrics(self.font())
            found.append(("text", metrics.horizontalAdvance(self._words()) + 1))
        if self._keys and not self._bare:
            found.append(("keys", cap_size(self._keys).width()))
        if self._menu is not None and not self._bare and self._variant != "primary":
            found.append(("caret", fonts.scaled(12)))
        return found

    def _name(self, text: str) -> None:
        self.setAccessibleName(text)
        if self._bare:
            self.setToolTip(plain.tip(text))
        if self._keys:
            self.setAccessibleDescription(self._keys)

    def _follow(self) -> None:
        action = self._action
        if action is not None:
            self.setEnabled(action.isEnabled())
            words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            self.set_text(words)
            keys = action.shortcut().toString()
            if self._bare:
                self.setToolTip(plain.tip(f"{words}  {key_text(keys)}" if keys else words))

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
