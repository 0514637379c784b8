"""The board in words, for who listens to it: one sentence a row, one a bar. No widgets."""

from __future__ import annotations

from collections.abc import Iterable

from techsched.model.absence import Absence
from techsched.model.assignment import Assignment
from techsched.model.conflict import Conflict
from techsched.model.kinds import Firmness, Mode, Verdict
from techsched.model.schedule import Schedule
from techsched.model.work import work_of
from techsched.words import day as day_text
from techsched.words import say, term
from ui.board.bars import Bar, Progress, Shape
from ui.board.rows import TechnicianRow
from ui.board.wording import cap_day, place_name, spell_day, two_clocks, uncovered_days

PROGRESS = {
    Progress.AHEAD: ("", ""),
    Progress.UNDER_WAY: ("under way", "en curso"),
    Progress.DONE: ("done", "hecha"),
}


def spoken_row(schedule: Schedule, row: TechnicianRow, fit: tuple[str, str, int | None] | None, language: str) -> str:
    """'Sergio Vidal, Network Technician, Hortaleza. 91 % booked, 6 bookings.'; while placing, whether they can."""
    person, place = row.technician, 0 if language == "en" else 1
    district = schedule.city.districts.get(person.home_district)
    head = [person.name, term("profile", person.profile, language)]
    if district is not None:
        head.append(district.name)
    said = [", ".join(head)]
    if fit is not None:
        verdict, reason, rank = fit
        word = term("verdict", Verdict(verdict), language)
        said.append(f"{word[0].upper()}{word[1:]}: {reason}" if rank is None else f"{rank}. {word}: {reason}")
        return ". ".join(said)
    bookings = sum(len(bar.rows) for bar in row.bars)
    count = (("1 booking", "1 asignación"), (f"{bookings} bookings", f"{bookings} asignaciones"))[bookings != 1][place]
    if row.capacity:
        share = f"{round(row.booked / row.capacity * 100)} %"
        said.append(f"{share} {('booked', 'ocupado')[place]}, {count}")
    else:
        said.append(count)
    return ". ".join(said)


def spoken_bar(schedule: Schedule, bar: Bar, conflicts: Iterable[Conflict], language: str) -> str:
    """Client, days and times, place, state and conflicts, in that order."""
    if bar.shape is Shape.CLOSED:
        return f"{bar.title}, {cap_day(bar.first, language)}"
    if bar.shape is Shape.AWAY:
        return _absence(schedule, bar, language)
    rows = [schedule.row(Assignment, id) for id in bar.rows]
    first, last = rows[0], rows[-1]
    work = work_of(schedule, first)
    when = cap_day(first.day, language)
    if last.day != first.day:
        when = f"{when} – {spell_day(last.day, language)}"
    when = f"{when} {two_clocks(first.start, first.end, schedule.office.zone, first.zone)}"
    where = place_name(schedule, work.site) if first.mode is Mode.ON_SITE else term("mode", Mode.REMOTE, language)
    kind = term("priority", bar.priority, language) if bar.priority is not None else ""
    state = [
        term("firmness", Firmness.TENTATIVE if bar.tentative else Firmness.CONFIRMED, language),
        PROGRESS[bar.progress][0 if language == "en" else 1],
        ("fixed" if language == "en" else "fija") if bar.fixed else "",
    ]
    covers = f"{'covers' if language == 'en' else 'cubre a'} {bar.covers}" if bar.covers else ""
    parts = [work.client.name, work.title, kind, covers, when, where, ", ".join(word for word in state if word)]
    said = [", ".join(part for part in parts if part)]
    held = set(bar.rows)
    for conflict in conflicts:
        if not held.isdisjoint(conflict.assignments):
            told = say(conflict.sentence, language)
            kept = ("Kept anyway: " if language == "en" else "Forzado, con motivo: ") if conflict.kept else ""
            said.append(f"{kept}{told}".rstrip("."))
    return ". ".join(said)


def _absence(schedule: Schedule, bar: Bar, language: str) -> str:
    absence = schedule.row(Absence, bar.absence_id or 0)
    until = absence.days.last
    when = cap_day(absence.first, language)
    if until is None:
        when = f"{when} – …"
    elif until != absence.first:
        when = f"{when} – {day_text(until.isoformat(), language)}"
    said = f"{term('absence', absence.kind, language)}, {when}"
    return f"{said}. {uncovered_days(bar.uncovered, language)}" if bar.uncovered else said
