"""Opening and making files: what a path holds, and a sentence for each way in which it is not an office."""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy.exc import DBAPIError

from techsched.errors import FileTrouble
from techsched.model.sentence import sentence
from techsched.store import copies, schema
from techsched.store.codec import Unreadable
from techsched.store.engine import APPLICATION, Connection, connect, dbapi, engine, error_name, sync_folder

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def path_of(url: str | os.PathLike[str]) -> Path:
    """The file of a path or a `sqlite:///` URL. Raises FileTrouble for any other kind of URL."""
    text = os.fspath(url)
    if text.startswith("sqlite:///"):
        text = unquote(text[len("sqlite:///") :])
    elif "://" in text or text.startswith("sqlite:"):
        raise FileTrouble(sentence("store.not_a_path", url=text))
    return Path(text).expanduser()


def trouble(key: str, path: Path, **more: str | int) -> FileTrouble:
    return FileTrouble(sentence(f"store.{key}", file=str(path), **more))


def _lost(key: str, path: Path) -> FileTrouble:
    """Trouble whose way out is the newest backup, where there is one."""
    copy = copies.newest(path)
    return trouble(key, path) if copy is None else trouble(f"{key}_saved", path, copy=str(copy))


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say about the file into FileTrouble; all else is a bug and goes on."""
    try:
        yield
    except (dbapi.Error, DBAPIError) as error:
        told = _told(path, error_name(error))
        if told is None and "decode to UTF-8" in str(error):
            told = _lost("damaged", path)
        if told is None:
            raise
        raise told from error
    except (Unreadable, UnicodeDecodeError) as error:
        # what SQLite says about torn names is torn as well
        raise _lost("damaged", path) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise trouble("disk_full", path) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise trouble("readonly_folder", path, folder=str(path.parent)) from error
        raise


def _told(path: Path, name: str) -> FileTrouble | None:
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return trouble("locked", path)
    if name == "SQLITE_FULL":
        return trouble("disk_full", path)
    if name.startswith("SQLITE_READONLY"):
        # which of the two it is, only some libraries say
        if os.access(path.parent, os.W_OK):
            return trouble("readonly_file", path)
        return trouble("readonly_folder", path, folder=str(path.parent))
    if name.startswith("SQLITE_CORRUPT"):
        return _lost("damaged", path)
    if name == "SQLITE_NOTADB":
        return trouble("not_an_office", path)
    if name.startswith("SQLITE_CANTOPEN"):
        return trouble("cannot_open", path)
    if name.startswith("SQLITE_IOERR"):
        return trouble("disk_fails", path)
    return None


def make(path: Path) -> None:
    """Writes an empty office, readable by its owner only. Raises FileTrouble where something is already."""
    with telling(path):
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, parents=True)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            raise trouble("exists", path) from None
        try:
            making = engine(path)
            with making.begin() as connection:
                schema.make(connection)
            sync_folder(path.parent)
        except BaseException:
            with suppress(FileNotFoundError):
                path.unlink()
            raise


def unmake(path: Path) -> None:
    """Takes a file away that nobody has open, with what SQLite keeps beside it."""
    with telling(path):
        for gone in (path, *(beside(path, suffix) for suffix in ("-wal", "-shm", "-journal"))):
            gone.unlink(missing_ok=True)


def examine(path: Path) -> int:
    """Looks at the file without SQLite and returns its schema number. Raises FileTrouble for all but a
    techsched file that is whole as far as its header tells."""
    with telling(path):
        try:
            size = path.stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            raise _lost("missing", path) from None
        if not path.is_file():
            raise trouble("not_a_file", path)
        if size == 0:
            raise _lost("empty", path)
        with open(path, "rb") as held:
            start = held.read(4096)
    if not start.startswith(_MAGIC) or len(start) < _HEADER:
        raise trouble("a_text" if _is_text(start) else "not_an_office", path)
    (application,) = struct.unpack(">I", start[68:72])
    if application != APPLICATION:
        raise trouble("foreign", path)
    (number,) = struct.unpack(">I", start[60:64])
    if number == 0:
        raise _lost("damaged", path)
    if _is_short(path, start, size):
        raise _lost("truncated", path)
    return int(number)


def _is_text(start: bytes) -> bool:
    try:
        # the last character may be cut in two
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 3:
            return b"\x00" not in start and _looks_latin(start)
    return b"\x00" not in start


def _looks_latin(start: bytes) -> bool:
    return all(byte >= 0x20 or byte in b"\t\r\n" for byte in start)


def _is_short(path: Path, header: bytes, size: int) -> bool:
    """Whether pages are missing at the end, as the header counts them. A journal beside may bring them back."""
    if any(beside(path, suffix).exists() and beside(path, suffix).stat().st_size for suffix in ("-wal", "-journal")):
        return False
    (page,) = struct.unpack(">H", header[16:18])
    page = 65536 if page == 1 else page
    counter, pages, valid = header[24:28], struct.unpack(">I", header[28:32])[0], header[92:96]
    return bool(counter == valid and size < page * pages)


def beside(path: Path, suffix: str) -> Path:
    """SQLite's own files of a database: 'office.db-wal'."""
    return path.with_name(path.name + suffix)


def open_file(path: Path, readonly: bool = False) -> Connection:
    """Opens an office, migrating it first where its schema is an older one.

    Raises FileTrouble, each kind with its own sentence; then nothing was written.
    """
    number = examine(path)
    if number > schema.SCHEMA:
        raise trouble("newer", path, needs=_needs(path))
    if readonly:
        if number < schema.SCHEMA:
            raise trouble("older_readonly", path)
        return _checked(path, _connect_readonly(path), guarded=False)
    if not os.access(path, os.W_OK):
        raise trouble("readonly_file", path)
    if not os.access(path.parent, os.W_OK):
        raise trouble("readonly_folder", path, folder=str(path.parent))
    if number < schema.SCHEMA:
        # Alembic is slow to import and hardly ever needed
        from techsched.store import migrations

        migrations.upgrade(path)
    with telling(path):
        db = connect(path)
    return _checked(path, db)


def _connect_readonly(path: Path) -> Connection:
    with telling(path):
        try:
            db = connect(path, "ro")
            db.execute("SELECT 1 FROM about").fetchall()
            return db
        except dbapi.OperationalError as error:
            if not error_name(error).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
                raise
        # where nothing can be written beside it, a file without a journal of changes is read as it is
        wal = beside(path, "-wal")
        if wal.exists() and wal.stat().st_size:
            raise trouble("readonly_changes", path, changes=str(wal))
        return connect(path, "immutable")


def _checked(path: Path, db: Connection, guarded: bool = True) -> Connection:
    try:
        with telling(path):
            lacking = schema.missing(db)
            if lacking:
                raise _lost("damaged", path)
            if guarded and not schema.triggers_stand(db):
                raise _lost("altered", path)
    except BaseException:
        db.close()
        raise
    return db


def _needs(path: Path) -> str:
    """The version of the program that wrote a newer file, as far as it says."""
    try:
        db = connect(path, "ro")
    except dbapi.Error:
        return "?"
    try:
        found = db.execute("SELECT value FROM about WHERE name = 'needs'").fetchone()
    except dbapi.Error:
        return "?"
    finally:
        db.close()
    return "?" if found is None else str(found[0])
