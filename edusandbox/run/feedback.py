"""The end of a run: senders are told, personal data goes, and what is done with is noted as such."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine

from edusandbox.reports.returning import MarkOrder
from edusandbox.run.grouping import GROUPS_PER_WORKER, in_chunks
from edusandbox.run.progress import Progress
from edusandbox.run.request import RunRequest
from edusandbox.run.steps import mark_group, path_of, remove_personal_data
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.deliveries import record_answers, record_bytes_kept


def answer_senders(
    checked: Sequence[CheckedDelivery],
    loaded: Collection[Delivery],
    steps: Progress,
    request: RunRequest,
    engine: Engine,
) -> dict[Delivery, str]:
    """Writes marked workbooks, then removes the bytes that may not be kept, then notes what is done.

    In this order, so that a delivery at which it stops is not noted and the next run takes it again.

    Args:
        checked: The run's deliveries with their issues.
        loaded: Those that are in the warehouse completely.
        steps: Carries the steps out.
        request: The run.
        engine: The warehouse.

    Returns:
        Where the marked workbook of a delivery lies.
    """
    marked = _mark(checked, steps, request)
    not_to_keep = with_personal_data(checked, request)
    removed = remove_bytes([each for each in not_to_keep if each in marked], steps, request, engine)
    open_ends = {each.delivery for each in checked if each.all_issues} - marked.keys()
    open_ends |= set(not_to_keep) - set(removed)
    # The same bytes may lie in two places, and are one delivery in the warehouse.
    not_done = {(each.agency_code, each.sha256) for each in open_ends}
    answered = [each for each in loaded if (each.agency_code, each.sha256) not in not_done]
    if answered:
        with writing(engine) as connection:
            record_answers(connection, answered, datetime.now(UTC))
            # A province that keeps personal data now may not have done so when the file came first.
            record_bytes_kept(
                connection, {each.sha256 for each in answered} - {each.sha256 for each in removed}
            )
    return marked


def _mark(checked: Sequence[CheckedDelivery], steps: Progress, request: RunRequest) -> dict[Delivery, str]:
    orders = [
        MarkOrder(
            each,
            request.agency_name_th(each.delivery.agency_code),
            request.folder_url(each.delivery.agency_code),
            request.settings.limits,
        )
        for each in checked
        if each.all_issues
    ]
    chunks = in_chunks(orders, request.settings.worker_count * GROUPS_PER_WORKER)
    calls = [(chunk, request.settings.landing_url, datetime.now(UTC)) for chunk in chunks]
    names = [[path_of(order.checked.delivery) for order in chunk] for chunk in chunks]
    return dict(steps.run_each("Writing marked workbooks", mark_group, calls, names))


def with_personal_data(checked: Sequence[CheckedDelivery], request: RunRequest) -> list[Delivery]:
    """The deliveries whose bytes may not stay in the landing store; none where the province keeps them."""
    if request.province.keeps_personal_data:
        return []
    return [each.delivery for each in checked if each.has_personal_data]


def remove_bytes(
    deliveries: Sequence[Delivery], steps: Progress, request: RunRequest, engine: Engine
) -> list[Delivery]:
    """Removes deliveries' bytes from the landing store, and notes it; gives those that are removed."""
    if not deliveries:
        return []
    landing_url = request.settings.landing_url
    return steps.run_here(remove_personal_data, deliveries, landing_url, engine, datetime.now(UTC))
