"""The right form for a record: opened by whoever shows records, and offered again when it was left half-typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from PySide6.QtCore import QCoreApplication

from techsched.model.row import Row
from techsched.model.wall import clock_text, day_of, minute_of
from ui import i18n
from ui.bridge import Bridge
from ui.drafts import Drafts, Kept
from ui.forms import typed
from ui.forms.field import Sheet
from ui.forms.form import Form
from ui.window import MainWindow

KINDS = ("technician", "client", "site", "engagement", "visit", "absence")
Open = Callable[[Form], object]
_WIDE = {"technician": 880, "client": 880, "absence": 640}


def sheet_of(kind: str) -> Sheet:
    """The declared fields of one of KINDS. Raises ModuleNotFoundError for another word."""
    found: Sheet = import_module(f"ui.forms.{kind}").SHEET
    return found


def form_for(
    bridge: Bridge, kind: str, row: object = None, open: Open | None = None, preset: Mapping[str, Any] | None = None
) -> Form:
    """A form of one of KINDS; `row` None is a new record, that begins with the values of `preset`."""
    held = row if isinstance(row, Row) else None
    if kind == "visit":
        from ui.forms.visit_form import VisitForm

        return VisitForm(bridge, held, preset)
    if kind == "engagement":
        from ui.forms.engagement_form import EngagementForm

        return EngagementForm(bridge, held, preset)
    return Form(sheet_of(kind), bridge, held, preset, wide=_WIDE.get(kind, 760))


def offer_drafts(window: MainWindow, bridge: Bridge, open: Open) -> None:
    """A notice for each form that was left half-typed; the button goes on with it."""
    for kept in Drafts(bridge.desk.path).waiting():
        if kept.form not in KINDS:
            continue
        key = f"draft.{kept.form}.{kept.record}"
        zone = bridge.schedule.office.zone
        told = QCoreApplication.translate("Form", "%1: half-typed since %2, %3.")
        on = typed.echo(day_of(kept.at, zone), day_of(bridge.now, zone))[0]
        words = i18n.filled(told, kept.title, clock_text(minute_of(kept.at, zone)), on)
        go_on = QCoreApplication.translate("Form", "Go on")
        window.notices.tell(key, words, "calm", go_on, _going_on(window, bridge, open, kept, key))


def _going_on(window: MainWindow, bridge: Bridge, open: Open, kept: Kept, key: str) -> Callable[[], None]:
    def go_on() -> None:
        window.notices.drop(key)
        row = bridge.schedule.get(sheet_of(kept.form).table, kept.record) if kept.record else None
        if kept.record and row is None:
            # somebody removed the record meanwhile
            Drafts(bridge.desk.path).drop(kept.form, kept.record)
            return
        open(form_for(bridge, kept.form, row, open))

    return go_on
