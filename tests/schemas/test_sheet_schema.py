"""What no column of the warehouse could hold is told at its cell, and what is rounded as well."""

import pandas as pd
import pytest

from schemas.fields import BAHT, LARGEST_AMOUNT, PERSONS, Bilingual, Count, Figure, Money
from schemas.sheet_check import RULE_CODE, broken_rules
from schemas.sheet_schema import sheet_schema

LABEL = Bilingual("ค่า", "value")
COUNT = Count("n_count", PERSONS, LABEL)
SIGNED = Count("n_count", PERSONS, LABEL, low=-10)
COST = Money("cost_baht", BAHT, LABEL, low=0)
CHANGE = Money("change_baht", BAHT, LABEL)


@pytest.mark.parametrize(
    ("field", "value", "rules"),
    [
        (COUNT, 2**31 - 1, []),
        (COUNT, 2**31, ["VA007"]),
        (COUNT, 3_000_000_000, ["VA007"]),
        (COUNT, -1, ["VA002"]),
        (SIGNED, -10, []),
        (SIGNED, -11, ["VA002"]),
        (COST, LARGEST_AMOUNT, []),
        (COST, 1e12, ["VA029"]),
        (COST, -0.01, ["VA029"]),
        (CHANGE, -LARGEST_AMOUNT, []),
        (CHANGE, -1e12, ["VA029"]),
        (CHANGE, 0.1 + 0.2, []),
        (CHANGE, 33.335, ["VA110"]),
        (CHANGE, 100 / 3, ["VA110"]),
    ],
)
def test_a_figure_is_held_to_its_bounds_and_to_what_is_kept(
    field: Figure, value: float, rules: list[str]
) -> None:
    codes = pd.array(["50010001"], dtype="str")
    frame = pd.DataFrame({"school_code": codes, "school_name": codes, field.name: [float(value)]})
    assert broken_rules(sheet_schema([field], ()), frame)[RULE_CODE].tolist() == rules
