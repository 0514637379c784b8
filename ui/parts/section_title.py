"""The title of a section, with what is counted at its right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.parts.plain_label import PlainLabel


class SectionTitle(QWidget):
    """'Requirements' at the left, '4 of 4 met' at the right."""

    def __init__(self, text: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(text, "small", 600, "ink2", elide=True)
        self._detail = PlainLabel(detail, "small", 400, "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self._detail)

    def set_text(self, text: str) -> None:
        self._title.setText(text)

    def set_detail(self, detail: str) -> None:
        self._detail.setText(detail)
