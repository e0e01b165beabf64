"""Every real file has a written expectation: form, layout, period, rows, verdict and what is said of it."""

import csv
from pathlib import Path

import pytest

from tests.real.test_real_returns import REALDATA, check

EXPECTATIONS = list(
    csv.DictReader((Path(__file__).parent / "expectations.csv").read_text(encoding="utf-8").splitlines())
)
pytestmark = pytest.mark.skipif(
    not REALDATA.is_dir(), reason="the folder ../shared/realdata with the real files is absent"
)


@pytest.mark.parametrize("expected", EXPECTATIONS, ids=lambda expected: expected["file"])
def test_a_real_file_is_read_or_rejected_as_written_down(expected: dict[str, str]) -> None:
    if not (REALDATA / expected["file"]).is_file():
        pytest.skip(f"the real file {expected['file']} is not here")
    checked = check(expected["file"], expected["sender"])
    submissions = checked.submissions
    said = {
        "status": checked.status.value,
        "form": " ".join(sorted({each.form for each in submissions})),
        "layout": " ".join(sorted({each.layout for each in submissions})),
        "period": " ".join(sorted({each.period.code for each in submissions})),
        "agency_count": str(len({each.agency_code for each in submissions})),
        "row_count": str(sum(each.row_count for each in submissions)),
        "row_count_loaded": str(sum(each.row_count_loaded for each in submissions)),
        "rules": " ".join(sorted({issue.code for issue in checked.all_issues})),
    }
    assert said == {name: expected[name] for name in said}
    assert all(issue.message_th and issue.message_en and issue.remedy_th for issue in checked.all_issues)


def test_no_real_file_is_without_an_expectation() -> None:
    files = {path.relative_to(REALDATA).as_posix() for path in REALDATA.rglob("*") if path.is_file()}
    assert files - {each["file"] for each in EXPECTATIONS} == set()
