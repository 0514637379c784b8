"""Names of undoable steps: object and change."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
