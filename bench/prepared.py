"""The work on disk: written once, and anew when whatever it is made by has changed."""

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.contestants import CORE, Place, run_contestant
from bench.floor_rows import write_floor_rows
from bench.results import STATE
from bench.work import SEED, write_work

_WORK_DEPENDS_ON = (
    "edusandbox/samples/*.py",
    "schemas/fact_model.py",
    "schemas/forms/*/*.py",
    "edusandbox/warehouse/tables/fact_tables.py",
)


@dataclass(frozen=True, slots=True)
class PreparedWork:
    """A work that is ready.

    Attributes:
        name: `W1` to `W4`.
        folder: Where it lies.
        about: Scale, truth, number of files and their bytes, as the results have it.
    """

    name: str
    folder: Path
    about: dict[str, Any]

    @property
    def truth(self) -> dict[str, Any]:
        """What must be in the warehouse afterwards, in total."""
        found: dict[str, Any] = self.about["truth"]
        return found


def prepare_work(name: str, scale: float, place: Place, *, needs_floor: bool) -> PreparedWork:
    """Writes a work where it is not there yet.

    Args:
        name: `W1` to `W4`.
        scale: 1.0 for the issue's size.
        place: For the run of the program that the floor's rows are taken from.
        needs_floor: Whether the floor's rows are wanted.

    Raises:
        RuntimeError: The program failed, so that there are no rows for the floor.
    """
    folder = STATE / "work" / f"{name}-{scale:g}"
    # The floor's rows and tables are made of the program's, so that they go with its fact tables too.
    sources = (
        "bench/work*.py",
        "bench/floor_rows.py",
        *_WORK_DEPENDS_ON,
    )
    made_by = _digest(file for pattern in sources for file in Path().glob(pattern))
    mark = folder / "made_by.sha256"
    if not mark.exists() or mark.read_text(encoding="ascii") != made_by:
        say(f"writing {name} at scale {scale:g}")
        shutil.rmtree(folder, ignore_errors=True)
        write_work(name, folder, scale=scale, seed=SEED)
        mark.write_text(made_by, encoding="ascii")
    if needs_floor and not (folder / "floor" / "fact_enrolment.marshal").exists():
        _write_floor(name, folder, place)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    recipe = json.loads((folder / "recipe.json").read_text(encoding="utf-8"))
    files = [folder / each["path"] for each in recipe["files"]]
    size = {"files": len(files), "bytes": sum(each.stat().st_size for each in files)}
    return PreparedWork(name, folder, {"scale": scale, "truth": truth["total"]} | size)


def _write_floor(name: str, folder: Path, place: Place) -> None:
    say(f"getting the floor's rows of {name} ready")
    warehouse = place.folder / "floor.sqlite"
    run = run_contestant(CORE, folder, f"sqlite:///{warehouse}", place)
    if run.error:
        raise RuntimeError(f"the program failed on {name}: {run.error}")
    write_floor_rows(folder / "floor", warehouse)
    for suffix in ("", "-wal", "-shm", "-runs"):
        Path(f"{warehouse}{suffix}").unlink(missing_ok=True)


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def say(text: str) -> None:
    """Tells whoever waits how far a measurement is."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - a command's progress
