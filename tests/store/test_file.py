"""Every kind of bad file is told apart, in both languages, and not a byte of it is touched."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from techsched.errors import FileTrouble
from techsched.model.assignment import Assignment
from techsched.model.span import Span
from techsched.model.technician import Technician
from techsched.store import Store, engine, file, schema
from techsched.store.engine import connect, dbapi
from techsched.words import say
from techsched.words.store import SENTENCES
from tests.rows import NOW, booking, technician
from tests.store.offices import Copies, everything, made, put, standing


def refused(path: Path | str, **more: bool) -> FileTrouble:
    with pytest.raises(FileTrouble) as told:
        Store.open(path, **more)
    return told.value


def contents(folder: Path) -> dict[str, bytes]:
    return {held.name: held.read_bytes() for held in folder.iterdir() if held.is_file()}


def spoilt(path: Path, at: int, with_: bytes) -> None:
    with open(path, "r+b") as held:
        held.seek(at)
        held.write(with_)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def a_table(path: Path) -> None:
    path.write_text("id,name\nT001,Peñaranda\n" * 400, encoding="utf-8")


def a_latin_table(path: Path) -> None:
    path.write_text("id;name\nT001;Peñaranda\n" * 400, encoding="latin-1")


def noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def headless(path: Path) -> None:
    spoilt(path, 0, bytes(100))


def of_another_program(path: Path) -> None:
    path.unlink()
    db = dbapi.connect(path)
    db.execute("CREATE TABLE bookmark (url TEXT)")
    db.commit()
    db.close()


def newer(path: Path) -> None:
    db = dbapi.connect(path)
    db.execute("UPDATE about SET value = '9.5' WHERE name = 'needs'")
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()


def half_gone(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def a_page_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def page_of_zeros(path: Path) -> None:
    spoilt(path, 4096, bytes(4096))


def torn_catalogue(path: Path) -> None:
    spoilt(path, 100, b"\xff" * 12)


def never_finished(path: Path) -> None:
    spoilt(path, 60, bytes(4))


def lost_a_table(path: Path) -> None:
    db = dbapi.connect(path)
    db.execute("DROP TABLE cover_item")
    db.commit()
    db.close()


def unguarded(path: Path) -> None:
    db = dbapi.connect(path)
    db.execute("DROP TRIGGER assignment_guard_update")
    db.commit()
    db.close()


def guard_rewritten(path: Path) -> None:
    db = dbapi.connect(path)
    (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'assignment_guard_insert'").fetchone()
    db.execute("DROP TRIGGER assignment_guard_insert")
    db.execute(sql.replace("172800", "1728"))
    db.commit()
    db.close()


BAD: dict[Callable[[Path], None], str] = {
    empty: "empty",
    a_table: "a_text",
    a_latin_table: "a_text",
    noise: "not_an_office",
    headless: "not_an_office",
    of_another_program: "foreign",
    newer: "newer",
    half_gone: "truncated",
    a_page_short: "truncated",
    torn_catalogue: "damaged",
    never_finished: "damaged",
    lost_a_table: "damaged",
    unguarded: "altered",
    guard_rewritten: "altered",
}


@pytest.mark.parametrize("spoil", BAD, ids=lambda spoil: spoil.__name__)
def test_a_bad_file_is_named_and_left_alone(copies: Copies, tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "office.db"
    shutil.copyfile(copies.template, path)
    spoil(path)
    before = contents(tmp_path)
    told = refused(path)
    assert told.sentence.key == f"store.{BAD[spoil]}"
    for language in ("en", "es"):
        assert str(path) in say(told.sentence, language)
    after = contents(tmp_path)
    assert after[path.name] == before[path.name]
    assert set(after) <= {path.name, f"{path.name}-wal", f"{path.name}-shm"}
    assert after.get(f"{path.name}-wal", b"") == b""


def test_each_kind_has_a_sentence_of_its_own() -> None:
    for place in (0, 1):
        told = [said[place] for said in SENTENCES.values()]
        assert len(set(told)) == len(told)
        assert not any("error" in said.casefold() or "!" in said for said in told)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert refused(tmp_path / "office.db").sentence.key == "store.missing"
    assert refused(tmp_path / "no" / "such" / "office.db").sentence.key == "store.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_or_spoilt_file_names_its_newest_backup(copies: Copies) -> None:
    store = copies.store()
    copy = store.backup_at_start(NOW)
    store.close()
    for spoil, key in ((half_gone, "truncated_saved"), (empty, "empty_saved"), (Path.unlink, "missing_saved")):
        spoil(store.path)  # type: ignore[operator]
        told = refused(store.path)
        assert (told.sentence.key, told.sentence["copy"]) == (f"store.{key}", str(copy))


def test_a_newer_file_names_the_version_that_opens_it(copies: Copies) -> None:
    path = copies.path()
    newer(path)
    assert refused(path).sentence["needs"] == "9.5"
    assert refused(path, readonly=True).sentence.key == "store.newer"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path).sentence.key == "store.not_a_file"


@pytest.mark.parametrize("url", ["postgresql://host/office", "sqlite:office.db", "https://example.com/office.db"])
def test_what_is_no_path_is_said(url: str) -> None:
    assert refused(url).sentence.key == "store.not_a_path"


def test_a_path_and_a_url_open_the_same_file(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    path = copies.path()
    monkeypatch.chdir(path.parent)
    for url in (path, str(path), f"sqlite:///{path}", f"sqlite:///{path.name}", path.name):
        store = Store.open(url)
        assert os.path.samefile(store.path, path)
        store.close()


def test_damage_beyond_the_first_pages_is_told_when_it_is_met_and_found_by_the_check(copies: Copies) -> None:
    path = copies.path()
    db = connect(path)
    page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'technician'").fetchone()[0]
    db.close()
    spoilt(path, (page - 1) * 4096, bytes(4096))
    store = Store.open(path)
    with pytest.raises(FileTrouble) as told:
        store.rows(type(technician()))
    assert told.value.sentence.key == "store.damaged"
    assert [found.key for found in store.verify()] == ["store.verify_damage"]
    store.close()


# making


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_file_is_its_owners_alone_and_bears_our_mark(tmp_path: Path) -> None:
    path = tmp_path / "new" / "office.db"
    old = os.umask(0)
    try:
        store = Store.create(path)
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert store._db.execute("PRAGMA application_id").fetchone()[0] == 0x54534348
    assert store._db.execute("PRAGMA user_version").fetchone()[0] == schema.SCHEMA
    assert (store.office(), store.last_seq(), store.verify()) == (None, 0, [])
    store.close()


@pytest.mark.parametrize("there", [b"", b"something"])
def test_nothing_is_overwritten_by_a_new_file(tmp_path: Path, there: bytes) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(there)
    with pytest.raises(FileTrouble) as told:
        Store.create(path)
    assert told.value.sentence.key == "store.exists"
    assert path.read_bytes() == there


def test_a_file_that_cannot_be_finished_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(connection: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(schema, "make", fails)
    with pytest.raises(ZeroDivisionError):
        Store.create(tmp_path / "office.db")
    assert list(tmp_path.iterdir()) == []


# without the right to write


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that everybody may enter, outside pytest's own."""
    if os.name == "nt":
        pytest.skip("Windows has no such modes")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def try_both_ways(path: Path, told: Any) -> None:
    """Opens for writing and for reading, reads and writes, as somebody without rights. Root writes whatever
    the modes say, and becomes nobody first."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    said: list[str | int] = []
    for readonly in (False, True):
        try:
            store = Store.open(path, readonly=readonly)
            said.append(len(store.rows(Technician)))
            put(store, technician("Eva"))
            said.append("written")
        except FileTrouble as trouble:
            said.append(trouble.sentence.key)
    told.send(said)


def without_rights(path: Path) -> list[str | int]:
    process_of = multiprocessing.get_context("fork")
    here, there = process_of.Pipe(duplex=False)
    process = process_of.Process(target=try_both_ways, args=(path, there))
    process.start()
    said = here.recv() if here.poll(30) else ["no answer"]
    process.join()
    return list(said)


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "said"),
    [
        (0o444, 0o777, ["store.readonly_file", 2, "store.readonly_here"]),
        (0o666, 0o555, ["store.readonly_folder", 2, "store.readonly_here"]),
        (0o444, 0o555, ["store.readonly_file", 2, "store.readonly_here"]),
    ],
)
def test_without_the_right_to_write_a_file_is_read(
    closed: Path, copies: Copies, file_mode: int, folder_mode: int, said: list[str | int]
) -> None:
    path = closed / "office.db"
    shutil.copyfile(copies.template, path)
    path.chmod(file_mode)
    closed.chmod(folder_mode)
    before = path.read_bytes()
    assert without_rights(path) == said
    assert path.read_bytes() == before


def test_changes_that_still_lie_beside_a_file_in_a_closed_folder_are_not_passed_over(
    closed: Path, copies: Copies
) -> None:
    store = copies.store()
    put(store, technician("Eva"))
    path = closed / "office.db"
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{store.path}{suffix}", f"{path}{suffix}")
        os.chmod(f"{path}{suffix}", 0o444)
    store.close()
    closed.chmod(0o555)
    assert without_rights(path) == ["store.readonly_file", "store.readonly_changes"]


def test_open_for_reading_means_reading(copies: Copies) -> None:
    store = Store.open(copies.path(), readonly=True)
    before = everything(store)
    with pytest.raises(FileTrouble) as told:
        put(store, technician("Eva"))
    assert told.value.sentence.key == "store.readonly_here"
    assert everything(store) == before
    store.close()


def test_an_altered_guard_can_still_be_read(copies: Copies) -> None:
    path = copies.path()
    unguarded(path)
    store = Store.open(path, readonly=True)
    assert len(store.rows(type(technician()))) == 2
    assert [found.key for found in store.verify()] == ["store.verify_guard"]
    store.close()


# locked, replaced, full


def test_a_file_that_somebody_holds_is_said_to_be_held(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    path = copies.path()
    store = Store.open(path)
    store._db.execute("PRAGMA busy_timeout=50")
    holder = dbapi.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileTrouble) as told:
        put(store, technician("Eva"))
    assert told.value.sentence.key == "store.locked"
    holder.execute("ROLLBACK")
    put(store, technician("Eva"))
    store.close()
    monkeypatch.setattr(engine, "WAIT", 0.05)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
    holder.execute("PRAGMA journal_mode=DELETE").fetchone()
    holder.execute("BEGIN EXCLUSIVE")
    assert refused(path).sentence.key == "store.locked"
    holder.close()


def test_what_is_written_to_a_file_that_was_replaced_is_not_lost_unseen(copies: Copies) -> None:
    path = copies.path()
    store = Store.open(path)
    other = copies.path()
    os.replace(other, path)
    for act in (lambda: put(store, technician("Eva")), store.data_version):
        with pytest.raises(FileTrouble) as told:
            act()
        assert told.value.sentence.key == "store.replaced"
    path.unlink()
    with pytest.raises(FileTrouble):
        store.data_version()
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes where we may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mounting, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("nobody lets us mount a small disk here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(store: Store, note: str) -> tuple[list[int], str]:
    """Books until the disk takes no more; the ids that were acknowledged, and what was said then."""
    acknowledged: list[int] = []
    for n in range(1, 20_000):
        try:
            put(store, booking("Ana", Span(n * 3600, n * 3600 + 3600), id=n, note=note))
        except FileTrouble as trouble:
            return acknowledged, trouble.sentence.key
        acknowledged.append(n)
    return acknowledged, "never full"


def after_the_fill(path: Path, acknowledged: list[int]) -> None:
    store = Store.open(path)
    assert store.verify() == []
    assert sorted(row.id for row in store.rows(Assignment)) == acknowledged
    assert store.last_seq() == 1 + len(acknowledged)
    store.close()


def test_a_full_disk_takes_nothing_that_was_acknowledged_and_nothing_by_halves(
    small_disk: Path, copies: Copies
) -> None:
    path = small_disk / "office.db"
    shutil.copyfile(copies.template, path)
    store = Store.open(path)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(200_000))
    acknowledged, said = fill(store, "x" * 4000)
    assert said == "store.disk_full"
    assert len(acknowledged) > 10
    with pytest.raises(FileTrouble) as told:
        store.backup(small_disk / "copy.db")
    assert told.value.sentence.key == "store.disk_full"
    assert sorted(held.name for held in small_disk.iterdir() if "office" not in held.name) == ["ballast"]
    ballast.unlink()
    put(store, booking("Ana", Span(0, 3600), id=99_999))
    store.close()
    after_the_fill(path, [*acknowledged, 99_999])


@pytest.mark.skipif(os.name == "nt", reason="no such limit on Windows")
def test_a_file_that_may_grow_no_more_stays_whole(copies: Copies) -> None:
    import resource

    path = copies.path()
    store = Store.open(path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, limits[1]))
    try:
        acknowledged, said = fill(store, "x" * 500)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert said == "store.disk_fails"
    assert acknowledged
    store.close()
    after_the_fill(path, acknowledged)


def test_a_sound_file_passes_the_check_and_an_overlap_is_named(store: Store) -> None:
    put(store, booking("Ana", "Thu 9-12", id=1), booking("Ana", "Thu 13-15", id=2))
    assert store.verify() == []
    store._db.execute("DROP TRIGGER assignment_guard_update")
    store._db.execute("UPDATE assignment SET start = start - 7200 WHERE id = 2")
    store._db.execute(schema.TRIGGERS["assignment_guard_update"])
    (found,) = store.verify()
    assert say(found, "en").startswith("Ana is double booked on Thu 26 Nov without a reason: 11:00-15:00 meets Centro")


def test_a_reference_that_leads_nowhere_is_found(store: Store) -> None:
    put(store, booking("Ana", "Thu 9-12", id=1))
    store._db.execute("PRAGMA foreign_keys=OFF")
    store._db.execute("DELETE FROM visit")
    (found,) = store.verify()
    assert (found.key, found["n"], found["tables"]) == ("store.verify_references", 1, "assignment")


def test_made_and_opened_again_it_is_the_same_office(tmp_path: Path) -> None:
    store = made(tmp_path / "office.db", technician("Eva"))
    put(store, replace(technician("Eva"), phone="1"))
    before = everything(store)
    store.close()
    assert sorted(contents(tmp_path)) == ["office.db"]
    again = Store.open(tmp_path / "office.db")
    assert everything(again) == before
    assert standing(again, technician("Eva")) is not None
    again.close()


def test_a_header_tells_text_from_noise() -> None:
    assert file._is_text("Chamberí".encode()[:-1] + b"")
    assert not file._is_text(b"\x00abc")
