"""All that headings and titles may say: every layout, every spelling of a code, words that add nothing."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from schemas.code_names import CodeNames
from schemas.layouts.heading_text import plain_headings
from schemas.layouts.layout import Layout
from schemas.layouts.section_headings import asked_of_each, names_pupils, section_heading
from schemas.text import normalise_header, stem_and_number

_SEX = "sex_code"


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What recognising works with; compared by identity, so that it can be a key.

    Attributes:
        layouts: Every layout of every form, as it holds for one file.
        code_lists: For each field that a sheet may state as a whole, how its codes are written.
        pieces: Words of which headings over several rows are made: the spellings of codes, and what
            headings say beside a code.
        noise: Words that add nothing to a heading.
        room_noise: Words that add nothing to a heading of rooms: ห้อง under ชาย says another thing.
        fillers: Lines of a heading over several rows that add nothing, normalised: จำนวน.
        levels: Lines that add nothing over a grade, normalised: ประถมศึกษา over ป.1.
        shares: Words that say that a column holds shares, normalised: ร้อยละ.
        numbered: Spellings of grades by a level and the number under it, joined and normalised, and of totals
            over grades by a level and รวม.
    """

    layouts: tuple[Layout, ...]
    code_lists: Mapping[str, CodeNames]
    pieces: frozenset[str]
    noise: frozenset[str]
    fillers: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    room_noise: frozenset[str] = frozenset()
    numbered: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every normalised heading and piece of one."""
        return self.pieces | {header for layout in self.layouts for header in layout.meanings}

    @cached_property
    def parts_of_totals(self) -> frozenset[str]:
        """How the codes are written, normalised, that totals are made of: grades."""
        return frozenset(self.grades)

    @cached_property
    def grades(self) -> Mapping[str, str]:
        """Codes of grades, that totals are made of, by normalised spelling."""
        totals = {name.replace("_total_code", "_code") for name in self.code_lists if "_total_" in name}
        return {
            word: code
            for name in sorted(totals & self.code_lists.keys())
            for word, code in self.code_lists[name].codes.items()
        }

    @cached_property
    def totals(self) -> Mapping[str, str]:
        """Codes of totals over grades by normalised spelling."""
        return {
            word: code
            for name, names in sorted(self.code_lists.items())
            if "_total_" in name
            for word, code in names.codes.items()
        }

    @cached_property
    def grades_of_level(self) -> Mapping[str, frozenset[str]]:
        """Codes of the grades of each level whose grades are numbered, by its normalised name."""
        found: dict[str, set[str]] = {}
        for word, spelling in self.numbered.items():
            _, number = stem_and_number(spelling)
            if number:
                found.setdefault(word.removesuffix(number), set()).add(
                    self.grades[normalise_header(spelling)]
                )
        return {level: frozenset(codes) for level, codes in found.items()}

    @property
    def sexes(self) -> Mapping[str, str]:
        """Codes of sexes by normalised spelling."""
        return self.code_lists[_SEX].codes if _SEX in self.code_lists else {}

    def knows(self, text: str) -> bool:
        """Whether a cell's text is a heading of some layout or a piece of one."""
        noises = (self.noise, self.room_noise)
        if any(form in self.words for noise in noises for form in plain_headings(text, noise)):
            return True
        return "/" in text and any(self.section_heading(layout, text) for layout in self.layouts)

    def is_piece(self, text: str) -> bool:
        """Whether a text alone is a piece of a heading, or English that headings say beside the Thai."""
        if any(form in self.pieces for form in plain_headings(text, self.noise)):
            return True
        words = text.casefold().split()
        return bool(words) and all(word.isascii() and word.strip(".()") in self.noise for word in words)

    def share_of(self, layout: Layout, text: str) -> str | None:
        """The normalised heading of a layout whose share a text names (ป.1 ชาย ร้อยละ, ป.1 % ชาย), or None."""
        for form in plain_headings(text, self.noise):
            for word in self.shares:
                rest = form.replace(word, "", 1)
                if rest != form and rest in layout.meanings:
                    return rest
        return None

    def heading(self, layout: Layout, text: str) -> str | None:
        """The normalised heading of a layout that a text stands for, or None."""
        heading = next((form for form in plain_headings(text, self.noise) if form in layout.meanings), None)
        return heading or self._heading_of_rooms(layout, text)

    def _heading_of_rooms(self, layout: Layout, text: str) -> str | None:
        """The normalised heading of rooms that a text stands for if its unit is left out, or None."""
        forms = plain_headings(text, self.room_noise) if self.room_noise else ()
        found = (form for form in forms if form in layout.meanings)
        return next((form for form in found if layout.meanings[form][0].counts_rooms), None)

    def section_heading(self, layout: Layout, text: str) -> str | None:
        """The normalised heading of the grade whose class section a text names, or None."""
        forms = (section_heading(form, layout) for form in plain_headings(text, self.noise))
        return next((form for form in forms if form is not None), None)

    def names_pupils(self, layout: Layout, text: str) -> bool:
        """Whether a heading that a layout does not know speaks of pupils of one of its form's grades."""
        codes, endings = self._pupils(layout)
        return names_pupils(normalise_header(text), codes, endings)

    @lru_cache(maxsize=64)  # noqa: B019 - vocabularies live as long as the process
    def _pupils(self, layout: Layout) -> tuple[Collection[str], Collection[str]]:
        """How a layout's grades are written, and what follows them in headings of pupils."""
        fields = {f"{meaning.family}_code" for meanings in layout.meanings.values() for meaning in meanings}
        fields |= {meaning.field for meanings in layout.meanings.values() for meaning in meanings}
        fields |= {each.field for each in layout.sheet_fields}
        codes = {
            spelling: code
            for field in fields & self.code_lists.keys() - {_SEX}
            for spelling, code in self.code_lists[field].codes.items()
        }
        return codes, self.sexes.keys() | asked_of_each(layout, codes)


def heading_pieces(headings: Iterable[str], spellings: Iterable[str]) -> frozenset[str]:
    """The words of which headings over several rows are made.

    Args:
        headings: Headings of layouts, with placeholders.
        spellings: Every spelling of every code that a placeholder stands for.
    """
    beside = {
        normalise_header(part)
        for heading in headings
        if "{" in heading
        for part in (heading.partition("{")[0], heading.partition("}")[2])
    }
    return frozenset((beside | {normalise_header(each) for each in spellings}) - {""})
