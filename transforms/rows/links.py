"""Values that stand only in the address that a cell links to."""

from urllib.parse import parse_qs, urlsplit

from transforms.cells.code_text import read_code
from transforms.grid import Grid


def link_parameters(grid: Grid, column: int, rows: tuple[int, ...], taken_from: str) -> list[str | None]:
    """Reads a parameter of the links of a column.

    Args:
        grid: The sheet.
        column: Sheet column, 1-based.
        rows: Sheet rows, 1-based.
        taken_from: `link:NAME`, NAME being the parameter.

    Returns:
        The parameter of each row's link; None where there is no link or no such parameter.
    """
    name = taken_from.removeprefix("link:")
    return [_parameter(grid.links.get((row, column), ""), name) for row in rows]


def _parameter(address: str, name: str) -> str | None:
    values = parse_qs(urlsplit(address).query).get(name)
    return read_code(values[0]).text if values else None
