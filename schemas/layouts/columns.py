"""What the columns of a table, and the words over it, mean in a layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from schemas.fields import ROOMS, Code, Field, Figure, Identifier
from schemas.layouts.lines import LayoutLine, Presence

IGNORED_FIELD = "-"


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What a column holds.

    Attributes:
        header: The heading as the layout writes it.
        field: Field of the Sheet frame.
        code: The code that the heading names (a grade), or None; several are joined by `+`.
        family: The code list of that code (`grade`), or None; likewise.
        taken_from: As in `LayoutLine`.
        presence: As in `LayoutLine`.
        declared: The field as its form declares it; None of a column that is known and not needed.
        not_private: As in `LayoutLine`.
    """

    header: str
    field: str
    code: str | None
    family: str | None
    taken_from: str
    presence: Presence
    declared: Field | None = None
    not_private: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether it holds figures."""
        return isinstance(self.declared, Figure)

    @property
    def figure(self) -> Figure:
        """The figures that it holds.

        Raises:
            TypeError: It holds none.
        """
        if not isinstance(self.declared, Figure):
            raise TypeError(f"the field {self.field!r} holds no figures")
        return self.declared

    @property
    def is_code(self) -> bool:
        """Whether it holds a code of a list, which says what a row is about."""
        return isinstance(self.declared, Code)

    @property
    def tells_rows_apart(self) -> bool:
        """Whether it holds codes, of a list or of none, which say what a row is about."""
        return self.is_code or (isinstance(self.declared, Identifier) and self.declared.noun is not None)

    @property
    def code_list(self) -> str:
        """The list of the codes in its cells; '' of a column without any."""
        return self.declared.code_list if isinstance(self.declared, Code) else ""

    @property
    def counts_rooms(self) -> bool:
        """Whether it is a count of rooms, which nothing else may be counted in."""
        return isinstance(self.declared, Figure) and self.declared.unit == ROOMS


@dataclass(frozen=True, slots=True)
class SheetField:
    """A field that the sheet as a whole states, in its name or title.

    Attributes:
        field: Field of the Sheet frame.
        code: The code that it must state; None where any will do and becomes the field's value.
        is_required: Whether the layout does not hold without it.
        name: What the sender is told is missing.
    """

    field: str
    code: str | None
    is_required: bool
    name: str

    @classmethod
    def of(cls, line: LayoutLine) -> Self:
        """Makes it of a layout's line."""
        code = line.taken_from.partition(":")[2] or None
        return cls(line.field, code, line.presence is Presence.REQUIRED, line.header)

    def is_met(self, stated: Mapping[str, str]) -> bool:
        """Whether what a sheet states is enough for this layout."""
        if self.field not in stated:
            return not self.is_required
        return self.code in {None, stated[self.field]}
