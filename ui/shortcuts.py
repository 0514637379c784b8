"""The list of all keys, by menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.parts.dialog import Dialog
from ui.parts.key_cap import KeyCap
from ui.parts.plain_label import PlainLabel
from ui.parts.section_title import SectionTitle


class Shortcuts(Dialog):
    """Every action that has a key and can be done in this window, under the menu it stands in."""

    def __init__(self, actions: Actions) -> None:
        super().__init__("", width=560, height=640)
        self.set_title(self.tr("All shortcuts"))
        titles = {
            "file": self.tr("File"),
            "edit": self.tr("Edit"),
            "view": self.tr("View"),
            "go": self.tr("Go"),
            "help": self.tr("Help"),
            "": self.tr("On the board"),
        }
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for menu, title in titles.items():
            found = sorted((each for each in actions if each.menu == menu and each.keys), key=lambda each: each.group)
            if not found:
                continue
            column.addWidget(SectionTitle(title))
            grid = QGridLayout()
            grid.setVerticalSpacing(6)
            for row, action in enumerate(found):
                grid.addWidget(PlainLabel(action.text, "body", elide=True), row, 0)
                caps = QHBoxLayout()
                caps.setSpacing(4)
                for keys in action.keys:
                    caps.addWidget(KeyCap(keys))
                grid.addLayout(caps, row, 1, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(0, 1)
            column.addLayout(grid)
            column.addSpacing(8)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("All shortcuts"))
        self.body.addWidget(area)
