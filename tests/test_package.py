"""What is installed by `pip install .` is whole: every room, every data file."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    (wheel,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]
    )
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_in_the_wheel(wheel_names: set[str]) -> None:
    source = ROOT / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "edusandbox").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - wheel_names == set()


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
