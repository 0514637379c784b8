"""Takes a read import in as one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from techsched.desk.pen import Pen
from techsched.errors import UserError
from techsched.model.change import Change
from techsched.model.schedule import Schedule
from techsched.model.sentence import sentence


@dataclass(frozen=True, slots=True)
class ImportRows:
    """`made` was read against the schedule as it stands. Raises UserError when it holds nothing."""

    made: Change
    asks: ClassVar[bool] = False

    def change(self, schedule: Schedule, pen: Pen) -> Change:
        if not self.made.edits:
            raise UserError(sentence("trouble.nothing_to_import"))
        return Change(sentence("undo.import", n=len(self.made.edits)), self.made.edits)
