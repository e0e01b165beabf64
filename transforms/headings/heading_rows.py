"""Which rows of a sheet look like headings."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from schemas.layouts.vocabulary import Vocabulary
from transforms.grid import CellValue, Grid
from transforms.headings.headers import holds_data, is_of_figures
from transforms.headings.second_headings import begins_with_data

HEADER_SEARCH_ROWS = 60
"""The first heading stands near the top; offices put at most some title and note rows before it."""
_MIN_HEADER_WORDS = 3


def heading_rows(grid: Grid, vocabulary: Vocabulary) -> list[int]:
    """Sheet rows (1-based) that look like headings; where none does, those near the top that come nearest."""
    plain = {
        text
        for text in grid.distinct_values
        if isinstance(text, str) and text.replace(" ", "").replace(".", "") in vocabulary.words
    }
    near_top = {
        number: _known_words(row, vocabulary, plain)
        for number, row in enumerate(grid.rows[:HEADER_SEARCH_ROWS], start=1)
    }
    # A sheet may have a hundred thousand rows of data: in these only plainly written headings count.
    further = islice(enumerate(grid.rows, start=1), HEADER_SEARCH_ROWS, None)
    likely = [number for number, count in near_top.items() if count >= _MIN_HEADER_WORDS] + [
        number for number, row in further if sum(map(row.count, plain.intersection(row))) >= _MIN_HEADER_WORDS
    ]
    # Words of a heading behind a row's data, as in a file put behind another without a line break, are no
    # heading of what is below: that would take the row's data for headings too.
    likely = [
        number for number in likely if not begins_with_data(grid.rows[number - 1], plain, across_gaps=True)
    ]
    if likely:
        return likely
    # With so few words a row of persons (ชาย, ป.1) looks the same: a heading holds no number and no day.
    words = {number: count for number, count in near_top.items() if not holds_data(grid.rows[number - 1])}
    best = max(words.values(), default=0)
    return [number for number, count in words.items() if count == best > 0]


def _known_words(row: Sequence[CellValue], vocabulary: Vocabulary, plain: Collection[CellValue]) -> int:
    """How many texts of a row are a heading's; of a row of figures those that are plainly written."""
    texts = [cell for cell in row if isinstance(cell, str)]
    if not is_of_figures(row):
        return sum(map(vocabulary.knows, texts))
    return sum(text in plain for text in texts) if len(texts) >= _MIN_HEADER_WORDS else 0


def regions(rows: Sequence[int]) -> Iterator[list[int]]:
    """Runs of rows that follow each other."""
    run: list[int] = []
    for row in rows:
        if run and row != run[-1] + 1:
            yield run
            run = []
        run.append(row)
    if run:
        yield run
