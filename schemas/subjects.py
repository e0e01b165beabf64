"""What the words around a table say of its figures: in which unit they are and of whom."""

import re
from dataclasses import dataclass
from functools import cache

from schemas.package_data import read_rows_if_there
from schemas.packages import form_packages
from schemas.text import clean_text

_UNIT_LINE = re.compile(
    r"(?:หน่วย(?:นับ)?|\bunit)(?:\s*[:=-]\s*|\s+)(?P<unit>[^()\n]*(?:\([^()\n]*[x×*]\s*10[^()\n]*\))?)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(([^()\n]+)\)")
_SEVERAL = re.compile(r"\s*(?:[/,+]|และ)\s*")
_TIMES = re.compile(r"[x×*]\s*10", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Subject:
    """What the words around a form's tables may say.

    Attributes:
        units: Units in which its figures are.
        other_units: Units in which they are not.
        whole: Phrases of all whom the form counts, without spaces, as are the others.
        parts: Phrases of some of them, or of shares or forecasts.
        things: Phrases of others.
        persons: Words for those whom it counts: a title with one of them speaks of more than the things.
    """

    units: frozenset[str] = frozenset()
    other_units: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()

    def other_unit(self, title: str, notes: str = "") -> str | None:
        """The unit, other than the form's own, that a title or notes state of all figures, or None."""
        lines = [clean_text(line) for line in (*title.splitlines(), *notes.splitlines())]
        units = [match["unit"].strip(" .") for line in lines for match in _UNIT_LINE.finditer(line)]
        # What stands in brackets in a note may be anything.
        units += [match[1].strip(" .") for match in _BRACKETED.finditer(clean_text(title))]
        judged = [(unit, self._is_own(unit)) for unit in units]
        if any(is_own for _, is_own in judged):
            # หน่วย : คน and, of other columns, (ห้อง); but 100 persons are not persons.
            judged = [(unit, is_own) for unit, is_own in judged if _TIMES.search(unit)]
        return next((unit for unit, is_own in judged if is_own is False), None)

    def _is_own(self, unit: str) -> bool | None:
        """Whether a unit is the form's own; None where it is none that is known."""
        if _TIMES.search(unit):
            return False
        words = [part.split()[0].casefold().strip(".") for part in _SEVERAL.split(unit) if part]
        if self.units.intersection(words):
            return True
        return False if words and self.other_units.issuperset(words) else None

    def other_subject(self, title: str) -> str | None:
        """The phrase by which a title names others than all whom the form counts, or None."""
        said = _SPACE.sub("", clean_text(title))
        found = [each for each in self.parts if each in said]
        rest = said
        for phrase in sorted(found, key=len, reverse=True):
            rest = rest.replace(f"จำนวน{phrase}", "|").replace(phrase, "|")
        if found and not any(phrase in rest for phrase in self.whole):
            return max(found, key=len)
        things = [each for each in self.things if each in said]
        if things and not any(word in said for word in self.persons):
            return max(things, key=len)
        return None


@cache
def subject_of(form: str) -> Subject:
    """What a form counts and in which units; of a form of which nothing is declared any words will do."""
    rows = read_rows_if_there("subjects.csv", form_packages()[form])

    def words(kind: str) -> frozenset[str]:
        return frozenset(row["word"] for row in rows if row["kind"] == kind)

    return Subject(
        units=words("unit"),
        other_units=words("other_unit"),
        whole=words("whole"),
        parts=words("part"),
        things=words("thing"),
        persons=words("person"),
    )
