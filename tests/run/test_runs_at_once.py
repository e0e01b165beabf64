"""Several processes that consolidate one inbox into one warehouse at once leave what one of them would."""

from collections.abc import Callable

import pytest

from tests.run.expendable import Installation, Runs
from tests.run.inboxes import STEPS, Inbox
from tests.run.sameness import Whole


@pytest.mark.parametrize("run_count", [2, 4])
def test_runs_at_once_leave_what_one_run_leaves(
    runs: Runs, install: Callable[[str], Installation], run_count: int
) -> None:
    alone, together = install("alone"), install("together")
    inboxes = [Inbox(each.folder / "inbox") for each in (alone, together)]
    for send in STEPS:
        for inbox in inboxes:
            send(inbox)
        assert runs.run(alone).exit_code == 0
        assert [each.exit_code for each in runs.run_at_once(together, run_count)] == [0] * run_count
        Whole.of(together).must_equal(Whole.of(alone))
