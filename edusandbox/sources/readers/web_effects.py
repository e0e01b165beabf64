"""What the declarations of a web page's styles do to a text: hide it, strike it out, raise it, format it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from edusandbox.sources.readers.named_formats import format_code
from edusandbox.sources.readers.number_formats import FormatKind, format_kind

Declarations = Mapping[str, str]

TELLING = frozenset(
    {"display", "visibility", "opacity", "font-size", "vertical-align", "text-decoration"}
    | {"text-decoration-line", "mso-hide", "mso-element", "mso-text-raise", "mso-number-format", "content"}
)
"""Properties that have an effect."""
_LINES = ("block", "flex", "grid", "list-item", "flow-root", "table", "inline-table", "-webkit-box")
_NOTHING = re.compile(r"0(?:\.0*)?(?:px|pt|em|rem|%)?")
_OF_FIGURES = frozenset("%-.,/+")
_NO_CONTENT = frozenset({"none", "normal", "inherit", "initial", "unset", "a"})
_RAISED_VALUES = frozenset({"super", "sub"})
_RAISED_BY = re.compile(r"-?[\d.]*[1-9]")


@dataclass(frozen=True, slots=True)
class Effects:
    """What styles do to an element.

    Attributes:
        is_struck: Whether its text is struck out.
        is_raised: Whether its text is raised or lowered, unless it is a cell.
        is_hidden: Whether it is not shown.
        keeps_place: Whether it takes its place, hidden or not.
        is_line: Whether it begins a line of its own, though its tag may not.
        format_code: Its number format, if that may show a whole number as something else.
    """

    is_struck: bool = False
    is_raised: bool = False
    is_hidden: bool = False
    keeps_place: bool = True
    is_line: bool = False
    format_code: str | None = None


NO_EFFECTS = Effects()
"""Of an element that is shown as it is."""


def effects_of(declared: Declarations) -> Effects:
    """Sums up what is declared of an element.

    Args:
        declared: Values by property, in lower case save for number formats.
    """
    lines = (declared.get(name, "") for name in ("text-decoration", "text-decoration-line"))
    lengths = (declared.get(name, "") for name in ("vertical-align", "mso-text-raise"))
    effects = Effects(
        is_struck=any("line-through" in line for line in lines),
        is_raised=declared.get("vertical-align") in _RAISED_VALUES or any(map(_RAISED_BY.match, lengths)),
        is_hidden=_is_hidden(declared),
        keeps_place=declared.get("display") != "none",
        is_line=declared.get("display", "").startswith(_LINES),
        format_code=_odd_format(declared.get("mso-number-format")),
    )
    return NO_EFFECTS if effects == NO_EFFECTS else effects


def tells(declared: Declarations, *, inserts: bool) -> bool:
    """Whether declarations hide, mark or format a text, or insert one that could be part of a figure.

    Args:
        declared: Values by property.
        inserts: Whether they are of what a page inserts before or after a text.
    """
    effects = effects_of(declared)
    if not inserts:
        return effects.is_hidden or effects.is_struck or effects.is_raised or effects.format_code is not None
    content = declared.get("content", "").strip()
    is_text = any(char.isalnum() or char in _OF_FIGURES for char in content)
    return is_text and content.lower() not in _NO_CONTENT and not effects.is_hidden


def _is_hidden(declared: Declarations) -> bool:
    return (
        declared.get("display") == "none"
        or declared.get("visibility") in {"hidden", "collapse"}
        or declared.get("mso-hide") == "all"
        or declared.get("mso-element", "").startswith("comment")
        or any(_NOTHING.fullmatch(declared.get(name, "")) for name in ("opacity", "font-size"))
    )


def _odd_format(name: str | None) -> str | None:
    code = format_code(name) if name else None
    return code if code and format_kind(code) in {FormatKind.ODD, FormatKind.DATE} else None
