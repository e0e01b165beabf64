"""The styles of a web page, as far as they change what a text says: hidden, struck out, raised, formatted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from edusandbox.sources.readers.web_effects import (
    NO_EFFECTS,
    TELLING,
    Declarations,
    Effects,
    effects_of,
    tells,
)
from edusandbox.sources.readers.web_selectors import Selector, read_selectors

_QUOTED = r"\"(?:\\.|[^\"\\\n]){0,400}\"|'(?:\\.|[^'\\\n]){0,400}'"
_BODY = re.compile(rf"(?:{_QUOTED}|[^{{}}\"'])*+", re.DOTALL)
_DECLARATION = re.compile(rf"([a-z-]+)\s*:\s*((?:{_QUOTED}|[^;\"'])*+)", re.IGNORECASE | re.DOTALL)
_NESTED = re.compile(r"@(?:media|supports|layer|keyframes|-webkit-keyframes)\b", re.IGNORECASE)
_NOT_OF_THE_PAGE = re.compile(r"@(?:\S*keyframes\b|media\s+print\b)", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_PAGE_RULE = re.compile(r"@page\b", re.IGNORECASE)
_IMPORTANT = re.compile(r"!\s*important\s*$", re.IGNORECASE)
_REMARK = re.compile(r"/\*.{0,5000}?\*/|<!--|-->", re.DOTALL)
_MOST_CHARACTERS = 1_000_000
_MOST_RULES = 5_000
_TEXTS = frozenset({"mso-number-format", "mso-header-data", "mso-footer-data", "content"})
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{4})|(.))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Declared:
    """What a rule or an attribute declares; what is marked as important goes before all else."""

    plain: Declarations
    important: Declarations

    @property
    def telling(self) -> "_Declared":
        """Of these the declarations that have an effect."""
        plain, important = (
            {name: value for name, value in each.items() if name in TELLING}
            for each in (self.plain, self.important)
        )
        return _Declared(plain, important)


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: Selector
    declared: _Declared
    number: int

    @property
    def rank(self) -> tuple[tuple[int, int, int], int]:
        """Of two rules for an element the one that is more special counts, then the later one."""
        return self.selector.weight, self.number


class StyleSheet:
    """The rules of a page's style sheets that are worth asking for.

    Attributes:
        page: What is declared of the printed page: Excel keeps its header and footer there.
    """

    def __init__(self, css: str) -> None:
        """Reads style sheets.

        Args:
            css: All of them, one after another.
        """
        self.page: dict[str, str] = {}
        self._rules: dict[str, list[_Rule]] = {}
        self._doubts: dict[str, list[_Rule]] = {}
        self._known: dict[tuple[str | None, ...], Effects] = {}
        self._looks_around = False
        count = 0
        for selectors, body in _blocks(_REMARK.sub(" ", css[:_MOST_CHARACTERS])):
            declared = _declarations(body)
            if _PAGE_RULE.match(selectors):
                self.page |= declared.plain
                continue
            declared = declared.telling
            for selector in read_selectors(selectors) if declared.plain or declared.important else ():
                self._add(_Rule(selector, declared, count))
                count += 1
            if count > _MOST_RULES:
                break

    def _add(self, rule: _Rule) -> None:
        selector = rule.selector
        if selector.is_sure and not selector.inserts:
            self._looks_around = self._looks_around or selector.looks_around
            self._rules.setdefault(selector.steps[-1].key, []).append(rule)
        elif tells({**rule.declared.plain, **rule.declared.important}, inserts=selector.inserts):
            self._doubts.setdefault(selector.steps[-1].key, []).append(rule)

    def effects(self, element: HtmlElement) -> Effects:
        """What rules and its own attribute do to an element."""
        own = element.get("style")
        if not (own or self._rules):
            return NO_EFFECTS
        key = (str(element.tag), element.get("class"), element.get("id"), own)
        known = self._known.get(key)
        if known is not None:
            return known
        rules = [rule for rule in _candidates(self._rules, element) if rule.selector.fits(element)]
        rules.sort(key=lambda rule: rule.rank)
        declared = [rule.declared for rule in rules]
        if own:
            declared.append(_declarations(own))
        summed: dict[str, str] = {}
        for values in (*(each.plain for each in declared), *(each.important for each in declared)):
            summed |= values
        effects = effects_of(summed)
        if not self._looks_around:
            self._known[key] = effects
        return effects

    def is_doubtful(self, element: HtmlElement) -> bool:
        """Whether a rule that is not followed may hide, mark or add to what an element shows."""
        return bool(self._doubts) and any(
            rule.selector.fits(element) and (rule.selector.inserts or _says_something(element))
            for rule in _candidates(self._doubts, element)
        )


def _candidates(rules: Mapping[str, Sequence[_Rule]], element: HtmlElement) -> Iterator[_Rule]:
    classes = [f".{name}" for name in dict.fromkeys(element.get("class", "").split())]
    for key in ("", "*", str(element.tag), *classes, f"#{element.get('id')}"):
        yield from rules.get(key, ())


def _says_something(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext())


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of each rule; those within a condition (`@media`) unless it is of print."""
    place = 0
    while (opening := css.find("{", place)) >= 0:
        selectors = css[place:opening].rpartition(";")[2].rpartition("}")[2].strip()
        place = opening + 1
        if _NESTED.match(selectors):
            # Rules under a condition count; what is said of print or of movement does not.
            place = _end_of_block(css, place) if _NOT_OF_THE_PAGE.match(selectors) else place
            continue
        body = _BODY.match(css, place)
        closing = css.find("}", body.end() if body else place)
        yield selectors, css[place : closing if closing >= 0 else len(css)]
        place = closing + 1 if closing >= 0 else len(css)


def _end_of_block(css: str, place: int) -> int:
    """The place behind the brace that closes a block which was opened before this place."""
    depth = 1
    for brace in _BRACE.finditer(css, place):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(css)


def _declarations(body: str) -> _Declared:
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for match in _DECLARATION.finditer(body):
        name, whole = match[1].lower(), match[2].strip()
        value = _IMPORTANT.sub("", whole).strip()
        (plain if value == whole else important)[name] = unquoted(value) if name in _TEXTS else value.lower()
    return _Declared(plain, important)


def unquoted(value: str) -> str:
    """A text of a style sheet without its quotation marks and escapes."""
    inner = value[1:-1] if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0] else value
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], inner)
