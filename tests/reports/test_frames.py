"""Frames on the console and as JSON."""

from datetime import UTC, datetime
from io import StringIO

import pandas as pd
from rich.console import Console

from edusandbox.reports.comparing import render_comparison
from edusandbox.reports.frames import records, show_first
from edusandbox.warehouse.history.comparison import Comparison

FRAME = pd.DataFrame(
    {"school_name_th": ["บ้านท่ากล้วยทอง (ทุ่งหมากน้อยราษฎร์อุทิศ)"] * 3, "value": [1_234, None, 0]}, dtype="object"
)


def shown(frame: pd.DataFrame, row_count: int, width: int = 20) -> list[str]:
    console = Console(file=StringIO(), width=width)
    show_first(frame, row_count, console)
    assert console.width == width
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined, no-any-return] # a StringIO


def test_a_row_is_one_whole_line_however_narrow_the_terminal() -> None:
    rows = [line for line in shown(FRAME, 3) if "บ้าน" in line]
    assert [line.split()[-1] for line in rows] == ["1,234", "–", "0"]
    assert all(line.startswith(" บ้านท่ากล้วยทอง (ทุ่งหมากน้อยราษฎร์อุทิศ) ") for line in rows)


def test_what_is_not_shown_is_counted() -> None:
    lines = shown(FRAME, 1, width=60)
    assert lines[-1] == "… and 2 more; --json has all"


def test_json_has_null_for_what_is_missing_and_iso_for_moments() -> None:
    moment = datetime(2020, 7, 1, tzinfo=UTC)
    frame = FRAME.head(2).assign(at=[moment, pd.NaT])
    assert [(each["value"], each["at"]) for each in records(frame)] == [
        (1_234, "2020-07-01T00:00:00+00:00"),
        (None, None),
    ]


def test_a_comparison_shows_before_and_after_on_a_narrow_terminal() -> None:
    figures = pd.DataFrame(
        {
            "period_code": ["2563-1"],
            "form_code": ["enrolment"],
            "part_code": [""],
            "school_id": [1],
            "figure": ["pupil_count"],
            "before": [10],
            "after": [12],
            "school_name_th": ["บ้านท่ากล้วยทอง (ทุ่งหมากน้อยราษฎร์อุทิศ)"],
        }
    )
    console = Console(file=StringIO(), width=40)
    render_comparison(
        Comparison(pd.DataFrame({"change": [], "school_id": []}), figures, pd.DataFrame()),
        console,
        row_count=5,
    )
    row = next(line for line in console.file.getvalue().splitlines() if "บ้าน" in line)  # type: ignore[attr-defined] # a StringIO
    assert row.split()[-2:] == ["10", "12"]
