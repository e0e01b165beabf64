"""How the fields of a form are read, as it declares them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from schemas.fields import Field, Figure


@dataclass(frozen=True)
class FieldTypes:
    """How a form's fields are read.

    Attributes:
        fields: The declared fields by name.
        codes: For each field that holds codes of a list, the codes by normalised spelling.
        words: For each such field what sentences call its codes.
        placed: The fields besides figures whose values are facts: their cells are noted as those of figures
            are.
    """

    fields: Mapping[str, Field]
    codes: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Mapping[str, str]]
    placed: tuple[str, ...] = ()

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The fields that hold figures."""
        return tuple(name for name, each in self.fields.items() if isinstance(each, Figure))
