"""What the commands that read a warehouse share: the warehouse itself, a moment, a choice of rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from edusandbox.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

AsAt = Annotated[
    str | None,
    typer.Option("--as-at", help="As it was then: a day such as 2563-07-10 (its end), or 2563-07-10T14:05."),
]
Where = Annotated[
    list[str] | None,
    typer.Option("--where", help="Only rows with COLUMN=VALUE, such as period_code=2563-1; may be repeated."),
]


@contextmanager
def reading() -> Iterator["Connection"]:
    """A connection to the warehouse of the settings, which must be one of this release.

    Raises:
        WarehouseError: There is none, or it is of another release.
    """
    from edusandbox.warehouse.engine import open_existing_warehouse  # noqa: PLC0415 - pandas takes half a second
    from edusandbox.warehouse.schema import require_warehouse  # noqa: PLC0415

    engine = open_existing_warehouse(Settings().warehouse_url)
    try:
        require_warehouse(engine)
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def moment_of(said: str | None) -> datetime | None:
    """The moment that was asked for.

    Raises:
        TimestampError: It is none.
    """
    from edusandbox.timestamps import parse_as_of  # noqa: PLC0415 - as above

    return None if said is None else parse_as_of(said)


def rows_of(conditions: Sequence[str] | None) -> dict[str, str]:
    """`COLUMN=VALUE` as values by column.

    Raises:
        UserError: A condition has no `=`.
    """
    from edusandbox.errors import UserError  # noqa: PLC0415 - as above

    pairs = [each.partition("=") for each in conditions or ()]
    for name, sign, _ in pairs:
        if not sign:
            raise UserError(f"{name!r} is no condition; write COLUMN=VALUE, such as period_code=2563-1")
    return {name.strip(): value.strip() for name, _, value in pairs}
