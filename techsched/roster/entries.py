"""What stands on a printed week, as values in the reader's words: items, people, uncovered places, visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from techsched.model.kinds import Profile


class Shape(StrEnum):
    WORK = "work"
    """Placed work: a bar over one or more days."""
    VISIT = "visit"
    """A line of its own, with the arrival in front."""
    AWAY = "away"
    CLOSED = "closed"
    """Would have worked, but the client is closed."""
    WORD = "word"
    """Free, off or a public holiday."""


@dataclass(frozen=True, slots=True)
class Item:
    """One printed thing of one technician, over the columns `first` to `last` (0 is Monday).

    Whatever covers several days stands alone on them; days with more than one thing have one-day items
    only, in order of time.
    """

    shape: Shape
    first: int
    last: int
    head: str
    """Client, or what is said instead."""
    hours: str = ""
    """'09:00–18:00'; of a visit the arrival; of part of a day away its hours."""
    brief: str = ""
    """The same where there is little room: '09–18'."""
    detail: str = ""
    """Service; left out where a day holds several things."""
    covers: str = ""
    """'covers Diego Navarro', in place of the service."""
    tag: str = ""
    """District letters, or the name of a place outside the city."""
    remote: bool = False
    tentative: bool = False
    conflict: bool = False
    assignments: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A row: every column from 0 to 6 is held by at least one item."""

    technician_id: int
    name: str
    district: str
    """Letters of the home district; empty when not known."""
    phone: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    profile: Profile
    name: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class DayHead:
    day: date
    name: str
    """'Thursday 26'."""
    short: str
    """'Thu 26'."""
    notes: tuple[str, ...]
    """Public holidays, a change of clocks, clients that are closed."""
    weekend: bool
    worked: bool
    """Whether anybody has work on it; a weekend day that nobody works is printed narrow."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A promised place that nobody fills: client first, then when, what and why."""

    head: str
    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit with its address, for whoever drives there."""

    arrival: str
    client: str
    technicians: str
    address: str
    contact: str
