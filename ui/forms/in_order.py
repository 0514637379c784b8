"""The check that a last day does not come before the first, with the repair that turns them round."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from ui import i18n
from ui.forms import typed
from ui.forms.context import Context
from ui.forms.field import Check, Values
from ui.forms.wrong import Problem, Repair


def in_order(first: str, last: str, sentence: str) -> Check:
    """`sentence` is marked with QT_TRANSLATE_NOOP("Form", ...) and takes both days."""

    def check(values: Values, context: Context) -> Iterator[Problem]:
        begins, ends = values.get(first), values.get(last)
        if begins is not None and ends is not None and ends < begins:
            one, other = typed.day_text(begins), typed.day_text(ends)
            turned = ((first, other), (last, one))
            told = i18n.filled(i18n.told("Form", sentence), one, other)
            yield Problem((first, last), told, Repair(QCoreApplication.translate("Form", "Turn round"), turned))

    return check
