"""A Prefect server for measurements, as `make server` starts one, with its state in a folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOST = "127.0.0.1"
_START_SECONDS = 120
_STOP_SECONDS = 15
_POLL_SECONDS = 0.2


@contextmanager
def prefect_server(home: Path) -> Iterator[str]:
    """Starts a server and waits until it answers; ends it when the block does.

    Args:
        home: Gets the server's database and what it prints.

    Yields:
        The address of its API.

    Raises:
        RuntimeError: It ended, or does not answer in time.
    """
    home.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", _HOST, "--port", str(port)]
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    settings |= {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_UI_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    log = home / "server.log"
    with log.open("wb") as stream:
        # A session of its own, so that whatever it starts can be ended with it.
        process = subprocess.Popen(  # noqa: S603 - a fixed command
            command, env=settings, stdout=stream, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        api = f"http://{_HOST}:{port}/api"
        _wait_until_ready(api, process, log)
        yield api
    finally:
        _end(process)


def _wait_until_ready(api: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not _answers(api):
        if process.poll() is not None or time.monotonic() > deadline:
            said = log.read_text(encoding="utf-8", errors="replace").strip()[-500:]
            raise RuntimeError(f"the Prefect server did not come up: {said}")
        time.sleep(_POLL_SECONDS)


def _answers(api: str) -> bool:
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=5) as response:  # noqa: S310 - loopback
            return bool(response.status == 200)
    except OSError:
        return False


def _end(process: "subprocess.Popen[bytes]") -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
        except ProcessLookupError:
            break
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        break


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((_HOST, 0))
        return int(free.getsockname()[1])
