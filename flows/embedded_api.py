"""Prefect's API in a process of its own for one run, started before Prefect is imported here.

It is the server that Prefect starts by itself where none is named, with the same command. Prefect starts it
only when a flow begins, after importing the whole server in the flow's process too; started first, it comes
up while this process imports what the flow needs, which halves the wait.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_POLL_SECONDS = 0.1
_STOP_SECONDS = 5


class EmbeddedApiError(Exception):
    """The API did not come up; its log says why."""


@dataclass(frozen=True, slots=True)
class EmbeddedApi:
    """A running API, perhaps still starting.

    Attributes:
        url: Its address, for `PREFECT_API_URL`.
        process: Its process.
        log: Where it prints.
    """

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def wait_until_ready(self) -> None:
        """Returns when the API answers.

        Raises:
            EmbeddedApiError: Its process ended, or it does not answer in time.
        """
        deadline = time.monotonic() + float(os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"])
        while not self._answers():
            if self.process.poll() is not None:
                raise EmbeddedApiError(
                    f"Prefect's API ended with exit code {self.process.returncode}; see {self.log}"
                )
            if time.monotonic() > deadline:
                raise EmbeddedApiError(f"Prefect's API at {self.url} does not answer; see {self.log}")
            time.sleep(_POLL_SECONDS)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=5) as response:  # noqa: S310 - loopback
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def embedded_api() -> Iterator[EmbeddedApi]:
    """Starts the API and names it in the environment; ends it when the block does.

    `environment.prepare_prefect` must have been called before.
    """
    port = _free_port()
    command = [
        *(sys.executable, "-m", "uvicorn", "--app-dir", str(_folder_of_prefect()), "--factory"),
        *("prefect.server.api.server:create_app", "--host", "127.0.0.1", "--port", str(port)),
        *("--log-level", "error", "--lifespan", "on"),
    ]
    environment = {**os.environ, "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}
    # When it is ended it may print what it was about to do; that is no concern of the run's.
    log = Path(os.environ["PREFECT_HOME"]) / "embedded-api.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as stream:
        process = subprocess.Popen(  # noqa: S603 - a fixed command
            command, env=environment, stdout=stream, stderr=subprocess.STDOUT
        )
    url = f"http://127.0.0.1:{port}/api"
    os.environ["PREFECT_API_URL"] = url
    try:
        yield EmbeddedApi(url, process, log)
    finally:
        del os.environ["PREFECT_API_URL"]
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _folder_of_prefect() -> Path:
    spec = find_spec("prefect")
    if spec is None or spec.origin is None:
        raise EmbeddedApiError("Prefect is not installed; install the locked requirements")
    return Path(spec.origin).parent.parent
