"""All tables of the warehouse; importing this module fills `METADATA`."""

from collections.abc import Mapping

from sqlalchemy import Table

from edusandbox.warehouse.tables import dimension_tables, operation_tables
from edusandbox.warehouse.tables.code_lists import CODE_LIST_TABLES
from edusandbox.warehouse.tables.fact_tables import fact_models, fact_tables
from edusandbox.warehouse.tables.history_tables import HISTORY_TABLES
from edusandbox.warehouse.tables.metadata import METADATA
from schemas.catalogue import FORMS
from schemas.fact_model import FactModel
from schemas.packages import OWN_PACKAGE, code_list_packages, form_packages
from schemas.sums import SumTable

FACT_MODELS: Mapping[str, type[FactModel]] = fact_models(FORMS)
FACT_TABLES: Mapping[str, Table] = fact_tables(FACT_MODELS, METADATA)

DECLARED_SUMS: Mapping[str, SumTable] = {
    table.name: table for form in FORMS.values() for table in form.sum_tables
}
SUM_TABLES: Mapping[str, Table] = fact_tables(
    {name: schema for form in FORMS.values() for name, schema in form.sum_models.items()}, METADATA
)


def _tables_of_further_packages() -> frozenset[str]:
    """Names of the tables that no form and no code list of ours has."""
    ours = {code for code, package in form_packages().items() if package == f"{OWN_PACKAGE}.forms.{code}"}
    own_tables = {
        name
        for code in ours
        for name in (*FORMS[code].fact_models, *(table.name for table in FORMS[code].sum_tables))
    }
    lists = {f"dim_{name}" for name, package in code_list_packages().items() if package != OWN_PACKAGE}
    return frozenset(lists | ({*FACT_TABLES, *SUM_TABLES} - own_tables))


FURTHER_TABLES = _tables_of_further_packages()
"""Tables that the forms and code lists of further packages bring; no migration makes them."""

UNREFERENCED_TABLES = frozenset({*FACT_TABLES, *SUM_TABLES, operation_tables.ops_submission_school.name})
"""Tables whose references to others PostgreSQL is not asked to enforce: they grow by the thousand rows."""

__all__ = [
    "CODE_LIST_TABLES",
    "DECLARED_SUMS",
    "FACT_MODELS",
    "FACT_TABLES",
    "FURTHER_TABLES",
    "HISTORY_TABLES",
    "METADATA",
    "SUM_TABLES",
    "UNREFERENCED_TABLES",
    "dimension_tables",
    "operation_tables",
]
