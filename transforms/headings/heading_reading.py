"""What the texts of a heading say in the words of a layout, column by column."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from schemas.layouts.columns import IGNORED_FIELD
from schemas.layouts.layout import Layout
from schemas.layouts.section_headings import heading_of_sum
from schemas.layouts.vocabulary import Vocabulary
from schemas.text import normalise_header
from transforms.headings.pupil_headings import likely_pupils, pupils_of_other_grades


@dataclass(frozen=True, slots=True)
class HeadingReading:
    """What a heading's texts say in a layout's words, whatever else the sheet states; as in `Match`."""

    known: Mapping[int, str]
    absent: tuple[str, ...]
    unknown: Mapping[int, str]
    repeated: Mapping[int, str]
    adjusted: Mapping[int, str]
    shares: Mapping[int, str]
    repeated_as: Mapping[int, str]
    """The normalised headings of the repeated ones."""
    sections: Mapping[int, tuple[int, ...]]
    pupils_unread: Mapping[int, str]
    pupils_likely: frozenset[int]


# A file has some two hundred of these, most of them of no other file: more would only fill the memory.
@lru_cache(maxsize=1024)
def read_heading(texts: tuple[str, ...], layout: Layout, vocabulary: Vocabulary) -> HeadingReading:
    """Reads a heading once: hundreds of offices fill in the same template."""
    known: dict[int, str] = {}
    repeated: dict[int, str] = {}
    adjusted: dict[int, str] = {}
    repeated_as: dict[int, str] = {}
    seen: set[tuple[str, str | None, str]] = set()
    named = {column: text for column, text in enumerate(texts, 1) if text}
    for column, text in named.items():
        heading = vocabulary.heading(layout, text)
        if heading is None:
            continue
        meanings = {
            (each.field, each.code, each.taken_from)
            for each in layout.meanings[heading]
            if each.field != IGNORED_FIELD
        }
        if meanings & seen:
            repeated[column] = text
            repeated_as[column] = heading
            continue
        known[column] = heading
        seen |= meanings
        if meanings and heading != normalise_header(text):
            adjusted[column] = layout.meanings[heading][0].header
    # A share whose count is not there says something that nothing else says.
    present = set(known.values())
    others = {column: text for column, text in named.items() if column not in known | repeated}
    shares = {column: text for column, text in others.items() if vocabulary.share_of(layout, text) in present}
    rest = {column: text for column, text in others.items() if column not in shares}
    sections = _read_sections(rest, layout, vocabulary, known, repeated)
    unknown = {column: text for column, text in rest.items() if column not in known | repeated}
    own = {layout.meanings[heading][0].code for heading in known.values()}
    normalised = {column: normalise_header(text) for column, text in unknown.items()}
    of_grades = pupils_of_other_grades(normalised, vocabulary.grades, own, vocabulary.sexes)
    pupils_unread = {
        column: text
        for column, text in unknown.items()
        if column in of_grades or vocabulary.names_pupils(layout, text)
    }
    likely = frozenset(likely_pupils(normalised, vocabulary.grades, own, vocabulary.sexes))
    absent = layout.absent_headings(known.values())
    return HeadingReading(
        known, absent, unknown, repeated, adjusted, shares, repeated_as, sections, pupils_unread, likely
    )


def _read_sections(
    named: Mapping[int, str],
    layout: Layout,
    vocabulary: Vocabulary,
    known: dict[int, str],
    repeated: dict[int, str],
) -> dict[int, tuple[int, ...]]:
    """Adds the columns of class sections to those known, and says which stand for which grade."""
    headings: dict[int, str] = {}
    seen: set[str] = set()
    for column, text in named.items():
        heading = vocabulary.section_heading(layout, text)
        if heading is not None:
            (repeated if normalise_header(text) in seen else headings)[column] = heading
            seen.add(normalise_header(text))
    repeated |= {column: named[column] for column in repeated.keys() & named.keys()}
    codes = {layout.meanings[heading][0].code for heading in headings.values()}
    own = {meaning_of(layout, heading): column for column, heading in known.items()}
    for column, text in named.items():
        heading = heading_of_sum(normalise_header(text), layout, codes)
        if heading is not None and column not in headings and meaning_of(layout, heading) not in own:
            known[column] = heading
            own[meaning_of(layout, heading)] = column
    members: dict[tuple[str, str | None], list[int]] = {}
    for column, heading in headings.items():
        members.setdefault(meaning_of(layout, heading), []).append(column)
    known |= headings
    return {own.get(meaning, columns[0]): tuple(columns) for meaning, columns in members.items()}


def meaning_of(layout: Layout, heading: str) -> tuple[str, str | None]:
    """The field of a layout's heading, and the code that it names."""
    meaning = layout.meanings[heading][0]
    return meaning.field, meaning.code
