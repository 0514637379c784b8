"""Which file a command means, what is wrong with it, and what an import leaves behind when it fails."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from techsched.__main__ import main
from techsched.desk import importing
from techsched.desk.desk import Desk
from techsched.sample import large
from tests.cli.conftest import Said
from tests.exchange.files import Company

COMMANDS: dict[str, list[str]] = {
    "check": ["check", "--json"],
    "slots": ["slots", "--visit", "V000013", "--json"],
    "book": ["book", "--visit", "V000013", "--technician", "T013", "--start", "13:00"],
    "off-sick": ["off-sick", "--technician", "T013", "--date", "2026-11-25", "--json"],
    "report": ["report", "year", "--year", "2026", "--json"],
    "history": ["history", "--json"],
    "undo": ["undo"],
    "redo": ["redo"],
    "backup": ["backup", "--to", "copy.db"],
    "roster": ["roster", "--week", "2026-W48", "--pdf", "out.pdf"],
    "picture": ["picture", "--week", "2026-W48", "--png", "out.png"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current directory of the test."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def company(folder: Path) -> str:
    return str(Company().write(folder / "empresa"))


def files_in(folder: Path) -> set[str]:
    """Without the log and its index, which SQLite lets lie beside a file that is read only."""
    return {p.name for p in folder.iterdir() if p.is_file() and not p.name.endswith((".db-wal", ".db-shm"))}


# which file is meant


@pytest.mark.parametrize("name", ["{}", "./{}", "sqlite:///{}", "sqlite:////{folder}/{}", "{folder}/{}"])
def test_the_file_by_any_of_its_names(folder: Path, company: str, said: Said, name: str) -> None:
    def named(file: str) -> str:
        return name.format(file, folder=str(folder).removeprefix("/") if "////" in name else folder)

    assert main(["sample", "--db", named("sample.db")]) == 0
    assert main(["import", company, "--db", named("company.db")]) == 0
    assert main(["backup", "--db", named("sample.db"), "--to", named("copy.db")]) == 0
    assert main(["restore", named("copy.db"), "--db", named("again.db")]) == 0
    assert main(["history", "--db", named("again.db")]) == 0
    assert {"sample.db", "company.db", "copy.db", "again.db"} <= files_in(folder)


@pytest.mark.parametrize("command", ["sample", "import", "restore", *COMMANDS])
def test_without_a_file_it_asks_for_one(folder: Path, company: str, said: Said, command: str) -> None:
    typed = COMMANDS.get(command, [command, *{"import": [company], "restore": ["copy.db"]}.get(command, [])])
    assert main(typed) == 2
    assert said() == ("", "Say which office file: --db FILE.\n")


@pytest.mark.parametrize("command", ["sample", "import", "history"])
def test_what_is_no_file_is_told(folder: Path, company: str, said: Said, command: str) -> None:
    typed = [command, *([company] if command == "import" else [])]
    assert main([*typed, "--db", "postgresql://somewhere/office"]) == 2
    assert "postgresql://somewhere/office is not a file" in said()[1]
    assert files_in(folder) == set()


# bad files


def _missing(file: Path) -> None:
    file.unlink()


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _text(file: Path) -> None:
    file.write_text("id,name\n1,Ana\n", encoding="utf-8")


def _foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE photo (id INTEGER PRIMARY KEY)")
    other.close()


def _damaged(file: Path) -> None:
    held = file.read_bytes()
    file.write_bytes(held[:4096] + b"\xff" * (len(held) - 4096))


def _cut_short(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (_missing, "There is no file {file}"),
    "empty": (_empty, "{file} is empty"),
    "text": (_text, "{file} is a text file"),
    "foreign": (_foreign, "{file} belongs to another program"),
    "damaged": (_damaged, "{file} is damaged"),
    "cut short": (_cut_short, "{file} is cut short"),
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_bad_file_is_a_sentence_on_standard_error(
    office: str, folder: Path, said: Said, qapp: object, command: str, kind: str
) -> None:
    spoil, told = BAD[kind]
    spoil(Path(office))
    left = {name: (folder / name).read_bytes() for name in files_in(folder)}
    assert main([*COMMANDS[command], "--db", office]) == 2
    out, err = said()
    assert out == ""
    assert err.startswith(told.format(file=office)) and err.count("\n") == 1
    assert {name: (folder / name).read_bytes() for name in files_in(folder)} == left


@pytest.mark.parametrize("kind", [kind for kind in BAD if kind != "missing"])
def test_nothing_is_imported_into_a_bad_file(office: str, company: str, said: Said, kind: str) -> None:
    spoil, told = BAD[kind]
    spoil(Path(office))
    left = Path(office).read_bytes()
    assert main(["import", company, "--db", office, "--json"]) == 2
    out, err = said()
    assert out == "" and err.startswith(told.format(file=office))
    assert Path(office).read_bytes() == left


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_copy_is_not_restored(office: str, folder: Path, said: Said, kind: str) -> None:
    copy = folder / "copy.db"
    copy.write_bytes(Path(office).read_bytes())
    left = Path(office).read_bytes()
    spoil, told = BAD[kind]
    spoil(copy)
    assert main(["restore", str(copy), "--db", office]) == 2
    assert said()[1].startswith(told.format(file=copy))
    assert Path(office).read_bytes() == left


# an import into a file that is not there


def test_a_dry_run_makes_no_file(folder: Path, company: str, said: Said) -> None:
    assert main(["import", company, "--db", "new.db", "--dry-run", "--json"]) == 0
    assert json.loads(said()[0])["made"]["technicians"] == 2
    assert files_in(folder) == set()


def test_a_dry_run_leaves_a_file_that_is_there_as_it_is(office: str, company: str, said: Said) -> None:
    left = Path(office).read_bytes()
    assert main(["import", company, "--db", office, "--dry-run"]) == 0
    assert "technicians: 2" in said()[0]
    assert Path(office).read_bytes() == left


def test_what_cannot_be_read_makes_no_file(folder: Path, said: Said) -> None:
    (folder / "photos").mkdir()
    assert main(["import", "photos", "--db", "new.db", "--json"]) == 2
    out, err = said()
    assert out == "" and "photos" in err
    assert main(["import", "nowhere", "--db", "new.db"]) == 2
    assert files_in(folder) == set()


def test_rows_of_which_none_can_be_taken_make_no_file(folder: Path, said: Said) -> None:
    sites = Company().only("sites").write(folder / "sedes")
    assert main(["import", str(sites), "--db", "new.db", "--json"]) == 1
    told = json.loads(said()[0])
    assert len(told["refused"]) == 2 and not any(told["made"].values())
    assert files_in(folder) == set()


@pytest.mark.parametrize("trouble", [RuntimeError("a bug"), KeyboardInterrupt()])
def test_an_import_that_crashes_leaves_no_file(
    folder: Path, company: str, monkeypatch: pytest.MonkeyPatch, trouble: BaseException
) -> None:
    def crash(*_: object, **__: object) -> None:
        assert files_in(folder), "the file stands while it is filled"
        raise trouble

    monkeypatch.setattr(Desk, "do", crash)
    with pytest.raises(type(trouble)):
        main(["import", company, "--db", "new.db"])
    assert files_in(folder) == set()


def test_a_file_that_cannot_be_filled_is_not_made(folder: Path, company: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("techsched.store.write.append", crash)
    with pytest.raises(RuntimeError):
        main(["import", company, "--db", "new.db"])
    with pytest.raises(RuntimeError):
        main(["sample", "--db", "sample.db"])
    assert files_in(folder) == set()


def test_a_file_that_somebody_makes_meanwhile_is_left_alone(
    folder: Path, company: str, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = importing.read_new

    def read_slowly(*arguments: object, **more: object) -> object:
        (folder / "new.db").write_text("mine", encoding="utf-8")
        return read(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "read_new", read_slowly)
    assert main(["import", company, "--db", "new.db"]) == 2
    assert "new.db" in said()[1]
    assert (folder / "new.db").read_text("utf-8") == "mine"


def test_the_city_brings_its_holidays_where_the_files_have_none(folder: Path, said: Said) -> None:
    bare = Company().without("holidays").write(folder / "sin")
    assert main(["import", str(bare), "--db", "bare.db"]) == 0
    whole = Company().write(folder / "con")
    assert main(["import", str(whole), "--db", "whole.db"]) == 0
    counts = {}
    for name in ("bare", "whole"):
        with sqlite3.connect(folder / f"{name}.db") as db:
            counts[name] = db.execute("SELECT count(*) FROM holiday").fetchone()[0]
        db.close()
    assert counts["whole"] == 3 and counts["bare"] > 12


def test_an_import_into_a_new_file_is_undone_in_one_step(folder: Path, company: str, said: Said) -> None:
    assert main(["import", company, "--db", "new.db"]) == 0
    assert main(["undo", "--db", "new.db"]) == 0
    with sqlite3.connect(folder / "new.db") as db:
        assert db.execute("SELECT count(*) FROM technician").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM office").fetchone() == (1,)
    db.close()


# where pages and pictures go


@pytest.mark.parametrize("where", ["nowhere/out", "office.db/out", "."])
@pytest.mark.parametrize("command", ["roster", "picture"])
def test_a_page_that_cannot_be_written_is_a_sentence(
    office: str, folder: Path, said: Said, qapp: object, command: str, where: str
) -> None:
    left = files_in(folder)
    assert main([*COMMANDS[command][:-1], where, "--db", office]) == 2
    out, err = said()
    assert out == "" and err.startswith(f"{where} could not be written") and err.count("\n") == 1
    assert files_in(folder) == left


# made-up companies


def _bookings(file: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(file) as db:
        found = db.execute('SELECT id, technician_id, start, "end", state FROM assignment ORDER BY id').fetchall()
    db.close()
    return found


def test_a_company_of_a_size_is_the_same_for_the_same_seed(
    folder: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "PEOPLE", {"medium": 2, "large": 3})
    made = {"a": ("medium", "3"), "b": ("medium", "3"), "c": ("medium", "4"), "d": ("large", "3")}
    for name, (size, seed) in made.items():
        assert main(["sample", "--db", f"{name}.db", "--size", size, "--seed", seed]) == 0
    held = {name: _bookings(folder / f"{name}.db") for name in made}
    assert held["a"] == held["b"] != held["c"]
    assert len(held["d"]) > len(held["a"]) > 500
    said()
    assert main(["check", "--db", "a.db", "--from", "2026-06-01", "--to", "2027-11-30", "--json"]) in (0, 1)
    assert "double_booking" not in json.loads(said()[0])["counts"]
