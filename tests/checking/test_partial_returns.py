"""One return in several files: told apart from a new version, and held for a person."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.checking.partial_returns import hold_parts, row_keys, tell_of_later_ones
from edusandbox.submissions import CheckedDelivery, Delivery, Status
from tests.checking.builders import PROVINCE, TIDY, TODAY, csv_bytes, only_submission


def delivered(name: str, *keys: tuple[str, str]) -> CheckedDelivery:
    rows = [["2563", "1", school, "บ้าน", grade, 3, 4, 7, 1] for school, grade in keys]
    delivery = Delivery(name.rjust(64, "0"), name, name, "5001", 1, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, csv_bytes([TIDY, *rows]))], CheckContext(PROVINCE, TODAY))
    return checked


NORTH = delivered("เหนือ.csv", ("50010001", "ป.1"), ("50010001", "ป.2"))
SOUTH = delivered("ใต้.csv", ("50010002", "ป.1"))
UPPER = delivered("มัธยม.csv", ("50010001", "ม.1"))
WHOLE = delivered("ทั้งหมด.csv", ("50010001", "ป.1"), ("50010002", "ป.1"))


SEXES = ("male", "female")


def statuses(*checked: CheckedDelivery) -> list[Status]:
    return [each.status for each in checked]


def test_files_that_share_no_school_are_parts_and_held_with_each_others_names() -> None:
    held = hold_parts([NORTH, SOUTH], {})
    assert statuses(*held) == [Status.HELD, Status.HELD]
    messages = [issue.message_th for each in held for issue in each.all_issues if issue.code == "HI002"]
    assert "ใต้.csv" in messages[0]
    assert "เหนือ.csv" in messages[1]


def test_files_of_the_same_schools_and_other_grades_are_parts_too() -> None:
    assert statuses(*hold_parts([NORTH, UPPER], {})) == [Status.HELD, Status.HELD]


def test_a_file_with_the_same_schools_is_a_new_version() -> None:
    assert hold_parts([NORTH, WHOLE], {}) == [NORTH, WHOLE]


def test_a_file_that_a_later_one_replaces_at_once_is_told_so_once() -> None:
    told = tell_of_later_ones([NORTH, WHOLE])
    earlier, later = told
    assert (earlier.status, later) == (Status.ACCEPTED_WITH_QUERIES, WHOLE)
    (issue,) = earlier.all_issues
    assert issue.code == "HI005"
    assert issue.message_th.startswith("ไฟล์ “ทั้งหมด.csv” เป็นข้อมูลรอบเดียวกันและใหม่กว่า")
    assert tell_of_later_ones(told) == told


def test_files_that_say_the_same_replace_nothing() -> None:
    again = replace(NORTH, delivery=replace(NORTH.delivery, path="อีกครั้ง.csv"))
    assert tell_of_later_ones([NORTH, again]) == [NORTH, again]


def test_a_file_that_is_not_loaded_replaces_nothing() -> None:
    held = replace(WHOLE, submissions=(replace(only_submission(WHOLE), status=Status.HELD),))
    assert tell_of_later_ones([NORTH, held]) == [NORTH, held]


def test_a_file_that_shares_nothing_with_the_current_version_is_held() -> None:
    current = {only_submission(NORTH).key: row_keys(only_submission(NORTH))}
    (held,) = hold_parts([SOUTH], current)
    assert held.status is Status.HELD
    assert [issue.code for issue in held.all_issues] == ["HI003"]
    assert statuses(*hold_parts([WHOLE], current)) == statuses(WHOLE)


def test_classrooms_alone_say_nothing_of_pupils_and_are_held() -> None:
    submission = only_submission(NORTH)
    facts = submission.facts["fact_enrolment"]
    nobody = {f"{sex}_count": pd.array([None] * len(facts), dtype="Int32") for sex in SEXES}
    marks = {f"{sex}_mark_code": pd.Categorical(["z"] * len(facts)) for sex in SEXES}
    rooms = replace(submission, facts={"fact_enrolment": facts.assign(**nobody, **marks)})
    assert row_keys(rooms) == frozenset()
    (held,) = hold_parts([replace(NORTH, submissions=(rooms,))], {rooms.key: row_keys(submission)})
    assert [issue.code for issue in held.all_issues] == ["HI003"]
