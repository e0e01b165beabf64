import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edusandbox.reports.excel import comment_content, display_width, sheet_names


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["เขต 1", "เขต 2"], ["เขต 1", "เขต 2"]),
        (["2563/1", "ป.1:ป.6", "[ร่าง]*?\\"], ["2563_1", "ป.1_ป.6", "_ร่าง____"]),
        (["Sheet1", "SHEET1"], ["Sheet1", "SHEET1 (2)"]),
        (["สรุป", "สรุป (2)"], ["สรุป (2)", "สรุป (2) (2)"]),
        (["", "'"], ["Sheet", "Sheet (2)"]),
        (["History"], ["History (2)"]),
        (["ก" * 40, "ก" * 40], ["ก" * 31, "ก" * 27 + " (2)"]),
        (["'อ้างอิง'"], ["อ้างอิง"]),
    ],
)
def test_sheet_names_follow_excels_rules_and_stay_as_they_were_where_they_may(
    wanted: list[str], names: list[str]
) -> None:
    assert sheet_names(wanted, ("สรุป", "รายการ")) == names


@given(st.lists(st.text(), max_size=8))
def test_any_names_become_valid_and_unique(wanted: list[str]) -> None:
    names = sheet_names(wanted, ("สรุป",))
    assert len({name.lower() for name in [*names, "สรุป"]}) == len(wanted) + 1
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)


def test_a_comment_has_no_character_that_xml_forbids() -> None:
    assert comment_content("ก\x00ข\nค\ud800") == "ก\ufffdข\nค\ufffd"


def test_thai_marks_above_and_below_take_no_width() -> None:
    assert display_width("ที่นี่\nโรงเรียน") == 7
