"""Runs one of the program's modules of this folder as the command `edusandbox consolidate` starts.

`python -m bench.started bench.core --work FOLDER ...` starts the server of the worker processes before it
imports anything that takes time.
"""

import sys
from importlib import import_module

from edusandbox.gc_control import gc_disabled
from edusandbox.workers.server import start_worker_server


def main() -> None:
    """Starts the server, imports the module, runs its `main` with the rest of the arguments."""
    start_worker_server()
    name = sys.argv.pop(1)
    with gc_disabled():
        module = import_module(name)
    module.main()


if __name__ == "__main__":
    main()
