"""Paths are masked at the door: nothing about a person is left, and different files stay different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edusandbox.sources.shown_paths import persons_unnamed, shown_path
from tests.made_up_persons import made_up_id

ID = made_up_id(90_909)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (f"2563-1/{ID}.csv", "2563-1/••• ~"),
        ("นายสมมติ ตัวอย่าง/a.csv", "••• ~"),
        ("ทะเบียน_นายสมมติ_ตัวอย่าง.xlsx", "ทะเบียน ••• ~"),
        ("นายสมมติ-ตัวอย่าง.xlsx", "••• ~"),
        ("นายสมมติ.ตัวอย่าง.xlsx", "••• ~"),
        ("นางสาวสมมุติ%20ตัวอย่าง.xls", "••• ~"),
        ("ครูสมศรี จำนวน ป.1.csv", "••• จำนวน ป.1 ~"),
        ("ส่ง 081-234-5678.zip", "ส่ง ••• ~"),
        ("a_b@example.org.csv", "••• ~"),
    ],
)
def test_a_person_in_a_path_is_masked_and_numbered(path: str, shown: str) -> None:
    masked = shown_path(path)
    assert masked.path.startswith(shown)
    assert masked.personal_kind is not None
    assert masked.path.rpartition(".")[2] == path.rpartition(".")[2]
    assert not {ID, "สมมติ", "สมมุติ", "ตัวอย่าง", "สมศรี"} & set(masked.path.replace("_", " ").split())


@pytest.mark.parametrize(
    "path",
    [
        "2563-1/enrolment.csv",
        "50010001_2563_1.xlsx",
        "50010001-2563-1.xlsx",
        "1050130001.csv",
        "โรงเรียนพระดาบส/ป.1-ป.6.xlsx",
        "จำนวนครู_คุณภาพ.xlsx",
        "บ้านนายาว.ods",
        "สพป.เชียงใหม่ เขต 1/DMC 10-6-2563.csv",
        "ข้อมูล ณ 10 มิ.ย. 63.xls",
        "schools-cra3-2568.csv",
    ],
)
def test_a_path_without_persons_stays_as_it_is(path: str) -> None:
    assert shown_path(path).path == path
    assert shown_path(path).personal_kind is None


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_files_of_different_names_are_called_differently(one: int, other: int) -> None:
    paths = {f"{made_up_id(one)}.csv", f"{made_up_id(other)}.csv"}
    assert len({shown_path(path).path for path in paths}) == len(paths)


def test_an_error_of_the_storage_does_not_name_persons() -> None:
    error = FileNotFoundError(2, "No such file", f"/inbox/5001/{ID}.csv")
    with pytest.raises(FileNotFoundError) as raised, persons_unnamed():
        raise error
    assert ID not in str(raised.value)
    assert raised.value.__suppress_context__


def test_another_error_of_the_storage_stays_as_it_is() -> None:
    error = PermissionError(13, "Denied", "/inbox/5001")
    with pytest.raises(PermissionError) as raised, persons_unnamed():
        raise error
    assert raised.value is error
