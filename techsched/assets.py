"""Finds a file of `resources/`, wherever the program was started from."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(*names: str) -> Path:
    """`resource("cities", "madrid")`: the file or folder of that name.

    A wheel carries resources inside the package, a checkout beside it. Raises FileNotFoundError where neither has it,
    which is a broken installation.
    """
    for root in (_HERE / "resources", _HERE.parent / "resources"):
        found = root.joinpath(*names)
        if found.exists():
            return found
    raise FileNotFoundError("/".join(("resources", *names)))
