"""Every form there is: the packages below `forms` that define a `FORM`, ours and those named besides."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from schemas.codes import spellings, spelt_lists
from schemas.field_types import FieldTypes
from schemas.fields import Breakdown, Listed
from schemas.form import Form
from schemas.form_words import list_names
from schemas.packages import form_packages
from schemas.text import normalise_header


def _discover() -> Mapping[str, Form]:
    found: list[Form] = [import_module(package).FORM for package in form_packages().values()]
    return {
        form.code: form for form in sorted(found, key=lambda form: (not form.provides_schools, form.code))
    }


FORMS: Mapping[str, Form] = _discover()
"""Forms by code; those that say which schools there are come first."""
REGISTERS = frozenset(code for code, form in FORMS.items() if form.provides_schools)
"""Codes of the forms that say which schools there are."""


@cache
def field_types(form_code: str) -> FieldTypes:
    """How the fields of a form are read."""
    form = FORMS[form_code]
    listed = (each for each in form.fields if isinstance(each, Listed | Breakdown))
    coded = {each.name: each.code_list for each in listed if each.code_list}
    return FieldTypes(
        form.by_name,
        {name: spellings_with_totals(code_list) for name, code_list in coded.items()},
        {name: list_names()[code_list].words for name, code_list in coded.items()},
        form.placed_fields,
    )


@cache
def spellings_with_totals(code_list: str) -> Mapping[str, str]:
    """Codes of a list by normalised spelling; cells may name a total as well: รวม among a school's grades."""
    names = [code_list, *({f"{code_list}_total"} & {*spelt_lists()})]
    return {normalise_header(text): code for name in names for text, code in spellings(name).items()}
