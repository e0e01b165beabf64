import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pythainlp.util import normalize

from schemas.text import clean_text, normalise_header
from transforms.grid import cell_name


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  บ้าน   สันทราย ", "บ้าน สันทราย"),
        ("อนุบาล\u200bเชียงใหม่", "อนุบาลเชียงใหม่"),
        ("บ้านน\u0e4d\u0e32ปู", "บ้านนำปู"),
        ("เเม่ริม", "แม่ริม"),
        ("ชื่อ\nโรงเรียน", "ชื่อ โรงเรียน"),
        ("\ufeffรหัสเขต", "รหัสเขต"),
        ("บ้านนา\u00a0", "บ้านนา"),
        ("ต้\u0e49น", "ต้น"),
        ("นํ้าพอง", "น้ำพอง"),
        ("cafe\u0301", "café"),
        ("", ""),
    ],
)
def test_texts_that_read_alike_become_equal(typed: str, expected: str) -> None:
    assert clean_text(typed) == expected


@pytest.mark.parametrize("typed", ["อ.1 ชาย", "อ. ๑ ชาย", "อ.1ชาย", "อ.1  ชาย ", "อ.1\nชาย"])
def test_spaces_dots_and_thai_digits_do_not_matter_in_a_heading(typed: str) -> None:
    assert normalise_header(typed) == "อ1ชาย"


def test_thai_digits_in_a_name_stay() -> None:
    assert cell_name("ราชประชานุเคราะห์ ๓๐") == "ราชประชานุเคราะห์ ๓๐"


THAI = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from(" a1.\n\u200b\u00a0")
)


@settings(max_examples=2_000)
@given(THAI)
def test_what_needs_no_mending_is_found_without_mending(text: str) -> None:
    visible = re.sub("[\u200b-\u200d\u2060\ufeff\u00ad]", "", unicodedata.normalize("NFC", text))
    assert clean_text(text) == normalize(re.sub(r"\s+", " ", visible).strip())
