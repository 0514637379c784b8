"""An older file becomes a newer one whole, or stays as it was, whenever it is stopped."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from techsched.errors import FileTrouble
from techsched.store import Store, engine, file, restore, schema
from techsched.store import copies as naming
from techsched.store.counting import counts
from techsched.store.engine import connect
from techsched.store.migrations import migrate as step
from tests.rows import NOW, booking, technician
from tests.store.offices import Copies, everything, put

REVISIONS = Path(__file__).with_name("revisions")


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose schema is one number further."""
    monkeypatch.setattr(schema, "SCHEMA", 2)
    monkeypatch.setattr(step, "VERSIONS", (*step.VERSIONS, REVISIONS))


def catalogue(path: Path) -> set[tuple[str, ...]]:
    db = connect(path, "ro")
    found = set(db.execute("SELECT type, name, tbl_name, rtrim(sql, char(10)) FROM sqlite_master").fetchall())
    db.close()
    return found


def test_the_first_revision_makes_the_very_schema_of_a_new_file(tmp_path: Path) -> None:
    file.make(tmp_path / "new.db")
    (tmp_path / "migrated.db").touch()
    with engine.engine(tmp_path / "migrated.db").begin() as connection:
        step.run(connection)
    assert catalogue(tmp_path / "migrated.db") == catalogue(tmp_path / "new.db")
    store = Store.open(tmp_path / "migrated.db")
    assert store.verify() == []
    store.close()


def test_an_older_file_is_migrated_when_it_is_opened(copies: Copies, second: None) -> None:
    path = older(copies)
    store = Store.open(path)
    assert store._db.execute("PRAGMA user_version").fetchone()[0] == 2
    names = {row.name for row in store.rows(type(technician()))}
    assert names == {"Ana", "Berta", "Eva"}
    assert set(store._db.execute("SELECT nickname FROM technician").fetchall()) == {("ANA",), ("BERTA",), ("EVA",)}
    assert store.verify() == []
    # the guard and the journal are as they were
    put(store, booking("Ana", "Thu 9-12", id=1))
    with pytest.raises(Exception, match="double booked"):
        put(store, booking("Ana", "Thu 11-13", id=2))
    with pytest.raises(Exception, match="never altered"):
        store._db.execute("DELETE FROM journal")
    with pytest.raises(Exception, match="taken already"):
        put(store, technician("Luz", code="EVA"))
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    store.close()


def older(copies: Copies, rows: int = 0) -> Path:
    """A file of schema 1 with a history, closed."""
    path = copies.path()
    number, schema.SCHEMA = schema.SCHEMA, 1
    try:
        store = Store.open(path)
        put(store, technician("Eva"))
        if rows:
            put(store, *(booking("Eva", "Mon 9-10", id=n, start=n * 3600, end=n * 3600 + 3600) for n in range(1, rows)))
        store.close()
    finally:
        schema.SCHEMA = number
    return path


def test_what_was_there_before_is_set_aside(copies: Copies, second: None) -> None:
    path = older(copies)
    before = content(path)
    Store.open(path).close()
    kept = naming.folder_of(path) / f"{path.stem}-schema-1.db"
    assert content(kept) == before
    assert os.name == "nt" or stat.S_IMODE(kept.stat().st_mode) == 0o600


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    db = connect(path, "ro")
    found = {table: db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in counts(db)}
    db.close()
    return found


def test_an_old_backup_comes_back_and_is_migrated_then(copies: Copies, second: None, tmp_path: Path) -> None:
    path, old = copies.path(), older(copies)
    restore(path, old, NOW)
    store = Store.open(path)
    assert store._db.execute("PRAGMA user_version").fetchone()[0] == 2
    assert "Eva" in {row.name for row in store.rows(type(technician()))}
    store.close()


def test_only_for_reading_nothing_is_migrated(copies: Copies, second: None) -> None:
    path = older(copies)
    before = path.read_bytes()
    with pytest.raises(FileTrouble) as told:
        Store.open(path, readonly=True)
    assert told.value.sentence.key == "store.older_readonly"
    assert path.read_bytes() == before


def test_nothing_is_migrated_under_an_open_window(
    copies: Copies, second: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "WAIT", 0.05)
    path = older(copies)
    window = connect(path)
    before = content(path)
    with pytest.raises(FileTrouble) as told:
        Store.open(path)
    assert told.value.sentence.key == "store.locked"
    assert content(path) == before
    window.close()
    Store.open(path).close()


@pytest.mark.parametrize("fault", ["raises", "loses rows", "loses a reference", "loses a table"])
def test_a_revision_that_goes_wrong_leaves_the_file_as_it_was(
    copies: Copies, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str
) -> None:
    does = {
        "raises": "raise ZeroDivisionError",
        "loses rows": "op.execute('DELETE FROM journal_edit'); op.execute('DELETE FROM journal')",
        "loses a reference": "op.execute('UPDATE visit SET site_id = 5')",
        "loses a table": "op.execute('DROP TABLE override')",
    }[fault]
    (tmp_path / "bad.py").write_text(
        f"from alembic import op\nrevision = '0002'\ndown_revision = '0001'\n\n\ndef upgrade():\n    {does}\n"
    )
    path = older(copies)
    monkeypatch.setattr(schema, "SCHEMA", 2)
    monkeypatch.setattr(step, "VERSIONS", (*step.VERSIONS, tmp_path))
    before, raw = content(path), path.read_bytes()
    with pytest.raises((FileTrouble, ZeroDivisionError, OperationalError)):
        Store.open(path)
    monkeypatch.setattr(schema, "SCHEMA", 1)
    assert content(path) == before
    assert len(path.read_bytes()) == len(raw)
    assert not list(path.parent.glob(f".{path.name}*"))
    store = Store.open(path)
    assert store.verify() == []
    store.close()


def test_a_damaged_file_is_not_migrated(copies: Copies, second: None) -> None:
    path = older(copies)
    db = connect(path, "ro")
    page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'technician'").fetchone()[0]
    db.close()
    with open(path, "r+b") as held:
        held.seek((page - 1) * 4096)
        held.write(bytes(4096))
    with pytest.raises(FileTrouble) as told:
        Store.open(path)
    assert told.value.sentence.key.startswith("store.damaged")
    assert not list(path.parent.glob(f".{path.name}*"))


def test_alembic_is_not_imported_for_a_file_that_is_up_to_date(copies: Copies) -> None:
    code = (
        "import sys\nfrom techsched.store import Store\n"
        f"Store.open({str(copies.path())!r}).close()\n"
        "print([name for name in ('alembic', 'PySide6', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# killed


def migrate(path: Path) -> None:
    step.upgrade(path)


def kill_at_random(copies: Copies, kills: int, rows: int) -> dict[str, int]:
    """Kills so many migrations at moments spread over their length; what each left behind."""
    process_of = multiprocessing.get_context("fork")
    whole = older(copies, rows)
    started = time.monotonic()
    child = process_of.Process(target=migrate, args=(older(copies, rows),))
    child.start()
    child.join()
    length = time.monotonic() - started
    assert child.exitcode == 0
    before = content(whole)
    left = {"old": 0, "new": 0, "unfinished": 0}
    chance = random.Random(1)
    for n in range(kills):
        path = copies.path()
        path.write_bytes(whole.read_bytes())
        child = process_of.Process(target=migrate, args=(path,))
        child.start()
        time.sleep(length * (n + chance.random()) / kills)
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        left["unfinished"] += bool(list(path.parent.glob(f".{path.name}.migrating")))
        db = connect(path)
        number = db.execute("PRAGMA user_version").fetchone()[0]
        columns = {row[1] for row in db.execute("PRAGMA table_info(technician)")}
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert ("nickname" in columns) is (number == 2)
        assert schema.triggers_stand(db)
        db.close()
        left["new" if number == 2 else "old"] += 1
        if number == 1:
            assert content(path) == before
        store = Store.open(path)
        assert store._db.execute("PRAGMA user_version").fetchone()[0] == 2
        assert store.verify() == []
        assert len(everything(store)) == sum(
            len(held) for table, held in before.items() if table not in ("journal", "journal_edit", "about")
        )
        store.close()
        assert not list(path.parent.glob(f".{path.name}.migrating"))
    return left


@pytest.mark.skipif(os.name == "nt", reason="no kill -9 on Windows")
def test_a_killed_migration_leaves_the_old_file_or_the_new_one(copies: Copies, second: None) -> None:
    left = kill_at_random(copies, kills=4, rows=300)
    assert left["old"] and left["old"] + left["new"] == 4


@pytest.mark.full
@pytest.mark.timeout(900)
@pytest.mark.skipif(os.name == "nt", reason="no kill -9 on Windows")
def test_forty_killed_migrations_leave_none_half_done(copies: Copies, second: None) -> None:
    left = kill_at_random(copies, kills=40, rows=20_000)
    assert left["old"] and left["unfinished"] and left["old"] + left["new"] == 40
