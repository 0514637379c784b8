"""The command that reports a year's figures."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from techsched.cli import terminal
from techsched.cli.terminal import desk_of, options_of, print_json
from techsched.model.span import Days


def add(commands: Any) -> None:
    made = options_of(commands, "report", "figures of a calendar year", as_json=True)
    made.add_argument("what", choices=("year",))
    made.add_argument("--year", type=int, required=True, metavar="Y")
    made.set_defaults(run=year)


def year(options: argparse.Namespace) -> int:
    from techsched.roster import report

    asked = terminal.year(options.year)
    with desk_of(options, readonly=True) as desk:
        desk.widen(Days(date(asked, 1, 1), date(asked + 1, 1, 1)))
        found = report.year(desk.schedule, asked)
    if options.json:
        print_json(found)
    else:
        for name, value in found.items():
            print(f"{name}: {value}")
    return 0
