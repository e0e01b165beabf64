"""`make demo` as a newcomer runs it, twice, from an empty home folder."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IN_PROJECT_ENVIRONMENT = Path(sys.prefix).resolve() == (ROOT / ".venv").resolve()
pytestmark = [
    pytest.mark.skipif(
        not IN_PROJECT_ENVIRONMENT, reason="make demo uses the project's .venv; run the tests by make test"
    ),
    pytest.mark.timeout(400),
]


@dataclass(frozen=True)
class Demo:
    """Two runs of `make demo` and where they wrote."""

    first: subprocess.CompletedProcess[str]
    second: subprocess.CompletedProcess[str]
    folder: Path
    home: Path
    marker: str


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    home = tmp_path_factory.mktemp("home")
    marker = f"edusandbox-demo-{os.getpid()}"
    cleared = ("PREFECT_", "EDUSANDBOX_", "MAKE")
    environment = {name: text for name, text in os.environ.items() if not name.startswith(cleared)}
    environment |= {"HOME": str(home), "EDUSANDBOX_TEST_MARKER": marker}

    def run() -> subprocess.CompletedProcess[str]:
        command = ["make", "demo", f"DEMO={folder / 'demo'}", f"STATE={folder / 'state'}"]
        return subprocess.run(  # noqa: S603 - a fixed command
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180, check=False
        )

    return Demo(run(), run(), folder / "demo", home, marker)


def test_the_first_run_ends_with_table_totals_paths_and_queries(demo: Demo) -> None:
    assert demo.first.returncode == 0, demo.first.stderr
    said = demo.first.stdout
    for expected in ("สพป.เชียงใหม่ เขต 1", "Together", "Warehouse:", "ตรวจแล้ว.xlsx", "Queries to try"):
        assert expected in said
    assert "Traceback" not in said + demo.first.stderr


def test_it_says_what_it_is_waiting_for(demo: Demo) -> None:
    assert "Starting Prefect" in demo.first.stderr


def test_the_second_run_says_that_nothing_changed(demo: Demo) -> None:
    assert demo.second.returncode == 0, demo.second.stderr
    assert "Nothing changed" in demo.second.stdout


def test_what_it_made_is_there(demo: Demo) -> None:
    assert (demo.folder / "warehouse.sqlite").is_file()
    assert list((demo.folder / "inbox").rglob("out/**/*.xlsx"))


def test_nothing_is_written_into_the_home_folder(demo: Demo) -> None:
    assert list(demo.home.rglob("*")) == []


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are told from /proc")
def test_no_process_stays_behind(demo: Demo) -> None:
    def belongs_to_demo(process: Path) -> bool:
        try:
            return demo.marker.encode() in (process / "environ").read_bytes()
        except OSError:
            return False

    left = [each for each in Path("/proc").iterdir() if each.name.isdecimal() and belongs_to_demo(each)]
    assert left == []
