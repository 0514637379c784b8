"""Sentences about the file and what happens to it."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
