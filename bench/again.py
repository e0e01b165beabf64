"""The program once more, in a warehouse that holds the work already: two calls in one process.

`python -m bench.again --work FOLDER --database URL --landing FOLDER` calls `consolidate` twice, without
marked workbooks. `seconds` is from the start of the process to the end of the first call: what a command
takes. `call_seconds` is the second call alone: everything is imported and the workers are there. With
`--original WORK --raise-by 3` an agency hands its workbook in anew before the second call, with a figure
raised by 3 (`bench.resubmission`); the harness does so before it starts this process.
"""

import argparse
import json
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bench.core import TimedSteps, answer_of, arguments, period_of, settings_of, started, take_back_answers
from edusandbox.outcomes import RunReport
from edusandbox.run.consolidation import consolidate
from edusandbox.run.request import request_run
from edusandbox.settings import Settings
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.workers.entry import warm_up
from edusandbox.workers.pool import run_in_worker, worker_pool


def main() -> None:
    """Runs the program twice and prints what each call took and did."""
    start = started()
    parser = arguments(__doc__)
    parser.add_argument("--original", type=Path, help="the work as it was written")
    parser.add_argument("--raise-by", type=int, default=0)
    chosen = parser.parse_args()
    with settings_of(chosen) as settings, worker_pool(settings):
        engine = open_warehouse(chosen.database)
        reports = [_call(settings, engine, chosen)]
        seconds = time.monotonic() - start
        if chosen.raise_by:
            # Not before it is needed: importing openpyxl is no part of the first call.
            import_module("bench.resubmission").hand_in(chosen.original, chosen.work, chosen.raise_by)
        # A first call without a fresh file does not wait for the workers, and they would start meanwhile.
        run_in_worker(warm_up)
        before = time.monotonic()
        reports.append(_call(settings, engine, chosen))
        call_seconds = time.monotonic() - before
    answer: dict[str, Any] = answer_of(engine)
    answer |= {"seconds": round(seconds, 3), "call_seconds": round(call_seconds, 3)}
    answer["changed"] = [each.changed_count for each in reports]
    answer["unchanged"] = [each.unchanged_file_count for each in reports]
    answer["failed"] = [reason for each in reports for _, reason in each.failed]
    answer["marked"] = take_back_answers(chosen.work)
    print(json.dumps(answer))  # noqa: T201 - what the harness reads
    engine.dispose()


def _call(settings: Settings, engine: Engine, chosen: argparse.Namespace) -> RunReport:
    agencies = [chosen.agency] if chosen.agency else ()
    request = request_run(settings, period=period_of(chosen.work), agencies=agencies)
    return consolidate(request, engine, TimedSteps(settings.worker_count, marks=False))


if __name__ == "__main__":
    main()
