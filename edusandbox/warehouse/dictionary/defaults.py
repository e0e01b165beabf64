"""What the dictionary says of tables and columns of which no text speaks: it follows from declarations.

Every line of the dictionary's texts stands over this, so that a form or a code list is explained before
somebody has found better words for it.
"""

from collections.abc import Mapping

from edusandbox.warehouse.tables.code_lists import CODE_LIST_TABLES
from schemas.catalogue import FORMS
from schemas.fact_model import NOT_GIVEN
from schemas.fields import Figure
from schemas.form import Form
from schemas.form_words import list_names

_EVERY_VERSION = {
    "warning_th": "เก็บทุกฉบับที่เคยส่ง ห้ามรวมยอดข้ามฉบับ ให้เลือกเฉพาะฉบับปัจจุบัน (ops_submission.is_current)",
    "warning_en": "Holds every version ever sent: never add up over versions; choose the current ones "
    "(ops_submission.is_current)",
}
_TOTAL = "_total"


def table_defaults(table: str) -> Mapping[str, str]:
    """Meaning and warning of the table of a form or a code list; empty for any other."""
    for form in FORMS.values():
        if table in form.fact_models:
            return _table_of(form, "ข้อมูล", "What is reported") | _EVERY_VERSION
        if table in {sums.name for sums in form.sum_tables}:
            return _table_of(form, "ผลรวม", "Sums of what is reported") | _EVERY_VERSION
    name = table.removeprefix("dim_")
    if name not in CODE_LIST_TABLES or (entries := list_names().get(name.removesuffix(_TOTAL))) is None:
        return {}
    if name.endswith(_TOTAL):
        return {
            "meaning_th": f"รายการยอดรวมของ{entries.name_th}",
            "meaning_en": f"Code list of totals over {entries.plural_en}",
        }
    return {"meaning_th": f"รายการ{entries.name_th}", "meaning_en": f"Code list of {entries.plural_en}"}


def column_defaults(table: str, column: str) -> Mapping[str, str]:
    """Texts of a key or code of a list, wherever it stands, and of a form's fields in its own facts."""
    own_list = table.removeprefix("dim_").removesuffix(_TOTAL)
    is_list = table.startswith("dim_") and own_list in list_names()
    if is_list and column in {"total_code", "parent_code"}:
        return _total_column(own_list, column)
    for name, entries in list_names().items():
        if column in {f"{name}_id", f"{name}_code"}:
            is_key = column.endswith("_id")
            return {
                "title_th": entries.name_th if is_key else f"รหัส{entries.name_th}",
                "meaning_th": f"{'เลขประจำ' if is_key else 'รหัส'}{entries.name_th}",
                "meaning_en": f"{'Key' if is_key else 'Code'} of the {entries.name_en}",
                "code_list": "" if table == f"dim_{name}" else f"dim_{name}",
            }
    return _field_of(table, column)


def _field_of(table: str, column: str) -> Mapping[str, str]:
    """What a form calls a figure of its facts, and of any other field what it means to be empty."""
    form = next((form for form in FORMS.values() if table in form.fact_models), None)
    field = None if form is None else form.by_name.get(column)
    if field is None:
        return {}
    missing = {"missing_th": NOT_GIVEN.th, "missing_en": NOT_GIVEN.en}
    if not isinstance(field, Figure):
        return missing
    return missing | {
        "title_th": field.label.th,
        "meaning_th": field.label.th,
        "meaning_en": field.label.en,
        "unit_th": field.unit.th,
        "unit_en": field.unit.en,
    }


def _table_of(form: Form, what_th: str, what_en: str) -> dict[str, str]:
    return {
        "meaning_th": f"{what_th}จากแบบรายงาน{form.name_th} ในข้อมูลที่ส่งแต่ละฉบับ",
        "meaning_en": f"{what_en} in the form {form.name_en}, in each version of a submission",
    }


def _total_column(name: str, column: str) -> dict[str, str]:
    entries = list_names()[name]
    if column == "total_code":
        return {
            "title_th": "รหัสยอดรวม",
            "meaning_th": f"รหัสยอดรวมของ{entries.name_th}",
            "meaning_en": f"Code of a total over {entries.plural_en}",
            "code_list": "",
        }
    return {
        "title_th": "อยู่ในยอดรวม",
        "meaning_th": f"รหัสยอดรวมที่{entries.name_th}หรือยอดรวมนี้เป็นส่วนหนึ่ง",
        "meaning_en": f"Code of the total that the {entries.name_en} or total is a part of",
        "code_list": f"dim_{name}{_TOTAL}",
        "missing_th": "ว่าง: เป็นยอดรวมบนสุด",
        "missing_en": "Empty: it is the topmost",
    }
