"""Which deliveries share a transaction."""

from collections.abc import Iterator, Sequence

from edusandbox.submissions import CheckedDelivery

# A transaction costs some milliseconds; the more it holds, the more is lost with it.
_ROWS_A_BATCH = 300_000
# What a delivery costs beside its facts; it keeps thousands of small ones from being one transaction.
_ROWS_A_DELIVERY = 100


def batches(checked: Sequence[CheckedDelivery]) -> Iterator[list[CheckedDelivery]]:
    """Splits deliveries into those that are committed together, in their order.

    Deliveries of one agency, form, part and period stay together: whether one of them is held depends on the
    others (HI001 to HI003), and a run that is killed must not leave half of them to be judged by themselves.

    Args:
        checked: Deliveries about to be loaded.

    Yields:
        Some of them; together they are all.
    """
    last_of = {held.key: position for position, each in enumerate(checked) for held in each.submissions}
    batch: list[CheckedDelivery] = []
    rows = 0
    until = 0
    for position, each in enumerate(checked):
        batch.append(each)
        rows += _row_count(each)
        until = max([until, *(last_of[held.key] for held in each.submissions)])
        if rows >= _ROWS_A_BATCH and position >= until:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch


def _row_count(checked: CheckedDelivery) -> int:
    return _ROWS_A_DELIVERY + sum(len(table) for held in checked.submissions for table in held.facts.values())
