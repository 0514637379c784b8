"""A city pack: districts, who borders whom, where they are drawn, and how people spell them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from techsched.model.holiday import Holiday
from techsched.model.kinds import Transport
from techsched.model.span import Days

Pair = tuple[str, str]
"""Codes of two districts, from and to."""
Point = tuple[float, float]
"""Latitude, longitude in WGS84 degrees."""

_WORD = re.compile(r"[^\W_]+")
_FILLERS = frozenset("de del d el la los las l els les distrito districte district".split())
_CLOSE = 0.68
"""Likeness from 0 to 1; below it a suggestion would be a guess (Getafe is not nearly Tetuán)."""


@dataclass(frozen=True, slots=True)
class District:
    """`lat`, `lon` is the centre of its residents, not of its area: a forest does not ask for technicians."""

    code: str
    short: str
    """Three letters for display beside the code."""
    name: str
    lat: float
    lon: float
    intra_km: float
    """Mean straight distance of a trip that stays inside."""
    area_km2: float
    neighbours: tuple[str, ...] = ()
    """Codes of the districts that share a stretch of border."""
    parking: int = 4
    """Minutes from the wheel to the door."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """Working days `taken` as leave that join holidays and weekends into one `run` of days off."""

    taken: Days
    run: Days


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CityPack:
    """Loaded once and compared by identity. Everything but the districts may be missing."""

    key: str
    name: str
    zone: str = "Europe/Madrid"
    region: str = ""
    """Calendar key of the region: 'ES-MD'."""
    calendar: str = ""
    """Calendar key of the municipality: 'ES-MD-28079'."""
    districts: Mapping[str, District]
    """By code, in order of code."""
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Districts that touch in a point only, both ways."""
    tiles: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Row and column in the tile map, from 0 at the top left."""
    outlines: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)
    """Corners of a closed shape; the first is not repeated. Neighbours share corners."""
    postcodes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes of the districts a postcode lies in, the likeliest first: may pre-fill, never decides."""
    matrices: Mapping[Transport, Mapping[Pair, int]] = field(default_factory=dict)
    """Planning minutes outside peak hours, parking included, under PUBLIC and CAR."""
    holidays: tuple[Holiday, ...] = ()
    """To be copied into an office, which gives each an id of its own; here the id is 0."""
    bridges: tuple[Bridge, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Other spellings that no fold reaches: text to code."""
    _spellings: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_spellings", _spellings(self.districts, self.aliases))

    def find(self, text: str) -> District | None:
        """The district meant by a name, alias, code or three letters, however it is spelt; None when that is not clear.

        Case, accents, blanks, hyphens, articles and the word 'de' do not count; one half of a double name will do
        ('SAN BLAS'); a number beside a name must agree with it ('01 Centro').
        """
        code = self._spellings.get(fold(text))
        if code is None:
            words = _words(text)
            numbers = [word for word in words if word.isdigit()]
            if len(numbers) == 1 and len(words) > 1:
                named = self._spellings.get(fold(" ".join(word for word in words if not word.isdigit())))
                code = named if named == self._spellings.get(numbers[0]) else None
        return None if code is None else self.districts[code]

    def suggest(self, text: str) -> District | None:
        """The district whose spelling is nearest to a text that names none; None when nothing is near."""
        found = self.find(text)
        if found is not None:
            return found
        names = [spelling for spelling in self._spellings if len(spelling) > 3]
        close = difflib.get_close_matches(fold(text), names, n=1, cutoff=_CLOSE)
        return self.districts[self._spellings[close[0]]] if close else None

    def touching(self, code: str) -> frozenset[str]:
        """Codes of the districts that share a border or a corner with it."""
        return frozenset(self.districts[code].neighbours) | self.near.get(code, frozenset())


def bare(text: str) -> str:
    """The text in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def fold(text: str) -> str:
    """What is left of a name when case, accents, blanks, punctuation and filler words do not count."""
    words = _words(text)
    return "".join(word for word in words if word not in _FILLERS) or "".join(words)


def _words(text: str) -> list[str]:
    return _WORD.findall(bare(text))


def _spellings(districts: Mapping[str, District], aliases: Mapping[str, str]) -> dict[str, str]:
    """Folded spelling to code. What two districts could both mean is left out, but for whole names and aliases."""
    sure: dict[str, str] = {}
    halves: dict[str, set[str]] = {}
    for code, district in districts.items():
        for spelling in (district.name, "".join(_words(district.name)), code, code.lstrip("0"), district.short):
            sure.setdefault(fold(spelling), code)
        parts = district.name.split("-")
        for part in parts if len(parts) > 1 else ():
            halves.setdefault(fold(part), set()).add(code)
    for alias, code in aliases.items():
        sure.setdefault(fold(alias), code)
    for half, codes in halves.items():
        if len(codes) == 1:
            sure.setdefault(half, *codes)
    sure.pop("", None)
    return sure
