"""What tables of a form add up that are not keyed as its rows are: norms beside posts, sources of money."""

from collections.abc import Mapping

from schemas.fields import Bilingual
from schemas.form import Form


def further_counts(form: Form) -> Mapping[str, Mapping[str, Bilingual]]:
    """What people call each such count, by table and column."""
    if len(form.fact_models) == 1:
        return {}
    known = {name: form.labels[name] for name in form.counts}
    known |= {items.figure.name: items.label for items in form.breakdowns if items.figure.adds_up}
    found = {
        table: {name: label for name, label in known.items() if name in model.to_schema().columns}
        for table, model in form.fact_models.items()
        if table != form.keyed_table
    }
    return {table: labels for table, labels in found.items() if labels}
