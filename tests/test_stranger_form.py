"""The general rooms hold for a form that none of them knows: its tests run in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

from schemas.packages import NAMED_BY

FOLDER = Path(__file__).parent / "stranger"


def test_a_form_that_differs_from_enrolment_in_every_way_goes_through_every_room() -> None:
    environment = os.environ | {NAMED_BY: "tests.stranger.schemas"}
    run = subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(FOLDER)],
        cwd=FOLDER.parents[1],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
