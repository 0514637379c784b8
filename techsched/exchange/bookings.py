"""The dated rows that imported placements grow into, and the clashes among them that are kept as found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from techsched.errors import UserError
from techsched.exchange.intake import Intake
from techsched.model.assignment import Assignment, Waiver, waiver_of
from techsched.model.change import Change, created
from techsched.model.engagement import Placement
from techsched.model.growth import grow, horizon
from techsched.model.kinds import Because
from techsched.model.sentence import Sentence, sentence

MOST_BOOKINGS = 500_000
MOST_CLASHES = 20_000


def book(intake: Intake) -> None:
    """Grows every imported placement: whole where it ends, else up to the horizon; the past included.

    Raises UserError where that would be more than anybody could mean.
    """
    placements = intake.made(Placement)
    if not placements:
        return
    until = horizon(intake.now, intake.office.zone)
    interim = intake.schedule.with_(Change(Sentence("undo.draft"), created(*intake.all_rows())))
    count = 0
    for placement in placements:
        grown = grow(interim, placement, until, intake.ids)
        count += len(grown)
        if count > MOST_BOOKINGS:
            raise UserError(sentence("import.too_many_bookings", most=MOST_BOOKINGS))
        intake.add(*grown)


def waive(intake: Intake) -> int:
    """Keeps each overlap of an imported booking with another, imported or not; the number of pairs."""
    by_technician: dict[int, list[Assignment]] = defaultdict(list)
    for row in intake.made(Assignment):
        by_technician[row.technician_id].append(row)
    count = 0
    for technician_id, rows in by_technician.items():
        own = {row.id for row in rows}
        first, last = min(row.start for row in rows), max(row.end for row in rows)
        known = (row for row in intake.schedule.diary(technician_id).overlapping(first, last) if row.occupies)
        for one, other in _overlaps([*rows, *known]):
            if one.id not in own and other.id not in own:
                continue
            count += 1
            if count > MOST_CLASHES:
                raise UserError(sentence("import.too_many_clashes", most=MOST_CLASHES))
            intake.add(_kept(intake, one, other))
    return count


def _kept(intake: Intake, one: Assignment, other: Assignment) -> Waiver:
    return waiver_of(one, other, id=intake.id(), because=Because.IMPORTED, note="", by=intake.who, at=intake.now)


def _overlaps(rows: list[Assignment]) -> Iterable[tuple[Assignment, Assignment]]:
    """Each pair of rows that share an instant, once."""
    running: list[Assignment] = []
    for row in sorted(rows, key=lambda row: (row.start, row.end, row.id)):
        running = [other for other in running if other.end > row.start]
        for other in running:
            yield other, row
        running.append(row)
