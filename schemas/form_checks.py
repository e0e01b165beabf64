"""What a form may not declare: told when its package is imported, before anything is read by it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.fields import Breakdown, Code, Count, Entity, Figure, Identifier

if TYPE_CHECKING:
    from schemas.form import Form


def mistakes_in(form: "Form") -> Iterator[str]:
    """What contradicts itself in a declaration, a sentence each."""
    yield from _of_entity(form)
    yield from _of_identifiers(form)
    yield from _of_totals(form)
    yield from _of_figures(form)
    yield from _of_sums(form)


def _of_entity(form: "Form") -> Iterator[str]:
    if form.entity is Entity.AGENCY and ("school_code" in form.by_name or form.figure):
        yield "a form about agencies has no schools and no figure of them"
    if form.entity is Entity.AGENCY and form.sums:
        yield "facts about an agency are its sums already: its marts are SQL in the form's folder"
    for name in form.row_key:
        field = form.by_name.get(name)
        if isinstance(field, Code) and name != f"{field.code_list}_code":
            yield f"{name} tells rows apart by the list {field.code_list}: call it {field.code_list}_code"


def _of_identifiers(form: "Form") -> Iterator[str]:
    for field in form.fields:
        if isinstance(field, Identifier) and bool(field.noun) != (field.name in form.row_key):
            yield f"{field.name} tells rows apart by a code of no list: what it is a code of is its noun"


def _of_totals(form: "Form") -> Iterator[str]:
    for total in form.fields:
        parts = [form.by_name.get(name) for name in getattr(total, "made_of", ())]
        is_taken_apart = len(parts) == 1 and isinstance(parts[0], Breakdown)
        if not is_taken_apart and not all(isinstance(part, Figure) for part in parts):
            yield f"{total.name} is made of what is no figure of its rows"


def _of_figures(form: "Form") -> Iterator[str]:
    if form.figure is not None and not isinstance(form.by_name.get(form.figure), Count):
        yield f"{form.figure} is no count, by which versions are compared"
    for name in form.reported_fields.values():
        if name not in form.counts:
            yield f"{name} is no field that adds up"


def _of_sums(form: "Form") -> Iterator[str]:
    """Sums are kept as whole numbers of 32 bits: of counts that are bounded, and of nothing else."""
    for sums in form.sums:
        for part in (part for kind in sums.counted for part in kind.parts):
            field = form.by_name.get(part)
            if not isinstance(field, Count) or field.high is None:
                yield f"{part} is no count with a bound (high), so that no sum of {sums.facts} is kept of it"
