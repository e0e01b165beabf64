"""Mutates workbooks and csv files and sees that nothing gets out: no exception, no hang, no flood of memory.

Half of the time goes to tables that stay sound and show something else (`figures`): no wrong figure gets in
without a word. Run by hand with `make fuzz`; a short run with a fixed seed is part of the tests.
"""

import argparse
import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import typer

from edusandbox.checking.context import CheckContext
from edusandbox.settings import Settings
from edusandbox.sources.limits import Limits
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.workers.limits import peak_memory_bytes
from edusandbox.workers.pool import check_in_worker, run_in_worker, worker_pool
from tests.checking.builders import PROVINCE, TODAY
from tests.hostile.figures import changed_tables, faults
from tests.hostile.files import TABLE, XLSX, html, laughing_xml, ods, zipped

T = TypeVar("T")
LIMITS = Limits(seconds=20)
MOST_MEMORY_BYTES = 600_000_000
REALDATA = Path(__file__).parents[3] / "shared" / "realdata"
KEPT = Path(__file__).parents[2] / ".edusandbox" / "fuzz"
_LARGEST_SEED_BYTES = 300_000
_WORDS = (
    *(
        b"0",
        b"-1",
        b"99999999999",
        b"=A1",
        b'"',
        b"\x00",
        b"\xff\xfe",
        b",",
        b"\n",
        b"NaN",
        b"1e999",
        b"2563",
    ),
    *(b"</row>", b"<row r='1'>", b"&amp;", b"&x;", b"#REF!"),
    *("รวม".encode(), "๑๒".encode(), "รหัสโรงเรียน".encode()),
)


def seeds() -> list[bytes]:
    """Sound files of every format, made here, and the real ones where they are at hand."""
    made = [
        TABLE,
        TABLE.decode().encode("cp874"),
        XLSX,
        ods(),
        html(""),
        laughing_xml(b"", b"x"),
        zipped(a_csv=TABLE),
    ]
    real = [path for path in sorted(REALDATA.rglob("*")) if path.is_file()]
    return made + [path.read_bytes() for path in real if 0 < path.stat().st_size < _LARGEST_SEED_BYTES]


def mutants(seed: int, originals: list[bytes]) -> Iterator[bytes]:
    """Endless mutants, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, no secret
    while True:
        content = chance.choice(originals)
        if content.startswith(b"PK") and chance.random() < 0.7:
            yield _mutate_part(content, chance)
        else:
            yield _mutate(content, chance)


def _mutate(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        content = chance.choice(_MUTATIONS)(content, chance)
    return content


def _mutate_part(content: bytes, chance: random.Random) -> bytes:
    """Changes one part of a ZIP file, so that its checksum is right again."""
    stream = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
            chosen = chance.choice(source.namelist())
            for name in source.namelist():
                part = source.read(name)
                # An entry without a time of its own, so that the same seed gives the same bytes.
                target.writestr(zipfile.ZipInfo(name), _mutate(part, chance) if name == chosen else part)
    except (zipfile.BadZipFile, IndexError):
        return _mutate(content, chance)
    return stream.getvalue()


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    end = min(len(content), start + chance.randint(1, 400))
    return content[:end] + content[start:end] * chance.choice((1, 2, 50)) + content[end:]


def _remove(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    return content[:start] + content[start + chance.randint(1, 60) :]


def _insert(content: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + chance.choice(_WORDS) + content[place:]


_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _cut,
    _repeat,
    _remove,
    _insert,
    _insert,
)


def check(content: bytes, name: str) -> CheckedDelivery:
    """Checks one mutant in a worker."""
    delivery = Delivery("0" * 64, name, name, "5001", len(content), datetime(2020, 7, 2, tzinfo=UTC))
    return check_in_worker(delivery, content, CheckContext(PROVINCE, TODAY, limits=LIMITS))


def main() -> int:
    """Fuzzes for a while.

    Returns:
        1 if anything got out, otherwise 0.
    """
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = arguments.parse_args()
    typer.echo(f"fuzzing for {given.seconds:g} s with seed {given.seed}")
    half = given.seconds / 2
    outcomes: Counter[str] = Counter()
    failures = 0
    with worker_pool(Settings(worker_count=1)):
        for number, content in _until(time.monotonic() + half, mutants(given.seed, seeds())):
            failure = _failure(content)
            outcomes[failure or "rejected or read"] += 1
            failures += _keep(f"{given.seed}-{number}", content) if failure else 0
        for number, changed in _until(time.monotonic() + half, changed_tables(given.seed)):
            wrong = faults(changed)
            outcomes[f"{changed.changes}: {wrong[0]}" if wrong else "figures as they are seen"] += 1
            name = f"figures-{given.seed}-{number}.{changed.ending}"
            failures += _keep(name, changed.content) if wrong else 0
    for outcome, count in outcomes.most_common():
        typer.echo(f"{count:6} {outcome}")
    return 1 if failures else 0


def _until(end: float, made: Iterator[T]) -> Iterator[tuple[int, T]]:
    """What is made, numbered, until a moment."""
    for number, each in enumerate(made):
        if time.monotonic() > end:
            return
        yield number, each


def _keep(name: str, content: bytes) -> int:
    """Keeps a file that failed; counts it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / name).write_bytes(content)
    return 1


def _failure(content: bytes) -> str | None:
    """What got out, or None."""
    try:
        checked = check(content, "แฟ้ม.xlsx")
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:200]
    if not checked.submissions and not checked.issues:
        return "neither read nor rejected with a reason"
    peak = run_in_worker(peak_memory_bytes)
    return f"{peak / 1e6:.0f} MB of memory" if peak > MOST_MEMORY_BYTES else None


if __name__ == "__main__":
    sys.exit(main())
