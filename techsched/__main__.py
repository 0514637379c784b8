"""Where `techsched` and `python -m techsched` start; what draws is handed to `ui`, which the rest does not know."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from techsched import cli, screen
from techsched.errors import UserError
from techsched.model.sentence import sentence


def draw(options: Namespace) -> int:
    """Opens the window where no command was given, else draws the page or picture that was asked for; the exit code.

    Raises UserError where Qt could not start: it would end the process by itself.
    """
    window = options.command is None
    if window and not screen.answers():
        raise UserError(sentence("trouble.no_display"))
    if lacking := screen.missing(window=window):
        names, packages = ", ".join(lacking), " ".join(lacking.values())
        raise UserError(sentence("trouble.qt_libraries_missing", names=names, packages=packages))
    if not window:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    find_frontend()
    return int(import_module("ui.app").main(options))


def find_frontend() -> None:
    """Lets `import ui` work in an installed techsched: a wheel keeps it off the top of site-packages."""
    folder = Path(__file__).with_name("_frontend")
    if folder.is_dir() and str(folder) not in sys.path:
        sys.path.insert(0, str(folder))


def main(arguments: Sequence[str] | None = None) -> int:
    return cli.main(arguments, draw)


if __name__ == "__main__":
    sys.exit(main())
