"""`docs/reading.md` is run: each of its examples is read as the page says."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter

from edusandbox.submissions import CheckedDelivery, Status
from tests.checking.builders import TIDY, check_bytes, csv_bytes
from tests.facts_by_cell import pupils_by_sex
from transforms.periods.period_text import (
    as_at_date_in_text,
    last_day_of_month_in_text,
    period_in_text,
    semester_of,
)

GUIDE = (Path(__file__).parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")
CODE = "50010001"


@dataclass(frozen=True)
class Example:
    """A fenced table of the guide and what its first line says of it."""

    claims: dict[str, str]
    content: bytes


def examples() -> Iterator[Example]:
    for words, body in re.findall(r"```csv ([^\n]*)\n(.*?)```", GUIDE, re.DOTALL | re.MULTILINE):
        claims = dict(word.split("=", 1) for word in words.split())
        yield Example(claims, workbook(body) if body.startswith("[") else body.encode())


def workbook(body: str) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, rows in re.findall(r"^\[(.*)\]\n((?:(?!\[).*\n)*)", body, re.MULTILINE):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(csv.reader(rows.splitlines())):
                sheet.write_row(number, 0, [int(cell) if cell.isdecimal() else cell or None for cell in row])
    return content.getvalue()


def table_rows(heading: str) -> list[tuple[str, ...]]:
    section = GUIDE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in section.splitlines()
        if line.startswith("| `")
    ]
    return [(re.sub(r"^`|`$", "", first), *others) for first, *others in cells]


def said(checked: CheckedDelivery) -> set[str]:
    return {issue.code for issue in checked.all_issues} - {"RE009", "FI101"}


@pytest.mark.parametrize(
    "example", [each for each in examples() if "reads" in each.claims], ids=lambda each: each.claims["says"]
)
def test_an_example_table_is_read_as_the_guide_says(example: Example) -> None:
    checked = check_bytes(example.content)
    (submission,) = checked.submissions
    claims = example.claims
    pupils = pupils_by_sex(submission)["pupil_count"].sum()
    assert f"{submission.form}/{submission.layout}" == claims["reads"]
    assert (submission.row_count_loaded, int(pupils)) == (int(claims["rows"]), int(claims["pupils"]))
    assert said(checked) == set(claims["says"].split(","))
    assert submission.status is Status.ACCEPTED


@pytest.mark.parametrize(
    "example",
    [each for each in examples() if "rejected" in each.claims],
    ids=lambda each: each.claims["rejected"],
)
def test_an_example_that_is_not_taken_is_rejected_as_the_guide_says(example: Example) -> None:
    checked = check_bytes(example.content)
    assert checked.submissions == ()
    assert said(checked) == set(example.claims["rejected"].split(","))


@pytest.mark.parametrize(
    "example",
    [each for each in examples() if "looked" in each.claims],
    ids=lambda each: each.claims["looked"],
)
def test_what_was_read_of_an_example_is_told_as_the_guide_says(example: Example) -> None:
    (reading,) = check_bytes(example.content, tells_reading=True).readings
    counts = [reading.figures["P1"][name] for name in ("male_count", "female_count", "pupil_total")]
    told = {
        "looked": "/".join(reading.period_sources),
        "schools": str(reading.school_count),
        "figures": "/".join(str(count.read) for count in counts),
        "file": "/".join(str(count.in_file) for count in counts),
    }
    assert told == example.claims


@pytest.mark.parametrize(("typed", "read", "rule"), table_rows("Counts"))
def test_a_count_is_read_as_the_guide_says(typed: str, read: str, rule: str) -> None:
    row = ["2563", "1", CODE, "บ้านสันทราย", "ป.1", typed, 4, "", 1]
    checked = check_bytes(csv_bytes([TIDY, row]))
    assert said(checked) == {rule} - {""}
    facts = pupils_by_sex(checked.submissions[0])
    boys = facts[facts["sex_code"] == "male"]
    if read.endswith("error"):
        assert boys.empty
    elif read in {"hidden", "not known"}:
        assert boys["pupil_count"].isna().all()
        assert boys["mark_code"].tolist() == [{"hidden": "c", "not known": "x"}[read]]
    else:
        assert boys["pupil_count"].tolist() == [int(read)]


@pytest.mark.parametrize(("stored", "code", "read", "rule"), table_rows("What the sender sees"))
def test_a_count_is_what_its_cell_shows(stored: str, code: str, read: str, rule: str) -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, TIDY)
        sheet.write_row(1, 0, ["2563", "1", CODE, "บ้านสันทราย", "ป.1", None, 4, None, 1])
        sheet.write_number(1, 5, float(stored), book.add_format({"num_format": code.strip("`")}))
    checked = check_bytes(content.getvalue())
    assert said(checked) == {rule} - {""}
    facts = pupils_by_sex(checked.submissions[0])
    boys = facts[facts["sex_code"] == "male"]["pupil_count"].tolist()
    assert boys == ([] if read.endswith("error") else [int(read)])


@pytest.mark.parametrize(("typed", "read", "rule"), table_rows("School codes"))
def test_a_school_code_is_read_as_the_guide_says(typed: str, read: str, rule: str) -> None:
    row = ["2563", "1", typed, "บ้านสันทราย", "ป.1", 3, 4, 7, 1]
    checked = check_bytes(csv_bytes([TIDY, row]))
    assert said(checked) == {rule} - {""}
    codes = checked.submissions[0].rows["school_code"].tolist()
    assert codes == ([] if read.endswith("error") else [read])


@pytest.mark.parametrize(("text", "code"), table_rows("Periods"))
def test_a_period_is_read_as_the_guide_says(text: str, code: str) -> None:
    day = as_at_date_in_text(text) or last_day_of_month_in_text(text, 2563)
    period = period_in_text(text) or (semester_of(day) if day else None)
    assert period is not None
    assert period.code == code


def test_the_guide_names_every_rule_about_files() -> None:
    named = set(re.findall(r"\b[A-Z]{2}\d{3}\b", GUIDE))
    assert {f"FI{number:03}" for number in range(1, 17)} <= named
