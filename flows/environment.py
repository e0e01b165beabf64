"""Prefect's own settings for a run without a server; to be called before Prefect is imported."""

import os
from collections.abc import Mapping
from pathlib import Path

_EMBEDDED_API: Mapping[str, str] = {
    # The embedded API starts in 6 to 17 s; Prefect's own limit of 20 s leaves a slow disk no room.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_UI_ENABLED": "false",
    # A one-shot run schedules nothing and serves nobody: these loops would only slow its start.
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_REPOSSESSOR_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
}
_ALWAYS: Mapping[str, str] = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "DO_NOT_TRACK": "1",
    # The terminal shows progress of its own; the API keeps every line for the UI.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
}


def has_server() -> bool:
    """Whether a Prefect server is named; otherwise a run starts an API of its own."""
    return bool(os.environ.get("PREFECT_API_URL"))


def prepare_prefect(prefect_home: Path) -> None:
    """Sets what the environment leaves open: state inside the project, no telemetry, a quick start.

    Args:
        prefect_home: Folder for Prefect's state when no server is named.
    """
    defaults = dict(_ALWAYS)
    if not has_server():
        defaults |= {**_EMBEDDED_API, "PREFECT_HOME": str(prefect_home.resolve())}
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    if not has_server():
        # Prefect's database goes straight into its home and does not make it.
        Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)
