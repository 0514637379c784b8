"""Commands that draw: roster and picture. What draws takes over; here is only what can be asked."""

from __future__ import annotations

import argparse
from typing import Any

from techsched.cli.terminal import day, options_of, week
from techsched.errors import UserError
from techsched.words import say


def add(commands: Any) -> None:
    roster = options_of(commands, "roster", "the printed week as PDF")
    roster.add_argument("--week", required=True, type=_week, metavar="2026-W48")
    roster.add_argument("--pdf", required=True, metavar="OUT")

    picture = options_of(commands, "picture", "a picture of the board")
    picture.add_argument("--week", required=True, type=_week, metavar="2026-W48")
    picture.add_argument("--view", choices=("week", "day"), default="week")
    picture.add_argument(
        "--date", type=_day, metavar="DATE", help="the day of a day view; the file's today else, or Monday"
    )
    picture.add_argument("--png", required=True, metavar="OUT")


def _week(text: str) -> object:
    return _typed(week, text)


def _day(text: str) -> object:
    return _typed(day, text)


def _typed(read: Any, text: str) -> object:
    try:
        return read(text)
    except UserError as told:
        raise argparse.ArgumentTypeError(say(told.sentence, "en")) from None
