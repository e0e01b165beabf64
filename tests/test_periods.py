import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.periods import Period, PeriodKind, buddhist_year


@pytest.mark.parametrize("code", ["2563-1", "2563", "FY2563"])
def test_a_code_reads_back(code: str) -> None:
    assert Period.parse(code).code == code


@pytest.mark.parametrize("code", ["2563-4", "2020-1", "63-1", "1/2563", "FY2020", ""])
def test_other_text_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        Period.parse(code)


def test_the_kind_of_a_year_is_part_of_it() -> None:
    assert Period.parse("2563").kind is PeriodKind.ACADEMIC_YEAR
    assert Period.parse("FY2563").kind is PeriodKind.FISCAL_YEAR


@given(st.integers(min_value=1950, max_value=2099))
def test_both_eras_name_the_same_year(year: int) -> None:
    assert buddhist_year(year) == buddhist_year(year + 543) == year + 543


def test_a_year_of_neither_era_is_refused() -> None:
    with pytest.raises(ValueError, match="plausible"):
        buddhist_year(2200)
