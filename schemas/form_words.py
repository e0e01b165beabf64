"""What sentences call the things of a form: its grades, its boys and girls, what tells its rows apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from schemas.fields import Bilingual
from schemas.package_data import read_rows_if_there
from schemas.packages import code_list_packages


@dataclass(frozen=True, slots=True)
class ListName:
    """What the entries of a code list are called.

    Attributes:
        name_th: One of them, in full: ระดับชั้น.
        short_th: One of them, within a sentence: ชั้น.
        name_en: One of them, English.
        plural_en: Several of them, English.
        examples: Some of them as one may write them.
    """

    name_th: str
    short_th: str
    name_en: str
    plural_en: str
    examples: str

    @property
    def words(self) -> Mapping[str, str]:
        """The values of a sentence about one cell."""
        return {"thing_th": self.name_th, "thing_en": self.name_en, "examples": self.examples}


@cache
def list_names() -> Mapping[str, ListName]:
    """What the entries of code lists are called, by the list's name: `codes/words/<code_list>.csv`."""
    found = {
        name: read_rows_if_there(f"codes/words/{name}.csv", package)
        for name, package in code_list_packages().items()
    }
    return {name: ListName(**rows[0]) for name, rows in found.items() if rows}


def form_words(
    code_list: str, made_of: Sequence[Sequence[Bilingual]], entity: Bilingual, counted: Bilingual
) -> Mapping[str, str]:
    """The values of sentences about a form's rows.

    Args:
        code_list: The list that tells the rows of a school apart; '' where it has one row.
        made_of: For each total of others in a row what these are called.
        entity: What its facts are about is called.
        counted: What it counts above all is called: นักเรียน, pupils.
    """
    name = list_names()[code_list] if code_list else None
    by_list = Bilingual(f"แยกราย{name.short_th}", f"by {name.name_en}") if name else None
    splits = [*([by_list] if by_list else []), *map(_split, made_of)]
    return {
        "row_th": name.short_th if name else "แถว",
        "row_en": name.name_en if name else "row",
        "rows_en": name.plural_en if name else "rows",
        "things_th": counted.th,
        "things_en": counted.en,
        "entity_th": entity.th,
        "entity_en": entity.en,
        "keys_th": f"{entity.th}หรือ{name.short_th}" if name else entity.th,
        "keys_en": f"{entity.en} and {name.name_en}" if name else entity.en,
        "split_th": "หรือ".join(split.th for split in splits),
        "splits_th": "และ".join(split.th for split in splits),
        "split_en": " or ".join(split.en for split in splits),
    }


def parts_words(parts: Sequence[Bilingual]) -> Mapping[str, str]:
    """The values of a sentence about a total and what it is made of."""
    # One thing that makes a total is a list in a cell.
    of_list = Bilingual("ผลบวกของ", "the sum of ") if len(parts) == 1 else Bilingual("", "")
    return {
        "sum_th": of_list.th + "บวก".join(part.th for part in parts),
        "sum_en": of_list.en + " plus ".join(part.en.lower() for part in parts),
        "parts_th": "/".join(part.th for part in parts),
    }


def _split(parts: Sequence[Bilingual]) -> Bilingual:
    return Bilingual(
        f"แยก{''.join(part.th for part in parts)}", " and ".join(part.en.lower() for part in parts)
    )
