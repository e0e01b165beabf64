"""Virtual environments of the peers and of the program, made anew only when what they ask for has changed."""

import hashlib
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).parent / "peers" / "requirements"
DEFAULT_FOLDER = Path(".edusandbox/bench/venvs")
OWN = "edusandbox"
"""The program as its users install it: what only developers have makes it slower and larger."""
_OWN_REQUIREMENTS = Path("requirements/runtime.txt")
_OWN_SOURCE = ("--no-deps", "--no-build-isolation", "--editable", ".")
_MARK = "installed.sha256"


def environment_of(name: str, folder: Path = DEFAULT_FOLDER) -> Path:
    """Makes a peer's environment where it is not there yet, and gives its interpreter.

    Args:
        name: Name of a file of requirements, without its ending; `OWN` gets the program's locked ones first.
        folder: Where the environments lie.

    Raises:
        subprocess.CalledProcessError: pip could not install something; its own words stand on standard error.
    """
    requirements = REQUIREMENTS / f"{name}.txt"
    locked = _OWN_REQUIREMENTS if name == OWN else requirements
    # The interpreter belongs to it: an environment of another one does not start.
    wanted = hashlib.sha256(
        locked.read_bytes() + requirements.read_bytes() + sys.version.encode()
    ).hexdigest()
    environment = folder / name
    python = environment / "bin" / "python"
    mark = environment / _MARK
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted and python.exists():
        return python
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], check=True)  # noqa: S603 - ours
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if name == OWN:
        subprocess.run([*pip, "--requirement", str(locked)], check=True)  # noqa: S603 - our own files
        subprocess.run([*pip, *_OWN_SOURCE], check=True)  # noqa: S603 - ours
    subprocess.run([*pip, "--requirement", str(requirements)], check=True)  # noqa: S603 - our own files
    mark.write_text(wanted, encoding="utf-8")
    return python
