"""Runs a command and measures it from outside: seconds, processor time, and memory of its process tree.

Memory is the peak of the tree's PSS (a page that several processes share counts once), read from
`/proc/*/smaps_rollup` while the command runs. A database server is no child of the command: what it needs
is not in it. Linux only.
"""

import json
import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_SHORTEST_WAIT = 0.02
_SAMPLING_SHARE = 0.05
"""The most of a processor that looking takes: walking the pages of a large process lasts milliseconds."""
_TICKS = os.sysconf("SC_CLK_TCK")
_LAST_WORDS = 1200


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of a command.

    Attributes:
        seconds: From the start until everything was loaded, as the command says; all of it if it does not.
        wall_seconds: From the start until the process has ended.
        cpu_seconds: Processor time of the process tree, user and system.
        other_cpu_seconds: What the rest of the machine worked meanwhile: the database server, this
            harness, and whoever else disturbed the run.
        peak_pss_bytes: The most memory of the process tree.
        answer: The line of JSON that it printed last; empty if it failed.
        error: Why there is no answer; empty if there is one.
    """

    seconds: float
    wall_seconds: float
    cpu_seconds: float
    other_cpu_seconds: float
    peak_pss_bytes: int
    answer: Mapping[str, Any]
    error: str = ""

    def told(self) -> str:
        """The run in a line, for whoever waits."""
        memory = self.peak_pss_bytes / 2**20
        return f"{self.seconds:.2f} s, {memory:,.0f} MiB; others' cpu {self.other_cpu_seconds:.2f} s"


def measure(command: Sequence[str], *, folder: Path, timeout: float, output: Path) -> Measurement:
    """Runs a command to its end.

    Args:
        command: Program and arguments.
        folder: Working folder.
        timeout: Seconds after which the command and its children are ended.
        output: File for what it prints; `.err` beside it for its errors.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    watched = _Watched()
    busy = _machine_seconds()
    errors = output.with_suffix(".err")
    with output.open("wb") as out, errors.open("wb") as err:
        start = time.monotonic()
        process = _start(command, folder, out, err, start)
        is_late = False
        while process.poll() is None:
            looked = time.monotonic()
            watched.look(process.pid)
            spent = time.monotonic() - looked
            is_late = looked - start > timeout
            if is_late:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                break
            _wait(process, max(_SHORTEST_WAIT, spent / _SAMPLING_SHARE))
        wall = time.monotonic() - start
    busy = _machine_seconds() - busy
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    waited_for = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answer = _last_json(output)
    error = ""
    if is_late:
        answer, error = {}, f"not finished after {timeout:.0f} s"
    elif process.returncode or not answer:
        answer, error = {}, f"exit code {process.returncode}: {_last_words(errors)}"
    # A process that nobody waited for is only in what was watched, one that lived shortly only in the other.
    cpu = max(waited_for, watched.cpu_seconds)
    other = max(0.0, busy - cpu)
    return Measurement(
        float(answer.get("seconds", wall)), wall, cpu, other, watched.peak_pss_bytes, answer, error
    )


def _machine_seconds() -> float:
    """Seconds that all processors together have worked since the machine was started."""
    first = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()
    user, nice, system, _, _, interrupts, soft_interrupts = map(int, first[1:8])
    return (user + nice + system + interrupts + soft_interrupts) / _TICKS


def _start(
    command: Sequence[str], folder: Path, out: IO[bytes], err: IO[bytes], start: float
) -> "subprocess.Popen[bytes]":
    environment = {
        key: value
        for key, value in os.environ.items()
        # They slow a current numpy, here for everybody.
        if not key.startswith(("EDUSANDBOX_", "OPENBLAS_"))
    }
    environment |= {"BENCH_STARTED": repr(start), "DO_NOT_TRACK": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.Popen(  # noqa: S603 - our own commands
        command, cwd=folder, stdout=out, stderr=err, env=environment, start_new_session=True
    )


def _wait(process: "subprocess.Popen[bytes]", seconds: float) -> None:
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return


class _Watched:
    """What was seen of a process tree."""

    def __init__(self) -> None:
        self.peak_pss_bytes = 0
        self._ticks: dict[int, int] = {}

    @property
    def cpu_seconds(self) -> float:
        return sum(self._ticks.values()) / _TICKS

    def look(self, root: int) -> None:
        self.peak_pss_bytes = max(self.peak_pss_bytes, sum(map(self._pss, self._tree(root))))

    def _tree(self, root: int) -> list[int]:
        children: dict[int, list[int]] = {}
        for pid, parent, ticks in _processes():
            children.setdefault(parent, []).append(pid)
            if pid == root or pid in self._ticks or parent in self._ticks:
                self._ticks[pid] = ticks
        found = [root]
        for pid in found:
            found += children.get(pid, [])
        return found

    def _pss(self, pid: int) -> int:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            return 0
        return next(
            (int(line.split()[1]) * 1024 for line in lines.splitlines() if line.startswith("Pss:")), 0
        )


def _processes() -> Iterator[tuple[int, int, int]]:
    """Process id, parent's id and processor time of every process that is there."""
    for entry in os.scandir("/proc"):
        if entry.name.isdecimal():
            try:
                text = Path(entry.path, "stat").read_text(encoding="ascii", errors="replace")
            except OSError:
                continue
            # The name, in parentheses, may hold anything.
            fields = text.rpartition(")")[2].split()
            yield int(entry.name), int(fields[1]), int(fields[11]) + int(fields[12])


def _last_json(output: Path) -> dict[str, Any]:
    lines = output.read_text(encoding="utf-8", errors="replace").splitlines()
    for line in reversed(lines):
        if line.startswith("{"):
            try:
                answer: dict[str, Any] = json.loads(line)
            except ValueError:
                return {}
            return answer
    return {}


def _last_words(errors: Path) -> str:
    return errors.read_text(encoding="utf-8", errors="replace").strip()[-_LAST_WORDS:]
