"""The layouts of every form, from `layouts.csv` (which there are) and `<form>.csv` (their headings)."""

from functools import cache

from edusandbox.schemas.codes import spellings, spelt_lists
from edusandbox.schemas.package_data import read_rows
from edusandbox.transforms.layouts import Layout, LayoutLine, Presence, expand_lines


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Every layout of every form, in the order of `layouts.csv`.

    Raises:
        ValueError: A layout CSV contradicts itself.
    """
    lists = {name: spellings(name) for name in spelt_lists()}
    return tuple(
        Layout(
            code=row["layout"],
            form=row["form"],
            name_th=row["name_th"],
            name_en=row["name_en"],
            meanings=expand_lines(_lines(row["form"], row["layout"]), lists),
        )
        for row in read_rows("layouts/layouts.csv")
    )


def _lines(form: str, layout: str) -> list[LayoutLine]:
    return [
        LayoutLine(row["header"], row["field"], row["taken_from"], Presence(row["presence"]))
        for row in read_rows(f"layouts/{form}.csv")
        if row["layout"] == layout
    ]
