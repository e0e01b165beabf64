"""What the dictionary says of tables and marts of declared sums; a form's own lines stand over it."""

from collections.abc import Iterator, Mapping
from functools import cache

from edusandbox.warehouse.marts.sum_views import AGENCIES, sum_mart
from schemas.catalogue import FORMS
from schemas.fields import Bilingual
from schemas.form import Form
from schemas.form_words import list_names
from schemas.sums import SCHOOLS, Counted, SumTable

Texts = Mapping[str, str]

_ROWS = {
    "by_school": Bilingual("รอบ โรงเรียน", "period, school"),
    "by_agency": Bilingual("รอบ หน่วยงานในรอบนั้น", "period, agency of the period"),
    "by_agency_as_now": Bilingual("รอบ หน่วยงานในวันนี้", "period, agency of today"),
    "by_province": Bilingual("รอบ", "period"),
}
_NO_FIGURE = Bilingual("ว่าง: ไม่มีตัวเลขเลยสักช่อง", "Empty: there is no figure at all")
_EVERY_VERSION = Bilingual(
    "เก็บทุกฉบับที่เคยส่ง และนับทุกโรงเรียนที่ฉบับนั้นกล่าวถึงแม้จะสังกัดหน่วยงานอื่น ให้ใช้ {mart}",
    "Holds every version ever sent, and counts every school in it, whosever it is: use {mart}",
)


@cache
def sum_texts_of_tables() -> Mapping[str, Texts]:
    """Meaning and warning of each table and mart, by its name."""
    return {name: texts for form, table in _declared() for name, texts in _of_tables(form, table)}


@cache
def sum_texts_of_columns() -> Mapping[tuple[str, str], Texts]:
    """Texts of the columns that sums bring, by table or mart and column."""
    found: dict[tuple[str, str], Texts] = {}
    for _, table in _declared():
        added_up = [table.name, *(sum_mart(table, name) for name in (*AGENCIES, "by_province"))]
        by_school = sum_mart(table, "by_school")
        shared = {**_of_schools(table), **_of_names(table), **_of_cells(table)}
        for view in (by_school, *added_up):
            found |= {(view, column): texts for column, texts in shared.items()}
            found |= {(view, column): texts for column, texts in _of_counts(table, is_fact=view == by_school)}
    return found


def _declared() -> Iterator[tuple[Form, SumTable]]:
    return ((form, table) for form in FORMS.values() for table in form.sum_tables)


def _of_tables(form: Form, table: SumTable) -> Iterator[tuple[str, Texts]]:
    codes = _codes(table)
    meaning = Bilingual(
        f"ผลรวมของ {table.sums.facts} ตาม{codes.th} ในข้อมูลที่ส่งแต่ละฉบับ",
        f"Sums of {table.sums.facts} by {codes.en}, in each version of a submission",
    )
    warning = Bilingual(*(said.format(mart=sum_mart(table, "by_agency")) for said in _EVERY_VERSION))
    yield table.name, _both("meaning", meaning) | _both("warning", warning)
    for name, row in _ROWS.items():
        yield (
            sum_mart(table, name),
            _both(
                "meaning",
                Bilingual(
                    f"{form.name_th} หนึ่งแถวต่อจังหวัด {row.th} และ{codes.th} ใช้ฉบับปัจจุบันเท่านั้น",
                    f"{form.name_en}; one row a province, {row.en} and {codes.en}; current versions only",
                ),
            ),
        )


def _of_schools(table: SumTable) -> dict[str, Texts]:
    codes = _codes(table)
    several = " and ".join(list_names()[code_list].plural_en for code_list in table.code_lists.values())
    of_schools = Bilingual(
        f"โรงเรียนหนึ่งนับในทุก{codes.th}ที่รายงาน ห้ามรวมข้าม{codes.th}",
        f"A school counts in each of its {several}: never add up over {several}",
    )
    never = Bilingual(f"ห้ามรวมข้าม{codes.th}", f"Never add up over {several}")
    return {
        SCHOOLS: {"title_th": "จำนวนโรงเรียน"}
        | _both(
            "meaning",
            Bilingual(f"จำนวนโรงเรียนที่รายงาน{codes.th}นี้", f"Schools whose return has the {codes.en}"),
        )
        | _both("unit", Bilingual("โรง", "schools"))
        | _both("warning", of_schools),
        "agency_count": {"title_th": "จำนวนหน่วยงาน"}
        | _both(
            "meaning",
            Bilingual(
                f"จำนวนหน่วยงานที่มีโรงเรียนรายงาน{codes.th}นี้",
                f"Agencies with a school whose return has the {codes.en}",
            ),
        )
        | _both("unit", Bilingual("แห่ง", "agencies"))
        | _both("warning", never),
    }


def _of_names(table: SumTable) -> dict[str, Texts]:
    names = {code_list: list_names()[code_list] for code_list in table.code_lists.values()}
    return {
        f"{code_list}_name_th": {"title_th": f"ชื่อ{name.short_th}"}
        | _both("meaning", Bilingual(f"ชื่อ{name.short_th}ภาษาไทย", f"Name of the {name.name_en} in Thai"))
        for code_list, name in names.items()
    }


def _of_cells(table: SumTable) -> dict[str, Texts]:
    found: dict[str, Texts] = {}
    for kind in table.sums.counted:
        what = kind.what
        found[kind.missing] = _of_cell(
            Bilingual(
                f"ช่อง{what.th}ที่ไม่มีตัวเลข ทั้งเว้นว่างและปกปิด",
                f"Cells of {what.en} without a figure: blank or hidden",
            ),
            Bilingual(
                f"ถ้าไม่เป็นศูนย์ จำนวน{what.th}จริงอาจมากกว่าผลรวม และไม่นับช่องที่ไม่มีในแบบที่ส่ง",
                f"Unless it is zero there may be more {what.en} than the sum says; "
                "cells that the return does not have are not counted",
            ),
        )
        if kind.hidden:
            found[kind.hidden] = _of_cell(
                Bilingual(
                    f"ช่อง{what.th}ที่ปกปิด",
                    f"Of the cells of {what.en} without a figure, those that the sender hid",
                ),
                Bilingual(
                    f"เป็นส่วนหนึ่งของ {kind.missing} ห้ามบวกเข้าด้วยกัน",
                    f"A part of {kind.missing}: do not add them up",
                ),
            )
    return found


def _of_cell(meaning: Bilingual, warning: Bilingual) -> Texts:
    said = Bilingual(f"จำนวน{meaning.th}", meaning.en)
    texts = _both("meaning", said) | _both("unit", Bilingual("ช่อง", "cells")) | _both("warning", warning)
    return {"title_th": meaning.th.split()[0]} | texts


def _of_counts(table: SumTable, *, is_fact: bool) -> Iterator[tuple[str, Texts]]:
    """Counts that were added up; of a fact its model says all but what several counts make together."""
    for kind in table.sums.counted:
        added_up = _added_up(kind)
        if not is_fact:
            yield from ((part, added_up) for part in kind.parts)
        if kind.together:
            meaning = Bilingual(f"จำนวน{kind.what.th}รวมกัน", f"Number of {kind.what.en}, all together")
            unit = _both("unit", table.unit(kind))
            yield (
                kind.together,
                {"title_th": f"จำนวน{kind.what.th}"} | _both("meaning", meaning) | unit | added_up,
            )


def _added_up(kind: Counted) -> dict[str, str]:
    warning = Bilingual(
        f"ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู {kind.missing} และช่องว่างไม่ใช่ศูนย์",
        f"Sums pass over cells without a figure, see {kind.missing}; empty is not zero",
    )
    return {"mark_column": "-"} | _both("missing", _NO_FIGURE) | _both("warning", warning)


def _codes(table: SumTable) -> Bilingual:
    names = [list_names()[code_list] for code_list in table.code_lists.values()]
    return Bilingual(
        "และ".join(name.short_th for name in names), " and ".join(name.name_en for name in names)
    )


def _both(name: str, said: Bilingual) -> dict[str, str]:
    return {f"{name}_th": said.th, f"{name}_en": said.en}
