"""What follows the table: uncovered places under it, and the visits with their addresses on sheets of their own."""

from __future__ import annotations

from techsched.model.sentence import sentence
from techsched.roster.bars import FAINT, FINE, GAP, NAME, SMALL
from techsched.roster.entries import Uncovered, VisitLine
from techsched.roster.furniture import RULE, Furniture
from techsched.roster.grid import NAMES
from techsched.roster.marks import BOLD, Line
from techsched.roster.sheet import Sheet
from techsched.roster.typeset import Setting, Typesetter, bold, regular
from techsched.words import say

_AIR = 1.0
"""Above the first line of a section."""
_ROW_PAD = 0.75
_HEADING = 9.5
"""Points."""
_SHARES = (0.11, 0.27, 0.17, 0.26, 0.19)
"""Of the width: arrival, client, technician, address, contact."""


def add_uncovered(sheets: list[Sheet], furniture: Furniture, setter: Typesetter) -> None:
    """Two entries side by side, under the table or, where it is full, on a sheet of their own."""
    week, frame = furniture.week, furniture.frame
    columns = min(2, len(week.uncovered))
    wide = (frame.width - NAMES) / max(1, columns)
    key = "paper.uncovered"
    pairs = [week.uncovered[at : at + 2] for at in range(0, len(week.uncovered), 2)]
    titled = False
    for pair in pairs:
        settings = [_told(entry, wide - 2 * GAP, setter) for entry in pair]
        tags = {entry.tag for entry in pair}
        height = max(setting.height for setting in settings)
        if not sheets[-1].has_room(height + (0 if titled else 2 * _AIR), tags):
            sheets.append(Sheet(furniture, legend=True))
            titled = False
        sheet = sheets[-1]
        if not titled:
            sheet.y += _AIR
            title = setter.set([bold(say(sentence(key), week.language))], NAMES - GAP, SMALL)
            sheet.marks += setter.marks(title, frame.left, sheet.y)
            titled, key = True, "paper.uncovered_continued"
        for column, setting in enumerate(settings):
            sheet.marks += setter.marks(setting, frame.left + NAMES + GAP + column * wide, sheet.y)
        sheet.tags |= tags
        sheet.y += height


def _told(entry: Uncovered, width: float, setter: Typesetter) -> Setting:
    return setter.set([bold(f"{entry.head},"), regular(f"{entry.tag}. {entry.text}.")], width, SMALL)


def add_visits(sheets: list[Sheet], furniture: Furniture, setter: Typesetter) -> None:
    """Rows are never split; the head of the list stands on each sheet of it."""
    week, frame = furniture.week, furniture.frame
    edges = [frame.left]
    for share in _SHARES:
        edges.append(edges[-1] + share * frame.width)
    widths = [after - before - GAP * 2 for before, after in zip(edges, edges[1:], strict=False)]
    listed: Sheet | None = None
    for visit in week.visits:
        settings = [setter.set([run], width, NAME) for run, width in zip(_runs(visit), widths, strict=True)]
        height = max(setting.height for setting in settings) + 2 * _ROW_PAD
        if listed is None or not listed.has_room(height):
            listed = Sheet(furniture, legend=False)
            _heading(listed, edges, setter, first=sheets[-1].legend)
            sheets.append(listed)
        for edge, setting in zip(edges, settings, strict=False):
            listed.marks += setter.marks(setting, edge, listed.y + _ROW_PAD)
        listed.y += height
        listed.marks.append(Line(frame.left, listed.y, frame.right, listed.y, FINE, FAINT))


def _runs(visit: VisitLine) -> list[tuple[str, int]]:
    return [
        bold(visit.arrival),
        regular(visit.client),
        regular(visit.technicians),
        regular(visit.address),
        regular(visit.contact),
    ]


def _heading(sheet: Sheet, edges: list[float], setter: Typesetter, first: bool) -> None:
    week, frame = sheet.furniture.week, sheet.furniture.frame
    told = say(sentence("paper.visits", number=week.week.number), week.language)
    sheet.y += 2 * _AIR
    heading = setter.set([bold(told)], frame.width, _HEADING)
    sheet.marks += setter.marks(heading, frame.left, sheet.y)
    sheet.y += heading.height + 2 * _AIR
    if first:
        sheet.bookmarks.append(told)
    names = ("arrival", "client", "technician", "address", "contact")
    for edge, name in zip(edges, names, strict=False):
        text = say(sentence(f"paper.{name}"), week.language)
        sheet.marks.append(setter.line(text, NAME, BOLD, edge, sheet.y))
    sheet.y += setter.line("", NAME, BOLD, 0, 0).bottom + _ROW_PAD
    sheet.marks.append(Line(frame.left, sheet.y, frame.right, sheet.y, RULE))
