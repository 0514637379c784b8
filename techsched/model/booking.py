"""What a booking's row becomes: made for a visit, put at other instants, cut in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from techsched.model.assignment import Assignment
from techsched.model.client import Site
from techsched.model.growth import wall_text
from techsched.model.kinds import Firmness
from techsched.model.schedule import Schedule
from techsched.model.span import MINUTE, Instant, Span
from techsched.model.visit import Visit
from techsched.model.wall import day_of


def visit_booking(
    schedule: Schedule,
    visit: Visit,
    technician_id: int,
    start: Instant,
    *,
    id: int,
    place: int = 1,
    firmness: Firmness = Firmness.CONFIRMED,
) -> Assignment:
    """The row of a visit's booking, at the site's clock; `start` is the arrival."""
    site = schedule.row(Site, visit.site_id)
    end = start + visit.minutes * MINUTE
    return Assignment(
        id=id,
        technician_id=technician_id,
        start=start,
        end=end,
        day=day_of(start, site.zone),
        zone=site.zone,
        wall_start=wall_text(start, site.zone),
        wall_end=wall_text(end, site.zone),
        mode=visit.mode,
        visit_id=visit.id,
        place=place,
        firmness=firmness,
    )


def cover_of(row: Assignment, technician_id: int, id: int, firmness: Firmness = Firmness.CONFIRMED) -> Assignment:
    """The booking of a substitute who stands for the row, at the same hours."""
    return replace(
        row,
        id=id,
        technician_id=technician_id,
        placement_id=None,
        visit_id=None,
        covers=row.id,
        part=0,
        firmness=firmness,
        fixed=False,
        released_by=None,
        expected_start=None,
        expected_end=None,
        handover_done=False,
        note="",
        version=0,
    )


def free_places(schedule: Schedule, visit: Visit) -> list[int]:
    """Places of the visit that nobody is booked for, the first one first."""
    taken = {row.place for row in schedule.bookings_of(visit)}
    return [place for place in range(1, visit.people + 1) if place not in taken]


def at_times(row: Assignment, start: Instant, end: Instant) -> Assignment:
    """The row at other instants: day and wall times follow.

    A break at a fixed time moves along with a row that keeps its length. In a row that becomes longer or
    shorter it stays at its hour, as far as it lies inside; outside it, there is none.
    """
    shift = start - row.start if end - start == row.end - row.start else 0
    pause, begins = row.break_minutes, row.break_start
    if begins is not None:
        first = max(begins + shift, start)
        pause = max(0, min(begins + shift + pause * MINUTE, end) - first) // MINUTE
        begins = first if pause else None
    if pause * MINUTE >= end - start:
        pause, begins = 0, None
    return replace(
        row,
        start=start,
        end=end,
        day=day_of(start, row.zone),
        wall_start=wall_text(start, row.zone),
        wall_end=wall_text(end, row.zone),
        break_start=begins,
        break_minutes=pause,
        expected_start=None,
        expected_end=None,
    )


def cut(row: Assignment, taken: Span, ids: Iterator[int], first_part: int) -> tuple[Assignment, list[Assignment]]:
    """Cuts a row around `taken`: the row shrunk to what both share, and new rows for what is left of it.

    A break at a fixed time stays with the pieces it lies in, a movable one goes to the longest piece.
    Raises ValueError when the row and the span do not meet.
    """
    common = row.span.common(taken)
    if common is None:
        raise ValueError("the row and the span do not meet")
    spans = [common]
    spans.extend(Span(a, b) for a, b in ((row.start, common.start), (common.end, row.end)) if a < b)
    longest = max(spans, key=lambda span: (span.seconds, -span.start))
    found: list[Assignment] = []
    for span in spans:
        piece = at_times(row, span.start, span.end)
        if row.break_start is None and span is not longest:
            piece = replace(piece, break_minutes=0)
        found.append(piece)
    left = [replace(piece, id=next(ids), part=first_part + n, version=0) for n, piece in enumerate(found[1:])]
    return found[0], left


def kin_of(schedule: Schedule, row: Assignment) -> tuple[Assignment, ...]:
    """All rows of the same day and origin, itself among them."""
    if row.placement_id is not None:
        return schedule.group(Assignment, "placement day", (row.placement_id, row.day))
    if row.visit_id is not None:
        return schedule.group(Assignment, "visit", row.visit_id)
    return schedule.group(Assignment, "covers", row.covers)


def next_part(schedule: Schedule, row: Assignment) -> int:
    """A part number that no row of the same day and origin has."""
    return max((held.part for held in kin_of(schedule, row)), default=0) + 1


_ALIKE = ("technician_id", "day", "zone", "mode", "place", "state", "firmness", "fixed", "released_by", "note")
"""What pieces of one booking have in common as long as nobody has changed one of them."""


def mended(schedule: Schedule, row: Assignment) -> tuple[Assignment, list[Assignment]]:
    """The row with the pieces that were cut off it and still lie beside it, as one again; and those to be gone.

    Pieces that somebody has moved, given away or changed since stay by themselves.
    """
    pieces = [
        held
        for held in kin_of(schedule, row)
        if held.id != row.id and all(getattr(held, name) == getattr(row, name) for name in _ALIKE)
    ]
    chain = [row]
    while True:
        start, end = min(piece.start for piece in chain), max(piece.end for piece in chain)
        touching = [piece for piece in pieces if piece not in chain and (piece.end == start or piece.start == end)]
        if not touching:
            break
        chain.extend(touching)
    first = min(chain, key=lambda piece: (piece.part, piece.id))
    pauses = [piece.break_start for piece in chain if piece.break_start is not None]
    whole = replace(
        at_times(first, start, end),
        break_minutes=sum(piece.break_minutes for piece in chain),
        break_start=min(pauses, default=None),
    )
    return whole, [piece for piece in chain if piece is not first]
