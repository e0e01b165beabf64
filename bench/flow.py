"""The program on a benchmark's work through its Prefect flow, with a server that is running already.

`python -m bench.flow --work FOLDER --database URL --api URL --home FOLDER` does what the command
`edusandbox consolidate` does where `PREFECT_API_URL` names a server, marked workbooks and all, and prints the
same JSON line as `bench.core`.
"""

import json
import os
import time
from importlib.metadata import version
from pathlib import Path

from rich.console import Console

from bench.core import answer_of, arguments, period_of, settings_of, started, take_back_answers
from edusandbox.warehouse.engine import open_warehouse
from flows.launch import run_consolidation


def main() -> None:
    """Runs the flow and prints what became of it."""
    start = started()
    parser = arguments(__doc__)
    parser.add_argument("--api", required=True, help="the running server's API")
    parser.add_argument("--home", type=Path, required=True, help="for what Prefect's client keeps")
    chosen = parser.parse_args()
    with settings_of(chosen) as settings:
        # The flow reads its settings itself, from the environment, and Prefect when it is imported.
        os.environ |= {
            "PREFECT_API_URL": chosen.api,
            "PREFECT_HOME": str(chosen.home),
            "EDUSANDBOX_WAREHOUSE_URL": settings.warehouse_url,
            "EDUSANDBOX_INBOX_URL": settings.inbox_url,
            "EDUSANDBOX_LANDING_URL": settings.landing_url,
            "EDUSANDBOX_PROVINCE_FOLDER": str(settings.province_folder),
        }
        report = run_consolidation(
            settings,
            Console(stderr=True),
            province_folder=None,
            period=period_of(chosen.work),
            today=None,
            agencies=[chosen.agency] if chosen.agency else [],
            forms=[],
            force=False,
        )
        seconds = time.monotonic() - start
    engine = open_warehouse(chosen.database)
    answer = answer_of(engine)
    engine.dispose()
    answer["seconds"] = round(seconds, 3)
    answer["failed"] = [reason for _, reason in report.failed]
    answer["marked"] = take_back_answers(chosen.work)
    answer["versions"] |= {"prefect": version("prefect")}
    print(json.dumps(answer))  # noqa: T201 - what the harness reads


if __name__ == "__main__":
    main()
