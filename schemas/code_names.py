"""How the codes of a list are written in running text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from schemas.text import normalise_header

_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, eq=False)
class CodeNames:
    """How the codes of a list are written in running text; compared by identity, so that it can be a key.

    Attributes:
        spellings: Codes by spelling.
    """

    spellings: Mapping[str, str]

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Codes by normalised spelling."""
        return {normalise_header(spelling): code for spelling, code in sorted(self.spellings.items())}

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Finds every spelling."""
        longest_first = sorted(self.codes, key=len, reverse=True)
        return re.compile("|".join(map(_spelling_pattern, longest_first)), re.IGNORECASE)


def _spelling_pattern(spelling: str) -> str:
    """ป.1 is not in ป.10 nor in ป.1-6, and ชาย neither in ชายแดน nor in a longer word before it."""
    pattern = r"[\s._]*".join(map(re.escape, spelling))
    before = r"(?<![\u0e01-\u0e4e\w])" if len(spelling) <= _LONGEST_ABBREVIATION else ""
    after = r"(?!\d|\s*[-–]\s*\d)" if spelling[-1].isdecimal() else r"(?![\u0e01-\u0e4e\w])"
    return f"{before}{pattern}{after}"
