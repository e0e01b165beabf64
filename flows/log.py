"""Brings the log lines of the rooms below to Prefect, which keeps them with the run that they belong to."""

import logging

from prefect.context import FlowRunContext, TaskRunContext
from prefect.logging.handlers import APILogHandler

_ROOM_LOGGER = "edusandbox"


def send_log_lines_to_prefect() -> None:
    """Has Prefect keep what this process logs inside a flow or task run; doing it twice changes nothing.

    Prefect's own setting for this (`PREFECT_LOGGING_EXTRA_LOGGERS`) has to stand in the environment before
    Prefect is imported, which `prefect flow serve` does first; and it leaves a logger at level WARNING.
    """
    logger = logging.getLogger(_ROOM_LOGGER)
    if any(isinstance(each, APILogHandler) for each in logger.handlers):
        return
    handler = APILogHandler()
    handler.addFilter(_is_in_a_run)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _is_in_a_run(_record: logging.LogRecord) -> bool:
    return FlowRunContext.get() is not None or TaskRunContext.get() is not None
