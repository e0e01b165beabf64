"""What is said of personal data outside the cells: in names of files, and in what hides beside a table."""

from collections import Counter
from collections.abc import Iterable

from edusandbox.sources.readers.outside_cells import OutsideText
from edusandbox.submissions import Delivery
from schemas.issues import Finding
from transforms.privacy.personal_text import kind_outside_cells


def name_findings(delivery: Delivery) -> list[Finding]:
    """PR006 where the path held personal data; it was masked at the door and is quoted nowhere."""
    kind = delivery.personal_name_kind
    return [] if kind is None else [Finding("PR006", params={"kind": kind})]


def outside_findings(texts: Iterable[OutsideText]) -> list[Finding]:
    """PR008 for each place outside the cells where personal data stands, without a word of it."""
    kinds: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for each in texts:
        kind = kind_outside_cells(each.text)
        if kind is not None:
            kinds.setdefault(each.place, kind)
            counts[each.place] += 1
    return [
        Finding("PR008", params={"kind": kind, "where": place}, count=counts[place])
        for place, kind in kinds.items()
    ]
