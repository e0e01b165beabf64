"""Parts of a form: reports that are sent, versioned and owed each by themselves."""

from dataclasses import dataclass

WHOLE_FORM = ""
"""The part of a form that has none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form.

    Attributes:
        code: Stable code, unique in its form: `next_step`.
        name_th: Name for people, Thai.
        name_en: Name for people, English.
        contents: What its rows may hold in the form's `part_fields`, codes of several fields joined by `+`;
            empty where a layout alone says that a table is this part.
    """

    code: str
    name_th: str
    name_en: str
    contents: frozenset[str] = frozenset()
