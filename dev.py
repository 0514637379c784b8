#!/usr/bin/env python3
"""From a fresh clone to the running program: `python3 dev.py run`, `python3 dev.py test`. Standard library only."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-locks"
LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-test.lock"  # the second holds the first
WEEK = "2026-W48"  # the week of the sample office


class Stop(Exception):
    """Cannot go on: a sentence that says what to do."""


def main(arguments: list[str]) -> int:
    options, rest = read(arguments)
    try:
        return int(options.command(options, rest))
    except Stop as told:
        print(told, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def read(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(required=True, metavar="run | test | shots")
    command = commands.add_parser("run", help="the window with the sample office; without a display its printed week")
    command.set_defaults(command=run)
    command = commands.add_parser("test", help="the tests; further arguments go to pytest", allow_abbrev=False)
    command.add_argument("--full", action="store_true", help="the long proofs too")
    command.add_argument("--prepare", action="store_true", help="install what the tests need and stop there")
    command.set_defaults(command=test)
    command = commands.add_parser("shots", help="a picture of every screen, drawn into a folder")
    command.add_argument("out", type=Path)
    command.set_defaults(command=shots)
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command is not test:
        parser.error("not understood: " + " ".join(rest))
    return options, rest


def run(options: argparse.Namespace, rest: list[str]) -> int:
    from techsched import screen

    prepare(LOCK, window=screen.expected())
    if screen.answers():
        return techsched("--demo")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return print_the_week()


def print_the_week() -> int:
    """What a machine without a display can show of the sample office: its week on paper and as a picture."""
    folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "techsched"
    office, page, picture = (folder / name for name in ("sample.techsched", f"roster-{WEEK}.pdf", f"board-{WEEK}.png"))
    folder.mkdir(parents=True, exist_ok=True)
    if not office.exists() and (failed := techsched("sample", "--db", str(office))):
        return failed
    for command, option, file in (("roster", "--pdf", page), ("picture", "--png", picture)):
        if failed := techsched(command, "--db", str(office), "--week", WEEK, option, str(file)):
            return failed
    print(
        f"No display answers here, so the week of the sample office is drawn: the roster in {page}, "
        f"the board in {picture}. In a desktop session the same command opens the window."
    )
    return 0


def test(options: argparse.Namespace, rest: list[str]) -> int:
    prepare(TEST_LOCK, window=False)
    if options.prepare:
        return 0
    chosen = ["-m", "not bench"] if options.full else []
    return call(PYTHON, "-m", "pytest", *chosen, *rest, cwd=ROOT)


def shots(options: argparse.Namespace, rest: list[str]) -> int:
    prepare(LOCK, window=False)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return call(PYTHON, "-m", "ui.shots", options.out.resolve(), cwd=ROOT)


def techsched(*arguments: str) -> int:
    return call(PYTHON, "-m", "techsched", *arguments, cwd=ROOT)


def call(*command: str | Path, cwd: Path | None = None) -> int:
    return subprocess.call([str(part) for part in command], cwd=cwd)


def prepare(lock: Path, *, window: bool) -> None:
    """Everything that the checkout needs from outside: system libraries, and the packages of a lock in `.venv`."""
    from techsched import screen

    lacking = list(screen.missing(window=window).values())
    complete = installed(lock)
    if not complete and not usable() and importlib.util.find_spec("ensurepip") is None:
        lacking.insert(0, "python3-venv")
    if lacking:
        install_system(lacking)
        if left := screen.missing(window=window):
            raise Stop("Still missing after the installation: " + ", ".join(left) + ".")
    if not complete:
        install(lock)


def install_system(packages: list[str]) -> None:
    steps = ["apt-get update", "apt-get install -y --no-install-recommends " + " ".join(packages)]
    if not shutil.which("apt-get"):
        raise Stop("Missing on this system, by the names of Debian's packages: " + ", ".join(packages) + ".")
    if os.geteuid() != 0:
        line = " && ".join("sudo " + step for step in steps)
        if not shutil.which("sudo"):
            line = "su -c " + shlex.quote(" && ".join(steps))
        raise Stop("System packages are missing. Install them once with this line, then start again:\n" + line)
    print("Installing " + " ".join(packages) + " ...", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in steps:
        done = subprocess.run(step.split(), env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:  # of the installation: an update may complain about a source that is not needed
        raise Stop(f"{done.stderr.strip()}\nThis did not work: {steps[-1]}")


def stamp(lock: Path) -> str:
    """Names a lock's content and the very interpreter that it was installed for."""
    return f"{lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()} {PYTHON.resolve()}"


def installed(lock: Path) -> bool:
    return PYTHON.exists() and STAMP.exists() and stamp(lock) in STAMP.read_text().splitlines()


def usable() -> bool:
    """The environment can be kept: its interpreter starts, is recent enough and has pip."""
    if not PYTHON.exists():
        return False
    question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", question], capture_output=True).returncode == 0


def install(lock: Path) -> None:
    if not os.access(VENV if VENV.exists() else ROOT, os.W_OK):
        raise Stop(f"{VENV} cannot be written by this user; clone into a folder of your own.")
    print(f"Installing what {lock.name} lists into {VENV}; the first time this takes minutes ...", file=sys.stderr)
    STAMP.unlink(missing_ok=True)
    if not usable() and call(sys.executable, "-m", "venv", "--clear", VENV):
        raise Stop(f"No virtual environment could be made in {VENV}.")
    environment = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    options = ["-qq", "--no-input", "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    if subprocess.call([str(PYTHON), "-m", "pip", "install", *options], env=environment):
        raise Stop(f"pip could not install what {lock.name} lists; its own words stand above.")
    held = (LOCK, TEST_LOCK) if lock == TEST_LOCK else (lock,)
    STAMP.write_text("".join(stamp(each) + "\n" for each in held))


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("techsched needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    sys.exit(main(sys.argv[1:]))
