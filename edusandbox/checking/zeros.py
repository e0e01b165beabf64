"""Returns in which every figure is 0: asked about once, since a form sent before it is filled in looks so."""

from collections.abc import Iterator, Mapping

import pandas as pd

from schemas.form import Form
from schemas.issues import Finding


def only_zeros(form: Form, facts: Mapping[str, pd.DataFrame]) -> Iterator[Finding]:
    """SU005 where a return has figures of what its form counts, and all of them are 0.

    Args:
        form: The form.
        facts: A submission's facts by table name.
    """
    if form.figure is None:
        return
    figures = facts[form.keyed_table][[*form.figure_parts]]
    count = int(figures.notna().to_numpy().sum())
    if count and not figures.fillna(0).to_numpy().any():
        yield Finding("SU005", count=count)
