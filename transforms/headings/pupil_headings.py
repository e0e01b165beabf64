"""Which headings that a layout does not know may speak of pupils."""

from collections.abc import Collection, Mapping


def likely_pupils(
    headings: Mapping[int, str],
    grades: Mapping[str, str],
    own: Collection[str | None],
    sexes: Mapping[str, str],
) -> set[int]:
    """Of columns that are not read those whose headings may speak of pupils.

    They are a pair of boys and girls of something (เด็กเล็ก ชาย, เด็กเล็ก หญิง), or begin with a grade that has
    no column of its own (ป.3 ชาย/หญิง).

    Args:
        headings: Normalised headings by column.
        grades: Codes of grades by normalised spelling.
        own: Codes of the grades that have columns which are read.
        sexes: Codes of sexes by normalised spelling.
    """
    members: dict[str, dict[int, str]] = {}
    for column, heading in headings.items():
        for stem, sex in _without_sex(heading, sexes).items():
            members.setdefault(stem, {})[column] = sex
    pairs = {column for columns in members.values() if len(set(columns.values())) > 1 for column in columns}
    alone = {column for column, heading in headings.items() if _is_of_other_grade(heading, grades, own)}
    return pairs | alone


def pupils_of_other_grades(
    headings: Mapping[int, str],
    grades: Mapping[str, str],
    own: Collection[str | None],
    sexes: Mapping[str, str],
) -> set[int]:
    """Of columns that are not read those of pupils who are counted nowhere else: ป.1 (1) ชาย without ป.1 ชาย.

    Their headings begin with a grade that has no column of its own and end with a sex. A table whose layout
    names no grades in its headings has none.
    """
    if not any(own):
        return set()
    return {
        column
        for column, heading in headings.items()
        if _is_of_other_grade(heading, grades, own) and _without_sex(heading, sexes)
    }


def _without_sex(heading: str, sexes: Mapping[str, str]) -> dict[str, str]:
    """What a heading says before the longest sex at its end, and that sex's code."""
    ending = max((sex for sex in sexes if sex and heading.endswith(sex)), key=len, default="")
    stem = heading.removesuffix(ending)
    return {stem: sexes[ending]} if ending and stem else {}


def _is_of_other_grade(heading: str, grades: Mapping[str, str], own: Collection[str | None]) -> bool:
    """Whether a heading begins with a grade of which no column is read; ป.10 does not begin with ป.1."""
    grade = max((each for each in grades if heading.startswith(each)), key=len, default="")
    is_grade = any(map(str.isalpha, grade)) and not heading.removeprefix(grade)[:1].isdecimal()
    return is_grade and grades[grade] not in own
