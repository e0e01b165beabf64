"""Under which periods earlier files were filed: one that states none may be a correction of them."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from edusandbox.submissions import Status
from edusandbox.warehouse.conditions import one_of
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period
from edusandbox.warehouse.tables.operation_tables import ops_delivery, ops_submission

FiledPeriods = Mapping[tuple[str, str, str, str], str]
"""Period codes by sender, form, part and either the digest or the path of a file."""


def filed_periods(connection: Connection, senders: Collection[str]) -> FiledPeriods:
    """The period under which each file was filed last, by its digest and by its place.

    Args:
        connection: To a warehouse.
        senders: Codes of the agencies whose files are asked about.
    """
    rows = connection.execute(
        select(
            dim_agency.c.agency_code,
            ops_submission.c.form_code,
            ops_submission.c.part_code,
            ops_delivery.c.sha256,
            ops_delivery.c.path,
            dim_period.c.period_code,
        )
        .join(ops_delivery, ops_delivery.c.delivery_id == ops_submission.c.delivery_id)
        .join(dim_agency, dim_agency.c.agency_id == ops_delivery.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(
            one_of(connection, dim_agency.c.agency_code, senders),
            ops_submission.c.verdict.in_([status.value for status in Status if status.is_loaded]),
        )
        .order_by(ops_submission.c.submission_id)
    )
    return {
        (row.agency_code, row.form_code, row.part_code, name): row.period_code
        for row in rows
        for name in (row.path, row.sha256)
    }
