"""Every form there is: the packages below `forms` that define a `FORM`, ours and those named besides."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from edusandbox.schemas.codes import spellings, spelt_lists
from edusandbox.schemas.form import Form
from edusandbox.schemas.packages import form_packages
from edusandbox.schemas.school_codes import SCHOOL_CODE_FIELDS
from edusandbox.transforms.sheet_frame import FieldTypes
from edusandbox.transforms.text import normalise_header


def _discover() -> Mapping[str, Form]:
    found: list[Form] = [import_module(package).FORM for package in form_packages()]
    return {
        form.code: form for form in sorted(found, key=lambda form: (not form.provides_schools, form.code))
    }


FORMS: Mapping[str, Form] = _discover()
"""Forms by code; those that say which schools there are come first."""


@cache
def field_types(form_code: str) -> FieldTypes:
    """How the fields of a form are read."""
    form = FORMS[form_code]
    codes: dict[str, dict[str, str]] = {}
    for name in spelt_lists():
        # Cells may name a total as well: รวม among the grades of a school.
        field = codes.setdefault(f"{name.removesuffix('_total')}_code", {})
        field |= {normalise_header(text): code for text, code in spellings(name).items()}
    return FieldTypes(
        counts=form.counts,
        codes=codes,
        private=form.private_fields,
        school_codes=("school_code", *(field for field in form.unique_fields if field in SCHOOL_CODE_FIELDS)),
        dates=form.date_fields,
    )
