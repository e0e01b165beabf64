"""Every form's layouts: `layouts.csv` of its folder (which there are), `layout_lines.csv` (their headings).

`shapes.csv` says of layouts that also come without headings in which order their columns stand then.
A province may add lines of its own (`layouts.csv` and `layout_lines.csv` in its folder): a spelling for
everybody, for one agency or for one file, or a layout that only it has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from schemas.catalogue import FORMS, spellings_with_totals
from schemas.code_names import CodeNames
from schemas.codes import spellings, spelt_lists, totals_over
from schemas.fields import Count, Field
from schemas.layouts.columns import IGNORED_FIELD, SheetField
from schemas.layouts.layout import Layout, expand_lines
from schemas.layouts.lines import (
    LayoutAdditions,
    LayoutLine,
    LayoutRow,
    Presence,
    layout_line,
    layout_row,
    most_specific,
)
from schemas.layouts.shapes import ShapeLine, shape_line, shapes_of
from schemas.layouts.vocabulary import Vocabulary, heading_pieces
from schemas.package_data import read_rows, read_rows_if_there
from schemas.packages import form_packages
from schemas.personal_data import announces_personal_data, personal_headings
from schemas.text import normalise_header


def vocabulary_for(additions: LayoutAdditions, agency_code: str, path: str) -> Vocabulary:
    """Everything that a file's headings may say.

    Args:
        additions: What the province adds.
        agency_code: The sender.
        path: Where the file lay in the sender's folder.

    Raises:
        ValueError: A layout CSV contradicts itself.
    """
    lines = _all_lines(additions)
    special = tuple(
        number
        for number, (_, _, line) in enumerate(lines)
        if not line.is_for_everybody and line.holds_for(agency_code, path)
    )
    return _vocabulary(additions, special)


def mistake_in(additions: LayoutAdditions) -> str | None:
    """Finds what is wrong with a province's layouts.

    Returns:
        One sentence, or None where every line belongs to a layout that there is, names a field that the
        form has, and contradicts no other.
    """
    known = _package_rows().keys() | {(row.form, row.layout) for row in additions.layouts}
    for form, layout, line in additions.lines:
        if (form, layout) not in known:
            return f"layout_lines.csv: {line.header!r}: the form {form} has no layout {layout!r}."
        if line.field not in {*FORMS[form].by_name, IGNORED_FIELD}:
            return f"layout_lines.csv: {line.header!r}: the form {form} has no field {line.field!r}."
    for row in additions.layouts:
        if row.replaced_by and (row.form, row.replaced_by) not in known:
            return f"layouts.csv: {row.layout!r}: there is no layout {row.replaced_by!r} to replace it."
        if row.part and row.part not in FORMS[row.form].part_codes:
            return f"layouts.csv: {row.layout!r}: the form {row.form} has no part {row.part!r}."
    try:
        for _, _, line in additions.lines:
            vocabulary_for(additions, line.agency_code, line.file_name)
    except ValueError as error:
        return f"layout_lines.csv: {error}."
    return None


@cache
def _code_names() -> Mapping[str, CodeNames]:
    """How codes are written, by field: the same in every vocabulary."""
    return {f"{name}_code": CodeNames(spellings(name)) for name in spelt_lists()}


@cache
def _vocabulary(additions: LayoutAdditions, special: tuple[int, ...]) -> Vocabulary:
    """Files for which the same special lines hold share a vocabulary."""
    lines = [
        each
        for number, each in enumerate(_all_lines(additions))
        if each[2].is_for_everybody or number in special
    ]
    rows = {**_package_rows(), **_rows_of_province(additions)}
    lists = {name: spellings(name) for name in spelt_lists()}
    return Vocabulary(
        layouts=tuple(_layout(row, rows, lines, lists) for row in rows.values()),
        code_lists=_code_names(),
        pieces=heading_pieces(
            (line.header for _, _, line in lines), (text for spelt in lists.values() for text in spelt)
        ),
        noise=_words("unit", "english"),
        room_noise=_words("unit", "english", "room"),
        fillers=frozenset(map(normalise_header, _words("filler"))),
        levels=frozenset(map(normalise_header, _words("level"))),
        shares=frozenset(map(normalise_header, _words("share"))),
        numbered=_numbered_levels(),
    )


def _words(*kinds: str) -> frozenset[str]:
    """The words of some kinds that add nothing to a heading."""
    return frozenset(row["word"] for row in read_rows("heading_noise.csv") if row["kind"] in kinds)


@cache
def _numbered_levels() -> Mapping[str, str]:
    """The grade that a level and the number under it name together: ป.1 of ประถมศึกษา over 1 or ปีที่ 1.

    Of a level over รวม it is what a total over its grades is called: รวมประถมศึกษา.
    """
    before = ("", *_words("number"))
    levels = read_rows("numbered_levels.csv")
    totals = {
        normalise_header(f"{row['word']}{word}"): f"รวม{row['total']}"
        for row in levels
        if row["total"]
        for word in _words("sum")
    }
    return totals | {
        normalise_header(f"{row['word']}{word}{number}"): f"{row['spelling']}{number}"
        for row in levels
        for number in range(int(row["first"]), int(row["last"]) + 1)
        for word in before
    }


def _layout(
    row: LayoutRow,
    rows: Mapping[tuple[str, str], LayoutRow],
    lines: Sequence[tuple[str, str, LayoutLine]],
    lists: Mapping[str, Mapping[str, str]],
) -> Layout:
    own = [line for form, layout, line in lines if (form, layout) == (row.form, row.layout)]
    # The lines that are chosen hold for the file already: no agency or name is asked for again.
    chosen = [line for same in most_specific(own).values() for line in same]
    declared = FORMS[row.form].by_name
    for line in chosen:
        _refuse_needless_lifting(line, lists, declared)
        _refuse_asking_for_what_the_province_fills(line, declared)
    meanings = expand_lines((line for line in chosen if not line.is_from_sheet), lists, declared)
    shapes = [line for line in _shape_lines() if (line.form, line.layout) == (row.form, row.layout)]
    return Layout(
        code=row.layout,
        form=row.form,
        name_th=row.name_th,
        name_en=row.name_en,
        meanings=meanings,
        sheet_fields=tuple(SheetField.of(line) for line in chosen if line.is_from_sheet),
        accepted_until=row.accepted_until,
        replaced_by=rows[row.form, row.replaced_by].name_th if row.replaced_by else "",
        third_is_year=row.third_is_year,
        part=_known_part(row),
        shapes=shapes_of(shapes, meanings, totals_over, _normalised_spellings),
    )


def _refuse_needless_lifting(
    line: LayoutLine, lists: Mapping[str, Mapping[str, str]], declared: Mapping[str, Field]
) -> None:
    """Refuses to lift a heading from the privacy list that heads no counts, or that is not on it.

    Raises:
        ValueError: It is one of these.
    """
    if not line.not_private:
        return
    if not isinstance(declared.get(line.field), Count):
        raise ValueError(f"the heading {line.header!r} heads no counts, so that not_private makes no sense")
    written = expand_lines([line], lists, declared)
    if not any(announces_personal_data(heading, personal_headings()) for heading in written):
        raise ValueError(f"the heading {line.header!r} is on no list of personal data: leave not_private out")


def _refuse_asking_for_what_the_province_fills(line: LayoutLine, declared: Mapping[str, Field]) -> None:
    """Refuses to ask every table for a column that only the province fills.

    Raises:
        ValueError: The line does.
    """
    field = declared.get(line.field)
    if field is not None and field.only_province_fills and line.presence is not Presence.OPTIONAL:
        raise ValueError(f"the heading {line.header!r} is {line.presence}, but only the province fills it")


def _known_part(row: LayoutRow) -> str:
    if row.part and row.part not in FORMS[row.form].part_codes:
        raise ValueError(f"{row.layout!r}: the form {row.form} has no part {row.part!r}")
    return row.part


@cache
def _all_lines(additions: LayoutAdditions) -> tuple[tuple[str, str, LayoutLine], ...]:
    own = [
        (form, row["layout"], layout_line(row))
        for form, package in form_packages().items()
        for row in read_rows("layout_lines.csv", package)
    ]
    return (*own, *additions.lines)


def _rows_of_province(additions: LayoutAdditions) -> Mapping[tuple[str, str], LayoutRow]:
    """A province's layouts; of one that is ours, its words do not change what system it comes from."""
    ours = _package_rows()
    keys = {(row.form, row.layout): row for row in additions.layouts}
    return {
        key: replace(row, third_is_year=own.third_is_year, part=own.part) if (own := ours.get(key)) else row
        for key, row in keys.items()
    }


def _normalised_spellings(code_list: str) -> frozenset[str]:
    return frozenset(spellings_with_totals(code_list))


@cache
def _shape_lines() -> tuple[ShapeLine, ...]:
    return tuple(
        shape_line({"form": form, **row})
        for form, package in form_packages().items()
        for row in read_rows_if_there("shapes.csv", package)
    )


@cache
def _package_rows() -> Mapping[tuple[str, str], LayoutRow]:
    return {
        (form, row["layout"]): layout_row({"form": form, **row})
        for form, package in form_packages().items()
        for row in read_rows("layouts.csv", package)
    }
