"""Selectors of a web page's styles: which elements a rule is for, and where that cannot be told."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

_NAME = r"(?:[\w-]|\\.)+"
_PART = re.compile(
    rf"""(?P<tag>[a-zA-Z][\w-]*|\*)
    | \.(?P<class>{_NAME})
    | \#(?P<identity>{_NAME})
    | \[\s*+(?P<attribute>[\w:-]++)\s*+
      (?:(?P<how>[~|^$*]?=)\s*+(?P<value>"[^"]*+"|'[^']*+'|[^\]\s"']*+)\s*+(?:[is]\s*+)?)?\]
    | (?P<pseudo>::?[\w-]+)(?P<of>\((?:[^()]|\([^()]*+\))*+\))?
    | (?P<step>\s*+[>+~]\s*+|\s++)
    """,
    re.VERBOSE,
)
_INSERTED = frozenset({"before", "after"})
# What holds for a moment, or of parts of a page that are no text of it.
_PASSING = re.compile(
    r"::|:(?:-|hover|focus|active|visited|target|checked|disabled|invalid|placeholder|popover)"
)
_COMPARISONS: Mapping[str, Callable[[str, str], bool]] = {
    "": lambda *_: True,
    "=": lambda own, value: own == value,
    "~=": lambda own, value: value in own.split(),
    "|=": lambda own, value: own == value or own.startswith(f"{value}-"),
    "^=": lambda own, value: bool(value) and own.startswith(value),
    "$=": lambda own, value: bool(value) and own.endswith(value),
    "*=": lambda own, value: bool(value) and value in own,
}
_POSITION = re.compile(r":(?:(first)|(last)|nth)-child(?:\(\s*(\d{1,3})\s*\))?", re.IGNORECASE)
_LAST = -1
_PLACED = frozenset({"", "*", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"})
_MOST_CHARACTERS = 20_000


@dataclass(slots=True)
class Compound:
    """One step of a selector: a tag, classes, an id, attributes, the place among the elements beside it."""

    tag: str = ""
    classes: set[str] = field(default_factory=set)
    identity: str = ""
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)

    def fits(self, element: HtmlElement) -> bool:
        """Whether an element has all that is asked for."""
        return (
            self.tag in {"", "*", element.tag}
            and (not self.identity or element.get("id") == self.identity)
            and (not self.classes or self.classes <= set(element.get("class", "").split()))
            and all(_has(element, *each) for each in self.attributes)
            and all(_stands_at(element, place) for place in self.positions)
        )

    @property
    def key(self) -> str:
        """What an element that fits must have: the rules are looked up by it."""
        if self.classes:
            return f".{min(self.classes)}"
        return f"#{self.identity}" if self.identity else self.tag


@dataclass(slots=True)
class Selector:
    """Which elements a rule is for.

    Attributes:
        steps: From the outermost element in.
        is_sure: Whether all elements that fit are meant; otherwise (`:nth-child`, `+`) more may fit.
        inserts: Whether it is for what the page inserts before or after the text (`::before`).
        weight: How much it counts against others: ids, then classes, then tags.
    """

    steps: Sequence[Compound]
    is_sure: bool = True
    inserts: bool = False
    weight: tuple[int, int, int] = (0, 0, 0)

    @property
    def looks_around(self) -> bool:
        """Whether tag, class and id of an element alone do not say that it fits."""
        return len(self.steps) > 1 or bool(self.steps[-1].attributes or self.steps[-1].positions)

    def fits(self, element: HtmlElement) -> bool:
        """Whether the last step fits the element and the others, in their order, elements around it."""
        if not self.steps[-1].fits(element):
            return False
        left = list(self.steps[:-1])
        for around in element.iterancestors() if left else ():
            if left and left[-1].fits(around):
                left.pop()
        return not left


def read_selectors(text: str) -> Iterator[Selector]:
    """Reads the selectors of a rule; those that hold for a moment (`a:hover`) are left out.

    Args:
        text: What stands before the brace.
    """
    text = text[:_MOST_CHARACTERS]
    place = 0
    while place < len(text):
        selector, place = _read(text, place)
        if selector is not None:
            yield selector


def _read(text: str, place: int) -> tuple[Selector | None, int]:
    """One selector, None where it is none that counts, and the place behind its comma."""
    steps = [Compound()]
    selector = Selector(steps)
    counts, weight = True, [0, 0, 0]
    while place < len(text) and text[place] != ",":
        part = _PART.match(text, place)
        if part is None:
            comma = text.find(",", place)
            return None, comma + 1 if comma >= 0 else len(text)
        place = part.end()
        if pseudo := part["pseudo"]:
            counts = _add_pseudo(selector, pseudo + (part["of"] or "")) and counts
        elif part["step"] is None:
            _add(steps[-1], part)
        else:
            _begin_step(selector, part["step"].strip(), steps)
        weight[0] += bool(part["identity"])
        weight[1] += bool(part["class"] or part["attribute"] or part["pseudo"])
        weight[2] += bool(part["tag"]) and part["tag"] != "*"
    if steps[-1] == Compound() and len(steps) > 1:
        steps.pop()  # white space before the brace or comma
    if steps[-1].positions and steps[-1].tag in _PLACED:
        # Cells and rows that are hidden so may leave their places to others: that is asked about.
        selector.is_sure = False
    selector.weight = (weight[0], weight[1], weight[2])
    return (selector if counts else None), place + 1


def _add(step: Compound, part: re.Match[str]) -> None:
    if part["tag"]:
        step.tag = part["tag"].lower()
    elif part["class"]:
        step.classes.add(_unescaped(part["class"]))
    elif part["identity"]:
        step.identity = _unescaped(part["identity"])
    else:
        value = (part["value"] or "").strip("\"'")
        step.attributes.append((part["attribute"].lower(), part["how"] or "", value))


def _add_pseudo(selector: Selector, pseudo: str) -> bool:
    """Takes what a selector asks for beyond the element itself; False where it is of no account."""
    position = _position(pseudo)
    if position is not None:
        selector.steps[-1].positions.append(position)
        return True
    if pseudo.lstrip(":").lower() in _INSERTED:
        selector.inserts = True
        return True
    if _PASSING.match(pseudo.lower()):
        return False
    selector.is_sure = False
    return True


def _position(pseudo: str) -> int | None:
    match = _POSITION.fullmatch(pseudo)
    if match is None or (match[3] is None) == (match[1] is None and match[2] is None):
        return None
    return 1 if match[1] else _LAST if match[2] else int(match[3])


def _stands_at(element: HtmlElement, place: int) -> bool:
    if place == _LAST:
        return element.getnext() is None
    # Browsers put rows into a body of their own, apart from what stands before them.
    before = element.itersiblings(*(["tr"] if element.tag == "tr" else []), preceding=True)
    return sum(1 for _ in itertools.islice(before, place)) == place - 1


def _begin_step(selector: Selector, sign: str, steps: list[Compound]) -> None:
    if steps[-1] == Compound() and selector.is_sure:
        return  # white space at the beginning
    if sign in {"+", "~"}:
        # Which element stands beside it is not looked up.
        selector.is_sure = False
        steps[-1] = Compound()
    else:
        steps.append(Compound())


def _unescaped(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name)


def _has(element: HtmlElement, name: str, how: str, value: str) -> bool:
    own = element.get(name)
    return own is not None and _COMPARISONS[how](own, value)
