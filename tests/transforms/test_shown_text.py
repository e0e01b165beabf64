"""What a cell shows and what is stored in it: only where both are one number is it a count."""

import copy

import pytest

from transforms.cells.counts import CellKind, parse_count
from transforms.grid import ShownText, cell_text


@pytest.mark.parametrize(
    ("shown", "stored", "kind"),
    [
        ("12 คน", "12", CellKind.WITH_UNIT),
        ("๑๒", "12", CellKind.REPAIRED),
        ("1,234", "1234", CellKind.REPAIRED),
        ("200%", "2", CellKind.SHARE),
        ("ป.1", "1", CellKind.SHOWN_OTHERWISE),
        ("2563", "43983", CellKind.SHOWN_OTHERWISE),
        ("12", "11.6", CellKind.SHOWN_OTHERWISE),
        ("", "5", CellKind.SHOWN_OTHERWISE),
        ("-", "3", CellKind.SHOWN_OTHERWISE),
        ("-", "0", CellKind.DASH),
    ],
)
def test_a_count_is_what_is_shown_only_where_it_is_what_is_stored(
    shown: str, stored: str, kind: CellKind
) -> None:
    assert parse_count(ShownText(shown, stored))[1] is kind


def test_what_is_shown_and_stored_goes_together_to_another_process() -> None:
    cell = ShownText("ป.1", "1")
    # A copy is made of what pickle would write.
    same = copy.copy(cell)
    assert (same, same.stored) == ("ป.1", "1")


def test_the_text_of_a_cell_is_a_plain_one() -> None:
    assert type(cell_text(ShownText("ป.1", "1"))) is str
