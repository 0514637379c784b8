"""Files taken in as one step, into an office that is there or as a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from techsched import cities
from techsched.clock import Clock
from techsched.desk.desk import Desk
from techsched.desk.founding import new_office
from techsched.desk.pen import Pen
from techsched.errors import UserError
from techsched.exchange import company
from techsched.exchange.reading import Reading
from techsched.model.change import Change
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence
from techsched.model.span import Days


@dataclass(frozen=True, slots=True)
class ImportRows:
    """`made` was read against the schedule as it stands. Raises UserError when it holds nothing."""

    made: Change
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if not self.made.edits:
            raise UserError(sentence("trouble.nothing_to_import"))
        return Change(sentence("undo.import", n=len(self.made.edits)), self.made.edits)


def read_in(desk: Desk, paths: Iterable[Path]) -> Reading:
    """What the files bring to the desk's office; nothing is written. The desk loads the days that they book.

    Raises UserError for files that cannot be read.
    """

    def loaded(days: Days) -> Schedule:
        desk.widen(days)
        return desk.schedule

    pen = desk.pen()
    return company.read(paths, desk.schedule, ids=pen.ids, who=pen.who, now=pen.now, loaded=loaded)


def read_new(paths: Iterable[Path], city: str, language: str, pen: Pen) -> tuple[Change, Reading]:
    """The rows of a new office, and what the files bring to it; nothing is written anywhere.

    The city's public holidays go in unless the files bring their own. Raises UserError for files that cannot
    be read and for an unknown city.
    """
    paths = tuple(paths)
    made, found = _read_new(paths, city, language, pen, holidays=False)
    if not found.made.get("holidays"):
        made, found = _read_new(paths, city, language, pen, holidays=True)
    return made, found


def _read_new(paths: tuple[Path, ...], city: str, language: str, pen: Pen, *, holidays: bool) -> tuple[Change, Reading]:
    made = new_office(city, language, pen.ids, holidays=holidays)
    empty = Schedule(cities.pack(city), [edit.row for edit in made.edits])
    return made, company.read(paths, empty, ids=pen.ids, who=pen.who, now=pen.now)


def found(url: str, made: Change, read: Reading, *, who: str, clock: Clock | None = None) -> None:
    """Makes a new file of what `read_new` gave: whole, or there is none. The import is one step to be undone.

    Raises UserError where something is already, and when it cannot be written.
    """
    desk = Desk.create(url, made, who=who, clock=clock)
    try:
        if read.change.edits:
            desk.do(ImportRows(read.change))
    except BaseException:
        desk.discard()
        raise
    desk.close()
