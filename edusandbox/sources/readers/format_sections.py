"""Takes an Excel number format code apart: its sections, and the tokens of each.

A code has up to four sections, for positive numbers, negative ones, zero and text: `0;-0;"-";@`. What its
letters, signs and brackets mean is told in ECMA-376, part 1, 18.8.30 and 18.8.31.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"?
    | \\(?P<escaped>.)
    | _(?P<space>.)
    | \*(?P<fill>.)
    | \[(?P<bracket>[^\]]*)\]?
    | (?P<general>General|G/[\w\u0e00-\u0e7f]+)
    | (?P<exponent>[eE][+-])
    | (?P<half>AM/PM|A/P)
    | (?P<date>[bB][12](?=[yY])|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[bB]+|[gG]+|[eE]+)
    | (?P<thai>[tT](?=[0\#?]))
    | (?P<digit>[0\#?])
    | (?P<end>;)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_LOCALE = re.compile(r"(?P<symbol>.*?)(?:-(?P<locale>[^,]*))?(?:,(?P<shapes>[0-9A-F]+))?", re.IGNORECASE)
_HEXADECIMAL = re.compile(r"[0-9A-F]+", re.IGNORECASE)
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_THAI_DATE = re.compile(r"[วดปชนท/:\-., \[\]0]*(?:ปป|ดด|[วดปช][/:\-][วดปชน]|น:ท)[วดปชนท/:\-., \[\]0]*")
_THAI_LETTERS = str.maketrans("วดปชนท", "dmyhms")
"""In Thai a code says ว/ด/ปปปป for d/m/yyyy."""
_BUDDHIST_CALENDAR = 0x07
_THAI_DIGITS = 0x0D


class Part(Enum):
    """What a token of a section is."""

    LITERAL = auto()
    """Text that is shown as it stands."""
    DIGIT = auto()
    """`0`, `#` or `?`: the place of a digit."""
    POINT = auto()
    """The decimal point."""
    COMMA = auto()
    """Groups thousands, or divides by one."""
    PERCENT = auto()
    """Multiplies by a hundred and is shown."""
    FRACTION = auto()
    """The line between numerator and denominator."""
    EXPONENT = auto()
    """Scientific notation from here on."""
    GENERAL = auto()
    """The number as it is."""
    TEXT = auto()
    """`@`: the text of the cell."""
    DATE = auto()
    """Letters of a date or time, in small letters."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a section.

    Attributes:
        part: What it is.
        text: What stands there: for a literal what is shown.
    """

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a number format.

    Attributes:
        tokens: Its tokens in order.
        condition: The comparison under which it is taken, where it states one.
        has_colour: Whether it shows its numbers in a colour.
        has_thai_digits: Whether digits are shown as Thai ones.
        has_buddhist_years: Whether years are shown as Buddhist ones.
        is_elapsed: Whether hours, minutes or seconds are counted on beyond a day (`[h]`).
    """

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None
    has_colour: bool = False
    has_thai_digits: bool = False
    has_buddhist_years: bool = False
    is_elapsed: bool = False

    def has(self, *parts: Part) -> bool:
        """Whether any of its tokens is one of these."""
        return any(token.part in parts for token in self.tokens)

    def is_met(self, value: float) -> bool:
        """Whether its condition holds of a number; one without a condition holds always."""
        if self.condition is None:
            return True
        comparison, bound = self.condition
        return _COMPARISONS[comparison](value, bound)

    @property
    def is_date(self) -> bool:
        """Whether it shows a date or a time."""
        return self.is_elapsed or any(
            token.part is Part.DATE and token.text[0] in "ymdhsb" for token in self.tokens
        )


def split_sections(code: str) -> tuple[Section, ...]:
    """Takes a format code apart.

    Args:
        code: As the file writes it.

    Returns:
        Its sections, at least one.
    """
    if _THAI_DATE.fullmatch(code):
        code = "[$-107041E]" + code.translate(_THAI_LETTERS)
    sections, reader = [], _SectionReader()
    for match in _TOKEN.finditer(code):
        if match["end"]:
            sections.append(reader.section())
            reader = _SectionReader()
        else:
            reader.add(str(match.lastgroup), match[str(match.lastgroup)])
    return (*sections, reader.section())


class _SectionReader:
    """One section while its tokens pass by."""

    def __init__(self) -> None:
        self._tokens: list[Token] = []
        self._condition: tuple[str, float] | None = None
        self._has_colour = False
        self._has_thai_digits = False
        self._has_buddhist_years = False
        self._is_elapsed = False

    def section(self) -> Section:
        return Section(
            tuple(self._tokens),
            self._condition,
            self._has_colour,
            self._has_thai_digits,
            self._has_buddhist_years,
            self._is_elapsed,
        )

    def add(self, group: str, text: str) -> None:
        """Takes a token in, by the name of its group in the pattern."""
        match group:
            case "quoted" | "escaped":
                self._tokens.append(Token(Part.LITERAL, text))
            case "space":
                self._tokens.append(Token(Part.LITERAL, " "))
            case "fill" if text.isdigit():
                # A digit that fills the cell is read as one of the number.
                self._tokens.append(Token(Part.LITERAL, text))
            case "bracket":
                self._tokens += self._bracket(text)
            case "thai":
                self._has_thai_digits = True
            case "date" | "half":
                self._has_buddhist_years |= text[0] in "bB" and text[1:2] not in {"1", "2"}
                self._tokens.append(Token(Part.DATE, text.lower()))
            case "other":
                self._tokens.append(self._other(text))
            case "digit" | "general" | "exponent":
                self._tokens.append(Token(Part[group.upper()], text))

    def _other(self, text: str) -> Token:
        match text:
            case ".":
                return Token(Part.POINT, text)
            case ",":
                return Token(Part.COMMA, text)
            case "%":
                return Token(Part.PERCENT, text)
            case "@":
                return Token(Part.TEXT, text)
            case "/" if self._tokens and self._tokens[-1].part is Part.DIGIT:
                return Token(Part.FRACTION, text)
            case _:
                return Token(Part.LITERAL, text)

    def _bracket(self, text: str) -> Iterator[Token]:
        condition = _CONDITION.fullmatch(text)
        if condition is not None:
            self._condition = (condition[1], float(condition[2]))
        elif text.startswith("$"):
            yield from self._locale(text[1:])
        elif _ELAPSED.fullmatch(text):
            self._is_elapsed = True
            yield Token(Part.DATE, text.lower())
        else:
            self._has_colour = True

    def _locale(self, text: str) -> Iterator[Token]:
        """A currency, and a language with calendar and digits: `[$฿-41E]`, `[$-D07041E]`, `[$-th-TH,107]`."""
        match = _LOCALE.fullmatch(text)
        symbol, locale, shapes = match.group("symbol", "locale", "shapes") if match else (text, None, None)
        if symbol:
            yield Token(Part.LITERAL, symbol)
        if shapes is None and locale and _HEXADECIMAL.fullmatch(locale):
            shapes = locale[:-4]
        number = int(shapes, 16) if shapes else 0
        self._has_buddhist_years |= number & 0xFF == _BUDDHIST_CALENDAR
        self._has_thai_digits |= number >> 8 == _THAI_DIGITS
