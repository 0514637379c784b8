"""The form of an engagement with what saving it makes beside it: the very days, counted."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from PySide6.QtCore import QTimer

from techsched.model.engagement import Engagement
from techsched.model.row import Row
from ui.bridge import Bridge
from ui.forms.engagement import SHEET
from ui.forms.engagement_rows import engagement_of
from ui.forms.form import Form
from ui.forms.makes_panel import MakesPanel

_THOUGHT = 1 << 61
"""Ids of rows that are only thought of."""


class EngagementForm(Form):
    def __init__(self, bridge: Bridge, row: Row | None = None, preset: Mapping[str, Any] | None = None) -> None:
        super().__init__(SHEET, bridge, row, preset, wide=1240, high=900)
        self.makes = MakesPanel()
        self.middle.addWidget(self.makes)
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self._look)
        self.answers.left.connect(self._soon.start)
        self._look()

    def _look(self) -> None:
        context = self.answers.context
        row = self.row if isinstance(self.row, Engagement) else None
        found = engagement_of(self.answers.values(), row, context, count(_THOUGHT))
        self.makes.look(context.schedule, found, context.today)
