"""Fusion in the colours of the theme: the palette, and the style sheet of Qt's own controls."""

from __future__ import annotations

from PySide6.QtCore import QDir, QTemporaryDir
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from ui import fonts, icons, theme
from ui.theme import Theme

_MARKS = {
    "caret-down": ("caret-down-bold", 12, "ink2"),
    "caret-up": ("caret-up-bold", 12, "ink2"),
    "caret-right": ("caret-right-bold", 12, "ink2"),
    "check": ("check-bold", 12, "onaccent"),
    "check-menu": ("check-bold", 12, "ink"),
    "minus": ("minus-bold", 12, "onaccent"),
}
"""Pictures that a style sheet can only take from files: name there, icon, pixels, role."""

_ROLES = QPalette.ColorRole
_PALETTE = {
    _ROLES.Window: "window",
    _ROLES.WindowText: "ink",
    _ROLES.Base: "surface",
    _ROLES.AlternateBase: "sunken",
    _ROLES.Text: "ink",
    _ROLES.PlaceholderText: "ink3",
    _ROLES.Button: "raised",
    _ROLES.ButtonText: "ink",
    _ROLES.BrightText: "bad",
    _ROLES.ToolTipBase: "raised",
    _ROLES.ToolTipText: "ink",
    _ROLES.Highlight: "accent",
    _ROLES.HighlightedText: "onaccent",
    _ROLES.Link: "accent",
    _ROLES.LinkVisited: "accent",
    _ROLES.Accent: "accent",
    _ROLES.Light: "raised",
    _ROLES.Midlight: "hover",
    _ROLES.Mid: "hair2",
    _ROLES.Dark: "ctl",
    _ROLES.Shadow: "ink3",
}
_FAINT = (_ROLES.WindowText, _ROLES.Text, _ROLES.ButtonText, _ROLES.HighlightedText)


class _Dresser:
    """Dresses the application again whenever theme or text size change; keeps the folder of the marks."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._folder = QTemporaryDir()
        QDir.setSearchPaths("marks", [self._folder.path()])
        self._drawn: set[Theme] = set()
        self._worn: tuple[Theme, int] | None = None
        theme.choice.changed.connect(self.dress)
        fonts.text_size.changed.connect(self.dress)

    def dress(self) -> None:
        shown = theme.current()
        worn = shown, fonts.text_size.percent
        if worn == self._worn:
            return
        self._worn = worn
        if shown not in self._drawn:
            self._drawn.add(shown)
            self._draw_marks(shown)
        self._app.setPalette(palette(shown))
        self._app.setFont(fonts.font("body"))
        QToolTip.setFont(fonts.font("small"))
        self._app.setStyleSheet(sheet(shown))
        fonts.redress()

    def _draw_marks(self, shown: Theme) -> None:
        dense = self._app.devicePixelRatio() > 1
        for name, (icon, size, role) in _MARKS.items():
            for ratio, ending in ((1.0, ""), (2.0, "@2x")) if dense else ((1.0, ""),):
                drawn = icons.pixmap(icon, size, shown.color(role), ratio)
                # 100 is "do not squeeze", which is quicker
                drawn.save(self._folder.filePath(f"{shown.name}-{name}{ending}.png"), "PNG", 100)


_dressers: list[_Dresser] = []


def apply(app: QApplication) -> None:
    """Dresses the application in the current theme and follows every later change of theme and text size."""
    if not _dressers:
        if app.style().name().lower() != "fusion":
            app.setStyle("Fusion")
        _dressers.append(_Dresser(app))
    _dressers[0].dress()


def palette(shown: Theme) -> QPalette:
    """All roles that Fusion draws with, disabled text faint."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, shown.color(name))
    for role in _FAINT:
        made.setColor(QPalette.ColorGroup.Disabled, role, shown.color("disabled"))
    made.setColor(QPalette.ColorGroup.Disabled, _ROLES.Highlight, shown.color("hover"))
    return made


def sheet(shown: Theme) -> str:
    """Qt's own controls; parts of `ui.parts` paint themselves and are not touched by it."""
    # "@name" stands for a colour role, "$n" for n pixels at the chosen text size, "%" for the outline of a control
    text = _SHEET
    for role in sorted(shown.roles, key=len, reverse=True):
        text = text.replace(f"@{role}", shown.css(role))
    for pixels in sorted({int(found) for found in _LENGTHS}, reverse=True):
        text = text.replace(f"${pixels}px", f"{fonts.scaled(pixels)}px")
    text = text.replace("%line", f"{shown.lines.control}px").replace("%theme", shown.name)
    return text


_SHEET = """
QToolTip { background: @raised; color: @ink; border: 1px solid @hair2; padding: 4px 8px; }

QMenu { background: @raised; color: @ink; border: %line solid @hair2; padding: 4px; }
QMenu::item { min-height: $20px; padding: 4px 24px 4px 32px; border-radius: 5px; border: 2px solid transparent; }
QMenu::item:selected { background: @accentsoft; border-color: @accent; }
QMenu::item:disabled { color: @disabled; }
QMenu::item:disabled:selected { background: transparent; }
QMenu::separator { height: 1px; background: @hair; margin: 4px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 10px; }
QMenu::indicator:checked { image: url(marks:%theme-check-menu.png); }
QMenu::right-arrow { image: url(marks:%theme-caret-right.png); width: 12px; height: 12px; right: 8px; }

QMenuBar { background: @window; color: @ink2; border-bottom: 1px solid @hair; }
QMenuBar::item { padding: 4px 10px; border-radius: 5px; }
QMenuBar::item:selected { background: @hover; color: @ink; }
QMenuBar::item:pressed { background: @accentsoft; color: @accent; }

QPushButton { background: @raised; color: @ink; border: %line solid @hair2; border-radius: 6px; padding: 0 12px;
    min-height: $26px; min-width: $56px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @accentsoft; }
QPushButton:default { background: @accent; color: @onaccent; border-color: @accent; }
QPushButton:disabled { background: @surface; color: @disabled; border-color: @hair; }
QPushButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: $24px; }
QPushButton:default:focus { border: 2px solid @ink; }

QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: @surface; color: @ink;
    border: %line solid @ctl; border-radius: 6px; padding: 0 8px; selection-background-color: @accent;
    selection-color: @onaccent; placeholder-text-color: @ink3; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $30px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid @accent; padding: 0 7px;
    min-height: $28px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 3px; }
QLineEdit[bad="true"], QComboBox[bad="true"], QAbstractSpinBox[bad="true"] { border: 2px solid @bad; padding: 0 7px;
    min-height: $28px; }
QPlainTextEdit[bad="true"], QTextEdit[bad="true"] { border: 2px solid @bad; padding: 3px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: @sunken; color: @disabled; border-color: @hair2; }
QLineEdit:read-only { background: @sunken; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(marks:%theme-caret-down.png); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @hair2; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: $28px; padding: 0 8px; border-radius: 5px; border: none; }
QComboBox QAbstractItemView::item:selected { background: @accentsoft; color: @ink; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 24px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url(marks:%theme-caret-up.png); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow, QDateEdit::down-arrow { image: url(marks:%theme-caret-down.png); width: 12px;
    height: 12px; }
QDateEdit::drop-down { border: none; width: 28px; }

QCheckBox, QRadioButton { spacing: 8px; color: @ink; min-height: $24px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    border: %line solid @ctl; background: @surface; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent; border-color: @accent;
    image: url(marks:%theme-check.png); }
QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent;
    image: url(marks:%theme-minus.png); }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 6px; height: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; border-radius: 6px; padding: 0 2px; }

QTabBar { background: transparent; }
QTabBar::tab { color: @ink2; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
QTabBar::tab:focus { border: 2px solid @accent; border-radius: 6px; }
QTabWidget::pane { border: none; border-top: 1px solid @hair; }

QTableView, QTreeView, QListView, QListWidget, QTableWidget { background: @surface;
    alternate-background-color: @surface; color: @ink; gridline-color: @hair; border: none;
    selection-background-color: @selected; selection-color: @ink;
    outline: none; }
QTableView::item, QTreeView::item, QListView::item { padding: 0 8px; border: none; border-bottom: 1px solid @hair; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: @sunken; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @selected; color: @ink; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus { border: 2px solid @accent; padding: 0 6px; }
QHeaderView { background: @sunken; border: none; }
QHeaderView::section { background: @sunken; color: @ink3; border: none; border-bottom: 1px solid @hair2; padding: 0 8px;
    min-height: $28px; }
QHeaderView::section:hover { color: @ink; }
QHeaderView::up-arrow { image: url(marks:%theme-caret-up.png); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url(marks:%theme-caret-down.png); width: 12px; height: 12px; }
QTableCornerButton::section { background: @sunken; border: none; border-bottom: 1px solid @hair2; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @hair2; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @ctl; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: @surface; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { border: none; background: transparent; }

QProgressBar { background: @hover; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QSplitter::handle { background: @hair; }
QSplitter::handle:hover { background: @accent; }
QDialog, QMessageBox { background: @surface; }
QCalendarWidget QWidget { alternate-background-color: @sunken; }
QCalendarWidget QToolButton { color: @ink; background: transparent; border: none; border-radius: 6px;
    padding: 4px 8px; }
QCalendarWidget QToolButton:hover { background: @hover; }
"""
_LENGTHS = [piece.split("px")[0] for piece in _SHEET.split("$")[1:]]
