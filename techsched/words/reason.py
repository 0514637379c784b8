"""Reasons for and against a technician."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {}
