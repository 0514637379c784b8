"""What all commands of the terminal share: the office file, codes and dates as typed, JSON, who types."""

from __future__ import annotations

import argparse
import difflib
import getpass
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from techsched.errors import UserError
from techsched.exchange.moment import FIRST_YEAR, LAST_YEAR
from techsched.model.row import Row
from techsched.model.schedule import Schedule
from techsched.model.sentence import Sentence, sentence
from techsched.model.span import ONE_DAY, Days, Instant
from techsched.model.wall import DAY_MINUTES, Week, clock_minute, clock_text, day_of, local, offset_minutes, reading

if TYPE_CHECKING:
    from techsched.desk.desk import Desk

R = TypeVar("R", bound=Row)


def user_name() -> str:
    """TECHSCHED_USER, else the account's name, else 'techsched' where the system knows none."""
    told = os.environ.get("TECHSCHED_USER", "").strip()
    if told:
        return told
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "techsched"


def options_of(
    commands: Any, name: str, help_: str, *, db: bool = True, as_json: bool = False
) -> argparse.ArgumentParser:
    """A command's parser, with the options that all share, so that they may stand behind the command."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=help_, description=help_)
    if db:
        made.add_argument(
            "--db", default=argparse.SUPPRESS, metavar="URL", help="the office: a file, or sqlite:///file"
        )
    made.add_argument("--user", default=argparse.SUPPRESS, help="who you are in the history")
    made.add_argument("--lang", default=argparse.SUPPRESS, choices=("en", "es"), help="language of what is said")
    if as_json:
        made.add_argument("--json", action="store_true", help="machine-readable, stable names")
    return made


def file_of(options: argparse.Namespace) -> Path:
    """The file that --db names, which need not be there. Raises UserError for none, and for what is no file."""
    from techsched.store.file import path_of

    if not options.db:
        raise UserError(sentence("trouble.db_missing"))
    return path_of(options.db)


@contextmanager
def desk_of(options: argparse.Namespace, *, readonly: bool = False) -> Iterator[Desk]:
    """The office that --db names; its language speaks unless --lang says otherwise. Raises UserError."""
    from techsched.desk.desk import Desk

    desk = Desk.open(str(file_of(options)), who=options.user, readonly=readonly)
    try:
        if options.lang is None:
            options.lang = desk.schedule.office.language
        yield desk
    finally:
        desk.close()


def coded(schedule: Schedule, table: type[R], text: str) -> R:
    """The row of a code, or of a name, whatever its case. Raises UserError with the nearest one."""
    found = schedule.by_code(table, text)
    if found is not None:
        return found
    names: dict[str, tuple[str, R]] = {}
    for row in schedule.rows(table).values():
        for attribute in ("code", "name"):
            held: str = getattr(row, attribute, "")
            if held:
                names.setdefault(held.casefold(), (held, row))
    if text.casefold() in names:
        return names[text.casefold()][1]
    near = difflib.get_close_matches(text.casefold(), names, n=1, cutoff=0.5)
    what = table.__name__.lower()
    if not near:
        raise UserError(sentence("trouble.unknown_code_alone", what=what, code=text))
    raise UserError(sentence("trouble.unknown_code", what=what, code=text, near=names[near[0]][0]))


def year(number: int) -> int:
    """Raises UserError for a year that no calendar of ours reaches."""
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise UserError(sentence("trouble.year_out_of_range", year=number, first=FIRST_YEAR, last=LAST_YEAR))
    return number


def day(text: str) -> date:
    """Raises UserError for anything but an ISO date of our times."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise UserError(sentence("trouble.not_a_date", value=text)) from None
    year(found.year)
    return found


def days(first: date, last: date) -> Days:
    """Both days included. Raises UserError when the last comes before the first."""
    if last < first:
        raise UserError(sentence("trouble.days_turned_round", first=first.isoformat(), last=last.isoformat()))
    return Days.through(first, last)


def week(text: str) -> Week:
    """Raises UserError for anything but an ISO week of its year, and of our times."""
    try:
        found = Week.parse(text)
    except ValueError:
        raise UserError(sentence("trouble.not_a_week", value=text)) from None
    year(found.year)
    return found


def wall_time(text: str, zone: str, now: Instant) -> tuple[Instant, Sentence | None]:
    """'13:00' (today on the file's clock), '2026-11-25T13:00' or '2026-11-25 13:00' on the clock of `zone`.

    A time that comes twice is the first one, and the sentence says so. Raises UserError for a time that does
    not exist, naming the times around the jump.
    """
    on, _, at = text.strip().replace(" ", "T", 1).rpartition("T")
    try:
        today = date.fromisoformat(on) if on else day_of(now, zone)
        year(today.year)
        minute = clock_minute(at)
        today += minute // DAY_MINUTES * ONE_DAY
        wall = datetime(today.year, today.month, today.day, minute // 60 % 24, minute % 60)  # noqa: DTZ001
    except ValueError:
        raise UserError(sentence("trouble.not_a_time", value=text)) from None
    read = reading(wall, zone)
    if read.kind == "gap":
        pushed = local(read.instants[0], zone)
        jump = pushed - wall
        last = (pushed - jump).replace(minute=0)
        raise UserError(
            sentence(
                "trouble.time_does_not_exist",
                value=clock_text(minute),
                day=today.isoformat(),
                before=(last + jump).strftime("%H:%M"),
                after=pushed.strftime("%H:%M"),
            )
        )
    if read.kind == "twice":
        first, second = (f"UTC{offset_minutes(moment, zone) / 60:+g}" for moment in read.instants)
        told = sentence(
            "terminal.time_comes_twice",
            value=clock_text(minute),
            day=today.isoformat(),
            first=first,
            second=second,
        )
        return read.instants[0], told
    return read.instants[0], None


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
