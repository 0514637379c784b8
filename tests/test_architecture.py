"""The rules of the house that no reader should have to check by eye."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
SOURCES = sorted(path for folder in ("techsched", "ui", "tests") for path in (CHECKOUT / folder).rglob("*.py"))

SAY_NOTHING = {
    each
    for word in ("util", "helper", "manager", "service", "handler", "controller", "base", "misc", "common")
    for each in (word, word + "s")
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the import contracts of pyproject.toml over the packages in a folder."""
    script = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
    )


def test_every_import_goes_down_the_layers() -> None:
    said = lint(CHECKOUT)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "4 kept, 0 broken" in said.stdout


INTRUDERS = {
    "ui -> desk -> plan": {
        "techsched.model.intruder": "techsched.rules",
        "techsched.rules.intruder": "techsched.store",
        "techsched.store.intruder": "techsched.rules",
        "techsched.plan.intruder": "techsched.roster",
        "techsched.desk.intruder": "ui",
    },
    "through the desk only": {"ui.intruder": "techsched.rules", "ui.other_intruder": "sqlalchemy"},
    "take a snapshot": {"techsched.exchange.intruder": "techsched.store"},
    "without a screen": {"techsched.words.intruder": "PySide6"},
}


def test_an_import_up_or_across_is_found(tmp_path: Path) -> None:
    for package in ("techsched", "ui"):
        shutil.copytree(CHECKOUT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    for intruders in INTRUDERS.values():
        for module, imported in intruders.items():
            (tmp_path / (module.replace(".", "/") + ".py")).write_text(f"import {imported}\n")
    said = lint(tmp_path)
    assert said.returncode == 1, said.stdout + said.stderr
    assert "0 kept, 4 broken" in said.stdout
    told = said.stdout[said.stdout.index("Broken contracts") :]
    for contract, intruders in INTRUDERS.items():
        part = told[told.index(contract) :]
        for module, imported in intruders.items():
            assert f"{module} -> {imported} (l.1)" in part, f"{contract} lets {module} import {imported}:\n{told}"


def imports(path: Path) -> set[str]:
    """The dotted names that a file imports."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import hides where it comes from"
            names.add(node.module or "")
    return names


def test_the_model_knows_the_standard_library_and_dateutil_only() -> None:
    for path in (CHECKOUT / "techsched" / "model").rglob("*.py"):
        for name in imports(path):
            top = name.partition(".")[0]
            own = name == "techsched.model" or name.startswith("techsched.model.")
            assert own or top in sys.stdlib_module_names or top == "dateutil", f"{path.name} imports {name}"


def test_what_starts_before_anything_is_installed_needs_nothing_installed() -> None:
    for path in (CHECKOUT / "dev.py", CHECKOUT / "techsched" / "__init__.py", CHECKOUT / "techsched" / "screen.py"):
        foreign = {name for name in imports(path) if name.partition(".")[0] not in sys.stdlib_module_names}
        assert foreign <= {"techsched"}, path


def test_a_name_says_what_is_inside() -> None:
    for path in SOURCES:
        for part in path.relative_to(CHECKOUT).with_suffix("").parts:
            assert not SAY_NOTHING & set(part.lower().split("_")), f"{path}: {part} would fit on anything"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_has_a_pinned_and_hashed_package_on_every_line_and_no_host(name: str) -> None:
    marker = r"( ; [a-z_0-9 .<>='()A-Z!]+)?"
    pin = re.compile(rf"[a-z0-9-]+(\[[a-z,]+\])?==[a-z0-9.]+{marker} \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (CHECKOUT / name).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 100
    for line in lines:
        assert pin.fullmatch(line) or digest.fullmatch(line), line


def test_the_test_lock_holds_the_lock_that_people_run() -> None:
    run, tests = (
        {line for line in (CHECKOUT / name).read_text(encoding="utf-8").splitlines() if "==" in line}
        for name in ("requirements.lock", "requirements-test.lock")
    )
    assert run < tests
    assert any(line.startswith("ortools==") for line in tests - run)


def test_nothing_of_the_window_or_of_a_database_is_loaded_to_tell_the_version() -> None:
    script = (
        "import sys; from techsched.__main__ import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    version, modules = said.stdout.splitlines()
    assert version.startswith("techsched ")
    slow = {"PySide6", "sqlalchemy", "sqlmodel", "pydantic", "alembic", "openpyxl", "icalendar", "holidays", "ortools"}
    assert not slow & set(modules.split())
