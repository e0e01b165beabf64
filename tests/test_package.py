"""What is installed by `pip install .` is whole: every room, every data file."""

import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]
ROOMS = ("edusandbox", "flows", "schemas", "transforms")


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    (wheel,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]
    )
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_in_the_wheel(wheel_names: set[str]) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - wheel_names == set()
    assert {name.split("/")[0] for name in wanted} == set(ROOMS)


def test_the_everyday_names_in_the_environment_are_ours() -> None:
    """Packages called flows, schemas and transforms exist elsewhere: nobody's may stand before ours."""
    for room in ROOMS:
        found = import_module(room).__file__
        assert found is not None
        assert Path(found).parent == ROOT / room


def test_the_province_folder_is_in_the_wheel(wheel_names: set[str]) -> None:
    folder = "edusandbox/deployments/chiang-mai"
    assert {f"{folder}/province.toml", f"{folder}/agencies.csv", f"{folder}/calendar.csv"} <= wheel_names


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt"])
def test_locked_requirements_carry_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if line and not line.startswith(("#", " "))]
    assert pins
    assert all("==" in line and line.endswith("\\") for line in pins)
    assert not any(word in text for word in ("://", "--index", "--find-links", "file:"))
