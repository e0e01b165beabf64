"""What the tables and lines on the console are made of."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

AGENCY = "Agency"
DATES = ("Due", "Received")
_AGENCY_WIDTH = 14
_SHORT = ("Period", *DATES)


def figure_table(*texts: str, numbers: Sequence[str]) -> Table:
    """A table of columns with texts and then columns with numbers, by their headings."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for heading in texts:
        # A Thai name has few spaces: squeezed, it would break in the middle of a syllable.
        table.add_column(
            heading,
            overflow="fold",
            min_width=_AGENCY_WIDTH if heading == AGENCY else None,
            no_wrap=heading in _SHORT,
        )
    for heading in numbers:
        # A wide text elsewhere must never push figures off the table.
        table.add_column(heading, justify="right", min_width=max(map(len, heading.split("\n"))), no_wrap=True)
    return table


def say(console: Console, line: Text) -> None:
    """Writes a line that is never wrapped, so that it can be copied."""
    console.print(line, soft_wrap=True)


def say_below(console: Console, lines: Iterable[str]) -> None:
    """Writes lines that belong to the one above them: indented, and wrapped where the console ends."""
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, 2), expand=False))


def shown(value: object) -> Text:
    """A value as a table shows it: whole numbers with their thousands, a dash where there is none."""
    if value is None:
        return Text("–")
    return Text(f"{value:,}" if isinstance(value, int | float) else str(value))
