"""Issues as people read them: worst first, and those of one fault together with their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.issues import Issue, Place, Severity

SEVERITY_ORDER: tuple[Severity, ...] = (Severity.ERROR, Severity.QUERY, Severity.NOTICE)
"""Worst first."""


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """The issues of one rule, one severity and one owner.

    Attributes:
        severity: What they ask of the sender.
        code: Their rule.
        owner: Whose move it is: `agency`, `province` or `nobody`.
        issues: At least one, in the order found.
    """

    severity: Severity
    code: str
    owner: str
    issues: tuple[Issue, ...]

    @property
    def count(self) -> int:
        """How many cells the group stands for."""
        return sum(issue.count for issue in self.issues)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words that a list of cells needs in one language; `{}` is where the name or number goes."""

    file: str
    sheet: str
    row: str
    column: str
    more: str


PLACE_WORDS_TH = PlaceWords(
    file="ทั้งแฟ้ม", sheet="แผ่น {}", row="แถว {}", column="คอลัมน์ {}", more="และอีก {} แห่ง"
)
PLACE_WORDS_EN = PlaceWords(
    file="the whole file", sheet="sheet {}", row="row {}", column="column {}", more="and {} more"
)


def worst_first(issues: Iterable[Issue]) -> list[Issue]:
    """Errors, then queries, then notices; within each in the order found."""
    return sorted(issues, key=lambda issue: SEVERITY_ORDER.index(issue.severity))


def count_by_severity(issues: Iterable[Issue]) -> dict[Severity, int]:
    """Numbers of issues, for every severity, worst first."""
    counts = dict.fromkeys(SEVERITY_ORDER, 0)
    for issue in issues:
        counts[issue.severity] += 1
    return counts


def group_issues(issues: Iterable[Issue]) -> tuple[IssueGroup, ...]:
    """Puts the issues of one fault together, worst first, then in the order first found."""
    groups: dict[tuple[Severity, str, str], list[Issue]] = {}
    for issue in worst_first(issues):
        groups.setdefault((issue.severity, issue.code, issue.owner), []).append(issue)
    return tuple(IssueGroup(*key, tuple(members)) for key, members in groups.items())


def one_or_example(texts: Sequence[str], example: str) -> str:
    """The sentence that all share, or the first one introduced as an example.

    Args:
        texts: At least one sentence.
        example: What introduces an example, with `{}` for the sentence.
    """
    return texts[0] if len(set(texts)) == 1 else example.format(texts[0])


def describe_cells(issues: Iterable[Issue], words: PlaceWords, limit: int = 30) -> list[str]:
    """Lists the cells of issues, one line a sheet: `sheet Pupils: B4, B9, C2`.

    Args:
        issues: Issues of one fault.
        words: The language.
        limit: Cells that a line names; the others are counted.
    """
    cells: dict[str | None, dict[str, None]] = {}
    for issue in issues:
        named = cells.setdefault(issue.place.sheet, {})
        if issue.place.cell is not None:
            named[_place_name(issue.place, words)] = None
    return [_line(sheet, list(named), words, limit) for sheet, named in cells.items()]


def _place_name(place: Place, words: PlaceWords) -> str:
    cell = str(place.cell)
    if place.row is None:
        return words.column.format(cell)
    return words.row.format(cell) if place.column is None else cell


def _line(sheet: str | None, cells: list[str], words: PlaceWords, limit: int) -> str:
    where = words.file if sheet is None else words.sheet.format(sheet)
    if not cells:
        return where
    more = f" {words.more.format(len(cells) - limit)}" if len(cells) > limit else ""
    return f"{where}: {', '.join(cells[:limit])}{more}"
