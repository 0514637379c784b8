"""What Delete does: records go, absences are cancelled; one step that undo takes back, or a sentence why not."""

from __future__ import annotations

from collections.abc import Sequence

from techsched.desk.absences import DecideAbsence
from techsched.desk.assignments import Together
from techsched.desk.desk import Done
from techsched.desk.records import RemoveRecord
from techsched.desk.telling import name_of
from techsched.model.absence import Absence
from techsched.model.kinds import AbsenceState
from techsched.model.row import Row
from techsched.model.sentence import sentence
from ui.bridge import Bridge


def remove(bridge: Bridge, rows: Sequence[Row]) -> Done | None:
    """None where nothing was removed; the bridge has said why."""
    if not rows:
        return None
    if len(rows) == 1:
        return bridge.do(RemoveRecord(rows[0]))
    table = type(rows[0]).__name__.lower()
    label = sentence("undo.remove_records", name=name_of(bridge.schedule, rows[0]), table=table, n=len(rows) - 1)
    return bridge.do(Together(tuple(RemoveRecord(row) for row in rows), label))


def decide_all(bridge: Bridge, rows: Sequence[Absence], state: AbsenceState) -> Done | None:
    """Each of the absences that is not in that state already."""
    done: Done | None = None
    for row in rows:
        if row.state is not state:
            done = bridge.do(DecideAbsence(row.id, state))
    return done
