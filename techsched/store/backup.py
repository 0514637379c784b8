"""Backups: verified copies beside other writers, thinned out by age, and the way back."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from techsched.errors import FileTrouble
from techsched.model.span import Instant
from techsched.store import copies, schema
from techsched.store.counting import counts
from techsched.store.engine import Connection, alone, connect, dbapi, error_name, is_damage, sync_file, sync_folder
from techsched.store.file import beside, examine, telling, trouble
from techsched.store.verify import findings, verify

_OLD_PART = 24 * 3600
"""Seconds after which an unfinished copy is somebody's crash."""


def copy_to(path: Path, to: Path) -> Path:
    """Writes a verified copy of the file, readable by its owner only, beside other writers.

    Raises FileTrouble where something is already, and when the copy cannot be written or is not sound.
    """
    with _written(path, to) as part:
        _place(part, to)
    return to


def at_start(path: Path, at: Instant) -> Path | None:
    """A dated backup if the journal went on since the newest one; then thins out the old ones."""
    folder = copies.folder_of(path)
    with telling(path):
        db = connect(path, "ro")
        try:
            head = _head(db)
        finally:
            db.close()
    if head is None or head == _head_of(copies.newest(path)):
        return None
    to = _free(folder / copies.name_at(path, at))
    with telling(to):
        folder.mkdir(mode=0o700, exist_ok=True)
        _sweep(folder, at)
    with _written(path, to) as part:
        # a copy without its sidecar counts for nothing, so that one is there first
        _note(copies.sidecar(to), _facts(part))
        try:
            _place(part, to)
        except FileTrouble:
            copies.sidecar(to).unlink(missing_ok=True)
            raise
    _thin_out(path)
    return to


def set_aside(db: Connection, path: Path, number: int) -> Path:
    """A copy of an older file before it is migrated, in the folder of backups, kept until somebody deletes it."""
    folder = copies.folder_of(path)
    to = _free(folder / f"{path.stem}-schema-{number}.db")
    part = _part(to)
    with telling(to):
        folder.mkdir(mode=0o700, exist_ok=True)
        try:
            _make_private(part)
            db.execute("VACUUM INTO ?", (str(part),))
            sync_file(part)
            _place(part, to)
        finally:
            part.unlink(missing_ok=True)
    return to


def restore(path: Path, copy: Path, at: Instant) -> Path | None:
    """Puts a verified backup in the place of the file; returns where the replaced one is kept, if any.

    Raises FileTrouble when the backup is not sound or not as it was written, or while somebody has the file
    open; then nothing was replaced.
    """
    if examine(copy) > schema.SCHEMA:
        raise trouble("copy_newer", copy)
    facts = _read_note(copies.sidecar(copy))
    if facts is not None and facts["sha256"] != _digest(copy):
        raise trouble("copy_changed", copy)
    with _written(copy, path, over=True) as part, telling(path), _held(path):
        keeping = _keep(path, at)
        os.replace(part, path)
        sync_folder(path.parent)
    return keeping


# writing a copy


@contextmanager
def _written(path: Path, to: Path, over: bool = False) -> Iterator[Path]:
    """A verified copy of `path` under a name of its own beside `to`, gone when the block ends."""
    if to.exists() and not over:
        raise trouble("exists", to)
    part = _part(to)
    try:
        with telling(to):
            _make_private(part)
        _vacuum(path, to, part)
        with telling(to):
            db = connect(part, "ro")
            try:
                wrong = findings(db, path)
            finally:
                db.close()
            if wrong:
                raise FileTrouble(wrong[0])
            sync_file(part)
        yield part
    finally:
        part.unlink(missing_ok=True)


def _part(to: Path) -> Path:
    return to.with_name(f".{to.name}.{os.getpid()}.part")


def _make_private(part: Path) -> None:
    """An empty file for VACUUM INTO, readable by its owner only."""
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _vacuum(path: Path, to: Path, part: Path) -> None:
    with telling(path):
        db = connect(path, "ro")
    try:
        db.execute("VACUUM INTO ?", (str(part),))
    except dbapi.Error as error:
        # what cannot be read is the file's fault, everything else is the copy's
        with telling(path if is_damage(error) or error_name(error).startswith("SQLITE_BUSY") else to):
            raise
    finally:
        db.close()


def _place(part: Path, to: Path) -> None:
    """Gives the copy its name, unless somebody has taken it meanwhile."""
    with telling(to):
        try:
            os.link(part, to)
        except FileExistsError:
            raise trouble("exists", to) from None
        except OSError:
            # a file system without links
            if to.exists():
                raise trouble("exists", to) from None
            os.rename(part, to)
        sync_folder(to.parent)


def _free(to: Path) -> Path:
    made, n = to, 1
    while made.exists():
        n += 1
        made = to.with_name(f"{to.stem}-{n}{to.suffix}")
    return made


# what a backup held


def _head(db: Connection) -> list[Any] | None:
    """The newest journal entry: two files that have it in common have their history in common."""
    found = db.execute("SELECT seq, at, who, label FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return None if found is None else list(found)


def _head_of(copy: Path | None) -> list[Any] | None:
    facts = None if copy is None else _read_note(copies.sidecar(copy))
    return None if facts is None else facts["head"]


def _facts(part: Path) -> dict[str, Any]:
    db = connect(part, "ro")
    try:
        return {
            "head": _head(db),
            "schema": db.execute("PRAGMA user_version").fetchone()[0],
            "rows": counts(db),
            "sha256": _digest(part),
        }
    finally:
        db.close()


def _digest(path: Path) -> str:
    with open(path, "rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()


def _note(sidecar: Path, facts: dict[str, Any]) -> None:
    with telling(sidecar):
        held = os.open(sidecar, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with open(held, "w", encoding="utf-8") as written:
            json.dump(facts, written, ensure_ascii=False, indent=1)
            written.flush()
            os.fsync(written.fileno())


def _read_note(sidecar: Path) -> dict[str, Any] | None:
    try:
        facts = json.loads(sidecar.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return facts if isinstance(facts, dict) and {"head", "sha256"} <= facts.keys() else None


# keeping and throwing away


def _thin_out(path: Path) -> None:
    held = copies.held(path)
    keeping = copies.kept(stamp for copy in held if (stamp := copies.stamp_of(copy)) is not None)
    for copy in held:
        if copies.stamp_of(copy) not in keeping:
            with telling(copy):
                copy.unlink(missing_ok=True)
                copies.sidecar(copy).unlink(missing_ok=True)


def _sweep(folder: Path, at: Instant) -> None:
    for part in folder.glob(".*.part"):
        if part.stat().st_mtime < at - _OLD_PART:
            part.unlink(missing_ok=True)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """The file against other writers while it is replaced. What is not sound is not touched: SQLite would fold
    its log into it, and somebody may want to save what can be saved."""
    if not _is_sound(path):
        yield
        return
    with alone(path) as db:
        if os.name == "nt":
            # Windows replaces no file that is open
            db.close()
        yield


def _is_sound(path: Path) -> bool:
    try:
        examine(path)
        return not verify(path)
    except FileTrouble as told:
        if told.sentence.key == "store.locked":
            raise
        return False


def _keep(path: Path, at: Instant) -> Path | None:
    """Gives the file a second name, with the changes that SQLite keeps beside a damaged one."""
    if not path.exists():
        return None
    stamp = copies.name_at(path, at).removeprefix(path.stem)
    keeping = _free(path.with_name(f"{path.stem}-replaced{stamp}"))
    for suffix in ("-wal", "-journal"):
        if beside(path, suffix).exists():
            os.replace(beside(path, suffix), beside(keeping, suffix))
    try:
        os.link(path, keeping)
    except OSError:
        os.rename(path, keeping)
    return keeping
