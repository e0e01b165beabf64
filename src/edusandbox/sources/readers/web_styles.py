"""The styles of a web page, as far as they change what a text says: hidden, struck out, raised, formatted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from edusandbox.sources.readers.web_effects import NO_EFFECTS, TELLING, Declarations, Effects, effects_of

_QUOTED = r"\"(?:\\.|[^\"\\\n]){0,400}\"|'(?:\\.|[^'\\\n]){0,400}'"
_BODY = re.compile(rf"(?:{_QUOTED}|[^{{}}\"'])*+", re.DOTALL)
_DECLARATION = re.compile(rf"([a-z-]+)\s*:\s*((?:{_QUOTED}|[^;\"'])*+)", re.IGNORECASE | re.DOTALL)
_NESTED = re.compile(r"@(?:media|supports|layer|keyframes|-webkit-keyframes)\b", re.IGNORECASE)
_NOT_OF_THE_PAGE = re.compile(r"@(?:\S*keyframes\b|media\s+print\b)", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_PAGE_RULE = re.compile(r"@page\b", re.IGNORECASE)
_COMPOUND = re.compile(r"(?P<tag>[a-z][a-z0-9]*|\*)?(?P<marks>(?:[.#][\w-]+)*)", re.IGNORECASE)
_REMARK = re.compile(r"/\*.{0,5000}?\*/|<!--|-->", re.DOTALL)
_MOST_CHARACTERS = 1_000_000
_MOST_RULES = 5_000
_TEXTS = frozenset({"mso-number-format", "mso-header-data", "mso-footer-data"})
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{4})|(.))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Compound:
    """One step of a selector: a tag, classes, an id."""

    tag: str
    classes: frozenset[str]
    identity: str

    def fits(self, element: HtmlElement) -> bool:
        return (
            self.tag in {"", "*", element.tag}
            and (not self.identity or element.get("id") == self.identity)
            and self.classes <= set(element.get("class", "").split())
        )

    @property
    def key(self) -> str:
        """What an element that fits must have: the rules are looked up by it."""
        if self.classes:
            return f".{min(self.classes)}"
        return f"#{self.identity}" if self.identity else self.tag


@dataclass(frozen=True, slots=True)
class _Rule:
    steps: Sequence[_Compound]
    declarations: Declarations

    def fits(self, element: HtmlElement) -> bool:
        """Whether the last step fits the element and the others, in their order, elements around it."""
        if not self.steps[-1].fits(element):
            return False
        left = list(self.steps[:-1])
        for around in element.iterancestors() if left else ():
            if left and left[-1].fits(around):
                left.pop()
        return not left


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
        self._known: dict[tuple[str | None, ...], Effects] = {}
        self._needs_ancestors = False
        count = 0
        for selectors, body in _blocks(_REMARK.sub(" ", css[:_MOST_CHARACTERS])):
            if _PAGE_RULE.match(selectors):
                self.page |= _declarations(body)
                continue
            declared = {name: value for name, value in _declarations(body).items() if name in TELLING}
            for rule in _rules(selectors, declared) if declared else ():
                self._rules.setdefault(rule.steps[-1].key, []).append(rule)
                self._needs_ancestors = self._needs_ancestors or len(rule.steps) > 1
                count += 1
            if count > _MOST_RULES:
                break

    def effects(self, element: HtmlElement) -> Effects:
        """What rules and its own attribute do to an element."""
        own = element.get("style")
        if not (own or self._rules):
            return NO_EFFECTS
        key = (str(element.tag), element.get("class"), element.get("id"), own)
        known = self._known.get(key)
        if known is not None:
            return known
        declared: dict[str, str] = {}
        for rule in self._candidates(element):
            if rule.fits(element):
                declared |= rule.declarations
        effects = effects_of(declared | _declarations(own or ""))
        if not self._needs_ancestors:
            self._known[key] = effects
        return effects

    def _candidates(self, element: HtmlElement) -> Iterator[_Rule]:
        classes = [f".{name}" for name in element.get("class", "").split()]
        keys = ["", "*", str(element.tag), *classes, f"#{element.get('id')}"]
        for key in keys:
            yield from self._rules.get(key, ())


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


def _declarations(body: str) -> dict[str, str]:
    found = {}
    for match in _DECLARATION.finditer(body):
        name, value = match[1].lower(), match[2].strip()
        is_text = name in _TEXTS
        found[name] = unquoted(value) if is_text else value.lower().removesuffix("!important").strip()
    return found


def unquoted(value: str) -> str:
    """A text of a style sheet without its quotation marks and escapes."""
    inner = value[1:-1] if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0] else value
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], inner)


def _rules(selectors: str, declared: Declarations) -> Iterator[_Rule]:
    for selector in selectors.split(","):
        parts = selector.replace(">", " ").split()
        steps = [_COMPOUND.fullmatch(part) for part in parts]
        # What is asked for beyond tag, class and id (a:hover, [lang]) holds at times or seldom.
        if parts and all(steps):
            yield _Rule([_compound(step) for step in steps if step], declared)


def _compound(step: re.Match[str]) -> _Compound:
    marks = re.findall(r"[.#][\w-]+", step["marks"])
    classes = frozenset(mark[1:] for mark in marks if mark.startswith("."))
    identity = next((mark[1:] for mark in marks if mark.startswith("#")), "")
    return _Compound((step["tag"] or "").lower(), classes, identity)
