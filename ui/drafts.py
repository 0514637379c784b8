"""Half-typed forms, kept in files of their own apart from the office, so that a crash loses no more than a second."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from techsched.model.span import Instant

EVERY_MS = 500
"""How long after a key stroke a form is written; strokes in between do not put it off."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What stood in a form of a record (0: of a new one) when it was last typed into."""

    form: str
    record: int
    title: str
    at: Instant
    raws: Mapping[str, Any]


class Drafts:
    """One small file a form, readable by its owner only. What cannot be written or read is not worth a word: the
    form itself still stands on the screen."""

    def __init__(self, office: str, folder: Path | None = None) -> None:
        root = folder if folder is not None else user_data_path("techsched", appauthor=False) / "drafts"
        self._folder = root / hashlib.sha256(office.encode()).hexdigest()[:16]

    def keep(self, kept: Kept) -> None:
        """Replaces what was kept of that form. A reader sees the old or the new, never half."""
        file = self._file(kept.form, kept.record)
        part = file.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # not flushed to the disk: a killed program loses nothing that way, and typing must not wait for the disk
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                json.dump(asdict(kept), out, ensure_ascii=False)
            os.replace(part, file)
        except OSError:
            with suppress(OSError):
                part.unlink()

    def find(self, form: str, record: int) -> Kept | None:
        return _read(self._file(form, record))

    def drop(self, form: str, record: int) -> None:
        self._file(form, record).unlink(missing_ok=True)

    def waiting(self) -> list[Kept]:
        """All that were neither saved nor thrown away, the newest first."""
        found = [kept for file in self._folder.glob("*.json") if (kept := _read(file)) is not None]
        return sorted(found, key=lambda kept: kept.at, reverse=True)

    def _file(self, form: str, record: int) -> Path:
        return self._folder / f"{form}-{record}.json"


def _read(file: Path) -> Kept | None:
    """None for a file that is not there, or that nobody understands."""
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return Kept(str(held["form"]), int(held["record"]), str(held["title"]), int(held["at"]), dict(held["raws"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
