"""What the card says after the mouse has rested on a bar: who, when, where, travel, conflicts. No widgets."""

from __future__ import annotations

from collections.abc import Iterable

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.journey import legs_around
from techsched.model.kinds import Firmness, Mode, Severity
from techsched.model.schedule import Schedule
from techsched.model.technician import Technician
from techsched.model.work import work_of
from techsched.words import length, say, term
from ui.board.bars import Bar, Shape
from ui.board.hint import HintText
from ui.board.wording import cap_day, place_name, spell_day, two_clocks, uncovered_days

MOST = 3
"""Conflicts that are told; the rest is counted."""


def hover_text(schedule: Schedule, bar: Bar, conflicts: Iterable[Conflict], language: str) -> HintText:
    if bar.shape is Shape.AWAY:
        return _absence(schedule, bar, language)
    if not bar.rows:
        return HintText(bar.title, None, ((bar.detail, "ink2"),))
    rows = [schedule.row(Assignment, id) for id in bar.rows]
    first, last = rows[0], rows[-1]
    work = work_of(schedule, first)
    person = schedule.row(Technician, first.technician_id)
    when = cap_day(first.day, language)
    if last.day != first.day:
        when = f"{when} – {spell_day(last.day, language)}"
    lines = [(f"{when} · {two_clocks(first.start, first.end, schedule.office.zone, first.zone)}", "ink")]
    where = place_name(schedule, work.site) if first.mode is Mode.ON_SITE else term("mode", Mode.REMOTE, language)
    lines.append((" · ".join(part for part in (where, work.title) if part), "ink2"))
    travel = [length(leg.minutes) for leg in legs_around(schedule, person, first) if leg is not None and leg.minutes]
    if travel:
        word = "Travel" if language == "en" else "Desplazamiento"
        lines.append((f"{word}: {' + '.join(travel)}", "ink2"))
    state = [term("firmness", Firmness.TENTATIVE, language)] if bar.tentative else []
    if bar.fixed:
        state.append("fixed" if language == "en" else "fija")
    if state:
        lines.append((", ".join(state), "ink2"))
    held = set(bar.rows)
    found = sorted(
        (c for c in conflicts if not held.isdisjoint(c.assignments)), key=lambda c: (c.kept, -c.severity, c.start)
    )
    for conflict in found[:MOST]:
        role = "ink2" if conflict.kept else "bad" if conflict.severity is Severity.HARD else "warn"
        lines.append((say(conflict.sentence, language), role))
    if len(found) > MOST:
        more = len(found) - MOST
        lines.append((f"and {more} more" if language == "en" else f"y {more} más", "ink2"))
    return HintText(work.client.name, None, tuple(lines))


def _absence(schedule: Schedule, bar: Bar, language: str) -> HintText:
    absence = schedule.row(Absence, bar.absence_id or 0)
    person = schedule.row(Technician, absence.technician_id)
    first, last = absence.first, absence.days.last
    when = cap_day(first, language)
    if last is None:
        when = f"{when} – …"
    elif last != first:
        when = f"{when} – {spell_day(last, language)}"
    lines = [(f"{term('absence', absence.kind, language)} · {when}", "ink")]
    if bar.uncovered:
        lines.append((uncovered_days(bar.uncovered, language), "bad"))
    return HintText(person.name, None, tuple(lines))
