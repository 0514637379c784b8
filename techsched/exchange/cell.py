"""What one cell says: text, numbers, words of the domain; each reader raises UserError with the reason."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar

from techsched.errors import UserError
from techsched.model.city import CityPack, fold
from techsched.model.sentence import sentence
from techsched.model.wall import is_zone

Reader = Callable[[str], Any]
"""Takes the stripped text of a cell that is not empty."""

LONGEST_CELL = 10_000
"""Characters."""

E = TypeVar("E", bound=Enum)

_TROUBLES = frozenset(
    "#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL! #¡REF! #¡VALOR! #¿NOMBRE? #¡DIV/0! #¡NUM!".split()
)
_GUARDED = re.compile(r"'[=+\-@\t\r'0-9]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_GARBLED = re.compile("[ÃÂ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def shown(text: str) -> str:
    """The text on one line and no longer than a sentence bears."""
    line = " ".join(_CONTROL.sub(" ", text[:400]).split())
    return line if len(line) <= 60 else line[:57] + "…"


def bare(text: str) -> str:
    """The cell without blanks at its ends and without the apostrophe that keeps a formula or number text.

    Raises UserError for what is no cell of a table: far too long, broken letters, a spreadsheet's own error.
    """
    if len(text) > LONGEST_CELL:
        raise UserError(sentence("import.cell_too_long", length=len(text), most=LONGEST_CELL))
    text = text.strip()
    if not text.isascii() and "\ufffd" in text:
        raise UserError(sentence("import.broken_letters", value=shown(text)))
    if text.startswith("#") and text in _TROUBLES:
        raise UserError(sentence("import.spreadsheet_trouble", value=text))
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def mended(text: str) -> str | None:
    """What UTF-8 text meant that some program read as Windows text ('ChamberÃ­'); None when it is not such text."""
    if text.isascii() or not _GARBLED.search(text):
        return None
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


def line(text: str) -> str:
    """Text of one line."""
    if text.isprintable() and "  " not in text:
        return text
    return " ".join(_CONTROL.sub(" ", text).split())


def note(text: str) -> str:
    """Text of several lines."""
    return _CONTROL.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n")


def plain(text: str) -> str:
    """Letters and digits only, without case and accents: what makes two names of a column the same."""
    bare_text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare_text if letter.isalnum())


def code(text: str) -> str:
    found = line(text)
    if len(found) > 40:
        raise UserError(sentence("import.code_too_long", value=shown(found)))
    return found


# numbers

_NUMBER = re.compile(r"[+\-−]?[0-9]{1,12}([.,][0-9]{0,12})?")


def number(low: float, high: float) -> Reader:
    """A number with a decimal point or comma."""

    def read(text: str) -> float:
        if not _NUMBER.fullmatch(text):
            raise UserError(sentence("import.not_a_number", value=shown(text)))
        found = float(text.replace(",", ".").replace("−", "-"))
        if not low <= found <= high:
            raise UserError(
                sentence("import.number_out_of_range", value=shown(text), low=f"{low:g}", high=f"{high:g}")
            )
        return found

    return read


def whole(low: int, high: int) -> Reader:
    inner = number(low, high)

    def read(text: str) -> int:
        found: float = inner(text)
        if not found.is_integer():
            raise UserError(sentence("import.not_whole", value=shown(text)))
        return int(found)

    return read


# words

_YES = frozenset("1 x yes y true si s verdadero v".split())
_NO = frozenset("0 no n false falso f".split())


def yes_or_no(text: str) -> bool:
    word = fold(text)
    if word in _YES:
        return True
    if word in _NO or text in "-–":
        return False
    raise UserError(sentence("import.not_yes_or_no", value=shown(text)))


def choice(words: Mapping[str, E]) -> Reader:
    """One of the words, however it is written."""
    known = {fold(word): meaning for word, meaning in words.items()}

    def read(text: str) -> E:
        found = known.get(fold(text[:100]))
        if found is None:
            listed = ", ".join(dict.fromkeys(str(meaning.value) for meaning in words.values()))
            near = nearest(shown(text), words)
            if near is not None:
                raise UserError(sentence("import.not_a_choice_near", value=shown(text), near=near))
            raise UserError(sentence("import.not_a_choice", value=shown(text), choices=listed))
        return found

    return read


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known text that somebody may have meant."""
    by_fold = {word.casefold(): word for word in known}
    close = difflib.get_close_matches(text.casefold(), by_fold, n=1, cutoff=0.75)
    return by_fold[close[0]] if close else None


def names(text: str) -> tuple[str, ...]:
    """A list of names with semicolons, bars or commas between; each name once."""
    found = (line(part.strip()) for part in re.split(r"[;|,\n]", text))
    return tuple(dict.fromkeys(name for name in found if name))


def languages(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lower()[:12] for word in re.split(r"[\s;,|/]+", line(text)) if word))


def zone(text: str) -> str:
    if not is_zone(text):
        raise UserError(sentence("import.not_a_zone", value=shown(text)))
    return text


_WEEKDAYS = {
    word: place
    for place, words in enumerate(
        (
            "mon monday lun lunes l",
            "tue tuesday tues mar martes m",
            "wed wednesday mie miercoles x",
            "thu thursday thur thurs jue jueves j",
            "fri friday vie viernes v",
            "sat saturday sab sabado s",
            "sun sunday dom domingo d",
        )
    )
    for word in words.split()
}


def weekdays(text: str) -> tuple[int, ...]:
    """Numbers from 0, Monday, of 'Mon Tue Fri', 'L-V', 'lunes a viernes'."""
    spread = re.sub(r"\s*(?:-|–|\bto\b|\ba\b)\s*", "-", text[:200], flags=re.IGNORECASE)
    found: set[int] = set()
    for part in re.split(r"[\s,;|/.]+", spread):
        if not part:
            continue
        ends = [_WEEKDAYS.get(fold(word)) for word in part.split("-")]
        if len(ends) > 2 or None in ends:
            raise UserError(sentence("import.not_a_weekday", value=shown(part)))
        first, last = ends[0], ends[-1]
        assert first is not None and last is not None
        found.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    return tuple(sorted(found))


# places


def district(city: CityPack) -> Reader:
    """The two-digit code of a district by name, alias or number."""

    def read(text: str) -> str:
        found = city.find(text[:100])
        if found is None:
            near = city.suggest(text[:60])
            if near is not None:
                raise UserError(sentence("import.not_a_district_near", value=shown(text), near=near.name))
            raise UserError(sentence("import.not_a_district", value=shown(text), city=city.name))
        return found.code

    return read


def districts(city: CityPack) -> Reader:
    """Codes of a list: numbers with blanks between, or names with commas, semicolons or bars between."""
    one = district(city)

    def read(text: str) -> tuple[str, ...]:
        parts = re.split(r"[\s,;|/]+" if re.fullmatch(r"[0-9\s,;|/]+", text) else r"[,;|/\n]", text)
        return tuple(sorted({one(part.strip()) for part in parts if part.strip()}))

    return read
