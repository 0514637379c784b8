"""The table of people and days, flowed over as many sheets as it needs."""

from __future__ import annotations

from techsched.model.sentence import sentence
from techsched.roster.bars import GAP, SMALL, Spacing
from techsched.roster.furniture import HEAVY, LINE, Furniture
from techsched.roster.marks import BOLD, Box, Line
from techsched.roster.rows import SetRow, set_rows
from techsched.roster.sheet import PlacedRow, Sheet
from techsched.roster.typeset import Typesetter
from techsched.words import say

_BAND_PAD = 0.45
BAND = LINE + 2 * _BAND_PAD
"""Height of a group's band."""
_GREY = 0.92


class Table:
    """Breaks between people only; a group that goes on has its name again on the next sheet."""

    def __init__(self, furniture: Furniture, spacing: Spacing, setter: Typesetter) -> None:
        self._furniture = furniture
        self._spacing = spacing
        self._setter = setter
        self.sheets: list[Sheet] = []
        self._turn()

    def _turn(self) -> None:
        """Begins a sheet with the head of the table."""
        if self.sheets:
            self._close()
        sheet = Sheet(self._furniture, legend=True)
        marks, sheet.y = self._furniture.day_names
        sheet.marks += marks
        self.sheets.append(sheet)
        self._from = sheet.y
        self._under = len(sheet.marks)

    def _close(self) -> None:
        """Upright lines under the rows since the last band, and the line that ends the table."""
        self._upright()
        sheet = self.sheets[-1]
        frame = self._furniture.frame
        sheet.marks.append(Line(frame.left, sheet.y, frame.right, sheet.y, HEAVY))

    def _upright(self) -> None:
        sheet = self.sheets[-1]
        if sheet.y > self._from:
            # under the bars, which are drawn over them
            sheet.marks[self._under : self._under] = self._furniture.uprights(self._from, sheet.y)

    def fill(self) -> list[Sheet]:
        week, grid = self._furniture.week, self._furniture.grid
        everything = {letters for letters, _ in week.districts}
        sheet = self.sheets[-1]
        foot = self._furniture.foot_height(everything)
        tallest = self._furniture.frame.bottom - foot - sheet.y - BAND
        for group in week.groups:
            rows = [
                row
                for person in group.people
                for row in set_rows(person, grid, self._spacing, self._setter, tallest, week.language)
            ]
            for number, row in enumerate(rows):
                sheet = self.sheets[-1]
                if number == 0:
                    if not sheet.has_room(BAND + row.height, row.tags):
                        self._turn()
                    self._band(group.name, bookmark=True)
                elif not sheet.has_room(row.height, row.tags):
                    self._turn()
                    told = say(sentence("paper.continued", group=group.name), week.language)
                    self._band(told, bookmark=False)
                self._row(row)
        self._close()
        return self.sheets

    def _band(self, name: str, bookmark: bool) -> None:
        sheet, frame = self.sheets[-1], self._furniture.frame
        self._upright()
        sheet.marks.append(Box(frame.left, sheet.y, frame.width, BAND, fill=_GREY))
        sheet.marks.append(self._setter.line(name, SMALL, BOLD, frame.left + GAP, sheet.y + _BAND_PAD))
        sheet.y += BAND
        self._from = sheet.y
        self._under = len(sheet.marks)
        if bookmark:
            sheet.bookmarks.append(name)

    def _row(self, row: SetRow) -> None:
        sheet, grid = self.sheets[-1], self._furniture.grid
        sheet.marks += row.marks(grid, sheet.y, self._setter)
        width = grid.right - grid.left
        items = tuple(row.placed(grid, sheet.y))
        sheet.rows.append(PlacedRow(row.person.technician_id, grid.left, sheet.y, width, row.height, items))
        sheet.tags |= row.tags
        sheet.y += row.height
