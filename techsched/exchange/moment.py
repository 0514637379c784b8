"""Days, times of day and both together, as cells write them; each reader raises UserError with the reason."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from techsched.errors import UserError
from techsched.exchange.cell import shown
from techsched.model.sentence import sentence
from techsched.model.wall import clock_minute

FIRST_YEAR, LAST_YEAR = 1900, 2199
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Days as spreadsheets count them, from 1954 to 2119: a column of dates that lost its format."""

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})")
_COMPACT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_MIDNIGHT = re.compile(r"[T ]+0?0:00(:00(\.0+)?)?")


def day(text: str) -> date:
    """2026-08-03, 3/8/2026 (the day first) or a spreadsheet's number of days."""
    return _day(_MIDNIGHT.sub("", text[:40]) if len(text) > 10 else text, text)


def _day(text: str, told: str) -> date:
    if iso := _ISO.fullmatch(text):
        year, month, number = int(iso[1]), int(iso[2]), int(iso[3])
    elif first := _DAY_FIRST.fullmatch(text):
        year, month, number = int(first[3]), int(first[2]), int(first[1])
        year += 2000 if year < 100 else 0
    elif len(text) == 5 and text.isascii() and text.isdigit() and int(text) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(text))
    else:
        raise UserError(sentence("import.not_a_day", value=shown(told)))
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        raise UserError(sentence("import.not_a_day", value=shown(told)))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(sentence("import.year_out_of_range", value=shown(told), first=FIRST_YEAR, last=LAST_YEAR))
    try:
        return date(year, month, number)
    except ValueError:
        raise UserError(sentence("import.no_such_day", value=shown(told))) from None


def moment(text: str) -> datetime:
    """Day and time of day; naive, or aware where the text carries its own offset."""
    if _COMPACT.fullmatch(text):
        try:
            found = datetime.fromisoformat(text)
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
        except ValueError:
            # told below
            pass
    head, _, tail = text[:40].replace("T", " ", 1).partition(" ")
    offset = re.search(r"(Z|[+-][0-9]{2}:?[0-9]{2})$", tail)
    try:
        when = _day(head, text)
        clock = time.fromisoformat(_two_digits(tail.removesuffix(offset[0]).strip() if offset else tail.strip()))
        found = datetime.combine(when, clock).replace(microsecond=0)
        return found if offset is None else datetime.fromisoformat(found.isoformat() + offset[0])
    except ValueError:
        raise UserError(sentence("import.not_a_moment", value=shown(text))) from None


def _two_digits(clock: str) -> str:
    return "0" + clock if re.match(r"[0-9][:.]", clock) else clock


def clock(text: str) -> int:
    """Minutes since midnight."""
    try:
        return clock_minute(re.sub(r"^([0-9]{1,2}:[0-9]{2}):00$", r"\1", text))
    except ValueError:
        raise UserError(sentence("import.not_a_clock", value=shown(text))) from None
