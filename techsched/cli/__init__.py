"""The command line: reads what was typed, asks the desk, prints. Draws nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from techsched import __version__
from techsched.cli import files, history, paper, report, schedule
from techsched.cli.terminal import file_of, user_name
from techsched.errors import UserError
from techsched.words import say

Draw = Callable[[argparse.Namespace], int]
"""Takes over where a window, page or picture is wanted; gives the exit code."""

FINE, FOUND, FAILED = 0, 1, 2
"""Exit codes: done; done, and conflicts or refusals were found; not done."""


def parser() -> argparse.ArgumentParser:
    """`command` is None in what it reads where the window is meant."""
    top = argparse.ArgumentParser(
        prog="techsched", description="Schedules technicians: who is where, what breaks, and the printed week."
    )
    top.add_argument("--version", action="version", version=f"techsched {__version__}")
    top.add_argument("--db", metavar="URL", help="the office: a file, or sqlite:///file")
    top.add_argument("--demo", action="store_true", help="open the sample office")
    top.add_argument("--user", default=user_name(), help="who you are in the history; the account's name else")
    top.add_argument("--lang", choices=("en", "es"), help="language of what is said; the office's else")
    top.set_defaults(command=None, run=None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for group in (files, schedule, report, paper, history):
        group.add(commands)
    return top


def main(arguments: Sequence[str] | None, draw: Draw) -> int:
    """Exit code 0: done. 1: done, and conflicts or refusals found. 2: not done, said on standard error."""
    options = parser().parse_args(arguments)
    try:
        if options.run is None:
            if options.command is not None:
                # what draws need not ask again; a window opens without a file
                options.db = str(file_of(options))
            return draw(options)
        code: int = options.run(options)
        return code
    except UserError as told:
        print(say(told.sentence, options.lang or "en"), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # the reader of a pipe has seen enough
        sys.stderr.close()
        return FAILED
