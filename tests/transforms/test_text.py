import pytest

from edusandbox.transforms.text import cell_code, cell_name, clean_text, normalise_header


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  บ้าน   สันทราย ", "บ้าน สันทราย"),
        ("อนุบาล\u200bเชียงใหม่", "อนุบาลเชียงใหม่"),
        ("บ้านน\u0e4d\u0e32ปู", "บ้านนำปู"),
        ("เเม่ริม", "แม่ริม"),
        ("ชื่อ\nโรงเรียน", "ชื่อ โรงเรียน"),
        ("\ufeffรหัสเขต", "รหัสเขต"),
        ("", ""),
    ],
)
def test_texts_that_read_alike_become_equal(typed: str, expected: str) -> None:
    assert clean_text(typed) == expected


@pytest.mark.parametrize("typed", ["อ.1 ชาย", "อ. ๑ ชาย", "อ.1ชาย", "อ.1  ชาย ", "อ.1\nชาย"])
def test_spaces_dots_and_thai_digits_do_not_matter_in_a_heading(typed: str) -> None:
    assert normalise_header(typed) == "อ1ชาย"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (50010001.0, "50010001"),
        (50010001, "50010001"),
        ("๕๐๐๑๐๐๐๑", "50010001"),
        (" 5001 0001 ", "50010001"),
        ("5001OOO1", "5001OOO1"),
        (None, ""),
    ],
)
def test_a_code_keeps_what_could_be_wrong_and_loses_what_cannot(cell: object, expected: str) -> None:
    assert cell_code(cell) == expected  # type: ignore[arg-type] # the table mixes cell types


def test_thai_digits_in_a_name_stay() -> None:
    assert cell_name("ราชประชานุเคราะห์ ๓๐") == "ราชประชานุเคราะห์ ๓๐"
