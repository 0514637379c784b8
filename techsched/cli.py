"""The command line: reads what was typed, asks the desk, prints. Draws nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from techsched import __version__
from techsched.errors import UserError

Draw = Callable[[argparse.Namespace], int]
"""Takes over where a window, page or picture is wanted; gives the exit code."""


def parser() -> argparse.ArgumentParser:
    """`command` is None in what it reads where the window is meant."""
    top = argparse.ArgumentParser(
        prog="techsched", description="Schedules technicians: who is where, what breaks, and the printed week."
    )
    top.add_argument("--version", action="version", version=f"techsched {__version__}")
    top.set_defaults(command=None)
    return top


def main(arguments: Sequence[str] | None, draw: Draw) -> int:
    """Exit code 0: done. 2: cannot be done as asked, said on standard error."""
    options = parser().parse_args(arguments)
    try:
        return draw(options)
    except UserError as told:
        print(told, file=sys.stderr)
        return 2
