"""What the lines of a heading say of a column once those that add nothing are left out.

A year over all columns, จำนวน under each sex, ประถมศึกษา over its own grades: people read past them.
"""

from collections.abc import Sequence
from itertools import pairwise

from schemas.layouts.heading_text import plain_headings
from schemas.layouts.vocabulary import Vocabulary
from schemas.text import normalise_header, stem_and_number
from transforms.periods.heading_periods import SHORT_YEAR, Mark, without_period

_SUM = "รวม"


def plain_column(lines: Sequence[str], vocabulary: Vocabulary) -> tuple[str, tuple[Mark, ...]]:
    """Reads the lines of one column from the top down.

    Args:
        lines: Its texts, '' where a line says nothing there.
        vocabulary: What headings may say, and what adds nothing.

    Returns:
        The heading without what adds nothing, or all of it where nothing else is left; the periods that it
        names.
    """
    parts: list[str] = []
    marks: list[Mark] = []
    for line in dict.fromkeys(line for line in lines if line):
        rest, own = without_period(line)
        marks += own
        # Before fillers: with its number off, ชั้น 1 is one.
        grade = vocabulary.numbered.get(normalise_header(f"{parts[-1]}{rest}")) if parts and rest else None
        if grade is not None:
            parts[-1] = grade
        elif rest and not vocabulary.fillers.intersection(plain_headings(rest, vocabulary.noise)):
            parts.append(_without_filler(rest, vocabulary))
    below = _without_levels(parts, vocabulary)
    return " ".join(below or parts) or " ".join(filter(None, lines)), tuple(dict.fromkeys(marks))


def _without_filler(part: str, vocabulary: Vocabulary) -> str:
    """Of นักเรียนชาย or จำนวนห้อง what a column beside a grade is called: ชาย, ห้อง."""
    word = normalise_header(part)
    rests = {word.removeprefix(filler) for filler in vocabulary.fillers} - {word}
    return min(rests & vocabulary.pieces, key=len, default=part)


def _without_levels(parts: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The parts without the level over a grade or over its own total: ประถมศึกษา / ป.1 / ชาย, or / รวมประถม.

    None where neither stands below.
    """
    words = [normalise_header(part) for part in parts]
    levels = [at for at, word in enumerate(words) if word in vocabulary.levels]
    grades = [at for at, word in enumerate(words) if word in vocabulary.parts_of_totals]
    totals = [at for at, word in enumerate(words) if word in vocabulary.totals and at not in levels]
    if not levels or not (grades or totals) or max(levels) > min(grades or totals):
        return []
    if grades:
        grade = vocabulary.grades[words[grades[0]]]
        is_of_level = all(grade in vocabulary.grades_of_level.get(words[at], {grade}) for at in levels)
    else:
        is_of_level = all(_is_within_level(words[totals[0]], words[at], vocabulary) for at in levels)
    return [] if not is_of_level else [part for at, part in enumerate(parts) if at not in levels]


def _is_within_level(total: str, level: str, vocabulary: Vocabulary) -> bool:
    """Whether a total is one over grades of a level, both by their normalised names."""
    if vocabulary.totals[total] == vocabulary.totals.get(level):
        return True
    grades = vocabulary.grades_of_level.get(total.removeprefix(_SUM))
    return grades is not None and grades <= vocabulary.grades_of_level.get(level, frozenset())


def numbers_something(numbers: Sequence[str], words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a line of numbers completes the line over it: ชั้นประถมศึกษาปีที่ over 1 and 2, or years.

    Args:
        numbers: The line's texts by column, '' where it is empty.
        words: The texts of the line over it, each over all of its columns.
        vocabulary: What headings may say.
    """
    filled = [(number, word) for number, word in zip(numbers, words, strict=True) if number]
    pieces = vocabulary.pieces
    numbered = _grades_of_levels(filled, vocabulary)
    completed = [
        numbered or normalise_header(f"{word}{number}") in pieces or _is_year(number)
        for number, word in filled
        if normalise_header(number) not in pieces
    ]
    return bool(completed) and all(completed)


def _grades_of_levels(filled: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> bool:
    """Whether bare numbers under levels are their grades: at least two under one, and no count of columns.

    One number under each level may be of schools, of rooms or of the column; one count through several
    levels (อนุบาล over 1 and 2, ประถมศึกษา over 3 and 4) numbers the columns.
    """
    grades: dict[str, list[str]] = {}
    for number, word in filled:
        if normalise_header(number) not in vocabulary.pieces:
            grades.setdefault(word, []).append(
                vocabulary.numbered.get(normalise_header(f"{word}{number}"), "")
            )
    runs = [list(dict.fromkeys(own)) for own in grades.values()]
    if not all(all(own) for own in runs) or not any(len(own) > 1 for own in runs):
        return False
    ends = [(stem_and_number(own[0]), stem_and_number(own[-1])) for own in runs]
    return not any(
        stem != other and int(first or 0) == int(last or 0) + 1
        for (_, (stem, last)), ((other, first), _) in pairwise(ends)
    )


def _is_year(number: str) -> bool:
    rest, marks = without_period(number)
    return not rest and [kind for kind, _ in marks] in (["year"], [SHORT_YEAR])
