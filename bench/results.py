"""What a measurement writes down: where it was made, medians, and nothing that names the machine."""

import json
import os
import platform
import re
import socket
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.measure import Measurement

ROOT = Path(__file__).parents[1]
STATE = Path(".edusandbox/bench")
RESULTS = STATE / "results.json"
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
"""Databases and what people call them."""
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+]*://\S+")
_ABSOLUTE_PATH = re.compile(r"""(?<![\w.:/-])/(?:[^\s/'",;:()]+/)+([^\s/'",;:()]*)""")


def machine() -> dict[str, Any]:
    """The machine, the date and the program's commit."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": models[0] if models else platform.machine(),
        "processors": os.cpu_count(),
        "memory_bytes": memory,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "commit": _commit(),
    }


def _commit() -> str:
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 - whichever git there is
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return asked.stdout.strip()


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, least and most."""
    return {
        "median": round(statistics.median(values), 4),
        "min": round(min(values), 4),
        "max": round(max(values), 4),
    }


def summary(runs: Sequence[Measurement]) -> dict[str, Any]:
    """What several runs of one command took."""
    if not runs:
        return {"runs": 0}
    stages = [each.answer.get("stages", {}) for each in runs]
    return {
        "runs": len(runs),
        "seconds": spread([each.seconds for each in runs]),
        "wall_seconds": spread([each.wall_seconds for each in runs]),
        "cpu_seconds": spread([each.cpu_seconds for each in runs]),
        "other_cpu_seconds": spread([each.other_cpu_seconds for each in runs]),
        "peak_pss_bytes": spread([each.peak_pss_bytes for each in runs]),
        "stages": {name: statistics.median(each.get(name, 0.0) for each in stages) for name in stages[0]},
        "versions": runs[0].answer.get("versions", {}),
        "notes": runs[0].answer.get("notes", []),
    }


def read_results(path: Path) -> dict[str, Any]:
    """Results as they were written; empty where there are none yet."""
    if not path.exists():
        return {}
    results: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return results


def write_results(path: Path, results: Mapping[str, Any]) -> None:
    """Writes results; what a failed contestant said is freed of paths, addresses and the machine's name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(_public(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _public(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case str():
            shown = _ABSOLUTE_PATH.sub(r"…/\1", _ADDRESS.sub("<address>", value))
            return re.sub(rf"\b{re.escape(socket.gethostname())}\b", "<machine>", shown)
        case Mapping():
            return {key: _public(each) for key, each in value.items()}
        case list() | tuple():
            return [_public(each) for each in value]
    return value
