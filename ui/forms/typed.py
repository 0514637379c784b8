"""What people type as values: days, times, moments, lengths, numbers, places. Both languages are always understood."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from techsched.model.city import bare
from techsched.model.span import ONE_DAY, Days, Instant
from techsched.model.wall import Week, clock_text, day_of, local, minute_of, reading
from techsched.words import long_date
from techsched.words.terms import DAYS, DAYS_SHORT, MONTHS, MONTHS_SHORT
from ui import i18n
from ui.forms.wrong import Repair, Wrong

translate = QCoreApplication.translate

_PAST = timedelta(days=92)
"""A day without its year is the first one not longer ago than this."""

_NEAR = {"today": 0, "hoy": 0, "tomorrow": 1, "manana": 1, "yesterday": -1, "ayer": -1}
_WEEKDAYS = {bare(name): n for names in (*DAYS, *DAYS_SHORT) for n, name in enumerate(names)}
_MONTHS = {bare(name): n for names in (*MONTHS, *MONTHS_SHORT) for n, name in enumerate(names, 1)}
_FILLERS = frozenset({"de", "del", "of", "the", "el", "on", "at", "las", "a"})
_LENGTH = re.compile(
    r"(?:(?P<hours>\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hour|hours|hora|horas)\.?)?\s*"
    r"(?:(?P<minutes>\d+)\s*(?:min|mins|m|minutes|minutos|')?\.?)?"
)


def length(text: str) -> int:
    """Minutes of '1 h 30', '1:30', '90', '1,5 h', '45 min'."""
    said = bare(text).strip()
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)", said):
        return int(match[1]) * 60 + int(match[2])
    match = _LENGTH.fullmatch(said)
    if not said or match is None:
        raise Wrong(
            i18n.filled(translate("Typed", "“%1” is not a length. Write it like 1 h 30, 90 or 1:30."), text.strip())
        )
    hours = float((match["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(match["minutes"] or 0)


def whole(text: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    said = text.strip().replace("−", "-")
    if not re.fullmatch(r"[+-]?\d{1,9}", said):
        raise Wrong(i18n.filled(translate("Typed", "“%1” is not a whole number. Use digits."), text.strip()))
    if not low <= int(said) <= high:
        nearest = str(min(max(int(said), low), high))
        repair = Repair(i18n.filled(translate("Typed", "Use %1"), nearest), (("", nearest),))
        raise Wrong(i18n.filled(translate("Typed", "%1 is outside %2 to %3."), said, str(low), str(high)), repair)
    return int(said)


def clock(text: str) -> int:
    """Minutes since midnight of '9', '930', '9:30', '9.30', '9h30', '24:00'."""
    said = bare(text).strip()
    match = re.fullmatch(r"(\d{1,2})(?:\s*[:.h]\s*([0-5]\d)|h)?", said) or re.fullmatch(r"(\d{1,2})([0-5]\d)", said)
    found = -1 if match is None else int(match[1]) * 60 + int(match[2] or 0)
    if not 0 <= found <= 1440:
        raise Wrong(i18n.filled(translate("Typed", "“%1” is not a time of day. Write it like 9:30."), text.strip()))
    return found


def day(text: str, today: date) -> date:
    """'26/11', '26/11/2026', '2026-11-26', 'thu 26', 'thursday', '1 dec', 'tomorrow', '26', 'week 49' (its Monday)."""
    said = bare(text).replace(",", " ").strip()
    words = [word for word in re.split(r"[\s]+", said) if word not in _FILLERS]
    found = _day(" ".join(words), words, today)
    if found is None:
        told = translate("Typed", "“%1” is not a day. Write it like 26/11, 26/11/2026, thu 26 or tomorrow.")
        raise Wrong(i18n.filled(told, text.strip()))
    return found


def _day(said: str, words: list[str], today: date) -> date | None:
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", said):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?\.?", said):
        return _dated(int(match[1]), int(match[2]), match[3], today)
    if match := re.fullmatch(r"(?:(\d{4})\s*-?\s*)?(?:w|week|s|sem|semana)\s*(\d{1,2})", said):
        return _monday(int(match[1]) if match[1] else None, int(match[2]), today)
    if words and (weekday := _WEEKDAYS.get(words[0])) is not None:
        rest = words[1:]
        if not rest:
            return today + timedelta(days=(weekday - today.weekday()) % 7)
        if len(rest) == 1 and rest[0].isdigit():
            return _weekday_of_month(weekday, int(rest[0]), today)
        return _weekday_checked(weekday, _day(" ".join(rest), rest, today))
    if len(words) in (2, 3) and (words[0] in _MONTHS) != (words[1] in _MONTHS):
        number, month = (words[1], words[0]) if words[0] in _MONTHS else (words[0], words[1])
        if number.isdigit() and (len(words) == 2 or re.fullmatch(r"\d{4}|\d{2}", words[2])):
            return _dated(int(number), _MONTHS[month], words[2] if len(words) == 3 else None, today)
        return None
    if re.fullmatch(r"\d{1,2}", said):
        return _next_of_month(int(said), today)
    return None


def _date(year: int, month: int, number: int) -> date:
    if not 1 <= month <= 12:
        raise Wrong(i18n.filled(translate("Typed", "There is no month %1. Days come first: 26/11."), str(month)))
    if not 1 <= year <= 9998:
        raise Wrong(i18n.filled(translate("Typed", "There is no year %1."), str(year)))
    last = monthrange(year, month)[1]
    if not 1 <= number <= last:
        place = ("en", "es").index(i18n.language())
        name = f"{MONTHS[place][month - 1]} {year}"
        repair = None
        if number > last:
            wall = date(year, month, last)
            repair = Repair(i18n.filled(translate("Typed", "Use %1"), day_text(wall)), (("", day_text(wall)),))
        raise Wrong(i18n.filled(translate("Typed", "No such day: %1 has %2."), name, str(last)), repair)
    return date(year, month, number)


def _dated(number: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, number)
    if not 1 <= month <= 12:
        return _date(today.year, month, number)
    for told in range(today.year - 1, today.year + 6):
        if 1 <= number <= monthrange(told, month)[1] and date(told, month, number) >= today - _PAST:
            return date(told, month, number)
    return _date(today.year, month, number)


def _monday(year: int | None, number: int, today: date) -> date:
    for told in (year,) if year is not None else (today.year, today.year + 1):
        try:
            monday = Week(told, number).monday
        except ValueError:
            continue
        if year is not None or monday >= today - _PAST:
            return monday
    raise Wrong(i18n.filled(translate("Typed", "There is no week %1 in that year."), str(number)))


def _next_of_month(number: int, today: date) -> date | None:
    if not 1 <= number <= 31:
        return None
    for ahead in range(62):
        if (today + timedelta(days=ahead)).day == number:
            return today + timedelta(days=ahead)
    return None


def _weekday_of_month(weekday: int, number: int, today: date) -> date | None:
    """The next day of that weekday and number within a year, a week back included."""
    for ahead in range(-7, 366):
        found = today + timedelta(days=ahead)
        if found.day == number and found.weekday() == weekday:
            return found
    return None


def _weekday_checked(weekday: int, found: date | None) -> date | None:
    if found is not None and found.weekday() != weekday:
        told = i18n.filled(
            translate("Typed", "%1 is a %2."), long_date(found.isoformat(), i18n.language()), weekday_name(found)
        )
        raise Wrong(told, Repair(i18n.filled(translate("Typed", "Use %1"), day_text(found)), (("", day_text(found)),)))
    return found


def days(text: str, today: date) -> tuple[date, ...]:
    """Single days and stretches between commas: '26/11, 27/11, 30/11 to 4/12'; sorted, each once."""
    found: set[date] = set()
    for piece in re.split(r"[,;\n]", text):
        if not piece.strip():
            continue
        ends = re.split(r"\s+(?:to|a|al|hasta|until)\s+|\s*(?:\.\.|–)\s*", piece.strip())
        if len(ends) == 1:
            found.add(day(piece, today))
            continue
        first = day(ends[0], today)
        last = day(ends[-1], first)
        if len(ends) > 2 or last < first:
            raise Wrong(i18n.filled(translate("Typed", "“%1” ends before it begins."), piece.strip()))
        if (last - first).days > 366:
            raise Wrong(i18n.filled(translate("Typed", "“%1” is longer than a year."), piece.strip()))
        found.update(Days.through(first, last))
    return tuple(sorted(found))


def moment(text: str, now: Instant, zone: str, at_day: date | None = None) -> Instant:
    """'10:31' (of `at_day`, else today), '26/11 10:30', 'tomorrow 9', '14:31 today'; wall time of `zone`."""
    today = day_of(now, zone)
    words = text.split()
    for place in (len(words) - 1, 0):
        rest = words[:place] + words[place + 1 :] if words else []
        rest = [word for word in rest if bare(word) not in ("at", "las")] or rest
        alone = len(words) == 1
        clocklike = bool(words) and re.fullmatch(r"\d{1,2}([:.h]\d{2}|h)|24:00|\d{3,4}|\d{1,2}", bare(words[place]))
        if not clocklike or (not alone and not rest):
            continue
        on = (at_day or today) if alone else _maybe_day(" ".join(rest), today)
        if on is not None:
            return _at(on, clock(words[place]), zone)
    raise Wrong(
        i18n.filled(
            translate("Typed", "“%1” is not a time. Write it like 10:30, tomorrow 9:00 or 26/11 10:30."), text.strip()
        )
    )


def _maybe_day(text: str, today: date) -> date | None:
    said = bare(text).replace(",", " ").strip()
    words = [word for word in said.split() if word not in _FILLERS]
    return _day(" ".join(words), words, today)


def _at(on: date, minute: int, zone: str) -> Instant:
    if minute == 1440:
        on, minute = on + ONE_DAY, 0
    read = reading(datetime.combine(on, time(minute // 60, minute % 60)), zone)
    if read.kind == "gap":
        used = clock_text(minute_of(read.instants[0], zone))
        told = i18n.filled(
            translate("Typed", "%1 did not exist on %2: the clock jumped over it."),
            clock_text(minute),
            long_date(on.isoformat(), i18n.language()),
        )
        text = f"{day_text(on)} {used}"
        raise Wrong(told, Repair(i18n.filled(translate("Typed", "Use %1"), used), (("", text),)))
    return read.instants[0]


def point(text: str) -> tuple[float, float]:
    """Latitude and longitude of '40.4303, -3.6874', '40,4303; -3,6874', '40.4303 -3.6874'."""
    pieces = [piece for piece in re.split(r"[;\s]+|,(?=\s)", text.strip()) if piece]
    if len(pieces) == 1 and text.count(",") == 1 and "." in text:
        pieces = text.split(",")
    try:
        lat, lon = (float(piece.strip().strip(",").replace(",", ".").replace("−", "-")) for piece in pieces)
    except ValueError:
        raise Wrong(
            i18n.filled(
                translate("Typed", "“%1” is not a pair of coordinates. Write it like 40.4303, -3.6874."), text.strip()
            )
        ) from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise Wrong(translate("Typed", "Latitude lies between -90 and 90, longitude between -180 and 180."))
    return lat, lon


def day_text(found: date) -> str:
    """As a field shows it: '26/11/2026', read the same in both languages."""
    return f"{found.day:02d}/{found.month:02d}/{found.year:04d}"


def moment_text(found: Instant, zone: str, now: Instant) -> str:
    """'10:31' of today, else '26/11/2026 10:31'."""
    on, wall = day_of(found, zone), local(found, zone)
    told = f"{wall.hour:02d}:{wall.minute:02d}"
    return told if on == day_of(now, zone) else f"{day_text(on)} {told}"


def whole_moment_text(found: Instant, zone: str) -> str:
    """'26/11/2026 10:31', whatever day it is."""
    wall = local(found, zone)
    return f"{day_text(wall.date())} {wall.hour:02d}:{wall.minute:02d}"


def point_text(found: tuple[float, float]) -> str:
    return f"{found[0]:.6f}".rstrip("0").rstrip(".") + ", " + f"{found[1]:.6f}".rstrip("0").rstrip(".")


def weekday_name(found: date) -> str:
    """'Thursday', 'jueves'."""
    return DAYS[("en", "es").index(i18n.language())][found.weekday()]


def echo(found: date, today: date) -> tuple[str, ...]:
    """The day told back, shorter and shorter: 'today', or 'Thu 26 Nov 2026', 'Thu 26 Nov', 'Thu'."""
    place = ("en", "es").index(i18n.language())
    near = {
        -1: translate("Typed", "yesterday"),
        0: translate("Typed", "today"),
        1: translate("Typed", "tomorrow"),
    }.get((found - today).days)
    if near is not None:
        return (near,)
    weekday = DAYS_SHORT[place][found.weekday()]
    told = f"{weekday} {found.day} {MONTHS_SHORT[place][found.month - 1]}"
    return f"{told} {found.year}", told, weekday
