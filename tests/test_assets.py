from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from techsched import assets
from techsched.assets import resource

CHECKOUT = Path(assets.__file__).resolve().parents[1]


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert resource() == CHECKOUT / "resources"


def test_an_installed_package_finds_its_own_resources_first(tmp_path: Path) -> None:
    package = tmp_path / "techsched"
    (package / "resources" / "cities").mkdir(parents=True)
    (package / "resources" / "cities" / "here.txt").write_text("installed")
    (tmp_path / "resources" / "cities").mkdir(parents=True)
    (tmp_path / "resources" / "cities" / "here.txt").write_text("somebody else's")
    for name in ("__init__.py", "assets.py"):
        shutil.copy(CHECKOUT / "techsched" / name, package / name)
    script = "from techsched.assets import resource; print(resource('cities', 'here.txt').read_text())"
    said = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "installed\n"


def test_a_resource_that_is_nowhere_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="resources/cities/atlantis.toml"):
        resource("cities", "atlantis.toml")
