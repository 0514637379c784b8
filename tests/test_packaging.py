"""What is built and installed starts, and puts nothing of ours where others might have theirs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from techsched import __version__

CHECKOUT = Path(__file__).resolve().parents[1]
SAYS = f"techsched {__version__}\n"


def told(*command: object, cwd: Path) -> str:
    """What a command printed, run from somewhere else with nothing of this checkout on its path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the checkout by the backend itself, which fetches nothing."""
    folder = tmp_path_factory.mktemp("dist")
    told(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as packed:
        return set(packed.namelist())


def test_a_wheel_has_one_package_at_its_top(wheel: Path) -> None:
    assert {name.partition("/")[0] for name in names(wheel)} == {"techsched", f"techsched-{__version__}.dist-info"}


def test_a_wheel_carries_every_module_and_resource_and_nothing_else(wheel: Path) -> None:
    places = {"ui": "techsched/_frontend/ui", "resources": "techsched/resources", "techsched": "techsched"}
    expected = {
        f"{place}/{path.relative_to(CHECKOUT / top).as_posix()}"
        for top, place in places.items()
        for path in (CHECKOUT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in names(wheel) if ".dist-info/" not in name} == expected


def test_a_wheel_names_its_licence_its_commands_and_its_extras(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        information = f"techsched-{__version__}.dist-info"
        metadata = packed.read(f"{information}/METADATA").decode()
        commands = packed.read(f"{information}/entry_points.txt").decode()
        assert "The techsched authors" in packed.read(f"{information}/licenses/LICENSE").decode()
    for line in ("License-Expression: MIT", "Provides-Extra: prover", "Provides-Extra: postgres"):
        assert line in metadata.splitlines()
    assert "[console_scripts]\ntechsched = techsched.__main__:main" in commands
    assert "[gui_scripts]\ntechsched-window = techsched.__main__:main" in commands


def test_the_checkout_starts_from_any_folder(tmp_path: Path) -> None:
    start = f"import sys, runpy; sys.path.insert(0, {str(CHECKOUT)!r}); sys.argv[1:] = ['--version']; "
    start += "runpy.run_module('techsched', run_name='__main__')"
    assert told(sys.executable, "-c", start, cwd=tmp_path) == SAYS


class Installed:
    """An environment with our dependencies, into which techsched can be installed without asking any index."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=False, symlinks=os.name != "nt")
        scripts = "Scripts" if os.name == "nt" else "bin"
        self.python, self.command = folder / scripts / "python", folder / scripts / "techsched"
        self.packages = Path(told(self.python, "-c", PURELIB, cwd=folder).strip())
        (self.packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")

    def install(self, *what: object) -> None:
        offline = ("--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "-q")
        told(self.python, "-m", "pip", "install", *offline, *what, cwd=CHECKOUT)


PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"


@pytest.mark.parametrize("way", ["wheel", "checkout", "editable"])
def test_it_starts_however_it_was_installed(way: str, tmp_path: Path, wheel: Path) -> None:
    here = Installed(tmp_path / "environment")
    here.install(*{"wheel": [wheel], "checkout": [CHECKOUT], "editable": ["-e", CHECKOUT]}[way])
    assert told(here.command, "--version", cwd=tmp_path) == SAYS
    assert told(here.python, "-m", "techsched", "--version", cwd=tmp_path) == SAYS
    assert not (here.packages / "ui").exists()
    place = Path(told(here.python, "-c", "import techsched; print(techsched.__file__)", cwd=tmp_path).strip())
    assert place.is_relative_to(CHECKOUT if way == "editable" else here.packages)
    find = "from techsched.__main__ import find_frontend; find_frontend(); import ui; print(ui.__file__)"
    desktop = "ui" if way == "editable" else "techsched/_frontend/ui"
    assert told(here.python, "-c", find, cwd=tmp_path).strip() == str(place.parents[1] / desktop / "__init__.py")
